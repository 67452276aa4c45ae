"""The rumour: what is said around a situation, and what it was worth."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.content.model.base import Frozen, Text
from engine.content.model.devices import Later
from engine.effects.reading import Effect
from engine.vocabulary import Kind


class Outcome(Frozen):
    """What the room learns of a rumour, and what that changes."""

    says: Text = Field(description="Ce que la salle lit alors, 120 signes au plus.")
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)] = Field(
        description="Ce que cela change.",
        examples=[[{"effect": "indicator", "indicator": "economy", "by": -2}]],
    )


OUTCOME = {"says": "…", "effects": [{"effect": "indicator", "indicator": "economy", "by": -2}]}


class Rumour(Frozen):
    """What is said around a situation: true or false by the deal, and known some rounds later."""

    says: Text = Field(description="Ce qu’on dit, après « On dit que… » : une phrase, 120 signes au plus.")
    truth: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.5, description="Combien de fois sur une c’est vrai, de 0 à 1 ; 0,5 si vous ne dites rien."
    )
    after: Annotated[int, Field(alias="in", ge=1, le=5)] = Field(
        default=1, description="Dans combien de tours on sait ; 1 si vous ne dites rien."
    )
    check: Kind | None = Field(
        default=None,
        description="Ce que donnent deux personnages de deux familles pour vérifier tout de suite : un jeton "
        "chacun, time, means ou backing. Sans cette clé, on ne vérifie pas.",
    )
    when_true: Outcome = Field(description="Ce qui arrive si c’était vrai.", examples=[OUTCOME])
    when_false: Outcome = Field(description="Ce qui arrive si c’était faux.", examples=[OUTCOME])
    believed: Outcome | None = Field(
        default=None,
        description="Ce qui s’y ajoute quand c’était faux, que la salle y a cru et n’a pas vérifié.",
        examples=[OUTCOME],
    )

    def outcomes(self) -> Iterator[tuple[str, Outcome]]:
        """What may come of it, by the key that designers write."""
        for key in ("when_true", "when_false", "believed"):
            outcome: Outcome | None = getattr(self, key)
            if outcome is not None:
                yield key, outcome

    def sent(self, outcome: Outcome) -> Later:
        """One of its outcomes, as it comes back."""
        return Later.model_construct(after=self.after, effects=outcome.effects, says=outcome.says)
