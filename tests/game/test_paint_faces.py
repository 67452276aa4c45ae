"""Portraits come when they are ready, initials stand for them until then, and drawing never waits."""

from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from importlib import resources

import pygame
import pytest

from engine.look import faces, pictograms
from game.kit import Face, Picture, Rect, Row
from game.kit import nodes as n
from game.kit.theme import Theme
from game.paint import FaceStore, Painter, canvas, picture
from game.paint.draw import Brush

PIXELS = (640, 360)
FATOU = {"head": "hijab", "skin": "#ae5d29", "clothing": "#ffcf77"}
DISC = n.FaceDisc(
    rect=Rect(0, 0, 90, 90),
    spec=tuple(sorted(FATOU.items())),
    expression="smile",
    initials="FD",
    disc=(244, 233, 216),
)


class Slow(Executor):
    """Makes nothing until told to."""

    def __init__(self):
        self.asked = []

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        self.asked.append((future, lambda: fn(*args, **kwargs)))
        return future

    def deliver(self):
        for future, work in self.asked:
            try:
                future.set_result(work())
            except Exception as failure:
                future.set_exception(failure)
        self.asked = []

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("COOP_CACHE", str(tmp_path))


@pytest.fixture
def slow():
    return Slow()


def test_a_face_that_may_be_wanted_is_made_ahead_once_nothing_else_is_awaited(slow):
    store = FaceStore(lambda: slow)
    store.picture(DISC, 90, 0)
    store.foresee([(DISC.spec, "tired")])
    store.poll()
    assert len(slow.asked) == 1
    slow.deliver()
    store.poll()
    assert len(slow.asked) == 1
    version = store.version
    slow.deliver()
    assert store.poll() == version, "nothing that is shown has changed"
    assert faces.cached(FATOU, "tired") is not None


def test_initials_first_then_the_portrait(slow):
    store = FaceStore(lambda: slow)
    scene = canvas(PIXELS).compose(Row([Face(FATOU, "smile", "FD", 200)]))
    painter = Painter(PIXELS, Theme(), store)
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, scene)
    initials = surface.copy()
    assert len(slow.asked) == 1
    assert not painter.stale()
    assert painter.paint(surface, scene) == []
    slow.deliver()
    assert painter.stale()
    assert painter.paint(surface, scene)
    assert pygame.image.tobytes(surface, "RGB") != pygame.image.tobytes(initials, "RGB")
    assert not painter.stale()
    assert store.arrived(scene.nodes[0])


def test_the_same_face_is_asked_for_once(slow):
    store = FaceStore(lambda: slow)
    for side in (40, 60, 60):
        store.picture(DISC, side, 0)
    assert len(slow.asked) == 1


def test_a_portrait_kept_on_disk_is_there_at_once(slow):
    faces.png(FATOU, "smile")
    store = FaceStore(lambda: slow)
    assert store.arrived(DISC)
    assert slow.asked == []


def test_a_face_that_cannot_be_drawn_keeps_its_initials(slow):
    store = FaceStore(lambda: slow)
    wrong = n.FaceDisc(
        rect=DISC.rect, spec=(("head", "none"),), expression="smile", initials="X", disc=DISC.disc
    )
    store.picture(wrong, 60, 0)
    slow.deliver()
    assert store.poll() == 0
    assert not store.arrived(wrong)


def test_where_no_process_can_start_a_thread_draws():
    class Broken(Slow):
        def submit(self, fn, /, *args, **kwargs):
            future = Future()
            future.set_exception(BrokenProcessPool("no"))
            return future

    store = FaceStore(Broken)
    store.picture(DISC, 60, 0)
    store.finish()
    assert store.arrived(DISC)


def test_a_picture_for_the_disk_waits_for_its_faces(slow):
    class Obliging(Slow):
        def submit(self, fn, /, *args, **kwargs):
            future = super().submit(fn, *args, **kwargs)
            self.deliver()
            return future

    scene = canvas(PIXELS).compose(Row([Face(FATOU, "smile", "FD", 200)]))
    whole = picture(scene, PIXELS, Theme(), FaceStore(Obliging))
    hijab = pygame.mask.from_threshold(whole, (0, 0, 0), (10, 10, 10, 255))
    assert hijab.count() > 200


def test_closing_forgets_what_is_awaited(slow):
    store = FaceStore(lambda: slow)
    store.picture(DISC, 60, 0)
    store.close()
    slow.deliver()
    assert store.poll() == 0


def test_a_disc_is_round_and_a_bust_is_not(slow):
    faces.png(FATOU, "smile")
    store = FaceStore(lambda: slow)
    disc, _ = store.picture(DISC, 90, 0)
    ringed, _ = store.picture(
        n.FaceDisc(
            rect=DISC.rect,
            spec=DISC.spec,
            expression="smile",
            initials="FD",
            disc=DISC.disc,
            ring=(200, 30, 30),
        ),
        90,
        5,
    )
    assert disc.get_at((0, 0)).a == ringed.get_at((0, 0)).a == 0
    assert disc.get_at((45, 2))[:3] == DISC.disc
    assert ringed.get_at((45, 2))[:3] == (200, 30, 30)
    bust, _ = store.picture(
        n.FaceDisc(
            rect=DISC.rect, spec=DISC.spec, expression="smile", initials="FD", disc=DISC.disc, bust=True
        ),
        90,
        0,
    )
    assert bust.get_at((45, 1)).a == 0
    assert bust.get_at((45, 45)).a > 250


def test_cards_may_name_exactly_the_pictograms_that_there_are():
    there = {file.name.removesuffix(".svg") for file in resources.files("engine.look.pictograms").iterdir()}
    assert {name for name in there if "." not in name and name != "__pycache__"} == pictograms.NAMES


@pytest.mark.parametrize("name", sorted(pictograms.NAMES))
def test_a_pictogram_is_large_dark_and_of_one_colour(name):
    (node,) = canvas(PIXELS).compose(Row([Picture(name, 120)])).nodes
    surface = pygame.Surface((200, 200), pygame.SRCALPHA)
    Brush(1.0, (255, 255, 255), FaceStore()).draw(surface, node, Rect(0, 0, 96, 96))
    box = surface.get_bounding_rect(min_alpha=128)
    assert max(box.w, box.h) > 70
    solid = pygame.mask.from_surface(surface, 200)
    assert 0.08 < solid.count() / (96 * 96) < 0.75
    x, y = next((x, y) for x in range(96) for y in range(96) if solid.get_at((x, y)))
    assert surface.get_at((x, y))[:3] == pytest.approx(node.colour, abs=4)
