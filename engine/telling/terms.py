"""The terms of the trade: what each means, and where a text uses them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.content import shared
from engine.content.model import Scenario, Term, Text
from engine.language import typo
from engine.telling.vocabulary import sourced


class TermWords(NamedTuple):
    """A term as people read it. `forms`: every way of writing it, the term itself first; `simple` is a
    sentence for everybody, `exact` the one that the trade would sign; `sourced`: from where, and of when."""

    id: str
    term: str
    forms: tuple[str, ...]
    simple: str
    exact: str
    sourced: str


class Use(NamedTuple):
    """Where a text uses a term, from one letter to another."""

    id: str
    start: int
    end: int


def told(scenario: Scenario | None, language: str) -> tuple[TermWords, ...]:
    """The terms shared by every scenario and a scenario's own, which stand for those of their ids."""
    return _told((scenario.terms or ()) if scenario is not None else (), language)


@lru_cache(maxsize=16)
def _told(own: tuple[Term, ...], language: str) -> tuple[TermWords, ...]:
    def read(text: Text, easy: bool = False) -> str:
        return typo(text.read(language, easy), language)

    terms = {term.id: term for term in (*shared.terms(), *own)}
    return tuple(
        TermWords(
            term.id,
            read(term.term),
            forms(term, language),
            read(term.explained, easy=True),
            read(term.explained),
            sourced(read(term.source), read(term.dated)),
        )
        for term in terms.values()
    )


def forms(term: Term, language: str) -> tuple[str, ...]:
    """Every way of writing a term in a language, the term itself first."""
    others = term.forms.read(language).split(",") if term.forms is not None else []
    ways = (term.term.read(language), *(form.strip() for form in others if form.strip()))
    return tuple(dict.fromkeys(typo(way, language) for way in ways))


def uses(text: str, terms: Sequence[TermWords]) -> tuple[Use, ...]:
    """Where a text uses terms, each the first time only, in the order of the text; of two that begin at one
    place the longer, so that "table de quartier" is no "quartier"."""
    return _uses(text, tuple((term.id, term.forms) for term in terms))


@lru_cache(maxsize=512)
def _uses(text: str, known: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Use, ...]:
    pattern, owners = _pattern(known)
    found: dict[str, Use] = {}
    for match in pattern.finditer(text):
        owner = owners[_plain(match[0])]
        found.setdefault(owner, Use(owner, match.start(), match.end()))
    return tuple(found.values())


@lru_cache(maxsize=16)
def _pattern(known: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern of all forms, the longest first, and whose each is."""
    owners: dict[str, str] = {}
    for owner, ways in known:
        for form in ways:
            owners.setdefault(_plain(form), owner)
    longest = sorted({form for _, ways in known for form in ways}, key=len, reverse=True)
    one = "|".join(map(_spelled, longest)) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{one})(?![\w-])", re.IGNORECASE), owners


def _spelled(form: str) -> str:
    """A pattern of a form: any space and any apostrophe; an acronym only in capitals."""
    words = r"\s+".join(re.escape(word) for word in form.split())
    words = re.sub("['’]", "['’]", words)
    return f"(?-i:{words})" if form.isupper() else words


def _plain(form: str) -> str:
    return " ".join(form.replace("’", "'").lower().split())
