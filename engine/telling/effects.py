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
from engine.telling.gauges import indicator_title
from engine.telling.people import short
from engine.telling.reader import About, Reader, in_play, scenario_of
from engine.telling.vocabulary import family_word, listed, tokens


def told(about: About, reader: Reader, effects: Sequence[Effect]) -> tuple[str, ...]:
    """Those that concern somebody in play, in the order of the card."""
    return tuple(_words(about, reader, effect) for effect in effects if _concerns(about, effect))


def _concerns(about: About, effect: Effect) -> bool:
    match effect:
        case PostureEffect() | TokensEffect():
            return _present(about, effect.who)
        case TrustEffect():
            return _present(about, effect.of) and _present(about, effect.toward)
    return True


def _present(about: About, who: str) -> bool:
    """Whether a character, or somebody of a family, plays."""
    characters = scenario_of(about).characters
    return who == "all" or any(who in (id_, characters[id_].family) for id_ in in_play(about))


def _whom(about: About, who: str) -> str:
    """A designer's "who" in words: a character, a family, everybody."""
    if who == "all":
        return tr("Tout le monde")
    if who in FAMILIES:
        return family_word(who)
    return short(about, who)


def _words(about: About, reader: Reader, effect: Effect) -> str:
    match effect:
        case IndicatorEffect():
            return f"{indicator_title(about, reader, effect.indicator)} {signed(effect.by)}"
        case PostureEffect():
            moves = []
            if effect.synergy:
                moves.append(tr("synergie {by}", by=signed(effect.synergy, 1)))
            if effect.antagonism:
                moves.append(tr("antagonisme {by}", by=signed(effect.antagonism, 1)))
            return tr("{who} : {what}", who=_whom(about, effect.who), what=listed(moves))
        case CostEffect():
            some = tokens(kind_trio(effect.kind, abs(effect.by)))
            if effect.by > 0:
                return tr("Chaque chantier ouvert demande {tokens} de plus", tokens=some)
            return tr("Chaque chantier ouvert demande {tokens} de moins", tokens=some)
        case TokensEffect():
            some = tokens(kind_trio(effect.kind, abs(effect.by)))
            who = _whom(about, effect.who)
            if effect.by > 0:
                return tr("{who} : {tokens} de plus", who=who, tokens=some)
            return tr("{who} : {tokens} de moins", who=who, tokens=some)
        case TrustEffect(of="all", toward="all"):
            return tr("Confiance entre tous : {by}", by=signed(100 * effect.by))
        case TrustEffect():
            return tr(
                "{who} → {other} : confiance {by}",
                who=_whom(about, effect.of), other=_whom(about, effect.toward), by=signed(100 * effect.by),
            )  # fmt: skip
