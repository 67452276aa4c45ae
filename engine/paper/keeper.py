"""The booklet of whoever leads the table-top game: what nobody else reads before it comes."""

from collections.abc import Iterator, Sequence
from typing import Any

from engine.content.model import Clock, Scenario, SituationCard
from engine.content.model.devices import Later
from engine.content.model.rumour import Outcome, Rumour
from engine.effects import EffectModel
from engine.language import ntr, tr
from engine.paper import agenda, corners, sites, voting
from engine.paper.sheets import points
from engine.paper.wanted import Wanted
from engine.telling import conditions, effects, people

Line = dict[str, str]
"""What it is about, and what is said of it."""


def keeper(wanted: Wanted) -> dict[str, Any]:
    """Sections that have something to say here: what comes back, clocks, what hoardings cost each, what
    strips bring and who may give where, how a chair is found, how the vote is led, what ideas bring each once
    they are funded, rumours, who is heard, endings."""
    sections = [
        (tr("Ce qui revient plus tard"), list(_later(wanted))),
        (tr("Les horloges"), [_clock(wanted, clock) for clock in wanted.scenario.clocks]),
        (tr("Ce que coûte à chacun un tour de palissade"), [_line(*one) for one in sites.each_feels(wanted)]),
        (tr("Ce que rapportent les bandes"), [_line(*one) for one in corners.worth(wanted)]),
        (tr("Qui donne où"), [_line(*one) for one in corners.places(wanted)]),
        (tr("La présidence : comment la mener"), [_line(*one) for one in agenda.leading(wanted)]),
        (tr("Le vote : comment le mener"), [_line(*one) for one in voting.leading(wanted)]),
        (
            tr("Ce que chaque idée financée fait à chacun, si le bien commun monte"),
            [_line(*one) for one in voting.each_feels(wanted)],
        ),
        (tr("Les rumeurs"), list(_rumours(wanted))),
        (tr("Qui s’en va, qui arrive"), list(seats(wanted))),
        (tr("Les mandats"), list(_mandates(wanted))),
        (tr("L’audition : que demander"), list(_heard(wanted))),
        (tr("Les fins, dans cet ordre"), list(_endings(wanted))),
    ]
    return {
        "title": tr("Le carnet de l’animation"),
        "secret": tr("À ne montrer à personne : ce qui vient plus tard, et comment cela finit."),
        "sections": [{"title": title, "lines": lines} for title, lines in sections if lines],
    }


def _does(wanted: Wanted, several: Sequence[EffectModel]) -> str:
    return " ".join(f"{what}." for what in effects.told(wanted.scenario, wanted.reader, several))


def _line(about: str, *said: str) -> Line:
    return {"about": about, "says": " ".join(filter(None, said))}


def _later(wanted: Wanted) -> Iterator[Line]:
    read = wanted.reader.read
    for card in wanted.scenario.projects:
        title = read(card.title)
        if card.later:
            yield _comes(wanted, tr("« {title} », fini", title=title), card.later)
        if card.lapses:
            yield _comes(wanted, tr("« {title} », abandonné", title=title), card.lapses)
    for situation in wanted.scenario.situations:
        if situation.later:
            yield _comes(wanted, tr("« {title} »", title=read(situation.title)), situation.later)
        yield from _answers(wanted, situation)


def _answers(wanted: Wanted, card: SituationCard) -> Iterator[Line]:
    for option in card.choose.options if card.choose else ():
        about = tr("« {title} » : {answer}", title=wanted.reader.read(card.title),
            answer=wanted.reader.read(option.title))  # fmt: skip
        if option.later:
            yield _comes(wanted, about, option.later)
        if option.then:
            brings = tr(
                "Mettez de côté, pour le tour suivant : « {title} ».", title=_title(wanted, option.then)
            )
            yield _line(about, brings)


def _title(wanted: Wanted, situation: str) -> str:
    return next(wanted.reader.read(card.title) for card in wanted.scenario.situations if card.id == situation)


def _comes(wanted: Wanted, about: str, later: Later) -> Line:
    when = ntr("Au tour suivant :", "{n} tours plus tard :", later.after)
    return _line(about, when, wanted.reader.read(later.says), _does(wanted, later.effects))


def _clock(wanted: Wanted, clock: Clock) -> Line:
    said = [ntr("{n} case.", "{n} cases.", clock.size)]
    for tick in clock.ticks:
        by = ntr("{n} case", "{n} cases", abs(tick.by))
        if tick.when is None:
            said.append(tr("À chaque tour, avancez de {by}.", by=by))
            continue
        what = conditions.words(wanted.scenario, wanted.reader, tick.when, wanted.duration)
        forward = tr("Si {what}, avancez de {by}.", what=what, by=by)
        said.append(forward if tick.by > 0 else tr("Si {what}, reculez de {by}.", what=what, by=by))
    if clock.full.says:
        said += [tr("Pleine, au tour suivant :"), wanted.reader.read(clock.full.says)]
    if clock.full.situation:
        said.append(
            tr(
                "Pleine, elle amène au tour suivant : « {title} ».",
                title=_title(wanted, clock.full.situation),
            )
        )
    said.append(_does(wanted, clock.full.effects))
    return _line(wanted.reader.read(clock.title), *said)


def _rumours(wanted: Wanted) -> Iterator[Line]:
    for card in wanted.scenario.situations:
        if card.rumour:
            yield _line(wanted.reader.read(card.title), *_rumour(wanted, card.rumour))


def _rumour(wanted: Wanted, rumour: Rumour) -> Iterator[str]:
    true = round(rumour.truth * 10)
    yield tr(
        "Mélangez {yes} cartes COOP et {no} cartes PAS COOP, tirez-en une en secret : COOP, c’est vrai.",
        yes=true, no=10 - true,
    )  # fmt: skip
    yield ntr("Au tour suivant :", "{n} tours plus tard :", rumour.after)
    yield tr("si c’était vrai, {what}", what=_outcome(wanted, rumour.when_true))
    yield tr("Si c’était faux, {what}", what=_outcome(wanted, rumour.when_false))
    if rumour.believed:
        yield tr(
            "Faux, crue par plus de la moitié, et pas vérifiée, en plus : {what}",
            what=_outcome(wanted, rumour.believed),
        )


def _outcome(wanted: Wanted, outcome: Outcome) -> str:
    return f"« {wanted.reader.read(outcome.says)} » {_does(wanted, outcome.effects)}"


def seats(wanted: Wanted) -> Iterator[Line]:
    scenario: Scenario = wanted.scenario
    for member in scenario.cast:
        name = people.name(scenario, member.character)
        if member.from_round > 1:
            yield _line(name, tr("N’est là qu’à partir du tour {n}.", n=member.from_round))
        if member.leaves is not None:
            after = member.leaves.after
            last = after if isinstance(after, int) else after.get(wanted.duration, 0)
            if last:
                unless = member.leaves.unless
                said = tr("S’en va après le tour {n}.", n=last)
                if unless is not None:
                    what = conditions.words(scenario, wanted.reader, unless, wanted.duration)
                    said = tr("S’en va après le tour {n}, sauf si {what}.", n=last, what=what)
                heir = scenario.characters.get(member.heir or "")
                takes = tr("{name} prend sa place.", name=heir.name) if heir else ""
                yield _line(name, said, wanted.reader.read(member.leaves.says), takes)


def _mandates(wanted: Wanted) -> Iterator[Line]:
    for who, mandate in wanted.scenario.mandates.items():
        yield _line(
            people.name(wanted.scenario, who),
            wanted.reader.read(mandate.text),
            points(mandate.brings, mandate.costs),
        )


def _heard(wanted: Wanted) -> Iterator[Line]:
    hearing = wanted.scenario.hearing
    if hearing is None:
        return
    yield _line(tr("À dire avant"), wanted.reader.read(hearing.guideline))
    for who, heard in hearing.heard.items():
        yield _line(people.name(wanted.scenario, who), wanted.reader.read(heard.question))


def _endings(wanted: Wanted) -> Iterator[Line]:
    scenario, read = wanted.scenario, wanted.reader.read
    for ending in scenario.endings:
        when = tr("Sinon.")
        if ending.when is not None:
            what = conditions.words(scenario, wanted.reader, ending.when, wanted.duration)
            when = tr("Si {what}.", what=what)
            if ending.at == "round":
                when = tr("Dès la fin d’un tour, si {what}.", what=what)
        yield _line(read(ending.title), when, read(ending.text))
