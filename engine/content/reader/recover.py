"""A file that is no YAML, read all the same: what cannot be read is taken out, and the rest is judged.

So a slip hides neither a second one of its kind nor what is wrong elsewhere in the file.
"""

import re
from dataclasses import replace

from engine.content.reader.nodes import Map, Node, Scalar, Seq
from engine.content.reader.parse import parse
from engine.diagnostics import Diagnostic, Mark

_NAME = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*)")
_TOP = re.compile(r"[^\s#\]}-][^:\uff1a]*[:\uff1a]")
_TRIES = 12
_UNREADABLE = {
    "yaml-syntax", "colon-in-text", "hash-in-text", "space-missing", "character-lookalike", "alias-unknown",
}  # fmt: skip


def read(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The document of a YAML text, holes where something in it could not be read; and every defect met."""
    node, found = parse(text, file)
    if node is None and found and found[-1].code in _UNREADABLE:
        return _without_faults(text, file, found[-1])
    second = next((d for d in found if d.code == "several-documents"), None)
    if second is None or not isinstance(node, Map):
        return node, found
    joined = _joined(text, file, second.line)
    return joined or replace(node, whole=False), found


def _joined(text: str, file: str, line: int) -> Map | None:
    """A document cut in two by a line of dashes that nobody meant; None when what follows does not fit."""
    lines = text.split("\n")
    lines[line - 1] = ""
    node, found = parse("\n".join(lines), file)
    return node if isinstance(node, Map) and not found else None


def _without_faults(text: str, file: str, first: Diagnostic) -> tuple[Node | None, list[Diagnostic]]:
    """Take out the part where each fault stands, until the rest is YAML."""
    lines, told, lost = text.split("\n"), [first], dict[str, int]()
    for _ in range(_TRIES):
        start, end = _part(lines, told[-1].line - 1)
        if not any(line.strip() for line in lines[start:end]):
            break
        lost.setdefault(_key(lines, start), start + 1)
        if not lines[start].lstrip().startswith("- "):
            # A line out of place may be a key of the top: whatever it was, it is not missing.
            out = _NAME.match(lines[min(told[-1].line, len(lines)) - 1])
            lost.setdefault(out[1] if out else "", start + 1)
        lines[start:end] = [""] * (end - start)
        node, rest = parse("\n".join(lines), file)
        if node is None and rest and rest[-1].code in _UNREADABLE:
            told.append(rest[-1])
        else:
            return (_holed(node, file, lost) if isinstance(node, Map) else None), told + rest
    return None, told


def _holed(node: Map, file: str, lost: dict[str, int]) -> Map:
    """The document with a hole for each key (-> its line) of which something was taken out."""
    parts: dict[str, Node] = {}
    for key, line in lost.items():
        kept = node.get(key)
        hole = Scalar(Mark(file, line, 1), "", True, hole=True)
        parts[key] = replace(kept, whole=False) if isinstance(kept, Seq) else hole
    return replace(node, entries={**node.entries, **parts})


def _part(lines: list[str], at: int) -> tuple[int, int]:
    """The lines [start, end) of the smallest part around a line that can go: an item of a list or a key."""
    at = min(at, len(lines) - 1)
    top = _back_to(lines, at, 0, "")
    item = next((n for n in range(at, top, -1) if lines[n].lstrip().startswith("- ")), None)
    if item is not None:
        indent = min(_indent(lines[n]) for n in range(top + 1, at + 1) if lines[n].lstrip().startswith("- "))
        start = _back_to(lines, at, indent, "- ")
        if start > top:
            end = _end(lines, start, indent)
            return (start, end) if end > at else (at, _end(lines, at, indent))
    return top, _end(lines, top, 0)


def _back_to(lines: list[str], at: int, indent: int, sign: str) -> int:
    for number in range(at, -1, -1):
        line = lines[number]
        bare = line.lstrip()
        if bare and _indent(line) == indent and (bare.startswith(sign) if sign else _TOP.match(line)):
            return number
    return at


def _end(lines: list[str], start: int, indent: int) -> int:
    """The first line behind a part that belongs to it no more."""
    dashed = lines[start].lstrip().startswith("- ")
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and _indent(line) <= indent and (dashed or _TOP.match(line)):
            return number
    return len(lines)


def _key(lines: list[str], start: int) -> str:
    """The top-level key that a part stands under."""
    top = _back_to(lines, start, 0, "")
    name = _NAME.match(lines[top])
    return name[1] if name else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
