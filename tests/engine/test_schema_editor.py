"""The schemas tried in the language server that editors use: what it underlines, offers and explains."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.content import library, schema
from tests.engine import examples
from tests.engine.language_server import Editor, MissingServerError, command

ROOT = library.root()


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    try:
        started = command()
    except MissingServerError as missing:
        if os.environ.get("CI"):
            pytest.fail(f"{missing} (.ci/run brings Node and npm)")
        pytest.skip(str(missing))
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    absolute = {(ROOT / path).as_uri(): places for path, places in settings.items()}
    made = Editor(started, ROOT, absolute)
    yield made
    made.close()


def test_the_editor_s_settings_name_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings == schema.settings("./engine/content/schema")
    assert {Path(path).stem for path in settings["yaml.schemas"]} == set(schema.schemas(schema.shipped()))


def test_no_shipped_file_is_underlined(editor: Editor) -> None:
    files = sorted([*(ROOT / "cards").rglob("*.yaml"), *(ROOT / "scenarios").rglob("*.yaml")])
    assert len(files) > 180
    uris = {file: editor.open(file, file.read_text("utf-8")) for file in files}
    told = {file.name: [p["message"] for p in editor.problems_of(uri)] for file, uri in uris.items()}
    assert {name: messages for name, messages in told.items() if messages} == {}


def at(text: str) -> tuple[str, int, int]:
    """A text without its §, and where that stood."""
    before = text[: text.index("§")]
    return text.replace("§", ""), before.count("\n"), len(before) - before.rfind("\n") - 1


PROJECT, CHARACTER = ROOT / "cards/projects", ROOT / "cards/characters"
SCENARIO = ROOT / "scenarios/essai/scenario.yaml"


EFFECTS = {"indicator", "posture", "cost", "tokens", "trust"}
OTHER = {name: SCENARIO.parent.with_name(name) / "scenario.yaml" for name in "klp"}


@pytest.mark.parametrize(
    ("file", "text", "offered"),
    [
        (PROJECT / "a.yaml", "id: a\npictogram: §\n", {"bus", "river", "health"}),
        (PROJECT / "b.yaml", "id: b\nrung: §\n", {"decided", "initiative"}),
        (PROJECT / "c.yaml", "id: c\nchanges:\n  §\n", {"health", "commons"}),
        (PROJECT / "d.yaml", "id: d\n§\n", {"title", "cost", "lifts", "plain"}),
        (PROJECT / "e.yaml", "id: e\nlifts:\n  - [§]\n", {"elue-aux-quartiers"}),
        (PROJECT / "f.yaml", "id: f\neffects:\n  - effect: §\n", EFFECTS),
        (CHARACTER / "g.yaml", "id: g\nface:\n  head: §\n", {"afro", "bun", "turban"}),
        (CHARACTER / "h.yaml", "id: h\nface:\n  beard: §\n", {"full", "goatee1"}),
        (CHARACTER / "i.yaml", "id: i\nface:\n  glasses: §\n", {"sunglasses"}),
        (CHARACTER / "j.yaml", "id: j\nface:\n  §\n", {"hair", "head", "skin", "clothing"}),
        (SCENARIO, "id: essai\nprojects:\n  - §\n", {"jardin-partage"}),
        (OTHER["k"], "id: k\ncast:\n  - character: §\n", {"elue-aux-quartiers"}),
        (OTHER["l"], "id: l\ncast:\n  - stakes:\n      §\n", {"health", "economy"}),
        (PROJECT / "m.en.yaml", "§\n", {"title", "short", "text", "plain", "source"}),
    ],
)  # fmt: skip
def test_names_are_completed(editor: Editor, file: Path, text: str, offered: set[str]) -> None:
    written, line, column = at(text)
    found = editor.complete(editor.open(file, written), line, column)
    assert offered <= found
    assert {name for name in found if name[:1].isupper()} == set(), "only what may be written"


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        (PROJECT / "n.yaml", "ru§ng: inform\n", "participation"),
        (PROJECT / "o.yaml", "cost: {ti§me: 2}\n", "Des soirées"),
        (OTHER["p"], "dec§ay: {each: -1}\n", "Ce que chaque tour retire"),
        (PROJECT / "q.en.yaml", "sho§rt: to the bench\n", "La suite d’un engagement"),
    ],
)
def test_a_key_is_explained_in_french(editor: Editor, file: Path, text: str, words: str) -> None:
    written, line, column = at(text)
    assert words in editor.explained(editor.open(file, written), line, column).replace("'", "’")


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("bal", "pictogram: music", "pictogram: musik"),
        ("bal", "rung: initiative", "rung: initiatives"),
        ("bal", "cost: {time: 3, backing: 1}", "cost: {temps: 3}"),
        ("bal", "changes: {commons: 4}", "changes: {commons: 40}"),
    ],
)
def test_a_slip_is_underlined_at_its_line(
    editor: Editor, name: str, right: str, wrong: str, tmp_path: Path
) -> None:
    text = (examples.BASE / f"cards/projects/{name}.yaml").read_text("utf-8").replace(right, wrong)
    uri = editor.open(PROJECT / f"{tmp_path.name}.yaml", text)
    lines = {problem["range"]["start"]["line"] for problem in editor.problems_of(uri)}
    assert lines == {text[: text.index(wrong)].count("\n")}


NAMED = (
    "after",
    "face_down",
    "heard",
    "awake",
    "autonomous",
    "faithful",
    "bridges",
    "funded",
    "served",
    "hoardings",
    "for",
    "during",
    "stakes",
    "changes",
    "trusts",
    "goal",
    "rose_by",
    "at_least",
    "mutual_trust",
    "promises_kept",
    "below",
    "keep",
    "notes",
)
"""What holds names or durations, which say themselves what they are."""


def undescribed(part: object, path: str) -> Iterator[str]:
    """The keys of a schema without a French description."""
    if isinstance(part, list):
        for item in part:
            yield from undescribed(item, path)
    if not isinstance(part, dict):
        return
    for key, value in part.get("properties", {}).items():
        words = set(value.get("description", "").lower().split())
        if path.rsplit(".", 1)[-1] not in NAMED and (not words or words & {"the", "of", "and", "is"}):
            yield f"{path}.{key}"
        yield from undescribed(value, f"{path}.{key}")
    for key, value in part.items():
        if key != "properties":
            yield from undescribed(value, path)


def test_every_key_of_every_schema_is_described_in_french() -> None:
    made = schema.schemas(schema.shipped())
    assert [key for name, one in made.items() for key in undescribed(one, name)] == []
