"""What cards do, in a few words: each kind of effect says its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine import effects
from engine.effects import EffectModel, Quarter
from engine.language import capital, tr
from engine.play.game import kind_trio
from engine.telling import vocabulary
from engine.telling.fetching import public_of, publics_of
from engine.telling.gauges import indicator_title
from engine.telling.helping import group_of, groups_of
from engine.telling.people import named
from engine.telling.reader import About, Reader, in_play, project_card, scenario_of
from engine.telling.seats import corner_of, corners_of
from engine.vocabulary import FAMILIES


def told(about: About, reader: Reader, several: Sequence[EffectModel]) -> tuple[str, ...]:
    """Those that concern somebody in play, in the order of the card."""
    scenario, present, words = scenario_of(about), in_play(about), _Words(about, reader)
    families = tuple(scenario.characters[who].family for who in present)
    groups = tuple(group.id for group in groups_of(about))
    works = tuple((card.id, k) for k, card in enumerate(scenario.projects) if card.works is not None)
    corners = tuple(corner.id for corner in corners_of(about))
    publics = tuple(public.id for public in publics_of(scenario))
    quarter = Quarter(
        present, families, tuple(scenario.indicators), tuple(scenario.flags), groups, works, corners, publics
    )
    kinds = ((effect, effects.kind_of(effect)) for effect in several)
    said = (kind.words(effect, words) for effect, kind in kinds if kind.concerns(effect, quarter))
    return tuple(capital(text) for text in said if text)  # "vous" begins some of them


@dataclass(frozen=True, slots=True)
class _Words:
    """What effects speak of, for one reader."""

    about: About
    reader: Reader

    def whom(self, who: str) -> str:
        if who == effects.ALL:
            return tr("Tout le monde")
        return vocabulary.family_word(who) if who in FAMILIES else named(self.about, self.reader, who)

    def indicator(self, key: str) -> str:
        return indicator_title(self.about, self.reader, key)

    def tokens(self, kind: str, number: int) -> str:
        return vocabulary.tokens(kind_trio(kind, number))

    def group(self, group: str) -> str:
        if group == effects.ALL:
            return tr("Tous les {noun}", noun=self._noun())
        if group == effects.AWAKE:
            return tr("Tous les {noun} en éveil", noun=self._noun())
        found = group_of(scenario_of(self.about), group)
        return self.reader.read(found.title) if found is not None else ""

    def _noun(self) -> str:
        groups = scenario_of(self.about).groups
        return self.reader.read(groups.noun) if groups is not None else ""

    def works(self, which: str) -> str:
        if which == effects.ALL:
            return tr("Tous les travaux en cours")
        card = project_card(self.about, which)
        return self.reader.read(card.title) if card is not None else which

    def corner(self, corner: str) -> str:
        if corner == effects.ALL:
            return tr("Chaque coin")
        return self.reader.read(corner_of(scenario_of(self.about), corner).title)

    def public(self, public: str) -> str:
        if public == effects.ALL:
            return tr("Chaque public")
        found = public_of(scenario_of(self.about), public)
        return self.reader.read(found.title) if found is not None else ""

    def holder(self) -> str:
        baton = scenario_of(self.about).baton
        return tr("Qui a {the}", the=self.reader.read(baton.the)) if baton is not None else ""

    def listed(self, words: Sequence[str]) -> str:
        return vocabulary.listed(words)
