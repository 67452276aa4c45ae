"""The act that the room debates, and what the observers ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.language import ntr, tr
from engine.play.commands import PickAct, Tick
from engine.view.types import View
from game.console import counts
from game.console.hands import SAVE, counted, entries, in_counts, number_field
from game.console.pieces import choices, labelled, picked, stepped
from game.console.postures import postures
from game.front.drafts import Counted, Form
from game.front.intents import Do, Draft, Go
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.parts import choice_chip, paged
from game.screens.overlays.meanings import steps_of_participation


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


@dataclass(frozen=True, slots=True)
class Following(Form):
    """Whose followers are being counted; "" the first who waits."""

    who: str = ""


def ticks(view: View, ui: Ui) -> Element:
    """For one character at a time, those whom people hold first: how far those who follow it saw it go, by a
    hand each at the last step that was lived. A step counts for those below it.
    """
    legal = view.allows("tick")
    assert legal is not None
    recorded = dict(view.console.ticks) if view.console else {}
    people = sorted((who for who in view.characters if who.id in legal.who), key=lambda who: not who.held)
    waiting = [who.id for who in people if who.held and who.id not in recorded]
    ids = [who.id for who in people]
    chosen = picked(ui.form(Following).who, [*waiting[:1], *ids])
    chips = choices(
        "tick.who", [(who.id, who.short) for who in people], chosen, lambda who: Following(who=who)
    )
    ask = tr(
        "À qui suit {name} sans le tenir : ce tour, jusqu’où est-on allé ?", name=view.character(chosen).short
    )
    show = Button(tr("Montrer l’échelle à la salle"), "show-ladder", Go("ladder"), "chip")
    return Column(
        [
            Row([Grow(Label(ask, "body")), show], "s"),
            labelled(tr("Pour qui"), Flow(chips, "xs", "xs")),
            *_steps(view, ui, chosen, [who for who in waiting if who != chosen]),
        ],
        "s",
    )


def _steps(view: View, ui: Ui, who: str, waiting: Sequence[str]) -> list[Element]:
    """Five counters, one a step, and the button that records them and goes on to whoever waits."""
    console = view.console
    before = (
        _by_step(dict(console.ticks).get(who), dict(console.observers).get(who, 0)) if console else (0,) * 5
    )
    name = f"tick.{view.phase.round}.{who}"
    values = counted(ui, name, before)
    columns: list[Element] = []
    for i, (word, _) in enumerate(steps_of_participation()):
        more, less = (Draft(in_counts(ui, name)(stepped(values, i, by))) for by in (1, -1))
        columns.append(
            Grow(
                Column(
                    [
                        Label(word, "label", align="center"),
                        Row([number_field(ui, name, values, i, "subheading", word)], "xs", justify="center"),
                        Button("+1", f"{name}.{i}.more", more, "quiet"),
                        Button("−1", f"{name}.{i}.less", less, "chip", enabled=values[i] > 0),
                    ],
                    "xs",
                )
            )
        )
    form = ui.form(Counted, name)
    then = (replace(form, counts=values, saved=values), Following(who=waiting[0] if waiting else who))
    new = values != before or (sum(values) == 0 and form.saved is None)
    kept = Do(_tick(who, values), entries(name, len(values)), then)
    save = Button(tr("Enregistrer"), SAVE, kept, "primary", "⏎", enabled=new)
    said = ntr("{n} main levée", "{n} mains levées", sum(values))
    return [Row(columns, "xs"), Grow(Spacer()), Row([save, Grow(Label(said, "small", align="right"))], "s")]


def _by_step(ticked: tuple[int, int, int, int] | None, observers: int) -> tuple[int, ...]:
    """How many raised their hand at each step, from how many ticked each."""
    told, asked, heard, decided = ticked or (0, 0, 0, 0)
    many = max(observers if ticked else 0, told)
    return tuple(max(n, 0) for n in (many - told, told - asked, asked - heard, heard - decided, decided))


def _tick(who: str, values: tuple[int, ...]) -> Tick:
    """The same as a command: how many lived each step, and how many watched."""
    observers, told, asked, heard, decided = (sum(values[i:]) for i in range(5))
    return Tick(who=who, told=told, asked=asked, heard=heard, decided=decided, observers=observers)
