"""Characters, indicators and secrets, as an audience sees them."""

from collections.abc import Mapping
from typing import Final

from engine.content.model import CharacterCard
from engine.fixed import to_float
from engine.language import tr
from engine.play.game import Game, count
from engine.rules.revealing import KEPT_TOKEN
from engine.view.types import BeliefView, Change, CharacterView, IndicatorView, PostureView, RoundGain, Secret
from engine.view.veil import Seen
from engine.view.wording import posture


def name(seen: Seen, who: str) -> str:
    """A character's whole name."""
    return _card(seen.game, who).name


def short(seen: Seen, who: str) -> str:
    """A character's first name, or what it is called at the table."""
    return _card(seen.game, who).short


def _card(game: Game, who: str) -> CharacterCard:
    return game.scenario.characters[who]


def family_word(family: str) -> str:
    """A family of characters, as a heading."""
    return {
        "inhabitants": tr("Habitants"),
        "associations": tr("Associations"),
        "institutions": tr("Institutions"),
        "landlords": tr("Bailleurs"),
        "shops": tr("Commerces"),
    }[family]


def indicator_title(seen: Seen, key: str) -> str:
    return seen.read(seen.game.scenario.indicators[key].title)


def characters(seen: Seen, gains: Mapping[str, RoundGain]) -> tuple[CharacterView, ...]:
    """Everybody in play, in the order of the cast; `gains` of the last reveal, of those that may be known."""
    return tuple(_character(seen, who, gains.get(who)) for who in seen.game.names.characters)


def _character(seen: Seen, who: str, gain: RoundGain | None) -> CharacterView:
    game = seen.game
    i = game.names.character(who)
    card = _card(game, who)
    return CharacterView(
        id=who,
        name=card.name,
        short=card.short,
        role=seen.read(card.role),
        description=seen.read(card.description),
        voice=seen.read(card.voice),
        family=card.family,
        family_word=family_word(card.family),
        face=card.face,
        influence=card.influence,
        held=who in game.held,
        table=game.table_of(who),
        tokens=count(game.tokens(who)),
        posture=standing(seen, i),
        secret=_secret(seen, who, gain),
    )


def standing(seen: Seen, i: int) -> PostureView:
    """Where a character stands for all to see: a reveal's move waits for the map to be shown."""
    game = seen.game
    record = game.records[-1] if game.records else None
    waiting = game.table.phase == "reveal" or (game.table.phase == "debate" and game.table.step != "map")
    if record is not None and waiting:
        return posture(seen, int(record.s_before[i]), int(record.a_before[i]))
    return posture(seen, int(game.state.s[i]), int(game.state.a[i]))


def _secret(seen: Seen, who: str, last: RoundGain | None) -> Secret | None:
    member = seen.secrets.get(who)
    if member is None:
        return None
    game = seen.game
    i = game.names.character(who)
    stakes = tuple(
        Change(key, indicator_title(seen, key), member.stakes[key])
        for key in game.names.indicators
        if member.stakes.get(key)
    )
    beliefs = tuple(
        BeliefView(
            belief.about,
            name(seen, belief.about),
            seen.read(belief.that),
            lifted=not game.state.believes[i, game.names.character(belief.about)],
        )
        for belief in member.believes
        if belief.about in game.names.characters
    )
    goal, gain = to_float(int(game.board.goal[i])), to_float(int(game.state.total[i]))
    kept = round(to_float(KEPT_TOKEN), 1)
    return Secret(seen.read(member.secret), stakes, round(goal, 1), round(gain, 1), beliefs, last, kept)


_FULL: Final = 100
"""Where a gauge ends."""


def indicators(seen: Seen) -> tuple[IndicatorView, ...]:
    """The neighbourhood's gauges; the gate says what it needs to rise while a round is on."""
    game = seen.game
    views = []
    for m, key in enumerate(game.names.indicators):
        card = game.scenario.indicators[key]
        value = int(game.state.ind[m])
        before = int(game.state.ind_before[m])
        deciding = game.table.phase in ("situation", "negotiation", "forecast", "choice")
        asked = card.gate and deciding and value < _FULL
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
                needed=1 - int(game.board.decay[m]) if asked else None,
                explained=seen.read(card.explained),
                wear=-int(game.board.decay[m]),
            )
        )
    return tuple(views)
