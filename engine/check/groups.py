"""Groups that live by themselves or by the help of others: the common good is theirs alone, what speaks of
them stands in a scenario that has some, and each of them has something to do with somebody."""

from collections.abc import Iterator, Mapping

from engine.check.conditions import at, every_condition
from engine.check.effects import every_effect
from engine.content.model import Groups, ProjectCard, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.effects import ALL, AWAKE
from engine.effects.group import GroupEffect
from engine.effects.indicator import IndicatorEffect
from engine.language import tr
from engine.numbers import HIGHEST_INDICATOR

WHOLE = True
Path = tuple[str | int, ...]
_CONDITIONS = ("awake", "autonomous")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if scenario.groups is None:
        yield from _nowhere(loaded, scenario)
        return
    yield from _start(loaded, scenario, scenario.groups)
    yield from _otherwise(loaded, scenario)
    yield from _too_many(loaded, scenario, scenario.groups)
    yield from _idle(loaded, scenario, scenario.groups)


def brings(scenario: Scenario, card: ProjectCard) -> int:
    """Points that a project adds to the common good, as written: by its changes, and by what it does to the
    groups that are awake at the start, or that it names."""
    points, groups = card.changes.get(scenario.gate, 0), scenario.groups
    if groups is None:
        return points
    several = {ALL: len(groups.these), AWAKE: sum(group.life > 0 for group in groups.these)}
    touched = [effect for effect in card.effects if isinstance(effect, GroupEffect)]
    return points + sum(several.get(one.group, 1) * one.autonomy * groups.points for one in touched)


def _nowhere(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Effects and conditions on groups, where there are none."""
    for path, effect in every_effect(scenario):
        if isinstance(effect, GroupEffect):
            yield _missing(loaded, path)
    for path, condition in every_condition(scenario):
        for key in _CONDITIONS:
            if getattr(condition, key) is not None:
                yield _missing(loaded, (*path, key))


def _missing(loaded: Loaded, path: Path) -> Diagnostic:
    message = tr("ceci parle de groupes, et le scénario n’en a pas")
    return Diagnostic.at(loaded.where(*path), "groups-missing", message, expected="groups: …")


def _start(loaded: Loaded, scenario: Scenario, groups: Groups) -> Iterator[Diagnostic]:
    """The common good starts at what the groups that are awake do: endings count from there."""
    worth = groups.points * sum(group.autonomy for group in groups.these if group.life)
    written, mark = scenario.indicators[scenario.gate].start, ("indicators", scenario.gate, "start")
    if worth > HIGHEST_INDICATOR:
        message = tr("les groupes éveillés valent {n} au début : une jauge va de 0 à 100", n=worth)
        yield Diagnostic.at(
            loaded.where("groups", "points"),
            "groups-start",
            message,
            expected=tr("moins de points, ou moins d’autonomie au début"),
        )
    elif worth != written:
        message = tr(
            "le bien commun commence à {n} : {points} points par degré d’autonomie des groupes éveillés",
            n=worth,
            points=groups.points,
        )
        yield Diagnostic.at(loaded.where(*mark), "groups-start", message, expected=f"start: {worth}")


def _otherwise(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Whatever else would move the common good."""
    gate = scenario.gate
    for i, card in enumerate(scenario.projects):
        for key in ("changes", "during"):
            if getattr(card, key).get(gate):
                yield _refused(loaded, ("projects", i, key, gate))
        if card.voted is not None and card.voted.changes.get(gate):
            yield _refused(loaded, ("projects", i, "voted", "changes", gate))
    for path, effect in every_effect(scenario):
        if isinstance(effect, IndicatorEffect) and effect.indicator == gate:
            yield _refused(loaded, path)
    for path, each in _nuisance(scenario):
        if each.get(gate):
            yield _refused(loaded, (*path, gate))
    if scenario.corners is not None:  # each strip that is recognised moves it
        yield _refused(loaded, ("corners", "strips"))
    for i, public in enumerate(scenario.ballot.publics if scenario.ballot is not None else ()):
        if public.brings:
            yield _refused(loaded, ("ballot", "publics", i, "brings"))
    if scenario.decay.commons:
        yield _refused(loaded, ("decay", "commons"))


def _nuisance(scenario: Scenario) -> Iterator[tuple[Path, Mapping[str, int]]]:
    """What hoardings do to gauges, and where it is written."""
    for i, card in enumerate(scenario.projects):
        for key, several in (("works", card.works), ("softens", card.softens)):
            if several is not None:
                yield ("projects", i, key, "each"), several.each
    if scenario.sites is not None:
        yield ("sites", "together"), scenario.sites.together


def _refused(loaded: Loaded, path: Path) -> Diagnostic:
    return Diagnostic.at(
        loaded.where(*path),
        "groups-gate",
        tr("le bien commun est ce que font les groupes : rien d’autre ne le fait bouger"),
        expected="{effect: group, group: …, life: …, autonomy: …}",
        hint=tr("Retirez ceci, et dites plutôt ce que la carte fait à un groupe."),
    )


def _too_many(loaded: Loaded, scenario: Scenario, groups: Groups) -> Iterator[Diagnostic]:
    """A condition that asks for more groups than there are never holds."""
    for path, condition in every_condition(scenario):
        for key in _CONDITIONS:
            asked = min(at(getattr(condition, key), duration, 0) for duration in scenario.durations)
            if asked > len(groups.these):
                yield Diagnostic.at(
                    loaded.where(*path, key),
                    "condition-never",
                    tr("ce scénario n’a que {n} groupes", n=len(groups.these)),
                    expected=tr("{n} au plus", n=len(groups.these)),
                )


def _idle(loaded: Loaded, scenario: Scenario, groups: Groups) -> Iterator[Diagnostic]:
    """A group that is nobody's, and that no card names; or that is never there."""
    touched = {effect.group for _, effect in every_effect(scenario) if isinstance(effect, GroupEffect)}
    for i, group in enumerate(groups.these):
        if group.people > len(scenario.cast):
            said = tr(
                "« {group} » n’est là qu’à {n} personnages : la distribution en compte {most}",
                group=group.id,
                n=group.people,
                most=len(scenario.cast),
            )
            expected = tr("{n} au plus", n=len(scenario.cast))
            mark = loaded.where("groups", "these", i, "people")
        elif group.member is None and group.id not in touched:
            said = tr("personne n’est membre de « {group} », et aucune carte n’en parle", group=group.id)
            expected, mark = "member: …", loaded.where("groups", "these", i)
        else:
            continue
        yield Diagnostic.at(mark, "group-idle", said, expected=expected, severity="advice")
