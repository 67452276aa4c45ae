"""Every screen with sample data, by name: what the tests hold to their floors and what `shots` draws."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.view.types import View
from game.scene import Canvas, Scene
from game.screens import accueil, negotiation, situation
from game.ui import Resumable, ScenarioCard, Settings, Ui
from tests.game import samples

Compose = Callable[[Canvas], Scene]


def scenario_cards(case: samples.Case) -> tuple[ScenarioCard, ...]:
    """Four scenarios, or eight with long words."""
    people = tuple(
        (c.id, c.name, c.role, i < 4, c.face, c.posture.expression, c.family)
        for i, c in enumerate(samples.characters("worst" if case == "worst" else "usual"))
    )
    rows = [
        ("au-lendemain-de-la-crue", "Au lendemain de la crue", "The morning after the flood", "Reconstruire le quartier sans s'oublier soi-même."),
        ("quatre-tables", "Quatre tables", "Four tables", "Relier quatre tables de quartier sans les fondre."),
        ("de-quatre-a-neuf", "De quatre à neuf", "From four to nine", "Des conseils citoyens vers l'autonomie."),
        ("le-rez-de-chaussee", "Le rez-de-chaussée", "The ground floor", "Un tiers-lieu dans la résidence."),
    ]  # fmt: skip
    if case == "few":
        rows = rows[:1]
    if case == "worst":
        long = "Transformation participative et intergénérationnelle du quartier"
        rows = [(f"{slug}-{i}", long, long, summary * 3) for i in (1, 2) for slug, _, _, summary in rows]
    return tuple(
        ScenarioCard(slug, samples.t(fr, en), summary, summary * 2, "discovery", (6, 30), ("45", "90", "150", "training"),
                     (45, 90, 150, 0), ("Négocier en public et demander ce qui manque", "Repérer un présupposé"), people)
        for slug, fr, en, summary in rows
    )  # fmt: skip


def sample_ui(case: samples.Case, plain: bool = False) -> Ui:
    resumable = tuple(
        Resumable(Path(f"{i}.coop"), samples.t("Au lendemain de la crue", "The morning after the flood"), 2, 3, samples.NOW)
        for i in range({"few": 0, "usual": 1, "worst": 9}[case])
    )  # fmt: skip
    return Ui(Settings(plain=plain), scenarios=scenario_cards(case), resumable=resumable, now=samples.NOW)


def _screen(screen: Callable[[View, Ui], object], view: View | None, ui: Ui) -> Compose:
    return lambda canvas: canvas.compose(screen(view, ui))


def gallery(case: samples.Case = "usual", plain: bool = False) -> dict[str, Compose]:
    """All screens of one case, in the language in use."""
    ui = sample_ui(case, plain)
    found = {
        "accueil": _screen(accueil.accueil, None, ui),
        "scenarios": _screen(accueil.scenarios, None, ui),
        "situation": _screen(situation.situation, samples.view("situation", "", case), ui),
        "negotiation": _screen(negotiation.negotiation, samples.view("negotiation", "", case), ui),
    }
    return found
