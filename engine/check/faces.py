"""Portraits that can be drawn: the style takes an unknown name in silence and draws something else."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr
from engine.look.faces import unknown, variants


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for name, card in scenario.characters.items():
        for key, value in unknown(card.face.model_dump()):
            names = variants().get(key, ())
            yield Diagnostic.at(
                loaded.where("characters", name, "face", key),
                "face-unknown",
                tr("« {value} » n’est pas un trait de portrait", value=value),
                expected=named(names) if names else tr('une couleur : "#RRGGBB"'),
                hint=nearest(value, names),
            )
