"""What the neighbourhood looks like: gauges, projects and clocks as things that are drawn.

Only what all may know is in it: levels of gauges, tokens that lie on projects, what was finished or given up.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle

from engine.content.model import Scenario
from engine.look.things import LEVELS, Neighbourhood, Shown, Standing
from engine.play.game import Game
from engine.rules.ballot import is_idea
from engine.rules.board import CARTE_BLANCHE

_OWN = "kiosk"
"""What the room's own project looks like."""
_HOUSES = ("homes", "shops", "hall", "library", "workshop", "school")
"""What gauges look like where the scenario names nothing, one after another."""
_STEP = 3
"""Points of a gauge for each level of its thing."""


def neighbourhood(game: Game) -> Neighbourhood:
    """The drawing of a game as it stands."""
    start = game.board.start.tolist()
    gains = [now - first for now, first in zip(game.state.ind.tolist(), start, strict=True)]
    before = gains
    if game.laid_open:
        before = [old - first for old, first in zip(game.records[-1].ind_ref.tolist(), start, strict=True)]
    things = (
        *_gauges(game.scenario, gains, before),
        *(_project(game, id_, kind) for id_, kind in _projects(game)),
        *_clocks(game),
    )
    return Neighbourhood(game.scenario.drawing.setting, things, _light(gains))


def at_first(scenario: Scenario) -> Neighbourhood:
    """The drawing before anything was played."""
    gains = [0] * len(scenario.indicators)
    clocks = [Shown(f"clock.{id_}", kind, "standing", 0) for id_, kind in scenario.drawing.clocks.items()]
    things = (*_gauges(scenario, gains, gains), *clocks)
    return Neighbourhood(scenario.drawing.setting, things, _light(gains))


def lit(gain: int) -> int:
    """How much of a thing (0 to 4) a gauge lights that gained so many points since the start: 1 at first."""
    return min(max(1 + (gain + 1) // _STEP, 0), LEVELS)


def _light(gains: Sequence[int]) -> int:
    return lit(sum(gains) // max(len(gains), 1))


def _gauges(scenario: Scenario, now: Sequence[int], before: Sequence[int]) -> Iterator[Shown]:
    """Each gauge's thing; where the scenario names none at all, a house for each and people for the gate."""
    named = scenario.drawing.gauges
    houses = cycle(_HOUSES)
    plain = {
        key: "people" if one.gate else next(houses) for key, one in scenario.indicators.items() if not named
    }
    for (key, gain), old in zip(zip(scenario.indicators, now, strict=True), before, strict=True):
        kind = named.get(key) or plain.get(key)
        if kind is not None:
            yield Shown(f"gauge.{key}", kind, "standing", lit(gain), lit(gain) != lit(old))


def _projects(game: Game) -> Iterator[tuple[str, str]]:
    """The projects that are drawn, and the things that show them: the room's own with the others."""
    named = game.scenario.drawing.projects
    yield from ((id_, kind) for id_, kind in named.items() if id_ in game.names.projects)
    if named:
        yield CARTE_BLANCHE, _OWN


def _project(game: Game, id_: str, kind: str) -> Shown:
    p, state = game.names.project(id_), game.state
    here = id_ in game.open
    standing: Standing = "absent"
    level = 0
    if is_idea(game.board, p) and state.done[p] and not state.funded[p]:  # written, and still to be voted
        standing, level = ("absent", 0) if _is_voted(game) else ("under_way", LEVELS - 1)
    elif state.done[p] or (is_idea(game.board, p) and state.funded[p]):
        standing, level = "standing", LEVELS
    elif here:
        cost, placed = state.cost[p].tolist(), state.placed[p].tolist()
        have = sum(min(one, need) for one, need in zip(placed, cost, strict=True))
        phases, paid = (int(game.board.phases[p]), int(state.phase[p])) if len(state.phase) else (1, 0)
        all_ = max(sum(cost), 1)
        standing, level = "under_way", min(LEVELS * (paid * all_ + have) // (phases * all_), LEVELS - 1)
        if game.over:  # nobody comes back to it
            standing = "lapsed" if have or paid else "absent"
    elif state.lapsed[p]:
        standing = "lapsed"
    return Shown(f"project.{id_}", kind, standing, level, _moved(game, p))


def _is_voted(game: Game) -> bool:
    """Whether what could be voted on was."""
    return game.over or bool(game.records and len(game.records) == game.board.rounds)


def _moved(game: Game, p: int) -> bool:
    """Whether the last reveal built at a project, or ended it."""
    if not game.laid_open:
        return False
    record = game.records[-1]
    built = record.completed[p] or (is_idea(game.board, p) and record.funded[p])
    return bool(built or record.lapsed[p] or game.state.given[:, p].sum())


def _clocks(game: Game) -> Iterator[Shown]:
    moves = game.records[-1].ticked.tolist() if game.laid_open else [0] * len(game.scenario.clocks)
    filled = game.state.segments.tolist()
    for clock, have, by in zip(game.scenario.clocks, filled, moves, strict=True):
        kind = game.scenario.drawing.clocks.get(clock.id)
        if kind is not None:
            level = LEVELS * have // clock.size
            yield Shown(f"clock.{clock.id}", kind, "standing", level, bool(by))
