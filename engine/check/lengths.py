"""Titles and names short enough for the screens, in every language; longer ones would shrink to be read."""

from collections.abc import Iterator

from engine.check.walk import Spot, spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

# (first step of the path, last key) -> characters that fit in the place drawn for it.
LIMITS = {
    ("", "title"): 40,
    ("", "place"): 22,
    ("", "summary"): 160,
    ("", "pitch"): 420,
    ("indicators", "title"): 24,
    ("characters", "role"): 40,
    ("characters", "description"): 320,
    ("characters", "voice"): 140,
    ("projects", "title"): 42,
    ("projects", "short"): 34,
    ("projects", "text"): 260,
    ("situations", "title"): 36,
    ("situations", "text"): 300,
    ("situations", "says"): 160,
    ("situations", "question"): 140,
    ("debates", "question"): 220,
    ("debates", "statement"): 160,
    ("endings", "title"): 40,
    ("endings", "text"): 420,
    ("hearing", "guideline"): 200,
    ("hearing", "question"): 120,
    ("hearing", "answers"): 240,
    ("hearing", "dodges"): 240,
    ("cast", "secret"): 320,
    ("cast", "that"): 120,
    ("mandates", "text"): 160,
    ("baton", "title"): 20,
    ("baton", "the"): 24,
    ("groups", "title"): 32,
    ("groups", "noun"): 16,
    ("sites", "title"): 32,
    ("corners", "title"): 32,
    ("corners", "noun"): 16,
    ("agenda", "title"): 32,
    ("ballot", "title"): 32,
}
GROUP = {"title": 18, "at": 22}
"""Of each group, by its key."""
GROUND = 18
"""Of each part of the ground that works take."""
CORNER = {"title": 16, "at": 20}
"""Of each corner, by its key; its strips are counted in words."""
PUBLIC = {"title": 20, "fetch": 42, "short": 34, "text": 260}
"""Of each public that votes, by its key; the last three as a project's own."""
WEEK = {"title": 32, "rooms": 20, "times": 18, "kept": 24}
"""Of the week of the rooms, by what is named."""
SAID = 90
"""Of what a character says when it is asked why."""
RUMOUR = 120
"""Of what is said in a rumour, and of what comes of it."""
NAME, SHORT = 24, 14


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        most = LIMITS.get(("" if len(spot.path) == 1 else str(spot.path[0]), spot.key))
        most = SAID if spot.path[0] == "characters" and "says" in spot.path else most
        most = RUMOUR if "rumour" in spot.path else most
        most = WEEK[str(spot.path[1])] if spot.path[0] == "timetable" else most
        most = GROUP[spot.key] if spot.path[:2] == ("groups", "these") else most
        most = GROUND if spot.path[:2] == ("sites", "grounds") else most
        most = CORNER.get(spot.key) if spot.path[:2] == ("corners", "these") else most
        most = PUBLIC[spot.key] if spot.path[:2] == ("ballot", "publics") else most
        for register, text in spot.text:
            if most and text and len(text) > most:
                yield _too_long(loaded, spot, register, len(text), most)
    for name, card in scenario.characters.items():
        for key, text, most in (("name", card.name, NAME), ("short", card.short, SHORT)):
            if len(text) > most:
                mark = loaded.where("characters", name, key)
                message = tr("« {text} » fait {n} caractères", text=text, n=len(text))
                yield Diagnostic.at(mark, "too-long", message, expected=tr("{n} au plus", n=most))


def _too_long(loaded: Loaded, spot: Spot, register: str, length: int, most: int) -> Diagnostic:
    return Diagnostic.at(
        spot.mark(loaded, register),
        "too-long",
        tr("« {key} » fait {n} caractères", key=spot.key, n=length),
        expected=tr("{n} au plus", n=most),
    )
