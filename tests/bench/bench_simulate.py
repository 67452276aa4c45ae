"""Games a second: the rules compiled against the same rules in plain Python, dice and counting included."""

import time

from engine.content import library
from engine.rules.board import Board, build
from engine.simulate.batch import Play, answer, fresh, play_plain
from engine.simulate.policies import policy
from engine.simulate.worker import fastest

SLUG = "au-lendemain-de-la-crue"
PLAIN, COMPILED, TIMES = 30, 20_000, 5


def measure() -> list[tuple[str, str, str, float]]:
    """Rows of (what, ours, reference, ratio); the best of interleaved runs, compiling left out."""
    scenario = library.load(SLUG).scenario
    if scenario is None:
        raise LookupError(SLUG)
    rows = []
    for duration in ("90", "training"):
        board = build(scenario, duration)
        quick = fastest()
        _speed(board, quick, 64)
        pairs = [(_speed(board, quick, COMPILED), _speed(board, play_plain, PLAIN)) for _ in range(TIMES)]
        ours, reference = max(p[0] for p in pairs), max(p[1] for p in pairs)
        what = f"games simulated a second, {board.rounds} rounds, compiled / plain"
        rows.append((what, f"{ours:,.0f}/s", f"{reference:,.1f}/s", ours / reference))
    return rows


def _speed(board: Board, play: Play, games: int) -> float:
    request = fresh(board, policy(board, "written"), 1, 0, games)
    began = time.perf_counter()
    answer(request, play)
    return games / (time.perf_counter() - began)
