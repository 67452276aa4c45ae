"""A scenario as the rules see it."""

from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter

from engine.content.model import DURATIONS, Condition, Effect, Ending, Scenario
from engine.fixed import ONE, from_float
from engine.rules.board import CARTE_BLANCHE, build, codes, names, with_project
from tests.engine.small import scenario
from tests.engine.synthetic import COST, INDICATOR, POSTURE, TOKENS, TRUST

EFFECT: TypeAdapter[Any] = TypeAdapter(Effect)


def with_effects(*effects: dict[str, object], on: str = "situations") -> Scenario:
    """The small scenario, its first situation (or project) with these effects."""
    parsed = tuple(EFFECT.validate_python(effect) for effect in effects)
    first, *others = getattr(scenario(), on)
    return scenario().model_copy(update={on: (first.model_copy(update={"effects": parsed}), *others)})


def with_endings(*conditions: dict[str, object] | None) -> Scenario:
    endings = tuple(
        Ending(id=f"e{k}", at="end", success=True, title="t", text="t",
               when=None if c is None else Condition.model_validate(c))
        for k, c in enumerate(conditions)
    )  # fmt: skip
    return scenario().model_copy(update={"endings": endings})


@pytest.mark.parametrize("duration", DURATIONS)
def test_a_board_has_what_the_scenario_says(duration: Any) -> None:
    board, index = build(scenario(), duration), names(scenario())
    assert index.characters == ("ana", "bo", "cy", "di")
    assert index.projects[-1] == CARTE_BLANCHE
    assert index.projects[board.spare] == CARTE_BLANCHE
    assert board.stakes[index.character("ana"), index.indicator("health")] == 6
    assert (board.stakes.sum(axis=1) == 10).all()
    assert board.change[index.project("market"), index.indicator("common")] == -1
    assert board.gate == index.indicator("common")
    assert board.decay.tolist() == [-1, -1, -2]
    assert board.goal[0] == from_float({"45": 3.5, "90": 5.25, "150": 7, "training": 9}[duration])
    assert board.believes[index.character("ana"), index.character("bo")] == 1
    assert index.situation("visit") == 1
    assert index.ending("winter") == 1


def test_arrays_are_whole_numbers_in_one_block() -> None:
    for field in build(scenario(), "45"):
        if not isinstance(field, int):
            assert field.dtype == np.int64
            assert field.flags.c_contiguous


def test_a_goal_may_be_the_same_for_all_durations() -> None:
    ana, *others = scenario().cast
    same = scenario().model_copy(update={"cast": (ana.model_copy(update={"goal": 4.5}), *others)})
    assert build(same, "150").goal[0] == from_float(4.5)


def test_trust_starts_higher_within_a_family_unless_the_scenario_says_otherwise() -> None:
    ana, bo, *others = scenario().cast
    told = bo.model_copy(update={"trusts": {"ana": 0.8, "nobody-here": 0.2}})
    board = build(scenario().model_copy(update={"cast": (ana, told, *others)}), "45")
    trust = (board.trust0 / ONE).round(2).tolist()
    assert trust[0] == [1, 0.35, 0.35, 0.6]
    assert trust[1] == [0.8, 1, 0.35, 0.35]


def test_a_card_may_have_its_own_susceptibility_and_tolerance() -> None:
    whole = scenario()
    odd = whole.characters["cy"].model_copy(update={"susceptibility": 0.0, "tolerance": 0.9})
    board = build(whole.model_copy(update={"characters": {**whole.characters, "cy": odd}}), "45")
    assert board.lam.tolist()[1:3] == [from_float(0.4), 0]
    assert board.eps.tolist()[1:3] == [from_float(0.4), from_float(0.9)]


def test_seats_say_who_is_held() -> None:
    board = build(scenario(), "45", {"ana": "held", "bo": "simulated"})
    assert board.held.tolist() == [1, 0, 0, 0]


def test_who_is_out_leaves_no_trace_and_costs_shrink_with_the_tokens() -> None:
    board = build(scenario(), "45", {"bo": "out"})
    index = names(scenario(), {"bo": "out"})
    assert index.characters == ("ana", "cy", "di")
    assert board.n == 3
    assert board.believes.sum() == 2  # what cy and di believe of ana; ana believed something of bo alone
    # Bo held 3 of the 4 means; the market asked for 1 time and 3 means.
    assert board.cost[index.project("market")].tolist() == [1, 1, 0]
    assert board.cost[index.project("clinic")].tolist() == [1, 1, 1]


def test_a_kind_that_nobody_holds_is_not_asked_for() -> None:
    board = build(scenario(), "45", {"ana": "out", "cy": "out", "di": "out", "bo": "held"} | {"di": "held"})
    index = names(scenario(), {"ana": "out", "cy": "out"})
    assert index.characters == ("bo", "di")
    only_bo_and_cy = build(scenario(), "45", {"ana": "out", "di": "out"})
    assert (only_bo_and_cy.cost[:-1].sum(axis=1) > 0).all()
    assert (board.cost[:-1].sum(axis=1) > 0).all()


def test_a_project_never_becomes_free() -> None:
    whole = scenario()
    backing = whole.projects[3].model_copy(update={"cost": whole.projects[3].cost.model_copy(
        update={"time": 0, "means": 0, "backing": 3})})  # fmt: skip
    changed = whole.model_copy(update={"projects": (*whole.projects[:3], backing, *whole.projects[4:]),
        "cast": tuple(m.model_copy(update={"tokens": m.tokens.model_copy(update={"backing": 0})})
                      if m.character == "bo" else m for m in whole.cast)})  # fmt: skip
    board = build(changed, "45", {"ana": "out", "cy": "out", "di": "out"} | {"cy": "simulated"})
    assert board.cost[3].sum() >= 1
    none = build(changed, "45", {"ana": "out", "cy": "out", "di": "simulated"})
    assert none.cost[3].sum() >= 1


def test_a_game_needs_two_people() -> None:
    with pytest.raises(ValueError, match="two characters"):
        build(scenario(), "45", {"ana": "out", "bo": "out", "cy": "out"})


def test_every_kind_of_effect_becomes_rows_for_those_it_touches() -> None:
    board = build(
        with_effects(
            {"effect": "indicator", "indicator": "work", "by": -2},
            {"effect": "posture", "who": "inhabitants", "synergy": 0.25},
            {"effect": "cost", "kind": "means", "by": 1},
            {"effect": "tokens", "who": "cy", "kind": "backing", "by": -1},
            {"effect": "trust", "of": "all", "in": "bo", "by": -0.5},
            {"effect": "tokens", "who": "nobody-here", "kind": "time", "by": 1},
        ),
        "45",
    )
    rows = board.situation_effects[: board.situation_rows[1]].tolist()
    quarter, half = from_float(0.25), from_float(-0.5)
    assert rows == [
        [INDICATOR, 1, 0, -2, 0],
        [POSTURE, 0, 0, quarter, 0],
        [POSTURE, 3, 0, quarter, 0],
        [COST, 1, 0, 1, 0],
        [TOKENS, 2, 2, -1, 0],
        [TRUST, 0, 1, half, 0],
        [TRUST, 2, 1, half, 0],
        [TRUST, 3, 1, half, 0],
    ]


def test_a_projects_indicator_effects_join_its_changes() -> None:
    told = with_effects(
        {"effect": "indicator", "indicator": "work", "by": 3},
        {"effect": "posture", "who": "all", "antagonism": 0.1},
        on="projects",
    )
    board = build(told, "45")
    assert board.change[0].tolist() == [2, 3, 5]
    assert board.project_rows[:3].tolist() == [0, 4, 4]


def test_presuppositions_that_a_project_lifts_are_kept_by_index() -> None:
    first, *others = scenario().projects
    lifts = first.model_copy(update={"lifts": (("ana", "bo"), ("ana", "nobody-here"))})
    board = build(scenario().model_copy(update={"projects": (lifts, *others)}), "45")
    assert board.lifts.tolist() == [[0, 0, 1]]


def test_conditions_are_written_with_their_parts_first() -> None:
    told = with_endings(
        {"every": [
            {"indicator": "common", "below": 30},
            {"any": [
                {"indicator": "work", "at_least": {"45": 50, "90": 60}},
                {"mutual_trust": {"45": 40, "90": 55}},
            ]},
            {"promises_kept": 80},
        ]},
        {"indicator": "health", "rose_by": 4},
        None,
    )  # fmt: skip
    board = build(told, "90")
    assert board.conditions.tolist() == [
        [codes.BELOW, 2, 30],
        [codes.AT_LEAST, 1, 60],
        [codes.MUTUAL_TRUST, 0, 55],
        [codes.ANY, 2, 0],
        [codes.EVERY, 2, 0],
        [codes.PROMISES_KEPT, 0, 80],
        [codes.EVERY, 2, 0],
        [codes.ROSE_BY, 0, 4],
    ]
    assert board.condition_rows.tolist() == [0, 7, 8, 8]
    with pytest.raises(ValueError, match="no bound for the duration training"):
        build(told, "training")


def test_the_room_writes_its_own_project() -> None:
    board = build(scenario(), "45")
    written = with_project(board, (2, 2, 0), (3, 0, 3))
    assert written.cost[written.spare].tolist() == [2, 2, 0]
    assert written.change[written.spare].tolist() == [3, 0, 3]
    assert board.cost[board.spare].sum() == 0
    assert np.array_equal(written.cost[:-1], board.cost[:-1])


@pytest.mark.parametrize(
    ("cost", "change", "why"),
    [
        ((4, 0, 0), (3, 0, 0), "blanche-kinds"),
        ((2, 2, 0), (4, 0, 3), "blanche-points"),
        ((2, 2, 0), (7, -6, 0), "carte-blanche-gauge"),
        ((2, 2, 0), (-1, 0, 0), "blanche-nothing"),
        ((2, 2), (1, 0, 0), "each kind"),
        ((2, 2, -1), (1, 0, 0), "each kind"),
    ],
)
def test_a_room_cannot_write_itself_a_present(cost: Any, change: Any, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        with_project(build(scenario(), "45"), cost, change)
