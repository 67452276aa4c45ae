"""Groups that live, sleep, and learn to do without help.

The common good is what the groups that are awake do by themselves: so many points for each level of their
autonomy. Projects and situations move them; people may go and help a few of them each round. At each reveal
those that still need help lose some life, and fall asleep when they have none left.
"""

from engine import numbers
from engine.effects import taking
from engine.effects.group import NUMBER as GROUP_EFFECT
from engine.effects.group import autonomy_in, touch
from engine.fixed import ONE, Ints
from engine.rules.board import Board
from engine.rules.board.codes import HELPED
from engine.rules.record import Record
from engine.rules.state import ROUND, State, put_on_table, take_off_table

NOT_HELPED, CAME, ASKED, IN_VAIN = 0, 1, 2, 3
"""What became of a group at a reveal: nobody went; somebody came; came because it asked; it asked, and nobody
came."""


def has_groups(board: Board) -> bool:
    """Whether there are any."""
    return bool(board.member.shape[0] > 0)


def is_helping(board: Board, project: int) -> bool:
    """Whether a project is going to help a group."""
    return bool(board.closed[project] == HELPED)


def helped_by(board: Board, project: int) -> int:
    """The group that one goes to help, of a project that is that."""
    return int(board.where[project])


def awake_in(life: Ints) -> int:
    """How many groups of so much life are awake."""
    awake = 0
    for group in range(life.shape[0]):
        if life[group] > 0:
            awake += 1
    return awake


def autonomous_in(life: Ints, autonomy: Ints) -> int:
    """How many are awake and do without help."""
    several = 0
    for group in range(life.shape[0]):
        if life[group] > 0 and autonomy[group] >= numbers.ALONE:
            several += 1
    return several


def needs_help(state: State, group: int) -> bool:
    """Whether a group would fall asleep, some day, if nobody did anything; or sleeps."""
    return bool(state.life[group] == 0 or state.autonomy[group] < numbers.ALONE)


def _help_one(life: Ints, autonomy: Ints, group: int, asked: bool) -> None:
    """Somebody came and helped: it lives longer, and has unlearned something unless it had asked."""
    life[group] = min(numbers.MOST_LEVEL, life[group] + numbers.HELP_LIFE)
    if not asked:
        autonomy[group] = max(0, autonomy[group] - numbers.HELP_AUTONOMY)


def wear_out(life: Ints, autonomy: Ints) -> None:
    """Those that need help lose some life."""
    for group in range(life.shape[0]):
        if autonomy[group] < numbers.ALONE:
            life[group] = max(0, life[group] - numbers.WORN)


# ---- The round ------------------------------------------------------------------------------------------


def lay_groups(board: Board, state: State) -> None:
    """Lay out the groups that people may go and help: those awake that have least life left, and, last, one
    that sleeps; of others, the next. The first seat turns with the rounds."""
    if not has_groups(board):
        return
    first = board.slots + 1 + board.listening.shape[0]
    for spot in range(board.tables):
        if state.open[first + spot] >= 0:
            take_off_table(state, first + spot)
    for spot in range(board.tables):
        group = _next_to_help(board, state, first, spot == board.tables - 1)
        if group >= 0:
            put_on_table(state, first + spot, board.helping[group])


def _next_to_help(board: Board, state: State, first: int, asleep: bool) -> int:
    """The group that needs help most among those not laid out: one that sleeps, or one that is awake, before
    the others; -1 where none needs any."""
    found, most = -1, 0
    for k in range(state.life.shape[0]):
        group = (k + state.clock[ROUND] * numbers.HELPED_AT_ONCE) % state.life.shape[0]
        need = 1 + numbers.MOST_LEVEL - state.life[group]
        if (state.life[group] == 0) == asleep:
            need += 2 * numbers.MOST_LEVEL
        for spot in range(board.tables):
            if state.open[first + spot] == board.helping[group]:
                need = 0
        if needs_help(state, group) and need > most:
            found, most = group, need
    return found


def set_allowed(board: Board, state: State) -> None:
    """What each may put where groups are helped: a token of time to go there, and of its own group, which
    nobody helps from within, one of backing to ask."""
    for project in range(state.allowed.shape[1]):
        for who in range(board.n):
            for kind in range(3):
                state.allowed[who, project, kind] = numbers.MOST_TOKENS
            if is_helping(board, project):
                own = board.member[helped_by(board, project)] == who
                state.allowed[who, project, 0] = 0 if own else 1
                state.allowed[who, project, 1] = 0
                state.allowed[who, project, 2] = 1 if own else 0


def weigh_groups(board: Board, state: State) -> None:
    """What this round takes from the common good if nothing is done (`wear`); and what completing each open
    project would bring it besides, and whoever has an interest in the count."""
    if not has_groups(board):
        return
    life, autonomy = state.life.copy(), state.autonomy.copy()
    wear_out(life, autonomy)
    awake, lives = awake_in(life), autonomy_in(life, autonomy)
    state.wear[0] += (lives - autonomy_in(state.life, state.autonomy)) * board.group_points
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            for group in range(life.shape[0]):
                life[group], autonomy[group] = state.life[group], state.autonomy[group]
            do_to_groups(board, state.life, life, autonomy, project, True)
            wear_out(life, autonomy)
            state.takes_commons[project] -= (autonomy_in(life, autonomy) - lives) * board.group_points
            for who in range(board.n):
                state.takes[who, project] -= board.counts[who] * (awake_in(life) - awake) * ONE


def do_to_groups(board: Board, before: Ints, life: Ints, autonomy: Ints, project: int, asked: bool) -> None:
    """What completing a project does to the groups, as what is completed beside it left them; `asked`: help
    is asked for where somebody could. `before` is their life as the round began: whoever comes to help a
    group that closes now finds the door shut."""
    if is_helping(board, project):
        group = helped_by(board, project)
        if before[group] == 0 or life[group] > 0:
            _help_one(life, autonomy, group, asked and board.member[group] >= 0)
    for row in range(board.project_rows[project], board.project_rows[project + 1]):
        if board.project_effects[row, 0] == GROUP_EFFECT:
            touch(life, autonomy, board.project_effects[row], 0)


def would_teach(board: Board, state: State, project: int) -> int:
    """Points that completing a project would add to the common good by groups alone, at once."""
    life, autonomy = state.life.copy(), state.autonomy.copy()
    do_to_groups(board, state.life, life, autonomy, project, True)
    more = autonomy_in(life, autonomy) - autonomy_in(state.life, state.autonomy)
    return int(more * board.group_points)


# ---- The reveal -----------------------------------------------------------------------------------------


def note_groups(state: State, record: Record) -> None:
    """Write down what they were before the reveal."""
    for group in range(state.life.shape[0]):
        record.life_moved[group, 0] = state.life[group]
        record.autonomy_moved[group, 0] = state.autonomy[group]


def build_groups(board: Board, state: State, record: Record, project: int) -> None:
    """A project is complete: what it does to groups, and so to the common good."""
    before = autonomy_in(state.life, state.autonomy)
    for row in range(board.project_rows[project], board.project_rows[project + 1]):
        if board.project_effects[row, 0] == GROUP_EFFECT:
            touch(state.life, state.autonomy, board.project_effects[row], 0)
    moved = autonomy_in(state.life, state.autonomy) - before
    record.ind_built[board.gate] += moved * board.group_points


def help_groups(board: Board, state: State, record: Record) -> None:
    """Those who went to help have helped; then those that need help lose some life. What was given to ask
    where nobody came is spent."""
    if not has_groups(board):
        return
    before = autonomy_in(state.life, state.autonomy)
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0 and is_helping(board, project):
            _help(board, state, record, project)
    helped = autonomy_in(state.life, state.autonomy)
    wear_out(state.life, state.autonomy)
    record.ind_groups[0] = (helped - before) * board.group_points
    record.ind_groups[1] = (autonomy_in(state.life, state.autonomy) - helped) * board.group_points
    for group in range(state.life.shape[0]):
        record.life_moved[group, 1] = state.life[group]
        record.autonomy_moved[group, 1] = state.autonomy[group]
    _count(board, record)


def _help(board: Board, state: State, record: Record, project: int) -> None:
    group = helped_by(board, project)
    asked = state.placed[project, 2] > 0
    if state.placed[project, 0] == 0:
        record.helped[group] = IN_VAIN if asked else NOT_HELPED
        for kind in range(3):
            record.lost[project, kind] = state.placed[project, kind]
        return
    record.helped[group] = ASKED if asked else CAME
    record.completed[project] = 1
    state.done[project] = state.clock[ROUND]
    for who in range(board.n):
        record.builders[who, project] = state.share[who, project].sum()
    if record.life_moved[group, 0] == 0 or state.life[group] > 0:
        _help_one(state.life, state.autonomy, group, asked)


def _count(board: Board, record: Record) -> None:
    """Whoever has an interest in how many are awake: what wakes brings them something if the common good
    rises, what falls asleep costs them all the same."""
    woke = awake_in(record.life_moved[:, 1]) - awake_in(record.life_moved[:, 0])
    for who in range(board.n):
        record.counted[who] = board.counts[who] * woke * ONE
        record.gain[who] += record.counted[who]
        record.loss[who] += min(0, record.counted[who])


def lose_trust(board: Board, state: State, record: Record) -> None:
    """What it costs in trust that groups fell asleep."""
    for group in range(state.life.shape[0]):
        if record.life_moved[group, 0] > 0 and record.life_moved[group, 1] == 0:
            for row in range(board.asleep_effects.shape[0]):
                taking.at_completion(board, state, record, board.asleep_effects[row])
