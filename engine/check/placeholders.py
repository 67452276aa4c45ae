"""Braces in texts: debates may name who and what, nothing else is filled in."""

import re
from collections.abc import Iterator

from engine.check.walk import spots
from engine.diagnostics import Diagnostic, named, nearest
from engine.model import Scenario
from engine.reader import Loaded
from engine.words import tr

IN_DEBATES = ("name", "project", "promised", "given")
_FIELD = re.compile(r"\{([^{}]*)\}|[{}]")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        allowed = [f"{{{name}}}" for name in IN_DEBATES] if spot.path[0] == "debates" else []
        for register, text in spot.text:
            for found in _FIELD.finditer(text or ""):
                if found[0] not in allowed:
                    yield Diagnostic.at(
                        spot.mark(loaded, register),
                        "placeholder-unknown",
                        tr("« {field} » ne sera remplacé par rien", field=found[0]),
                        expected=named(allowed) if allowed else tr("pas d’accolades dans ce texte"),
                        hint=nearest(found[0], allowed),
                    )
