"""What a reveal does to groups: some wake, some were helped, some fall asleep; each sort as one great moment,
then told with their tables.
"""

from collections.abc import Iterator, Sequence

from engine.language import capital, ntr, tr
from engine.telling.vocabulary import listed
from engine.view.types import GroupMove, RevealView, View
from game.kit import (
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Keyed,
    Label,
    Row,
    Span,
    centred,
)
from game.pieces.groups import becomes, lasting
from game.pieces.moment import Moment, inks
from game.pieces.tables import Seat

MOST_TOLD = 3
"""Groups of which a moment tells each; the others are counted."""
_ONE, _SEVERAL = 290.0, 180.0
"""Logical width of the table in a moment, where there is one, and where there are several."""
_ON_PAGE, _LEAST = 84.0, 62.0
"""The same on the page of what changed, and where that has much to tell."""


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
    """Their tables as they were, then as they are, which comes once one has seen that."""
    rows = [_turns(id, move, len(moves) == 1) for move in moves]
    return centred(Column([Card(row, "m", "s", "panel", None, edge=False) for row in rows], "m"))


def _turns(id: str, move: GroupMove, alone: bool) -> Element:
    before, after = becomes(move, _ONE if alone else _SEVERAL)
    late = Keyed(after, f"{id}.{move.group}", False, appears="late")
    if alone:
        return Column([before, Label("↓", "title", "quiet", "center", one_line=True), late], "none")
    return Row([before, Label("→", "title", "quiet", one_line=True), late], "m")


def counts(view: View, now: RevealView, colour: str) -> list[Element]:
    """How many are awake, before and after, beside the common good; and whom the number matters to."""
    if view.groups is None:
        return []
    told = [Label(_count(view), "title", colour)]
    if now.counted:
        told.append(Label(_whom(now), "lead", colour))
    return [Column(told, "xs")]


def beside(view: View) -> str:
    """What a page that has no more room for it says beside the common good: how many are awake."""
    return _count(view) if view.groups is not None else ""


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
    and whom it matters to; on a full page, those that woke or fell asleep alone, or nothing."""
    if view.groups is None or level > 3:
        return []
    events = [move for move in now.groups if lasting(move)]
    worn = [move for move in now.groups if not lasting(move) and move.life[1] < move.life[0]]
    rows: list[Element] = []
    if level > 2:
        turned = [move for move in events if move.woke or move.slept]
        words = [Span(f"{one} · ", "ink") for one in _by_kind(turned)]
        return [Card(Label([*words, Span(_count(view), "ink", True)], "tiny"), "l", "s")]
    if events:
        shown = [_small(move, level < 2) for move in events]
        rows.append(Flow(shown, "l", "xs") if level < 2 else Grid(shown, 2, "s", 2.0))
    if worn and level < 2:
        names = listed([move.title for move in worn])
        less = Label(tr("Moins de monde : {names}", names=names), "small")
        rows.append(Row([Seat(28.0), Grow(less)], "s"))
    counted: list[Element] = [Label(_count(view), "name", one_line=True)]
    if now.counted:
        counted.append(Label(_whom(now), "small", "note_ink"))
    rows.append(Flow(counted, "m", "none"))
    return [Card(Column(rows, "xs"), "l", "s")]


def _by_kind(moves: Sequence[GroupMove]) -> Iterator[str]:
    """What happened, and to whom: "Se réveille : Le Haut-Pré"."""
    kinds: dict[str, list[str]] = {}
    for move in moves:
        kinds.setdefault(happened(move), []).append(move.title)
    for what, names in kinds.items():
        yield tr("{what} : {names}", what=capital(what), names=listed(names))


def _small(move: GroupMove, told: bool) -> Element:
    """A group's table before and after, small, with its name, and what happened where that is `told`."""
    before, after = becomes(move, _ON_PAGE if told else _LEAST)
    said = [Label(happened(move), "tiny", "ink")] if told else []
    words = Column([Label(move.title, "name" if told else "tiny", "ink"), *said], "none")
    return Row([before, Label("→", "name", "quiet", one_line=True), after, Grow(words)], "xs")


def happened(move: GroupMove) -> str:
    """In two words."""
    if move.woke:
        return tr("se réveille")
    if move.slept:
        return tr("s’endort")
    words = {"helped": tr("aidé sans demander"), "asked": tr("aidé, avait demandé")}
    return words.get(move.help, tr("a demandé en vain"))
