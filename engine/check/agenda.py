"""An agenda: it has its phase, some of the table waits, and some is left to choose from; a debate about what
is put off stands where somebody may put it off."""

from collections.abc import Iterator

from engine.content.model import Agenda, ProjectCard, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr
from engine.play.phases.agenda import KIND as PHASE
from engine.play.postponed import FACT

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    yield from _phase(loaded, scenario)
    if scenario.agenda is not None:
        yield from _treated(loaded, scenario, scenario.agenda)
    for i, debate in enumerate(scenario.debates):
        if debate.about != FACT:
            continue
        if scenario.agenda is None:
            said = tr("personne ne préside dans ce scénario : ce débat ne vient jamais")
            mark = loaded.where("debates", i, "about")
            yield Diagnostic.at(mark, "put-off-never", said, expected="agenda: …")
        elif any(card.id == debate.project and _elsewhere(scenario, card) for card in scenario.projects):
            said = tr(
                "« {card} » n’est jamais à l’ordre du jour : ce débat ne vient jamais", card=debate.project
            )
            yield Diagnostic.at(loaded.where("debates", i, "project"), "put-off-never", said)


def _elsewhere(scenario: Scenario, card: ProjectCard) -> bool:
    """Whether a project never lies where whoever chairs may put it off."""
    return bool(card.corners) or card.id in scenario.submitted


def _phase(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Without its phase nobody chairs, and the table is as large as it was."""
    if scenario.agenda is None and PHASE in scenario.phases:
        message = tr("« phases » cite l’ordre du jour, et le scénario n’en a pas")
        mark = loaded.where("phases", scenario.phases.index(PHASE))
        yield Diagnostic.at(mark, "agenda-phase", message, expected="agenda: …")
    elif scenario.agenda is not None and PHASE not in scenario.phases:
        mark = loaded.where_key("phases") if scenario.phases else loaded.where_key("agenda")
        message = tr("« phases » ne cite pas l’ordre du jour : personne ne présidera")
        yield Diagnostic.at(mark, "agenda-phase", message, expected=PHASE)


def _treated(loaded: Loaded, scenario: Scenario, agenda: Agenda) -> Iterator[Diagnostic]:
    """Fewer are treated than lie on the table; with one, nobody has to choose where to give."""
    slots, mark = scenario.parameters.slots, loaded.where("agenda", "treats")
    if agenda.treats >= slots:
        yield Diagnostic.at(
            mark,
            "agenda-idle",
            tr("la table a {n} chantiers au plus : rien n’est jamais reporté", n=slots),
            expected=tr("{n} au plus", n=slots - 1),
            hint=tr("Ou plus de places sur la table : « parameters », « slots »."),
        )
    elif agenda.treats == 1:
        yield Diagnostic.at(
            mark,
            "agenda-starves",
            tr("un seul chantier par tour : qui préside choisit pour tous"),
            expected=tr("{n} au moins", n=2),
            severity="advice",
        )
