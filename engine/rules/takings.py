"""What completing a project would bring or take now, beside what its card says: what it puts out of its
hours, the groups that it keeps awake, the hoardings that it sets up or takes down, what it makes funded."""

from engine.rules.ballot import weigh_votes
from engine.rules.board import Board
from engine.rules.corners import weigh_strips
from engine.rules.groups import weigh_groups
from engine.rules.sites import weigh_sites
from engine.rules.state import State
from engine.rules.timetable import weigh_put_out


def set_takes(board: Board, state: State) -> None:
    """Write what completing each project would take, as things stand, from each and from the common good
    (below 0: bring), beside its card's points."""
    for project in range(state.takes_commons.shape[0]):
        state.takes_commons[project] = 0
        for who in range(board.n):
            state.takes[who, project] = 0
    if state.wear.shape[0] > 0:
        state.wear[0] = 0
    weigh_put_out(board, state)
    weigh_groups(board, state)
    weigh_sites(board, state)
    weigh_strips(board, state)
    weigh_votes(board, state)
