"""The reveal: how far the room has come. Nothing is told here before the room has seen it."""

from engine.language import tr
from engine.view.types import View
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer
from game.pieces.parts import face
from game.screens.round import moments
from game.screens.round.rows import reveal_all, rows_open


def tabs(view: View) -> list[Tab]:
    """How far the room has come, before what observers saw."""
    return [("reveal", tr("Révélation"), opening)] if view.reveal is not None else []


def opening(view: View, ui: Ui) -> Element:
    """Who comes next, how many are left, all of them at once, asked twice; then past the great moments."""
    assert view.reveal is not None
    facts, opened = view.reveal.facts, rows_open(view, ui)
    total = len(facts)
    words = tr("Laissez lire. Les faits d'abord : l'avis de la salle vient au débat.")
    rows: list[Element] = [Label(words, "body")]
    if opened < total:
        who = view.character(facts[opened].who)
        said = Label(tr("Au suivant : {name}", name=who.name), "strong")
        rows.append(Row([face(who, 44.0), Grow(said)], "s"))
    shown = moments.standing(view, ui)
    if shown is not None:
        rows.append(Label(tr("La salle voit : {title}", title=shown.title or shown.kind), "strong"))
        if not ui.two_windows:  # the panel shows its notes on another tab
            say, do = moments.notes(shown)
            rows += [Label(line, "body") for line in (*say, *do)]
    rows += [Grow(Spacer()), Label(tr("{n} sur {total}", n=opened, total=total), "subheading")]
    word, everything = reveal_all(view, ui)
    button = Button(
        word,
        "console-reveal-all",
        everything,
        "chip",
        "T",
        enabled=opened < total,
        reserve=(tr("Tout révéler…"), tr("Oui, tout révéler")),
    )
    past = Button(
        tr("Passer les grands moments"),
        "console-moments-skip",
        moments.past_all(view),
        "chip",
        enabled=opened >= total and moments.ahead(view, ui),
    )
    return Column([*rows, Row([button, past, Grow(Spacer())])], "s")
