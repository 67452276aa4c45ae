"""The console's view as the journal grows: as long after ten thousand commands as after a hundred.

Ours is one view at the end of the long session, after the one before it was made; the reference is the same
at the end of the short one.
"""

import statistics
import time

from engine.content import library
from engine.language import using
from engine.play.commands import Advance, Tick
from engine.session.session import Session
from engine.view.types import CONSOLE
from tests.playthroughs import script

SHORT, LONG, TIMES = 100, 10_000, 15


def measure() -> list[tuple[str, str, str, float]]:
    """Rows of (what, ours, reference, ratio), medians in milliseconds."""
    short, long = _session(SHORT), _session(LONG)
    with using("fr"):
        first = _view(long)
        pairs = []
        for _ in range(TIMES):
            for session in (short, long):
                _more(session, 1)
            pairs.append((_view(long), _view(short)))
        fresh = _view(_session(SHORT))
    ours, reference = (statistics.median(pair[n] for pair in pairs) for n in (0, 1))
    return [
        _row(f"the console's view after {LONG:,} commands / after {SHORT}", ours, reference),
        _row("the first one of a session opened again", first, fresh),
    ]


def _row(what: str, ours: float, reference: float) -> tuple[str, str, str, float]:
    return what, f"{ours * 1000:.1f} ms", f"{reference * 1000:.1f} ms", ours / reference


def _session(commands: int) -> Session:
    scenario = library.load("au-lendemain-de-la-crue").scenario
    assert scenario is not None
    session = script.facilitated(scenario)
    _more(session, 0)
    _more(session, commands)
    return session


def _more(session: Session, commands: int) -> None:
    """So many ticks of an observer more, in the negotiation."""
    while session.game.table.phase != "negotiation":
        session.do(Advance())
    who = session.game.names.characters[0]
    for n in range(commands):
        session.do(Tick(who=who, told=n % 7, asked=1, heard=0, decided=0))


def _view(session: Session) -> float:
    began = time.perf_counter()
    session.view(CONSOLE, "fr")
    return time.perf_counter() - began
