"""`coop play`: the first screen, or a scenario's."""

import argparse
import re
from typing import Any

from engine.words import tr


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
    from game.commands.demo import in_text
    from game.stage.display import DEMO, require_display

    require_display(in_text(options.scenario) if options.scenario else DEMO)
    from game.stage.app import Stage

    if options.scenario:
        from game.stage.catalogue import scenario as loaded

        loaded(options.scenario)
    stage = Stage(language=options.lang, windows=options.windows, size=options.size, seed=options.seed)
    if options.scenario:
        stage.choose(options.scenario)
    return stage.run()


def window_options(described: argparse.ArgumentParser) -> None:
    """The options of every verb that opens windows."""
    described.add_argument(
        "--windows", type=int, choices=(1, 2), help=tr("une fenêtre, ou deux avec la console")
    )
    described.add_argument(
        "--size", type=size, metavar=tr("LxH"), help=tr("taille de la fenêtre, comme 1280x720")
    )


def seed(text: str) -> int:
    """A seed from 0 to 2**63 - 1."""
    value = int(text)
    if not 0 <= value < 2**63:
        raise ValueError(text)
    return value


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels, as "1280x720"."""
    match = re.fullmatch(r"(\d{2,5})[x×](\d{2,5})", text.strip().lower())
    if not match:
        raise ValueError(text)
    width, height = int(match[1]), int(match[2])
    if not (320 <= width <= 7680 and 180 <= height <= 4320):
        raise argparse.ArgumentTypeError(tr("de 320x180 à 7680x4320, pas {text}", text=text))
    return width, height
