"""Mark translations as read again: write the digest that `translation-stale` asks for."""

import re
from collections.abc import Iterable
from pathlib import Path

from engine.diagnostics import Diagnostic

_SOURCE = re.compile(r"^source:.*$", re.MULTILINE)


def stamp(diagnostics: Iterable[Diagnostic]) -> list[Path]:
    """Rewrite the `source:` line of every stale translation named; returns the files changed."""
    changed = []
    for one in diagnostics:
        if one.code == "translation-stale":
            path = Path(one.file)
            text = path.read_text("utf-8")
            path.write_text(
                _SOURCE.sub(one.expected, text, count=1)
                if _SOURCE.search(text)
                else f"{one.expected}\n{text}",
                "utf-8",
            )
            changed.append(path)
    return changed
