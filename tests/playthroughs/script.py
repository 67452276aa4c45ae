"""A facilitated session and a training, played by rote: every kind of command, as on a real evening.

Nothing here is drawn by lot. Whatever the scenario, the first held character promises on a condition and
keeps its word, the second takes half of a promise back, the third gives elsewhere, the last lets the bell
decide.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from engine.content.model import KINDS, Scenario, Tokens
from engine.demo import Time
from engine.play.commands import (
    Adopt,
    Advance,
    Amend,
    Announce,
    Ask,
    Begin,
    Carry,
    CarteBlanche,
    Choose,
    Clock,
    Command,
    Confirm,
    EditNote,
    Entrust,
    Finish,
    FollowUp,
    Hear,
    Invite,
    KeepWord,
    LeaveSeat,
    Mark,
    Note,
    OwnPlacing,
    Pact,
    PassTo,
    People,
    PickAct,
    Place,
    PlacePosture,
    Prefer,
    Promise,
    PutOff,
    Reopen,
    Select,
    ShowForecasts,
    Sort,
    Take,
    TakeSeat,
    Tally,
    Tick,
    Undo,
    Verify,
    Volunteer,
    Vote,
    Walk,
    Withdraw,
    WithdrawNote,
    Write,
)
from engine.play.game import Game
from engine.play.phases.agenda import one_too_many
from engine.session.session import Session

SEED = 2014
LONGEST = "au-lendemain-de-la-crue"
_TRIES = 100
"""Requests that are tried for one that wants something in return."""
HELD = 4
Move = tuple[str, str]
"""One token: the project it goes to, and its kind."""


def facilitated(scenario: Scenario) -> Session:
    """A session of a scenario with people: four tables hold a character each, not yet played. One scenario is
    played in its longest, with its break; the others in three rounds, one for each act."""
    duration = "150" if scenario.id == LONGEST else "90"
    cast = [member.character for member in scenario.cast]
    seats = {who: "held" if i < HELD else "simulated" for i, who in enumerate(cast)}
    how = {"duration": duration, "mode": "facilitated", "seats": seats, "participants": 13,
           "tables": ("A", "B", "C", "D"), "forecasts_shown": "before"}  # fmt: skip
    return Session.create(_asking_first(scenario), Begin.model_validate(how), SEED, now=Time())


def _asking_first(scenario: Scenario) -> Scenario:
    """The same evening, opened by a situation that asks something of the room, and with its rumours in the
    act that follows, where it has them, whatever happened before: the dice must not decide whether such
    things are seen at all."""
    asking = next((card.id for card in scenario.situations if card.choose), None)
    if asking is None:
        return scenario
    first, following, *others, last = scenario.acts
    elsewhere = {asking, *(id_ for act in (*others, last) for id_ in act.situations)}
    later = tuple(card for card in scenario.situations if card.id not in elsewhere)
    heard = tuple(card.id for card in later if card.rumour)
    rest = tuple(card.id for card in later if not card.rumour)
    acts = (
        first.model_copy(update={"situations": (asking,)}),
        following.model_copy(update={"situations": heard or rest}),
        *others,
        last.model_copy(update={"situations": (*last.situations, *(rest if heard else ()))}),
    )
    free = tuple(
        card.model_copy(update={"when": None}) if card.id in heard else card for card in scenario.situations
    )
    return scenario.model_copy(update={"acts": acts, "situations": free})


def training(scenario: Scenario) -> Session:
    """One person alone, with the first character of the cast, not yet played."""
    how = {"duration": "training", "mode": "training", "seats": {scenario.cast[0].character: "held"}}
    return Session.create(scenario, Begin.model_validate({**how, "participants": 1}), SEED, now=Time())


def play(session: Session) -> None:
    """Do everything, up to the Bilan and what is done there."""
    undone = False
    while True:
        before = session.game.table.phase
        for command in _moves(session):
            _do(session, command, 7)
        game = session.game
        if before == "negotiation" and game.table.phase == "hearing":
            continue
        if game.table.phase == "bilan":
            return
        if game.table.phase == "reveal" and not undone and not game.alone:
            undone = True
            _do(session, Undo(to=game.table.since - 1), 20)  # a reveal gone back on draws other dice
        late = game.alone and len(game.table.rounds) == 5
        _do(session, Finish() if late else Advance(), 30)


def _do(session: Session, command: Command, seconds: int) -> None:
    assert isinstance(session.clock, Time)
    session.clock.now += seconds
    session.do(command)


def _moves(session: Session) -> Iterator[Command]:
    """What people do in the phase or step that has just begun."""
    game = session.game
    match game.table.phase:
        case "welcome" | "bilan" as phase:
            yield from _around(session, phase)
        case "situation" if len(game.table.rounds) == 1 and not game.alone:
            yield Finish()  # by mistake
            yield Undo(to=game.table.number)
        case "situation" if game.table.step == "rumour":
            yield from _rumour(session)
        case "choose" if game.table.step == "vote":
            yield from _room_choice(session)
        case "agenda":
            yield from _agenda(session)
        case "negotiation" if "hear" in _kinds(session):
            yield _hear(session)
        case "negotiation":
            if "announce" in _kinds(session) and not game.alone:
                yield Announce()
            yield from _negotiation(session)
        case "hearing" if game.table.step == "asked":
            yield from _heard(game)
        case "strips":
            yield from _strips(session)
        case "method":
            yield from _method(session)
        case "ballot":
            yield from _ballot(session)
        case "forecast" if game.table.step == "ask":
            yield from _forecast(game)
        case "choice":
            yield from _choice(session)
        case "debate":
            yield from _debate(session)


def _around(session: Session, phase: str) -> Iterator[Command]:
    game, first = session.game, phase == "welcome"
    if first and not game.alone:  # one more comes, takes a character, and thinks better of it
        late = game.simulated[-1]
        yield People(participants=game.begin.participants + 1)
        yield TakeSeat(who=late, table=game.begin.tables[-1])
        yield LeaveSeat(who=late)
        yield People(participants=game.begin.participants)
    yield OwnPlacing(when="before" if first else "after", counts=(1, 2, 3, 4, 2, 1, 0))
    if first:
        yield Note(text="On commence.", tag="idea", speaker="table A")
        if not game.alone:
            yield Clock(action="pause")
            yield Clock(action="resume")
            yield Clock(action="add", seconds=60)
    else:
        yield Note(text="Je demanderai avant.", tag="commitment", due="au printemps")
        yield EditNote(note=1, text="On avait commencé.", tag="word")
        yield WithdrawNote(note=2 if len(game.table.notes) > 1 else 1)
        promised = next(entry for entry in session.legal() if entry.kind == "follow-up")
        yield FollowUp(note=int(promised.ids[-1]), became="going", happened="Une fois sur deux.")


def _room_choice(session: Session) -> Iterator[Command]:
    """Hands are level, so that lots are drawn; who is alone takes the last answer."""
    legal = next(entry for entry in session.legal() if entry.kind == "choose")
    if session.game.alone:
        yield Choose(method="show-of-hands", counts={legal.ids[-1]: (1,)})
        return
    grades = {option: (1 + i, 2, 0, 1, 0) for i, option in enumerate(legal.ids)}
    yield Choose(method="majority-judgement", counts=grades)
    yield Choose(method="show-of-hands", counts=dict.fromkeys(legal.ids, (6,)))
    yield Choose(method="draw")


def _rumour(session: Session) -> Iterator[Command]:
    """Two go and check where they may; each table counts its hands, and who is alone believes it."""
    game, legal = session.game, next((entry for entry in session.legal() if entry.kind == "verify"), None)
    pairs = [f"{one}/{who}" for one in legal.who for who in legal.ids] if legal else []
    question = f"rumour:{len(game.table.rounds)}"
    if game.alone:
        yield Vote(question=question, voter=1, answer="yes")
    for n, table in enumerate(game.begin.tables):
        yield Tally(question=question, table=table, yes=n, no=1)
    if legal:
        asker, _, other = next(pair for pair in pairs if pair not in legal.barred).partition("/")
        yield Verify(asker=asker, other=other)


def _hear(session: Session) -> Hear:
    """The first who can asks to hear the last of the cast."""
    legal = next(entry for entry in session.legal() if entry.kind == "hear")
    return Hear(asker=legal.who[0], heard=legal.ids[-1])


def _heard(game: Game) -> Iterator[Command]:
    """Each table counts its hands; who is alone says that it was no answer."""
    question = f"hearing:{len(game.table.rounds)}"
    if game.alone:
        yield Vote(question=question, voter=1, answer="no")
    for n, table in enumerate(game.begin.tables):
        yield Tally(question=question, table=table, yes=n, no=1)


def _negotiation(session: Session) -> Iterator[Command]:
    """Who walks goes on to another place in every second round; who has what passes from hand to hand says
    what comes first, and entrusts it to who speaks last in the first round. Each promises what it has of
    use: the first on a condition, the second half of what it said first."""
    walk = next((entry for entry in session.legal() if entry.kind == "walk"), None)
    if walk and len(session.game.table.rounds) % 2:
        yield Walk(place=walk.ids[-1])
    yield from _of_the_baton(session)
    yield from _invited(session)
    for place, who in enumerate(session.game.held):
        project = _most_wanted(session.game, who)
        some = _useful(session.game, who, project)
        if not sum(some):
            continue
        yield _promise(session, who, project, some, conditional=place == 0)
        if place == 1:
            yield Withdraw(promise=session.game.playing.promises[-1].id)
            yield _promise(session, who, project, tuple(n - n // 2 for n in some), conditional=False)
    yield from _asked(session)
    yield from _sealed(session)
    if "carte-blanche" in _kinds(session) and len(session.game.table.rounds) == 2:
        gate = session.game.names.indicators[session.game.board.gate]
        yield CarteBlanche(name="Un banc", cost=Tokens(time=2, means=2), changes={gate: 3}, waits=True)
        amends = next((entry for entry in session.legal() if entry.kind == "amend"), None)
        if amends:
            part, taken, given, by = amends.ids[0].split("/")
            yield Amend(who=amends.who[-1], part=part, taken=taken, given=given, by=int(by))
        yield Advance()


def _invited(session: Session) -> Iterator[Command]:
    """The first corner that is held invites whoever may still come."""
    legal = next((entry for entry in session.legal() if entry.kind == "invite"), None)
    pairs = [(corner, who) for corner in legal.ids for who in legal.who] if legal else []
    free = [pair for pair in pairs if legal and "/".join(pair) not in legal.barred]
    if free:
        yield Invite(corner=free[0][0], guest=free[0][1])


def _strips(session: Session) -> Iterator[Command]:
    """Each held corner writes; each strip is read in the next one, the second in other words; of those, the
    first is recognised, others in part, the last is not."""
    legal = {entry.kind: entry for entry in session.legal()}
    for corner in legal["write"].ids if "write" in legal else ():
        yield Write(corner=corner, text="On veut un banc devant le 14, avant juin.")
    ids = legal["carry"].ids if "carry" in legal else ()
    for place, corner in enumerate(ids):
        text = "Les habitants souhaitent du mobilier." if place == 1 else ""
        yield Carry(corner=corner, to=ids[(place + 1) % len(ids)], text=text)
    tally = next((entry for entry in session.legal() if entry.kind == "tally"), None)
    for place, question in enumerate(tally.ids if tally else ()):
        table = next(t for t in (*session.game.begin.tables, "") if f"{question}/{t}" not in tally.barred)  # type: ignore[union-attr]
        last = place == len(tally.ids) - 1  # type: ignore[union-attr]
        if place == 0:
            yield Vote(question=question, voter=1, table=table, answer="yes")
        yield Tally(question=question, table=table, yes=int(place == 0) * 3, no=int(last) * 3, unsure=1)


def _agenda(session: Session) -> Iterator[Command]:
    """Everybody held volunteers, the first thinks better of it, then of that; whoever is in the chair puts
    off one too many, takes one up again, and puts off the last."""
    legal = {entry.kind: entry for entry in session.legal()}
    for who in legal["volunteer"].who if "volunteer" in legal else ():
        yield Volunteer(who=who)
        if who == session.game.held[0]:
            yield Volunteer(who=who, stands=False)
            yield Volunteer(who=who)
    if "put-off" in legal:
        several = legal["put-off"].projects[: one_too_many(session.game) + 1]
        for project in several:
            yield PutOff(project=project)
        yield PutOff(project=several[-1], off=False)
        yield PutOff(project=session.game.on_agenda[-1])


def _method(session: Session) -> Iterator[Command]:
    """Hands are level, so that lots are drawn; who is alone takes the last way of counting."""
    legal = next(entry for entry in session.legal() if entry.kind == "adopt")
    if session.game.alone:
        yield Adopt(counts={legal.ids[-1]: 1})  # type: ignore[dict-item]
        return
    yield Adopt(counts=dict.fromkeys(legal.ids, 4))  # type: ignore[arg-type]
    yield Adopt(counts={}, draw=True)


def _ballot(session: Session) -> Iterator[Command]:
    """The first grades ideas better and better, the second too, then thinks again and turns them round, the
    third only one; the last abstains."""
    legal = next((entry for entry in session.legal() if entry.kind == "mark"), None)
    ideas = legal.projects if legal else ()
    for place, who in enumerate(session.game.held[:3]):
        rising = {idea: max(0, 4 - n) for n, idea in enumerate(ideas)}
        falling = {idea: min(4, n) for n, idea in enumerate(ideas)}
        if place == 1:
            yield Mark(who=who, grades=rising)
        yield Mark(who=who, grades=(rising, falling, dict.fromkeys(ideas[:1], 0))[place])


def _of_the_baton(session: Session) -> Iterator[Command]:
    legal = {entry.kind: entry for entry in session.legal()}
    if "prefer" in legal:
        yield Prefer(project=legal["prefer"].projects[-1])
    if "entrust" in legal and len(session.game.table.rounds) == 1:
        held = [who for who in legal["entrust"].ids if who in session.game.held]
        yield Entrust(to=(held or legal["entrust"].ids)[-1])


def _asked(session: Session) -> Iterator[Command]:
    """The first who holds a character asks two of the others."""
    legal = {entry.kind: entry for entry in session.legal()}
    if "ask" in legal and legal["ask"].projects:
        project, asker = legal["ask"].projects[0], legal["ask"].who[0]
        there = {p.who for p in session.game.playing.promises if p.project == project}
        for asked in islice((who for who in legal["ask"].ids if who not in {*there, asker}), 2):
            yield Ask(asker=asker, asked=asked, project=project)
    if not any(isinstance(command, Take) for command in session.commands):
        yield from _taken(session)


def _taken(session: Session) -> Iterator[Command]:
    """Requests with a reason, until somebody wants something in return: that is taken."""
    legal = next((entry for entry in session.legal() if entry.kind == "ask"), None)
    every = [
        (asker, asked, project)
        for asker in (legal.who if legal else ())
        for asked in (legal.ids if legal else ())
        for project in (legal.projects if legal else ())
        if legal and asked != asker and f"{asker}/{asked}/{project}" not in legal.barred
    ]
    for asker, asked, project in every[:_TRIES]:
        now = next((entry for entry in session.legal() if entry.kind == "ask"), None)
        if now is None or f"{asker}/{asked}/{project}" in now.barred or project not in now.projects:
            continue
        yield Ask(asker=asker, asked=asked, project=project, why="serves-all")
        take = next((entry for entry in session.legal() if entry.kind == "take"), None)
        if take:
            asker, asked, project = take.ids[0].split("/")
            yield Take(asker=asker, asked=asked, project=project)
            return


def _sealed(session: Session) -> Iterator[Command]:
    """Where pacts may be sealed, the last two who hold a character seal one for a token each."""
    legal = next((entry for entry in session.legal() if entry.kind == "pact"), None)
    sides = [who for who in session.game.held if legal and who in legal.who][-2:]
    gives = [_one_of_use(session.game, who) for who in sides]
    if len(sides) == 2 and gives[0] and gives[1]:
        (project, mine), (other_project, theirs) = gives[0], gives[1]
        yield Pact(who=sides[0], project=project, gives=mine,
                   other=sides[1], other_project=other_project, other_gives=theirs)  # fmt: skip


def _one_of_use(game: Game, who: str) -> tuple[str, Tokens] | None:
    """One token that somebody has and a project lacks."""
    for project, kind in _placeable(game, who):
        return project, Tokens.model_validate({kind: 1})
    return None


def _promise(session: Session, who: str, project: str, some: tuple[int, ...], conditional: bool) -> Promise:
    legal = next(entry for entry in session.legal() if entry.kind == "promise")
    giver = next(((other, kinds) for other, kinds in legal.gives if other != who and kinds), None)
    given = Tokens(time=some[0], means=some[1], backing=some[2])
    if not conditional or giver is None:
        return Promise(who=who, project=project, tokens=given)
    return Promise(who=who, project=project, tokens=given, if_who=giver[0], if_kind=giver[1][0])


def _most_wanted(game: Game, who: str) -> str:
    return max(game.needing or game.open, key=lambda project: sum(_useful(game, who, project)))


def _useful(game: Game, who: str, project: str) -> tuple[int, ...]:
    return tuple(map(min, game.tokens(who), game.lack(project), game.reach(who, project)))


def _forecast(game: Game) -> Iterator[Command]:
    """Two promises are put to the room: one counted by table, the other answered voter by voter."""
    chosen = tuple(p.id for p in game.playing.promises)[:2]
    if not chosen:
        return
    yield Select(promises=chosen)
    authors = {p.id: game.table_of(p.who) for p in game.playing.promises}
    for n, table in enumerate(game.begin.tables):
        if table != authors[chosen[0]]:
            yield Tally(question=f"forecast:{chosen[0]}", table=table, yes=n, no=3 - n)
    for voter, answer in enumerate(("yes", "no", "unsure", "yes") if game.begin.tables else ()):
        free = [v for v in range(1, 14) if game.table_of_voter(v) != authors[chosen[-1]]]
        yield Vote.model_validate(
            {"question": f"forecast:{chosen[-1]}", "voter": free[voter], "answer": answer}
        )
    yield ShowForecasts()


def _choice(session: Session) -> Iterator[Command]:
    held = session.game.held
    yield from _alone(held[0], _promised(session.game, held[0]))
    if len(held) == 1:
        return
    yield Reopen(who=held[0])
    yield KeepWord(who=held[0])
    yield PassTo(who=held[1])
    yield PassTo(who=None)
    yield from _alone(held[1], [])
    said = _promised(session.game, held[2])
    elsewhere = [move for move in _placeable(session.game, held[2]) if move not in said]
    yield from _alone(held[2], elsewhere[:2], back=elsewhere[1:2])
    yield KeepWord(who=held[3])


def _alone(who: str, moves: list[Move], back: Sequence[Move] = ()) -> Iterator[Command]:
    """A holder takes the computer, places tokens one by one, takes some back, and confirms."""
    yield PassTo(who=who)
    for by, some in ((1, moves), (-1, back)):
        for project, kind in some:
            yield Place.model_validate({"who": who, "project": project, "token": kind, "by": by})
    yield Confirm(who=who)


def _promised(game: Game, who: str) -> list[Move]:
    """Every token of a character's promises, one by one: project and kind."""
    return [
        (promise.project, kind)
        for promise in game.playing.promises
        if promise.who == who
        for kind, number in zip(KINDS, promise.tokens, strict=True)
        for _ in range(number)
    ]


def _placeable(game: Game, who: str) -> list[Move]:
    """One token of each kind that a character has, on the last project that needs it."""
    moves = {
        kind: (project, kind)
        for project in game.open
        for k, kind in enumerate(KINDS)
        if min(game.tokens(who)[k], game.lack(project)[k], game.reach(who, project)[k])
    }
    return list(moves.values())


def _debate(session: Session) -> Iterator[Command]:
    game, number = session.game, len(session.game.table.rounds)
    match game.table.step:
        case "vote":
            yield PickAct(act=game.playing.acts[min(1, len(game.playing.acts) - 1)].id)
            yield Tally(question=f"verdict:{number}:1", yes=7, no=5, unsure=1)
        case "talk":
            yield Tally(question=f"statement:{number}", yes=4, no=8)
            yield Note(text="On ne m'avait rien dit.", tag="disagreement", speaker="table C")
        case "revote":
            yield Tally(question=f"verdict:{number}:2", yes=4, no=9)
        case "sentence":
            yield Tally(question=f"verdict:{number}:1", yes=number % 2, no=1 - number % 2)
            yield Sort(claims=("fact", "judgement", "presupposition"))
            yield Note(text="J'aurais gardé un jeton.", tag="sentence")
        case "map":
            yield from _map(session, number)


def _map(session: Session, number: int) -> Iterator[Command]:
    held = session.game.held
    yield PlacePosture(who=held[0])
    if len(held) > 1:
        yield PlacePosture(who=held[1], synergy=1.0 + number / 2, antagonism=2.25)
        yield Tick(who=held[0], told=3, asked=2, heard=1, decided=0, observers=3)


def _kinds(session: Session) -> set[str]:
    return {entry.kind for entry in session.legal()}
