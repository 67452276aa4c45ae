"""Whole games, one after the other, and what each leaves to count: plain functions, compiled or not."""

from typing import Final

import numpy as np

from engine.fixed import Ints
from engine.rules.ballot import count_ballot, has_ballot, served_by
from engine.rules.board import Board
from engine.rules.endings import ending
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import reveal_into
from engine.rules.room_choice import choose_together
from engine.rules.state import (
    BROKEN,
    KEPT,
    OPEN,
    PART,
    ROUND,
    SITUATION,
    STAGE,
    State,
    deal,
    fill,
    total,
    write,
)
from engine.rules.trusting import mutual_trust
from engine.simulate.policies import be_heard, decide, mark_ballots, negotiate, take_the_chair
from engine.simulate.weighing import somebody_decides

# What a game leaves, as columns of a row of whole numbers; then, from HEAD on: indicators [M], totals [n]
# (fixed), goals reached [n], and by project rounds on the table, rounds at the head, completions [P each],
# then rounds in which each situation was in play [S]; where there is a ballot, for each way of counting by
# its place in COUNTED_BY, times each project is funded by the ballots marked [P] and publics served [1];
# then games in which these ways do not all fund the same [1].
ENDING: Final = 0  # index, -1 if none held
SUCCESS: Final = 1
ROUNDS: Final = 2  # rounds played in this run
COMMONS: Final = 3  # the common good at the end
ROSE: Final = 4  # rounds in which it rose
FIRST_ROSE: Final = 5  # 1 if it rose in the first round played
MADE: Final = 6  # promises that bound their author, over all facts so far
KEPT_ALL: Final = 7  # of which kept
MUTUAL: Final = 8  # mean mutual trust at the end, fixed
GIVEN: Final = 9  # tokens given
BACK: Final = 10  # of which came back, for want of use
LIFTED: Final = 11  # presuppositions that fell
LIFTED_BY: Final = 12  # of which by a project written for it
DECIDED: Final = 13  # rounds in which somebody alone decided whether the common good rose
ALL_GOALS: Final = 14  # 1 if everybody reached their goal
HEAD: Final = 15
WAYS: Final = 3  # ways of counting a ballot


def width(board: Board) -> int:
    """How many numbers a game leaves."""
    projects, situations = board.cost.shape[0], board.situation_rows.shape[0] - 1
    counts = WAYS * (projects + 1) + 1 if has_ballot(board) else 0
    return int(HEAD + board.start.shape[0] + 2 * board.n + 3 * projects + situations + counts)


def play_games(
    board: Board, start: Ints, chance: Ints, now: Ints, later: Ints, chosen: Ints, state: State,
    record: Record, state_words: Ints, record_words: Ints, given: Ints, weighs: int, out: Ints,
) -> None:  # fmt: skip
    """Play one game for each row of chance[G, rounds + 1, words] and write out[G, width].

    Every game goes on from `start` (a flat state): where that is before the first round, its cards are
    dealt; where a round is open, `now` says how each plays that round, and chosen[n, P, 3] what GIVEN
    characters place. `later` says how each plays the rounds after. `state` and `record`, views of
    `state_words` and `record_words`, and given[n, P, 3] are room to work in. DECIDED costs time, and is
    counted where `weighs` is 1.
    """
    for game in range(chance.shape[0]):
        write(start, state_words)
        if state.clock[ROUND] == 0:
            deal(board, state, chance[game, 0])
        _play(board, state, chance[game], now, later, chosen, record, record_words, given, weighs, out[game])


def _play(
    board: Board, state: State, chance: Ints, now: Ints, later: Ints, chosen: Ints, record: Record,
    record_words: Ints, given: Ints, weighs: int, row: Ints,
) -> None:  # fmt: skip
    """Play one game to its end from where `state` is; see `play_games`."""
    fill(row, 0)
    row[ENDING] = -1
    opened = state.clock[STAGE] == OPEN
    while row[ENDING] < 0 and (opened or state.clock[ROUND] < board.rounds):
        how = now if opened else later
        if opened:
            write(chosen.ravel(), given.ravel())
        else:
            fill(given.ravel(), 0)
            block = chance[state.clock[ROUND] + 1]
            begin_round(board, state, block)
            choose_together(board, state, block)
            take_the_chair(board, state, block, how)
            negotiate(board, state, block, how, given)
        be_heard(board, state, chance[state.clock[ROUND]], how)
        decide(board, state, chance[state.clock[ROUND]], how, given)
        mark_ballots(board, state, how)
        opened = False
        fill(record_words, 0)
        if weighs == 1 and somebody_decides(board, state, given):
            row[DECIDED] += 1
        _finish_round(board, state, record, given, row)
    _close(board, state, row)


def _finish_round(board: Board, state: State, record: Record, given: Ints, row: Ints) -> None:
    """Reveal and count what this round showed."""
    first = HEAD + board.start.shape[0] + 2 * board.n
    projects = board.cost.shape[0]
    most, ahead = 0, -1
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            row[first + project] += 1
            tokens = 0
            for who in range(board.n):
                tokens += given[who, project, 0] + given[who, project, 1] + given[who, project, 2]
            row[GIVEN] += tokens
            if tokens > most:
                most, ahead = tokens, project
    if ahead >= 0:
        row[first + projects + ahead] += 1
    reveal_into(board, state, given, record)
    _count_acts(board, record, row)
    for project in range(projects):
        row[first + 2 * projects + project] += record.completed[project]
    if state.situations.shape[0] > 0:
        row[first + 3 * projects + state.clock[SITUATION]] += 1
    if has_ballot(board) and state.clock[ROUND] >= board.rounds:
        _count_every_way(board, state, record, row)
    row[ROUNDS] += 1
    row[ROSE] += record.rose[0]
    if row[ROUNDS] == 1:
        row[FIRST_ROSE] = record.rose[0]
    row[ENDING] = ending(board, state)


def _count_every_way(board: Board, state: State, record: Record, row: Ints) -> None:
    """What the ballots of the last round would fund by each way of counting that the room was offered."""
    projects = board.cost.shape[0]
    first = HEAD + board.start.shape[0] + 2 * board.n + 3 * projects + board.situation_rows.shape[0] - 1
    for public in range(board.publics.shape[0]):
        state.voices[public] = record.voices[public]
    place = np.zeros(projects, dtype=np.int64)
    some = np.zeros(projects, dtype=np.int64)  # in how many ways each is funded
    for k in range(board.methods.shape[0]):
        method = board.methods[k]
        count_ballot(board, state, method, place)
        at = first + method * (projects + 1)
        for project in range(projects):
            if place[project] > 0:
                row[at + project] += 1
                some[project] += 1
        row[at + projects] += served_by(board, place)
    for project in range(projects):
        if 0 < some[project] < board.methods.shape[0]:
            row[first + WAYS * (projects + 1)] = 1


def _count_acts(board: Board, record: Record, row: Ints) -> None:
    """Tokens that came back, and what made presuppositions fall."""
    row[LIFTED] += total(record.lifted.ravel())
    row[BACK] += total(record.returned.ravel())
    for k in range(board.lifts.shape[0]):
        if record.completed[board.lifts[k, 0]] == 1:
            row[LIFTED_BY] += record.lifted[board.lifts[k, 1], board.lifts[k, 2]]


def _close(board: Board, state: State, row: Ints) -> None:
    """Count what the end of a game shows."""
    if row[ENDING] >= 0:
        row[SUCCESS] = board.success[row[ENDING]]
    row[COMMONS] = state.ind[board.gate]
    row[ALL_GOALS] = 1
    for who in range(board.n):
        if state.total[who] < board.goal[who]:
            row[ALL_GOALS] = 0
        row[KEPT_ALL] += state.tally[who, KEPT]
        row[MADE] += state.tally[who, KEPT] + state.tally[who, PART] + state.tally[who, BROKEN]
        row[HEAD + board.start.shape[0] + who] = state.total[who]
        reached = 1 if state.total[who] >= board.goal[who] else 0
        row[HEAD + board.start.shape[0] + board.n + who] = reached
    row[MUTUAL] = mutual_trust(state)
    for m in range(board.start.shape[0]):
        row[HEAD + m] = state.ind[m]
