"""Every screen of every scenario, out of sessions really played: nothing cut, covered or out of reach.

Those of the longest scenario are composed in every way; moments of the others take turns at them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from engine.debrief.build import bilan
from engine.language import using
from engine.view.types import View
from game import console
from game.front.state import Ui
from game.kit import Canvas, Scene
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show, way_on
from tests import typography
from tests.game.leafing import leaves
from tests.moments import ALL, LONGEST, Moment, looked_at, moments

# Other tests walk these lines: to count them here would double the time.
pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("french")]
SMALL, LARGE = ((1280, 720), 1.0), ((1280, 1024), 1.3)


class Way(NamedTuple):
    """A language, its easy text or not, a window and its text size, high contrast or not."""

    spoken: str
    plain: bool
    size: tuple[tuple[int, int], float]
    strong: bool


WAYS = {
    "fr": Way("fr", False, SMALL, False),
    "en-strong": Way("en", False, SMALL, True),
    "easy-large-strong": Way("fr", True, LARGE, True),
    "easy-en-large": Way("en", True, LARGE, False),
}
_SMALL = 5 * (WAYS["fr"], WAYS["en-strong"])
TURNS = [*_SMALL[:5], WAYS["easy-large-strong"], *_SMALL[5:], WAYS["easy-en-large"]]
"""Large text takes longer: its turn comes once in six."""


def windows(size: tuple[int, int], text: float, strong: bool) -> tuple[Canvas, Canvas]:
    """The room's and the console's."""
    return canvas(size, Theme("room", text, strong)), canvas(size, Theme("console", text, strong))


def pictures(
    moment: Moment, spoken: str, plain: bool, room: Canvas, own: Canvas
) -> Iterator[tuple[str, Scene]]:
    """What the room, the console and the person who has the computer see at a moment."""
    view = moment.room(spoken, plain)
    if view.passed_to is None:
        for number, ui in enumerate(_pages(moment, view, plain), 1):
            yield f"room, page {number}", room.compose(*show(view, ui))
    else:
        holder = moment.holder(view.passed_to, spoken, plain)
        yield f"covered for {view.passed_to}", room.compose(*show(holder, _ui(holder)))
    if moment.session.game.begin.mode == "facilitated":
        inside: View = moment.console(spoken, plain)
        yield "console", own.compose(console.console(inside, _ui(inside, way=way_on(view, _ui(view)))))


def _ui(view: View, **fields: Any) -> Ui:
    """The window while the phase runs: a timer shows minutes, and not the years since 1970."""
    return Ui(now=view.clock.started or 0.0, **fields)


def _pages(moment: Moment, view: View, plain: bool) -> list[Ui]:
    """Every page of the room's screen; of a reveal, which opens row by row, the first and the last."""
    measures = bilan(moment.game, plain) if view.phase.kind == "bilan" else None
    pages = list(leaves(view, _ui(view, bilan=measures)))
    return [pages[0], pages[-1]] if view.phase.kind == "reveal" else pages


def faults(moment: Moment, way: Way) -> Iterator[str]:
    """What is wrong with any picture of a moment."""
    with using(way.spoken):
        for window, picture in pictures(moment, way.spoken, way.plain, *windows(*way.size, way.strong)):
            for defect in picture.check():
                yield f"{moment}, {window}: {defect.code}: {defect.message}"
            for badly in {one for text in picture.texts() for one in typography.faults(text, way.spoken)}:
                yield f"{moment}, {window}: {badly}"


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(("slug", "kind"), [one for one in ALL if one[0] == LONGEST])
def test_no_screen_of_the_longest_session_cuts_or_covers_anything(slug: str, kind: str, way: Way) -> None:
    there = moments(slug, kind)[:: 1 if way.size == SMALL else 3]
    assert [fault for moment in there for fault in faults(moment, way)] == []


@pytest.mark.parametrize(("slug", "kind"), [one for one in ALL if one[0] != LONGEST])
def test_no_screen_of_a_real_session_cuts_or_covers_anything(slug: str, kind: str) -> None:
    turns = looked_at(slug, kind, TURNS)
    assert [fault for moment, way in turns for fault in faults(moment, way)] == []


def test_the_recorded_sessions_come_to_every_phase_and_step() -> None:
    """Otherwise the test above would hold less than it says."""
    seen = {moment.game.table.phase for slug, kind in ALL for moment in moments(slug, kind)}
    assert seen == {
        "welcome", "briefing", "situation", "negotiation", "forecast", "choice", "reveal", "debate", "break",
        "bilan", "choose", "hearing", "strips", "method", "ballot", "agenda",
    }  # fmt: skip
    steps = {moment.game.table.step for slug, kind in ALL for moment in moments(slug, kind)}
    assert {"vote", "talk", "revote", "map", "sentence", "ask", "shown", "asked", "own-card"} <= steps
    assert any(moment.game.table.passed_to for slug, kind in ALL for moment in moments(slug, kind))
