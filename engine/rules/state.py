"""The state of one game: arrays that the rules write in, and its passage to and from plain data.

Indices follow the board. Fixed-point fields are marked "fixed". A state has no references to anything else:
copy it, compare it, keep it.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import numpy as np

from engine.dice import SESSION, Dice
from engine.fixed import Ints
from engine.rules.board import Board
from engine.rules.chance import method_word, spots, truth

# What `clock` holds.
ROUND: Final = 0  # rounds begun so far: 0 before the first
STAGE: Final = 1  # where the round is: one of the stages below
DECK: Final = 2  # position of the next card in `deck`
SITUATION: Final = 3  # index of the situation in play, -1 before the first
CLOCK: Final = 4

# What `baton` holds.
HOLDER: Final = 0  # who has it
ENTRUSTED: Final = 1  # to whom it goes at the reveal, said aloud; -1: as the rules say
FIRST: Final = 2  # the project that comes first, as its holder said, -1
BATON: Final = 3

WAITING: Final = 0  # before the first round, or after a reveal
OPEN: Final = 1  # between a round's start and its reveal

# Facts: what became of a promise or a gift. Also the columns of `tally`.
NONE: Final = 0
KEPT: Final = 1
PART: Final = 2
BROKEN: Final = 3
GIFT: Final = 4
VOID: Final = 5
FACTS: Final = 6
FACT_NAMES: Final = ("none", "kept", "part", "broken", "gift", "void")


class State(NamedTuple):
    """One game. n characters, P projects, M indicators, S situations, L things that may come later, K clocks,
    F flags, R rumours, Q places of the town, G groups, C corners, V publics. On the table: `slots` places,
    one for the carte blanche alone, one for each place of the town, where a need lies face down or is built,
    one for each group that may be helped at once, each corner, a bridge, each public that one may fetch."""

    clock: Ints  # [CLOCK] round, stage, deck position, situation
    s: Ints  # [n] fixed: synergy, 1 to 4
    a: Ints  # [n] fixed: antagonism, 1 to 4
    s_anchor: Ints  # [n] fixed
    a_anchor: Ints  # [n] fixed
    s_cards: Ints  # [n] fixed: what this round's situation will add at the reveal
    a_cards: Ints  # [n] fixed
    trust: Ints  # [n, n] fixed, 0.05 to 1; ONE on the diagonal
    believes: Ints  # [n, n] 1 while i's presupposition about j stands
    ind: Ints  # [M] 0 to 100
    ind_before: Ints  # [M] at the start of the round, before its situation
    ind_ref: Ints  # [M] after the situation: what the common good must end above
    open: Ints  # [slots + 1 + Q + tables] project on each place of the table, -1 where it is empty
    age: Ints  # [P] reveals that the project has spent on the table
    done: Ints  # [P] the round of its (last) completion, 0 if never
    deck: Ints  # [P] projects to come, in order; -1 after the last
    cost: Ints  # [P, 3] what each costs this round
    placed: Ints  # [P, 3] tokens on each project that is open
    share: Ints  # [n, P, 3] who placed them
    tokens: Ints  # [n, 3] this round
    promised: Ints  # [n, P, 3] this round; `engine.rules.promising.promise` alone writes it
    said: Ints  # [P, 3] the same, of everybody
    cond_who: Ints  # [n, P] -1, or: the promise holds only if this character...
    cond_kind: Ints  # [n, P] ...gives a token of this kind to the same project
    given: Ints  # [n, P, 3] this round's choices; zero before the reveal
    gain: Ints  # [n] fixed: last reveal's, from projects
    bonus: Ints  # [n] fixed: last reveal's, from tokens kept
    total: Ints  # [n] fixed: both, since the start
    tally: Ints  # [n, FACTS] facts so far (column 0 counts rounds without any)
    situations: Ints  # [S] order of play
    played: Ints  # [S] the round in which each was in play (last), 0 if never
    due: Ints  # [S] 1 where something named it: it comes next
    opened: Ints  # [P] 1 where what a project waited for has happened
    lapsed: Ints  # [P] the round in which it (last) lapsed, 0 if never
    waiting: Ints  # [L] the round at whose start each thing comes that was sent for later, 0 if never
    segments: Ints  # [K] how many are filled of each clock
    flags: Ints  # [F] 0 or 1
    truth: Ints  # [R] 1 where a rumour is true, by the deal
    heir: Ints  # [n] the round with which an heir took the seat, 0 if never
    pact_with: Ints  # [n] with whom each has a pact this round, -1 for nobody; [0] where there are no pacts
    pact_project: Ints  # [n] the project to which each pledged in it, -1
    pact: Ints  # [n, 3] the tokens pledged
    mandate: Ints  # [n] 0 while undecided, else the round that decided it, below 0: it failed; [0]: none
    held_back: Ints  # [n] tokens kept since the start, while a mandate is undecided
    at: Ints  # [1] the place of who goes from place to place; [0] where nobody does
    under: Ints  # [Q] the need that lies face down in each place, -1
    heard: Ints  # [P] the round in which each need was heard, 0 if never; [0] in a scenario without places
    ears: Ints  # [n, P] 1 for those who had come and listened; [0, 0]
    reach: Ints  # [n, P] tokens of a kind that each may put on each project this round, at most; [0, 0]
    put_out: Ints  # [P] the round in which each was (last) put out of its hours; [0] without a timetable
    takes: Ints  # [n, P] fixed: what completing it would take from each besides what it is worth; [0, 0]
    takes_commons: Ints  # [P] points that it would take from the common good so; [0]
    baton: Ints  # [BATON] who has it, to whom it is entrusted, what comes first; [0] without one
    paid: Ints  # [n] fixed: what having it brought or cost each in this round; [0]

    life: Ints  # [G] 0 (asleep) to MOST_LEVEL
    autonomy: Ints  # [G]
    allowed: Ints  # [n, P, 3] tokens that each may put where groups are helped; [0, 0, 0]
    wear: Ints  # [1] points that this round takes from the common good if nothing is done, 0 or less; [0]

    phase: Ints  # [P] phases paid of each project; [0] where none is built in several
    site: Ints  # [P] the round in which its hoarding went up, 0 where none stands; [0]
    laid: Ints  # [n, P] tokens that each gave to phases that are paid; [0, 0]
    ahead: Ints  # [P] fixed: points that may come of it later for the common good; [0]
    ahead_each: Ints  # [n, P] fixed: and for each; [0, 0]

    sits: Ints  # [n] the corner where each sits this round, -1 for none; [0] in a room without corners
    asked_by: Ints  # [C] the guest whom each corner invites, -1
    strip: Ints  # [C, 3] where each corner's strip is read, how, what is said of it; [0, 3]
    sealed: Ints  # [C, C] the round in which what one said was (last) recognised as read at the other, or 0

    method: Ints  # [1] the way of counting votes, a place in model.COUNTED_BY; [0] without a ballot
    voices: Ints  # [V] how many of each public vote
    still: Ints  # [V] how many more would come if they were fetched
    paper: Ints  # [n, P] 1 + the grade that each gives each idea, 0 for none; [n, 0]
    funded: Ints  # [P] in which order ideas were funded (1, 2, …), 0: not; [0]

    put_off: Ints  # [P] 1 where the chair has put a project off this round; [0] without an agenda

    @property
    def round(self) -> int:
        return int(self.clock[ROUND])

    @property
    def situation(self) -> int:
        return int(self.clock[SITUATION])


_WHERE_USED: Final = (
    "at", "under", "heard", "ears", "reach", "put_out", "takes", "takes_commons", "baton", "paid",
    "life", "autonomy", "allowed", "wear", "phase", "site", "laid", "ahead", "ahead_each",
    "sits", "asked_by", "strip", "sealed", "method", "voices", "still", "paper", "funded",
    "put_off",
)  # fmt: skip
"""Fields that are empty, and not written, where a scenario has no use for them."""
_SINCE_DEVICES: Final = (
    "played", "due", "opened", "lapsed", "waiting", "segments", "flags", "heir",
    "pact_with", "pact_project", "pact", "mandate", "held_back",
    "truth", *_WHERE_USED,
)  # fmt: skip


def shapes(board: Board) -> dict[str, tuple[int, ...]]:
    """The shape of every field of a state of this board."""
    n, projects, indicators = board.n, int(board.cost.shape[0]), int(board.start.shape[0])
    person, pair, square, places = (n,), (n, projects), (n, n), int(board.listening.shape[0])
    return {
        "clock": (CLOCK,),
        **dict.fromkeys(("s", "a", "s_anchor", "a_anchor", "s_cards", "a_cards"), person),
        "trust": square,
        "believes": square,
        **dict.fromkeys(("ind", "ind_before", "ind_ref"), (indicators,)),
        "open": (spots(board),),
        **dict.fromkeys(("age", "done", "deck"), (projects,)),
        **dict.fromkeys(("cost", "placed"), (projects, 3)),
        "share": (n, projects, 3),
        "tokens": (n, 3),
        "promised": (n, projects, 3),
        "said": (projects, 3),
        "cond_who": pair,
        "cond_kind": pair,
        "given": (n, projects, 3),
        **dict.fromkeys(("gain", "bonus", "total"), person),
        "tally": (n, FACTS),
        **dict.fromkeys(("situations", "played", "due"), (int(board.situation_rows.shape[0]) - 1,)),
        **dict.fromkeys(("opened", "lapsed"), (projects,)),
        "waiting": (int(board.later.shape[0]),),
        "segments": (int(board.clocks.shape[0]),),
        "flags": (int(board.flags.shape[0]),),
        "truth": (int(board.rumours.shape[0]),),
        "heir": person,
        **dict.fromkeys(("pact_with", "pact_project"), (n * board.pacts,)),
        "pact": (n * board.pacts, 3),
        **dict.fromkeys(("mandate", "held_back"), (int(board.mandates.shape[0]),)),
        "at": (int(places > 0 and board.walker >= 0),),
        "under": (places,),
        "heard": (projects * (places > 0),),
        "ears": pair if places else (0, 0),
        "reach": pair if places or len(board.seat) or board.treats else (0, 0),
        **_of_devices(board, projects),
    }


def _of_devices(board: Board, projects: int) -> dict[str, tuple[int, ...]]:
    """The shapes of what a week, a baton and groups need."""
    shared, passed = bool(board.hours.shape[0]), bool(board.baton.shape[0])
    groups = int(board.member.shape[0])
    built, corners = bool(board.phases.shape[0]), int(board.corner_member.shape[0])
    voted = bool(board.methods.shape[0])
    takes = shared or groups > 0 or built or corners > 0 or voted
    return {
        "put_out": (projects * shared,),
        "takes": (board.n, projects) if takes else (0, 0),
        "takes_commons": (projects * takes,),
        "baton": (BATON * passed,),
        "paid": (board.n * passed,),
        **dict.fromkeys(("life", "autonomy"), (groups,)),
        "allowed": (board.n, projects, 3) if groups else (0, 0, 0),
        "wear": (int(groups > 0 or built or corners > 0 or voted),),
        **dict.fromkeys(("phase", "site"), (projects * built,)),
        "ahead": (projects * (built or voted),),
        "laid": (board.n, projects) if built else (0, 0),
        "ahead_each": (board.n, projects) if built or voted else (0, 0),
        "sits": (int(board.seat.shape[0]),),
        "asked_by": (corners,),
        "strip": (corners, 3),
        "sealed": (corners, corners),
        "method": (int(voted),),
        **dict.fromkeys(("voices", "still"), (int(board.publics.shape[0]),)),
        "paper": (board.n, projects * voted),
        "funded": (projects * voted,),
        "put_off": (projects * (board.treats > 0),),
    }


def empty(board: Board) -> State:
    """A state of zeros."""
    size = sum(math.prod(shape) for shape in shapes(board).values())
    return over(board, np.zeros(size, dtype=np.int64))


def over(board: Board, buffer: Ints) -> State:
    """A state whose arrays are views of int64[size], in the order of the fields (as `flat` gives them)."""
    fields, first = {}, 0
    for name, shape in shapes(board).items():
        end = first + math.prod(shape)
        fields[name] = buffer[first:end].reshape(shape)
        first = end
    return State(**fields)


def words(board: Board) -> int:
    """How many 16-bit words of chance one round may use (see `engine.rules.chance` for their order)."""
    seats, places = board.n, spots(board)
    deal = int(board.cost.shape[0]) + int(board.situation_rows.shape[0]) - 1
    votes = seats * int(board.options.shape[0])
    more = int(board.rumours.shape[0]) + int(board.methods.shape[0] > 0) + int(board.treats > 0)
    return deal + seats * (2 * places + 3) + votes + more


def dice(board: Board, seed: int, domain: int = SESSION) -> Dice:
    """The dice of a game on this board."""
    return Dice(seed, domain, words(board), board.rounds)


def initial(board: Board, seed: int) -> State:
    """A game about to begin: cards shuffled by the seed, nothing on the table yet."""
    state = undealt(board)
    deal(board, state, dice(board, seed).block(0, 0))
    return state


def undealt(board: Board) -> State:
    """A game about to begin, its cards still in the scenario's order."""
    state = empty(board)
    state.clock[SITUATION] = -1
    for field, value in (
        (state.s, board.s0), (state.a, board.a0), (state.s_anchor, board.s0), (state.a_anchor, board.a0),
        (state.trust, board.trust0), (state.believes, board.believes), (state.cost, board.cost),
        (state.ind, board.start), (state.ind_before, board.start), (state.ind_ref, board.start),
        (state.tokens, board.tokens), (state.flags, board.flags), (state.life, board.life),
        (state.autonomy, board.autonomy), (state.voices, board.publics), (state.still, board.still),
    ):  # fmt: skip
        field[...] = value
    for field in (
        state.open, state.cond_who, state.cond_kind, state.pact_with, state.pact_project, state.under,
        state.baton, state.sits, state.asked_by,
    ):  # fmt: skip
        field[...] = -1
    state.strip[:, 0] = -1
    state.baton[: len(board.baton)] = board.baton
    state.deck[:] = np.arange(state.deck.shape[0])
    state.deck[board.spare] = -1
    state.situations[:] = np.arange(state.situations.shape[0])
    return state


def deal(board: Board, state: State, chance: Ints) -> None:
    """Shuffle the cards of a game about to begin, those that it begins with first of all, settle what rumours
    are worth, and by lot how votes are counted, until the room chooses; `chance` is the block of round 0."""
    projects = state.deck.shape[0]
    shuffle(state.deck, projects - 1, chance, 0)
    for k in range(board.first.shape[0] - 1, -1, -1):
        put_first(state, board.first[k])
    shuffle(state.situations, state.situations.shape[0], chance, projects)
    for rumour in range(board.rumours.shape[0]):
        state.truth[rumour] = 1 if truth(board, chance, rumour) < board.rumours[rumour, 1] else 0
    if board.methods.shape[0] > 0:
        state.method[0] = board.methods[method_word(board, chance) * board.methods.shape[0] >> 16]


def fill(words: Ints, value: int) -> None:
    """Write one value all over."""
    for k in range(words.shape[0]):
        words[k] = value


def total(words: Ints) -> int:
    """The sum of an array."""
    sum_ = 0
    for k in range(words.shape[0]):
        sum_ += words[k]
    return int(sum_)


def write(source: Ints, target: Ints) -> None:
    """Write one array over another of the same length."""
    for k in range(target.shape[0]):
        target[k] = source[k]


def put_on_table(state: State, place: int, project: int) -> None:
    """A project comes to the table as new."""
    state.open[place] = project
    state.age[project] = 0
    clear_table(state, project)


def take_off_table(state: State, place: int) -> None:
    """A project leaves the table, and what lay on it with it."""
    clear_table(state, int(state.open[place]))
    state.open[place] = -1


def clear_table(state: State, project: int) -> None:
    """Nothing lies on a project any more."""
    for kind in range(3):
        state.placed[project, kind] = 0
        for who in range(state.s.shape[0]):
            state.share[who, project, kind] = 0


def put_first(state: State, project: int) -> None:
    """Bring a project of the deck to its head."""
    head = state.clock[DECK]
    for k in range(head, state.deck.shape[0]):
        if state.deck[k] == project:
            for other in range(k, head, -1):
                state.deck[other] = state.deck[other - 1]
            state.deck[head] = project
            return


def shuffle(cards: Ints, count: int, chance: Ints, first: int) -> None:
    """Shuffle the first `count` cards in place (Fisher and Yates), with the words from `first` on."""
    for k in range(count - 1, 0, -1):
        other = (chance[first + k] * (k + 1)) >> 16
        card = cards[k]
        cards[k] = cards[other]
        cards[other] = card


def copy(state: State) -> State:
    """A state that shares nothing with this one."""
    return State(*(field.copy() for field in state))


def flat(state: State) -> Ints:
    """Every number of a state, copied, in the order of the fields: int64[size]."""
    return np.concatenate([field.ravel() for field in state])


def equal(one: State, other: State) -> bool:
    """Whether two states hold the same numbers."""
    return all(np.array_equal(x, y) for x, y in zip(one, other, strict=True))


def to_data(state: State) -> dict[str, Any]:
    """The state as plain JSON data: lists of whole numbers by field, without what follows from others."""
    return {
        name: field.tolist()
        for name, field in state._asdict().items()
        if name != "said" and (field.size or name not in _WHERE_USED)
    }


def from_data(board: Board, data: Mapping[str, Any]) -> State:
    """The state that `to_data` wrote, for this board; what version 0.2.0 did not have yet is as at the start.

    Raises ValueError, naming the field, where one is missing, unknown, of another shape, or not made of
    whole numbers.
    """
    expected = shapes(board)
    del expected["said"]
    data = {name: getattr(undealt(board), name).tolist() for name in _SINCE_DEVICES} | dict(data)
    if set(data) != set(expected):
        odd = ", ".join(sorted(set(data) ^ set(expected)))
        raise ValueError(f"a state has exactly the fields of this version; not the same: {odd}")
    fields = {}
    for name, shape in expected.items():
        if not _whole(data[name], shape):
            raise ValueError(f"the state's field {name} should be whole numbers of shape {shape}")
        fields[name] = np.array(data[name], dtype=np.int64).reshape(shape)
    return State(said=fields["promised"].sum(axis=0), **fields)


def _whole(value: Any, shape: tuple[int, ...]) -> bool:
    """Whether nested lists have this shape and hold nothing but whole numbers of 64 bits."""
    if not shape:
        return type(value) is int and -(1 << 63) <= value < 1 << 63
    return isinstance(value, list) and len(value) == shape[0] and all(_whole(v, shape[1:]) for v in value)


def digest(state: State) -> str:
    """A fingerprint of every number of the state (sha256, hexadecimal), the same on every machine."""
    plain = json.dumps(to_data(state), separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()
