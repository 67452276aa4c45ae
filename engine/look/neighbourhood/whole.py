"""One thing built, and a whole neighbourhood, as SVG: for paper, where nothing else draws."""

from collections.abc import Callable

from engine.look.neighbourhood import along, houses, works
from engine.look.neighbourhood.pen import Pen
from engine.look.neighbourhood.places import Spot, ground_of, spots
from engine.look.neighbourhood.rooms import ROOMS
from engine.look.neighbourhood.scenery import Look, drawn
from engine.look.neighbourhood.yard import YARD, billboard
from engine.look.things import LEVELS, THINGS, Neighbourhood, Shown

_LIT: dict[str, Callable[[Pen, int], str]] = {
    "homes": houses.homes, "clinic": houses.clinic, "school": houses.school, "library": houses.library,
    "hall": houses.hall, "workshop": houses.workshop, "shops": houses.shops, "billboard": billboard,
}  # fmt: skip
_ALONG: dict[str, Callable[[Pen, float, int], str]] = {
    "people": along.people, "trees": along.trees, "lamps": along.lamps,
}  # fmt: skip


def box(kind: str, size: tuple[float, float]) -> tuple[float, float]:
    """The units in which a thing is drawn: its own, or as many as the width takes."""
    thing = THINGS[kind]
    return (float(thing.w), float(thing.h)) if thing.w else (thing.h * size[0] / size[1], float(thing.h))


def standing(kind: str, pen: Pen, w: float, level: int) -> str:
    """The shapes of a thing that is there, `w` units wide."""
    if kind in _LIT:
        return _LIT[kind](pen, level)
    if kind in _ALONG:
        return _ALONG[kind](pen, w, level)
    if kind == "river":
        return along.river(pen, w, THINGS[kind].h, level)
    if kind == "dyke":
        return along.dyke(pen, w, THINGS[kind].h)
    return (ROOMS | YARD)[kind](pen)


def svg(shown: Neighbourhood, size: tuple[float, float]) -> str:
    """A neighbourhood as a whole document, for a place of such proportions."""
    ground = ground_of(shown, *size)
    look = Look(
        shown.setting, shown.light, False, (ground.w, ground.h), (ground.street, ground.yard, ground.edge)
    )
    inside = drawn(look)
    for n, (one, spot) in enumerate(spots(shown, ground)):
        inside += _placed(one, spot, n)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{ground.w}" height="{ground.h}" '
        f'viewBox="0 0 {ground.w} {ground.h}">{inside}</svg>'
    )


def _placed(one: Shown, spot: Spot, n: int) -> str:
    """A thing in its place; the names of its shades are its own, beside those of other things."""
    units = box(one.kind, (spot.w, spot.h))
    shapes = _seen(one, units).replace('id="', f'id="t{n}-').replace("url(#", f"url(#t{n}-")
    return (
        f'<svg x="{spot.x:.1f}" y="{spot.y:.1f}" width="{spot.w:.1f}" height="{spot.h:.1f}" '
        f'viewBox="0 0 {units[0]:.1f} {units[1]:.1f}" preserveAspectRatio="none">{shapes}</svg>'
    )


def _seen(one: Shown, units: tuple[float, float]) -> str:
    """What is built of it, the rest as a sketch, the works before it; a grey sketch where it was given up."""
    pen, (w, h) = Pen(), units
    if one.state == "standing":
        return standing(one.kind, pen, w, one.level)
    if one.state == "lapsed":
        top = h * (0.4 if THINGS[one.kind].row == "house" else 0.34)
        return standing(one.kind, Pen(sketch="grey"), w, LEVELS) + works.tarpaulin(pen, w, h, top)
    upright = THINGS[one.kind].row == "house"
    out = standing(one.kind, Pen(sketch="pale"), w, LEVELS)
    if one.level:
        share = 0.2 + 0.2 * one.level
        part = (0.0, h * (1 - share), w, h * share) if upright else (0.0, 0.0, w * share, h)
        clip = '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>'.format(*part)
        built = standing(one.kind, pen, w, LEVELS).replace('id="', 'id="b-').replace("url(#", "url(#b-")
        out += f'<clipPath id="part">{clip}</clipPath><g clip-path="url(#part)">{built}</g>'
        return out + (works.scaffold if upright else works.fence)(pen, w, h, one.level)
    return out + (works.stakes(pen, w, h) if THINGS[one.kind].w else works.fence(pen, w, h, 0))
