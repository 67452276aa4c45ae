"""What is printed of a scenario, for tests of what paper says."""

import io
import re
from typing import Any

from pypdf import PdfReader

from engine import paper
from engine.content.model import Scenario
from engine.paper import Wanted
from engine.telling.reader import Reader
from tests.counting import reading


def wanted(content: Scenario, kind: Any = "board", language: str = "fr", **more: Any) -> Wanted:
    """150 minutes, everybody held, a dozen people."""
    held = tuple(member.character for member in content.cast)
    return Wanted(content, Reader(language, more.pop("easy", False)), "150", held, 12, kind, **more)


def part(asked: Wanted, name: str) -> dict[str, Any]:
    return next(one for one in paper.data(asked)["parts"] if one["part"] == name)


def flat(text: str) -> str:
    """A text without what the setting of its lines changes."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def printed(asked: Wanted) -> str:
    """All that its pages say."""
    return _read(paper.pdf(asked).content)


@reading
def _read(pdf: bytes) -> str:
    return flat("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
