"""JSON schemas of what designers write, for editors that complete and underline YAML.

Made from the model, so that they never say anything else: `python -m engine.content.schema` writes them
here, and a test holds that they are fresh. They know less than `coop check`, which has the last word.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from engine.content import model
from engine.content.reader.scenario import Briefing
from engine.content.reader.shapes import shapes, text_keys
from engine.content.reader.shelf import KINDS

FOLDER = Path(__file__).parent
FILES: dict[str, type[BaseModel]] = {
    "scenario": model.Scenario,
    "briefing": Briefing,
    **{kind.removesuffix("s"): card for kind, card in KINDS.items()},
}
"""File name without .json -> what such a file holds."""


def schema(name: str) -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of a kind of file, as it is written on disk. KeyError if unknown."""
    made = FILES[name].model_json_schema(by_alias=True)
    parts: dict[str, Any] = made.setdefault("$defs", {})
    if name == "scenario":
        _scenario(made, parts)
    for part, definition in [(FILES[name].__name__, made), *parts.items()]:
        held = FILES[name] if part == FILES[name].__name__ else getattr(model, part, None)
        if part != "Text" and isinstance(held, type) and issubclass(held, BaseModel):
            _with_plain(definition, held)
    parts["Text"] = {"type": "string", "minLength": 1}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **made}


def text(name: str) -> str:
    """The content of a schema's file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _with_plain(definition: dict[str, Any], held: type[BaseModel]) -> None:
    """Let a group with texts have their easy versions beside them."""
    names = text_keys(held)
    if names:
        definition["properties"]["plain"] = {
            "type": "object",
            "description": "FALC",
            "additionalProperties": False,
            "properties": {name: _version(held, name) for name in names},
        }


def _version(held: type[BaseModel], name: str) -> dict[str, Any]:
    line = {"type": "string", "minLength": 1}
    return {"type": "array", "items": line} if shapes(held)[name].holds == "texts" else line


def _scenario(made: dict[str, Any], parts: dict[str, Any]) -> None:
    """A scenario's file names its cards, which are files of their own."""
    fields = made["properties"]
    del fields["characters"]
    made["required"] = [key for key in made["required"] if key not in ("characters", "map")]
    for kind in ("projects", "situations", "debates"):
        fields[kind] = {"type": "array", "uniqueItems": True, "items": {"type": "string"}}
    fields["durations"]["items"] = {"enum": [45, 90, 150, "training"]}
    card = model.CharacterCard.model_json_schema(by_alias=True)
    parts |= card.pop("$defs")
    card.pop("required")
    card.pop("description")
    del card["properties"]["id"]
    _with_plain(card, model.CharacterCard)
    parts["CastMember"]["properties"]["override"] = card
    used = json.dumps(made)
    for name in [name for name in parts if f"#/$defs/{name}" not in used]:
        del parts[name]
