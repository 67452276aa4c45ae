"""Around one computer, beside the picture: what those who train do there, and nothing of a facilitator's.

In the negotiation they promise and ask; everywhere, the journal takes them back.
"""

from itertools import takewhile

from engine.language import tr
from engine.view.types import CharacterView, View
from game.console.frame import doors, message, saved
from game.console.log import journal_card
from game.console.promises import promise_line
from game.console.task import finish, tabs
from game.front.alone import me
from game.front.intents import Draft, Panel
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer
from game.pieces.panel import TaskTab, step_of
from game.pieces.parts import Own, before, choice_chip, given, paged

_ELSEWHERE = frozenset(
    {
        *("choices", "forecasts", "select", "promised", "placing", "reveal", "verdict", "heard", "rumour"),
        *("amend", "fidelity", "ballots"),
    }
)
"""Tabs whose matter those who train have on the screen, or beneath the form."""
_IN_COMPANY = frozenset({"sheets", "ticks"})
_SAID = frozenset({"promise", "withdraw", "announce", "pact"})
"""Commands that are said aloud in a negotiation; a request is told where it is made, with its answer."""


def panel(view: View, ui: Ui) -> Element:
    """What can be done now, one thing at a time."""
    found = _tabs(view, ui)
    chosen = ui.form(TaskTab, step_of(view)).name
    name, _, content = next((tab for tab in found if tab[0] == chosen), found[0])
    chips: list[Element] = [
        choice_chip(title, f"task.{key}", Draft(TaskTab(step_of(view), key)), key == name)
        for key, title, _ in found
    ]
    close = Button(tr("Fermer"), "panel-close", Panel(), "chip", hint="F2")
    negotiating = view.phase.kind == "negotiation"
    share = 1.9 if name == "ask" else 1.3  # four lines, and an answer
    title = tr("Promettre, demander") if negotiating else view.phase.title
    rows: list[Element] = [
        Row([Label(title, "heading", one_line=True), Grow(Spacer()), saved(ui), close], "s"),
        *([Flow(chips, "xs", "xs")] if len(found) > 1 else []),
        Grow(content(view, ui) if name == "journal" else Card(Own(content(view, ui), 1.15), "m", "m"), share),
    ]
    if negotiating and name != "journal":
        rows += _said(view)
        rows.append(Grow(_promises(view, ui)))
    told = message(ui) if ui.toast else Grow(Spacer())
    ends = finish(view, ui) if name == "journal" else []
    rows.append(Row([*ends, *(door for door in doors(view, ui) if door.id != "windows"), told], "xs"))
    return Card(Column(rows, "s"), "m", "m", fill="paper")


def _tabs(view: View, ui: Ui) -> list[Tab]:
    hidden = _ELSEWHERE | _IN_COMPANY if me(view) is not None else _ELSEWHERE
    here = [tab for tab in tabs(view, ui) if tab[0] not in hidden]
    return [*here, ("journal", tr("Journal"), journal_card)]


def _said(view: View) -> list[Element]:
    """What has just been announced or answered, so that nobody wonders whether it was heard."""
    journal = view.console.journal if view.console else ()
    here = takewhile(lambda line: line.undone or line.round == view.phase.round, reversed(journal))
    last = next((line for line in here if line.kind in _SAID and not line.undone), None)
    return [Label("✓ " + last.sentence, "strong", "kept")] if last is not None else []


def _promises(view: View, ui: Ui) -> Element:
    """Everybody's tokens in hand and what they announced, one's own first: the panel stands where the screen
    lists them.
    """
    lines: list[Element] = [
        _person(view, who) for who in sorted(view.characters, key=lambda who: not who.held)
    ]
    title = Label(tr("Jetons en main, et engagements annoncés"), "label")
    return Card(Column([title, Grow(paged(ui, "people", lines, "xs"))], "s"), "m", "m")


def _nothing(view: View, who: CharacterView) -> str:
    """Of who promised nothing, whether it has spoken."""
    if who.id in view.unheard:
        return tr("n’a pas encore parlé")
    return tr("rien encore") if me(view) == who else tr("n’a rien promis")


def _person(view: View, who: CharacterView) -> Element:
    """One line: who, what they have, what they promised; a promise of one's own can be taken back."""
    made = [promise for promise in view.promises if promise.who == who.id]
    said: list[Element] = [promise_line(view, promise, named=False) for promise in made]
    if not made:
        said = [Label(_nothing(view, who), "small")]
    name = before(Label(tr("vous") if me(view) == who else who.short, "name"), 104.0)
    return Row([name, Sized(given(who.tokens, 20.0), 96.0), Grow(Column(said, "xs"))], "s")
