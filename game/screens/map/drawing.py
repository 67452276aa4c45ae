"""The posture map as nodes: zones, names of zones, trust, trails, faces that can be dragged."""

from dataclasses import dataclass, replace

from engine.language import tr
from engine.look.palette import ZONES
from engine.view.types import CharacterView, MapView, MoveView, View
from game.front.drafts import Form
from game.front.intents import Draft, Drag
from game.front.state import Ui
from game.kit import Fit, Label, Node, Rect
from game.kit.nodes import Circle, Control, FaceDisc, Panel, Path
from game.pieces.baton import KEY, badge
from game.pieces.parts import Fullest, initials, looking_back, spec
from game.screens.map.places import (
    Spot,
    apart,
    at,
    home_of,
    inside,
    names_among,
    plot_of,
    posture_at,
    settled,
    zone_name,
    zones_of,
)

_MANY = 8
_STEP = 18.0
"""Logical pixels between the points at which a trail is kept clear."""
_NEAR = 0.35
"""How far a face may stand from its place on average, in units of a face, before all are set smaller."""


@dataclass(frozen=True, slots=True)
class Shown(Form):
    """Whether the moves of the round `about` have been shown."""

    moves: bool = False


@dataclass(frozen=True, slots=True)
class Dragged(Form):
    """Where the face of `about` was dragged: synergy, antagonism."""

    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class LetGo(Form):
    """Whose face was let go last, until the holder says that this is the place."""

    who: str = ""


def draw_map(fit: Fit, rect: Rect, view: View, ui: Ui) -> list[Node]:
    """Everything of the map, back to front."""
    now = view.map
    if now is None:
        return []
    plot = plot_of(fit, rect)
    moves = {move.who: move for move in now.moves}
    spots = _spots(fit, plot, view, ui, moves)
    marks = [rect for spot in spots for rect in _way(plot, spot, moves)] if has_moved(view, ui) else []
    names, spots = names_among(fit, plot, now, spots, marks)
    by_id = {spot.who.id: spot for spot in spots}
    grounds, written = _zones(fit, plot, now, names)
    nodes = [*grounds, *_links(fit, now, by_id)]
    if has_moved(view, ui):
        for spot in spots:
            nodes += _trail(fit, plot, spot, moves.get(spot.who.id))
    nodes += written
    for spot in spots:
        nodes += _face(fit, plot, view, ui, spot)
    return [*nodes, *_axes(fit, rect, plot)]


def has_moved(view: View, ui: Ui) -> bool:
    """Whether faces stand where the round left them; before that, where it found them."""
    return view.mode == "demo" or looking_back(ui) or ui.form(Shown, str(view.phase.round)).moves


def _zones(fit: Fit, plot: Rect, now: MapView, names: list[Rect]) -> tuple[list[Node], list[Node]]:
    """Grounds of the zones; and their names, to be written over lines, which they cut, where no face hides
    them.
    """
    grounds: list[Node] = []
    written: list[Node] = []
    for (zone, label), spot in zip(zones_of(plot, now), names, strict=True):
        ground = fit.colour(f"zone.{label if label in ZONES else 'passive'}")
        grounds.append(Panel(rect=zone, fill=ground, radius=16.0, border=_border(fit), layer=fit.layer))
        written.append(Panel(rect=spot.inset(-4.0, 0.0), fill=ground, radius=8.0, layer=fit.layer))
        written += zone_name(now, label).place(fit.over(ground), spot)
    return grounds, written


def _border(fit: Fit) -> tuple[int, int, int] | None:
    return fit.colour("line") if fit.theme.high_contrast else None


def _spots(fit: Fit, plot: Rect, view: View, ui: Ui, moves: dict[str, MoveView]) -> list[Spot]:
    """The faces, none over another: where they throng, they and their names smaller, so that each stays near
    its own place and the way it came is seen.
    """
    unit = min(plot.w / 16, plot.h / 9) * (1.0 if len(view.characters) <= _MANY else 0.72)
    for smaller in (1.0, 0.87, 0.75, 0.64):
        wanted = _wanted(fit.tighter(round(20 * (1.0 - smaller))), plot, view, ui, moves, unit * smaller)
        spots = apart(wanted, plot)
        away = sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in zip(wanted, spots, strict=True))
        at_home = all(spot.home != plot for spot in spots)
        if at_home and away < _NEAR * unit * max(len(spots), 1):
            break
    return spots


def _wanted(fit: Fit, plot: Rect, view: View, ui: Ui, moves: dict[str, MoveView], unit: float) -> list[Spot]:
    """Each face at its posture, as large as its influence."""
    spots = []
    for who in view.characters:
        posture = who.posture
        if who.id in moves:
            posture = moves[who.id].after if has_moved(view, ui) else moves[who.id].before
        dragged = ui.form(Dragged, who.id).at
        x, y = at(plot, *(dragged or (posture.synergy, posture.antagonism)))
        label = Label(who.short, "pill", one_line=True)
        size = label.measure(fit, 9999.0)
        radius = unit * (0.52 + 0.07 * min(max(who.influence, 0), 4))
        label_here = "" if dragged else posture.label  # a face being moved is where the hand is
        home = plot if view.map is None else home_of(plot, view.map, x, y, label_here)
        spot = Spot(who, posture, x, y, radius, size.w + 8.0, size.h, home, fit.step)
        spots.append(spot if dragged else settled(spot, plot))
    return spots


def _links(fit: Fit, now: MapView, spots: dict[str, Spot]) -> list[Node]:
    """Who trusts whom most: the strongest links, the thicker the stronger."""
    strong = sorted(
        (link for link in now.links if link[0] in spots and link[1] in spots), key=lambda k: -k[2]
    )
    nodes: list[Node] = []
    for one, other, weight in strong[: max(3, len(spots) // 2 + 1)]:
        a, b = spots[one], spots[other]
        points = ((a.x, a.y), (b.x, b.y))
        nodes.append(
            Path(
                rect=_around(points),
                points=points,
                colour=fit.colour("trust"),
                width=2.0 + 6.0 * max(weight - 0.4, 0.0),
                layer=fit.layer,
            )
        )
    return nodes


def _around(points: tuple[tuple[float, float], tuple[float, float]]) -> Rect:
    (ax, ay), (bx, by) = points
    return Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))


def _trail(fit: Fit, plot: Rect, spot: Spot, move: MoveView | None) -> list[Node]:
    """A dotted line from where the face was, when that is far enough to be seen."""
    if move is None:
        return []
    mark = _mark(plot, move)
    x, y = mark.centre
    if abs(x - spot.x) + abs(y - spot.y) < spot.radius * 0.9:
        return []
    colour = fit.colour(f"family.{spot.who.family}")
    points = ((x, y), (spot.x, spot.y))
    return [
        Path(
            rect=_around(points),
            points=points,
            colour=colour,
            width=6.0,
            dotted=True,
            layer=fit.layer,
            key=f"trail.{spot.who.id}",
            appears="fade",
        ),
        Circle(rect=mark, fill=colour, layer=fit.layer),
    ]


def _mark(plot: Rect, move: MoveView) -> Rect:
    """The dot where a face came from."""
    x, y = at(plot, move.before.synergy, move.before.antagonism)
    return Rect(x - 9, y - 9, 18, 18)


def _way(plot: Rect, spot: Spot, moves: dict[str, MoveView]) -> list[Rect]:
    """Where a trail passes, in small steps: no name of a zone is written there."""
    if spot.who.id not in moves:
        return []
    x, y = _mark(plot, moves[spot.who.id]).centre
    steps = max(int(max(abs(spot.x - x), abs(spot.y - y)) // _STEP), 1)
    along = [(x + (spot.x - x) * i / steps, y + (spot.y - y) * i / steps) for i in range(steps + 1)]
    return [Rect(a - 9, b - 9, 18, 18) for a, b in along]


def _face(fit: Fit, plot: Rect, view: View, ui: Ui, spot: Spot) -> list[Node]:
    who = spot.who
    r = spot.radius
    disc = Rect(spot.x - r, spot.y - r, 2 * r, 2 * r)
    nodes: list[Node] = [
        FaceDisc(
            rect=disc,
            spec=tuple(sorted(spec(who.face).items())),
            expression=spot.posture.expression,
            initials=initials(who.name),
            disc=fit.colour("panel"),
            ring=fit.colour(f"family.{who.family}"),
            ring_width=max(r * 0.1, 4.0),
            key=f"map.{who.id}",
            travels=True,
            trail=True,
            layer=fit.layer,
        )
    ]
    now = view.phase.kind != "bilan"  # where it tells of rounds that are over
    if now and view.baton is not None and view.baton.holder == who.id:
        side = max(r * 0.72, 28.0)
        nodes += badge(fit, view.baton.pictogram, Rect(disc.right - side * 0.8, disc.y, side, side), KEY)
    name = Rect(spot.x - spot.name_w / 2 + 4.0, spot.y + r + 2.0, spot.name_w - 8.0, spot.name_h)
    white = fit.colour("panel")
    plate = Rect(name.x - 6, name.y, name.w + 12, name.h)
    written = Label(who.short, "pill", one_line=True).place(fit.tighter(spot.step).over(white), name)
    under: list[Node] = [Panel(rect=plate, fill=white, radius=10.0, layer=fit.layer), *written]
    nodes += [replace(node, key=f"map.{who.id}.{i}", travels=True) for i, node in enumerate(under)]
    if _may_move(view, ui, who):
        nodes.append(_control(plot, ui, spot, disc, fit.layer))
    return nodes


def _may_move(view: View, ui: Ui, who: CharacterView) -> bool:
    legal = view.allows("place-posture")
    return legal is not None and who.id in legal.who and has_moved(view, ui) and not looking_back(ui)


def _control(plot: Rect, ui: Ui, spot: Spot, disc: Rect, layer: int) -> Control:
    who = spot.who
    now = ui.form(Dragged, who.id).at or posture_at(plot, spot.x, spot.y)

    def keep(synergy: float, antagonism: float) -> Draft:
        return Draft(Dragged(who.id, inside(synergy, antagonism)))

    drag = Drag(
        to=lambda x, y: keep(*posture_at(plot, x, y)),
        nudge=lambda dx, dy: keep(now[0] + dx * 0.1, now[1] - dy * 0.1),
        drop=Draft(LetGo(who=who.id)),
    )
    label = tr("Déplacer {name}", name=who.name)
    return Control(
        rect=disc, id=f"face.{who.id}", intent=drag, label=label, role="token", radius=disc.w / 2, layer=layer
    )


def _axes(fit: Fit, rect: Rect, plot: Rect) -> list[Node]:
    across = Label(tr("Synergie → énergie pour le changement"), "label", "kept", "center")
    against = tr("Antagonisme → énergie contre le changement"), tr("Antagonisme → contre le changement")
    up = Fullest([Label(words, "label", "broken", "center", turned=True) for words in against])
    line = plot.x - rect.x - 8.0
    below = Rect(plot.x, plot.bottom + 8.0, plot.w, rect.bottom - plot.bottom - 8.0)
    return [*across.place(fit, below), *up.place(fit, Rect(rect.x, plot.y, line, plot.h))]
