"""The `coop` command: reads what is asked, speaks the chosen language, shows no traceback unasked."""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from engine import __version__, language
from engine.language import tr
from game.commands import balance, check, demo, list_, play, replay, resume
from game.front import settings
from game.front.problem import Problem

VERBS = (play, resume, demo, replay, check, balance, list_)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when all is well, 1 for defects, 2 when it cannot run."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    language.add_catalogue("game")
    language.use(chosen_language(given))
    _write_utf8()
    try:
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
    print(_said("coop", sentence), file=sys.stderr)


def _said(who: str, sentence: str) -> str:
    """ "coop play : --size : …", with the spaces of the language."""
    return f"{who} : {sentence}" if _french() else f"{who}: {sentence}"


def chosen_language(arguments: Sequence[str]) -> str:
    """The language of --lang, else of the settings, else of the computer."""
    for here, following in zip(arguments, [*arguments, ""][1:], strict=True):
        asked = following if here == "--lang" else here.removeprefix("--lang=")
        if here.startswith("--lang") and asked in language.LANGUAGES:
            return asked
    return settings.load().language


def parser() -> argparse.ArgumentParser:
    """The whole command line, in the language in use."""
    top = Parser(prog="coop", description=tr("COOP ou pas COOP : un jeu pour débattre de la coopération."))
    top.set_defaults(run=None, debug=False, lang=None)
    _common(top)
    top.add_argument("--version", action="version", version=f"coop {__version__}", help=tr("dire la version"))
    verbs = top.add_subparsers(title=tr("commandes"), metavar="COMMANDE" if _french() else "COMMAND")
    for verb in VERBS:
        described: argparse.ArgumentParser = verb.add(verbs)
        described.set_defaults(run=verb.run)
        _common(described)
    return top


def _common(described: argparse.ArgumentParser) -> None:
    group = described.add_argument_group(tr("pour toutes les commandes"))
    group.add_argument("-h", "--help", action="help", help=tr("montrer cette aide"))
    keep = argparse.SUPPRESS
    group.add_argument("--lang", choices=language.LANGUAGES, default=keep, help=tr("langue : fr ou en"))
    group.add_argument("--debug", action="store_true", default=keep, help=tr("montrer le détail des erreurs"))


def _french() -> bool:
    return language.current() == "fr"


class Parser(argparse.ArgumentParser):
    """argparse, speaking the language in use; wrong usage is told in one sentence."""

    def __init__(self, **options: object) -> None:
        options["add_help"] = False
        options["allow_abbrev"] = False
        super().__init__(**options)  # type: ignore[arg-type]
        self._positionals.title = tr("ce qu'on donne")
        self._optionals.title = tr("réglages")

    def format_usage(self) -> str:
        return self._in_language(super().format_usage())

    def format_help(self) -> str:
        return self._in_language(super().format_help())

    def _in_language(self, text: str) -> str:
        if not _french():
            return text
        text = re.sub(r"^(\S[^\n]*\S):$", r"\1 :", text, flags=re.MULTILINE)
        return text.replace("usage: ", "usage : ", 1)

    def error(self, message: str) -> NoReturn:
        sentence = _translated(message)
        help_ = tr("« {command} --help » montre ce qui est possible.", command=self.prog)
        self.exit(2, _said(self.prog, f"{sentence} {help_}\n"))


def _translated(message: str) -> str:
    """argparse's own messages, which it words in English."""
    for start, french in (
        ("unrecognized arguments: ", tr("argument inconnu :")),
        ("the following arguments are required: ", tr("il manque :")),
    ):
        if message.startswith(start):
            return f"{french} {message.removeprefix(start)}."
    if message.startswith("argument "):
        name, _, rest = message.removeprefix("argument ").partition(": ")
        if "invalid choice: " in rest:
            value, _, choices = rest.removeprefix("invalid choice: ").partition(" (choose from ")
            possible = choices.rstrip(")")
            said = tr("{name} : {value} n'est pas possible ; choisir parmi {choices}.")
            return said.format(name=name, value=_quoted(value), choices=possible.replace("'", ""))
        if rest.startswith("expected "):
            return tr("{name} : il manque une valeur.", name=name)
        if "invalid" in rest:
            value = _quoted(rest.rpartition("value: ")[2])
            return tr("{name} : {value} ne convient pas.", name=name, value=value)
        return _said(name, f"{rest}.")
    return message


def _quoted(value: str) -> str:
    """A value as it was typed, between the quotation marks of the language."""
    return tr("« {text} »", text=value.strip("'\""))


def _write_utf8() -> None:
    """French needs accents, whatever the console believes its encoding to be."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        reconfigure = getattr(stream, "reconfigure", None)
        if encoding != "utf8" and reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
