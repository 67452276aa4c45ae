"""Who may see what: nothing that an audience may not see is anywhere in what it gets."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import KINDS
from engine.fixed import ONE
from engine.play.commands import (
    Advance,
    Confirm,
    Finish,
    KeepWord,
    Note,
    PassTo,
    Place,
    Reopen,
    ShowForecasts,
    Tally,
    Undo,
    Vote,
)
from engine.play.game import Game
from engine.session.session import Session
from engine.telling.reader import Reader
from engine.view import of
from engine.view.types import CONSOLE, ROOM, Audience, View
from engine.view.veil import veil
from tests.engine.driving import Ticker, code, go, promise, session, to
from tests.engine.legal_moves import play_on
from tests.engine.small import PROJECTS, STAKES, begin, scenario

ANA = Audience("holder", "ana")


def everything(value: Any) -> list[Any]:
    """Every string and number anywhere in a view (or anything made of dataclasses, tuples and mappings)."""
    if is_dataclass(value) and not isinstance(value, type):
        return [leaf for field in fields(value) for leaf in everything(getattr(value, field.name))]
    if isinstance(value, dict):
        return [leaf for pair in value.items() for leaf in everything(pair)]
    if isinstance(value, Sequence | frozenset | set) and not isinstance(value, str):
        return [leaf for item in value for leaf in everything(item)]
    return [value]


def text(value: Any) -> str:
    return "\n".join(leaf for leaf in everything(value) if isinstance(leaf, str))


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=15, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_happens_the_room_reads_no_secret(data, seed):
    whole = session(begin(forecasts_shown=data.draw(st.sampled_from(("before", "after")))), seed)
    for step in range(30):
        play_on(data.draw, whole)
        room = whole.view(ROOM)
        words = text(room)
        assert "SECRET-" not in words
        assert "BELIEF-" not in words
        assert all(character.secret is None for character in room.characters)
        assert room.console is None
        if step % 6:
            continue
        mine = text(whole.view(ANA))
        assert not any(f"SECRET-{who}" in mine or f"BELIEF-{who}" in mine for who in ("bo", "cy", "di"))
        assert "SECRET-ana" in mine
        everybody = text(whole.view(CONSOLE))
        assert all(f"SECRET-{who}" in everybody for who in STAKES)


def _same_for(game_a: Game, game_b: Game, audience: Audience) -> bool:
    return of(game_a, audience) == of(game_b, audience)


@pytest.mark.parametrize("audience", [ROOM, CONSOLE, ANA, Audience("holder", "cy")], ids=str)
def test_a_token_placed_in_secret_changes_nothing_for_anybody_else(audience):
    whole = to("choice")
    whole.do(Place(who="ana", project="bikes", token="time", by=1))
    before = whole.game
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    assert of(before, audience) == of(whole.game, audience)
    mine = of(whole.game, Audience("holder", "bo"))
    assert dict(mine.choice.mine)["clinic"].means == 2
    assert mine.choice.left.means == 1
    limits = dict(mine.allows("place").limits)
    assert limits["bo"].means == 1
    assert mine.allows("place").ids == ("bo/clinic/means",)


def test_another_holder_is_told_neither_how_many_tokens_are_left_nor_where_they_lie():
    whole = to("choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    for audience in (ROOM, CONSOLE, ANA):
        view = whole.view(audience)
        assert "bo/clinic" not in text(view)
        assert "bo" not in dict(view.allows("place").limits)
    assert whole.view(Audience("holder", "cy")).allows("place") is None


def test_the_event_of_a_token_placed_tells_its_holder_only():
    whole = to("choice")
    (event,) = whole.do(Place(who="bo", project="clinic", token="means", by=1))
    assert (event.kind, event.who, event.project, event.tokens) == ("placed", "bo", "", (0, 0, 0))


@pytest.mark.parametrize("audience", [ROOM, CONSOLE, ANA], ids=str)
def test_forecasts_not_yet_shown_are_a_number_of_answers_and_nothing_else(audience):
    one, other = to("forecast"), to("forecast")
    question = f"forecast:{one.game.playing.selected[0]}"
    one.do(Tally(question=question, yes=9, no=1, unsure=2))
    other.do(Tally(question=question, yes=1, no=9, unsure=2))
    assert _same_for(one.game, other.game, audience)
    counts = one.view(audience).forecasts[0].counts
    assert (counts.received, counts.yes, counts.no, counts.unsure, counts.word) == (12, None, None, None, "")
    one.do(ShowForecasts())
    shown = one.view(audience).forecasts[0].counts
    assert (shown.yes, shown.no, shown.unsure, shown.word) == (9, 1, 2, "Accord\u00a0: tiendra")


def test_forecasts_stay_hidden_during_the_choice_and_are_shown_with_the_reveal():
    whole = to("forecast")
    whole.do(Tally(question=f"forecast:{whole.game.playing.selected[0]}", yes=5, no=6, unsure=0))
    go(whole, "choice")
    assert whole.view(CONSOLE).forecasts[0].counts.yes is None
    go(whole, "reveal")
    assert whole.view(ROOM).forecasts[0].counts.yes == 5
    assert whole.view(ROOM).forecasts_shown


def test_a_verdict_is_not_shown_while_people_vote_one_by_one():
    whole = to("debate", "vote", begin(participants=3))
    question = "verdict:1:1"
    whole.do(Vote(question=question, voter=1, answer="yes"))
    whole.do(Vote(question=question, voter=2, answer="no"))
    assert (whole.view(CONSOLE).debate.first.received, whole.view(CONSOLE).debate.first.yes) == (2, None)
    whole.do(Vote(question=question, voter=3, answer="no"))
    assert (whole.view(ROOM).debate.first.yes, whole.view(ROOM).debate.first.no) == (1, 2)


def test_the_simulated_choices_and_the_dice_are_nowhere_before_the_reveal():
    """Two seeds whose public past is the same look the same: nothing of what will come is in the view."""
    whole = to("choice")
    here = len(whole.history)
    go(whole, "reveal")
    whole.do(Undo(to=here))
    assert whole.game.table.draw == 1, "they will be drawn anew"
    seen = veil(whole.game, CONSOLE, Reader())
    assert seen.game.seed == 0
    assert seen.game.table.draw == 0
    assert not seen.game.state.deck.any()
    assert not seen.game.state.situations.any()
    assert not seen.game.state.given.any()
    assert not seen.game.table.placing
    other = Game(**{**{f.name: getattr(whole.game, f.name) for f in fields(whole.game)}, "seed": 99})
    for audience in (ROOM, CONSOLE, ANA):
        assert _same_for(whole.game, other, audience)


@pytest.mark.parametrize("audience", [ROOM, ANA], ids=str)
def test_what_the_rules_know_of_others_is_emptied_too(audience):
    seen = veil(to("negotiation").game, audience, Reader())
    others = [i for i, who in enumerate(seen.game.names.characters) if who != audience.character]
    assert not seen.game.board.stakes[others].any()
    assert not seen.game.board.goal[others].any()
    assert (seen.game.board.worth == seen.game.board.personal * ONE)[others].all(), "that is on the cards"
    assert not seen.game.board.believes[others].any()
    assert not seen.game.state.believes[others].any()
    assert not seen.game.state.total[others].any()
    assert "SECRET" not in seen.game.scenario.model_dump_json().replace("SECRET-ana", "")


def test_words_collected_are_the_consoles():
    whole = session()
    whole.do(Note(text="MOT-dit"))
    assert "MOT-dit" in text(whole.view(CONSOLE))
    assert "MOT-dit" not in text(whole.view(ROOM))
    assert "MOT-dit" not in text(whole.view(ANA))


def test_the_journal_tells_nothing_of_the_choices_until_they_are_revealed():
    """Not even how many tokens were moved: who moved none keeps everything."""
    whole = to("choice")
    before = whole.view(CONSOLE)
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(Confirm(who="bo"))
    view = whole.view(CONSOLE)
    assert view.console.journal == before.console.journal
    assert view.allows("undo").most == len(before.console.journal)
    whole.do(Confirm(who="ana"))
    whole.do(Advance())
    said = [line.sentence for line in whole.view(CONSOLE).console.journal[len(before.console.journal) :]]
    assert said[:2] == ["Bo déplace un jeton en secret", "Choix confirmé\u00a0: Bo"]


def test_going_back_to_a_choice_hides_again_what_was_done_in_it_and_nothing_else():
    whole = to("choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    placed = len(whole.history)
    go(whole, "reveal")
    whole.do(Undo(to=placed))
    lines = [line.sentence for line in whole.view(CONSOLE).console.journal]
    assert not any("en secret" in line or "Choix" in line for line in lines if "Étape" not in line)
    assert lines[-1] == "Étape\u00a0: Révélation"
    assert whole.view(CONSOLE).console.journal[-1].undone


def test_what_was_done_in_a_choice_that_was_given_up_is_never_told():
    whole = to("negotiation")
    number = len(whole.history)
    go(whole, "choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(Confirm(who="bo"))
    whole.do(Undo(to=number))
    for phase in ("negotiation", "choice", "reveal", "bilan"):
        lines = [line for line in whole.view(CONSOLE).console.journal if line.number < number + 6]
        assert not any("en secret" in line.sentence or "Choix conf" in line.sentence for line in lines)
        go(whole, phase)
    stopped = to("choice")
    stopped.do(Place(who="bo", project="clinic", token="means", by=1))
    stopped.do(Finish())
    assert "en secret" not in text(stopped.view(CONSOLE))


def test_a_choice_taken_up_again_shows_nothing_of_what_it_was():
    whole = to("choice")
    whole.do(PassTo(who="bo"))
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(Confirm(who="bo"))
    whole.do(Reopen(who="bo"))
    for audience in (ROOM, CONSOLE, Audience("holder", "bo")):
        view = whole.view(audience)
        assert "bo/clinic" not in text(view)
        assert not any(sum(tokens) for _, tokens in view.choice.mine or ())


def test_who_trains_alone_reads_the_others_secrets_at_the_end_only():
    whole = session(begin("training", "training", participants=1, seats={"ana": "held"}))
    inside = text(whole.view(CONSOLE))
    assert "SECRET-ana" in inside
    assert not any(f"SECRET-{who}" in inside or f"BELIEF-{who}" in inside for who in ("bo", "cy", "di"))
    whole.do(Finish())
    assert all(f"SECRET-{who}" in text(whole.view(CONSOLE)) for who in STAKES)


def _shown_with(seed: int, who: str, health: int) -> View:
    """What the room sees of one round of the same moves, were other things at stake for `who`."""
    stakes = {"health": health, "work": 10 - health}
    cast = tuple(
        m.model_copy(update={"stakes": stakes}) if m.character == who else m for m in scenario().cast
    )
    other = scenario().model_copy(update={"cast": cast})
    whole = Session.create(other, begin(seats=dict.fromkeys(STAKES, "held")), seed, now=lambda: 0.0)
    go(whole, "choice")
    for project in sorted(whole.game.open, key=lambda p: -PROJECTS[p][1]["common"]):
        for holder in whole.game.held:
            for token in KINDS:
                while code(whole, Place(who=holder, project=project, token=token, by=1)) == "":
                    pass
    for holder in whole.game.held:
        whole.do(Confirm(who=holder))
    return go(whole, "debate", "map").view(ROOM)


@pytest.mark.no_cover  # lines that other tests walk
def test_no_stakes_follow_from_what_the_room_saw():
    """Whoever counts with the terms on the map finds several stakes that fit all that a round showed; here
    there are only nine to choose from, and now and then one alone fits."""
    several = []
    for seed in range(2):
        for who, stakes in STAKES.items():
            lived = _shown_with(seed, who, stakes["health"])
            assert lived.reveal.commons.rose, "gains counted, and moved people"
            fitting = [health for health in range(1, 10) if _shown_with(seed, who, health) == lived]
            several.append(len(fitting) > 1)
    assert sum(several) >= 7, several


def test_terms_and_places_on_the_map_are_told_in_tenths():
    whole = to("debate", "map")
    for move in whole.view(ROOM).map.moves:
        numbers = [reason.by for reason in move.reasons]
        numbers += [move.before.synergy, move.after.synergy, move.before.antagonism, move.after.antagonism]
        assert all(round(number, 1) == number for number in numbers)
        assert all(reason.by for reason in move.reasons)


def test_everything_promised_and_given_is_public_after_the_reveal():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    go(whole, "choice")
    whole.do(KeepWord(who="bo"))
    go(whole, "reveal")
    fact = next(f for f in whole.view(ROOM).reveal.facts if f.who == "bo")
    assert (fact.fact, fact.word, fact.promised.means, fact.given.means) == ("kept", "TENU", 2, 2)


def _built_by_ana_and_bo() -> Session:
    """The clinic is built, which raises the common good; Ana keeps one token of three."""
    whole = to("choice", how=begin(seats=dict.fromkeys(STAKES, "held")), seed=_seed_with("clinic"))
    for who, project, kind, by in (
        ("ana", "clinic", "time", 1), ("ana", "clinic", "backing", 1), ("bo", "clinic", "means", 2),
    ):  # fmt: skip
        for _ in range(by):
            whole.do(Place.model_validate({"who": who, "project": project, "token": kind, "by": 1}))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    return go(whole, "reveal")


def _seed_with(project: str) -> int:
    how = begin(seats=dict.fromkeys(STAKES, "held"))
    return next(seed for seed in range(99) if project in to("choice", how=how, seed=seed).game.open)


def test_a_holder_learns_at_the_reveal_what_the_round_brought_and_from_what():
    mine = _built_by_ana_and_bo().view(ANA).character("ana").secret
    assert mine.round.projects == (("Chantier clinic", 3.6),), "six points of health, each worth 0.6"
    assert mine.round.kept == 0.2
    assert mine.round.total == mine.gain == (3.8 if mine.round.counted else 0.2)
    longer = to("negotiation", how=begin(duration="90")).view(ANA).character("ana").secret
    assert longer.goal == 5.2, "to a tenth, like every gain"


def test_what_a_round_brought_is_told_to_its_holder_and_the_console_alone():
    whole = _built_by_ana_and_bo()
    for audience in (ROOM, ANA, Audience("holder", "bo")):
        others = [c for c in whole.view(audience).characters if c.id != audience.character]
        assert all(c.secret is None for c in others)
    assert all(c.secret.round for c in whole.view(CONSOLE).characters)
    assert not veil(whole.game, ROOM, Reader()).game.records[-1].gain.any()
    assert not veil(whole.game, ROOM, Reader()).game.state.gain.any()
    assert go(whole, "situation").view(ANA).character("ana").secret.round is None


def test_what_a_project_would_bring_is_told_to_whom_it_would_bring_it():
    whole = to("negotiation", seed=_seed_with("clinic"))
    clinic = {
        audience: next(p.worth for p in whole.view(audience).projects if p.id == "clinic")
        for audience in (ROOM, CONSOLE, ANA, Audience("holder", "bo"))
    }
    assert clinic == {ROOM: None, CONSOLE: None, ANA: 3.6, Audience("holder", "bo"): 0.6}


def test_a_presupposition_that_a_project_lifts_is_told_to_whom_it_weighs_on_while_it_does():
    small = scenario()
    pairs = (("ana", "bo"), ("bo", "ana"), ("ana", "cy"), ("ana", "gone"))
    lifting = tuple(card.model_copy(update={"lifts": pairs}) for card in small.projects)
    board = small.model_copy(update={"projects": lifting})
    whole = go(Session.create(board, begin(), 7, now=Ticker()), "negotiation")
    told = {
        audience: [line for line in whole.view(audience).projects[0].effects if "présupposé" in line]
        for audience in (ROOM, CONSOLE, ANA, Audience("holder", "bo"), Audience("holder", "cy"))
    }
    anas, bos = ("un présupposé tombe\u00a0: Ana sur Bo", "un présupposé tombe\u00a0: Bo sur Ana")
    assert list(told.values()) == [[], [anas, bos], [anas], [bos], []]


def test_at_the_bilan_goals_and_gains_are_laid_open_to_all():
    whole: Session = to("bilan", how=begin(duration="45"))
    view: View = whole.view(ROOM)
    assert [row[0] for row in view.results] == list(STAKES)
    assert all(goal == 3.5 and reached == (gain >= goal) for _, reached, gain, goal in view.results)
    assert view.results == whole.view(CONSOLE).results
    assert "SECRET-" not in text(view)
    assert to("negotiation").view(CONSOLE).results is None


def test_passing_the_computer_is_seen_by_all_and_changes_no_secret():
    whole = to("choice")
    whole.do(PassTo(who="bo"))
    assert whole.view(ROOM).choice.passed_to == "bo"
    assert whole.view(ROOM).choice.mine is None
    whole.do(Confirm(who="bo"))
    assert whole.view(ROOM).choice.passed_to is None
    assert whole.view(ROOM).choice.confirmed == ("bo",)


def test_a_source_that_tells_its_date_is_not_followed_by_it_again():
    told = {"title": "Titre", "text": "Texte", "note": "À dire", "source": "Loi du 21 février 2014"}
    panels = ({**told, "id": "a", "dated": "21 février 2014"}, {**told, "id": "b", "dated": "repères 2024"})
    with_panels = scenario().model_validate({**scenario().model_dump(by_alias=True), "briefing": panels})
    whole = Session.create(with_panels, begin(), 1, now=lambda: 0.0)
    whole.do(Advance())
    assert [page.source.replace("\u00a0", " ") for page in whole.view(ROOM).briefing] == [
        "Loi du 21 février 2014", "Loi du 21 février 2014 · repères 2024",
    ]  # fmt: skip


def test_what_a_passer_by_says_beside_the_briefing_is_for_the_console():
    panel = {"id": "a", "title": "Titre", "text": "Texte", "note": "NOTE-dite"}
    with_panel = scenario().model_validate({**scenario().model_dump(by_alias=True), "briefing": (panel,)})
    whole = Session.create(with_panel, begin(), 1, now=lambda: 0.0)
    whole.do(Advance())
    assert whole.view(ROOM).phase.kind == "briefing"
    assert [page[:3] for page in whole.view(ROOM).briefing] == [("Titre", "Texte", "")]
    assert [page[:3] for page in whole.view(CONSOLE).briefing] == [("Titre", "Texte", "NOTE-dite")]
