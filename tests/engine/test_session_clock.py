"""Timers follow the seconds that pass, not the computer's clock, which may be set while people play."""

from engine.play.commands import Note
from engine.session.clock import Steady, not_before
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin, scenario


def test_a_clock_set_back_or_forward_while_people_play_disturbs_nothing():
    wall, passed = Ticker(5000.0), Ticker(10.0)
    clock = Steady(wall, passed)
    assert clock() == 5000.0
    for jump in (-3600.0, 86400.0):
        wall.now += jump
        before = clock()
        passed.now += 2.0
        assert clock() == before + 2.0


def test_a_phase_lasts_as_long_whatever_the_clock_says():
    wall, passed = Ticker(5000.0), Ticker()
    session = Session.create(scenario(), begin(), 7, now=Steady(wall, passed))
    go(session, "negotiation")
    wall.now -= 3600.0
    passed.now += 30.0
    go(session, "forecast")
    clock = session.game.table.clock
    assert clock.started == 5030.0
    assert clock.ends - clock.started == 120.0


def test_a_session_taken_up_on_a_computer_whose_clock_is_behind_goes_on_in_time(tmp_path):
    path = tmp_path / "a.coop"
    first = Session.create(scenario(), begin(), 7, path, Ticker(9000.0))
    first.close()
    behind = Ticker(2000.0)
    session = Session.open(path, behind)
    assert session.clock() == 9000.0
    behind.now += 30.0
    session.do(Note(text="plus tard"))
    assert session.game.table.at == 9030.0
    session.close()


def test_a_clock_that_is_not_behind_is_left_as_it_is():
    clock = Ticker(50.0)
    assert not_before(clock, 50.0) is clock
    assert not_before(clock, 49.0) is clock
