"""Every shipped scenario plays as its golden playthroughs say, step by step."""

from typing import get_args

import pytest

from engine.content import library
from engine.play.commands import (
    Adopt,
    Carry,
    Choose,
    Command,
    Entrust,
    Hear,
    Invite,
    Mark,
    Pact,
    Prefer,
    PutOff,
    Select,
    ShowForecasts,
    Sit,
    Sort,
    Verify,
    Volunteer,
    Walk,
    Write,
)
from engine.rules.state import State
from tests.playthroughs import golden, showing
from tests.playthroughs.telling import AXES, TOLD_BY_NAME
from tests.shipped import shipped

pytestmark = pytest.mark.no_cover  # lines that other tests walk

ALL = [(slug, kind) for slug in library.slugs() for kind in golden.KINDS]


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_a_shipped_scenario_plays_as_written_down(slug: str, kind: str) -> None:
    """To accept a change that is meant: `python -m tests.playthroughs.golden`, and read the difference."""
    path = golden.path(slug, kind)
    assert path.is_file(), f"no playthrough: python -m tests.playthroughs.golden {slug}"
    written = path.read_text("utf-8").splitlines()
    lines = golden.told(slug, kind).lines
    for number, (now, then) in enumerate(zip(lines, written, strict=False), 1):
        assert now == then, f"{path.name}, line {number}"
    assert len(lines) == len(written)


@pytest.mark.parametrize(("slug", "kind"), showing.TOLD)
def test_people_are_shown_what_was_written_down(slug: str, kind: str) -> None:
    """To accept a change that is meant: `python -m tests.playthroughs.golden`, and read the difference."""
    path = showing.path(slug, kind)
    written = path.read_text("utf-8").splitlines()
    lines = showing.shown(slug, kind)
    for number, (now, then) in enumerate(zip(lines, written, strict=False), 1):
        assert now == then, f"{path.name}, line {number}"
    assert len(lines) == len(written)


def test_no_playthrough_is_left_of_a_scenario_that_is_gone() -> None:
    wanted = {golden.path(slug, kind) for slug, kind in ALL}
    assert set(golden.FOLDER.glob("*.txt")) == wanted


@pytest.mark.parametrize("slug", library.slugs())
def test_every_kind_of_command_occurs_in_a_facilitated_session(slug: str) -> None:
    scenario = shipped(slug)
    there = {
        Choose: any(card.choose for card in scenario.situations),
        Pact: scenario.pacts,
        Hear: scenario.hearing,
        Verify: any(card.rumour for card in scenario.situations),
        Walk: scenario.walker is not None,
        Entrust: scenario.baton is not None,
        **dict.fromkeys((Invite, Write, Carry), scenario.corners is not None),
        **dict.fromkeys((Adopt, Mark), scenario.ballot is not None),
        **dict.fromkeys((Volunteer, PutOff), scenario.agenda is not None),
        Sit: False,  # the guests are simulated
        **dict.fromkeys((Select, ShowForecasts), "forecast" in (scenario.phases or ("forecast",))),
        Prefer: scenario.timetable is not None and scenario.baton is not None,
    }
    absent = {command for command, has in there.items() if not has}
    given = {type(command) for command in golden.told(slug, "facilitated").session.commands}
    assert given == set(get_args(Command)) - absent - {Sort}
    assert Sort in {type(command) for command in golden.told(slug, "training").session.commands}


def test_the_playthroughs_go_through_a_break_a_lapse_and_several_durations() -> None:
    tellings = [golden.told(slug, kind) for slug, kind in ALL]
    lines = {line.rstrip("0123456789 ") for telling in tellings for line in telling.lines}
    assert "  phase break" in lines
    assert any(line.startswith("  lapsed ") for line in lines)
    assert any(line.startswith("  lifted ") for line in lines)
    durations = {telling.session.game.begin.duration for telling in tellings}
    assert durations == {"45", "90", "150", "training"}


def test_a_number_that_changes_is_read_at_the_step_where_it_does() -> None:
    """The lines hold the state itself: its numbers and promises can be read off the last ones told."""
    telling = golden.told("au-lendemain-de-la-crue", "facilitated")
    told = {}
    for line in telling.lines:
        if line.startswith("= "):
            key, _, value = line[2:].partition(": ")
            told[key] = value
    game = telling.session.game
    for name, value in zip(game.names.indicators, game.state.ind.tolist(), strict=True):
        assert f"{name} {value}" in told["indicators"].split(", ")
    for who, synergy in zip(game.names.characters, game.state.s.tolist(), strict=True):
        assert told[f"who {who}"].startswith(f"S {synergy / 65536:.3f} ")
    assert {f"promise {promise.id}" for promise in game.playing.promises} <= set(told)


def test_every_field_of_the_state_is_told_by_name_in_one_place() -> None:
    assert TOLD_BY_NAME | set(AXES) == set(State._fields) - {"said"}, "what is said is the promises, added up"
    assert not TOLD_BY_NAME & set(AXES)
