"""Going to help a group has no card of its own: it is made of the group."""

from functools import lru_cache
from typing import Final

from engine import numbers
from engine.content.model import HELPING, Group, ProjectCard, Scenario, Text, Tokens
from engine.language import tr, using
from engine.play.game import Game

HANDS: Final = "hand"
"""Its pictogram."""


def groups_of(about: Scenario | Game) -> tuple[Group, ...]:
    """The groups that are there: all of them, where there is no session."""
    scenario = about.scenario if isinstance(about, Game) else about
    several = scenario.groups.these if scenario.groups is not None else ()
    if not isinstance(about, Game):
        return several
    return tuple(group for group in several if group.helping in about.names.projects)


def group_of(scenario: Scenario, group: str) -> Group | None:
    """A group by its id; None where the scenario has none of it."""
    several = scenario.groups.these if scenario.groups is not None else ()
    return next((one for one in several if one.id == group), None)


def group_helped(scenario: Scenario, project: str) -> Group | None:
    """The group that one goes to help, of a project that is that; None of all others."""
    return group_of(scenario, project.removeprefix(HELPING)) if project.startswith(HELPING) else None


@lru_cache(maxsize=64)
def helping_card(group: Group, member: str) -> ProjectCard:
    """Going to help a group, as a card in every language and register; `member` is the name of whoever
    belongs to it and plays, "" for nobody."""
    titles, shorts, texts = {}, {}, {}
    for key, language, easy in _REGISTERS:
        at = group.at.read(language, easy)
        with using(language):
            titles[key] = tr("Aller aider {at}", at=at)
            shorts[key] = tr("pour l’aide {at}", at=at)
            texts[key] = _rule(member, easy)
    return ProjectCard.model_construct(
        id=group.helping,
        title=Text(**titles),
        short=Text(**shorts),
        text=Text(**texts),
        pictogram=HANDS,
        cost=Tokens(time=1, backing=1 if member else 0),
        changes={},
        rung="coproduce",
    )


def _rule(member: str, easy: bool) -> str:
    life, less = numbers.HELP_LIFE, numbers.HELP_AUTONOMY
    if easy:
        return _easy_rule(member, life, less)
    if not member:
        return tr(
            "Un temps de quelqu’un : {life} de vie en plus, {less} d’autonomie en moins. Aucun membre n’est "
            "autour de la table : personne ne peut demander cette aide.",
            life=life,
            less=less,
        )
    return tr(
        "Un temps de quelqu’un d’ailleurs : {life} de vie en plus, {less} d’autonomie en moins. Si {name} "
        "l’a demandé, d’un appui, l’autonomie reste.",
        life=life,
        less=less,
        name=member,
    )


def _easy_rule(member: str, life: int, less: int) -> str:
    if not member:
        return tr(
            "Une personne donne 1 temps. La vie gagne {life}. L’autonomie perd {less}. "
            "Personne ici ne peut demander cette aide.",
            life=life,
            less=less,
        )
    return tr(
        "Une autre personne donne 1 temps. La vie gagne {life}. L’autonomie perd {less}. "
        "{name} peut demander cette aide avec 1 appui. Alors l’autonomie reste.",
        life=life,
        less=less,
        name=member,
    )


_REGISTERS: Final = (
    ("fr", "fr", False), ("plain", "fr", True), ("en", "en", False), ("plain_en", "en", True),
)  # fmt: skip
