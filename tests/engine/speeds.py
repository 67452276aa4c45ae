"""The compiled rules, for tests that compare the two speeds: never the plain ones in their place."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
from packaging.requirements import Requirement

from engine.rules.board import Board
from engine.simulate.batch import Play, answer, fresh
from engine.simulate.policies import policy
from tests.engine.synthetic import synthetic

PROJECT = Path(__file__).parent.parent.parent / "pyproject.toml"


def compiled() -> Play:
    """The compiled way to play. Fails where numba should serve; says so where it has no wheels."""
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    (numba,) = map(Requirement, extras["fast"])
    if numba.marker is not None and not numba.marker.evaluate():
        pytest.skip("numba cannot be installed on this machine: only plain rules are tried")
    from engine.simulate.compiled import play_parallel

    return play_parallel


def assert_both_speeds_agree(board: Board, how: str, *, weighs: bool = False) -> None:
    """Games that everybody plays so are the same compiled as plain."""
    request = fresh(board, policy(board, how), 5, 0, 24, weighs=weighs)
    assert np.array_equal(answer(request), answer(request, compiled()))


def compile_ahead() -> None:
    """Compile the rules once, into the cache that every process reads."""
    board = synthetic()
    answer(fresh(board, policy(board, "written"), 1, 0, 1), compiled())


if __name__ == "__main__":
    compile_ahead()
