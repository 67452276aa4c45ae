"""How much single choices weigh in a round, before it is revealed: plain functions, compiled or not."""

import numpy as np

from engine.effects.group import autonomy_in
from engine.fixed import Ints
from engine.rules.board import Board
from engine.rules.groups import do_to_groups, has_groups, is_helping, wear_out
from engine.rules.sites import brings_at_once, has_works, hurts_if_built
from engine.rules.state import State
from engine.rules.values import commons_points, wear, within


def somebody_decides(board: Board, state: State, given: Ints) -> bool:
    """Whether the common good would have done otherwise had one character alone chosen otherwise: kept what
    it gave, or put what it kept on one project."""
    if has_groups(board) or has_works(board):
        return _somebody_decides_together(board, state, given)
    places = state.open.shape[0]
    there = np.zeros((places, 4), dtype=np.int64)  # tokens of each kind, and what that brings
    moved = wear(board, state)
    for place in range(places):
        project = state.open[place]
        if project >= 0:
            for kind in range(3):
                there[place, kind] = state.placed[project, kind]
                for who in range(board.n):
                    there[place, kind] += given[who, project, kind]
            there[place, 3] = _brings(
                board, state, project, there[place, 0], there[place, 1], there[place, 2]
            )
            moved += there[place, 3]
    rises_above = state.ind_ref[board.gate] - state.ind[board.gate]
    who = 0
    while who < board.n and not _could_turn(board, state, given, who, there, moved, rises_above):
        who += 1
    return who < board.n


def _could_turn(
    board: Board, state: State, given: Ints, who: int, there: Ints, moved: int, rises_above: int
) -> bool:
    """Whether `who` alone could turn a round that moves the common good by `moved`."""
    rises = moved > rises_above
    time, means, backing = state.tokens[who, 0], state.tokens[who, 1], state.tokens[who, 2]
    for place in range(there.shape[0]):
        project = state.open[place]
        if project >= 0:
            time -= given[who, project, 0]
            means -= given[who, project, 1]
            backing -= given[who, project, 2]
    without = moved
    for place in range(there.shape[0]):
        project = state.open[place]
        if project < 0:
            continue
        more = _brings(
            board, state, project,
            there[place, 0] + min(time, within(state, who, project, 0)),
            there[place, 1] + min(means, within(state, who, project, 1)),
            there[place, 2] + min(backing, within(state, who, project, 2)),
        )  # fmt: skip
        if (moved - there[place, 3] + more > rises_above) != rises:
            return True
        less = _brings(
            board, state, project, there[place, 0] - given[who, project, 0],
            there[place, 1] - given[who, project, 1], there[place, 2] - given[who, project, 2],
        )  # fmt: skip
        without += less - there[place, 3]
    return bool((without > rises_above) != rises)


def _brings(board: Board, state: State, project: int, time: int, means: int, backing: int) -> int:
    """What a project brings the common good with so many tokens of each kind on it."""
    cost = state.cost
    if time >= cost[project, 0] and means >= cost[project, 1] and backing >= cost[project, 2]:
        return commons_points(board, state, project)
    if time + means + backing > 0:
        return int(board.during[project, board.gate])
    return 0


# ---- Where groups sleep and wake, or hoardings stand, what several projects do is no sum ----------------


def _somebody_decides_together(board: Board, state: State, given: Ints) -> bool:
    """`somebody_decides`, all projects weighed together."""
    places = state.open.shape[0]
    there = np.zeros((places, 3), dtype=np.int64)
    for place in range(places):
        if state.open[place] >= 0:
            for kind in range(3):
                there[place, kind] = state.placed[state.open[place], kind]
                for who in range(board.n):
                    there[place, kind] += given[who, state.open[place], kind]
    above = state.ind_ref[board.gate] - state.ind[board.gate]
    rises = _moved(board, state, there) > above
    decides = False
    for who in range(board.n):
        decides = decides or _turns(board, state, given, who, there, above, rises)
    return decides


def _turns(board: Board, state: State, given: Ints, who: int, there: Ints, above: int, rises: bool) -> bool:
    """Whether `who` alone would turn it by keeping everything, or by putting what it kept on one project."""
    left = state.tokens[who].copy()
    for place in range(there.shape[0]):
        if state.open[place] >= 0:
            for kind in range(3):
                left[kind] -= given[who, state.open[place], kind]
                there[place, kind] -= given[who, state.open[place], kind]
    turns = (_moved(board, state, there) > above) != rises
    for place in range(there.shape[0]):
        if state.open[place] >= 0:
            for kind in range(3):
                there[place, kind] += given[who, state.open[place], kind]
    for place in range(there.shape[0]):
        project = state.open[place]
        if project >= 0 and not turns:
            for kind in range(3):
                there[place, kind] += min(left[kind], within(state, who, project, kind))
            turns = (_moved(board, state, there) > above) != rises
            for kind in range(3):
                there[place, kind] -= min(left[kind], within(state, who, project, kind))
    return turns


def _moved(board: Board, state: State, there: Ints) -> int:
    """Points by which the common good moves with so many tokens of each kind on each place, [places, 3]."""
    life, autonomy = state.life.copy(), state.autonomy.copy()
    moved, built = int(board.decay[board.gate]), 0
    for place in range(there.shape[0]):
        project = state.open[place]
        if project >= 0 and is_helping(board, project):
            if there[place, 0] > 0:
                do_to_groups(board, state.life, life, autonomy, project, there[place, 2] > 0)
        elif project >= 0:
            complete, tokens = True, 0
            for kind in range(3):
                tokens += there[place, kind]
                complete = complete and there[place, kind] >= state.cost[project, kind]
            if complete:
                built |= 1 << place
                moved += brings_at_once(board, state, project)
                do_to_groups(board, state.life, life, autonomy, project, False)
            elif tokens > 0:
                moved += board.during[project, board.gate]
    if has_works(board):
        moved += hurts_if_built(board, state, built)
    wear_out(life, autonomy)
    lives = autonomy_in(life, autonomy) - autonomy_in(state.life, state.autonomy)
    return int(moved + lives * board.group_points)
