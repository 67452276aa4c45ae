"""The scenario's place stands in sentences of the game: it is written as inside one, with its article."""

import re
from collections.abc import Iterator

from engine.check.walk import Spot
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

_VOWEL = "[aeiouàâäéèêëîïôöùûüœæAEIOUÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ]"
_FRENCH = re.compile(rf"les \S|l[ea] (?!{_VOWEL})\S|l['’](?:{_VOWEL}|[hHyY])")
_ENGLISH = re.compile(r"the \S")
_CAPITAL_ARTICLE = re.compile(r"(?:(?:Le|La|Les|The) |L['’])(?=(\S))")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if scenario.place is None:
        return
    spot = Spot(("place",), "place", scenario.place)
    for register, text in spot.text:
        if text and not _fits(text, _ENGLISH if register in ("en", "plain_en") else _FRENCH):
            yield Diagnostic.at(
                spot.mark(loaded, register),
                "place-article",
                tr("« {text} » ne se met pas tel quel dans une phrase", text=text),
                expected=tr(
                    "un lieu et son article, sans majuscule : le village, la cité, l’île, les jardins"
                ),
            )


def _fits(text: str, with_article: re.Pattern[str]) -> bool:
    """With the right article, or a name of its own: "Montreuil", "Les Lilas"."""
    article = _CAPITAL_ARTICLE.match(text)
    first = article[1] if article else text[0]
    return first.isupper() or with_article.match(text) is not None
