"""A town and its places, in words: where who goes from place to place is, who listened, what was heard."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

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
    """Where who goes from place to place works this round; "" where nobody does."""
    if not game.walker:
        return ""
    where = at(game, reader, game.at)
    if game.walker == reader.you:
        return tr("Ce tour-ci, vous travaillez {at}.", at=where)
    return tr("Ce tour-ci, {name} travaille {at}.", name=short(game, game.walker), at=where)


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
    if game.in_last_round:
        if len(came) == 1:
            return tr("Une seule personne est venue écouter : {names}. Il en fallait deux.", names=names)
        return tr("Ils sont venus d’une seule famille : {names}. Il en fallait deux.", names=names)
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
            said = _heard_by(game, reader, card, by)
            at_once = effects.told(game, reader, card.effects) if card.asks_nothing else ()
            yield HeardWords(project, card, by, said, at_once)


def _heard_by(game: Game, reader: Reader, card: ProjectCard, by: Sequence[str]) -> str:
    names = listed([named(game, reader, who) for who in by])
    return tr("Entendu {at} par {names}.", at=at(game, reader, card.where or ""), names=names)


Became = Literal["built", "lapsed", "open", "nothing", "unheard"]


class NeedWords(NamedTuple):
    """A need and what became of it: heard in a `round` (0: never) `by` whom; `said` tells who listened, or
    who came in vain; `word` what became of it."""

    project: str
    card: ProjectCard
    round: int
    by: tuple[str, ...]
    said: str
    became: Became
    word: str


def needs(game: Game, reader: Reader, unheard: Sequence[str] = ()) -> Iterator[NeedWords]:
    """What became of the needs: those that were heard, in the order in which they were, then those named that
    nobody heard."""
    rounds = game.state.heard.tolist()
    for round_, p in sorted((round_, p) for p, round_ in enumerate(rounds) if round_):
        card = project_card(game, game.names.projects[p])
        if card is not None:
            by = _ears(game, p)
            said, became = _heard_by(game, reader, card, by), _became(game, card, p)
            yield NeedWords(card.id, card, round_, by, said, became, _became_word(game, became, p))
    for id_ in unheard:
        card = project_card(game, id_)
        if card is not None:
            said = _in_vain(game, reader, card.where or "")
            yield NeedWords(id_, card, 0, (), said, "unheard", tr("jamais entendu"))


def _became(game: Game, card: ProjectCard, p: int) -> Became:
    if card.asks_nothing:
        return "nothing"
    if game.state.done[p]:
        return "built"
    return "lapsed" if game.state.lapsed[p] else "open"


def _became_word(game: Game, became: Became, p: int) -> str:
    if became == "nothing":
        return tr("rien à construire")
    if became == "built":
        return tr("terminé au tour {n}", n=int(game.state.done[p]))
    if became == "lapsed":
        return tr("abandonné au tour {n}", n=int(game.state.lapsed[p]))
    if game.state.placed[p].any():
        return tr("commencé, et pas terminé")
    if game.state.heard[p] == game.board.rounds:
        return tr("entendu au dernier tour, trop tard pour commencer")
    return tr("entendu, et pas commencé")


def _in_vain(game: Game, reader: Reader, place: str) -> str:
    """Who came to listen to what lies in a place and was not heard: since the last need heard there, each
    round that somebody came was one too few."""
    listening = next((one.listening for one in game.scenario.places if one.id == place), "")
    p, came = game.names.project(listening), dict[str, None]()
    for told, record in zip(game.table.rounds, game.records, strict=False):
        if record.completed[p]:
            came = {}
        else:
            came |= {who: None for who, given in told.given.items() if any(given.get(listening, ()))}
    if not came:
        return tr("Personne n’est venu écouter.")
    names = listed([named(game, reader, who) for who in came])
    if len(came) == 1:
        return tr("Une seule personne est venue écouter : {names}.", names=names)
    return tr("Ils sont venus, jamais de deux familles le même tour : {names}.", names=names)
