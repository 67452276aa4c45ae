"""Stakes sum to 10 for everyone, so that no one counts more by caring more, and never on the common good."""

from collections.abc import Iterator

from engine import numbers
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.language import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    alike: dict[tuple[tuple[str, int], ...], str] = {}
    gates = {key for key, indicator in scenario.indicators.items() if indicator.gate}
    others = [key for key in scenario.indicators if key not in gates]
    for i, member in enumerate(scenario.cast):
        total = sum(member.stakes.values())
        if total != numbers.STAKES:
            yield Diagnostic.at(
                loaded.where("cast", i, "stakes"),
                "stakes-sum",
                tr("les enjeux de « {who} » font {total}", who=member.character, total=total),
                expected=tr("{total} en tout", total=numbers.STAKES),
            )
        stakes = tuple(sorted(member.stakes.items()))
        if alike.setdefault(stakes, member.character) != member.character:
            yield Diagnostic.at(
                loaded.where("cast", i, "stakes"),
                "same-stakes",
                tr("« {who} » veut la même chose que « {other} »", who=member.character, other=alike[stakes]),
                severity="advice",
            )
        for key in gates & member.stakes.keys() if len(gates) == 1 else ():
            yield Diagnostic.at(
                loaded.where_key("cast", i, "stakes", key),
                "stakes-on-gate",
                tr("le bien commun n’est l’enjeu de personne : c’est celui de tous"),
                expected=named(others),
            )
