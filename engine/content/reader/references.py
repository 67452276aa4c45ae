"""Names that must exist: what would otherwise fail when a board is made of the scenario."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set

from engine import effects
from engine.content.model import Condition, Scenario
from engine.content.reader.nodes import Node, node_at
from engine.diagnostics import Diagnostic, Mark, named, nearest
from engine.effects import EffectModel
from engine.language import tr

Place = tuple[str | int, ...]


def reference_faults(scenario: Scenario, tree: Node, gone: Set[str] = frozenset()) -> list[Diagnostic]:
    """Every name that names nothing, and the one gate; `gone` are names whose own defect is already told."""
    return [
        *_gate(scenario, tree),
        *(
            _unknown(tree, place, name, names, is_key)
            for place, name, names, is_key in _references(scenario)
            if name not in names and name not in gone
        ),
    ]


def _gate(scenario: Scenario, tree: Node) -> Iterator[Diagnostic]:
    gates = [key for key, indicator in scenario.indicators.items() if indicator.gate]
    if len(gates) != 1:
        yield Diagnostic.at(
            node_at(tree, ("indicators",))[1],
            "one-gate",
            tr("le bien commun est un indicateur, et un seul"),
            expected="gate: true",
            hint=named(gates),
        )


Known = Mapping[effects.Names, Collection[str]]
Reference = tuple[Place, str, Iterable[str], bool]


def _references(scenario: Scenario) -> Iterator[Reference]:
    """(place, name, valid names, whether the name is a key) for every name in the scenario."""
    indicators = list(scenario.indicators)
    cast = [member.character for member in scenario.cast]
    known: Known = {"indicator": indicators, "group": effects.groups(cast)}
    for i, member in enumerate(scenario.cast):
        at: Place = ("cast", i)
        yield from (((*at, "stakes", key), key, indicators, True) for key in member.stakes)
        yield from (((*at, "trusts", key), key, cast, True) for key in member.trusts)
        yield from (
            ((*at, "believes", j, "about"), b.about, cast, False) for j, b in enumerate(member.believes)
        )
    for i, project in enumerate(scenario.projects):
        at = ("projects", i)
        yield from (((*at, "changes", key), key, indicators, True) for key in project.changes)
        yield from _of_effects((*at, "effects"), project.effects, known)
        yield from (
            ((*at, "lifts", j, side), name, cast, False)
            for j, pair in enumerate(project.lifts)
            for side, name in enumerate(pair)
        )
    for i, situation in enumerate(scenario.situations):
        at = ("situations", i)
        yield from _of_effects((*at, "effects"), situation.effects, known)
        if situation.voice.character is not None:
            yield (*at, "voice", "character"), situation.voice.character, cast, False
    projects, situations = [p.id for p in scenario.projects], [s.id for s in scenario.situations]
    for i, debate in enumerate(scenario.debates):
        if debate.project is not None:
            yield ("debates", i, "project"), debate.project, projects, False
        if debate.situation is not None:
            yield ("debates", i, "situation"), debate.situation, situations, False
    for i, ending in enumerate(scenario.endings):
        yield from _of_condition(("endings", i, "when"), ending.when, indicators)


def _of_effects(at: Place, several: tuple[EffectModel, ...], known: Known) -> Iterator[Reference]:
    for j, effect in enumerate(several):
        for key, name, what in effects.kind_of(effect).named(effect):
            yield (*at, j, key), name, known[what], False


def _of_condition(at: Place, condition: Condition | None, indicators: list[str]) -> Iterator[Reference]:
    if condition is None:
        return
    if condition.indicator is not None:
        yield (*at, "indicator"), condition.indicator, indicators, False
    for key, parts in (("every", condition.every), ("any", condition.any)):
        for j, part in enumerate(parts or ()):
            yield from _of_condition((*at, key, j), part, indicators)


def _unknown(tree: Node, place: Place, name: str, names: Iterable[str], is_key: bool) -> Diagnostic:
    node, key_mark = node_at(tree, place)
    mark: Mark = key_mark if is_key else node.mark
    return Diagnostic.at(
        mark,
        "name-unknown",
        tr("« {name} » ne désigne rien dans ce scénario", name=name),
        expected=named(names, 16),
        hint=nearest(name, names),
    )
