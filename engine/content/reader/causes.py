"""Why a text is not YAML, by what is written: the lines around the place where the parser gave up.

A parser gives up where nothing fits any more, often lines below the slip. What people slip on can be seen in
the lines themselves: a space missing behind a colon or a dash, a space that is none, an odd indentation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.content.reader.characters import lookalike, odd
from engine.content.reader.slips import GLUED, dash_slip, hash_slip, space_slip
from engine.diagnostics import Diagnostic, Mark
from engine.language import ntr, tr

_REACH = 4
_COMMENT = re.compile(r"^\s*#|\S\s+#(?:\s|$)")
_HEAD = re.compile(r"( *(?:- +)*)(.*)")
_DASH = re.compile(r"( *)-[^\s\-0-9]")
_KEY = re.compile(r"(?:- +)*(?:[^\s#'\"\[{-][^#]*?|'[^']*'|\"[^\"]*\") *:(?:\s|$)")
_HASH = re.compile(r"[^\s#]\s+(#\w)")
_BLOCK = re.compile(r"(?::|-) +[|>][-+0-9]*(?: +#.*)?$")


class Said(NamedTuple):
    """A sentence about a line (from 0), and what was expected of it."""

    line: int
    message: str
    expected: str = ""


def slip(file: str, lines: list[str], stopped: int) -> Diagnostic | None:
    """A slip written on the line where the parser stopped (from 0), or on one of those just above."""
    if stopped >= len(lines):
        stopped = len(lines) - 1
    if found := _marks_of_documents(file, lines, stopped):
        return found
    for number in _above(lines, stopped):
        found = _indented_oddly(file, lines, number) or _glued(file, lines, number)
        if found:
            return found
    return None


def _above(lines: list[str], stopped: int) -> Iterator[int]:
    """The lines that say something, from where the parser stopped upward, not far."""
    seen = 0
    for number in range(stopped, -1, -1):
        bare = lines[number].strip()
        if bare and not bare.startswith("#"):
            yield number
            seen += 1
        if seen > _REACH:
            return


def _indented_oddly(file: str, lines: list[str], number: int) -> Diagnostic | None:
    """A line that begins with spaces of another kind."""
    line = lines[number]
    head = line[: len(line) - len(line.lstrip())]
    sign = odd(head)
    if not sign or in_block(lines, number):
        return None
    return lookalike(Mark(file, number + 1, 1), head, tr("des espaces ordinaires"))


def _glued(file: str, lines: list[str], number: int) -> Diagnostic | None:
    """A key or a dash with its value right behind."""
    if in_block(lines, number):
        return None
    head = _HEAD.match(lines[number])
    assert head is not None
    glued = GLUED.fullmatch(head[2].rstrip())
    if glued and not glued["value"].startswith("/") and not _KEY.match(head[2]):
        return space_slip(Mark(file, number + 1, len(head[1]) + 1), glued["key"], glued["sign"])
    dash = _DASH.match(lines[number])
    if dash and _listed(lines, number, len(dash[1])):
        return dash_slip(Mark(file, number + 1, len(dash[1]) + 1))
    cut = _HASH.search(lines[number])
    if cut and not re.search("[\"'\\[{]", lines[number][: cut.start(1)]):
        return hash_slip(Mark(file, number + 1, cut.start(1) + 1))
    return None


def _listed(lines: list[str], number: int, indent: int) -> bool:
    """Whether a line stands among the items of a list, or right below a key."""
    around = [line for line in lines if _indent(line) == indent]
    below = lines[number - 1].rstrip().endswith(":")
    return below or any(line.lstrip().startswith("- ") for line in around)


def in_block(lines: list[str], number: int) -> bool:
    """Whether a line is part of a text set below `>-` or `|`."""
    indent = _indent(lines[number])
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if line.strip() and _indent(line) < indent:
            return bool(_BLOCK.search(line))
    return False


def misaligned(lines: list[str], stopped: int) -> Said:
    """What is wrong with how a line begins; `message` is "" when it is something else."""
    number = _culprit(lines, stopped)
    line = lines[number] if number < len(lines) else ""
    bare, indent = line.strip(), _indent(line)
    if bare.startswith(":"):
        return Said(number, tr("il manque une clé devant « : »"))
    if _too_deep_blank(lines, number):
        return Said(number, tr("une ligne vide a plus d’espaces que la première ligne du texte"))
    if number and not _is_head(bare) and _COMMENT.search(lines[number - 1]):
        return Said(number, tr("un commentaire (#) coupe un texte écrit sur plusieurs lignes"))
    possible = _indents(lines, number)
    if possible and indent not in possible:
        spaces = ntr("{n} espace devant", "{n} espaces devant", indent)
        message = tr("cette ligne n’est pas alignée avec les autres : {spaces}", spaces=spaces)
        wanted = tr(" ou ").join(str(n) for n in sorted(possible))
        return Said(number, message, wanted)
    if not _is_head(bare):
        return Said(number, tr("il manque un « : » : cette ligne n’est pas une clé"), "clé: …")
    siblings = _siblings(lines, number, indent)
    if siblings and siblings != {bare.startswith("- ")}:
        if bare.startswith("- "):
            return Said(number, tr("un élément de liste (-) parmi des clés"))
        return Said(number, tr("une clé parmi les éléments d’une liste (-)"))
    return Said(number, "")


def _culprit(lines: list[str], stopped: int) -> int:
    """The line to blame: where the parser stopped, or the one above when that one begins nothing."""
    stopped = min(stopped, len(lines) - 1)
    here = lines[stopped].strip()
    if here and not _is_head(here):
        return stopped
    above = [n for n in range(stopped - bool(here), -1, -1) if lines[n].strip()][:2]
    if not above or _is_head(lines[above[0]].strip()) or lines[above[0]].lstrip().startswith("#"):
        return stopped
    under = len(above) > 1 and lines[above[1]].rstrip().endswith(":")
    indents = _indents(lines, above[0])
    return above[0] if under or not indents or _indent(lines[above[0]]) in indents else stopped


def _is_head(bare: str) -> bool:
    """Whether a line begins a key or an item of a list."""
    return bool(_KEY.match(bare)) or bare.startswith("- ") or bare == "-"


def _too_deep_blank(lines: list[str], number: int) -> bool:
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    blank = lines[above + 1 : number]
    return (
        above >= 0
        and bool(_BLOCK.search(lines[above]))
        and any(len(line) > _indent(lines[number]) for line in blank)
    )


def _marks_of_documents(file: str, lines: list[str], stopped: int) -> Diagnostic | None:
    """Signs that begin or end a document, with something beside or behind them."""
    for number, line in enumerate(lines[: stopped + 1]):
        mark = Mark(file, number + 1, 1)
        if line.startswith("%"):
            return Diagnostic.at(mark, "yaml-syntax", tr("les directives YAML (%) n’ont pas de sens ici"))
        if re.match(r"---\s+[^\s#]", line):
            return Diagnostic.at(mark, "yaml-syntax", tr("« --- » se met seul sur sa ligne"))
        if re.match(r"\.\.\.(\s|$)", line) and (stopped > number or line.strip() != "..." or number == 0):
            return Diagnostic.at(mark, "yaml-syntax", tr("« ... » termine un document : rien ne le suit"))
    return None


def _indents(lines: list[str], stopped: int) -> set[int]:
    """The indentations at which a new line may begin: those of the lines it stands under."""
    found: set[int] = set()
    least = 10_000
    above = next((line for line in lines[:stopped][::-1] if line.strip()), "")
    if above.rstrip().endswith(":") and _indent(lines[stopped]) > _indent(above):
        found.add(_indent(lines[stopped]))
    for number in range(stopped - 1, -1, -1):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#") or in_block(lines, number):
            continue
        head = _HEAD.match(line)
        starts = {_indent(line)} | ({len(head[1])} if head and "-" in head[1] else set())
        found |= {n for n in starts if n < least or n == _indent(line) == least}
        least = min(least, _indent(line))
        if least == 0:
            break
    return found


def _siblings(lines: list[str], stopped: int, indent: int) -> set[bool]:
    """Whether the line above at the same indentation is an item of a list: {True}, {False}, or nothing."""
    for number in range(stopped - 1, -1, -1):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if _indent(line) < indent:
            return set()
        if _indent(line) == indent:
            return {line.strip().startswith("- ")}
    return set()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
