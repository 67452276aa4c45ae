"""A week of rooms: its hours can be taken, more than one project wants some, and what speaks of it or of what
passes from hand to hand stands in a scenario that has them."""

from collections.abc import Iterator, Set
from itertools import combinations

from engine.check.effects import every_effect
from engine.content.model import Scenario
from engine.content.model.timetable import Timetable
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.effects.holder import HolderEffect
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if scenario.timetable is None:
        yield from _nowhere(loaded, scenario)
    else:
        yield from _kept(loaded, scenario, scenario.timetable)
        yield from _idle(loaded, scenario)
    yield from _never_dislodged(loaded, scenario)
    if scenario.baton is None:
        yield from _nobody_has_it(loaded, scenario)


def _nowhere(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Hours without a week: told once, for it is one slip."""
    cards = [(i, card.id) for i, card in enumerate(scenario.projects) if card.occupies]
    if cards:
        yield Diagnostic.at(
            loaded.where_key("projects", cards[0][0], "occupies"),
            "hours-nowhere",
            tr("des chantiers prennent des heures, et le scénario n’a pas de semaine"),
            expected="timetable: …",
            hint=named(id_ for _, id_ in cards),
        )


def _kept(loaded: Loaded, scenario: Scenario, week: Timetable) -> Iterator[Diagnostic]:
    """Nobody can build what takes an hour that is kept."""
    kept = {hour for one in week.kept for hour in one.hours}
    for i, card in enumerate(scenario.projects):
        for j, hour in enumerate(card.occupies):
            if hour in kept:
                yield Diagnostic.at(
                    loaded.where("projects", i, "occupies", j),
                    "hour-kept",
                    tr("« {card} » prend « {hour} », que personne ne peut prendre", card=card.id, hour=hour),
                    expected=named(other for other in week.hours if other not in kept),
                )


def _idle(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A week in which nobody ever takes another's hour decides nothing."""
    if not any(card.occupies for card in scenario.projects):
        said, expected = tr("aucun chantier ne prend d’heure dans cette semaine"), "occupies: …"
    elif not _sharing(scenario):
        said, expected = tr("deux chantiers ne veulent jamais la même heure : la semaine ne décide rien"), ""
    else:
        return
    mark = loaded.where_key("timetable")
    yield Diagnostic.at(mark, "week-idle", said, expected=expected, severity="advice")


def _sharing(scenario: Scenario) -> Set[str]:
    """The projects that want an hour that another wants too."""
    pairs = combinations([card for card in scenario.projects if card.occupies], 2)
    return {card.id for pair in pairs if set(pair[0].occupies) & set(pair[1].occupies) for card in pair}


def _never_dislodged(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A debate about a project that is put out of its hours, where none can be."""
    sharing = _sharing(scenario) if scenario.timetable is not None else frozenset()
    for i, debate in enumerate(scenario.debates):
        if debate.about != "dislodged":
            continue
        if not sharing:
            said = tr("aucun chantier ne peut être délogé : ce débat ne vient jamais")
        elif debate.project is not None and debate.project not in sharing:
            said = tr("« {card} » n’est jamais délogé : ce débat ne vient jamais", card=debate.project)
        else:
            continue
        key = "project" if sharing else "about"
        yield Diagnostic.at(
            loaded.where("debates", i, key), "dislodged-never", said, expected=named(sorted(sharing))
        )


def _nobody_has_it(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """An effect on whoever has it, where nothing passes from hand to hand."""
    for path, effect in every_effect(scenario):
        if isinstance(effect, HolderEffect):
            yield Diagnostic.at(
                loaded.where(*path),
                "baton-missing",
                tr("cet effet touche qui a l’objet, et aucun objet ne passe de main en main"),
                expected="baton: …",
            )
