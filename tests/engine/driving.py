"""Driving a small session to where a test wants it."""

from engine.content.model import Tokens
from engine.play.commands import Adopt, Advance, Announce, Begin, Choose, Command, KeepWord, Promise, PutOff
from engine.play.legal import Refused
from engine.play.phases.agenda import one_too_many
from engine.session.session import Session
from tests.engine.small import begin, scenario


class Ticker:
    """A clock that only moves when told."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def session(how: Begin | None = None, seed: int = 7) -> Session:
    """A small session in memory, its clock a `Ticker`."""
    return Session.create(scenario(), how or begin(), seed, now=Ticker())


def on(whole: Session) -> None:
    """Go on; where the room has to choose, its first answer gets the only hand; whoever holds the chair puts
    off the last ones of the table."""
    adopts = next((legal for legal in whole.legal() if legal.kind == "adopt"), None)
    if adopts is not None and whole.game.table.adopted is None:
        whole.do(Adopt(counts={adopts.ids[0]: 1}))
    asked = next((legal for legal in whole.legal() if legal.kind == "choose"), None)
    if asked is not None and whole.game.playing.choice is None:
        whole.do(Choose(method="show-of-hands", counts={asked.ids[0]: (1,)}))
    chairs = next((legal for legal in whole.legal() if legal.kind == "put-off"), None)
    for project in (
        chairs.projects[-one_too_many(whole.game) :] if chairs and one_too_many(whole.game) else ()
    ):
        whole.do(PutOff(project=project))
    whole.do(Advance())


def go(whole: Session, phase: str, step: str = "", rounds: int = 0) -> Session:
    """Go on until a phase (and step, and round) is reached; holders keep their word. In a negotiation, the
    simulated characters have announced."""
    while True:
        table = whole.game.table
        if table.phase == phase and step in ("", table.step) and len(table.rounds) >= rounds:
            if any(legal.kind == "announce" for legal in whole.legal()):
                whole.do(Announce())
            return whole
        if table.phase == "choice":
            for who in whole.game.held:
                if who not in table.confirmed:
                    whole.do(KeepWord(who=who))
        on(whole)


def to(phase: str, step: str = "", how: Begin | None = None, seed: int = 7, rounds: int = 0) -> Session:
    """A small session that has come to a phase."""
    return go(session(how, seed), phase, step, rounds)


def promise(whole: Session, who: str, project: str, *tokens: int) -> None:
    """A promise of so many tokens (time, means, backing)."""
    time, means, backing = tokens
    whole.do(Promise(who=who, project=project, tokens=Tokens(time=time, means=means, backing=backing)))


def code(whole: Session, command: Command) -> str:
    """The code with which a command is refused; "" where it is accepted."""
    try:
        whole.do(command)
    except Refused as refusal:
        return refusal.code
    return ""
