"""The hearing: what a room may ask of each, and what those whom nobody holds answer."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from engine.content.model.base import Frozen, Slug, Text


class Heard(Frozen):
    """What somebody may be asked, standing, and what it says where the program plays it."""

    question: Text = Field(description="La question qu’on propose de lui poser, 120 signes au plus.")
    answers: Text = Field(
        description="Ce que cette personne répond à qui elle fait confiance : son secret en sort. En je, "
        "240 signes au plus."
    )
    dodges: Text = Field(
        description="Ce qu’elle dit à qui elle ne fait pas assez confiance : elle parle, et ne répond pas. "
        "En je, 240 signes au plus."
    )


class Hearing(Frozen):
    """Once a session, a table spends one token of backing to hear somebody for sixty seconds."""

    guideline: Text = Field(
        description="Ce qu’on lit à qui tient le personnage entendu : ce qu’il peut dire, 200 signes au plus."
    )
    heard: Annotated[Mapping[Slug, Heard], Field(min_length=1)] = Field(
        description="Qui peut être entendu, et ce que chacun dit : une entrée par personnage.",
        examples=[{"elue-aux-quartiers": {"question": "…", "answers": "…", "dodges": "…"}}],
    )
