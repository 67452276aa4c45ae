"""A choice of the room: what it answers to the situation, counted by a method that is named on screen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from engine import judgement
from engine.content.model import Option, SituationCard
from engine.dice import LOTS, Dice
from engine.language import tr
from engine.play.commands import Choose
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.legal import Code, Legal
from engine.play.phase import Phase, to_step
from engine.play.rule import Done, Rule, in_round
from engine.play.table import ChoiceMade
from engine.rules import state as states
from engine.rules.room_choice import favourite, take_option

DRAW: Final = "draw"


def asking(game: Game) -> SituationCard:
    """The card of the situation in play."""
    return next(card for card in game.scenario.situations if card.id == game.playing.situation)


def options(game: Game) -> tuple[Option, ...]:
    """The answers that the room may give; none to most situations."""
    choose = asking(game).choose
    return choose.options if choose is not None else ()


def favourites(game: Game) -> Mapping[str, str]:
    """What each simulated character would vote for: it serves it best."""
    found = {}
    for who in game.simulated:
        option = favourite(game.board, game.state, game.opening, game.names.character(who))
        if option >= 0:
            found[who] = game.names.options[option].partition("/")[2]
    return found


def _choose(game: Game) -> Legal | Code:
    choose = asking(game).choose
    if choose is None or game.table.step != "vote":
        return "wrong-phase"
    return Legal("choose", ids=tuple(option.id for option in choose.options), methods=choose.by)


def _check(_game: Game, legal: Legal, command: Choose) -> Code | None:
    if command.method not in legal.methods or not set(command.counts) <= set(legal.ids):
        return "wrong-counts"
    numbers = judgement.ballots(command.method)
    if any(len(counted) != numbers for counted in command.counts.values()):
        return "wrong-counts"
    return None if command.method == DRAW or any(map(any, command.counts.values())) else "wrong-counts"


def _perform(game: Game, command: Choose) -> Done:
    """Counted again, a choice replaces the one before; drawn after a tie, it is drawn among those level."""
    ids = [option.id for option in options(game)]
    counts = {id_: tuple(command.counts[id_]) for id_ in ids if id_ in command.counts}
    before = game.playing.choice
    if command.method == DRAW:
        among = before.tied if before is not None and before.tied else tuple(ids)
        kept = before.counts if before is not None and before.tied else {}
        made = ChoiceMade(DRAW, kept, among[_drawn(game, len(among))])
    else:
        first = judgement.leading(command.method, counts)
        made = ChoiceMade(command.method, counts, first[0] if len(first) == 1 else "", first[1:] and first)
    return in_round(game, choice=made), (Event("chosen", made.option),)


def _drawn(game: Game, among: int) -> int:
    word = int(Dice(game.seed, LOTS, 1, game.board.rounds).block(0, game.state.round, game.table.draw)[0])
    return word * among >> 16


def _stays(game: Game) -> Code | None:
    """Nobody goes on before something is chosen."""
    made = game.playing.choice
    return "not-chosen" if game.table.step == "vote" and (made is None or not made.option) else None


def _turn(game: Game, step: str) -> Done:
    """What was chosen is done."""
    made = game.playing.choice
    assert made is not None  # nobody comes here before
    state = states.copy(game.state)
    take_option(game.board, state, game.names.options.index(f"{game.playing.situation}/{made.option}"))
    game = replace(game, state=state)
    values = (game.playing.indicators[0], tuple(state.ind_ref.tolist()))
    game = in_round(game, indicators=values, tokens=tuple(trio(row) for row in state.tokens))
    return to_step(game, step)


# ---- Shown and told ---------------------------------------------------------------------------------------


def _title(step: str) -> str:
    return tr("Choix de la salle : ce qui est décidé") if step == "chosen" else tr("Choix de la salle")


def _told(view: Any) -> Iterator[str]:
    """The question and its answers; what was chosen is told when it is."""
    choice = view.room_choice
    yield choice.question
    for option in choice.options:
        what = f" ({' · '.join(option.effects)})" if option.effects else ""
        yield f"- {option.title}{what}"


RULES = {"choose": Rule(_choose, _perform, _check)}

PHASE = Phase(
    "choose",
    title=_title,
    opens=lambda game: tr("Choisir") if game.one else tr("Faire choisir la salle"),
    commands=frozenset({"choose", "pass-to"}),
    steps=lambda _game: ("vote", "chosen"),
    skips=lambda game: not options(game),
    enter=lambda game: (in_round(game, favourites=favourites(game)), ()),
    turn=_turn,
    stays=_stays,
    way_on=lambda game: tr("C’est décidé") if game.table.step == "vote" else "",
    told=_told,
)
