"""How a scenario's neighbourhood is drawn: which thing shows which project, gauge and clock."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from engine.content.model.base import Frozen, Slug


class Drawing(Frozen):
    """The things of a neighbourhood, from left to right. What is not named is not drawn, but for the gauges:
    without any name, each has its house, and the common good its people."""

    setting: Literal["street", "river", "residence"] = Field(
        default="street",
        description="Le décor : street (une rue, si vous ne dites rien), river (une rue au bord de l’eau) "
        "ou residence (un immeuble et sa cour).",
    )
    gauges: Mapping[str, str] = Field(
        default={},
        description="Ce qui montre chaque jauge : une chose de la liste, qui s’allume avec elle.",
        examples=[{"health": "clinic", "commons": "people"}],
    )
    projects: Mapping[Slug, str] = Field(
        default={},
        description="Ce qui montre chaque chantier, de gauche à droite : une chose de la liste.",
        examples=[{"jardin-partage": "garden"}],
    )
    clocks: Mapping[Slug, str] = Field(
        default={},
        description="Ce qui montre chaque horloge : river (une eau qui monte) ou billboard (une affiche).",
        examples=[{"riviere": "river"}],
    )
