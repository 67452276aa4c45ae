"""What is on the table beside the rules' numbers: promises, votes, choices being placed, notes, the clock.

Everything is frozen and made of ids and plain values, so that a whole table goes to and from JSON by itself.
Mappings are replaced, never changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from engine.content.model import CountedBy, EndReason, Kind, Method, PhaseKind, Text
from engine.own_project import Part
from engine.play.commands import Answer, Became, Because, Claim, Seat, Tag

Trio = tuple[int, int, int]
"""Tokens: time, means, backing."""
NOTHING: Trio = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """A public promise; `id` is "<round>.<number>" and is never used twice."""

    id: str
    who: str
    project: str
    tokens: Trio
    if_who: str | None = None
    if_kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a simulated character did something: the `reason` by its word in `content.model.Says`, the project
    that it did something about ("" for none), `where` tokens go and `other` whom it is about ("" where the
    reason has none), `since` the round that it recalls (0: none). `times` counts how often `who` had given
    that reason before, from a number of their own each evening, so that its sentences are said in turn."""

    who: str
    reason: str
    about: str = ""
    where: str = ""
    other: str = ""
    since: int = 0
    times: int = 0


@dataclass(frozen=True, slots=True)
class Bid:
    """What is offered, or wanted, in return: tokens to a project ("": none), or a word for the next round."""

    project: str = ""
    tokens: Trio = NOTHING
    next_round: bool = False


ThanksTo = Literal["", "reason", "offer"]
"""What a yes is owed to: "" where a bare request would have been granted too."""


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """A simulated character's answer: the tokens it adds (none = no), the projects that it had promised
    something else to, and no longer does, and why (None in a file from before reasons).

    `bid` is what was offered, None for nothing, and `said` what for, with whether that was `true`; `counter`
    what who refused wants in return; `if_kind` the kind of token that a yes waits for from the asker."""

    asker: str
    asked: str
    project: str
    accepted: Trio
    dropped: tuple[str, ...] = ()
    why: Reason | None = None
    bid: Bid | None = None
    said: Because | None = None
    true: bool = False
    thanks_to: ThanksTo = ""
    if_kind: Kind | None = None
    counter: Bid | None = None


@dataclass(frozen=True, slots=True)
class WordRecord:
    """What became of a word given for this round in the one before: `who` was to promise something that
    serves `to`: to one of the projects `where`. `kept` is None where there is none that could use a token of
    theirs."""

    who: str
    to: str
    kept: bool | None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PactRecord:
    """A private promise between two: who gives what to which project."""

    who: str
    project: str
    tokens: Trio
    other: str
    other_project: str
    other_tokens: Trio


WhyNot = Literal["tokens", "trust", "use"]
"""Why a simulated character refuses a pact: its tokens are promised elsewhere, it does not trust enough, or
it does not gain enough."""


@dataclass(frozen=True, slots=True)
class PactRefusal:
    """A pact that a simulated character refused."""

    who: str
    other: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Ballot:
    """Answers to one question: single votes (voter, table, answer), and counts by hand by table
    (table, yes, no, unsure); the table "" is the whole room."""

    votes: tuple[tuple[int, str, Answer], ...] = ()
    tallies: tuple[tuple[str, int, int, int], ...] = ()

    def counts(self) -> Trio:
        """(yes, no, unsure) over everything received."""
        yes, no, unsure = (sum(a == which for _, _, a in self.votes) for which in ("yes", "no", "unsure"))
        for _, more_yes, more_no, more_unsure in self.tallies:
            yes, no, unsure = yes + more_yes, no + more_no, unsure + more_unsure
        return (yes, no, unsure)

    def received(self) -> int:
        return sum(self.counts())

    def by_voter(self) -> dict[int, Answer]:
        """The single answers, by number."""
        return {voter: answer for voter, _, answer in self.votes}

    def by_table(self) -> dict[str, Trio]:
        """(yes, no, unsure) for each table that answered."""
        found: dict[str, list[int]] = {}
        for _, table, answer in self.votes:
            found.setdefault(table, [0, 0, 0])[("yes", "no", "unsure").index(answer)] += 1
        for table, *more in self.tallies:
            row = found.setdefault(table, [0, 0, 0])
            for k, number in enumerate(more):
                row[k] += number
        return {table: (row[0], row[1], row[2]) for table, row in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    """What the room answered to a situation, and how: the counts by answer, and the `option` chosen, "" while
    several are level, which `tied` names."""

    method: Method
    counts: Mapping[str, tuple[int, ...]]
    option: str
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """How the room decided that votes will be counted: the `method`, "" while several are level, which `tied`
    names; the hands counted; whether it was `drawn` by lot."""

    method: CountedBy | Literal[""]
    counts: Mapping[CountedBy, int]
    tied: tuple[CountedBy, ...] = ()
    drawn: bool = False


Said = Literal["", "answered", "dodged", "level"]


@dataclass(frozen=True, slots=True)
class HearingRecord:
    """Who was heard, asked by whom. `frank`: whether a simulated character answers (None: people hold it).
    `said` is what the room says of it, "" before: "answered", "dodged", or "level". `trust` is how much
    each one's trust in it moved (fixed); `back` the step of the negotiation that it interrupts."""

    asker: str
    heard: str
    frank: bool | None
    said: Said = ""
    trust: tuple[int, ...] = ()
    back: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One act that a room may debate: what `who` did about `project` ("" where it gave nothing anywhere),
    the debate card chosen for it, and the `others` that would do."""

    id: str
    who: str
    project: str
    fact: str
    card: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What an act is to somebody at the table: tokens that came to a project (`gave`), or did not; whether it
    serves them (1), costs them (-1) or neither (0); and through which indicator, "" where it is the project
    itself that they wait for or pay."""

    who: str
    project: str
    gave: bool
    serves: int
    indicator: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """What those who train have to tell apart about the act debated: in which `order` the three sentences
    stand, what is `presupposed` of who acted where the content says it, two `readings` of it by others, and
    how they were `sorted`, () before."""

    order: tuple[Claim, ...]
    presupposed: Text | None
    readings: tuple[Reading, ...]
    sorted: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class StripRecord:
    """What a corner wrote in a round, and what became of it. `line`: which of its card's lines the program
    wrote, -1 where people wrote `text` ("" on paper only). `to`: the corner where it is read, "" nowhere;
    `read`: the words as they were read, "" as written; `arranged` whether they were changed, and `by_card`
    whether the program changed them, as its card does. `verdict`: "yes", "partly", "no", or "" before its
    corner has said anything."""

    corner: str
    line: int = -1
    text: str = ""
    to: str = ""
    read: str = ""
    arranged: bool = False
    verdict: str = ""
    by_card: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the model proposed a held character and where its holder put it; fixed point (ONE = 65536)."""

    proposed: tuple[int, int]
    placed: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """One round as it went, for the screens, the debrief and the transcript.

    `given` is empty before the reveal; the rules' own account of the reveal is in `Game.records`. `trust`
    (n x n, fixed) and `postures` (n pairs, fixed) are as the round ended; `indicators` has the values at
    the start, after the situation, and at the end; `totals` each one's gain so far (fixed); `tokens` what
    each had in hand; `observers` how many followed each (0: not counted); `draw` which dice the round was
    opened with; `exercise` what those who train are asked of the act debated; `favourites` what each
    simulated character would answer to the situation; `reasons` why each did what it did, once
    revealed; `waiting` the simulated characters that let people speak first, until they announce; `verified`
    the two who went and checked its rumour; `words` those given for it,
    as they stood when people began to negotiate, then at the reveal; `walked` where who goes from place to
    place went in it, "" where they stayed; `strips` what corners wrote; `seated` where
    guests sat; `catalogue` the ideas that could be voted on in it, `closed` the draw by which the simulated
    had chosen then; `papers` the ballots that holders marked; `volunteers` who stood for
    the chair, `chaired` who was drawn, and what they `put_off`, in that order.
    """

    number: int
    situation: str
    promises: tuple[PromiseRecord, ...] = ()
    made: int = 0
    answers: tuple[AnswerRecord, ...] = ()
    selected: tuple[str, ...] = ()
    shown: bool = False
    open: tuple[str, ...] = ()
    tokens: tuple[Trio, ...] = ()
    given: Mapping[str, Mapping[str, Trio]] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
    picked: str | None = None
    ticks: Mapping[str, tuple[int, int, int, int]] = field(default_factory=dict)
    observers: Mapping[str, int] = field(default_factory=dict)
    placings: Mapping[str, Placing] = field(default_factory=dict)
    trust: tuple[tuple[int, ...], ...] = ()
    postures: tuple[tuple[int, int], ...] = ()
    indicators: tuple[tuple[int, ...], ...] = ()
    totals: tuple[int, ...] = ()
    draw: int = 0
    choice: ChoiceMade | None = None
    exercise: Exercise | None = None
    favourites: Mapping[str, str] = field(default_factory=dict)
    pacts: tuple[PactRecord, ...] = ()
    pacts_refused: tuple[PactRefusal, ...] = ()
    reasons: tuple[Reason, ...] = ()
    hearing: HearingRecord | None = None
    waiting: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    words: tuple[WordRecord, ...] = ()
    walked: str = ""
    entrusted: str = ""
    preferred: str = ""
    strips: tuple[StripRecord, ...] = ()
    seated: Mapping[str, str] = field(default_factory=dict)
    catalogue: tuple[str, ...] = ()
    closed: int | None = None
    papers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    volunteers: tuple[str, ...] = ()
    chaired: str = ""
    put_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a commitment, when its author said so, and their line of what happened, "" for none."""

    became: Became
    happened: str
    at: float


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """Words collected, with the round and phase in which they were said; `text` is "" once withdrawn.

    Of a commitment: `due` is until when, in its author's words, `followed` what became of it, `unsaid` the
    number of the command that last took back the line of what happened (0: none did)."""

    id: int
    text: str
    tag: Tag
    speaker: str
    round: int
    phase: PhaseKind
    at: float
    withdrawn: bool = False
    due: str = ""
    followed: Followed | None = None
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of unix time. `ends` is None where the phase is untimed or paused; `left` only when paused.
    `after`: when the negotiation that somebody is heard in ends."""

    session_started: float = 0.0
    started: float = 0.0
    ends: float | None = None
    left: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one character moved in the room's own project: `by` points of its `changes` from the indicator
    `taken` to another, or a token of its `cost` from one kind to another."""

    who: str
    part: Part
    taken: str
    given: str
    by: int


@dataclass(frozen=True, slots=True)
class RoomProject:
    """The room's own project as it stands, amended; `waits` until it is opened."""

    name: str
    cost: Trio
    changes: Mapping[str, int]
    round: int
    waits: bool = False
    amended: Amendment | None = None


@dataclass(frozen=True, slots=True)
class OwnPlacingRecord:
    when: Literal["before", "after"]
    table: str
    counts: tuple[int, int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended, and why: at an `ending` of the scenario, which it names; `stopped` before one; or
    with every round played and no ending that fits, `open`."""

    reason: EndReason
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is there, once it is not as the session began: how many people, and as in `Begin` the seats of the
    characters and the tables that hold them. `joined`: how many more sit at a table (fewer: below 0) than its
    share of all the others."""

    participants: int
    seats: Mapping[str, Seat]
    held_by: Mapping[str, str]
    joined: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Everything of a game that is not in the rules' state.

    `number` is the last command's, `since` the one with which the phase began, or the choices whose ballots
    are being marked. `reveals` counts what was shown, a catalogue that closed among it. `unseen` are holders
    whose tokens lie where only they may look, put there on a private screen; `keeping` those for whom the
    bell decided, who give what they promised. `noted` counts the notes ever made: no number is used twice.
    """

    phase: PhaseKind = "welcome"
    step: str = ""
    number: int = 1
    since: int = 1
    at: float = 0.0
    draw: int = 0
    reveals: int = 0
    rounds: tuple[RoundRecord, ...] = ()
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    placing: Mapping[str, Mapping[str, Trio]] = field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    keeping: tuple[str, ...] = ()
    passed_to: str | None = None
    room_project: RoomProject | None = None
    notes: tuple[NoteRecord, ...] = ()
    noted: int = 0
    own_placings: tuple[OwnPlacingRecord, ...] = ()
    clock: Clock = Clock()
    outcome: Outcome | None = None
    seating: Seating | None = None
    adopted: Adopted | None = None
