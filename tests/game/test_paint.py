"""Scenes become pictures: everything is drawn inside its bounds, and only what changed is drawn again."""

from dataclasses import replace

import pygame
import pytest

from game.kit import (
    Bar,
    Button,
    Card,
    Chart,
    Column,
    Dot,
    Face,
    Field,
    Grow,
    Keyed,
    Label,
    Pad,
    Part,
    Picture,
    Pill,
    Preview,
    Rect,
    Row,
    Rule,
    Sized,
    Spacer,
    StackedBar,
    Stamp,
    Tokens,
    centred,
)
from game.kit import nodes as n
from game.kit.theme import Theme
from game.kit.words import SYMBOLS
from game.paint import STILL, FaceStore, Painter, canvas, picture, shapes
from game.paint.cache import Cache
from game.paint.draw import Brush
from game.paint.metrics import FontMetrics
from game.paint.type import line

PIXELS = (640, 360)
SMALL = canvas(PIXELS)
THEME = Theme()
INK, WHITE, RED = (29, 36, 51), (255, 255, 255), (200, 30, 30)


class Nobody(FaceStore):
    """No portrait is ever made: initials only."""

    def __init__(self):
        super().__init__(executor=lambda: (_ for _ in ()).throw(OSError("no process here")))


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("COOP_CACHE", str(tmp_path))


def painted(scene, pixels=PIXELS, theme=THEME):
    return pygame.image.tobytes(picture(scene, pixels, theme, Nobody()), "RGB")


def changed(before, after):
    """The smallest rectangle that holds every pixel in which two surfaces differ."""
    mask = pygame.mask.from_threshold(after, (0, 0, 0), (1, 1, 1, 255), before)
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


RECT = Rect(600, 400, 300, 90)
RUNS = (n.Run("ÉÇ→gjqy", "text-400", INK),)
ONE_OF_EACH = [
    n.Text(rect=RECT, runs=RUNS, size=60.0, baseline=60.0, on=WHITE),
    n.Text(rect=RECT, runs=RUNS, size=60.0, baseline=60.0, on=WHITE, halo=RED),
    n.Text(rect=Rect(600, 400, 90, 300), runs=RUNS, size=60.0, baseline=60.0, on=WHITE, turned=True),
    n.Panel(rect=RECT, fill=RED, radius=24.0, border=INK, edge=INK),
    n.Panel(rect=RECT, fill=RED, radius=24.0, border=INK, edge=INK, band=INK),
    n.Panel(rect=Rect(600, 400, 30, 30), fill=RED, radius=24.0),
    n.Path(rect=RECT, points=((610, 480), (700, 410), (880, 470)), colour=RED, width=9.0),
    n.Path(rect=RECT, points=((610, 480), (700, 410), (880, 470)), colour=RED, width=9.0, dotted=True),
    n.Path(rect=RECT, points=((600, 440), (900, 440)), colour=RED, width=3.0),
    n.Path(rect=RECT, points=((640, 400), (640, 490)), colour=RED, width=3.0),
    n.Polygon(rect=RECT, points=((610, 480), (700, 410), (880, 470)), fill=RED),
    n.Circle(rect=Rect(600, 400, 90, 90), fill=RED, border=INK, border_width=6.0),
    n.Circle(rect=Rect(600, 400, 90, 90), fill=None, border=INK, border_width=6.0),
    *(
        n.Token(rect=Rect(600, 400, 60, 60), kind=kind, state=state, colour=RED)
        for kind in range(3)
        for state in ("promised", "given", "missing")
    ),
    n.Segments(rect=RECT, shares=((0.4, RED), (0.2, INK)), track=(200, 200, 200), radius=12.0, mark=0.5),
    n.FaceDisc(rect=Rect(600, 400, 90, 90), spec=(), expression="calm", initials="FD", disc=RED, ring=INK),
    n.Pictogram(rect=Rect(600, 400, 60, 60), name="health", colour=RED),
    n.StampMark(rect=RECT, text="NON TENU", font="text-700", size=40.0, colour=RED, tilt=3.0, on=WHITE),
    n.Mirror(rect=RECT, source="room"),
    n.SceneryArt(rect=RECT, setting="river", light=2, units=(900, 300), ground=(60, 34, 24)),
    n.ThingArt(rect=RECT, kind="garden", state="standing", level=4),
    n.FreshArt(rect=RECT, done=True),
    n.FreshArt(rect=RECT, done=False),
    n.Corners(rect=RECT, colour=RED, radius=24.0),
    n.Corners(rect=RECT, colour=RED, radius=24.0, line=WHITE),
]


@pytest.mark.parametrize("node", ONE_OF_EACH, ids=lambda node: type(node).__name__)
@pytest.mark.parametrize("scale", [2 / 3, 1.0])
def test_each_node_draws_something_and_nothing_outside_its_bounds(node, scale):
    brush = Brush(scale, WHITE, Nobody())
    blank = pygame.Surface((1300, 800))
    blank.fill(WHITE)
    surface = blank.copy()
    brush.draw(surface, node)
    touched = changed(blank, surface)
    assert touched.w > 1
    assert touched.h > 1
    assert brush.bounds(node).contains(touched)


@pytest.mark.parametrize("sign", sorted(SYMBOLS))
def test_each_symbol_is_drawn_as_a_shape_of_its_own(sign):
    surface, baseline = line((n.Run(sign, "text-700", INK),), 40)
    box = surface.get_bounding_rect(min_alpha=40)
    assert box.w > 8
    assert box.h > 8
    assert abs(box.centery - (baseline - 13)) < 10
    boxes = {pygame.image.tobytes(line((n.Run(other, "text-700", INK),), 40)[0], "RGBA") for other in SYMBOLS}
    assert len(boxes) == len(SYMBOLS)


def test_type_is_painted_as_wide_as_it_was_measured():
    for scale in (2 / 3, 1.0, 2.0):
        metrics = FontMetrics(scale)
        for font in ("text-400", "text-700", "head-700", "head-800", "digits-800"):
            for words in ("Qui s’engage, et sur quoi\u202f?", "Grzegorz Łukasiewicz-Şahin", "05:36"):
                surface, _ = line((n.Run(words, font, INK),), round(30 * scale))
                assert surface.get_width() / scale == pytest.approx(
                    metrics.width(words, font, 30.0), abs=1.6 / scale
                )


def test_a_timer_does_not_tremble():
    metrics = FontMetrics(1.0)
    assert len({metrics.width(f"{digit}", "digits-800", 40.0) for digit in range(10)}) == 1


def test_the_thin_space_is_thinner_than_a_space():
    metrics = FontMetrics(1.0)
    for font in ("text-400", "text-700", "head-700", "head-800"):
        thin = metrics.width("a\u202fa", font, 200.0) - metrics.width("aa", font, 200.0)
        wide = metrics.width("a a", font, 200.0) - metrics.width("aa", font, 200.0)
        assert 10 < thin <= wide * 1.05


def rich_screen(seconds="05:36", given=1, fade=False):
    face = Face({}, "calm", "FD", 80, ring="family.shops", key="fd")
    left = Card(
        Column(
            [
                Label("Rouvrir la maison de santé", "heading"),
                Tokens.filled((given, 1, 0), (3, 2, 1), key="project"),
                Row(
                    [face, Grow(Label("Fatou Diarra", "name")), Stamp("TENU", "kept"), Pill("Accord", "kept")]
                ),
                Bar(0.4, "kept", 0.5),
                StackedBar([Part(3, "kept", "3"), Part(2, "broken", "2")]),
                Chart([Dot(10, "a"), Dot(60, "b", "ici"), Dot(40, "c")], height=160),
            ]
        ),
        band="family.shops",
    )
    note = [Keyed(Card(Label("Une règle"), fill="note"), "note", appears="unfold" if fade else "")]
    right = Column([Label(seconds, "timer"), Picture("health"), Rule(), *note, Field("f", "des mots", 2)])
    foot = Row([Button("Continuer", "next", kind="primary"), Button("Passer", "skip")])
    body = Column([Row([Grow(left), Grow(right)], align="stretch"), Grow(Spacer()), foot])
    return SMALL.compose(Pad(body, 40, 40))


def sequence():
    first = rich_screen()
    return [
        first,
        rich_screen("05:35"),
        rich_screen("05:34", given=3),
        first.focused("next"),
        first.focused("f"),
        first.hovered("skip"),
        SMALL.compose(Label("tout autre chose", "title")),
        SMALL.compose(Pad(Label("dessous"), 40, 40), centred(Card(Label("dessus")), 900)),
        first,
    ]


def test_painting_only_what_changed_gives_the_same_picture_as_painting_all():
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    for scene in sequence():
        painter.paint(surface, scene)
        assert pygame.image.tobytes(surface, "RGB") == painted(scene)


def test_a_movement_leaves_no_trace_behind():
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    previous = None
    for scene in (
        rich_screen(),
        rich_screen(given=3),
        rich_screen("00:01", given=0, fade=True),
        rich_screen(),
    ):
        for t in (0.0, 0.05, 0.1, 0.2, 0.3, STILL):
            painter.paint(surface, scene, previous, t)
        assert pygame.image.tobytes(surface, "RGB") == painted(scene)
        previous = scene


@pytest.mark.parametrize("how", ["fade", "unfold"])
def test_what_comes_in_softly_is_hidden_at_first_and_whole_at_last(how):
    empty = SMALL.compose(Spacer())
    note = SMALL.compose(Pad(Keyed(Card(Label("Une règle"), fill="kept"), "note", appears=how), 60, 60))
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, empty)
    blank = surface.copy()
    painter.paint(surface, note, empty, 0.0)
    assert changed(blank, surface).h <= 3
    painter.paint(surface, note, empty, 0.1)
    middle = pygame.image.tobytes(surface, "RGB")
    assert middle not in (painted(empty), painted(note))
    painter.paint(surface, note, empty, 1.0)
    assert pygame.image.tobytes(surface, "RGB") == painted(note)


def test_what_comes_to_the_front_is_painted_in_front():
    one = n.Panel(rect=Rect(100, 100, 600, 300), fill=RED, radius=20.0)
    other = n.Panel(rect=Rect(400, 200, 600, 300), fill=INK, radius=20.0)
    scene = replace(SMALL.compose(Spacer()), nodes=(one, other), _order={})
    turned = replace(scene, nodes=(other, one), _order={})
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    for shown in (scene, turned, scene):
        painter.paint(surface, shown)
        assert pygame.image.tobytes(surface, "RGB") == painted(shown)


def test_pictures_are_forgotten_when_they_weigh_too_much():
    made = []

    def make(name):
        made.append(name)
        return pygame.Surface((10, 10))

    cache = Cache(budget=1000)
    for name in ("a", "b", "b", "a", "c", "a", "b"):
        cache.get(name, lambda name=name: make(name))
    assert made == ["a", "b", "c", "b"]  # "b" was the least lately used when "c" came
    assert len(cache) == 2


def tokens_at(x, **more):
    return SMALL.compose(Pad(Row([Spacer(w=x), Tokens.of((1, 0, 0), size=40, key="t")], 0), 40, 40))


def test_a_moving_token_costs_only_its_own_rectangles():
    before, after = tokens_at(0), tokens_at(900)
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, before)
    painter.paint(surface, after, before, 0.0)
    touched = painter.paint(surface, after, before, 0.1)
    assert touched
    assert sum(rect.w * rect.h for rect in touched) < 0.02 * PIXELS[0] * PIXELS[1]


def test_standing_still_draws_nothing():
    scene = rich_screen()
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    assert painter.paint(surface, scene) == [surface.get_rect()]
    assert painter.paint(surface, scene) == []
    assert not painter.moving(scene, None, 0.0)
    assert not painter.stale()


def test_a_window_that_lost_its_pixels_gets_them_all_again():
    scene = rich_screen()
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, scene)
    surface.fill(RED)
    painter.invalidate()
    assert painter.paint(surface, scene) == [surface.get_rect()]
    assert pygame.image.tobytes(surface, "RGB") == painted(scene)


def test_reduced_motion_goes_straight_to_the_end():
    before, after = tokens_at(0), tokens_at(900)
    painter = Painter(PIXELS, Theme(reduced_motion=True), Nobody())
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, before)
    assert not painter.moving(after, before, 0.0)
    painter.paint(surface, after, before, 0.0)
    assert pygame.image.tobytes(surface, "RGB") == painted(after)


def test_a_moving_face_leaves_a_trail_while_it_travels():
    def halfway(trail):
        def at(x):
            face = Face({}, "calm", "FD", 80, ring="family.shops", key="f", trail=trail)
            return SMALL.compose(Pad(Row([Spacer(w=x), face], 0), 40, 40))

        painter = Painter(PIXELS, THEME, Nobody())
        surface = pygame.Surface(PIXELS)
        before, after = at(0), at(1500)
        painter.paint(surface, before)
        painter.paint(surface, after, before, 0.2)
        return surface

    trail = changed(halfway(False), halfway(True))
    assert trail.w > 200
    assert trail.h < 8


def test_the_console_mirrors_another_window():
    scene = SMALL.compose(Column([Sized(Preview("room"), w=900)]))
    painter = Painter(PIXELS, THEME, Nobody())
    surface = pygame.Surface(PIXELS)
    painter.paint(surface, scene)
    room = pygame.Surface((1920, 1080))
    room.fill(RED)
    assert not painter.stale()
    painter.show("room", room)
    assert painter.stale()
    (touched,) = painter.paint(surface, scene)
    assert not painter.stale()
    assert surface.get_at(touched.center)[:3] == pytest.approx(RED, abs=3)


def test_the_focus_can_be_seen():
    plain = rich_screen()
    assert painted(plain) != painted(plain.focused("next"))
    surface = picture(plain.focused("next"), PIXELS, THEME, Nobody())
    ring = pygame.mask.from_threshold(surface, THEME.colour("focus"), (12, 12, 12, 255))
    control = plain.control("next").rect
    (box,) = [rect for rect in ring.get_bounding_rects() if rect.w > 30]
    assert box.w == pytest.approx((control.w + 10) / 3, abs=3)


def field(caret, selection=None, focus="f"):
    column = Column([Field("f", "des mots à dire", caret, selection, lines=2)])
    return replace(SMALL.compose(column), focus=focus)


def test_the_caret_stands_where_it_is_told_only_in_the_focused_field():
    pictures = {painted(field(caret)) for caret in range(5)}
    assert len(pictures) == 5
    assert painted(field(1, focus="")) == painted(field(3, focus=""))


def test_a_selection_is_tinted():
    assert len({painted(field(0)), painted(field(0, (0, 5))), painted(field(0, (4, 9)))}) == 3


@pytest.mark.parametrize("size", [(300, 200), (40, 30), (61, 200)])
def test_panels_of_every_size_have_round_smooth_corners(size):
    surface = pygame.Surface((400, 300))
    surface.fill(WHITE)
    shapes.panel(surface, pygame.Rect(10, 10, *size), 24.0, RED, INK, 2.0)
    assert surface.get_at((10, 10))[:3] == WHITE
    assert surface.get_at((10 + size[0] // 2, 10 + size[1] // 2))[:3] == RED
    top = {surface.get_at((x, 10))[:3] for x in range(10, 10 + size[0])}
    assert len(top) > 3  # in between white and ink: no stairs


def test_high_contrast_is_another_picture():
    strong = Theme(high_contrast=True)
    scene = canvas(PIXELS, strong).compose(Card(Label("mot")))
    assert painted(scene, theme=strong) != painted(SMALL.compose(Card(Label("mot"))))
