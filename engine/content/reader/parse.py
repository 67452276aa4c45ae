"""YAML text to nodes, bounded: depth, and size after aliases, are counted before anything is built on them.

No tags, no merge keys, one document; a duplicate key is a defect and the first one is kept.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from engine.content.reader.characters import HIDDEN, cleaned, hidden, lookalike, odd
from engine.content.reader.nodes import Map, Node, Scalar, Seq
from engine.content.reader.slips import GLUED, decimal_slip, hash_slip, space_slip
from engine.content.reader.strict import Guard
from engine.content.reader.syntax import nested_beyond, not_yaml, syntax_fault, too_deep
from engine.diagnostics import Code, Diagnostic, Mark
from engine.language import tr

DEPTH_LIMIT = 64
NODE_LIMIT = 50_000
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAME = re.compile(r"[A-Za-z_][\w-]*\Z|[0-9]+\Z")
_HASH = re.compile(r"\s+(#\w.*?)(?:\s+#.*)?$")  # `skin: #edb98a`; a comment has a space after its sign


def parse(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The one document of a YAML text, or None when it has no shape to speak of; and every defect met."""
    text = text if text.endswith("\n") else text + "\n"
    composer = _Composer(file, text)
    try:
        composer.run(yaml.parse(text, Loader=_Loader))
        if composer.guard.found:
            composer.found.append(composer.guard.found[0])
            composer.root = None
    except (yaml.YAMLError, RecursionError) as error:
        composer.found.append(_given_up(error, file, composer))
        composer.root = None
    except _StopError:
        composer.root = None
    return composer.root, composer.found


def _given_up(error: Exception, file: str, composer: "_Composer") -> Diagnostic:
    """What the parser stopped at, in our words whichever guard spoke first."""
    deep = nested_beyond(DEPTH_LIMIT, file, composer.lines)
    if deep or isinstance(error, RecursionError):
        return too_deep(deep or Mark(file, 1, 1), DEPTH_LIMIT)
    if isinstance(error, yaml.MarkedYAMLError):
        within = bool(composer.stack) and composer.stack[-1].flow
        return syntax_fault(error, file, composer.lines, composer.last, within)
    return not_yaml(file)


class _StopError(Exception):
    """The document is hostile or endless: what was found so far is all there is to say."""


class _Open:
    """A list or mapping being read."""

    def __init__(self, event: Any, mark: Mark) -> None:
        self.is_map = isinstance(event, yaml.MappingStartEvent)
        self.anchor: str | None = event.anchor
        self.mark = mark
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Mark] = {}
        self.key: Scalar | None = None
        self.skips = False
        self.flow: bool = event.flow_style


class _Composer:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.splitlines()
        self.guard = Guard(text, self.lines, file)
        self.last: Any = None
        self.found: list[Diagnostic] = []
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.documents = 0

    def run(self, events: Iterator[Any]) -> None:
        for event in events:
            self.guard.see(event)
            mark = Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents == 2:
                    self.say(mark, "several-documents", tr("un second document commence ici (---)"))
                    return
            elif isinstance(event, yaml.ScalarEvent):
                self.tag(event, mark)
                self.scalar(event, mark)
            elif isinstance(event, yaml.AliasEvent):
                self.alias(str(event.anchor), mark)
            elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                self.tag(event, mark)
                if len(self.stack) >= DEPTH_LIMIT:
                    self.found.append(too_deep(mark, DEPTH_LIMIT))
                    raise _StopError
                self.stack.append(_Open(event, mark))
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                self.close()

    def scalar(self, event: Any, mark: Mark) -> None:
        """A word, number or text; two slips are told here, as what they leave no longer shows them."""
        plain, before, self.last = not event.style, self.last, event
        frame = self.stack[-1] if self.stack else None
        if frame and frame.flow and frame.is_map and frame.key is None and _decimals(before, event):
            self.found.append(decimal_slip(mark, f"{before.value}.{event.value}"))
            frame.skips = True
            return
        node = Scalar(mark, event.value, plain)
        lost = _HASH.match(self.behind(event.end_mark)) if plain and not _is_number(node) else None
        if lost:
            end = event.end_mark
            self.found.append(hash_slip(Mark(mark.file, end.line + 1, end.column + 1 + lost.start(1))))
            node = Scalar(mark, f"{event.value} {lost[1]}".strip())
        if event.style == '"' and (sign := HIDDEN.search(event.value)):
            self.found.append(hidden(mark, sign[0]))
            node = Scalar(mark, HIDDEN.sub("", event.value))
        self.add(node, event.anchor)

    def behind(self, place: Any) -> str:
        """The rest of a line, nothing past the end."""
        return "".join(self.lines[place.line : place.line + 1])[place.column :]

    def say(self, mark: Mark, code: Code, message: str, expected: str = "", hint: str = "") -> None:
        self.found.append(Diagnostic.at(mark, code, message, expected=expected, hint=hint))

    def tag(self, event: Any, mark: Mark) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.say(
                mark,
                "tag-forbidden",
                tr("les étiquettes YAML ({tag}) ne servent pas ici", tag=tag),
                hint=tr("Retirez « {tag} » ; pour un texte, mettez des guillemets.", tag=tag),
            )

    def alias(self, name: str, mark: Mark) -> None:
        if any(frame.anchor == name for frame in self.stack):
            self.say(mark, "alias-recursive", tr("« *{name} » se contient lui-même", name=name))
            raise _StopError
        if name not in self.anchors:
            self.say(mark, "alias-unknown", tr("« *{name} » ne désigne rien", name=name))
            raise _StopError
        target = self.anchors[name]
        # The alias stands where it is written, not where its anchor is.
        if isinstance(target, Scalar):
            target = Scalar(mark, target.text, target.plain)
        self.add(target, None)

    def close(self) -> None:
        frame = self.stack.pop()
        node: Node
        if frame.is_map:
            if frame.flow:
                self.unglue(frame)
            weight = 1 + len(frame.entries) + sum(value.weight for value in frame.entries.values())
            node = Map(frame.mark, frame.entries, frame.keys, weight)
        else:
            node = Seq(frame.mark, tuple(frame.items), 1 + sum(item.weight for item in frame.items))
        self.add(node, frame.anchor)

    def unglue(self, frame: _Open) -> None:
        """Between braces, `by:2` is a key without a value: told, and taken for what was meant."""
        for key, node in list(frame.entries.items()):
            glued = GLUED.fullmatch(key)
            if glued and glued["key"] not in frame.entries and isinstance(node, Scalar) and not node.text:
                mark = frame.keys[key]
                self.found.append(space_slip(mark, glued["key"], glued["sign"]))
                del frame.entries[key]
                frame.keys[glued["key"]] = mark
                frame.entries[glued["key"]] = Scalar(mark, glued["value"], plain=True)

    def add(self, node: Node, anchor: str | None) -> None:
        if node.weight > NODE_LIMIT:
            self.say(
                node.mark,
                "alias-bomb",
                tr("les alias (*) font grossir ce contenu sans fin"),
                hint=tr("Écrivez le contenu en entier, sans alias."),
            )
            raise _StopError
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.root = self.root or node
            return
        frame = self.stack[-1]
        if not frame.is_map:
            frame.items.append(node)
        elif frame.key is None and not frame.skips:
            self.key(frame, node)
        elif frame.key is not None:
            frame.entries[frame.key.text] = node
            frame.keys[frame.key.text] = frame.key.mark
            frame.key = None
        else:
            frame.skips = False

    def key(self, frame: _Open, node: Node) -> None:
        """Take a key, or say what is wrong with it and pass over its value."""
        frame.skips = True
        if isinstance(node, Scalar) and odd(node.text) and _NAME.match(cleaned(node.text)):
            self.found.append(lookalike(node.mark, node.text, cleaned(node.text)))
            node = Scalar(node.mark, cleaned(node.text), node.plain)
        if not isinstance(node, Scalar):
            self.say(node.mark, "key-not-text", tr("une clé est un mot, pas une liste ni un groupe"))
        elif node.plain and node.text == "<<":
            self.say(
                node.mark,
                "merge-key",
                tr("la clé de fusion « << » ne sert pas ici"),
                hint=tr("Recopiez les lignes à fusionner."),
            )
        elif node.text in frame.entries:
            first = frame.keys[node.text].line
            self.say(
                node.mark,
                "duplicate-key",
                tr("la clé « {key} » est écrite deux fois", key=node.text),
                hint=tr("La première est à la ligne {line}.", line=first),
            )
        else:
            frame.key, frame.skips = node, False


def _is_number(node: Scalar) -> bool:
    """Whether a plain value says what no text is: a number, true or false."""
    return not isinstance(node.value, str | None)


def _decimals(before: Any, event: Any) -> bool:
    """Whether a number stands right behind the comma of another: `2,5`."""
    if not isinstance(before, yaml.ScalarEvent) or before.style or event.style:
        return False
    whole, part = before.value.lstrip("+-"), event.value
    end = before.end_mark
    apart = end is not None and event.start_mark.index - end.index == 1
    return whole.isdigit() and part.isdigit() and apart
