"""A ballot as it is ruled on paper: a line for each idea, a box for each grade; by keys 1 to 5, or clicks.

What is marked and not handed in is kept idea by idea, under the name of whose ballot it is: the session's
file keeps it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from engine.content.model import FAIR
from engine.language import capital, ntr, signed, tr
from engine.play.commands import Mark
from engine.telling.vocabulary import listed
from engine.view.types import BallotView, IdeaView, View
from game.front.drafts import Counted, Form
from game.front.intents import Back, Do, Draft, Fill, Go, GoOn, Intent
from game.front.state import Ui
from game.front.unsent import marked_as
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer, Tap, Unseen
from game.pieces.ballots import Tick
from game.pieces.ideas import badge
from game.pieces.parts import choice_chip
from game.pieces.pieces import changes_label

_BOX, _FULL_BOX = 104.0, 128.0
"""Logical width of the box of a grade; where a line says all that an idea would change."""
_NAMED = 2
"""Ideas without a grade that are told by their names."""
_LINES, _FULL_LINES = 10, 7
"""Ideas on one page; where a line says all that an idea would change."""


@dataclass(frozen=True, slots=True)
class At(Form):
    """On the ballot of `about`, the idea that keys grade ("": the first without a grade), and the page."""

    idea: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Sure(Form):
    """The ideas that somebody (`about`) was told have no grade; then the ballot is handed in all the same."""

    left: tuple[str, ...] = ()
    lasts: ClassVar[bool] = False


def drafted(view: View, ui: Ui, who: str) -> dict[str, int]:
    """The grades marked on somebody's ballot and not handed in."""
    ballot = view.ballot
    ideas = ballot.eligible if ballot is not None else ()
    most = len(ballot.grades) if ballot is not None else 0
    found = {idea: ui.form(Counted, marked_as(who, idea)).counts for idea in ideas}
    return {idea: n[0] for idea, n in found.items() if n is not None and len(n) == 1 and 0 <= n[0] < most}


def handed_in(view: View, who: str) -> bool:
    """Whether somebody's ballot is in the box."""
    papers = view.ballot.papers if view.ballot is not None else ()
    return any(paper.who == who and paper.marked for paper in papers)


def recorded(view: View, who: str) -> dict[str, int]:
    """What it says, for whoever may read it."""
    papers = view.ballot.papers if view.ballot is not None else ()
    return next((dict(paper.grades) for paper in papers if paper.who == who and paper.grades), {})


def grid(view: View, ui: Ui, who: str, full: bool = False) -> Element:
    """The whole ballot. `full`: each line also says what the idea would change once it is funded."""
    ballot = view.ballot
    assert ballot is not None
    if not ballot.eligible:
        return Column([Label(nothing(), "lead"), Grow(Spacer())])
    per, now = _FULL_LINES if full else _LINES, ui.form(At, who)
    grades = {**recorded(view, who), **drafted(view, ui, who)}
    at = _at(ballot, now, grades)
    page = ballot.eligible.index(at) // per if at else min(now.page, (len(ballot.eligible) - 1) // per)
    ideas = ballot.eligible[page * per : (page + 1) * per]
    lines: list[Element] = [_head(ballot, _FULL_BOX if full else _BOX)]
    lines += [_line(ballot, who, idea, grades, at, page, full) for idea in ideas]
    foot = [*_pages(ballot, who, page, per), _keys(ballot, who, at, grades, page)]
    return Column([*lines, Grow(Spacer()), *foot], "xs")


def nothing() -> str:
    """That no idea came as far as a vote."""
    return tr("Aucune idée n’est recevable : il n’y a rien à voter.")


def _at(ballot: BallotView, now: At, grades: dict[str, int]) -> str:
    """The idea that keys grade: the one gone to, else the first without a grade; "" once all have one."""
    if now.idea in ballot.eligible:
        return now.idea
    return next((idea for idea in ballot.eligible if idea not in grades), "")


def _head(ballot: BallotView, wide: float) -> Element:
    words = [
        Sized(Label(f"{i} {grade}", "tiny", "ink", "center"), wide)
        for i, grade in enumerate(ballot.grades, 1)
    ]
    return Row([Grow(Spacer()), *words, Spacer(12.0)], "xs")


def _line(
    ballot: BallotView, who: str, id_: str, grades: dict[str, int], at: str, page: int, full: bool
) -> Element:
    """An idea, its price, and a box for each grade; the line that keys grade has a ground of its own."""
    idea, here = ballot.idea(id_), id_ == at
    said = Label(("→ " if here else "") + idea.title, "name", max_lines=1)
    price = Label(idea.price_told, "small", "ink", one_line=True)
    told: Element = Row([Grow(said), price], "s")
    if full:
        told = Column([told, *_brings(idea)], "none")
    told = Row([badge(ballot, id_, 40.0), Grow(told)], "s")
    title = Tap(told, f"mark-to.{id_}", Draft(At(who, id_, page)), idea.title)
    boxes = [
        Sized(
            Tap(
                Tick(grade, grades.get(id_) == grade),
                f"mark.{id_}.{grade + 1}",
                _graded(ballot, who, id_, grade, grades, page),
                ("✓ " if grades.get(id_) == grade else "")
                + tr("{idea} : {grade}", idea=idea.title, grade=ballot.grades[grade]),
                radius=14.0,
            ),
            _FULL_BOX if full else _BOX,
        )
        for grade in range(len(ballot.grades))
    ]
    ground = "note" if here else "paper"
    return Card(Row([Grow(title), *boxes], "xs"), 12.0, 4.0, ground, None, edge=False, radius="m")


def _brings(idea: IdeaView) -> list[Element]:
    """What it changes once it is funded, and what that brings or costs whoever marks, all counted."""
    mine = []
    if idea.worth is not None:
        by = signed(idea.worth, 1)
        mine = [Label(tr("pour vous : {by}", by=by), "tiny", "broken" if idea.worth < 0 else "kept")]
    moved: list[Element] = [changes_label(idea.voted, "tiny")] if idea.voted else []
    return [Flow([*moved, *mine], "m", "none")] if moved or mine else []


def _graded(ballot: BallotView, who: str, idea: str, grade: int, grades: dict[str, int], page: int) -> Intent:
    """An idea with its grade; the next one without is then the one that keys grade."""
    place = ballot.eligible.index(idea)
    order = (*ballot.eligible[place + 1 :], *ballot.eligible[:place])
    after = next((one for one in order if one not in grades), "")
    return Fill((), (Counted(marked_as(who, idea), (grade,)), At(who, after, page), Sure(who)))


def _pages(ballot: BallotView, who: str, page: int, per: int) -> list[Element]:
    """Where there are more ideas than a page has lines."""
    many = len(ballot.eligible)
    if many <= per:
        return []
    chips: list[Element] = []
    for i in range(0, many, per):
        last = min(i + per, many)
        chips.append(
            choice_chip(
                tr("idées {first} à {last}", first=i + 1, last=last)
                if last > i + 1
                else tr("idée {n}", n=last),
                f"mark-page-{i // per + 1}",
                Draft(At(who, ballot.eligible[i], i // per)),
                i // per == page,
            )
        )
    return [Flow(chips, "xs", "xs")]


def _keys(ballot: BallotView, who: str, at: str, grades: dict[str, int], page: int) -> Element:
    """The line before, the line after, and keys that grade the line where one is: not drawn."""
    ideas = ballot.eligible
    place = ideas.index(at) if at else None
    up = ideas[-1] if place is None else ideas[max(place - 1, 0)]
    down = ideas[0] if place is None else ideas[min(place + 1, len(ideas) - 1)]
    moves = [
        Button("↑", "mark-up", Draft(At(who, up, page))),
        Button("↓", "mark-down", Draft(At(who, down, page))),
    ]
    keyed = [
        Button(word, f"mark-{grade + 1}", _graded(ballot, who, at, grade, grades, page))
        for grade, word in enumerate(ballot.grades)
        if at
    ]
    return Unseen([*moves, *keyed])


# ---- Handed in ---------------------------------------------------------------------------------------------


def hand_in(
    view: View, ui: Ui, who: str, hint: str, then: Sequence[Form] = (), after: Go | Back | GoOn | None = None
) -> tuple[Button, Label]:
    """What puts a ballot in the box, and what is still to be said of it. Ideas without a grade are asked
    about once: they count as fair."""
    ballot = view.ballot
    assert ballot is not None
    before, marks = recorded(view, who), drafted(view, ui, who)
    grades, there = {**before, **marks}, handed_in(view, who)
    left = tuple(idea for idea in ballot.eligible if idea not in grades)
    forgotten = [Counted(marked_as(who, idea)) for idea in ballot.eligible]
    done = Do(Mark(who=who, grades=grades), then=(*forgotten, At(who), Sure(who), *then), after=after)
    word, sure = tr("Remettre le bulletin"), tr("Remettre quand même")
    button = Button(word, "mark-say", done, "primary", hint, reserve=(sure,))
    if there and grades == before:
        return replace(button, intent=None, enabled=False), Label(tr("✓ a voté"), "strong", "kept", "right")
    if not left:
        return button, Label(tr("Toutes les idées ont une mention."), "small", "ink", "right")
    fair = capital(ballot.grades[FAIR])
    if ui.form(Sure, who).left == left:
        said = tr("{n} idées sans mention : elles compteront « {grade} ».", n=len(left), grade=fair)
        if len(left) <= _NAMED:
            named = listed([ballot.idea(idea).title for idea in left])
            said = tr("Sans mention : {ideas}. Cela comptera « {grade} ».", ideas=named, grade=fair)
        return replace(button, text=sure, reserve=(word,)), Label(
            said, "strong", "part", "right", max_lines=3
        )
    waits = ntr("encore {n} idée sans mention", "encore {n} idées sans mention", len(left))
    asks = replace(button, intent=Draft(Sure(who, left)), enabled=bool(ballot.eligible))
    return asks, Label(waits, "small", "ink", "right")
