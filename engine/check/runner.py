"""Run every rule over a scenario; whatever happens, the answer is diagnostics."""

from collections.abc import Collection, Iterable
from pathlib import Path
from types import ModuleType
from typing import Literal

from engine.briefing import reading
from engine.check import (
    agenda,
    aloud,
    ballot,
    briefing,
    copies,
    corners,
    costs,
    counts,
    debates,
    devices,
    drawing,
    easy,
    effects,
    endings,
    faces,
    families,
    groups,
    labels,
    lengths,
    letters,
    listed_twice,
    namesakes,
    panels,
    pictograms,
    place,
    placeholders,
    places,
    presuppositions,
    sites,
    slots,
    stakes,
    stamp,
    terms,
    timetable,
    tokens,
    unused,
)
from engine.content.library import load
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, as_json, as_text, exit_code, in_order
from engine.language import tr

Format = Literal["text", "json"]
RULES: tuple[ModuleType, ...] = (
    stakes, tokens, costs, slots, effects, presuppositions, endings, devices, places, timetable, groups,
    sites, corners, agenda, ballot, debates, counts, listed_twice, labels, faces, pictograms, panels, drawing,
    lengths, place, placeholders, easy, aloud, copies, namesakes, families, letters, terms, unused,
)  # fmt: skip
"""Each has `look(loaded, scenario)`; `WHOLE` says that it means nothing on a part of a scenario."""


def status(target: str | Path | Loaded) -> tuple[Diagnostic, ...]:
    """Every defect and all advice on a scenario, in the order of its files. Never raises."""
    if not isinstance(target, Loaded) and (folder := reading.folder_of(target)) is not None:
        return briefing.status(folder)
    try:
        loaded = target if isinstance(target, Loaded) else load(target)
    except Exception as error:
        return (_internal(error, str(target)),)
    found = list(loaded.diagnostics)
    if loaded.rest is not None:
        for rule in RULES:
            if (loaded.scenario is not None and loaded.whole) or not getattr(rule, "WHOLE", False):
                found += _looked(rule, loaded)
    return in_order(found)


def _looked(rule: ModuleType, loaded: Loaded) -> Iterable[Diagnostic]:
    try:
        return list(rule.look(loaded, loaded.rest))
    except Exception as error:
        return [_internal(error, rule.__name__)]


def run(target: str | Path, format: Format = "text", strict: bool = False) -> tuple[str, int]:
    """What to print about a scenario, and the exit code: 0 clean, 1 defects (`strict`: or advice), 2 cannot
    run."""
    found = status(target)
    return (as_json(found) if format == "json" else as_text(found)), exit_code(found, strict)


def stamped(target: str | Path, cards: Collection[str] = ()) -> str:
    """Mark the translations of a scenario (or of some of its cards) as read again; what to print of it."""
    return stamp.as_text(stamp.stamp(status(target), cards))


def _internal(error: Exception, about: str) -> Diagnostic:
    return Diagnostic(
        "internal",
        tr("la vérification s’est arrêtée sur une erreur du programme ({error})", error=type(error).__name__),
        about,
        hint=tr("Ce n’est pas votre faute : signalez-la avec votre dossier."),
    )
