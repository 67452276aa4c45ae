"""Braces in texts: debates may name who and what where there is something to name; no other text may."""

import re
from collections.abc import Iterator

from engine.check.walk import spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr

IN_DEBATES = ("name", "project", "promised", "given")
_ABOUT_A_PROMISE = {"kept", "part", "broken", "void-gift"}
# Of other subjects, an act may have no project (somebody was silent), and no promise.
_FILLED = {
    "gift": ("name", "project", "given"),
    "void": ("name", "project", "promised"),
    "completed": ("name", "project"),
    "lapsed": ("name", "project"),
}
_FIELD = re.compile(r"\{([^{}]*)\}|[{}]")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        about = scenario.debates[int(spot.path[1])].about if spot.path[0] == "debates" else None
        known = [f"{{{name}}}" for name in IN_DEBATES] if about else []
        filled = [f"{{{name}}}" for name in _filled(about)] if about else []
        for register, text in spot.text:
            for found in _FIELD.finditer(text or ""):
                if found[0] not in known:
                    yield Diagnostic.at(
                        spot.mark(loaded, register),
                        "placeholder-unknown",
                        tr("« {field} » ne sera remplacé par rien", field=found[0]),
                        expected=named(known) if known else tr("pas d’accolades dans ce texte"),
                        hint=nearest(found[0], known),
                    )
                elif found[0] not in filled:
                    yield Diagnostic.at(
                        spot.mark(loaded, register),
                        "placeholder-empty",
                        tr(
                            "« {field} » peut rester vide dans un débat « {about} »",
                            field=found[0],
                            about=about,
                        ),
                        expected=named(filled),
                    )


def _filled(about: str) -> tuple[str, ...]:
    return IN_DEBATES if about in _ABOUT_A_PROMISE else _FILLED.get(about, ("name",))
