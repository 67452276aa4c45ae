"""What an audience sees: `of` makes a `View` out of a game, secrets gone and words put on.

The types of views are wanted long before any game is played, so the making of views is read only when it
is first asked for: a first screen comes three times sooner.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.play.game import Game
    from engine.view.types import Audience, JournalLine, View


def of(
    game: "Game",
    audience: "Audience",
    language: str = "fr",
    plain: bool = False,
    journal: "Sequence[JournalLine]" = (),
    read_only: bool = False,
    like: "View | None" = None,
) -> "View":
    """Everything that an audience may see of a game, in a language, easy to read (FALC) or not.

    `journal` is for the console alone; `read_only` leaves nothing to do; `like` is a view that
    differs in `mirrored` and `elsewhere` alone, and comes sooner.
    """
    from engine.view import whole

    return whole.of(game, audience, language, plain, journal, read_only, like)
