"""Why a text is not YAML, in words, at the line where a person has to mend something.

Told from the class of the parser's complaint and from what stands in the text where it gave up, never from
its own wording, which changes from one version to the next.
"""

import re
from typing import Any

import yaml

from engine.content.reader.causes import Said, misaligned, slip
from engine.content.reader.slips import colon_slip, hash_slip
from engine.diagnostics import Diagnostic, Mark
from engine.language import tr

_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_RESERVED = "@`%&*!"
_ESCAPE = re.compile(r"\\\S?")
_HASH = re.compile(r"\s(#\w)")


def syntax_fault(
    error: yaml.MarkedYAMLError, file: str, lines: list[str], last: Any, within: bool
) -> Diagnostic:
    """What stops a text from being YAML.

    `last` is the last scalar event before it; `within`, whether a bracket or a brace stood open there.
    The parser complains where it gave up, which is often far below the slip: a quote or a brace is told
    where it was opened.
    """
    opening: Any = error.context_mark
    at = error.problem_mark or opening
    if at is None:
        return not_yaml(file)
    mark, line = Mark(file, at.line + 1, at.column + 1), _line(lines, at)
    seen = slip(file, lines, at.line)
    if seen is not None:
        return seen
    opener = _sign(lines, opening)
    if opener in ("'", '"') and _after(lines, at):
        return _unclosed_quote(Mark(file, opening.line + 1, opening.column + 1))
    within = within and opener in ("[", "{")
    alone = line[: at.column + 1].strip() == ":"
    if within and not alone and _left(lines, opening.line, at.line):
        return _unclosed_brace(file, lines, opening, at.line)
    if _colon(line, at, opening if within else None):
        return colon_slip(mark)
    if last is not None and last.style in ("'", '"') and last.end_mark.line == at.line:
        return _misplaced_quote(file, last)
    said = _explained(error, opener, within, lines, at)
    if not said.message:
        return not_yaml(file, mark)
    if said.line != at.line:
        mark = Mark(file, said.line + 1, _indent(lines[said.line]) + 1)
    return Diagnostic.at(mark, "yaml-syntax", said.message, expected=said.expected)


def not_yaml(file: str, mark: Mark | None = None) -> Diagnostic:
    """A complaint that nothing more can be said of: the text stops being YAML there."""
    message = tr("ce n’est pas du YAML")
    hint = tr("Regardez cette ligne et celle d’avant : un signe y a un sens en YAML.")
    if mark is None:
        return Diagnostic("yaml-syntax", message, file, hint=hint)
    return Diagnostic.at(mark, "yaml-syntax", message, hint=hint)


def too_deep(mark: Mark, limit: int) -> Diagnostic:
    """Lists in lists without end: the same words whichever guard stops them, ours or the parser's."""
    return Diagnostic.at(
        mark, "too-deep", tr("ce contenu est trop emboîté"), expected=tr("{n} niveaux au plus", n=limit)
    )


def nested_beyond(limit: int, file: str, lines: list[str]) -> Mark | None:
    """Where more than `limit` brackets and braces stand open, or None.

    A parser reads ahead, and may give up on such a text before it tells the first of them. Asked only of a
    text that is not YAML: brackets in texts without quotes are counted too.
    """
    depth = 0
    for number, line in enumerate(lines, 1):
        bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        for column, sign in enumerate(bare, 1):
            depth = max(0, depth + (sign in "[{") - (sign in "]}"))
            if depth > limit:
                return Mark(file, number, column)
    return None


def _line(lines: list[str], at: Any) -> str:
    return lines[at.line] if at.line < len(lines) else ""


def _sign(lines: list[str], at: Any) -> str:
    """The sign at a place of the text, "" where there is none."""
    return _line(lines, at)[at.column : at.column + 1] if at is not None else ""


def _after(lines: list[str], at: Any) -> bool:
    """Whether the parser read on to the end of the text, or to the line that ends a document."""
    if at.line >= len(lines):
        return True
    line = lines[at.line]
    return line.startswith(("---", "...")) or (at.line == len(lines) - 1 and bool(at.column >= len(line)))


def _left(lines: list[str], opened: int, stopped: int) -> bool:
    """Whether the text went on below what was opened, no longer indented under it."""
    if stopped >= len(lines):
        return True
    return stopped > opened and _indent(lines[stopped]) <= _indent(lines[opened])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _unclosed_brace(file: str, lines: list[str], opening: Any, stopped: int) -> Diagnostic:
    """A brace or bracket never closed, told where it opens; or the # that hid its end."""
    for number, line in enumerate(lines[opening.line : stopped], opening.line + 1):
        bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        found = _HASH.search(bare)
        if found:
            return hash_slip(Mark(file, number, found.start(1) + 1))
    message = tr("un crochet ou une accolade n’est pas refermé, ou il manque une virgule")
    return Diagnostic.at(Mark(file, opening.line + 1, opening.column + 1), "yaml-syntax", message)


def _unclosed_quote(mark: Mark) -> Diagnostic:
    return Diagnostic.at(mark, "yaml-syntax", tr("un guillemet n’est pas refermé"))


def _misplaced_quote(file: str, last: Any) -> Diagnostic:
    """A quoted text with something behind it: closed by a quote that opened the next text, or too early."""
    start, end = last.start_mark, last.end_mark
    if start.line < end.line:
        return _unclosed_quote(Mark(file, start.line + 1, start.column + 1))
    return Diagnostic.at(
        Mark(file, end.line + 1, end.column),
        "yaml-syntax",
        tr("un guillemet droit referme le texte trop tôt"),
        hint=tr("Dans un texte entre guillemets droits, citez avec des guillemets français."),
    )


def _colon(line: str, at: Any, opening: Any) -> bool:
    """Whether a colon inside a text stopped the parser, by what stands before the colon."""
    if line[at.column : at.column + 1] != ":":
        return False
    before = line[: at.column].lstrip("- ")
    same_line = opening is not None and opening.line == at.line
    return ": " in before or " " in before.strip() or not before.isascii() or same_line


def _explained(error: yaml.MarkedYAMLError, opener: str, within: bool, lines: list[str], at: Any) -> Said:
    """A sentence for what stands where the parser gave up; its message is "" where nothing can be said."""
    line, column = _line(lines, at), at.column
    here, before = line[column : column + 1], line[:column].rstrip()
    escape = _ESCAPE.search(line[max(0, column - 1) : column + 2]) if opener == '"' else None
    message = _at_sign(isinstance(error, yaml.scanner.ScannerError), opener, within, here, before, escape)
    return Said(at.line, message) if message else misaligned(lines, at.line)


def _at_sign(
    scanning: bool, opener: str, within: bool, here: str, before: str, escape: re.Match[str] | None
) -> str:
    """What the sign where the parser stopped tells, with what stands before it on its line."""
    if here == "\t":
        return tr("une tabulation au lieu d’espaces")
    reserved = next((sign for sign in (here, opener) if sign and sign in _RESERVED), "")
    if reserved == "!" or (reserved and scanning):
        return tr("« {sign} » ne peut pas commencer un texte sans guillemets", sign=reserved)
    if escape:
        return tr("« {sign} » n’a pas de sens entre guillemets droits : doublez la barre", sign=escape[0])
    if here == "," or (here in ("]", "}") and not within):
        return tr("« {sign} » de trop", sign=here)
    if here == ":" and not before.strip("-[{, ") and (before.strip() or not within):
        return tr("il manque une clé devant « : »")
    if within and here == ":":
        return tr("une clé et son deux-points tiennent sur une ligne")
    if within:
        return tr("un crochet ou une accolade n’est pas refermé, ou il manque une virgule")
    if here in ("&", "*"):
        return tr("une ancre ou un alias (& ou *) n’a pas sa place ici")
    if opener in ("|", ">") or re.search(r"[|>][-+0-9]*$", before):
        return tr("derrière « > » ou « | », le texte commence à la ligne suivante")
    if here == "-" and before.endswith(":"):
        return tr("une liste commence à la ligne qui suit sa clé")
    if before.endswith(("]", "}")):
        return tr("du texte derrière un crochet ou une accolade refermés")
    return ""
