"""A briefing: what reading finds wrong with it, and panels that say what is past."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engine.briefing import reading
from engine.check import aloud, easy, faces
from engine.diagnostics import Diagnostic, in_order
from engine.language import tr

SPOKEN = ("say",)
"""What who unfolds it says: nobody reads it."""
WORDS = 12
"""The longest sentence of an easy text: it is read from far, beside a drawing."""


def status(folder: Path, today: date | None = None) -> tuple[Diagnostic, ...]:
    """Every defect and all advice on the briefing of a folder, on a day (today, if none is given)."""
    loaded = reading.load(folder)
    found = [*loaded.diagnostics, *_past(loaded, today or date.today()), *_faces(loaded)]
    if loaded.rest is not None:
        found += easy.judged(loaded, loaded.rest, SPOKEN, WORDS)
        found += aloud.judged(loaded, loaded.rest)
    return in_order(found)


def _faces(loaded: reading.LoadedBriefing) -> Iterator[Diagnostic]:
    for n, panel in enumerate(loaded.rest.panels if loaded.rest else ()):
        for at, part in enumerate(panel.diagram.data):
            if part.face is not None:
                place = ("panels", n, "diagram", "data", at, "face")
                yield from faces.unknown_parts(part.face, place, loaded.where)


def _past(loaded: reading.LoadedBriefing, today: date) -> Iterator[Diagnostic]:
    for n, panel in enumerate(loaded.rest.panels if loaded.rest else ()):
        if panel.is_past(today):
            yield Diagnostic.at(
                loaded.where("panels", n, "valid_until"),
                "panel-past",
                tr("ce volet disait vrai jusqu’en {year}", year=panel.valid_until),
                hint=tr("Vérifiez ses chiffres et sa source, puis changez l’année."),
                severity="advice",
            )
