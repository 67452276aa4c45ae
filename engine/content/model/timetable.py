"""What is shared by the hour: rooms, the hours of a week, and one object that passes from hand to hand."""

from typing import Annotated

from pydantic import Field

from engine.content.model.base import Frozen, Slug, Text

Hour = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]
"""A room and a time, "<room>.<time>"."""


class Room(Frozen):
    """One of those that are shared."""

    id: Slug = Field(description="Un nom qu’aucune autre salle n’a.")
    title: Text = Field(description="Son nom, 20 signes au plus.", examples=["La grande salle"])


class HalfDay(Frozen):
    """One of the times of the week."""

    id: Slug = Field(description="Un nom qu’aucun autre moment n’a.")
    title: Text = Field(description="Son nom, 18 signes au plus.", examples=["Samedi soir"])


class Kept(Frozen):
    """Hours that no project may take."""

    hours: Annotated[tuple[Hour, ...], Field(min_length=1)] = Field(
        description="Ces heures : la salle, un point, le moment.", examples=[["grande.soir"]]
    )
    why: Text = Field(description="Pourquoi personne ne peut les prendre, 24 signes au plus.")


class Timetable(Frozen):
    """The week of a few rooms: a project that takes an hour puts out the one that had it."""

    title: Text = Field(description="Le nom de cette semaine, 32 signes au plus.")
    rooms: Annotated[tuple[Room, ...], Field(min_length=1, max_length=4)] = Field(
        description="Les salles, de 1 à 4.", examples=[[{"id": "grande", "title": "La grande salle"}]]
    )
    times: Annotated[tuple[HalfDay, ...], Field(min_length=2, max_length=7)] = Field(
        description="Les moments de la semaine, de 2 à 7.", examples=[[{"id": "soir", "title": "Le soir"}]]
    )
    kept: tuple[Kept, ...] = Field(
        default=(),
        description="Les heures que personne ne peut prendre, et pourquoi.",
        examples=[[{"hours": ["grande.soir"], "why": "On dort au-dessus"}]],
    )

    @property
    def hours(self) -> tuple[str, ...]:
        """Every hour of the week, room by room."""
        return tuple(f"{room.id}.{time.id}" for room in self.rooms for time in self.times)


class Baton(Frozen):
    """One object that passes from hand to hand: a key, a talking stick, the book of accounts. Whoever has it
    says which of two projects has an hour that both want."""

    title: Text = Field(description="Son nom seul, 20 signes au plus.", examples=["La clé"])
    the: Text = Field(description="Son nom comme dans une phrase, avec l’article.", examples=["la clé"])
    pictogram: str = Field(description="Son dessin : un nom de la liste des pictogrammes.")
    starts: Slug = Field(description="Le personnage de la distribution qui l’a au début.")
    worth: Annotated[int, Field(ge=0, le=4)] = Field(
        default=1, description="Ce qu’il rapporte à chaque tour à qui l’a ; 1 si vous ne dites rien."
    )
