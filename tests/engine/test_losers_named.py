"""A project that costs somebody says so: who pays is in the words, not only in the points."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

CARDS = Path(__file__).resolve().parents[2] / "cards"

# How a text may call each character: by role or by where she or he lives, in French, then in English.
CALLED = {
    "adjoint-d-arrondissement": ("rémi|adjoint", "rémi|deputy mayor"),
    "adjointe-democratie-locale": ("sabine", "sabine"),
    "adulte-relais": ("adulte-relais|djamila", "local mediator|djamila"),
    "agente-de-nuit": ("ludivine", "ludivine"),
    "aide-a-domicile": ("aide à domicile", "home help"),
    "ambassadrice-des-participations": ("ambassadrice|aïcha", "ambassador|aïcha"),
    "amicale-des-locataires": ("amicale|locataires", "tenants"),
    "association-sportive": ("club", "club"),
    "bailleur-charge-de-secteur": ("bailleur|agence", "landlord|agency|branch"),
    "bibliothecaire": ("bibliothécaire", "librarian"),
    "charge-de-secteur-transports": ("hamid", "hamid"),
    "chargee-d-accompagnement": ("accompagnatrice|manon", "support officer|manon"),
    "chargee-de-cadre-de-vie": (
        "chargée du cadre de vie|delphine|ville",
        "town's officer|delphine|town",
    ),
    "chargee-de-relogement": ("christelle", "christelle"),
    "chef-d-equipe-proprete": ("propreté|franck", "cleaning|franck"),
    "cheffe-de-projet": (
        "cheffe de projet|responsable de la mairie",
        "head of the city contract|woman in charge at the town hall",
    ),
    "collectif-de-parents": ("émeline", "émeline"),
    "commercant-de-la-place": ("commer[cç]|supérette|magasin", "shop"),
    "conducteur-de-travaux": ("conducteur|victor", "works manager|victor"),
    "conseiller-de-la-halle": ("la halle", "la halle"),
    "conseiller-emploi": ("conseiller", "adviser"),
    "conseillere-citoyenne": ("conseil citoyen|conseillère citoyenne", "citizens' council"),
    "conseillere-des-lavandiers": ("ginette", "ginette"),
    "conseillere-des-tilleuls": ("tilleuls", "tilleuls"),
    "coordinatrice-tiers-lieu": ("coordinatrice", "coordinator"),
    "copresident-du-bourg": ("gérard", "gérard"),
    "couturiere-de-la-residence": ("coutur", "dressmaker|sewing"),
    "deleguee-du-prefet": ("déléguée du préfet", "prefect's delegate"),
    "directeur-d-ecole": ("directeur", "school head"),
    "directrice-de-centre-social": ("centre social", "community centre"),
    "elue-aux-quartiers": ("élue|mairie|ville", "councillor|town"),
    "epiciere": ("épicière", "grocer"),
    "espaces-verts": ("espaces verts|jardiniers", "parks team|parks depot|gardeners"),
    "fleuriste-de-la-gare": ("fanny", "fanny"),
    "gardien-de-residence": ("gardien", "caretaker"),
    "habitant-de-la-butte": ("antoine", "antoine"),
    "habitant-du-vallon": ("moussa", "moussa"),
    "habitante-conseil-citoyen": ("conseil citoyen|conseillère", "citizens' council"),
    "habitante-des-quatre-vents": ("quatre-vents", "quatre-vents"),
    "habitante-historique": ("deuxième étage|voisine", "second floor|neighbour"),
    "ingenieur-technique": ("karim", "karim"),
    "jeune-du-city-stade": (
        "jeunes|adolescents|lycéen|city-stade|habitués",
        "young|teen|pupils|sixth-form|student|court",
    ),
    "laureate-du-budget": ("lauréat|mireille", "winner|mireille"),
    "locataire-du-premier": ("premier|dessus|étage", "first floor|first-floor|above|upstairs"),
    "mediateur-de-nuit": ("médiateur|stéphane", "stéphane|mediator"),
    "mission-democratie": ("pascal", "pascal"),
    "patron-du-cafe": ("joseph", "joseph"),
    "presidente-des-boules": ("club", "club"),
    "responsable-d-agence": ("bailleur|agence", "landlord|agency|branch"),
    "responsable-de-site": ("responsable de site|leïla", "site manager|leïla|landlord"),
    "restauratrice": ("restauratrice|corinne", "corinne|restaurant"),
    "riverain-de-la-place": ("riverain|théo", "carer|théo|resident"),
    "services-techniques": ("services techniques|agents|ville", "technical services|town"),
    "vice-president-de-l-agglomeration": ("vice-président", "vice-president"),
    "volontaire": ("volontaire|noé", "volunteer|noé"),
    "volontaire-des-enquetes": ("volontaire", "volunteer"),
}


def costing() -> list[tuple[str, str]]:
    """Each shared project with each character who loses points when it is completed, while its hoarding
    stands, or once it is voted."""
    cards = [p for p in sorted((CARDS / "projects").glob("*.yaml")) if not p.name.endswith(".en.yaml")]
    return [(path.stem, who) for path in cards for who in _losers(read(path))]


def _losers(card: dict[str, Any]) -> list[str]:
    """Who loses by name: once it is complete, each round of its works, and once it is voted."""
    parts = (card, card.get("works") or {}, card.get("voted") or {})
    points = [one for part in parts for one in (part.get("for") or {}).items()]
    return list(dict.fromkeys(who for who, by in points if by < 0))


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
