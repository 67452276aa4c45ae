"""Every text of a scenario with its place, for the rules that judge words."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel

from engine.content.model import Text
from engine.diagnostics import Mark


class Written(Protocol):
    """What was read of a folder, which knows where each value of it is written."""

    def where(self, *path: str | int) -> Mark: ...


class Spot(NamedTuple):
    """A text and where it stands: its path in the scenario, whose last name is `key`."""

    path: tuple[str | int, ...]
    key: str
    text: Text

    def mark(self, loaded: Written, register: str = "fr") -> Mark:
        """Where a version of it ("fr", "en", "plain", "plain_en") is written."""
        return loaded.where(*self.path, register)


def spots(content: BaseModel) -> Iterator[Spot]:
    """All texts of a scenario, or of any other content, in the order of its fields."""
    yield from _within(content, (), "")


def _within(value: Any, path: tuple[str | int, ...], key: str) -> Iterator[Spot]:
    if isinstance(value, Text):
        yield Spot(path, key, value)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name != "override":
                alias = field.alias or name
                yield from _within(getattr(value, name), (*path, alias), alias)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _within(part, (*path, name), key)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _within(part, (*path, place), key)
