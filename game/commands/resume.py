"""`coop resume`: a session goes on exactly where it stopped."""

import argparse
import shlex
from pathlib import Path
from typing import Any

from engine.language import tr
from game.commands.options import window_options


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "resume",
        help=tr("reprendre une séance"),
        description=tr("Reprend une séance enregistrée, exactement là où elle s'est arrêtée."),
    )
    described.add_argument("file", metavar=tr("FICHIER.coop"), type=Path, help=tr("le fichier de la séance"))
    window_options(described)
    return described


def run(options: argparse.Namespace) -> int:
    from game.commands.replay import existing
    from game.windows.display import require_display

    existing(options.file)
    require_display(f"coop replay {shlex.quote(str(options.file))}")
    from game.windows.sweeping import unswept

    with unswept():
        from game.windows.app import Stage

        stage = Stage(language=options.lang, windows=options.windows, size=options.size)
        stage.resume(options.file)
    return stage.run()
