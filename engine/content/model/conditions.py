"""Conditions: what may be asked of a game, a fixed list, each exactly one of these."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from engine.content.model.ballot import CountedBy
from engine.content.model.base import Duration, Frozen, Slug, Whole, one_of

BOUNDS = ("rose_by", "at_least", "below")
"""The numbers that an indicator may be held to, by their keys."""
SHARES = ("mutual_trust", "promises_kept")
"""The keys of what is measured in hundredths."""
SEVERAL = ("every", "any", "none")
"""The keys of conditions made of others."""
THINGS = (
    "indicator", *SHARES, "completed", "lapsed", "lifted", "goal", "goals", "flag", "clock", "heard",
    "awake", "autonomous", "hoardings", "faithful", "bridges", "funded", "served", "elected", "counted_by",
    *SEVERAL,
)  # fmt: skip
"""The keys of which a condition has exactly one."""


Dozen = Annotated[int, Field(ge=1, le=12)]


class Condition(Frozen):
    """True or false of a game. Exactly one of: an `indicator` with one bound, a measure, something that
    happened, or `every`, `any` or `none` of several.

    `rose_by` counts from the scenario's start; numbers may differ by duration. `mutual_trust` and
    `promises_kept` are percentages (at least).
    """

    indicator: str | None = Field(
        default=None, description="La jauge, avec un seul nombre : rose_by, at_least ou below."
    )
    rose_by: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle a monté d’au moins autant depuis le début : un nombre, ou un par durée.",
        examples=[5, {45: 3, 90: 5, 150: 6, "training": 9}],
    )
    at_least: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle vaut autant ou plus : un nombre de 0 à 100, ou un par durée.",
        examples=[40, {45: 40, 90: 42, 150: 44, "training": 46}],
    )
    below: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle vaut moins : un nombre de 0 à 100, ou un par durée.",
        examples=[30, {45: 30, 90: 28, 150: 26, "training": 24}],
    )
    mutual_trust: Whole | Mapping[Duration, Whole] | None = Field(
        default=None,
        description="La confiance mutuelle atteint ce pourcentage : un nombre, ou un par durée.",
        examples=[55, {45: 50, 90: 60, 150: 65, "training": 75}],
    )
    promises_kept: Whole | Mapping[Duration, Whole] | None = Field(
        default=None,
        description="Ce pourcentage des promesses a été tenu : un nombre, ou un par durée.",
        examples=[80, {45: 75, 90: 80, 150: 80, "training": 85}],
    )
    completed: Slug | None = Field(default=None, description="Ce chantier a été fini.")
    lapsed: Slug | None = Field(default=None, description="Ce chantier a été abandonné.")
    lifted: tuple[Slug, Slug] | None = Field(
        default=None,
        description="Le présupposé de la première personne sur la seconde est tombé.",
        examples=[["qui-croit", "sur-qui"]],
    )
    goal: Slug | None = Field(default=None, description="Cette personne a atteint son objectif.")
    goals: Dozen | None = Field(default=None, description="Au moins autant de personnes ont atteint le leur.")
    flag: Slug | None = Field(default=None, description="Ce fait, de la liste flags, est vrai.")
    clock: Slug | None = Field(default=None, description="Cette horloge est pleine.")
    heard: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de besoins ont été entendus : un nombre, ou un par durée.",
        examples=[3, {45: 2, 90: 3, 150: 4, "training": 5}],
    )
    awake: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de groupes sont éveillés : un nombre, ou un par durée.",
        examples=[7, {45: 5, 90: 6, 150: 7, "training": 8}],
    )
    autonomous: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de groupes éveillés se passent d’aide : un nombre, ou un par durée.",
        examples=[2, {45: 1, 90: 2, 150: 3, "training": 4}],
    )
    hoardings: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de palissades sont debout : un nombre, ou un par durée.",
        examples=[1, {45: 1, 90: 1, 150: 2, "training": 2}],
    )
    faithful: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de bandes reconnues tiennent : un nombre, ou un par durée.",
        examples=[3, {45: 2, 90: 3, 150: 5, "training": 6}],
    )
    bridges: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de ponts sont finis : un nombre, ou un par durée.",
        examples=[1, {45: 1, 90: 1, 150: 2, "training": 3}],
    )
    funded: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant d’idées sont financées : un nombre, ou un par durée.",
        examples=[3, {45: 2, 90: 3, 150: 4, "training": 4}],
    )
    served: Dozen | Mapping[Duration, Dozen] | None = Field(
        default=None,
        description="Au moins autant de publics trouvent bonne une idée financée : un nombre, ou un "
        "par durée.",
        examples=[4, {45: 3, 90: 4, 150: 4, "training": 5}],
    )
    elected: Slug | None = Field(default=None, description="Cette idée est financée.")
    counted_by: CountedBy | None = Field(
        default=None,
        description="La salle a choisi cette façon de compter : approval, majority-judgement, equal-shares.",
    )
    every: tuple["Condition", ...] | None = Field(
        default=None,
        description="Toutes ces conditions.",
        examples=[[{"indicator": "commons", "at_least": 40}, {"mutual_trust": 40}]],
    )
    any: tuple["Condition", ...] | None = Field(
        default=None,
        description="L’une de ces conditions.",
        examples=[[{"indicator": "commons", "at_least": 40}, {"mutual_trust": 40}]],
    )

    none: tuple["Condition", ...] | None = Field(
        default=None,
        description="Aucune de ces conditions.",
        examples=[[{"completed": "caves-asseches"}]],
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if sum(getattr(self, key) is not None for key in THINGS) != 1:
            raise one_of(", ".join(THINGS))
        bounds = sum(getattr(self, key) is not None for key in BOUNDS)
        if bounds != (1 if self.indicator is not None else 0):
            raise one_of(", ".join(BOUNDS) if self.indicator is not None else "indicator")
        return self

    @property
    def parts(self) -> tuple[tuple[str, int, "Condition"], ...]:
        """The conditions that it is made of, each with its key and its place."""
        return tuple((key, i, part) for key in SEVERAL for i, part in enumerate(getattr(self, key) or ()))

    def each(self) -> Iterator["Condition"]:
        """It, and every condition in it."""
        yield self
        for _, _, part in self.parts:
            yield from part.each()
