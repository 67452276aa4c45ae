"""The posture map: who moved, from where to where, and every reason in words."""

import math
from typing import Final, Literal

from engine.fixed import to_float
from engine.language import ntr, tr
from engine.play.game import Game
from engine.rules.board import POSTURE
from engine.view.people import indicator_title, short
from engine.view.projects import title
from engine.view.types import MapView, MoveView, Reason
from engine.view.veil import Seen
from engine.view.wording import listed, posture, zone

LINK: Final = 0.5
"""Two characters are linked on the map from this mutual trust on."""
SLIGHT: Final = 0.05
"""A term smaller than this is not told."""


def map_view(seen: Seen) -> MapView | None:
    """The map once a debate has come to it, and at the Bilan."""
    table = seen.game.table
    if not seen.game.records or not (table.step == "map" or table.phase in ("break", "bilan")):
        return None
    grid = seen.game.scenario.map
    labels = dict.fromkeys(label for row in grid for label in row)
    return MapView(
        moves=tuple(_move(seen, who) for who in seen.game.names.characters),
        grid=grid,
        zones=tuple(zone(seen, label) for label in labels),
        links=_links(seen.game),
        mutual_trust=seen.mutual_trust,
    )


def _links(game: Game) -> tuple[tuple[str, str, float], ...]:
    """Who trusts whom, both ways, as what was done has made it. Presuppositions, which halve it in the
    Bilan's network, are left out: a line that is missing here would tell who holds one."""
    names, trust = game.names.characters, game.state.trust
    pairs = []
    for i, one in enumerate(names):
        for j in range(i + 1, len(names)):
            mutual = to_float(int(trust[i, j] + trust[j, i])) / 2
            if mutual >= LINK:
                pairs.append((one, names[j], round(mutual, 2)))
    return tuple(sorted(pairs, key=lambda pair: -pair[2]))


def _move(seen: Seen, who: str) -> MoveView:
    game, record = seen.game, seen.game.records[-1]
    i = game.names.character(who)
    before = posture(seen, int(record.s_before[i]), int(record.a_before[i]))
    after = posture(seen, int(game.state.s[i]), int(game.state.a[i]))
    placed = game.playing.placings.get(who)
    return MoveView(
        who=who,
        before=before,
        after=after,
        reasons=tuple(sorted(_reasons(seen, i), key=lambda reason: -abs(reason.by))),
        proposed=who in game.held and placed is None and game.table.step == "map",
        headline=_headline(
            short(seen, who),
            to_float(int(game.state.s[i] - record.s_before[i])),
            to_float(int(game.state.a[i] - record.a_before[i])),
        ),
    )


def _headline(name: str, by_s: float, by_a: float) -> str:
    if max(abs(by_s), abs(by_a)) < SLIGHT:
        return tr("{name} ne bouge pas", name=name)
    nearer = by_s - by_a
    if abs(nearer) < SLIGHT:
        return tr("{name} bouge", name=name)
    return tr("{name} se rapproche", name=name) if nearer > 0 else tr("{name} s’éloigne", name=name)


def _reasons(seen: Seen, i: int) -> list[Reason]:
    """The terms of a move that count, for synergy and antagonism."""
    record = seen.game.records[-1]
    synergy = [
        *_near(seen, record.s_near[i].tolist()),
        (int(record.s_anchor[i]), tr("l’attachement à sa position")),
        (int(record.s_satisfaction[i]), _satisfaction(seen)),
        (int(record.s_cards[i]), _cards(seen, i)),
        (int(record.s_edge[i]), tr("la carte s’arrête là")),
    ]
    antagonism = [
        *_near(seen, record.a_near[i].tolist()),
        (int(record.a_anchor[i]), tr("l’attachement à sa position")),
        (int(record.a_satisfaction[i]), _satisfaction(seen)),
        (int(record.a_broken[i]), _broken(seen, i)),
        (int(record.a_cards[i]), _cards(seen, i)),
        (int(record.a_edge[i]), tr("la carte s’arrête là")),
    ]
    if seen.game.names.characters[i] in seen.game.playing.placings:
        by_s, by_a = _placed(seen, i)
        synergy.append(by_s)
        antagonism.append(by_a)
    told = [_told(by, text, "synergy") for by, text in synergy]
    told += [_told(by, text, "antagonism") for by, text in antagonism]
    return [reason for reason in told if reason is not None]


def _told(by: int, text: str, of: Literal["synergy", "antagonism"]) -> Reason | None:
    """A term in tenths of a point, None where it is slight: more would give what is at stake for somebody to
    whoever can count."""
    size = abs(to_float(by))
    return Reason(math.copysign(max(round(size, 1), 0.1), by), text, of) if size >= SLIGHT else None


def _near(seen: Seen, pulls: list[int]) -> list[tuple[int, str]]:
    names = seen.game.names.characters
    return [
        (by, tr("{name}, qui compte à ses yeux", name=short(seen, names[j])))
        for j, by in enumerate(pulls)
        if by
    ]


def _satisfaction(seen: Seen) -> str:
    """What a round brought, or that it brought nothing. Which of several projects counted most for somebody
    would tell what is at stake for them."""
    record, game = seen.game.records[-1], seen.game
    if not record.rose[0]:
        return tr("« {title} » n’a pas monté", title=indicator_title(seen, game.scenario.gate))
    completed = record.completed.nonzero()[0].tolist()
    if len(completed) != 1:
        return tr("les chantiers terminés ce tour")
    return tr("le chantier « {project} » est terminé", project=title(seen, game.names.projects[completed[0]]))


def _broken(seen: Seen, i: int) -> str:
    by = to_float(int(seen.game.records[-1].a_broken[i]))
    return ntr(
        "un engagement non tenu, sur un chantier qui compte pour ce personnage",
        "{n} engagements non tenus, sur des chantiers qui comptent pour ce personnage",
        round(by / 0.04),
    )


def _cards(seen: Seen, i: int) -> str:
    """Which cards moved a posture: projects completed, else the round's situation."""
    game, record = seen.game, seen.game.records[-1]
    board = game.board
    found = []
    for p in record.completed.nonzero()[0].tolist():
        rows = board.project_effects[board.project_rows[p] : board.project_rows[p + 1]]
        if any(row[0] == POSTURE and row[1] == i for row in rows.tolist()):
            found.append(title(seen, game.names.projects[p]))
    k = game.names.situation(game.playing.situation)
    rows = board.situation_effects[board.situation_rows[k] : board.situation_rows[k + 1]]
    if any(row[0] == POSTURE and row[1] == i for row in rows.tolist()):
        card = next(c for c in game.scenario.situations if c.id == game.playing.situation)
        found.append(seen.read(card.title))
    return listed([tr("« {title} »", title=text) for text in found]) or tr("les cartes du tour")


def _placed(seen: Seen, i: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """How far a holder went from the proposal, in synergy and in antagonism."""
    placing = seen.game.playing.placings[seen.game.names.characters[i]]
    said = tr("le choix de la personne qui tient ce personnage")
    by_s, by_a = (b - a for a, b in zip(placing.proposed, placing.placed, strict=True))
    return (by_s, said), (by_a, said)
