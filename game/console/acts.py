"""The act that the room debates, and what the observers ticked."""

from engine.language import tr
from engine.play.commands import PickAct, Tick
from engine.view.types import CharacterView, View
from game.console import counts
from game.console.hands import counts_of, in_counts
from game.console.pieces import stepper
from game.console.postures import postures
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Sized
from game.pieces.parts import choice_chip, face, paged


def tabs(view: View) -> list[Tab]:
    """What a debate has to count; on the map, where each one stands."""
    found: list[Tab] = [("postures", tr("Postures"), postures)] if view.map is not None else []
    return [*found, *counts.debate_tabs(view)]


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
    foot: list[Element] = []
    if debate.picked is not None and debate.picked.another:
        other = Do(PickAct(act=debate.picked.id, card=debate.picked.another))
        asked = Grow(Label(debate.picked.question, "small"))
        foot = [Row([asked, Button(tr("Une autre question"), "another-question", other, "quiet")], "s")]
    return Column([help_, Grow(paged(ui, "acts", lines)), *foot], "s")


def ticks(view: View, ui: Ui) -> Element:
    """For each character: how many of those who follow it ticked told, asked, heard, decided."""
    legal = view.allows("tick")
    assert legal is not None
    recorded = dict(view.console.ticks) if view.console else {}
    counted = dict(view.console.observers) if view.console else {}
    lines: list[Element] = [
        _ticked(view.phase.round, who, ui, recorded.get(who.id), counted.get(who.id, 0) or followers(view))
        for who in view.characters
        if who.id in legal.who
    ]
    help_ = Label(
        tr(
            "Pour qui suit un personnage sans le tenir : l’a-t-on informé, consulté, écouté, a-t-il "
            "décidé ? Comptez les mains ; le Bilan le montre. Rien n’y oblige."
        ),
        "small",
    )
    return Column([help_, Grow(paged(ui, "ticks", lines))], "s")


def followers(view: View) -> int:
    """How many follow each character: those who hold none, shared out; one at least."""
    others = view.participants - sum(who.held for who in view.characters)
    return max(1, round(others / max(1, len(view.characters))))


def _ticked(
    number: int, who: CharacterView, ui: Ui, recorded: tuple[int, int, int, int] | None, observers: int
) -> Element:
    """One character's counters of round `number`: what was ticked in another does not come back."""
    name = f"tick.{number}.{who.id}"
    before = (*(recorded or (0, 0, 0, 0)), observers)
    values = counts_of(ui, name, before)
    words = (tr("informé"), tr("consulté"), tr("écouté"), tr("décidé"), tr("observateurs"))
    steps: list[Element] = [
        stepper(name, values, i, 99, in_counts(ui, name), sign=Label(word, "tiny", "ink", one_line=True))
        for i, word in enumerate(words)
    ]
    told, asked, heard, decided, many = values
    command = Tick(who=who.id, told=told, asked=asked, heard=heard, decided=decided, observers=many)
    changed = recorded is None or values != before
    save = Button(tr("Noter"), f"{name}.save", Do(command), "chip", enabled=changed)
    return Row(
        [face(who, 40.0), Sized(Label(who.short, "name"), 100.0), Grow(Flow(steps, "s", "xs")), save], "s"
    )
