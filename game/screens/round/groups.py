"""Groups on the screens of a round: their tables side by side, the two counts above them; three of them may
be helped, and show who promised to come.
"""

from engine.language import tr
from engine.view.types import GroupView, ProjectView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pad, Pill, Row, Spacer
from game.pieces.groups import funders, help_card, helpers, table, wears, worth
from game.pieces.parts import Barer, Fullest, Rather, opening
from game.screens.overlays import card
from game.screens.round import sites, week

SCREEN = "groups"
"""The name of the page that shows them large."""
_HELPED, _FACE, _SHORT = 6, 3, 11
"""How many letters of width a table has more that people may help, or beside a face; the least of any."""
_LEAST, _TABLE, _MOST = 100.0, 128.0, 170.0
"""Logical width of a table: where there is little room, as designed, at most."""


def strip(view: View, ui: Ui) -> Element:
    """The tables under both counts; touched, a group's help opens as a card, all else the large view. Where
    people asked for larger text and there is no room for tables, the counts alone.
    """
    assert view.groups is not None
    both = opens(view, ui, _counts(view))
    large, small = (Column([both, Grow(_tables(view, ui, size))], "xs") for size in (_TABLE, _LEAST))
    return Barer(Rather(large, small), Rather(Fullest([large, small]), both))


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.groups is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.groups.title))


def door(view: View, ui: Ui) -> list[Element]:
    """A word that opens the large view, where the tables are not shown."""
    if view.groups is None:
        return []
    return [opens(view, ui, Pill(tr("{title} ?", title=view.groups.title), "plain"))]


def doors(view: View, ui: Ui) -> list[Element]:
    """Those words, the week's, and the ground's."""
    return [*week.door(view, ui), *door(view, ui), *sites.door(view, ui)]


def counts(view: View, style: str = "heading") -> list[Element]:
    """How many are awake beside what that is worth."""
    assert view.groups is not None
    return [funders(view.groups, style), worth(view.groups, style)]


def _counts(view: View) -> Element:
    assert view.groups is not None
    rest = [row for named in (True, False) for row in wears(view.groups, named)]
    return Row([*counts(view, "subheading"), Grow(Fullest(rest) if rest else Spacer())], "s")


def _tables(view: View, ui: Ui, size: float) -> Element:
    """Side by side, each as wide as its name and what stands beside it ask."""
    assert view.groups is not None
    return Row([Grow(_cell(view, ui, one, size), _wide(one)) for one in view.groups.groups], "xs", "stretch")


def _wide(group: GroupView) -> float:
    beside = (_HELPED if group.card else 0) + (_FACE if group.member else 0)
    return max(len(group.title), _SHORT) + beside


def _cell(view: View, ui: Ui, group: GroupView, size: float) -> Element:
    """A table and its name; one that people may help stands on a card, with what is promised to it."""
    name = Label(group.title, "tiny", "ink", "center", max_lines=2)
    shown = Grow(table(view, group, size, _MOST))
    project = help_card(view, group)
    if project is None:
        return Pad(Column([shown, name], "none"), 2.0, 6.0)
    row = Row([shown, helpers(view, project, 42.0)], "xs", "stretch")
    cell = Card(Column([Grow(row), name], "none"), "s", 6.0, "panel", "gold", 4.0, edge=False, radius="m")
    return card.opens(project, ui, cell)


def helping(view: View, project: ProjectView) -> Element:
    """Going to help a group, small: its table, and what is promised to it."""
    assert view.groups is not None
    group = view.groups.group(project.group)
    row = Row([table(view, group, 150.0), Grow(helpers(view, project, 44.0))], "m")
    return Card(Column([Label(project.title, "subheading"), row], "s"), "m", "m", "panel", "gold", 4.0)
