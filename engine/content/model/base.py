"""What the types of content have in common: words, texts, tokens."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from engine import numbers, outline
from engine.outline import OUTLINES, Place

Duration = Literal["45", "90", "150", "training"]
DURATIONS: tuple[Duration, ...] = ("45", "90", "150", "training")
Rung = Literal["decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative"]
RUNGS: tuple[Rung, ...] = (
    "decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative",
)  # fmt: skip


class PhaseOf:
    """A phase that is one of those registered by the time it is read; at one place of the evening, or any."""

    def __init__(self, place: Place | None = None) -> None:
        self._place = place

    def _kinds(self) -> tuple[str, ...]:
        return tuple(OUTLINES) if self._place is None else outline.at(self._place)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": [*self._kinds()]}

    def _known(self, word: str) -> str:
        if word in self._kinds():
            return word
        names = ", ".join(f"'{kind}'" for kind in self._kinds())
        raise PydanticCustomError("literal_error", "expected one of: {expected}", {"expected": names})


PhaseKind = Annotated[str, PhaseOf()]
"""A phase of the evening (`engine.outline`)."""
EndReason = Literal["ending", "stopped", "open"]
"""Why a session is over: an ending reached, stopped before one, played out without any that fits."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Whole = Annotated[int, Field(ge=0, le=100)]
Level = Annotated[int, Field(ge=numbers.LOWEST_INDICATOR, le=numbers.HIGHEST_INDICATOR)]
Trust = Annotated[float, Field(ge=numbers.written(numbers.LEAST_TRUST), le=1)]
OnMap = Annotated[
    float, Field(ge=numbers.written(numbers.LOWEST_POSTURE), le=numbers.written(numbers.HIGHEST_POSTURE))
]


class Frozen(BaseModel):
    """Immutable, and closed: an unknown key is a mistake, never ignored.

    Validators are built when first used: a first screen needs hardly any of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def one_of(keys: str) -> PydanticCustomError:
    return PydanticCustomError("one_of", "expected exactly one of: {keys}", {"keys": keys})


class Text(Frozen):
    """One thing a person reads, in the languages and registers it was written in.

    `plain` is the easy-to-read version (FALC). A missing version falls back to the next best: easy
    English → English → French.
    """

    fr: Annotated[str, Field(min_length=1)]
    en: str | None = None
    plain: str | None = None
    plain_en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"fr": value} if isinstance(value, str) else value

    def read(self, language: str = "fr", plain: bool = False) -> str:
        """The words for a language ("fr" or "en"), easy to read where asked and written."""
        if language == "en":
            return (self.plain_en if plain else None) or self.en or (self.plain if plain else None) or self.fr
        return (self.plain if plain else None) or self.fr


class Tokens(Frozen):
    """A number of tokens of each kind, each 0 or more."""

    time: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="Des soirées, des heures, des bras."
    )
    means: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="De l’argent, du matériel, un local."
    )
    backing: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="De l’appui : une signature, un réseau, une parole qui compte."
    )

    def __iter__(self) -> Any:
        return iter((self.time, self.means, self.backing))

    def total(self) -> int:
        return self.time + self.means + self.backing
