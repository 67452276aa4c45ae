"""What one reveal did, term by term, so that a screen can say why anything moved."""

import math
from typing import NamedTuple

import numpy as np

from engine.fixed import Ints
from engine.rules.board import Board


class Record(NamedTuple):
    """One reveal. n characters, P projects, M indicators, K clocks. Fields marked "fixed" are x * ONE.

    For synergy (`s_...`) and antagonism (`a_...`) alike: after - before = the row sum of `near` + anchor +
    satisfaction + broken (antagonism only) + cards + edge, exactly.
    """

    fact: Ints  # [n, P] state.KEPT, PART, BROKEN, GIFT, VOID or NONE
    unkept: Ints  # [n, P] fixed: share of the promise that was not given
    met: Ints  # [n, P] 1 where the promise's condition was met, -1 where it was not, 0 without one
    returned: Ints  # [n, P, 3] tokens given that came back as surplus
    completed: Ints  # [P] 1 where completed at this reveal
    lapsed: Ints  # [P] 1 where its time ran out
    opened: Ints  # [P] 1 where it stopped waiting for another
    heard: Ints  # [P] 1 where a need was heard; [0] in a scenario without places
    put_out: Ints  # [P] 1 + the project that took its hours, 0 where it was not put out; [0]: no timetable
    lost: Ints  # [P, 3] tokens lost with a lapsed project
    builders: Ints  # [n, P] tokens that each had put, in all, on a project completed now
    worth: Ints  # [n, P] fixed: what each completed project brings each, gate open or not
    ind_ref: Ints  # [M] before the reveal (after the situation)
    ind_built: Ints  # [M] points from completed projects
    ind_during: Ints  # [M] points from projects that are under way
    ind_gone: Ints  # [M] points lost with projects that were put out; [0] without a timetable
    ind_groups: (
        Ints  # [2] points of the common good: by help that came, by what groups lost of themselves; [0]
    )
    ind_after: Ints  # [M] after projects and decay
    rose: Ints  # [1] 1 where the common good rose
    gain: Ints  # [n] fixed: counted gain from projects
    loss: Ints  # [n] fixed, 0 or less: what completed projects cost each by name, gate open or not
    bonus: Ints  # [n] fixed: from tokens kept
    paid: Ints  # [n] fixed: what having the baton brought or cost; [0] without one
    baton: Ints  # [2] who had the baton, who has it from now on; [0]
    life_moved: Ints  # [G, 2] of each group, before and after; [0, 2] without any
    autonomy_moved: Ints  # [G, 2]
    helped: Ints  # [G] groups.NOT_HELPED, CAME, ASKED or IN_VAIN
    counted: Ints  # [n] fixed: what the number of those awake brought or cost whoever it matters to; [0]
    paid_phase: Ints  # [P] 1 where a phase that is not the last was paid; [0] without works
    ind_works: Ints  # [M] points from hoardings that stand, softened; [0]
    borne: Ints  # [n] fixed: what that brought or cost each; [0]
    strip: Ints  # [C, 3] of each corner: where it was read, how, what was said of it; [0, 3]
    ind_strips: Ints  # [M] points from strips; [0] without corners
    swayed: Ints  # [n] fixed: what strips whose words were changed bring each; [0]
    voices: Ints  # [V] how many of each public voted; [0] without a ballot
    paper: Ints  # [n, P] 1 + the grade that each gave each idea, 0 for none; [n, 0]
    funded: Ints  # [P] in which order ideas were funded at this reveal, 0: not; [0]
    ind_voted: Ints  # [M] points from what is funded; [0]
    elected: Ints  # [n] fixed: what it brings or costs each; [0]
    pact_fact: Ints  # [n] state.KEPT, PART, BROKEN or NONE: how each kept its pact
    mandate: Ints  # [n] fixed: what a mandate decided now brought or cost
    trust_acts: Ints  # [n, n] fixed: change of i's trust in j by what j did
    trust_cards: Ints  # [n, n] fixed: by effects of completed projects
    lifted: Ints  # [n, n] 1 where i's presupposition about j fell
    ticked: Ints  # [K] segments that filled (or emptied, below 0)
    s_before: Ints  # [n] fixed
    a_before: Ints  # [n] fixed
    s_near: Ints  # [n, n] fixed: pull of j on i
    a_near: Ints  # [n, n] fixed
    s_anchor: Ints  # [n] fixed: pull of i's own anchor
    a_anchor: Ints  # [n] fixed
    s_satisfaction: Ints  # [n] fixed
    a_satisfaction: Ints  # [n] fixed
    a_broken: Ints  # [n] fixed: promises broken to projects that i cares for
    s_cards: Ints  # [n] fixed: situation and completed projects
    a_cards: Ints  # [n] fixed
    s_edge: Ints  # [n] fixed: what the bounds 1 and 4 took away
    a_edge: Ints  # [n] fixed
    s_after: Ints  # [n] fixed
    a_after: Ints  # [n] fixed


WHERE_USED = (
    "heard",
    "put_out",
    "ind_gone",
    "paid",
    "baton",
    "ind_groups",
    "life_moved",
    "autonomy_moved",
    "helped",
    "counted",
    "paid_phase",
    "ind_works",
    "borne",
    "strip",
    "ind_strips",
    "swayed",
    "voices",
    "paper",
    "funded",
    "ind_voted",
    "elected",
)
"""Fields that are empty, and not written, in a scenario that has no use for them."""
_BY_PROJECT = ("fact", "unkept", "met", "builders", "worth")
_SQUARE = ("trust_acts", "trust_cards", "lifted", "s_near", "a_near")
_INDICATORS = ("ind_ref", "ind_built", "ind_during", "ind_after")


def shapes(board: Board) -> dict[str, tuple[int, ...]]:
    """The shape of every field of a record of this board."""
    n, projects, indicators = board.n, int(board.cost.shape[0]), int(board.start.shape[0])
    shapes: dict[str, tuple[int, ...]] = dict.fromkeys(Record._fields, (n,))
    shapes |= dict.fromkeys(_BY_PROJECT, (n, projects))
    shapes |= dict.fromkeys(_SQUARE, (n, n))
    shapes |= dict.fromkeys(_INDICATORS, (indicators,))
    shapes |= {"returned": (n, projects, 3), "lost": (projects, 3), "rose": (1,)}
    shapes |= dict.fromkeys(("completed", "lapsed", "opened"), (projects,))
    shapes |= {"heard": (projects * (board.listening.shape[0] > 0),)}
    shared, passed = bool(board.hours.shape[0]), bool(board.baton.shape[0])
    shapes |= {"put_out": (projects * shared,), "ind_gone": (indicators * shared,)}
    shapes |= {"paid": (n * passed,), "baton": (2 * passed,)}
    groups = int(board.member.shape[0])
    shapes |= dict.fromkeys(("life_moved", "autonomy_moved"), (groups, 2))
    shapes |= {"ind_groups": (2 * (groups > 0),), "helped": (groups,), "counted": (n * (groups > 0),)}
    built = bool(board.phases.shape[0])
    shapes |= {"paid_phase": (projects * built,), "ind_works": (indicators * built,), "borne": (n * built,)}
    corners = int(board.corner_member.shape[0])
    shapes |= {"strip": (corners, 3), "ind_strips": (indicators * (corners > 0),)}
    shapes |= {"swayed": (n * (corners > 0),)}
    voted = bool(board.methods.shape[0])
    shapes |= {"voices": (int(board.publics.shape[0]),), "paper": (n, projects * voted)}
    shapes |= {"funded": (projects * voted,), "ind_voted": (indicators * voted,), "elected": (n * voted,)}
    shapes |= {"ticked": (int(board.clocks.shape[0]),)}
    return shapes


def size(board: Board) -> int:
    """How many numbers a record holds."""
    return sum(math.prod(shape) for shape in shapes(board).values())


def over(board: Board, buffer: Ints) -> Record:
    """A record whose arrays are views of int64[size], in the order of the fields."""
    fields, first = {}, 0
    for name, shape in shapes(board).items():
        end = first + math.prod(shape)
        fields[name] = buffer[first:end].reshape(shape)
        first = end
    return Record(**fields)


def blank(board: Board) -> Record:
    """A record of zeros of this board's shapes, to be filled by a reveal."""
    return over(board, np.zeros(size(board), dtype=np.int64))
