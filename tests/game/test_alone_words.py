"""Every screen of a whole training session: who plays alone is told "you", and nothing meant for a room.

The longest is read whole in both languages; of the others each phase and step once in each.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.content import library
from engine.debrief.build import bilan
from engine.language import using
from engine.view.types import View
from game import console
from game.console.task import TaskTab, step_of
from game.front.drafts import Turned, holding
from game.front.pages import drawn
from game.front.state import Ui
from game.kit import Canvas, Element
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show
from game.screens.bilan.pages import PAGE, leaves
from game.screens.home.welcome import BRIEFING
from game.screens.home.welcome import PAGE as WELCOME
from game.screens.overlays.sheet import own_sheet
from tests.moments import LONGEST, Moment, moments

FOR_A_ROOM = {
    "fr": ("console", "réserve :", "choix confirmé sur", "observateur", "relu à voix haute", "télécommande",
           "divisé la salle", "la salle a écrit", "la salle verra"),
    "en": ("console", "caution:", "choice confirmed of", "observer", "read aloud", "remote control",
           "divided the room", "the room wrote", "the room will"),
}  # fmt: skip
AS_A_NAME = re.compile(r"\b(?:pour|envers|à|de|for|towards|to) (?:Vous|You)\b")
""""Vous" where a name would stand, as if it were one."""


pytestmark = pytest.mark.usefixtures("french")


def screens(moment: Moment, spoken: str) -> Iterator[tuple[Element, ...]]:
    """All that one can see at a moment: the screen and its pages, the panel, the sheet, the journal."""
    view, inside = moment.holder(moment.game.one, spoken), moment.console(spoken)
    ui, pages = Ui(), [("", 0)]
    if view.phase.kind == "bilan":
        data = bilan(moment.game)
        ui, pages = replace(ui, bilan=data), [(PAGE, i) for i in range(len(leaves(view, data)))]
    elif view.phase.kind in (WELCOME, BRIEFING):
        pages = [(view.phase.kind, i) for i in range(3)]
    for name, i in pages:
        yield show(view, replace(ui, drafts=holding(Turned(name, i))))
    yield (own_sheet(view, ui),)
    for name in ("settings", "menu", "gauges", "zones"):
        yield show(view, replace(ui, screen=name))
    for project in view.projects:
        yield show(view, replace(ui, screen="card", argument=project.id))
    yield (drawn("journal", inside, ui),)
    yield from panels(inside, ui)


def panels(inside: View, ui: Ui) -> Iterator[tuple[Element, ...]]:
    for tab in ("promise", "ask", "journal"):
        yield (console.trainee(inside, replace(ui, drafts=holding(TaskTab(step_of(inside), tab)))),)


def told(moment: Moment, spoken: str, room: Canvas) -> Iterator[str]:
    for elements in screens(moment, spoken):
        yield from room.compose(*elements).texts()


def read(slug: str, spoken: str) -> Iterator[Moment]:
    """The moments that are read in a language."""
    met: Counter[tuple[str, str, bool]] = Counter()
    for moment in moments(slug, "training"):
        table = moment.game.table
        screen = (table.phase, table.step, bool(table.passed_to))
        met[screen] += 1
        if slug == LONGEST or met[screen] == (1 if spoken == "fr" else 2):
            yield moment


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("slug", library.slugs())
def test_who_plays_alone_is_told_you_and_is_no_room(slug: str, spoken: str) -> None:
    room = canvas((1920, 1080), Theme("room", 1.0, False))
    wrong = set()
    with using(spoken):
        for moment in read(slug, spoken):
            card = moment.game.scenario.characters[moment.game.one]
            third = re.compile(rf"\b{card.short}\b")
            for text in told(moment, spoken, room):
                said = text.replace("\u00a0", " ").replace("\u202f", " ")
                other = third.search(said) and said != card.name  # a name under a face
                if other or AS_A_NAME.search(said):
                    wrong.add(f"{moment}: {said}")
                wrong |= {f"{moment}: {said}" for word in FOR_A_ROOM[spoken] if word in said.lower()}
    assert not wrong
