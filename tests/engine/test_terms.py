"""The terms of the trade: whoever is not of the profession finds what every word and acronym means."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.briefing import reading
from engine.check import status
from engine.check.easy import sentences
from engine.check.terms import ACRONYM, KNOWN
from engine.check.walk import spots
from engine.content import library
from engine.language import typo
from engine.telling import terms
from tests.engine import examples

TERMS, FOUND = library.terms()


def texts(language: str) -> Iterator[str]:
    """Everything that shipped scenarios and the briefing say in a language, easy versions too."""
    for content in (*(library.load(slug).scenario for slug in library.slugs()), reading.shipped()):
        assert content is not None
        for spot in spots(content):
            for easy in (False, True):
                yield typo(spot.text.read(language, easy), language)


def test_the_shipped_terms_are_read_without_a_defect() -> None:
    assert not FOUND
    assert len(TERMS) >= 30


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_acronym_is_explained_and_every_term_is_used(language: str) -> None:
    known = terms.told(None, language)
    said = {form for term in known for form in term.forms} | KNOWN
    unexplained, unused = set(), {term.id for term in known}
    for text in texts(language):
        unexplained |= set(ACRONYM.findall(text)) - said
        unused -= {use.id for use in terms.uses(text, known)}
    assert not unexplained
    assert not unused


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_has_a_sentence_for_everybody_another_one_and_its_source(language: str) -> None:
    owners: dict[str, str] = {}
    for term in terms.told(None, language):
        assert term.simple != term.exact, term.id
        assert max(map(len, sentences(term.simple))) <= 12, term.id
        assert len(term.exact) < 260, term.id
        assert re.search(r"\d{4}", term.sourced), term.id
        for form in term.forms:
            assert owners.setdefault(form.lower(), term.id) == term.id, form


def test_every_text_of_a_term_is_in_both_languages() -> None:
    for term in TERMS:
        for text in (term.term, term.explained, term.source, term.dated):
            assert text.en, term.id
        assert term.explained.plain, term.id
        assert term.explained.plain_en, term.id


def test_a_text_uses_the_longest_term_and_each_once() -> None:
    known = terms.told(None, "fr")
    text = "Le délégué du préfet parle au préfet, lui au Conseil citoyen. L’ANRU paie ; anru, rien."
    found = [(use.id, text[use.start : use.end]) for use in terms.uses(text, known)]
    assert found == [
        ("delegue-du-prefet", "délégué du préfet"),
        ("prefet", "préfet"),
        ("conseil-citoyen", "Conseil citoyen"),
        ("anru", "ANRU"),
    ]


def test_a_word_inside_another_is_no_term() -> None:
    known = terms.told(None, "fr")
    assert not terms.uses("Elle s’est arrêtée ; les sous-préfets et le bailleur-ami aussi.", known)


def own_terms(folder: Path, more: str = "") -> Path:
    (folder / "cards/terms.yaml").write_text(
        "terms:\n  - id: prefet\n    term: la cour\n    explained: Le lieu de cette histoire.\n"
        f"    source: Les voisins\n    dated: '2026'\n{more}",
        "utf-8",
    )
    return folder


def test_a_scenario_brings_terms_of_its_own_beside_those_shipped(tmp_path: Path) -> None:
    scenario = library.load(own_terms(examples.good(tmp_path))).scenario
    known = {term.id: term for term in terms.told(scenario, "fr")}
    assert known["prefet"].exact == "Le lieu de cette histoire."
    assert "conseil-citoyen" in known


def test_a_slip_in_a_term_is_told_at_its_line(tmp_path: Path) -> None:
    folder = own_terms(examples.good(tmp_path), "    sens: Un mot\n")
    [told] = [d for d in status(folder) if d.severity == "error"]
    assert (Path(told.file).name, told.line, told.code) == ("terms.yaml", 7, "unknown-key")
