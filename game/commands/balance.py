"""`coop balance`: what thousands of simulated games say of a scenario."""

import argparse
from typing import Any

from engine.words import tr
from game.problem import Problem


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
        "--games", type=int, default=10_000, metavar="N", help=tr("parties simulées par mesure")
    )
    return described


def run(options: argparse.Namespace) -> int:
    from engine.simulate import balance

    rows = balance.report(loaded(options.scenario), options.games)
    missed = 0
    for row in rows:
        missed += not row.met
        print(f"{'✓' if row.met else '✗'} {row.duration:>8}  {row.target:<60}  {row.measured}", flush=True)
    return 1 if missed else 0


def loaded(target: str) -> Any:
    """The scenario of that name or folder; a Problem names the ones there are, or the check that says why."""
    from pathlib import Path

    from engine import library

    found = library.load(target)
    if found.scenario is not None:
        return found.scenario
    if target not in library.slugs() and not Path(target).is_dir():
        raise Problem(
            tr(
                "Aucun scénario ne s'appelle « {name} ». Il y a : {names}.",
                name=target,
                names=", ".join(library.slugs()),
            )
        )
    raise Problem(
        tr("Le scénario « {name} » a des défauts : « coop check {name} » les dit tous.", name=target), code=1
    )
