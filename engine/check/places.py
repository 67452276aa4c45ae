"""A town of places: needs lie somewhere, by themselves, and there are as many as lie face down at once."""

from collections.abc import Iterator

from engine.check.conditions import at
from engine.content.model import Condition, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True
Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    yield from _needs(loaded, scenario)
    yield from _town(loaded, scenario)
    for i, ending in enumerate(scenario.endings):
        yield from _heard(loaded, scenario, ("endings", i, "when"), ending.when)
    for i, situation in enumerate(scenario.situations):
        yield from _heard(loaded, scenario, ("situations", i, "when"), situation.when)


def _needs(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    opened = {other for project in scenario.projects for other in project.opens}
    for i, card in enumerate(scenario.projects):
        if card.overheard is None:
            continue
        if card.where is None:
            yield Diagnostic.at(
                loaded.where("projects", i, "overheard"),
                "need-nowhere",
                tr("« {card} » est un besoin, et on ne sait pas où aller l’écouter", card=card.id),
                expected="where: …",
            )
        if card.needs or card.opens or card.id in opened:
            yield Diagnostic.at(
                loaded.where("projects", i),
                "need-tied",
                tr("« {card} » est un besoin : ni needs ni opens, qui diraient ce qu’il est", card=card.id),
            )


def _town(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Whoever walks has somewhere to go, and what lies face down is there."""
    needs = [card.where for card in scenario.projects if card.overheard is not None]
    if not scenario.places:
        if scenario.walker is not None:
            message = tr(
                "« {name} » n’a nulle part où aller : le scénario n’a pas de lieux", name=scenario.walker
            )
            yield Diagnostic.at(loaded.where("walker"), "walker-nowhere", message, expected="places: …")
        return
    most = max((at(scenario.face_down, duration, 0) for duration in scenario.durations), default=0)
    there = min(len(needs), len(scenario.places))
    if needs and not 1 <= most <= there:
        yield Diagnostic.at(
            loaded.where("face_down"),
            "face-down",
            tr(
                "il y a {n} besoins et {m} lieux pour autant de cartes face cachée",
                n=len(needs),
                m=len(scenario.places),
            ),
            expected=tr("de {least} à {most}", least=1, most=there),
        )
    for i, place in enumerate(scenario.places):
        if place.id not in needs:
            yield Diagnostic.at(
                loaded.where("places", i),
                "place-silent",
                tr("il n’y a rien à entendre à « {place} »", place=place.id),
                expected="overheard: …",
                severity="advice",
            )


def _heard(
    loaded: Loaded, scenario: Scenario, path: Path, condition: Condition | None
) -> Iterator[Diagnostic]:
    """A condition that asks for more needs than there are never holds."""
    if condition is None:
        return
    needs = sum(card.overheard is not None for card in scenario.projects)
    asked = min((at(condition.heard, duration, 0) for duration in scenario.durations), default=0)
    if asked > needs:
        yield Diagnostic.at(
            loaded.where(*path, "heard"),
            "condition-never",
            tr("ce scénario n’a que {n} besoins à entendre", n=needs),
        )
    for key, i, part in condition.parts:
        yield from _heard(loaded, scenario, (*path, key, i), part)
