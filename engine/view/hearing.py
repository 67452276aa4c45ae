"""The hearing of the round, and what may be asked of whom."""

from engine.play.phases.hearing import question
from engine.telling import hearing as words
from engine.view.types import HearingView
from engine.view.veil import Seen
from engine.view.votes import counts


def hearing(seen: Seen) -> HearingView | None:
    """Who is heard, or was this round; None where nobody was."""
    game, record = seen.game, seen.game.round.hearing if seen.game.round else None
    if record is None or not game.in_round:
        return None
    return HearingView(
        asker=record.asker,
        heard=record.heard,
        asked=words.asked(game, seen.reader, record),
        question=words.question(game, seen.reader, record.heard),
        answer=words.answer(game, seen.reader, record),
        guideline=words.guideline(game, seen.reader, record),
        counts=counts(seen, question(game)),
        said=words.said(game, seen.reader, record),
        why=words.why(game, seen.reader, record),
    )


def proposed(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Whom one may ask to hear, and the question that the scenario proposes."""
    legal = next((legal for legal in seen.legal if legal.kind == "hear"), None)
    return tuple((who, words.question(seen.game, seen.reader, who)) for who in legal.ids) if legal else ()
