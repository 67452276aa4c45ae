"""What people are shown at each moment of a session, as lines to compare.

A view is told field by field, by name; from one moment to the next only what changed is written, so that a
difference shows which sentence or number became another, and where. What the scenario itself says is left
out: rewording a card changes nothing here but its title.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from engine.content.model import Scenario
from engine.language import using
from engine.view.types import View
from tests.moments import Moment, moments

Lines = dict[str, str]
TOLD = [("le-rez-de-chaussee", kind) for kind in ("demo", "facilitated", "training")]
FOLDER = Path(__file__).parent / "shown"
UNTOLD = {"face", "audience", "scenario_id", "legal", "terms"}
"""Fields that are no words or numbers, and the glossary; what may be done stands in the playthroughs."""
LONG = 40
"""Letters from which a text that the scenario says is left out."""


def shown(slug: str, kind: str) -> list[str]:
    """All that is shown in French at each moment: to the room, then what only who leads or plays sees."""
    recorded = moments(slug, kind)
    texts = said(recorded[0].session.game.scenario)
    lines: list[str] = []
    room: Lines = {}
    own: Lines = {}
    with using("fr"):
        for moment in recorded:
            lines += ["", f"# {moment}"]
            before, room = room, dict(_lines("", moment.room(), texts))
            lines += _changes(before, room)
            before, own = own, dict(_lines("", _own(moment), texts))
            lines += [f"own {line}" for line in _changes(before, own) if line not in set(_changes({}, room))]
    return lines


def path(slug: str, kind: str) -> Path:
    return FOLDER / f"{slug}.{kind}.txt"


def write() -> None:
    """All of them anew."""
    for slug, kind in TOLD:
        path(slug, kind).write_text("\n".join(shown(slug, kind)) + "\n", "utf-8")


def _own(moment: Moment) -> View:
    return moment.holder(moment.game.held[0]) if moment.game.alone else moment.console()


def _changes(before: Lines, now: Lines) -> list[str]:
    gone = [f"{name}: no more" for name in before if name not in now]
    return gone + [f"{name}: {value}" for name, value in now.items() if before.get(name) != value]


def _lines(name: str, value: Any, said: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each thing of a view by its path: of a list, what has an id by that, anything else by its place. What
    holds nothing but words and numbers has one line.
    """
    if is_dataclass(value):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in UNTOLD}
    elif isinstance(value, Sequence) and not isinstance(value, str):
        parts = {str(getattr(part, "id", place)): part for place, part in enumerate(value)}
    else:
        parts = {}
    if parts and any(_holds(part) for part in parts.values()):
        for part, inner in parts.items():
            yield from _lines(f"{name}.{part}".lstrip("."), inner, said)
    elif is_dataclass(value):
        yield name, ", ".join(f"{part} {word(inner, said)}" for part, inner in parts.items())
    elif parts:
        yield name, " / ".join(word(inner, said) for inner in parts.values())
    elif value not in (None, (), ""):
        yield name, word(value, said)


def _holds(part: Any) -> bool:
    return bool(part) and not isinstance(part, str | int | float | None)


def word(value: Any, said: frozenset[str]) -> str:
    """A word or number on a line; "…" for a text of the scenario."""
    if value in (None, (), [], {}):
        return "-"
    if isinstance(value, float):
        return f"{value:.4g}" if value < 1e6 else f"{value:.0f}"
    return "…" if _plain(str(value)) in said else str(value).replace("\n", " ¶ ")


def said(scenario: Scenario) -> frozenset[str]:
    """The long texts of a scenario."""
    return frozenset(_said(scenario.model_dump()))


def _said(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        if len(part) >= LONG:
            yield _plain(part)
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _said(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _said(value)


def _plain(text: str) -> str:
    """A text whatever its spaces and apostrophes are."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").strip()
