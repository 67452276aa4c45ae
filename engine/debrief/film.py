"""The maps of a session one after the other: where all stood at the start, and where each round took them."""

from collections.abc import Sequence

import numpy as np

from engine.debrief import record
from engine.debrief.record import Played, Trust
from engine.play.game import Game
from engine.view.maps import drawn
from engine.view.people import posture
from engine.view.types import MapView, MoveView, PostureView
from engine.view.veil import Seen


def film(seen: Seen, played: Sequence[Played], at_start: Trust) -> tuple[MapView, ...]:
    """The map at the start and after each round, with each one's way since the map before; () where no round
    was played."""
    stood = [_stood(seen, k) for k in range(len(played) + 1)] if played else []
    trust = [seen.game.board.trust0, *(np.array(r.trust) for r in seen.game.table.rounds[: len(played)])]
    mutual = [record.mutual(at_start), *(record.mutual(r.trust) for r in played)]
    return tuple(
        drawn(seen, _moves(seen.game, stood[max(k - 1, 0)], now), trust[k], mutual[k])
        for k, now in enumerate(stood)
    )


def _stood(seen: Seen, rounds: int) -> list[PostureView]:
    """Where each stood after so many rounds: what the next round found, holders' own placings included."""
    game = seen.game
    now = game.records[rounds] if rounds < len(game.records) else None
    s, a = (now.s_before, now.a_before) if now is not None else (game.state.s, game.state.a)
    return [posture(seen, int(s[i]), int(a[i])) for i in range(game.board.n)]


def _moves(game: Game, before: Sequence[PostureView], after: Sequence[PostureView]) -> tuple[MoveView, ...]:
    """Each one's way, without reasons: those were told when the round was debated."""
    return tuple(
        MoveView(who, then, now, reasons=(), proposed=False, headline="")
        for who, then, now in zip(game.names.characters, before, after, strict=True)
    )
