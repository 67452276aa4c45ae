"""Pages of the Bilan on a vote: the same ballots counted in other ways, and who gave which grade to what."""

from engine.debrief.types import Bilan
from engine.language import tr
from engine.view.types import BallotView, CountView, PaperView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Pad, Pill, Row, Rule, Sized, Spacer
from game.pieces import ideas
from game.pieces.ballots import Tick, grade_legend
from game.pieces.ideas import Ruler
from game.pieces.parts import Fullest, Own, face, paged
from game.pieces.publics import marks, titled


def recounted(view: View, ui: Ui, data: Bilan) -> Element:
    """A ruler for each way of counting, the one that was used first; what differs stands out."""
    shown = view.ballot
    assert shown is not None
    assert shown.count is not None
    title = Label(tr("Les mêmes bulletins, comptés autrement"), "title")
    others = [_ruler(shown, one, shown.count) for one in shown.recounts]
    first = _ruler(shown, shown.count, None)
    rulers = Own(Column([Grow(one) for one in (first, *others)], "m"), 1.3)
    return Column([title, Grow(rulers, 2.6), Grow(Own(_titles(shown)), 1.0)], "m")


def _ruler(shown: BallotView, count: CountView, used: CountView | None) -> Element:
    """A count: how, what it came to, its blocks; `used`: what the town counted with."""
    before = {one.id for one in used.funded} if used is not None else set()
    now = {one.id for one in count.funded}
    head: list[Element] = [Label(count.title, "heading", "ink", max_lines=1)]
    if used is None:
        head.append(Pill(tr("✓ adopté"), "dark", "name"))
    words = Label(count.told, "name", "ink", "right", max_lines=2)
    served = marks(shown, count.served, 30.0, all_=True)
    bits = tuple(
        ideas.counted_bit(
            shown, one, new=used is not None and one.id not in before, key=f"{count.method}.{one.id}"
        )
        for one in count.funded
    )
    ruler = Ruler(bits, shown.money, 78.0, "heading", least_height=44.0)
    rows: list[Element] = [Row([*head, Grow(words), served], "m"), ruler]
    if used is not None:
        rows.append(_differs(shown, used, count, before, now))
    return Card(Column(rows, "xs", justify="center"), "l", "s", "kept_soft" if used is None else "panel")


def _differs(
    shown: BallotView, used: CountView, count: CountView, before: set[str], now: set[str]
) -> Element:
    """Which ideas come in, and which go out."""
    comes = [one.id for one in count.funded if one.id not in before]
    goes = [one.id for one in used.funded if one.id not in now]
    if not comes and not goes:
        return Label(tr("Les mêmes idées."), "label")
    row: list[Element] = []
    for said, found, faint in ((tr("en plus"), comes, False), (tr("en moins"), goes, True)):
        if found:
            row.append(Label(said, "label", "ink", one_line=True))
            row.append(Row([ideas.badge(shown, id_, 34.0, faint) for id_ in found], 6.0))
    return Flow(row, "s", "xs")


def _titles(shown: BallotView) -> Element:
    """Which letter stands for which idea; whose sign is whose."""
    assert shown.count is not None
    drawn = {one.id for count in (shown.count, *shown.recounts) for one in count.funded}
    forms: list[Element] = []
    signs = Flow([titled(one, "tiny", 26.0) for one in shown.publics], "m", "none")
    for columns, all_ in ((2, True), (3, True), (3, False), (4, False)):
        cells = [
            _titled(shown, id_, idea.title, columns > 2) for id_, idea in shown.ideas if all_ or id_ in drawn
        ]
        forms.append(Column([Grid(cells, columns, "m", "xs"), signs], "s"))
    named = [_titled(shown, id_, idea.title, True, True) for id_, idea in shown.ideas if id_ in drawn]
    return Fullest([*forms, Flow(named, "m", 4.0)])


def _titled(shown: BallotView, id_: str, title: str, short: bool, line: bool = False) -> Element:
    if line:
        return Row([ideas.badge(shown, id_, 30.0), Label(title, "tiny", "ink", one_line=True)], "xs")
    words = Label(title, "label" if short else "small", "ink", max_lines=2)
    return Row([ideas.badge(shown, id_, 36.0), Grow(words)], "s")


# ---- Who graded what ------------------------------------------------------------------------------------


def papers(view: View, ui: Ui, data: Bilan) -> Element:
    """Every ballot of the table, idea by idea."""
    shown = view.ballot
    assert shown is not None
    people = [one for one in shown.papers if any(who.id == one.who for who in view.characters)]
    title = Row(
        [
            Grow(Label(tr("Les bulletins de la table"), "title")),
            Flow(grade_legend(shown.grades), "m", "xs", "end"),
        ],
        "l",
    )
    rows = [_row(shown, people, id_, idea.title) for id_, idea in shown.ideas]
    head = _faces(view, people)
    whole: Element = Own(Column([head, Rule(), *(Grow(row) for row in rows)], 4.0), 1.2)
    turned: Element = Column([head, Rule(), Grow(paged(ui, "ballots-told", rows, "xs"))], 4.0)
    return Column([title, Grow(Card(Fullest([whole, turned]), "l", "s"))], "m")


_WIDE = 92.0
_ABREAST, _LETTERS = 10, 9
"""Characters whose names stand side by side, and letters of such a name; longer ones are turned."""


def _faces(view: View, people: list[PaperView]) -> Element:
    """Whose column is whose."""
    cells: list[Element] = []
    for paper in people:
        who = view.character(paper.who)
        long = len(people) > _ABREAST or len(who.short) > _LETTERS
        name = Label(who.short, "tiny", "ink", "center", one_line=True, turned=long)
        cells.append(Sized(Column([name, face(who, 54.0)], "none", "center"), _WIDE))
    return Row([Grow(Spacer()), *cells], 4.0, "end")


def _row(shown: BallotView, people: list[PaperView], id_: str, title: str) -> Element:
    """An idea, and its grades from everybody."""
    cells: list[Element] = []
    for paper in people:
        given = dict(paper.grades or ()).get(id_)
        cell: Element = Label("–", "name", "quiet", "center", one_line=True)
        if given is not None:
            cell = Tick(given, True, 38.0)
        cells.append(Sized(cell, _WIDE))
    words = Label(title, "name", "ink", max_lines=2)
    return Row([ideas.badge(shown, id_, 36.0), Grow(Pad(words, "s", "none")), *cells], 4.0)
