"""What cards do, in a few words: to gauges, postures, costs, tokens and trust."""

from collections.abc import Sequence

from engine.content.model import (
    FAMILIES,
    CostEffect,
    Effect,
    IndicatorEffect,
    PostureEffect,
    TokensEffect,
    TrustEffect,
)
from engine.language import signed, tr
from engine.play.game import kind_trio
from engine.view.people import family_word, indicator_title, short
from engine.view.veil import Seen
from engine.view.wording import listed, tokens


def told(seen: Seen, effects: Sequence[Effect]) -> tuple[str, ...]:
    """Those that concern somebody in play, in the order of the card."""
    return tuple(_words(seen, effect) for effect in effects if _concerns(seen, effect))


def _concerns(seen: Seen, effect: Effect) -> bool:
    match effect:
        case PostureEffect() | TokensEffect():
            return _present(seen, effect.who)
        case TrustEffect():
            return _present(seen, effect.of) and _present(seen, effect.toward)
    return True


def _present(seen: Seen, who: str) -> bool:
    """Whether a character, or somebody of a family, plays."""
    characters = seen.game.scenario.characters
    return who == "all" or any(who in (id_, characters[id_].family) for id_ in seen.game.names.characters)


def _whom(seen: Seen, who: str) -> str:
    """A designer's "who" in words: a character, a family, everybody."""
    if who == "all":
        return tr("Tout le monde")
    if who in FAMILIES:
        return family_word(who)
    return short(seen, who)


def _words(seen: Seen, effect: Effect) -> str:
    match effect:
        case IndicatorEffect():
            return f"{indicator_title(seen, effect.indicator)} {signed(effect.by)}"
        case PostureEffect():
            moves = []
            if effect.synergy:
                moves.append(tr("synergie {by}", by=signed(effect.synergy, 1)))
            if effect.antagonism:
                moves.append(tr("antagonisme {by}", by=signed(effect.antagonism, 1)))
            return tr("{who} : {what}", who=_whom(seen, effect.who), what=listed(moves))
        case CostEffect():
            some = tokens(kind_trio(effect.kind, abs(effect.by)))
            if effect.by > 0:
                return tr("Chaque chantier ouvert demande {tokens} de plus", tokens=some)
            return tr("Chaque chantier ouvert demande {tokens} de moins", tokens=some)
        case TokensEffect():
            some = tokens(kind_trio(effect.kind, abs(effect.by)))
            who = _whom(seen, effect.who)
            if effect.by > 0:
                return tr("{who} : {tokens} de plus", who=who, tokens=some)
            return tr("{who} : {tokens} de moins", who=who, tokens=some)
        case TrustEffect(of="all", toward="all"):
            return tr("Confiance entre tous : {by}", by=signed(100 * effect.by))
        case TrustEffect():
            return tr(
                "{who} → {other} : confiance {by}",
                who=_whom(seen, effect.of), other=_whom(seen, effect.toward), by=signed(100 * effect.by),
            )  # fmt: skip
