"""The forecasts: which promises the room gives its opinion of, and when the count is laid open."""

from engine import numbers
from engine.language import tr
from engine.play.commands import Select, ShowForecasts
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phase import Phase, to_step
from engine.play.rule import Done, Rule, changed, in_round
from engine.rules.acts import doubtful


def _questions(game: Game) -> tuple[str, ...]:
    return () if game.playing.shown else tuple(f"forecast:{promise}" for promise in game.playing.selected)


def _select(game: Game) -> Legal | Code:
    if game.playing.shown:
        return "already-shown"
    if any(game.table.ballots.get(q) for q in _questions(game)):
        return "already-voted"
    ids = tuple(r.id for r in game.playing.promises)
    return Legal("select", ids=ids, most=min(numbers.FORECASTS, len(ids)))


def _check_select(_game: Game, legal: Legal, command: Select) -> Code | None:
    if any(promise not in legal.ids for promise in command.promises):
        return "unknown-promise"
    return "twice-the-same" if len(set(command.promises)) < len(command.promises) else None


def _perform_select(game: Game, command: Select) -> Done:
    return in_round(game, selected=command.promises), (Event("selected", number=len(command.promises)),)


def _show(game: Game) -> Legal | Code:
    if game.playing.shown:
        return "already-shown"
    return Legal("show-forecasts") if game.playing.selected else "nothing-to-show"


def _perform_show(game: Game, _command: ShowForecasts) -> Done:
    return shown(game)


def shown(game: Game) -> Done:
    """The forecasts are laid open."""
    if game.playing.shown:
        return game, ()
    game = in_round(game, shown=True)
    return changed(game, step="shown" if game.table.phase == "forecast" else game.table.step), (
        Event("shown", number=len(game.playing.selected)),
    )


def _enter(game: Game) -> Done:
    """The promises that look the most doubtful are asked about first."""
    ids = {(r.who, r.project): r.id for r in game.playing.promises}
    ranked = [
        ids[game.names.characters[d.who], game.names.projects[d.project]]
        for d in doubtful(game.board, game.state)
    ]
    return in_round(game, selected=tuple(ranked[: numbers.FORECASTS])), ()


def _steps(game: Game) -> tuple[str, ...]:
    """Forecasts that are shown before the choice are shown first."""
    return ("ask", "shown") if _waits(game) else ("ask",)


def _waits(game: Game) -> bool:
    before = game.begin.forecasts_shown == "before" and bool(game.playing.selected)
    return before and not game.playing.shown


def _turn(game: Game, step: str) -> Done:
    return shown(game) if step == "shown" else to_step(game, step)


def _title(step: str) -> str:
    return tr("Pronostics montrés") if step == "shown" else tr("Pronostic")


RULES = {
    "select": Rule(_select, _perform_select, _check_select),
    "show-forecasts": Rule(_show, _perform_show),
}

PHASE = Phase(
    "forecast",
    title=_title,
    opens=lambda _game: tr("Passer aux pronostics"),
    commands=frozenset({"select", "vote", "tally", "show-forecasts"}),
    steps=_steps,
    skips=lambda game: not game.playing.promises,  # nothing was promised: there is nothing to forecast
    enter=_enter,
    turn=_turn,
    way_on=lambda game: tr("Montrer les pronostics") if _waits(game) else "",
    questions=_questions,
)
