"""What is left of a tree once its faulty parts are out, so that one slip does not hide every other defect.

Only for giving advice: a pruned scenario is never played.
"""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from engine.reader.nodes import Map, Node, Scalar, Seq, node_at, plain_data
from engine.reader.shapes import NAMED_BY, locate

_Model = TypeVar("_Model", bound=BaseModel)
_PASSES = 4
Path = tuple[str | int, ...]


class Pruned(NamedTuple, Generic[_Model]):
    """What is left (None: too little), its tree, and the names that went with the rest."""

    model: _Model | None
    tree: Map
    gone: set[str]


def prune(tree: Map, model: type[_Model]) -> Pruned[_Model]:
    """Take out whatever pydantic refuses, until it accepts."""
    gone: set[str] = set()
    for _ in range(_PASSES):
        try:
            return Pruned(model.model_validate(plain_data(tree), strict=True), tree, gone)
        except ValidationError as error:
            places = {
                _removable(model, locate(model, line["loc"]).path, line["type"] == "missing", tree)
                for line in error.errors(include_url=False, include_input=False)
            }
        # From the last place back, so that places in lists stay true.
        for place in sorted(places, key=lambda path: [str(step).zfill(9) for step in path], reverse=True):
            if place:
                gone |= set(_names(node_at(tree, place)[0]))
                left = _without(tree, place)
                tree = left if isinstance(left, Map) else tree
    return Pruned(None, tree, gone)


def _removable(model: type[BaseModel], path: Path, missing: bool, tree: Node) -> Path:
    """The nearest part around a fault that can be taken out: a list's item, or a key nobody requires."""
    if missing:
        path = path[:-1]
    while path:
        parent, _ = node_at(tree, path[:-1])
        owner = locate(model, path).owner
        if isinstance(parent, Seq):
            return path
        if isinstance(parent, Map) and not (owner and _required(owner, path[-1])):
            return path
        path = path[:-1]
    return ()


def _required(owner: type[BaseModel], key: str | int) -> bool:
    fields = owner.model_fields.items()
    return any(field.is_required() for name, field in fields if (field.alias or name) == key)


def _without(node: Node, path: Path) -> Node:
    step, rest = path[0], path[1:]
    if isinstance(node, Map) and str(step) in node.entries:
        if not rest:
            return node.without(str(step))
        return node.replaced(**{str(step): _without(node.entries[str(step)], rest)})
    if isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
        kept = () if not rest else (_without(node.items[step], rest),)
        return Seq(node.mark, (*node.items[:step], *kept, *node.items[step + 1 :]), node.weight)
    return node


def _names(node: Node) -> Iterator[str]:
    """The names by which others may speak of a part."""
    if isinstance(node, Map):
        for key in NAMED_BY[:2]:
            value = node.get(key)
            if isinstance(value, Scalar):
                yield value.text
