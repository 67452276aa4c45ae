"""What the last reveal did to the hoardings of works: which went up, and which did not advance."""

from engine.play.game import Game


def went_up(game: Game, project: int) -> bool:
    """Whether the hoarding of a project went up at the last reveal."""
    record = game.records[-1]
    now = len(record.paid_phase) and record.paid_phase[project]
    return bool(now) and not any(before.paid_phase[project] for before in game.records[:-1])


def stalled(game: Game) -> tuple[int, ...]:
    """The projects whose hoarding stood before the last reveal and of which no phase was paid at it."""
    record = game.records[-1]
    if not len(record.paid_phase):
        return ()
    stands = game.state.site.nonzero()[0].tolist()
    return tuple(p for p in stands if not record.paid_phase[p])
