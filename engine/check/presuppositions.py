"""What people believe of each other before working together: a card must be able to prove them wrong."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    believed = {(m.character, belief.about) for m in scenario.cast for belief in m.believes}
    lifted = {pair for project in scenario.projects for pair in project.lifts}
    for i, member in enumerate(scenario.cast):
        for j, belief in enumerate(member.believes):
            if belief.about == member.character:
                yield Diagnostic.at(
                    loaded.where("cast", i, "believes", j, "about"),
                    "belief-of-oneself",
                    tr("un présupposé porte sur quelqu’un d’autre"),
                )
            elif (member.character, belief.about) not in lifted:
                yield Diagnostic.at(
                    loaded.where("cast", i, "believes", j, "that"),
                    "belief-unanswered",
                    tr("aucun chantier ne peut démentir ce présupposé"),
                    expected=f"lifts: [[{member.character}, {belief.about}]]",
                    severity="advice",
                )
    for i, project in enumerate(scenario.projects):
        for j, pair in enumerate(project.lifts):
            if pair not in believed:
                yield Diagnostic.at(
                    loaded.where("projects", i, "lifts", j),
                    "lifts-nothing",
                    tr("« {who} » n’a pas de présupposé sur « {about} »", who=pair[0], about=pair[1]),
                    severity="advice",
                )
