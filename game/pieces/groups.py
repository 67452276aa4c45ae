"""Groups that live and sleep: their tables side by side, how many are awake beside what that is worth, who
goes and helps, and what a project does to them.
"""

from collections.abc import Sequence

from engine import numbers
from engine.language import ntr, signed, tr
from engine.telling.vocabulary import listed
from engine.view.types import GroupMove, GroupsView, GroupTouch, GroupView, ProjectView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Row, Span, Tokens
from game.kit.nodes import TokenState
from game.pieces.parts import face
from game.pieces.tables import Leg, Night, Seat, Table

_FEW_NAMES = 2
"""Groups to which a project does the same that are each named on its card; more are counted."""


def table(
    view: View, group: GroupView, width: float = 150.0, most: float = 1000.0, over: bool = False
) -> Table:
    """A group's table; nothing is said of a next round where all is `over`."""
    who = next((one for one in view.characters if one.id == group.member), None)
    member = face(who, max(min(width * 0.3, 64.0), 40.0)) if who is not None else None
    return Table(
        group.life, group.autonomy, group.holds, group.falls_asleep and not over, width, member, most
    )


def help_card(view: View, group: GroupView) -> ProjectView | None:
    """Going to help it, while that is on the table."""
    return next((one for one in view.projects if group.card and one.id == group.card), None)


def becomes(move: GroupMove, width: float) -> tuple[Table, Table]:
    """A group's table before a reveal, and after."""
    before, after = (
        Table(move.life[i], move.autonomy[i], move.autonomy[i] >= numbers.ALONE, width=width) for i in (0, 1)
    )
    return before, after


def lasting(move: GroupMove) -> bool:
    """Whether more happened to it than that it wore out."""
    return bool(move.help) or move.woke or move.slept


# ---- The two counts ------------------------------------------------------------------------------------


def funders(groups: GroupsView, style: str = "heading") -> Card:
    """How many are awake, as a screen shows it that shows nothing else."""
    words = Label(groups.count_said, style, "on_night", "center", one_line=True)
    return Card(words, "m", "s", "night", None, edge=False, radius="s")


def worth(groups: GroupsView, style: str = "heading") -> Card:
    """What they do by themselves, which nobody asks: with the sign of a leg."""
    words = Label(groups.worth_said.replace(" ", "\u00a0"), style, "kept_ink", one_line=True)
    return Card(Row([Leg(38.0), words], "s"), "m", "s", "kept_soft", None, edge=False, radius="s")


def wears(groups: GroupsView, named: bool = True) -> list[Element]:
    """What this round takes if nobody does anything, and who falls asleep then."""
    sleepy = [group.title for group in groups.groups if group.falls_asleep]
    if not groups.wear and not sleepy:
        return []
    spans = [Span(tr("Sans aide, ce tour :") + " "), Span(signed(groups.wear), "broken", True)]
    if not groups.wear:
        spans = [Span(tr("Sans aide, ce tour :"))]
    if sleepy and named:
        told = ntr("s’endort : {names}", "s’endorment : {names}", len(sleepy), names=listed(sleepy))
        spans.append(Span((" · " if groups.wear else " ") + told, "ink"))
    signs: list[Element] = [Night(32.0)] if sleepy else []
    return [Row([*signs, Grow(Label(spans, "label", "ink"))], "s")]


# ---- Who goes and helps --------------------------------------------------------------------------------


def helpers(view: View, project: ProjectView, size: float = 34.0) -> Element:
    """The tokens that going to help takes: who promises to come, and whether its member asks for it."""
    rows: list[Element] = []
    for kind in (0, 2):
        if not project.cost[kind]:
            continue
        state: TokenState = "missing"
        if project.promised[kind]:
            state = "promised"
        if project.placed[kind]:
            state = "given"
        promised = [one.who for one in view.promises if one.project == project.id and one.tokens[kind]]
        people = [who for who in view.characters if who.id in promised][:1]
        rows.append(Row([Tokens(((kind, state),), size), *[face(who, size + 6.0) for who in people]], 6.0))
    return Column(rows, "xs", justify="center")


# ---- What a project does to groups ---------------------------------------------------------------------


def touches(
    groups: GroupsView | None, project: ProjectView, short: bool = False, style: str = "label"
) -> list[Element]:
    """What it does to groups, drawn: whom, more or less people, more or less legs. Of several to which it
    does the same, the names; `short`: how many they are.
    """
    if groups is None or not project.touches:
        return []
    alike: dict[tuple[int, int], list[GroupTouch]] = {}
    for touch in project.touches:
        alike.setdefault((touch.life, touch.autonomy), []).append(touch)
    rows = [part for several in alike.values() for part in _touch(groups, several, short, style)]
    return [Flow(rows, 16.0, 2.0)]


def touches_counted(groups: GroupsView | None, project: ProjectView) -> list[Element]:
    """How many groups it does something to, and to what of theirs."""
    if groups is None or not project.touches:
        return []
    words = Label(f"{len(project.touches)}\u00a0{groups.noun}", "label", "ink", one_line=True)
    signs: list[Element] = [Seat(28.0)] if any(one.life for one in project.touches) else []
    signs += [Leg(28.0)] if any(one.autonomy for one in project.touches) else []
    return [Row([words, *signs], 10.0)]


def _touch(groups: GroupsView, several: Sequence[GroupTouch], short: bool, style: str) -> list[Element]:
    """Names that may stand on several lines, the last with what happens to all."""
    names = [touch.title for touch in several]
    if short and len(names) > _FEW_NAMES:
        names = [f"{len(names)}\u00a0{groups.noun}"]
    found: list[Element] = [Label(name + ",", style, "ink", one_line=True) for name in names[:-1]]
    last = Label(names[-1], style, "ink")
    return [*found, Row([last, *moved(several[0].life, several[0].autonomy, style)], 10.0)]


def moved(life: int, autonomy: int, style: str = "label") -> list[Element]:
    """So many people and legs more or less."""
    found: list[Element] = []
    for sign, by in ((Seat(28.0), life), (Leg(28.0), autonomy)):
        if by:
            number = Label(signed(by), style, "kept" if by > 0 else "broken", one_line=True)
            found.append(Row([sign, number], 3.0))
    return found


def unsaid(project: ProjectView) -> tuple[str, ...]:
    """What it does in words, without what is drawn."""
    titles = tuple(touch.title.casefold() for touch in project.touches)
    return tuple(one for one in project.effects if not titles or not one.casefold().startswith(titles))
