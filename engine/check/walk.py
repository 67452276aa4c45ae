"""Every text of a scenario with its place, for the rules that judge words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, Protocol

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


def spots(content: BaseModel) -> Sequence[Spot]:
    """All texts of a scenario, or of any other content, in the order of its fields. Many rules ask for those
    of one scenario, one after the other: it is walked once."""
    global _walked
    if _walked[0] is not content:
        _walked = (content, tuple(_within(content, (), "")))
    return _walked[1]


_walked: tuple[BaseModel | None, Sequence[Spot]] = (None, ())
_TEXTLESS: Final = frozenset((str, int, float, bool, type(None)))


def _within(value: Any, path: tuple[str | int, ...], key: str) -> Iterator[Spot]:
    if isinstance(value, Text):
        yield Spot(path, key, value)
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            part = getattr(value, name)
            if type(part) not in _TEXTLESS and name != "override":
                alias = field.alias or name
                yield from _within(part, (*path, alias), alias)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _within(part, (*path, place), key)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _within(part, (*path, name), key)
