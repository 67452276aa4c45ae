"""A session → what its record tells of works: the ground, the hoardings, and what they cost."""

from collections.abc import Iterator, Mapping

from engine.fixed import to_float
from engine.language import ntr, tr
from engine.play.game import Game
from engine.report import record as made
from engine.telling import sites as words
from engine.telling.gauges import indicator_title
from engine.telling.people import short
from engine.telling.projects import changes_of, title
from engine.telling.reader import Reader
from engine.telling.vocabulary import changes
from engine.view.types import View

Seen = Mapping[tuple[int, str], View]
"""What the room saw at the end of phases, by round and phase."""


def told(game: Game, reader: Reader, now: View, seen: Seen, over: bool) -> dict[str, tuple[object, ...]]:
    """The parts of a record that are about works, by name; all empty where a scenario has none. What they
    cost each person is told once it is over, as secrets are."""
    if now.sites is None:
        return {}
    return {
        "sites": tuple(_sites(game, reader)),
        "hoardings": tuple(_hoardings(game, reader, seen)),
        "grounds": tuple(_grounds(now, seen)),
        "nuisance": (*_gauges(game, reader), *(_people(game) if over else ())),
    }


def story(seen: Seen, number: int) -> Iterator[str]:
    """What the reveal of a round did to works, in sentences."""
    view = seen.get((number, "reveal"))
    if view is not None and view.reveal is not None:
        yield from (move.said for move in view.reveal.sites)


def crowded_out(game: Game, reader: Reader, number: int) -> Iterator[str]:
    """The works that left the table in a round because others took their ground."""
    for p in game.records[number - 1].lapsed.nonzero()[0].tolist():
        project = game.names.projects[p]
        if words.took_its_ground(game, project, number):
            yield title(game, reader, project)


def _sites(game: Game, reader: Reader) -> Iterator[made.Site]:
    """Every works whose hoarding went up, in the order in which they did."""
    found = []
    for card in game.scenario.projects:
        rounds = words.rounds_up(game, card.id)
        if not rounds:
            continue
        p = game.names.project(card.id)
        up, later = rounds[0], rounds[1:]
        paid = [n for n in later if game.records[n - 1].paid_phase[p]]
        down = rounds[-1] + 1 if game.state.done[p] else 0
        left = 0 if down else card.phases - int(game.state.phase[p])
        found.append(
            made.Site(
                title=title(game, reader, card.id),
                ground=words.ground_said(game, reader, card),
                phases=card.phases,
                up=up,
                on=tuple(paid),
                stalled=tuple(n for n in later if n not in paid),
                down=down,
                left=left,
                by=tuple(_givers(game, p, down)),
                word=_became(up, down, left),
            )
        )
    return iter(sorted(found, key=lambda one: one.up))


def _givers(game: Game, p: int, down: int) -> Iterator[str]:
    """Who gave to any phase: of works that are not over, what lies there counts too."""
    if down:
        gave = game.records[down - 1].builders[:, p] > 0
    else:
        gave = game.state.laid[:, p] + game.state.share[:, p].sum(axis=1) > 0
    return (short(game, who) for who, one in zip(game.names.characters, gave.tolist(), strict=True) if one)


def _became(up: int, down: int, left: int) -> str:
    if down:
        return tr("palissade debout du tour {up} au tour {down}, puis tombée", up=up, down=down)
    return ntr(
        "palissade debout depuis le tour {up}, encore {n} tranche",
        "palissade debout depuis le tour {up}, encore {n} tranches",
        left, up=up,
    )  # fmt: skip


def _hoardings(game: Game, reader: Reader, seen: Seen) -> Iterator[made.Hoardings]:
    """How many stood after each round, what they did in it, and what became of each."""
    for number, record in enumerate(game.records, 1):
        view = seen.get((number, "reveal"))
        up = view.sites.standing if view is not None and view.sites is not None else 0
        moved = dict(zip(game.names.indicators, record.ind_works.tolist(), strict=True))
        did = changes(changes_of(game, reader, moved))
        said = words.standing_said(up)
        yield made.Hoardings(
            round=number,
            standing=up,
            said=tr("{name} : {what}", name=said, what=did) if did else said,
            moved=tuple(story(seen, number)),
        )


def _grounds(now: View, seen: Seen) -> Iterator[made.Ground]:
    """How each part of the ground was at the start and after each round."""
    for part in now.sites.grounds if now.sites is not None else ():
        yield made.Ground(round=0, title=part.title, state="old", project="", left=0, said=part.title)
    for (number, phase), view in sorted(seen.items()):
        for part in view.sites.grounds if phase == "reveal" and view.sites is not None else ():
            yield made.Ground(
                round=number, title=part.title, state=part.state, project=part.name, left=part.left,
                said=part.said,
            )  # fmt: skip


def _gauges(game: Game, reader: Reader) -> Iterator[made.Nuisance]:
    for m, key in enumerate(game.names.indicators):
        points = sum(int(record.ind_works[m]) for record in game.records)
        if points:
            yield made.Nuisance(whose="gauge", name=indicator_title(game, reader, key), points=points)


def _people(game: Game) -> Iterator[made.Nuisance]:
    for i, who in enumerate(game.names.characters):
        points = sum(words.felt(game, i, number + 1) for number in range(len(game.records)))
        if points:
            yield made.Nuisance(whose="person", name=short(game, who), points=round(to_float(points), 1))
