"""The effects of a card as pydantic reads them: of whichever kind is registered when a card is read."""

import operator
from functools import cache, reduce
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from engine.effects import EFFECTS
from engine.effects.base import EffectModel


def models() -> tuple[type[EffectModel], ...]:
    """What a designer may write as an effect."""
    return tuple(kind.model for kind in EFFECTS.values())


@cache
def _one_of(models: tuple[type[EffectModel], ...]) -> TypeAdapter[Any]:
    union: Any = reduce(operator.or_, models)
    return TypeAdapter(Annotated[union, Field(discriminator="effect")])


def _read(value: Any, info: ValidationInfo) -> Any:
    """As strict as YAML deserves; a session's own file is JSON, which has no tuples."""
    return _one_of(models()).validate_python(value, strict=info.mode == "python")


class _Registered:
    """Reads what it annotates by the registry."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(_one_of(models()).core_schema)


Effect = Annotated[EffectModel, _Registered()]
