"""What a contract on modules cannot say: which names of a module a storey may know."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCREENS = ("game/screens", "game/console", "game/pieces", "game/kit", "game/front")
OPEN = {
    "engine.agreement",
    "engine.briefing.diagrams",
    "engine.play.commands",
    "engine.play.legal",
    "engine.debrief.types",
    "engine.content.model",
    "engine.look",
    "engine.look.neighbourhood.places",
    "engine.look.palette",
    "engine.look.pictograms",
    "engine.look.shapes",
    "engine.look.things",
    "engine.view.types",
    "engine.language",
    "engine.lazy",
    "engine.places",
    "engine.numbers",
    "engine.own_project",
    "engine.play.refusals",
    "engine.report.parts",
    "engine.telling.ballot.money",
    "engine.telling.ballot.voices",
    "engine.telling.gauges.worn",
    "engine.telling.terms",
    "engine.telling.vocabulary.became_word",
    "engine.telling.vocabulary.because_word",
    "engine.telling.vocabulary.date",
    "engine.telling.vocabulary.kind_means",
    "engine.telling.vocabulary.listed",
    "engine.telling.vocabulary.tokens",
}
SECRETS = {"Scenario", "CastMember"}
"""What holds stakes, goals and beliefs, of everybody."""


def imported(where: tuple[str, ...]) -> Iterator[tuple[Path, str, str]]:
    """Every name that files take from the engine: file, module, name ("" for a whole module)."""
    for place in where:
        path = ROOT / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module:
                    yield from ((file, node.module, alias.name) for alias in node.names)
                elif isinstance(node, ast.Import):
                    yield from ((file, alias.name, "") for alias in node.names)


def test_screens_take_from_the_engine_what_everybody_may_see() -> None:
    taken = [(file, module, name) for file, module, name in imported(SCREENS) if module.startswith("engine")]
    assert len(taken) > 100
    closed = [
        f"{file.relative_to(ROOT)}: {module}.{name}"
        for file, module, name in taken
        if not {module, f"{module}.{name}"} & OPEN
    ]
    assert closed == []


def test_screens_never_hold_a_scenario_nor_a_member_of_its_cast() -> None:
    assert not [str(file) for file, _, name in imported(SCREENS) if name in SECRETS]
