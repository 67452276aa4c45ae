"""What is left of a tree once its faulty parts are out, so that one slip does not hide every other defect.

Only for giving advice: a pruned scenario is never played.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from engine.content.reader.nodes import Map, Node, Scalar, Seq, node_at, plain_data
from engine.content.reader.shapes import NAMED_BY, locate

_Model = TypeVar("_Model", bound=BaseModel)
_PASSES = 4
Place = tuple[str | int, ...]


class Pruned(NamedTuple, Generic[_Model]):
    """What is left (None: too little), its tree, and the names that went with the rest."""

    model: _Model | None
    tree: Map
    gone: set[str]


def prune(tree: Map, model: type[_Model], stand_ins: Mapping[str, Node]) -> Pruned[_Model]:
    """Take out whatever pydantic refuses, until it accepts.

    A part of a list or group goes whole, as half of it would only cause more complaints; a key that the model
    requires gets its stand-in (key -> value).
    """
    gone: set[str] = set()
    for _ in range(_PASSES):
        try:
            return Pruned(model.model_validate(plain_data(tree), strict=True), tree, gone)
        except ValidationError as error:
            faulty = {
                _removable(locate(model, line["loc"]).path, line["type"] == "missing", tree)
                for line in error.errors(include_url=False, include_input=False)
            }
        # From the last place back, so that places in lists stay true.
        for place in sorted(faulty, key=lambda path: [str(step).zfill(9) for step in path], reverse=True):
            gone |= set(_names(node_at(tree, place)[0])) | {str(place[-1])}
            tree = _without(tree, place, stand_ins)
    return Pruned(None, tree, gone)


def _removable(path: Place, missing: bool, tree: Map) -> Place:
    """The part around a fault that can be taken out: an item of one of the model's lists or groups, a key."""
    parent = tree.get(str(path[0]))
    inside = len(path) > 2 or (len(path) == 2 and not missing)
    return path[:2] if inside and isinstance(parent, Seq | Map) else path[:1]


def _without(tree: Map, place: Place, stand_ins: Mapping[str, Node]) -> Map:
    key = str(place[0])
    group = tree.get(key)
    if len(place) == 1:
        return tree.replaced(**{key: stand_ins[key]}) if key in stand_ins else tree.without(key)
    if isinstance(group, Seq):
        kept = tuple(item for i, item in enumerate(group.items) if i != place[1])
        return tree.replaced(**{key: replace(group, items=kept)})
    if isinstance(group, Map):
        return tree.replaced(**{key: group.without(str(place[1]))})
    return tree


def _names(node: Node) -> Iterator[str]:
    """The names by which others may speak of a part."""
    if isinstance(node, Map):
        for key in NAMED_BY[:2]:
            value = node.get(key)
            if isinstance(value, Scalar):
                yield value.text
