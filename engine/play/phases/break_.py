"""The break, between two rounds."""

from engine.language import tr
from engine.play.phase import Phase

PHASE = Phase(
    "break",
    title=lambda _step: tr("Pause"),
    opens=lambda _game: tr("Faire une pause"),
    way_on=lambda _game: tr("Reprendre la séance"),
)
