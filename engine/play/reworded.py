"""The strips of a round that a room may talk about: read with other words, or disowned by their corner."""

from typing import Final

from engine.play.game import Game
from engine.play.table import Act, RoundRecord, StripRecord

FACT: Final = "strip"
"""What such an act is, beside the facts about promises."""


def reworded(record: RoundRecord) -> tuple[StripRecord, ...]:
    """The strips that were read in a round with changed words, or disowned: those disowned first."""
    told = [one for one in record.strips if one.to and (one.arranged or one.verdict == "no")]
    return tuple(sorted(told, key=lambda one: one.verdict != "no"))


def acts(game: Game, cards: tuple[str, ...]) -> tuple[Act, ...]:
    """What the scribe did with the strips of the round just revealed, with the debate cards about that, the
    best first; none where no card is about strips, or nobody in play reads them."""
    if not cards or not game.scribe:
        return ()
    return tuple(
        Act(
            f"{game.playing.number}.{game.scribe}.{FACT}.{one.corner}",
            game.scribe,
            "",
            FACT,
            cards[0],
            cards[1:],
        )
        for one in reworded(game.playing)
    )


def strip_of_act(record: RoundRecord, act: Act) -> StripRecord:
    """The strip that an act was about."""
    corner = act.id.rpartition(".")[2]
    return next(one for one in record.strips if one.corner == corner)
