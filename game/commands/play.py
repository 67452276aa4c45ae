"""`coop play`: the first screen, or a scenario's."""

import argparse
from typing import Any

from engine.language import tr
from game.commands.options import in_text, seed, window_options


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "play",
        help=tr("jouer : animer une séance ou s'entraîner"),
        description=tr("Ouvre le premier écran, ou directement un scénario."),
    )
    described.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier")
    )
    described.add_argument(
        "--seed", type=seed, metavar="N", help=tr("graine du hasard, pour rejouer les mêmes dés")
    )
    window_options(described)
    return described


def run(options: argparse.Namespace) -> int:
    from game.windows.display import DEMO, require_display

    require_display(in_text(options.scenario) if options.scenario else DEMO)
    from game.windows.sweeping import unswept

    with unswept():
        from game.windows.app import Stage

        if options.scenario:
            from game.windows.catalogue import scenario as loaded

            loaded(options.scenario)
        stage = Stage(language=options.lang, windows=options.windows, size=options.size, seed=options.seed)
        if options.scenario:
            stage.choose(options.scenario)
    return stage.run()
