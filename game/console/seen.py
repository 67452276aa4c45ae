"""A pane that the room sees: what nobody may read there before its time is written only once somebody says
that the projector's picture is off.
"""

from dataclasses import dataclass
from typing import ClassVar

from engine.language import tr
from engine.view.types import View
from game.front.drafts import Form
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Button, Element, Grow, Label, Row


@dataclass(frozen=True, slots=True)
class Projector(Form):
    """Whether somebody has said that its picture is off; forgotten with the step, and with the panel."""

    off: bool = False
    lasts: ClassVar[bool] = False


def seen(view: View, ui: Ui) -> bool:
    """Whether the room reads what is written in this pane now."""
    return view.audience.mirrored and not ui.form(Projector).off


def guard(view: View, ui: Ui, why: str, shared: bool = False) -> list[Element]:
    """One line of one height where a pane may be seen: why something is hidden, and what shows it; once it
    is shown, what hides it again. `shared`: others sit before the same screen, and look away.
    """
    if not (view.audience.mirrored or shared):
        return []
    show, hide = tr("L’image est coupée : montrer"), tr("Cacher")
    clear = tr("L’image est coupée : la salle ne voit rien.")
    if shared:
        show, clear = tr("Nous y sommes : écrire"), why
    if not ui.form(Projector).off:
        off = Button(show, "picture-off", Draft(Projector(off=True)), "chip", reserve=(hide,))
        return [Row([Grow(Label(why, "small")), off], "s")]
    on = Button(hide, "picture-on", Draft(Projector()), "primary", style="chip", reserve=(show,))
    return [Row([Grow(Label(clear, "small")), on], "s")]
