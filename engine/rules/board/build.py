"""From a scenario to its board."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal

import numpy as np

from engine import numbers, own_project
from engine.content.model import FAMILIES, KINDS, CastMember, Duration, Group, Public, Scenario
from engine.effects import Quarter
from engine.effects.group import NUMBER as GROUP_EFFECT
from engine.effects.trust import TrustEffect
from engine.fixed import ONE, Ints, from_float
from engine.rules.board.ballot import urn
from engine.rules.board.codes import FETCHED, HELPED, LISTENED_FOR, NEEDED, SUBMITTED
from engine.rules.board.corners import close_corners, corners_there, seats_of
from engine.rules.board.sites import grounds
from engine.rules.board.tables import (
    Conditions,
    clock_tables,
    effect_table,
    ints,
    later_table,
    mandate_table,
    pairs,
    project_tables,
)
from engine.rules.board.types import CARTE_BLANCHE, Board, Names, Seat


def names(scenario: Scenario, seats: Mapping[str, Seat] | None = None) -> Names:
    """The index of `build(scenario, ..., seats)`; characters who are out have no index."""
    seats = seats or {}
    return Names(
        tuple(m.character for m in scenario.cast if seats.get(m.character) != "out"),
        tuple(scenario.indicators),
        (
            *(p.id for p in scenario.projects),
            *(p.listening for p in scenario.places),
            *(g.helping for g in groups_there(scenario, seats)),
            *(public.fetching for public in _fetched(scenario)),
            CARTE_BLANCHE,
        ),
        tuple(s.id for s in scenario.situations),
        tuple(e.id for e in scenario.endings),
        tuple(f"{s.id}/{o.id}" for s in scenario.situations if s.choose for o in s.choose.options),
        tuple(c.id for c in scenario.clocks),
        tuple(scenario.flags),
    )


def groups_there(scenario: Scenario, seats: Mapping[str, Seat] | None = None) -> tuple[Group, ...]:
    """The groups of a scenario that are there with those who are in play: a small table has fewer."""
    out = seats or {}
    playing = sum(out.get(member.character) != "out" for member in scenario.cast)
    several = scenario.groups.these if scenario.groups is not None else ()
    return tuple(group for group in several if group.people <= playing)


def _fetched(scenario: Scenario) -> tuple[Public, ...]:
    return scenario.ballot.fetched if scenario.ballot is not None else ()


def build(scenario: Scenario, duration: Duration, seats: Mapping[str, Seat] | None = None) -> Board:
    """The board of a scenario for a duration.

    `seats` says who is held, simulated (the default) or out. Those who are out leave no trace: the board is
    built without them, and what projects cost shrinks, kind by kind, as the tokens in play do.
    Raises ValueError where fewer than two characters are left, or a condition or a mandate has no bound for
    the duration.
    """
    seats = seats or {}
    index = names(scenario, seats)
    cast = [m for m in scenario.cast if m.character in index.characters]
    if len(cast) < numbers.LEAST_IN_PLAY:
        raise ValueError("a game needs at least two characters in play")
    cards = [scenario.card(m) for m in cast]
    parameters = scenario.parameters
    families = [FAMILIES.index(c.family) for c in cards]
    groups, corners = groups_there(scenario, seats), corners_there(scenario, seats)
    quarter = Quarter(
        index.characters,
        tuple(c.family for c in cards),
        index.indicators,
        index.flags,
        tuple(group.id for group in groups),
        tuple((p.id, k) for k, p in enumerate(scenario.projects) if p.works is not None),
        tuple(corner.id for corner in corners),
        tuple(public.id for public in scenario.ballot.publics) if scenario.ballot is not None else (),
    )
    changes, rows, offsets = project_tables(scenario, quarter)
    for public in _fetched(scenario):
        changes[index.project(public.fetching), index.indicator(scenario.gate)] = public.brings
    situation_rows, situation_offsets = effect_table([s.effects for s in scenario.situations], quarter)
    options = [(s, o) for s in scenario.situations if s.choose for o in s.choose.options]
    option_effects, option_rows = effect_table([o.effects for _, o in options], quarter)
    later, later_effects, later_rows = later_table(scenario, index, quarter)
    conditions = Conditions(duration, index)
    endings = conditions.table(e.when for e in scenario.endings)
    when = conditions.table(s.when for s in scenario.situations)
    leave_rows = conditions.table(m.leaves.unless if m.leaves else None for m in cast)
    clocks, ticks, tick_rows = clock_tables(scenario.clocks, index, conditions)
    act_of, situation_act = _acts(scenario, duration, index)
    gates = [scenario.indicators[key].gate for key in index.indicators]
    decay = [scenario.decay.commons if gate else scenario.decay.each for gate in gates]
    goals = [of_duration(m.goal, duration) for m in cast]
    board = Board(
        n=len(cast),
        held=ints([seats.get(m.character) == "held" for m in cast]),
        stakes=ints([[m.stakes.get(key, 0) for key in index.indicators] for m in cast]),
        goal=ints([from_float(goal) for goal in goals]),
        influence=ints([c.influence for c in cards]),
        family=ints(families),
        tokens=ints([list(m.tokens) for m in cast]),
        lam=ints([from_float(_or(c.susceptibility, parameters.susceptibility)) for c in cards]),
        eps=ints([from_float(_or(c.tolerance, parameters.tolerance)) for c in cards]),
        s0=ints([from_float(m.posture.synergy) for m in cast]),
        a0=ints([from_float(m.posture.antagonism) for m in cast]),
        trust0=_trust(scenario, index, families),
        believes=_believes(scenario, index),
        start=_start(scenario, index, groups),
        decay=ints(decay),
        gate=gates.index(True),
        cost=_costs(scenario, index, groups),
        change=changes,
        project_effects=rows,
        project_rows=offsets,
        situation_effects=situation_rows,
        situation_rows=situation_offsets,
        lifts=_lifts(scenario, index),
        personal=_personal(scenario, index),
        worth=ints([]).reshape(len(cast), 0),
        during=_during(scenario, index),
        needs=_links(scenario, index, "needs"),
        opens=_links(scenario, index, "opens"),
        once=_once(scenario, index),
        closed=_closed(scenario, index),
        where=_where(scenario, index, groups),
        hoped=ints([]),
        listening=ints([index.project(place.listening) for place in scenario.places]),
        helping=ints([index.project(group.helping) for group in groups]),
        member=_members(groups, index),
        life=ints([group.life for group in groups]),
        autonomy=ints([group.autonomy for group in groups]),
        counts=_counts(scenario, index),
        asleep_effects=_asleep(scenario, quarter),
        group_points=scenario.groups.points if scenario.groups is not None else 0,
        tables=min(numbers.HELPED_AT_ONCE, len(groups)),
        stated=_stated(scenario, index, rows, offsets),
        hours=_hours(scenario, index),
        baton=_baton(scenario, index),
        baton_worth=scenario.baton.worth if scenario.baton is not None else 0,
        first=ints([index.project(id_) for id_ in scenario.first]),
        **seats_of(scenario, index, corners)._asdict(),
        **grounds(scenario, index, partial(_scaled, scenario, index))._asdict(),
        **urn(scenario, index)._asdict(),
        treats=scenario.agenda.treats if scenario.agenda is not None else 0,
        walker=index.character(scenario.walker) if scenario.walker in index.characters else -1,
        needs_shown=_needs_shown(scenario, duration, cast, families),
        comes=ints([m.from_round for m in cast]),
        leaves=ints([_leaves(m, duration) for m in cast]),
        leave_rows=leave_rows,
        act_of=act_of,
        situation_act=situation_act,
        reserved=ints([s.id in scenario.led_to for s in scenario.situations]),
        when_rows=when,
        options=pairs(
            [(index.situation(s.id), index.situation(o.then) if o.then else -1) for s, o in options]
        ),
        option_effects=option_effects,
        option_rows=option_rows,
        later=later,
        later_effects=later_effects,
        later_rows=later_rows,
        clocks=clocks,
        ticks=ticks,
        tick_rows=tick_rows,
        flags=ints(list(scenario.flags.values())),
        rumours=pairs(
            [
                (index.situation(s.id), from_float(s.rumour.truth))
                for s in scenario.situations
                if s.rumour is not None
            ]
        ),
        mandates=mandate_table(scenario, index, duration),
        pacts=int(scenario.pacts),
        conditions=conditions.written(),
        condition_rows=endings,
        ending_at_end=ints([e.at == "end" for e in scenario.endings]),
        success=ints([e.success for e in scenario.endings]),
        rounds=numbers.ROUNDS[duration],
        slots=parameters.slots,
        open_rounds=parameters.open_rounds,
        kappa=from_float(parameters.satisfaction),
        rho=from_float(parameters.learning),
        beta=from_float(parameters.commons_weight),
    )
    return weighed(board)


def weighed(board: Board) -> Board:
    """The board with what each project brings each, once for all games: their stakes times the changes, over
    STAKES, rounded half up, and what it brings or costs them alone; and what it adds to the common good."""
    worth = _shared(board.stakes, board.change.T) + board.personal * ONE
    hoped = board.change[:, board.gate] * ONE
    for place, project in enumerate(board.listening):
        here = hoped[(board.closed == NEEDED) & (board.where == place)]
        hoped[project] = int(here.mean()) * numbers.TO_HEAR // ONE if len(here) else 0
    return board._replace(
        worth=np.ascontiguousarray(worth),
        hoped=np.ascontiguousarray(hoped),
        felt=_shared(board.stakes, board.nuisance.T) + board.hurts * ONE,
        felt_voted=_shared(board.stakes, board.voted.T) + board.voted_each * ONE,
        felt_arranged=_shared(board.stakes, board.arranged) if len(board.arranged) else board.arranged,
        felt_together=_shared(board.stakes, board.together) if len(board.together) else board.together,
    )


def _shared(stakes: Ints, change: Ints) -> Ints:
    """Changes of the gauges (first axis) as each feels them: their stakes times those, over STAKES, rounded
    half up (fixed)."""
    points = (stakes @ change) * ONE
    return np.ascontiguousarray((2 * points + numbers.STAKES) // (2 * numbers.STAKES))


def with_project(board: Board, cost: Sequence[int], change: Sequence[int]) -> Board:
    """The board with the room's own project written in: `cost` for each kind, `change` for each indicator.

    Raises ValueError, naming the refusal, where `own_project.why_not` gives one.
    """
    if len(cost) != len(KINDS) or len(change) != board.start.shape[0] or min(cost) < 0:
        raise ValueError("a project has a cost for each kind of token and a change for each indicator")
    refusal = own_project.why_not(cost, change, int(board.gate))
    if refusal is not None:
        raise ValueError(f"the room's project cannot be so: {refusal}")
    costs, changes = board.cost.copy(), board.change.copy()
    costs[board.spare], changes[board.spare] = cost, change
    return weighed(board._replace(cost=costs, change=changes))


def _leaves(member: CastMember, duration: Duration) -> int:
    """The round after which somebody leaves their seat; 0 for never, in a duration that is not named too."""
    after = member.leaves.after if member.leaves else 0
    return after.get(duration, 0) if isinstance(after, Mapping) else after


def of_duration(value: float | Mapping[Duration, float], duration: Duration) -> float:
    """A number that may differ by duration; KeyError where it has none for this one."""
    return value[duration] if isinstance(value, Mapping) else value


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _costs(scenario: Scenario, index: Names, groups: Sequence[Group]) -> Ints:
    """Costs scaled to the tokens in play, each kind by itself: what nobody can give is not asked."""
    costs = [
        list(project.cost) if project.asks_nothing else _scaled(scenario, index, list(project.cost))
        for project in scenario.projects
    ]
    listening = [[numbers.LISTENERS, 0, 0]] * len(scenario.places)
    helping = [[1, 0, int(member >= 0)] for member in _members(groups, index)]
    fetching = [[1, 0, 0]] * len(_fetched(scenario))
    return ints([*costs, *listening, *helping, *fetching, [0, 0, 0]])


def _scaled(scenario: Scenario, index: Names, asked: Sequence[int]) -> list[int]:
    """A cost, scaled; never nothing at all."""
    whole = np.sum([list(m.tokens) for m in scenario.cast], axis=0)
    here = np.sum([list(m.tokens) for m in scenario.cast if m.character in index.characters], axis=0)
    scaled = [
        max(1, (2 * c * int(h) + int(w)) // (2 * int(w))) if c and h else 0
        for c, h, w in zip(asked, here, whole, strict=True)
    ]
    if sum(scaled) == 0:
        scaled[int(np.argmax(here))] = 1
    return scaled


def _trust(scenario: Scenario, index: Names, families: Sequence[int]) -> Ints:
    n = len(index.characters)
    within, across = scenario.parameters.trust_within, scenario.parameters.trust_across
    near, far = from_float(within), from_float(across)
    trust = [[near if families[i] == families[j] else far for j in range(n)] for i in range(n)]
    for member in scenario.cast:
        if member.character in index.characters:
            i = index.character(member.character)
            for other, value in member.trusts.items():
                if other in index.characters:
                    trust[i][index.character(other)] = from_float(value)
            trust[i][i] = ONE
    return ints(trust)


def _believes(scenario: Scenario, index: Names) -> Ints:
    believes = np.zeros((len(index.characters),) * 2, dtype=np.int64)
    for member in scenario.cast:
        for belief in member.believes:
            if member.character in index.characters and belief.about in index.characters:
                believes[index.character(member.character), index.character(belief.about)] = 1
    return believes


def _acts(scenario: Scenario, duration: Duration, index: Names) -> tuple[Ints, Ints]:
    """The act of each round, the first at 1, and that of each situation, in the order of the evening; -1 for
    what is of no act. First and last take the first and the last round, the others share what is between."""
    rounds, acts = numbers.ROUNDS[duration], scenario.evening
    places = {
        when: [k for k, act in enumerate(acts) if act.rounds == when] for when in ("first", "middle", "last")
    }
    inner = range(1 + bool(places["first"]), rounds + (not places["last"]))
    act_of = [-1] * (rounds + 1)
    for place, number in enumerate(inner):
        middle = places["middle"]
        act_of[number] = middle[place * len(middle) // len(inner)] if middle else -1
    for number, when in ((1, "first"), (rounds, "last")):
        act_of[number] = next(iter(places[when]), act_of[number])
    of = {situation: k for k, act in enumerate(acts) for situation in act.situations}
    return ints(act_of), ints([of.get(id_, -1) for id_ in index.situations])


def _personal(scenario: Scenario, index: Names) -> Ints:
    """What projects bring or cost single characters; the room's own project does neither."""
    found = np.zeros((len(index.characters), len(index.projects)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for who, points in project.personal.items():
            if who in index.characters:
                found[index.character(who), p] = points
    return found


def _during(scenario: Scenario, index: Names) -> Ints:
    found = np.zeros((len(index.projects), len(index.indicators)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for key, points in project.during.items():
            found[p, index.indicator(key)] = points
    return found


def _links(scenario: Scenario, index: Names, key: Literal["needs", "opens"]) -> Ints:
    """Pairs of a project and each of those that it needs, or opens."""
    return pairs(
        [
            (p, index.project(other))
            for p, project in enumerate(scenario.projects)
            for other in getattr(project, key)
        ]
    )


def _once(scenario: Scenario, index: Names) -> Ints:
    """What its card says; and ground is made new once, works are softened once, an idea is written once."""
    once = ints([0] * len(index.projects))
    for p, card in enumerate(scenario.projects):
        found = card.once or card.works is not None or card.softens is not None or card.price is not None
        once[p] = int(found)
    return once


def _closed(scenario: Scenario, index: Names) -> Ints:
    opened = {other for project in scenario.projects for other in project.opens}
    waits = {project.id for project in scenario.projects if project.needs} | opened
    closed = ints([id_ in waits for id_ in index.projects])
    for p, project in enumerate(scenario.projects):
        if project.overheard is not None:
            closed[p] = NEEDED
    close_corners(scenario, closed)
    for id_ in scenario.submitted:
        closed[index.project(id_)] = SUBMITTED
    listened = len(scenario.projects) + len(scenario.places)
    closed[len(scenario.projects) : listened] = LISTENED_FOR
    fetched = len(closed) - 1 - len(_fetched(scenario))
    closed[listened:fetched] = HELPED
    closed[fetched:-1] = FETCHED
    return closed


def _where(scenario: Scenario, index: Names, groups: Sequence[Group]) -> Ints:
    """The place of each project, and of going to listen there; the group that one goes to help."""
    places = [place.id for place in scenario.places]
    of = [places.index(p.where) if p.where in places else -1 for p in scenario.projects]
    return ints([*of, *range(len(places)), *range(len(groups)), *([-1] * len(_fetched(scenario))), -1])


def _members(groups: Sequence[Group], index: Names) -> Ints:
    """Who belongs to each group, -1 for nobody in play."""
    there = index.characters
    return ints([index.character(g.member) if g.member in there else -1 for g in groups])


def _start(scenario: Scenario, index: Names, groups: Sequence[Group]) -> Ints:
    """The gauges at the start; the common good is what the groups that are awake do, where there are any."""
    start = [scenario.indicators[key].start for key in index.indicators]
    if scenario.groups is not None:
        awake = sum(group.autonomy for group in groups if group.life)
        start[index.indicator(scenario.gate)] = awake * scenario.groups.points
    return ints(start)


def _counts(scenario: Scenario, index: Names) -> Ints:
    if scenario.groups is None:
        return ints([])
    return ints([scenario.groups.counts.get(who, 0) for who in index.characters])


def _asleep(scenario: Scenario, quarter: Quarter) -> Ints:
    """What falling asleep does to trust, as rows of an effect."""
    asleep = scenario.groups.asleep if scenario.groups is not None else None
    if asleep is None:
        return ints([]).reshape(0, 5)
    effect = TrustEffect(of=asleep.of, toward=asleep.toward, by=asleep.by)
    return effect_table([[effect]], quarter)[0]


def _stated(scenario: Scenario, index: Names, rows: Ints, offsets: Ints) -> Ints:
    """Points that the effects of each project on groups would add to the common good, were all awake."""
    stated = np.zeros(len(index.projects), dtype=np.int64)
    awake = sum(1 for group in scenario.groups.these if group.life) if scenario.groups is not None else 0
    for project in range(len(scenario.projects) if scenario.groups is not None else 0):
        for row in rows[offsets[project] : offsets[project + 1]]:
            if row[0] == GROUP_EFFECT:
                several = awake if row[1] < 0 else 1
                stated[project] += several * row[4] * scenario.groups.points  # type: ignore[union-attr]
    return ints(stated.tolist())


def _hours(scenario: Scenario, index: Names) -> Ints:
    """The hours that each project takes, one bit for each hour of the week."""
    if scenario.timetable is None:
        return ints([])
    bits = {hour: 1 << k for k, hour in enumerate(scenario.timetable.hours)}
    taken = [sum(bits[hour] for hour in set(project.occupies)) for project in scenario.projects]
    return ints([*taken, *([0] * (len(index.projects) - len(taken)))])


def _baton(scenario: Scenario, index: Names) -> Ints:
    """Who has the baton at first: the first in play where the one named is not."""
    if scenario.baton is None:
        return ints([])
    starts = scenario.baton.starts
    return ints([index.character(starts) if starts in index.characters else 0])


def _needs_shown(
    scenario: Scenario, duration: Duration, cast: Sequence[CastMember], families: Sequence[int]
) -> int:
    """How many needs lie face down; none where nobody can go and listen: it takes time of two families."""
    able = {family for member, family in zip(cast, families, strict=True) if member.tokens.time}
    shown = of_duration(scenario.face_down, duration) if scenario.places else 0
    return int(shown) if len(able) >= numbers.LISTENERS else 0


def _lifts(scenario: Scenario, index: Names) -> Ints:
    rows = [
        [p, index.character(who), index.character(about)]
        for p, project in enumerate(scenario.projects)
        for who, about in project.lifts
        if who in index.characters and about in index.characters
    ]
    return ints(rows).reshape(len(rows), 3)
