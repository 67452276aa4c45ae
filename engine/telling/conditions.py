"""What must be so, in words: for whoever plays without the program and has to look for themselves."""

from collections.abc import Iterator, Mapping, Sequence

from engine import numbers
from engine.content.model import Condition, Duration, Scenario
from engine.effects import EffectModel
from engine.effects.flag import FlagEffect
from engine.language import ntr, tr
from engine.telling import people
from engine.telling.ballot import method_title
from engine.telling.gauges import indicator_title, start
from engine.telling.projects import title
from engine.telling.reader import Reader
from engine.telling.vocabulary import either, listed


def words(scenario: Scenario, reader: Reader, condition: Condition, duration: Duration) -> str:
    """A condition as the end of a sentence that begins with "if": "Santé vaut 40 ou plus et …"."""
    if condition.parts:
        return _several(scenario, reader, condition, duration)
    if condition.indicator is not None:
        return _gauge(scenario, reader, condition, duration)
    if condition.mutual_trust is not None:
        return tr("la confiance mutuelle vaut {n} ou plus", n=_number(condition.mutual_trust, duration))
    if condition.promises_kept is not None:
        n = _number(condition.promises_kept, duration)
        return tr("sur cent promesses, {n} ou plus ont été tenues", n=n)
    return _happened(scenario, reader, condition, duration)


def _several(scenario: Scenario, reader: Reader, condition: Condition, duration: Duration) -> str:
    parts = [words(scenario, reader, part, duration) for _, _, part in condition.parts]
    if condition.every is not None:
        return listed(parts)
    if condition.any is not None:
        return either(parts)
    if all(part.completed for part in condition.none or ()):
        names = [title(scenario, reader, part.completed or "") for part in condition.none or ()]
        return listed([tr("« {project} » n’est pas fini", project=name) for name in names])
    return tr("ceci n’est pas vrai : {what}", what=either(parts))


def _gauge(scenario: Scenario, reader: Reader, condition: Condition, duration: Duration) -> str:
    key = condition.indicator or ""
    name = indicator_title(scenario, reader, key)
    if condition.rose_by is not None:
        n = start(scenario, key) + _number(condition.rose_by, duration)
        return tr("« {gauge} » vaut {n} ou plus", gauge=name, n=n)
    if condition.at_least is not None:
        n = _number(condition.at_least, duration)
        return tr("« {gauge} » vaut {n} ou plus", gauge=name, n=n)
    return tr("« {gauge} » vaut moins de {n}", gauge=name, n=_number(condition.below, duration))


def _happened(scenario: Scenario, reader: Reader, condition: Condition, duration: Duration) -> str:
    if condition.completed is not None:
        return tr("« {project} » est fini", project=title(scenario, reader, condition.completed))
    if condition.lapsed is not None:
        return tr("« {project} » est abandonné", project=title(scenario, reader, condition.lapsed))
    if condition.lifted is not None:
        one, other = (people.name(scenario, who) for who in condition.lifted)
        return tr("ce que {one} croyait de {other} est tombé", one=one, other=other)
    if condition.goal is not None:
        return tr("{name} a atteint son objectif", name=people.name(scenario, condition.goal))
    if condition.goals is not None:
        return ntr(
            "{n} objectif au moins est atteint", "{n} objectifs au moins sont atteints", condition.goals
        )
    if condition.heard is not None:
        n = _number(condition.heard, duration)
        return ntr("{n} besoin au moins a été entendu", "{n} besoins au moins ont été entendus", n)
    if condition.awake is not None or condition.autonomous is not None:
        return _groups(condition, duration)
    if condition.hoardings is not None:
        n = _number(condition.hoardings, duration)
        return ntr("{n} palissade au moins est debout", "{n} palissades au moins sont debout", n)
    if condition.faithful is not None:
        n = _number(condition.faithful, duration)
        return ntr("{n} bande reconnue au moins tient", "{n} bandes reconnues au moins tiennent", n)
    if condition.bridges is not None:
        n = _number(condition.bridges, duration)
        return ntr("{n} pont au moins est fini", "{n} ponts au moins sont finis", n)
    if condition.funded is not None or condition.served is not None:
        return _votes(condition, duration)
    if condition.elected is not None:
        return tr("« {project} » est financée", project=title(scenario, reader, condition.elected))
    if condition.counted_by is not None:
        return tr("on compte ainsi : {method}", method=method_title(condition.counted_by))
    if condition.clock is not None:
        [clock] = [clock for clock in scenario.clocks if clock.id == condition.clock]
        return tr("l’horloge « {clock} » est pleine", clock=reader.read(clock.title))
    return _fact(scenario, reader, condition.flag or "")


def _groups(condition: Condition, duration: Duration) -> str:
    """How many groups are awake, or do without help."""
    if condition.awake is not None:
        n = _number(condition.awake, duration)
        return ntr("{n} groupe au moins est éveillé", "{n} groupes au moins sont éveillés", n)
    return ntr(
        "{n} groupe éveillé au moins a {alone} d’autonomie ou plus",
        "{n} groupes éveillés au moins ont {alone} d’autonomie ou plus",
        _number(condition.autonomous, duration),
        alone=numbers.ALONE,
    )


def _votes(condition: Condition, duration: Duration) -> str:
    """How many ideas are funded, or publics served."""
    if condition.funded is not None:
        n = _number(condition.funded, duration)
        return ntr("{n} idée au moins est financée", "{n} idées au moins sont financées", n)
    return ntr(
        "{n} public au moins trouve bonne une idée financée",
        "{n} publics au moins trouvent bonne une idée financée",
        _number(condition.served, duration),
    )


def _fact(scenario: Scenario, reader: Reader, flag: str) -> str:
    """A fact has no name that people read: it is told by what makes it true."""
    makers = list(dict.fromkeys(_makers(scenario, reader, flag)))
    what = either([tr("« {what} »", what=maker) for maker in makers])
    return tr("ceci s’est fait : {what}", what=what) if makers else tr("rien ne l’empêche")


def _makers(scenario: Scenario, reader: Reader, flag: str) -> Iterator[str]:
    for project in scenario.projects:
        if _sets(project.effects, flag):
            yield reader.read(project.title)
    for card in scenario.situations:
        if _sets(card.effects, flag):
            yield reader.read(card.title)
        for option in card.choose.options if card.choose else ():
            if _sets(option.effects, flag):
                yield reader.read(option.title)


def _sets(effects: Sequence[EffectModel], flag: str) -> bool:
    return any(isinstance(effect, FlagEffect) and effect.flag == flag and effect.to for effect in effects)


def _number(bound: int | Mapping[Duration, int] | None, duration: Duration) -> int:
    """A bound in a duration; 0 where it says nothing of it."""
    return bound.get(duration, 0) if isinstance(bound, Mapping) else bound or 0
