# mypy: disable-error-code="untyped-decorator, arg-type, attr-defined, no-untyped-call"
# (numba's decorators are not typed, and a header stands for a board.)
"""The very functions of the rules, compiled by numba and run over the processor's cores.

Importing this module imports numba: only the worker process does. Nothing here decides anything; each
function of the rules is registered as it stands, then the loop over games is compiled.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import numba
import numpy as np
from numba import njit, prange
from numba.extending import register_jitable
from numpy.typing import NDArray

import engine.fixed
import engine.rules.agenda
import engine.rules.ballot
import engine.rules.chance
import engine.rules.choosing
import engine.rules.clocks
import engine.rules.conditions
import engine.rules.corners
import engine.rules.counting
import engine.rules.endings
import engine.rules.groups
import engine.rules.later
import engine.rules.mandates
import engine.rules.opening
import engine.rules.pacts
import engine.rules.places
import engine.rules.postures
import engine.rules.promising
import engine.rules.reaching
import engine.rules.record
import engine.rules.revealing
import engine.rules.room_choice
import engine.rules.rumours
import engine.rules.seats
import engine.rules.sites
import engine.rules.situations
import engine.rules.state
import engine.rules.takings
import engine.rules.timetable
import engine.rules.trusting
import engine.rules.unlocking
import engine.rules.values
import engine.simulate.playing
import engine.simulate.policies
import engine.simulate.weighing
from engine.effects import EFFECTS, taking
from engine.fixed import Ints
from engine.rules import record
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import State, over
from engine.simulate.cache import cache_folder
from engine.simulate.frames import FrameType, header, headers, layout, opener
from engine.simulate.playing import play_games

MODULES: tuple[ModuleType, ...] = (
    engine.fixed, engine.rules.state, engine.rules.chance, engine.rules.mandates, engine.rules.values,
    engine.rules.record, engine.rules.reaching, engine.rules.corners, engine.rules.counting,
    engine.rules.ballot, engine.rules.places,
    engine.rules.timetable, engine.rules.groups,
    engine.rules.sites, engine.rules.takings, engine.rules.opening,
    engine.rules.agenda, engine.rules.promising, engine.rules.choosing, engine.rules.postures,
    engine.rules.trusting, engine.rules.pacts, engine.rules.conditions, engine.rules.later,
    engine.rules.rumours, engine.rules.situations,
    engine.rules.seats, engine.rules.room_choice, engine.rules.unlocking, engine.rules.clocks,
    engine.rules.revealing,
    engine.rules.endings, engine.simulate.policies, engine.simulate.weighing,
    engine.simulate.playing,
)  # fmt: skip

# How many sides each field has does not depend on the scenario: one compilation serves all of them.
_SIDES = {
    2: "stakes tokens trust0 believes cost change personal during needs opens options clocks ticks later "
    "project_effects situation_effects option_effects later_effects lifts conditions trust "
    "placed said cond_who cond_kind tally fact unkept met lost builders worth trust_acts trust_cards lifted "
    "s_near a_near mandates pact rumours ears reach takes "
    "asleep_effects life_moved autonomy_moved phase_costs nuisance hurts felt softens laid ahead_each "
    "ends strip sealed opinion voted voted_each felt_voted paper",
    3: "share promised given returned allowed",
    0: "n gate baton_worth bridge_spots scribe money ballot_people walker needs_shown group_points "
    "tables treats pacts rounds slots open_rounds kappa rho beta",
}
_BY_FIELD = {field: sides for sides, fields in _SIDES.items() for field in fields.split()}
BOARD = FrameType("board", tuple((field, _BY_FIELD.get(field, 1)) for field in Board._fields))
STATE = FrameType("state", tuple((field, _BY_FIELD.get(field, 1)) for field in State._fields))
RECORD = FrameType("record", tuple((field, _BY_FIELD.get(field, 1)) for field in Record._fields))
open_board, open_state, open_record = opener(BOARD), opener(STATE), opener(RECORD)


def _known() -> Iterator[tuple[FunctionType, bool]]:
    """Every function that games may call, and whether it is small and called in inner loops: inlined, games
    go by a sixth faster."""
    known: list[FunctionType] = []
    for module in MODULES:
        inline = module not in (
            engine.rules.state, engine.rules.groups, engine.rules.sites, engine.rules.corners,
            engine.rules.counting, engine.rules.ballot, engine.rules.reaching, engine.rules.takings,
            engine.rules.agenda, engine.simulate.policies, engine.simulate.playing, engine.simulate.weighing,
        )  # fmt: skip
        for function in vars(module).values():
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                known.append(function)
                yield function, inline
    yield from ((function, True) for function in taking.functions() if function not in known)


def _prepare() -> None:
    """numba's cache does not see edits in other files: give each version of the rules a folder of its own."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="coop-rules-"))
    numba.config.CACHE_DIR = str(folder)
    for function, inline in _known():
        register_jitable(error_model="numpy", forceinline=inline)(function)


_prepare()
_KINDS = [kind.number for kind in EFFECTS.values()]


@njit(parallel=True, cache=True, error_model="numpy", nogil=True)
def _play(
    board: Ints, start: Ints, chance: NDArray[np.uint16], now: Ints, later: Ints, chosen: Ints, states: Ints,
    records: Ints, state_words: Ints, record_words: Ints, given: Ints, weighs: int, out: Ints,
) -> None:  # fmt: skip
    """The header of a board; for each run of games that may go on at once, the headers of a state and of a
    record, their words, and room for choices. Chance stays narrow: compiled arithmetic widens it."""
    games, runs = chance.shape[0], states.shape[0]
    for run in prange(runs):
        first, end = games * run // runs, games * (run + 1) // runs
        play_games(
            open_board(board.ctypes.data), start, chance[first:end], now, later, chosen,
            open_state(states[run].ctypes.data), open_record(records[run].ctypes.data), state_words[run],
            record_words[run], given[run], weighs, out[first:end],
        )  # fmt: skip


def play_parallel(
    board: Board, start: Ints, chance: NDArray[np.uint16], now: Ints, later: Ints, chosen: Ints, weighs: int,
    out: Ints,
) -> None:  # fmt: skip
    """`play_games`, compiled, its games dealt out to the cores."""
    runs = min(chance.shape[0], 4 * numba.get_num_threads())
    state_words = np.zeros((runs, start.shape[0]), dtype=np.int64)
    record_words = np.zeros((runs, record.size(board)), dtype=np.int64)
    state, recorded = over(board, state_words[0]), record.over(board, record_words[0])
    if (layout(board), layout(state), layout(recorded)) != (BOARD.layout, STATE.layout, RECORD.layout):
        raise ValueError("the fields of the board, the state or the record are not those compiled for")
    if not all(
        np.isin(rows[:, 0], _KINDS).all()
        for rows in (
            board.project_effects,
            board.situation_effects,
            board.option_effects,
            board.later_effects,
        )
    ):
        raise ValueError("the board has a kind of effect that was registered after the rules were compiled")
    _play(
        header(board), start, chance, now, later, chosen, headers(state, state_words),
        headers(recorded, record_words), state_words, record_words,
        np.zeros((runs, *chosen.shape), dtype=np.int64), weighs, out,
    )  # fmt: skip
