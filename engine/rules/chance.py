"""Where each use of chance finds its word in a round's block, so that no two uses share one.

A block holds, in order: the deal (projects, then situations; in later rounds a reshuffle), then for each
character: noise on each place when announcing, noise on each place and on keeping when choosing (a scribe's
mood, when it reads a corner's words, is that of the corner's place), one word for silence, one for a
condition. Where the scenario lets the room choose, each character's noise on each answer comes after all
that; then one word for each rumour; where there is a ballot, one for its way of counting; where there is an
agenda, one for its chair.
`engine.rules.state.words` gives the length.
"""

from engine.dice import GUMBEL
from engine.fixed import Ints
from engine.rules.board import Board


def _seat(board: Board, who: int) -> int:
    places = spots(board)
    dealt = board.cost.shape[0] + board.situation_rows.shape[0] - 1
    return int(dealt + who * (2 * places + 3))


def spots(board: Board) -> int:
    """Places on the table: the open projects', the carte blanche's, one for each part of the town, one for
    each group that may be helped at once, one for each corner, one for a bridge, and one for each public
    that one may go and fetch."""
    places = board.listening.shape[0] + board.tables + board.corner_member.shape[0] + board.bridge_spots
    for public in range(board.fetching.shape[0]):
        if board.fetching[public] >= 0:
            places += 1
    return int(board.slots + 1 + places)


def announce_noise(board: Board, chance: Ints, who: int, place: int) -> int:
    """Standard Gumbel, fixed."""
    return int(GUMBEL[chance[_seat(board, who) + place] >> 6])


def choice_noise(board: Board, chance: Ints, who: int, place: int) -> int:
    """Standard Gumbel, fixed; the place after the last stands for keeping everything."""
    return int(GUMBEL[chance[_seat(board, who) + spots(board) + place] >> 6])


def silence(board: Board, chance: Ints, who: int) -> int:
    """Uniform in [0, ONE)."""
    return int(chance[_seat(board, who) + 2 * spots(board) + 1])


def caution(board: Board, chance: Ints, who: int) -> int:
    """Uniform in [0, ONE): whether a promise is made conditional."""
    return int(chance[_seat(board, who) + 2 * spots(board) + 2])


def vote_noise(board: Board, chance: Ints, who: int, option: int) -> int:
    """Standard Gumbel, fixed: of a vote on one of the answers to a situation."""
    return int(GUMBEL[chance[_seat(board, board.n) + who * board.options.shape[0] + option] >> 6])


def truth(board: Board, chance: Ints, rumour: int) -> int:
    """Uniform in [0, ONE): whether a rumour is true."""
    return int(chance[_seat(board, board.n) + board.n * board.options.shape[0] + rumour])


def method_word(board: Board, chance: Ints) -> int:
    """Uniform in [0, ONE): how votes are counted."""
    return int(chance[_seat(board, board.n) + board.n * board.options.shape[0] + board.rumours.shape[0]])


def chair_word(board: Board, chance: Ints) -> int:
    """Uniform in [0, ONE): which of those who volunteer takes the chair."""
    before = _seat(board, board.n) + board.n * board.options.shape[0] + board.rumours.shape[0]
    return int(chance[before + (1 if board.methods.shape[0] > 0 else 0)])
