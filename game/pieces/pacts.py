"""Pacts: an envelope between two faces; opened at the reveal. Mandates, once all may read them."""

from collections.abc import Sequence

from engine.language import ntr, tr
from engine.view.types import MandateView, PactView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Row, Span, Stamp
from game.pieces.parts import face
from game.pieces.terms import explained

_SHOWN = 3
"""Envelopes that are drawn; the others are counted."""


def envelope(view: View, pact: PactView, size: float = 52.0) -> Element:
    """Two faces, and what stands between them."""
    middle = Picture("envelope", 0.7 * size, "part")
    return Row([face(view.character(pact.who), size), middle, face(view.character(pact.other), size)], "xs")


def sealed(view: View) -> list[Element]:
    """Who has a pact; what is in it to those who may know, and why one was refused. Nothing, where nobody
    may seal any."""
    if not (view.pacts or view.pacts_refused):
        return []
    rows: list[Element] = []
    if view.pacts:
        drawn: list[Element] = [envelope(view, pact) for pact in view.pacts[:_SHOWN]]
        more = len(view.pacts) - len(drawn)
        if more > 0:
            drawn.append(Label(ntr("et {n} autre", "et {n} autres", more), "body"))
        label = ntr("Un pacte, en privé", "Des pactes, en privé", len(view.pacts))
        rows.append(Row([Label(label, "label"), Grow(Flow(drawn, "l", "xs"))], "m"))
    rows += [Label(pact.terms, "small", "ink") for pact in view.pacts if pact.terms]
    rows += [Label(said, "small", "ink") for said in view.pacts_refused[-1:]]
    return [Card(Column(rows, "xs"), "l", "s")]


def of(view: View, who: str) -> list[tuple[str, str]]:
    """The pacts of one of the two, as those may read them who know what is in them: with whom, what each
    gives."""
    return [(pact.between, pact.terms) for pact in view.pacts if pact.terms and who in (pact.who, pact.other)]


def opened(view: View, terms: bool = True) -> list[Element]:
    """The pacts of the round laid open, with their stamp; `terms`: what each owed and whether they gave it
    too, each in a row. A moment has told that before (`screens/round/pacts.py`)."""
    rows: list[Element] = []
    for pact in view.pacts if view.reveal is not None else ():
        stamp = Stamp(pact.word.upper(), "kept" if pact.kept else "broken")
        row: list[Element] = [envelope(view, pact, 44.0)]
        if terms:
            row.append(Grow(Column([Label(words, "small", "ink") for words in pact.became], "none"), 1, 120))
        rows.append(Row([*row, stamp], "s"))
    told: Element = Column(rows, "xs") if terms else Flow(rows, "m", "xs")
    return [Card(told, "l", "s")] if rows else []


def mandates_told(view: View, mandates: Sequence[MandateView], short: bool = False) -> list[Element]:
    """Mandates that all may read: who had one, what it asked (not in `short`, nor where it never came
    up), whether it was done."""
    rows: list[Element] = []
    for one in mandates:
        asked = tr("« {text} »", text=one.text)
        said = [] if short or not one.came else [Span(f"{asked} ")]
        words = [Span(f"{one.title}. ", None, True), *said, Span(one.result, None, True)]
        rows.append(explained(view.terms, words, "small", f"mandate.{one.who}", "ink"))
    return [Card(Column(rows, "xs"), "l", "s", "note", "note_line")] if rows else []
