"""A small scenario made of the engine's own types: four people, six projects, three rounds of anything."""

from functools import cache

from engine.content.model import Scenario
from engine.play.commands import Begin

MAP = (
    ("passive", "passive", "committed", "committed"),
    ("grumbler", "hesitant", "golden", "golden"),
    ("opponent", "opponent", "hesitant", "golden"),
    ("diehard", "diehard", "torn", "torn"),
)
FACE = {"head": "short1", "skin": "ffdbb4", "clothing": "e78276"}
STAKES = {"ana": {"health": 6, "work": 4}, "bo": {"work": 9, "health": 1}, "cy": {"health": 5, "work": 5},
          "di": {"health": 8, "work": 2}}  # fmt: skip
TOKENS = {"ana": (2, 0, 1), "bo": (0, 3, 0), "cy": (1, 1, 1), "di": (2, 0, 1)}
FAMILY = {"ana": "inhabitants", "bo": "landlords", "cy": "institutions", "di": "inhabitants"}
PROJECTS = {
    "garden": ((2, 1, 0), {"health": 2, "common": 5}), "clinic": ((1, 2, 1), {"health": 6, "common": 2}),
    "market": ((1, 3, 0), {"work": 7, "common": -1}), "desk": ((2, 0, 2), {"work": 2, "common": 4}),
    "bikes": ((2, 1, 0), {"work": 3, "common": 2}), "feast": ((1, 1, 1), {"common": 6, "health": -1}),
}  # fmt: skip
ABOUTS = ("broken", "part", "kept", "gift", "void", "void-gift", "gate-closed", "silent", "any")


@cache
def scenario() -> Scenario:
    """The scenario; every text carries a word of its own, so that a leak can be traced."""
    notes = ("welcome", "briefing", "situation", "negotiation", "forecast", "choice", "reveal", "debate",
             "break", "bilan")  # fmt: skip
    return Scenario.model_validate(
        {
            "id": "small",
            "title": "Petit quartier",
            "summary": "Quatre personnes, six chantiers.",
            "pitch": "Un petit quartier à refaire.",
            "people": (4, 20),
            "durations": ("45", "90", "150", "training"),
            "skills": ("Écouter",),
            "indicators": {
                "health": _indicator("Santé"),
                "work": _indicator("Travail"),
                "common": _indicator("Bien-être social", gate=True),
            },
            "decay": {"each": -1, "commons": -2},
            "parameters": {"slots": 3},
            "cast": tuple(_member(who) for who in STAKES),
            "characters": {who: _card(who) for who in STAKES},
            "projects": tuple(_project(key) for key in PROJECTS),
            "situations": (
                _situation("rain", {"effect": "indicator", "indicator": "common", "by": -2}),
                _situation("visit", {"effect": "posture", "who": "all", "synergy": 0.2}),
                _situation("gift", {"effect": "tokens", "who": "bo", "kind": "means", "by": 1}),
            ),
            "debates": tuple(_debate(about) for about in ABOUTS),
            "notes": {kind: {"say": (f"Dire {kind}",), "do": (f"Faire {kind}",)} for kind in notes},
            "endings": (
                _ending("spring", True, {"indicator": "common", "rose_by": 3}),
                _ending("winter", False, None),
            ),
            "map": MAP,
        }
    )


def _indicator(title: str, gate: bool = False) -> dict[str, object]:
    return {"title": title, "gate": gate, "pictogram": "heart", "colour": "clay", "explained": f"Dit {title}"}


def _member(who: str) -> dict[str, object]:
    time, means, backing = TOKENS[who]
    others = [other for other in STAKES if other != who]
    return {
        "character": who,
        "core": who in ("ana", "bo"),
        "stakes": STAKES[who],
        "secret": f"SECRET-{who} veut autre chose.",
        "goal": {"45": 3.5, "90": 5.25, "150": 7, "training": 9},
        "posture": {"synergy": 2.4, "antagonism": 1.8},
        "tokens": {"time": time, "means": means, "backing": backing},
        "believes": ({"about": others[0], "that": f"BELIEF-{who} le croit."},),
    }


def _card(who: str) -> dict[str, object]:
    return {
        "id": who, "name": f"{who.title()} Dupont", "short": who.title(), "role": f"Rôle de {who}",
        "family": FAMILY[who], "face": FACE, "description": f"Portrait de {who}", "voice": f"Voix de {who}",
        "influence": 2,
    }  # fmt: skip


def _project(key: str) -> dict[str, object]:
    (time, means, backing), changes = PROJECTS[key]
    return {
        "id": key, "title": f"Chantier {key}", "short": f"le {key}", "text": f"Texte de {key}",
        "pictogram": "tree", "cost": {"time": time, "means": means, "backing": backing}, "changes": changes,
        "rung": "consult",
    }  # fmt: skip


def _situation(key: str, effect: dict[str, object]) -> dict[str, object]:
    return {
        "id": key, "title": f"Situation {key}", "text": f"Il arrive {key}", "pictogram": "cloud",
        "voice": {"character": "ana", "says": "On fait quoi ?"}, "question": "Et alors ?",
        "effects": (effect,),
    }  # fmt: skip


def _debate(about: str) -> dict[str, object]:
    return {
        "id": f"on-{about}",
        "about": about,
        "question": "{name} : {project} ?",
        "statement": "C'est juste.",
    }


def _ending(key: str, success: bool, when: object) -> dict[str, object]:
    return {"id": key, "at": "end", "when": when, "success": success, "title": key, "text": f"Fin {key}"}


def begin(mode: str = "facilitated", duration: str = "45", **fields: object) -> Begin:
    """Ana and Bo are held, the others simulated, unless `fields` say otherwise."""
    seats = {} if mode == "demo" else {"ana": "held", "bo": "held"}
    whole = {"duration": duration, "mode": mode, "seats": seats, "participants": 12, **fields}
    return Begin.model_validate(whole)
