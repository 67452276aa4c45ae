"""What only one holder (and the console) may read: what the character wants, its stakes, what it believes."""

from engine import numbers
from engine.language import counted_as, ntr, signed, tr
from engine.view.types import Change, CharacterView, Secret, View
from game.kit import Bar, Card, Column, Element, Grow, Label, Row, Sized, Spacer, Span
from game.pieces.parts import number
from game.pieces.terms import explained

_WEIGHT = 44.0
"""Logical width of what a point brings, whatever its figures: bars end beneath each other."""
_EXAMPLE = 5
"""By how much an indicator rises in the example that tells how gains are counted."""


def secret_card(view: View, who: CharacterView) -> Element:
    """One character's private sheet; a plain sentence when it is not for these eyes."""
    secret = who.secret
    if secret is None:
        return Card(Label(tr("Cette fiche est pour une seule personne."), "small"), "l", "m")
    lines: list[Element] = [
        Label(who.family_word, "tiny"),
        Label(tr("Ce que vous voulez sauver"), "label"),
        explained(view.terms, secret.wants, "body", f"wants.{who.id}"),
    ]
    stakes = [stake for stake in secret.stakes if stake.by]
    lines.append(Label(tr("Ce que vous rapporte chaque point"), "label"))
    lines += [_stake(stake.title, stake.by) for stake in stakes]
    lines += _counted(view, stakes)
    lines += [Label(secret.interest, "small", "part")] if secret.interest else []
    goal = [
        Span(_goal(secret.goal), None, True),
        Span(" · " + tr("jusqu’ici {n}", n=number(secret.gain))),
    ]
    lines += [Label(goal, "body"), Bar(min(secret.gain / secret.goal, 1.0) if secret.goal else 0.0, "gold")]
    if secret.round is not None:
        lines.append(Label(tr("Au dernier tour : {n}", n=signed(secret.round.total, 1)), "small", "ink"))
    lines += [*_mandate(view, secret), *_beliefs(view, secret), Grow(Spacer())]
    return Card(Column(lines, "s"), "l", "m", band=f"family.{who.family}")


def _goal(goal: float) -> str:
    return ntr("Votre but : {n} point", "Votre but : {n} points", counted_as(goal), n=number(goal))


def _counted(view: View, stakes: list[Change]) -> list[Element]:
    """How gains are counted, by the example of what is dearest, and when they count."""
    if not stakes:
        return []
    most = max(stakes, key=lambda stake: stake.by)
    gate = next((indicator.title for indicator in view.indicators if indicator.gate), "")
    words = tr(
        "Un chantier terminé qui donne {title} +{n} vous rapporte {gain}, si « {gate} » monte ce tour.",
        title=most.title,
        n=_EXAMPLE,
        gain=number(_EXAMPLE * most.by / numbers.STAKES),
        gate=gate,
    )
    return [Label(words, "small")]


def _mandate(view: View, secret: Secret) -> list[Element]:
    """What somebody asked, and asked not to tell; what hangs on it."""
    asked = secret.mandate
    if asked is None:
        return []
    stakes = []
    if asked.brings:
        stakes.append(tr("fait : {n}", n=signed(asked.brings)))
    if asked.costs:
        stakes.append(tr("sinon : {n}", n=signed(-asked.costs)))
    hangs = asked.result if asked.done is not None else " · ".join(stakes)
    words = [Span(tr("« {text} »", text=asked.text)), Span(f" {hangs}", None, True)]
    return [
        Label(tr("Ce qu’on vous a demandé de ne pas dire"), "label", "part"),
        explained(view.terms, words, "small", "mandate", "ink"),
    ]


def _beliefs(view: View, secret: Secret) -> list[Element]:
    """What is believed of others, as long as nothing has shown otherwise."""
    beliefs = [belief for belief in secret.beliefs if not belief.lifted]
    if not beliefs:
        return []
    lines: list[Element] = [Label(tr("Ce que vous croyez, sans avoir vérifié"), "label")]
    for belief in beliefs:
        words = tr("De {name} : « {text} »", name=belief.about_name, text=belief.text)
        lines.append(explained(view.terms, words, "small", f"belief.{belief.about}", "ink"))
    return lines


def _stake(title: str, weight: int) -> Element:
    bar = Bar(weight / numbers.STAKES, "ink", height=14.0)
    return Row(
        [
            Grow(Label(title, "small", "ink"), 1, 120),
            Grow(bar, 1.4, 80),
            Sized(Label(number(weight / numbers.STAKES), "label", one_line=True), w=_WEIGHT),
        ],
        "s",
    )
