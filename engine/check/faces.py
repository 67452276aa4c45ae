"""Portraits that can be drawn: the style takes an unknown name in silence and draws something else."""

from collections.abc import Callable, Iterator

from engine.content.model import FaceCard, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, Mark, named, nearest
from engine.language import tr
from engine.look.faces import unknown, variants

Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for place, face in _portraits(scenario):
        yield from unknown_parts(face, place, loaded.where)


def unknown_parts(face: FaceCard, place: Path, where: Callable[..., Mark]) -> Iterator[Diagnostic]:
    """What the style does not know of a portrait that is written at `place`."""
    for key, value in unknown(face.model_dump()):
        names = variants().get(key, ())
        yield Diagnostic.at(
            where(*place, key),
            "face-unknown",
            tr("« {value} » n’est pas un trait de portrait", value=value),
            expected=named(names) if names else tr('une couleur : "#RRGGBB"'),
            hint=nearest(value, names),
        )


def _portraits(scenario: Scenario) -> Iterator[tuple[Path, FaceCard]]:
    """Where each portrait is written, and the portrait."""
    for name, card in scenario.characters.items():
        yield ("characters", name, "face"), card.face
    for at, situation in enumerate(scenario.situations):
        if situation.voice.face is not None:
            yield ("situations", at, "voice", "face"), situation.voice.face
