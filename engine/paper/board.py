"""The board of the table-top game, on A3: open projects, gauges, rounds, the map of postures."""

from typing import Any

from engine.language import tr
from engine.look import pictograms
from engine.look.palette import PAPER
from engine.paper.wanted import Wanted
from engine.telling import postures
from engine.telling.gauges import start


def board(wanted: Wanted) -> dict[str, Any]:
    """Places for the open projects, a track for each gauge with its start, the rounds, the map."""
    scenario, reader = wanted.scenario, wanted.reader
    return {
        "title": tr("Le plateau"),
        "scenario": reader.read(scenario.title),
        "slots_title": tr("Chantiers ouverts"),
        "slots": scenario.parameters.slots,
        "slot_says": tr("Posez ici une carte de chantier, et dessus les jetons donnés."),
        "done": tr("Faits"),
        "gauges_title": tr("Les jauges"),
        "gauges": [
            {
                "title": reader.read(gauge.title),
                "start": start(scenario, key),
                "gate": gauge.gate,
                "picture": pictograms.svg(gauge.pictogram, PAPER["ink"]),
            }
            for key, gauge in scenario.indicators.items()
        ],
        "rounds": [tr("Tour {n}", n=n) for n in range(1, wanted.schedule.rounds + 1)],
        "clocks": [
            {"title": reader.read(clock.title), "cells": [str(n) for n in range(clock.size + 1)]}
            for clock in scenario.clocks
        ],
        "map_title": tr("La carte des postures"),
        "map": [
            [postures.zone(scenario, reader, label)[0] for label in row]
            for row in reversed(scenario.map)  # as on the screen: the most against above
        ],
        "against": tr("plus de contre"),
        "toward": tr("plus de pour"),
    }
