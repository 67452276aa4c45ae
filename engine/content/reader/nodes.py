"""A YAML document as a tree of nodes that remember where they were written.

Words have the meaning of the YAML 1.2 core schema: `no` and `on` are words, `18:00` is text, `010` is ten, a
date is text. Keys are always text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from engine.diagnostics import Mark

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z|0o[0-7]{1,18}\Z|0x[0-9a-fA-F]{1,14}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word, a number or a text. `plain` is whether it was written without quotes or block sign.

    `hole` is whether something stands there that could not be read, which is told elsewhere.
    """

    mark: Mark
    text: str
    plain: bool = False
    weight: int = 1
    hole: bool = False

    @property
    def value(self) -> str | int | float | bool | None:
        """What it means in the core schema; infinities and endless numbers are left as text."""
        if not self.plain:
            return self.text
        if self.text in _WORDS:
            return _WORDS[self.text]
        if _INT.match(self.text):
            base = {"0o": 8, "0x": 16}.get(self.text[:2], 10)
            return int(self.text, base)
        if _FLOAT.match(self.text):
            number = float(self.text)
            return number if abs(number) < 1e18 else self.text
        return self.text


@dataclass(frozen=True, slots=True)
class Seq:
    """A list; not `whole` when parts of it could not be read."""

    mark: Mark
    items: tuple["Node", ...]
    weight: int = 1
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping: key text -> its value; `keys` has where each key was written.

    Not `whole` when parts of it could not be read.
    """

    mark: Mark
    entries: dict[str, "Node"]
    keys: dict[str, Mark] = field(default_factory=dict)
    weight: int = 1
    whole: bool = True

    def get(self, key: str) -> "Node | None":
        return self.entries.get(key)

    def key_mark(self, key: str) -> Mark:
        return self.keys.get(key, self.mark)

    def replaced(self, **entries: "Node") -> "Map":
        """A copy with some entries put in place of, or added to, the others."""
        return replace(self, entries={**self.entries, **entries})

    def without(self, *names: str) -> "Map":
        return replace(self, entries={k: v for k, v in self.entries.items() if k not in names})


Node = Scalar | Seq | Map


def plain_data(node: Node) -> Any:
    """The node as plain values: mappings as dict, lists as tuple, scalars by the core schema."""
    if isinstance(node, Map):
        return {key: plain_data(value) for key, value in node.entries.items()}
    if isinstance(node, Seq):
        return tuple(plain_data(item) for item in node.items)
    return node.value


def node_at(node: Node, path: Iterable[str | int]) -> tuple[Node, Mark]:
    """The deepest node on the path, and the mark of the key that leads to it (of itself in a list).

    Steps that the tree does not have are passed over, as pydantic's locations hold names of its own.
    """
    key_mark = node.mark
    for step in path:
        if isinstance(node, Map) and str(step) in node.entries:
            key_mark, node = node.key_mark(str(step)), node.entries[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            key_mark = node.mark
    return node, key_mark
