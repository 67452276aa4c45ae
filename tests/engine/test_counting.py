"""Ways of counting a ballot, against published examples, a reference library and their own promises."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import judgement
from engine.fixed import Ints
from engine.rules.counting import APPROVAL, APPROVED, GRADES, JUDGEMENT, SHARES, better, count, median

GOOD, FAIR = 1, 2
METHODS = (APPROVAL, JUDGEMENT, SHARES)


class Vote(NamedTuple):
    """Money, what each idea costs, and ballots: how many voices each weighs, its grades of ideas by name
    (fair, where it says nothing)."""

    money: int
    prices: Mapping[str, int]
    ballots: Sequence[tuple[int, Mapping[str, int]]]

    def arrays(self) -> tuple[Ints, Ints, Ints]:
        weights = np.array([weight for weight, _ in self.ballots], dtype=np.int64)
        grades = [[said.get(idea, FAIR) for idea in self.prices] for _, said in self.ballots]
        prices = np.array(list(self.prices.values()), dtype=np.int64)
        return weights, np.array(grades, dtype=np.int64).reshape(len(weights), len(prices)), prices

    def funded(self, method: int) -> list[str]:
        """The ideas funded, in order."""
        weights, grades, prices = self.arrays()
        place = np.zeros(len(prices), dtype=np.int64)
        left = count(method, self.money, weights, grades, prices, place)
        assert left == self.money - int(prices[place > 0].sum())
        assert left >= 0, "never over the money"
        there = sorted((int(n), idea) for n, idea in zip(place, self.prices, strict=True) if n)
        assert [n for n, _ in there] == list(range(1, len(there) + 1))
        return [idea for _, idea in there]

    def votes(self, idea: str) -> int:
        return sum(weight for weight, said in self.ballots if said.get(idea, FAIR) <= APPROVED)


def approving(money: int, prices: Mapping[str, int], *ballots: tuple[int, Iterable[str]]) -> Vote:
    """A vote in which ballots only name the ideas that they find good."""
    return Vote(money, prices, [(weight, dict.fromkeys(ideas, GOOD)) for weight, ideas in ballots])


# ---- Equal shares: the examples of equalshares.net (Explanation; Tie breaking) ---------------------

KIDS = {"bike path": 700, "gym": 400, "park": 250, "playground": 200, "library": 100}
VOTERS = {
    "bike path": (1, 2, 3, 4, 5, 6, 11), "gym": (1, 2, 3, 4, 5, 6), "park": (2, 4, 5, 7, 10),
    "playground": (7, 8, 9, 10), "library": (7, 9, 10),
}  # fmt: skip


def eleven(voters: Mapping[str, Sequence[int]]) -> Vote:
    ballots = [(1, [idea for idea in KIDS if who in voters[idea]]) for who in range(1, 12)]
    return approving(1100, KIDS, *ballots)


def test_the_first_example_funds_both_sports_by_votes_and_children_too_by_equal_shares() -> None:
    vote = eleven(VOTERS)
    assert [vote.votes(idea) for idea in KIDS] == [7, 6, 5, 4, 3]
    assert vote.funded(APPROVAL) == ["bike path", "gym"]
    assert vote.funded(SHARES) == ["bike path", "playground", "library"]


def test_the_second_example_splits_a_price_as_equally_as_purses_allow() -> None:
    """The gym, then the park with 4.1 effective votes, then the playground with 3.2. There the site stops;
    here what is left, 250, goes by votes: to the library."""
    vote = eleven({**VOTERS, "bike path": (1, 2, 3, 4, 5, 6), "gym": (1, 2, 3, 4, 5, 6, 11)})
    assert vote.funded(SHARES) == ["gym", "park", "playground", "library"]
    order, purses = by_hand(vote)
    assert order == ["gym", "park", "playground"]
    assert [round(float(purse), 1) for purse in purses] == [
        42.9, 0, 42.9, 0, 0, 42.9, 0, 39.3, 39.3, 0, 42.9,
    ]  # fmt: skip


SPENT: Sequence[tuple[int, Iterable[str]]] = (
    (6, ("one", "first")), (2, ("two", "first")), (3, ("first",)), (4, ("one",)), (4, ("two",)),
)  # fmt: skip
"""The six and the two have nothing left once the first idea is paid: one has 10 votes, two has 6, and four
of each are effective."""


def test_of_two_with_as_many_effective_votes_the_cheaper_comes_first() -> None:
    prices = {"two": 14, "first": 44, "one": 12}
    assert approving(76, prices, *SPENT).funded(SHARES) == ["first", "one", "two"]
    assert approving(76, {**prices, "two": 12, "one": 14}, *SPENT).funded(SHARES) == ["first", "two", "one"]


def test_of_two_as_dear_the_one_with_more_votes_to_begin_with_comes_first() -> None:
    prices = {"two": 12, "first": 44, "one": 12}
    vote = approving(76, prices, *SPENT)
    assert (vote.votes("one"), vote.votes("two")) == (10, 6)
    assert vote.funded(SHARES) == ["first", "one", "two"]


def test_what_nothing_tells_apart_comes_in_the_order_of_the_list() -> None:
    for names in ("ab", "ba"):
        vote = approving(20, dict.fromkeys(names, 10), (5, "a"), (5, "b"))
        for method in METHODS:
            assert vote.funded(method) == list(names)


def test_shares_that_no_number_writes_exactly_are_level_all_the_same() -> None:
    """Three voices, seven, eleven: thirds, sevenths and elevenths of the money, and an idea each that takes
    all that its voices have."""
    for voices in (3, 7, 9, 11, 13):
        prices = {f"idea {n}": 20 for n in range(voices)}
        vote = approving(20 * voices, prices, *[(1, (idea,)) for idea in prices])
        assert by_hand(vote)[0] == vote.funded(SHARES) == list(prices)
    vote = approving(100, {"dear": 60, "cheap": 40}, (3, ("dear", "cheap")), (4, ("dear", "cheap")))
    assert vote.funded(SHARES) == ["cheap", "dear"], "level, so the cheaper; then all that is left"


# ---- Equal shares: pabutools ------------------------------------------------------------------------------

LIBRARY: Sequence[tuple[int, tuple[int, ...], tuple[int, ...], tuple[str, ...], str]] = (
    (100, (55, 30, 52, 59, 49, 41, 9, 37), (11, 1, 3, 2),
     ("023467", "1356", "03456", "13567"), "63"),
    (60, (36, 10, 53, 19, 47, 20, 15, 23), (6, 9, 6, 9, 5, 8),
     ("0467", "2567", "0145", "01456", "013", "01245"), "05"),
    (120, (39, 52, 54, 28, 38, 25, 26, 55), (3, 2, 7, 9, 3, 11),
     ("237", "134", "0457", "12367", "02467", "013467"), "73"),
    (120, (18, 47, 57, 45, 41, 50, 34, 27, 58), (11, 5, 12, 1, 4, 3, 10),
     ("025678", "0123456", "0234568", "0248", "23", "0236", "01235"), "20"),
    (80, (8, 35, 57, 58, 46, 44, 52, 48), (7, 8, 7, 11, 12, 4),
     ("134", "0127", "13457", "012345", "0456", "0157"), "10"),
    (80, (8, 35, 13, 28, 51, 46, 39), (6, 11, 6, 1, 3, 12),
     ("036", "013", "012346", "2346", "25", "1346"), "310"),
)  # fmt: skip
"""Money, prices, voices of each ballot, the ideas that it finds good; and what pabutools 1.2.3 funds, in that
order (`method_of_equal_shares`, `Cost_Sat`, no completion; ties by cost, then by votes)."""


@pytest.mark.parametrize(("money", "prices", "weights", "good", "expected"), LIBRARY)
def test_equal_shares_funds_what_the_reference_library_does(
    money: int, prices: tuple[int, ...], weights: tuple[int, ...], good: tuple[str, ...], expected: str
) -> None:
    named = {str(n): price for n, price in enumerate(prices)}
    vote = approving(money, named, *zip(weights, good, strict=True))
    funded = vote.funded(SHARES)
    assert "".join(funded[: len(expected)]) == expected
    assert by_hand(vote)[0] == list(expected)


# ---- A town such as Aarau ---------------------------------------------------------------------------------


def test_a_town_with_many_small_local_ideas_funds_them_everywhere_by_equal_shares() -> None:
    """In Aarau, in 2023, equal shares funded 17 of 33 ideas, in all districts; by votes it would have been 7,
    all in the centre or for the whole town."""
    centre = {f"centre {n}": 30 for n in range(3)}
    around = ("north", "east", "south", "west")
    local = {f"{where} {n}": 5 for where in around for n in range(3)}
    districts = [
        (15, [idea for idea in local if idea.startswith(d)]) for d in ("north", "east", "south", "west")
    ]
    vote = approving(100, {**local, **centre}, (40, centre), *districts)
    by_votes, by_shares = vote.funded(APPROVAL), vote.funded(SHARES)
    assert set(centre) <= set(by_votes)
    assert len(by_votes) == 5
    assert len({idea.split()[0] for idea in by_votes}) == 2, "the centre, and one district"
    assert set(local) <= set(by_shares)
    assert len(by_shares) == 13
    assert len({idea.split()[0] for idea in by_shares}) == 5


# ---- Votes ------------------------------------------------------------------------------------------------


def test_most_votes_takes_what_still_fits_past_what_does_not() -> None:
    prices = {"small": 10, "middle": 50, "large": 60, "none": 5}
    vote = approving(70, prices, (9, ("large",)), (8, ("middle",)), (7, ("small",)))
    assert vote.funded(APPROVAL) == ["large", "small"]


def test_of_as_many_votes_the_cheaper_comes_first() -> None:
    vote = approving(50, {"dear": 30, "cheap": 20}, (4, ("dear", "cheap")))
    for method in METHODS:
        assert vote.funded(method) == ["cheap", "dear"]


def test_a_vote_is_a_grade_of_good_or_better_and_voices_weigh() -> None:
    vote = Vote(10, {"liked": 10, "loved": 10}, [(3, {"liked": 1, "loved": 4}), (2, {"loved": 0})])
    assert vote.votes("liked") == 3
    assert vote.funded(APPROVAL) == ["liked"]


def test_without_a_vote_nothing_is_funded_and_without_a_voice_neither() -> None:
    for vote in (Vote(10, {"it": 10}, [(5, {"it": FAIR})]), approving(10, {"it": 10}, (0, ("it",)))):
        for method in METHODS:
            assert vote.funded(method) == []


# ---- Majority judgement: Balinski and Laraki ---------------------------------------------------------------

ORSAY = {
    "Bayrou": (136, 307, 251, 148, 84, 74), "Royal": (167, 227, 191, 168, 122, 126),
    "Sarkozy": (191, 198, 143, 115, 71, 282), "Voynet": (29, 93, 175, 237, 261, 205),
    "Besancenot": (41, 99, 163, 160, 226, 311), "Buffet": (25, 76, 125, 206, 264, 304),
    "Bové": (15, 60, 114, 160, 257, 395), "Laguiller": (21, 53, 102, 166, 259, 401),
    "Nihous": (3, 18, 53, 110, 267, 550), "Villiers": (24, 64, 87, 113, 158, 555),
    "Schivardi": (5, 10, 39, 95, 249, 604), "Le Pen": (30, 46, 62, 65, 54, 744),
}  # fmt: skip
"""Grades given in Orsay on 22 April 2007, of a thousand, from excellent to "to reject", in the order of the
majority ranking (Balinski and Laraki, *Election by Majority Judgement: Experimental Evidence*, 2007,
p. 17)."""


def orsay() -> dict[str, Ints]:
    """With the two best grades as one, which tells nobody here apart; each made up to 1000 in its last."""
    found = {}
    for who, (best, second, *rest) in ORSAY.items():
        found[who] = np.array([best + second, *rest], dtype=np.int64)
        found[who][-1] += 1000 - found[who].sum()
    return found


def test_majority_judgement_ranks_orsay_as_published() -> None:
    tallies = orsay()
    names = list(tallies)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            assert better(tallies[one], tallies[other]) == 1, (one, other)
            assert better(tallies[other], tallies[one]) == -1
    medians = [median(tallies[who]) for who in names]
    assert medians == [1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4, 4]


def test_what_most_reject_is_never_funded_by_majority_judgement() -> None:
    tallies = orsay()
    marks = {
        who: [grade for grade in range(GRADES) for _ in range(tally[grade])] for who, tally in tallies.items()
    }
    ballots = [(1, {who: given[n] for who, given in marks.items()}) for n in range(1000)]
    vote = Vote(500, dict.fromkeys(reversed(ORSAY), 30), ballots)
    assert vote.funded(JUDGEMENT) == list(ORSAY)[:8]
    assert len(vote.funded(APPROVAL)) == 12


def test_what_all_find_good_comes_before_what_some_love_and_more_reject() -> None:
    vote = Vote(10, {"loved": 10, "good": 10}, [(6, {"loved": 0, "good": 1}), (7, {"loved": 4, "good": 1})])
    assert vote.funded(JUDGEMENT) == ["good"]


TALLY = st.tuples(*[st.integers(0, 9)] * (GRADES - 1))


@given(TALLY, TALLY, st.integers(36, 60))
def test_it_judges_as_a_room_does_that_answers_a_situation(
    one: tuple[int, ...], other: tuple[int, ...], voices: int
) -> None:
    left, right = ((*tally, voices - sum(tally)) for tally in (one, other))
    judged = better(np.array(left), np.array(right))
    lead = judgement.leading("majority-judgement", {"left": left, "right": right})
    assert lead == {1: ("left",), -1: ("right",), 0: ("left", "right")}[judged]
    assert median(np.array(left)) == judgement.median(left)


# ---- Promises ---------------------------------------------------------------------------------------------

NAMES = "abcdefg"


@st.composite
def elections(draw: st.DrawFn) -> Vote:
    """Few ballots, so that there are ties."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    prices = {name: draw(st.integers(5, 60)) for name in names}
    grades = st.fixed_dictionaries({name: st.integers(0, GRADES - 1) for name in names})
    ballots = draw(st.lists(st.tuples(st.integers(0, 12), grades), min_size=1, max_size=6))
    return Vote(draw(st.sampled_from((20, 60, 100, 120))), prices, ballots)


@given(elections())
def test_equal_shares_in_whole_numbers_funds_what_it_does_in_fractions(vote: Vote) -> None:
    by_shares, purses = by_hand(vote)
    assert all(purse >= 0 for purse in purses)
    assert vote.funded(SHARES)[: len(by_shares)] == by_shares


@given(elections(), st.randoms())
def test_the_order_of_ballots_changes_nothing(vote: Vote, chance: st.DrawFn) -> None:
    mixed = list(vote.ballots)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    for method in METHODS:
        assert vote._replace(ballots=mixed).funded(method) == vote.funded(method)


@given(elections())
def test_a_ballot_of_several_voices_counts_as_so_many_ballots(vote: Vote) -> None:
    each = [(1, said) for weight, said in vote.ballots for _ in range(weight)] or [(0, {})]
    for method in METHODS:
        assert vote._replace(ballots=each).funded(method) == vote.funded(method)


@given(elections())
def test_by_equal_shares_no_group_that_could_pay_its_idea_goes_away_with_nothing(vote: Vote) -> None:
    """Whoever find one idea good, and whose shares pay it together: one of them has an idea funded."""
    funded, voices = set(vote.funded(SHARES)), sum(weight for weight, _ in vote.ballots)
    for idea, price in vote.prices.items():
        group = [said for weight, said in vote.ballots if weight and said[idea] <= APPROVED]
        if vote.votes(idea) * vote.money >= price * voices and group:
            assert any(said[other] <= APPROVED for said in group for other in funded)


@given(elections())
def test_an_idea_is_left_out_by_votes_only_where_it_no_longer_fits(vote: Vote) -> None:
    """Each idea not funded had no vote, or too little money was left when its turn came."""
    order = sorted(vote.prices, key=lambda idea: (-vote.votes(idea), vote.prices[idea]))
    money, expected = vote.money, []
    for idea in order:
        if vote.votes(idea) and vote.prices[idea] <= money:
            money -= vote.prices[idea]
            expected.append(idea)
    assert vote.funded(APPROVAL) == expected


def by_hand(vote: Vote) -> tuple[list[str], list[Fraction]]:
    """Equal shares in exact fractions, one ballot for each voice, as equalshares.net explains it and without
    any completion: the ideas in order, and what each voice has left."""
    voices = [said for weight, said in vote.ballots for _ in range(weight)]
    purses = [Fraction(vote.money, len(voices)) for _ in voices]
    funded: list[str] = []
    while True:
        found = []
        for place, (idea, price) in enumerate(vote.prices.items()):
            who = [n for n, said in enumerate(voices) if said.get(idea, FAIR) <= APPROVED]
            if idea not in funded and who and sum(purses[n] for n in who) >= price:
                most = _split(Fraction(price), [purses[n] for n in who])
                found.append((-price / most, price, -len(who), place, idea, most, who))
        if not found:
            return funded, purses
        *_, idea, most, who = min(found)
        funded.append(idea)
        for n in who:
            purses[n] -= min(purses[n], most)


def _split(price: Fraction, purses: Sequence[Fraction]) -> Fraction:
    """What each pays at most, where a price is split as equally as possible."""
    rest, paying = price, len(purses)
    for purse in sorted(purses):
        if purse * paying >= rest:
            return rest / paying
        rest, paying = rest - purse, paying - 1
    raise AssertionError("they cannot pay it")
