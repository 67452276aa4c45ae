"""What a reveal does to the week: a project is put out of its hours, what passes from hand to hand goes on;
each as a great moment, then told in a line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import ntr, tr
from engine.view.types import BatonPass, GoneView, RevealView, View
from game.kit import (
    Card,
    Column,
    Element,
    Fit,
    Flow,
    Grow,
    Keyed,
    Label,
    Node,
    Picture,
    Rect,
    Row,
    Size,
    Spacer,
    Struck,
)
from game.kit import place as placed
from game.pieces.baton import Badge, Handed
from game.pieces.facade import AWNING, HALO, Window
from game.pieces.moment import Moment, inks, moves
from game.pieces.parts import face
from game.pieces.pieces import changes_label
from game.pieces.week import struck

MOST_GONE = 2
"""Projects put out of their hours that are told one by one; the others are counted."""
_GROUND = "night"


@dataclass(frozen=True)
class GoesDark(Element):
    """A window, large, whose light goes out."""

    pictogram: str
    key: str
    size: float = 400.0

    def measure(self, fit: Fit, width: float) -> Size:
        side = min(fit.scaled(self.size, 120.0), max(width - 40.0, 80.0))
        return Size(side, side * 1.08)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        wide, high = self.measure(fit, rect.w)
        high = min(high, rect.h)
        spot = Rect(rect.x + (rect.w - wide) / 2, rect.y + (rect.h - high) / 2, wide, high)
        side = wide * 0.5 / fit.scaled(1.0)
        before = Window("lit", Picture(self.pictogram, side), "gold")
        crossed = struck(self.pictogram, side, "night_quiet", "night_gold")
        below = Column([Spacer(h=AWNING), Grow(crossed)], "none")  # where it stood under its awning
        after = Window("out", below, bars=False)
        night = Card(Spacer(), 0.0, 0.0, _GROUND, None, edge=False)  # no light is left around it
        around = spot.inset(-HALO - 1.0)
        return [
            *placed(fit, before, spot),
            *placed(fit, Keyed(night, f"{self.key}.night", False, appears="late"), around),
            *placed(fit, Keyed(after, self.key, False, appears="late"), spot),
        ]


def moments_of(view: View, now: RevealView) -> list[Moment]:
    """The projects that were put out of their hours, as great moments."""
    more = len(now.dislodged) - MOST_GONE
    told = now.dislodged[:MOST_GONE]
    return [_gone(one, more if i + 1 == MOST_GONE else 0) for i, one in enumerate(told)]


def _gone(gone: GoneView, more: int) -> Moment:
    loud, said = inks(_GROUND)
    name = Struck(Label(gone.title, "display", loud, max_lines=3), "gold", f"struck.{gone.project}")
    lines: list[Element] = [Label(tr("À sa place : « {title} »", title=gone.by), "lead", said)]
    if gone.lost:
        lines.append(Card(moves(gone.lost), "l", "m", edge=False, border=None))
    if more > 0:
        lines.append(Label(more_gone(more), "lead", said))
    return Moment(
        id=f"gone.{gone.project}",
        ground=_GROUND,
        kind=tr("Chantier délogé"),
        title="",
        read=gone.said,
        ask=tr("Qui venait là, et où ira-t-il ?"),
        picture=GoesDark(gone.pictogram, f"dark.{gone.project}"),
        lines=lines,
        instead=name,
        moves=True,
    )


def more_gone(others: int) -> str:
    """How many projects were put out besides those that are told."""
    return ntr("et {n} autre chantier délogé", "et {n} autres chantiers délogés", others)


def handed(view: View, now: RevealView) -> list[Moment]:
    """What passes from hand to hand goes on; no moment where it stays."""
    went = now.baton
    if went is None or view.baton is None or went.who == went.to:
        return []
    ground = "part"
    loud, _ = inks(ground)
    taker = view.character(went.to)
    lines: list[Element] = [_paid(went, loud)] if went.points else []
    return [
        Moment(
            id="baton",
            ground=ground,
            kind=tr("{the} change de main", the=_capital(view.baton.the)),
            title=taker.short,
            read=went.said,
            ask=tr("Qu’est-ce que cela donne, de l’avoir ?"),
            picture=Handed(face(view.character(went.who), 225.0), face(taker, 330.0), view.baton.pictogram),
            lines=lines,
            moves=True,
        )
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _paid(went: BatonPass, colour: str) -> Element:
    """What having it brought or cost whom in the round."""
    told = [words.replace(" ", "\u00a0") for _, _, words in went.points]
    return Label(tr("{points}, ce tour", points=" · ".join(told)), "lead", colour)


# ---- What is told after the moments --------------------------------------------------------------------


def told(view: View, now: RevealView, level: int) -> list[Element]:
    """The projects that were put out, a line each; where the key is, and what having it brought."""
    cards: list[Element] = []
    if now.dislodged:
        rows: list[Element] = [Label(tr("Délogé"), "label", "part")]
        rows += [_line(one, level < 2) for one in now.dislodged[:MOST_GONE]]
        more = len(now.dislodged) - MOST_GONE
        rows += [Label(more_gone(more), "small")] if more > 0 else []
        cards.append(Card(Column(rows, "xs"), "l", "s"))
    if now.baton is not None and view.baton is not None:
        cards.append(_holds(view.baton.pictogram, now.baton, level < 3))
    return cards


def _line(gone: GoneView, by: bool) -> Element:
    words: list[Element] = [Struck(Label(gone.title, "name"), "part")]
    if by:
        words.append(Label(tr("par « {title} »", title=gone.by), "small"))
    if gone.lost:
        words.append(changes_label(gone.lost))
    sign = Picture(gone.pictogram, 34.0, "quiet")
    return Row([sign, Grow(Flow(words, "s", "none"))], "s")


def _holds(pictogram: str, went: BatonPass, paid: bool) -> Element:
    said: list[Element] = [Label(went.said, "small", "ink")]
    points = " · ".join(words.replace(" ", "\u00a0") for _, _, words in went.points)
    if points and paid:
        said.append(Label(points, "small", "note_ink"))
    return Card(Row([Badge(pictogram, 40.0), Grow(Column(said, "none"))], "s"), "l", "s")
