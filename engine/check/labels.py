"""The names on the posture map are those of the glossary."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    known = tuple(scenario.labels)
    if loaded.scenario is None and not known:
        return  # they could not be read, which is told already
    for i, row in enumerate(scenario.map):
        for j, label in enumerate(row):
            if label not in known:
                yield Diagnostic.at(
                    loaded.where("map", i, j),
                    "label-unknown",
                    tr("« {label} » n’est pas une étiquette de la carte", label=label),
                    expected=named(known),
                    hint=nearest(label, known),
                )
