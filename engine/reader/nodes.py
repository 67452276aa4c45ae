"""YAML text to a tree of nodes that remember where they were written.

The YAML 1.2 core schema, without tags and merge keys: `no` and `on` are words, `18:00` is text, `010` is
ten, a date is text. Keys are always text. Depth and the size after aliases are bounded, so hostile content
costs nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from engine.diagnostics import Diagnostic, Mark
from engine.words import tr

DEPTH_LIMIT = 64
NODE_LIMIT = 50_000
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}  # type: ignore[dict-item]
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z|0o[0-7]{1,18}\Z|0x[0-9a-fA-F]{1,14}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word, a number or a text. `plain` is whether it was written without quotes or block sign."""

    mark: Mark
    text: str
    plain: bool = False
    weight: int = 1

    @property
    def value(self) -> str | int | float | bool | None:
        """What it means in the core schema; infinities and endless numbers are left as text."""
        if not self.plain:
            return self.text
        if self.text in _WORDS:
            return _WORDS[self.text]
        if _INT.match(self.text):
            base = {"0o": 8, "0x": 16}.get(self.text[:2], 10)
            return int(self.text, base)
        if _FLOAT.match(self.text):
            number = float(self.text)
            return number if abs(number) < 1e18 else self.text
        return self.text


@dataclass(frozen=True, slots=True)
class Seq:
    """A list."""

    mark: Mark
    items: tuple["Node", ...]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping: key text -> its value; `keys` has where each key was written."""

    mark: Mark
    entries: dict[str, "Node"]
    keys: dict[str, Mark] = field(default_factory=dict)
    weight: int = 1

    def get(self, key: str) -> "Node | None":
        return self.entries.get(key)

    def key_mark(self, key: str) -> Mark:
        return self.keys.get(key, self.mark)

    def replaced(self, **entries: "Node") -> "Map":
        """A copy with some entries put in place of, or added to, the others."""
        return Map(self.mark, {**self.entries, **entries}, self.keys, self.weight)

    def without(self, *names: str) -> "Map":
        return Map(
            self.mark, {k: v for k, v in self.entries.items() if k not in names}, self.keys, self.weight
        )


Node = Scalar | Seq | Map


def plain_data(node: Node) -> Any:
    """The node as plain values: mappings as dict, lists as tuple, scalars by the core schema."""
    if isinstance(node, Map):
        return {key: plain_data(value) for key, value in node.entries.items()}
    if isinstance(node, Seq):
        return tuple(plain_data(item) for item in node.items)
    return node.value


def node_at(node: Node, path: Iterable[str | int]) -> tuple[Node, Mark]:
    """The deepest node on the path, and the mark of the key that leads to it (of itself in a list).

    Steps that the tree does not have are passed over, as pydantic's locations hold names of its own.
    """
    key_mark = node.mark
    for step in path:
        if isinstance(node, Map) and str(step) in node.entries:
            key_mark, node = node.key_mark(str(step)), node.entries[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            key_mark = node.mark
    return node, key_mark


def parse(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The one document of a YAML text, or None when it has no shape to speak of; and every defect met."""
    composer = _Composer(file)
    try:
        composer.run(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        composer.found.append(_syntax(error, file, text))
        composer.root = None
    except (yaml.YAMLError, RecursionError) as error:
        composer.found.append(Diagnostic("yaml-syntax", str(error).splitlines()[0], file))
        composer.root = None
    except _StopError:
        composer.root = None
    return composer.root, composer.found


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


class _Composer:
    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.documents = 0

    def run(self, events: Iterator[Any]) -> None:
        for event in events:
            mark = Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents == 2:
                    self.say(mark, "several-documents", tr("un second document commence ici (---)"))
                    return
            elif isinstance(event, yaml.ScalarEvent):
                self.tag(event, mark)
                self.add(Scalar(mark, event.value, event.style is None or event.style == ""), event.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self.alias(str(event.anchor), mark)
            elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                self.tag(event, mark)
                if len(self.stack) >= DEPTH_LIMIT:
                    self.say(
                        mark,
                        "too-deep",
                        tr("ce contenu est trop emboîté"),
                        expected=tr("{n} niveaux au plus", n=DEPTH_LIMIT),
                    )
                    raise _StopError
                self.stack.append(_Open(event, mark))
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                self.close()

    def say(self, mark: Mark, code: str, message: str, expected: str = "", hint: str = "") -> None:
        self.found.append(Diagnostic.at(mark, code, message, expected=expected, hint=hint))

    def tag(self, event: Any, mark: Mark) -> None:
        if event.tag is not None:
            self.say(
                mark,
                "tag-forbidden",
                tr("les étiquettes YAML ({tag}) ne servent pas ici", tag=event.tag),
                hint=tr("Retirez « {tag} » ; pour un texte, mettez des guillemets.", tag=event.tag),
            )

    def alias(self, name: str, mark: Mark) -> None:
        if any(frame.anchor == name for frame in self.stack) or name not in self.anchors:
            code, message = (
                ("alias-recursive", tr("« *{name} » se contient lui-même", name=name))
                if any(frame.anchor == name for frame in self.stack)
                else ("alias-unknown", tr("« *{name} » ne désigne rien", name=name))
            )
            self.say(mark, code, message)
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
            weight = 1 + len(frame.entries) + sum(value.weight for value in frame.entries.values())
            node = Map(frame.mark, frame.entries, frame.keys, weight)
        else:
            node = Seq(frame.mark, tuple(frame.items), 1 + sum(item.weight for item in frame.items))
        self.add(node, frame.anchor)

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


_COLON = ("mapping values are not allowed", "could not find expected ':'", "did not find expected ':'")


def _syntax(error: yaml.MarkedYAMLError, file: str, text: str) -> Diagnostic:
    at = error.problem_mark or error.context_mark
    mark = Mark(file, at.line + 1, at.column + 1) if at else Mark(file)
    problem = error.problem or ""
    lines = text.splitlines()
    line = lines[at.line] if at and at.line < len(lines) else ""
    if any(sign in problem for sign in _COLON) and re.search(
        r"\S ?: \S.*\S ?:(\s|$)|^\s*[^-\s#].* :(\s|$)", line
    ):
        return colon_slip(mark)
    return Diagnostic.at(mark, *_explained(problem))


def colon_slip(mark: Mark) -> Diagnostic:
    """The commonest slip: a colon inside a text without quotes."""
    return Diagnostic.at(
        mark,
        "colon-in-text",
        tr("un deux-points au milieu d’un texte sans guillemets"),
        hint=tr("Mettez le texte entre guillemets, ou écrivez « >- » et le texte à la ligne, en retrait."),
    )


def _explained(problem: str) -> tuple[str, str]:
    """A code and a sentence for the parser's own words."""
    if "cannot start any token" in problem:
        return "yaml-syntax", tr("ce signe ne peut pas commencer un texte sans guillemets")
    if "tab" in problem or "\\t" in problem:
        return "yaml-syntax", tr("une tabulation en début de ligne : utilisez des espaces")
    if "unexpected end of stream" in problem or "end of stream" in problem:
        return "yaml-syntax", tr("un guillemet ou un crochet n’est pas refermé")
    if "expected" in problem or "not allowed" in problem:
        return "yaml-syntax", tr("la ligne n’est pas alignée avec les autres, ou il manque un « : »")
    return "yaml-syntax", tr("ce n’est pas du YAML ({problem})", problem=problem)
