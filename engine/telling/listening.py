"""Going to listen somewhere has no card of its own: it is made of the place."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from engine import numbers
from engine.content.model import LISTENING, Place, ProjectCard, Text, Tokens
from engine.language import tr, using

EAR: Final = "ear"
"""Its pictogram."""


def place_listened_in(places: Iterable[Place], project: str) -> Place | None:
    """The place where one goes to listen, of a project that is that; None of all others."""
    return next((place for place in places if project == LISTENING + place.id), None)


@lru_cache(maxsize=64)
def listening_card(place: Place) -> ProjectCard:
    """Going to listen in a place, as a card in every language and register."""
    titles, shorts, texts = {}, {}, {}
    for key, language, easy in _REGISTERS:
        at = place.at.read(language, easy)
        with using(language):
            titles[key] = tr("Aller écouter {at}", at=at)
            shorts[key] = tr("pour aller écouter {at}", at=at)
            texts[key] = _easy_rule() if easy else _rule()
    return ProjectCard.model_construct(
        id=place.listening,
        title=Text(**titles),
        short=Text(**shorts),
        text=Text(**texts),
        pictogram=EAR,
        cost=Tokens(time=numbers.LISTENERS),
        changes={},
        where=place.id,
        rung="consult",
    )


def _rule() -> str:
    return tr(
        "Quelque chose manque ici, et personne n’est encore venu l’entendre. Il faut deux personnes de deux "
        "familles, un temps chacune : la carte se retourne."
    )


def _easy_rule() -> str:
    return tr(
        "Il manque quelque chose ici. Personne ne sait quoi. Il faut 2 personnes de 2 familles. "
        "Chacune donne 1 temps."
    )


_REGISTERS: Final = (
    ("fr", "fr", False), ("plain", "fr", True), ("en", "en", False), ("plain_en", "en", True),
)  # fmt: skip
