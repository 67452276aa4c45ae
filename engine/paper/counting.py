"""What is counted in pencil at the table: gauges, and how much each is trusted."""

from collections.abc import Iterator
from typing import Any, Final

from engine import numbers
from engine.fixed import ONE
from engine.language import number, signed, tr
from engine.paper import agenda, corners, groups, sites, voting
from engine.paper.wanted import Wanted
from engine.rules import state as states
from engine.rules.board import build
from engine.rules.state import BROKEN, GIFT, KEPT
from engine.rules.trusting import mutual_trust, trust_after
from engine.telling import people
from engine.telling.gauges import start

_TENTHS: Final = range(1, 10)
"""The trusts, in tenths, that the table of changes is written for."""


def count(wanted: Wanted) -> dict[str, Any]:
    """The sheet that the facilitator fills in: gauges before and after each reveal, and trust."""
    scenario, reader = wanted.scenario, wanted.reader
    everybody = [member.character for member in scenario.cast]
    state = states.initial(build(scenario, wanted.duration, dict.fromkeys(everybody, "held")), seed=0)
    means = (state.trust.sum(axis=0) - state.trust.diagonal()) / (len(everybody) - 1)
    rounds = [tr("Tour {n}", n=n) for n in range(1, wanted.schedule.rounds + 1)]
    return {
        "title": tr("La feuille de compte"),
        "how": tr("Au crayon. « Avant » : au début de la négociation. « Après » : la révélation comptée."),
        "rounds": rounds,
        "before": tr("avant"),
        "after": tr("après"),
        "start": tr("Début"),
        "gauges_title": tr("Les jauges"),
        "gauges": [
            {"title": reader.read(gauge.title), "start": start(scenario, key), "gate": gauge.gate}
            for key, gauge in scenario.indicators.items()
        ],
        "rows": [
            *groups.rows(wanted), *sites.rows(wanted), *corners.rows(wanted), *agenda.rows(wanted),
            *voting.rows(wanted),
        ],
        "trust_title": tr("La confiance des autres, sur cent"),
        "mutual": tr("Confiance mutuelle"),
        "mutual_start": _hundredths(mutual_trust(state)),
        "people": [
            {"name": people.name(scenario, who), "start": _hundredths(int(mean))}
            for who, mean in zip(everybody, means, strict=True)
        ],
        "promises_title": tr("Les promesses"),
        "promises": [
            tr("Qui"), tr("Combien, quelle sorte, quel chantier, à quelle condition"), tr("Le fait"),
        ],
        "promises_note": tr("Promesses tenues, sur cent : TENU ÷ (TENU + EN PARTIE + NON TENU)."),
    }  # fmt: skip


def trust(wanted: Wanted) -> Iterator[str]:
    yield tr(
        "Une ligne par personnage sur la feuille de compte : combien les autres lui font confiance, "
        "sur cent. Elle y "
        "commence déjà écrite. À chaque fait, prenez la colonne la plus proche, et ajoutez."
    )
    yield tr(
        "EN PARTIE : la perte de NON TENU, pour la part non donnée. RIEN : n’avoir rien promis ni "
        "donné, alors "
        "qu’un chantier avait besoin de ses jetons et que d’autres ont donné. Jamais sous {n}.",
        n=_hundredths(numbers.LEAST_TRUST),
    )
    yield from corners.trusted(wanted)
    yield tr(
        "Une carte dit « A → B : confiance » ? Sur la ligne de B, ou de chacun de cette famille, "
        "comptez-en la moitié."
    )
    yield tr(
        "La confiance mutuelle est la moyenne de ces lignes, moins {n} pour chaque présupposé encore debout.",
        n=number(_weight_of_a_belief(wanted)),
    )


def _hundredths(fixed: int) -> int:
    return round(fixed * 100 / ONE)


def _weight_of_a_belief(wanted: Wanted) -> float:
    """What one presupposition takes from the mean of all pairs, in hundredths: half of a middling trust."""
    pairs = len(wanted.scenario.cast) * (len(wanted.scenario.cast) - 1)
    return round(50 / numbers.PRESUPPOSED / pairs, 1)


def changes(wanted: Wanted) -> dict[str, Any]:
    """What each fact does to a trust, in hundredths, for trusts of one tenth to nine."""

    def row(word: str, after: Any) -> list[str]:
        return [word, *(signed(_hundredths(after(t * ONE // 10) - t * ONE // 10)) for t in _TENTHS)]

    rows = [
        row(tr("TENU"), lambda trust: trust_after(trust, KEPT, 0)),
        row(tr("DON"), lambda trust: trust_after(trust, GIFT, 0)),
        row(tr("NON TENU"), lambda trust: trust_after(trust, BROKEN, ONE)),
        row(tr("RIEN"), lambda trust: trust - trust * numbers.FREE_RIDE_LOSS // ONE),
    ]
    if wanted.scenario.hearing is not None:
        rows += [
            row(tr("a répondu"), lambda trust: trust + (ONE - trust) * numbers.ANSWERED_GAIN // ONE),
            row(tr("a esquivé"), lambda trust: trust - trust * numbers.DODGED_LOSS // ONE),
        ]
    rows += corners.trust_rows(wanted, _TENTHS)
    return {"heads": [tr("Confiance"), *(str(t * 10) for t in _TENTHS)], "rows": rows}
