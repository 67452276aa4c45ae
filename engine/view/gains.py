"""What a round brought a character, for whoever may know of it."""

from engine.fixed import to_float
from engine.view.projects import title
from engine.view.types import RoundGain
from engine.view.veil import Seen


def round_gains(seen: Seen) -> dict[str, RoundGain]:
    """From a reveal to the end of its debate: what it brought each character whose secrets may be read."""
    game = seen.game
    if not game.records or game.table.phase not in ("reveal", "debate"):
        return {}
    return {who: _round_gain(seen, who) for who in seen.secrets}


def _round_gain(seen: Seen, who: str) -> RoundGain:
    """The terms that the rules counted: tenths, so that rounding takes nothing away."""
    game, record = seen.game, seen.game.records[-1]
    i = game.names.character(who)
    built = record.completed.nonzero()[0].tolist()
    return RoundGain(
        total=_points(int(record.gain[i] + record.bonus[i])),
        kept=_points(int(record.bonus[i])),
        projects=tuple(
            (title(seen, game.names.projects[p]), _points(int(record.worth[i, p]))) for p in built
        ),
        counted=bool(record.rose[0]),
    )


def _points(fixed: int) -> float:
    return round(to_float(fixed), 1)
