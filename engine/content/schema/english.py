"""The schemas of translations: the texts of a file, and nothing else."""

from typing import Any

from pydantic import BaseModel

from engine.content.reader.shapes import Shape, fields, shapes, text_keys

_LINE = {"type": "string", "minLength": 1}


def english(held: type[BaseModel], draft: str) -> dict[str, Any]:
    """The JSON schema of the `.en.yaml` beside a file."""
    made = _group(held)
    made["properties"]["source"] = {
        "type": ["string", "number"],
        "description": "L’empreinte du français traduit : « coop check --stamp » l’écrit.",
    }
    return {"$schema": draft, **made}


def _group(held: type[BaseModel]) -> dict[str, Any]:
    """The texts of a group of keys, none of which must be there: what is missing stays French."""
    known = fields(held)
    properties = {
        key: {**_part(shape), "description": (known[key].description or "") if key in known else ""}
        for key, shape in shapes(held).items()
        if key != "characters"
    }
    keys = text_keys(held)
    if keys:
        easy = {
            key: {**_part(shapes(held)[key]), "description": known[key].description or ""} for key in keys
        }
        properties["plain"] = {
            "type": "object",
            "description": "La version facile à lire et à comprendre (FALC).",
            "additionalProperties": False,
            "properties": easy,
        }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _part(shape: Shape) -> dict[str, Any]:
    if shape.holds == "text":
        return dict(_LINE)
    if shape.holds == "texts":
        return {"type": "array", "items": dict(_LINE)}
    assert shape.model is not None
    inside = _group(shape.model)
    # A list is a mapping in a translation, each part under its id.
    return inside if shape.holds == "model" else {"type": "object", "additionalProperties": inside}
