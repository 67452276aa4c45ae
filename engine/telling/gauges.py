"""Indicators, and how the common good moved, in words."""

from collections.abc import Sequence

from engine.content.model import Scenario
from engine.language import signed, tr
from engine.telling.reader import About, Reader, scenario_of


def indicator_title(about: About, reader: Reader, key: str) -> str:
    """What a gauge is called."""
    return reader.read(scenario_of(about).indicators[key].title)


def start(scenario: Scenario, key: str) -> int:
    """What a gauge begins at: the common good at what the groups that are awake do, where there are any."""
    groups = scenario.groups
    if groups is None or key != scenario.gate:
        return scenario.indicators[key].start
    return groups.points * sum(group.autonomy for group in groups.these if group.life)


def why_moved(
    built: int, wear: int, during: int = 0, gone: int = 0, groups: Sequence[int] = (), works: int = 0,
    strips: int = 0, voted: int = 0,
) -> str:  # fmt: skip
    """What projects brought, what those put out of their hours (`gone`) and those under way did, and what
    wear took: it is their sum that counts. `groups`: what help did, and what groups lost of themselves;
    `works`: what hoardings did; `strips`: what was read from corner to corner; `voted`: what the
    ideas funded bring."""
    helped, asleep = groups or (0, 0)
    parts = [
        tr("{by} des chantiers", by=signed(built)) if built else tr("rien des chantiers"),
        tr("{by} de ce qui est délogé", by=signed(gone)) if gone else "",
        tr("{by} des travaux en cours", by=signed(during)) if during else "",
        tr("{by} de l’aide", by=signed(helped)) if helped else "",
        tr("{by} de ce qui s’endort", by=signed(asleep)) if asleep else "",
        tr("{by} des palissades", by=signed(works)) if works else "",
        tr("{by} des bandes", by=signed(strips)) if strips else "",
        tr("{by} de ce qui est voté", by=signed(voted)) if voted else "",
        tr("{by} d’usure", by=signed(wear)) if wear else "",
    ]
    return ", ".join(part for part in parts if part)


def worn(wear: int) -> str:
    """That wear is in the moves of the gauges that are told; "" where nothing wears out."""
    return tr("dont {by} d’usure chacune", by=signed(wear)) if wear else ""


def gate_sentence(before: int, after: int) -> str:
    """Whether personal gains count, and why."""
    if after > before:
        return tr("En hausse : les gains personnels de ce tour comptent.")
    if after == before:
        return tr("Pas de hausse : ce tour, aucun gain personnel ne compte.")
    return tr("En baisse : ce tour, aucun gain personnel ne compte.")
