"""What a reveal laid open, in words: facts without comment."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from engine.language import ntr, tr
from engine.play.game import Game, trio
from engine.play.table import Trio
from engine.rules.state import FACT_NAMES, KEPT
from engine.telling import sites, timetable
from engine.telling.people import named, short
from engine.telling.projects import title, toward
from engine.telling.reader import Reader, member_of
from engine.telling.vocabulary import Fact, listed, tokens


def fact_of(game: Game, who: str) -> Fact:
    """One fact for all that a character promised and gave this round."""
    record = game.records[-1]
    facts = {FACT_NAMES[f] for f in record.fact[game.names.character(who)].tolist()}
    bound = facts & {"kept", "part", "broken"}
    if bound == {"kept"}:
        return "kept"
    if bound:
        return "broken" if bound == {"broken"} else "part"
    if "gift" in facts:
        return "gift"
    return "void" if "void" in facts else "none"


def asked_by(game: Game, reader: Reader, who: str) -> str:
    """Who asked for what a character has given: to get others to give is part of the game; "" for nobody."""
    given = game.playing.given.get(who, {})
    askers = [
        a.asker for a in game.playing.answers if a.asked == who and any(a.accepted) and a.project in given
    ]
    if not askers:
        return ""
    return tr(
        "demandé par {names}", names=listed([named(game, reader, one) for one in dict.fromkeys(askers)])
    )


def came_back(game: Game, reader: Reader, who: str) -> Iterator[str]:
    """What of somebody's tokens came back, and where they were too many: of who gave to one project alone,
    the tokens are enough."""
    given = game.playing.given.get(who, {})
    for id_ in given:
        back = trio(game.records[-1].returned[game.names.character(who), game.names.project(id_)])
        words = {"tokens": tokens(back), "toward": toward(game, reader, id_)}
        if any(back) and len(given) > 1:
            yield ntr(
                "{tokens} revient, de ce qui allait {toward}",
                "{tokens} reviennent, de ce qui allait {toward}",
                sum(back), **words,
            )  # fmt: skip
        elif any(back):
            yield ntr("{tokens} revient", "{tokens} reviennent", sum(back), **words)


def lapsed(game: Game, reader: Reader, project: str, missing: Trio) -> str:
    """What was lost with a project whose time is over, or whose ground others took, and who had promised what
    it lacked."""
    lost = game.records[-1].lost[game.names.project(project)]
    taker = sites.took_its_ground(game, project, len(game.records))
    said = tr("Le délai est passé.")
    if taker:
        said = tr("« {project} » a pris le même sol.", project=title(game, reader, taker))
        said += " " + tr("Perdu : {tokens}.", tokens=tokens(trio(lost))) if any(lost) else ""
    elif any(lost):
        said = tr("Le délai est passé. Perdu : {tokens}.", tokens=tokens(trio(lost)))
    return f"{said} {unkept(game, reader, project, missing)}".rstrip()


def lacking(game: Game, reader: Reader, project: str, missing: Trio) -> str:
    """What is missing, and who had promised it; after the last round, that it is too late for it, and what
    was lost with it."""
    said = tr("Il manque {tokens}.", tokens=tokens(missing))
    if game.in_last_round:
        said = tr("Ce chantier ne se fera plus : il manquait {tokens}.", tokens=tokens(missing))
        placed = trio(game.state.placed[game.names.project(project)])
        said += " " + tr("Perdu : {tokens}.", tokens=tokens(placed)) if any(placed) else ""
    return f"{said} {unkept(game, reader, project, missing)}".rstrip()


def unkept(game: Game, reader: Reader, project: str, missing: Trio) -> str:
    """Who promised a project more than they gave it of what it is missing; "" for nobody."""
    short_of = game.records[-1].unkept[:, game.names.project(project)].tolist()
    names = [
        named(game, reader, p.who)
        for p in game.playing.promises
        if p.project == project
        and short_of[game.names.character(p.who)]
        and any(m and t > g for m, t, g in zip(missing, p.tokens, _given(game, p.who, project), strict=True))
    ]
    return tr("Promis, mais pas donné : par {names}.", names=listed(names)) if names else ""


def _given(game: Game, who: str, project: str) -> Trio:
    return game.playing.given.get(who, {}).get(project, (0, 0, 0))


def built(game: Game, reader: Reader, project: str) -> str:
    """That a project is complete, and thanks to whom: all who gave to it since it came to the table."""
    givers: dict[str, None] = {}
    for played in reversed(game.table.rounds):
        if project not in played.open:
            break
        givers |= dict.fromkeys(who for who, given in played.given.items() if any(given.get(project, ())))
    names = [named(game, reader, who) for who in game.names.characters if who in givers]
    said = tr("C’est fait, grâce à {names}.", names=listed(names)) if names else tr("C’est fait.")
    if taker := timetable.in_vain(game, project):
        said += " " + tr("Mais pour rien : « {other} » garde l’heure.", other=title(game, reader, taker))
    return said


class Lifted(NamedTuple):
    """Presuppositions that fell between two: how, in a sentence that does not tell what they were; and what
    was `believed`: (who, of whom, what)."""

    who: str
    other: str
    said: str
    believed: tuple[tuple[str, str, str], ...]


def lifted(game: Game, reader: Reader) -> tuple[Lifted, ...]:
    """Presuppositions that fell at the last reveal; a pair that built is told once."""
    record, names = game.records[-1], game.names.characters
    by_projects = {(a, b) for p, a, b in game.board.lifts.tolist() if record.completed[p]}
    told: dict[tuple[int, int], Lifted] = {}
    for i, j in zip(*(axis.tolist() for axis in record.lifted.nonzero()), strict=True):
        together = (i, j) not in by_projects
        both = together and bool(record.lifted[j, i]) and (j, i) not in by_projects  # or it would fall twice
        key = (min(i, j), max(i, j)) if both else (i, j)
        who, other = names[key[0]], names[key[1]]
        said = _built(game, reader, who, other, both) if together else _by_project(game, reader, i, j)
        pairs = ((who, other), (other, who)) if both else ((who, other),)
        told[key] = Lifted(who, other, said, tuple(_believed(game, reader, pairs)))
    return tuple(told.values())


def _believed(
    game: Game, reader: Reader, pairs: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str, str]]:
    for who, other in pairs:
        for belief in member_of(game, who).believes:
            if belief.about == other:
                yield who, other, reader.read(belief.that)


def _built(game: Game, reader: Reader, who: str, other: str, both: bool) -> str:
    """That two have kept what they said aloud of one project, so that what one believed of the other falls,
    or what each did; a pact that they have broken is another word, and takes nothing away from it."""
    record, names = game.records[-1], game.names
    pair = [names.character(who), names.character(other)]
    by = next(p for p in np.flatnonzero(record.completed).tolist() if (record.fact[pair, p] == KEPT).all())
    project = title(game, reader, names.projects[by])
    if reader.you in (who, other):
        them = short(game, other if who == reader.you else who)
        words = {"other": them, "project": project}
        if both:
            return tr(
                "Vous et {other} avez tenu ce qui était promis tout haut pour « {project} » : "
                "deux présupposés tombent.", **words,
            )  # fmt: skip
        return tr(
            "Vous et {other} avez tenu ce qui était promis tout haut pour « {project} » : "
            "un présupposé tombe.", **words,
        )  # fmt: skip
    words = {"who": short(game, who), "other": short(game, other), "project": project}
    if both:
        return tr(
            "{who} et {other} ont tenu ce qui était promis tout haut pour « {project} » : "
            "deux présupposés tombent.", **words,
        )  # fmt: skip
    return tr(
        "{who} et {other} ont tenu ce qui était promis tout haut pour « {project} » : "
        "un présupposé tombe.", **words,
    )  # fmt: skip


def _by_project(game: Game, reader: Reader, i: int, j: int) -> str:
    record, names = game.records[-1], game.names
    by = next(p for p, a, b in game.board.lifts.tolist() if record.completed[p] and (a, b) == (i, j))
    who, other, built = names.characters[i], names.characters[j], title(game, reader, names.projects[by])
    if who == reader.you:
        return tr(
            "« {project} » fait tomber un de vos présupposés, sur {other}.",
            project=built, other=short(game, other),
        )  # fmt: skip
    return tr(
        "« {project} » fait tomber un présupposé de {who} sur {other}.",
        project=built, who=short(game, who), other=named(game, reader, other),
    )  # fmt: skip
