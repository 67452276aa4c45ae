"""What a scenario has none or too few of, in words: what no number can make up for."""

from collections.abc import Iterator
from typing import Final

from engine import numbers
from engine.content.model import Scenario
from engine.language import ntr, tr

_CAST: Final = 6
_PROJECTS: Final = 10
_DEBATES: Final = 6
_ENDINGS: Final = 3


def lacks(scenario: Scenario) -> Iterator[str]:
    """Each a sentence; none for a scenario that has enough of everything."""
    cast, endings = len(scenario.cast), len(scenario.endings)
    projects = len(scenario.projects) - len(scenario.submitted)  # those come to no table
    if cast < _CAST:
        yield ntr(
            "{n} personnage : à partir de {least}, les intérêts se croisent assez pour qu'une moitié ne "
            "suffise pas.",
            "{n} personnages : à partir de {least}, les intérêts se croisent assez pour qu'une moitié ne "
            "suffise pas.",
            cast, least=_CAST,
        )  # fmt: skip
    if projects < _PROJECTS:
        yield ntr(
            "{n} chantier : avec moins de {least}, les mêmes reviennent sur la table.",
            "{n} chantiers : avec moins de {least}, les mêmes reviennent sur la table.",
            projects, least=_PROJECTS,
        )  # fmt: skip
    if not any(points < 0 for card in scenario.projects for points in card.personal.values()):
        yield tr("aucun chantier ne coûte à quelqu'un en particulier (for) : personne n'a de quoi dire non.")
    yield from _beliefs(scenario)
    rounds = max(numbers.ROUNDS[duration] for duration in scenario.durations)
    if len(scenario.situations) < rounds:
        yield ntr(
            "{n} situation pour {rounds} tours : la même revient.",
            "{n} situations pour {rounds} tours : les mêmes reviennent.",
            len(scenario.situations), rounds=rounds,
        )  # fmt: skip
    tied = sum(card.project is not None or card.situation is not None for card in scenario.debates)
    if len(scenario.debates) < _DEBATES or not tied:
        yield ntr(
            "{n} carte de débat, liée à un chantier ou à une situation : {tied}. "
            "On redébat de la même chose.",
            "{n} cartes de débat, liées à un chantier ou à une situation : {tied}. "
            "On redébat de la même chose.",
            len(scenario.debates), tied=tied,
        )  # fmt: skip
    if endings < _ENDINGS:
        yield ntr(
            "{n} fin : avec {least} ou plus, une soirée ne finit pas comme la précédente.",
            "{n} fins : avec {least} ou plus, une soirée ne finit pas comme la précédente.",
            endings, least=_ENDINGS,
        )  # fmt: skip


def _beliefs(scenario: Scenario) -> Iterator[str]:
    if not any(member.believes for member in scenario.cast):
        yield tr("aucun présupposé (believes) : rien ne peut tomber entre deux personnes.")
    elif not any(card.lifts for card in scenario.projects):
        yield tr("aucun chantier n'est écrit pour lever un présupposé (lifts).")
