"""The neighbourhood as it is drawn: every thing in every state, in its place, at every size."""

from itertools import combinations

import pygame
import pytest

from engine.look.neighbourhood.scenery import Look
from engine.look.things import LEVELS, SETTINGS, THINGS, Neighbourhood, Shown
from game.kit import Column, Grow, Landscape, Row, Sized, Spacer
from game.kit import nodes as n
from game.kit.theme import Theme
from game.paint import Painter, canvas, picture
from game.paint.neighbourhood import scenery, things
from tests.moments import moments

PIXELS = (1280, 720)
THEMES = (Theme(), Theme(high_contrast=True))
FINISHED = [name for name, thing in THINGS.items() if "project" in thing.shows]
LIT = [name for name, thing in THINGS.items() if "project" not in thing.shows or "gauge" in thing.shows]
SLUGS = ("au-lendemain-de-la-crue", "le-rez-de-chaussee")


def size(kind):
    return THINGS[kind].w or 600, THINGS[kind].h


def seen(kind, state, level=LEVELS, strong=False):
    return pygame.image.tobytes(things.picture(kind, state, level, strong, size(kind)), "RGBA")


def scene(place, theme=THEMES[0], height=330.0, pixels=PIXELS, **more):
    return canvas(pixels, theme).compose(Column([Landscape(place, height, **more)]))


def shown(place, theme=THEMES[0], pixels=PIXELS, **more):
    return picture(scene(place, theme, pixels=pixels, **more), pixels, theme)


def pixels_of(surface):
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("strong", [False, True], ids=["paper", "contrast"])
@pytest.mark.parametrize("kind", FINISHED)
def test_a_thing_looks_otherwise_in_each_of_its_states(kind, strong):
    states = [("absent", 0), ("lapsed", 0), ("standing", LEVELS)]
    states += [("under_way", level) for level in range(LEVELS)]
    looks = {seen(kind, state, level, strong) for state, level in states}
    assert len(looks) == len(states)
    assert not any(seen(kind, "absent", 0, strong))


@pytest.mark.parametrize("strong", [False, True], ids=["paper", "contrast"])
@pytest.mark.parametrize("kind", LIT)
def test_what_a_gauge_lights_looks_otherwise_at_each_level(kind, strong):
    assert len({seen(kind, "standing", level, strong) for level in range(LEVELS + 1)}) == LEVELS + 1


def test_no_two_things_look_alike():
    alone = {kind: seen(kind, "standing") for kind in THINGS}
    assert len(set(alone.values())) == len(THINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_each_setting_has_its_look_and_more_light_is_seen(setting):
    looks = {pixels_of(shown(Neighbourhood(setting, (), light))) for light in range(LEVELS + 1)}
    assert len(looks) == LEVELS + 1
    other = [pixels_of(shown(Neighbourhood(name))) for name in SETTINGS]
    assert len(set(other)) == len(SETTINGS)


def everything(slug, state="standing"):
    place = moments(slug, "facilitated")[0].room().neighbourhood
    return place._replace(
        things=tuple(one._replace(state=state, level=LEVELS, fresh=True) for one in place.things)
    )


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("wide", [420.0, 900.0, 1920.0])
@pytest.mark.parametrize("high", [120.0, 200.0, 330.0, 640.0])
def test_nothing_is_drawn_outside(slug, wide, high):
    composed = canvas(PIXELS).compose(
        Row([Sized(Landscape(everything(slug), high, telling=True), wide, high), Grow(Spacer())], "none")
    )
    whole = next(node.rect for node in composed.nodes if isinstance(node, n.SceneryArt))
    assert (whole.w, whole.h) == (wide, high)
    assert composed.check() == []
    for node in composed.nodes:
        assert node.rect.within(whole, 1.0), node


@pytest.mark.parametrize("slug", SLUGS)
def test_a_thing_keeps_its_place_from_the_first_moment_to_the_last(slug):
    spots = {}
    for moment in moments(slug, "training"):
        place = moment.room().neighbourhood
        things_ = [node for node in scene(place).nodes if isinstance(node, n.ThingArt)]
        there = [one for one in place.things if one.state != "absent"]
        assert len(things_) == len(there)
        for one in there:
            rects = [node.rect for node in things_ if node.kind == one.kind]
            spots.setdefault((one.id, len(rects)), set()).update(rects if len(rects) == 1 else ())
    assert all(len(rects) <= 1 for rects in spots.values())


@pytest.mark.parametrize("theme", THEMES, ids=["paper", "contrast"])
def test_the_same_state_gives_the_same_picture(theme):
    place = moments(SLUGS[0], "facilitated")[-1].room().neighbourhood
    first = pixels_of(shown(place, theme))
    things._kept._kept.clear()
    assert pixels_of(shown(place, theme)) == first


@pytest.mark.parametrize("theme", THEMES, ids=["paper", "contrast"])
def test_a_project_finished_and_one_given_up_are_seen(theme):
    def place(state):
        return Neighbourhood("river", (Shown("project.jardin", "garden", state, LEVELS),))

    looks = [pixels_of(shown(place(state), theme)) for state in ("absent", "under_way", "lapsed", "standing")]
    assert len(set(looks)) == len(looks)


def changed(fresh):
    return Neighbourhood(
        "river",
        (
            Shown("gauge.health", "homes", "standing", 2),
            Shown("project.jardin", "garden", "standing" if fresh else "under_way", 4 if fresh else 2, fresh),
        ),
    )


def test_what_has_just_changed_comes_in_marked_and_nothing_moves_where_movement_is_reduced():
    before, after = (scene(changed(fresh), telling=True) for fresh in (False, True))
    plain = scene(changed(True))
    assert [type(node) for node in after.nodes if node.appears] == [n.FreshArt, n.ThingArt]
    assert not any(node.appears for node in (*before.nodes, *plain.nodes))
    for reduced in (False, True):
        painter = Painter(PIXELS, Theme(reduced_motion=reduced))
        assert painter.moving(after, before, 0.1) is not reduced
        assert not painter.moving(after, before, 1.0)


def test_only_what_changed_is_painted_again():
    surface, painter = pygame.Surface(PIXELS), Painter(PIXELS, THEMES[0])
    painter.paint(surface, scene(changed(False)))
    touched = painter.paint(surface, scene(changed(True)))
    garden = next(node for node in scene(changed(True)).nodes if getattr(node, "kind", "") == "garden")
    room = pygame.Rect(*(round(side * 2 / 3) for side in garden.rect)).inflate(12, 12)
    assert touched
    assert all(room.contains(rect) for rect in touched)


def test_in_high_contrast_nothing_is_told_by_colour_alone():
    """Each state also differs once all colour is gone."""
    for kind in FINISHED:
        greys = [
            pygame.transform.grayscale(things.picture(kind, state, level, True, size(kind)))
            for state, level in (("under_way", 0), ("under_way", 2), ("lapsed", 0), ("standing", LEVELS))
        ]
        for one, other in combinations(greys, 2):
            assert pygame.image.tobytes(one, "RGBA") != pygame.image.tobytes(other, "RGBA")


def test_a_picture_at_the_top_of_a_card_has_the_cards_line_along_it_and_round_corners():
    theme = THEMES[0]
    made = shown(Neighbourhood("street"), theme, radius=22.0, upper=True)
    paper, line = theme.colour("paper"), theme.colour("line")
    rect = next(node.rect for node in scene(Neighbourhood("street")).nodes if isinstance(node, n.SceneryArt))
    scale = PIXELS[0] / 1920
    left, top = round(rect.x * scale), round(rect.y * scale)
    right, low = round(rect.right * scale) - 1, round(rect.bottom * scale) - 1
    assert made.get_at((left, top))[:3] == made.get_at((right, top))[:3] == paper
    assert made.get_at(((left + right) // 2, top))[:3] == line
    assert made.get_at((left, low))[:3] == made.get_at((right, low))[:3] == line


@pytest.mark.parametrize("size", [(1828, 663), (1811, 330), (640, 97), (1279, 719)])
def test_the_picture_fills_its_room_to_the_last_pixel(size):
    look = Look("residence", 2, False, (2184, 780), (62, 34, 24))
    assert scenery.picture(look, size).get_size() == size
