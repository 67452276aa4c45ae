"""The minute of handing over: a grey face, a new one, and what stays with the seat."""

from game.front.state import Ui
from game.kit.nodes import FaceDisc
from tests.game import samples
from tests.game.showing import said, scene
from tests.game.staged import handed_over


def test_who_leaves_is_grey_and_who_comes_is_not() -> None:
    view = handed_over(samples.view("situation"))
    (one,) = view.handed_over
    picture = scene(view, Ui())
    faces = [node for node in picture.nodes if isinstance(node, FaceDisc)]
    assert [face.grey for face in faces] == [True, False]
    assert {one.before, one.after} <= set(picture.texts())
    assert one.why in said(picture)


def test_the_situation_waits_until_the_minute_is_over() -> None:
    view = handed_over(samples.view("situation"))
    assert view.situation is not None
    assert view.situation.title not in said(scene(view, Ui()))
    assert view.situation.title in said(scene(samples.view("situation"), Ui()))
