"""What a good scenario shows, measured: each target, for each duration, by simulated games."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.content.model import Duration, Scenario
from engine.fixed import Ints
from engine.language import tr
from engine.rules.board import CARTE_BLANCHE, Board, Names, build, names
from engine.simulate import mixture, run
from engine.simulate.policies import policy
from engine.simulate.summary import Summary

SEED: Final = 20_140_221
"""Every measure plays the same games, so that a change of content is all that moves a number."""

Play = Callable[[Board, Ints, int], Summary]
LONE: Final = ("selfish", "keep")


class Row(NamedTuple):
    """One target at one duration: what is asked, what was measured (in words), and whether it holds."""

    target: str
    duration: Duration
    measured: str
    met: bool


def report(scenario: Scenario, games: int, play: Play | None = None) -> Iterator[Row]:
    """Every target for every duration of the scenario, as they are measured.

    `games` are played for each measure (a tenth for each way of halving the cast, then all of them for the
    worst). `play(board, how, games)` can be replaced, to play elsewhere or in another way.
    """
    for duration in scenario.durations:
        yield from measure(scenario, duration, games, play or _play)


def _play(board: Board, how: Ints, games: int) -> Summary:
    return run(board, how, games, SEED)


def measure(scenario: Scenario, duration: Duration, games: int, play: Play = _play) -> Iterator[Row]:
    """Every target for one duration."""
    board, index = build(scenario, duration), names(scenario)

    def row(target: str, measured: str, met: bool) -> Row:
        return Row(target, duration, measured, met)

    room = play(board, policy(board, "room"), games)
    ready = room.success
    yield row(tr("une salle qui se parle réussit : 90 % au moins"), _percent(ready), ready >= 0.9)
    half, who = worst_half(board, games, play)
    out = ", ".join(index.characters[i] for i in who)
    yield row(
        tr("sans la moitié du groupe, quelle qu'elle soit : 65 % au plus"), f"{_percent(half)} ({out})",
        half <= 0.65,
    )  # fmt: skip
    written = play(board, policy(board, "written"), games)
    alone = written.success
    yield row(tr("personnages comme écrits : 40 à 70 %"), _percent(alone), 0.4 <= alone <= 0.7)
    selfish = play(board, policy(board, "selfish"), games)
    yield row(tr("chacun pour soi : 5 % au plus"), _percent(selfish.success), selfish.success <= 0.05)
    yield from (row(*line) for line in _dilemma(board, selfish, games, play))
    yield from (row(*line) for line in _in_play(index, written))
    met = bool((written.goals >= 0.2).all() and (written.goals <= 0.8).all())
    yield row(tr("chacun peut atteindre son but : 20 à 80 %"), _span(written.goals), met)
    yield row(
        tr("au premier tour, le bien commun peut toujours monter"), _percent(room.first_rise),
        room.first_rise == 1,
    )  # fmt: skip


def worst_half(board: Board, games: int, play: Play = _play) -> tuple[float, tuple[int, ...]]:
    """How often a room succeeds while a half of the cast keeps everything, for the half that matters least
    (of an odd cast, the smaller half), and which half that is."""

    def success(half: tuple[int, ...], count: int) -> float:
        return play(board, mixture(board, "room", "keep", half), count).success

    halves = list(combinations(range(board.n), board.n // 2))
    worst = max(halves, key=lambda half: success(half, max(1, games // 10)))
    return success(worst, games), worst


def gains(board: Board, games: int, play: Play = _play) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """[n] mean gain of each where all keep their promises, and of each as the lone one who does not (own
    benefit or keeping everything, whichever is more)."""
    loyal = play(board, policy(board, "loyal"), games).totals
    alone = [
        max(play(board, mixture(board, "loyal", how, (i,)), games).totals[i] for how in LONE)
        for i in range(board.n)
    ]
    return loyal, np.array(alone)


def _dilemma(board: Board, selfish: Summary, games: int, play: Play) -> Iterator[tuple[str, str, bool]]:
    loyal, alone = gains(board, games, play)
    better = int((alone > loyal).sum())
    yield (
        tr("manquer seul à sa parole rapporte, pour trois personnages sur quatre"),
        f"{better}/{board.n}  ({_span_of(loyal)} → {_span_of(alone)})",
        4 * better >= 3 * board.n,
    )
    share = selfish.totals / np.maximum(loyal, 1e-9)
    yield (
        tr("si tous y manquent, chacun perd : trois quarts du gain au plus"),
        f"{_span(share)}  ({_span_of(selfish.totals)} / {_span_of(loyal)})",
        bool((share <= 0.75).all()),
    )


def _in_play(index: Names, written: Summary) -> Iterator[tuple[str, str, bool]]:
    """Cards that never come into play, and projects that are always or never the best of the table."""
    real = np.array([id_ != CARTE_BLANCHE for id_ in index.projects])
    unseen = [index.projects[p] for p in np.flatnonzero((written.open_rounds == 0) & real)]
    unseen += [index.situations[s] for s in np.flatnonzero(written.situations == 0)]
    yield tr("chaque chantier et chaque situation entre en jeu"), ", ".join(unseen) or "✓", not unseen
    share = written.head_rounds[real] / np.maximum(written.open_rounds[real], 1)
    odd = [index.projects[p] for p in np.flatnonzero((share < 0.02) | (share > 0.8))]
    names_of = ": " + ", ".join(odd) if odd else ""
    yield tr("aucun chantier n'est toujours ou jamais le meilleur"), _span(share) + names_of, not odd


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _span(shares: NDArray[np.float64]) -> str:
    return f"{100 * shares.min():.0f}–{100 * shares.max():.0f} %"


def _span_of(values: NDArray[np.float64]) -> str:
    return f"{values.min():.1f}–{values.max():.1f}"
