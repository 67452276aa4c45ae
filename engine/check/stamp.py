"""Mark translations as read again: write the digest of the French that they translate."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from engine.content.reader.nodes import Map, Node, Scalar, Seq
from engine.content.reader.scenario import read_file
from engine.content.reader.shelf import french_of
from engine.diagnostics import Diagnostic, shown
from engine.language import tr

_SOURCE = re.compile(r"^source:.*$", re.MULTILINE)
_TOLD = ("translation-stale", "translation-unstamped")


class Stamped(NamedTuple):
    """A translation marked as read again, and its texts: (key, French, English), "" for none."""

    path: Path
    texts: tuple[tuple[str, str, str], ...]


def stamp(diagnostics: Iterable[Diagnostic], cards: Collection[str] = ()) -> list[Stamped]:
    """Rewrite the `source:` line of every translation told to be stale or never read, or of some cards only.

    `cards` are ids of cards, or "scenario" and "briefing".
    """
    changed = []
    for one in diagnostics:
        path = Path(one.file)
        if one.code in _TOLD and (not cards or path.name.partition(".")[0] in cards):
            text = path.read_text("utf-8")
            stamped = _SOURCE.sub(one.expected, text, count=1)
            path.write_text(stamped if _SOURCE.search(text) else f"{one.expected}\n{text}", "utf-8")
            tree = read_file(french_of(path))
            changed.append(Stamped(path, tuple(_texts(tree, "")) if tree else ()))
    return changed


def as_text(stamped: Iterable[Stamped]) -> str:
    """What was marked, each text beside its translation, for a last look."""
    lines: list[str] = []
    for one in stamped:
        lines.append(tr("{file} : marquée comme relue", file=shown(one.path)))
        for key, french, english in one.texts:
            lines += [f"  {key}", f"    fr  {french}", f"    en  {english or tr('(rien)')}"]
    return "\n".join(lines) if lines else tr("Aucune traduction à marquer")


def _texts(node: Node, path: str) -> Iterator[tuple[str, str, str]]:
    """The texts of a tree with its languages merged, in the order of the file."""
    if isinstance(node, Seq):
        for place, item in enumerate(node.items, 1):
            yield from _texts(item, f"{path}[{place}]")
    elif isinstance(node, Map) and isinstance(french := node.get("fr"), Scalar):
        for register, english in ((french, node.get("en")), (node.get("plain"), node.get("plain_en"))):
            if isinstance(register, Scalar):
                said = " ".join(english.text.split()) if isinstance(english, Scalar) else ""
                yield path if register is french else f"{path} (plain)", " ".join(register.text.split()), said
    elif isinstance(node, Map):
        for key, part in node.entries.items():
            yield from _texts(part, f"{path}.{key}" if path else key)
