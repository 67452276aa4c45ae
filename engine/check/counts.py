"""How many of each a scenario wants, to be worth a session and to fit on the screens."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.language import tr
from engine.outline import OUTLINES, usual

WHOLE = True
WANTED = {
    "cast": (6, 10),
    "projects": (16, 24),
    "situations": (8, 16),
    "endings": (3, 10),
    "debates": (8, 40),
}
CORE = 3


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for key, (least, most) in WANTED.items():
        count = len(getattr(scenario, key))
        if key == "projects":  # those of others never come to the table
            count -= len(scenario.submitted)
        if not least <= count <= most:
            yield Diagnostic.at(
                loaded.where_key(key),
                "count",
                tr("« {key} » en compte {n}", key=key, n=count),
                expected=tr("de {least} à {most}", least=least, most=most),
                severity="advice",
            )
    lacking = [phase for phase in _phases(scenario) if phase not in scenario.notes]
    if lacking:
        yield Diagnostic.at(
            loaded.where_key("notes"),
            "notes-missing",
            tr("des phases n’ont pas de notes pour l’animation"),
            expected=named(lacking),
            severity="advice",
        )
    if sum(member.core for member in scenario.cast) < min(CORE, len(scenario.cast)):
        yield Diagnostic.at(
            loaded.where_key("cast"),
            "few-core",
            tr("trop peu de personnages sont marqués « core » pour une petite salle"),
            expected=tr("{n} au moins", n=CORE),
            severity="advice",
        )
    if scenario.people[0] > scenario.people[1]:
        yield Diagnostic.at(
            loaded.where("people"),
            "people-order",
            tr("« people » va du plus petit nombre au plus grand"),
            expected=f"[{scenario.people[1]}, {scenario.people[0]}]",
        )


def _phases(scenario: Scenario) -> list[str]:
    """The phases that an evening of this scenario goes through: none that it has no use for."""
    rounds = scenario.phases or usual()
    through = [kind for kind, one in OUTLINES.items() if one.place != "round" or kind in rounds]
    return [kind for kind in through if kind not in scenario.idle]
