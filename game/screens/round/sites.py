"""A square under works on the screens of a round: the plan of its ground beside what the hoardings cost."""

from engine.language import tr
from engine.view.types import ProjectView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Pill, Row, Sized, Spacer
from game.pieces.parts import Barer, Fullest, Own, Rather, opening
from game.pieces.pieces import changes_label
from game.pieces.sites import lots, nuisance, plan, standing

SCREEN = "sites"
"""The name of the page that shows them large."""
_BESIDE = 330.0
"""Logical width of what stands beside the plan."""


def strip(view: View, ui: Ui) -> Element:
    """The plan; touched, it is shown large. Where there is no room for it, a line."""
    whole = opens(view, ui, Row([Sized(Own(_cost(view)), _BESIDE), Grow(Own(plan(view)))], "m", "stretch"))
    line = opens(view, ui, _line(view))
    return Barer(Rather(whole, line), Rather(Fullest([whole, line]), line))


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.sites is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.sites.title))


def door(view: View, ui: Ui) -> list[Element]:
    """A word that opens the large view, where the plan is not shown."""
    if view.sites is None:
        return []
    return [opens(view, ui, Pill(tr("Le sol ?"), "plain"))]


def _cost(view: View) -> Element:
    """How many hoardings stand, what they take this round, and what each more would."""
    sites = view.sites
    assert sites is not None
    more = [Label(sites.together_said, "tiny")] if sites.together_said else []
    forms = [
        Column([standing(sites), *nuisance(sites, "strong"), *more], "xs", justify="center"),
        Column([standing(sites), *nuisance(sites)], "xs", justify="center"),
        Column([standing(sites, "name"), *nuisance(sites, "label")[1:]], "xs", justify="center"),
    ]
    return Fullest(forms)


def _line(view: View) -> Element:
    """The ground in a few squares, how many hoardings stand, and what they take."""
    sites = view.sites
    assert sites is not None
    row: list[Element] = [lots(view, size=40.0), standing(sites, "name"), *nuisance(sites, "label")[1:]]
    return Card(Row([*row, Grow(Spacer()), Pill(tr("Voir"), "plain")], "m"), "l", "s")


def brings(project: ProjectView, style: str = "tiny") -> Element:
    """What it changes; of works, that this waits for their hoarding to fall."""
    if project.works is None:
        return changes_label(project.changes, style)
    words = Label(tr("la palissade tombée :"), style, one_line=True)
    return Flow([words, changes_label(project.changes, style)], "s", "none")
