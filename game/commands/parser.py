"""argparse, speaking the language in use: each wrong usage is told in one sentence of ours.

argparse words its complaints in English, and otherwise in each version of Python. What is given is therefore
checked here; what argparse still refuses is told by where it stands, never by its message.
"""

import argparse
from collections.abc import Callable, Collection, Sequence
from typing import Any, NoReturn

from engine import language
from engine.language import tr

Convert = Callable[[str], Any]


def french() -> bool:
    return language.current() == "fr"


def said(who: str, sentence: str) -> str:
    """ "coop play : --size : …", with the spaces of the language."""
    return f"{who} : {sentence}" if french() else f"{who}: {sentence}"


class Parser(argparse.ArgumentParser):
    """A command or a verb. Wrong usage ends the program with code 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{
            "add_help": False, "allow_abbrev": False, "exit_on_error": False,
            "formatter_class": _InLanguage, **options,
        })  # fmt: skip
        self._given = self.add_argument_group(tr("ce qu'on donne"))
        self._chosen = self.add_argument_group(tr("réglages"))
        self._required: list[argparse.Action] = []

    def add_argument(self, *names: str, **options: Any) -> argparse.Action:
        """As argparse does, but what is typed is checked and refused in our words."""
        return self.add_to(self._chosen if names[0].startswith("-") else self._given, *names, **options)

    def add_to(self, group: Any, *names: str, **options: Any) -> argparse.Action:
        """The same in a group of one's own."""
        choices = options.pop("choices", None)
        if choices or "type" in options:
            name = names[-1] if names[0].startswith("-") else options.get("metavar", names[0])
            options["type"] = self._checked(name, options.get("type", str), choices)
        if choices:
            options.setdefault("metavar", "{" + ",".join(map(str, choices)) + "}")
        action: argparse.Action = group.add_argument(*names, **options)
        if action.required:
            # Asked for below: argparse would say in English what is missing.
            action.required = False
            self._required.append(action)
        return action

    def _checked(self, name: str, convert: Convert, choices: Collection[Any] | None) -> Convert:
        def check(text: str) -> Any:
            try:
                value = convert(text)
            except argparse.ArgumentTypeError as error:  # a verb's own sentence
                self.refuse(said(name, f"{error}."))
            except (TypeError, ValueError):
                self.refuse(tr("{name} : {value} ne convient pas.", name=name, value=quoted(text)))
            if choices is not None and value not in choices:
                self.refuse(not_possible(name, text, choices))
            return value

        return check

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.refuse(f"{tr('argument inconnu :')} {' '.join(unknown)}.")
        return found

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        given = list(args or ())
        try:
            found, unknown = super().parse_known_args(given, namespace)
        except argparse.ArgumentError as error:
            self._explain(error.argument_name or "", given)
        unknown = self._with_list(found, unknown)
        missing = [str(a.metavar or a.dest) for a in self._required if getattr(found, a.dest, None) is None]
        if missing:
            self.refuse(f"{tr('il manque :')} {', '.join(missing)}.")
        return found, unknown

    def _with_list(self, found: Any, unknown: Sequence[str]) -> list[str]:
        """What stays unknown, once words typed after an option have joined the list that they belong to:
        argparse takes that list to end at the first option.
        """
        lists = (a for a in self._actions if not a.option_strings and a.nargs in ("*", "+"))
        action = next(lists, None)
        if action is None:
            return list(unknown)
        words = [word for word in unknown if not word.startswith("-")]
        convert: Any = action.type or str
        setattr(found, action.dest, [*(getattr(found, action.dest) or ()), *map(convert, words)])
        return [word for word in unknown if word.startswith("-")]

    def _explain(self, name: str, given: list[str]) -> NoReturn:
        """What argparse refused, by the option that it refused: its value is missing, or one too many."""
        names = name.split("/")
        if not name.startswith("-"):
            self.error("")
        if any(word.startswith(f"{one}=") for word in given for one in names):
            self.refuse(tr("{name} : ne prend pas de valeur.", name=name))
        self.refuse(tr("{name} : il manque une valeur.", name=name))

    def refuse(self, sentence: str) -> NoReturn:
        """End with a sentence, and where to see what is possible."""
        help_ = tr("« {command} --help » montre ce qui est possible.", command=self.prog)
        self.exit(2, said(self.prog, f"{sentence} {help_}\n"))

    def error(self, message: str) -> NoReturn:
        """Whatever else argparse refuses, whose words nobody should have to read."""
        self.refuse(tr("La commande n’est pas comprise."))


class _InLanguage(argparse.HelpFormatter):
    """Headings as the language sets them."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        asked = "usage : " if french() else "usage: "
        super().add_usage(usage, actions, groups, asked if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(f"{heading} " if heading and french() else heading)


def not_possible(name: str, value: str, choices: Collection[Any]) -> str:
    """That a value is none of those there are."""
    listed = ", ".join(map(str, choices))
    return tr(
        "{name} : {value} n'est pas possible ; choisir parmi {choices}.",
        name=name, value=quoted(value), choices=listed,
    )  # fmt: skip


def quoted(value: str) -> str:
    """A value as it was typed, between the quotation marks of the language."""
    return tr("« {text} »", text=value)
