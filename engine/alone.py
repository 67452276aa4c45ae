"""What one person's way of playing changes among simulated others: some ways, each tried in every seat.

Every way is tried in the same games, by the plain rules, so that nothing else moves a number.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine import numbers
from engine.balance import Row
from engine.balance.rows import at_the_edge, figure, margin, percent, row, share, with_margin
from engine.content.model import Duration, Scenario
from engine.fixed import Ints, to_float
from engine.language import tr
from engine.rules.board import Board, names
from engine.rules.endings import ending
from engine.rules.opening import begin_round
from engine.rules.promising import answer, best_announcement
from engine.rules.reaching import is_put_off
from engine.rules.revealing import reveal
from engine.rules.room_choice import choose_together
from engine.rules.state import BROKEN, PART, State, copy, deal, dice, undealt
from engine.rules.values import (
    commons_points,
    commons_value,
    fit,
    lacking,
    own_points,
    promised_any,
    reach,
    sure_points,
    unpromised,
    wear,
    within,
)
from engine.simulate.policies import (
    GIVEN,
    KEEP,
    LOYAL,
    SELFISH,
    decide,
    mark_ballots,
    negotiate,
    policy,
    take_the_chair,
)

GAMES: Final = 200
"""Games of each way of playing in each seat."""
WAYS: Final = {"selfish": SELFISH, "lies": KEEP, "gives": GIVEN, "keeps": LOYAL, "asks": LOYAL}
"""Ways of playing, and how each places its tokens; those that give promise nothing, and "asks" also asks."""
_ALIKE: Final = 0.1
"""Share by which what two ways of playing give to the common good may differ and count as the same."""
_FIFTH: Final = 0.2
_HALF: Final = 0.5
_LISTENED: Final = 0.15


@dataclass
class Found:
    """What one way of playing in one seat showed, summed over games."""

    games: int = 0
    gain: float = 0.0  # points
    gave: float = 0.0  # points of the common good that its tokens paid for
    reached: int = 0  # games in which the goal was reached
    success: int = 0
    undecided: int = 0  # games whose last round could still decide the goal
    asked: int = 0  # requests, in the last round, of one who had broken its word
    granted: int = 0
    gains: list[float] = field(default_factory=list)  # points, game by game
    opened: list[bool] = field(default_factory=list)  # whether the goal was, game by game


class Measured(NamedTuple):
    """[way, n] means over games, by way of playing (as in WAYS) and seat."""

    gains: NDArray[np.float64]
    gave: NDArray[np.float64]
    goals: NDArray[np.float64]
    success: NDArray[np.float64]
    undecided: float
    asked: int
    granted: int
    by_game: NDArray[np.float64]  # [way, game] gain, all seats alike
    open_by_game: NDArray[np.float64]  # [game] share of seats and ways


def said(way: str) -> str:
    """What a way of playing is called."""
    return {
        "selfish": tr("chacun pour soi"),
        "lies": tr("promet et ne donne rien"),
        "gives": tr("donne tout sans rien dire"),
        "keeps": tr("tient chaque promesse"),
        "asks": tr("tient parole et demande"),
    }[way]


def try_ways(
    board: Board, games: int, seed: int, played: Callable[[int, int], None] | None = None
) -> Measured:
    """Every way of playing in every seat, `games` of each; `played(done, all)` is called after each game."""
    found = [[Found() for _ in range(board.n)] for _ in WAYS]
    every, done = len(WAYS) * board.n * games, 0
    blocks = dice(board, seed)
    for game in range(games):
        chance = blocks.games(game, 1)[0].astype(np.int64)
        for seats, way in zip(found, WAYS, strict=True):
            for who in range(board.n):
                _play(board, chance, way, who, seats[who])
                done += 1
                if played is not None:
                    played(done, every)
    return _means(found)


def _means(found: Sequence[Sequence[Found]]) -> Measured:
    def mean(count: Callable[[Found], float]) -> NDArray[np.float64]:
        return np.array([[count(one) / one.games for one in row] for row in found])

    seats = [one for row in found for one in row]
    return Measured(
        mean(lambda one: one.gain), mean(lambda one: one.gave), mean(lambda one: one.reached),
        mean(lambda one: one.success),
        float(mean(lambda one: one.undecided).mean()),
        sum(one.asked for one in seats), sum(one.granted for one in seats),
        np.array([[one.gains for one in row] for row in found]).mean(axis=1),
        np.array([one.opened for one in seats]).mean(axis=0),
    )  # fmt: skip


def _play(board: Board, chance: Ints, way: str, who: int, found: Found) -> None:
    """One game, chance[rounds + 1, words], from its deal to its end."""
    state = undealt(board)
    deal(board, state, chance[0])
    how = policy(board, "written")
    how[who] = WAYS[way]
    ends, undecided = -1, False
    for round_ in range(1, board.rounds + 1):
        block, given = chance[round_], np.zeros_like(state.given)
        begin_round(board, state, block)
        choose_together(board, state, block)
        take_the_chair(board, state, block, how)
        if round_ == board.rounds:
            undecided = is_open(board, state, who)
        negotiate(board, state, block, how, given)
        if way == "asks":
            ask_everybody(board, state, block, who)
        elif way == "gives":
            give_silently(board, state, who, given)
        elif way == "lies" and round_ == board.rounds:
            count_requests(board, state, block, who, found)
        decide(board, state, block, how, given)
        mark_ballots(board, state, np.where(how == GIVEN, LOYAL, how))  # who gives in silence votes too
        found.gave += _for_all(board, given[who])
        reveal(board, state, given)
        ends = ending(board, state)
        if ends >= 0:
            break
    found.games += 1
    found.gain += to_float(int(state.total[who]))
    found.gains.append(to_float(int(state.total[who])))
    found.undecided += int(undecided)
    found.opened.append(undecided)
    found.reached += int(state.total[who] >= board.goal[who])
    found.success += int(board.success[ends]) if ends >= 0 else 0


def _for_all(board: Board, given: Ints) -> float:
    """Points of the common good that tokens given[P, 3] paid for, each its part of its project's."""
    parts = given.sum(axis=1) / np.maximum(1, board.cost.sum(axis=1))
    return float((parts * board.change[:, board.gate]).sum())


def ask_everybody(board: Board, state: State, chance: Ints, who: int) -> int:
    """Ask every other character for the project that `who` has promised most to; returns how many agree."""
    project = _promised_to(board, state, who)
    if project < 0:
        return 0
    others = (other for other in range(board.n) if other != who)
    return sum(answer(board, state, chance, who, other, project) > 0 for other in others)


def _promised_to(board: Board, state: State, who: int) -> int:
    """The project that `who` has promised most to, -1 where it promised nothing."""
    best = max(range(board.cost.shape[0]), key=lambda project: promised_any(state, who, project))
    return best if promised_any(state, who, best) > 0 else -1


def give_silently(board: Board, state: State, who: int, given: Ints) -> None:
    """Write in given[n, P, 3] every token that serves a project which raises the common good, the one that
    raises it most first: what nobody promised to them, then what they lack all the same."""
    worth = {int(p): commons_value(board, state, p) for p in state.open if p >= 0}
    best_first = sorted((p for p in worth if worth[p] > 0), key=lambda p: (-worth[p], p))
    for unclaimed in (True, False):
        for project in best_first:
            for kind in range(3):
                wanted = unpromised(state, who, project, kind) if unclaimed else lacking(state, project, kind)
                left = state.tokens[who, kind] - given[who, :, kind].sum()
                most = min(wanted, within(state, who, project, kind)) - given[who, project, kind]
                given[who, project, kind] += max(0, min(left, most))


def count_requests(board: Board, state: State, chance: Ints, who: int, found: Found) -> None:
    """Count what one who has broken its word before would be granted, asking each other character that could
    be of use for the project it has promised to, or would have."""
    project = _promised_to(board, state, who)
    if project < 0:
        place = best_announcement(board, state, chance, who)
        project = int(state.open[place]) if place >= 0 else -1
    if project < 0 or state.tally[who, BROKEN] + state.tally[who, PART] == 0:
        return
    for other in range(board.n):
        of_use = fit(state, other, project) > 0 and promised_any(state, other, project) == 0
        if other != who and of_use:
            found.asked += 1
            found.granted += int(answer(board, copy(state), chance, who, other, project) > 0)


def is_open(board: Board, state: State, who: int) -> bool:
    """Whether this round may still decide if `who` reaches its goal: some of what all could build together
    would take it there, and some would leave it below."""
    best, worst = _round_ends(board, state, who)
    missing = board.goal[who] - state.total[who]
    return bool(worst < missing <= best)


def _round_ends(board: Board, state: State, who: int) -> tuple[int, int]:
    """The most and the least that a round may bring `who` (fixed): from the projects that the tokens of all
    can complete together, and its own tokens that they leave, or that it puts where they come to nothing."""
    best, worst, purse = 0, 0, state.tokens.sum(axis=0)
    there = [int(p) for p in state.open if p >= 0 and not is_put_off(state, p)]
    for chosen in range(1 << len(there)):
        built = [p for k, p in enumerate(there) if (chosen >> k) & 1]
        spent = np.array([sum(lacking(state, p, kind) for p in built) for kind in range(3)])
        if (spent > purse).any() or _too_far(board, state, built, purse):
            continue
        moved = wear(board, state) + sum(commons_points(board, state, p) for p in built)
        rises = state.ind[board.gate] + moved > state.ind_ref[board.gate]
        value = own_points if rises else sure_points
        gain = sum(value(board, state, who, p) for p in built)
        kept = int(np.minimum(state.tokens[who], purse - spent).sum())
        best, worst = max(best, gain + kept * numbers.KEPT_TOKEN), min(worst, gain)
    return best, worst


def _too_far(board: Board, state: State, built: Sequence[int], purse: Ints) -> bool:
    """Whether some of these projects take tokens of who goes from place to place, and is not there."""
    if board.walker < 0:
        return False
    far = [p for p in built if reach(state, board.walker, p) == 0]
    needed = np.array([sum(lacking(state, p, kind) for p in far) for kind in range(3)])
    return bool((needed > purse - state.tokens[board.walker]).any())


def report(scenario: Scenario, duration: Duration, measured: Measured) -> Iterator[Row]:
    """Every target of a person alone, and whether it holds."""
    who = [scenario.characters[id_].short for id_ in names(scenario).characters]
    for told in (
        _spread(measured), _served(measured, who), _generous(measured), _undecided(measured),
        _listened(measured),
    ):  # fmt: skip
        yield told._replace(duration=duration)


def _spread(measured: Measured) -> Row:
    """All ways are tried in the same games: the margin is that of the difference, game by game."""
    ways, gains = list(WAYS), measured.gains.mean(axis=1)
    best, worst = int(gains.argmax()), int(gains.argmin())
    least = max(abs(float(gains[worst])), 1.0)
    more = float(gains[best] - gains[worst]) / least
    sure = _sure(measured.by_game[best] - measured.by_game[worst]) / least
    told = tr(
        "{share} ({best} : {most} ; {worst} : {least})", share=with_margin(more, sure),
        best=said(ways[best]), most=figure(float(gains[best]), 1), worst=said(ways[worst]),
        least=figure(float(gains[worst]), 1),
    )  # fmt: skip
    if abs(more - _FIFTH) < sure:
        told = at_the_edge(told, percent(_FIFTH))
    target = tr("bien jouer rapporte, pour soi, un cinquième de plus que mal jouer")
    return row("gain_spread", target, more, told, _FIFTH - more, (), sure, percent(more))


def _sure(by_game: NDArray[np.float64]) -> float:
    """Half of the interval that holds the true mean in nineteen cases of twenty."""
    return float(1.96 * by_game.std() / len(by_game) ** 0.5)


def _served(measured: Measured, who: Sequence[str]) -> Row:
    """Who is best served by what; of two ways that bring the same, the first."""
    ways, best = list(WAYS), measured.gains.argmax(axis=0)
    groups = [(way, [who[i] for i in np.flatnonzero(best == k).tolist()]) for k, way in enumerate(ways)]
    named = [f"{said(way)} ({', '.join(people)})" for way, people in groups if people]
    most = max(len(people) for _, people in groups)
    target = tr("aucune façon de jouer n'est la meilleure pour tous")
    told, all_ = f"{most}/{len(who)}", most == len(who)
    return row("best_served", target, most / len(who), told, float(all_), named)


def _generous(measured: Measured) -> Row:
    """Whether giving more goes with a better end: of any two ways of which one gives clearly more."""
    ends = dict(zip(WAYS, measured.success.mean(axis=1), strict=True))
    gave = dict(zip(WAYS, measured.gave.mean(axis=1), strict=True))
    order = sorted(WAYS, key=lambda way: -gave[way])
    wrong = [
        tr("{less} réussit plus que {more}", less=said(less), more=said(more))
        for more, less in combinations(order, 2)
        if gave[less] < (1 - _ALIKE) * gave[more] and ends[less] > ends[more]
    ]
    told = " ; ".join(
        tr("{way} : {gave} → {ends}", way=said(way), gave=figure(gave[way], 1), ends=percent(ends[way]))
        for way in order
    )
    target = tr("plus on donne, plus la partie finit bien")
    said_short = ", ".join(wrong) or "✓"
    return row("success_order", target, len(wrong), told, len(wrong), wrong, figure=said_short)


def _undecided(measured: Measured) -> Row:
    target = tr("au dernier tour, le but n’est pas encore joué : une partie sur deux au moins")
    return share("goal_open", target, measured.undecided, _sure(measured.open_by_game), low=_HALF)


def _listened(measured: Measured) -> Row:
    """Where nobody was asked by one who had broken its word, nothing shows that it is refused."""
    value = measured.granted / max(1, measured.asked)
    target = tr("au dernier tour, on accorde à qui a menti 15 % de ses demandes au plus")
    sure, counted = margin(value, measured.asked), f" ({measured.granted}/{measured.asked})"
    found = share("liar_granted", target, value, sure, high=_LISTENED, after=counted)
    return found if measured.asked else found._replace(met=False)


def table(measured: Measured) -> list[tuple[str, float, float, float]]:
    """For each way of playing: its key, own gain, share of goals reached, share of successes, seats alike."""
    gains, goals = measured.gains.mean(axis=1), measured.goals.mean(axis=1)
    shares = measured.success.mean(axis=1)
    return [(way, float(gains[k]), float(goals[k]), float(shares[k])) for k, way in enumerate(WAYS)]


def as_data(rows: Sequence[Row], measured: Measured, games: int) -> dict[str, Any]:
    """The same for a program: `games` of each way in each seat, a way's means, each target's figure; `missed`
    names the targets that do not hold."""
    return {
        "games": games,
        "ways": {
            way: {"gain": gain, "goals": goals, "success": success}
            for way, gain, goals, success in table(measured)
        },
        "targets": {row.key: row.value for row in rows},
        "named": {row.key: list(row.named) for row in rows if row.named},
        "missed": [row.key for row in rows if not row.met],
    }
