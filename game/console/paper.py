"""A sheet of paper typed in: the holder's choices, by the facilitator, over the console."""

from dataclasses import replace

from engine.language import ntr, tr
from engine.play.commands import Confirm, KeepWord, Reopen
from engine.view.types import View
from game.console.seen import Projector, seen
from game.front.intents import Back, Do, Draft, Go
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Grow, Label, Pill, Row, Sized, Spacer, centred
from game.pieces import pacts
from game.pieces.parts import Own, looking_back, named, promised
from game.screens.round.choice import KeepsAll, placing

_HIGH, _TALL = 760.0, 960.0
"""How high a sheet is, and where publics that may be fetched come below the projects."""


def sheet(view: View, ui: Ui) -> Element:
    """`view` is that of the holder whose sheet it is; nothing but its tokens is shown, and in a pane that the
    room sees nothing at all before the facilitator says that nobody can.
    """
    if seen(view, ui):
        return guarded(tr("La salle verrait cette feuille"))
    who = view.audience.character or ""
    close = Button(tr("Fermer"), "back", Back())
    rows: list[Element] = [
        Label(tr("Saisir la feuille de {name}", name=view.character(who).name), "title"),
        Grow(Own(_lines(view, ui, who))),
        Row([*_decided(view, ui, who), close, *_next(view, who)]),
    ]
    return centred(Sized(Card(Column(rows, "m"), "xl", "l"), h=_TALL if view.ballot else _HIGH), 1300.0)


def guarded(why: str) -> Element:
    """In the place of what the room would see: why it is not shown, and what shows it."""
    rows: list[Element] = [
        Label(why, "title"),
        Label(tr("Coupez d'abord l'image sur le projecteur lui-même, puis saisissez."), "lead"),
        Row(
            [
                Button(
                    tr("C'est coupé, saisir"),
                    "picture-off",
                    Draft(Projector(off=True)),
                    "primary",
                    "⏎",
                ),
                Button(tr("Fermer"), "back", Back()),
                Grow(Spacer()),
            ]
        ),
    ]
    return centred(Card(Column(rows, "l"), "xl", "xl"), 1200.0)


def _lines(view: View, ui: Ui, who: str) -> Element:
    """The same lines as on the holder's private screen, without the secrets."""
    if view.choice is None or view.choice.mine is None:
        return Label(tr("Rien à saisir maintenant."), "body")
    character = view.character(who)
    if who in view.choice.confirmed:
        again = Button(
            tr("Rouvrir"), "paper-reopen", Do(Reopen(who=who)), enabled=view.allows("reopen") is not None
        )
        return Row([named(character), Pill(tr("✓ a confirmé"), "kept"), again], "m")
    held = ntr("{n} jeton en main", "{n} jetons en main", sum(view.choice.left or ()))
    who_is = Row([Grow(named(character)), Label(held, "label", one_line=True)], "m")
    head = Column([who_is, *_announced(view, who)], "xs")
    return Column([head, Grow(Own(placing(view, ui, character)))], "s") if not looking_back(ui) else head


def _announced(view: View, who: str) -> list[Element]:
    """What they had promised, and said in private, beside what the sheet says."""
    said: list[Element] = [
        Row([Label(between, "label", one_line=True), Grow(Label(terms, "small", "ink"))], "s")
        for between, terms in pacts.of(view, who)
    ]
    for promise in view.promises:
        if promise.who == who:
            words = Grow(Label(promise.sentence, "small", "ink"))
            tokens = promised(promise.tokens, 24.0)
            said.append(Row([Label(tr("avait promis"), "label", one_line=True), tokens, words], "s"))
    return said


def bound(view: View, who: str) -> bool:
    """Whether they gave a word that one press can keep: aloud, or in a pact."""
    return any(one.who == who for one in view.promises) or any(who in (p.who, p.other) for p in view.pacts)


def _next(view: View, who: str) -> list[Element]:
    """The sheet after this one, opened when one asks for it."""
    waiting = [other for other in view.choice.waiting if other != who] if view.choice is not None else []
    if not waiting:
        return [Grow(Spacer())]
    word = tr("Feuille suivante : {name}", name=view.character(waiting[0]).short)
    return [Grow(Spacer()), Button(word, "paper-next", Go("paper", waiting[0]))]


def _decided(view: View, ui: Ui, who: str) -> list[Element]:
    """Confirm. A sheet on which nothing is placed is asked about once: keeping everything must be meant."""
    now = view.choice
    if now is None or now.mine is None or looking_back(ui):
        return []
    if who in now.confirmed:  # where the hand is, nothing else comes
        over = Button(tr("Confirmer"), "paper-confirm", None, "primary", enabled=False)
        return [over, *_keep(view, who, None)]
    last = not [other for other in now.waiting if other != who]
    done = Do(Confirm(who=who), then=(KeepsAll(),), after=Back() if last else None)
    keep = _keep(view, who, replace(done, command=KeepWord(who=who)))
    if any(sum(tokens) for _, tokens in now.mine):
        return [Button(tr("Confirmer"), "paper-confirm", done, "primary"), *keep]
    if ui.form(KeepsAll).who != who:
        return [Button(tr("Rien n'est posé…"), "paper-keep", Draft(KeepsAll(who=who))), *keep]
    return [
        Button(tr("Oui, tout garder"), "paper-confirm", done),
        Button(tr("Non, saisir"), "paper-on", Draft(KeepsAll()), "primary"),
    ]


def _keep(view: View, who: str, intent: Do | None) -> list[Element]:
    """One press for a sheet that says what was promised."""
    if not bound(view, who):
        return []
    return [Button(tr("Tenir parole"), "paper-word", intent, enabled=intent is not None)]
