"""How each character plays in a simulated game, in the same plain functions as the rules.

A game is played by `how[n]`, one policy for each character, so that any mixture can be asked for: a room
of which half keeps everything, or one breaker among people who keep their word.
"""

from typing import Final

import numpy as np

from engine import numbers
from engine.effects.group import autonomy_in
from engine.fixed import ONE, Ints, div, mul
from engine.rules.agenda import draw_chair, heart_in_chair, set_agenda, too_many, would_volunteer
from engine.rules.ballot import has_ballot, mark_as_written, mark_by_itself
from engine.rules.board import Board
from engine.rules.board.codes import ANYWHERE, CORNERED
from engine.rules.chance import choice_noise
from engine.rules.choosing import decide_gifts, give_all, room_to_decide
from engine.rules.corners import (
    ARRANGED,
    UNREAD,
    WORD_FOR_WORD,
    has_corners,
    invite_by_themselves,
    is_bridge,
    speak,
)
from engine.rules.groups import do_to_groups, has_groups, helped_by, is_helping, wear_out
from engine.rules.pacts import is_sealed, seal_one
from engine.rules.places import is_listening, walk, walk_by_oneself
from engine.rules.promising import announce
from engine.rules.reaching import is_put_off
from engine.rules.sites import (
    brings_at_once,
    has_works,
    hurts_if_built,
    is_standing,
    is_works,
    promises,
    want_same_ground,
)
from engine.rules.state import ROUND, State, write
from engine.rules.takings import set_takes
from engine.rules.timetable import want_same_hour
from engine.rules.values import (
    commons_points,
    hand,
    lacking,
    lacking_all,
    own_points,
    own_value,
    placeable,
    reach,
    sure_points,
    unpromised,
    wear,
    within,
)

WRITTEN: Final = 0  # as the model says
ROOM: Final = 1  # shares its tokens with the others of the room, and keeps its word
SELFISH: Final = 2  # promises as written, then places where its own benefit is highest, or keeps
RANDOM: Final = 3  # promises as written, then any project, or keeps
LOYAL: Final = 4  # promises as written, and gives just that
KEEP: Final = 5  # promises as written, and keeps everything
GIVEN: Final = 6  # what a person has chosen: promises and gifts are already written
SHREWD: Final = 7  # promises as written, then whatever pays best if all others keep their word
POLICIES: Final = {
    "written": WRITTEN,
    "room": ROOM,
    "selfish": SELFISH,
    "random": RANDOM,
    "loyal": LOYAL,
    "keep": KEEP,
    "shrewd": SHREWD,
}


_ORDERS: Final = 3  # in which what a room has chosen is served


def policy(board: Board, name: str) -> Ints:
    """[n] the same policy for everybody; raises KeyError for one that does not exist."""
    return np.full(board.n, POLICIES[name], dtype=np.int64)


def take_the_chair(board: Board, state: State, chance: Ints, how: Ints) -> None:
    """Where there is more than a round has time for, one of those who volunteer says what waits: the room
    with its whole heart in the common good, the selfish with none."""
    if too_many(board, state) == 0:
        return
    volunteers = np.zeros(board.n, dtype=np.int64)
    for who in range(board.n):
        volunteers[who] = 1 if would_volunteer(board, state, who) else 0
    chair = draw_chair(board, state, chance, volunteers)
    heart = heart_in_chair(board, state, chair)
    if how[chair] == ROOM:
        heart = ONE
    elif how[chair] == SELFISH:
        heart = 0
    set_agenda(board, state, chair, heart)


def negotiate(board: Board, state: State, chance: Ints, how: Ints, given: Ints) -> None:
    """Write everybody's promises; the room's gifts, agreed aloud, are written in given[n, P, 3] too. Who goes
    from place to place has gone first."""
    if board.walker >= 0 and how[board.walker] != GIVEN:
        walk_by_oneself(board, state)
    if has_corners(board):
        inviting = np.zeros(board.n, dtype=np.int64)
        for who in range(board.n):
            inviting[who] = 1 if how[who] != GIVEN else 0
        invite_by_themselves(board, state, inviting)
    for who in range(board.n):
        if how[who] != ROOM and how[who] != GIVEN:
            announce(board, state, chance, who)
    _agree(board, state, how, given)
    if board.pacts == 1:
        may = np.zeros(board.n, dtype=np.int64)
        for who in range(board.n):
            may[who] = 1 if how[who] != ROOM and how[who] != GIVEN else 0
        seal_one(board, state, may)


def be_heard(board: Board, state: State, chance: Ints, how: Ints) -> None:
    """What corners wrote is read, and recognised or not, after all have promised and before they choose."""
    if not has_corners(board):
        return
    way = UNREAD
    if board.scribe >= 0 and how[board.scribe] == ROOM:
        way = WORD_FOR_WORD
    if board.scribe >= 0 and how[board.scribe] == SELFISH and board.felt_arranged[board.scribe] > 0:
        way = ARRANGED
    speak(board, state, chance, way)
    set_takes(board, state)


def mark_ballots(board: Board, state: State, how: Ints) -> None:
    """In the last round everybody grades the ideas, the room with its whole heart in the common good, the
    selfish with none; people have marked theirs already."""
    if not has_ballot(board) or state.clock[ROUND] < board.rounds:
        return
    for who in range(board.n):
        if how[who] == ROOM:
            mark_by_itself(board, state, who, ONE)
        elif how[who] == SELFISH:
            mark_by_itself(board, state, who, 0)
        elif how[who] != GIVEN:
            mark_as_written(board, state, who)


def decide(board: Board, state: State, chance: Ints, how: Ints, given: Ints) -> None:
    """Write everybody's secret choices in given[n, P, 3], beside those already there."""
    room = room_to_decide(state)
    for who in range(board.n):
        project = -1
        if how[who] == WRITTEN:
            decide_gifts(board, state, chance, who, given, room)
        elif how[who] == SELFISH:
            project = _selfish(board, state, who)
        elif how[who] == RANDOM:
            project = _any(board, state, chance, who)
        elif how[who] == LOYAL:
            _as_said(state, who, given)
        elif how[who] == SHREWD:
            _best_reply(board, state, who, given)
        if project >= 0:
            give_all(state, who, project, given)


def _copy(source: Ints, target: Ints, who: int) -> None:
    """One character's tokens, from [n, P, 3] to [n, P, 3]."""
    for project in range(source.shape[1]):
        for kind in range(3):
            target[who, project, kind] = source[who, project, kind]


def _as_said(state: State, who: int, given: Ints) -> None:
    """Write in given[n, P, 3] what `who` promised aloud, then what it pledged in a pact, as far as it can."""
    _copy(state.promised, given, who)
    if is_sealed(state, who):
        project = state.pact_project[who]
        for kind in range(3):
            left = state.tokens[who, kind]
            for other in range(given.shape[1]):
                left -= given[who, other, kind] if other != project else 0
            given[who, project, kind] = max(given[who, project, kind], min(left, state.pact[who, kind]))


def _selfish(board: Board, state: State, who: int) -> int:
    """The project whose benefit for oneself, times one's share of what it lacks, is highest and above what
    the tokens would bring if kept."""
    best, chosen = 0, -1
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            tokens = placeable(state, who, project)
            if tokens > 0:
                share = div(tokens * ONE, lacking_all(state, project) * ONE)
                value = mul(own_value(board, state, who, project), share) - tokens * numbers.KEPT_TOKEN
                if value > best:
                    best, chosen = value, project
    return chosen


def _best_reply(board: Board, state: State, who: int, given: Ints) -> None:
    """Write in given[n, P, 3] what pays `who` best this round if all others keep their word: nothing, what it
    promised, or what is still missing of one project."""
    best = _pays(board, state, who, -1, False)
    promised = _pays(board, state, who, -1, True)
    chosen, as_said = -1, promised > best
    best = max(best, promised)
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            value = _pays(board, state, who, place, False)
            if value > best:
                best, chosen, as_said = value, place, False
    if as_said:
        _as_said(state, who, given)
    elif chosen >= 0:
        project = state.open[chosen]
        for kind in range(3):
            missing = unpromised(state, who, project, kind)
            given[who, project, kind] = min(hand(state, who, project, kind), missing)


def _pays(board: Board, state: State, who: int, chosen: int, as_said: bool) -> int:
    """What a round brings `who` (fixed) if all others keep their word and it fills up the project on a place
    (-1: none), or keeps its word too."""
    gain, loss, moved, spent = 0, 0, wear(board, state), 0
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project < 0:
            continue
        complete = True
        for kind in range(3):
            missing = unpromised(state, who, project, kind)
            mine = 0
            if as_said:
                mine = min(int(state.promised[who, project, kind]), missing)
            elif place == chosen:
                mine = min(hand(state, who, project, kind), missing)
            spent += mine
            if mine < missing:
                complete = False
        if complete:
            gain += own_points(board, state, who, project)
            loss += sure_points(board, state, who, project)
            moved += commons_points(board, state, project)
    if state.ind[board.gate] + moved <= state.ind_ref[board.gate]:
        gain = loss
    kept = int(state.tokens[who, 0] + state.tokens[who, 1] + state.tokens[who, 2]) - spent
    return int(gain + kept * numbers.KEPT_TOKEN)


def _any(board: Board, state: State, chance: Ints, who: int) -> int:
    """Any place of the table, or keeping, with equal chances."""
    best, chosen = choice_noise(board, chance, who, state.open.shape[0]), -1
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            noise = choice_noise(board, chance, who, place)
            if noise > best:
                best, chosen = noise, state.open[place]
    return chosen


def _agree(board: Board, state: State, how: Ints, given: Ints) -> None:
    """The room pools its tokens: the set of projects that raises the common good most, then the most
    projects, is completed; what is left goes towards the next ones."""
    if not (how == ROOM).any():
        return
    pool = np.zeros((2, 3), dtype=np.int64)  # everybody's; without those of who goes from place to place
    for who in range(board.n):
        if how[who] == ROOM:
            for kind in range(3):
                pool[0, kind] += state.tokens[who, kind]
                if who != board.walker:
                    pool[1, kind] += state.tokens[who, kind]
    if board.walker >= 0 and how[board.walker] == ROOM:
        _walk_together(board, state, how, pool)
    asks = _asks(board, state, how)
    _, chosen = _best_set(board, state, how, pool, asks)
    places = state.open.shape[0]
    for order in range(_ORDERS):
        for place in range(places):
            if (chosen >> place) & 1 and _order(board, state, state.open[place]) == order:
                _share_out(board, state, how, given, pool[0], state.open[place])
    for _ in range(places):
        nxt = _next_project(board, state, chosen)
        if nxt < 0:
            break
        chosen |= 1 << nxt
        _share_out(board, state, how, given, pool[0], state.open[nxt])
    for who in range(board.n):
        if how[who] == ROOM:
            _copy(given, state.promised, who)


def _walk_together(board: Board, state: State, how: Ints, pool: Ints) -> None:
    """Who goes from place to place goes where the room can do most; they stay where nowhere is better."""
    here = state.at[0]
    nobody = np.zeros(board.member.shape[0], dtype=np.int64)
    most, _ = _best_set(board, state, how, pool, nobody)
    for place in range(state.under.shape[0]):
        walk(board, state, place)
        score, _ = _best_set(board, state, how, pool, nobody)
        if score > most:
            most, here = score, place
    walk(board, state, here)


def _is_far(board: Board, state: State, project: int) -> bool:
    """Whether a project is out of the reach of who goes from place to place."""
    return board.walker >= 0 and reach(state, board.walker, project) == 0


def _order(board: Board, state: State, project: int) -> int:
    """What is served first: where fewest can give."""
    if _is_far(board, state, project) or board.closed[project] == CORNERED:
        return 0
    if is_listening(board, project) or is_helping(board, project) or is_bridge(board, project):
        return 1
    return _ORDERS - 1


def _asks(board: Board, state: State, how: Ints) -> Ints:
    """[G] 1 where somebody of the room belongs to a group and can ask for help."""
    asks = np.zeros(board.member.shape[0], dtype=np.int64)
    for group in range(board.member.shape[0]):
        who = board.member[group]
        asks[group] = 1 if who >= 0 and how[who] == ROOM and state.tokens[who, 2] > 0 else 0
    return asks


def _best_set(board: Board, state: State, how: Ints, pool: Ints, asks: Ints) -> tuple[int, int]:
    """The best set of projects that the pool can complete together: how good it is, and their places, as
    bits; `asks` is `_asks`."""
    places = state.open.shape[0]
    best, best_set = -1000000, 0
    life, autonomy = state.life.copy(), state.autonomy.copy()
    for chosen in range(1 << places):
        common, count, spent, possible = 0, 0, 0, True
        for kind in range(3):
            need, far = 0, 0
            for place in range(places):
                if (chosen >> place) & 1 and state.open[place] >= 0:
                    lack = lacking(state, state.open[place], kind)
                    if kind == 2 and _cannot_ask(board, state.open[place], asks):
                        lack = 0
                    need += lack
                    far += lack if _is_far(board, state, state.open[place]) else 0
            spent += need
            if need > pool[0, kind] or far > pool[1, kind]:
                possible = False
        if not possible or (has_corners(board) and not _is_in_reach(board, state, how, chosen)):
            continue
        for place in range(places):
            if (chosen >> place) & 1:
                if not _may_join(board, state, chosen, place):
                    possible = False
                else:
                    common += commons_points(board, state, state.open[place])
                    count += 1
        if possible and (has_groups(board) or has_works(board)):
            common = _together(board, state, chosen, asks, life, autonomy)
        score = 10000 * common + 100 * count - spent
        if possible and state.ahead.shape[0] > 0:
            score += _later(board, state, chosen) + _risen(board, state, common)
        if possible and score > best:
            best, best_set = score, chosen
    return best, best_set


def _is_in_reach(board: Board, state: State, how: Ints, chosen: int) -> bool:
    """Whether a set of projects can all be given what they lack by those who sit where they may give to each:
    first what lies in a corner, then bridges, then the rest; those who sit there give first."""
    for kind in range(3):
        left = np.zeros(board.n, dtype=np.int64)
        for who in range(board.n):
            left[who] = state.tokens[who, kind] if how[who] == ROOM else 0
        for order in range(_ORDERS):
            for place in range(state.open.shape[0]):
                project = state.open[place]
                if (chosen >> place) & 1 and project >= 0 and _order(board, state, project) == order:
                    need = lacking(state, project, kind)
                    for bound in range(2):
                        for who in range(board.n):
                            gift = min(need, left[who], within(state, who, project, kind))
                            if _gives_then(board, who, bound):
                                left[who] -= gift
                                need -= gift
                    if need > 0:
                        return False
    return True


def _gives_then(board: Board, who: int, bound: int) -> bool:
    """Whether somebody gives first (0), for want of other places where to give, or last (1)."""
    if not has_corners(board):
        return bound == 0
    return bool((board.seat[who] == ANYWHERE) == (bound == 1))


def _cannot_ask(board: Board, project: int, asks: Ints) -> bool:
    """Whether a group that is to be helped has nobody to ask for it."""
    return is_helping(board, project) and asks[helped_by(board, project)] == 0


def _together(board: Board, state: State, chosen: int, asks: Ints, life: Ints, autonomy: Ints) -> int:
    """Points that a set of projects adds to the common good where groups sleep and wake, or hoardings stand:
    two that keep the same one awake do it once. `life` and `autonomy` are room to work in."""
    common = 0
    write(state.life, life)
    write(state.autonomy, autonomy)
    for place in range(state.open.shape[0]):
        if (chosen >> place) & 1:
            project = state.open[place]
            common += brings_at_once(board, state, project)
            do_to_groups(board, state.life, life, autonomy, project, not _cannot_ask(board, project, asks))
    if has_works(board):
        common += hurts_if_built(board, state, chosen)
    wear_out(life, autonomy)
    return int(common + autonomy_in(life, autonomy) * board.group_points)


def _risen(board: Board, state: State, common: int) -> int:
    """What it is worth that the common good rises now: more than all that may come later, for otherwise
    nobody gains anything this round."""
    worn = board.decay[board.gate] if has_works(board) else wear(board, state)
    moved = state.ind[board.gate] + worn + common
    return 100000000 if moved > state.ind_ref[board.gate] else 0


def _later(board: Board, state: State, chosen: int) -> int:
    """What may come later of a set of projects, as points of the common good count in a score."""
    sum_ = 0
    for place in range(state.open.shape[0]):
        if (chosen >> place) & 1:
            sum_ += promises(board, state, state.open[place])
    return int(sum_ * 10000 // ONE)


def _may_join(board: Board, state: State, chosen: int, place: int) -> bool:
    """Whether the project on a place can be built with the others of a set."""
    project = state.open[place]
    if project < 0 or is_put_off(state, project):
        return False
    return not _is_crowded(board, state, chosen, place)


def _is_crowded(board: Board, state: State, chosen: int, place: int) -> bool:
    """Whether a project wants an hour, or the ground, that another of the set wants too."""
    crowded = False
    for other in range(place):
        if (chosen >> other) & 1 and state.open[other] >= 0:
            if board.hours.shape[0] > 0:
                crowded = crowded or want_same_hour(board, state.open[place], state.open[other])
            crowded = crowded or want_same_ground(board, state, state.open[place], state.open[other])
    return crowded


def _next_project(board: Board, state: State, taken: int) -> int:
    """The place of the project to begin with what is left: the one that raises the common good most, among
    those that will still be there next round; -1 if there is none. Leftovers raise no
    hoarding."""
    best, best_place = 0, -1
    if state.clock[ROUND] >= board.rounds:
        return -1
    for place in range(state.open.shape[0]):
        project = state.open[place]
        stays = project >= 0 and state.age[project] + 1 < board.open_rounds
        if stays and is_works(board, project):
            stays = is_standing(state, project)
        if stays and not (taken >> place) & 1 and not is_put_off(state, project):
            common = commons_points(board, state, project) * ONE + promises(board, state, project)
            if common > best:
                best, best_place = common, place
    return best_place


def _share_out(board: Board, state: State, how: Ints, given: Ints, pool: Ints, project: int) -> None:
    """Put the pool's tokens on a project, member by member; the first to give turns with the rounds."""
    for kind in range(3):
        need = min(lacking(state, project, kind), pool[kind])
        for k in range(2 * board.n):
            who = (k + state.clock[ROUND]) % board.n
            gives = how[who] == ROOM and _gives_then(board, who, k // board.n)
            if gives and need > 0 and _is_another_ear(board, given, who, project):
                left = state.tokens[who, kind]
                for other in range(board.cost.shape[0]):
                    left -= given[who, other, kind]
                gift = min(left, within(state, who, project, kind), need)
                given[who, project, kind] += gift
                pool[kind] -= gift
                need -= gift


def _is_another_ear(board: Board, given: Ints, who: int, project: int) -> bool:
    """Whether somebody who goes and listens would be the first of their family there; true of all else."""
    if not is_listening(board, project):
        return True
    for other in range(board.n):
        if given[other, project, 0] > 0 and board.family[other] == board.family[who]:
            return False
    return True
