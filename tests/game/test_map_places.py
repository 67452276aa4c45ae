"""Faces on the map make room for each other without seeming to be where nobody went."""

from dataclasses import replace

import pytest

from engine.view.types import View
from game.front.drafts import holding
from game.front.state import Ui
from game.kit import Rect
from game.kit.nodes import FaceDisc, Panel, Path, Text
from game.paint import canvas
from game.screens import show
from game.screens.map.drawing import Shown
from game.screens.map.places import at, posture_at
from tests.game import samples

SIZES = [(1920, 1080), (1280, 720)]


def faces(view: View, size: tuple[int, int]) -> dict[str, Rect]:
    """Where each face is drawn, and no defect."""
    scene = canvas(size).compose(*show(view, Ui(drafts=holding(Shown("2", True)))))
    assert scene.check() == []
    found = [node for node in scene.nodes if isinstance(node, FaceDisc) and node.key.startswith("map.")]
    return {node.key.removeprefix("map."): node.rect for node in found}


def zones(view: View, size: tuple[int, int]) -> list[Rect]:
    """The grounds of the zones, drawn before anything else."""
    scene = canvas(size).compose(*show(view, Ui(drafts=holding(Shown("2", True)))))
    return [node.rect for node in scene.nodes if isinstance(node, Panel) and node.radius == 16.0]


@pytest.mark.parametrize("size", SIZES)
def test_three_who_stand_at_one_edge_stay_in_their_own_zone(size: tuple[int, int]) -> None:
    view = samples.posture_map()
    assert view.map is not None
    here = replace(view.map.moves[0].after, label=view.map.grid[2][2], synergy=2.52, antagonism=3.0)
    together = {who.id for who in view.characters[:3]}
    moves = tuple(replace(m, before=here, after=here) if m.who in together else m for m in view.map.moves)
    view = replace(view, map=replace(view.map, moves=moves))
    drawn = faces(view, size)
    homes = {
        next((i for i, zone in enumerate(zones(view, size)) if zone.contains(*drawn[who].centre)), -1)
        for who in together
    }
    assert len(homes) == 1
    assert -1 not in homes


@pytest.mark.parametrize("size", SIZES)
def test_who_stands_at_a_corner_is_drawn_in_the_zone_that_is_said(size: tuple[int, int]) -> None:
    """At 2.5 and 1.5 four zones meet: the words say the golden triangle, and so must the picture."""
    view = samples.posture_map()
    assert view.map is not None
    here = replace(view.map.moves[0].after, label=view.map.grid[1][2], synergy=2.5, antagonism=1.5)
    moves = tuple(
        replace(m, before=here, after=here) if m.who == view.characters[0].id else m for m in view.map.moves
    )
    drawn = faces(replace(view, map=replace(view.map, moves=moves)), size)[view.characters[0].id]
    plot = zones(view, size)
    left, right = min(z.x for z in plot), max(z.right for z in plot)
    top, bottom = min(z.y for z in plot), max(z.bottom for z in plot)
    x, y = drawn.centre
    assert x > (left + right) / 2
    assert y < bottom - (bottom - top) / 4


@pytest.mark.parametrize("level", [1.0, 1.3, 1.5, 2.0, 2.5, 3.4, 3.5, 3.9, 4.0])
def test_a_posture_is_drawn_in_the_cell_of_its_level_and_read_back_where_it_was_drawn(level: float) -> None:
    plot = Rect(100.0, 50.0, 800.0, 600.0)
    x, y = at(plot, level, level)
    assert posture_at(plot, x, y) == pytest.approx((level, level))
    assert int(min((x - plot.x) / plot.w * 4, 3.999)) == min(int(level + 0.5) - 1, 3)


def test_the_least_and_the_most_stand_at_the_edges() -> None:
    plot = Rect(100.0, 50.0, 800.0, 600.0)
    assert at(plot, 4.0, 4.0) == (plot.right, plot.y)
    assert at(plot, 1.0, 1.0) == (plot.x, plot.bottom)


@pytest.mark.parametrize("size", SIZES)
def test_no_trail_crosses_the_name_of_a_zone(size: tuple[int, int]) -> None:
    view = samples.posture_map()
    assert view.map is not None
    scene = canvas(size).compose(*show(view, Ui(drafts=holding(Shown("2", True)))))
    names = [
        node.rect
        for node in scene.nodes
        if isinstance(node, Text) and node.text in {zone.title for zone in view.map.zones}
    ]
    trails = [node.points for node in scene.nodes if isinstance(node, Path) and node.dotted]
    assert names
    assert trails
    crossed = set()
    for (ax, ay), (bx, by) in trails:
        along = [(ax + (bx - ax) * i / 50, ay + (by - ay) * i / 50) for i in range(51)]
        crossed |= {name for name in names if any(name.contains(*point) for point in along)}
    here = [face.centre for face in faces(view, size).values()]
    crowded = [zone for zone in zones(view, size) if sum(zone.contains(*point) for point in here) > 2]
    assert not [name for name in crossed if not any(zone.contains(*name.centre) for zone in crowded)]
