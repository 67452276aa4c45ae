"""Groups that live, sleep, and learn to do without help, told line by line."""

from collections.abc import Iterator

from engine import numbers
from engine.language import ntr, signed, tr
from engine.telling.vocabulary import listed, tokens
from engine.view.types import GroupsView, ProjectView, View


def standing(view: View) -> Iterator[str]:
    """How many are awake, and how each of them stands."""
    groups = view.groups
    if groups is not None:
        yield " · ".join([groups.count_said, groups.worth_said])
        yield groups.laid_out
        yield from _wears(groups)


def _wears(groups: GroupsView) -> Iterator[str]:
    """What this round takes if nobody does anything, and who falls asleep then."""
    sleepy = [group.title for group in groups.groups if group.falls_asleep]
    names = listed(sleepy)
    if groups.wear:
        asleep = ntr("s’endort : {names}", "s’endorment : {names}", len(sleepy), names=names)
        said = f"{tr('Sans aide, ce tour :')} {signed(groups.wear)}"
        yield f"{said} · {asleep}" if sleepy else said
    elif sleepy:
        yield ntr(
            "Sans aide, ce tour, s’endort : {names}",
            "Sans aide, ce tour, s’endorment : {names}",
            len(sleepy),
            names=names,
        )


def helps(view: View, project: ProjectView) -> str:
    """What going to help does, and what whoever belongs to the group may change in it."""
    assert view.groups is not None
    group, life = view.groups.group(project.group), signed(numbers.HELP_LIFE)
    if not group.autonomy:  # it has nothing to unlearn
        return tr("vie {life}", life=life)
    said = tr("vie {life}, autonomie {autonomy}", life=life, autonomy=signed(-numbers.HELP_AUTONOMY))
    member = group.member
    if not member:
        return said
    name, asks = view.character(member).short, tokens(project.cost._replace(time=0))
    return f"{said} " + tr("(gardée si {name} le demande : {tokens})", name=name, tokens=asks)


def moved(view: View) -> Iterator[str]:
    """What the reveal did to them, and how many are awake now; whom that number matters to."""
    now, groups = view.reveal, view.groups
    if now is not None and groups is not None:
        yield from (move.said for move in now.groups)
        yield " · ".join([groups.count_said, groups.worth_said, *(words for _, _, words in now.counted)])


def over(view: View) -> Iterator[str]:
    """How many were awake, and are in the end; then each."""
    groups = view.groups
    if groups is not None:
        words = {"groups": groups.title, "before": groups.history[0][0], "after": groups.history[-1][0]}
        yield tr("{groups} : {before} en éveil au début, {after} à la fin.", **words)
        yield groups.laid_out
