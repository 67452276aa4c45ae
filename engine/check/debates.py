"""Debates: whatever happened in a round, there is a question to ask about it."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True
# Of each line, one is true of every act: any of these sets is enough.
_ENOUGH = (
    {"any"},
    {"gate-open", "gate-closed"},
    {"kept", "part", "broken", "gift", "void", "void-gift", "silent"},
)


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    free = {d.about for d in scenario.debates if d.of is d.project is d.situation is None}
    if not any(subjects <= free for subjects in _ENOUGH):
        yield Diagnostic.at(
            loaded.where_key("debates"),
            "no-open-debate",
            tr("aucun débat ne convient à tout ce qui peut arriver"),
            expected="about: any",
            severity="advice",
        )
