"""JSON schemas of what designers write, for editors that complete, explain and underline YAML.

Made from the model and its descriptions, so that they never say anything else: a test holds that those kept
here are fresh (`python -m engine.content.schema` writes them). `coop schema` writes them beside a scenario of
one's own, with its names. They know less than `coop check`, which has the last word.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from engine.content import library, model
from engine.content.reader import listed_cards
from engine.content.reader.scenario import Glossary, Opening
from engine.content.reader.shapes import fields, shapes, text_keys
from engine.content.reader.shelf import KINDS, cards_in
from engine.content.schema.english import english
from engine.content.schema.tidy import inlined, tidied
from engine.look import faces, pictograms
from engine.look.things import THINGS, Shows, that_show
from engine.vocabulary import FAMILIES

FOLDER = Path(__file__).parent
FILES: dict[str, type[BaseModel]] = {
    "scenario": model.Scenario,
    "briefing": Opening,
    "panels": model.Briefing,
    "glossary": Glossary,
    "terms": model.Terms,
    **{kind.removesuffix("s"): card for kind, card in KINDS.items()},
}
"""File name without .json -> what such a file holds; each has its English, `<name>.en.json`."""
PLACES = {
    "scenario": "scenario.yaml",
    "briefing": "briefing.yaml",
    "panels": "briefing/briefing.yaml",
    "glossary": "cards/glossary.yaml",
    "terms": "cards/terms.yaml",
    **{kind.removesuffix("s"): f"cards/{kind}/*.yaml" for kind in KINDS},
}
"""Which files follow which schema."""
_DRAFT = "http://json-schema.org/draft-07/schema#"
_COLOUR = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}


class Names(NamedTuple):
    """What an editor can complete: ids of cards by kind, and gauges."""

    cards: Mapping[str, tuple[str, ...]]
    gauges: tuple[str, ...]


def names(*scenarios: Path) -> Names:
    """The names that scenarios use or could use: the cards shipped, and their own."""
    folders = [library.root() / "cards", *(folder / "cards" for folder in scenarios)]
    cards = {
        kind: tuple(sorted({path.stem for folder in folders for path in cards_in(folder / kind)}))
        for kind in KINDS
    }
    gauges = sorted({gauge for folder in scenarios for gauge in listed_cards(folder)["indicators"]})
    return Names(cards, tuple(gauges))


def shipped_folders() -> tuple[Path, ...]:
    return tuple(library.root() / "scenarios" / slug for slug in library.slugs())


def shipped() -> Names:
    """The names of what is shipped."""
    return names(*shipped_folders())


def schemas(known: Names) -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file, without .json."""
    made = {name: schema(name, known) for name in FILES}
    return made | {f"{name}.en": english(held, _DRAFT) for name, held in FILES.items()}


def schema(name: str, known: Names) -> dict[str, Any]:
    """The JSON schema (draft 7) of a kind of file, as it is written on disk. KeyError if unknown."""
    held = FILES[name]
    made = tidied(held.model_json_schema(by_alias=True))
    parts: dict[str, Any] = made.setdefault("definitions", {})
    if name == "scenario":
        _scenario(made, parts)
    for part, definition in [(held.__name__, made), *parts.items()]:
        owner = held if definition is made else getattr(model, part, None)
        if part != "Text" and isinstance(owner, type) and issubclass(owner, BaseModel):
            _with_plain(definition, owner)
        _completed(definition, part, known)
    if "Text" in parts:
        parts["Text"] = {"type": "string", "minLength": 1}
    return {"$schema": _DRAFT, **inlined(made)}


def text(schema: Mapping[str, Any]) -> str:
    """The content of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def settings(folder: str) -> dict[str, Any]:
    """What an editor's settings say of the schemas of a folder (a path from where they stand)."""
    french = {
        f"{folder}/{name}.json": [place, *_apart(name, ".yaml"), "!**/*.en.yaml"]
        for name, place in PLACES.items()
    }
    translated = {
        f"{folder}/{name}.en.json": [place.replace(".yaml", ".en.yaml"), *_apart(name, ".en.yaml")]
        for name, place in PLACES.items()
    }
    return {"yaml.schemas": {**french, **translated}, "yaml.schemaStore.enable": False}


def _apart(name: str, ending: str) -> list[str]:
    """What a scenario's own briefing is not: the sheet, in a folder of its own."""
    return [f"!**/briefing/briefing{ending}"] if name == "briefing" else []


def _with_plain(definition: dict[str, Any], held: type[BaseModel]) -> None:
    """Let a group with texts have their easy versions beside them."""
    keys = text_keys(held)
    if keys:
        definition["properties"]["plain"] = {
            "type": "object",
            "description": "La version facile à lire et à comprendre (FALC).",
            "additionalProperties": False,
            "properties": {key: _version(held, key) for key in keys},
        }


def _version(held: type[BaseModel], key: str) -> dict[str, Any]:
    line = {"type": "string", "minLength": 1}
    described = {"description": fields(held)[key].description or ""}
    several = shapes(held)[key].holds == "texts"
    return ({"type": "array", "items": line} if several else line) | described


def _scenario(made: dict[str, Any], parts: dict[str, Any]) -> None:
    """A scenario's file names its cards, which are files of their own."""
    keys = made["properties"]
    del keys["characters"]
    made["required"] = [key for key in made["required"] if key not in ("characters", "map")]
    for kind in ("projects", "situations", "debates"):
        keys[kind] = {
            "type": "array",
            "uniqueItems": True,
            "items": {"type": "string"},
            "description": keys[kind]["description"],
        }
    keys["durations"]["items"] = {"enum": [45, 90, 150, "training"]}
    card = tidied(model.CharacterCard.model_json_schema(by_alias=True))
    parts |= card.pop("definitions")
    card.pop("required")
    del card["properties"]["id"]
    _with_plain(card, model.CharacterCard)
    said = parts["CastMember"]["properties"]["override"]["description"]
    parts["CastMember"]["properties"]["override"] = card | {"description": said}


def _completed(definition: dict[str, Any], part: str, known: Names) -> None:
    """Put in what an editor can offer: closed lists as they are, open ones beside any other name."""
    keys = definition.get("properties", {})
    people = known.cards["characters"]
    somebody = _open(("all", *FAMILIES, *people))
    closed = {"pictogram": sorted(pictograms.NAMES)} | {
        key: list(choice) for key, choice in faces.variants().items() if key in ("head", "glasses", "beard")
    }
    offered: dict[str, dict[str, Any]] = {key: {"enum": choice} for key, choice in closed.items()}
    offered |= {key: dict(_COLOUR) for key in ("skin", "clothing", "hair")}
    offered |= {"indicator": _open(known.gauges), "character": _open(people), "who": somebody}
    offered |= {"of": somebody, "in": somebody}
    offered |= {kind.removesuffix("s"): _open(known.cards[kind]) for kind in ("projects", "situations")}
    offered |= dict.fromkeys(("completed", "lapsed"), _open(known.cards["projects"]))
    offered |= dict.fromkeys(("goal", "heir"), _open(people))
    offered |= {"then": _open(known.cards["situations"])}
    if part == "Belief":
        offered["about"] = _open(people)
    for key, offer in offered.items():
        if key in keys and keys[key].get("type") == "string":
            keys[key] = offer | {k: v for k, v in keys[key].items() if k in ("description", "examples")}
    by_gauge = dict.fromkeys(("stakes", "changes", "during"), known.gauges)
    for key, choice in (*by_gauge.items(), ("trusts", people), ("for", people)):
        if key in keys:
            value = keys[key]["additionalProperties"]
            keys[key]["properties"] = dict.fromkeys(choice, value)
    lists = {kind: kind for kind in ("projects", "situations", "debates")}
    for key, kind in (lists | {"needs": "projects", "opens": "projects"}).items():
        if key in keys:
            keys[key]["items"] = _open(known.cards[kind])
    pair = {"type": "array", "minItems": 2, "maxItems": 2, "items": _open(people)}
    if "lifts" in keys:
        keys["lifts"]["items"] = pair
    if "lifted" in keys:
        keys["lifted"] |= pair
    if part == "Drawing":
        _things(keys, known)
    if "override" in keys:
        _completed(keys["override"], "CharacterCard", known)


def _things(keys: dict[str, Any], known: Names) -> None:
    """The things that may show each gauge, project and clock of a drawing."""
    offered: tuple[tuple[str, Shows, tuple[str, ...]], ...] = (
        ("gauges", "gauge", known.gauges),
        ("projects", "project", known.cards["projects"]),
        ("clocks", "clock", ()),
    )
    for key, what, names in offered:
        value = {
            "description": "Une chose de la liste.",
            "enum": list(that_show(what)),
            "markdownEnumDescriptions": [THINGS[name].said for name in that_show(what)],
        }
        keys[key] |= {"additionalProperties": value, "properties": dict.fromkeys(names, value)}


def _open(choice: Iterable[str]) -> dict[str, Any]:
    """Names that an editor offers, any other being possible."""
    listed = list(choice)
    return {"anyOf": [{"enum": listed}, {"type": "string"}]} if listed else {"type": "string"}
