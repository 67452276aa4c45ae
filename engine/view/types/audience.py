"""Who looks."""

from dataclasses import dataclass
from typing import Literal

AudienceKind = Literal["room", "console", "holder"]


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks: the room, the facilitator's console, or the holder of one character."""

    kind: AudienceKind
    character: str | None = None


ROOM = Audience("room")
CONSOLE = Audience("console")
