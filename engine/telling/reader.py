"""Who reads: a language, and easy to read or not."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from engine.content.model import CastMember, CharacterCard, Group, ProjectCard, Public, Scenario, Text
from engine.language import elided, typo, using
from engine.play.game import Game
from engine.play.table import RoomProject
from engine.telling.fetching import fetching_card, public_fetched, publics_of
from engine.telling.helping import group_helped, helping_card
from engine.telling.listening import listening_card, place_listened_in

About = Scenario | Game
"""What is told of: content alone, or a session at one moment."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A language ("fr" or "en"), and whether the text easy to read is wanted where a card has one. `you` is
    the character that the reader plays alone, and is told of as "you"; "" where a room reads."""

    language: str = "fr"
    easy: bool = False
    you: str = ""

    def read(self, text: Text) -> str:
        """A content's text as this reader reads it, set as print would."""
        return typo(text.read(self.language, self.easy), self.language)

    def filled(self, text: str, fields: Mapping[str, str]) -> str:
        """A designer's text with its braces filled in, French words elided before them; other braces stay."""
        said = elided(text, fields, self.language)
        for key, value in fields.items():
            said = said.replace(f"{{{key}}}", value)
        return said

    def speaking(self) -> AbstractContextManager[None]:
        """The program's own words, too, in this reader's language for a while, in this thread alone."""
        return using(self.language)


def scenario_of(about: About) -> Scenario:
    """The content that is told of."""
    return about.scenario if isinstance(about, Game) else about


def in_play(about: About) -> tuple[str, ...]:
    """Who plays, in the order of the cast: everybody, where there is no session."""
    if isinstance(about, Game):
        return about.names.characters
    return tuple(member.character for member in about.cast)


def room_project(about: About) -> RoomProject | None:
    """The project that the room wrote; None without a session, or where it has not."""
    return about.table.room_project if isinstance(about, Game) else None


def character_card(about: About, who: str) -> CharacterCard:
    """The card of whoever is on a character's seat: once its heir came, the heir's. KeyError where the
    scenario has none of that id."""
    cards = scenario_of(about).characters
    if isinstance(about, Game) and who in about.names.characters:
        heir = member_of(about, who).heir
        if heir is not None and heir in cards and int(about.state.heir[about.names.character(who)]) > 0:
            return cards[heir]
    return cards[who]


def member_of(about: About, who: str) -> CastMember:
    """A member of the cast; KeyError where the scenario has none of that id."""
    found = next((member for member in scenario_of(about).cast if member.character == who), None)
    if found is None:
        raise KeyError(who)
    return found


def project_card(about: About, project: str) -> ProjectCard | None:
    """The card of a project, of going to listen somewhere, or to help; the room's own has none."""
    scenario = scenario_of(about)
    place = place_listened_in(scenario.places, project)
    if place is not None:
        return listening_card(place)
    public = public_fetched(scenario, project)
    if public is not None:
        return fetching_card(public, scenario.gate, _come(about, public))
    group = group_helped(scenario, project)
    if group is not None:
        member = scenario.characters.get(group.member or "")
        return helping_card(group, member.short if member is not None and _plays(about, group) else "")
    return next((card for card in scenario.projects if card.id == project), None)


def _come(about: About, public: Public) -> int:
    """How many of a public come when somebody goes; the last time, only those who are left."""
    left = public.others
    if isinstance(about, Game):
        left = int(about.state.still[publics_of(about.scenario).index(public)])
    return min(public.fetched, left or public.others)


def _plays(about: About, group: Group) -> bool:
    """Whether who belongs to a group is in play."""
    return group.member in in_play(about)
