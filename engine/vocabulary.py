"""The words that content, effects and rules share: kinds of token, families of characters."""

from typing import Literal

Kind = Literal["time", "means", "backing"]
KINDS: tuple[Kind, ...] = ("time", "means", "backing")
Family = Literal["inhabitants", "associations", "institutions", "landlords", "shops"]
FAMILIES: tuple[Family, ...] = ("inhabitants", "associations", "institutions", "landlords", "shops")
