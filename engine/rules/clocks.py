"""Clocks: something comes nearer, segment by segment, and is there when the last one fills."""

from engine.fixed import clip
from engine.rules.board import Board
from engine.rules.board.codes import FROM_CLOCK
from engine.rules.conditions import holds
from engine.rules.later import send
from engine.rules.record import Record
from engine.rules.state import State


def tick(board: Board, state: State, record: Record) -> None:
    """After a reveal, each tick whose condition holds; a full clock stays so, and sends what it brings."""
    for clock in range(board.clocks.shape[0]):
        size = board.clocks[clock, 0]
        before = state.segments[clock]
        if before >= size:
            continue
        by = 0
        for which in range(board.ticks.shape[0]):
            first, end = board.tick_rows[which], board.tick_rows[which + 1]
            if board.ticks[which, 0] == clock and holds(board, state, first, end):
                by += board.ticks[which, 1]
        state.segments[clock] = clip(before + by, 0, size)
        record.ticked[clock] = state.segments[clock] - before
        if state.segments[clock] == size:
            if board.clocks[clock, 1] >= 0:
                state.due[board.clocks[clock, 1]] = 1
            send(board, state, FROM_CLOCK, clock)
