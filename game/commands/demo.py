"""`coop demo`: a whole session, everybody simulated: in a window, as text, or as pictures."""

import argparse
import sys
from pathlib import Path
from typing import Any

from engine.language import tr
from game.commands.options import in_text, seed, size, speed
from game.front.problem import Problem


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "demo",
        help=tr("regarder une séance toute simulée"),
        description=tr("Joue une séance toute simulée. La même graine donne la même séance."),
    )
    described.add_argument("scenario", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier"))
    described.add_argument(
        "--seed", type=seed, default=1, metavar="N", help=tr("graine du hasard (1 si rien n'est dit)")
    )
    described.add_argument(
        "--duration", choices=("45", "90", "150", "training"), help=tr("durée de la séance")
    )
    described.add_argument(
        "--headless", action="store_true", help=tr("écrire la séance en texte, sans fenêtre")
    )
    described.add_argument(
        "--speed", type=speed, default=1.0, metavar="X", help=tr("vitesse : 2 va deux fois plus vite")
    )
    described.add_argument(
        "--shots", type=Path, metavar=tr("DOSSIER"), help=tr("y écrire une image de chaque écran")
    )
    described.add_argument(
        "--save", type=Path, metavar=tr("FICHIER.coop"), help=tr("garder la séance dans ce fichier")
    )
    described.add_argument(
        "--size", type=size, metavar=tr("LxH"), help=tr("taille de la fenêtre, comme 1280x720")
    )
    return described


def run(options: argparse.Namespace) -> int:
    from game.windows.catalogue import scenario as loaded

    needs_window = not (options.headless or options.shots)
    if needs_window:
        from game.windows.display import require_display

        require_display(in_text(options.scenario))
    if options.save and options.save.exists():
        raise Problem(
            tr(
                "Ce fichier existe déjà, et une séance n'en efface jamais une autre : {file}",
                file=options.save,
            )
        )
    scenario = loaded(options.scenario)
    duration = options.duration or ("90" if "90" in scenario.durations else scenario.durations[0])
    if duration not in scenario.durations:
        raise Problem(tr("Ce scénario se joue en : {durations}.", durations=", ".join(scenario.durations)))
    if options.shots:
        from engine.language import current
        from game.windows.shots import shoot

        save = None if options.headless else options.save
        shoot(scenario, options.seed, duration, options.shots, save, current())
    if options.headless:
        _write(scenario, options, duration)
    if not needs_window:
        return 0
    from game.windows.app import Stage

    stage = Stage(language=options.lang, windows=1, size=options.size)
    stage.demonstrate(scenario, options.seed, duration, options.speed, options.save)
    return stage.run()


def _write(scenario: Any, options: argparse.Namespace, duration: Any) -> None:
    from engine import demo, transcript
    from engine.session.file import JournalError

    try:
        for line in transcript.lines(demo.play(scenario, options.seed, duration, options.save)):
            sys.stdout.write(line + "\n")
    except JournalError as error:
        raise Problem(error.sentence) from error
