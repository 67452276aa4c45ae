"""Carte blanche, while it waits: writing down what one character moves in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.content.model import KINDS
from engine.language import signed, tr
from engine.own_project import Part
from engine.play.commands import Amend
from engine.telling.vocabulary import tokens
from engine.view.types import OwnCard, TokenCount, View
from game.console.pieces import chips, labelled, name_of, people, picked
from game.front.drafts import Form
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer
from game.pieces.parts import kind_name

_KINDS: Sequence[str] = KINDS


@dataclass(frozen=True, slots=True)
class Amending(Form):
    """An amendment half written: whose, from where ("<part>/<gauge or token>"), to where, how many."""

    who: str = ""
    taken: str = ""
    given: str = ""
    by: str = ""


def tabs(view: View) -> list[Tab]:
    """Amend it, while it waits; then what was amended."""
    return [("amend", tr("Amendement"), amend)] if view.own_card is not None else []


def amend(view: View, ui: Ui) -> Element:
    """Who moves how much, from where to where."""
    card, legal = view.own_card, view.allows("amend")
    assert card is not None
    if legal is None:
        said = card.amended or tr("Personne n’y change rien.")
        return Column([Label(said, "body"), Label(tr("Ouvrez-le quand la salle l’a lu."), "small")], "s")
    form, may = ui.form(Amending), [tuple(id_.split("/")) for id_ in legal.ids]
    who = picked(form.who, legal.who)
    froms = _distinct(f"{part}/{taken}" for part, taken, _, _ in may)
    taken = picked(form.taken, froms)
    tos = _distinct(given for part, one, given, _ in may if f"{part}/{one}" == taken)
    given = picked(form.given, tos)
    numbers = _distinct(by for part, one, other, by in may if (f"{part}/{one}", other) == (taken, given))
    by = picked(form.by, numbers)
    rows: list[Element] = [
        Label(tr("Un ou deux points d’une jauge à une autre, ou un jeton à la place d’un autre."), "small"),
        labelled(
            tr("Qui amende"),
            chips("amend.who", people(view, legal.who), who, lambda one: replace(form, who=one)),
        ),
        labelled(
            tr("Prendre"),
            chips("amend.taken", [(one, _there(view, card, one)) for one in froms], taken,
                  lambda one: replace(form, taken=one)),
        ),
        labelled(
            tr("Mettre"),
            chips("amend.given", [(one, _named(view, taken, one)) for one in tos], given,
                  lambda one: replace(form, given=one)),
        ),
    ]  # fmt: skip
    if len(numbers) > 1:
        many = chips("amend.by", [(n, n) for n in numbers], by, lambda one: replace(form, by=one))
        rows.append(labelled(tr("Combien"), many))
    word = tr("Amender pour {name}", name=name_of(view, who)) if who else tr("Amender")
    do = _written(who, taken, given, by)
    button = Button(word, "amend-say", do, "primary", "⏎", enabled=do is not None)
    return Column([*rows, Grow(Spacer()), Row([button, Grow(Spacer())])], "s")


def _distinct(values: Iterable[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(values))


def _written(who: str, taken: str, given: str, by: str) -> Do | None:
    """What writes it down; None while there is nothing to move."""
    if not (who and taken and given and by):
        return None
    part, _, one = taken.partition("/")
    kind: Part = "cost" if part == "cost" else "changes"
    command = Amend(who=who, part=kind, taken=one, given=given, by=int(by))
    return Do(command, then=(Amending(),))


def _named(view: View, taken: str, one: str) -> str:
    """A gauge, or a kind of token, whichever is moved."""
    if taken.startswith("cost/"):
        return kind_name(_KINDS.index(one))
    return next((gauge.title for gauge in view.indicators if gauge.id == one), "")


def _there(view: View, card: OwnCard, taken: str) -> str:
    """What may be taken, and how much of it there is: "Santé +4"."""
    part, _, one = taken.partition("/")
    if part == "cost":
        kind = KINDS.index(one)
        return tokens(TokenCount(*(n if k == kind else 0 for k, n in enumerate(card.cost))))
    by = next((change.by for change in card.changes if change.indicator == one), 0)
    return f"{_named(view, taken, one)} {signed(by)}"
