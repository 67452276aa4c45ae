"""How differently two scenarios play: nothing sets one apart from itself, no two shipped ones are near."""

from collections.abc import Mapping

import pytest

from engine import balance
from engine.balance.matrix import MEASURES, NEAR, Profile, pair, profile, shared, word
from engine.content import library
from engine.content.model import Scenario
from engine.simulate.batch import answer, fresh
from engine.simulate.summary import Summary
from tests.engine import small, town

pytestmark = pytest.mark.no_cover  # whole sessions


def plainly(board, how, games):
    """The same games by the plain rules, fewer of them."""
    return Summary.of(board, answer(fresh(board, how, 1, 0, min(games, 12), weighs=True)))


def of(scenario: Scenario) -> Profile:
    return profile(scenario, "45", 12, plainly, sessions=2)


def invented(**measures: float) -> Profile:
    return Profile("x", frozenset({"a"}), frozenset({"for"}), {**dict.fromkeys(MEASURES, 0.5), **measures})


def shipped() -> Mapping[str, Scenario]:
    found = {slug: library.load(slug).scenario for slug in library.slugs()}
    return {slug: scenario for slug, scenario in found.items() if scenario is not None}


def test_a_scenario_is_no_way_apart_from_itself() -> None:
    one = of(small.scenario())
    assert pair(one, one).far == 0
    assert pair(one, one).near


def test_places_and_who_walks_set_a_town_apart() -> None:
    one, other = of(small.scenario()), of(town.scenario())
    assert other.devices - one.devices == {"places", "overheard", "walker"}
    assert pair(one, other).parts["devices"] > 0.5
    assert pair(one, other).parts["phases"] == 0


@pytest.mark.parametrize("key", MEASURES)
def test_a_difference_that_a_room_would_notice_counts_as_whole(key: str) -> None:
    much = pair(invented(), invented(**{key: 0.5 + MEASURES[key]}))
    half = pair(invented(), invented(**{key: 0.5 - MEASURES[key] / 2}))
    assert much.parts[key] == pytest.approx(1)
    assert half.parts[key] == pytest.approx(0.5)
    assert {k for k, far in much.parts.items() if far} == {key}
    assert word(key)


def test_no_two_shipped_scenarios_play_alike() -> None:
    scenarios = shipped()
    duration = shared(list(scenarios.values()))
    profiles = [profile(one, duration, 12, plainly, sessions=3) for one in scenarios.values()]
    assert [(p.one, p.other) for p in balance.pairs(profiles) if p.far < NEAR] == []


def test_scenarios_without_a_duration_in_common_cannot_be_compared() -> None:
    short = small.scenario().model_copy(update={"durations": ("45",)})
    long = small.scenario().model_copy(update={"durations": ("150",)})
    with pytest.raises(ValueError, match="no duration in common"):
        shared([short, long])
