"""The leaflet: what is known of the place, a panel at a time."""

from engine.language import tr
from engine.play.phase import Phase

PHASE = Phase(
    "briefing",
    title=lambda _step: tr("Dépliant"),
    opens=lambda _game: tr("Ouvrir le dépliant"),
    commands=frozenset({"own-placing", "pass-to"}),
    skips=lambda game: not game.scenario.briefing,
)
