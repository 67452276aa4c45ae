"""The face that goes with each zone of the posture map: it follows the posture, never a character's card."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Expression = Literal["smile", "explaining", "concerned", "calm", "solemn", "suspicious", "serious", "tired"]

BY_ZONE: Final[Mapping[str, Expression]] = MappingProxyType(
    {
        "passive": "calm",
        "committed": "smile",
        "grumbler": "solemn",
        "hesitant": "concerned",
        "golden": "explaining",
        "opponent": "suspicious",
        "diehard": "serious",
        "torn": "tired",
    }
)
"""Label of the map -> expression, a name of `faces.EXPRESSIONS`."""


def of_zone(label: str) -> Expression:
    """The expression of a zone; "calm" for one of a designer's own grid."""
    return BY_ZONE.get(label, "calm")
