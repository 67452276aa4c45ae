"""What a good scenario shows, measured: each target for each duration, and who, which and why.

`report` yields a row for each. A target has a key, the same in every language, so that a program can follow
it (`as_data`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine import demo, numbers
from engine.content.model import Duration, Scenario
from engine.fixed import Ints, to_float
from engine.language import signed, tr
from engine.rules.board import CARTE_BLANCHE, Board, Names, build, names
from engine.rules.values import own_value
from engine.simulate import mixture, run
from engine.simulate.policies import policy
from engine.simulate.summary import Summary

SEED: Final = 20_140_221
"""Every measure plays the same games, so that a change of content is all that moves a number."""
SESSIONS: Final = 200
"""Whole sessions played to see what is debated, at most: they cost a hundred times what games do."""

Play = Callable[[Board, Ints, int], Summary]
LONE: Final = ("selfish", "keep", "shrewd")
_TENTH: Final = 1.1
"""Breaking one's word alone has to bring a tenth more."""
_THREE: Final = 3
"""Debates of an evening that are told apart from those of another."""
_RARE: Final = 0.05
"""Rounds on the table for each game under which a project that waits for another says nothing of itself."""


class Row(NamedTuple):
    """One target at one duration: what is asked, what was measured (in words), whether it holds; the figure
    itself where it is one, and whom or what it is about, in words."""

    target: str
    duration: Duration
    measured: str
    met: bool
    key: str = ""
    value: float = 0.0
    named: tuple[str, ...] = ()


def report(
    scenario: Scenario, games: int, play: Play | None = None, durations: Sequence[Duration] = ()
) -> Iterator[Row]:
    """Every target for every duration of the scenario (or those named), as they are measured.

    `games` are played for each measure (a tenth for each way of halving the cast, then all of them for the
    worst). `play(board, how, games)` can be replaced, to play elsewhere or in another way.
    """
    for duration in durations or scenario.durations:
        yield from measure(scenario, duration, games, play or _play)


def _play(board: Board, how: Ints, games: int) -> Summary:
    return run(board, how, games, SEED)


def as_data(rows: Sequence[Row]) -> dict[str, Any]:
    """The same for a program: `durations.<duration>.<key>`, shares of one; `missed` names the targets that do
    not hold."""
    found: dict[str, Any] = {}
    for row in rows:
        here = found.setdefault(row.duration, {"missed": [], "named": {}})
        here[row.key] = row.value
        if row.named:
            here["named"][row.key] = list(row.named)
        if not row.met:
            here["missed"].append(row.key)
    return {"durations": found}


def measure(scenario: Scenario, duration: Duration, games: int, play: Play = _play) -> Iterator[Row]:
    """Every target for one duration, each as soon as it is measured."""
    for row in _measured(scenario, duration, games, play):
        yield row._replace(duration=duration)


def _measured(scenario: Scenario, duration: Duration, games: int, play: Play) -> Iterator[Row]:
    board, index = build(scenario, duration), names(scenario)
    who = [scenario.characters[id_].short for id_ in index.characters]
    room = play(board, policy(board, "room"), games)
    yield _room(room)
    yield _half(board, who, games, play)
    written = play(board, policy(board, "written"), games)
    yield _written(written)
    selfish = play(board, policy(board, "selfish"), games)
    yield _selfish(selfish)
    yield from _interests(board, who, index, room, written)
    yield from _weight(written)
    yield from _in_play(scenario, duration, index, written)
    yield _goals(board, who, written)
    yield _first_round(room)
    yield from _dilemma(board, who, selfish, games, play)
    yield from _debates(scenario, duration, min(games, SESSIONS))


def _row(key: str, target: str, value: float, measured: str, met: bool, named: Sequence[str] = ()) -> Row:
    return Row(target, "45", measured, bool(met), key, float(value), tuple(named))


def _room(room: Summary) -> Row:
    target = tr("une salle qui se parle réussit : 90 % au moins")
    return _row("room", target, room.success, _percent(room.success), room.success >= 0.9)


def _half(board: Board, who: Sequence[str], games: int, play: Play) -> Row:
    share, half = worst_half(board, games, play)
    out = [who[i] for i in half]
    target = tr("sans la moitié du groupe, quelle qu'elle soit : 65 % au plus")
    return _row("half", target, share, f"{_percent(share)} ({', '.join(out)})", share <= 0.65, out)


def _written(written: Summary) -> Row:
    share, sure = written.success, margin_of(written)
    near = min(abs(share - 0.4), abs(share - 0.7)) < sure
    said = [_percent(share), *([tr("à {n} points près", n=f"{100 * sure:.1f}")] if near else [])]
    return _row(
        "written", tr("personnages comme écrits : 40 à 70 %"), share, " ".join(said), 0.4 <= share <= 0.7
    )


def _selfish(selfish: Summary) -> Row:
    target = tr("chacun pour soi : 5 % au plus")
    return _row("selfish", target, selfish.success, _percent(selfish.success), selfish.success <= 0.05)


def margin_of(summary: Summary) -> float:
    """Half of the interval that holds the true share in nineteen cases of twenty: a verdict nearer than that
    to its bound says so."""
    share = summary.success
    return float(1.96 * (share * (1 - share) / summary.games) ** 0.5)


def _interests(
    board: Board, who: Sequence[str], index: Names, room: Summary, written: Summary
) -> Iterator[Row]:
    own = np.array([[own_value(board, i, p) for p in range(board.spare)] for i in range(board.n)])
    negative = float((own < 0).mean())
    harmless = [index.projects[p] for p in range(board.spare) if not (own[:, p] < 0).any()]
    unhurt = [who[i] for i in range(board.n) if not (own[i] < 0).any()]
    yield _row(
        "negative_share", tr("ce qu'un chantier vaut à quelqu'un est une perte : 25 à 35 %"), negative,
        _percent(negative) + _listed(harmless + unhurt), 0.25 <= negative <= 0.35, harmless + unhurt,
    )  # fmt: skip
    pairs = written.correlations
    mean = float(pairs.mean())
    places = list(combinations(range(board.n), 2))
    closest = [" / ".join(who[i] for i in places[k]) for k in np.argsort(-pairs)[:2].tolist()]
    yield _row(
        "gain_correlation", tr("les gains de deux personnes vont ensemble : 0,35 au plus, des paires sous 0"),
        mean, f"{mean:.2f} ({pairs.min():.2f} … {pairs.max():.2f}) : {', '.join(closest)}",
        mean <= 0.35 and pairs.min() < 0, closest,
    )  # fmt: skip
    yield _row(
        "all_goals_room", tr("tous atteignent leur but, dans une salle qui se parle : 25 % au plus"),
        room.all_goals, _percent(room.all_goals), room.all_goals <= 0.25,
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
    """[n] mean gain of each where all keep their promises, and of each as the lone one who does not (whatever
    of own benefit, keeping everything or the best reply pays most)."""
    loyal = play(board, policy(board, "loyal"), games).totals
    alone = [
        max(play(board, mixture(board, "loyal", how, (i,)), games).totals[i] for how in LONE)
        for i in range(board.n)
    ]
    return loyal, np.array(alone)


def _dilemma(board: Board, who: Sequence[str], selfish: Summary, games: int, play: Play) -> Iterator[Row]:
    loyal, alone = gains(board, games, play)
    tempted = alone - loyal >= (_TENTH - 1) * np.maximum(np.abs(loyal), 1.0)
    better = int(tempted.sum())
    yield _row(
        "lone_breakers", tr("manquer seul à sa parole rapporte un dixième, à trois sur quatre"),
        better / board.n, f"{better}/{board.n}  ({_span_of(loyal)} → {_span_of(alone)})",
        4 * better >= 3 * board.n, [who[i] for i in np.flatnonzero(~tempted).tolist()],
    )  # fmt: skip
    mean = (float(selfish.totals.mean()), float(loyal.mean()))
    share = mean[0] / max(mean[1], 1e-9)
    yield _row(
        "selfish_gain", tr("si tous y manquent, on perd ensemble : trois quarts du gain au plus"), share,
        f"{100 * share:.0f} %  ({mean[0]:.1f} / {mean[1]:.1f})", share <= 0.75,
    )  # fmt: skip


def _weight(written: Summary) -> Iterator[Row]:
    yield _row(
        "surplus_share", tr("jetons donnés qui reviennent : 15 % au plus"), written.returned,
        _percent(written.returned), written.returned <= 0.15,
    )  # fmt: skip
    yield _row(
        "decisive_share", tr("tours où quelqu'un décide seul si le bien commun monte : 60 % au moins"),
        written.decided, _percent(written.decided), written.decided >= 0.6,
    )  # fmt: skip
    yield _row(
        "lifted_by_own_project", tr("présupposés levés par un chantier écrit pour cela : 70 % au moins"),
        written.lifted_by_project, _percent(written.lifted_by_project), written.lifted_by_project >= 0.7,
    )  # fmt: skip


def _in_play(scenario: Scenario, duration: Duration, index: Names, written: Summary) -> Iterator[Row]:
    """Cards that never come into play, and projects that are always or never the best of the table; a
    situation of an act that this duration has no round for may wait for a longer evening."""
    real = np.array([id_ != CARTE_BLANCHE for id_ in index.projects])
    unseen = [index.projects[p] for p in np.flatnonzero((written.open_rounds == 0) & real)]
    board_acts = set(build(scenario, duration).act_of.tolist())
    acts = {s: k for k, act in enumerate(scenario.evening) for s in act.situations}
    longer = {s for s in index.situations if acts.get(s, -1) not in board_acts and s in acts}
    longer |= scenario.led_to if duration == scenario.durations[0] else set()
    silent = [index.situations[s] for s in np.flatnonzero(written.situations == 0)]
    unseen += [one for one in silent if one not in longer]
    yield _row(
        "unseen", tr("chaque chantier et chaque situation entre en jeu"), len(unseen),
        ", ".join(unseen) or "✓", not unseen, unseen,
    )  # fmt: skip
    opened = written.open_rounds[real]
    share = written.head_rounds[real] / np.maximum(opened, 1)
    seen = opened >= _RARE * written.games
    odd = [index.projects[p] for p in np.flatnonzero(((share < 0.02) | (share > 0.8)) & seen).tolist()]
    yield _row(
        "odd_projects", tr("aucun chantier n'est toujours ou jamais le meilleur"), len(odd),
        _span(share) + _listed(odd), not odd, odd,
    )  # fmt: skip
    shares = written.endings / written.games
    told = [f"{id_} {100 * share:.0f} %" for id_, share in zip(index.endings, shares, strict=False)]
    never = [id_ for id_, share in zip(index.endings, shares, strict=False) if share == 0]
    yield _row(
        "endings", tr("chaque fin arrive"), len(never), ", ".join(told), not never, told,
    )  # fmt: skip


def _goals(board: Board, who: Sequence[str], written: Summary) -> Row:
    goals, told = written.goals, []
    for i in np.argsort(goals).tolist():
        gain, goal = signed(float(written.totals[i]), 1), to_float(int(board.goal[i]))
        told.append(f"{who[i]} {100 * goals[i]:.0f} % ({gain} / {goal:g})")
    met = bool((goals >= 0.2).all() and (goals <= 0.8).all())
    target = tr("chacun peut atteindre son but : 20 à 80 %")
    return _row("goals", target, float(goals.min()), _span(goals), met, told)


def _first_round(room: Summary) -> Row:
    return _row(
        "first_rise", tr("au premier tour, le bien commun peut toujours monter"), room.first_rise,
        _percent(room.first_rise), room.first_rise == 1,
    )  # fmt: skip


def _debates(scenario: Scenario, duration: Duration, sessions: int) -> Iterator[Row]:
    """What is debated in so many sessions that play themselves; every card has to come in the longest
    evening, in which every act has its rounds."""
    debated, orders = debates(scenario, duration, sessions)
    most = max(orders.values(), default=0) / max(1, sessions)
    few = numbers.ROUNDS[duration] < _THREE
    yield _row(
        "same_three_debates", tr("les mêmes trois débats dans le même ordre : 3 % des séances au plus"),
        most, _percent(most), few or most <= max(0.03, 2 / max(1, sessions)),
    )  # fmt: skip
    if duration != scenario.durations[-1]:
        return
    never = [card.id for card in scenario.debates if card.id not in debated]
    yield _row(
        "unseen_debates", tr("chaque carte de débat peut venir"), len(never), ", ".join(never) or "✓",
        not never, never,
    )  # fmt: skip


def debates(
    scenario: Scenario, duration: Duration, sessions: int
) -> tuple[Counter[str], Mapping[tuple[str, ...], int]]:
    """How many rounds each card may be asked in, the first choice or the room's, and how many sessions begin
    with the same three (or as many as they have), over so many sessions that play themselves."""
    asked: Counter[str] = Counter()
    orders: Counter[tuple[str, ...]] = Counter()
    for seed in range(sessions):
        whole = demo.session(scenario, seed, duration)
        for _ in demo.moves(whole, voters=False):
            pass
        picked = []
        for record in whole.game.table.rounds:
            for act in record.acts:
                asked.update((act.card, *act.others))
                if act.id == record.picked:
                    picked.append(act.card)
        orders[tuple(picked[:_THREE])] += 1
    return asked, orders


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _listed(ids: Sequence[str]) -> str:
    return ": " + ", ".join(ids) if ids else ""


def _span(shares: NDArray[np.float64]) -> str:
    return f"{100 * shares.min():.0f}–{100 * shares.max():.0f} %"


def _span_of(values: NDArray[np.float64]) -> str:
    return f"{values.min():.1f}–{values.max():.1f}"
