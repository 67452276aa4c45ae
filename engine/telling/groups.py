"""Groups that live, sleep, and learn to do without help, in words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Final, Literal, NamedTuple

from engine.content.model import Group
from engine.effects.group import GroupEffect, autonomy_in
from engine.fixed import to_float
from engine.language import capital, signed, tr
from engine.play.game import Game
from engine.rules import groups as rules
from engine.telling import effects
from engine.telling.helping import group_helped, groups_of
from engine.telling.people import named
from engine.telling.projects import changes as changes_of_project
from engine.telling.projects import changes_of
from engine.telling.reader import About, Reader, project_card, scenario_of
from engine.telling.vocabulary import changes, listed


def state_of(reader: Reader, group: Group, life: int, autonomy: int) -> str:
    """What a group is: "La Halle : vie 1, autonomie 2", or that it sleeps."""
    title = reader.read(group.title)
    if life == 0:
        return tr("{group} : en sommeil, autonomie {autonomy}", group=title, autonomy=autonomy)
    return tr("{group} : vie {life}, autonomie {autonomy}", group=title, life=life, autonomy=autonomy)


def count(game: Game, reader: Reader, awake: int) -> str:
    """How many are awake: "4 conseils sur 9"; "Conseils : 1 sur 9", for their name is a plural."""
    groups = game.scenario.groups
    noun = reader.read(groups.noun) if groups is not None else ""
    words = {"n": awake, "noun": noun, "all": len(groups_of(game))}
    return (
        capital(tr("{noun} : {n} sur {all}", **words)) if awake < 2 else tr("{n} {noun} sur {all}", **words)
    )


def worth(game: Game, reader: Reader, autonomy: int) -> str:
    """What autonomy counts in the common good: "Autonomie : 8 × 3 = 24"."""
    points = int(game.board.group_points)
    gate = reader.read(game.scenario.indicators[game.scenario.gate].title)
    return tr("{gate} : {n} × {points} = {all}", gate=gate, n=autonomy, points=points, all=autonomy * points)


Help = Literal["", "helped", "asked", "vain"]
"""Nobody went; somebody came; came because it had asked; it had asked, and nobody came."""


class Move(NamedTuple):
    """What a reveal did to a group; see `view.types.GroupMove`. `came`: who went to help it."""

    group: Group
    help: Help
    life: tuple[int, int]
    autonomy: tuple[int, int]
    said: str
    came: tuple[str, ...]


_HELP: Final[Mapping[int, Help]] = {
    rules.CAME: "helped", rules.ASKED: "asked", rules.IN_VAIN: "vain", rules.NOT_HELPED: "",
}  # fmt: skip


def moves(game: Game, reader: Reader, number: int) -> Iterator[Move]:
    """The groups that the reveal of a round (from 1) moved, or that asked in vain."""
    record = game.records[number - 1]
    for k, group in enumerate(groups_of(game)):
        life = int(record.life_moved[k, 0]), int(record.life_moved[k, 1])
        autonomy = int(record.autonomy_moved[k, 0]), int(record.autonomy_moved[k, 1])
        help_ = _HELP[int(record.helped[k])]
        if life[0] != life[1] or autonomy[0] != autonomy[1] or help_:
            came = tuple(_came(game, number, group))
            names = listed([named(game, reader, who) for who in came])
            said = _moved(reader, group, help_, life, autonomy, names)
            yield Move(group, help_, life, autonomy, said, came)


def _came(game: Game, number: int, group: Group) -> Iterator[str]:
    """Who went to help a group: whose time came back did not."""
    given, helped = game.table.rounds[number - 1].given, game.names.project(group.helping)
    stayed = game.records[number - 1].builders[:, helped]
    for who, gifts in given.items():
        if gifts.get(group.helping, (0, 0, 0))[0] and stayed[game.names.character(who)]:
            yield who


def _moved(
    reader: Reader, group: Group, help_: str, life: tuple[int, int], autonomy: tuple[int, int], came: str
) -> str:
    parts = [*_how(help_, came), *_became(life, autonomy)]
    moved = reduce(lambda one, other: tr("{one} ; {other}", one=one, other=other), parts)
    return tr("{group} : {moves}.", group=reader.read(group.title), moves=moved)


def _how(help_: str, came: str) -> Iterator[str]:
    if help_ == "helped":
        yield tr("aide non demandée, de {names}", names=came)
    elif help_ == "asked":
        yield tr("aide demandée, et venue de {names}", names=came)
    elif help_ == "vain":
        yield tr("aide demandée, et personne n’est venu")


def _became(life: tuple[int, int], autonomy: tuple[int, int]) -> Iterator[str]:
    """No verb: a name may be a plural."""
    if life[0] == 0 < life[1]:
        yield tr("réveil")
    if life[0] > 0 == life[1]:
        yield tr("en sommeil")
    parts = []
    if life[0] != life[1]:
        parts.append(tr("vie {before} → {after}", before=life[0], after=life[1]))
    if autonomy[0] != autonomy[1]:
        parts.append(tr("autonomie {before} → {after}", before=autonomy[0], after=autonomy[1]))
    if parts:
        yield ", ".join(parts)


def counted(game: Game, reader: Reader, number: int) -> Iterator[tuple[str, float, str]]:
    """What the number of those awake brought or cost whoever it matters to, at the reveal of a round: who,
    points, in words. What it would bring counts only where the common good rose."""
    record = game.records[number - 1]
    for k, who in enumerate(game.names.characters if len(record.counted) else ()):
        points = to_float(int(record.counted[k]))
        if points < 0 or (points > 0 and record.rose[0]):
            yield (
                who,
                points,
                tr("{name} : {by} (le nombre)", name=named(game, reader, who), by=signed(points)),
            )


def touches(about: About, reader: Reader, project: str) -> Iterator[tuple[str, str, int, int, str]]:
    """What a project does to groups, as written: id ("" for several), title, life, autonomy, in words."""
    card, groups = project_card(about, project), scenario_of(about).groups
    if card is None or groups is None or group_helped(scenario_of(about), project) is not None:
        return
    titles = {group.id: reader.read(group.title) for group in groups_of(about)}
    for effect in card.effects:
        if not isinstance(effect, GroupEffect):
            continue
        name, said = effect.group, " · ".join(effects.told(about, reader, (effect,)))
        if name in titles:
            yield name, titles[name], effect.life, effect.autonomy, said
        elif name not in {group.id for group in groups.these}:
            noun = reader.read(groups.noun)
            title = tr("Tous les {noun}", noun=noun)
            if name == "awake":
                title = tr("Tous les {noun} en éveil", noun=noun)
            yield "", title, effect.life, effect.autonomy, said


def changes_said(game: Game, reader: Reader, project: str) -> str:
    """What completing a project changes: of the common good, what it adds at the reveal, then what would
    otherwise fall asleep with its groups, or does all the same. Help is told as where nobody asked for it."""
    if game.scenario.groups is None:
        return ""
    gate, (now, kept) = game.scenario.gate, _added_and_kept(game, project)
    written = {move.indicator: move.by for move in changes_of_project(game, reader, project)}
    moves = changes_of(game, reader, {**written, gate: now})
    told = [changes([move]) for move in moves if move.indicator != gate]
    good = changes(move for move in moves if move.indicator == gate)
    if kept > 0 and good:
        good = tr("{change}, et {n} de sauvés du sommeil", change=good, n=kept)
    elif kept > 0:
        name = reader.read(game.scenario.indicators[gate].title)
        good = tr("{gate} : {n} de sauvés du sommeil", gate=name, n=kept)
    elif kept:
        good = tr("{change}, dont {n} aussitôt en sommeil", change=good, n=-kept)
    return ", ".join(filter(None, (*told, good)))


def _added_and_kept(game: Game, project: str) -> tuple[int, int]:
    """Points that completing a project adds to the common good at once, and those that it keeps from falling
    asleep at that reveal; below 0, those of what it adds that fall asleep all the same."""
    board, state, p = game.board, game.state, game.names.project(project)
    life, autonomy = state.life.copy(), state.autonomy.copy()
    rules.do_to_groups(board, state.life, life, autonomy, p, False)
    now = autonomy_in(life, autonomy) - autonomy_in(state.life, state.autonomy)
    rules.wear_out(life, autonomy)
    still_life, still_autonomy = state.life.copy(), state.autonomy.copy()
    rules.wear_out(still_life, still_autonomy)
    whole = autonomy_in(life, autonomy) - autonomy_in(still_life, still_autonomy)
    if whole > now and rules.awake_in(life) <= rules.awake_in(still_life):
        now = whole  # it puts to sleep what would have fallen asleep
    points = int(board.group_points)
    return int(board.change[p, board.gate]) + points * now, points * (whole - now)


def laid_out(game: Game, reader: Reader) -> str:
    """How the groups stand as a round begins, in a line: those awake, and how many sleep."""
    several = groups_of(game)
    life, autonomy = game.state.life.tolist(), game.state.autonomy.tolist()
    awake = [state_of(reader, g, life[k], autonomy[k]) for k, g in enumerate(several) if life[k]]
    asleep = [reader.read(g.title) for k, g in enumerate(several) if not life[k]]
    parts = [*awake]
    if asleep:
        parts.append(tr("en sommeil : {names}", names=listed(asleep)))
    return " · ".join(parts)


def of_project(several: Sequence[Group], project: str) -> str:
    """The id of the group that a project goes to help; "" of all else."""
    return next((group.id for group in several if group.helping == project), "")


def interest(about: About, reader: Reader, who: str) -> str:
    """What the number of those awake brings and costs somebody, in words; "" where it does neither."""
    groups = scenario_of(about).groups
    points = groups.counts.get(who, 0) if groups is not None else 0
    if groups is None or not points:
        return ""
    noun = capital(reader.read(groups.noun))
    return tr("{noun} éveillés : {by} pour chacun de plus, {less} pour chacun de moins", noun=noun,
              by=signed(points), less=signed(-points))  # fmt: skip


def numbered(about: About, reader: Reader) -> str:
    """What brings it, as the title of a gain: "Conseils éveillés"."""
    groups = scenario_of(about).groups
    return tr("{noun} éveillés", noun=capital(reader.read(groups.noun))) if groups is not None else ""
