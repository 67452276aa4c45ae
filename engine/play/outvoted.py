"""The ideas that a vote did not fund, though somebody had given to them in earlier rounds."""

from collections.abc import Iterator
from typing import Final

from engine.play.game import Game
from engine.play.table import Act

FACT: Final = "outvoted"
"""What such an act is, beside the facts about promises."""
ABOUT: Final = "unfunded"
"""What the debate cards for it are about."""


def outvoted(game: Game) -> Iterator[tuple[str, str]]:
    """Of each such idea, who of those at the table gave most to it, people before the simulated; nothing
    before the vote. Who gave in the last round has an act of their own."""
    record = game.records[-1]
    for idea in game.playing.catalogue if len(record.funded) and record.funded.any() else ():
        p = game.names.project(idea)
        told = next((one for one in game.records[:-1] if one.completed[p]), None)
        if told is None or record.funded[p]:
            continue
        gave = {
            who: int(n) for who, n in zip(game.names.characters, told.builders[:, p], strict=True) if n > 0
        }
        if gave:
            yield max(gave, key=lambda who: (who in game.held, gave[who])), idea


def act(game: Game, who: str, idea: str, cards: tuple[str, ...]) -> Act:
    """What they gave, with the debate cards about that, the best first."""
    return Act(f"{game.playing.number}.{who}.{FACT}.{idea}", who, idea, FACT, cards[0], cards[1:])
