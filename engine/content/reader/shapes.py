"""What a content type holds, read from its annotations: where its texts are, which keys it knows."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from engine.content.model import CastMember, CharacterCard, Text
from engine.effects import EffectModel
from engine.effects.reading import models

Holds = Literal["text", "texts", "model", "models", "model-map", "other"]
# How the parts of a list are named in the files of other languages.
NAMED_BY = ("id", "character", "about")


class Shape(NamedTuple):
    """What one key holds, and the type of its parts when they have texts of their own."""

    holds: Holds
    model: type[BaseModel] | None = None


OTHER = Shape("other")


def members(annotation: Any) -> list[Any]:
    """The alternatives of an annotation, without `Annotated` and without None; of an effect, every kind."""
    if annotation is EffectModel:
        return list(models())
    if get_origin(annotation) is Annotated:
        return members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [m for part in get_args(annotation) if part is not NoneType for m in members(part)]
    return [annotation]


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


@cache
def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys that designers may write -> what is known of them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def keys(model: type[BaseModel]) -> dict[str, Any]:
    """The keys that designers may write -> their annotations."""
    return {key: field.annotation for key, field in fields(model).items()}


@cache
def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """Key -> what it holds; only keys with texts in them, near or deep."""
    found = {key: _shape(annotation, (model,)) for key, annotation in keys(model).items()}
    if model is CastMember:
        found["override"] = Shape("model", CharacterCard)
    return {key: shape for key, shape in found.items() if shape.holds != "other"}


def text_keys(model: type[BaseModel]) -> list[str]:
    """The keys whose value is a text or a list of texts."""
    return [key for key, shape in shapes(model).items() if shape.model is None]


def _shape(annotation: Any, inside: tuple[type[BaseModel], ...]) -> Shape:
    parts = members(annotation)
    if len(parts) != 1:
        return OTHER
    part, args = parts[0], get_args(parts[0])
    if part is Text:
        return Shape("text")
    if is_model(part):
        return Shape("model", part) if _has_texts(part, inside) else OTHER
    if get_origin(part) is tuple and args[-1] is Ellipsis:
        inner = members(args[0])[0]
        if inner is Text:
            return Shape("texts")
        return Shape("models", inner) if is_model(inner) and _has_texts(inner, inside) else OTHER
    if _is_mapping(part):
        inner = members(args[1])[0]
        return Shape("model-map", inner) if is_model(inner) and _has_texts(inner, inside) else OTHER
    return OTHER


def _has_texts(model: type[BaseModel], inside: tuple[type[BaseModel], ...]) -> bool:
    """Whether there is a text in it; a type inside itself adds nothing."""
    if model in inside:
        return False
    return any(_shape(annotation, (*inside, model)).holds != "other" for annotation in keys(model).values())


class Located(NamedTuple):
    """A pydantic location put in the words of the file."""

    path: tuple[str | int, ...]
    owner: type[BaseModel] | None
    on_key: bool
    field: FieldInfo | None = None
    inside: tuple[str | int, ...] = ()
    """The last key of a content type on the way, and the steps from it."""


def locate(model: type[BaseModel], place: tuple[str | int, ...]) -> Located:
    """The path in the file of a pydantic location, and the content type that holds its last step.

    pydantic adds the names of union branches and "[key]" to the path: those are taken out.
    """
    path: list[str | int] = []
    here: list[Any] = [model]
    owner: type[BaseModel] | None = None
    field: FieldInfo | None = None
    inside: list[str | int] = []
    for step in place:
        if step == "[key]":
            return Located(tuple(path), None, True, field, tuple(inside))
        if len(here) > 1:
            here = [part for part in here if _is_branch(part, str(step))][:1]
            continue
        path.append(step)
        part = here[0] if here else None
        owner = part if is_model(part) else None
        known = fields(owner).get(str(step)) if owner else None
        field, inside = (known, []) if known else (field, [*inside, step])
        here = _step(part, step)
    return Located(tuple(path), owner, False, field, tuple(inside))


def _is_branch(part: Any, name: str) -> bool:
    """Whether pydantic calls this alternative of a union by that name (its tag, class or type)."""
    if is_model(part):
        tag = keys(part).get("effect")
        return name == part.__name__ or name in get_args(tag)
    if _is_mapping(part):
        return "[" in name
    return bool(getattr(part, "__name__", "") == name)


def _step(part: Any, step: str | int) -> list[Any]:
    """The alternatives one step deeper."""
    if is_model(part):
        known = keys(part)
        return members(known[str(step)]) if str(step) in known else []
    args = get_args(part)
    if get_origin(part) is tuple and isinstance(step, int):
        return members(args[0] if args[-1] is Ellipsis else args[min(step, len(args) - 1)])
    return members(args[1]) if _is_mapping(part) else []
