"""Names that must exist: what would otherwise fail when a board is made of the scenario."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from engine import effects
from engine.content.model import Condition, Scenario
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
    found = [one for group in unknown.values() for one in _told(scenario, tree, group, used)]
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


def _told(scenario: Scenario, tree: Node, group: list["Reference"], used: Set[str]) -> list[Diagnostic]:
    """One slip told once: at the definition that nobody uses, or at the first place of the name."""
    first = group[0]
    meant = close(first.name, [name for name in first.names if name not in used])
    if len(group) > 1 and meant:
        place = ("indicators", meant) if meant in scenario.indicators else None
        mark = node_at(tree, place)[1] if place else _of_cast(scenario, tree, meant)
        times = ntr("{n} fois", "{n} fois", len(group))
        message = tr(
            "« {name} » n’est nommé nulle part, et « {other} » l’est {times}",
            name=meant,
            other=first.name,
            times=times,
        )
        return [Diagnostic.at(mark, "name-unknown", message, expected=first.name)]
    return [_unknown(tree, group)]


def _of_cast(scenario: Scenario, tree: Node, name: str) -> Mark:
    for i, member in enumerate(scenario.cast):
        if member.character == name:
            return node_at(tree, ("cast", i, "character"))[0].mark
    return node_at(tree, ())[0].mark


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


Known = Mapping[effects.Names, list[str]]
_LISTS: Mapping[effects.Names, str] = {"indicator": "indicators", "group": "cast"}


class Reference(NamedTuple):
    """A name in a scenario: where, the names it may be, whether it is a key, and the list those are from."""

    place: Place
    name: str
    names: list[str]
    is_key: bool
    kind: str


def _references(scenario: Scenario) -> Iterator[Reference]:
    """Every name in the scenario."""
    indicators = list(scenario.indicators)
    cast = [member.character for member in scenario.cast]
    known: Known = {"indicator": indicators, "group": list(effects.groups(cast))}
    for i, member in enumerate(scenario.cast):
        at: Place = ("cast", i)
        yield from (Reference((*at, "stakes", k), k, indicators, True, "indicators") for k in member.stakes)
        yield from (Reference((*at, "trusts", k), k, cast, True, "cast") for k in member.trusts)
        for j, belief in enumerate(member.believes):
            yield Reference((*at, "believes", j, "about"), belief.about, cast, False, "cast")
    for i, project in enumerate(scenario.projects):
        at = ("projects", i)
        yield from (
            Reference((*at, "changes", k), k, indicators, True, "indicators") for k in project.changes
        )
        yield from _of_effects((*at, "effects"), project.effects, known)
        for j, pair in enumerate(project.lifts):
            for side, name in enumerate(pair):
                yield Reference((*at, "lifts", j, side), name, cast, False, "cast")
    for i, situation in enumerate(scenario.situations):
        at = ("situations", i)
        yield from _of_effects((*at, "effects"), situation.effects, known)
        if situation.voice.character is not None:
            yield Reference((*at, "voice", "character"), situation.voice.character, cast, False, "cast")
    cards = {"projects": [p.id for p in scenario.projects], "situations": [s.id for s in scenario.situations]}
    for i, debate in enumerate(scenario.debates):
        for kind, card in (("projects", debate.project), ("situations", debate.situation)):
            if card is not None:
                yield Reference(("debates", i, kind.removesuffix("s")), card, cards[kind], False, kind)
    for i, ending in enumerate(scenario.endings):
        yield from _of_condition(("endings", i, "when"), ending.when, indicators)


def _of_effects(at: Place, several: tuple[EffectModel, ...], known: Known) -> Iterator[Reference]:
    for j, effect in enumerate(several):
        for key, name, what in effects.kind_of(effect).named(effect):
            yield Reference((*at, j, key), name, known[what], False, _LISTS[what])


def _of_condition(at: Place, condition: Condition | None, indicators: list[str]) -> Iterator[Reference]:
    if condition is None:
        return
    if condition.indicator is not None:
        yield Reference((*at, "indicator"), condition.indicator, indicators, False, "indicators")
    for key, parts in (("every", condition.every), ("any", condition.any)):
        for j, part in enumerate(parts or ()):
            yield from _of_condition((*at, key, j), part, indicators)


def _unknown(tree: Node, group: list[Reference]) -> Diagnostic:
    """A name that names nothing, told where it is met first."""
    first = group[0]
    node, key_mark = node_at(tree, first.place)
    mark: Mark = key_mark if first.is_key else node.mark
    if odd(first.name) and cleaned(first.name) in first.names:
        return lookalike(mark, first.name, cleaned(first.name))
    marks = {node_at(tree, other.place)[0].mark for other in group[1:]} - {node.mark}
    others = ", ".join(f"{other.file}:{other.line}" for other in sorted(marks))
    hint = nearest(first.name, first.names)
    also = tr("Aussi : {places}", places=others) if others else ""
    return Diagnostic.at(
        mark,
        "name-unknown",
        tr("« {name} » ne désigne rien dans ce scénario", name=first.name),
        expected=named(first.names),
        hint=" ".join(part for part in (hint, also) if part),
    )
