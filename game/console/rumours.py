"""The rumour: counting who believes it, and writing down who goes and checks it."""

from dataclasses import dataclass, replace

from engine.language import tr
from engine.play.commands import Verify
from engine.view.types import View
from game.console.counts import counting
from game.console.pieces import chips, labelled, name_of, people, picked
from game.front.drafts import Form
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer


@dataclass(frozen=True, slots=True)
class Checking(Form):
    """Two about to go and check."""

    asker: str = ""
    other: str = ""


def tabs(view: View) -> list[Tab]:
    """Count who believes it; send two to check it."""
    found: list[Tab] = []
    if view.rumour is not None and view.allows("tally"):
        found.append(("rumour", tr("Vrai ou faux ?"), believed))
    if view.allows("verify"):
        found.append(("verify", tr("Vérifier"), verify))
    return found


def believed(view: View, ui: Ui) -> Element:
    """True, or false: how many of each."""
    assert view.rumour is not None
    words = (
        ("✓ " + tr("c’est vrai"), "kept"),
        ("✗ " + tr("c’est faux"), "broken"),
        ("? " + tr("ne sait pas"), "quiet"),
    )
    said = Label(tr("On dit : « {says} »", says=view.rumour.says), "body")
    return Column([said, *counting(view, ui, view.rumour.counts, words)], "s")


def verify(view: View, ui: Ui) -> Element:
    """Which two go and check, for a token each."""
    legal = view.allows("verify")
    assert legal is not None
    assert view.rumour is not None
    form = ui.form(Checking)
    asker = picked(form.asker, legal.who)
    may = [who for who in legal.ids if f"{asker}/{who}" not in legal.barred]
    other = picked(form.other, may)
    by = chips("verify.asker", people(view, legal.who), asker, lambda one: replace(form, asker=one))
    of = chips("verify.other", people(view, legal.ids), other, lambda one: replace(form, other=one), may)
    rows: list[Element] = [Label(view.rumour.price, "small")]
    if len(legal.who) > 1:
        rows.append(labelled(tr("Qui y va"), by))
    rows.append(labelled(tr("Avec qui"), of))
    command = Do(Verify(asker=asker, other=other), then=(Checking(),)) if asker and other else None
    word = tr("Vérifier avec {name}", name=name_of(view, other)) if other else tr("Vérifier")
    button = Button(word, "verify-say", command, "primary", "⏎", enabled=command is not None)
    return Column([*rows, Grow(Spacer()), Row([button, Grow(Spacer())])], "s")
