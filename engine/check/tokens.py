"""Who holds what: something, and never all three kinds in quantity, so that people need each other."""

from collections.abc import Iterator

from engine.content.model import KINDS, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for i, member in enumerate(scenario.cast):
        held = [getattr(member.tokens, kind) for kind in KINDS]
        if not any(held):
            yield Diagnostic.at(
                loaded.where("cast", i, "tokens"),
                "no-tokens",
                tr("« {who} » n’a aucun jeton, donc rien à décider", who=member.character),
            )
        elif all(n >= 2 for n in held):
            yield Diagnostic.at(
                loaded.where("cast", i, "tokens"),
                "too-rich",
                tr("« {who} » a de tout, et n’aurait besoin de personne", who=member.character),
                severity="advice",
            )
