"""Going to fetch a public has no card of its own: it is made of the public."""

from functools import lru_cache
from typing import Final

from engine.content.model import FETCHING, ProjectCard, Public, Scenario, Text, Tokens
from engine.effects.voices import VoicesEffect
from engine.language import amid, tr, using

BELL: Final = "door"
"""Its pictogram."""


def publics_of(scenario: Scenario) -> tuple[Public, ...]:
    """Who votes beside the table; nobody where there is no ballot."""
    return scenario.ballot.publics if scenario.ballot is not None else ()


def public_of(scenario: Scenario, public: str) -> Public | None:
    """A public by its id; None where the scenario has none of it."""
    return next((one for one in publics_of(scenario) if one.id == public), None)


def public_fetched(scenario: Scenario, project: str) -> Public | None:
    """The public that one goes to fetch, of a project that is that; None of all others."""
    return public_of(scenario, project.removeprefix(FETCHING)) if project.startswith(FETCHING) else None


@lru_cache(maxsize=64)
def fetching_card(public: Public, gate: str, come: int) -> ProjectCard:
    """Going to fetch a public, of whom so many `come`, as a card in every language and register."""
    titles, shorts, texts = {}, {}, {}
    for key, language, easy in _REGISTERS:
        with using(language):
            who = amid(public.title.read(language, easy))
            titles[key] = (
                public.fetch.read(language, easy)
                if public.fetch is not None
                else tr("Aller chercher : {who}", who=who)
            )
            shorts[key] = (
                public.short.read(language, easy)
                if public.short is not None
                else tr("pour aller chercher : {who}", who=who)
            )
            texts[key] = (
                public.text.read(language, easy)
                if public.text is not None
                else tr("Un temps de quelqu’un, et d’autres viennent voter.")
            )
    return ProjectCard.model_construct(
        id=public.fetching,
        title=Text(**titles),
        short=Text(**shorts),
        text=Text(**texts),
        pictogram=BELL,
        cost=Tokens(time=1),
        changes={gate: public.brings} if public.brings else {},
        effects=(VoicesEffect(public=public.id, by=come),),
        rung="consult",
    )


_REGISTERS: Final = (
    ("fr", "fr", False), ("plain", "fr", True), ("en", "en", False), ("plain_en", "en", True),
)  # fmt: skip
