"""Groups on the screens of a round: their tables side by side, the two counts above them; three of them may
be helped, and show who promised to come.
"""

from engine.language import tr
from engine.view.types import GroupView, ProjectView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pad, Pill, Row
from game.pieces.groups import funders, help_card, helpers, table, wears, worth
from game.pieces.parts import Barer, Fullest, Own, Rather, opening
from game.screens.overlays import card
from game.screens.round import week

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
    forms = [
        Column([opens(view, ui, _counts(view, named)), Grow(_tables(view, ui, named))], "xs")
        for named in (True, False)
    ]
    return Barer(Fullest(forms), Rather(Fullest(forms), opens(view, ui, _counts(view, True))))


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
    """Those words, and the week's."""
    return [*week.door(view, ui), *door(view, ui)]


def counts(view: View, style: str = "heading") -> list[Element]:
    """How many are awake beside what that is worth."""
    assert view.groups is not None
    return [funders(view.groups, style), worth(view.groups, style)]


def _counts(view: View, named: bool) -> Element:
    assert view.groups is not None
    both = Row(counts(view, "subheading"), "s")
    rest = wears(view.groups, named)
    return Row([both, Grow(rest[0] if rest else Label("", "label"))], "l")


def _tables(view: View, ui: Ui, named: bool) -> Element:
    """Side by side, each as wide as its name asks, and of the same size."""
    assert view.groups is not None
    cells = [
        Grow(Own(_cell(view, ui, one, named)), max(len(one.title), _SHORT) + (_HELPED if one.card else 0))
        for one in view.groups.groups
    ]
    return Row(cells, "xs", "stretch")


def _cell(view: View, ui: Ui, group: GroupView, named: bool) -> Element:
    """A table and its name; one that people may help stands on a card, with what is promised to it."""
    name = Label(group.title, "tiny", "ink", "center", max_lines=2 if named else 1)
    shown = Grow(table(view, group, _TABLE if named else _LEAST, _MOST))
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
