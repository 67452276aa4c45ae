"""A scenario without its devices, as reference.cpp plays it."""

from collections.abc import Sequence

from engine.content.model import Ending, ProjectCard, Scenario, SituationCard
from engine.effects import EffectModel
from engine.effects.flag import FlagEffect

_TOLD = {"indicator", "mutual_trust", "promises_kept", "every", "any"}


def without_devices(scenario: Scenario) -> Scenario:
    """The same cast, projects, situations and gauges; what reference.cpp does not know of taken away."""
    here = {"from_round": 1, "leaves": None, "heir": None}
    return scenario.model_copy(
        update={
            "cast": tuple(member.model_copy(update=here) for member in scenario.cast),
            "projects": tuple(_project(card) for card in scenario.projects),
            "situations": tuple(_situation(card) for card in scenario.situations),
            "endings": tuple(ending for ending in scenario.endings if _plain(ending)),
            "acts": (), "clocks": (), "pacts": False, "mandates": {}, "hearing": None, "flags": {},
        }
    )  # fmt: skip


def _project(card: ProjectCard) -> ProjectCard:
    gone = {"personal": {}, "during": {}, "needs": (), "opens": (), "later": None, "lapses": None}
    return card.model_copy(update={**gone, "effects": _effects(card.effects)})


def _situation(card: SituationCard) -> SituationCard:
    gone = {"when": None, "because": None, "choose": None, "later": None, "rumour": None}
    return card.model_copy(update={**gone, "effects": _effects(card.effects)})


def _effects(effects: Sequence[EffectModel]) -> tuple[EffectModel, ...]:
    return tuple(effect for effect in effects if not isinstance(effect, FlagEffect))


def _plain(ending: Ending) -> bool:
    """Whether an ending asks only for what was there before the devices."""
    return ending.when is None or all(part.model_fields_set & _TOLD for part in ending.when.each())
