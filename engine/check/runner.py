"""Run every rule over a scenario; whatever happens, the answer is diagnostics."""

from pathlib import Path
from typing import Literal

from engine.diagnostics import Diagnostic, as_json, as_text, exit_code, in_order
from engine.library import load
from engine.reader import Loaded
from engine.words import tr

Format = Literal["text", "json"]


def status(target: str | Path | Loaded) -> tuple[Diagnostic, ...]:
    """Every defect and all advice on a scenario, in the order of its files."""
    try:
        loaded = target if isinstance(target, Loaded) else load(target)
    except Exception as error:
        return (_internal(error, str(target)),)
    return in_order(loaded.diagnostics)


def run(target: str | Path, format: Format = "text") -> tuple[str, int]:
    """What to print about a scenario, and the exit code: 0 clean, 1 defects, 2 cannot run."""
    found = status(target)
    return (as_json(found) if format == "json" else as_text(found)), exit_code(found)


def _internal(error: Exception, about: str) -> Diagnostic:
    return Diagnostic(
        "internal",
        tr("la vérification s’est arrêtée sur une erreur du programme ({error})", error=type(error).__name__),
        about,
        hint=tr("Ce n’est pas votre faute : signalez-la avec votre dossier."),
    )
