"""The room's window is read from eight metres: capitals are as high as that asks, all through real sessions.

Screens with sample data are asked the same in test_screens. Of the longest scenario every moment is looked
at, of the others one in two.
"""

import pytest

from engine.debrief.build import bilan
from engine.view.types import View
from game.front.state import Ui
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show
from tests.game.leafing import leaves
from tests.game.looks import SIZE, small
from tests.moments import ALL, LONGEST, Moment, moments

pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("french")]  # lines that other tests walk
FULL = (1920, 1080)


def pages(moment: Moment, view: View) -> list[Ui]:
    """Every page of the room's screen; of a reveal, which opens row by row, the first and those from the last
    row on."""
    data = bilan(moment.game) if view.phase.kind == "bilan" else None
    found = list(leaves(view, Ui(bilan=data)))
    rows = len(view.reveal.facts) if view.phase.kind == "reveal" and view.reveal else 0
    return [found[0], *found[rows:]] if rows else found


@pytest.mark.parametrize(("slug", "kind"), [pair for pair in ALL if pair[1] != "training"])
def test_every_screen_of_a_real_session_can_be_read_from_the_back(slug: str, kind: str) -> None:
    window = canvas(FULL, Theme("room"))
    faults = []
    for moment in moments(slug, kind)[:: 1 if slug == LONGEST else 2]:
        view = moment.room()
        if view.passed_to is None:
            for number, ui in enumerate(pages(moment, view), 1):
                scene = window.compose(*show(view, ui))
                faults += [f"{moment}, page {number}: {fault}" for fault in small(scene, FULL)]
                faults += [f"{moment}, page {number}: {found.message}" for found in scene.check()]
    assert faults == []


def test_who_sits_before_the_screen_keeps_the_type_that_is_read_from_near() -> None:
    """Those who train, and the facilitator, read from a chair: more stands on a screen at once."""
    assert Theme("near").floor == SIZE < Theme("room").floor
    assert Theme("console").floor < Theme("near").floor
