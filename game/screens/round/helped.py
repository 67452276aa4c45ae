"""What a reveal does to groups: some wake, some were helped, some fall asleep; each sort as one great moment,
then told with their tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import ntr, tr
from engine.telling.vocabulary import listed
from engine.view.types import GroupMove, RevealView, View
from game.kit import (
    Card,
    Column,
    Element,
    Fit,
    Flow,
    Grid,
    Grow,
    Keyed,
    Label,
    Node,
    Rect,
    Row,
    Size,
    Spacer,
    centred,
)
from game.kit import place as placed
from game.pieces.groups import becomes, lasting
from game.pieces.moment import Moment, inks
from game.pieces.tables import Part, Table

MOST_TOLD = 3
"""Groups of which a moment tells each; the others are counted."""
_ONE, _SEVERAL = 380.0, 215.0
"""Logical width of the table in a moment, where there is one, and where there are several."""


@dataclass(frozen=True)
class Turns(Element):
    """A table that becomes another once one has seen it as it was."""

    before: Table
    after: Table
    key: str

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.before, width)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        blank = Card(Spacer(), 0.0, 0.0, "panel", None, edge=False, radius="s")
        return [
            *placed(fit, self.before, rect),
            *placed(fit, Keyed(blank, f"{self.key}.blank", False, appears="late"), rect),
            *placed(fit, Keyed(self.after, self.key, False, appears="late"), rect),
        ]


# ---- The moments ---------------------------------------------------------------------------------------


def moments_of(view: View, now: RevealView) -> list[Moment]:
    """Those that woke, those that were helped or asked in vain, those that fell asleep."""
    woke = [move for move in now.groups if move.woke]
    slept = [move for move in now.groups if move.slept]
    others = [move for move in now.groups if move.help and not (move.woke or move.slept)]
    found = []
    if woke:
        kind = ntr("Se réveille", "Se réveillent", len(woke))
        found.append(_moment("woke", "kept", kind, woke, tr("Qu’est-ce qui les a fait revenir ?")))
    if others:
        kind = tr("On est allé aider")
        ask = tr("Qu’est-ce qu’on apprend, quand quelqu’un vient ?")
        if all(move.help == "vain" for move in others):
            kind, ask = tr("A demandé, et personne n’est venu"), tr("Qui l’avait entendu ?")
        found.append(_moment("helped", "gift", kind, others, ask))
    if slept:
        kind = ntr("S’endort", "S’endorment", len(slept))
        found.append(_moment("slept", "night", kind, slept, tr("Qui s’en apercevra, et quand ?")))
    return found


def _moment(id: str, ground: str, kind: str, moves: Sequence[GroupMove], ask: str) -> Moment:
    loud, said = inks(ground)
    told, more = moves[:MOST_TOLD], len(moves) - MOST_TOLD
    names = [move.title for move in told]
    if more > 0:
        names.append(ntr("{n} autre", "{n} autres", more))
    style = "display" if len(moves) == 1 else "title"
    lines: list[Element] = [Label(move.said, "lead", said) for move in told] if len(told) > 1 else []
    read = moves[0].said if len(moves) == 1 else tr("{kind} : {names}.", kind=kind, names=listed(names))
    return Moment(
        id=f"groups.{id}",
        ground=ground,
        kind=kind,
        title="",
        read=read,
        ask=ask,
        picture=_picture(id, told),
        lines=lines,
        instead=Label(listed(names), style, loud, max_lines=3),
        moves=True,
    )


def _picture(id: str, moves: Sequence[GroupMove]) -> Element:
    """Their tables, as they were, then as they are."""
    size = _ONE if len(moves) == 1 else _SEVERAL
    cards: list[Element] = [
        Card(Turns(*becomes(move, size), f"{id}.{move.group}"), "m", "m", "panel", None, edge=False)
        for move in moves
    ]
    if len(cards) == 1:
        return centred(cards[0])
    return centred(Grid(cards, 2 if len(cards) > 2 else 1, "m", "m"))


def counts(view: View, now: RevealView, colour: str) -> list[Element]:
    """How many are awake, before and after, beside the common good; and whom the number matters to."""
    if view.groups is None:
        return []
    told = [Label(_count(view), "lead", colour)]
    if now.counted:
        told.append(Label(_whom(now), "lead", colour))
    return [Column(told, "xs")]


def _count(view: View) -> str:
    """ "4 → 5 conseils sur 9": from how many awake to how many."""
    assert view.groups is not None
    history = view.groups.history
    before = history[-2][0] if len(history) > 1 else view.groups.awake
    if before == view.groups.awake:
        return view.groups.count_said
    return f"{before}\u00a0→\u00a0{view.groups.count_said}"


def _whom(now: RevealView) -> str:
    return " · ".join(words.replace(" ", "\u00a0") for _, _, words in now.counted)


# ---- What is told after the moments --------------------------------------------------------------------


def told(view: View, now: RevealView, level: int) -> list[Element]:
    """The tables of those to which something happened, before and after; how many only wore out; the count,
    and whom it matters to."""
    if view.groups is None:
        return []
    events = [move for move in now.groups if lasting(move)]
    worn = [move for move in now.groups if not lasting(move) and move.life[1] < move.life[0]]
    rows: list[Element] = []
    if events:
        rows.append(Flow([_small(move) for move in events], "l", "xs"))
    if worn and level < 2:
        names = listed([move.title for move in worn])
        less = Label(tr("Moins de monde : {names}", names=names), "small")
        rows.append(Row([Part("seat", 28.0), Grow(less)], "s"))
    counted: list[Element] = [Label(_count(view), "name", one_line=True)]
    if now.counted and level < 3:
        counted.append(Label(_whom(now), "small", "note_ink"))
    rows.append(Flow(counted, "m", "none"))
    return [Card(Column(rows, "xs"), "l", "s")]


def _small(move: GroupMove) -> Element:
    """A group's table before and after, small, with its name and what happened."""
    before, after = becomes(move, 84.0)
    words = Column([Label(move.title, "name"), Label(happened(move), "tiny", "ink")], "none")
    return Row([before, Label("→", "name", "quiet", one_line=True), after, words], "xs")


def happened(move: GroupMove) -> str:
    """In two words."""
    if move.woke:
        return tr("se réveille")
    if move.slept:
        return tr("s’endort")
    words = {"helped": tr("aidé sans demander"), "asked": tr("aidé, avait demandé")}
    return words.get(move.help, tr("a demandé en vain"))
