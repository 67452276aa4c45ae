"""The deck: characters, projects, situations and debates as cards of 63 × 88 mm."""

import re
from collections.abc import Iterator
from typing import Any, Final

from engine.content.model import KINDS, ProjectCard, SituationCard
from engine.language import capital, tr
from engine.look import pictograms
from engine.look.palette import PAPER
from engine.paper.sheets import person, token_rows
from engine.paper.wanted import Wanted
from engine.telling import devices, effects, people, projects
from engine.telling.vocabulary import changes

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
        },
        "cards": [*_characters(wanted), *_projects(wanted), *_situations(wanted), *_debates(wanted)],
    }


def _characters(wanted: Wanted) -> Iterator[dict[str, Any]]:
    for member in wanted.scenario.cast:
        yield {"card": "character", "id": member.character, **person(wanted, member)}


def _projects(wanted: Wanted) -> Iterator[dict[str, Any]]:
    for card in wanted.scenario.projects:
        yield {"card": "project", "id": card.id, **_project(wanted, card)}


def _project(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    scenario, reader = wanted.scenario, wanted.reader
    words = projects.words(scenario, reader, card.id)
    alone = [said for _, _, said in devices.personal(scenario, reader, card.id)]
    during = [tr("Pendant les travaux : {what}", what=changes(words.during))] if words.during else []
    lifts = [capital(projects.lift(scenario, reader, who, other)) for who, other in card.lifts]
    return {
        "title": words.title,
        "text": words.text,
        "picture": pictograms.svg(words.pictogram, PAPER["ink"]),
        "tokens": dict(zip(KINDS, card.cost, strict=True)),
        "needs": tr("Il faut"),
        "does": [changes(words.changes), *during, *words.effects, " · ".join(alone), *lifts],
        "rung": words.rung,
    }


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
            "does": list(effects.told(scenario, reader, card.effects)),
        }


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
            "question": re.sub(r"\{\w+\}", _BLANK, wanted.reader.read(card.question)),
            "statement": wanted.reader.read(card.statement),
            "ask": tr("COOP ou pas COOP ?"),
        }
