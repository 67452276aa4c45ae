"""What passes from hand to hand: writing down what whoever has it says aloud, to whom it goes at the reveal,
and which of two projects comes first that want the same hour.
"""

from engine.language import capital, tr
from engine.play.commands import Entrust, Prefer
from engine.view.types import BatonView, View
from game.console.pieces import labelled
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.baton import faced
from game.pieces.parts import choice_chip

NAME = "baton"
"""The name of its tab."""


def tabs(view: View) -> list[Tab]:
    """What its holder may say of it, while anything may be said."""
    if view.baton is None or not (view.allows("entrust") or view.allows("prefer")):
        return []
    return [(NAME, view.baton.title, saying)]


def gone(view: View) -> list[tuple[str, str]]:
    """The tab and its title where somebody holds whoever has it: it keeps its place once all is said."""
    if view.baton is None or not view.character(view.baton.holder).held:
        return []
    return [(NAME, view.baton.title)]


def saying(view: View, ui: Ui) -> Element:
    """Who has it and what they said, then what they may say, one press each."""
    baton = view.baton
    assert baton is not None
    holder = view.character(baton.holder)
    head = Row([faced(view, holder, 52.0, ""), Grow(Label(baton.said, "small", "ink"))], "s")
    rule = tr("À voix haute, pendant la négociation. Le dernier mot compte.")
    rows: list[Element] = [head, Label(rule, "small"), *_entrusting(view, baton), *_preferring(view, baton)]
    return Column([*rows, Grow(Spacer())], "s")


def _entrusting(view: View, baton: BatonView) -> list[Element]:
    """To whom it goes at the reveal."""
    may = view.allows("entrust")
    ids = may.ids if may is not None else ()
    others = [who for who in view.characters if who.id in ids or who.id == baton.entrusted]
    if not others:
        return []
    chips: list[Element] = [
        choice_chip(
            who.short,
            f"entrust={who.id}",
            Do(Entrust(to=who.id)) if who.id in ids else None,
            who.id == baton.entrusted,
            enabled=who.id in ids,
        )
        for who in others
    ]
    words = tr("{the} va à", the=capital(baton.the))
    return [labelled(words, Flow(chips, "xs", "xs"))]


def _preferring(view: View, baton: BatonView) -> list[Element]:
    """Which of the projects that want the same hour comes first."""
    may = view.allows("prefer")
    ids = may.projects if may is not None else ()
    wanted = [one for one in view.projects if one.id in ids or one.id == baton.first]
    if not wanted:
        return []
    chips: list[Element] = [
        choice_chip(
            capital(one.short),
            f"prefer={one.id}",
            Do(Prefer(project=one.id)) if one.id in ids else None,
            one.id == baton.first,
            enabled=one.id in ids,
        )
        for one in wanted
    ]
    otherwise = tr("Deux chantiers veulent la même heure. Sans un mot : celui qui rapporte le plus à {name}.",
                   name=view.character(baton.holder).short)  # fmt: skip
    return [labelled(tr("Passe d’abord"), Flow(chips, "xs", "xs")), Label(otherwise, "small")]
