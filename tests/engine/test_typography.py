"""What people read is set as print sets it, elides, and can be read aloud: in every view of real sessions.

Those of the longest scenario are read in both languages, the others turn by turn in one or the other.
"""

import pytest

from engine.language import elided, stopped, tr, using
from engine.telling.reader import Reader
from engine.telling.vocabulary import listed, tokens
from tests.moments import ALL, looked_at
from tests.typography import faults, texts

pytestmark = pytest.mark.no_cover  # lines that other tests walk


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_every_sentence_of_a_session_is_set_and_joined_as_people_read_it(slug: str, kind: str) -> None:
    read = set()
    for moment, language in looked_at(slug, kind, ("fr", "en")):
        views = [moment.room(language), moment.console(language, plain=True)]
        views += [moment.holder(who, language) for who in moment.game.held[:2]]
        read |= {(language, text) for view in views for text in texts(view)}
    assert sorted({fault for language, text in read for fault in faults(text, language)}) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Inès", "d’Inès"), ("Odette", "d’Odette"), ("Élodie", "d’Élodie"), ("Yves", "d’Yves"),
        ("Hélène", "d’Hélène"), ("Hugo", "de Hugo"), ("Youssef", "de Youssef"), ("8 voisins", "de 8 voisins"),
    ],
)  # fmt: skip
def test_the_word_before_a_name_elides_as_the_name_is_said(name: str, said: str) -> None:
    assert tr("un présupposé de {who}", who=name) == f"un présupposé {said}"


def test_only_french_elides_and_only_before_what_is_known() -> None:
    with using("en"):
        assert tr("une phrase de {who}", who="Inès") == "une phrase de Inès"
    assert elided("Que dire de {name} ?", {}) == "Que dire de {name} ?"
    assert elided("On dit que {name} part.", {"name": "Odette"}) == "On dit qu’{name} part."
    assert elided("Le choix de {name}, la {x}", {"name": "Odette", "x": "Association"}) == (
        "Le choix d’{name}, l’{x}"
    )


@pytest.mark.parametrize(
    ("some", "french", "english"),
    [
        ((2, 0, 0), "2 temps", "2 time tokens"),
        ((1, 1, 1), "1 temps, 1 moyen et 1 appui", "1 time token, 1 means token and 1 backing token"),
        ((0, 2, 3), "2 moyens et 3 appuis", "2 means tokens and 3 backing tokens"),
        ((0, 0, 0), "rien", "nothing"),
    ],
)
def test_tokens_are_counted_as_each_language_counts(
    some: tuple[int, int, int], french: str, english: str
) -> None:
    with Reader("fr").speaking():
        assert tokens(some) == french
    with Reader("en").speaking():
        assert tokens(some) == english


def test_a_list_is_joined_to_be_read_aloud() -> None:
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a et b", "a, b et c"]


def test_a_title_before_a_sentence_ends_with_one_mark() -> None:
    titles = ["The square closes at 6 p.m.", "Le square ferme", "Où ?"]
    assert [stopped(title) for title in titles] == ["The square closes at 6 p.m.", "Le square ferme.", "Où ?"]
