"""Games by `simulate.run`, dice, counting and summary included, for each second of processor.

Compiled beside the same rules uncompiled, which give the same numbers: that says what compiling brings, and
is no rival (plain Python written for it alone would be faster). Beside C++ that does the same work, on the
scenario without its devices (its rows are compared with ours, every column; without the summary, on both
sides). The ranges that the product plays beside ranges of 2,000. And the shipped scenarios beside the rules
and scenarios of the last commit before devices, in a process of its own. Medians of interleaved runs,
compiling left out.
"""

import statistics
import time

import numpy as np

from engine import simulate
from engine.content import library
from engine.content.model import Duration, Scenario
from engine.rules.board import Board, build
from engine.simulate.batch import answer, fresh
from engine.simulate.policies import policy
from engine.simulate.worker import fastest
from tests.bench import before, reference
from tests.bench.devices import without_devices

SLUG = "au-lendemain-de-la-crue"
PLAIN, COMPILED, SMALL, TIMES = 30, 2 * simulate.RANGE, 2_000, 5
BEFORE_DEVICES = "7c6ae48"
SHIPPED: tuple[tuple[str, tuple[Duration, ...]], ...] = (
    ("au-lendemain-de-la-crue", ("90", "training")),
    ("le-rez-de-chaussee", ("45", "training")),
)
Row = tuple[str, str, str, float]


def measure() -> list[Row]:
    """Rows of (what, ours, reference, ratio)."""
    scenario = _scenario(SLUG)
    rows: list[Row] = []
    fastest()
    cpp = reference.library()
    if cpp is None:
        print("no g++ here: nothing to compare with C++", flush=True)
    for duration in ("90", "training"):
        board = build(scenario, duration)
        _speed(board, 64)
        runs = [
            (_speed(board, COMPILED), _speed(board, PLAIN, plain=True), _speed(board, COMPILED, SMALL))
            for _ in range(TIMES)
        ]
        ours, plain, small = (statistics.median(run[n] for run in runs) for n in range(3))
        what = f"games a processor second, {board.rounds} rounds"
        if cpp is not None:
            rows.append(_beside(cpp, build(without_devices(scenario), duration), what))
        rows += [
            (f"{what}, compiled / uncompiled", f"{ours:,.0f}", f"{plain:,.1f}", ours / plain),
            (f"{what}, our ranges / ranges of 2,000", f"{ours:,.0f}", f"{small:,.0f}", ours / small),
        ]
    return rows + _beside_before()


def _scenario(slug: str) -> Scenario:
    scenario = library.load(slug).scenario
    if scenario is None:
        raise LookupError(slug)
    return scenario


def _beside_before() -> list[Row]:
    """Each shipped scenario with its devices beside what it was before them; none where git lacks it."""
    rows: list[Row] = []
    with before.player(BEFORE_DEVICES) as play:
        if play is None:
            print(f"no git here, or no commit {BEFORE_DEVICES}: nothing to compare devices with", flush=True)
            return []
        for slug, durations in SHIPPED:
            for duration in durations:
                board = build(_scenario(slug), duration)
                _speed(board, 64)
                pairs = [(_speed(board, COMPILED), play(slug, duration, COMPILED)) for _ in range(TIMES)]
                ours, then = (statistics.median(pair[n] for pair in pairs) for n in range(2))
                what = f"{slug}, {duration}, with devices / before them"
                rows.append((what, f"{ours:,.0f}", f"{then:,.0f}", ours / then))
    return rows


def _beside(cpp: reference.Library, board: Board, what: str) -> Row:
    """Ours beside C++, the same games; raises AssertionError where their rows are not the same."""
    request = fresh(board, policy(board, "written"), 1, 0, COMPILED)
    speeds = []
    for _ in range(TIMES):
        began = time.process_time()
        ours = answer(request, fastest())
        took = time.process_time() - began
        theirs, seconds = reference.play(cpp, request)
        if not np.array_equal(ours, theirs):
            raise AssertionError("reference.cpp plays other rules than the engine")
        speeds.append((COMPILED / took, COMPILED / seconds))
    fast, rival = (statistics.median(pair[n] for pair in speeds) for n in range(2))
    return f"{what}, no devices, compiled / C++", f"{fast:,.0f}", f"{rival:,.0f}", fast / rival


def _speed(board: Board, games: int, size: int = simulate.RANGE, plain: bool = False) -> float:
    """Games a second of processor, all threads together."""
    usual, simulate.RANGE = simulate.RANGE, size  # type: ignore[misc]
    began = time.process_time()
    simulate.run(board, "written", games, 1, plain=plain)
    took = time.process_time() - began
    simulate.RANGE = usual  # type: ignore[misc]
    return games / took
