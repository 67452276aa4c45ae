"""The one place where secrets are removed: what an audience may not see is gone from what views are made of.

Everyone sees tokens, projects, promises and what has been revealed, presuppositions that fell among it. The
holder and the console see stakes, goal and presuppositions. Nobody sees a choice before the reveal, its own
holder excepted, nor a forecast before it is shown (how many came in is no secret), nor the seed that chance
comes from. Words collected are the console's, but around one computer, where all write on the screen that all
see. At the Bilan everyone's goal and gain are laid open, as *quartier × moi*. What is in a pact is its two
holders' and the console's until the reveal; a ballot its own holder's; a mandate its holder's and the
console's until it is decided. Of a need that lies face down all know what is overheard, and nobody what it is
before the Bilan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.content.model import Belief, CastMember, Scenario, Text
from engine.fixed import ONE, Ints
from engine.play import procedure
from engine.play.game import Game
from engine.play.legal import Legal
from engine.play.rule import changed
from engine.play.table import NOTHING, Ballot, PactRecord, PactRefusal, RoundRecord, Trio
from engine.play.votes import corner_asked, expected, next_voter, questions
from engine.rules.board import weighed
from engine.rules.state import State
from engine.rules.trusting import mutual_trust
from engine.telling.places import lying
from engine.telling.reader import Reader
from engine.view.types import Audience

_HIDDEN = Text(fr="·")


@dataclass(frozen=True, slots=True)
class Seen:
    """A game as one audience may know it. `secrets` holds the cast members whose secrets may be read;
    `received` how many answers each question has, shown or not; `voters` who may answer those of now next;
    `lying` the sentence overheard about the need that lies face down in each place; `unheard` which needs
    they are, known at the Bilan alone; `mine` the placing of the one who looks."""

    audience: Audience
    game: Game
    secrets: Mapping[str, CastMember]
    received: Mapping[str, int]
    voters: Mapping[str, int | None]
    mutual_trust: int
    legal: tuple[Legal, ...]
    lying: Mapping[str, Text]
    unheard: tuple[str, ...]
    mine: Mapping[str, Trio] | None
    left: Trio | None
    reader: Reader

    def read(self, text: Text) -> str:
        """A content's text as this audience reads it."""
        return self.reader.read(text)

    @property
    def console(self) -> bool:
        return self.audience.backstage


def veil(game: Game, audience: Audience, reader: Reader, read_only: bool = False) -> Seen:
    """What an audience may know of a game; everything else is gone from it."""
    secrets = {m.character: m for m in game.scenario.cast if _may_know(game, audience, m.character)}
    mine, left = _mine(game, audience)
    return Seen(
        audience=audience,
        game=_veiled(game, audience),
        secrets={who: member for who, member in secrets.items() if who in game.names.characters},
        received={question: ballot.received() for question, ballot in game.table.ballots.items()},
        voters={question: next_voter(game, question) for question in questions(game)},
        mutual_trust=(int(mutual_trust(game.state)) * 100 + ONE // 2) // ONE,
        lying=lying(game),
        unheard=tuple(game.names.projects[need] for need in game.state.under if need >= 0 and game.over),
        legal=() if read_only else _legal(game, audience),
        mine=mine,
        left=left,
        reader=reader,
    )


def _may_know(game: Game, audience: Audience, who: str) -> bool:
    """Whether an audience knows a character's stakes, goal and beliefs. Who trains alone has the console at
    hand, and plays against the others: theirs wait for the Bilan."""
    if audience.every_sheet:
        return not game.alone or game.table.phase == "bilan" or who in game.held
    return audience.character == who


def _mine(game: Game, audience: Audience) -> tuple[Mapping[str, Trio] | None, Trio | None]:
    """A holder's own tokens while the choice is being made."""
    who = audience.character
    if who is None or who not in game.held or game.table.phase != "choice":
        return None, None
    return game.placed(who), game.left(who)


def _veiled(game: Game, audience: Audience) -> Game:
    known = np.array([_may_know(game, audience, who) for who in game.names.characters])
    goals = game.board.goal if game.table.phase == "bilan" else np.where(known, game.board.goal, 0)
    totals = game.state.total if game.table.phase == "bilan" else np.where(known, game.state.total, 0)
    hidden = ~known
    board = weighed(
        game.board._replace(
            goal=goals,
            stakes=_without(game.board.stakes, hidden),
            mandates=_without(game.board.mandates, _without_mandate(game, audience)),
            believes=_without(game.board.believes, hidden),
        )
    )
    state = game.state._replace(
        total=totals,
        gain=np.where(known, game.state.gain, 0),
        believes=_without(game.state.believes, hidden),
        held_back=np.zeros_like(game.state.held_back),
        deck=np.zeros_like(game.state.deck),
        situations=np.zeros_like(game.state.situations),
        under=np.full_like(game.state.under, -1),
        method=game.state.method * bool(game.table.adopted and game.table.adopted.method),
    )
    state = _unsigned(game, state, audience)
    shown = {f"forecast:{p}" for record in game.table.rounds if record.shown for p in record.selected}
    ballots: dict[str, Ballot] = {
        question: ballot
        for question, ballot in game.table.ballots.items()
        if question in shown or (not question.startswith("forecast:") and _closed(game, question))
    }
    game = changed(
        game,
        placing={},
        ballots=ballots,
        notes=game.table.notes if audience.backstage or game.alone else (),
        draw=0,
        rounds=_rounds(game, audience),
    )
    records = tuple(
        record._replace(
            gain=np.where(known, record.gain, 0),
            worth=_without(record.worth, hidden),
            elected=np.where(known, record.elected, 0) if len(record.elected) else record.elected,
            swayed=np.where(known, record.swayed, 0) if len(record.swayed) else record.swayed,
        )
        for record in game.records
    )
    scenario = _scenario(game, audience)
    return replace(game, seed=0, board=board, state=state, records=records, scenario=scenario)


def _knows(game: Game, audience: Audience, pact: PactRecord | PactRefusal) -> bool:
    """Whether an audience knows what two said in private."""
    two = {pact.who, pact.other}
    if audience.every_sheet:
        return not game.alone or bool(two & set(game.held))
    return audience.character in two


def _rounds(game: Game, audience: Audience) -> tuple[RoundRecord, ...]:
    """The rounds, without what is in the pacts that this audience may not read yet, nor who refused one, nor
    the ballots that were not counted."""
    if len(game.records) == len(game.table.rounds):
        return game.table.rounds
    now = game.playing
    papers = {who: paper if who == audience.character else {} for who, paper in now.papers.items()}
    now = replace(now, papers=papers)
    if not game.deciding:
        return (*game.table.rounds[:-1], now)
    sealed = tuple(
        pact
        if _knows(game, audience, pact)
        else replace(pact, project="", tokens=NOTHING, other_project="", other_tokens=NOTHING)
        for pact in now.pacts
    )
    refused = tuple(one for one in now.pacts_refused if _knows(game, audience, one))
    return (*game.table.rounds[:-1], replace(now, pacts=sealed, pacts_refused=refused))


def _unsigned(game: Game, state: State, audience: Audience) -> State:
    """The state without what is in such pacts."""
    if not game.deciding or not game.board.pacts:
        return state
    known = {w for pact in game.playing.pacts if _knows(game, audience, pact) for w in (pact.who, pact.other)}
    hidden = np.array([who not in known for who in game.names.characters])
    return state._replace(
        pact=_without(state.pact, hidden), pact_project=np.where(hidden, -1, state.pact_project)
    )


def _without_mandate(game: Game, audience: Audience) -> NDArray[np.bool_]:
    """For each row of the board's mandates, whether it is hidden."""
    rows = len(game.board.mandates)
    return np.array([not _knows_mandate(game, audience, who) for who in game.names.characters[:rows]], bool)


def _knows_mandate(game: Game, audience: Audience, who: str) -> bool:
    """Whether an audience knows what somebody was asked: all do once it is decided, and at the end."""
    if game.over or _may_know(game, audience, who):
        return True
    here = who in game.names.characters and len(game.state.mandate)
    return bool(here and game.state.mandate[game.names.character(who)])


def _closed(game: Game, question: str) -> bool:
    """Whether the count of a vote may be seen. Until then it would push those who have not
    answered: it is seen once its step is over, all answers are in, or the room or every table was counted."""
    if question not in questions(game):
        return True
    ballot = game.table.ballots[question]
    counted = {name for name, *_ in ballot.tallies}
    speaker = corner_asked(game, question)
    if speaker:  # one table answers it, before all
        whole = ballot.received() >= max(expected(game, question), 1)
        return whole or not counted.isdisjoint(("", game.table_of(speaker)))
    if "" in counted or (game.begin.tables and counted >= set(game.begin.tables)):
        return True
    return 0 < game.begin.participants <= ballot.received()


def _without(values: Ints, hidden: NDArray[np.bool_]) -> Ints:
    """The rows of those who are hidden, emptied."""
    return np.where(hidden[:, None], 0, values)


def _scenario(game: Game, audience: Audience) -> Scenario:
    empty = {"stakes": {}, "secret": _HIDDEN, "goal": 0.0}
    cast = tuple(
        member
        if _may_know(game, audience, member.character)
        else member.model_copy(update={**empty, "believes": _fallen(game, member)})
        for member in game.scenario.cast
    )
    mandates = {
        who: mandate for who, mandate in game.scenario.mandates.items() if _knows_mandate(game, audience, who)
    }
    return game.scenario.model_copy(update={"cast": cast, "mandates": mandates})


def _fallen(game: Game, member: CastMember) -> tuple[Belief, ...]:
    """What somebody no longer believes, as a reveal has told: it is no secret any more. One that an heir
    holds again is."""
    here = game.names.characters
    if member.character not in here:
        return ()
    who = here.index(member.character)
    return tuple(
        belief
        for belief in member.believes
        if belief.about in here
        and not game.state.believes[who, here.index(belief.about)]
        and any(record.lifted[who, here.index(belief.about)] for record in game.records)
    )


def may_tell(now: Game, then: Game, kind: str, revealed: bool) -> bool:
    """Whether the command of a kind that led to `then` may be told of now.

    While choices are secret, how many tokens were moved would tell who keeps everything: nothing that
    was done in this choice is told. What was done in a choice that was given up, `revealed` says that it was
    not, is told never.
    """
    if procedure.RULES[kind].secret and not revealed:
        return False
    if not (now.in_secret and then.in_secret):
        return True
    here = len(now.table.rounds) == len(then.table.rounds)
    return not here or then.table.number == then.table.since


def _legal(game: Game, audience: Audience) -> tuple[Legal, ...]:
    """What may be done from what an audience sees."""
    if audience.actor is None:
        return ()
    bounded = (_bounded(game, legal, audience) for legal in procedure.legal(game, audience.actor))
    return tuple(legal for legal in bounded if not (audience.mirrored and legal.kind == "pass-to"))


def _bounded(game: Game, legal: Legal, audience: Audience) -> Legal:
    """Bounds without what they would tell: how many tokens somebody has left in secret, and where."""
    if legal.kind == "undo":
        last = game.table.since if game.in_secret else legal.most
        return replace(legal, most=min(legal.most, last))
    if legal.kind == "pass-to" and audience.elsewhere and game.table.passed_to is not None:
        return replace(legal, who=())
    if legal.kind != "place":
        return legal
    me = audience.character
    if me is None:
        return replace(legal, limits=(), ids=(), holds=())
    who = tuple(one for one in legal.who if one == me)
    limits = tuple(limit for limit in legal.limits if limit[0] == me)
    ids = tuple(id_ for id_ in legal.ids if id_.startswith(f"{me}/"))
    holds = tuple(hold for hold in legal.holds if hold[0].startswith(f"{me}/"))
    return replace(legal, who=who, limits=limits, ids=ids, holds=holds)
