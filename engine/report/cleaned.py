"""Texts of a record, cleaned of letters that would draw or run as something else than themselves."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

_TURNS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Letters that turn the direction of those behind them."""


def clean(text: str) -> str:
    """A text without control characters (line ends stay), half characters and turned directions."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in lines if c == "\n" or (c not in _TURNS and not _unseen(c)))


def _unseen(letter: str) -> bool:
    nothing = (ord(letter) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF
    return nothing or unicodedata.category(letter) in ("Cc", "Cs")


Words = Annotated[str, AfterValidator(clean)]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
