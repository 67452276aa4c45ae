"""What a transcript and a record tell of an agenda: who volunteered, who chaired, what was put off."""

import json
from functools import cache
from typing import Any

import pytest

from engine import language
from engine.play.commands import Begin, PickAct, PutOff, Volunteer
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.pages import _told
from engine.report.record import Record, without
from engine.report.table import Table
from engine.report.tables import tables
from engine.session.session import Session
from engine.transcript import story
from engine.view import of
from engine.view.types import ROOM
from tests.engine import chairs
from tests.engine.driving import go, on, session
from tests.engine.small import begin


@cache
def held() -> Session:
    """Everybody is held. Ana volunteers in the first round and chairs it; then nobody volunteers. Whoever
    chairs always puts off desk and garden."""
    return chairs.in_the_chair("ana", "bilan", "")


@cache
def simulated() -> Session:
    """Cy and Di are simulated, and volunteer each round."""
    return chairs.to("bilan")


@cache
def record(language_: str = "fr") -> Record:
    with language.using(language_):
        return build.record(held())


def told(whole: Session, language_: str = "fr") -> str:
    steps = ((c, of(whole.history[n], ROOM, language_)) for n, c in enumerate(whole.commands))
    return plain("\n".join(story.lines(steps, language_)))


def plain(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def table(made: Record, id_: str = "agenda") -> Table:
    return next(one for one in tables(made) if one.id == id_)


# ---- The transcript -------------------------------------------------------------------------------------


def test_a_round_tells_what_there_is_time_for_who_volunteers_who_is_drawn_and_what_waits() -> None:
    lines = told(held())
    assert (
        "5 sujets sur la table, le temps d’en traiter 3.\n"
        "- Chantier bikes\n- Chantier feast\n- Chantier clinic\n- Chantier desk\n- Chantier garden\n"
        "Se propose : Ana.\nLe sort désigne Ana.\nAna reporte « Chantier desk » et « Chantier garden ».\n"
    ) in lines
    assert lines.count("Personne ne se propose : le sort désignera parmi tous.") == 3


def test_simulated_characters_that_volunteer_and_chair_are_told_of_in_the_same_words() -> None:
    lines = told(simulated())
    assert lines.count("Se proposent : Cy et Di.") == 4
    assert "Le sort désigne Di.\nDi reporte « Chantier bikes » et « Chantier feast »." in lines


def test_what_was_taken_up_again_is_told_as_whoever_chairs_left_it() -> None:
    whole = chairs.in_the_chair("ana")
    for project in ("bikes", "feast"):
        whole.do(PutOff(project=project))
    whole.do(PutOff(project="bikes", off=False))
    whole.do(PutOff(project="clinic"))
    on(whole)
    lines = told(whole)
    assert "Ana reporte « Chantier feast » et « Chantier clinic »." in lines
    assert lines.count("Ana reporte") == 1


def test_who_does_not_volunteer_any_more_is_not_told_of() -> None:
    whole = chairs.to("agenda", begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    for command in (Volunteer(who="ana"), Volunteer(who="bo"), Volunteer(who="ana", stands=False)):
        whole.do(command)
    assert "Se propose : Bo.\nLe sort désigne Bo." in told(go(whole, "negotiation"))


def test_what_waits_is_marked_where_people_negotiate_and_where_all_is_revealed() -> None:
    lines = told(held())
    assert "- Chantier desk (demande 2 temps et 2 appuis, reporté) : " in lines
    assert "- Chantier bikes (demande 2 temps et 1 moyen) : " in lines
    assert "Chantier desk. Reporté. Il manque 2 temps et 2 appuis." in lines
    assert "Chantier bikes. Il manque 2 temps et 1 moyen." in lines


def test_one_person_who_plays_alone_is_told_that_they_chair() -> None:
    alone = Begin(duration="training", mode="training", seats={"ana": "held"}, participants=1)
    whole, number = chairs.to("agenda", alone, "chair"), 1
    while whole.game.playing.chaired != "ana":
        whole = go(whole, "agenda", "chair", number)
        whole.do(Volunteer(who="ana"))
        on(whole)
        number += 1
    on(whole)
    lines = told(whole)
    assert "Vous vous proposez, comme Bo, Cy et Di." in lines
    assert "Le sort vous désigne : vous présidez." in lines
    assert "Vous reportez « " in lines


def test_everything_is_told_in_english_too() -> None:
    lines = told(simulated(), "en")
    for line in (
        "5 items on the table, time for 3 of them.",
        "Volunteering: Cy and Di.",
        "The lot falls on Di.\nDi puts off “Chantier bikes” and “Chantier feast”.",
        ", put off): ",
    ):
        assert line in lines, line


# ---- The record -----------------------------------------------------------------------------------------


def test_each_round_has_who_volunteered_who_chaired_what_was_treated_and_what_was_put_off() -> None:
    first, second, third, _ = record().agenda
    assert (first.round, first.volunteers, first.chair, first.played_by) == (1, ("Ana",), "Ana", "people")
    assert first.treated == ("Chantier bikes", "Chantier feast", "Chantier clinic")
    assert first.put_off == ("Chantier desk", "Chantier garden")
    assert (first.given_up, second.volunteers) == ((), ())
    assert third.given_up == ("Chantier desk", "Chantier garden")
    assert {one.played_by for one in build.record(simulated()).agenda} == {"game"}


def test_a_round_that_is_not_revealed_yet_is_not_in_it() -> None:
    assert build.record(chairs.in_the_chair("ana", "choice", "")).agenda == ()
    assert len(build.record(chairs.in_the_chair("ana", "reveal", "")).agenda) == 1


def test_a_round_that_has_time_for_all_is_not_in_it() -> None:
    made = build.record(chairs.to("bilan", agenda={"title": "L’ordre du jour", "treats": 5}))
    assert made.agenda == ()
    assert not [line for line in made.story if "Le sort" in line]
    assert "agenda" not in {one.id for one in tables(made)}


def test_the_story_tells_who_chaired_each_round_and_what_waited_more_than_once() -> None:
    lines = [plain(line) for line in record().story]
    at = lines.index("Tour 1, « Situation rain » : aucun chantier n’est terminé.")
    assert lines[at + 1] == "Le sort désigne Ana, qui reporte « Chantier desk » et « Chantier garden »."
    assert "Abandonné, parce que reporté : Chantier desk et Chantier garden." in lines
    assert not [line for line in lines if line.startswith("Abandonné, faute de jetons") and "desk" in line]
    assert "Reportés plus d’une fois : « Chantier desk » et « Chantier garden »." in lines
    early = build.record(chairs.in_the_chair("ana", "reveal", "")).story
    assert not [line for line in early if "plus d’une fois" in line]


def test_all_six_formats_have_it() -> None:
    made = record()
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-agenda.csv", ".json"):
        assert "Chantier desk" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["agenda"][0]["put_off"] == ["Chantier desk", "Chantier garden"]
    assert len(table(made).title) <= 31
    row = table(made).rows[2]
    assert row[:4] == (3, "", "Cy", "des gens")
    assert row[5:7] == ("Chantier desk · Chantier garden",) * 2


def test_the_agenda_can_be_left_out() -> None:
    gone = without(record(), frozenset({"agenda"}))
    assert gone.agenda == ()
    assert gone.left_out == ("agenda",)
    assert _told(gone)["needs"] == []


def test_its_pages_tell_each_round_and_among_whom_the_chair_was_drawn() -> None:
    [part] = _told(record())["needs"]
    heads = [(row["head"], plain(row["overheard"]), plain(row["said"])) for row in part["rows"]]
    waits = "reporte « Chantier desk » et « Chantier garden »."
    treats = "Traités : Chantier bikes, Chantier feast, Chantier clinic."
    assert heads[0] == ("Tour 1", f"Le sort désigne Ana, qui {waits}", f"Se proposait : Ana. {treats}")
    assert heads[2] == (
        "Tour 3",
        f"Le sort désigne Cy, qui {waits}",
        f"Personne ne se proposait. {treats} Reportés, puis abandonnés : Chantier desk, Chantier garden.",
    )


def test_sessions_side_by_side_compare_who_chaired_and_what_became_of_what_waited() -> None:
    plain_ = build.record(go(session(), "reveal"))
    several = [("une", record()), ("jeu", build.record(simulated())), ("autre", plain_)]
    (found,) = (t for t in compared(several).tables if t.id == "participation")
    rows: dict[str, tuple[Any, ...]] = {plain(str(row[0])): row[1:4] for row in found.rows}
    assert rows["Tours présidés par des gens"] == ("4 sur 4", "0 sur 4", NOTHING)
    assert rows["Personnages qui ont présidé"] == (3, 2, NOTHING)
    assert rows["Tours où personne ne s’est proposé"] == (3, 0, NOTHING)
    assert rows["Chantiers reportés plus d’une fois"] == (2, 3, NOTHING)
    assert rows["Reportés, puis abandonnés"] == (2, 2, NOTHING)


def test_a_session_without_an_agenda_tells_nothing_of_one() -> None:
    made = build.record(go(session(), "reveal"))
    assert made.agenda == ()
    assert "agenda" not in {one.id for one in tables(made)}
    (found,) = (t for t in compared([("une", made)]).tables if t.id == "participation")
    assert not [row for row in found.rows if "présid" in str(row[0])]


@pytest.mark.parametrize("easy", [False, True])
def test_the_record_is_in_english_too(easy: bool) -> None:
    with language.using("en"):
        made = build.record(held(), easy=easy)
        assert table(made).title == "Who chairs, and what waits"
        assert "The lot falls on Ana, who puts off “Chantier desk” and “Chantier garden”." in made.story
        [part] = _told(made)["needs"]
        assert part["rows"][0]["said"].startswith("Volunteering: Ana. Dealt with: ")


# ---- The debate -----------------------------------------------------------------------------------------


def test_a_debate_about_what_was_put_off_says_who_chaired() -> None:
    whole = chairs.in_the_chair("ana", "debate", "")
    act = next(act for act in whole.game.playing.acts if act.fact == "put-off")
    whole.do(PickAct(act=act.id))
    debate = whole.view(ROOM).debate
    assert debate is not None
    assert debate.picked is not None
    assert plain(debate.picked.sentence) == "Ana présidait, et a reporté « Chantier desk »."
