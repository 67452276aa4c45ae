"""The neighbourhood as an element: where each of its things stands, at any size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.look.neighbourhood.places import Ground, ground_of, spots
from engine.look.things import LEVELS, THINGS, Neighbourhood, Shown
from game.kit.geometry import Rect
from game.kit.layout import Element, Fit, Size
from game.kit.nodes import Corners, FreshArt, Node, SceneryArt, ThingArt


@dataclass(frozen=True)
class Landscape(Element):
    """A neighbourhood in the room it is given; wants `height`. The larger, the more of sky and ground.

    `telling`: what the last reveal changed is marked, and comes in. `radius` rounds its corners, in the
    colour of the page; only the `upper` ones where a card goes on below, with the card's line along them.
    """

    shown: Neighbourhood
    height: float = 150.0
    radius: float = 0.0
    upper: bool = False
    telling: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, fit.scaled(self.height, 60.0))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        if rect.w < 2.0 or rect.h < 2.0:
            return []
        seen, strong = self.shown, fit.theme.high_contrast
        ground = ground_of(seen, rect.w, rect.h)
        scenery = SceneryArt(
            rect=rect,
            setting=seen.setting,
            light=seen.light,
            units=(ground.w, ground.h),
            ground=(ground.street, ground.yard, ground.edge),
            strong=strong,
            layer=fit.layer,
        )
        nodes: list[Node] = [scenery]
        for one, spot in _spots(seen, ground, rect):
            nodes += self._thing(one, spot, (rect, strong, fit.layer))
        if self.radius:
            nodes.append(
                Corners(
                    rect=rect,
                    colour=fit.colour("paper"),
                    radius=self.radius,
                    line=fit.colour("line") if self.upper else None,
                    layer=fit.layer,
                )
            )
        return nodes

    def _thing(self, one: Shown, spot: Rect, on: tuple[Rect, bool, int]) -> Iterator[Node]:
        """A thing; where it is told what changed, what did comes with its mark."""
        whole, strong, layer = on
        told = self.telling and one.fresh and bool(THINGS[one.kind].w)
        key = f"{one.id}.{one.state}.{one.level}.{spot.w:.0f}" if told else ""
        appears: Literal["fade", ""] = "fade" if told else ""
        done = one.state == "standing" and one.id.startswith("project")
        if told and done:
            halo = _within(spot.inset(-spot.w * 0.2, -spot.h * 0.45).moved(0, -spot.h * 0.25), whole)
            yield FreshArt(
                rect=halo, done=True, strong=strong, key=f"{key}.rays", appears=appears, layer=layer
            )
        yield ThingArt(
            rect=spot,
            kind=one.kind,
            state=one.state,
            level=one.level,
            strong=strong,
            key=key,
            appears=appears,
            layer=layer,
        )
        if told and not done:
            side = min(spot.w, spot.h)
            above = _within(Rect(spot.x + (spot.w - side) / 2, spot.y - side * 0.2, side, side), whole)
            yield FreshArt(
                rect=above, done=False, strong=strong, key=f"{key}.mark", appears=appears, layer=layer
            )


@dataclass(frozen=True)
class OneThing(Element):
    """One thing of a neighbourhood by itself, built, as large as its room lets it be; wants `height`. It is
    one that has a width of its own.
    """

    kind: str
    height: float = 300.0

    def measure(self, fit: Fit, width: float) -> Size:
        thing, high = THINGS[self.kind], fit.scaled(self.height, 90.0)
        wide = min(high * thing.w / thing.h, max(width, 1.0))
        return Size(wide, wide * thing.h / thing.w)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        thing = THINGS[self.kind]
        unit = min(rect.w / thing.w, rect.h / thing.h)
        x, y = rect.centre
        spot = Rect(x - thing.w * unit / 2, y - thing.h * unit / 2, thing.w * unit, thing.h * unit)
        strong = fit.theme.high_contrast
        return [
            ThingArt(
                rect=spot, kind=self.kind, state="standing", level=LEVELS, strong=strong, layer=fit.layer
            )
        ]


def _spots(seen: Neighbourhood, ground: Ground, rect: Rect) -> Iterator[tuple[Shown, Rect]]:
    """Each thing and its rectangle, from the farthest to the nearest; what is as wide as the picture is
    exactly so."""
    unit = rect.h / ground.h
    for one, spot in spots(seen, ground):
        wide = spot.w * unit if THINGS[one.kind].w else rect.w
        yield (
            one,
            Rect(rect.x + spot.x * unit, rect.bottom - (ground.h - spot.y) * unit, wide, spot.h * unit),
        )


def _within(rect: Rect, whole: Rect) -> Rect:
    """The part of a rectangle that is inside another."""
    x, y = max(rect.x, whole.x), max(rect.y, whole.y)
    return Rect(x, y, min(rect.right, whole.right) - x, min(rect.bottom, whole.bottom) - y)
