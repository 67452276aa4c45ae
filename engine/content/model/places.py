"""A town too large to be everywhere: its places, where needs lie face down."""

from pydantic import Field

from engine.content.model.base import Frozen, Slug, Text

LISTENING = "listening-"
"""What the id of going to listen somewhere begins with; the place's own follows."""


class Place(Frozen):
    """A part of the town. In each, what people need lies face down until others come and listen."""

    id: Slug = Field(description="Un nom qu’aucun autre lieu n’a.")
    title: Text = Field(description="Son nom sur le plan, 16 signes au plus.")
    at: Text = Field(
        description="Où c’est, comme dans une phrase, 20 signes au plus.", examples=["aux Hauts"]
    )

    @property
    def listening(self) -> str:
        """The id of going to listen there, among projects."""
        return LISTENING + self.id
