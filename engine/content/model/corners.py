"""A room that sits in corners: each speaks to the others only by a few written words that somebody reads."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from engine import numbers
from engine.content.model.base import Frozen, Slug, Text


class Strip(Frozen):
    """What a simulated member of a corner writes, and how a simulated scribe would arrange it."""

    text: Text = Field(description="Ce que le coin dit, avec ses mots.")
    arranged: Text = Field(description="La même chose, arrangée pour être mieux reçue ailleurs.")


class Strips(Frozen):
    """What strips are worth, at the reveal of the round in which they are read."""

    words: Annotated[int, Field(ge=5, le=40)] = Field(
        default=25, description="Combien de mots au plus ; 25 si vous ne dites rien."
    )
    faithful: Annotated[int, Field(ge=1, le=6)] = Field(
        default=2,
        description="Ce que rapporte au bien commun chaque bande que son coin reconnaît ; 2 si vous ne dites "
        "rien.",
    )
    disowned: Annotated[int, Field(ge=-6, le=0)] = Field(
        default=-3,
        description="Ce que lui coûte chaque bande que son coin ne reconnaît pas ; -3 si vous ne dites rien.",
    )
    arranged: Mapping[str, Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]] = Field(
        default={},
        description="Ce que change chaque bande dont les mots ont changé, si son coin ne la désavoue pas ; "
        "jamais le bien commun.",
        examples=[{"living": 2}],
    )


class Corner(Frozen):
    """One of them. Whoever belongs to it sits there always; without them in play it is not there."""

    id: Slug = Field(description="Un nom qu’aucun autre coin n’a.")
    title: Text = Field(description="Son nom, 16 signes au plus.", examples=["La Butte"])
    at: Text = Field(
        description="Où c’est, comme dans une phrase, 20 signes au plus.", examples=["à la Butte"]
    )
    member: Slug = Field(description="Le personnage de la distribution qui y est chez lui.")
    says: Annotated[tuple[Strip, ...], Field(min_length=1, max_length=8)] = Field(
        description="Ce qu’il dit quand personne ne le joue, tour après tour.",
        examples=[[{"text": "…", "arranged": "…"}]],
    )


class Corners(Frozen):
    """Two to six corners, who goes from one to the other, and who is invited."""

    title: Text = Field(
        description="Le nom de l’ensemble, 32 signes au plus.", examples=["Les quatre tables"]
    )
    noun: Text = Field(description="Ce qu’ils sont, au pluriel, 16 signes au plus.", examples=["tables"])
    scribe: Slug = Field(
        description="Le personnage qui lit les bandes d’un coin dans un autre, et qui peut donner partout."
    )
    guests: tuple[Slug, ...] = Field(
        default=(),
        description="Les personnages qui ne siègent que là où un coin les invite, un coin par tour.",
        examples=[["elue-aux-quartiers"]],
    )
    strips: Strips = Field(
        default=Strips(), description="Ce que valent les bandes.", examples=[{"words": 25, "faithful": 2}]
    )
    these: Annotated[tuple[Corner, ...], Field(min_length=2, max_length=6)] = Field(
        description="Les coins, de 2 à 6.",
        examples=[
            [
                {
                    "id": "la-butte",
                    "title": "…",
                    "at": "…",
                    "member": "habitante-historique",
                    "says": [{"text": "…", "arranged": "…"}],
                }
            ]
        ],
    )
