"""A room in corners, which hear each other only by what somebody reads aloud.

Each corner has a project of its own on the table, and may invite one guest. Once people have promised, each
writes a strip; the scribe reads it in another corner, word for word or arranged; the corner that wrote it
says whether that is what it said. If so the common good rises at the reveal, and a seal stands from that
corner to the other. A bridge may come once both its ends have their seal, one at a time.
"""

from engine import numbers
from engine.fixed import ONE, Ints, clip, mul
from engine.rules.board import Board
from engine.rules.board.codes import BRIDGE, CORNERED, INVITED
from engine.rules.chance import choice_noise
from engine.rules.reaching import set_reach
from engine.rules.record import Record
from engine.rules.state import OPEN, ROUND, STAGE, State, put_on_table
from engine.rules.values import cares, free, lacking, sigma, trust_in

# What `strip` holds of each corner.
TO = 0  # where it is read, -1
WAY = 1  # how
VERDICT = 2  # what its corner says of it

UNREAD, WORD_FOR_WORD, ARRANGED = 0, 1, 2
"""How a strip was read."""
UNSAID, RECOGNISED, IN_PART, DISOWNED = 0, 1, 2, 3
"""What its corner says of it."""


def has_corners(board: Board) -> bool:
    """Whether there are any."""
    return bool(board.seat.shape[0] > 0)


def is_bridge(board: Board, project: int) -> bool:
    """Whether a project joins two corners."""
    return bool(board.closed[project] == BRIDGE)


def may_bridge(board: Board, state: State, project: int) -> bool:
    """Whether a bridge may come: each of its two ends was recognised as read at the other."""
    one, other = board.ends[project, 0], board.ends[project, 1]
    if one < 0 or other < 0:  # an end is not in play
        return False
    return bool(state.sealed[one, other] > 0 and state.sealed[other, one] > 0)


def sealed(state: State) -> int:
    """How many seals stand."""
    several = 0
    for one in range(state.sealed.shape[0]):
        for other in range(state.sealed.shape[1]):
            if state.sealed[one, other] > 0:
                several += 1
    return several


def bridged(board: Board, state: State) -> int:
    """How many bridges are complete."""
    several = 0
    for project in range(board.ends.shape[0]):
        if is_bridge(board, project) and state.done[project] > 0:
            several += 1
    return several


def corner_spot(board: Board, corner: int) -> int:
    """The spot on the table of a corner's own project."""
    return int(board.slots + 1 + board.listening.shape[0] + board.tables + corner)


def bridge_spot(board: Board) -> int:
    """The spot on the table that is kept for a bridge."""
    return corner_spot(board, int(board.corner_member.shape[0]))


# ---- The round begins -----------------------------------------------------------------------------------


def lay_corners(board: Board, state: State) -> None:
    """A new round: nobody is invited yet, nothing written; each corner has a project of its own, and the spot
    of a bridge the next that may come."""
    if not has_corners(board):
        return
    for who in range(board.n):
        state.sits[who] = board.seat[who] if board.seat[who] >= 0 else -1
    for corner in range(board.corner_member.shape[0]):
        state.asked_by[corner] = -1
        state.strip[corner, TO] = -1
        state.strip[corner, WAY] = UNREAD
        state.strip[corner, VERDICT] = UNSAID
        if state.open[corner_spot(board, corner)] < 0:
            project = _next_of(board, state, corner)
            if project >= 0:
                put_on_table(state, corner_spot(board, corner), project)
    if board.bridge_spots > 0 and state.open[bridge_spot(board)] < 0:
        project = _next_of(board, state, -1)
        if project >= 0:
            put_on_table(state, bridge_spot(board), project)


def _next_of(board: Board, state: State, corner: int) -> int:
    """The next project of a corner's own, or of the bridges that may come (-1): the first of the deck that
    has not lapsed, else the one that lapsed first; -1 for none."""
    found, first = -1, 0
    for project in range(board.ends.shape[0]):
        if corner < 0:
            comes = is_bridge(board, project) and may_bridge(board, state, project)
        else:
            comes = board.closed[project] == CORNERED and board.ends[project, 0] == corner
        if comes and state.done[project] == 0:
            order = _order_of(state, project)
            if found < 0 or order < first:
                found, first = project, order
    return found


def _order_of(state: State, project: int) -> int:
    """When a project comes beside others like it: in the order of the deck, once lapsed behind all others."""
    order = state.deck.shape[0]
    for k in range(state.deck.shape[0]):
        if state.deck[k] == project:
            order = k
    return int(order + state.lapsed[project] * (state.deck.shape[0] + 1))


# ---- Guests ---------------------------------------------------------------------------------------------


def seat(board: Board, state: State, who: int, corner: int) -> None:
    """A guest sits down in a corner, or nowhere (-1)."""
    state.sits[who] = corner
    set_reach(board, state)


def invite_by_themselves(board: Board, state: State, simulated: Ints) -> None:
    """Simulated members invite, each in turn, the guest whose tokens their project lacks most, among those
    whom nobody has invited; the first turn goes round."""
    corners = board.corner_member.shape[0]
    for k in range(corners):
        corner = (k + state.clock[ROUND]) % corners
        if simulated[board.corner_member[corner]] == 1:
            guest = _useful_guest(board, state, corner)
            if guest >= 0:
                state.asked_by[corner] = guest
                seat(board, state, guest, corner)


def _useful_guest(board: Board, state: State, corner: int) -> int:
    """The guest still free who brings most of what a corner's project lacks beside what its member has; -1
    where nobody brings any."""
    found, most = -1, 0
    project, member = state.open[corner_spot(board, corner)], board.corner_member[corner]
    if project < 0:
        return -1
    for who in range(board.n):
        if board.seat[who] == INVITED and state.sits[who] < 0:
            useful = 0
            for kind in range(3):
                lack = max(0, lacking(state, project, kind) - state.tokens[member, kind])
                useful += min(free(state, who, kind), lack)
            if useful > most:
                found, most = who, useful
    return found


def sit_by_oneself(board: Board, state: State, who: int) -> None:
    """A simulated guest whom several corners invite sits where the project is worth most to it."""
    best, chosen = 0, -1
    for corner in range(board.corner_member.shape[0]):
        project = state.open[corner_spot(board, corner)]
        if state.asked_by[corner] == who:
            value = cares(board, state, who, project) if project >= 0 else 0
            if chosen < 0 or value > best:
                best, chosen = value, corner
    seat(board, state, who, chosen)


# ---- Strips ---------------------------------------------------------------------------------------------


def read_by_itself(board: Board, state: State, corner: int, way: int) -> None:
    """A simulated scribe reads a corner's strip where that brings most together, one way or the other."""
    state.strip[corner, TO] = best_reader(board, state, corner)
    state.strip[corner, WAY] = way


def best_reader(board: Board, state: State, corner: int) -> int:
    """The corner where a strip is best read: where it has no seal yet, rather where the other way is read
    already and no third is, then where the bridge that waits for it is first in the deck."""
    corners, cards = board.corner_member.shape[0], state.deck.shape[0]
    best, chosen = 0, -1
    for k in range(corners - 1):
        other = (corner + 1 + (k + state.clock[ROUND] - 1) % (corners - 1)) % corners
        value = 0
        if state.sealed[corner, other] == 0:
            value += 4 * cards
            value += cards - _first_bridge(board, state, corner, other)
            if state.sealed[other, corner] > 0 or state.strip[other, TO] == corner:
                value += 2 * cards
        if _hears_another(state, other, corner):
            value -= 2 * cards
        if chosen < 0 or value > best:
            best, chosen = value, other
    return chosen


def _hears_another(state: State, corner: int, but: int) -> bool:
    """Whether a strip of this round is read in a corner already, another one's than `but`."""
    heard = False
    for other in range(state.strip.shape[0]):
        heard = heard or (other != but and state.strip[other, TO] == corner)
    return bool(heard)


def _first_bridge(board: Board, state: State, one: int, other: int) -> int:
    """The place in the deck of the first bridge between two corners that is not complete; past its end where
    there is none."""
    first = state.deck.shape[0]
    for k in range(state.deck.shape[0]):
        project = state.deck[k]
        if project >= 0 and k < first and is_bridge(board, project) and state.done[project] == 0:
            a, b = board.ends[project, 0], board.ends[project, 1]
            if (a == one and b == other) or (a == other and b == one):
                first = k
    return int(first)


def way_of(board: Board, state: State, chance: Ints, corner: int) -> int:
    """How a simulated scribe reads: it arranges where its corner would let it pass, and where that serves the
    scribe more, give or take its mood, than what the common good loses by it weighs with it."""
    if board.scribe < 0 or _own_words(board, state, corner, ARRANGED) == DISOWNED:
        return WORD_FOR_WORD
    heart = mul(board.beta, sigma(state, board.scribe)) * board.strip_points[0]
    mood = choice_noise(board, chance, board.scribe, corner_spot(board, corner)) // numbers.MOOD
    return ARRANGED if board.felt_arranged[board.scribe] + mood > heart else WORD_FOR_WORD


def verdict_of(board: Board, state: State, corner: int) -> int:
    """What a simulated member says of its strip as it was read."""
    return _own_words(board, state, corner, int(state.strip[corner, WAY]))


def _own_words(board: Board, state: State, corner: int, way: int) -> int:
    """Word for word a strip is its own, in part where the one who read it is hardly trusted; arranged it is
    at best its own in part."""
    if way == UNREAD:
        return UNSAID
    trust = ONE
    if board.scribe >= 0:
        trust = trust_in(state, board.corner_member[corner], board.scribe)
    if way == WORD_FOR_WORD:
        return RECOGNISED if trust >= numbers.HARDLY_TRUSTED else IN_PART
    return IN_PART if trust >= numbers.WELL_TRUSTED else DISOWNED


def speak(board: Board, state: State, chance: Ints, way: int) -> None:
    """Every corner's strip that nobody has seen to is read, and recognised or not, by simulated people;
    `way`: how, UNREAD where the scribe sees to that."""
    for corner in range(board.corner_member.shape[0]):
        if state.strip[corner, VERDICT] == UNSAID:
            if state.strip[corner, TO] < 0:
                own = way_of(board, state, chance, corner) if way == UNREAD else way
                read_by_itself(board, state, corner, own)
            state.strip[corner, VERDICT] = verdict_of(board, state, corner)


def weigh_strips(board: Board, state: State) -> None:
    """What the strips of this round already bring the common good, or take, until they are counted."""
    if state.clock[STAGE] != OPEN:
        return
    for corner in range(state.strip.shape[0]):
        state.wear[0] += points_of(board, state.strip[corner, VERDICT])


def points_of(board: Board, verdict: int) -> int:
    """Points of the common good that a verdict brings."""
    if verdict == RECOGNISED:
        return int(board.strip_points[0])
    return int(board.strip_points[1]) if verdict == DISOWNED else 0


# ---- The reveal -----------------------------------------------------------------------------------------


def count_strips(board: Board, state: State, record: Record) -> None:
    """What the strips of this round do to the gauges and to each; seals are set."""
    if not has_corners(board):
        return
    for corner in range(board.corner_member.shape[0]):
        to, way, verdict = state.strip[corner, TO], state.strip[corner, WAY], state.strip[corner, VERDICT]
        record.strip[corner, TO] = to
        record.strip[corner, WAY] = way
        record.strip[corner, VERDICT] = verdict
        record.ind_strips[board.gate] += points_of(board, verdict)
        if way == ARRANGED and verdict != DISOWNED:
            for m in range(board.start.shape[0]):
                record.ind_strips[m] += board.arranged[m]
            for who in range(board.n):
                record.swayed[who] += board.felt_arranged[who]
        if verdict == RECOGNISED and to >= 0:
            state.sealed[corner, to] = state.clock[ROUND]
    for who in range(board.n):
        record.gain[who] += record.swayed[who]


def learn_from_strips(board: Board, state: State, record: Record) -> None:
    """What each member makes of who read its strip."""
    if board.scribe < 0:
        return
    for corner in range(state.strip.shape[0]):
        who, verdict = board.corner_member[corner], state.strip[corner, VERDICT]
        if who == board.scribe:
            continue
        before = state.trust[who, board.scribe]
        after = before
        if verdict == RECOGNISED:
            after += mul(numbers.READ_GAIN, ONE - before)
        elif verdict == DISOWNED:
            after = clip(mul(before, ONE - numbers.MISREAD_LOSS), numbers.LEAST_TRUST, ONE)
        state.trust[who, board.scribe] = after
        record.trust_acts[who, board.scribe] += after - before
