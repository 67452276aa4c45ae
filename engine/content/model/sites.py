"""Works that hurt before they help: phases, a hoarding, the ground that it takes, what softens it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from engine import numbers
from engine.content.model.base import Frozen, Slug, Text, Tokens

Points = Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]


class Works(Frozen):
    """What makes a project a site: it is built in phases, and hurts from the first one to the last."""

    ground: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Les parties du sol qu’il prend, de la liste sites.grounds.", examples=[["nord"]]
    )
    then: Annotated[tuple[Tokens, ...], Field(min_length=1, max_length=3)] = Field(
        description="Ce que demande chaque tranche après la première, de 1 à 3 ; la première est cost.",
        examples=[[{"means": 2, "backing": 1}]],
    )
    each: Mapping[str, Points] = Field(
        description="Ce que change chaque tour où sa palissade est debout.",
        examples=[{"commons": -3, "living": -2}],
    )
    personal: Mapping[Slug, Points] = Field(
        default={},
        alias="for",
        description="Ce que chaque tour où elle est debout coûte, ou rapporte, à une seule personne.",
        examples=[{"restauratrice": -1}],
    )


class Softens(Frozen):
    """What accompanies works: it eases what they do, and is worth nothing once they are over."""

    works: tuple[Slug, ...] = Field(
        default=(),
        description="Les chantiers qu’il adoucit, par leur identifiant ; tous, si vous ne dites rien.",
        examples=[["la-moitie-nord"]],
    )
    each: Mapping[str, Points] = Field(
        description="Ce qu’il ajoute, à chaque tour, à ce que fait chaque palissade debout.",
        examples=[{"commons": 1}],
    )


class Ground(Frozen):
    """A part of the ground, as a plan shows it."""

    id: Slug = Field(description="Un nom qu’aucune autre partie du sol n’a.")
    title: Text = Field(description="Son nom, 18 signes au plus.", examples=["La moitié nord"])


class Sites(Frozen):
    """The ground that works take, seen from above."""

    title: Text = Field(
        description="Le nom de ce plan, 32 signes au plus.", examples=["La place vue d’en haut"]
    )
    grounds: Annotated[tuple[Ground, ...], Field(min_length=2, max_length=6)] = Field(
        description="Les parties du sol, de 2 à 6.", examples=[[{"id": "nord", "title": "La moitié nord"}]]
    )
    together: Mapping[str, Points] = Field(
        default={},
        description="Ce que chaque palissade en plus de la première change de plus, à chaque tour.",
        examples=[{"commons": -2}],
    )
