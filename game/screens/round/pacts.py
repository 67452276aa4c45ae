"""The pacts of a round, opened at the reveal, as a great moment: who owed what to what, and whether they gave
it."""

from engine.language import ntr, tr
from engine.view.types import PactView, View
from game.kit import Card, Column, Element, Grow, Label, Row, Spacer, Stamp
from game.pieces.moment import Moment, inks
from game.pieces.pacts import envelope
from game.pieces.parts import Own

_GROUND = "night"


def moments_of(view: View) -> list[Moment]:
    """One for all of them; nothing where nobody sealed any."""
    return [_opened(view)] if view.pacts else []


def _opened(view: View) -> Moment:
    n, broken = len(view.pacts), sum(not pact.kept for pact in view.pacts)
    _, said = inks(_GROUND)
    kind = ntr("Un pacte s’ouvre", "Des pactes s’ouvrent", n)
    rows: list[Element] = [_pact(view, pact) for pact in view.pacts]
    whole = Column([Label(kind, "title", said), Grow(Own(Column(rows, "m", justify="center"), 1.3))], "m")
    first = view.pacts[0]
    read = tr("{pact} : {word}.", pact=first.between, word=first.result)
    if n > 1:
        counts = [ntr("{n} tenu", "{n} tenus", n - broken), ntr("{n} rompu", "{n} rompus", broken)]
        told = ", ".join(words for words, some in zip(counts, (n - broken, broken), strict=True) if some)
        read = tr("{n} pactes s’ouvrent : {counts}.", n=n, counts=told)
    return Moment(
        id="pacts",
        ground=_GROUND,
        kind=kind,
        title="",
        read=read,
        ask=tr("Qu’est-ce qu’une parole donnée à part change pour les autres ?"),
        picture=Spacer(),
        whole=whole,
    )


def _pact(view: View, pact: PactView) -> Element:
    """Two faces, what each owed, and the stamp."""
    lines: list[Element] = [
        Label(words, "strong", "broken" if who in pact.broken_by else "ink")
        for who, words in zip((pact.who, pact.other), pact.became, strict=False)
    ]
    stamp = Stamp(pact.word.upper(), "kept" if pact.kept else "broken")
    return Card(
        Row([envelope(view, pact, 88.0), Grow(Column(lines, "xs")), stamp], "l"),
        "l",
        "s",
        edge=False,
        border=None,
    )
