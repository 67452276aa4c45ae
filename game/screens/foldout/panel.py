"""One panel of the briefing: its words, its drawing at a step, its question, where the fact comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from engine.briefing.diagrams import HEIGHT, WIDTH, drawn, trays
from engine.content.model import BriefingPanel, Text
from engine.language import tr, typo
from engine.look import palette
from engine.look.shapes import Portrait, Shape, Words, svg, under
from engine.telling import terms
from game.front.state import Settings, Ui
from game.kit import Card, Column, Control, Element, Fit, Grow, Label, Node, Rect, Row, Size
from game.kit.fitting import Own
from game.kit.nodes import FaceDisc, OutlineArt, Run
from game.kit.nodes import Text as Line
from game.pieces.parts import initials
from game.pieces.terms import explained

_LEAST = 0.8
"""The least height of a drawing, as a share of its canvas, in logical pixels."""


def say(text: Text | None, settings: Settings) -> str:
    """The words of a text for who reads, as they are printed."""
    return typo(text.read(settings.language, settings.plain), settings.language) if text is not None else ""


def today(ui: Ui, zone: tzinfo | None = None) -> date:
    """The day on which the sheet is read."""
    return datetime.fromtimestamp(ui.now, zone).date()


def sourced(panel: BriefingPanel, settings: Settings) -> str:
    """Where the fact comes from, and of when it is; "" where the panel is a question."""
    told = " · ".join(part for part in (say(panel.source, settings), say(panel.dated, settings)) if part)
    return tr("Source : {source}", source=told) if told else ""


def past(panel: BriefingPanel) -> str:
    """What is said of a panel whose last true year is over."""
    return tr(
        "Ce volet disait vrai jusqu’en {year}. Vérifiez avant de vous en servir.", year=panel.valid_until
    )


class Handle(NamedTuple):
    """Where the room tips the drawing: its name on the screen, its words, its box on the canvas, what it
    does."""

    id: str
    label: str
    box: tuple[float, float, float, float]
    intent: object


@dataclass(frozen=True)
class Diagram(Element):
    """A drawing, as large as its room allows, its words set as all others are."""

    shapes: tuple[Shape, ...]
    handles: tuple[Handle, ...] = ()

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(width, HEIGHT * _LEAST)

    def least(self, fit: Fit) -> float:
        return WIDTH * _LEAST

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        scale = min(rect.w / WIDTH, rect.h / HEIGHT)
        w, h = WIDTH * scale, HEIGHT * scale
        room = Rect(rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h)
        roles = palette.STRONG if fit.theme.high_contrast else palette.PAPER
        markup = svg(self.shapes, roles, words=False)
        art = OutlineArt(rect=room, markup=markup, units=(WIDTH, HEIGHT), layer=fit.layer)
        lines = [self._line(fit, room, scale, one) for one in self.shapes if isinstance(one, Words)]
        faces = [self._face(fit, room, scale, one) for one in self.shapes if isinstance(one, Portrait)]
        return [art, *lines, *faces, *(self._handle(fit, room, scale, one) for one in self.handles)]

    def _face(self, fit: Fit, room: Rect, scale: float, one: Portrait) -> FaceDisc:
        left, top, side = (length * scale for length in (one.x - one.r, one.y - one.r, 2 * one.r))
        return FaceDisc(
            rect=Rect(room.x + left, room.y + top, side, side),
            spec=one.looks,
            expression=one.expression,
            initials=initials(one.name),
            disc=fit.colour(under(self.shapes, one.x, one.y)),
            layer=fit.layer,
        )

    def _handle(self, fit: Fit, room: Rect, scale: float, one: Handle) -> Control:
        x, y, w, h = (length * scale for length in one.box)
        box = Rect(room.x + x, room.y + y, w, h)
        return Control(rect=box, id=one.id, intent=one.intent, label=one.label, radius=8.0, layer=fit.layer)

    def _line(self, fit: Fit, room: Rect, scale: float, words: Words) -> Line:
        """One line of words on the drawing; never smaller than its window allows."""
        size = max(words.size * scale, fit.theme.floor)
        wide = fit.metrics.width(words.text, words.face, size)
        left = room.x + words.x * scale - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
        ascent = fit.metrics.ascent(words.face, size)
        ground = under(self.shapes, words.x, words.y - words.size * 0.3)
        return Line(
            rect=Rect(left, room.y + words.y * scale - ascent, wide, size * 1.2),
            runs=(Run(words.text, words.face, fit.colour(words.colour)),),
            size=size,
            baseline=ascent,
            on=fit.colour(ground) if ground else fit.on,
            role="drawing",
            layer=fit.layer,
        )


def handles(
    panel: BriefingPanel, step: int, settings: Settings, hands: Mapping[int, object]
) -> tuple[Handle, ...]:
    """Where the drawing is tipped, at a step; `hands` is what tipping it to a step does."""
    return tuple(
        Handle(f"tray-{n}", say(panel.diagram.data[tray.part].label, settings), tray.box, hands[tray.step])
        for n, tray in enumerate(trays(panel.diagram, step), 1)
        if tray.step in hands
    )


def written(
    panel: BriefingPanel, step: int, ui: Ui, hands: Mapping[int, object] = MappingProxyType({})
) -> Element:
    """All that stands on a panel: what the room reads beside its drawing, and the question beneath."""
    settings = ui.settings
    shapes = drawn(panel.diagram, step, lambda text: say(text, settings))
    drawing = Diagram(shapes, handles(panel, step, settings, hands))
    known = terms.told(None, settings.language)
    idea = explained(known, say(panel.idea, settings), "lead", f"{panel.id}.idea")
    told = Column([Label(say(panel.title, settings), "title"), idea], "m")
    above = Row([Grow(Own(told, 1.15), 0.7), Grow(drawing, 1.0)], "l", "stretch")
    question = explained(known, say(panel.ask, settings), "heading", f"{panel.id}.ask", "note_ink")
    asked = Card(question, "l", "s", "note", "note_line", edge=False, radius="s")
    below = Own(Column([asked, *_dated(panel, ui)], "s", justify="end"), 1.25)
    shares = [Grow(above, 3.0), Grow(below)]  # so that larger text leaves a drawing its size
    return Column(shares, "s")


def _dated(panel: BriefingPanel, ui: Ui) -> list[Element]:
    lines: list[Element] = []
    if panel.is_past(today(ui)):
        lines.append(Label(past(panel), "label", "broken"))
    source = sourced(panel, ui.settings)
    return [*lines, Label(source, "tiny")] if source else lines
