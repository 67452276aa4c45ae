"""A project has one name: what a promise goes toward is called as the card is."""

import re
import unicodedata

import pytest

from engine.content import library

SMALL = {"aux", "des", "les", "the", "and", "for"}


def words(text: str) -> list[str]:
    """The words that name something, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return [word for word in re.findall("[a-z]+", plain) if len(word) > 2 and word not in SMALL]


def kin(one: str, other: str) -> bool:
    """Whether two words begin alike: "emplois" and "emploi", "apprendre" and "apprentissage"."""
    same = min(len(one), len(other), 4)
    return one[:same] == other[:same]


@pytest.mark.parametrize("plain", [False, True], ids=["usual", "easy"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("slug", library.slugs())
def test_where_a_promise_goes_is_called_as_the_card_is(slug: str, language: str, plain: bool) -> None:
    scenario = library.load(slug).scenario
    assert scenario is not None
    called = {
        card.id: (card.title.read(language, plain), card.short.read(language, plain))
        for card in scenario.projects
    }
    strange = {
        name: (title, short)
        for name, (title, short) in called.items()
        if not all(any(kin(word, other) for other in words(title)) for word in words(short))
    }
    assert strange == {}
    shorts = [short for _, short in called.values()]
    assert len(set(shorts)) == len(shorts)
