"""Announced against practised participation, from what the observers ticked. Described, not scored.

The rungs follow Arnstein (1969) and IAP2, in the words of the trade.
"""

from collections.abc import Sequence

from engine.content.model import Rung

Shares = tuple[int, int, int, int]
"""Percentages of the observers who ticked told, asked, heard, decided."""


def shares(
    ticks: Sequence[tuple[int, int, int, int]], observers: Sequence[int] | None = None
) -> Shares | None:
    """Ticks of a round over all characters as percentages of the observers; None where nobody observed."""
    seen = watching(ticks, observers)
    if seen == 0:
        return None
    told, asked, heard, decided = (round(100 * sum(t[k] for t in ticks) / seen) for k in range(4))
    return told, asked, heard, decided


def watching(ticks: Sequence[tuple[int, int, int, int]], observers: Sequence[int] | None = None) -> int:
    """How many observe. `observers` says how many follow each; where nobody has counted them (0), it is taken
    as the largest count of the row, the least that they can be.
    """
    counted = observers or [0] * len(ticks)
    return sum(max(number, *tick) for number, tick in zip(counted, ticks, strict=True))


def practised(share: Shares, initiative: bool) -> Rung:
    """The rung that half of the observers or more saw lived; `initiative`: whether a project of the
    residents' own, the room's among them, was completed."""
    told, asked, heard, decided = share
    if initiative and decided >= 50:
        return "initiative"
    if decided >= 75:
        return "delegate"
    if decided >= 50:
        return "coproduce"
    if heard >= 50:
        return "concert"
    if asked >= 50:
        return "consult"
    return "inform" if told >= 50 else "decided"
