"""The page of the Bilan on the debates of those who train: each act, and what they made of it."""

from engine.debrief.types import Bilan, DebateLine
from engine.language import tr
from engine.view.types import View
from game.front.alone import me
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pill, Row, Span
from game.pieces.parts import Own, paged


def debated(view: View, ui: Ui, data: Bilan) -> Element:
    """One card a round; what a sentence was is told, never who was right."""
    words = tr("Ce que sont les phrases se vérifie. COOP ou pas COOP, cela se discute.")
    cards = [_round(view, line) for line in data.debates]
    return Column(
        [
            Label(tr("Les actes débattus"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Own(paged(ui, "debated", cards, "m"), 1.2)),
        ],
        "m",
    )


def _round(view: View, line: DebateLine) -> Element:
    said: list[Element] = []
    if line.coop or line.not_coop:
        said = [Pill(_verdict(view, line), "kept" if line.coop > line.not_coop else "broken")]
    head = Row([Label(tr("Tour {n}", n=line.round), "label"), *said], "m")
    rows: list[Element] = [head, Label(line.act, "strong")]
    for text, what, told in line.sentences:
        mark = Span("✓ " if told else "· ", "kept", True)
        rows.append(Label([mark, Span(tr("{text} C’est {claim}.", text=text, claim=what))], "small"))
    return Card(Column(rows, "xs"), "l", "s")


def _verdict(view: View, line: DebateLine) -> str:
    """One's own answer, or how many of each."""
    if me(view) is None:
        return tr("COOP {coop} · pas COOP {not_coop}", coop=line.coop, not_coop=line.not_coop)
    return tr("Vous avez dit : COOP") if line.coop else tr("Vous avez dit : pas COOP")
