"""The posture map in words: zones, and every reason why somebody moved."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from engine import numbers
from engine.content.model import MapLabel, Scenario
from engine.effects import EFFECTS
from engine.effects.base import NUMBER, A
from engine.fixed import Ints, from_float, to_float
from engine.language import ntr, tr
from engine.play.game import Game
from engine.rules.ballot import is_idea
from engine.rules.corners import ARRANGED, DISOWNED
from engine.rules.places import is_built
from engine.rules.postures import level
from engine.telling.gauges import indicator_title
from engine.telling.people import short
from engine.telling.projects import title
from engine.telling.reader import About, Reader, scenario_of
from engine.telling.vocabulary import Reason, listed

SLIGHT: Final = 0.05
"""A term smaller than this is not told."""


def label(scenario: Scenario, s: int, a: int) -> str:
    """The zone of the map that a posture (fixed point) is in."""
    return scenario.map[level(a) - 1][level(s) - 1]


def _labels_of_today() -> Mapping[str, MapLabel]:
    from engine.content import library  # reads files: few sessions need it

    return library.glossary().labels


def zone(about: About, reader: Reader, label_: str) -> tuple[str, str]:
    """A zone of the map as the content names it, and what that means."""
    # a session begun before its scenario kept the labels has those of today
    card = (scenario_of(about).labels or _labels_of_today()).get(label_)
    if card is None:
        return label_, ""
    return reader.read(card.title), reader.read(card.explained)


def posture_word(about: About, reader: Reader, label_: str) -> str:
    """A place on the map told as a place: under a name, an adjective would judge a person."""
    return tr("zone « {zone} »", zone=zone(about, reader, label_)[0])


def tenths(x: int) -> float:
    """A place on the map to a tenth, in its own zone: finer would give away what somebody gained."""
    near = round(to_float(x), 1)
    return near if level(from_float(near)) == level(x) else round(near - 0.1, 1)


def headline(about: About, reader: Reader, who: str, by_s: float, by_a: float, elsewhere: bool) -> str:
    """What a move is, by the numbers shown of it: `elsewhere` if it leads to another zone, which says
    more than nearer or farther; these two only where nothing contradicts them.
    """
    name, you = short(about, who), who == reader.you
    if elsewhere:
        return tr("Vous changez de zone") if you else tr("{name} change de zone", name=name)
    if not by_s and not by_a:
        return tr("Vous ne bougez presque pas") if you else tr("{name} ne bouge presque pas", name=name)
    if by_s * by_a > 0:
        name = tr("Vous") if you else name
        if by_s > 0:
            return tr("{name} : plus pour, plus contre", name=name)
        return tr("{name} : moins pour, moins contre", name=name)
    if by_s - by_a > 0:
        return tr("Vous vous rapprochez") if you else tr("{name} se rapproche", name=name)
    return tr("Vous vous éloignez") if you else tr("{name} s’éloigne", name=name)


def apart(every: Sequence[Reason], by_s: float, by_a: float) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons that go the way of a move, as its headline tells it, and those that went against it; all of
    them go the way of one that comes to nothing."""
    both = by_s * by_a > 0  # more for and more against, or less of both: each axis has its own way
    way_s = by_s if both else by_s - by_a
    way_a = by_a if both else by_a - by_s

    def with_it(reason: Reason) -> bool:
        return reason.by * (way_s if reason.of == "synergy" else way_a) >= 0

    return tuple(r for r in every if with_it(r)), tuple(r for r in every if not with_it(r))


def reasons(game: Game, reader: Reader, i: int) -> tuple[Reason, ...]:
    """The terms of the last move of character `i` that count, for synergy and antagonism, largest first."""
    record = game.records[-1]
    satisfaction, cards = _satisfaction(game, reader), _cards(game, reader, i)
    synergy = [
        *_near(game, reader, i, record.s_near[i].tolist()),
        *_anchor(game, i, int(record.s_anchor[i])),
        (int(record.s_satisfaction[i]), satisfaction),
        (int(record.s_cards[i]), cards),
        (int(record.s_edge[i]), tr("la carte s’arrête là")),
    ]
    antagonism = [
        *_near(game, reader, i, record.a_near[i].tolist()),
        *_anchor(game, i, int(record.a_anchor[i])),
        (int(record.a_satisfaction[i]), satisfaction),
        (int(record.a_broken[i]), _broken(game, reader, i)),
        (int(record.a_cards[i]), cards),
        (int(record.a_edge[i]), tr("la carte s’arrête là")),
    ]
    if game.names.characters[i] in game.playing.placings:
        by_s, by_a = _placed(game, reader, i)
        synergy.append(by_s)
        antagonism.append(by_a)
    told = [_told(by, text, "synergy") for by, text in synergy]
    told += [_told(by, text, "antagonism") for by, text in antagonism]
    return tuple(sorted((reason for reason in told if reason), key=lambda reason: -abs(reason.by)))


def _told(by: int, text: str, of: Literal["synergy", "antagonism"]) -> Reason | None:
    """A term in tenths of a point, None where it is slight: more would give what is at stake for somebody to
    whoever can count."""
    size = abs(to_float(by))
    return Reason(math.copysign(max(round(size, 1), 0.1), by), text, of) if size >= SLIGHT else None


def _near(game: Game, reader: Reader, i: int, pulls: list[int]) -> list[tuple[int, str]]:
    names = game.names.characters
    return [(by, _dear(game, reader, names[i], names[j])) for j, by in enumerate(pulls) if by]


def _anchor(game: Game, i: int, pull: int) -> list[tuple[int, str]]:
    """What pulls a simulated character back. Nobody tells a person that they cling to their place, whatever
    an earlier version reckoned."""
    if game.names.characters[i] in game.held:
        return []
    return [(pull, tr("l’attachement à sa position"))]


def _dear(game: Game, reader: Reader, who: str, other: str) -> str:
    """Somebody who counts in another's eyes."""
    if other == reader.you:
        return tr("vous, qui comptez à ses yeux")
    if who == reader.you:
        return tr("{name}, qui compte à vos yeux", name=short(game, other))
    return tr("{name}, qui compte à ses yeux", name=short(game, other))


def _satisfaction(game: Game, reader: Reader) -> str:
    """What a round brought, or that it brought nothing. Which of several projects counted most for somebody
    would tell what is at stake for them."""
    record = game.records[-1]
    if not record.rose[0]:
        gate = indicator_title(game, reader, game.scenario.gate)
        return tr("« {title} » n’a pas monté", title=gate)
    if any(record.put_out):
        return tr("les chantiers terminés ce tour, et ceux qui sont délogés")
    if game.state.site.any():
        return tr("les chantiers terminés ce tour, et les palissades debout")
    if game.board.arranged.any() and any(
        way == ARRANGED and verdict != DISOWNED for _, way, verdict in record.strip.tolist()
    ):  # what everybody knows: what it brought somebody is theirs alone to know
        return tr("les chantiers terminés ce tour, et les mots changés")
    if record.funded.any():
        return tr("ce que le vote a financé, et ce qui est recevable ou terminé ce tour")
    completed = [p for p in record.completed.nonzero()[0].tolist() if is_built(game.board, p)]
    if len(completed) != 1:
        return tr("les chantiers terminés ce tour")
    built = title(game, reader, game.names.projects[completed[0]])
    if is_idea(game.board, completed[0]):
        return tr("l’idée « {project} » est recevable", project=built)
    return tr("le chantier « {project} » est terminé", project=built)


def _broken(game: Game, reader: Reader, i: int) -> str:
    times = round(int(game.records[-1].a_broken[i]) / numbers.BROKEN_WORD)
    if game.names.characters[i] == reader.you:
        return ntr(
            "un engagement non tenu, sur un chantier qui compte pour vous",
            "{n} engagements non tenus, sur des chantiers qui comptent pour vous",
            times,
        )
    return ntr(
        "un engagement non tenu, sur un chantier qui compte pour ce personnage",
        "{n} engagements non tenus, sur des chantiers qui comptent pour ce personnage",
        times,
    )


def _cards(game: Game, reader: Reader, i: int) -> str:
    """Which cards moved a posture: projects completed, else the round's situation."""
    record, board = game.records[-1], game.board
    found = []
    for p in record.completed.nonzero()[0].tolist():
        rows = board.project_effects[board.project_rows[p] : board.project_rows[p + 1]]
        if _moves(rows, i):
            found.append(title(game, reader, game.names.projects[p]))
    k = game.names.situation(game.playing.situation)
    rows = board.situation_effects[board.situation_rows[k] : board.situation_rows[k + 1]]
    if _moves(rows, i):
        card = next(c for c in game.scenario.situations if c.id == game.playing.situation)
        found.append(reader.read(card.title))
    return listed([tr("« {title} »", title=text) for text in found]) or tr("les cartes du tour")


def _moves(rows: Ints, i: int) -> bool:
    """Whether any of these effects moves a character's posture."""
    kinds = [kind.number for kind in EFFECTS.values() if kind.moves_posture]
    return any(row[NUMBER] in kinds and row[A] == i for row in rows.tolist())


def _placed(game: Game, reader: Reader, i: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """How far a holder went from the proposal, in synergy and in antagonism."""
    who = game.names.characters[i]
    placing = game.playing.placings[who]
    said = tr("votre choix") if who == reader.you else tr("le choix de la personne qui tient ce personnage")
    by_s, by_a = (b - a for a, b in zip(placing.proposed, placing.placed, strict=True))
    return (by_s, said), (by_a, said)
