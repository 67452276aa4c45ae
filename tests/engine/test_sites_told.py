"""What became of works, told while they are played and once it is over: transcript, record, gains."""

import json

import pytest

from engine import language
from engine.content.model import Condition
from engine.debrief import record as measures
from engine.play.commands import Confirm, Finish, Place
from engine.play.table import Act
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.pages import _told
from engine.report.record import without
from engine.report.tables import tables
from engine.session.session import Session
from engine.telling import conditions, exercise
from engine.telling.reader import Reader
from engine.transcript import story
from engine.view import of
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine import square
from tests.engine.driving import go, session
from tests.engine.small import begin

READER = Reader("fr")
SAME_GROUND = 28
"""A seed that lays the market and the garden on one table: both want the north."""
ALL_HELD = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))


def pay(whole: Session, *projects: str) -> None:
    """All that these ask for is given, by the first who have it, and nothing else; the choices are made."""
    go(whole, "choice", "", whole.game.playing.number + (whole.game.table.phase in ("reveal", "debate")))
    game = whole.game
    hands = {who: list(game.tokens(who)) for who in game.held}
    for project in projects:
        p = game.names.project(project)
        lacks = (game.state.cost[p] - game.state.placed[p]).tolist()
        for k, kind in enumerate(("time", "means", "backing")):
            for who, hand in hands.items():
                while lacks[k] > 0 and hand[k] > 0:
                    whole.do(Place.model_validate({"who": who, "project": project, "token": kind, "by": 1}))
                    lacks[k], hand[k] = lacks[k] - 1, hand[k] - 1
        assert lacks == [0, 0, 0], f"{project} is out of reach"
    for who in game.held:
        whole.do(Confirm(who=who))
    go(whole, "reveal", "", whole.game.playing.number)


def played(*rounds: tuple[str, ...]) -> Session:
    """Each round says which projects get all that they ask for; the reveal of the last one. The clinic, the
    feast and the desk are on the table at first; the garden comes in the second round."""
    whole = square.to("negotiation", ALL_HELD)
    for projects in rounds:
        pay(whole, *projects)
    return whole


def over(*rounds: tuple[str, ...]) -> Session:
    whole = played(*rounds)
    whole.do(Finish())
    return whole


UP, STALLED = ("clinic", "feast"), ()
WHOLE = (UP, ("clinic",), ("clinic",))
"""The clinic, begun, continued and finished, with the feast that softens it."""


def told(whole: Session, language_: str = "fr") -> str:
    steps = ((c, of(whole.history[n], ROOM, language_)) for n, c in enumerate(whole.commands))
    return " ".join("\n".join(story.lines(steps, language_)).split())


# ---- While it is played ---------------------------------------------------------------------------------


def test_works_on_the_table_say_their_phases_their_ground_what_they_do_and_what_comes_next() -> None:
    text = told(square.to("negotiation", ALL_HELD))
    for words in (
        "Aucune palissade",
        "Chantier clinic (demande 1 temps, 2 moyens et 1 appui) : Santé +2, Bien-être social +9 · "
        "3 tranches · La moitié sud · À chaque tour, palissade debout : Bien-être social −2 · "
        "Tranches suivantes : 1 temps et 1 appui ; 1 moyen",
        "Adoucit toute palissade debout : Bien-être social +1 à chaque tour.",
    ):
        assert words in text, words


def test_a_hoarding_that_goes_up_is_told_with_what_it_costs_and_is_no_project_that_lacks_something() -> None:
    text = told(played(UP))
    assert "« Chantier clinic » : la palissade se dresse ; encore 2 tranches." in text
    assert "1 palissade debout : Bien-être social −1" in text, "the feast softens it"
    assert "+6 des chantiers, −1 des palissades, −2 d’usure" in text
    assert "Chantier clinic. Il manque" not in text


def test_a_round_opens_with_how_the_ground_stands_and_what_it_does_if_nothing_is_done() -> None:
    text = told(go(played(UP), "negotiation", "", 2))
    for words in (
        "1 palissade debout · La moitié sud : « Chantier clinic », encore 2 tranches",
        "Si rien n’avance, ce tour : Bien-être social −1 · "
        "Chaque palissade en plus de la première : Bien-être social −2",
        "Palissade debout : encore 2 tranches · La moitié sud · "
        "À chaque tour, palissade debout : Bien-être social −1 · Tranche suivante : 1 moyen",
        "Travail −2, Bien-être social −2, Bo y perd 1 · Tranche suivante : 2 moyens",
    ):
        assert words in text, words


def test_works_that_wait_advance_and_end_are_told_each_in_its_own_sentence() -> None:
    text = told(played(UP, STALLED, ("clinic",), ("clinic",)))
    for words in (
        "« Chantier clinic » n’avance pas : encore 2 tranches, et la gêne continue.",
        "« Chantier clinic » avance : encore 1 tranche.",
    ):
        assert words in text, words
    text = told(played(*WHOLE))
    assert "Chantier clinic : terminé !" in text
    assert "« Chantier clinic » : la palissade tombe." in text
    assert "palissade debout" not in text.rpartition("la palissade tombe.")[2]


def test_works_that_are_given_up_would_have_brought_nobody_anything_yet() -> None:
    gains = [{**one, "for": {"ana": 2}} for one in square.scenario().model_dump(by_alias=True)["projects"]]
    whole = square.to("reveal", ALL_HELD, 5, 3, projects=tuple(gains))
    lapsed = [one for one in whole.view(ROOM).reveal.outcomes if one.state == "lapsed"]
    assert {bool(one.project.works): bool(one.benefits) for one in lapsed} == {True: False, False: True}


def test_nothing_goes_on_after_the_last_round() -> None:
    text = told(played(UP, STALLED, STALLED, STALLED))
    assert text.count("et la gêne continue") == 2
    assert "« Chantier clinic » n’avance pas : il manquait 3 tranches." in text  # the rain undid one


def test_what_works_cost_by_name_is_told_and_what_they_cost_by_stakes_is_not() -> None:
    """What is dear to somebody is theirs alone to tell."""
    whole = played(UP, ("garden",))
    (bo,) = whole.view(ROOM).reveal.borne  # type: ignore[union-attr]
    assert (bo[0], bo[1]) == ("bo", -1)
    assert "2 palissades debout : Travail −2, Bien-être social −5 · Bo : −1 (les travaux)" in told(whole)


def test_each_reads_what_works_cost_them_among_the_gains_of_the_round() -> None:
    whole = played(UP, ("garden",))
    for who, points in (("bo", -2.8), ("cy", -1.0)):  # nine and five of work, and one more by name
        sheet = whole.view(Audience("holder", who)).character(who).secret
        assert sheet is not None
        assert sheet.round is not None
        assert ("Les travaux", points) in sheet.round.projects
    ana = whole.view(CONSOLE).character("ana").secret
    assert ana is not None
    assert ana.round is not None
    assert ana.round.total == pytest.approx(dict(ana.round.projects)["Les travaux"] + ana.round.kept)


def test_works_whose_ground_others_took_leave_and_no_time_is_said_to_be_over() -> None:
    whole = square.to("choice", ALL_HELD, seed=SAME_GROUND)
    whole.do(Place(who="di", project="market", token="time", by=1))
    pay(whole, "garden")
    text = told(whole)
    assert "Chantier market. « Chantier garden » a pris le même sol. Perdu : 1 temps." in text
    assert "Le délai est passé" not in text
    assert "Abandonné, faute de sol : Chantier market." in [
        " ".join(line.split()) for line in build.record(whole).story
    ]


@pytest.mark.parametrize("language_", ["fr", "en"])
def test_the_end_tells_the_ground_in_both_languages(language_: str) -> None:
    said = {
        "fr": "La place vue d’en haut : 1 palissade debout · La moitié sud : « Chantier clinic », "
        "encore 2 tranches",
        "en": "La place vue d’en haut: 1 hoarding standing · La moitié sud: “Chantier clinic”, 2 phases left",
    }[language_]
    assert said in told(over(UP), language_)


def test_works_that_take_no_ground_are_told_without_it() -> None:
    whole = square.to("negotiation", ALL_HELD, sites=None)
    pay(whole, "clinic")
    assert "· 3 tranches · À chaque tour" in told(whole), "nothing stands between two dots"


# ---- The record -----------------------------------------------------------------------------------------


def test_the_record_tells_what_became_of_works_in_every_format() -> None:
    made = build.record(over(UP, STALLED, ("clinic",)))
    (clinic,) = made.sites
    assert (clinic.up, clinic.on, clinic.stalled, clinic.down, clinic.left) == (1, (3,), (2,), 0, 1)
    assert (clinic.phases, clinic.ground, clinic.by) == (3, "La moitié sud", ("Ana", "Bo"))
    assert [(one.round, one.standing) for one in made.hoardings] == [(1, 1), (2, 1), (3, 1)]
    south = [(g.round, g.state, g.left) for g in made.grounds if g.title == "La moitié sud"]
    assert south == [(0, "old", 0), (1, "site", 2), (2, "site", 2), (3, "site", 1)]
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-sites.csv", ".json"):
        assert "palissade debout depuis le tour 1, encore 1 tranche" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["hoardings"][1]["standing"] == 1
    assert {"sites", "hoardings", "grounds", "nuisance"} <= {one.id for one in tables(made)}
    left = without(made, frozenset({"sites"}))
    assert (left.sites, left.hoardings, left.grounds, left.nuisance) == ((), (), (), ())


def test_works_that_are_over_say_when_and_by_whom() -> None:
    made = build.record(over(*WHOLE))
    (clinic,) = made.sites
    assert (clinic.up, clinic.on, clinic.stalled, clinic.down, clinic.left) == (1, (2,), (), 3, 0)
    assert clinic.word == "palissade debout du tour 1 au tour 3, puis tombée"
    assert "Chantier clinic" in made.rounds[2].completed
    assert made.rounds[0].completed == ("Chantier feast",)
    (south,) = (g for g in made.grounds if (g.round, g.title) == (3, "La moitié sud"))
    assert (south.state, south.project) == ("new", "Chantier clinic")


def test_what_they_cost_is_summed_for_gauges_and_once_it_is_over_for_people() -> None:
    going, made = build.record(played(UP, ("garden",))), build.record(over(UP, ("garden",)))
    assert {(n.whose, n.name, n.points) for n in going.nuisance} == {
        ("gauge", "Travail", -2), ("gauge", "Bien-être social", -6),
    }  # fmt: skip
    people = {n.name: n.points for n in made.nuisance if n.whose == "person"}
    assert people == {"Ana": -0.8, "Bo": -2.8, "Cy": -1.0, "Di": -0.4}
    left = without(made, frozenset({"people"})).nuisance
    assert {n.whose for n in left} == {"gauge"}, "a record without people says nothing of theirs"


def test_the_story_tells_hoardings_and_those_that_still_stand() -> None:
    told_ = [" ".join(line.split()) for line in build.record(over(UP, STALLED)).story]
    assert "« Chantier clinic » : la palissade se dresse ; encore 2 tranches." in told_
    assert "Commencé, et pas fini : Chantier clinic." in told_
    assert "1 palissade est encore debout." in told_


def test_its_pages_tell_the_hoardings_round_by_round_then_what_became_of_each() -> None:
    rounds, works = _told(build.record(over(UP, STALLED)))["needs"]
    assert [row["head"] for row in rounds["rows"]] == ["Tour 1", "Tour 2"]
    assert "n’avance pas" in rounds["rows"][1]["said"]
    assert "La moitié sud" in rounds["rows"][0]["overheard"]
    assert "Ont donné : Ana et Bo." in " ".join(works["rows"][0]["said"].split())
    assert "Bien-être social −2" in " ".join(works["rows"][1]["overheard"].split())


def test_a_session_without_hoardings_has_no_page_of_them() -> None:
    assert _told(build.record(over(STALLED)))["needs"] == []


def test_sessions_side_by_side_count_hoardings() -> None:
    one, other = build.record(over(UP, STALLED)), build.record(go(session(), "reveal"))
    (table,) = (t for t in compared([("une", one), ("autre", other)]).tables if t.id == "participation")
    rows = {row[0]: row[1:3] for row in table.rows}
    assert rows["Palissades dressées"] == (1, NOTHING)
    assert rows["Palissades tombées"] == (0, NOTHING)
    assert rows["Tours sans avancer"] == (1, NOTHING)
    assert rows["Ce que la gêne a coûté au bien commun"] == (-2, NOTHING)


def test_tokens_of_every_phase_and_of_what_softens_it_are_given_to_the_commons() -> None:
    first, second = measures.rounds(played(("clinic",), ("clinic",)).game)
    assert (first.to_commons, second.to_commons) == (4, 2)
    assert first.completed == second.completed == ()


def test_everything_is_said_in_english_too() -> None:
    whole = over(*WHOLE)
    with language.using("en"):
        made = build.record(whole)
        assert {table.title for table in tables(made)} >= {"The works", "The hoardings"}
        assert made.sites[0].word == "hoarding standing from round 1 to round 3, then down"


# ---- What is said of it ---------------------------------------------------------------------------------


def test_a_condition_counts_hoardings() -> None:
    said = conditions.words(
        square.scenario(), READER, Condition.model_validate({"hoardings": {"150": 2}}), "150"
    )
    assert said == "2 palissades au moins sont debout"


def test_those_who_train_are_told_that_a_hoarding_stands_not_that_nothing_came_of_it() -> None:
    whole = go(played(UP), "debate")
    act = Act("1.ana", "ana", "clinic", "gift", "any")
    said = exercise._fact(whole.game, READER, whole.game.playing, act)
    assert " ".join(said.split()) == "À la fin du tour, la palissade de « Chantier clinic » est debout."
