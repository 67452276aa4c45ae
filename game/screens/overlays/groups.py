"""The groups, opened large: every table with its numbers, who comes to help, and how to read all that."""

from engine import numbers
from engine.language import ntr, tr
from engine.view.types import GroupView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Row, Spacer, Span
from game.pieces.groups import funders, help_card, helpers, table, wears, worth
from game.pieces.over import close, sheet, spread
from game.pieces.tables import Firm, Leg, Night, Seat


def groups(view: View | None, ui: Ui) -> Element:
    """All the tables under the two counts."""
    if view is None or view.groups is None:
        return sheet(tr("Il n’y a pas de groupe à montrer."), Spacer(), [close()])
    shown = view.groups
    head = Row(
        [Grow(Label(shown.title, "title", max_lines=1)), funders(shown, "title"), worth(shown, "title")], "m"
    )
    columns = 3 if len(shown.groups) > 4 else 2
    cells = [_cell(view, group) for group in shown.groups]
    body = Column([Grow(Grid(cells, columns, "s", "s", equal=True, fill=True)), *wears(shown)], "s")
    return spread(head, body, [close(), Grow(legend())], 1.0)


def _cell(view: View, group: GroupView) -> Element:
    """A group's table; beside it its name, its numbers, and what becomes of it."""
    numbers_ = tr("vie {life} · autonomie {autonomy}", life=group.life, autonomy=group.autonomy)
    told: list[Element] = [Label(group.title, "subheading"), Label(numbers_, "label", "ink")]
    member = next((who.short for who in view.characters if who.id == group.member), "")
    if member:
        told.append(Label(tr("{name} en est", name=member), "tiny", "ink"))
    told += _becomes(group)
    project = help_card(view, group)
    words = Grow(Column(told, 2.0, justify="center"))
    if project is None:
        return Card(Row([table(view, group, 150.0), words], "m"), "m", "xs", edge=False)
    row = Row([table(view, group, 150.0), words, helpers(view, project, 44.0)], "m")
    return Card(row, "m", "xs", "panel", "gold", 5.0, edge=False)


def _becomes(group: GroupView) -> list[Element]:
    if not group.awake:
        return [Label(tr("dort"), "tiny")]
    if group.holds:
        return [Label(tr("tient sans aide"), "tiny", "kept")]
    if group.falls_asleep:
        return [Label(tr("s’endort ce tour, sans aide"), "tiny", "broken")]
    return []


def legend() -> Element:
    """How to read a table."""
    alone = ntr("{n} pied ou plus : tient sans aide", "{n} pieds ou plus : tient sans aide", numbers.ALONE)
    said = (
        (Seat(34.0), tr("vie : qui vient")),
        (Leg(34.0), tr("autonomie : ce qu’il fait sans aide")),
        (Firm(34.0), alone),
        (Night(34.0), tr("plus personne : il dort")),
    )
    return Flow(
        [Row([sign, Label([Span(words)], "tiny", "ink", one_line=True)], "xs") for sign, words in said],
        "m",
        "none",
    )
