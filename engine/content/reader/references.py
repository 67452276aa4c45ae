"""Names that must exist: what would otherwise fail when a board is made of the scenario."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Literal, NamedTuple

from engine import effects
from engine.content.model import CastMember, Condition, Drawing, Later, ProjectCard, Scenario, SituationCard
from engine.content.reader.characters import cleaned, lookalike, odd
from engine.content.reader.nodes import Map, Node, Seq, node_at
from engine.content.reader.shelf import Shelf
from engine.diagnostics import Diagnostic, Mark, close, named, nearest
from engine.effects import EffectModel
from engine.language import ntr, tr

Place = tuple[str | int, ...]


def reference_faults(
    scenario: Scenario, tree: Map, whole: Map, gone: Set[str] = frozenset(), shelf: Shelf | None = None
) -> list[Diagnostic]:
    """Every name that names nothing, and the one gate.

    `whole` is the tree before its faulty parts were taken out, `gone` the names whose own defect is told. A
    name is not blamed while the list it should be in could not be read whole, nor is a name that many use
    before the one that nobody does.
    """
    unsure = {kind for kind in ("indicators", "cast", "projects", "situations") if not _is_whole(whole, kind)}
    unknown: dict[tuple[str, str], list[Reference]] = {}
    used: set[str] = set()
    for reference in _references(scenario):
        if reference.name in reference.names:
            used.add(reference.name)
        elif reference.name not in gone and not _excused(reference, unsure, shelf):
            unknown.setdefault((reference.kind, reference.name), []).append(reference)
    otherwise = set(shelf.told_of.values()) if shelf is not None else set()
    found = [_told(scenario, tree, group, used, otherwise) for group in unknown.values()]
    sure = "indicators" not in unsure and set(_written(whole)) == set(scenario.indicators)
    return [*(_gate(scenario, tree) if sure else ()), *found]


def _written(tree: Map) -> Iterable[str]:
    """The indicators as they were written, sound or not."""
    node = tree.get("indicators")
    return node.entries if isinstance(node, Map) else ()


def _is_whole(tree: Map, kind: str) -> bool:
    node = tree.get(kind)
    return (
        isinstance(node, Map | Seq)
        and node.whole
        and bool(node.entries if isinstance(node, Map) else node.items)
    )


def _excused(reference: "Reference", unsure: Set[str], shelf: Shelf | None) -> bool:
    """Whether a name may be right, and what it names be what could not be read."""
    if reference.kind not in unsure:
        return False
    kind = "characters" if reference.kind == "cast" else reference.kind
    return kind == "indicators" or shelf is None or reference.name in shelf.cards(kind)


def _told(
    scenario: Scenario, tree: Node, group: list["Reference"], used: Set[str], otherwise: Set[Mark]
) -> Diagnostic:
    """One slip told once: at the definition that nobody uses, or at the first place of the name.

    `otherwise` are the places of names that the English spells otherwise. Where one name alone stands against
    one definition, either may be the slip.
    """
    first = group[0]
    meant = close(first.name, [name for name in first.names if name not in used])
    mark = _chosen(scenario, tree, first.kind, meant)
    if mark is None:
        return _unknown(tree, group)
    if len(group) == 1 and mark not in otherwise:
        doubt = tr("« {name} » n’est nommé nulle part : écrivez le même nom aux deux endroits.", name=meant)
        return _unknown(tree, group, doubt)
    times = ntr("{n} fois", "{n} fois", len(group))
    message = tr(
        "« {name} » n’est nommé nulle part, et « {other} » l’est {times}",
        name=meant, other=first.name, times=times,
    )  # fmt: skip
    return Diagnostic.at(mark, "name-unknown", message, expected=first.name)


def _chosen(scenario: Scenario, tree: Node, kind: str, name: str) -> Mark | None:
    """Where a designer gives a name: a key of the scenario, or the id of an item of its list; None for the
    name of a file, which is never the slip, and where nothing has that name."""
    if name and kind in ("indicators", "flags"):
        return node_at(tree, (kind, name))[1]
    key = {"cast": "character", "clocks": "id", "places": "id"}.get(kind)
    several = getattr(scenario, kind) if key else ()
    place = next((i for i, one in enumerate(several) if getattr(one, str(key)) == name), None)
    return None if place is None else node_at(tree, (kind, place, str(key)))[0].mark


def _gate(scenario: Scenario, tree: Node) -> Iterator[Diagnostic]:
    gates = [key for key, indicator in scenario.indicators.items() if indicator.gate]
    if len(gates) != 1:
        mark = node_at(tree, ("indicators", gates[1], "gate") if gates else ("indicators",))
        yield Diagnostic.at(
            mark[0].mark if gates else mark[1],
            "one-gate",
            tr("le bien commun est un indicateur, et un seul"),
            expected="gate: true",
            hint=named(gates),
        )


Names = (
    effects.Names | Literal["project", "situation", "character", "clock", "place", "hour", "ground", "voter"]
)
Known = Mapping[Names, list[str]]
_LISTS: Mapping[Names, str] = {
    "indicator": "indicators", "group": "cast", "character": "cast", "flag": "flags", "project": "projects",
    "situation": "situations", "clock": "clocks", "place": "places",
    "hour": "timetable", "gathering": "groups", "works": "projects", "ground": "sites", "corner": "corners",
    "public": "ballot", "voter": "ballot",
}  # fmt: skip
"""What may be named -> the list of the scenario that it stands in."""


class Reference(NamedTuple):
    """A name in a scenario: where, the names it may be, whether it is a key, and the list those are from."""

    place: Place
    name: str
    names: list[str]
    is_key: bool
    kind: str


def _known(scenario: Scenario) -> Known:
    cast = [member.character for member in scenario.cast]
    return {
        "indicator": list(scenario.indicators),
        "group": list(effects.groups(cast)),
        "character": cast,
        "flag": list(scenario.flags),
        "project": [p.id for p in scenario.projects],
        "situation": [s.id for s in scenario.situations],
        "clock": [c.id for c in scenario.clocks],
        "place": [p.id for p in scenario.places],
        "gathering": list(effects.gatherings(g.id for g in scenario.groups.these)) if scenario.groups else [],
        "works": list(effects.sites(p.id for p in scenario.projects if p.works is not None)),
        "ground": [g.id for g in scenario.sites.grounds] if scenario.sites is not None else [],
        "corner": list(effects.corners(c.id for c in scenario.corners.these)) if scenario.corners else [],
        "public": list(effects.publics(p.id for p in scenario.ballot.publics)) if scenario.ballot else [],
        "voter": [p.id for p in scenario.ballot.publics] if scenario.ballot else [],
        "hour": list(scenario.timetable.hours) if scenario.timetable is not None else [],
    }


def _references(scenario: Scenario) -> Iterator[Reference]:
    """Every name in the scenario."""
    known = _known(scenario)
    for place, what, name, is_key in _named(scenario):
        if what == "gathering" and scenario.groups is None:  # told elsewhere
            continue
        if what == "works" and not any(card.works for card in scenario.projects):  # likewise
            continue
        if what == "corner" and scenario.corners is None:  # likewise
            continue
        if what in ("public", "voter") and scenario.ballot is None:  # likewise
            continue
        yield Reference(place, name, known[what], is_key, _LISTS[what])


Named = tuple[Place, Names, str, bool]


def _named(scenario: Scenario) -> Iterator[Named]:
    """Where a name stands, what it names, the name, whether it is a key."""
    for i, member in enumerate(scenario.cast):
        yield from _of_member(("cast", i), member)
    for i, project in enumerate(scenario.projects):
        yield from _of_project(("projects", i), project)
        if project.works is not None and scenario.sites is not None:
            yield from _values(("projects", i, "works", "ground"), "ground", project.works.ground)
        hours = (
            project.occupies if scenario.timetable is not None else ()
        )  # without a week, told once elsewhere
        yield from _values(("projects", i, "occupies"), "hour", hours)
    for i, situation in enumerate(scenario.situations):
        yield from _of_situation(("situations", i), situation)
    for i, act in enumerate(scenario.acts):
        yield from _values(("acts", i, "situations"), "situation", act.situations)
    for i, clock in enumerate(scenario.clocks):
        at: Place = ("clocks", i)
        for j, tick in enumerate(clock.ticks):
            yield from _of_condition((*at, "ticks", j, "when"), tick.when)
        yield from _of_effects((*at, "full", "effects"), clock.full.effects)
        yield from _value((*at, "full", "situation"), "situation", clock.full.situation)
    yield from _value(("walker",), "character", scenario.walker)
    yield from _values(("first",), "project", scenario.first)
    for i, kept in enumerate(scenario.timetable.kept if scenario.timetable else ()):
        yield from _values(("timetable", "kept", i, "hours"), "hour", kept.hours)
    if scenario.baton is not None:
        yield from _value(("baton", "starts"), "character", scenario.baton.starts)
    yield from _of_groups(scenario)
    yield from _of_corners(scenario)
    yield from _values(("ballot", "submitted"), "project", scenario.submitted)
    for key in scenario.sites.together if scenario.sites is not None else ():
        yield ("sites", "together", key), "indicator", key, True
    for who, mandate in scenario.mandates.items():
        yield ("mandates", who), "character", who, True
        for key in ("completed", "lapsed", "nothing_to"):
            yield from _value(("mandates", who, key), "project", getattr(mandate, key))
    for who in scenario.hearing.heard if scenario.hearing else ():
        yield ("hearing", "heard", who), "character", who, True
    for i, debate in enumerate(scenario.debates):
        yield from _value(("debates", i, "project"), "project", debate.project)
        yield from _value(("debates", i, "situation"), "situation", debate.situation)
    for i, ending in enumerate(scenario.endings):
        yield from _of_condition(("endings", i, "when"), ending.when)
    yield from _of_drawing(scenario.drawing)


def _of_groups(scenario: Scenario) -> Iterator[Named]:
    groups = scenario.groups
    if groups is None:
        return
    for who in groups.counts:
        yield ("groups", "counts", who), "character", who, True
    if groups.asleep is not None:
        yield ("groups", "asleep", "of"), "group", groups.asleep.of, False
        yield ("groups", "asleep", "in"), "group", groups.asleep.toward, False
    for i, group in enumerate(groups.these):
        yield from _value(("groups", "these", i, "member"), "character", group.member)


def _of_corners(scenario: Scenario) -> Iterator[Named]:
    corners = scenario.corners
    if corners is None:
        return
    yield from _value(("corners", "scribe"), "character", corners.scribe)
    yield from _values(("corners", "guests"), "character", corners.guests)
    for key in corners.strips.arranged:
        yield ("corners", "strips", "arranged", key), "indicator", key, True
    for i, corner in enumerate(corners.these):
        yield from _value(("corners", "these", i, "member"), "character", corner.member)


def _of_drawing(drawing: Drawing) -> Iterator[Named]:
    yield from ((("drawing", "gauges", key), "indicator", key, True) for key in drawing.gauges)
    yield from ((("drawing", "projects", key), "project", key, True) for key in drawing.projects)
    yield from ((("drawing", "clocks", key), "clock", key, True) for key in drawing.clocks)


def _of_member(at: Place, member: CastMember) -> Iterator[Named]:
    yield from (((*at, "stakes", key), "indicator", key, True) for key in member.stakes)
    yield from (((*at, "trusts", key), "character", key, True) for key in member.trusts)
    for j, belief in enumerate(member.believes):
        yield (*at, "believes", j, "about"), "character", belief.about, False
    if member.leaves is not None:
        yield from _of_condition((*at, "leaves", "unless"), member.leaves.unless)


def _of_project(at: Place, project: ProjectCard) -> Iterator[Named]:
    yield from (((*at, "changes", key), "indicator", key, True) for key in project.changes)
    yield from (((*at, "during", key), "indicator", key, True) for key in project.during)
    yield from (((*at, "for", key), "character", key, True) for key in project.personal)
    yield from _value((*at, "where"), "place", project.where)
    if project.works is not None:
        yield from (((*at, "works", "each", key), "indicator", key, True) for key in project.works.each)
        yield from (((*at, "works", "for", key), "character", key, True) for key in project.works.personal)
    if project.softens is not None:
        yield from (((*at, "softens", "each", key), "indicator", key, True) for key in project.softens.each)
        yield from _values((*at, "softens", "works"), "project", project.softens.works)
    yield from _values((*at, "corners"), "corner", project.corners)
    yield from (((*at, "opinions", key), "voter", key, True) for key in project.opinions)
    if project.voted is not None:
        yield from (((*at, "voted", "changes", key), "indicator", key, True) for key in project.voted.changes)
        yield from (((*at, "voted", "for", key), "character", key, True) for key in project.voted.personal)
    yield from _values((*at, "needs"), "project", project.needs)
    yield from _values((*at, "opens"), "project", project.opens)
    yield from _of_effects((*at, "effects"), project.effects)
    yield from _of_later((*at, "later"), project.later)
    yield from _of_later((*at, "lapses"), project.lapses)
    for j, pair in enumerate(project.lifts):
        yield from _values((*at, "lifts", j), "character", pair)


def _of_situation(at: Place, situation: SituationCard) -> Iterator[Named]:
    yield from _of_effects((*at, "effects"), situation.effects)
    yield from _value((*at, "voice", "character"), "character", situation.voice.character)
    yield from _of_condition((*at, "when"), situation.when)
    yield from _of_later((*at, "later"), situation.later)
    for j, option in enumerate(situation.choose.options if situation.choose else ()):
        there: Place = (*at, "choose", "options", j)
        yield from _of_effects((*there, "effects"), option.effects)
        yield from _value((*there, "then"), "situation", option.then)
        yield from _of_later((*there, "later"), option.later)
    for key, outcome in situation.rumour.outcomes() if situation.rumour else ():
        yield from _of_effects((*at, "rumour", key, "effects"), outcome.effects)


def _value(at: Place, what: Names, name: str | None) -> Iterator[Named]:
    if name is not None:
        yield at, what, name, False


def _values(at: Place, what: Names, several: Iterable[str]) -> Iterator[Named]:
    for j, name in enumerate(several):
        yield (*at, j), what, name, False


def _of_effects(at: Place, several: Iterable[EffectModel]) -> Iterator[Named]:
    for j, effect in enumerate(several):
        for key, name, what in effects.kind_of(effect).named(effect):
            yield (*at, j, key), what, name, False


def _of_later(at: Place, later: Later | None) -> Iterator[Named]:
    if later is not None:
        yield from _of_effects((*at, "effects"), later.effects)


def _of_condition(at: Place, condition: Condition | None) -> Iterator[Named]:
    if condition is None:
        return
    names: tuple[tuple[str, Names], ...] = (
        ("indicator", "indicator"), ("completed", "project"), ("lapsed", "project"), ("goal", "character"),
        ("elected", "project"),
        ("flag", "flag"), ("clock", "clock"),
    )  # fmt: skip
    for key, what in names:
        yield from _value((*at, key), what, getattr(condition, key))
    yield from _values((*at, "lifted"), "character", condition.lifted or ())
    for key, j, part in condition.parts:
        yield from _of_condition((*at, key, j), part)


def _unknown(tree: Node, group: list[Reference], doubt: str = "") -> Diagnostic:
    """A name that names nothing, told where it is met first; `doubt` in the place of the nearest name."""
    first = group[0]
    node, key_mark = node_at(tree, first.place)
    mark: Mark = key_mark if first.is_key else node.mark
    if odd(first.name) and cleaned(first.name) in first.names:
        return lookalike(mark, first.name, cleaned(first.name))
    marks = {node_at(tree, other.place)[0].mark for other in group[1:]} - {node.mark}
    others = ", ".join(f"{other.file}:{other.line}" for other in sorted(marks))
    hint = doubt or nearest(first.name, first.names)
    also = tr("Aussi : {places}", places=others) if others else ""
    return Diagnostic.at(
        mark,
        "name-unknown",
        tr("« {name} » ne désigne rien dans ce scénario", name=first.name),
        expected=named(first.names),
        hint=" ".join(part for part in (hint, also) if part),
    )
