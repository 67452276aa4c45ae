"""Enough projects for every round: some to choose among, and always one that raises the common good."""

from collections.abc import Iterator

from engine import numbers
from engine.check.groups import brings
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True
RAISERS = 2


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    slots = scenario.parameters.slots
    if len(scenario.projects) <= slots:
        yield Diagnostic.at(
            loaded.where_key("projects"),
            "few-projects",
            tr("il n’y a pas assez de chantiers pour renouveler la table"),
            expected=tr("plus de {n}", n=slots),
        )
    if sum(brings(scenario, card) >= numbers.RAISES for card in scenario.projects) < RAISERS:
        yield Diagnostic.at(
            loaded.where_key("projects"),
            "commons-projects",
            tr("trop peu de chantiers font monter le bien commun de {n} ou plus", n=numbers.RAISES),
            expected=tr("{n} au moins : il y en a toujours un d’ouvert", n=RAISERS),
        )
    for key in scenario.indicators:
        gate = key == scenario.gate  # it may rise through groups
        if all(
            (brings(scenario, card) if gate else card.changes.get(key, 0)) <= 0 for card in scenario.projects
        ):
            yield Diagnostic.at(
                loaded.where_key("indicators", key),
                "never-raised",
                tr("aucun chantier ne fait monter « {key} »", key=key),
            )
