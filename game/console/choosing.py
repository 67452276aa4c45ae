"""Counting what the room chooses: by which method, and how many hands for each answer."""

from dataclasses import dataclass, replace

from engine.language import tr
from engine.play.commands import Choose
from engine.view.types import OptionView, RoomChoice, View
from game.console import hands
from game.console.hands import SAVE, counted, entries
from game.console.pieces import chips, labelled, picked
from game.front.drafts import Form
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer

GRADED = "majority-judgement"
"""The way of choosing in which each answer is given grades."""


@dataclass(frozen=True, slots=True)
class Method(Form):
    """The way of choosing that the facilitator has taken, and the answer whose grades are counted."""

    method: str = ""
    option: str = ""


def tabs(view: View) -> list[Tab]:
    """Count the answers, while they may be."""
    return [("choose", tr("Choix de la salle"), choose)] if view.allows("choose") else []


def choose(view: View, ui: Ui) -> Element:
    """The method, then a counter for each answer, or the draw."""
    choice, legal = view.room_choice, view.allows("choose")
    assert choice is not None
    assert legal is not None
    form = ui.form(Method)
    ways = [(method, word) for method, word in choice.methods if method in legal.methods]
    method = picked(form.method, [key for key, _ in ways])
    row = chips("choose.method", ways, method, lambda key: replace(form, method=key))
    rows: list[Element] = [labelled(tr("On choisit"), row)]
    level = [option.title for option in choice.options if option.tied]
    if level and not any(option.chosen for option in choice.options):
        rows.append(Label(tr("Égalité : {titles}.", titles=" · ".join(level)), "body", "part"))
    if method == "draw":
        draw = Button(tr("Tirer au sort"), "choose.draw", Do(Choose(method="draw")), "primary")
        rows += [Grow(Spacer()), Row([draw, Grow(Spacer())])]
    elif method == GRADED:
        rows += _grades(view, ui, choice, replace(form, method=method))
    else:
        rows += _hands(view, ui, choice.options, method)
    return Column(rows, "s")


def _hands(view: View, ui: Ui, options: tuple[OptionView, ...], method: str) -> list[Element]:
    """One number for each answer."""
    name = f"choose.{view.phase.round}.{method}"
    before = tuple(option.counts[0] if len(option.counts) == 1 else 0 for option in options)
    values = counted(ui, name, before)
    words = [(option.title, "ink") for option in options]
    counts = {option.id: (n,) for option, n in zip(options, values, strict=True)}
    save = Do(Choose.model_validate({"method": method, "counts": counts}), clear=entries(name, len(values)))
    ready = Button(tr("Enregistrer"), SAVE, save, "primary", enabled=any(values), hint="Entrée")
    return [hands.counters(ui, name, values, words), Grow(Spacer()), Row([ready, Grow(Spacer())])]


def _grades(view: View, ui: Ui, choice: RoomChoice, form: Method) -> list[Element]:
    """Five numbers for each answer, one answer at a time."""
    options = choice.options
    option = picked(form.option, [one.id for one in options])
    row = chips("choose.option", [(one.id, one.title) for one in options], option,
                lambda key: replace(form, option=key))  # fmt: skip

    def values(id_: str) -> tuple[int, ...]:
        before = next(one.counts for one in options if one.id == id_)
        none = (0,) * len(choice.grades)
        return counted(ui, f"choose.{view.phase.round}.{id_}", before if len(before) == len(none) else none)

    counts = {one.id: values(one.id) for one in options}
    name = f"choose.{view.phase.round}.{option}"
    words = [(word, "ink") for word in choice.grades]
    save = Do(Choose.model_validate({"method": form.method, "counts": counts}))
    ready = Button(tr("Enregistrer"), SAVE, save, "primary", enabled=any(map(any, counts.values())))
    return [
        labelled(tr("Pour"), row),
        hands.counters(ui, name, counts[option], words),
        Grow(Spacer()),
        Row([ready, Grow(Spacer())]),
    ]
