"""Commands at random, legal and illegal, for the properties: what any client could make of `Legal`."""

import json
from typing import Any

from hypothesis import strategies as st

from engine.content.model import KINDS, Tokens
from engine.numbers import MOST_TOKENS
from engine.play.commands import (
    BECAME,
    BECAUSE,
    Adopt,
    Advance,
    Amend,
    Announce,
    Ask,
    Carry,
    CarteBlanche,
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
    Offer,
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
    Sit,
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
from engine.play.legal import Legal, TokenCount
from engine.play.table import NOTHING
from engine.session.session import Session

WORDS = st.text("abcdé ’«!", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
ANSWERS = st.sampled_from(("yes", "no", "unsure"))


def legal_command(draw: Any, game: Game, legal: Legal) -> Command | None:
    """A command of that kind within its bounds; None where the bounds leave nothing to choose."""
    return _MAKERS[legal.kind](draw, game, legal)


def any_hands(draw: Any, whole: Session, moves: int = 40) -> Game:
    """So many moves of people who know only what is allowed; the game as they leave it. It comes back from
    its data as it was."""
    for _ in range(moves):
        options = [one for one in whole.legal() if one.kind not in ("finish", "undo")]
        onward = [one for one in options if one.kind in ("advance", "confirm")]
        chosen = draw(st.sampled_from(onward if onward and draw(st.booleans()) else options))
        command = legal_command(draw, whole.game, chosen)
        if command is not None:
            whole.do(command)
    game = whole.game
    assert game.restored(json.loads(json.dumps(game.to_data()))).digest() == game.digest()
    return game


def reach(legal: Legal, who: str, project: str) -> TokenCount:
    """How many tokens of each kind somebody may have on a project."""
    return dict(legal.reach).get(f"{who}/{project}", TokenCount(*[MOST_TOKENS] * 3))


def _walk(draw: Any, _game: Game, legal: Legal) -> Command:
    return Walk(place=draw(st.sampled_from(legal.ids)))


def _invite(draw: Any, _game: Game, legal: Legal) -> Command | None:
    pairs = [(corner, guest) for corner in legal.ids for guest in (*legal.who, None)]
    may = [(corner, guest) for corner, guest in pairs if f"{corner}/{guest or ''}" not in legal.barred]
    if not may:
        return None
    corner, guest = draw(st.sampled_from(may))
    return Invite(corner=corner, guest=guest)


def _sit(draw: Any, game: Game, legal: Legal) -> Command | None:
    bound = {promise.who for promise in game.playing.promises}
    pairs = [tuple(id_.split("/")) for id_ in legal.ids]
    may = [(who, corner) for who, corner in pairs if who not in bound and game.sits(who) != corner]
    if not may:
        return None
    who, corner = draw(st.sampled_from(may))
    return Sit(who=who, corner=corner)


def _carry(draw: Any, _game: Game, legal: Legal) -> Command:
    pairs = [(one, other) for one in legal.ids for other in legal.ids if f"{one}/{other}" not in legal.barred]
    corner, to = draw(st.sampled_from(pairs))
    return Carry(corner=corner, to=to, text=draw(st.just("") | WORDS), arranged=draw(st.booleans()))


def _promise(draw: Any, _game: Game, legal: Legal) -> Command | None:
    who = draw(st.sampled_from(legal.who))
    if not legal.projects:
        return None
    project = draw(st.sampled_from(legal.projects))
    there = dict(legal.holds).get(f"{who}/{project}", NOTHING)
    free = [left + promised for left, promised in zip(dict(legal.limits)[who], there, strict=True)]
    needs, most = dict(legal.needs)[project], reach(legal, who, project)
    tokens = [draw(st.integers(0, min(bounds))) for bounds in zip(free, needs, most, strict=True)]
    if not sum(tokens):
        return None
    gives = dict(legal.gives)
    others = [None, *(c for c in legal.ids if c != who and gives[c])]
    if_who = draw(st.sampled_from(others))
    if_kind = draw(st.sampled_from(gives[if_who])) if if_who else None
    some = Tokens(time=tokens[0], means=tokens[1], backing=tokens[2])
    return Promise(who=who, project=project, tokens=some, if_who=if_who, if_kind=if_kind)


def _ask(draw: Any, _game: Game, legal: Legal) -> Command | None:
    choices = [
        (asker, asked, project)
        for asker in legal.who
        for asked in legal.ids
        for project in legal.projects
        if f"{asker}/{asked}/{project}" not in legal.barred
    ]
    if not choices:
        return None
    asker, asked, project = draw(st.sampled_from(choices))
    offer = _offer(draw, legal, asker)
    next_round = offer is None and legal.most > 0 and draw(st.booleans())
    why = draw(st.sampled_from((None, *BECAUSE)))
    return Ask(asker=asker, asked=asked, project=project, offer=offer, next_round=next_round, why=why)


def _offer(draw: Any, legal: Legal, asker: str) -> Offer | None:
    """Tokens for a project, besides what the asker has promised there; None now and then."""
    project = draw(st.sampled_from(legal.projects))
    there = dict(legal.holds).get(f"{asker}/{project}", NOTHING)
    most = reach(legal, asker, project)
    wanted = map(min, dict(legal.needs)[project], most)
    needs = [need - held for need, held in zip(wanted, there, strict=True)]
    time, means, backing = (
        draw(st.integers(0, max(0, min(a, b)))) for a, b in zip(dict(legal.limits)[asker], needs, strict=True)
    )
    some = Tokens(time=time, means=means, backing=backing)
    return Offer(project=project, tokens=some) if some.total() else None


def _take(draw: Any, _game: Game, legal: Legal) -> Command:
    asker, asked, project = draw(st.sampled_from(legal.ids)).split("/")
    return Take(asker=asker, asked=asked, project=project)


def _pact(draw: Any, _game: Game, legal: Legal) -> Command | None:
    who = draw(st.sampled_from(legal.who))
    others = [other for other in legal.ids if other != who]
    if not others:
        return None
    other = draw(st.sampled_from(others))
    parts = []
    for one in (who, other):
        project = draw(st.sampled_from(legal.projects))
        bounds = zip(
            dict(legal.limits)[one], dict(legal.needs)[project], reach(legal, one, project), strict=True
        )
        time, means, backing = (draw(st.integers(0, min(each))) for each in bounds)
        if not time + means + backing:
            return None
        parts.append((project, Tokens(time=time, means=means, backing=backing)))
    (project, gives), (other_project, other_gives) = parts
    return Pact(
        who=who, project=project, gives=gives, other=other, other_project=other_project,
        other_gives=other_gives,
    )  # fmt: skip


def _hear(draw: Any, _game: Game, legal: Legal) -> Command:
    pairs = [(one, who) for one in legal.who for who in legal.ids if f"{one}/{who}" not in legal.barred]
    asker, heard = draw(st.sampled_from(pairs))
    return Hear(asker=asker, heard=heard)


def _verify(draw: Any, _game: Game, legal: Legal) -> Command:
    pairs = [(one, who) for one in legal.who for who in legal.ids if f"{one}/{who}" not in legal.barred]
    asker, other = draw(st.sampled_from(pairs))
    return Verify(asker=asker, other=other)


def _carte_blanche(draw: Any, game: Game, legal: Legal) -> Command:
    name = draw(WORDS)
    key = draw(st.sampled_from(legal.ids))
    by = draw(st.integers(1, 3))
    cost = Tokens(time=1, means=1)
    return CarteBlanche(name=name, cost=cost, changes={key: by}, waits=draw(st.booleans()))


def _amend(draw: Any, _game: Game, legal: Legal) -> Command:
    part, taken, given, by = draw(st.sampled_from(legal.ids)).split("/")
    return Amend(who=draw(st.sampled_from(legal.who)), part=part, taken=taken, given=given, by=int(by))


def _place(draw: Any, _game: Game, legal: Legal) -> Command | None:
    if legal.ids and draw(st.booleans()):
        who, project, kind = draw(st.sampled_from(legal.ids)).split("/")
        return Place(who=who, project=project, token=kind, by=-1)
    choices = []
    for who, left in legal.limits:
        for project, needs in legal.needs:
            there = dict(legal.holds).get(f"{who}/{project}", NOTHING)
            for k, kind in enumerate(KINDS):
                if left[k] > 0 and min(needs[k], reach(legal, who, project)[k]) > there[k]:
                    choices.append((who, project, kind))
    if not choices:
        return None
    who, project, kind = draw(st.sampled_from(choices))
    return Place(who=who, project=project, token=kind, by=1)


def _pass(draw: Any, _game: Game, legal: Legal) -> Command:
    choices = [*legal.who, *([None] if legal.ids else [])]
    return PassTo(who=draw(st.sampled_from(choices)))


def _vote(draw: Any, _game: Game, legal: Legal) -> Command | None:
    choices = [
        (question, voter, table)
        for question in legal.ids
        for voter in range(legal.least, (legal.most or 30) + 1)
        for table in ("", *legal.tables)
        if f"{question}/{voter}/{table}" not in legal.barred
    ]
    if not choices:
        return None
    question, voter, table = draw(st.sampled_from(choices))
    return Vote(question=question, table=table, voter=voter, answer=draw(ANSWERS))


def _tally(draw: Any, _game: Game, legal: Legal) -> Command | None:
    tables = ("", *legal.tables)
    choices = [(q, table) for q in legal.ids for table in tables if f"{q}/{table}" not in legal.barred]
    question, table = draw(st.sampled_from(choices))
    yes, no, unsure = (draw(st.integers(0, 9)) for _ in range(3))
    return Tally(question=question, table=table, yes=yes, no=no, unsure=unsure)


def _select(draw: Any, _game: Game, legal: Legal) -> Command:
    ids = draw(st.lists(st.sampled_from(legal.ids), unique=True, max_size=legal.most))
    return Select(promises=tuple(ids))


def _tick(draw: Any, _game: Game, legal: Legal) -> Command:
    told, asked, heard, decided = (draw(st.integers(0, 4)) for _ in range(4))
    who = draw(st.sampled_from(legal.who))
    return Tick(who=who, told=told, asked=asked, heard=heard, decided=decided)


def _posture(draw: Any, _game: Game, legal: Legal) -> Command:
    who = draw(st.sampled_from(legal.who))
    place = st.one_of(st.none(), st.sampled_from((1.0, 1.7, 2.25, 4.0)))
    return PlacePosture(who=who, synergy=draw(place), antagonism=draw(place))


def _own(draw: Any, _game: Game, legal: Legal) -> Command:
    counts = tuple(draw(st.integers(0, 3)) for _ in range(7))
    table = draw(st.sampled_from(("", *legal.tables)))
    return OwnPlacing.model_validate({"when": legal.ids[0], "counts": counts, "table": table})


def _note(draw: Any, _game: Game, _legal: Legal) -> Command:
    return Note(text=draw(WORDS), tag=draw(st.sampled_from(("word", "missing", "commitment"))))


def _edit(draw: Any, _game: Game, legal: Legal) -> Command:
    return EditNote(note=int(draw(st.sampled_from(legal.ids))), text=draw(WORDS))


def _follow(draw: Any, _game: Game, legal: Legal) -> Command:
    became = draw(st.sampled_from((None, *BECAME)))
    return FollowUp(note=int(draw(st.sampled_from(legal.ids))), became=became, happened=draw(WORDS))


def _clock(draw: Any, _game: Game, legal: Legal) -> Command:
    return Clock(action=draw(st.sampled_from(legal.ids)), seconds=draw(st.integers(-90, 90)))


_MAKERS: dict[str, Any] = {
    "advance": lambda draw, game, legal: Advance(),
    "finish": lambda draw, game, legal: Finish(),
    "walk": _walk,
    "invite": _invite,
    "sit": _sit,
    "adopt": lambda draw, _game, legal: Adopt(
        counts={one: draw(st.integers(0, 3)) for one in legal.ids[1:]} | {legal.ids[0]: 1},
        draw=draw(st.booleans()),
    ),
    "volunteer": lambda draw, _game, legal: Volunteer(
        who=draw(st.sampled_from(legal.who)), stands=draw(st.booleans())
    ),
    "put-off": lambda draw, _game, legal: PutOff(
        project=draw(st.sampled_from(legal.projects)), off=draw(st.booleans())
    ),
    "mark": lambda draw, _game, legal: Mark(
        who=draw(st.sampled_from(legal.who)),
        grades={one: draw(st.integers(0, legal.most)) for one in legal.projects if draw(st.booleans())},
    ),
    "write": lambda draw, _game, legal: Write(
        corner=draw(st.sampled_from(legal.ids)), text=draw(st.just("") | WORDS)
    ),
    "carry": _carry,
    "entrust": lambda draw, _game, legal: Entrust(to=draw(st.sampled_from(legal.ids))),
    "prefer": lambda draw, _game, legal: Prefer(project=draw(st.sampled_from(legal.projects))),
    "promise": _promise,
    "withdraw": lambda draw, game, legal: Withdraw(promise=draw(st.sampled_from(legal.ids))),
    "ask": _ask,
    "take": _take,
    "announce": lambda draw, game, legal: Announce(),
    "pact": _pact,
    "hear": _hear,
    "verify": _verify,
    "carte-blanche": _carte_blanche,
    "amend": _amend,
    "select": _select,
    "vote": _vote,
    "tally": _tally,
    "show-forecasts": lambda draw, game, legal: ShowForecasts(),
    "pass-to": _pass,
    "place": _place,
    "confirm": lambda draw, game, legal: Confirm(who=draw(st.sampled_from(legal.who))),
    "keep-word": lambda draw, game, legal: KeepWord(who=draw(st.sampled_from(legal.who))),
    "reopen": lambda draw, game, legal: Reopen(who=draw(st.sampled_from(legal.who))),
    "pick-act": lambda draw, game, legal: PickAct(act=draw(st.sampled_from(legal.ids))),
    "sort": lambda draw, game, legal: Sort(claims=draw(st.permutations(legal.ids))),
    "tick": _tick,
    "place-posture": _posture,
    "own-placing": _own,
    "note": _note,
    "edit-note": lambda draw, game, legal: EditNote(
        note=int(draw(st.sampled_from(legal.ids))), text=draw(WORDS)
    ),
    "withdraw-note": lambda draw, game, legal: WithdrawNote(note=int(draw(st.sampled_from(legal.ids)))),
    "follow-up": _follow,
    "clock": _clock,
    "people": lambda draw, game, legal: People(
        participants=draw(st.integers(0, 30)), table=draw(st.sampled_from(("", *legal.tables)))
    ),
    "take-seat": lambda draw, game, legal: (
        TakeSeat(who=draw(st.sampled_from(legal.who)), table=draw(st.sampled_from(("", *legal.tables))))
        if legal.who
        else None
    ),
    "leave-seat": lambda draw, game, legal: LeaveSeat(who=draw(st.sampled_from(legal.who))),
    "undo": lambda draw, game, legal: Undo(to=draw(st.integers(legal.least, legal.most))),
}


@st.composite
def any_command(draw: Any) -> Command:
    """A command of any kind about anything, mostly illegal."""
    who = draw(st.sampled_from(("ana", "bo", "cy", "di", "zoe")))
    other = draw(st.sampled_from(("ana", "bo", "cy", "di")))
    project = draw(st.sampled_from(("garden", "clinic", "feast", "carte-blanche", "nothing")))
    n = draw(st.integers(0, 5))
    question = draw(
        st.sampled_from(
            ("forecast:1.1", "verdict:1:1", "verdict:2:2", "statement:1", "hearing:1", "rumour:2")
        )
    )
    tokens = Tokens(time=n, means=draw(st.integers(0, 3)))
    table = draw(st.sampled_from(("", "A", "Z")))
    answer = draw(ANSWERS)
    return draw(  # type: ignore[no-any-return]
        st.sampled_from(
            (
                Advance(), Finish(), ShowForecasts(), Confirm(who=who), KeepWord(who=who), Reopen(who=who),
                Promise(who=who, project=project, tokens=tokens, if_who=other, if_kind="time"),
                Promise(who=who, project=project, tokens=tokens), Withdraw(promise=f"1.{n}"),
                Ask(asker=who, asked=other, project=project), Take(asker=who, asked=other, project=project),
                Ask(
                    asker=who, asked=other, project=project, next_round=n > 2, why="helped",
                    offer=Offer(project=project, tokens=tokens),
                ),
                Hear(asker=who, heard=other), Walk(place="mill"), Walk(place="moon"),
                Verify(asker=who, other=other),
                CarteBlanche(name="x", cost=tokens, changes={"health": n}),
                CarteBlanche(name="x", cost=tokens, changes={"odd": 1}),
                CarteBlanche(name="x", cost=tokens, changes={"health": n}, waits=True),
                Amend(who=who, taken="health", given="work", by=1 + n % 2),
                Amend(who=who, part="cost", taken="time", given="odd"),
                Select(promises=("1.1", f"1.{n}")),
                Vote(question=question, voter=n + 1, answer=answer, table=table),
                Tally(question=question, table=table, yes=n, no=1), PassTo(who=who), PassTo(who=None),
                Place(who=who, project=project, token="means", by=1),
                Place(who=who, project=project, token="time", by=-1), PickAct(act=f"1.{who}.{project}"),
                Tick(who=who, told=n, asked=0, heard=0, decided=0), PlacePosture(who=who, synergy=2.0),
                OwnPlacing(when="after", counts=(0, 0, 0, 1, 0, 0, 0), table=table),
                EditNote(note=n, text="y"), WithdrawNote(note=n),
                FollowUp(note=n, became="kept"), Clock(action="pause"),
                Clock(action="resume"), Clock(action="add", seconds=60), Undo(to=n + 1),
                Sort(claims=("fact", "fact", "judgement")),
            )
        )
    )  # fmt: skip


def play_on(draw: Any, whole: Session) -> None:
    """One legal command drawn at random; in the secret choices, now and then all that are still missing."""
    entry = draw(st.sampled_from([e for e in whole.legal() if e.kind not in ("finish", "undo")]))
    command = legal_command(draw, whole.game, entry)
    if command is not None:
        whole.do(command)
    if whole.game.table.phase == "choice" and draw(st.booleans()):
        for who in whole.game.held:
            if who not in whole.game.table.confirmed:
                whole.do(KeepWord(who=who))
