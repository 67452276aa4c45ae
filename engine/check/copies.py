"""Versions of a text that say it again as it was: an easy one that is no easier, an English in French."""

from collections.abc import Iterator

from engine.check.easy import LONG_TEXT
from engine.check.walk import spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Code, Diagnostic
from engine.language import tr

_QUOTED = ("source", "dated")
WORDS = 4
"""A text of fewer words may well be the same in both languages: a name, a number, a law."""


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        text = spot.text
        found: list[tuple[str, Code, str]] = []
        if text.en and _same(text.en, text.fr) and _long(text.fr) and spot.key not in _QUOTED:
            found.append(("en", "translation-same", tr("l’anglais de ce texte est le français")))
        elif (
            text.plain_en
            and text.plain
            and _same(text.plain_en, text.plain)
            and len(text.plain.split()) >= WORDS
        ):
            found.append(("plain_en", "translation-same", tr("l’anglais de ce texte est le français")))
        if text.plain and _same(text.plain, text.fr) and len(text.fr) > LONG_TEXT:
            found.append(("plain", "plain-same", tr("la version facile de ce texte est le texte lui-même")))
        for register, code, message in found:
            yield Diagnostic.at(spot.mark(loaded, register), code, message, severity="advice")


def _long(text: str) -> bool:
    return len(text.split()) >= WORDS


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
