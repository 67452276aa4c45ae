"""The corners in which a room sits, by their ids."""

from engine.content.model import Corner, Scenario
from engine.play.game import Game


def corners_of(about: Scenario | Game) -> tuple[Corner, ...]:
    """The corners that are there: all of them, where there is no session."""
    if isinstance(about, Game):
        return about.corners
    return about.corners.these if about.corners is not None else ()


def corner_of(scenario: Scenario, corner: str) -> Corner:
    """A corner by its id; KeyError where the scenario has none of it."""
    several = scenario.corners.these if scenario.corners is not None else ()
    found = next((one for one in several if one.id == corner), None)
    if found is None:
        raise KeyError(corner)
    return found
