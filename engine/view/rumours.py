"""The rumour of the round, and at the Bilan those whose truth had not come yet."""

from engine.language import tr
from engine.play import rumours
from engine.play.table import RoundRecord
from engine.telling import rumours as words
from engine.telling.vocabulary import tokens
from engine.view.types import RumourView, TokenCount
from engine.view.veil import Seen
from engine.view.votes import counts


def rumour(seen: Seen) -> RumourView | None:
    """What is said around the situation of this round; None where nothing is."""
    record = seen.game.round
    return _rumour(seen, record) if record is not None and seen.game.in_round else None


def untold(seen: Seen) -> tuple[RumourView, ...]:
    """At the Bilan, the rumours that the evening was too short for."""
    if not seen.game.over:
        return ()
    played = seen.game.table.rounds
    late = (
        r for r in played if (one := rumours.of_round(seen.game, r)) and r.number + one.after > len(played)
    )
    return tuple(found for record in late if (found := _rumour(seen, record)) is not None)


def _rumour(seen: Seen, record: RoundRecord) -> RumourView | None:
    game, found = seen.game, rumours.of_round(seen.game, record)
    if found is None:
        return None
    return RumourView(
        says=seen.read(found.says),
        counts=counts(seen, rumours.question(record)),
        price=_price(found.check),
        checking=words.verified(game, seen.reader, record),
        verdict=words.verdict(game, record),
        outcome=words.outcome(game, seen.reader, record),
    )


def _price(kind: str | None) -> str:
    if kind is None:
        return ""
    one = tokens(TokenCount(**{kind: 1}))
    return tr("Pour vérifier : deux personnes de deux familles, {tokens} chacune.", tokens=one)
