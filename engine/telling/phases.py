"""Where a session stands and what going on would do, in words."""

from engine.language import tr
from engine.play.game import Game


def next_label(game: Game) -> str:
    table = game.table
    if table.phase == "debate":
        return _next_in_debate(game)
    if table.phase == "forecast":
        waits = game.begin.forecasts_shown == "before" and not game.playing.shown
        return (
            tr("Montrer les pronostics")
            if waits and game.playing.selected
            else tr("Passer aux choix secrets")
        )
    first = tr("Commencer le premier tour")
    return {
        "welcome": tr("Ouvrir le dépliant") if game.scenario.briefing else first,
        "briefing": first,
        "situation": tr("Ouvrir la négociation"),
        "negotiation": tr("Clore la négociation"),
        "choice": tr("Révéler les choix"),
        "reveal": tr("Ouvrir le débat"),
        "break": tr("Reprendre la séance"),
        "bilan": tr("Clore la séance"),
    }[table.phase]


def _next_in_debate(game: Game) -> str:
    if game.table.step in ("vote", "talk"):
        return tr("Ouvrir la discussion") if game.table.step == "vote" else tr("Revoter")
    if game.table.step in ("revote", "sentence"):
        return tr("Qui est où, maintenant ?")
    if len(game.table.rounds) >= game.schedule.rounds:
        return tr("Aller au bilan")
    if len(game.table.rounds) == game.schedule.break_after:
        return tr("Faire une pause")
    return tr("Tour suivant")
