"""reference.cpp, compiled here by g++ for this very processor, and called."""

import ctypes
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from engine import numbers
from engine.dice import GUMBEL
from engine.fixed import Ints
from engine.rules.state import State, over
from engine.simulate.batch import Request
from engine.simulate.playing import width

SOURCE = Path(__file__).with_name("reference.cpp")
Library = ctypes.CDLL

# The order of the fields of Board and of a state in reference.cpp.
_FIELDS = (
    "goal", "influence", "lam", "eps", "start", "decay", "project_rows", "situation_rows", "condition_rows",
    "ending_at_end", "success", "worth", "tokens", "cost", "change", "project_effects", "situation_effects",
    "lifts", "conditions",
)  # fmt: skip
_STATE = (
    "s", "a", "s_anchor", "a_anchor", "s_cards", "a_cards", "gain", "bonus", "total", "ind", "ind_before",
    "ind_ref", "age", "done", "deck", "open", "situations", "trust", "believes", "cost", "placed", "cond_who",
    "cond_kind", "tokens", "tally", "share", "promised", "given",
)  # fmt: skip


def library() -> Library | None:
    """The reference with the numbers of `engine.numbers`; None where there is no g++."""
    compiler = shutil.which("g++")
    if compiler is None:
        return None
    known = [f"-D{name}=INT64_C({value})" for name, value in vars(numbers).items() if type(value) is int]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = str(Path(folder) / "reference.so")
        options = ["-std=c++17", "-O3", "-march=native", "-shared", "-fPIC", *known]
        subprocess.run([compiler, *options, str(SOURCE), "-o", made], check=True)
        cpp = ctypes.CDLL(made)
    cpp.play.restype = ctypes.c_double
    return cpp


def play(cpp: Library, request: Request) -> tuple[Ints, float]:
    """The rows of a request of whole games from game 0, all as written, and the seconds of processor."""
    board = request.board
    state = over(board, request.start.copy())
    sizes = np.array(
        [
            board.n, board.cost.shape[0], board.start.shape[0], board.situation_rows.shape[0] - 1,
            board.success.shape[0], board.lifts.shape[0], board.slots + 1, board.slots, board.rounds,
            board.open_rounds, board.gate, board.kappa, board.rho, board.beta,
        ],
        dtype=np.int64,
    )  # fmt: skip
    fields = (ctypes.c_void_p * len(_FIELDS))(*(getattr(board, name).ctypes.data for name in _FIELDS))
    start = _words(state)
    out = np.empty((request.games, width(board)), dtype=np.int64)
    seconds = cpp.play(
        _address(sizes), fields, _address(GUMBEL), _address(start), ctypes.c_int64(request.games),
        ctypes.c_uint64(request.seed), ctypes.c_uint64(request.domain), ctypes.c_int64(out.shape[1]),
        _address(out),
    )  # fmt: skip
    return out, float(seconds)


def _words(state: State) -> Ints:
    return np.concatenate([getattr(state, name).ravel() for name in _STATE])


def _address(array: Ints) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)
