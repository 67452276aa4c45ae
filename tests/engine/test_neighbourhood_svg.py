"""The neighbourhood as vectors, for paper: every thing in every state, in every setting, and no two alike."""

from xml.etree import ElementTree

import pytest

from engine.look.neighbourhood.scenery import Look, drawn
from engine.look.neighbourhood.whole import svg
from engine.look.things import LEVELS, SETTINGS, THINGS, Neighbourhood, Setting, Shown, Standing

SIZE = (600.0, 260.0)
BUILT = [kind for kind, thing in THINGS.items() if "project" in thing.shows]
LIT = [kind for kind, thing in THINGS.items() if "project" not in thing.shows or "gauge" in thing.shows]


def with_it(kind: str, state: Standing, level: int, setting: Setting = "street") -> str:
    return svg(Neighbourhood(setting, (Shown("it", kind, state, level),)), SIZE)


@pytest.mark.parametrize("kind", BUILT)
def test_what_is_built_looks_otherwise_in_each_of_its_states(kind: str) -> None:
    looks = {with_it(kind, "lapsed", 0), with_it(kind, "standing", LEVELS)}
    looks |= {with_it(kind, "under_way", level) for level in range(LEVELS)}
    assert len(looks) == LEVELS + 2
    assert svg(Neighbourhood("street"), SIZE) not in looks


@pytest.mark.parametrize("kind", LIT)
def test_what_a_gauge_lights_looks_otherwise_at_each_level(kind: str) -> None:
    assert len({with_it(kind, "standing", level) for level in range(LEVELS + 1)}) == LEVELS + 1


def test_no_two_things_look_alike() -> None:
    assert len({with_it(kind, "standing", LEVELS) for kind in THINGS}) == len(THINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_whole_place_is_one_document_whose_shades_have_names_of_their_own(setting: Setting) -> None:
    states: tuple[Standing, ...] = ("standing", "under_way", "lapsed")
    things = tuple(Shown(kind, kind, states[n % 3], 2) for n, kind in enumerate(BUILT))
    for light in range(LEVELS + 1):
        document = ElementTree.fromstring(svg(Neighbourhood(setting, things, light), SIZE))
        ids = [found for node in document.iter() if (found := node.get("id"))]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("setting", SETTINGS)
def test_each_setting_has_a_scenery_of_its_own_in_colours_and_in_high_contrast(setting: Setting) -> None:
    def look(one: Setting, strong: bool, light: int = 2) -> str:
        return drawn(Look(one, light, strong, (1280, 560), (190, 120, 60)))

    others: list[Setting] = [other for other in SETTINGS if other != setting]
    for strong in (False, True):
        assert all(look(setting, strong) != look(other, strong) for other in others)
        assert look(setting, strong, 0) != look(setting, strong, LEVELS), "more windows are lit"
    assert look(setting, True) != look(setting, False)
