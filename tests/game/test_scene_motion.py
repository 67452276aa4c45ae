"""What changes its place between two scenes travels; nothing else moves."""

from itertools import pairwise

import pytest

from game.kit import Canvas, Column, Keyed, Label, Rect, Row, Spacer, Tokens, motions
from game.kit.motion import TRAVEL, Motion
from game.kit.nodes import Circle
from game.paint import canvas

ROOM = canvas((1920, 1080))


def tokens_after(gap: float, on: Canvas = ROOM):
    return on.compose(Column([Spacer(h=gap), Row([Tokens.of((2, 0, 0), key="t")])], 0))


def test_a_token_travels_from_where_it_was():
    before, after = tokens_after(0), tokens_after(200)
    moved = motions(before, after)
    assert [(m.node.key, m.kind) for m in moved] == [("t.0", "travel"), ("t.1", "travel")]
    first = moved[0]
    assert first.rect(0.0) == first.start == before.nodes[0].rect
    assert first.rect(TRAVEL) == after.nodes[0].rect
    assert first.start.y < first.rect(TRAVEL / 2).y < first.node.rect.y


def test_what_stays_does_not_move():
    assert motions(tokens_after(50), tokens_after(50)) == ()


def test_nothing_moves_at_first_or_when_the_window_changes():
    scene = tokens_after(0)
    assert motions(None, scene) == ()
    assert motions(scene, scene) == ()
    assert motions(tokens_after(0, canvas((1280, 1024))), tokens_after(200)) == ()


@pytest.mark.parametrize("how", ["fade", "unfold"])
def test_what_is_new_may_come_in_softly(how):
    empty = ROOM.compose(Spacer())
    note = ROOM.compose(Keyed(Label("note"), "note", appears=how))
    (motion,) = motions(empty, note)
    assert motion.kind == how
    assert motions(note, note) == ()
    if how == "unfold":
        assert motion.rect(0.0).h == 0
        assert motion.rect(9.0) == note.nodes[0].rect


def test_what_is_new_without_a_wish_is_simply_there():
    assert motions(ROOM.compose(Spacer()), tokens_after(0)) == ()


def test_a_movement_starts_fast_ends_softly_and_stays_in_bounds():
    node = Circle(rect=Rect(100, 0, 10, 10), fill=(0, 0, 0))
    motion = Motion(node, Rect(0, 0, 10, 10), "travel", 0.4)
    steps = [motion.rect(t / 10).x for t in range(6)]
    assert steps[0] == 0
    assert steps[4] == steps[5] == 100
    gains = [b - a for a, b in pairwise(steps)]
    assert gains == sorted(gains, reverse=True)
    assert motion.progress(-1) == 0
