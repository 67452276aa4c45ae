"""A simulated game by the plain rules, and one round of it."""

import numpy as np

from engine.fixed import Ints
from engine.rules import state as states
from engine.rules.board import Board
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.state import State
from engine.simulate.policies import be_heard, decide, mark_ballots, negotiate, policy, take_the_chair


def play(board: Board, state: State, chance: Ints, how: str) -> Record:
    """One round, in which everybody plays so."""
    given = np.zeros_like(state.given)
    begin_round(board, state, chance)
    take_the_chair(board, state, chance, policy(board, how))
    negotiate(board, state, chance, policy(board, how), given)
    be_heard(board, state, chance, policy(board, how))
    decide(board, state, chance, policy(board, how), given)
    mark_ballots(board, state, policy(board, how))
    return reveal(board, state, given)


def game_nought(board: Board, seed: int) -> State:
    """The first game of a batch of this seed, to its end, as those of the scenario play it."""
    state, dice = states.initial(board, seed), states.dice(board, seed)
    for round_ in range(1, board.rounds + 1):
        play(board, state, dice.block(0, round_), "written")
    return state
