"""A schema as pydantic makes it, put as editors of YAML read it best."""

import json
from collections.abc import Mapping
from typing import Any

_NULL = {"type": "null"}
_HOLDING = ("items", "additionalProperties", "contains", "not")
_HOLDING_SEVERAL = ("anyOf", "oneOf", "allOf", "prefixItems")
_NAMED = ("properties", "$defs", "definitions")


def tidied(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same schema, without what an editor would show for nothing or take wrongly.

    Titles and class comments are for programmers. Keys such as 45 are whole numbers in YAML, which a rule
    about the names of keys refuses and a list of properties does not find: a pattern lets them pass.
    """
    made = dict(schema)
    made.pop("title", None)
    made.pop("discriminator", None)
    made.pop("default", None)
    if "properties" in made or "$defs" in made:
        made.pop("description", None)
    _named_keys(made)
    _pairs(made)
    for key in _NAMED:
        if key in made:
            made[key] = {name: tidied(part) for name, part in made[key].items()}
    for key in _HOLDING:
        if isinstance(made.get(key), dict):
            made[key] = tidied(made[key])
    for key in _HOLDING_SEVERAL:
        if key in made:
            made[key] = [tidied(part) for part in made[key] if part != _NULL]
    if len(made.get("anyOf", ())) == 1:
        made = {**made.pop("anyOf")[0], **made}
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
    if "const" in made:
        made["enum"] = [made.pop("const")]
    return made


def _named_keys(made: dict[str, Any]) -> None:
    allowed = made.get("propertyNames", {}).get("enum")
    made.pop("propertyNames", None)
    patterns = made.pop("patternProperties", None)
    if patterns:
        made["additionalProperties"] = next(iter(patterns.values()))
    if allowed:
        value = made.get("additionalProperties", {})
        made["properties"] = {name: dict(value) for name in allowed}
        made["patternProperties"] = {f"^({'|'.join(allowed)})$": True}
        made["additionalProperties"] = False


def _pairs(made: dict[str, Any]) -> None:
    """A tuple whose items are alike, as a list: older editors do not know `prefixItems`."""
    items = made.get("prefixItems")
    if items and all(item == items[0] for item in items):
        del made["prefixItems"]
        made["items"] = items[0]


def inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The same with each part in the place that refers to it: an editor would offer the name of the part.

    What holds itself cannot be.
    """
    parts = schema.get("definitions", {})
    own = {name for name, part in parts.items() if f'"#/definitions/{name}"' in json.dumps(part)}

    def put(value: Any) -> Any:
        if isinstance(value, list):
            return [put(item) for item in value]
        if not isinstance(value, dict):
            return value
        name = str(value.get("$ref", "")).removeprefix("#/definitions/")
        if name in parts and name not in own:
            return put({**parts[name], **{key: part for key, part in value.items() if key != "$ref"}})
        return {key: put(part) for key, part in value.items()}

    made = {key: part for key, part in schema.items() if key != "definitions"}
    kept = {"definitions": {name: put(parts[name]) for name in sorted(own)}} if own else {}
    return {**put(made), **kept}
