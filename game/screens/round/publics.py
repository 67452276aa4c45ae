"""Who votes beside the table, on the screens of a round: how many of each public come, who goes and fetches
them, and the money beside what all that is eligible would cost.
"""

from engine.language import ntr, tr
from engine.telling.ballot import money
from engine.view.types import BallotView, PublicView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pill, Row
from game.pieces import ideas
from game.pieces.ideas import Bit, Ruler
from game.pieces.parts import Barer, Fullest, Own, Rather, opening
from game.pieces.publics import Coming, Mark, fetchers, fetching, whole
from game.screens.overlays import card

SCREEN = "publics"
"""The name of the page that shows them large."""


def strip(view: View, ui: Ui) -> Element:
    """The money above the publics; touched, a public's fetching opens as a card, all else the large view.
    Where there is no room for that, a line."""
    assert view.ballot is not None
    rows = [
        Column([opens(view, ui, purse(view.ballot, full=full)), Grow(_cells(view, ui, level))], "s")
        for level, full in ((0, True), (0, False), (1, False), (2, False))
    ]
    line = opens(view, ui, _line(view.ballot))
    return Barer(Rather(Fullest(rows), line), Rather(Fullest([*rows, line]), line))


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.ballot is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.ballot.title))


def doors(view: View, ui: Ui) -> list[Element]:
    """A word that opens the large view, where the publics are not shown."""
    return [] if view.ballot is None else [opens(view, ui, Pill(tr("Qui vote ?"), "plain"))]


def counted_by(ballot: BallotView) -> list[Element]:
    """The way of counting, once it is adopted."""
    title = next((one.title for one in ballot.methods if one.id == ballot.method), "")
    return [Pill(tr("on comptera : {method}", method=title), "kept")] if title else []


def purse(ballot: BallotView, height: float = 34.0, full: bool = True) -> Element:
    """What is eligible, as blocks along a ruler of the money: whether it all fits. In `full`, whose it is."""
    bits = tuple(
        Bit(idea.price, ideas.colour(ballot, id_), ideas.letter(ballot, id_)) for id_, idea in ballot.ideas
    )
    asked = ideas.asked_of(ballot)
    tone = "broken" if asked > ballot.money else "ink"
    said = _eligible(ballot)
    words: Element = Label(f"{said} : {money(asked)}" if asked else said, "name", tone, one_line=True)
    theirs = _theirs(ballot)
    if full and theirs:
        words = Column([words, Label(theirs, "label", "part", one_line=True)], "none")
    for_all = Label(tr("pour {money}", money=ballot.money_told), "name", "quiet", one_line=True)
    ruler = Ruler(bits, ballot.money, height, "label", least_height=26.0)
    return Row([words, for_all, Grow(ruler, 1.0, 300), *counted_by(ballot)], "m")


def _eligible(ballot: BallotView) -> str:
    """How many ideas may be voted on: those that others had submitted, as long as there are no others."""
    count = len(ballot.eligible)
    if not count:
        return tr("Pas encore d’idée recevable")
    if count == len(ballot.submitted):
        return ntr("{n} idée déjà au catalogue", "{n} idées déjà au catalogue", count)
    return ntr("{n} idée recevable", "{n} idées recevables", count)


def _theirs(ballot: BallotView) -> str:
    """Whose ideas these are; "" where the table made them all eligible."""
    theirs = len(ballot.submitted)
    if not theirs:
        return ""
    if theirs == len(ballot.eligible):
        return tr("déposées par d’autres, et recevables")
    return ntr(
        "dont {n} déjà au catalogue, déposée par d’autres",
        "dont {n} déjà au catalogue, déposées par d’autres",
        theirs,
    )


def may_vote(ballot: BallotView) -> str:
    """How many voices there are."""
    return ntr("{n} voix peut voter", "{n} voix peuvent voter", ballot.voices)


def _line(ballot: BallotView) -> Element:
    """How many voices there are, and what is eligible."""
    words = may_vote(ballot)
    asked = tr("{asked} demandés pour {money}", asked=money(ideas.asked_of(ballot)),
               money=ballot.money_told)  # fmt: skip
    row: list[Element] = [Label(words, "name"), Grow(Label(asked, "label"))]
    return Card(Row([*row, Pill(tr("Voir"), "plain")], "m"), "l", "s")


def _cells(view: View, ui: Ui, level: int) -> Element:
    """The publics side by side."""
    assert view.ballot is not None
    most = whole(view.ballot)
    cells = [Grow(_cell(view, ui, one, most, level)) for one in view.ballot.publics]
    return Own(Row(cells, "s", "stretch"), 1.15)


def _cell(view: View, ui: Ui, one: PublicView, most: int, level: int) -> Element:
    """A public: its sign and name, its voices; the token that fetching takes, on a card with a golden rim."""
    project = fetching(view, one)
    style = "name" if level < 1 else "label"
    name = Grow(Label(one.title, style, "ink", max_lines=2 if level < 2 else 1))
    voices = Label(str(one.voices), "subheading" if level < 1 else "name", "ink", one_line=True)
    head = Row([Mark(34.0 if level < 1 else 28.0, one.number), name, voices], "xs")
    bar = Coming(one, most, 22.0)
    below: list[Element] = [bar]
    if project is not None:
        below = [Row([Grow(bar), fetchers(view, project, 28.0)], "s")]
    rows: list[Element] = [head, *below]
    shown = Column(rows, 4.0, justify="center")
    if project is None:
        return Card(shown, "s", 8.0, "sand", "line", edge=False, radius="m")
    cell = Card(shown, "s", 8.0, "panel", "gold", 4.0, edge=False, radius="m")
    return card.opens(project, ui, cell)
