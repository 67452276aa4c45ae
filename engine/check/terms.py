"""Terms of the trade: every acronym is explained, no word leads to two terms, a scenario's own are used."""

import re
from collections.abc import Iterator

from engine.check.walk import spots
from engine.content import library
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr, typo
from engine.telling import terms

ACRONYM = re.compile(r"(?<![\w-])[A-ZÀÉÈ]{2,}(?![\w-])")
KNOWN = frozenset(("COOP", "HLM", "SMS"))
"""Acronyms that everybody reads as words."""


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    yield from library.terms()[1]
    yield from _twice(loaded, scenario)
    for language, register in (("fr", "plain"), ("en", "plain_en")):
        known = terms.told(scenario, language)
        capitals = {form for term in known for form in term.forms if form.isupper()} | KNOWN
        used: set[str] = set()
        for spot in spots(scenario):
            if spot.path[0] == "terms":
                continue
            for version in (language, register):
                text = getattr(spot.text, version)
                if not text:
                    continue
                used |= {use.id for use in terms.uses(typo(text, language), known)}
                for acronym in dict.fromkeys(ACRONYM.findall(text)):
                    if acronym not in capitals:
                        yield Diagnostic.at(
                            spot.mark(loaded, version),
                            "acronym-unexplained",
                            tr("« {acronym} » n’est pas dans les termes du métier", acronym=acronym),
                            hint=tr("Écrivez les mots en entier, ou ajoutez-le dans cards/terms.yaml."),
                            severity="advice",
                        )
        for i, term in enumerate(scenario.terms or ()):
            if term.id not in used and getattr(term.term, language):
                yield Diagnostic.at(
                    loaded.where("terms", i, "term", language),
                    "term-unused",
                    tr("aucun texte n’emploie « {term} »", term=terms.forms(term, language)[0]),
                    hint=tr("Ajoutez à « forms » la forme que les textes emploient."),
                    severity="advice",
                )


def _twice(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Words that lead to two of the scenario's own terms."""
    for language in ("fr", "en"):
        first: dict[str, str] = {}
        for i, term in enumerate(scenario.terms or ()):
            for form in terms.forms(term, language):
                other = first.setdefault(form.lower(), term.id)
                if other != term.id:
                    yield Diagnostic.at(
                        loaded.where("terms", i, "term", language),
                        "same-name",
                        tr("« {name} » est aussi le nom de « {other} »", name=form, other=other),
                    )
