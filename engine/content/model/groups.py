"""Groups that live by themselves or by the help of others: councils, committees, workshops."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from engine import numbers
from engine.content.model.base import Frozen, Slug, Text

HELPING = "helping-"
"""What the id of going to help a group begins with; the group's own follows."""

Level4 = Annotated[int, Field(ge=0, le=numbers.MOST_LEVEL)]


class Group(Frozen):
    """One of them. Its life is how many come; its autonomy, what they do without help."""

    id: Slug = Field(description="Un nom qu’aucun autre groupe n’a.")
    title: Text = Field(description="Son nom, 18 signes au plus.", examples=["La Halle"])
    at: Text = Field(
        description="Où c’est, comme dans une phrase, 22 signes au plus.", examples=["à la Halle"]
    )
    life: Level4 = Field(default=0, description="Sa vie au début, de 0 à 4 ; à 0, il dort.")
    autonomy: Level4 = Field(default=0, description="Son autonomie au début, de 0 à 4.")
    member: Slug | None = Field(
        default=None,
        description="Le personnage de la distribution qui en est membre, et qui seul demande de l’aide.",
    )
    people: Annotated[int, Field(ge=0, le=12)] = Field(
        default=0,
        description="Il n’est là que si autant de personnages jouent ; toujours, si vous ne dites rien.",
        examples=[6],
    )

    @property
    def helping(self) -> str:
        """The id of going to help it, among projects."""
        return HELPING + self.id


class Asleep(Frozen):
    """Trust that falls when a group falls asleep."""

    of: str = Field(default="all", description="Qui fait moins confiance : un personnage, une famille, all.")
    toward: Annotated[str, Field(alias="in")] = Field(
        description="À qui : un personnage, une famille, ou all."
    )
    by: Annotated[float, Field(ge=-0.5, le=0)] = Field(description="De combien, de -0,5 à 0.")


class Groups(Frozen):
    """A few groups, awake or asleep. The common good is what those that are awake do without help."""

    title: Text = Field(
        description="Le nom de l’ensemble, 32 signes au plus.", examples=["Les neuf conseils"]
    )
    noun: Text = Field(description="Ce qu’ils sont, au pluriel, 16 signes au plus.", examples=["conseils"])
    points: Annotated[int, Field(ge=1, le=6)] = Field(
        default=3,
        description="Ce que vaut, pour le bien commun, chaque degré d’autonomie d’un groupe éveillé ; 3 si "
        "vous ne dites rien.",
    )
    counts: Mapping[Slug, Annotated[int, Field(ge=1, le=4)]] = Field(
        default={},
        description="Qui a intérêt au nombre : les points que rapporte chaque groupe qui s’éveille, et que "
        "coûte chaque groupe qui s’endort.",
        examples=[{"elue-aux-quartiers": 1}],
    )
    asleep: Asleep | None = Field(
        default=None,
        description="La confiance qui baisse quand un groupe s’endort.",
        examples=[{"of": "inhabitants", "in": "institutions", "by": -0.05}],
    )
    these: Annotated[tuple[Group, ...], Field(min_length=2, max_length=9)] = Field(
        description="Les groupes, de 2 à 9.",
        examples=[[{"id": "la-halle", "title": "La Halle", "at": "à la Halle", "life": 2, "autonomy": 1}]],
    )
