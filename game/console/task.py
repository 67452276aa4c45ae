"""What there is to do in the present phase, as tabs of one card."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import tr
from engine.play.commands import Advance, Announce, Finish
from engine.view.types import View
from game.console import acts, baton, counts, people, sheets, walking
from game.console.pieces import card
from game.front.drafts import Form
from game.front.intents import Do, Draft, Go, GoOn
from game.front.phases import FRONTS, Tab, named
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer
from game.pieces.panel import TaskTab, step_of
from game.pieces.parts import Own, choice_chip
from game.screens.bilan import promised
from game.screens.bilan.pages import at_last_page, open_leaf, page_before, record_button

_FOOT = 76.0
"""Logical height of the row that goes on: the same whatever it says."""


@dataclass(frozen=True, slots=True)
class Finishing(Form):
    """Whether somebody was asked if they mean to go straight to the Bilan."""

    asked: bool = False


def tabs(view: View, ui: Ui) -> list[Tab]:
    """What can be done now; the most pressing first."""
    found: list[Tab] = [*named(FRONTS[view.phase.kind].tabs or _no_tabs)(view)]
    if view.allows("follow-up") and (leaf := open_leaf(view, ui)) and leaf.turns == promised.PAGE:
        found.append(("promised", tr("Promis, tenu ?"), promised.asking))
    if view.allows("own-placing"):
        found.append(("placing", tr("Je ou nous"), counts.own_placing))
    if view.allows("tick") and view.reveal is not None:
        found.append(("ticks", tr("Observateurs"), acts.ticks))
    found += sheets.tabs(view, ui)
    found += people.tabs(view)
    if view.allows("pick-act"):
        found.append(("acts", tr("Acte"), acts.acts))  # last: it goes with the first count
    return found


def _no_tabs(_view: View) -> Sequence[Tab]:
    return ()


def task_card(view: View, ui: Ui) -> Card:
    """The phase's controls and, at the foot, the way on."""
    found = tabs(view, ui)
    body: Element = Column([*_nothing(view), Grow(Spacer())])
    head: Element | None = None
    if found:
        chosen = ui.form(TaskTab, step_of(view, ui)).name
        present = next((tab for tab in found if tab[0] == chosen), found[0])
        if len({name for name, _, _ in found} | {name for name, _ in _may_go(view)}) > 1:
            head = tab_row(view, ui, found, present[0])
        body = present[2](view, ui)
    way_on = Sized(foot(view, ui), h=_FOOT)
    return card(title(view), Grow(Own(body, 1.35)), way_on, right=Grow(head, 3) if head else None)


def tab_row(view: View, ui: Ui, found: Sequence[Tab], present: str) -> Element:
    """The tabs side by side. One that is over keeps its place, quiet: none moves under the hand."""
    here = {name: title for name, title, _ in found}
    gone = {name: title for name, title in _may_go(view) if name not in here}
    order = [*here, *gone]
    if "promised" in gone and "sheets" in here:  # where it comes with the first promise
        order.insert(order.index("sheets"), order.pop(order.index("promised")))
    if walking.NAME in gone:  # where it was before the walker went
        order.insert(0, order.pop(order.index(walking.NAME)))
    return Flow(
        [
            choice_chip(
                (here | gone)[name],
                f"task.{name}",
                Draft(TaskTab(step_of(view, ui), name)),
                name == present,
                enabled=name in here,
            )
            for name in order
        ],
        "xs",
        "xs",
    )


def _may_go(view: View) -> Sequence[tuple[str, str]]:
    """Tabs that come or go while a step lasts, with their titles."""
    if view.phase.kind == "negotiation" and view.allows("promise"):
        return (*walking.gone(view), *baton.gone(view), ("promised", tr("Annoncés")))
    if view.phase.kind == "forecast" and view.forecasts and not view.forecasts_shown:
        return (("select", tr("Choisir les promesses")),)
    if view.phase.kind == "debate" and view.phase.step == "vote":
        return (("acts", tr("Acte")),)
    return ()


def title(view: View) -> str:
    """The phase, as the facilitator calls it."""
    if view.phase.kind == "forecast":
        return tr("Pronostics")
    return view.phase.title


def _nothing(view: View) -> list[Element]:
    return [Label(FRONTS[view.phase.kind].waiting(), "body")]


def foot(view: View, ui: Ui) -> Element:
    """Go on; go straight to the Bilan, asked twice."""
    row: list[Element] = [*_way_on(ui)]
    if ui.room.looking:
        return Row([*row, Grow(Spacer())], "s")
    if ui.room.reading[0]:
        return Row([*row, Label(tr("La salle est en train de lire."), "small"), Grow(Spacer())], "s")
    if view.phase.kind == "briefing" and view.allows("advance"):
        row.append(Button(tr("Passer le dépliant"), "skip-briefing", Do(Advance()), "chip"))
    elif view.phase.kind == "bilan":
        before = page_before(view, ui)
        if before is not None:
            row.append(Button(tr("← Page d'avant"), "console-before", before, "chip"))
        if at_last_page(view, ui):
            row += record_button(ui, "console-record")
    elif not row and view.phase.kind == "choice" and view.choice and view.choice.waiting:
        row.append(Label(tr("On continue quand tous les choix sont confirmés."), "small"))
    elif not row and view.phase.kind == "method":
        row.append(Label(tr("On continue quand la salle a choisi comment on comptera."), "small"))
    elif view.phase.kind == "ballot" and view.allows("advance") and not _leads_on(ui):
        row.append(Button(view.phase.next_label, "console-count", Do(Advance()), "chip"))
    row += [Grow(Spacer(), 0.01), *finish(view, ui)]
    if view.allows("carte-blanche") and not view.carte_blanche_used:
        row.insert(
            len(_way_on(ui)),
            Button(tr("Carte blanche"), "console-blank", Go("carte-blanche"), "chip"),
        )
    if view.allows("announce"):
        others = Button(tr("Les autres annoncent"), "others-announce", Do(Announce()), "chip", hint="O")
        row.insert(len(_way_on(ui)), others)
    return Row(row, "s")


def _leads_on(ui: Ui) -> bool:
    """Whether the way on is the next step, and not the computer for somebody else."""
    return ui.way is not None and isinstance(ui.way.intent, Do) and isinstance(ui.way.intent.command, Advance)


def _way_on(ui: Ui) -> list[Element]:
    """The room's way on, by the same name."""
    if ui.way is None:
        return []
    button = Button(ui.way.label, "console-next", GoOn(), "primary", enabled=ui.way.enabled)
    return [Sized(button, h=_FOOT)]  # as high whatever it says: one that wraps moves nothing


def finish(view: View, ui: Ui) -> list[Element]:
    """Straight to the Bilan, asked twice."""
    if not view.allows("finish") or view.phase.kind in ("welcome", "briefing"):
        return []
    if not ui.form(Finishing).asked:
        return [Button(tr("Finir maintenant…"), "finish", Draft(Finishing(asked=True)), "chip")]
    over = Do(Finish(), then=(Finishing(),))
    return [
        Button(tr("Oui, aller au Bilan"), "finish-yes", over, "broken", style="chip"),
        Button(tr("Non"), "finish-no", Draft(Finishing()), "chip"),
    ]
