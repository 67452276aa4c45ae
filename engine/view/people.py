"""Characters, indicators and secrets, as an audience sees them."""

from collections.abc import Iterator, Mapping
from typing import Final

from engine import numbers
from engine.fixed import tenths
from engine.language import tr
from engine.look.expressions import of_zone
from engine.play.game import Game, count
from engine.rules.values import wear
from engine.telling import corners, groups, people, postures, projects, sites
from engine.view import secrets
from engine.view.foresight import foresight
from engine.view.types import BeliefView, CharacterView, IndicatorView, PostureView, RoundGain, Secret
from engine.view.veil import Seen


def characters(seen: Seen, gains: Mapping[str, RoundGain]) -> tuple[CharacterView, ...]:
    """Everybody in play, in the order of the cast; `gains` of the last reveal, of those that may be known."""
    return tuple(_character(seen, who, gains.get(who)) for who in seen.game.names.characters)


def _character(seen: Seen, who: str, gain: RoundGain | None) -> CharacterView:
    game = seen.game
    words = people.character(game, seen.reader, who)
    return CharacterView(
        id=who,
        name=words.name,
        short=words.short,
        role=words.role,
        description=words.description,
        voice=words.voice,
        family=words.family,
        family_word=words.family_word,
        face=words.face,
        influence=words.influence,
        held=who in game.held,
        table=game.table_of(who),
        tokens=count(game.tokens(who)),
        posture=standing(seen, game.names.character(who)),
        secret=_secret(seen, who, gain),
    )


def posture(seen: Seen, s: int, a: int) -> PostureView:
    """A posture (fixed point) with its place on the map and the face that goes with it."""
    label = postures.label(seen.game.scenario, s, a)
    word = postures.posture_word(seen.game, seen.reader, label)
    return PostureView(postures.tenths(s), postures.tenths(a), label, word, of_zone(label))


def standing(seen: Seen, i: int) -> PostureView:
    """Where a character stands for all to see: a reveal's move waits for the map to be shown."""
    game = seen.game
    record = game.records[-1] if game.records else None
    waiting = not game.moves_shown
    if record is not None and waiting:
        return posture(seen, int(record.s_before[i]), int(record.a_before[i]))
    return posture(seen, int(game.state.s[i]), int(game.state.a[i]))


def _secret(seen: Seen, who: str, last: RoundGain | None) -> Secret | None:
    member = seen.secrets.get(who)
    if member is None:
        return None
    game = seen.game
    i = game.names.character(who)
    words = people.sheet(game, seen.reader, member)
    beliefs = tuple(
        BeliefView(about, name, text, lifted=not game.state.believes[i, game.names.character(about)])
        for about, name, text in words.beliefs
    )
    goal, gain = int(game.board.goal[i]), int(game.state.total[i])
    return Secret(
        words.wants,
        words.stakes,
        tenths(goal),
        tenths(gain, goal),
        beliefs,
        last,
        secrets.mandate(seen, who),
        tenths(numbers.KEPT_TOKEN),
        groups.interest(game, seen.reader, who),
    )


def round_gains(seen: Seen) -> dict[str, RoundGain]:
    """From a reveal to the end of its debate: what it brought each character whose secrets may be read."""
    game = seen.game
    if not game.laid_open:
        return {}
    return {who: _round_gain(seen, who) for who in seen.secrets}


def _round_gain(seen: Seen, who: str) -> RoundGain:
    """The terms that the rules counted: tenths, so that rounding takes nothing away."""
    game, record = seen.game, seen.game.records[-1]
    i = game.names.character(who)
    paid = int(record.paid[i]) if len(record.paid) else 0
    return RoundGain(
        total=tenths(int(record.gain[i] + record.bonus[i] + record.mandate[i]) + paid),
        kept=tenths(int(record.bonus[i])),
        projects=tuple(_brought(seen, i)),
        counted=bool(record.rose[0]),
        mandate=tenths(int(record.mandate[i])),
        paid=tenths(paid),
    )


def _brought(seen: Seen, i: int) -> Iterator[tuple[str, float]]:
    """What projects brought somebody, completed or put out of their hours, the number of groups awake, and
    hoardings."""
    game, record = seen.game, seen.game.records[-1]
    for p in record.completed.nonzero()[0].tolist():
        yield projects.title(game, seen.reader, game.names.projects[p]), tenths(int(record.worth[i, p]))
    for p in record.put_out.nonzero()[0].tolist():
        what = projects.title(game, seen.reader, game.names.projects[p])
        yield tr("{title}, délogé", title=what), tenths(-int(game.board.worth[i, p]))
    if len(record.counted) and record.counted[i]:
        yield groups.numbered(game, seen.reader), tenths(int(record.counted[i]))
    if hurt := sites.felt(game, i, len(game.records)):
        yield tr("Les travaux"), tenths(hurt)
    if moved := corners.swayed(game, i, len(game.records)):
        yield tr("Les mots changés"), tenths(moved)


_FULL: Final = 100
"""Where a gauge ends."""


def indicators(seen: Seen) -> tuple[IndicatorView, ...]:
    """The neighbourhood's gauges; the gate says what it needs to rise while a round is on."""
    game, ahead = seen.game, foresight(seen.game)
    views = []
    for m, key in enumerate(game.names.indicators):
        card = game.scenario.indicators[key]
        value = int(game.state.ind[m])
        before = int(game.state.ind_before[m])
        asked = card.gate and game.deciding and value < _FULL
        views.append(
            IndicatorView(
                id=key,
                title=seen.read(card.title),
                pictogram=card.pictogram,
                colour=card.colour,
                value=value,
                start=int(game.board.start[m]),
                since_round=value - before,
                gate=card.gate,
                needed=1 + _wear(game, m) if asked else None,
                explained=seen.read(card.explained),
                wear=_wear(game, m),
                if_kept=None if ahead is None else int(ahead.ind_after[m]),
            )
        )
    return tuple(views)


def _wear(game: Game, m: int) -> int:
    """Points that a round takes from a gauge by itself; from the common good, with what groups would lose."""
    return -wear(game.board, game.state) if m == game.board.gate else -int(game.board.decay[m])
