"""The Bilan: what has become of the place and of each one, and what is left to say."""

from engine.language import tr
from engine.play.phase import Phase

PHASE = Phase(
    "bilan",
    title=lambda _step: tr("Bilan"),
    opens=lambda _game: tr("Aller au bilan"),
    commands=frozenset({"own-placing", "follow-up"}),
    way_on=lambda _game: tr("Clore la séance"),
)
