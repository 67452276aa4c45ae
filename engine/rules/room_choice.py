"""What the room answers to a situation: what an answer does, and which one simulated characters vote for."""

import numpy as np

from engine import numbers
from engine.effects import taking
from engine.effects.group import NUMBER as GROUP_EFFECT
from engine.fixed import ONE, Ints, mul
from engine.rules.board import Board
from engine.rules.board.codes import FROM_OPTION
from engine.rules.chance import vote_noise
from engine.rules.later import send
from engine.rules.state import SITUATION, State
from engine.rules.takings import set_takes
from engine.rules.values import sigma

_INDICATOR = 0
"""The number of the kind of effect that moves an indicator."""


def asks(board: Board, state: State) -> bool:
    """Whether the situation in play has answers to choose among."""
    answers = 0
    for option in range(board.options.shape[0]):
        if board.options[option, 0] == state.clock[SITUATION]:
            answers += 1
    return answers > 0


def take_option(board: Board, state: State, option: int) -> None:
    """The room has chosen: what that does at once; what it names, and sends for later, is on its way. The
    common good must end above where it is now."""
    for row in range(board.option_rows[option], board.option_rows[option + 1]):
        taking.in_situation(board, state, board.option_effects[row])
    if board.options[option, 1] >= 0:
        state.due[board.options[option, 1]] = 1
    send(board, state, FROM_OPTION, option)
    for m in range(board.start.shape[0]):
        state.ind_ref[m] = state.ind[m]
    set_takes(board, state)


def favourite(board: Board, state: State, chance: Ints, who: int) -> int:
    """The answer that a simulated character votes for: the one that moves most what it holds dear, the common
    good as far as its heart is in it, and a little chance; -1 where nothing is asked."""
    best, found = 0, -1
    for option in range(board.options.shape[0]):
        if board.options[option, 0] != state.clock[SITUATION]:
            continue
        value = vote_noise(board, chance, who, option)
        for row in range(board.option_rows[option], board.option_rows[option + 1]):
            effect = board.option_effects[row]
            if effect[0] == _INDICATOR:
                care = board.stakes[who, effect[1]] * ONE // numbers.STAKES
                if effect[1] == board.gate:
                    care = mul(board.beta, sigma(state, who))
                value += care * effect[3]
            elif effect[0] == GROUP_EFFECT:
                value += mul(board.beta, sigma(state, who)) * effect[4] * board.group_points
        if found < 0 or value > best:
            best, found = value, option
    return found


def choose_together(board: Board, state: State, chance: Ints) -> int:
    """All vote, and the answer with most votes is taken, the first written among equals; -1 without any."""
    if not asks(board, state):
        return -1
    votes = np.zeros(board.options.shape[0], dtype=np.int64)
    for who in range(board.n):
        votes[favourite(board, state, chance, who)] += 1
    most, chosen = 0, -1
    for option in range(board.options.shape[0]):
        if votes[option] > most:
            most, chosen = votes[option], option
    take_option(board, state, chosen)
    return chosen
