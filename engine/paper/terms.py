"""The words of the trade on paper: those that the pages of a session use, on one page and as cards."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from engine.language import capital, tr
from engine.paper import cards, guide, sheets
from engine.paper.wanted import Wanted
from engine.telling import terms as telling


def terms(wanted: Wanted) -> dict[str, Any]:
    """What each means, in the order of the alphabet."""
    known = telling.told(wanted.scenario, wanted.reader.language)
    read = (cards.deck(wanted), sheets.roles(wanted), guide.briefing(wanted))
    used = {use.id for text in _texts(read) for use in telling.uses(text, known)}
    words = sorted((term for term in known if term.id in used), key=lambda term: _letters(term.term))
    return {
        "title": tr("Les mots du métier"),
        "words": [
            {
                "id": term.id,
                "term": capital(term.term),
                "simple": term.simple,
                "exact": term.exact,
                "source": term.sourced,
            }
            for term in words
        ],
    }


def _texts(value: Any) -> Iterator[str]:
    """Every text of a part's data, drawings left out."""
    if isinstance(value, str):
        if not value.startswith("<"):
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _letters(term: str) -> str:
    """What a term is sorted by: its letters without accents, no article before them."""
    bare = re.sub(r"^(une?|an?) ", "", term.lower())
    return "".join(sign for sign in unicodedata.normalize("NFD", bare) if not unicodedata.combining(sign))
