"""What a project does to groups, on its card opened large: their tables now, and then."""

from collections.abc import Sequence

from engine import numbers
from engine.language import tr
from engine.view.types import GroupTouch, GroupView, ProjectView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Row, Rule
from game.pieces.groups import helpers, moved, table, touches
from game.pieces.parts import Fullest
from game.pieces.tables import Table

_DRAWN = 96.0
"""Logical width of a table on a project's card."""


def touched(view: View, project: ProjectView) -> list[Element]:
    """The tables of those groups that it moves, before and after; where there is less room, in a line."""
    if view.groups is None or not project.touches:
        return []
    groups = {group.id: group for group in view.groups.groups}
    drawn = [_pair(groups[touch.group], touch) for touch in project.touches if touch.group in groups]
    forms: list[Element] = [Column(touches(view.groups, project, style="strong"), "none")]
    if len(drawn) == len(project.touches):
        forms.insert(0, Flow(drawn, "l", "s"))
    return [Rule(), Grow(Fullest(forms))]


def _pair(group: GroupView, touch: GroupTouch) -> Element:
    """One group as it is, what changes, and as it would be."""
    life, autonomy = _least(group.life + touch.life), _least(group.autonomy + touch.autonomy)
    before = Table(group.life, group.autonomy, group.holds, width=_DRAWN)
    after = Table(life, autonomy, autonomy >= numbers.ALONE, width=_DRAWN)
    what = Row(moved(touch.life, touch.autonomy), "s")
    arrow = Label("→", "name", "quiet", one_line=True)
    words = Column([Label(group.title, "name", one_line=True), what], "none")
    return Row([before, arrow, after, words], "xs")


def _least(level: int) -> int:
    return min(max(level, 0), numbers.MOST_LEVEL)


# ---- Going to help -------------------------------------------------------------------------------------


def helping(view: View, project: ProjectView) -> tuple[Element, Element]:
    """Its title; the table now, and as it ends this round: nobody came, somebody did, it had asked for it."""
    assert view.groups is not None
    group = view.groups.group(project.group)
    head = Row([Grow(Label(project.title, "title")), helpers(view, project, 64.0)], "l")
    member = next((who.short for who in view.characters if who.id == group.member), "")
    shown: list[Element] = [
        _case(tr("Maintenant"), table(view, group, 230.0), "sand"),
        _case(tr("Si personne ne vient"), _after(group, 0, 0), "panel"),
        _case(tr("Si quelqu’un vient"), _after(group, numbers.HELP_LIFE, -numbers.HELP_AUTONOMY), "panel"),
    ]
    if member:
        words = tr("Si quelqu’un vient, et que {name} l’a demandé", name=member)
        shown.append(_case(words, _after(group, numbers.HELP_LIFE, 0), "panel"))
    cases = Row([Grow(one) for one in shown], "m", "stretch")
    return head, Column([Label(project.text, "lead"), Grow(cases), *_so(group)], "m")


def _after(group: GroupView, life: int, autonomy: int) -> Table:
    """A group at the end of a round in which so much happened to it."""
    alone = _least(group.autonomy + autonomy)
    left = _least(_least(group.life + life) - (numbers.WORN if alone < numbers.ALONE else 0))
    return Table(left, alone, alone >= numbers.ALONE, width=230.0)


def _case(words: str, shown: Table, fill: str) -> Element:
    told: Sequence[Element] = [Grow(shown), Label(words, "strong", "ink", "center")]
    return Card(Column(told, "xs"), "m", "s", fill, edge=False)


def _so(group: GroupView) -> list[Element]:
    """Why it is less than one would think."""
    if group.holds:
        return []
    words = tr(
        "À chaque révélation, qui a moins de {n} pieds perd {less} de vie.",
        n=numbers.ALONE,
        less=numbers.WORN,
    )
    return [Label(words, "small")]
