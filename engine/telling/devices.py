"""What makes an evening bite, in words: who pays, acts, what comes back, clocks, who takes a seat over."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.language import ntr, tr
from engine.play.game import Game
from engine.rules.board.codes import FROM_BELIEVED, FROM_CLOCK
from engine.rules.board.tables import sent_later
from engine.telling import effects, rumours
from engine.telling.people import named
from engine.telling.projects import title
from engine.telling.reader import About, Reader, in_play, member_of, project_card
from engine.telling.vocabulary import listed


def personal(about: About, reader: Reader, project: str) -> tuple[tuple[str, int, str], ...]:
    """Who a project brings or costs something alone: (who, points, in words), those in play."""
    card = project_card(about, project)
    points = card.personal if card is not None else {}
    return tuple(
        (who, points[who], pays(about, reader, who, points[who])) for who in in_play(about) if points.get(who)
    )


def pays(about: About, reader: Reader, who: str, points: int) -> str:
    """What a project brings or costs somebody alone: "Marc y perd 3"."""
    if who == reader.you:
        return tr("vous y perdez {n}", n=-points) if points < 0 else tr("vous y gagnez {n}", n=points)
    name = named(about, reader, who)
    if points < 0:
        return tr("{name} y perd {n}", name=name, n=-points)
    return tr("{name} y gagne {n}", name=name, n=points)


def benefits(
    about: About, reader: Reader, project: str, done: bool, rose: bool = True
) -> tuple[tuple[int, str], ...]:
    """Who gains and who loses by a project that is complete; or would have, by one whose time is over, or had
    the common good risen: for each number of points, the most first, (points, in words): (2, "Odette et Marc
    y gagnent 2")."""
    told: dict[int, list[str]] = {}
    for who, points, _ in personal(about, reader, project):
        told.setdefault(points, []).append(who)
    return tuple(
        (points, words)
        for points in sorted(told, reverse=True)
        for words in _benefit(about, reader, told[points], points, done and (rose or points < 0))
    )


def _benefit(about: About, reader: Reader, all_: list[str], points: int, counts: bool) -> Iterator[str]:
    if reader.you in all_:
        yield pays(about, reader, reader.you, points) if counts else _would_have(points)
    others = [named(about, reader, who) for who in all_ if who != reader.you]
    if not others:
        return
    names, n, many = listed(others), abs(points), len(others)
    if counts and points > 0:
        yield ntr("{names} y gagne {by}", "{names} y gagnent {by}", many, names=names, by=n)
    elif counts:
        yield ntr("{names} y perd {by}", "{names} y perdent {by}", many, names=names, by=n)
    elif points > 0:
        yield ntr("{names} y aurait gagné {by}", "{names} y auraient gagné {by}", many, names=names, by=n)
    else:
        yield ntr("{names} y aurait perdu {by}", "{names} y auraient perdu {by}", many, names=names, by=n)


def _would_have(points: int) -> str:
    """The same of who plays alone."""
    if points < 0:
        return tr("vous y auriez perdu {n}", n=-points)
    return tr("vous y auriez gagné {n}", n=points)


def act(game: Game, reader: Reader) -> str:
    """The title of the act that the round is part of; "" where the scenario has none."""
    here = int(game.board.act_of[game.playing.number]) if game.round else -1
    return reader.read(game.scenario.evening[here].title) if here >= 0 else ""


class Letter(NamedTuple):
    """Something that was sent for a later round: what it says and does, "" while it is sealed; `verdict` is
    what a rumour was worth, with its truth; `clock` what came nearer, where a full clock sent it."""

    round: int
    says: str
    effects: tuple[str, ...]
    verdict: str = ""
    clock: str = ""


def letters(game: Game, reader: Reader) -> Iterator[Letter]:
    """What comes back with this round, opened, and what waits for later ones, sealed. What having believed a
    rumour costs has no seal of its own: it would tell that the rumour is false."""
    now = len(game.table.rounds)
    clocks = {clock.id: reader.read(clock.title) for clock in game.scenario.clocks}
    for when, (source, which, sent) in zip(
        game.state.waiting.tolist(), sent_later(game.scenario), strict=True
    ):
        if when == now and now:
            verdict = rumours.came_back(source)
            clock = clocks[which] if source == FROM_CLOCK else ""
            moved = effects.told(game, reader, sent.effects)
            yield Letter(when, reader.read(sent.says), moved, verdict, clock)
        elif when > now and source != FROM_BELIEVED:
            yield Letter(when, "", ())


def ticked(game: Game, reader: Reader) -> tuple[str, ...]:
    """How the last reveal moved the clocks; what comes of one that is full has no round after the last."""
    moves, said = game.records[-1].ticked.tolist(), []
    for clock, by, filled in zip(game.scenario.clocks, moves, game.state.segments.tolist(), strict=True):
        name = reader.read(clock.title)
        if by and filled >= clock.size:
            passed = tr("{clock} : le dernier cran est passé.", clock=name)
            after = tr("Ce qui vient viendra après ce soir.") if game.in_last_round else ""
            said.append(f"{passed} {after}".rstrip())
        elif by > 0:
            said.append(
                ntr(
                    "{clock} : plus qu’un cran.",
                    "{clock} : encore {n} crans.",
                    clock.size - filled,
                    clock=name,
                )
            )
        elif by < 0:
            said.append(tr("{clock} : cela recule.", clock=name))
    return tuple(said)


def opened(game: Game, reader: Reader) -> tuple[str, ...]:
    """The projects that may come from now on: after the last round, none."""
    if game.in_last_round:
        return ()
    found = game.records[-1].opened.nonzero()[0].tolist()
    return tuple(
        tr("« {project} » devient possible.", project=title(game, reader, game.names.projects[p]))
        for p in found
    )


def handed_over(game: Game, reader: Reader, who: str) -> str:
    """Why somebody leaves their seat, and who takes it."""
    member = member_of(game, who)
    before = game.scenario.characters[who]
    after = game.scenario.characters.get(member.heir or "", before)
    why = reader.read(member.leaves.says) if member.leaves else ""
    said = tr("{before} s’en va. {after} prend sa place.", before=before.name, after=after.name)
    return f"{why} {said}".strip()
