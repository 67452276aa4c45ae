"""The schemas that editors use say what the model says, and accept everything that is shipped."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from engine.content import library
from engine.content.reader.nodes import plain_data
from engine.content.reader.parse import parse
from engine.content.schema import FOLDER, names, schema, schemas, shipped, text
from tests.engine import examples

WHERE = {
    "scenario": "scenarios/*/scenario.yaml",
    "briefing": "scenarios/*/briefing.yaml",
    "panels": "briefing/briefing.yaml",
    "character": "cards/characters/*.yaml",
    "project": "cards/projects/*.yaml",
    "situation": "cards/situations/*.yaml",
    "debate": "cards/debates/*.yaml",
    "glossary": "cards/glossary.yaml",
    "terms": "cards/terms.yaml",
}
MADE = schemas(shipped())


def content(path: Path) -> Any:
    node, _ = parse(path.read_text("utf-8"), path.name)
    assert node is not None
    return json.loads(json.dumps(plain_data(node)))


@pytest.mark.parametrize("name", MADE)
def test_a_schema_is_fresh(name: str) -> None:
    kept = (FOLDER / f"{name}.json").read_text("utf-8")
    assert kept == text(MADE[name]), "run: python -m engine.content.schema"


@pytest.mark.parametrize("name", MADE)
def test_what_is_shipped_follows_its_schema(name: str) -> None:
    judge = jsonschema.Draft7Validator(MADE[name])
    kind, _, english = name.partition(".")
    found = library.root().glob(WHERE[kind].replace(".yaml", ".en.yaml" if english else ".yaml"))
    files = [f for f in found if english or not f.name.endswith(".en.yaml")]
    assert files
    assert {f.name: [e.message for e in judge.iter_errors(content(f))] for f in files} == {
        f.name: [] for f in files
    }


@pytest.mark.parametrize(
    "code", ["unknown-key", "missing-key", "wrong-type", "unknown-choice", "out-of-bounds"]
)
def test_an_editor_would_underline_the_common_slips(code: str, tmp_path: Path) -> None:
    folder, place = examples.spoilt(code, tmp_path)
    name = "scenario" if place.file == "scenario.yaml" else Path(place.file).parent.name.removesuffix("s")
    judge = jsonschema.Draft7Validator(MADE[name])
    assert not judge.is_valid(content(folder / place.file))
    assert judge.is_valid(content(examples.BASE / place.file))


def test_a_designer_s_own_names_are_offered(tmp_path: Path) -> None:
    own = schema("project", names(examples.good(tmp_path)))["properties"]
    assert "chloe" in json.dumps(own["lifts"])
    assert set(own["changes"]["properties"]) == {"health", "rights", "commons"}
