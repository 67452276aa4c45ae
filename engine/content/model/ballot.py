"""A ballot: money to share out among ideas, publics who vote beside the table, and how votes are counted."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from engine import numbers
from engine.content.model.base import Frozen, Slug, Text

FETCHING = "fetching-"
"""What the id of going to fetch a public begins with; the public's own follows."""

Grade = Literal["very-good", "good", "fair", "poor", "reject"]
GRADES: tuple[Grade, ...] = ("very-good", "good", "fair", "poor", "reject")
"""What somebody may think of an idea, the best first."""
FAIR = GRADES.index("fair")
"""What is thought of an idea of which nothing is said."""

CountedBy = Literal["approval", "majority-judgement", "equal-shares"]
COUNTED_BY: tuple[CountedBy, ...] = ("approval", "majority-judgement", "equal-shares")
"""Ways of counting, by the word that designers write."""

Points = Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]


class Voted(Frozen):
    """What an idea does once it is funded."""

    changes: Mapping[str, Points] = Field(
        default={},
        description="Ce qu’elle change aux jauges une fois financée, de -12 à 12.",
        examples=[{"living": 8, "equity": -3}],
    )
    personal: Mapping[Slug, Points] = Field(
        default={},
        alias="for",
        description="Ce qu’elle rapporte alors à une seule personne, ou lui coûte, en dessous de 0.",
        examples=[{"restauratrice": -3}],
    )


class Public(Frozen):
    """Some of the people who vote and do not sit at the table; all of one mind."""

    id: Slug = Field(description="Un nom qu’aucun autre public n’a.")
    title: Text = Field(description="Qui c’est, 20 signes au plus.", examples=["Les parents"])
    voices: Annotated[int, Field(ge=0, le=60)] = Field(description="Combien votent de toute façon.")
    others: Annotated[int, Field(ge=0, le=60)] = Field(
        default=0, description="Combien d’autres viendraient, si l’on allait les chercher."
    )
    fetched: Annotated[int, Field(ge=1, le=20)] = Field(
        default=6,
        description="Combien viennent chaque fois qu’on va les chercher ; 6 si vous ne dites rien.",
    )
    brings: Annotated[int, Field(ge=0, le=6)] = Field(
        default=0, description="Ce que gagne alors le bien commun ; 0 si vous ne dites rien."
    )
    fetch: Text | None = Field(
        default=None,
        description="Le nom de ce qu’on fait alors, 42 signes au plus.",
        examples=["Attendre la sortie de 5 h"],
    )
    short: Text | None = Field(
        default=None,
        description="La suite d’un engagement : « pour ceux de 5 h ».",
        examples=["pour ceux de 5 h"],
    )
    text: Text | None = Field(
        default=None, description="Où, quand, et qui n’est pas d’accord : 45 mots au plus."
    )

    @property
    def fetching(self) -> str:
        """The id of going to fetch them, among projects."""
        return FETCHING + self.id


class Ballot(Frozen):
    """Money to share out by a vote, whose rule the room chooses before it knows what will be voted on."""

    title: Text = Field(description="Ce qu’on vote, 32 signes au plus.", examples=["Le budget de tous"])
    money: Annotated[int, Field(ge=20, le=500)] = Field(
        description="Ce qu’il y a à répartir, en milliers d’euros."
    )
    people: Annotated[int, Field(ge=1, le=20)] = Field(
        default=3,
        description="Combien de voix pèse le bulletin de chaque personnage ; 3 si vous ne dites rien.",
    )
    methods: Annotated[tuple[CountedBy, ...], Field(min_length=2, max_length=3)] = Field(
        default=COUNTED_BY,
        description="Les façons de compter offertes à la salle : approval (le plus de voix), "
        "majority-judgement (jugement majoritaire), equal-shares (parts égales).",
        examples=[["approval", "equal-shares"]],
    )
    submitted: tuple[Slug, ...] = Field(
        default=(),
        description="Les idées déjà recevables au début, de la liste projects : elles n’ont pas de coût et "
        "ne viennent jamais sur la table.",
        examples=[["kiosque-a-musique"]],
    )
    publics: Annotated[tuple[Public, ...], Field(min_length=2, max_length=6)] = Field(
        description="Qui vote sans être autour de la table, de 2 à 6 publics.",
        examples=[[{"id": "parents", "title": "Les parents", "voices": 20}]],
    )

    @property
    def fetched(self) -> tuple[Public, ...]:
        """Those whom one can go and fetch."""
        return tuple(public for public in self.publics if public.others)
