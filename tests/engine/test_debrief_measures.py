"""What the Bilan says of a session: from je to nous, who kept whose word, what unites and divides."""

import numpy as np
import pytest

from engine import language
from engine.debrief import journey, opinions, participation
from engine.debrief.opinions import Asked
from engine.debrief.record import Kept, Played, PromiseKept
from engine.play.commands import Answer
from engine.telling.vocabulary import rung_word


@pytest.fixture(autouse=True)
def _french() -> None:
    language.use("fr")


def played(number: int, trust: float, **facts: int) -> Played:
    """A round where so many promises were kept, part, broken or void, and trust ended at a level."""
    words: dict[str, Kept] = {"kept": "kept", "part": "part", "broken": "broken", "void": "void"}
    promises = tuple(PromiseKept(0, 0, words[fact]) for fact, n in facts.items() for _ in range(n))
    return Played(number, promises, (1, 0), 20, 5 * number, (), 0, np.full((2, 2), trust))


def test_the_share_given_to_the_common_good_counts_every_token_in_hand() -> None:
    result = journey.je_nous([played(1, 40), played(2, 40)], np.full((2, 2), 40.0), (), ())
    assert result.commons_share == (25, 50)


def test_a_promise_whose_condition_failed_counts_neither_way() -> None:
    result = journey.je_nous([played(1, 40, kept=2, broken=1, void=4)], np.full((2, 2), 40.0), (), ())
    assert result.promises_kept == ((2, 3),)


def test_turning_points_name_the_largest_rise_and_the_largest_fall() -> None:
    rounds = [played(1, 30, broken=2), played(2, 45, kept=3), played(3, 46, kept=1)]
    result = journey.je_nous(rounds, np.full((2, 2), 40.0), (), ())
    assert result.trust == (40, 30, 45, 46)
    assert [(t.round, t.by) for t in result.turning_points] == [(1, -10), (2, 15)]
    assert "2 promesses non tenues" in result.turning_points[0].text
    assert "3 promesses tenues" in result.turning_points[1].text


def test_a_calm_session_has_no_turning_point() -> None:
    result = journey.je_nous([played(1, 41), played(2, 40)], np.full((2, 2), 40.0), (), ())
    assert result.turning_points == ()


def test_own_placings_have_a_mean_and_a_polarisation_only_when_somebody_answered() -> None:
    result = journey.je_nous([], np.full((2, 2), 40.0), (0, 0, 4, 0, 0, 0, 0), ())
    assert result.before.mean == 3
    assert result.before.polarisation == 0
    assert result.after.mean is None


def test_promises_and_gifts_are_counted_for_each_character() -> None:
    lines = journey.words_kept([played(1, 40, kept=1, part=1), played(2, 40, broken=1)], ("ada", "bo"))
    assert (lines[0].kept, lines[0].part, lines[0].broken, lines[0].gifts) == (1, 1, 1, 2)
    assert (lines[1].kept, lines[1].gifts) == (0, 0)


def test_trust_of_a_pair_is_the_mean_of_both_ways() -> None:
    start, end = np.array([[100.0, 20], [40, 100]]), np.array([[100.0, 60], [80, 100]])
    assert journey.network(start, end, ("ada", "bo")).pairs == (("ada", "bo", 30, 70),)


@pytest.mark.parametrize(
    ("share", "own_project", "rung"),
    [
        ((10, 0, 0, 0), False, "decided"),
        ((90, 20, 0, 0), False, "inform"),
        ((90, 70, 40, 0), False, "consult"),
        ((90, 70, 60, 10), False, "concert"),
        ((90, 70, 60, 55), False, "coproduce"),
        ((90, 70, 60, 80), False, "delegate"),
        ((90, 70, 60, 80), True, "initiative"),
    ],
)
def test_the_practised_rung_is_the_highest_that_half_of_the_observers_saw(
    share: participation.Shares, own_project: bool, rung: str
) -> None:
    assert participation.practised(share, own_project) == rung
    assert rung_word(participation.practised(share, own_project))


def test_ticks_are_shares_of_those_who_observed() -> None:
    assert participation.shares([(4, 2, 0, 0), (4, 4, 2, 0)]) == (100, 75, 25, 0)
    assert participation.shares([]) is None


def camp(question: str, split: int, size: int = 10) -> Asked:
    """Twice `size` voters; the first `split` say yes."""
    answers: dict[int, Answer] = {v: "yes" if v <= split else "no" for v in range(1, 2 * size + 1)}
    return Asked(question, "statement", question, voters=answers)


def test_what_all_say_unites_and_what_two_camps_say_divides() -> None:
    asked = [camp(f"statement:{n}", 10) for n in range(1, 5)] + [camp("statement:9", 20)]
    result = opinions.opinions(asked)
    assert [line.question for line in result.unites] == ["statement:9"]
    assert len(result.divides) == 4
    assert result.groups_are == "found"
    assert sorted(group.size for group in result.groups) == [10, 10]


def test_under_five_voters_no_word_is_said() -> None:
    result = opinions.opinions([Asked("verdict:1:1", "verdict", "…", tables={"": (4, 0, 0)})])
    assert result.few[0].word == "few"
    assert result.unites == result.divides == ()


def test_tables_stand_for_groups_when_answers_were_counted_by_hand() -> None:
    asked = Asked("statement:1", "statement", "…", tables={"A": (6, 0, 0), "B": (1, 6, 0), "C": (2, 0, 0)})
    result = opinions.opinions([asked])
    assert result.groups_are == "tables"
    assert {g.name for g in result.groups} == {"A", "B"}, "a table under five people is never shown"
    assert result.divides[0].consensus == pytest.approx(7 / 8 * 2 / 9)
    assert result.divides[0].everywhere is False


@pytest.mark.parametrize(("table_b", "everywhere"), [((6, 1, 0), True), ((2, 4, 0), False)])
def test_an_agreement_says_whether_each_group_shares_it(
    table_b: tuple[int, int, int], everywhere: bool
) -> None:
    asked = Asked("statement:1", "statement", "…", tables={"A": (20, 1, 0), "B": table_b})
    line = opinions.opinions([asked]).unites[0]
    assert line.everywhere is everywhere
    alone = Asked("statement:1", "statement", "…", tables={"": (20, 1, 0)})
    assert opinions.opinions([alone]).unites[0].everywhere is None


def test_votes_of_single_voters_are_grouped_by_their_table() -> None:
    answers: dict[int, Answer] = {v: "yes" if v < 6 else "unsure" for v in range(1, 11)}
    tables = {v: "A" if v < 6 else "B" for v in range(1, 11)}
    asked = Asked("statement:1", "statement", "…", voters=answers, voter_tables=tables)
    assert asked.by_table() == {"A": (5, 0, 0), "B": (0, 0, 5)}


def test_how_many_changed_their_mind_is_exact_for_voters_and_a_minimum_for_counts() -> None:
    one = Asked("verdict:1:1", "verdict", "…", voters={1: "yes", 2: "no", 3: "no"})
    two = Asked("verdict:1:2", "verdict", "…", voters={1: "no", 2: "yes", 3: "no"}, first=one)
    assert opinions.moved(one, two) == 2
    first = Asked("verdict:1:1", "verdict", "…", tables={"": (5, 12, 0)})
    second = Asked("verdict:1:2", "verdict", "…", tables={"": (10, 7, 0)}, first=first)
    assert opinions.moved(first, second) == 5
    assert opinions.opinions([second]).divides[0].moved == 5
    late = Asked("verdict:1:2", "verdict", "…", tables={"": (7, 7, 3)}, first=first)
    assert opinions.moved(first, late) == 5, "two came over to COOP and three no longer know"
