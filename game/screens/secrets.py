"""What only one holder (and the console) may read: what the character wants, its stakes, what it believes."""

from engine.view.types import CharacterView
from engine.words import tr
from game.scene import Bar, Card, Column, Element, Grow, Label, Row, Spacer, Span
from game.screens.parts import number


def secret_card(who: CharacterView) -> Element:
    """One character's private sheet; a plain sentence when it is not for these eyes."""
    secret = who.secret
    if secret is None:
        return Card(Label(tr("Cette fiche est pour une seule personne."), "small"), "l", "m")
    lines: list[Element] = [
        Label(who.family_word, "tiny"),
        Label(tr("Ce que vous voulez sauver"), "label"),
        Label(secret.wants, "body"),
    ]
    lines.append(Label(tr("Ce qui compte pour vous"), "label"))
    lines += [_stake(stake.title, stake.by) for stake in secret.stakes if stake.by]
    goal = [
        Span(tr("Votre but : {n}", n=number(secret.goal)), None, True),
        Span(" · " + tr("jusqu’ici {n}", n=number(secret.gain))),
    ]
    lines += [Label(goal, "body"), Bar(min(secret.gain / secret.goal, 1.0) if secret.goal else 0.0, "gold")]
    beliefs = [belief for belief in secret.beliefs if not belief.lifted]
    if beliefs:
        lines.append(Label(tr("Ce que vous croyez, sans avoir vérifié"), "label"))
        for belief in beliefs:
            words = tr("De {name} : « {text} »", name=belief.about_name, text=belief.text)
            lines.append(Label(words, "small", "ink"))
    lines.append(Grow(Spacer()))
    return Card(Column(lines, "s"), "l", "m", band=f"family.{who.family}")


def _stake(title: str, weight: int) -> Element:
    bar = Bar(weight / 10, "ink", height=14.0)
    return Row(
        [
            Grow(Label(title, "small", "ink"), 1, 120),
            Grow(bar, 1.4, 80),
            Label(str(weight), "label", one_line=True),
        ],
        "s",
    )
