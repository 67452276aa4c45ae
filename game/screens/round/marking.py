"""One holder's own ballot, marked on this computer under the cover, or by who trains alone."""

from engine.language import ntr, tr
from engine.play.commands import PassTo
from engine.view.types import View
from game.front.alone import me
from game.front.intents import Do, GoOn
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row
from game.pieces.marking import grid, hand_in
from game.pieces.parts import Own, actions, header, named, page
from game.pieces.secrets import secret_card
from game.screens.round.choice import Unveiled, sitting


def private(view: View, ui: Ui) -> Element:
    """Who it is, what they want, and their ballot. It is handed in by no remote control."""
    assert view.ballot is not None
    who = view.character(view.audience.character or sitting(view) or "")
    after = GoOn() if me(view) is not None else None  # who plays alone has nobody to wait for
    button, said = hand_in(view, ui, who.id, "Ctrl ⏎", (Unveiled(),), after)
    buttons: list[Element] = [button]
    if me(view) is None:
        back = Do(PassTo(who=None), then=(Unveiled(),))
        buttons.append(Button(tr("Cacher et rendre"), "give-back", back))
    weighs = ntr("Votre bulletin pèse {n} voix.", "Votre bulletin pèse {n} voix.", view.ballot.people)
    keys = Label(tr("1 à 5 : la mention, et la ligne suivante. ↑ ↓ : une autre ligne."), "small")
    left = Column([named(who, 96.0, "heading"), Grow(Own(secret_card(view, who), 1.2))], "m")
    head = Row([Label(weighs, "strong", "ink"), Grow(keys)], "m")
    right = Column([head, Grow(Own(grid(view, ui, who.id, full=True)))], "m")
    body = Row([Grow(Own(left), 1, 420), Grow(right, 2.2, 900)], "xl", "stretch")
    return page(header(view, ui), body, actions(view, ui, buttons, said))
