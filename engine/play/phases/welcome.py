"""The welcome: who is there, what the evening is, where each one stands between je and nous."""

from engine.language import tr
from engine.play.phase import Phase

PHASE = Phase(
    "welcome",
    title=lambda _step: tr("Accueil"),
    opens=lambda _game: tr("Accueillir la salle"),
    commands=frozenset({"own-placing", "pass-to"}),
)
