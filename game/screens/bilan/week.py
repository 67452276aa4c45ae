"""Page of the Bilan on rooms that were shared by the hour: the week as it ends, what was put out of its hours
by what, and who had what passed from hand to hand, round by round.
"""

from collections.abc import Sequence

from engine.debrief.types import Bilan
from engine.language import tr
from engine.view.types import BatonView, CharacterView, GoneView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Row, Spacer, Struck
from game.pieces.baton import Badge
from game.pieces.families import families
from game.pieces.parts import Own, face, paged
from game.pieces.week import facade


def tells(view: View) -> bool:
    """Whether there is anything to tell."""
    return view.timetable is not None or (view.baton is not None and bool(view.baton.history))


def named(view: View) -> str:
    """What its tab says."""
    if view.timetable is None and view.baton is not None:
        return view.baton.title
    return tr("Semaine")


def week(view: View, ui: Ui, data: Bilan) -> Element:
    """The front of the building at the end; beside it what left, and who had the key."""
    shown, baton = view.timetable, view.baton
    beside: list[Element] = []
    if shown is not None:
        beside.append(Grow(_gone(ui, shown.gone)))
    if baton is not None and baton.history:
        beside.append(_hands(view, baton, len(data.je_nous.trust) - 1))
    title = shown.title if shown is not None else baton.title if baton is not None else ""
    words = tr("Qui a eu des heures ici, et qui n’en a pas eu ?")
    right: Element = Column(beside, "m")
    body = right
    if shown is not None:
        front = Column([Grow(facade(view, True, 400.0)), families(view)], "s")
        body = Row([Grow(front, 1.9), Grow(right, 1, 480)], "l", "stretch")
    return Column([Label(title, "title"), Label(words, "lead", "quiet"), Grow(body)], "m")


def _gone(ui: Ui, gone: Sequence[GoneView]) -> Element:
    """What was put out of its hours, by what, in which round."""
    rows: list[Element] = [_line(one) for one in gone]
    if not rows:
        return Column([Label(tr("Personne n’a été délogé."), "heading"), Grow(Spacer())], "s")
    return Column([Label(tr("Délogés"), "heading"), Grow(Own(paged(ui, "week-gone", rows, "s"), 1.15))], "s")


def _line(one: GoneView) -> Element:
    said: list[Element] = [
        Struck(Label(one.title, "strong"), "part"),
        Label(tr("Tour {n} · par « {title} »", n=one.round, title=one.by), "small", "ink"),
    ]
    row = Row([Picture(one.pictogram, 48.0, "quiet"), Grow(Column(said, "xs"))], "m")
    return Card(row, "m", "s")


def _hands(view: View, baton: BatonView, played: int) -> Element:
    """Who had it in each round that was played, and who has it at the end."""
    rounds = [
        _in_round(view.character(who), tr("T{n}", n=n) if n <= played else tr("fin"))
        for n, who in enumerate(baton.history, 1)
        if who in [one.id for one in view.characters]
    ]
    head = Row(
        [Badge(baton.pictogram, 40.0), Grow(Label(tr("{title}, tour par tour", title=baton.title), "label"))],
        "s",
    )
    return Card(Column([head, Flow(rounds, "m", "s")], "s"), "l", "m")


def _in_round(who: CharacterView, when: str) -> Element:
    return Column([face(who, 64.0), Label(when, "tiny", "ink", "center")], 2.0)
