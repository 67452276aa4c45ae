"""The drawing says how the place stands: what is built, given up, lit, and what the last reveal changed."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.content.library import load, slugs
from engine.content.model import Drawing, Scenario
from engine.look.things import LEVELS, THINGS, Neighbourhood, Shown
from engine.view.neighbourhood import at_first, lit, neighbourhood
from tests.moments import Moment, moments

SLUGS = ("au-lendemain-de-la-crue", "le-rez-de-chaussee")
PLAYED = [(slug, kind) for slug in SLUGS for kind in ("facilitated", "training")]


def scenario(slug: str) -> Scenario:
    found = load(slug).scenario
    assert found is not None
    return found


def drawn(seen: Neighbourhood) -> dict[str, Shown]:
    return {one.id.partition(".")[2]: one for one in seen.things}


def played(slug: str, kind: str) -> Iterator[tuple[Moment, dict[str, Shown]]]:
    for moment in moments(slug, kind):
        yield moment, drawn(neighbourhood(moment.game))


@pytest.mark.parametrize(("slug", "kind"), PLAYED)
def test_every_project_is_drawn_as_it_stands(slug: str, kind: str) -> None:
    for moment, things in played(slug, kind):
        game = moment.game
        for p, project in enumerate(game.names.projects):
            one = things[project]
            if game.state.done[p]:
                assert (one.state, one.level) == ("standing", LEVELS)
            elif project in game.open and not game.over:
                assert one.state == "under_way"
                assert one.level < LEVELS
                assert bool(one.level) <= bool(game.state.placed[p].sum())
            elif game.state.lapsed[p]:
                assert one.state == "lapsed"
            else:
                assert one.state in ("absent", "lapsed" if game.over else "absent")


@pytest.mark.parametrize(("slug", "kind"), PLAYED)
def test_the_drawing_keeps_its_things_in_their_order(slug: str, kind: str) -> None:
    orders = {tuple((one.id, one.kind) for one in m.room().neighbourhood.things) for m in moments(slug, kind)}
    assert len(orders) == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_every_project_gauge_and_clock_of_a_shipped_scenario_has_its_thing(slug: str) -> None:
    of = scenario(slug)
    assert set(of.drawing.gauges) == set(of.indicators)
    assert set(of.drawing.projects) == {card.id for card in of.projects}
    assert set(of.drawing.clocks) == {clock.id for clock in of.clocks}


def test_some_things_are_finished_some_given_up_and_some_begun() -> None:
    states = {
        one.state for slug, kind in PLAYED for _, things in played(slug, kind) for one in things.values()
    }
    assert states == {"absent", "under_way", "standing", "lapsed"}


def test_what_the_last_reveal_changed_is_told_until_the_next_round() -> None:
    for moment, things in played(SLUGS[0], "facilitated"):
        game = moment.game
        fresh = {name for name, one in things.items() if one.fresh}
        if not game.laid_open:
            assert not fresh
            continue
        record = game.records[-1]
        ended = {p for i, p in enumerate(game.names.projects) if record.completed[i] or record.lapsed[i]}
        assert ended <= fresh
        given = {p for some in game.playing.given.values() for p, tokens in some.items() if sum(tokens)}
        assert fresh & set(game.names.projects) <= ended | given


def test_a_gauge_lights_its_thing_as_it_rises() -> None:
    levels = [lit(gain) for gain in range(-20, 30)]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (0, LEVELS)
    assert lit(0) == 1


def test_without_names_each_gauge_has_its_house_and_the_common_good_its_people() -> None:
    plain = scenario(SLUGS[0]).model_copy(update={"drawing": Drawing()})
    seen = at_first(plain)
    houses = [one.kind for one in seen.things if one.kind != "people"]
    assert [THINGS[kind].row for kind in houses] == ["house"] * 4
    assert len(set(houses)) == 4
    assert seen.things[-1].kind == "people"
    first = moments(SLUGS[0], "facilitated")[-1]
    later = neighbourhood(replace(first.game, scenario=plain))
    assert [one.id for one in later.things] == [one.id for one in seen.things]


def test_before_anything_is_played_the_drawing_is_that_of_the_first_screen() -> None:
    for slug in SLUGS:
        first = neighbourhood(moments(slug, "facilitated")[0].game)
        at_home = drawn(at_first(scenario(slug)))
        assert at_home == {name: one for name, one in drawn(first).items() if one.state != "absent"}


def test_things_that_show_a_gauge_can_be_lit_by_degrees() -> None:
    assert {name for name, thing in THINGS.items() if "gauge" in thing.shows} >= {"homes", "people", "lamps"}
    assert all(thing.said and thing.h > 0 for thing in THINGS.values())


STANDS_FOR = {
    "tree": "arbre|plant|fleuri",
    "shed": "remise|cabane|outils",
    "playground": "petits|enfants|jeux",
}
"""Things that say plainly what they are -> a word that the title of what they show has."""


@pytest.mark.parametrize("slug", slugs())
def test_a_thing_that_says_plainly_what_it_is_shows_nothing_else(slug: str) -> None:
    """A workbench is no garden shed, a toy library no slide, and a fund no tree."""
    told = scenario(slug)
    assert told.drawing is not None
    titles = {project.id: project.title.fr for project in told.projects}
    shown = {titles[id_]: STANDS_FOR.get(thing, "") for id_, thing in told.drawing.projects.items()}
    assert [title for title, word in shown.items() if not re.search(word, title, re.IGNORECASE)] == []
