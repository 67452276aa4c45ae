"""The place that a session is about, in words that fit into sentences."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.content.model import Scenario
from engine.language import capital, tr

if TYPE_CHECKING:  # screens name the type of these words, and wait for nothing that plays
    from engine.telling.reader import Reader

_ARTICLE = re.compile(r"(?:le|la|les|the) |l[’']")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place inside a sentence ("la résidence"), at its start ("La résidence"), without its article, as a
    heading ("Résidence"); `n` is 2 where a verb after it is in the plural ("les jardins"), else 1."""

    inside: str
    first: str
    heading: str
    n: Literal[1, 2] = 1


def place(scenario: Scenario, reader: "Reader") -> PlaceWords:
    """What the scenario calls its place, where it says; a neighbourhood otherwise."""
    written = scenario.place
    inside = tr("le quartier") if written is None else reader.read(written)
    article = _ARTICLE.match(inside)
    heading = inside[article.end() :] if article else inside
    # English says the number in the verb alone: the French article has told it.
    many = written is not None and written.read("fr", reader.easy).startswith("les ")
    return PlaceWords(inside, capital(inside), capital(heading), 2 if many else 1)
