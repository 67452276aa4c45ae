"""How a text that people read has to be set and joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from engine.view.types import NoteView

_FRENCH = (
    (
        re.compile(r"(?<![-\w])[dljnms]e (?=[AEIOUYÀÂÉÈÊÎÔÛaeiouàâéèêîôû])(?!Y[aeiou]|onz|oui\b|et\b)"),
        "elides",
    ),
    (re.compile(r"\b(?:que|lorsque|puisque) (?=[AEIOUÀÂÉÈÊÎÔÛaeiouàâéèêîôû])(?!onz|oui\b)", re.I), "elides"),
    (re.compile(r"\bla (?=[AEIOUÀÂÉÈÊÎÔÛ])"), "elides"),
    (re.compile(r"(?<![\u00a0\u202f;!?])(?<!^)[;!?»](?!\u00a0)"), "wants a no-break space before"),
    (re.compile(r"«(?!\u202f)"), "wants a no-break space after"),
    (re.compile(r", [^,.]{1,30}, [^,.]{1,30} et et "), "joins twice"),
)
_ENGLISH = ((re.compile(r"\b\d+ (?:time|means|backing)\b(?! token|:|$)"), "is not English"),)
_BOTH = (
    (re.compile(r"['\"]"), "has a straight mark"),
    (re.compile(r"\{\w*\}"), "has an empty place"),
    (re.compile(r" {2}| [,.](?!\.)"), "has a space too many"),
    (re.compile(r"\bNone\b(?! of)|\bnan\b"), "has a hole"),
)


def faults(text: str, language: str) -> Iterator[str]:
    """What is wrong with a text of a language as people read it."""
    for pattern, what in (*_BOTH, *(_FRENCH if language == "fr" else _ENGLISH)):
        for found in pattern.finditer(text):
            yield f"{what}: …{text[max(0, found.start() - 25) : found.end() + 25]}…"


@cache
def _names(kind: Any) -> Sequence[str] | None:
    return [field.name for field in fields(kind)] if is_dataclass(kind) else None


def texts(value: Any) -> Iterator[str]:
    """Every sentence anywhere in a view, in any order. Ids, which have no space, are left out, and words
    noted, which are kept as they were typed."""
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, str):
            if " " in value:
                yield value
        elif isinstance(value, NoteView):
            continue
        elif (names := _names(type(value))) is not None:
            left += [getattr(value, name) for name in names]
        elif isinstance(value, dict):
            left += value.items()
        elif isinstance(value, tuple | Sequence):
            left += value
