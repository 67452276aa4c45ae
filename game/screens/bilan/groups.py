"""Page of the Bilan on groups: what the funders' screen showed, round after round, beside what nobody asked;
the tables as they end.
"""

from engine.debrief.types import Bilan
from engine.language import tr
from engine.view.types import GroupsView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Grid, Grow, Label, Pad, Row
from game.pieces.groups import table
from game.pieces.parts import Own
from game.pieces.tables import Leg


def groups(view: View, ui: Ui, data: Bilan) -> Element:
    """The two counts round by round, then the tables."""
    shown = view.groups
    assert shown is not None
    words = tr("Deux nombres, tour après tour.")
    title = Column([Label(shown.title, "title"), Label(words, "lead", "quiet")], "xs")
    columns = -(-len(shown.groups) // 2) if len(shown.groups) > 6 else len(shown.groups)
    cells: list[Element] = [
        Pad(
            Column(
                [Grow(table(view, group, 140.0, over=True)), Label(group.title, "label", "ink", "center")],
                "none",
            ),
            "xs",
            "none",
        )
        for group in shown.groups
    ]
    tables = Card(Own(Grid(cells, columns, "s", "s", equal=True, fill=True)), "m", "s")
    return Column([title, Grow(_counts(shown), 1.0), Grow(tables, 1.25)], "m")


def _counts(shown: GroupsView) -> Element:
    """Two rows, a column for each round: how many awake, and their autonomy."""
    whens = [tr("Début"), *(tr("T{n}", n=n) for n in range(1, len(shown.history)))]
    awake = [str(n) for n, _ in shown.history]
    alone = [str(n) for _, n in shown.history]
    most = tr("{noun} éveillés, sur {n}", noun=shown.noun, n=len(shown.groups))
    over = [Grow(Label(when, "label", "ink", "center")) for when in whens]
    head = Pad(Row([Grow(Label("", "label"), 1.7), *over], "s"), "m", "none")
    return Column(
        [
            head,
            Grow(_line(tr("Ce que l’on a compté"), most, awake, "night")),
            Grow(_line(tr("Ce que personne n’a demandé"), tr("autonomie des éveillés"), alone, "kept_soft")),
        ],
        "xs",
    )


def _line(title: str, what: str, values: list[str], ground: str) -> Element:
    ink, said = ("on_night", "night_quiet") if ground == "night" else ("kept_ink", "kept_ink")
    words = Column([Label(title, "name", ink), Label(what, "tiny", said)], "none", justify="center")
    sign: list[Element] = [] if ground == "night" else [Leg(44.0)]
    cells = [Grow(Label(value, "number", ink, "center", one_line=True)) for value in values]
    row = Row([Grow(Row([*sign, Grow(words)], "s"), 1.7), *cells], "s")
    return Card(row, "m", "s", ground, None, edge=False, radius="m", fill_child=False)
