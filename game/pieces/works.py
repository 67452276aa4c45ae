"""Works that are built in phases, on the cards of projects: how far they are, what they do each round while
their hoarding stands, to whom, and what makes that bearable.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import ntr, signed, tr
from engine.view.types import Expression, ProjectView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Row, Spacer, Tokens
from game.pieces.parts import card_face, missing
from game.pieces.plan import Barrier
from game.pieces.sites import lots, one_hurt, one_site, signed_hurts

_MOST = 6
"""Tokens of a phase beyond which they are set smaller."""


@dataclass(frozen=True)
class OnCard:
    """What a project's card tells of works: its `phases` in the place of its tokens, lines in `full` and in
    `short`; where there is least room, `brief` and in `signs`. Whether its hoarding is `standing`."""

    phases: Element | None
    brief: Element | None
    full: Sequence[Element]
    short: Sequence[Element]
    signs: Sequence[Element]
    standing: bool = False


def on_card(view: View, project: ProjectView, tokens: float = 34.0) -> OnCard | None:
    """None of a project that is not works, and softens none."""
    works = project.works
    if view.sites is None or (works is None and project.softens is None):
        return None
    if works is None:
        short = softening(view, project, short=True)
        return OnCard(None, None, softening(view, project), short, _softening_signs(view, project))
    where = Row([lots(view, project, 26.0), Grow(Label(works.ground_said, "label"))], "xs")
    left: list[Element] = []
    if works.standing:
        words = ntr("encore {n} tranche", "encore {n} tranches", works.left)
        left = [Label(words, "label", "broken", one_line=True)]
    full = [where, *left, *each_round(view, project)]
    short = each_round(view, project, short=True)
    told = _each_in_signs(view, project)
    signs = [Row([told[0], Grow(Flow(told[1:], 12.0, 2.0))], "xs")] if told else []
    steps, step = phases(project, tokens), _this_phase(project, tokens)
    return OnCard(steps, step, full, short, signs, works.standing)


def on_site(child: Element, works: OnCard | None, pad: str | float = "m", pad_y: float = 16.0) -> Element:
    """The card of a project; of works whose hoarding stands, behind boards."""
    if works is None or not works.standing:
        return Card(child, pad, pad_y)
    below = Column([Spacer(h=10.0), Grow(child)], "none")
    return Barrier(Card(below, pad, pad_y, "panel", "broken", 4.0))


# ---- How far they are -----------------------------------------------------------------------------------


def phases(project: ProjectView, size: float = 34.0) -> Element:
    """A step for each phase: paid, asked for now, and those after it with what they cost."""
    works = project.works
    assert works is not None
    steps: list[Element] = [_paid(n) for n in range(1, works.phase + 1)]
    if works.left:
        small = size if sum(project.cost) <= _MOST else 0.8 * size
        now = Tokens.filled(project.placed, project.cost, small, promised=project.promised)
        steps.append(_step(works.phase + 1, now, "ink"))
    for i, cost in enumerate(works.next, works.phase + 2):
        steps.append(_step(i, missing(cost, 0.8 * size), None))
    return Flow(steps, "xs", 4.0)


def _this_phase(project: ProjectView, size: float) -> Element:
    """The phase asked for now, and which it is of how many."""
    works = project.works
    assert works is not None
    which = tr("tranche {n}/{total}", n=works.phase + 1, total=works.phases)
    words = Label(which, "label", "ink", one_line=True)
    small = size if sum(project.cost) <= _MOST else 0.8 * size
    return Flow(
        [words, Tokens.filled(project.placed, project.cost, small, promised=project.promised)], "s", 2.0
    )


def _paid(n: int) -> Element:
    words = Label(tr("✓ {n}", n=n), "label", "kept_ink", one_line=True)
    return Card(words, 8.0, 2.0, "kept_soft", None, edge=False, radius="s", fill_child=False)


def _step(n: int, tokens: Element, border: str | None) -> Element:
    number = Label(str(n), "label", "ink", one_line=True)
    fill = "panel" if border else "track"
    return Card(Row([number, tokens], "xs"), 8.0, 2.0, fill, border, edge=False, radius="s", fill_child=False)


# ---- What they do ---------------------------------------------------------------------------------------


def each_round(view: View, project: ProjectView, short: bool = False, style: str = "label") -> list[Element]:
    """What each round does while the hoarding stands, to the gauges and to some by name."""
    works = project.works
    assert works is not None
    if not works.each and not works.felt:
        return []
    told: list[Element] = [Label(tr("À chaque tour :"), style, "ink", one_line=True)]
    told += [one_hurt(one, style) for one in works.each]
    told += felt(view, project, short, style)
    return [Flow(told, 12.0, 2.0)]


def felt(view: View, project: ProjectView, short: bool = False, style: str = "label") -> list[Element]:
    """Who gains or loses by it each round: a small face, and that in words or as a number."""
    works, found = project.works, []
    for one in works.felt if works is not None else ():
        who = next((who for who in view.characters if who.id == one.who), None)
        ink = "broken" if one.points < 0 else "kept"
        words = signed(one.points) if short and who is not None else one.words
        row: list[Element] = [Label(words, style, ink, one_line=True)]
        if who is not None:
            mood: Expression = "concerned" if one.points < 0 else "calm"
            row.insert(0, card_face(who.face, mood, who.name, 30.0))
        found.append(Row(row, "xs"))
    return list(found)


def softening(view: View, project: ProjectView, short: bool = False, style: str = "label") -> list[Element]:
    """What accompanies works adds while their hoarding stands, with the sign of one."""
    softens = project.softens
    if softens is None:
        return []
    if not short:
        return [Row([one_site(), Grow(Label(softens.said, style, "part"))], "xs")]
    told = [one_hurt(one, style) for one in softens.each]
    return [
        Row(
            [
                one_site(),
                Grow(Flow([Label(tr("Adoucit :"), style, "part", one_line=True), *told], 12.0, "none")),
            ],
            "xs",
        )
    ]


def _each_in_signs(view: View, project: ProjectView) -> list[Element]:
    """What each round does: the sign of a hoarding, then gauges and people by theirs."""
    works = project.works
    told = signed_hurts(view, works.each) if works is not None else []
    told += felt(view, project, short=True)
    return [one_site(), *told] if told else []


def _softening_signs(view: View, project: ProjectView) -> list[Element]:
    softens = project.softens
    return [Row([one_site(), *signed_hurts(view, softens.each)], "xs")] if softens is not None else []


# ---- In a line ------------------------------------------------------------------------------------------


def each_round_told(view: View, project: ProjectView) -> list[Element]:
    """What each round does, in signs; or what accompanies works adds."""
    if project.works is None:
        return _softening_signs(view, project)
    told = _each_in_signs(view, project)
    return [Flow(told, 12.0, "none")] if told else []


def lack_word(project: ProjectView) -> str:
    """Before what it lacks: of works, which phase lacks it."""
    works = project.works
    if works is None:
        return tr("manque")
    return tr("tranche {n} sur {total}, manque", n=works.phase + 1, total=works.phases)
