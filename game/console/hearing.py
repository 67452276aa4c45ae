"""The hearing: writing down who asks to hear whom, then counting what the room makes of the answer."""

from dataclasses import dataclass, replace

from engine.language import tr
from engine.play.commands import Hear
from engine.view.types import View
from game.console.counts import counting
from game.console.pieces import chips, labelled, name_of, people, picked
from game.front.drafts import Form
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer


@dataclass(frozen=True, slots=True)
class Hearing(Form):
    """A hearing about to be asked for: by whom, and of whom."""

    asker: str = ""
    heard: str = ""


def asking_tabs(view: View) -> list[Tab]:
    """Ask to hear somebody, while the session may still."""
    return [("hear", tr("Audition"), ask)] if view.allows("hear") else []


def ask(view: View, ui: Ui) -> Element:
    """Who spends a token of backing, to hear whom; the question proposed."""
    legal = view.allows("hear")
    assert legal is not None
    form = ui.form(Hearing)
    asker = picked(form.asker, legal.who)
    may = [who for who in legal.ids if f"{asker}/{who}" not in legal.barred]
    heard = picked(form.heard, may)
    rows: list[Element] = [
        Label(tr("Une fois par séance : un jeton d’appui, une question, soixante secondes debout."), "small")
    ]
    by = chips("hear.asker", people(view, legal.who), asker, lambda one: replace(form, asker=one))
    rows.append(labelled(tr("Qui demande"), by))  # were there only one: it is whose token is spent
    of = chips("hear.heard", people(view, legal.ids), heard, lambda one: replace(form, heard=one), may)
    rows.append(labelled(tr("Qui se lève"), of))
    question = dict(view.may_hear).get(heard, "")
    if question:
        rows.append(labelled(tr("Par exemple"), Label(tr("« {text} »", text=question), "body")))
    word = tr("Entendre {name}", name=name_of(view, heard)) if heard else tr("Entendre")
    command = Do(Hear(asker=asker, heard=heard), then=(Hearing(),)) if asker and heard else None
    button = Button(word, "hear-say", command, "primary", "⏎", enabled=command is not None)
    return Column([*rows, Grow(Spacer()), Row([button, Grow(Spacer())])], "s")


def tabs(view: View) -> list[Tab]:
    """Count what the room makes of the answer."""
    return [("heard", tr("A répondu ?"), heard)] if view.allows("tally") and view.hearing else []


def heard(view: View, ui: Ui) -> Element:
    """Answered, or not: how many of each."""
    assert view.hearing is not None
    words = (
        ("✓ " + tr("a répondu"), "kept"),
        ("✗ " + tr("n’a pas répondu"), "broken"),
        ("? " + tr("ne sait pas"), "quiet"),
    )
    asked = Label(view.hearing.asked, "body")
    return Column([asked, *counting(view, ui, view.hearing.counts, words)], "s")
