"""`coop balance`: what thousands of simulated games say of a scenario."""

import argparse
from typing import TYPE_CHECKING, Any

from engine.language import tr

if TYPE_CHECKING:
    from engine.content.model import Scenario

MANY, FEW = 10_000, 100
"""Games for each measure by compiled rules, and by plain ones, a thousand times slower."""


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "balance",
        help=tr("mesurer l'équilibre d'un scénario"),
        description=tr(
            "Joue des milliers de parties simulées et compare leurs chiffres à ce qu'on attend d'un scénario."
        ),
    )
    described.add_argument("scenario", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier"))
    described.add_argument(
        "--games",
        type=games,
        metavar="N",
        help=tr("parties simulées par mesure (10 000 ; 100 où les simulations sont lentes)"),
    )
    return described


def games(text: str) -> int:
    """How many games: one at least."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _bearable(asked: "Scenario") -> int:
    """As many games as can be waited for; where they are few, it is said."""
    from engine.rules.board import build
    from engine.simulate.worker import compiles

    if compiles(build(asked, asked.durations[0])):
        return MANY
    print(
        tr(
            "Les simulations sont lentes ici : {few} parties par mesure au lieu de {many}, "
            "à prendre comme une indication. --games N en joue davantage.",
            few=FEW, many=MANY,
        ),
        flush=True,
    )  # fmt: skip
    return FEW


def run(options: argparse.Namespace) -> int:
    from engine import balance
    from game.windows.catalogue import scenario

    asked = scenario(options.scenario)
    count = options.games or _bearable(asked)
    rows = balance.report(asked, count)
    missed = 0
    for row in rows:
        missed += not row.met
        print(f"{'✓' if row.met else '✗'} {row.duration:>8}  {row.target:<60}  {row.measured}", flush=True)
    return 1 if missed else 0
