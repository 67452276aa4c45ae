"""Every target: what a good scenario shows, each measured by a function of the games that were played."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine import demo, numbers
from engine.balance.games import Gains, Games
from engine.balance.rows import Row, at_the_edge, colon, figure, margin, percent, row, share, span, together
from engine.content.model import Duration, Scenario
from engine.fixed import to_float
from engine.language import ntr, signed, tr
from engine.rules.ballot import has_ballot
from engine.simulate import playing
from engine.simulate.summary import Summary
from engine.telling.vocabulary import listed

SESSIONS: Final = 200
"""Whole sessions played to see what is debated, at most: they cost a hundred times what games do."""
_TENTH: Final = 0.1
_TWENTIETH: Final = 0.05
"""Breaking one's word alone has to bring so much more: more, beyond doubt."""
_POINT: Final = 1.0
"""A mean gain, in points, under which a share of it would be noise."""
_THREE: Final = 3
"""Debates of an evening that are told apart from those of another."""
_RARE: Final = 0.05
"""Rounds on the table for each game under which a project that waits for another says nothing of itself."""


def _room(games: Games) -> Row:
    target = tr("une salle qui se parle réussit : 90 % au moins")
    return _successes("room", target, games.all("room"), low=0.9)


def _successes(key: str, target: str, summary: Summary, low: float = -inf, high: float = inf) -> Row:
    return share(key, target, summary.success, margin(summary.success, summary.games), low, high)


def _half(games: Games) -> Row:
    """Named is the half that keeps everything: the one without which the others do best."""
    value, half = games.worst_half()
    out = [games.who[i] for i in half]
    target = tr("sans la moitié du groupe, quelle qu'elle soit : 65 % au plus")
    after = " " + tr("(sans {people})", people=listed(out))
    return share("half", target, value, margin(value, games.count), high=0.65, named=out, after=after)


def _written(games: Games) -> Row:
    target = tr("personnages comme écrits : 40 à 70 %")
    return _successes("written", target, games.all("written"), 0.4, 0.7)


def _selfish(games: Games) -> Row:
    target = tr("chacun pour soi : 5 % au plus")
    return _successes("selfish", target, games.all("selfish"), high=0.05)


def _negative_share(games: Games) -> Row:
    board, index = games.board, games.index
    whole = board.worth + board.felt_voted if has_ballot(board) else board.worth  # an idea, once it is funded
    own = np.array([[int(whole[i, p]) for p in board.works] for i in range(board.n)])
    value = float((own < 0).mean())
    harmless = [index.projects[p] for k, p in enumerate(board.works) if not (own[:, k] < 0).any()]
    harmless += [games.who[i] for i in range(board.n) if not (own[i] < 0).any()]
    target = tr("ce qu'un chantier vaut à quelqu'un est une perte : 25 à 35 %")
    return share("negative_share", target, value, 0, 0.25, 0.35, named=harmless, after=colon(harmless))


def _gain_correlation(games: Games) -> Row:
    """Half of a correlation's interval is at most that of two gains alone: means of pairs vary less."""
    written = games.all("written")
    pairs, places = written.correlations, list(combinations(range(games.board.n), 2))
    mean, least = float(pairs.mean()), float(pairs.min())
    sure = 1.96 * (1 - mean**2) / written.games**0.5
    closest = [" / ".join(games.who[i] for i in places[k]) for k in np.argsort(-pairs)[:2].tolist()]
    measured = tr(
        "{n} ± {sure} ({least} … {most}) : {closest}", n=figure(mean, 2), sure=figure(sure, 2),
        least=figure(least, 2), most=figure(float(pairs.max()), 2), closest=", ".join(closest),
    )  # fmt: skip
    if abs(mean - 0.35) < sure:
        measured = at_the_edge(measured, figure(0.35, 2))
    target = tr("les gains de deux personnes vont ensemble : 0,35 au plus, des paires sous 0")
    far = together([mean - 0.35, least + 1e-9])
    return row("gain_correlation", target, mean, measured, far, closest, sure, figure(mean, 2))


def _all_goals(games: Games) -> Row:
    room = games.all("room")
    target = tr("tous atteignent leur but, dans une salle qui se parle : 25 % au plus")
    sure = margin(room.all_goals, room.games)
    return share("all_goals_room", target, room.all_goals, sure, high=0.25)


def _surplus(games: Games) -> Row:
    """Tokens of one game hang together: the margin is that of so many games, not of so many tokens."""
    written = games.all("written")
    target = tr("jetons donnés qui reviennent : 15 % au plus")
    sure = margin(written.returned, written.games)
    return share("surplus_share", target, written.returned, sure, high=0.15)


def _decisive(games: Games) -> Row:
    written = games.all("written")
    target = tr("tours où quelqu'un décide seul si le bien commun monte : 60 % au moins")
    return share("decisive_share", target, written.decided, margin(written.decided, written.games), low=0.6)


def _lifted(games: Games) -> Row:
    written = games.all("written")
    fallen = min(written.games, int(written.sums[playing.LIFTED]))
    target = tr("présupposés levés par un chantier écrit pour cela : 70 % au moins")
    sure = margin(written.lifted_by_project, fallen)
    return share("lifted_by_own_project", target, written.lifted_by_project, sure, low=0.7)


def _unseen(games: Games) -> Row:
    """Cards that never come into play; a situation of an act that this duration has no round for may wait
    for a longer evening."""
    scenario, index, written = games.scenario, games.index, games.all("written")
    real = np.isin(np.arange(len(index.projects)), games.board.works)
    unseen = [index.projects[p] for p in np.flatnonzero((written.open_rounds == 0) & real)]
    board_acts = set(games.board.act_of.tolist())
    acts = {s: k for k, act in enumerate(scenario.evening) for s in act.situations}
    longer = {s for s in index.situations if acts.get(s, -1) not in board_acts and s in acts}
    longer |= scenario.led_to if games.duration == scenario.durations[0] else set()
    silent = [index.situations[s] for s in np.flatnonzero(written.situations == 0)]
    unseen += [one for one in silent if one not in longer]
    target = tr("chaque chantier et chaque situation entre en jeu")
    return row("unseen", target, len(unseen), ", ".join(unseen) or "✓", len(unseen), unseen)


def _odd_projects(games: Games) -> Row:
    """Projects that are always or never the best of the table."""
    index, written = games.index, games.all("written")
    real = np.isin(np.arange(len(index.projects)), games.board.works)
    opened = written.open_rounds[real]
    best = written.head_rounds[real] / np.maximum(opened, 1)
    off = np.where(opened >= _RARE * written.games, np.maximum(0.02 - best, best - 0.8), 0.0)
    places = np.flatnonzero(off > 0).tolist()
    odd = [f"{index.projects[p]} {percent(best[p])}" for p in places]
    target = tr("aucun chantier n'est toujours ou jamais le meilleur")
    return row(
        "odd_projects", target, len(odd), span(best) + colon(odd), together(off), odd,
        figure=", ".join(odd) or "✓",
    )  # fmt: skip


def _endings(games: Games) -> Row:
    index, written = games.index, games.all("written")
    shares = dict(zip(index.endings, (written.endings / written.games).tolist(), strict=False))
    told = [f"{id_} {percent(value)}" for id_, value in shares.items()]
    never = [id_ for id_, value in shares.items() if value == 0]
    return row(
        "endings", tr("chaque fin arrive"), len(never), ", ".join(told), len(never), told,
        figure=ntr("{n} fin jamais vue", "{n} fins jamais vues", len(never)),
    )  # fmt: skip


def _goals(games: Games) -> Row:
    written = games.all("written")
    goals, sure, told = written.goals, margin(0.5, written.games), []
    for i in np.argsort(goals).tolist():
        gain, goal = signed(float(written.totals[i]), 1), to_float(int(games.board.goal[i]))
        told.append(
            f"{games.who[i]} {percent(goals[i])} ({gain} / {figure(goal, 0 if goal == int(goal) else 1)})"
        )
    off = np.maximum(0.2 - goals, goals - 0.8)
    measured, worst = tr("{span} ± {sure}", span=span(goals), sure=figure(100 * sure)), int(off.argmax())
    for bound in (0.2, 0.8):
        near = [
            games.who[i] for i in range(len(goals)) if abs(goals[i] - bound) < margin(bound, written.games)
        ]
        if near:
            measured = at_the_edge(measured, f"{percent(bound)} ({', '.join(near)})")
    target = tr("chacun peut atteindre son but : 20 à 80 %")
    return row(
        "goals", target, float(goals.min()), measured, together(off), told, sure,
        f"{percent(goals[worst])} ({games.who[worst]})",
    )  # fmt: skip


def _first_round(games: Games) -> Row:
    value = games.all("room").first_rise
    target = tr("au premier tour, le bien commun peut toujours monter")
    return share("first_rise", target, value, 0, low=1.0)


def _lone_breakers(games: Games) -> Row:
    """Named are those whom breaking their word alone does not bring a twentieth more."""
    found, n = games.gains(), games.board.n
    short = lacking(found)
    short[[i for i in range(n) if i not in games.seats]] = -np.inf
    better, needed = int((short <= 0).sum()), -(-3 * n // 4)
    measured = tr(
        "{better}/{all} ({kept} → {broken})", better=better, all=n,
        kept=_from_to(found.loyal), broken=_from_to(found.alone),
    )  # fmt: skip
    if int((short <= -found.sure).sum()) < needed <= int((short <= found.sure).sum()):
        near = [games.who[i] for i in range(n) if abs(short[i]) < found.sure[i]]
        measured = tr(
            "{measured} : à peu de chose près pour {people}", measured=measured, people=listed(near)
        )
    return row(
        "lone_breakers", tr("manquer seul à sa parole rapporte un vingtième, à trois sur quatre"), better / n,
        measured, together(np.sort(short)[:needed]),
        [games.who[i] for i in np.flatnonzero(short > 0).tolist()], figure=f"{better}/{n}",
    )  # fmt: skip


def lacking(found: Gains) -> NDArray[np.float64]:
    """[n] how much more breaking their word alone should bring each; 0 or less where it brings enough."""
    least = _TWENTIETH * np.maximum(np.abs(found.loyal), _POINT)
    return np.asarray(least - (found.alone - found.loyal))


def _from_to(values: NDArray[np.float64]) -> str:
    return tr("{least} à {most}", least=figure(values.min(), 1), most=figure(values.max(), 1))


def _selfish_gain(games: Games) -> Row:
    """Where keeping one's word brings hardly a point there is no share of that gain to tell: breaking it
    together has then to cost something, beyond the margin.
    """
    selfish, loyal = games.all("selfish"), games.all("loyal")
    mean = float(selfish.totals.mean()), float(loyal.totals.mean())
    target = tr("si tous y manquent, on perd ensemble : trois quarts du gain au plus")
    after = f" ({figure(mean[0], 1)} / {figure(mean[1], 1)})"
    error = float(selfish.spread.mean()), float(loyal.spread.mean())
    if mean[1] < _POINT:
        sure = 1.96 * (error[0] ** 2 + error[1] ** 2) ** 0.5 / games.count**0.5
        nothing = tr("rien à comparer : tenir parole ne rapporte presque rien")
        far = mean[0] + max(sure, _TENTH) - mean[1]
        return row("selfish_gain", target, 0, nothing + after, far, figure=nothing)
    value = mean[0] / mean[1]
    sure = 1.96 * (error[0] ** 2 + (value * error[1]) ** 2) ** 0.5 / mean[1] / games.count**0.5
    return share("selfish_gain", target, value, sure, high=0.75, after=after)


def _debates(scenario: Scenario, duration: Duration, sessions: int) -> Iterator[Row]:
    """What is debated in so many sessions that play themselves; every card has to come in the longest
    evening, in which every act has its rounds."""
    debated, orders = debates(scenario, duration, sessions)
    same, times = max(orders.items(), key=lambda one: one[1], default=((), 0))
    most = times / max(1, sessions)
    few = numbers.ROUNDS[duration] < _THREE
    limit = max(0.03, 2 / max(1, sessions))
    target = tr("les mêmes trois débats dans le même ordre : 3 % des séances au plus")
    said = percent(most, 1) + (" " + tr("(moins de trois tours : ne compte pas)") if few else "")
    yield row(
        "same_three_debates", target, most, said, 0 if few else most - limit, same,
        margin(most, sessions), percent(most, 1),
    )  # fmt: skip
    if duration != scenario.durations[-1]:
        return
    never = [card.id for card in scenario.debates if card.id not in debated]
    target = tr("chaque carte de débat peut venir")
    yield row("unseen_debates", target, len(never), ", ".join(never) or "✓", len(never), never)


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


TARGETS: Final[Mapping[str, Callable[[Games], Row]]] = {
    "room": _room,
    "half": _half,
    "written": _written,
    "selfish": _selfish,
    "negative_share": _negative_share,
    "gain_correlation": _gain_correlation,
    "all_goals_room": _all_goals,
    "surplus_share": _surplus,
    "decisive_share": _decisive,
    "lifted_by_own_project": _lifted,
    "unseen": _unseen,
    "odd_projects": _odd_projects,
    "endings": _endings,
    "goals": _goals,
    "first_rise": _first_round,
    "lone_breakers": _lone_breakers,
    "selfish_gain": _selfish_gain,
}
"""Each target by its key, the same in every language, in the order in which they are told."""


def measured(games: Games, sessions: int = 0) -> Iterator[Row]:
    """Every target, as soon as it is measured; what is debated needs `sessions` whole sessions."""
    for measure in TARGETS.values():
        yield measure(games)._replace(duration=games.duration)
    if sessions:
        for found in _debates(games.scenario, games.duration, sessions):
            yield found._replace(duration=games.duration)
