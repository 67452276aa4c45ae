"""What stands on the screens of a session and what can be pressed there, as lines to compare.

Page by page, only what the page before did not have: its words, then its controls and what they do. What
the scenario itself says is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from engine import language
from engine.debrief.build import bilan
from engine.language import using
from engine.view.types import View
from game.front.state import Settings, Ui
from game.kit import Button, Element, Face, Field, Label, Picture, Tap
from game.kit.bars import Bar, Part
from game.kit.chart import Dot
from game.kit.labels import Pill, Stamp
from game.kit.things import Tokens
from game.screens import show
from tests.game.leafing import leaves
from tests.moments import Moment, moments
from tests.playthroughs import showing

FOLDER = showing.FOLDER.parent / "composed"


def path(slug: str, kind: str) -> Path:
    return FOLDER / f"{slug}.{kind}.txt"


def write() -> None:
    """All of them anew."""
    for slug, kind in showing.TOLD:
        path(slug, kind).write_text("\n".join(composed(slug, kind)) + "\n", "utf-8")


def composed(slug: str, kind: str) -> list[str]:
    """Every page of every screen of the room, in French."""
    language.add_catalogue("game")
    recorded = moments(slug, kind)
    said = showing.said(recorded[0].session.game.scenario)
    lines: list[str] = []
    before: set[str] = set()
    with using("fr"):
        for moment in recorded:
            for number, (view, ui) in enumerate(_pages(moment)):
                found = list(dict.fromkeys(_lines(show(view, ui), said)))
                lines += ["", f"# {moment}, page {number + 1}", *(one for one in found if one not in before)]
                before = set(found)
    return lines


def _pages(moment: Moment) -> Iterator[tuple[View, Ui]]:
    view = moment.room()
    if view.passed_to or moment.game.alone:
        view = moment.holder(view.passed_to or moment.game.held[0])
    data = bilan(moment.game) if moment.game.table.phase == "bilan" else None
    now = moment.game.table.at
    ui = Ui(Settings(windows=1 if moment.game.alone else 2), bilan=data, now=now)
    for turned in leaves(view, ui):
        yield view, turned
    if view.phase.kind == "negotiation" and view.phase.round == 1:  # what opens over it
        yield from ((view, replace(ui, screen=name)) for name in ("gauges", "zones", "carte-blanche"))
        yield from ((view, replace(ui, screen="card", argument=project.id)) for project in view.projects)


def _lines(part: Any, said: frozenset[str]) -> Iterator[str]:
    """What an element says and offers, and those in it; how it looks is left to the compared pictures."""
    match part:
        case Button() | Field() | Tap():
            yield _control(part, said)
        case Label(text=str(text)) | Pill(text=text) | Stamp(text=text):
            yield showing.word(text, said)
        case Label(text=spans):
            yield "".join(span.text for span in spans)
        case Tokens(tokens=tokens):
            yield f"Tokens({tokens})"
        case Bar():
            yield f"Bar({part.share:.3g}, {part.colour}, {part.mark})"
        case Part() | Dot():
            yield told(part)
        case Face():
            yield f"Face({part.initials}, {part.expression}, {part.ring})"
        case Picture():
            yield f"Picture({part.pictogram})"
    if isinstance(part, Sequence) and not isinstance(part, str):
        for inner in part:
            yield from _lines(inner, said)
    elif isinstance(part, Element):
        for field in fields(part):
            yield from _lines(getattr(part, field.name), said)


def _control(control: Button | Field | Tap, said: frozenset[str]) -> str:
    words = {Button: "text", Field: "placeholder", Tap: "label"}[type(control)]
    state = "" if control.enabled else " (not yet)"
    kind = f" {control.kind}" if isinstance(control, Button) else ""
    said_ = showing.word(getattr(control, words), said)
    return f"[{control.id}]{kind} {said_}{state} {told(control.intent)}"


def told(value: Any) -> str:
    """A thing with what is not empty in it."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if not is_dataclass(value):
        return "..." if callable(value) else str(value)
    filled = [getattr(value, field.name) for field in fields(value)]
    inside = [told(part) for part in filled if part not in ("", (), None)]
    return f"{type(value).__name__}({', '.join(inside)})"
