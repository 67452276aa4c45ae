"""Whom something that happened at the last reveal concerns: a debate about it is asked of what they did."""

import numpy as np

from engine.play.game import Game
from engine.play.hoardings import stalled


def by_presuppositions(game: Game, who: int) -> bool:
    """Whether a presupposition fell between somebody and another, or by what they built."""
    record = game.records[-1]
    if record.lifted[who].any() or record.lifted[:, who].any():
        return True
    return any(
        record.lifted[one, other] and record.builders[who, project]
        for project, one, other in game.board.lifts.tolist()
    )


def by_hours(game: Game, who: int) -> bool:
    """Whether somebody had built what was put out of its hours, or what took them; or had to say which of the
    two comes first."""
    record = game.records[-1]
    for gone in np.flatnonzero(record.put_out).tolist():
        both = gone, int(record.put_out[gone]) - 1
        if any(one.builders[who, project] for one in game.records for project in both):
            return True
        if record.completed[gone] and len(record.baton) and record.baton[0] == who:
            return True
    return False


def by_tokens_kept(game: Game, who: int) -> bool:
    """Whether somebody kept some of the tokens that they had."""
    gave = game.playing.given.get(game.names.characters[who], {})
    return sum(game.playing.tokens[who]) > sum(map(sum, gave.values()))


def works(game: Game, who: int) -> tuple[int, ...]:
    """The works that did not move on, of those that somebody had paid for, or has given or promised to."""
    record = game.records[-1]
    return tuple(p for p in stalled(game) if game.state.laid[who, p] or record.fact[who, p])
