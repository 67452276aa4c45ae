"""The record of a session: what happened, who promised what, what was decided, what was said.

Every text in it is set in one language, and cleaned of letters that would draw or run as something else than
themselves: each writer escapes for its own format what is left. Nothing here ranks anyone.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from engine.report.chairs import Chaired
from engine.report.cleaned import Frozen, Words
from engine.report.parts import PARTS
from engine.report.strips import Bridge, Seal, Seated, Strip
from engine.report.votes import Brought, Counted, Eligible, Outcome, Paper, Voices, Way

Percent = Annotated[int, Field(ge=0, le=100)]


class Gauge(Frozen):
    """One gauge of the neighbourhood."""

    title: Words
    start: int
    end: int
    common_good: bool
    """Whether this is the gauge of the common good."""


class DrawnThing(Frozen):
    """One thing of the drawing: what it shows ("project.jardin"), its name in the drawing's vocabulary, its
    state, and how much of it there is."""

    shows: str
    kind: str
    state: Literal["absent", "under_way", "standing", "lapsed"]
    level: Annotated[int, Field(ge=0, le=4)]


class Drawing(Frozen):
    """What the neighbourhood looked like. `light` is how lively the whole is."""

    when: Literal["start", "end"]
    setting: Literal["street", "river", "residence"]
    light: Annotated[int, Field(ge=0, le=4)]
    things: tuple[DrawnThing, ...]


class Round(Frozen):
    """One round that was played to its reveal."""

    round: int
    situation: Words
    """The title of what happened."""
    decided: Words
    """What the room answered to it and how it chose; "" where it was asked nothing."""
    completed: tuple[Words, ...]
    """The projects completed."""
    given_up: tuple[Words, ...] = ()
    """The projects whose time ran out; their tokens are lost."""
    trust: Percent
    """Mean mutual trust of the characters at its end."""
    commons_share: Percent | None
    """Share of the tokens in hand that went to projects which raise the common good; null without tokens."""
    kept: int
    """Promises kept, of those that held."""
    held: int
    """Promises that held: those whose condition was not met are left out."""


class Need(Frozen):
    """One need of the town, and what became of it."""

    round: int
    """In which round it was heard; 0: never."""
    at: Words
    """Where it was, as said in a sentence."""
    overheard: Words
    """All that could be read of it while it lay face down."""
    title: Words
    by: tuple[Words, ...]
    """Who came and listened."""
    said: Words
    """Who listened, or came in vain, in a sentence."""
    became: Literal["built", "lapsed", "open", "nothing", "unheard"]
    """Nothing: they asked for nothing; open: heard, and not completed."""
    word: Words
    """The same in words."""


class Occupied(Frozen):
    """A project that had hours in the week of the rooms."""

    title: Words
    hours: Words
    """Those hours, room by room."""
    since: int
    """The round in which it was completed."""
    until: int
    """The round in which it was put out of them; 0: it stands."""
    by: Words
    """What took its hours; "" where nothing did."""
    word: Words
    """What became of it, in words."""


class Hand(Frozen):
    """Who had what passes from hand to hand in a round, and where it went."""

    round: int
    what: Words
    who: Words
    to: Words
    said: Words
    """Where it went, and why, with what it brought or cost."""


class Group(Frozen):
    """One of the groups that live by themselves or by the help of others, as a round left it."""

    round: int
    """0: the start."""
    title: Words
    life: Annotated[int, Field(ge=0, le=4)]
    """How many come; 0: it sleeps."""
    autonomy: Annotated[int, Field(ge=0, le=4)]
    """What they do without help."""
    help: Literal["", "helped", "asked", "vain"]
    """Nobody went; somebody came; came because it had asked; it had asked, and nobody came."""
    by: tuple[Words, ...]
    """Who came."""
    said: Words
    """What the round did to it, in a sentence; "" for nothing."""


class Awake(Frozen):
    """How many groups were awake after a round."""

    round: int
    """0: the start."""
    awake: int
    all: int
    autonomy: int
    """Theirs together."""
    said: Words
    """The same in words, with what it counts in the common good."""


class Site(Frozen):
    """Works whose hoarding went up: they hurt until it comes down."""

    title: Words
    ground: Words
    """What they take of the ground."""
    phases: int
    """In how many phases they are built."""
    up: int
    """The round in which the hoarding went up."""
    on: tuple[int, ...]
    """The later rounds in which a phase was paid that is not the last."""
    stalled: tuple[int, ...]
    """The rounds in which none was."""
    down: int
    """The round in which it came down, and the project was complete; 0: it stands."""
    left: int
    """Phases that are still to be paid."""
    by: tuple[Words, ...]
    """Who gave to any phase."""
    word: Words
    """What became of them, in words."""


class Hoardings(Frozen):
    """The hoardings that stood after a round."""

    round: int
    standing: int
    said: Words
    """How many, and what they did to the gauges in that round, in words."""
    moved: tuple[Words, ...]
    """What the round did to works, in sentences."""


class Ground(Frozen):
    """A part of the ground, as a round left it."""

    round: int
    """0: the start."""
    title: Words
    state: Literal["old", "site", "new"]
    """As it was; behind a hoarding; made new."""
    project: Words
    """What took it; "" while it is old."""
    left: int
    """Phases to go of what stands on it."""
    said: Words
    """The same in words."""


class Nuisance(Frozen):
    """What all hoardings together did to a gauge, or brought or cost somebody, over the session."""

    whose: Literal["gauge", "person"]
    name: Words
    points: float


class Promise(Frozen):
    """One public promise and what became of it."""

    round: int
    who: Words
    tokens: Words
    """What was promised: "2 moyens"."""
    toward: Words
    """Where to, and on what condition."""
    to: tuple[Words, ...]
    """Who had asked for it, or gives something in return; none: it was promised to the whole room."""
    fact: Literal["kept", "part", "broken", "void", "gift"]
    """Void: its condition was not met; gift: it was not, and the tokens came all the same."""
    word: Words
    """The same in words."""


class Pact(Frozen):
    """One pact between two, opened at the reveal."""

    round: int
    between: Words
    terms: Words
    word: Words
    """What became of it, in words."""


class Placing(Frozen):
    """Where people placed themselves between je (1) and nous (7)."""

    step: Annotated[int, Field(ge=1, le=7)]
    before: int
    """How many, at the beginning."""
    after: int
    """How many, at the end."""


class Opinion(Frozen):
    """One thing that the room answered."""

    stands: Literal["unites", "divides", "leans", "few", "foresaw"]
    """Where the room stands: agreed, split, leaning without agreement, too few answers to tell, or agreed on
    what would become of a promise."""
    kind: Literal["forecast", "verdict", "statement"]
    text: Words
    yes: int
    no: int
    unsure: int
    said: Words
    """Where the room stands, in words."""


class Participation(Frozen):
    """What one round announced of how far people take part, and what observers saw."""

    round: int
    announced: Words
    """Each project completed, with what its card announced."""
    residents: Words
    """What the residents lived, as their observers saw it; "" where nobody watched them."""
    residents_observers: int
    others: Words
    """What all the others lived."""
    others_observers: int


class Person(Frozen):
    """One character, and what it did of its promises. Gains and goals of two characters do not compare."""

    name: Words
    role: Words
    played_by: Literal["people", "game"]
    kept: int
    part: int
    broken: int
    void: int
    gifts: int
    """Tokens given beyond what was promised."""
    wanted: Words
    """What it wanted to save; "" before the end of the session."""
    reached: bool | None
    """Whether it reached its goal; null before the end of the session."""
    remembers: Words
    """What a character played by the game remembers, as it says it."""


class Place(Frozen):
    """Where one character stood on the map after a round; round 0 is the start."""

    round: int
    who: Words
    synergy: float
    antagonism: float
    word: Words
    """The name of that place on the map."""


class Said(Frozen):
    """Words as they were said, last wording; those withdrawn are nowhere."""

    text: Words
    speaker: Words
    """The name that their author chose, or ""."""
    tag: Words
    round: int
    date: str
    """The day on which they were noted, as 2026-05-12."""
    due: Words = ""
    """Until when somebody commits themself, in their own words, or ""."""


class FollowUp(Frozen):
    """One commitment taken up again later, as its author tells it: a fact, never a verdict."""

    text: Words
    speaker: Words
    """The name that its author chose, or ""."""
    date: str
    """The day on which it was made, as 2026-05-12."""
    due: Words
    """Until when, in its author's words, or ""."""
    became: Literal["kept", "going", "not-kept"] | None
    """Null: nobody has said yet."""
    word: Words
    """The same in words."""
    happened: Words
    """What happened, in a line of its author's, or ""."""
    checked: str
    """The day on which its author said so, as 2026-05-12, or ""."""


class WhatIf(Frozen):
    """What became of an evening played on with one choice changed, out of a hundred."""

    text: Words
    """The choice, as a question."""
    better: Percent
    same: Percent
    worse: Percent
    played: int
    """How many times the rest was played, with the same dice."""


class Record(Frozen):
    """The record of one session. A part that was left out is empty, and named in `left_out`."""

    format: Literal[1] = 1
    """Raised where a field changes its meaning or goes."""
    language: Literal["fr", "en"]
    title: Words
    """The scenario's."""
    date: str
    """The day on which the session began, as 2026-05-12."""
    duration: str
    """How it was played: "45", "90", "150" minutes, or "training"."""
    participants: int
    over: bool
    """Whether the session had come to its end; before, it has no words and no secrets."""
    left_out: tuple[str, ...] = ()
    story: tuple[Words, ...] = ()
    """The session in sentences."""
    ending: Words = ""
    """The title of its ending."""
    gauges: tuple[Gauge, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    """The neighbourhood at the start, then as it stands at the end; they go with the gauges."""
    rounds: tuple[Round, ...] = ()
    needs: tuple[Need, ...] = ()
    """What was heard in a town of several places, and, once the session is over, what was not."""
    week: tuple[Occupied, ...] = ()
    """What had hours in the week of the rooms, in the order in which it took them."""
    hands: tuple[Hand, ...] = ()
    """Through whose hands the one object passed, round by round; they go with the week."""
    groups: tuple[Group, ...] = ()
    """How each group stood at the start and after each round."""
    awake: tuple[Awake, ...] = ()
    """How many of them were awake; they go with the groups."""
    sites: tuple[Site, ...] = ()
    """Every works whose hoarding went up, in that order."""
    hoardings: tuple[Hoardings, ...] = ()
    """How many stood, round by round; they go with the sites, as do the ground and what it all cost."""
    grounds: tuple[Ground, ...] = ()
    """How each part of the ground was at the start and after each round."""
    nuisance: tuple[Nuisance, ...] = ()
    """What hoardings cost each gauge, and, once the session is over, each person."""
    corners: tuple[Seated, ...] = ()
    """Who sat in which corner, round by round."""
    strips: tuple[Strip, ...] = ()
    """What each corner wrote, and what became of it; they go with the corners, as do seals and bridges."""
    seals: tuple[Seal, ...] = ()
    """What was recognised where it was read."""
    bridges: tuple[Bridge, ...] = ()
    """How far each project that joins two corners came."""
    agenda: tuple[Chaired, ...] = ()
    """Who chaired each round that had no time for all, and what waited."""
    ballot: tuple[Way, ...] = ()
    """How votes could be counted, and how the room chose; what follows goes with it."""
    voices: tuple[Voices, ...] = ()
    """How many of each public would vote at the start and after each round."""
    catalogue: tuple[Eligible, ...] = ()
    """The ideas that could be voted on."""
    papers: tuple[Paper, ...] = ()
    """Every ballot, once they were counted."""
    counts: tuple[Counted, ...] = ()
    """Idea by idea, the count that was held and, once the session is over, those by the other ways."""
    outcomes: tuple[Outcome, ...] = ()
    """What each of these came to."""
    brought: tuple[Brought, ...] = ()
    """What all that was funded brought each person, once the session is over."""
    promises: tuple[Promise, ...] = ()
    pacts: tuple[Pact, ...] = ()
    trust_at_start: Percent | None = None
    placings: tuple[Placing, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    participation: tuple[Participation, ...] = ()
    people: tuple[Person, ...] = ()
    maps: tuple[Place, ...] = ()
    what_if: tuple[WhatIf, ...] = ()
    """The change that was computed in front of the room, where one was."""
    missing: tuple[Said, ...] = ()
    """Who was missing."""
    words: tuple[Said, ...] = ()
    takeaways: tuple[Said, ...] = ()
    commitments: tuple[Said, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    """Every commitment, once the session was taken up again and one of them told further."""


_SAID = ("missing", "words", "takeaways", "commitments", "followups")
_BESIDE: Mapping[str, Mapping[str, object]] = {
    "story": {"ending": ""}, "gauges": {"drawings": ()}, "rounds": {"trust_at_start": None},
    "week": {"hands": ()}, "groups": {"awake": ()},
    "sites": {"hoardings": (), "grounds": (), "nuisance": ()},
    "corners": {"strips": (), "seals": (), "bridges": ()}, "commitments": {"followups": ()},
    "ballot": dict.fromkeys(("voices", "catalogue", "papers", "counts", "outcomes", "brought"), ()),
}  # fmt: skip
"""Fields that go with a part."""


def without(record: Record, parts: frozenset[str]) -> Record:
    """The record with those parts left out; KeyError for one that there is not."""
    unknown = parts - set(PARTS)
    if unknown:
        raise KeyError(*sorted(unknown))
    gone: dict[str, object] = {"left_out": tuple(part for part in PARTS if part in parts)}
    for part in parts - {"names"}:
        gone |= {part: ()} | dict(_BESIDE.get(part, {}))
    if "people" in parts and "sites" not in parts:  # what works cost each is about them too
        gone["nuisance"] = tuple(one for one in record.nuisance if one.whose == "gauge")
    if "people" in parts and "ballot" not in parts:  # ballots stay, and nobody signs them
        gone["papers"] = tuple(
            one.model_copy(update={"name": ""}) if one.whose == "person" else one for one in record.papers
        )
        gone["brought"] = ()
    if "names" in parts:
        for part in _SAID:
            kept = () if part in gone else getattr(record, part)
            gone[part] = tuple(said.model_copy(update={"speaker": ""}) for said in kept)
    return record.model_copy(update=gone)
