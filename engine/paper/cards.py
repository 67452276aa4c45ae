"""The deck: characters, projects, situations and debates as cards of 63 × 88 mm."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from engine.content.model import KINDS, DebateCard, ProjectCard, SituationCard
from engine.language import capital, tr
from engine.look import pictograms
from engine.look.palette import PAPER
from engine.paper import ballot, corners, groups, sites
from engine.paper.sheets import person, token_rows
from engine.paper.wanted import Wanted
from engine.paper.week import cells
from engine.play.game import kind_trio
from engine.telling import conditions, devices, effects, people, projects, timetable
from engine.telling.listening import EAR
from engine.telling.vocabulary import changes, either, listed, tokens

_BLANK: Final = "……"
"""On a card, for what only a session knows: whoever reads it aloud says it."""


def deck(wanted: Wanted) -> dict[str, Any]:
    """Every card of the scenario once, and a back for each kind of card."""
    return {
        "title": tr("Le jeu de cartes"),
        "kinds": token_rows(),
        "backs": {
            "character": tr("Personnage"),
            "project": tr("Chantier"),
            "situation": tr("Situation"),
            "debate": tr("Débat"),
            "need": tr("À écouter"),
            "fetching": tr("Aller chercher"),
            "submitted": tr("Déjà au catalogue"),
        },
        "cards": [
            *_characters(wanted),
            *_projects(wanted),
            *ballot.fetching(wanted),
            *_situations(wanted),
            *_debates(wanted),
        ],
    }


def _characters(wanted: Wanted) -> Iterator[dict[str, Any]]:
    for member in wanted.scenario.cast:
        yield {"card": "character", "id": member.character, **person(wanted, member)}


def _projects(wanted: Wanted) -> Iterator[dict[str, Any]]:
    for card in wanted.scenario.projects:
        if card.id in wanted.scenario.submitted:
            yield {"card": "submitted", "id": card.id, **_project(wanted, card)}
        elif card.overheard is None:
            yield {"card": "project", "id": card.id, **_project(wanted, card)}
        else:
            yield {"card": "need", "id": card.id, **_project(wanted, card), **_face_down(wanted, card)}


def _face_down(wanted: Wanted, card: ProjectCard) -> dict[str, str]:
    """What is read of a need before it was heard: the back of its card."""
    place = next(place for place in wanted.scenario.places if place.id == card.where)
    overheard = wanted.reader.read(card.overheard) if card.overheard is not None else ""
    return {
        "place": wanted.reader.read(place.title),
        "overheard": tr("« {says} »", says=overheard),
        "ear": pictograms.svg(EAR, PAPER["ink"]),
    }


def _project(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    scenario, reader = wanted.scenario, wanted.reader
    words = projects.words(scenario, reader, card.id)
    alone = [said for _, _, said in devices.personal(scenario, reader, card.id)]
    during = [tr("Pendant les travaux : {what}", what=changes(words.during))] if words.during else []
    lifts = [capital(projects.lift(scenario, reader, who, other)) for who, other in card.lifts]
    built, by_name = [changes(words.changes)], [" · ".join(alone)]
    if card.works is not None:
        built, by_name = [sites.fallen([line for line in (*built, *alone) if line])], []
    idea = ballot.on_card(wanted, card)
    there = card.id in scenario.submitted
    if idea:
        built = [groups.unbroken(f"{idea['eligible']} {built[0] or tr('rien')}")]
    return {
        "title": words.title,
        "text": words.text,
        "picture": pictograms.svg(words.pictogram, PAPER["ink"]),
        "tokens": dict(zip(KINDS, card.cost, strict=True)),
        "needs": _needs(card, there),
        "lies": corners.on_card(wanted, card),
        "comes": corners.comes(wanted, card) or _comes(wanted, card),
        "does": [idea["funded"]]
        if there
        else [
            *built,
            *during,
            *groups.besides(wanted, card),
            *by_name,
            sites.softened(wanted, card),
            idea.get("funded", ""),
            *lifts,
            *_leads(wanted, card),
        ],
        "hours": timetable.hours(scenario, reader, card.id),
        "week": cells(wanted, card),
        "groups": groups.on_card(wanted, card),
        "site": sites.on_card(wanted, card),
        "idea": idea,
        "rung": words.rung,
    }


def _needs(card: ProjectCard, there: bool) -> str:
    """What is said beside its tokens, or in their stead: of an idea that is `there` already, that it is."""
    if there:
        return tr("Déjà au catalogue")
    return tr("Il faut") if card.cost.total() else tr("Rien à construire.")


def _comes(wanted: Wanted, card: ProjectCard) -> str:
    """When a project that waits may come; "" where it comes at once."""
    openers = [other.id for other in wanted.scenario.projects if card.id in other.opens]
    name = partial(projects.title, wanted.scenario, wanted.reader)
    found = [tr("« {project} »", project=name(other)) for other in card.needs]
    if openers:
        found.append(either([tr("« {project} »", project=name(other)) for other in openers]))
    return tr("Vient quand ceci est fini : {what}.", what=listed(found)) if found else ""


def _leads(wanted: Wanted, card: ProjectCard) -> Iterator[str]:
    """What a project brings to the table, and that something comes back, without saying what."""
    if card.opens:
        opened = [projects.title(wanted.scenario, wanted.reader, other) for other in card.opens]
        yield tr("Fait venir : {what}.", what=listed([tr("« {project} »", project=name) for name in opened]))
    if card.later:
        yield tr("Fini, il aura une suite.")
    if card.lapses:
        yield tr("Abandonné, il aura une suite.")


def _situations(wanted: Wanted) -> Iterator[dict[str, Any]]:
    scenario, reader = wanted.scenario, wanted.reader
    for card in scenario.situations:
        yield {
            "card": "situation",
            "id": card.id,
            "title": reader.read(card.title),
            "text": reader.read(card.text),
            "picture": pictograms.svg(card.pictogram, PAPER["ink"]),
            "who": _speaker(wanted, card),
            "voice": reader.read(card.voice.says),
            "question": reader.read(card.question),
            "comes": _when(wanted, card),
            "does": [*effects.told(scenario, reader, card.effects), *_around(wanted, card)],
            "choose": _choose(wanted, card),
        }


def _when(wanted: Wanted, card: SituationCard) -> str:
    """The act of a situation, and what must be so; whether it waits for something that brings it."""
    scenario, reader = wanted.scenario, wanted.reader
    acts = [
        tr("Acte {n} : {title}", n=n, title=reader.read(act.title))
        for n, act in enumerate(scenario.evening, 1)
        if card.id in act.situations
    ]
    said = [tr("Attend qu’on l’amène")] if card.id in scenario.led_to else acts
    if card.when is not None:
        what = conditions.words(scenario, reader, card.when, wanted.duration)
        said = [*said, tr("Seulement si {what}", what=what)]
    return " · ".join(said)


def _around(wanted: Wanted, card: SituationCard) -> Iterator[str]:
    """The rumour, and that something comes back, without saying what."""
    if card.rumour is not None:
        says = wanted.reader.read(card.rumour.says)
        yield tr("On dit que… {says}", says=says)
        if card.rumour.check is not None:
            yield tr("Pour vérifier, chacun : {token}.", token=tokens(kind_trio(card.rumour.check, 1)))
    if card.later:
        yield tr("Elle aura une suite.")


def _choose(wanted: Wanted, card: SituationCard) -> dict[str, Any] | None:
    """What the room may answer, with what each answer does at once."""
    if card.choose is None:
        return None
    scenario, reader = wanted.scenario, wanted.reader
    return {
        "asks": reader.read(card.choose.question) if card.choose.question else "",
        "options": [
            {
                "title": reader.read(option.title),
                "says": " ".join([
                    reader.read(option.text) if option.text else "",
                    *(f"{what}." for what in effects.told(scenario, reader, option.effects)),
                ]).strip(),
            }
            for option in card.choose.options
        ],
    }  # fmt: skip


def _speaker(wanted: Wanted, card: SituationCard) -> str:
    if card.voice.character is not None:
        return people.name(wanted.scenario, card.voice.character)
    return card.voice.name or ""


def _debates(wanted: Wanted) -> Iterator[dict[str, Any]]:
    for card in wanted.scenario.debates:
        yield {
            "card": "debate",
            "id": card.id,
            "title": tr("Débat"),
            "comes": _about(wanted, card),
            "question": re.sub(r"\{\w+\}", _BLANK, wanted.reader.read(card.question)),
            "statement": wanted.reader.read(card.statement),
            "ask": tr("COOP ou pas COOP ?"),
        }


def _about(wanted: Wanted, card: DebateCard) -> str:
    """What must have happened for a debate to be taken."""
    said = _happened()[card.about]
    if card.of is not None:
        said = tr("{what}, et {act}", what=said, act=_acts()[card.of])
    if card.project is not None:
        title = projects.title(wanted.scenario, wanted.reader, card.project)
        return tr("{what} : « {title} »", what=said, title=title)
    if card.situation is not None:
        title = next(
            (wanted.reader.read(s.title) for s in wanted.scenario.situations if s.id == card.situation), ""
        )
        return tr("{what} : « {title} »", what=said, title=title)
    return said


def _acts() -> Mapping[str, str]:
    return {
        "kept-tokens": tr("l’acte est de quelqu’un qui a gardé des jetons"),
        "built": tr("l’acte va à un chantier fini"),
    }


def _happened() -> Mapping[str, str]:
    return {
        "broken": tr("Une promesse non tenue"),
        "part": tr("Une promesse tenue en partie"),
        "kept": tr("Une promesse tenue"),
        "gift": tr("Un don"),
        "void": tr("Une condition qui n’est pas venue"),
        "void-gift": tr("Un don, sans que la condition soit venue"),
        "silent": tr("Quelqu’un n’a rien promis ni donné"),
        "gate-closed": tr("Le bien commun n’a pas monté"),
        "gate-open": tr("Le bien commun a monté"),
        "completed": tr("Un chantier fini"),
        "lapsed": tr("Un chantier abandonné"),
        "dislodged": tr("Un chantier délogé"),
        "hoarding": tr("Une palissade qui se dresse"),
        "strip": tr("Une bande aux mots changés, ou désavouée"),
        "funded": tr("Une idée financée"),
        "unfunded": tr("Une idée recevable, et pas financée"),
        "put-off": tr("Un chantier reporté par qui préside"),
        "stalled": tr("Des travaux qui n’avancent pas"),
        "lifted": tr("Un présupposé est tombé"),
        "situation": tr("La situation du tour"),
        "any": tr("À tout moment"),
    }
