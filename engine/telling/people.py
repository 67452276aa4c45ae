"""Characters and what only they know of themselves, in words."""

from dataclasses import dataclass

from engine.content.model import CastMember, FaceCard, Family
from engine.language import tr
from engine.telling.gauges import indicator_title
from engine.telling.reader import About, Reader, character_card, in_play, scenario_of
from engine.telling.vocabulary import Change, family_word


def name(about: About, who: str) -> str:
    """A character's whole name."""
    return character_card(about, who).name


def short(about: About, who: str) -> str:
    """A character's first name, or what it is called at the table."""
    return character_card(about, who).short


def named(about: About, reader: Reader, who: str) -> str:
    """A character in the middle of a sentence: by first name, or "vous" to who plays it alone."""
    return tr("vous") if who == reader.you else short(about, who)


@dataclass(frozen=True, slots=True)
class CharacterWords:
    """What a character's card says to everybody."""

    id: str
    name: str
    short: str
    role: str
    description: str
    voice: str
    family: Family
    family_word: str
    face: FaceCard
    influence: int


def character(about: About, reader: Reader, who: str) -> CharacterWords:
    """A character's card; KeyError where the scenario has none of that id."""
    card = character_card(about, who)
    return CharacterWords(
        id=who,
        name=card.name,
        short=tr("Vous") if who == reader.you else card.short,
        role=reader.read(card.role),
        description=reader.read(card.description),
        voice=reader.read(card.voice),
        family=card.family,
        family_word=family_word(card.family),
        face=card.face,
        influence=card.influence,
    )


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a character's sheet says to its holder alone: what it wants, what is at stake for it (points of
    each gauge, ten in all), and what it believes of others: (of whom, their name, what)."""

    wants: str
    stakes: tuple[Change, ...]
    beliefs: tuple[tuple[str, str, str], ...]


def sheet(about: About, reader: Reader, member: CastMember) -> SheetWords:
    """The sheet of a member of the cast. Beliefs about people who are not in play are left out."""
    here = in_play(about)
    return SheetWords(
        wants=reader.read(member.secret),
        stakes=tuple(
            Change(key, indicator_title(about, reader, key), member.stakes[key])
            for key in scenario_of(about).indicators
            if member.stakes.get(key)
        ),
        beliefs=tuple(
            (belief.about, name(about, belief.about), reader.read(belief.that))
            for belief in member.believes
            if belief.about in here
        ),
    )


def belief(about: About, reader: Reader, who: str, other: str, what: str) -> str:
    """A presupposition that still stands, for whoever leads, or for who holds it alone."""
    if who == reader.you:
        return tr(
            "Vous croyez de {other} : « {what} » Ce présupposé tombe si vous tenez parole ensemble.",
            other=short(about, other), what=what,
        )  # fmt: skip
    return tr(
        "{who} croit de {other} : « {what} » Ce présupposé tombe si les deux tiennent parole ensemble.",
        who=short(about, who), other=short(about, other), what=what,
    )  # fmt: skip
