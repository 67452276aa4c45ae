"""Everything a person can do to a session, as data: what the journal keeps and `procedure.apply` takes.

A command says what was decided, never how it looks. Ids are those of the content; a promise's id is
"<round>.<number>", a note's id its number in the session, a question's id one of the forms of `Question`.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter

from engine import numbers
from engine.content.model import GRADES, Duration, Frozen, Kind, Method, OnMap, Slug, Tokens
from engine.own_project import Part
from engine.play.actors import FACILITATOR, Actor

Seat = Literal["held", "simulated", "out"]
Answer = Literal["yes", "no", "unsure"]
Tag = Literal["word", "idea", "question", "disagreement", "sentence", "missing", "takeaway", "commitment"]
TAGS: tuple[Tag, ...] = (
    "word", "idea", "question", "disagreement", "sentence", "missing", "takeaway", "commitment",
)  # fmt: skip
Became = Literal["kept", "going", "not-kept"]
BECAME: tuple[Became, ...] = ("kept", "going", "not-kept")
"""What may have become of a commitment, as its author says."""
Claim = Literal["fact", "judgement", "presupposition"]
CLAIMS: tuple[Claim, ...] = ("fact", "judgement", "presupposition")
"""What a sentence said of an act may be."""
Because = Literal["serves-you", "serves-all", "helped", "owed", "nobody-else"]
BECAUSE: tuple[Because, ...] = ("serves-you", "serves-all", "helped", "owed", "nobody-else")
"""What may be said for a request."""
Count = Annotated[int, Field(ge=0, le=500)]
Question = Annotated[str, Field(pattern=r"^[a-z][a-z-]*(:\d+(\.\d+)?){1,2}$", max_length=60)]
"""A word of the phase that asks, and numbers: forecast:<promise>, where yes means that it will be kept;
verdict:<round>:1 for the first vote and 2 for the one after the talk, where it means COOP; statement:<round>,
where it means that one agrees."""


class Begin(Frozen):
    """Always the first command: who plays what, for how long.

    A character without a seat is simulated. `held_by` says which table holds a character; where it is left
    out and there are tables, the held characters go to the tables in order, one each. Without tables, the
    participants numbered 1, 2, 3… hold the held characters in the order of the cast. `participants` 0 means
    that nobody has counted. `pacts_debated`: whether a pact that was not kept is an act to debate; in files
    from before it was, it is not.
    """

    kind: Literal["begin"] = "begin"
    duration: Duration
    mode: Literal["facilitated", "training", "demo"]
    seats: Mapping[Slug, Seat]
    participants: Annotated[int, Field(ge=0, le=200)]
    tables: tuple[str, ...] = ()
    forecasts_shown: Literal["before", "after"] = "after"
    private_screen: bool = True
    held_by: Mapping[Slug, str] = {}
    pacts_debated: bool = False


class Choose(Frozen):
    """What the room answered to a situation, counted by one of the scenario's methods: for each answer one
    number (hands, or those to whom it would do), of a majority judgement five (from "very good" to "to be
    rejected"); for a draw nothing."""

    kind: Literal["choose"] = "choose"
    method: Method
    counts: Mapping[Slug, tuple[Count, ...]] = {}


class Adopt(Frozen):
    """How votes will be counted: hands counted for each way of counting, or (`draw`) by lot."""

    kind: Literal["adopt"] = "adopt"
    counts: Mapping[Slug, Count] = {}
    draw: bool = False


class Volunteer(Frozen):
    """`who` volunteers for the chair of this round, or (`stands` false) not any more."""

    kind: Literal["volunteer"] = "volunteer"
    who: Slug
    stands: bool = True


class PutOff(Frozen):
    """Whoever is in the chair puts a project off; where that is one too many, the one put off first comes
    back. One that is put off already comes back with `off` false."""

    kind: Literal["put-off"] = "put-off"
    project: Slug
    off: bool = True


class Mark(Frozen):
    """A character's ballot: the place of a grade (0 the best, see content.model.GRADES) for each idea; one
    that is left out is fair. It replaces the one before."""

    kind: Literal["mark"] = "mark"
    who: Slug
    grades: Mapping[Slug, Annotated[int, Field(ge=0, le=len(GRADES) - 1)]]


class Advance(Frozen):
    """Go on: the next step, phase or round. `Finish` goes straight to the Bilan."""

    kind: Literal["advance"] = "advance"


class Finish(Frozen):
    kind: Literal["finish"] = "finish"


class Promise(Frozen):
    """A public promise; replaces what `who` had promised to that project this round."""

    kind: Literal["promise"] = "promise"
    who: Slug
    project: Slug
    tokens: Tokens
    if_who: Slug | None = None
    if_kind: Kind | None = None


class Withdraw(Frozen):
    kind: Literal["withdraw"] = "withdraw"
    promise: str


class Offer(Frozen):
    """Tokens for one project, promised in public as soon as what is asked for is granted."""

    project: Slug
    tokens: Tokens


class Ask(Frozen):
    """`asker` asks a simulated character to contribute to a project; the rules answer. In return it offers
    tokens to a project, besides what it promised there, or (`next_round`) its word that it will promise to
    something that serves who is asked in the next round. `why` is what it says for it."""

    kind: Literal["ask"] = "ask"
    asker: Slug
    asked: Slug
    project: Slug
    offer: Offer | None = None
    next_round: bool = False
    why: Because | None = None


class Take(Frozen):
    """`asker` takes what who was asked wants in return: both are as good as promised."""

    kind: Literal["take"] = "take"
    asker: Slug
    asked: Slug
    project: Slug


class Walk(Frozen):
    """Who goes from place to place goes there, in public: its tokens count there, this round."""

    kind: Literal["walk"] = "walk"
    place: Slug


class Invite(Frozen):
    """A corner invites one guest for this round, or nobody any more (None)."""

    kind: Literal["invite"] = "invite"
    corner: Slug
    guest: Slug | None


class Sit(Frozen):
    """A guest whom several corners invite says where they sit."""

    kind: Literal["sit"] = "sit"
    who: Slug
    corner: Slug


class Write(Frozen):
    """What a corner says this round, in a few words; "" takes them back."""

    kind: Literal["write"] = "write"
    corner: Slug
    text: Annotated[str, Field(max_length=400)]


class Carry(Frozen):
    """The scribe reads a corner's strip in another: word for word, with other words (`text`), or with others
    that nobody has typed (`arranged`)."""

    kind: Literal["carry"] = "carry"
    corner: Slug
    to: Slug
    text: Annotated[str, Field(max_length=400)] = ""
    arranged: bool = False


class Entrust(Frozen):
    """Who has what passes from hand to hand says aloud to whom it goes at the reveal."""

    kind: Literal["entrust"] = "entrust"
    to: Slug


class Prefer(Frozen):
    """They say aloud which project has the hour, should two that want it be complete at once."""

    kind: Literal["prefer"] = "prefer"
    project: Slug


class Announce(Frozen):
    """The simulated characters that let people speak first announce in their turn."""

    kind: Literal["announce"] = "announce"


class Pact(Frozen):
    """A private promise between two, each giving tokens to a project. A simulated `other` may refuse."""

    kind: Literal["pact"] = "pact"
    who: Slug
    project: Slug
    gives: Tokens
    other: Slug
    other_project: Slug
    other_gives: Tokens


class Hear(Frozen):
    """`asker` spends one token of backing so that `heard` stands and answers one question; once a session."""

    kind: Literal["hear"] = "hear"
    asker: Slug
    heard: Slug


class Verify(Frozen):
    """Two characters of two families spend a token each to know at the reveal what a rumour is worth."""

    kind: Literal["verify"] = "verify"
    asker: Slug
    other: Slug


class CarteBlanche(Frozen):
    """The room's own project, once a session. One that `waits` may be amended before it opens, when the room
    goes on; any other opens at once, as in files from before amendments."""

    kind: Literal["carte-blanche"] = "carte-blanche"
    name: Annotated[str, Field(min_length=1, max_length=60)]
    cost: Tokens
    changes: Mapping[str, Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]]
    waits: bool = False


class Amend(Frozen):
    """`who` moves points of the room's own project from one indicator to another (`part` "changes"), or a
    token of its cost from one kind to another ("cost"); once, while it waits to be opened. `Legal.ids` lists
    the moves that leave it within its bounds: "<part>/<taken>/<given>/<by>"."""

    kind: Literal["amend"] = "amend"
    who: Slug
    part: Part = "changes"
    taken: str
    given: str
    by: Annotated[int, Field(ge=1, le=numbers.AMENDED)] = 1


class Select(Frozen):
    """The promises put to the forecast."""

    kind: Literal["select"] = "select"
    promises: Annotated[tuple[str, ...], Field(max_length=numbers.FORECASTS)]


class Vote(Frozen):
    """One voter's answer (a number, never a name); replaces an earlier one to the same question."""

    kind: Literal["vote"] = "vote"
    question: Question
    voter: Annotated[int, Field(ge=1, le=500)]
    table: str = ""
    answer: Answer


class Tally(Frozen):
    """Answers counted by hand (cards raised, an urn) for one table or, as "", the room; replaces them."""

    kind: Literal["tally"] = "tally"
    question: Question
    table: str = ""
    yes: Count
    no: Count
    unsure: Count = 0


class ShowForecasts(Frozen):
    kind: Literal["show-forecasts"] = "show-forecasts"


class PassTo(Frozen):
    """The computer is passed to a holder (cover screen first); None gives it back."""

    kind: Literal["pass-to"] = "pass-to"
    who: Slug | None


class Place(Frozen):
    """One token put on a project (`by` 1) or taken back (`by` -1), in secret, before `Confirm`."""

    kind: Literal["place"] = "place"
    who: Slug
    project: Slug
    token: Kind
    by: Literal[1, -1]


class Confirm(Frozen):
    kind: Literal["confirm"] = "confirm"
    who: Slug


class KeepWord(Frozen):
    """The bell has rung: `who` has not decided, so what was promised is placed, and confirmed."""

    kind: Literal["keep-word"] = "keep-word"
    who: Slug


class Reopen(Frozen):
    """A confirmed choice is taken up again, before the reveal."""

    kind: Literal["reopen"] = "reopen"
    who: Slug


class PickAct(Frozen):
    """The act that the room debates, its id from the list of legal commands; with another of its cards where
    one is named."""

    kind: Literal["pick-act"] = "pick-act"
    act: str
    card: Slug | None = None


class Sort(Frozen):
    """What those who train hold each of three sentences to be, in the order in which they stand."""

    kind: Literal["sort"] = "sort"
    claims: Annotated[tuple[Claim, ...], Field(min_length=len(CLAIMS), max_length=len(CLAIMS))]


class Tick(Frozen):
    """What observers ticked for the character they follow this round: how many ticked each, and how many they
    are (0: nobody has counted them)."""

    kind: Literal["tick"] = "tick"
    who: Slug
    told: Count
    asked: Count
    heard: Count
    decided: Count
    observers: Count = 0


class PlacePosture(Frozen):
    """A held character's holder accepts the model's move (both None) or goes elsewhere (1 to 4)."""

    kind: Literal["place-posture"] = "place-posture"
    who: Slug
    synergy: OnMap | None = None
    antagonism: OnMap | None = None


class OwnPlacing(Frozen):
    """Participants' own place between je (1) and nous (7): how many at each step."""

    kind: Literal["own-placing"] = "own-placing"
    when: Literal["before", "after"]
    table: str = ""
    counts: tuple[Count, Count, Count, Count, Count, Count, Count]


class Note(Frozen):
    """Words collected; they keep the round and phase in which they were said. `due`: until when somebody
    commits themself, in their own words."""

    kind: Literal["note"] = "note"
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    tag: Tag = "word"
    speaker: Annotated[str, Field(max_length=60)] = ""
    due: Annotated[str, Field(max_length=60)] = ""


class EditNote(Frozen):
    kind: Literal["edit-note"] = "edit-note"
    note: int
    text: Annotated[str, Field(min_length=1, max_length=2000)]
    tag: Tag = "word"
    speaker: Annotated[str, Field(max_length=60)] = ""
    due: Annotated[str, Field(max_length=60)] = ""


class WithdrawNote(Frozen):
    """A speaker takes their words back: they leave every screen and export."""

    kind: Literal["withdraw-note"] = "withdraw-note"
    note: int


class FollowUp(Frozen):
    """Later: what became of a commitment, as its author says, and a line of what happened; None: nobody has
    said yet, and the line goes too."""

    kind: Literal["follow-up"] = "follow-up"
    note: int
    became: Became | None
    happened: Annotated[str, Field(max_length=300)] = ""


class Clock(Frozen):
    """The phase's timer: pause, resume, or `seconds` more (or fewer)."""

    kind: Literal["clock"] = "clock"
    action: Literal["pause", "resume", "add"]
    seconds: Annotated[int, Field(ge=-3600, le=3600)] = 0


class People(Frozen):
    """How many people there are now: some came late, some left. `table` is the one that they joined or left;
    "" shares them out evenly.
    """

    kind: Literal["people"] = "people"
    participants: Annotated[int, Field(ge=0, le=200)]
    table: str = ""


class TakeSeat(Frozen):
    """Somebody takes a character that the program played; `table` holds it where there are tables."""

    kind: Literal["take-seat"] = "take-seat"
    who: Slug
    table: str = ""


class LeaveSeat(Frozen):
    """A held character goes back to the program."""

    kind: Literal["leave-seat"] = "leave-seat"
    who: Slug


class Undo(Frozen):
    """Back to the state right after command number `to` (1 is Begin)."""

    kind: Literal["undo"] = "undo"
    to: Annotated[int, Field(ge=1)]


Command = (
    Begin | Advance | Finish | Choose | Volunteer | PutOff | Promise | Withdraw | Ask | Take | Announce | Walk
    | Invite | Sit | Write | Carry | Entrust | Prefer | Pact | Hear | Verify | CarteBlanche | Amend | Select
    | Adopt | Mark | Vote | Tally | ShowForecasts | PickAct | Sort | Tick | OwnPlacing | PassTo
    | Place | Confirm | KeepWord | Reopen | PlacePosture | Note | EditNote | WithdrawNote | FollowUp | Clock
    | People | TakeSeat | LeaveSeat | Undo
)  # fmt: skip
COMMANDS: tuple[str, ...] = tuple(model.model_fields["kind"].default for model in get_args(Command))
"""Every kind of command, in the order in which `legal` lists them."""


@cache
def _adapter() -> TypeAdapter[Command]:
    return TypeAdapter(Annotated[Command, Field(discriminator="kind")])


def from_json(text: str | bytes) -> Command:
    """A command from its journal form; raises ValueError on anything else."""
    data = json.loads(text)
    if isinstance(data, dict):
        data.pop("author", None)
    return _adapter().validate_json(json.dumps(data))


def author_in(text: str | bytes) -> Actor:
    """Who gave a command, from its journal form; ValueError on anything else."""
    data = json.loads(text)
    return Actor.read(str(data.get("author", ""))) if isinstance(data, dict) else FACILITATOR


def to_json(command: Command, by: Actor = FACILITATOR) -> str:
    """The journal form: compact JSON, defaults left out, `kind` always there, who gave it where it was not
    who leads."""
    data = command.model_dump(mode="json", exclude_defaults=True)
    whole = {"kind": command.kind, **data, **({"author": str(by)} if str(by) else {})}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
