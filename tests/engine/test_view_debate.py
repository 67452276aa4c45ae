"""What the room reads of a debate: its acts, its counts, who moved on the map and why."""

from dataclasses import replace

import pytest

from engine.content.model import Text, Tokens
from engine.debrief.build import bilan
from engine.play.commands import Advance, CarteBlanche, Note, PickAct, PlacePosture, Tally, Vote
from engine.session.session import Session
from engine.telling.postures import apart, headline, reasons
from engine.telling.reader import Reader
from engine.telling.vocabulary import Reason
from engine.transcript import story
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, go, promise, to
from tests.engine.small import begin, scenario


def test_a_debate_card_asks_about_this_act_by_name():
    debate = to("debate").view(ROOM).debate
    assert debate.picked.question.startswith(f"{debate.picked.who.title()} Dupont")
    assert "{" not in debate.picked.question


def test_a_debate_card_elides_before_the_name_that_it_is_given():
    small = scenario()
    debates = tuple(
        card.model_copy(
            update={"question": Text(fr="Que dire de {name} ?"), "statement": Text(fr="L’acte de {name}.")}
        )
        for card in small.debates
    )
    board = small.model_copy(update={"debates": debates})
    whole = go(Session.create(board, begin(), 7, now=Ticker()), "debate")
    for who, of in (("ana", "d’Ana Dupont"), ("bo", "de Bo Dupont")):
        act = next(act for act in whole.game.playing.acts if act.who == who)
        whole.do(PickAct(act=act.id))
        picked = whole.view(ROOM).debate.picked
        assert (picked.question.replace("\u202f", " "), picked.statement) == (
            f"Que dire {of} ?",
            f"L’acte {of}.",
        )


def test_the_map_moves_with_reasons_that_add_up():
    whole = to("debate", "map")
    for i, move in enumerate(whole.view(ROOM).map.moves):
        told = sum(reason.by for reason in move.reasons if reason.of == "synergy")
        assert abs(told - (move.after.synergy - move.before.synergy)) < 0.3, "small terms are left out"
        assert move.proposed == (move.who in ("ana", "bo"))
        assert all(reason.text for reason in move.reasons), i
    whole.do(PlacePosture(who="bo", synergy=4.0))
    move = next(m for m in whole.view(ROOM).map.moves if m.who == "bo")
    assert move.after.synergy == 4.0
    assert not move.proposed
    assert any("le choix de la personne" in reason.text for reason in move.reasons)
    assert move.headline == "Bo change de zone"
    told = {you: [one.text for one in reasons(whole.game, Reader(you=you), 1)] for you in ("ana", "bo")}
    assert "le choix de la personne qui tient ce personnage" in told["ana"]
    assert "votre choix" in told["bo"]


def _told(by_s: float, by_a: float, *every: Reason) -> list[str]:
    """A move's line in the story: its headline, then why."""
    view = to("debate", "map").view(ROOM)
    was, toward, despite = view.map.moves[0], *apart(every, by_s, by_a)
    after = replace(was.before, synergy=was.before.synergy + by_s, antagonism=was.before.antagonism + by_a)
    move = replace(was, after=after, headline="ICI", reasons=every, toward=toward, despite=despite)
    line = next(line for line in story.map_told(replace(view, map=replace(view.map, moves=(move,)))))
    return line.split(" · ")[1:]


def test_somebody_who_comes_nearer_is_first_told_by_what_brought_them_nearer():
    away, up, near = Reason(-0.3, "A", "synergy"), Reason(0.2, "B", "antagonism"), Reason(0.1, "C", "synergy")
    assert _told(0.1, -0.1, away, up, near) == ["synergie +0,1 C", "malgré ceci\u00a0: synergie −0,3 A"]
    assert _told(0.1, -0.1, away, up) == [
        "de petites choses s’ajoutent",
        "malgré ceci\u00a0: synergie −0,3 A",
    ]
    assert _told(-0.1, 0.1, away, up, near) == ["synergie −0,3 A", "antagonisme +0,2 B"]
    assert _told(0.1, 0.2, away, up, near)[:2] == ["antagonisme +0,2 B", "synergie +0,1 C"]
    assert _told(0.0, 0.0) == []


@pytest.mark.parametrize("place", [4.0, 1.0, None])
def test_where_somebody_placed_themself_nothing_pulls_them_back(place: float | None):
    """Nor where they let the proposed place stand, even without a word."""
    whole = to("debate", "map")
    if place is not None:
        whole.do(PlacePosture(who="bo", synergy=place, antagonism=place))
    stood = [(int(whole.game.state.s[i]), int(whole.game.state.a[i])) for i in range(2)]
    go(whole, "debate", "map", rounds=2)
    record, view = whole.game.records[-1], whole.view(ROOM)
    for i, who in enumerate(("ana", "bo")):
        assert (record.s_before[i], record.a_before[i]) == stood[i]
        assert (record.s_anchor[i], record.a_anchor[i]) == (0, 0)
        told = next(move for move in view.map.moves if move.who == who).reasons
        assert not any("attachement" in reason.text for reason in told)
    assert record.s_anchor[2:].any(), "who is simulated is pulled back"


def test_nobody_is_told_what_an_earlier_version_reckoned_of_their_attachment():
    whole = to("debate", "map")
    record = whole.game.records[-1]
    record.s_anchor[:] = 65536
    game = whole.game
    told = [{reason.text for reason in reasons(game, Reader(), i)} for i in range(4)]
    assert ["l’attachement à sa position" in texts for texts in told] == [False, False, True, True]


def test_a_reason_names_the_common_good_as_its_scenario_does():
    small = scenario()
    home = small.indicators["common"].model_copy(update={"title": Text(fr="Chez nous")})
    board = small.model_copy(update={"indicators": {**small.indicators, "common": home}})
    whole = go(Session.create(board, begin(), 7, now=Ticker()), "debate", "map")
    assert not whole.game.records[-1].rose[0]
    reasons = {reason.text for move in whole.view(ROOM).map.moves for reason in move.reasons}
    assert "«\u202fChez nous\u202f» n’a pas monté" in reasons


def test_faces_wait_for_the_map_before_they_change():
    whole = to("debate", "revote")
    record = whole.game.records[-1]
    shown = whole.view(ROOM).characters[0].posture.synergy
    assert shown == round(record.s_before[0] / 65536, 1)
    whole.do(Advance())
    assert whole.view(ROOM).characters[0].posture.synergy == round(record.s_after[0] / 65536, 1)


def test_the_room_is_told_how_many_changed_their_mind_and_never_who():
    whole = to("debate")
    whole.do(Tally(question="verdict:1:1", yes=2, no=9, unsure=1))
    whole.do(Advance())
    assert whole.view(ROOM).debate.changed is None
    whole.do(Advance())
    whole.do(Tally(question="verdict:1:2", yes=7, no=5))
    debate = whole.view(ROOM).debate
    assert debate.changed == 5
    assert debate.sentence == "5 personnes au moins ont changé d’avis. La question nous divise."
    whole.do(Tally(question="verdict:1:2", yes=2, no=9, unsure=1))
    assert whole.view(ROOM).debate.sentence.startswith("Les deux votes donnent le même compte.")


def test_where_people_answer_one_by_one_the_number_who_changed_is_exact():
    """Two who swap sides leave the counts as they were."""
    whole = to("debate", how=begin(participants=6))
    for voter in range(1, 7):
        whole.do(Vote(question="verdict:1:1", voter=voter, answer="yes" if voter > 3 else "no"))
    whole.do(Advance())
    whole.do(Advance())
    for voter in range(1, 7):
        whole.do(Vote(question="verdict:1:2", voter=voter, answer="yes" if voter % 2 else "no"))
    debate = whole.view(ROOM).debate
    assert (debate.changed, debate.sentence.split(".")[0]) == (4, "4 personnes ont changé d’avis")
    told = bilan(whole.game).opinions
    assert {line.moved for line in (*told.unites, *told.divides) if line.kind == "verdict"} == {4}


def test_a_count_of_some_tables_only_stays_hidden():
    whole = to("debate", how=begin(tables=("A", "B"), participants=0))
    whole.do(Tally(question="verdict:1:1", table="A", yes=4, no=2))
    assert whole.view(ROOM).debate.first.yes is None
    whole.do(Tally(question="verdict:1:1", table="B", yes=1, no=2))
    assert whole.view(ROOM).debate.first.yes == 5
    alone = to("debate", how=begin(participants=0))
    alone.do(Vote(question="verdict:1:1", voter=1, answer="yes"))
    assert alone.view(ROOM).debate.first.yes is None, "nobody knows how many are to come"


def test_too_few_answers_are_said_to_be_too_few():
    whole = to("debate")
    whole.do(Tally(question="verdict:1:1", yes=2, no=1))
    assert whole.view(ROOM).debate.first.word == "Réserve\u00a0: moins de 5 réponses"
    whole.do(Tally(question="verdict:1:1", yes=0, no=0))
    assert whole.view(ROOM).debate.first.word == ""


def test_the_name_that_the_room_gave_is_set_as_print_would_wherever_it_is_read():
    whole = to("negotiation")
    named = "L’atelier «\u202foui\u202f!\u202f»"
    whole.do(CarteBlanche(name="L'atelier « oui ! »", cost=Tokens(time=1, means=1), changes={"health": 1}))
    promise(whole, "bo", "carte-blanche", 0, 1, 0)
    view = whole.view(CONSOLE)
    assert next(p.title for p in view.projects if p.carte_blanche) == named
    mine = next(p for p in view.promises if p.who == "bo" and p.project == "carte-blanche")
    assert mine.sentence == "au chantier «\u202fL’atelier “oui\u202f!”\u202f»"
    assert view.console.journal[-2].sentence == f"Carte blanche\u00a0: {named}"


def test_a_sentence_written_alone_is_read_again_as_print_sets_it():
    whole = to("debate", "sentence", begin("training", "training", participants=1))
    whole.do(Note(text="C'est quoi, « tenir » ?", tag="sentence"))
    assert whole.view(ROOM).debate.kept == ("C’est quoi, «\u202ftenir\u202f»\u202f?",)


@pytest.mark.parametrize(
    ("by_s", "by_a", "elsewhere", "said"),
    [
        (0.2, -0.1, False, "Bo se rapproche"),
        (0.0, 0.1, False, "Bo s’éloigne"),
        (-0.2, 0.2, True, "Bo change de zone"),
        (0.0, 0.0, False, "Bo ne bouge presque pas"),
        (0.1, 0.1, False, "Bo\u202f: plus pour, plus contre"),
        (-0.2, -0.1, False, "Bo\u202f: moins pour, moins contre"),
    ],
)
def test_a_move_is_called_what_its_numbers_say(by_s: float, by_a: float, elsewhere: bool, said: str):
    told = headline(scenario(), Reader(), "bo", by_s, by_a, elsewhere)
    assert told.replace("\u00a0", "\u202f") == said


@pytest.mark.parametrize(
    ("by_s", "by_a", "elsewhere", "said"),
    [
        (0.2, -0.1, False, "Vous vous rapprochez"),
        (0.0, 0.1, False, "Vous vous éloignez"),
        (-0.2, 0.2, True, "Vous changez de zone"),
        (0.0, 0.0, False, "Vous ne bougez presque pas"),
        (0.1, 0.1, False, "Vous\u202f: plus pour, plus contre"),
    ],
)
def test_who_plays_alone_is_told_of_their_own_move(by_s: float, by_a: float, elsewhere: bool, said: str):
    told = headline(scenario(), Reader(you="bo"), "bo", by_s, by_a, elsewhere)
    assert told.replace("\u00a0", "\u202f") == said


def test_nobody_is_said_to_go_nearer_or_farther_than_the_room_can_read():
    whole = to("debate", "map")
    for move in whole.view(ROOM).map.moves:
        by_s = round(move.after.synergy - move.before.synergy, 1)
        by_a = round(move.after.antagonism - move.before.antagonism, 1)
        assert ("éloigne" in move.headline) <= (by_s <= 0 <= by_a), move
        assert ("rapproche" in move.headline) <= (by_a <= 0 <= by_s), move
