"""The kinds of effect that cards may have: each is one object, in one file of this folder.

To add one: its file, a line in the list below, its English in `locale/en/effects.po`; then a card that uses
it, for a test fails while no shipped content does. See engine/README.md.
"""

import sys
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from engine.effects import (
    cost,
    flag,
    group,
    holder,
    indicator,
    posture,
    seal,
    site,
    taking,
    tokens,
    trust,
    voices,
)
from engine.effects.base import ALL, AWAKE, EffectKind, EffectModel, Names, Quarter, Words
from engine.vocabulary import FAMILIES

_kinds: dict[str, EffectKind[Any]] = {}
EFFECTS: Final[Mapping[str, EffectKind[Any]]] = MappingProxyType(_kinds)
"""Name -> kind, those registered from elsewhere included."""


def register(kind: EffectKind[Any]) -> None:
    """Let cards have a kind of effect. Raises ValueError where its name or its number is taken.

    Compiled rules know the kinds that there are when they are first asked to play, and refuse others.
    """
    if kind.name in _kinds or kind.number in {other.number for other in _kinds.values()}:
        raise ValueError(f"a kind of effect has the name {kind.name!r} or the number {kind.number} already")
    _kinds[kind.name] = kind
    taking.rebuild(_kinds.values())


def forget(name: str) -> None:
    """Take a registered kind out again; KeyError where there is none of that name."""
    del _kinds[name]
    taking.rebuild(_kinds.values())


def kind_of(effect: EffectModel) -> EffectKind[Any]:
    """The kind that an effect is of."""
    return EFFECTS[effect.effect]


def modules() -> list[str]:
    """The modules of kinds that stand outside this package, for another process to import."""
    names = {kind.model.__module__ for kind in _kinds.values()}
    return sorted(name for name in names if not name.startswith(f"{__name__}."))


def files() -> list[str]:
    """The source files of those modules."""
    return [str(sys.modules[name].__file__) for name in modules()]


def groups(characters: Iterable[str]) -> tuple[str, ...]:
    """Every name by which an effect may speak of people."""
    return (ALL, *FAMILIES, *characters)


def gatherings(groups: Iterable[str]) -> tuple[str, ...]:
    """Every name by which an effect may speak of groups that live and sleep."""
    return (ALL, AWAKE, *groups)


def sites(works: Iterable[str]) -> tuple[str, ...]:
    """Every name by which an effect may speak of works under way."""
    return (ALL, *works)


def corners(several: Iterable[str]) -> tuple[str, ...]:
    """Every name by which an effect may speak of corners of the room."""
    return (ALL, *several)


def publics(several: Iterable[str]) -> tuple[str, ...]:
    """Every name by which an effect may speak of publics of a ballot."""
    return (ALL, *several)


for _kind in (
    indicator.KIND, posture.KIND, cost.KIND, tokens.KIND, trust.KIND, flag.KIND, holder.KIND, group.KIND,
    site.KIND, seal.KIND, voices.KIND,
):  # fmt: skip
    register(_kind)

__all__ = [
    "ALL", "AWAKE", "EFFECTS", "EffectKind", "EffectModel", "Names", "Quarter", "Words", "corners", "files",
    "forget",
    "gatherings", "groups", "kind_of", "modules", "publics", "register", "sites",
]  # fmt: skip
