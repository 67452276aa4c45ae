"""Effects that do something, on things that can move."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.effects import kind_of
from engine.language import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    effects = [
        ("projects", i, j, e) for i, p in enumerate(scenario.projects) for j, e in enumerate(p.effects)
    ]
    effects += [
        ("situations", i, j, e) for i, s in enumerate(scenario.situations) for j, e in enumerate(s.effects)
    ]
    for kind, i, j, effect in effects:
        if kind_of(effect).does_nothing(effect):
            mark = loaded.where(kind, i, "effects", j)
            yield Diagnostic.at(mark, "effect-nothing", tr("cet effet ne change rien"))
    for i, project in enumerate(scenario.projects):
        if not any(project.changes.values()):
            yield Diagnostic.at(
                loaded.where("projects", i, "changes"),
                "effect-nothing",
                tr("« {card} » ne change aucun indicateur", card=project.id),
            )
