"""A town and its places, in words: where who goes from place to place is, who listened, what was heard."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from engine.content.model import ProjectCard, Text
from engine.language import tr
from engine.play.game import Game
from engine.telling import effects
from engine.telling.listening import place_listened_in
from engine.telling.people import named, short
from engine.telling.reader import Reader, project_card
from engine.telling.vocabulary import listed


def at(game: Game, reader: Reader, place: str) -> str:
    """Where a place is: "aux Hauts"; "" of none."""
    found = next((one for one in game.scenario.places if one.id == place), None)
    return reader.read(found.at) if found is not None else ""


def walked(game: Game, reader: Reader) -> str:
    """Where who goes from place to place has gone this round; "" where they stayed."""
    if not game.playing.walked:
        return ""
    where = at(game, reader, game.playing.walked)
    if game.walker == reader.you:
        return tr("Vous allez {at}.", at=where)
    return tr("{name} va {at}.", name=short(game, game.walker), at=where)


def stays(game: Game, reader: Reader) -> str:
    """Where who goes from place to place is; "" where nobody does."""
    if not game.walker:
        return ""
    where = at(game, reader, game.at)
    if game.walker == reader.you:
        return tr("Vous êtes {at}.", at=where)
    return tr("{name} est {at}.", name=short(game, game.walker), at=where)


def lying(game: Game) -> Mapping[str, Text]:
    """The sentence overheard about each need that lies face down, by place."""
    found = {}
    for place, need in zip(game.scenario.places, game.state.under.tolist(), strict=True):
        card = project_card(game, game.names.projects[need]) if need >= 0 else None
        if card is not None and card.overheard is not None:
            found[place.id] = card.overheard
    return found


def _ears(game: Game, p: int) -> tuple[str, ...]:
    ears = game.state.ears[:, p].tolist()
    return tuple(who for who, ear in zip(game.names.characters, ears, strict=True) if ear)


def listened(game: Game, reader: Reader, project: str) -> tuple[str, ...]:
    """Who came and listened to a need, in the middle of a sentence; nobody, of anything else."""
    if not len(game.state.ears):
        return ()
    return tuple(named(game, reader, who) for who in _ears(game, game.names.project(project)))


def unheard(game: Game, reader: Reader, project: str) -> str:
    """That a need was not heard at the last reveal although somebody came; "" where nobody did, where it was
    heard, and of a project that is not going to listen."""
    came = [who for who, given in game.playing.given.items() if any(given.get(project, ()))]
    listening = place_listened_in(game.scenario.places, project) is not None
    if not listening or not came or game.records[-1].completed[game.names.project(project)]:
        return ""
    names = listed([named(game, reader, who) for who in came])
    if len(came) == 1:
        return tr("Une seule personne est venue écouter : {names}. Il en faut deux.", names=names)
    return tr("Ils sont venus d’une seule famille : {names}. Il en faut deux.", names=names)


class HeardWords(NamedTuple):
    """A need that was heard: its `project` and card, who listened, and that in a sentence; `effects` are what
    it does at once, where it asks for nothing."""

    project: str
    card: ProjectCard
    by: tuple[str, ...]
    said: str
    effects: tuple[str, ...]


def heard(game: Game, reader: Reader) -> Iterator[HeardWords]:
    """The needs heard at the last reveal."""
    for p in np.flatnonzero(game.records[-1].heard).tolist():
        project, by = game.names.projects[p], _ears(game, p)
        card = project_card(game, project)
        if card is not None:
            names = listed([named(game, reader, who) for who in by])
            said = tr("Entendu {at} par {names}.", at=at(game, reader, card.where or ""), names=names)
            at_once = effects.told(game, reader, card.effects) if card.asks_nothing else ()
            yield HeardWords(project, card, by, said, at_once)
