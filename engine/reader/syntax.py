"""The YAML parser's complaints in words, at the line where a person has to mend something."""

import re
from typing import Any

import yaml

from engine.diagnostics import Diagnostic, Mark
from engine.reader.slips import colon_slip, hash_slip
from engine.words import tr

_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_HASH = re.compile(r"\s(#\w)")


def syntax_fault(error: yaml.MarkedYAMLError, file: str, lines: list[str], last: Any) -> Diagnostic:
    """What stops a text from being YAML; `last` is the last scalar event before it.

    The parser complains where it gave up, which is often far below the slip: a quote or a brace is told
    where it was opened.
    """
    problem, at = error.problem or "", error.problem_mark or error.context_mark
    if at is None:
        return Diagnostic("yaml-syntax", problem, file)
    mark, opening = Mark(file, at.line + 1, at.column + 1), error.context_mark
    line = lines[at.line] if at.line < len(lines) else ""
    if "end of stream" in problem and opening is not None:
        return _unclosed_quote(Mark(file, opening.line + 1, opening.column + 1))
    if "',' or" in problem and opening is not None and _left(lines, opening.line, at.line):
        return _unclosed_brace(file, lines, opening, at.line)
    if _colon(error, line, at):
        return colon_slip(mark)
    if last is not None and last.style in ("'", '"') and last.end_mark.line == at.line:
        return _misplaced_quote(file, last)
    return Diagnostic.at(mark, "yaml-syntax", _explained(problem, line, at.column))


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


def _colon(error: yaml.MarkedYAMLError, line: str, at: Any) -> bool:
    """Whether a colon inside a text stopped the parser, by what stands before the colon."""
    if line[at.column : at.column + 1] != ":":
        return False
    before = line[: at.column].lstrip("- ")
    opening = error.context_mark
    same_line = "," in (error.problem or "") and opening is not None and opening.line == at.line
    return ": " in before or " " in before.strip() or not before.isascii() or same_line


def _explained(problem: str, line: str, column: int) -> str:
    """A sentence for the parser's own words."""
    if line[column : column + 1] == "\t":
        return tr("une tabulation en début de ligne : mettez des espaces")
    if "cannot start any token" in problem:
        return tr("« {sign} » ne peut pas commencer un texte sans guillemets", sign=line[column : column + 1])
    if "',' or" in problem:
        return tr("un crochet ou une accolade n’est pas refermé, ou il manque une virgule")
    if "expected" in problem or "not allowed" in problem:
        return tr("la ligne n’est pas alignée avec les autres, ou il manque un « : »")
    return tr("ce n’est pas du YAML ({problem})", problem=problem)
