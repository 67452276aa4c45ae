"""The hearing in words: who asks to hear whom, what is asked and answered, what the room makes of it."""

from engine.language import tr
from engine.play.game import Game
from engine.play.table import HearingRecord
from engine.telling.people import named
from engine.telling.reader import Reader


def asked(game: Game, reader: Reader, record: HearingRecord) -> str:
    """Who asks to hear whom, for what."""
    heard = named(game, reader, record.heard)
    if record.asker == reader.you:
        return tr("Vous demandez à entendre {heard}, pour un jeton d’appui.", heard=heard)
    asker = named(game, reader, record.asker)
    return tr("{asker} demande à entendre {heard}, pour un jeton d’appui.", asker=asker, heard=heard)


def question(game: Game, reader: Reader, who: str) -> str:
    """The question that the scenario proposes to ask somebody; "" where it has none."""
    hearing = game.scenario.hearing
    return reader.read(hearing.heard[who].question) if hearing and who in hearing.heard else ""


def answer(game: Game, reader: Reader, record: HearingRecord) -> str:
    """What a simulated character says, as it is written; "" where people speak."""
    hearing = game.scenario.hearing
    if hearing is None or record.frank is None:
        return ""
    heard = hearing.heard[record.heard]
    return reader.read(heard.answers if record.frank else heard.dodges)


def guideline(game: Game, reader: Reader, record: HearingRecord) -> str:
    """What whoever is heard may say; "" where the program speaks."""
    hearing = game.scenario.hearing
    return reader.read(hearing.guideline) if hearing is not None and record.frank is None else ""


def said(game: Game, reader: Reader, record: HearingRecord) -> str:
    """What the room says of it and what it changes; "" before it has."""
    name = named(game, reader, record.heard)
    return {
        "": "",
        "answered": tr("{name} a répondu, dit la salle. La confiance monte.", name=name),
        "dodged": tr("{name} n’a pas répondu, dit la salle. La confiance baisse.", name=name),
        "level": tr("La salle ne tranche pas. La confiance ne bouge pas."),
    }[record.said]


def why(game: Game, reader: Reader, record: HearingRecord) -> str:
    """Why a simulated character answered or not, told once the room has judged; "" otherwise."""
    if not record.said or record.frank is None:
        return ""
    name, asker = named(game, reader, record.heard), named(game, reader, record.asker)
    if record.asker == reader.you:
        if record.frank:
            return tr("{name} vous fait assez confiance pour dire ce qui compte.", name=name)
        return tr("{name} ne vous fait pas assez confiance pour dire ce qui compte.", name=name)
    if record.frank:
        return tr("{name} fait assez confiance à {asker} pour dire ce qui compte.", name=name, asker=asker)
    return tr("{name} ne fait pas assez confiance à {asker} pour dire ce qui compte.", name=name, asker=asker)
