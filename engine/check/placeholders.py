"""Braces in texts: debates, and what characters say, may name who and what where there is something to name;
no other text may."""

import re
from collections.abc import Iterator

from engine.check.walk import Spot, spots
from engine.content.model import FILLED, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr

IN_DEBATES = ("name", "project", "where", "promised", "given")
_ABOUT_A_PROMISE = {"kept", "part", "broken", "void-gift"}
# Of other subjects, an act may have no project (somebody was silent), and no promise.
_FILLED = {
    "gift": ("name", "project", "where", "given"),
    "void": ("name", "project", "where", "promised"),
    "completed": ("name", "project", "where"),
    "lapsed": ("name", "project", "where"),
    "dislodged": ("name", "project", "where"),
    "hoarding": ("name", "project", "where"),
    "put-off": ("name", "project", "where"),
}
_KNOWN = re.compile(r"\{(?:" + "|".join((*IN_DEBATES, "round")) + r")\}")
_FIELD = re.compile(r"\{([^{}]*)\}|[{}]")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        about = scenario.debates[int(spot.path[1])].about if spot.path[0] == "debates" else None
        known = [f"{{{name}}}" for name in IN_DEBATES] if about else _of_reason(spot)
        filled = [f"{{{name}}}" for name in _filled(about)] if about else known
        yield from _dropped(loaded, spot)
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
                elif spot.key == "statement":
                    yield Diagnostic.at(
                        spot.mark(loaded, register),
                        "placeholder-statement",
                        tr(
                            "« {field} » dans une affirmation : elle se vote et se cite seule", field=found[0]
                        ),
                        expected=tr("pas d’accolades dans ce texte"),
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


def _dropped(loaded: Loaded, spot: Spot) -> Iterator[Diagnostic]:
    """Fields that a translation lost on the way."""
    for register, french, english in (
        ("en", spot.text.fr, spot.text.en),
        ("plain_en", spot.text.plain, spot.text.plain_en),
    ):
        lost = [f for f in dict.fromkeys(_KNOWN.findall(french or "")) if english and f not in english]
        if lost:
            yield Diagnostic.at(
                spot.mark(loaded, register),
                "placeholder-dropped",
                tr("l’anglais a perdu {fields}", fields=named(lost)),
                severity="advice",
            )


def _of_reason(spot: Spot) -> list[str]:
    """What may be named in what a character says: what its reason is about."""
    said = spot.path[0] == "characters" and "says" in spot.path
    return [f"{{{name}}}" for name in FILLED.get(spot.key, ())] if said else []


def _filled(about: str) -> tuple[str, ...]:
    return IN_DEBATES if about in _ABOUT_A_PROMISE else _FILLED.get(about, ("name",))
