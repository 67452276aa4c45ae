"""A session that plays itself: simulated people, voters too, drive it through legal commands only.

    >>> from engine.content import library
    >>> scenario = library.load("le-rez-de-chaussee").scenario
    >>> command, room = list(play(scenario, seed=7))[-1]
    >>> room.phase.kind, room.mode
    ('bilan', 'demo')

The same seed gives the same session, times included. People follow one character each: they forecast with
its trust, and judge an act by whether it raised what that character holds dear.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from engine.content.model import KINDS, Duration, Scenario, Tokens
from engine.dice import VOTERS, Dice
from engine.fixed import ONE, Ints
from engine.play.commands import (
    Adopt,
    Advance,
    Announce,
    Answer,
    Ask,
    Begin,
    Carry,
    Choose,
    Command,
    Hear,
    Invite,
    KeepWord,
    Mark,
    OwnPlacing,
    Promise,
    PutOff,
    Seat,
    Tick,
    Volunteer,
    Vote,
    Write,
)
from engine.play.game import Game
from engine.play.legal import Legal
from engine.play.phases.agenda import one_too_many
from engine.play.phases.strips import strip_of
from engine.play.votes import corner_asked, questions
from engine.rules import state as states
from engine.rules import values, voters
from engine.rules.agenda import chair_by_oneself
from engine.rules.ballot import mark_as_written
from engine.rules.corners import DISOWNED, IN_PART, RECOGNISED, best_reader, verdict_of
from engine.rules.promising import spare
from engine.rules.room_choice import favourite
from engine.rules.values import sigma
from engine.session.session import Session
from engine.view.types import ROOM, Audience, View

START: Final = 1_767_621_600.0
"""When a demonstration says that it began: 5 January 2026, 14:00 UTC."""
PEOPLE: Final = 16
_ANSWERS: Final[tuple[Answer, ...]] = ("no", "yes", "unsure")
_VERDICTS: Final = {RECOGNISED: voters.YES, IN_PART: voters.UNSURE, DISOWNED: voters.NO}
_PLACES: Final = 8  # words of chance of one voter in a round
_ASKS: Final = 2  # requests made in one negotiation
_HEARD_FROM: Final = 2  # the round from which somebody is heard: words have been kept or broken by then


class Time:
    """A clock that goes on with the session and not with the day."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now


def session(scenario: Scenario, seed: int, duration: Duration = "45", path: Path | None = None) -> Session:
    """The session of a demonstration, not yet played; kept in a new file where a path is given."""
    return Session.create(scenario, begin(scenario, duration), seed, path, Time())


def begin(scenario: Scenario, duration: Duration) -> Begin:
    """How a demonstration begins: everybody simulated, and a room of simulated people."""
    seats: dict[str, Seat] = {member.character: "simulated" for member in scenario.cast}
    return Begin(duration=duration, mode="demo", seats=seats, participants=PEOPLE)


def play(
    scenario: Scenario,
    seed: int,
    duration: Duration | None = None,
    path: Path | None = None,
    language: Literal["fr", "en"] | None = None,
    audience: Audience = ROOM,
) -> Iterator[tuple[Command, View]]:
    """Every command of a demonstration with what an audience sees after it, the first of which is Begin.

    The duration is the scenario's shortest unless one is asked for.
    """
    whole = session(scenario, seed, duration or scenario.durations[0], path)
    try:
        yield whole.commands[0], whole.view(audience, language)
        for command in moves(whole):
            yield command, whole.view(audience, language)
    finally:
        whole.close()


def moves(whole: Session, voters: bool = True) -> Iterator[Command]:
    """Play a session to its Bilan, from wherever it stands: each command just done, in order.

    Simulated people also hold the held characters, if there are any: they promise what they can and keep
    their word. Without `voters` nobody votes nor ticks, which is most of the time a session takes.
    """
    while True:
        here = _where(whole.game)
        for command in _in_phase(whole.game, whole.legal()):
            if not voters and isinstance(command, Vote | Tick):
                continue
            _pass_time(whole, 0 if isinstance(command, Vote | Tick) else 4)
            whole.do(command)
            yield command
        if _where(whole.game) != here:
            continue
        may = {option.kind: option for option in whole.legal()}
        late = "hear" in may and whole.game.state.round >= _HEARD_FROM
        hearing = _hearing(whole.game, may["hear"]) if late else None  # of the tokens that requests left
        if hearing is None and "advance" not in may:
            return
        _pass_time(whole, 4 if hearing else None)
        onward = hearing or Advance()
        whole.do(onward)
        yield onward


def _where(game: Game) -> tuple[int, str, str]:
    return len(game.table.rounds), game.table.phase, game.table.step


def _pass_time(whole: Session, seconds: int | None) -> None:
    """Let a simulated clock go on, up to the end of the phase where no time is given."""
    clock = whole.clock
    if isinstance(clock, Time):
        ends = whole.game.table.clock.ends
        clock.now = max(clock.now + 1, ends or 0.0) if seconds is None else clock.now + seconds


def _in_phase(game: Game, legal: tuple[Legal, ...]) -> Iterator[Command]:
    """What people do in this step, before going on. Each command is legal when its turn comes."""
    allowed = {option.kind: option for option in legal}
    if game.table.phase in ("welcome", "bilan"):
        yield _own_placing(game, "after" if game.over else "before")
    if "choose" in allowed:
        yield _room_choice(game, allowed["choose"])
    yield from _agenda(game, allowed)
    yield from _invitations(game, allowed)
    if "promise" in allowed or "ask" in allowed:
        yield from _promises(game, allowed)
        if "announce" in allowed and not game.alone:  # alone, the first word has made them
            yield Announce()
        yield from _requests(game, allowed)
    yield from _strips(game, allowed)
    yield from _ballots(game, allowed)
    if game.table.phase == "choice":
        for who in game.held:
            if who not in game.table.confirmed:
                yield KeepWord(who=who)
    if "vote" in allowed:
        yield from _votes(game)
    if game.table.step == "map":
        yield from _ticks(game)


def _agenda(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """Held characters volunteer, and the one in the chair puts off what the game would in their place."""
    for who in allowed["volunteer"].who if "volunteer" in allowed else ():
        if who not in game.playing.volunteers:
            yield Volunteer(who=who)
    if "put-off" in allowed and one_too_many(game):
        state = states.copy(game.state)
        chair_by_oneself(game.board, state, game.names.character(game.playing.chaired))
        for project in game.on_agenda:
            if state.put_off[game.names.project(project)]:
                yield PutOff(project=project)


def _strips(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """Held corners write what their card has, and a held scribe reads it word for word in the next corner."""
    for corner in game.corners if game.table.phase == "strips" else ():
        strip = strip_of(game, corner.id)
        if "write" in allowed and corner.id in allowed["write"].ids and not strip.text:
            line = corner.says[(game.playing.number - 1) % len(corner.says)]
            yield Write(corner=corner.id, text=line.text.fr)
        if "carry" in allowed and not strip.to:
            there = game.corners[best_reader(game.board, game.state, game.corner(corner.id))]
            yield Carry(corner=corner.id, to=there.id)


def _ballots(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """Hands are counted for a way of counting; held characters mark the ballot that they would if the game
    played them."""
    if "adopt" in allowed and (game.table.adopted is None or not game.table.adopted.method):
        ways = allowed["adopt"].ids
        chosen = ways[int(game.state.method[0]) % len(ways)]
        yield Adopt(counts={way: 1 + (way == chosen) * _people(game) for way in ways})
    if "mark" not in allowed:
        return
    state = states.copy(game.state)
    for who in allowed["mark"].who:
        if who not in game.playing.papers:
            i = game.names.character(who)
            mark_as_written(game.board, state, i)
            places = {id_: game.names.project(id_) for id_ in allowed["mark"].projects}
            yield Mark(who=who, grades={id_: int(state.paper[i, p]) - 1 for id_, p in places.items()})


def _invitations(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """Held corners each invite a guest whom nobody has invited, and who has not promised anything yet."""
    if "invite" not in allowed:
        return
    bound = {record.who for record in game.playing.promises}
    free = [who for who in allowed["invite"].who if not game.inviting(who) and who not in bound]
    for corner in allowed["invite"].ids:
        if free and int(game.state.asked_by[game.corner(corner)]) < 0:
            yield Invite(corner=corner, guest=free.pop(0))


def _room_choice(game: Game, legal: Legal) -> Choose:
    """Hands are counted: each votes as the character that it follows would. Level answers are told apart by
    whoever leads, who raises a hand for the first."""
    counts = dict.fromkeys(legal.ids, 0)
    for voter in range(_people(game)):
        option = favourite(game.board, game.state, game.opening, voter % game.board.n)
        counts[game.names.options[option].partition("/")[2]] += 1
    method = next((m for m in legal.methods if m in ("show-of-hands", "approval")), None)
    if method is None:
        return Choose(method="draw")
    first = max(counts, key=lambda option: counts[option])
    counts[first] += list(counts.values()).count(counts[first]) > 1
    return Choose(method=method, counts={option: (n,) for option, n in counts.items()})


def _own_placing(game: Game, when: Literal["before", "after"]) -> OwnPlacing:
    """From je (1) to nous (7), as far as the character that one follows is for the transformation."""
    counts = [0] * 7
    for voter in range(_people(game)):
        counts[min(6, int(sigma(game.state, voter % game.board.n)) * 7 // ONE)] += 1
    return OwnPlacing.model_validate({"when": when, "counts": counts})


def _people(game: Game) -> int:
    return game.begin.participants or PEOPLE


def _promises(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """Each held character promises all it has of use to the project that lacks the most of it."""
    if "promise" not in allowed:
        return
    promised = {p.who for p in game.playing.promises}
    for who, free in allowed["promise"].limits:
        best = max(
            ((p, tuple(min(a, b) for a, b in zip(free, game.lack(p), strict=True))) for p in game.needing),
            key=lambda pair: sum(pair[1]),
            default=("", (0, 0, 0)),
        )
        if sum(best[1]) and who not in promised:
            tokens = Tokens(time=best[1][0], means=best[1][1], backing=best[1][2])
            yield Promise(who=who, project=best[0], tokens=tokens)


def _requests(game: Game, allowed: dict[str, Legal]) -> Iterator[Command]:
    """The first who promised ask, for what nobody has promised yet to their project, whoever could give most
    of it: of tokens that they have not promised, otherwise of those that they promised elsewhere."""
    if "ask" not in allowed or game.playing.answers:
        return
    legal, projects, people = allowed["ask"], set[str](), set[str]()
    for promise in game.playing.promises:
        if len(projects) == _ASKS or promise.project in projects or promise.who not in legal.who:
            continue
        others = [
            (useful, who)
            for who in legal.ids
            if promise.project in legal.projects
            and who not in people
            and f"{promise.who}/{who}/{promise.project}" not in legal.barred
            and max(useful := _of_use(game, who, promise.project))
        ]
        if others:
            asked = max(others, key=lambda pair: pair[0])[1]
            projects.add(promise.project)
            people.add(asked)
            yield Ask(asker=promise.who, asked=asked, project=promise.project)


def _of_use(game: Game, who: str, project: str) -> tuple[int, int]:
    """Tokens of somebody that a project still wants, within their reach: those not promised, and all."""
    i, p = game.names.character(who), game.names.project(project)
    lacks = [values.unpromised(game.state, i, p, kind) for kind in range(len(KINDS))]
    return (
        sum(spare(game.state, i, p, kind) for kind in range(len(KINDS))),
        sum(min(values.hand(game.state, i, p, kind), lack) for kind, lack in enumerate(lacks)),
    )


def _hearing(game: Game, legal: Legal) -> Hear | None:
    """One of those trusted less than most who may be heard, drawn; asked by whom they trust most, of those
    whose tokens of backing are not all owed in a pact. None where nobody has one left."""
    trust, names = game.state.trust, game.names
    backing = KINDS.index("backing")
    askers = [who for who in legal.who if values.free(game.state, names.character(who), backing) > 0]
    heard = [who for who in legal.ids if any(_may_hear(legal, asker, who) for asker in askers)]
    if not heard:
        return None
    trusted = {who: int(trust[:, names.character(who)].sum()) for who in heard}
    doubted = [who for who in heard if trusted[who] * len(heard) <= sum(trusted.values())]
    chosen = doubted[int(_words(game)[0]) % len(doubted)]
    able = [asker for asker in askers if _may_hear(legal, asker, chosen)]
    return Hear(
        asker=max(able, key=lambda who: int(trust[names.character(chosen), names.character(who)])),
        heard=chosen,
    )


def _may_hear(legal: Legal, asker: str, heard: str) -> bool:
    return f"{asker}/{heard}" not in legal.barred


def _words(game: Game) -> Ints:
    """The voters' own dice for this round."""
    dice = Dice(game.seed, VOTERS, _people(game) * _PLACES, game.board.rounds)
    return dice.block(0, game.state.round, game.table.draw)


def _votes(game: Game) -> Iterator[Command]:
    words = _words(game)
    for place, question in enumerate(questions(game)):
        kind, _, rest = question.partition(":")
        if kind == "statement" and game.table.step != "talk":
            continue  # people answer it once, after having talked
        offset = {
            "forecast": place,
            "verdict": 3 + rest.endswith(":2"),
            "statement": 5,
            "hearing": 7,
            "fidelity": place,
        }.get(kind, 6)
        for voter in range(_people(game)):
            follows = voter % game.board.n
            word = int(words[voter * _PLACES + offset])
            answer = _ANSWERS[_opinion(game, kind, rest, follows, word)]
            if not _own(game, kind, rest, voter):
                yield Vote(question=question, voter=voter + 1, answer=answer)


def _own(game: Game, kind: str, promise: str, voter: int) -> bool:
    """Whether a question is about this very voter, or what they promised."""
    if kind == "fidelity":
        who = corner_asked(game, f"{kind}:{promise}")
        return who not in game.held or game.held.index(who) != voter
    if kind == "hearing":
        who = game.playing.hearing.heard if game.playing.hearing else ""
    elif kind == "forecast":
        who = next(p.who for p in game.playing.promises if p.id == promise)
    else:
        return False
    return who in game.held and game.held.index(who) == voter


def _opinion(game: Game, kind: str, rest: str, follows: int, word: int) -> int:
    names = game.names
    if kind == "forecast":
        promise = next(p for p in game.playing.promises if p.id == rest)
        return voters.forecast(game.state, follows, names.character(promise.who), word)
    if kind == "hearing" and game.playing.hearing is not None:
        record = game.playing.hearing
        frank = -1 if record.frank is None else int(record.frank)
        return voters.answered(game.state, follows, names.character(record.heard), frank, word)
    if kind == "fidelity":
        return _VERDICTS[verdict_of(game.board, game.state, int(rest.partition(".")[2]) - 1)]
    if kind != "verdict":
        return voters.statement(game.state, follows, word)
    act = next(a for a in game.playing.acts if a.id == game.playing.picked)
    what = (names.character(act.who), names.project(act.project) if act.project else -1)
    return voters.verdict(game.board, game.state, game.records[-1], follows, what, word)


def _ticks(game: Game) -> Iterator[Command]:
    """Those who follow a character say what happened to it: told, asked, heard, decided."""
    record, asked = game.playing, {a.asked for a in game.playing.answers}
    for i, who in enumerate(game.names.characters):
        watching = (_people(game) - i - 1) // game.board.n + 1
        promised = any(p.who == who for p in record.promises)
        gave = bool(record.given.get(who))
        built = bool(game.records[-1].builders[i].any())
        shares = (1, int(who in asked), int(promised), int(gave and built))
        told, was_asked, heard, decided = (watching * share for share in shares)
        yield Tick(who=who, told=told, asked=was_asked, heard=heard, decided=decided)
