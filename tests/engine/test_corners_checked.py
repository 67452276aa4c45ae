"""What is wrong with corners, told where it stands: file, line, column; what balance tries of them."""

from pathlib import Path

import pytest

from engine.balance.changes import every
from engine.balance.matrix import _DEVICES
from engine.check import status
from engine.check.corners import _reach
from engine.check.groups import _otherwise
from engine.content import library
from engine.content.model import Tokens
from engine.diagnostics import Diagnostic, Mark
from engine.rules.board import build
from tests.engine import corner, councils, examples
from tests.engine.examples import Change
from tests.engine.examples import place_of as place
from tests.engine.small import scenario as small

CORNERS = """
corners:
  title: Les deux entrées
  noun: entrées
  scribe: chloe
  strips:
    words: 8
    arranged: {health: 2}
  these:
    - id: est
      title: L'entrée A
      at: à l'entrée A
      member: anna
      says:
        - {text: On veut dormir., arranged: Le calme compte.}
    - id: ouest
      title: L'entrée B
      at: à l'entrée B
      member: bilal
      says:
        - {text: On a deux clés., arranged: Les clés manquent.}
phases: [situation, negotiation, forecast, strips, choice, reveal, debate]
"""
SCENARIO, BAL, CLE = "scenario.yaml", "cards/projects/bal.yaml", "cards/projects/cle.yaml"
POTAGER, BANC = "cards/projects/potager.yaml", "cards/projects/banc.yaml"
CARDS = (
    (BAL, "rung: initiative", "rung: initiative\ncorners: [est]"),
    (CLE, "rung: delegate", "rung: delegate\ncorners: [ouest]"),
    (POTAGER, "rung: concert", "rung: concert\ncorners: [est, ouest]"),
    (SCENARIO, "notes:\n", "notes:\n  strips: {say: [Lisez.], do: [Porter les bandes.]}\n"),
)


def written(to: Path, *changed: Change, corners: str = CORNERS, cards: tuple[Change, ...] = CARDS) -> Path:
    """The good scenario with two corners, a project in each and a bridge; then what is `changed`."""
    return examples.grown(to, corners, *cards, *changed)


def told(folder: Path) -> list[Diagnostic]:
    return [one for one in status(folder) if one.code not in ("count", "untranslated")]


def test_two_corners_and_a_bridge_have_nothing_wrong(tmp_path: Path) -> None:
    assert told(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at", "expected"),
    [
        (SCENARIO, "forecast, strips, choice", "forecast, choice", "corners-phase", "phases", "strips"),
        (SCENARIO, "member: bilal", "member: anna", "seat-twice",
         "anna\n      says:\n        - {text: On a", "une seule"),
        (SCENARIO, "member: bilal", "member: chloe", "seat-twice", "chloe\n      says", "une seule"),
        (SCENARIO, "scribe: chloe", "scribe: chloe\n  guests: [bilal]", "seat-twice", "bilal]", "une seule"),
        (SCENARIO, "member: bilal", "member: bila", "name-unknown", "bila\n", "bilal"),
        (SCENARIO, "scribe: chloe", "scribe: cloe", "name-unknown", "cloe", "chloe"),
        (SCENARIO, "{health: 2}", "{commons: 2}", "arranged-gate", "2}\n  these", "health, rights"),
        (SCENARIO, "{health: 2}", "{helth: 2}", "name-unknown", "helth", "health"),
        (SCENARIO, "text: On veut dormir.", "text: On veut dormir la nuit et le jour aussi.",
         "strip-too-long", "On veut", "8 au plus"),
        (SCENARIO, "arranged: Les clés manquent.",
         "arranged: Les clés de toutes les entrées manquent à tous.", "strip-too-long",
         "Les clés de", "8 au plus"),
        (SCENARIO, "arranged: Les clés manquent.",
         "arranged: Clés., plain: {text: On a 2 clés., arranged: Il y a 2 clés pour tous les gens d'ici.}",
         "strip-too-long", "Il y a 2", "8 au plus"),
        (SCENARIO, "title: Les deux entrées", "title: Les deux entrées de la cour commune", "too-long",
         "Les deux", "32"),
        (SCENARIO, "noun: entrées", "noun: entrées de l'immeuble", "too-long", "entrées de", "16"),
        (SCENARIO, "title: L'entrée B", "title: L'entrée du bâtiment B", "too-long", "L'entrée du", "16"),
        (SCENARIO, "at: à l'entrée B", "at: à l'entrée du bâtiment B", "too-long", "à l'entrée du", "20"),
        (SCENARIO, "id: ouest", "id: est", "listed-twice", "est\n      title: L'entrée B", ""),
        (SCENARIO, "title: L'entrée B", "title: L'entrée A", "same-name",
         "L'entrée A\n      at: à l'entrée B", ""),
        (POTAGER, "[est, ouest]", "[est, est]", "bridge-itself", "[est, est]", "deux coins"),
        (POTAGER, "[est, ouest]", "[est, oest]", "name-unknown", "oest", "ouest"),
        (POTAGER, "corners:", "needs: [banc]\ncorners:", "corner-tied", "needs", "ni needs"),
        (BANC, "rung: coproduce", "rung: coproduce\nopens: [bal]", "corner-tied", "corners", "opens"),
        (POTAGER, "{time: 2, means: 1}", "{time: 2, means: 1, backing: 7}", "cost-out-of-reach", "7",
         "6 au plus"),
        (BAL, "backing: 1", "backing: 4", "corner-out-of-reach", "4}", "3 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{faithful: 3}", "condition-never", "3}", "2 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{bridges: {45: 1, training: 2}}", "condition-never", "2}}",
         "1 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{faithful: {45: 1}}", "duration-missing", "{45: 1}}", "training"),
        ("cards/situations/panne.yaml", "pictogram:",
         "later: {in: 1, says: Plus tard., effects: [{effect: seal, of: est, at: est}]}\npictogram:",
         "effect-nothing", "{effect: seal", ""),
        ("cards/debates/cle.yaml", "about: completed", "about: strip", "strip-never", "cle\nquestion", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_with_corners_is_told_where_it_stands(
    file: str, old: str, new: str, code: str, at: str, expected: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, (file, old, new))
    found = [one for one in told(folder) if one.code == code]
    assert found, [(one.code, one.message) for one in told(folder)]
    (one,) = found
    assert expected in one.expected + one.hint
    assert where(one) == expected_place(folder, file, at, code)


def where(one: Diagnostic) -> tuple[str, int, int]:
    return Path(one.file).name, one.line, one.column


def expected_place(folder: Path, file: str, at: str, code: str) -> tuple[str, int, int]:
    name = BAL if (file, code) == (BANC, "corner-tied") else file
    return place(folder, name, at)


def test_one_corner_is_no_room(tmp_path: Path) -> None:
    start, stop = CORNERS.index("    - id: ouest"), CORNERS.index("phases:")
    cards = (CARDS[0], CARDS[3])
    folder = written(tmp_path, corners=CORNERS[:start] + CORNERS[stop:], cards=cards)
    (found,) = told(folder)
    assert (found.code, "2 au moins" in found.expected + found.message) == ("out-of-bounds", True)


def test_a_corner_where_nothing_is_built_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, cards=(CARDS[0], *CARDS[2:]))
    (found,) = told(folder)
    assert found.code == "corner-bare"
    assert where(found) == place(folder, SCENARIO, "id: ouest")


@pytest.mark.parametrize(("who", "hint"), [("chloe", "chloe"), ("anna", "anna")])
def test_even_a_small_room_has_two_who_write_and_one_who_reads(who: str, hint: str, tmp_path: Path) -> None:
    folder = written(tmp_path, (SCENARIO, f"character: {who}\n    core: true", f"character: {who}"))
    (found,) = [one for one in told(folder) if one.code == "corners-core"]
    assert (found.severity, hint in found.hint) == ("advice", True)
    assert where(found) == place(folder, SCENARIO, "cast:")


@pytest.mark.parametrize(
    ("project", "cost", "rounds", "never"),
    [
        ("garden", {"time": 3, "means": 4, "backing": 2}, 1, False),  # Ana, with Bo and Cy
        ("garden", {"time": 4, "means": 1}, 1, True),
        ("garden", {"time": 4, "means": 1}, 2, False),
        ("garden", {"time": 2, "backing": 3}, 1, True),
        ("feast", {"time": 5, "means": 4, "backing": 3}, 1, False),  # a bridge: Di too
    ],
)
def test_a_project_is_paid_by_who_sits_there_the_scribe_and_one_guest_for_each_end(
    project: str, cost: dict[str, int], rounds: int, never: bool
) -> None:
    plain = corner.scenario(parameters={"slots": 2, "open_rounds": rounds})
    cards = [card.model_copy(update={"cost": Tokens(**cost)}) if card.id == project else card
             for card in plain.projects]  # fmt: skip
    scenario = plain.model_copy(update={"projects": tuple(cards)})
    assert scenario.corners is not None
    found = list(_reach(Nowhere(), scenario, scenario.corners))  # type: ignore[arg-type]
    assert [one.code for one in found] == ["corner-out-of-reach"] * never


class Nowhere:
    """What was read of no file."""

    def where(self, *_path: str | int) -> Mark:
        return Mark()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        (SCENARIO, "notes:\n",
         "phases: [situation, negotiation, forecast, strips, choice, reveal, debate]\nnotes:\n",
         "corners-phase", "strips"),
        (BAL, "rung: initiative", "rung: initiative\ncorners: [est]", "corners-missing", "[est]"),
        (BAL, "rung: initiative", "rung: initiative\neffects:\n  - {effect: seal, of: est}",
         "corners-missing", "{effect: seal"),
        (SCENARIO, "{mutual_trust: 40}", "{faithful: 1}", "corners-missing", "1}\n    success"),
        (SCENARIO, "{mutual_trust: 40}", "{bridges: 1}", "corners-missing", "1}\n    success"),
        ("cards/debates/parole.yaml",
         'about: broken\nquestion: "{name} avait promis {promised}. Fallait-il le dire avant ?"',
         "about: strip\nquestion: Fallait-il le dire ainsi ?", "strip-never", "strip"),
    ],
)  # fmt: skip
def test_what_speaks_of_corners_stands_in_a_room_that_has_some(
    file: str, old: str, new: str, code: str, at: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, (file, old, new), corners="", cards=())
    (found,) = told(folder)
    assert (found.code, where(found)) == (code, place(folder, file, at))


def test_all_that_can_be_recognised_may_be_asked_for(tmp_path: Path) -> None:
    """Each of two corners at the other, in one round."""
    assert told(written(tmp_path, (SCENARIO, "{mutual_trust: 40}", "{faithful: 2}"))) == []


def test_where_groups_make_the_common_good_no_strip_does() -> None:
    scenario = councils.scenario().model_copy(update={"corners": corner.scenario().corners})
    assert "groups-gate" in [one.code for one in _otherwise(Nowhere(), scenario)]  # type: ignore[arg-type]
    assert [one.code for one in _otherwise(Nowhere(), councils.scenario())] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", library.slugs())
def test_shipped_corners_have_nothing_wrong(slug: str) -> None:
    ours = ("corner", "bridge", "strip", "seat-", "arranged")
    assert [one for one in status(slug) if one.code.startswith(ours)] == []


# ---- Balance --------------------------------------------------------------------------------------------


def test_balance_tries_what_strips_bring_and_what_endings_ask_of_them() -> None:
    ending = {"id": "spring", "at": "end", "success": True, "title": "Ensemble", "text": "Ils se lisent.",
              "when": {"every": [{"faithful": {"150": 2}}, {"bridges": 1}]}}  # fmt: skip
    plain = corner.scenario().model_dump(by_alias=True, exclude_unset=True)["endings"]
    scenario = corner.scenario(endings=[ending, plain[-1]])
    changes = {one.field: one for one in every(scenario, "150")}
    faithful, disowned = changes["corners.strips.faithful"], changes["corners.strips.disowned"]
    assert (faithful.now, faithful.low, faithful.high) == (2, 1, 6)
    assert (disowned.now, disowned.low, disowned.high) == (-3, -6, 0)
    assert build(faithful.to(scenario, 4), "150").strip_points.tolist() == [4, -3]
    arranged = build(changes["corners.strips.arranged.work"].to(scenario, 5), "150")
    assert arranged.arranged[list(scenario.indicators).index("work")] == 5
    said = [
        " ".join(change.words(n).split())
        for change, n in ((faithful, 4), (disowned, -1), (changes["corners.strips.arranged.work"], 5))
    ]
    assert said == [
        "Une bande reconnue donne 4 à Bien-être social",
        "Une bande désavouée retire 1 à Bien-être social",
        "Une bande aux mots changés donne 5 à Travail",
    ]
    asked = changes["endings.spring.when.every[0].faithful.150"]
    assert (asked.high, " ".join(asked.words(1).split())) == (
        2,
        "La fin « Ensemble » demande 1 bandes reconnues",
    )
    asked = changes["endings.spring.when.every[1].bridges"]
    assert (asked.high, " ".join(asked.words(1).split())) == (1, "La fin « Ensemble » demande 1 ponts finis")


def test_a_room_in_corners_plays_unlike_another() -> None:
    for key in ("corners", "bridges"):
        assert _DEVICES[key](corner.scenario())
        assert not _DEVICES[key](small())
