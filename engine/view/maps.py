"""The posture map: who moved, from where to where, and every reason in words."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.fixed import to_float
from engine.play.game import Game
from engine.telling.postures import apart, headline, reasons, zone
from engine.view.people import posture
from engine.view.types import MapView, MoveView, ZoneView
from engine.view.veil import Seen

LINK: Final = 0.5
"""Two characters are linked on the map from this mutual trust on."""


def map_view(seen: Seen) -> MapView | None:
    """The map once a debate has come to it, and at the Bilan."""
    game = seen.game
    if not game.records or game.deciding or not game.moves_shown:
        return None
    moves = tuple(_move(seen, who) for who in game.names.characters)
    return drawn(seen, moves, game.state.trust, seen.mutual_trust)


def drawn(seen: Seen, moves: tuple[MoveView, ...], trust: NDArray[np.int64], mutual_trust: int) -> MapView:
    """The scenario's map with these moves on it; `trust` [n, n] in fixed point, `mutual_trust` 0 to 100."""
    grid = seen.game.scenario.map
    labels = dict.fromkeys(label for row in grid for label in row)
    zones = tuple(ZoneView(label, *zone(seen.game, seen.reader, label)) for label in labels)
    return MapView(moves, grid, zones, _links(seen.game, trust), mutual_trust)


def _links(game: Game, trust: NDArray[np.int64]) -> tuple[tuple[str, str, float], ...]:
    """Who trusts whom, both ways, as what was done has made it. Presuppositions, which halve it in the
    Bilan's network, are left out: a line that is missing here would tell who holds one."""
    names = game.names.characters
    pairs = []
    for i, one in enumerate(names):
        for j in range(i + 1, len(names)):
            mutual = to_float(int(trust[i, j] + trust[j, i])) / 2
            if mutual >= LINK:
                pairs.append((one, names[j], round(mutual, 2)))
    return tuple(sorted(pairs, key=lambda pair: -pair[2]))


def _move(seen: Seen, who: str) -> MoveView:
    game, record = seen.game, seen.game.records[-1]
    i = game.names.character(who)
    before = posture(seen, int(record.s_before[i]), int(record.a_before[i]))
    after = posture(seen, int(game.state.s[i]), int(game.state.a[i]))
    placed = game.playing.placings.get(who)
    by_s, by_a = round(after.synergy - before.synergy, 1), round(after.antagonism - before.antagonism, 1)
    every = reasons(game, seen.reader, i)
    toward, despite = apart(every, by_s, by_a)
    return MoveView(
        who=who,
        before=before,
        after=after,
        reasons=every,
        proposed=who in game.held and placed is None and game.table.step == "map",
        headline=headline(game, seen.reader, who, by_s, by_a, elsewhere=before.label != after.label),
        toward=toward,
        despite=despite,
    )
