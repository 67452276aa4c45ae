"""The phases of the evening: each is one object, in one file of this folder.

To add one: its line in `engine/outline.py` and its file here, then its file and its line in the game; its
English in `locale/en/phases.po`. See engine/README.md.
"""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from types import MappingProxyType
from typing import Final

from engine import outline
from engine.outline import Outline
from engine.play.phase import Phase

_phases: dict[str, Phase] = {}
PHASES: Final[Mapping[str, Phase]] = MappingProxyType(_phases)
"""Kind -> phase, those registered from elsewhere included."""


def register(planned: Outline, phase: Phase) -> None:
    """Let scenarios have a phase that is written elsewhere; ValueError where there is one of that kind."""
    if planned.kind != phase.kind:
        raise ValueError(f"a phase {phase.kind!r} cannot be planned as {planned.kind!r}")
    outline.register(planned)
    _phases[phase.kind] = phase


def forget(kind: str) -> None:
    """Take a registered phase out again; KeyError where there is none of that kind."""
    outline.forget(kind)
    del _phases[kind]


def _file(kind: str) -> str:
    """The file of this folder in which a phase stands: its name, as Python may have it."""
    name = kind.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


for _kind in outline.OUTLINES:
    _phases[_kind] = import_module(f"{__name__}.{_file(_kind)}").PHASE

__all__ = ["PHASES", "Phase", "forget", "register"]
