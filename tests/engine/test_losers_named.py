"""A project that costs somebody says so: who pays is in the words, not only in the points."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

CARDS = Path(__file__).resolve().parents[2] / "cards"

# How a text may call each character: by role or by where she or he lives, in French, then in English.
CALLED = {
    "aide-a-domicile": ("aide à domicile", "home help"),
    "amicale-des-locataires": ("amicale|locataires", "tenants"),
    "association-sportive": ("club", "club"),
    "bailleur-charge-de-secteur": ("bailleur|agence", "landlord|agency|branch"),
    "bibliothecaire": ("bibliothécaire", "librarian"),
    "cheffe-de-projet": (
        "cheffe de projet|responsable de la mairie",
        "head of the city contract|woman in charge at the town hall",
    ),
    "commercant-de-la-place": ("commer[cç]|supérette|magasin", "shop"),
    "conseillere-citoyenne": ("conseil citoyen|conseillère citoyenne", "citizens' council"),
    "conseiller-emploi": ("conseiller", "adviser"),
    "coordinatrice-tiers-lieu": ("coordinatrice", "coordinator"),
    "couturiere-de-la-residence": ("coutur", "dressmaker|sewing"),
    "directeur-d-ecole": ("directeur", "school head"),
    "elue-aux-quartiers": ("élue|mairie|ville", "councillor|town"),
    "epiciere": ("épicière", "grocer"),
    "espaces-verts": ("espaces verts|jardiniers", "parks team|parks depot|gardeners"),
    "gardien-de-residence": ("gardien", "caretaker"),
    "habitante-conseil-citoyen": ("conseil citoyen|conseillère", "citizens' council"),
    "habitante-historique": ("deuxième étage|voisine", "second floor|neighbour"),
    "jeune-du-city-stade": (
        "jeunes|adolescents|lycéen|city-stade|habitués",
        "young|teen|pupils|sixth-form|student|court",
    ),
    "locataire-du-premier": ("premier|dessus|étage", "first floor|first-floor|above|upstairs"),
    "presidente-des-boules": ("club", "club"),
    "responsable-d-agence": ("bailleur|agence", "landlord|agency|branch"),
    "services-techniques": ("services techniques|agents|ville", "technical services|town"),
    "volontaire": ("volontaire|noé", "volunteer|noé"),
}


def costing() -> list[tuple[str, str]]:
    """Each shared project with each character who loses points when it is completed."""
    cards = [p for p in sorted((CARDS / "projects").glob("*.yaml")) if not p.name.endswith(".en.yaml")]
    return [
        (path.stem, who)
        for path in cards
        for who, points in (read(path).get("for") or {}).items()
        if points < 0
    ]


def read(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("project", "who"), costing())
def test_a_project_names_who_loses_by_it(project: str, who: str) -> None:
    for suffix, called in zip((".yaml", ".en.yaml"), CALLED[who], strict=True):
        card = read(CARDS / "projects" / f"{project}{suffix}")
        for text in (card["text"], card["plain"]["text"]):
            assert re.search(called, text.casefold()), (
                f"{project}{suffix}: {who} loses, and “{text}” is silent"
            )
