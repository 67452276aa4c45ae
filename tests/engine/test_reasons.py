"""Simulated characters have reasons: what they say is what decided in the rules; words come in turn."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.content.model import REASONS, Scenario
from engine.fixed import ONE, Ints
from engine.play.commands import Advance, Ask, Begin
from engine.play.game import Game
from engine.play.reasons import given, remembered
from engine.play.table import Reason
from engine.rules import state as states
from engine.rules.board import build, names, weighed
from engine.rules.opening import begin_round
from engine.rules.promising import answer, say
from engine.rules.reasons import Why, why_answered, why_chosen
from engine.rules.state import BROKEN, GIFT, KEPT, NONE, PART, VOID
from engine.session.session import Session
from engine.telling import reasons
from engine.telling.reader import Reader
from engine.view.types import ROOM
from tests.engine import corner, private, small
from tests.engine.driving import go, session


class Table:
    """The first round of the small scenario, the garden and the market on the table, nobody having spoken."""

    def __init__(self, scenario: Scenario | None = None) -> None:
        scenario = scenario or small.scenario()
        self.names = names(scenario)
        self.board = build(scenario, "45")
        self.state = states.initial(self.board, 1)
        self.chance = states.dice(self.board, 1).block(0, 1)
        begin_round(self.board, self.state, self.chance)
        self.state.open[:] = -1
        self.state.open[:2] = [self.names.project("garden"), self.names.project("market")]
        self.chance = np.full_like(self.chance, 1 << 15)  # the same for everybody
        self.ana, self.bo = self.names.character("ana"), self.names.character("bo")
        self.garden, self.market = self.names.project("garden"), self.names.project("market")

    def promise(self, who: int, project: int, *tokens: int) -> None:
        say(self.state, who, project, tokens)

    def pledge(self, who: int, other: int, project: int, *tokens: int) -> None:
        """A pact, of which the other's part does not matter."""
        state = self.state
        state.pact_with[[who, other]] = other, who
        state.pact_project[who], state.pact[who] = project, tokens

    def why(
        self, who: int, fact: int, about: int, *gives: tuple[int, tuple[int, int, int]], pact: int = NONE
    ) -> Why:
        """Why somebody did what came to a fact about a project, giving so, and of their pact."""
        given = np.zeros_like(self.state.given)
        for project, tokens in gives:
            given[who, project] = tokens
        facts: Ints = np.zeros(given.shape[1], dtype=np.int64)
        facts[about] = fact
        told, why = why_chosen(self.board, self.state, who, facts, given[who], pact)
        assert told == (about if fact else -1)
        return why

    def asks(self, asker: int, asked: int, project: int) -> tuple[bool, Why]:
        before = states.copy(self.state)
        yes = answer(self.board, self.state, self.chance, asker, asked, project) > 0
        return yes, why_answered(self.board, before, self.chance, asker, asked, project, yes)


def test_who_breaks_a_word_for_something_dearer_says_where_the_tokens_went() -> None:
    table = Table()
    table.state.trust[:] = ONE
    table.state.believes[:] = 0
    table.promise(table.bo, table.garden, 0, 1, 0)
    why = table.why(table.bo, BROKEN, table.garden, (table.market, (0, 3, 0)))
    assert why == Why("dearer", table.market)


def test_who_gives_nothing_for_want_of_trust_names_the_one_distrusted() -> None:
    table = Table()
    table.promise(table.ana, table.garden, 2, 0, 0)
    table.promise(table.bo, table.garden, 0, 1, 0)
    table.state.trust[table.ana, table.bo] = ONE // 20
    table.state.a[table.ana] = ONE  # nothing pulls towards keeping
    why = table.why(table.ana, BROKEN, table.garden)
    assert why == Why("distrust", table.garden, table.bo)


def test_who_would_rather_keep_everything_says_so() -> None:
    table = Table()
    table.state.trust[:] = ONE
    table.state.a[table.ana] = 4 * ONE
    table.promise(table.ana, table.garden, 2, 0, 0)
    table.promise(table.bo, table.garden, 0, 1, 0)
    assert table.why(table.ana, BROKEN, table.garden).reason == "keeping"


def test_what_came_instead_is_told_by_tokens_of_the_kind_that_was_missed() -> None:
    table = Table()
    table.state.tokens[table.bo] = (2, 3, 0)
    table.promise(table.bo, table.garden, 1, 1, 0)
    gave = ((table.garden, (1, 0, 0)), (table.market, (0, 3, 0)))
    assert table.why(table.bo, PART, table.garden, *gave).project == table.market
    time_alone = ((table.garden, (0, 1, 0)), (table.market, (0, 2, 0)))
    assert table.why(table.bo, PART, table.garden, *time_alone).reason == "keeping"


def test_who_gave_everything_does_not_say_that_they_keep_anything() -> None:
    table = Table()
    table.state.trust[:] = ONE
    table.state.a[:] = 4 * ONE  # they would rather have kept it
    table.state.tokens[table.bo] = (0, 3, 1)
    table.promise(table.bo, table.garden, 0, 1, 1)
    gave = ((table.garden, (0, 1, 0)), (table.market, (0, 2, 1)))
    assert table.why(table.bo, PART, table.garden, *gave) == Why("dearer", table.market)


def test_who_gave_elsewhere_by_chance_does_not_say_that_they_stayed_away() -> None:
    table = Table()
    table.board = weighed(table.board._replace(change=np.zeros_like(table.board.change)))
    table.state.trust[:] = ONE
    table.promise(table.bo, table.garden, 0, 1, 0)
    why = table.why(table.bo, BROKEN, table.garden, (table.market, (0, 3, 0)))
    assert why == Why("dearer", table.market)


def test_a_gift_that_nothing_speaks_for_was_given_all_the_same() -> None:
    table = Table()
    table.board = weighed(table.board._replace(change=np.zeros_like(table.board.change)))
    assert table.why(table.bo, GIFT, table.garden, (table.garden, (0, 1, 0))).reason == "tipped"


def test_tokens_that_a_pact_asked_for_are_told_by_it() -> None:
    table = Table(private.scenario(mandates={}))
    table.promise(table.bo, table.garden, 0, 1, 0)
    table.pledge(table.bo, table.ana, table.market, 0, 2, 0)
    owed = Why("apart", table.market, table.ana)
    gave = (table.market, (0, 2, 0))
    assert table.why(table.bo, BROKEN, table.garden, gave) == owed
    assert table.why(table.bo, GIFT, table.market, gave) == owed


def test_who_broke_a_pact_does_not_boast_of_a_word_that_they_kept() -> None:
    table = Table()
    table.state.s[table.bo], table.state.a[table.bo] = 4 * ONE, ONE
    table.promise(table.bo, table.garden, 0, 1, 0)
    table.board = weighed(table.board._replace(change=np.zeros_like(table.board.change)))
    gave = (table.garden, (0, 1, 0))
    assert table.why(table.bo, KEPT, table.garden, gave, pact=KEPT).reason == "word"
    assert table.why(table.bo, KEPT, table.garden, gave, pact=BROKEN).reason == "tipped"


def test_who_has_what_is_wanted_where_all_is_promised_says_that_it_is_promised() -> None:
    table = Table()
    table.state.open[1:] = -1
    table.promise(table.bo, table.garden, 0, 1, 0)
    table.state.tokens[table.ana] = (0, 1, 0)
    assert table.why(table.ana, NONE, table.garden).reason == "full"
    table.state.tokens[table.ana] = (0, 0, 1)
    assert table.why(table.ana, NONE, table.garden).reason == "unfit"


def test_who_sits_elsewhere_says_so_whatever_they_have_promised() -> None:
    table = Table(corner.scenario())
    di = table.names.character("di")
    for promised in (0, 1):
        table.promise(di, table.market, 0, promised, 0)
        assert table.asks(table.ana, di, table.garden) == (False, Why("elsewhere", table.garden))
    game = corner.session().game
    told = Reason("di", "elsewhere", where="garden")
    assert reasons.said(game, Reader(), told) == "Je ne siège pas là-bas."
    with Reader("en").speaking():
        assert reasons.said(game, Reader("en"), told) == "I do not sit there."
    assert reasons.said(_played(small.scenario()).game, Reader(), told) == "Je n’y suis pas, ce tour-ci."


def test_a_condition_that_was_not_met_names_the_one_waited_for() -> None:
    table = Table()
    table.promise(table.ana, table.garden, 2, 0, 0)
    table.state.cond_who[table.ana, table.garden] = table.bo
    table.state.cond_kind[table.ana, table.garden] = 1
    assert table.why(table.ana, VOID, table.garden) == Why("guarantee", table.garden, table.bo)


def test_who_keeps_a_word_for_its_own_sake_says_that_it_was_given() -> None:
    table = Table()
    table.state.s[table.bo], table.state.a[table.bo] = 4 * ONE, ONE
    table.promise(table.bo, table.garden, 0, 1, 0)
    board = weighed(table.board._replace(change=np.zeros_like(table.board.change)))
    table.board = board
    assert table.why(table.bo, KEPT, table.garden, (table.garden, (0, 1, 0))).reason == "word"


def test_a_gift_that_only_another_makes_worth_while_names_them() -> None:
    table = Table()
    table.state.trust[:] = ONE
    table.state.believes[:] = 0
    cost = table.state.cost
    cost[table.garden] = (8, 1, 0)  # one token of means, of nine that are lacking
    table.promise(table.ana, table.garden, 8, 0, 0)
    why = table.why(table.bo, GIFT, table.garden, (table.garden, (0, 1, 0)))
    assert why == Why("friend", table.garden, table.ana)


def test_a_request_for_what_is_all_promised_or_needs_another_kind_is_refused_for_that() -> None:
    table = Table()
    cy = table.names.character("cy")
    assert table.asks(cy, table.bo, table.names.project("garden"))[1].reason != "unfit"
    table.state.tokens[table.ana] = (0, 0, 1)
    yes, why = table.asks(cy, table.ana, table.garden)
    assert (yes, why.reason) == (False, "unfit")
    table.promise(cy, table.garden, 2, 1, 0)
    table.state.tokens[table.ana] = (2, 0, 1)
    yes, why = table.asks(cy, table.ana, table.garden)
    assert (yes, why.reason) == (False, "full")


def test_a_request_granted_only_for_the_trust_in_who_asks_names_them() -> None:
    table = Table()
    table.board = weighed(table.board._replace(change=np.zeros_like(table.board.change)))
    table.state.believes[:] = 0
    table.state.trust[:] = ONE
    table.state.a[:] = int(1.9 * ONE)
    yes, why = table.asks(table.ana, table.bo, table.garden)
    assert yes
    assert why == Why("asked", table.garden, table.ana)


# ---- In a session, in words -----------------------------------------------------------------------------


def _played(scenario: Scenario, seed: int = 3) -> Session:
    """A demonstration up to its first reveal."""
    begin = Begin(duration="45", mode="demo", seats={}, participants=0)
    session = Session.create(scenario, begin, seed)
    while session.game.table.phase != "reveal":
        session.do(Advance())
    return session


def _with_says(**says: tuple[str, ...]) -> Scenario:
    """The small scenario whose people have words of their own."""
    whole = small.scenario().model_dump(by_alias=True)
    for card in whole["characters"].values():
        card["says"] = says
    return Scenario.model_validate(whole)


def test_every_simulated_character_says_why_at_the_reveal_and_nobody_who_is_held_does() -> None:
    session = Session.create(small.scenario(), small.begin(), 3)
    while session.game.table.phase != "reveal":
        if session.game.table.phase == "choice":
            from engine.play.commands import KeepWord

            for who in session.game.held:
                session.do(KeepWord(who=who))
        session.do(Advance())
    facts = session.view(ROOM, "fr").reveal
    assert facts is not None
    assert {fact.who for fact in facts.facts if fact.says} == {"cy", "di"}
    assert all(fact.decided.startswith("Ce qui a pesé") for fact in facts.facts if fact.says)


def test_a_card_without_words_speaks_with_those_of_the_engine() -> None:
    game = _played(small.scenario()).game
    for reason in REASONS:
        told = Reason("ana", reason, where="garden", other="bo", since=2)
        for language in ("fr", "en"):
            reader = Reader(language)
            with reader.speaking():
                said = reasons.said(game, reader, told)
                assert said
                assert "{" not in said + reasons.decided(game, reader, told)


def test_sentences_for_one_reason_are_said_in_turn_and_filled_in() -> None:
    words = ("{name} non, au tour {round}.", "Pas {name}.")
    game = _played(_with_says(betrayed=words)).game
    said = [
        reasons.said(game, Reader(), Reason("ana", "betrayed", other="bo", since=2, times=n))
        for n in range(3)
    ]
    assert said == ["Bo non, au tour 2.", "Pas Bo.", "Bo non, au tour 2."]


def test_an_evening_does_not_begin_with_the_sentence_that_another_began_with() -> None:
    scenario = _with_says(word=("Un.", "Deux.", "Trois."))
    first = set()
    for seed in range(1, 13):
        game = _played(scenario, seed).game
        game = replace(game, table=replace(game.table, rounds=(replace(game.table.rounds[0], reasons=()),)))
        game = replace(game, table=replace(game.table, rounds=(replace(game.playing, answers=()),)))
        said = [reasons.said(game, Reader(), given(game, who, Why("word"))) for who in ("ana", "bo")]
        first.add(tuple(said))
    assert {one for one, _ in first} == {"Un.", "Deux.", "Trois."}
    assert any(one != other for one, other in first), "nor does everybody begin with the same"


def test_who_reads_easy_text_hears_the_plain_words_of_the_program_where_the_card_has_none() -> None:
    game = _played(_with_says(keeping=("Assez.",))).game
    told = Reason("ana", "keeping")
    assert reasons.said(game, Reader(), told) == "Assez."
    assert reasons.said(game, Reader(easy=True), told) == "Je préfère garder ce que j’ai."


def _with_a_broken_word(game: Game, who: str, project: str, given: int = 0) -> Game:
    """The same session, in whose first round somebody broke a promise to a project that others gave to."""
    record = game.records[0]
    fact = np.zeros_like(record.fact)
    fact[game.names.character(who), game.names.project(project)] = BROKEN
    rounds = (replace(game.table.rounds[0], given={"cy": {project: (given, 0, 0)}}), *game.table.rounds[1:])
    return replace(game, records=(record._replace(fact=fact),), table=replace(game.table, rounds=rounds))


def test_distrust_of_somebody_who_broke_a_word_to_me_is_told_by_that_word_and_its_round() -> None:
    game = _with_a_broken_word(_played(small.scenario()).game, "bo", "garden", given=1)
    why = Why("distrust", 0, game.names.character("bo"))
    told = given(game, "cy", why, "garden")
    assert (told.reason, told.since, told.other) == ("betrayed", 1, "bo")
    other = given(game, "cy", Why("distrust", 0, game.names.character("ana")), "garden")
    assert (other.reason, other.since) == ("distrust", 0)


def test_at_the_bilan_whoever_was_let_down_recalls_who_and_when() -> None:
    game = _with_a_broken_word(_played(small.scenario()).game, "bo", "garden", given=1)
    state = states.copy(game.state)
    state.done[:] = 0
    told = remembered(replace(game, state=state), "cy")
    assert told is not None
    assert (told.reason, told.other, told.since) == ("waits", "bo", 1)
    state = states.copy(state)
    state.done[game.names.project("garden")] = 1
    built = remembered(replace(game, state=state), "cy")
    assert built is not None
    assert built.reason == "wronged"


def test_who_was_never_let_down_says_the_last_reason_at_the_bilan() -> None:
    game = _played(small.scenario()).game
    calm = replace(game, records=(game.records[0]._replace(fact=np.zeros_like(game.records[0].fact)),))
    assert remembered(calm, "cy") == next(one for one in game.playing.reasons if one.who == "cy")


def test_who_plays_alone_is_told_at_the_bilan_what_they_did_before_what_others_did() -> None:
    how = small.begin("training", "training", participants=1, seats={"ana": "held"})
    game = _with_a_broken_word(go(session(how), "reveal").game, "bo", "garden", given=1)
    first = game.table.rounds[0]
    came = Reason("cy", "friend", "garden", "garden", "ana")
    thankful = replace(game, table=replace(game.table, rounds=(replace(first, reasons=(came,)),)))
    assert remembered(thankful, "cy") == came
    silent = remembered(replace(game, table=replace(game.table, rounds=(replace(first, reasons=()),))), "cy")
    assert silent is not None
    assert silent.other == "bo"
    lied = remembered(_with_a_broken_word(thankful, "ana", "garden", given=1), "cy")
    assert lied is not None
    assert (lied.reason in ("waits", "wronged"), lied.other) == (True, "ana")


def test_a_reason_is_the_same_in_every_replay_and_kept_in_the_session_file(tmp_path: Any) -> None:
    begin = Begin(duration="45", mode="demo", seats={}, participants=0)
    session = Session.create(small.scenario(), begin, 3, tmp_path / "a.coop")
    while session.game.table.phase != "reveal":
        session.do(Advance())
    said = session.game.playing.reasons
    assert said
    session.close()
    again = Session.open(tmp_path / "a.coop")
    assert again.game.playing.reasons == said
    assert not again.changed_rules
    again.close()


def test_an_answer_is_given_at_the_first_person_with_its_reason() -> None:
    session = Session.create(small.scenario(), small.begin(), 3)
    while session.game.table.phase != "negotiation":
        session.do(Advance())
    legal = next(option for option in session.legal() if option.kind == "ask")
    asked = next(
        (who, project)
        for who in legal.ids
        for project in legal.projects
        if f"ana/{who}/{project}" not in legal.barred
    )
    session.do(Ask(asker="ana", asked=asked[0], project=asked[1]))
    [told] = session.view(ROOM, "fr").answers
    assert told.says
    assert told.decided


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_shipped_characters_say_leaves_no_brace(shipped: str, language: str) -> None:
    from engine.content import library

    scenario = library.load(shipped).scenario
    assert scenario is not None
    game = _played(scenario).game
    who, other = game.names.characters[:2]
    project = game.names.projects[0]
    reader = Reader(language)
    for character in game.names.characters:
        says = scenario.characters[character].says
        assert says is not None
        for reason in REASONS:
            assert getattr(says, reason), f"{character} has nothing to say for {reason}"
            for times in range(2):
                told = Reason(character, reason, where=project, other=other, since=2, times=times)
                assert "{" not in reasons.said(game, reader, told)
    assert who


@pytest.fixture(params=["au-lendemain-de-la-crue", "le-rez-de-chaussee"])
def shipped(request: pytest.FixtureRequest) -> str:
    return str(request.param)
