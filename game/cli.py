"""The `coop` command: reads what is asked, speaks the chosen language, shows no traceback unasked."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence

from engine import __version__, language
from engine.language import tr
from game.commands import (
    balance,
    check,
    compare,
    demo,
    list_,
    play,
    print_,
    purge,
    replay,
    report,
    resume,
    schema,
)
from game.commands.parser import Parser, french, not_possible, said
from game.front import settings
from game.front.problem import Problem

VERBS = (play, resume, print_, demo, replay, report, compare, purge, check, balance, list_, schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when all is well, 1 for defects, 2 when it cannot run."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    language.add_catalogue("game")
    language.use(chosen_language(given))
    _write_utf8()
    try:
        _check_verb(given)
        options = parser().parse_args(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except Problem as problem:
        _tell(problem.sentence, "--debug" in given)
        return 2
    if options.run is None:
        parser().print_help()
        return 2
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except Problem as problem:
        _tell(problem.sentence, options.debug)
        return problem.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `coop list | head`: whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        _tell(
            tr("L'ordinateur a refusé : {error}{where}.", error=error.strerror or error, where=where),
            options.debug,
        )
        return 2
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        _tell(
            tr(
                "Quelque chose ne va pas dans le programme : {what}. "
                "Relancez avec --debug pour tout voir et le signaler.",
                what=what,
            ),
            options.debug,
        )
        return 2
    return code


def _tell(sentence: str, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    print(said("coop", sentence), file=sys.stderr)


def chosen_language(arguments: Sequence[str]) -> str:
    """The language of --lang, else of the settings, else of the computer."""
    for here, following in zip(arguments, [*arguments, ""][1:], strict=True):
        asked = following if here == "--lang" else here.removeprefix("--lang=")
        if here.startswith("--lang") and asked in language.LANGUAGES:
            return asked
    return settings.load().language


def parser() -> Parser:
    """The whole command line, in the language in use."""
    top = Parser(prog="coop", description=tr("COOP ou pas COOP : un jeu pour débattre de la coopération."))
    top.set_defaults(run=None, debug=False, lang=None)
    _common(top)
    top.add_argument("--version", action="version", version=f"coop {__version__}", help=tr("dire la version"))
    verbs = top.add_subparsers(title=tr("commandes"), metavar=_command())
    for verb in VERBS:
        described: Parser = verb.add(verbs)
        described.set_defaults(run=verb.run)
        _common(described)
    return top


def _command() -> str:
    return "COMMANDE" if french() else "COMMAND"


def _common(described: Parser) -> None:
    group = described.add_argument_group(tr("pour toutes les commandes"))
    group.add_argument("-h", "--help", action="help", help=tr("montrer cette aide"))
    keep = argparse.SUPPRESS
    described.add_to(group, "--lang", choices=language.LANGUAGES, default=keep, help=tr("langue : fr ou en"))
    group.add_argument("--debug", action="store_true", default=keep, help=tr("montrer le détail des erreurs"))


def _check_verb(given: Sequence[str]) -> None:
    """Refuse a verb that there is not: the first word that is neither an option nor the value of --lang."""
    known = [verb.__name__.rpartition(".")[2].rstrip("_") for verb in VERBS]
    words = [
        word for before, word in zip(["", *given], given, strict=False)
        if not word.startswith("-") and before != "--lang"
    ]  # fmt: skip
    if words and words[0] not in known:
        parser().refuse(not_possible(_command(), words[0], known))


def _write_utf8() -> None:
    """French needs accents, whatever the console believes its encoding to be."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        reconfigure = getattr(stream, "reconfigure", None)
        if encoding != "utf8" and reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
