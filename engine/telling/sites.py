"""Works that are built in phases, and the ground that they take, in words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from engine.content.model import ProjectCard
from engine.language import ntr, signed, tr
from engine.play.game import Game
from engine.rules import sites as rules
from engine.telling import devices
from engine.telling.people import named
from engine.telling.projects import changes_of, title
from engine.telling.reader import About, Reader, in_play, project_card, scenario_of
from engine.telling.vocabulary import Change, changes, listed

What = Literal["up", "on", "stalled", "down"]


def each_round(about: About, reader: Reader, project: str) -> tuple[Change, ...]:
    """What each round does while a hoarding stands, as its card says; of what softens works, what it adds."""
    card = project_card(about, project)
    written = (card.works or card.softens) if card is not None else None
    return changes_of(about, reader, written.each if written is not None else {})


def each_now(game: Game, reader: Reader, project: str) -> tuple[Change, ...]:
    """The same of works as they are softened now."""
    p = game.names.project(project)
    moves = {key: rules.nuisance(game.board, game.state, p, m) for m, key in enumerate(game.names.indicators)}
    return changes_of(game, reader, moves)


def each_said(several: tuple[Change, ...]) -> str:
    """What each round does, in words; "" for nothing."""
    return tr("À chaque tour, palissade debout : {what}", what=changes(several)) if several else ""


def hurt_by_name(about: About, reader: Reader, project: str) -> Iterator[tuple[str, int, str]]:
    """Whom works bring or cost something by name each round: who, points, in words."""
    card = project_card(about, project)
    points = card.works.personal if card is not None and card.works is not None else {}
    for who in in_play(about):
        if points.get(who):
            yield who, points[who], devices.pays(about, reader, who, points[who])


def ground_said(about: About, reader: Reader, card: ProjectCard) -> str:
    """The ground that works take: "La moitié nord · Le quai"; all of it by one word."""
    sites = scenario_of(about).sites
    if card.works is None or sites is None:
        return ""
    taken = [part for part in sites.grounds if part.id in card.works.ground]
    if len(taken) == len(sites.grounds) > 1:
        return tr("tout le sol")
    return " · ".join(reader.read(part.title) for part in taken)


def where_it_is(phases: int, phase: int, standing: bool) -> str:
    """How far works are: "2 tranches", "Palissade debout : encore 1 tranche"."""
    if not standing:
        return ntr("{n} tranche", "{n} tranches", phases)
    return ntr(
        "Palissade debout : encore {n} tranche", "Palissade debout : encore {n} tranches", phases - phase
    )


def softens_said(about: About, reader: Reader, project: str) -> str:
    """What a project softens, in a sentence; "" where it softens nothing."""
    card = project_card(about, project)
    if card is None or card.softens is None:
        return ""
    what = changes(each_round(about, reader, project))
    if not card.softens.works:
        return tr("Adoucit toute palissade debout : {what} à chaque tour.", what=what)
    names = listed([tr("« {title} »", title=title(about, reader, other)) for other in card.softens.works])
    return tr("Adoucit {works}, palissade debout : {what} à chaque tour.", works=names, what=what)


def on_ground(part: str, project: str, left: int) -> str:
    """What a part of the ground has become: "La moitié nord : « … », encore 1 tranche"."""
    if not left:
        return tr("{part} : « {project} », fini", part=part, project=project)
    return ntr(
        "{part} : « {project} », encore {n} tranche",
        "{part} : « {project} », encore {n} tranches",
        left, part=part, project=project,
    )  # fmt: skip


def standing_said(n: int) -> str:
    """How many hoardings stand."""
    return ntr("{n} palissade debout", "{n} palissades debout", n) if n else tr("Aucune palissade")


def together_said(about: About, reader: Reader) -> str:
    """What each hoarding beyond the first does besides; "" for nothing."""
    sites = scenario_of(about).sites
    several = changes_of(about, reader, sites.together if sites is not None else {})
    return tr("Chaque palissade en plus de la première : {what}", what=changes(several)) if several else ""


def nuisance(game: Game, reader: Reader) -> tuple[Change, ...]:
    """What all the hoardings that stand do this round if nothing is done."""
    if not len(game.board.phases):
        return ()
    up, together = game.state.site.nonzero()[0].tolist(), game.board.together.tolist()
    more = max(0, len(up) - 1)
    moves = {
        key: sum(rules.nuisance(game.board, game.state, p, m) for p in up) + more * together[m]
        for m, key in enumerate(game.names.indicators)
    }
    return changes_of(game, reader, moves)


class Move(NamedTuple):
    """What a reveal did to works; see `view.types.SiteMove`."""

    project: str
    title: str
    what: What
    left: int
    said: str


def moves(game: Game, reader: Reader, number: int) -> Iterator[Move]:
    """What the reveal of a round (from 1) did to works, in the order of the table."""
    if not len(game.board.phases):
        return
    record = game.records[number - 1]
    for project in game.table.rounds[number - 1].open:
        p = game.names.project(project)
        if game.board.phases[p] < 2:
            continue
        left = int(game.board.phases[p]) - _paid(game, p, number)
        was_up = _stood(game, p, number - 1)
        if record.completed[p]:
            yield _move(game, reader, project, "down", 0)
        elif record.paid_phase[p]:
            yield _move(game, reader, project, "on" if was_up else "up", left)
        elif was_up and not record.lapsed[p]:
            yield _move(game, reader, project, "stalled", left, number == game.board.rounds)


def _paid(game: Game, p: int, number: int) -> int:
    """Phases of works that are paid after a round: as they are now, without those paid since."""
    return int(game.state.phase[p]) - sum(int(r.paid_phase[p]) for r in game.records[number:])


def _stood(game: Game, p: int, number: int) -> bool:
    """Whether a hoarding stood after a round."""
    return any(record.paid_phase[p] for record in game.records[:number])


def _move(game: Game, reader: Reader, project: str, what: What, left: int, over: bool = False) -> Move:
    name = title(game, reader, project)
    if what == "down":
        said = tr("« {project} » : la palissade tombe.", project=name)
    elif what == "up":
        said = ntr(
            "« {project} » : la palissade se dresse ; encore {n} tranche.",
            "« {project} » : la palissade se dresse ; encore {n} tranches.",
            left, project=name,
        )  # fmt: skip
    elif what == "on":
        said = ntr(
            "« {project} » avance : encore {n} tranche.",
            "« {project} » avance : encore {n} tranches.",
            left, project=name,
        )  # fmt: skip
    elif over:
        said = ntr(
            "« {project} » n’avance pas : il manquait {n} tranche.",
            "« {project} » n’avance pas : il manquait {n} tranches.",
            left, project=name,
        )  # fmt: skip
    else:
        said = ntr(
            "« {project} » n’avance pas : encore {n} tranche, et la gêne continue.",
            "« {project} » n’avance pas : encore {n} tranches, et la gêne continue.",
            left, project=name,
        )  # fmt: skip
    return Move(project, name, what, left, said)


def took_its_ground(game: Game, project: str, number: int) -> str:
    """The works whose hoarding went up, at the reveal of a round, on ground that a project wanted, so that it
    left the table; "" of any other."""
    record, p = game.records[number - 1], game.names.project(project)
    for other in record.paid_phase.nonzero()[0].tolist():
        if other != p and record.lapsed[p] and game.board.ground[other] & game.board.ground[p]:
            return game.names.projects[other]
    return ""


def fact(game: Game, reader: Reader, project: str, number: int) -> str:
    """That a hoarding stands at the end of a round, as anybody can check; "" where none does."""
    for move in moves(game, reader, number):
        if move.project == project and move.what != "down":
            return tr("À la fin du tour, la palissade de « {project} » est debout.", project=move.title)
    return ""


def borne(game: Game, reader: Reader) -> Iterator[tuple[str, float, str]]:
    """What the hoardings that stand after the last reveal brought or cost by name: who, points, in words;
    what they did by somebody's stakes is that one's alone to read. What they would bring counts only where
    the common good rose."""
    record = game.records[-1]
    if not len(record.borne):
        return
    points = game.board.hurts[:, game.state.site > 0].sum(axis=1).tolist()
    for who, by in zip(game.names.characters, points, strict=True):
        if by < 0 or (by > 0 and record.rose[0]):
            words = {"name": named(game, reader, who), "by": signed(by)}
            yield who, float(by), tr("{name} : {by} (les travaux)", **words)


def felt(game: Game, who: int, number: int) -> int:
    """What hoardings did to somebody at the reveal of a round, as it counted (fixed); `who` is an index."""
    record = game.records[number - 1]
    if not len(record.borne):
        return 0
    points = int(record.borne[who])
    return points if record.rose[0] else min(0, points)


# ---- Once it is over ------------------------------------------------------------------------------------


def rounds_up(game: Game, project: str) -> list[int]:
    """The rounds (from 1) whose reveals ended with the hoarding of a project up."""
    p, up, found = game.names.project(project), False, []
    for number, record in enumerate(game.records, 1):
        if not len(record.paid_phase):
            return []
        up = (up or bool(record.paid_phase[p])) and not record.completed[p]
        if up:
            found.append(number)
    return found


def cost_in_all(game: Game, reader: Reader, project: str) -> tuple[Change, ...]:
    """What the hoarding of a project did to the gauges in all the rounds in which it was up, softened by what
    was built by then."""
    p, rounds, moves = game.names.project(project), rounds_up(game, project), {}
    soften = {
        int(other): next((n for n, record in enumerate(game.records, 1) if record.completed[other]), 0)
        for other in game.board.softens[:, p].nonzero()[0]
    }
    for m, key in enumerate(game.names.indicators):
        own = int(game.board.nuisance[p, m])
        by = [
            sum(int(game.board.nuisance[other, m]) for other, since in soften.items() if 0 < since <= n)
            for n in rounds
        ]
        moves[key] = sum(rules.softened(own, points) for points in by)
    return changes_of(game, reader, moves)


def cost_of_all(game: Game, reader: Reader) -> tuple[Change, ...]:
    """What all the hoardings did to the gauges in all the rounds, what several did together included."""
    moves = {
        key: sum(int(record.ind_works[m]) for record in game.records if len(record.ind_works))
        for m, key in enumerate(game.names.indicators)
    }
    return changes_of(game, reader, moves)


def became(project: str, rounds: int, left: int) -> str:
    """What became of works: how long their hoarding stood, and whether it fell."""
    if left:
        return ntr(
            "« {project} » : {n} tour derrière la palissade, toujours debout.",
            "« {project} » : {n} tours derrière la palissade, toujours debout.",
            rounds, project=project,
        )  # fmt: skip
    return ntr(
        "« {project} » : {n} tour derrière la palissade, puis le sol neuf.",
        "« {project} » : {n} tours derrière la palissade, puis le sol neuf.",
        rounds, project=project,
    )  # fmt: skip
