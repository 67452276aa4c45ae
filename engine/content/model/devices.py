"""What makes an evening bite: acts, choices of the room, what comes later, clocks, seats that change."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from engine.content.model.base import Duration, Frozen, Slug, Text, one_of
from engine.content.model.conditions import Condition
from engine.effects.reading import Effect

Method = Literal["show-of-hands", "approval", "majority-judgement", "draw"]
METHODS: tuple[Method, ...] = ("show-of-hands", "approval", "majority-judgement", "draw")
"""Ways in which a room may choose, by the word that designers write."""


LATER = {"in": 1, "effects": [{"effect": "indicator", "indicator": "economy", "by": -2}], "says": "…"}
"""What comes back, as an example."""


class Later(Frozen):
    """Something that comes back some rounds after what it belongs to."""

    after: Annotated[int, Field(alias="in", ge=1, le=5)] = Field(
        description="Dans combien de tours : 1 pour le début du tour suivant."
    )
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)] = Field(
        description="Ce que cela change, en revenant.",
        examples=[[{"effect": "indicator", "indicator": "economy", "by": -2}]],
    )
    says: Text = Field(description="Ce que la salle lit : une phrase, 90 signes au plus.")


class Option(Frozen):
    """One of the ways in which the room may answer a situation."""

    id: Slug = Field(description="Un nom qu’aucune autre réponse de la situation n’a.")
    title: Text = Field(description="Ce que la salle choisirait, 36 signes au plus.")
    text: Text | None = Field(default=None, description="Ce que cela veut dire, en une phrase.")
    effects: tuple[Effect, ...] = Field(
        default=(),
        description="Ce que ce choix change, tout de suite.",
        examples=[[{"effect": "indicator", "indicator": "commons", "by": 2}]],
    )
    then: Slug | None = Field(
        default=None, description="La situation que ce choix amène plus tard : son identifiant."
    )
    later: Later | None = Field(default=None, description="Ce qui en revient plus tard.", examples=[LATER])


class Choose(Frozen):
    """A choice of the room between the situation and the negotiation."""

    by: Annotated[tuple[Method, ...], Field(min_length=1)] = Field(
        default=METHODS,
        description="Les façons de choisir offertes à l’animation : show-of-hands (à main levée), approval "
        "(chacun dit oui à ce qui lui va), majority-judgement (jugement majoritaire), draw (tirage au sort).",
        examples=[["show-of-hands", "draw"]],
    )
    question: Text | None = Field(
        default=None,
        description="Ce qu’on demande à la salle ; sinon, la question de la situation.",
    )
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=3)] = Field(
        description="Deux ou trois réponses.", examples=[[{"id": "rouvrir", "title": "…"}]]
    )


class Act(Frozen):
    """A part of the evening: its situations, and the rounds that it takes."""

    id: Slug = Field(description="Un nom qu’aucun autre acte n’a.")
    title: Text = Field(description="Ce qui se passe dans cette partie, 30 signes au plus.")
    rounds: Literal["first", "middle", "last"] = Field(
        default="middle",
        description="first : le premier tour ; last : le dernier ; middle (sans rien dire) : les autres.",
    )
    situations: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Les situations qui peuvent y venir : des noms de la liste situations.",
        examples=[["square-ferme"]],
    )


class Tick(Frozen):
    """What moves a clock, looked at after each reveal. Exactly one of `every` and `when`."""

    every: Literal["round"] | None = Field(default=None, description="round : à chaque tour.")
    when: Condition | None = Field(
        default=None,
        description="Quand c’est vrai, à la révélation.",
        examples=[{"indicator": "budget", "below": 40}],
    )
    by: Annotated[int, Field(ge=-6, le=6)] = Field(
        default=1, description="De combien de parts ; en dessous de 0, elle recule. 1 si vous ne dites rien."
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if (self.every is None) == (self.when is None):
            raise one_of("every, when")
        return self


class Full(Frozen):
    """What a full clock brings, at the next round."""

    situation: Slug | None = Field(default=None, description="La situation qui vient alors.")
    effects: tuple[Effect, ...] = Field(
        default=(),
        description="Ce que cela change, au début du tour suivant.",
        examples=[[{"effect": "indicator", "indicator": "opening", "by": -4}]],
    )
    says: Text | None = Field(
        default=None, description="Ce que la salle lit alors : une phrase, 90 signes au plus."
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.situation is None and self.says is None:
            raise one_of("situation, says")
        return self

    @property
    def later(self) -> Later | None:
        """What comes at the start of the next round, if it is not a situation alone."""
        if not self.effects or self.says is None:
            return None
        return Later.model_construct(after=1, effects=self.effects, says=self.says)


class Clock(Frozen):
    """Something that comes nearer, in a few segments."""

    id: Slug = Field(description="Un nom qu’aucune autre horloge n’a.")
    title: Text = Field(description="Ce qui approche, 36 signes au plus.")
    size: Annotated[int, Field(ge=2, le=8)] = Field(description="Combien de parts avant qu’elle soit pleine.")
    ticks: Annotated[tuple[Tick, ...], Field(min_length=1)] = Field(
        description="Ce qui la fait avancer ou reculer.", examples=[[{"every": "round"}]]
    )
    full: Full = Field(
        description="Ce qui arrive quand elle est pleine.", examples=[{"situation": "le-bail-est-signe"}]
    )


class Mandate(Frozen):
    """What somebody was asked not to tell. Exactly one of `completed`, `lapsed`, `nothing_to` and `keep`."""

    text: Text = Field(
        description="Ce qu’on lui a demandé, à la deuxième personne ; la salle le lira aussi. 160 signes "
        "au plus."
    )
    completed: Slug | None = Field(default=None, description="Que ce chantier soit fini.")
    lapsed: Slug | None = Field(default=None, description="Que ce chantier soit abandonné.")
    nothing_to: Slug | None = Field(
        default=None, description="Ne rien donner à ce chantier, jusqu’à ce qu’il quitte la table."
    )
    keep: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Garder autant de jetons en tout : un nombre, ou un par durée.",
        examples=[4, {45: 2, 90: 3, 150: 4}],
    )
    brings: Annotated[int, Field(ge=0, le=6)] = Field(
        default=0, description="Ce que cela lui rapporte si c’est fait, en points, de 0 à 6."
    )
    costs: Annotated[int, Field(ge=0, le=6)] = Field(
        default=0, description="Ce que cela lui coûte sinon, en points, de 0 à 6."
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if sum(getattr(self, key) is not None for key in MANDATES) != 1:
            raise one_of(", ".join(MANDATES))
        return self

    @property
    def project(self) -> str | None:
        """The project that it is about, if it is about one."""
        return self.completed or self.lapsed or self.nothing_to


MANDATES = ("completed", "lapsed", "nothing_to", "keep")
"""What a mandate may ask, by the keys that designers write."""


class Leaving(Frozen):
    """When somebody leaves their seat to their heir."""

    after: int | Mapping[Duration, int] = Field(
        description="Après quel tour : un nombre, ou un par durée (jamais dans une durée sans nombre).",
        examples=[2, {90: 1, 150: 2}],
    )
    unless: Condition | None = Field(
        default=None,
        description="Sauf si c’est vrai alors.",
        examples=[{"completed": "poste-de-trois-ans"}],
    )
    says: Text = Field(description="Pourquoi, en une phrase que la salle lit.")
