"""An agenda: more lies on the table than a round has time for, and whoever chairs it says what waits."""

from typing import Annotated

from pydantic import Field

from engine.content.model.base import Frozen, Text


class Agenda(Frozen):
    """How much a round treats of what lies on the table; a chair, drawn by lot among those who volunteer,
    puts the rest off."""

    title: Text = Field(
        description="Ce que préside la personne tirée au sort, 32 signes au plus.",
        examples=["L’ordre du jour"],
    )
    treats: Annotated[int, Field(ge=1, le=5)] = Field(
        description="Combien de chantiers de la table un tour traite ; le reste est reporté.", examples=[3]
    )
