"""What is wrong with a week of rooms and with what passes from hand to hand, told where it stands."""

from pathlib import Path

import pytest

from engine.check import status
from engine.diagnostics import Diagnostic
from tests.engine import examples

WEEK = """
timetable:
  title: La semaine
  rooms: [{id: salle, title: La salle}, {id: cave, title: La cave}]
  times: [{id: matin, title: Matin}, {id: soir, title: Soir}]
  kept: [{hours: [cave.soir], why: Anna dort}]
baton: {title: La clé, the: la clé, pictogram: key, starts: anna}
"""
HOURS = {"bal": "salle.soir", "potager": "salle.soir", "atelier": "cave.matin"}


def written(to: Path, week: str = WEEK, hours: dict[str, str] = HOURS) -> Path:
    """The good scenario with a week, and the hours that its projects take."""
    folder = examples.good(to)
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(week.lstrip("\n"))
    for project, occupied in hours.items():
        with (folder / f"cards/projects/{project}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"occupies: [{occupied}]\n")
    return folder


def told(folder: Path) -> list[Diagnostic]:
    return [one for one in status(folder) if one.code not in ("count", "untranslated")]


def test_a_week_of_which_two_want_the_same_hour_has_nothing_wrong(tmp_path: Path) -> None:
    assert told(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "name", "key"),
    [
        ("{id: cave, title: La cave}", "{id: salle, title: La cave}", "salle", "rooms"),
        ("{id: soir, title: Soir}", "{id: matin, title: Soir}", "matin", "times"),
        ("[cave.soir]", "[cave.soir, cave.soir]", "cave.soir", "kept"),
        ("Anna dort}]", "Anna dort}, {hours: [cave.soir], why: La nuit}]", "cave.soir", "kept"),
    ],
)
def test_a_room_a_time_or_an_hour_listed_twice_is_told(
    old: str, new: str, name: str, key: str, tmp_path: Path
) -> None:
    found = [one for one in told(written(tmp_path, WEEK.replace(old, new))) if one.code == "listed-twice"]
    assert len(found) == 1
    assert name in found[0].message
    assert key in found[0].message
    assert min(found[0].line, found[0].column) > 0


def test_a_project_takes_an_hour_once(tmp_path: Path) -> None:
    found = told(written(tmp_path, hours={**HOURS, "bal": "salle.soir, salle.soir"}))
    assert [(one.code, Path(one.file).name) for one in found] == [("listed-twice", "bal.yaml")]


def test_hours_without_a_week_are_told_once_whatever_they_are(tmp_path: Path) -> None:
    found = told(written(tmp_path, week="", hours={**HOURS, "banc": "nulle.part"}))
    assert [one.code for one in found] == ["hours-nowhere"]
    assert all(project in found[0].hint for project in (*HOURS, "banc"))


def test_hours_are_not_blamed_while_their_week_cannot_be_read(tmp_path: Path) -> None:
    found = told(written(tmp_path, WEEK.replace("  title: La semaine\n", "")))
    assert [one.code for one in found] == ["missing-key"]


@pytest.mark.parametrize(("hours", "words"), [({}, "aucun chantier"), ({"bal": "salle.soir"}, "même heure")])
def test_a_week_that_decides_nothing_is_no_defect(hours: dict[str, str], words: str, tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, hours=hours))
    assert (found.code, found.severity) == ("week-idle", "advice")
    assert words in found.message


@pytest.mark.parametrize(("project", "codes"), [("bal", []), ("atelier", ["dislodged-never"])])
def test_a_debate_about_what_was_put_out_is_about_what_can_be(
    project: str, codes: list[str], tmp_path: Path
) -> None:
    folder = written(tmp_path)
    card = folder / "cards/debates/cle.yaml"
    card.write_text(
        card.read_text("utf-8")
        .replace("about: completed", "about: dislodged")
        .replace("project: cle", f"project: {project}"),
        "utf-8",
    )
    found = told(folder)
    assert [one.code for one in found] == codes
    assert all(one.expected == "bal, potager" for one in found)


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        ("title: La semaine", "title: La semaine de toutes les salles d’en bas", "32"),
        ("title: La cave", "title: La cave du fond de la cour", "20"),
        ("title: Soir", "title: Le soir après le dîner", "18"),
        ("why: Anna dort", "why: Anna dort juste au-dessus du porche", "24"),
        ("the: la clé", "the: la clé de la porte du fond de la cave", "24"),
    ],
)
def test_what_is_named_fits_its_place(old: str, new: str, most: str, tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, WEEK.replace(old, new)))
    assert found.code == "too-long"
    assert found.expected.startswith(most)
