"""The room chooses how votes will be counted, before anybody knows what will be voted on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from engine import judgement
from engine.content.model import COUNTED_BY, CountedBy
from engine.dice import LOTS, Dice
from engine.language import tr
from engine.play.commands import Adopt
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phase import Phase
from engine.play.rule import Done, Rule, changed
from engine.play.table import Adopted
from engine.rules import state as states

KIND: Final = "method"


def methods(game: Game) -> tuple[CountedBy, ...]:
    """Those offered, in the order of the scenario."""
    return tuple(COUNTED_BY[k] for k in game.board.methods.tolist())


def _adopt(game: Game) -> Legal | Code:
    return Legal("adopt", ids=methods(game)) if methods(game) else "no-ballot"


def _check(_game: Game, legal: Legal, command: Adopt) -> Code | None:
    if not set(command.counts) <= set(legal.ids):
        return "wrong-counts"
    return None if command.draw or any(command.counts.values()) else "wrong-counts"


def _perform(game: Game, command: Adopt) -> Done:
    """Counted again, it replaces what was chosen; drawn after a tie, it is drawn among those level, however
    often."""
    offered, before = methods(game), game.table.adopted
    if command.draw:
        counts = before.counts if before is not None else {}
        first = _first(offered, counts)
        among, kept = (first, counts) if len(first) > 1 else (offered, {})
        return _adopted(game, Adopted(among[_drawn(game, len(among))], kept, drawn=True))
    counts = {method: command.counts[method] for method in offered if method in command.counts}
    first = _first(offered, counts)
    return _adopted(game, Adopted(first[0] if len(first) == 1 else "", counts, first[1:] and first))


def _first(offered: Sequence[CountedBy], counts: Mapping[CountedBy, int]) -> tuple[CountedBy, ...]:
    """Those for which most hands were counted; several where they are level."""
    level = judgement.leading("show-of-hands", {method: (n,) for method, n in counts.items()})
    return tuple(method for method in offered if method in level)


def _drawn(game: Game, among: int) -> int:
    word = int(Dice(game.seed, LOTS, 1, game.board.rounds).block(0, 0, game.table.draw)[0])
    return word * among >> 16


def _adopted(game: Game, made: Adopted) -> Done:
    if made.method:
        state = states.copy(game.state)
        state.method[0] = COUNTED_BY.index(made.method)
        game = replace(game, state=state)
    return changed(game, adopted=made), (Event("adopted", made.method),)


def _enter(game: Game) -> Done:
    """Where nobody is there to choose, it is as the deal drew it."""
    if game.begin.mode != "demo":
        return game, ()
    return changed(game, adopted=Adopted(COUNTED_BY[int(game.state.method[0])], {}, drawn=True)), ()


def _stays(game: Game) -> Code | None:
    made = game.table.adopted
    return "not-adopted" if made is None or not made.method else None


def _told(view: Any) -> Iterator[str]:
    """The ways of counting, and which one was chosen."""
    for method in view.ballot.methods:
        yield f"- {method.title} : {method.told}"


RULES: Final = {"adopt": Rule(_adopt, _perform, _check)}

PHASE = Phase(
    KIND,
    title=lambda _step: tr("Comment on comptera"),
    opens=lambda _game: tr("Choisir comment on comptera"),
    commands=frozenset({"adopt", "pass-to"}),
    skips=lambda game: not len(game.board.methods),
    enter=_enter,
    stays=_stays,
    told=_told,
)
