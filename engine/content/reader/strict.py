"""What the YAML library lets through although it is no YAML, or takes for something else than was written.

Looked for in what stands between its events, and in the shape of what they cover.
"""

import re
from typing import Any

import yaml

from engine.diagnostics import Diagnostic, Mark
from engine.language import tr

_HEADER = re.compile(r"[|>][-+0-9]*(#)")


class Guard:
    """Sees every event in order; `found` gathers what is wrong, each at its place."""

    def __init__(self, text: str, lines: list[str], file: str) -> None:
        self.text, self.lines, self.file = text, lines, file
        self.found: list[Diagnostic] = []
        self.at = 0
        self.open: list[tuple[bool, Any]] = []

    def see(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        if start.index > self.at:
            self._between(self.at, start.index)
        self.at = max(self.at, end.index)
        if isinstance(event, yaml.DocumentStartEvent):
            if event.version or event.tags:
                self._say(self._place(self._directive()), tr("les directives YAML (%) n’ont pas de sens ici"))
        elif isinstance(event, yaml.ScalarEvent):
            self._anchor(event, start.index)
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._glued(start, end.index)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._anchor(event, start.index)
            if event.flow_style and self.text[start.index] == "?":
                self._question(start.index)
            self.open.append((bool(event.flow_style), start))
        elif isinstance(event, yaml.CollectionEndEvent):
            in_flow, opened = self.open.pop()
            if in_flow and not self._in_flow():
                self._hanging(opened, end.line)

    def _say(self, mark: Mark, message: str, hint: str = "") -> None:
        self.found.append(Diagnostic.at(mark, "yaml-syntax", message, hint=hint))

    def _place(self, index: int) -> Mark:
        before = self.text[:index]
        return Mark(self.file, before.count("\n") + 1, index - before.rfind("\n"))

    def _directive(self) -> int:
        found = re.search(r"^%", self.text, re.MULTILINE)
        return found.start() if found else 0

    def _in_flow(self) -> bool:
        return bool(self.open) and self.open[-1][0]

    def _between(self, start: int, end: int) -> None:
        """Comments that touch what stands before them, and a ? that touches what stands behind it."""
        at = start
        while at < end:
            sign = self.text[at]
            if sign == "#":
                if at and not self.text[at - 1].isspace():
                    self.found.append(_glued_comment(self._place(at)))
                at = self.text.find("\n", at, end)
                if at < 0:
                    return
            elif sign == "?" and self._in_flow():
                self._question(at)
            at += 1

    def _question(self, at: int) -> None:
        """A ? that begins a text: the library takes it for a sign of its own."""
        if not self.text[at + 1 : at + 2].isspace():
            message = tr("« ? » au début d’un texte, entre crochets ou accolades")
            self._say(self._place(at), message, tr("Mettez le texte entre guillemets."))

    def _anchor(self, event: Any, index: int) -> None:
        if event.anchor and self.text[index : index + 1] == "&":
            self._glued(event.start_mark, index + 1 + len(event.anchor))

    def _glued(self, start: Any, end: int) -> None:
        """A name of an anchor or alias with a sign in it that the library would cut it at."""
        sign = self.text[end : end + 1]
        if sign and not sign.isspace() and not (sign in ",]}" and self._in_flow()):
            self._say(
                Mark(self.file, start.line + 1, start.column + 1),
                tr("« {sign} » dans le nom d’une ancre (& ou *)", sign=sign),
                tr("Écrivez le contenu en entier, sans alias."),
            )

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        mark = Mark(self.file, start.line + 1, start.column + 1)
        if event.style in ("'", '"'):
            if not self._in_flow():
                self._hanging(start, end.line)
        elif event.style in ("|", ">"):
            self._block(event, start)
        elif event.value == "-" and self._in_flow():
            self._say(mark, tr("un tiret seul, entre crochets ou accolades"))

    def _block(self, event: Any, start: Any) -> None:
        """A text set below its sign: nothing glued to the sign, no blank line further in than the text."""
        line = self.lines[start.line]
        header = _HEADER.search(line, start.column)
        if header and not line[start.column : header.start()].strip("&!" + (event.anchor or "") + " "):
            self.found.append(_glued_comment(Mark(self.file, start.line + 1, header.start(1) + 1)))
        deepest, number = 0, start.line + 1
        while number < len(self.lines) and not self.lines[number].strip(" "):
            deepest = max(deepest, len(self.lines[number]))
            number += 1
        first = self.lines[number] if number < len(self.lines) else ""
        indent = len(first) - len(first.lstrip(" "))
        if self._parent() < indent < deepest:
            self._say(
                Mark(self.file, number + 1, indent + 1),
                tr("une ligne vide a plus d’espaces que la première ligne du texte"),
            )

    def _parent(self) -> int:
        """The column from which what stands inside must be further in; -1 at the top."""
        return next((mark.column for in_flow, mark in reversed(self.open) if not in_flow), -1)

    def _hanging(self, start: Any, last: int) -> None:
        """The next lines of what was opened by a quote, a bracket or a brace must be further in."""
        parent = self._parent()
        for number in range(start.line + 1, last + 1):
            line = self.lines[number]
            bare = line.lstrip(" ")
            if len(line) - len(bare) > parent or not bare.strip() or bare.startswith("#"):
                continue
            mark = Mark(self.file, number + 1, len(line) - len(bare) + 1)
            if bare.startswith("\t"):
                self._say(mark, tr("une tabulation au lieu d’espaces"))
            else:
                self._say(
                    mark,
                    tr(
                        "cette ligne continue ce qui s’ouvre à la ligne {line}, sans retrait",
                        line=start.line + 1,
                    ),
                    tr("Mettez {n} espaces devant.", n=parent + 3),
                )
            return


def _glued_comment(mark: Mark) -> Diagnostic:
    """A # right behind something: either a comment that wants a space, or a text that wants quotes."""
    return Diagnostic.at(
        mark,
        "yaml-syntax",
        tr("un # collé à ce qui précède"),
        hint=tr("Mettez une espace devant un commentaire, ou le texte entre guillemets."),
    )
