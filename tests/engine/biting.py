"""The small scenario with everything that bites: who pays, acts, a choice, clocks, links, a hearing."""

from functools import cache
from typing import Any

from engine.content.model import Scenario
from tests.engine import small

LATER = {"in": 1, "effects": ({"effect": "indicator", "indicator": "work", "by": -3},), "says": "La facture."}
LAPSE = {
    "in": 1,
    "effects": ({"effect": "indicator", "indicator": "health", "by": -2},),
    "says": "La friche.",
}


@cache
def scenario(**fields: Any) -> Scenario:
    """The scenario; `fields` replace any of its own."""
    whole = small.scenario().model_dump(by_alias=True)
    for project in whole["projects"]:
        project |= {
            "garden": {"for": {"bo": -4, "ana": 2}, "later": LATER, "lapses": LAPSE, "opens": ("feast",)},
            "clinic": {"needs": ("garden",)},
            "market": {"during": {"common": -1}},
        }.get(project["id"], {})
    situations = {one["id"]: one for one in whole["situations"]}
    situations["rain"] |= {"when": {"none": ({"completed": "garden"},)}, "because": "Parce qu’il pleut."}
    situations["visit"]["choose"] = {
        "options": (
            {"id": "open", "title": "Ouvrir", "then": "night",
             "effects": ({"effect": "indicator", "indicator": "common", "by": 2},)},
            {"id": "shut", "title": "Fermer", "later": LATER,
             "effects": ({"effect": "flag", "flag": "shut"},)},
        )
    }  # fmt: skip
    for id_ in ("night", "flood", "fair"):
        effect = {"effect": "indicator", "indicator": "work", "by": -1}
        situations[id_] = {**situations["gift"], "id": id_, "title": f"Situation {id_}", "effects": (effect,)}
    whole |= {
        "situations": tuple(situations.values()),
        "acts": (
            {"id": "one", "title": "On arrive", "rounds": "first", "situations": ("visit",)},
            {"id": "two", "title": "On s’installe", "situations": ("rain", "gift")},
            {"id": "three", "title": "On part", "rounds": "last", "situations": ("fair",)},
        ),
        "clocks": (
            {"id": "tide", "title": "La marée", "size": 3,
             "ticks": ({"every": "round"}, {"when": {"flag": "shut"}}), "full": {"situation": "flood"}},
        ),
        "flags": {"shut": False},
        "hearing": {
            "guideline": "Dites ce que vous voulez.",
            "heard": {
                who: {"question": f"ASK-{who}", "answers": f"OPEN-{who}", "dodges": f"SHUT-{who}"}
                for who in ("ana", "bo", "cy", "di")
            },
        },
    }  # fmt: skip
    return Scenario.model_validate({**whole, **fields})
