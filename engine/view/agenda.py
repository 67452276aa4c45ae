"""The agenda, as an audience sees it."""

from engine.play.phases.agenda import one_too_many
from engine.telling import agenda as words
from engine.view.types import AgendaView
from engine.view.veil import Seen


def agenda(seen: Seen) -> AgendaView | None:
    """The agenda of the round; None where a scenario has none, or the rounds have not begun."""
    game, record = seen.game, seen.game.round
    if game.scenario.agenda is None or record is None:
        return None
    treats = int(game.board.treats)
    missing = max(0, one_too_many(game)) if game.deciding else 0
    over = record.open[: treats + len(record.put_off)] if record.chaired else ()
    there = game.on_agenda if game.deciding else over
    return AgendaView(
        title=seen.read(game.scenario.agenda.title),
        treats=treats,
        projects=there,
        told=words.time_for(len(there), treats),
        volunteers=record.volunteers,
        standing=words.standing(game, seen.reader, record),
        chair=record.chaired,
        drawn=words.chaired(game, seen.reader, record),
        put_off=record.put_off,
        waits=words.what_waits(game, seen.reader, record),
        too_many=missing,
        missing=words.to_put_off(missing),
    )
