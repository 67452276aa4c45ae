"""Effects on a family that nobody in the cast belongs to: nothing would happen."""

from collections.abc import Iterator

from engine.content.model import FAMILIES, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    here = sorted({card.family for card in scenario.characters.values()})
    for kind in ("projects", "situations"):
        for i, card in enumerate(getattr(scenario, kind)):
            for j, effect in enumerate(card.effects):
                said = effect.model_dump(by_alias=True)
                for key in ("who", "of", "in"):
                    family = said.get(key)
                    if family in FAMILIES and family not in here:
                        yield Diagnostic.at(
                            loaded.where(kind, i, "effects", j, key),
                            "family-empty",
                            tr(
                                "personne dans la distribution n’est de la famille « {family} »",
                                family=family,
                            ),
                            expected=named(here),
                        )
