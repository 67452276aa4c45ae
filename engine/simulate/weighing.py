"""How much single choices weigh in a round, before it is revealed: plain functions, compiled or not."""

import numpy as np

from engine.fixed import Ints
from engine.rules.board import Board
from engine.rules.state import State


def somebody_decides(board: Board, state: State, given: Ints) -> bool:
    """Whether the common good would have done otherwise had one character alone chosen otherwise: kept what
    it gave, or put what it kept on one project."""
    places = state.open.shape[0]
    total = np.zeros((places, 3), dtype=np.int64)
    for place in range(places):
        if state.open[place] >= 0:
            for kind in range(3):
                for who in range(board.n):
                    total[place, kind] += given[who, state.open[place], kind]
    rises = _rises(board, state, total)
    other = np.zeros((places, 3), dtype=np.int64)
    for who in range(board.n):
        for place in range(places):
            for kind in range(3):
                other[place, kind] = total[place, kind]
                if state.open[place] >= 0:
                    other[place, kind] -= given[who, state.open[place], kind]
        if _rises(board, state, other) != rises:
            return True
        for place in range(places):
            if state.open[place] >= 0 and _adds(board, state, given, total, other, who, place) != rises:
                return True
    return False


def _adds(board: Board, state: State, given: Ints, total: Ints, other: Ints, who: int, chosen: int) -> bool:
    """Whether the common good would rise had `who` also put all that it kept on one place; `other` is room to
    work in."""
    for place in range(total.shape[0]):
        for kind in range(3):
            other[place, kind] = total[place, kind]
    for kind in range(3):
        other[chosen, kind] += state.tokens[who, kind]
        for project in range(given.shape[1]):
            other[chosen, kind] -= given[who, project, kind]
    return _rises(board, state, other)


def _rises(board: Board, state: State, total: Ints) -> bool:
    """Whether the common good would rise if that many tokens of each kind came to each place."""
    moved = board.decay[board.gate]
    for place in range(total.shape[0]):
        project = state.open[place]
        if project >= 0:
            complete, begun = True, 0
            for kind in range(3):
                there = state.placed[project, kind] + total[place, kind]
                begun += there
                if there < state.cost[project, kind]:
                    complete = False
            if complete:
                moved += board.change[project, board.gate]
            elif begun > 0:
                moved += board.during[project, board.gate]
    return bool(state.ind[board.gate] + moved > state.ind_ref[board.gate])
