"""A need that was heard, at a reveal: its card turns over, as a great moment; what is told of it after."""

from collections.abc import Sequence

from engine.language import capital, ntr, tr
from engine.view.types import HeardNeed, ProjectOutcome, RevealView, View
from game.kit import Card, Column, Element, Flow, Grow, Keyed, Label, Picture, Row, centred
from game.pieces.moment import Moment, inks
from game.pieces.parts import face
from game.pieces.town import ear, night

MOST_HEARD = 2
"""Needs heard that are told one by one; the others are counted."""
_GROUND = "gift"


def heard(view: View, need: HeardNeed, more: int) -> Moment:
    """The card turns over: what had been overheard, then what it is, beside those who came to listen. That
    people need nothing is an answer as any other.
    """
    loud, _ = inks(_GROUND)
    said = [tr("Ni réussite ni échec : une réponse.")] if need.nothing else []
    late = view.phase.round == view.phase.rounds and not need.nothing
    said += [tr("C’était le dernier tour : à qui le transmettre ?")] if late else []
    said += [more_heard(more)] if more > 0 else []
    ask = tr("Qu’est-ce que personne ici n’avait imaginé ?")
    if need.nothing:
        ask = tr("Que fait-on d’une réponse comme celle-là ?")
    return Moment(
        id=f"heard.{need.project}",
        ground=_GROUND,
        kind=tr("On vous a répondu") if need.nothing else tr("Un besoin entendu"),
        title=need.title,
        read=need.said,
        ask=ask,
        picture=_listeners(view, need),
        lines=[Column([Label(words, "lead", loud) for words in said], "none")] if said else [],
        instead=Column([*_overheard(need), _turned(need)], "s"),
    )


def more_heard(others: int) -> str:
    """How many needs were heard besides those that are told."""
    return ntr("et {n} autre besoin entendu", "et {n} autres besoins entendus", others)


def _listeners(view: View, need: HeardNeed) -> Element:
    """Those who came to listen, and where."""
    loud, _ = inks(_GROUND)
    size = 250.0 if len(need.by) < 3 else 170.0
    faces = [face(view.character(who), size) for who in need.by]
    where = Row([ear(64.0, loud), Label(capital(need.at), "title", loud, one_line=len(need.at) < 14)], "m")
    return centred(Column([Flow(faces, "s", "s", "center"), Flow([where], align="center")], "l"))


def _overheard(need: HeardNeed) -> list[Element]:
    """The back of the card, which all had read."""
    if not need.overheard:
        return []
    words = Label(tr("« {text} »", text=need.overheard), "heading", "on_night")
    return [night(Row([ear(52.0), Grow(words)], "m"), edge=False)]


def _turned(need: HeardNeed) -> Element:
    """The other side of the card, which comes up as one looks."""
    told: list[Element] = [Label(need.title, "title", max_lines=3), Label(need.text, "lead")]
    if need.effects:
        told.append(Label(" · ".join(need.effects), "strong", "gift"))
    row = Row([Picture(need.pictogram, 110.0, _GROUND), Grow(Column(told, "xs"))], "l")
    return Keyed(
        Card(row, "l", "m", edge=False, border=None), f"heard.{need.project}", False, appears="unfold"
    )


# ---- What is told after the moments --------------------------------------------------------------------


def told(now: RevealView) -> list[Element]:
    """The needs that were heard, one line each."""
    if not now.heard:
        return []
    lines: list[Element] = [Label(tr("Entendu"), "label", "gift")]
    lines += [_line(need) for need in now.heard[:MOST_HEARD]]
    more = len(now.heard) - MOST_HEARD
    if more > 0:
        lines.append(Label(more_heard(more), "small"))
    return [Card(Column(lines, "xs"), "l", "s")]


def _line(need: HeardNeed) -> Element:
    return Row([Picture("ear", 34.0, "gift"), Grow(Label(need.title, "name")), Label(need.at, "small")], "s")


def unheard(outcomes: Sequence[ProjectOutcome], last: bool = False) -> list[Element]:
    """Where something still lies face down; for good, after the `last` round."""
    where = [one.project.where for one in outcomes if one.project.listening and one.state != "complete"]
    if not where:
        return []
    there = {"places": ", ".join(where)}
    words = tr("Personne n’a entendu : {places}", **there)
    return [Label(words if last else tr("Personne n’a encore entendu : {places}", **there), "small")]
