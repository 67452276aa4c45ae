"""Faces on the map make room for each other without seeming to be where nobody went."""

from dataclasses import replace

import pytest

from engine.view.types import View
from game.front.state import Ui
from game.kit import Rect
from game.kit.nodes import FaceDisc, Panel
from game.paint import canvas
from game.screens import show
from tests.game import samples_late
from tests.game.samples import posture

SIZES = [(1920, 1080), (1280, 720)]


def faces(view: View, size: tuple[int, int]) -> dict[str, Rect]:
    """Where each face is drawn, and no defect."""
    scene = canvas(size).compose(*show(view, Ui(drafts={"map.moved.2": True})))
    assert scene.check() == []
    found = [node for node in scene.nodes if isinstance(node, FaceDisc) and node.key.startswith("map.")]
    return {node.key.removeprefix("map."): node.rect for node in found}


def zones(view: View, size: tuple[int, int]) -> list[Rect]:
    """The grounds of the zones, drawn before anything else."""
    scene = canvas(size).compose(*show(view, Ui(drafts={"map.moved.2": True})))
    return [node.rect for node in scene.nodes if isinstance(node, Panel) and node.radius == 16.0]


@pytest.mark.parametrize("size", SIZES)
def test_three_who_stand_at_one_edge_stay_in_their_own_zone(size: tuple[int, int]) -> None:
    view = samples_late.posture_map()
    assert view.map is not None
    here = posture("hesitant", 1.52, 2.0)
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
    view = samples_late.posture_map()
    assert view.map is not None
    here = posture("golden", 2.5, 1.5)
    label = view.map.grid[1][2]
    here = replace(here, label=label)
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
