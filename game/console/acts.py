"""The act that the room debates, and what the observers ticked."""

from engine.commands import PickAct, Tick
from engine.view.types import CharacterView, View
from engine.words import tr
from game.console.pieces import numbers, stepper
from game.intents import Do, Draft
from game.scene import Button, Column, Element, Flow, Grow, Label, Pages, Row, Sized
from game.screens.parts import choice_chip, face
from game.ui import Ui


def acts(view: View, ui: Ui) -> Element:
    """The acts of the round, the most ambiguous first; the one chosen is on the room's screen."""
    legal, debate = view.allows("pick-act"), view.debate
    assert legal is not None
    assert debate is not None
    chosen = debate.picked.id if debate.picked else ""
    lines: list[Element] = [
        choice_chip(act.sentence, f"act.{act.id}", Do(PickAct(act=act.id)), act.id == chosen)
        for act in debate.acts
        if act.id in legal.ids
    ]
    help_ = Label(tr("Choisissez l'acte qui fera parler, pas celui qui accuse."), "small")
    return Column(
        [help_, Grow(Pages(lines, ui.draft("acts.page", 0), "acts", lambda at: Draft("acts.page", at)))], "s"
    )


def ticks(view: View, ui: Ui) -> Element:
    """For each character: how many of those who follow it ticked told, asked, heard, decided."""
    legal = view.allows("tick")
    assert legal is not None
    recorded = dict(view.console.ticks) if view.console else {}
    lines: list[Element] = [
        _ticked(who, ui, recorded.get(who.id, (0, 0, 0, 0))) for who in view.characters if who.id in legal.who
    ]
    help_ = Label(tr("Ce que chaque observateur a vu arriver à son personnage ce tour-ci."), "small")
    page = Pages(lines, ui.draft("ticks.page", 0), "ticks", lambda at: Draft("ticks.page", at))
    return Column([help_, Grow(page)], "s")


def _ticked(who: CharacterView, ui: Ui, recorded: tuple[int, int, int, int]) -> Element:
    name = f"tick.{who.id}"
    values = numbers(ui, name, recorded)
    words = (tr("informé"), tr("consulté"), tr("écouté"), tr("décidé"))
    steps: list[Element] = [
        stepper(name, values, i, 99, sign=Label(word, "tiny", "ink", one_line=True))
        for i, word in enumerate(words)
    ]
    command = Tick(who=who.id, told=values[0], asked=values[1], heard=values[2], decided=values[3])
    save = Button(tr("Noter"), f"{name}.save", Do(command), "chip", enabled=values != tuple(recorded))
    return Row(
        [face(who, 40.0), Sized(Label(who.short, "name"), 100.0), Grow(Flow(steps, "s", "xs")), save], "s"
    )
