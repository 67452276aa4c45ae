"""`coop balance`: what thousands of simulated games say of a scenario."""

import argparse
from typing import Any

from engine.language import tr


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
        "--games", type=games, default=10_000, metavar="N", help=tr("parties simulées par mesure")
    )
    return described


def games(text: str) -> int:
    """How many games: one at least."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def run(options: argparse.Namespace) -> int:
    from engine import balance
    from game.windows.catalogue import scenario

    rows = balance.report(scenario(options.scenario), options.games)
    missed = 0
    for row in rows:
        missed += not row.met
        print(f"{'✓' if row.met else '✗'} {row.duration:>8}  {row.target:<60}  {row.measured}", flush=True)
    return 1 if missed else 0
