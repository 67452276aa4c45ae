"""The model's move of each held character, which its holder accepts or places elsewhere."""

from dataclasses import dataclass

from engine.language import signed, tr
from engine.play.commands import PlacePosture
from engine.view.types import MoveView, View
from game.console.pieces import stepper
from game.console.seen import seen
from game.front.drafts import Form
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Sized, Spacer
from game.pieces.parts import face, paged
from game.screens.map.drawing import has_moved

_STEP = 4
"""Steppers count quarters of a level."""


@dataclass(frozen=True, slots=True)
class Quarters(Form):
    """Where the holder of `about` would stand, in quarters of a level: synergy, antagonism. None: as the
    model proposes.
    """

    at: tuple[int, int] | None = None


def postures(view: View, ui: Ui) -> Element:
    """One line for each move; those still proposed can be accepted or changed."""
    assert view.map is not None
    if seen(view, ui) and not has_moved(view, ui):
        words = tr("La salle devine d’abord qui va bouger. Les places viennent après « Voir qui bouge ».")
        return Column([Label(words, "body"), Grow(Spacer())])
    legal = view.allows("place-posture")
    free = legal.who if legal else ()
    lines: list[Element] = [
        _line(view, ui, move, move.who in free) for move in view.map.moves if move.who in free
    ]
    if not lines:
        return Column(
            [Label(tr("Personne n'a de place à choisir : le modèle a parlé."), "body"), Grow(Spacer())]
        )
    help_ = Label(tr("Le modèle propose ; la personne dispose. L'écart est gardé pour le Bilan."), "small")
    return Column([help_, Grow(paged(ui, "postures", lines))], "s")


def _line(view: View, ui: Ui, move: MoveView, free: bool) -> Element:
    who = view.character(move.who)
    name = f"posture.{move.who}"
    proposed = (round(move.after.synergy * _STEP), round(move.after.antagonism * _STEP))
    values = ui.form(Quarters, move.who).at or proposed
    words = (tr("pour"), tr("contre"))
    steps: list[Element] = [_quarters(move.who, values, i, word) for i, word in enumerate(words)]
    command = PlacePosture(who=move.who)
    if values != proposed:
        command = PlacePosture(who=move.who, synergy=values[0] / _STEP, antagonism=values[1] / _STEP)
    button = Button(
        _word(move, values != proposed), f"{name}.save", Do(command, then=(Quarters(move.who),)), "chip",
        enabled=move.proposed or values != proposed,
        reserve=(tr("Placer ici"), tr("Accepter"), tr("✓ placé")),
    )  # fmt: skip
    left = Column([Label(who.short, "name"), Label(move.after.word, "tiny")], "none")
    return Row([face(who, 40.0), Sized(left, 130.0), Grow(Flow(steps, "m", "xs")), button], "s")


def _word(move: MoveView, moved: bool) -> str:
    """What the button of a line says; once placed it says so, where it stood, and no line grows."""
    if moved:
        return tr("Placer ici")
    return tr("Accepter") if move.proposed else tr("✓ placé")


def _quarters(who: str, values: tuple[int, int], index: int, word: str) -> Element:
    """A stepper that shows the level it stands for: 2,75."""
    shown = signed(values[index] / _STEP, 2).lstrip("+")
    sign = Label(f"{word} {shown}", "small", "ink", one_line=True)

    def keep(now: tuple[int, ...]) -> Form:
        return Quarters(who, (now[0], now[1]))

    return stepper(f"posture.{who}", values, index, 4 * _STEP, keep, _STEP, sign, number=False)
