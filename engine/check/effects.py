"""Effects that do something, on things that can move."""

from collections.abc import Iterable, Iterator

from engine.content.model import Later, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.effects import EffectModel, kind_of
from engine.effects.group import GroupEffect
from engine.language import tr

Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for path, effect in every_effect(scenario):
        if kind_of(effect).does_nothing(effect):
            yield Diagnostic.at(loaded.where(*path), "effect-nothing", tr("cet effet ne change rien"))
    for i, project in enumerate(scenario.projects):
        if project.softens is not None or project.price is not None:  # other rules look at these
            continue
        grouped = any(isinstance(effect, GroupEffect) for effect in project.effects)
        if not any(project.changes.values()) and not project.asks_nothing and not grouped:
            yield Diagnostic.at(
                loaded.where("projects", i, "changes"),
                "effect-nothing",
                tr("« {card} » ne change aucun indicateur", card=project.id),
            )


def every_effect(scenario: Scenario) -> Iterator[tuple[Path, EffectModel]]:
    """Each effect of a scenario, and where it is written."""
    for i, project in enumerate(scenario.projects):
        at: Path = ("projects", i)
        yield from _at((*at, "effects"), project.effects)
        yield from _later((*at, "later"), project.later)
        yield from _later((*at, "lapses"), project.lapses)
    for i, situation in enumerate(scenario.situations):
        at = ("situations", i)
        yield from _at((*at, "effects"), situation.effects)
        yield from _later((*at, "later"), situation.later)
        for j, option in enumerate(situation.choose.options if situation.choose else ()):
            yield from _at((*at, "choose", "options", j, "effects"), option.effects)
            yield from _later((*at, "choose", "options", j, "later"), option.later)
        for key, outcome in situation.rumour.outcomes() if situation.rumour else ():
            yield from _at((*at, "rumour", key, "effects"), outcome.effects)
    for i, clock in enumerate(scenario.clocks):
        yield from _at(("clocks", i, "full", "effects"), clock.full.effects)


def _at(path: Path, several: Iterable[EffectModel]) -> Iterator[tuple[Path, EffectModel]]:
    for j, effect in enumerate(several):
        yield (*path, j), effect


def _later(path: Path, later: Later | None) -> Iterator[tuple[Path, EffectModel]]:
    if later is not None:
        yield from _at((*path, "effects"), later.effects)
