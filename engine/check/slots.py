"""Enough projects for every round: some to choose among, always one that raises the common good, and those
that the first round begins with."""

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
    yield from _first(loaded, scenario)
    for key in scenario.indicators:
        gate = key == scenario.gate  # it may rise through groups
        if all(
            (brings(scenario, card) if gate else card.changes.get(key, 0)) <= 0
            and (card.voted is None or card.voted.changes.get(key, 0) <= 0)
            for card in scenario.projects
        ):
            yield Diagnostic.at(
                loaded.where_key("indicators", key),
                "never-raised",
                tr("aucun chantier ne fait monter « {key} »", key=key),
            )


def _first(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """What is on the table in the first round must be free to come, and find room there."""
    opened = {other for card in scenario.projects for other in card.opens}
    waits = {
        card.id
        for card in scenario.projects
        if card.needs or card.id in opened or card.overheard is not None or card.corners
    }
    waits |= set(scenario.submitted)
    for i, id_ in enumerate(scenario.first):
        if id_ in waits:
            yield Diagnostic.at(
                loaded.where("first", i),
                "first-waits",
                tr("« {name} » attend autre chose : il ne peut pas être là au premier tour", name=id_),
                expected=tr("un chantier sans needs, overheard ni corners, que rien n’ouvre"),
            )
    if len(scenario.first) > scenario.parameters.slots:
        yield Diagnostic.at(
            loaded.where_key("first"),
            "first-many",
            tr("il n’y a pas de place pour tant de chantiers au premier tour"),
            expected=tr("{n} au plus", n=scenario.parameters.slots),
        )
