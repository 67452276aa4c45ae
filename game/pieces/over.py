"""What lies over a screen: a sheet in its middle, a page for the last row, the button that closes them."""

from engine.language import tr
from game.front.intents import Back
from game.kit import Button, Card, Column, Element, Grow, Label, Row, Spacer, centred
from game.kit.fitting import Own


def sheet(title: str, body: Element, buttons: list[Element], width: float = 1300.0) -> Element:
    """A card in the middle of the picture: a title, a body, a row of buttons."""
    rows: list[Element] = [Label(title, "title"), body, Row([*buttons, Grow(Spacer())], "m")]
    return centred(Card(Column(rows, "l"), "xl", "l"), width)


def spread(title: Element, body: Element, foot: list[Element], most: float = 1.4) -> Element:
    """A card over almost the whole picture, words as large as it can hold (up to `most` times as designed),
    for the last row of seats."""
    rows = Column([title, Grow(Own(body, most)), Row(foot, "l")], "m")
    side = Spacer(100.0)
    across = Row([side, Grow(Card(rows, "xl", "l")), side], "none", "stretch")
    return Column([Spacer(h=40.0), Grow(across), Spacer(h=40.0)], "none")


def close() -> Button:
    """The button that closes a sheet, as Escape does."""
    return Button(tr("Fermer"), "close", Back(), "primary")
