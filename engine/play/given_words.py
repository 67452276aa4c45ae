"""Words given for the next round in return for a yes: what would keep them, and what becomes of them."""

from collections.abc import Sequence

from engine.play.game import Game
from engine.play.table import WordRecord
from engine.rules.bargaining import break_word
from engine.rules.record import Record
from engine.rules.values import own_value


def of_round(game: Game) -> tuple[WordRecord, ...]:
    """The words given for the round being played, as they stand: kept once something that serves the other
    is promised."""
    found = []
    for who, to in _given(game):
        where = _serving(game, who, to)
        kept = any(p.who == who and p.project in where for p in game.playing.promises)
        found.append(WordRecord(who, to, kept if where else None, where))
    return tuple(found)


def _given(game: Game) -> tuple[tuple[str, str], ...]:
    """Who gave whom its word, in the round before: as far as people still hold the one, and both are who
    they were."""
    if len(game.table.rounds) < 2:
        return ()
    before, heirs = game.table.rounds[-2], game.state.heir
    pairs = [
        (a.asker, a.asked)
        for a in before.answers
        if a.bid is not None and a.bid.next_round and any(a.accepted) and a.asker in game.held
    ]
    same = {who for who in game.names.characters if heirs[game.names.character(who)] <= before.number}
    return tuple(pair for pair in dict.fromkeys(pairs) if same >= set(pair))


def _serving(game: Game, who: str, to: str) -> tuple[str, ...]:
    """The projects that serve `to` and could use a token of `who`."""
    hand, other = game.tokens(who), game.names.character(to)
    return tuple(
        project
        for project in game.needing
        if own_value(game.board, game.state, other, game.names.project(project)) > 0
        and any(min(pair) > 0 for pair in zip(hand, game.lack(project), strict=True))
    )


def settle(game: Game, words: Sequence[WordRecord], record: Record) -> None:
    """What a word not kept costs, at the reveal that `record` tells: the trust of who had it, in the state of
    `game`, which nobody else has yet."""
    for word in words:
        if word.kept is False:
            break_word(game.state, record, game.names.character(word.who), game.names.character(word.to))
