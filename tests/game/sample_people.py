"""Sample people: who is in the cast, as people read them, in whichever language is in use."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from typing import Literal

from engine import language
from engine.content.model import FaceCard, Family
from engine.view.types import (
    BeliefView,
    Change,
    CharacterView,
    Expression,
    PostureView,
    Secret,
    TokenCount,
)

Case = Literal["usual", "worst", "few"]


def t(fr: str, en: str) -> str:
    """French or English, whichever is in use."""
    return language.typo(fr) if language.current() == "fr" else en


FACES = [
    FaceCard(head="hijab", skin="#ae5d29", clothing="#ffcf77", hair="#ffcf77"),
    FaceCard(head="short5", skin="#ffdbb4", clothing="#8fa7df", hair="#2c1b18", beard="moustache1"),
    FaceCard(head="mediumBangs2", skin="#edb98a", clothing="#e279c7", hair="#2c1b18", glasses="glasses3"),
    FaceCard(head="flatTop", skin="#d08b5b", clothing="#78e185", hair="#2c1b18"),
    FaceCard(head="grayBun", skin="#ffdbb4", clothing="#e78276", hair="#e8e1e1", glasses="glasses"),
    FaceCard(head="short4", skin="#edb98a", clothing="#9ddadb", hair="#2c1b18"),
    FaceCard(head="hatBeanie", skin="#d08b5b", clothing="#fdea6b", hair="#fdea6b"),
    FaceCard(head="shaved2", skin="#ffdbb4", clothing="#e78276", hair="#2c1b18", beard="full2"),
]
LABELS: dict[str, tuple[str, str, Expression, float, float]] = {
    "committed": ("Engagés", "Committed", "smile", 3.7, 1.3),
    "opponent": ("Opposants", "Opponents", "suspicious", 1.9, 3.2),
    "golden": ("Triangle d'or", "Golden triangle", "explaining", 3.0, 2.1),
    "hesitant": ("Hésitants", "Hesitant", "concerned", 2.1, 2.0),
    "passive": ("Passifs", "Passive", "calm", 1.4, 1.3),
    "grumbler": ("Grognons", "Grumblers", "solemn", 1.4, 2.2),
    "diehard": ("Irréductibles", "Diehards", "serious", 1.3, 3.8),
    "torn": ("Déchirés", "Torn", "tired", 3.4, 3.7),
}
FAMILIES: dict[str, tuple[str, str]] = {
    "inhabitants": ("Habitants", "Residents"), "associations": ("Associations", "Associations"),
    "institutions": ("Institutions", "Institutions"), "landlords": ("Bailleurs", "Landlords"), "shops": ("Commerces", "Shops"),
}  # fmt: skip
CAST: list[tuple[str, str, str, str, Family, str]] = [
    ("habitante-conseil-citoyen", "Fatou Diarra", "Conseil citoyen", "Citizens' council", "inhabitants", "committed"),
    ("bailleur-charge-de-secteur", "Marc Vasseur", "Bailleur, chargé de secteur", "Landlord's area manager", "landlords", "opponent"),
    ("elue-aux-quartiers", "Inès Belkacem", "Élue aux quartiers", "Councillor for neighbourhoods", "institutions", "golden"),
    ("association-sportive", "Youssef Amrani", "Association sportive", "Sports association", "associations", "golden"),
    ("habitante-historique", "Odette Rivoire", "Habitante depuis 1974", "Resident since 1974", "inhabitants", "hesitant"),
    ("services-techniques", "Luc Tran", "Services techniques", "Technical services", "institutions", "passive"),
    ("jeune-du-city-stade", "Samia Kaci", "Les ados du city-stade", "Teenagers of the pitch", "inhabitants", "grumbler"),
    ("commercant-de-la-place", "Hugo Perrin", "Commerçant de la place", "Shopkeeper on the square", "shops", "diehard"),
]  # fmt: skip
LONG_CAST: list[tuple[str, str, str, str, Family, str]] = [
    ("marie-antoinette", "Marie-Antoinette de La Rochefoucauld-Montmorency", "Vice-présidente de l'intercommunalité chargée de la rénovation urbaine", "Vice-chair of the metropolitan authority for urban renewal", "institutions", "torn"),
    ("jean-christophe", "Jean-Christophe Vandenberghe-Maisonneuve", "Administrateur de la fédération des commerçants", "Board member of the shopkeepers' federation", "shops", "opponent"),
    ("sevgi", "Sevgi Yıldızoğlu-Przybyszewska", "Médiatrice sociale, adulte-relais", "Community mediator", "associations", "golden"),
    ("wilhelmina", "Wilhelmina Ÿsebaert-Grünwaldová", "Représentante des copropriétaires de la résidence", "Co-owners' representative of the residence", "landlords", "committed"),
]  # fmt: skip


def posture(label: str, synergy: float | None = None, antagonism: float | None = None) -> PostureView:
    fr, en, expression, s, a = LABELS[label]
    return PostureView(synergy or s, antagonism or a, label, t(f"zone « {fr} »", f"“{en}” zone"), expression)


def secret(name: str) -> Secret:
    """One holder's private sheet."""
    return Secret(
        wants=t(
            "Que la maison de santé rouvre avant l'hiver, et qu'on cesse de décider sans les locataires.",
            "That the health centre reopens before winter, and that tenants stop being decided for.",
        ),
        stakes=(
            Change("health", t("Santé", "Health"), 5),
            Change("rights", t("Droits", "Rights"), 3),
            Change("knowledge", t("Connaissances", "Knowledge"), 2),
        ),
        goal=7.0,
        gain=3.4,
        beliefs=(
            BeliefView("bailleur-charge-de-secteur", name, t("Il ne vient que pour les photos.", "He only comes for the photographs."), False),
            BeliefView("services-techniques", "Luc Tran", t("Son service ne rappelle jamais.", "His department never calls back."), True),
        ),
    )  # fmt: skip


def _character(
    entry: tuple[str, str, str, str, Family, str], i: int, private: bool, case: Case
) -> CharacterView:
    id, name, role, role_en, family, label = entry
    short = name.split(" ")[0]
    return CharacterView(
        id=id, name=name, short=short, role=t(role, role_en),
        description=t("Elle tient le local du conseil citoyen deux soirs par semaine.", "She keeps the citizens' council room two evenings a week."),
        voice=t("On ne nous demande jamais rien.", "Nobody ever asks us anything."),
        family=family, family_word=t(*FAMILIES[family]), face=FACES[i % len(FACES)], influence=i % 5, held=i % 3 != 1 or case == "worst",
        table=t("Table des locataires du bâtiment Ampère", "Table of the Ampère building's tenants") if case == "worst" else f"Table {i + 1}",
        tokens=[TokenCount(2, 0, 1), TokenCount(0, 3, 0), TokenCount(0, 1, 2), TokenCount(2, 0, 0)][i % 4],
        posture=posture(label), secret=secret("Marc Vasseur") if private else None,
    )  # fmt: skip


def characters(case: Case = "usual", private: str | None = None) -> tuple[CharacterView, ...]:
    """Eight people; twelve with the longest names; or three. `private`: whose secrets are in ("*" for all)."""
    cast = {"usual": CAST, "worst": LONG_CAST + CAST, "few": CAST[:3]}[case]
    return tuple(_character(e, i, private in ("*", e[0]), case) for i, e in enumerate(cast))
