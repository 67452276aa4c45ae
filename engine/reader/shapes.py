"""What a content type holds, read from its annotations: where its texts are, which keys it knows."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from engine.model import CastMember, CharacterCard, Text

Holds = Literal["text", "texts", "model", "models", "model-map", "other"]
# How the parts of a list are named in the files of other languages.
NAMED_BY = ("id", "character", "about")


class Shape(NamedTuple):
    """What one key holds, and the type of its parts when they have texts of their own."""

    holds: Holds
    model: type[BaseModel] | None = None


def bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            kept = [part for part in get_args(annotation) if part is not NoneType]
            if len(kept) != 1:
                return annotation
            annotation = kept[0]
        else:
            return annotation


def members(annotation: Any) -> list[Any]:
    """The alternatives of a union, or the one type."""
    annotation = bare(annotation)
    if get_origin(annotation) in (Union, UnionType):
        return [bare(part) for part in get_args(annotation)]
    return [annotation]


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@cache
def keys(model: type[BaseModel]) -> dict[str, Any]:
    """The keys that designers may write -> their annotations."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


@cache
def has_texts(model: type[BaseModel]) -> bool:
    return any(shape.holds != "other" for shape in shapes(model).values())


@cache
def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """Key -> what it holds."""
    found = {key: _shape(annotation) for key, annotation in keys(model).items()}
    if model is CastMember:
        found["override"] = Shape("model", CharacterCard)
    return found


def _shape(annotation: Any) -> Shape:
    annotation = bare(annotation)
    if annotation is Text:
        return Shape("text")
    if is_model(annotation):
        return Shape("model", annotation) if has_texts(annotation) else Shape("other")
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        part = bare(args[0])
        if part is Text:
            return Shape("texts")
        # "Condition" holds itself, and has no text.
        if is_model(part) and part.__name__ != "Condition" and has_texts(part):
            return Shape("models", part)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        part = bare(args[1])
        if is_model(part) and has_texts(part):
            return Shape("model-map", part)
    return Shape("other")


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The content type found by following a pydantic location from `model`, None when it is not one."""
    here: list[Any] = [model]
    for step in path:
        here = [found for annotation in here for found in _step(annotation, step)] or here
    found = [annotation for annotation in here if is_model(annotation)]
    return found[0] if found else None


def _step(annotation: Any, step: str | int) -> list[Any]:
    """The types one step deeper: a key, a place in a list, or the tag of a union."""
    if is_model(annotation):
        known = keys(annotation)
        return members(known[str(step)]) if step in known else []
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple and isinstance(step, int):
        return members(args[0])
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return members(args[1])
    return []
