"""`coop check`: every defect of a scenario at once."""

import argparse
import sys
from typing import Any

from engine.language import tr


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "check",
        help=tr("vérifier un scénario"),
        description=tr(
            "Vérifie un scénario et dit tous ses défauts. Code 0 : rien à dire, 1 : défauts, 2 : impossible."
        ),
    )
    described.add_argument("scenario", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier"))
    described.add_argument(
        "--format", choices=("text", "json"), default="text", help=tr("forme de la réponse")
    )
    described.add_argument("--strict", action="store_true", help=tr("un conseil compte comme un défaut"))
    described.add_argument(
        "cards",
        metavar="CARTE",
        nargs="*",
        help=tr("avec --stamp : ces cartes seulement (ou scenario, briefing)"),
    )
    described.add_argument(
        "--stamp", action="store_true", help=tr("marquer les traductions comme relues, et les montrer")
    )
    return described


def run(options: argparse.Namespace) -> int:
    from engine.check import run as check

    if options.stamp:
        from engine.check import stamped

        sys.stdout.write(stamped(options.scenario, options.cards) + "\n")
    text, code = check(options.scenario, options.format, options.strict)
    if text:
        sys.stdout.write(text.rstrip("\n") + "\n")
    return code
