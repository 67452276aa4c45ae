"""What is wrong with an agenda, told where it stands: file, line, column; what balance tries of it."""

from pathlib import Path

import pytest

from engine import language
from engine.balance.changes import every
from engine.balance.matrix import _DEVICES
from engine.check import status
from engine.check.ballot import _most
from engine.content import library
from engine.diagnostics import Diagnostic
from engine.rules.board import build
from tests.engine import chairs, corner, examples, urn
from tests.engine.examples import Change
from tests.engine.examples import place_of as place
from tests.engine.small import scenario as small

AGENDA = """
agenda:
  title: L'ordre du jour
  treats: 3
  plain: {title: Les sujets}
phases: [situation, agenda, negotiation, forecast, choice, reveal, debate]
"""
SCENARIO, PAROLE, CLE = "scenario.yaml", "cards/debates/parole.yaml", "cards/debates/cle.yaml"
NOTES = (SCENARIO, "notes:\n", "notes:\n  agenda: {say: [Qui préside ?], do: [Tirer au sort.]}\n")
BROKEN = 'about: broken\nquestion: "{name} avait promis {promised}. Fallait-il le dire avant ?"'
WAITS = 'about: put-off\nquestion: "{name} a reporté « {project} ». Est-ce dire non ?"'


def written(to: Path, *changed: Change, agenda: str = AGENDA, notes: bool = True) -> Path:
    """The good scenario with an agenda; then `changed`."""
    return examples.grown(to, agenda, *([NOTES] if notes else []), *changed)


def told(folder: Path) -> list[Diagnostic]:
    """What is wrong, but for the good scenario having few cards and no English."""
    return [one for one in status(folder) if one.code not in ("count", "untranslated")]


def where(one: Diagnostic) -> tuple[str, int, int]:
    return Path(one.file).name, one.line, one.column


def test_three_of_four_treated_and_a_debate_about_the_fourth_have_nothing_wrong(tmp_path: Path) -> None:
    assert told(written(tmp_path, (PAROLE, BROKEN, WAITS))) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "severity", "at", "expected"),
    [
        ("situation, agenda, negotiation", "situation, negotiation", "agenda-phase", "error", "phases",
         "agenda"),
        ("situation, agenda, negotiation", "situation, negotiation, agenda", "phases-order", "error",
         "agenda,", ""),
        ("treats: 3", "treats: 4", "agenda-idle", "error", "4", "3 au plus"),
        ("treats: 3", "treats: 5", "agenda-idle", "error", "5", "3 au plus"),
        ("treats: 3", "treats: 1", "agenda-starves", "advice", "1", "2 au moins"),
        ("treats: 3", "treats: 6", "out-of-bounds", "error", "6", "5"),
        ("L'ordre du jour\n", "L'ordre du jour de la cour et du jardin\n", "too-long", "error", "L'ordre",
         "32 au plus"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_agenda_is_told_where_it_stands(
    old: str, new: str, code: str, severity: str, at: str, expected: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, (SCENARIO, old, new))
    (found,) = told(folder)
    assert (found.code, found.severity) == (code, severity)
    assert expected in found.expected + found.message
    text = (folder / SCENARIO).read_text("utf-8")
    assert where(found)[:2] == (SCENARIO, text[: text.index(new)].count("\n") + 1)
    assert at in text.splitlines()[found.line - 1][found.column - 1 :]


def test_more_lies_on_a_table_with_more_places(tmp_path: Path) -> None:
    wide = (SCENARIO, "agenda:\n", "parameters: {slots: 5}\nagenda:\n")
    found = told(written(tmp_path, (SCENARIO, "treats: 3", "treats: 4"), wide))
    assert "agenda-idle" not in [one.code for one in found]


def test_the_phase_wants_its_notes_and_its_agenda(tmp_path: Path) -> None:
    assert [one.code for one in told(written(tmp_path, notes=False))] == ["notes-missing"]
    lone = AGENDA[AGENDA.index("phases:") :]
    folder = written(tmp_path / "lone", agenda=lone)
    (found,) = told(folder)
    assert (found.code, where(found)) == ("agenda-phase", place(folder, SCENARIO, "agenda, negotiation"))


def test_a_debate_about_what_is_put_off_wants_somebody_who_chairs(tmp_path: Path) -> None:
    folder = examples.grown(tmp_path, "", (PAROLE, BROKEN, WAITS))
    (found,) = told(folder)
    assert (found.code, where(found)) == ("put-off-never", place(folder, PAROLE, "put-off"))


def test_a_debate_about_what_is_put_off_names_who_and_what_and_no_promise(tmp_path: Path) -> None:
    promised = (PAROLE, BROKEN, WAITS.replace("{project}", "{promised}"))
    (found,) = told(written(tmp_path, promised))
    assert (found.code, found.expected) == ("placeholder-empty", "{name}, {project}, {where}")


CORNERS = """
corners:
  title: Les deux coins
  noun: coins
  scribe: chloe
  strips: {words: 25, arranged: {health: 2}}
  these:
    - {id: est, title: L'entrée A, at: à l'entrée A, member: anna,
       says: [{text: On dort., arranged: Le calme.}]}
    - {id: ouest, title: L'entrée B, at: à l'entrée B, member: bilal,
       says: [{text: Deux clés., arranged: Des clés.}]}
"""


def test_what_lies_in_a_corner_is_never_put_off(tmp_path: Path) -> None:
    about = (CLE, "about: completed\nproject: cle\nquestion: \"{project} : qui garde le double ?\"",
             "about: put-off\nproject: cle\nquestion: Faut-il attendre ?")  # fmt: skip
    assert "put-off-never" not in [one.code for one in told(written(tmp_path / "table", about))]
    there = ("cards/projects/cle.yaml", "rung: delegate", "rung: delegate\ncorners: [ouest]")
    folder = written(tmp_path / "corner", about, there, agenda=CORNERS + AGENDA)
    (found,) = [one for one in told(folder) if one.code == "put-off-never"]
    assert where(found) == place(folder, CLE, "cle\nquestion")


def test_no_more_ideas_are_funded_than_a_round_treats() -> None:
    dear = {**urn.BALLOT, "money": 500}
    whole = urn.scenario(ballot=dear)
    assert whole.ballot is not None
    priced = sum(card.price is not None for card in whole.projects)
    one = urn.scenario(ballot=dear, agenda={"title": "L’ordre du jour", "treats": 1})
    assert _most(whole, whole.ballot, "funded", "45") == min(priced, 3 * 2)
    assert _most(one, whole.ballot, "funded", "45") == 2
    begun = urn.begun(ballot={**dear, "submitted": ["bikes"]}, agenda=one.agenda)
    assert begun.ballot is not None
    assert _most(begun, begun.ballot, "funded", "45") == 3  # and what others have submitted


def test_it_is_told_in_english_too(tmp_path: Path) -> None:
    language.use("en")
    try:
        for change, words in (
            ("treats: 4", "nothing is ever put off"),
            ("treats: 1", "whoever chairs chooses for all"),
        ):
            folder = written(tmp_path / change[-1], (SCENARIO, "treats: 3", change))
            (found,) = told(folder)
            assert words in found.message
    finally:
        language.use("fr")


@pytest.mark.parametrize("slug", library.slugs())
def test_shipped_agendas_have_nothing_wrong(slug: str) -> None:
    assert [one for one in status(slug) if one.code.startswith(("agenda-", "put-off"))] == []


# ---- Balance --------------------------------------------------------------------------------------------


def test_balance_tries_one_more_and_one_fewer_to_treat() -> None:
    scenario = chairs.scenario()
    (change,) = [one for one in every(scenario, "150") if one.field == "agenda.treats"]
    assert (change.now, change.by(1), change.by(-1), change.by(2), change.by(-3)) == (3, 4, 2, None, None)
    assert " ".join(change.words(2).split()) == "Un tour traite 2 chantiers de la table"
    assert build(change.to(scenario, 2), "150").treats == 2
    assert not [one for one in every(small(), "150") if one.field.startswith("agenda")]


def test_an_agenda_plays_unlike_another_evening() -> None:
    assert _DEVICES["agenda"](chairs.scenario())
    assert not _DEVICES["agenda"](small())
    assert not _DEVICES["agenda"](corner.scenario())
