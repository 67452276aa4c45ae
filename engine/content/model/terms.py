"""The terms of the trade: what a word means to somebody who is not of the profession."""

from pydantic import Field

from engine.content.model.base import Frozen, Slug, Text


class Term(Frozen):
    """One term. Its easy version (`plain`) is the sentence that people read first."""

    id: Slug = Field(description="Un nom qu’aucun autre terme n’a.")
    term: Text = Field(description="Le terme, comme on le lit dans les cartes.", examples=["conseil citoyen"])
    forms: Text | None = Field(
        default=None,
        description="Ses autres formes, avec des virgules : pluriel, sigle, mots développés.",
        examples=["QPV, quartiers prioritaires"],
    )
    explained: Text = Field(description="Ce qu’il veut dire exactement, en une phrase.")
    source: Text = Field(description="D’où cela vient : une loi, un rapport.")
    dated: Text = Field(description="De quand cela date.", examples=["21 février 2014"])


class Terms(Frozen):
    """A file of terms."""

    terms: tuple[Term, ...] = Field(description="Les termes du métier.")
