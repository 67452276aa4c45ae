"""Groups that live, sleep, and learn to do without help, as an audience sees them."""

from collections.abc import Iterator

from engine.effects.group import autonomy_in
from engine.fixed import Ints
from engine.rules import groups as rules
from engine.rules.board import Board
from engine.telling import groups
from engine.telling.helping import groups_of
from engine.view.types import GroupMove, GroupsView, GroupTouch, GroupView
from engine.view.veil import Seen


def all_groups(seen: Seen) -> GroupsView | None:
    """The groups as they are; None where a scenario has none."""
    game = seen.game
    if game.scenario.groups is None:
        return None
    state, reader = game.state, seen.reader
    awake, autonomy = rules.awake_in(state.life), autonomy_in(state.life, state.autonomy)
    return GroupsView(
        title=seen.read(game.scenario.groups.title),
        noun=seen.read(game.scenario.groups.noun),
        groups=tuple(_groups(seen)),
        awake=awake,
        autonomy=autonomy,
        count_said=groups.count(game, reader, awake),
        worth_said=groups.worth(game, reader, autonomy),
        wear=int(state.wear[0]),
        history=(_at_start(game.board), *(_after(r.life_moved, r.autonomy_moved) for r in game.records)),
        laid_out=groups.laid_out(game, reader),
    )


def _groups(seen: Seen) -> Iterator[GroupView]:
    game = seen.game
    for k, group in enumerate(groups_of(game)):
        life, autonomy = int(game.state.life[k]), int(game.state.autonomy[k])
        member = int(game.board.member[k])
        yield GroupView(
            group.id,
            seen.read(group.title),
            seen.read(group.at),
            life,
            autonomy,
            life > 0,
            not rules.needs_help(game.state, k),
            game.names.characters[member] if member >= 0 else "",
            group.helping if group.helping in game.open else "",
            groups.state_of(seen.reader, group, life, autonomy),
        )


def _at_start(board: Board) -> tuple[int, int]:
    return rules.awake_in(board.life), autonomy_in(board.life, board.autonomy)


def _after(life: Ints, autonomy: Ints) -> tuple[int, int]:
    return rules.awake_in(life[:, 1]), autonomy_in(life[:, 1], autonomy[:, 1])


def moves(seen: Seen) -> Iterator[GroupMove]:
    """What the last reveal did to the groups."""
    for one in groups.moves(seen.game, seen.reader, len(seen.game.records)):
        yield GroupMove(
            one.group.id,
            seen.read(one.group.title),
            one.help,
            one.life,
            one.autonomy,
            one.life[0] == 0 < one.life[1],
            one.life[0] > 0 == one.life[1],
            one.said,
        )


def touches(seen: Seen, project: str) -> Iterator[GroupTouch]:
    """What a project does to groups, as written."""
    return (GroupTouch(*one) for one in groups.touches(seen.game, seen.reader, project))
