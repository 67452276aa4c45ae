"""The languages and registers of a file made one: each text becomes {fr, en, plain, plain_en}.

French stands in the file itself, its easy version under `plain:` beside it, English in a sibling file of
the same shape whose lists are mappings by id. The digest of the French tells when the English is stale.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from engine.content.reader.nodes import Map, Node, Scalar, Seq
from engine.content.reader.shapes import NAMED_BY, Shape, keys, shapes, text_keys
from engine.content.reader.slips import colon_slip, shortened, unknown_key
from engine.diagnostics import Code, Diagnostic, Mark, close, named, nearest
from engine.language import tr

_REGISTERS = {"fr", "en", "plain", "plain_en"}


class Merged(NamedTuple):
    """A tree, what is wrong between its two files, and of what is told of a misspelt name, where the French
    one is: where something is told there already, that name is the misspelt one."""

    tree: Map
    found: list[Diagnostic]
    told_of: Mapping[Diagnostic, Mark]


def merge_file(node: Map, model: type[BaseModel], english: Map | None) -> Merged:
    """A file's tree with its texts in every language, and what is wrong between the two files.

    `english` None: there is no such file, so nothing is missing from it.
    """
    merger = _Merger()
    merged = merger.part(node, model, english.without("source") if english else None, "")
    if english is not None:
        digest, stated = merger.digest(), english.get("source")
        if _holed(node):
            pass
        elif not isinstance(stated, Scalar):
            message = tr("cette traduction n’a jamais été marquée comme relue")
            hint = tr("Relisez-la, puis « coop check --stamp ».")
            at = english.mark
            one = Diagnostic.at(
                at,
                "translation-unstamped",
                message,
                expected=f"source: {digest}",
                hint=hint,
                severity="advice",
            )
            merger.found.append(one)
        elif stated.text not in (digest, merger.digest(as_translated=True)):
            merger.say(
                stated.mark,
                "translation-stale",
                tr("le français a changé depuis cette traduction"),
                expected=f"source: {digest}",
                hint=tr("Relisez la traduction, puis « coop check --stamp »."),
            )
            if merger.lost is not None:
                merger.told_of[merger.found[-1]] = merger.lost
    return Merged(merged, merger.found, merger.told_of)


def _holed(node: Map) -> bool:
    """Whether some of its French could not be read, so that its digest says nothing."""
    parts = node.entries.values()
    return not node.whole or any(part.hole if isinstance(part, Scalar) else not part.whole for part in parts)


class _Versions(NamedTuple):
    """The other versions of one text, or of one list of texts; `english_at` is None without English file."""

    english: Node | None
    easy: Node | None
    easy_english: Node | None
    english_at: Mark | None


class _Merger:
    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.french: list[tuple[str, str]] = []
        self.renamed: dict[str, str] = {}
        self.told_of: dict[Diagnostic, Mark] = {}
        self.lost: Mark | None = None

    def digest(self, as_translated: bool = False) -> str:
        """Eight hexadecimal digits that change when a French text of the file does.

        `as_translated`: under the names that the English has, where one of the two is misspelt: a text that
        only changed its name is no other text.
        """
        lines = [f"{self._translated(path) if as_translated else path}={text}" for path, text in self.french]
        return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:8]

    def _translated(self, path: str) -> str:
        for ours, theirs in self.renamed.items():
            if path.startswith(f"{ours}."):
                return theirs + path.removeprefix(ours)
        return path

    def say(self, mark: Mark, code: Code, message: str, expected: str = "", hint: str = "") -> None:
        self.found.append(Diagnostic.at(mark, code, message, expected=expected, hint=hint))

    def part(self, node: Map, model: type[BaseModel], english: Map | None, path: str) -> Map:
        """A mapping with texts in it: every text merged, `plain` taken in."""
        known = shapes(model)
        if not known:
            return node
        easy, easy_english = self.easy(node, model), self.easy(english, model)
        if english:
            marks = {key: node.key_mark(key) for key in known if key in node.entries}
            english = self.extra(self.followed(english, node, model), marks, path, ("plain",))
        merged: dict[str, Node] = {}
        for key, value in node.entries.items():
            if key == "plain":
                continue
            shape, where = known.get(key), f"{path}.{key}" if path else key
            other = english.get(key) if english else None
            versions = _Versions(
                other,
                easy.get(key) if easy else None,
                easy_english.get(key) if easy_english else None,
                english.mark if english else None,
            )
            if shape is None or (isinstance(value, Scalar) and value.hole):
                merged[key] = value
            elif shape.holds == "text":
                merged[key] = self.text(value, versions, where)
            elif shape.holds == "texts":
                merged[key] = self.texts(value, versions, where)
            else:
                merged[key] = self.parts(value, shape, self.group(other, english, where), where)
        return replace(node, entries=merged)

    def easy(self, node: Map | None, model: type[BaseModel]) -> Map | None:
        """The `plain:` mapping of a node, its keys held to be texts."""
        easy = node.get("plain") if node else None
        if easy is None:
            return None
        names = text_keys(model)
        if not isinstance(easy, Map):
            self.say(easy.mark, "wrong-type", tr("« plain » attend un groupe de clés"), expected=named(names))
            return None
        more: dict[str, Node] = {}
        for key, value in easy.entries.items():
            if key not in names:
                self.found.append(unknown_key(easy, key, names))
                free = [name for name in names if name not in easy.entries]
                if meant := close(key, free):
                    more[meant] = value
            elif _said(value) is None:
                message = tr("{value} n’est pas ce qui est attendu", value=tr("rien"))
                self.say(value.mark, "wrong-type", message, expected=tr("un texte"))
        return easy.replaced(**more)

    def followed(self, english: Map, node: Map, model: type[BaseModel]) -> Map:
        """Tell what translates a key that the French file misspells: a defect that only follows from it."""
        free = [key for key in shapes(model) if key in english.entries and key not in node.entries]
        for key in node.entries:
            meant = "" if key in keys(model) or key == "plain" else close(key, free)
            if meant:
                message = tr("« {key} » n’a pas de texte français à traduire", key=meant)
                self.say(english.key_mark(meant), "translation-extra", message)
                self.lost = self.told_of[self.found[-1]] = node.key_mark(key)
                english = english.without(meant)
        return english

    def extra(
        self,
        english: Map,
        names: Mapping[str, Mark],
        path: str,
        allowed: tuple[str, ...] = (),
        are_ids: bool = False,
    ) -> Map:
        """Tell what the English translates and the French does not say, and read what is only misspelt.

        `names` are the French ones, and where each is written. Where they are ids that designers choose,
        either side may be the misspelt one.
        """
        for key, value in list(english.entries.items()):
            if key not in names and key not in allowed:
                free = [name for name in names if name not in english.entries]
                meant = close(key, free)
                both = tr("En français : « {name} ». Écrivez le même nom dans les deux fichiers.", name=meant)
                self.say(
                    english.key_mark(key),
                    "translation-extra",
                    tr("« {key} » n’a pas de texte français à traduire", key=key),
                    expected=named(names),
                    hint=both if meant and are_ids else nearest(key, free),
                )
                if meant:
                    self.told_of[self.found[-1]] = names[meant]
                    self.renamed[f"{path}.{meant}"] = f"{path}.{key}"
                    english = english.replaced(**{meant: value})
        return english

    def text(self, french: Node, versions: _Versions, path: str) -> Node:
        """A text with its versions, as a mapping of registers."""
        if isinstance(french, Map):
            return self.not_a_group(french) if set(french.entries) - _REGISTERS else french
        self.french.append((path, f"{_words(french)}|{_words(versions.easy)}"))
        versions = _Versions(
            _said(versions.english), _said(versions.easy), _said(versions.easy_english), versions.english_at
        )
        if versions.english_at:
            file = Path(versions.english_at.file).name
            if versions.english is None:
                self.untranslated(french, path, file)
            if versions.easy is not None and versions.easy_english is None:
                self.untranslated(versions.easy, f"{path} (plain)", file)
        entries = {
            "fr": french,
            "en": versions.english,
            "plain": versions.easy,
            "plain_en": versions.easy_english,
        }
        return Map(
            french.mark,
            {
                key: self.not_a_group(node) if isinstance(node, Map) else node
                for key, node in entries.items()
                if node is not None
            },
        )

    def untranslated(self, french: Node, path: str, file: str) -> None:
        """A text without its English, told where the French stands: the game falls back on it."""
        message = tr(
            "il manque l’anglais de « {path} » : « {text} »", path=path, text=shortened(_words(french))
        )
        hint = tr("Écrivez-le dans {file}.", file=file)
        one = Diagnostic.at(french.mark, "translation-missing", message, hint=hint, severity="advice")
        self.found.append(one)

    def not_a_group(self, node: Map) -> Node:
        """A group of keys where a text belongs: what `- la règle : personne` gives."""
        self.found.append(colon_slip(node.mark))
        return Scalar(node.mark, "…")

    def texts(self, french: Node, versions: _Versions, path: str) -> Node:
        """A list of texts; its versions are lists of the same length."""
        if not isinstance(french, Seq):
            return french
        english, easy, easy_english = (self.as_many(french, version, path) for version in versions[:3])
        items = tuple(
            self.text(
                item,
                _Versions(_at(english, i), _at(easy, i), _at(easy_english, i), versions.english_at),
                f"{path}[{i + 1}]",
            )
            for i, item in enumerate(french.items)
        )
        return replace(french, items=items)

    def as_many(self, french: Seq, version: Node | None, path: str) -> tuple[Node, ...] | None:
        """The items of another version of a list, which must be as many."""
        if version is None:
            return None
        if isinstance(version, Seq) and len(version.items) == len(french.items):
            return version.items
        message = tr("« {path} » attend autant de textes qu’en français", path=path)
        self.say(version.mark, "list-length", message, expected=str(len(french.items)))
        return tuple(Scalar(version.mark, "…") for _ in french.items)

    def group(self, other: Node | None, english: Map | None, path: str) -> Map | None:
        """The English of parts: a group of keys, empty when it is missing or is something else."""
        if english is None or isinstance(other, Map):
            return other if isinstance(other, Map) else None
        if isinstance(other, Scalar) and other.hole:
            return None
        if other is not None:
            self.say(other.mark, "wrong-type", tr("« {path} » attend un groupe de clés", path=path))
        return Map(other.mark if other else english.mark, {})

    def parts(self, node: Node, shape: Shape, english: Map | None, path: str) -> Node:
        """Parts with texts of their own: one, a list (named by id in English), or a mapping."""
        assert shape.model is not None
        if shape.holds == "model":
            return self.part(node, shape.model, english, path) if isinstance(node, Map) else node
        if shape.holds == "model-map" and isinstance(node, Map):
            pairs = list(node.entries.items())
        elif shape.holds == "models" and isinstance(node, Seq):
            pairs = [(_name(item, i), item) for i, item in enumerate(node.items)]
        else:
            return node
        if english:
            marks = {
                name: node.key_mark(name) if isinstance(node, Map) else _name_mark(item)
                for name, item in pairs
                if isinstance(item, Map)
            }
            english = self.extra(english, marks, path, are_ids=True)
        merged = [
            self.part(item, shape.model, self.group(own, english, where), where)
            if isinstance(item, Map)
            else item
            for name, item in pairs
            for own, where in ((english.get(name) if english else None, f"{path}.{name}"),)
        ]
        if isinstance(node, Map):
            return replace(node, entries=dict(zip(node.entries, merged, strict=True)))
        return replace(node, items=tuple(merged))


def _name(node: Node, place: int) -> str:
    """What names a part of a list in the files of other languages: its id, else its place from 1."""
    for key in NAMED_BY:
        value = node.get(key) if isinstance(node, Map) else None
        if isinstance(value, Scalar):
            return value.text
    return str(place + 1)


def _name_mark(node: Map) -> Mark:
    """Where what names a part of a list is written."""
    return next((node.entries[key].mark for key in NAMED_BY if key in node.entries), node.mark)


def _said(version: Node | None) -> Node | None:
    """A version that says something: a key left without a value is one that is missing."""
    empty = isinstance(version, Scalar) and version.value is None and not version.hole
    return None if empty else version


def _words(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _at(items: tuple[Node, ...] | None, i: int) -> Node | None:
    return items[i] if items else None
