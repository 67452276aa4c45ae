"""The languages and registers of a file made one: each text becomes {fr, en, plain, plain_en}.

French stands in the file itself, its easy version under `plain:` beside it, English in a sibling file of
the same shape whose lists are mappings by id. The digest of the French tells when the English is stale.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import BaseModel

from engine.diagnostics import Diagnostic, Mark, named, nearest
from engine.reader.nodes import Map, Node, Scalar, Seq, colon_slip
from engine.reader.shapes import NAMED_BY, Shape, shapes
from engine.words import tr

_REGISTERS = {"fr", "en", "plain", "plain_en"}


@dataclass
class Merge:
    """One file being merged with its English (None: there is none, so nothing is missing from it)."""

    found: list[Diagnostic] = field(default_factory=list)
    source: list[str] = field(default_factory=list)

    def digest(self) -> str:
        """Eight hexadecimal digits that change when a French text of the file does."""
        return hashlib.sha256("\n".join(self.source).encode("utf-8", "replace")).hexdigest()[:8]

    def say(self, mark: Mark, code: str, message: str, expected: str = "", hint: str = "") -> None:
        self.found.append(Diagnostic.at(mark, code, message, expected=expected, hint=hint))


def merge_file(node: Map, model: type[BaseModel], english: Map | None) -> tuple[Map, list[Diagnostic]]:
    """A file's tree with its texts in every language; and what is wrong between the two files."""
    merge = Merge()
    stated = english.get("source") if english else None
    merged = _model(merge, node, model, english.without("source") if english else None, "")
    if english is not None:
        digest = merge.digest()
        if not isinstance(stated, Scalar) or stated.text != digest:
            merge.say(
                stated.mark if stated else english.mark,
                "translation-stale",
                tr("le français a changé depuis cette traduction"),
                expected=f"source: {digest}",
                hint=tr("Relisez la traduction, puis recopiez cette ligne."),
            )
    return merged, merge.found


def _model(merge: Merge, node: Map, model: type[BaseModel], english: Map | None, path: str) -> Map:
    known = shapes(model)
    if not any(shape.holds != "other" for shape in known.values()):
        return node
    easy = _registers(merge, node, known)
    easy_en = _registers(merge, english, known) if english else None
    if english:
        _only_texts(merge, english, known, node)
    merged: dict[str, Node] = {}
    for key, value in node.entries.items():
        if key == "plain":
            continue
        shape = known.get(key, Shape("other"))
        where = f"{path}.{key}" if path else key
        versions = (english.get(key) if english else None, _of(easy, key), _of(easy_en, key))
        absent_from = english.mark if english else None
        if shape.holds == "text":
            merged[key] = _text(merge, value, versions, where, absent_from)
        elif shape.holds == "texts":
            merged[key] = _texts(merge, value, versions, where, absent_from)
        elif shape.model is not None:
            merged[key] = _parts(merge, value, shape, versions[0], where, english)
        else:
            merged[key] = value
    return Map(node.mark, merged, node.keys, node.weight)


def _of(node: Map | None, key: str) -> Node | None:
    return node.get(key) if node else None


def _registers(merge: Merge, node: Map, known: dict[str, Shape]) -> Map | None:
    """The `plain:` mapping of a node, its keys checked against the node's texts."""
    easy = node.get("plain")
    if easy is None:
        return None
    if not isinstance(easy, Map):
        merge.say(
            easy.mark,
            "wrong-type",
            tr("« plain » attend un groupe de clés"),
            expected=named(_text_keys(known)),
        )
        return None
    for key in easy.entries:
        if key not in _text_keys(known):
            _unknown(merge, easy, key, _text_keys(known))
        elif key not in node.entries:
            _unknown(merge, easy, key, [name for name in node.entries if name in _text_keys(known)])
    return easy


def _text_keys(known: dict[str, Shape]) -> list[str]:
    return [key for key, shape in known.items() if shape.holds in ("text", "texts")]


def _unknown(merge: Merge, node: Map, key: str, names: Iterable[str]) -> None:
    names = list(names)
    merge.say(
        node.key_mark(key),
        "unknown-key",
        tr("la clé « {key} » n’existe pas ici", key=key),
        expected=named(names),
        hint=nearest(key, names),
    )


def _only_texts(merge: Merge, english: Map, known: dict[str, Shape], french: Map) -> None:
    names = [key for key, shape in known.items() if shape.holds != "other" and key in french.entries]
    for key in english.entries:
        if key not in names and key != "plain":
            merge.say(
                english.key_mark(key),
                "translation-extra",
                tr("« {key} » n’a pas de texte français à traduire", key=key),
                expected=named(names),
                hint=nearest(key, names),
            )


def _text(
    merge: Merge,
    french: Node,
    versions: tuple[Node | None, Node | None, Node | None],
    path: str,
    absent_from: Mark | None,
) -> Node:
    """A text with its versions (English, easy, easy English), as a mapping of registers."""
    if isinstance(french, Map):
        if french.entries and not set(french.entries) <= _REGISTERS:
            merge.found.append(colon_slip(french.mark))
            return Scalar(french.mark, "…")
        return french
    english, easy, easy_en = versions
    merge.source.append(f"{path}={_words(french)}|{_words(easy)}")
    if absent_from and english is None:
        merge.say(absent_from, "translation-missing", tr("il manque l’anglais de « {path} »", path=path))
    if absent_from and easy is not None and easy_en is None:
        merge.say(
            absent_from,
            "translation-missing",
            tr("il manque l’anglais de « {path} »", path=f"{path} (plain)"),
        )
    entries = {"fr": french, "en": english, "plain": easy, "plain_en": easy_en}
    for name, node in entries.items():
        if isinstance(node, Map) and name != "fr":
            merge.found.append(colon_slip(node.mark))
            entries[name] = Scalar(node.mark, "…")
    return Map(french.mark, {key: node for key, node in entries.items() if node is not None})


def _words(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _texts(
    merge: Merge,
    french: Node,
    versions: tuple[Node | None, Node | None, Node | None],
    path: str,
    absent_from: Mark | None,
) -> Node:
    """A list of texts; its versions are lists of the same length."""
    if not isinstance(french, Seq):
        return french
    lists: list[tuple[Node | None, ...]] = []
    for version in versions:
        if version is None:
            lists.append((None,) * len(french.items))
        elif isinstance(version, Seq) and len(version.items) == len(french.items):
            lists.append(version.items)
        else:
            merge.say(
                version.mark,
                "list-length",
                tr("« {path} » attend autant de textes qu’en français", path=path),
                expected=str(len(french.items)),
            )
            lists.append((Scalar(version.mark, "…"),) * len(french.items))
    items = tuple(
        _text(merge, item, (lists[0][i], lists[1][i], lists[2][i]), f"{path}[{i}]", absent_from)
        for i, item in enumerate(french.items)
    )
    return Seq(french.mark, items, french.weight)


def _parts(
    merge: Merge, node: Node, shape: Shape, english: Node | None, path: str, parent: Map | None
) -> Node:
    """Parts with texts of their own: one, a list (named by id in English), or a mapping."""
    assert shape.model is not None
    if parent is not None and english is None:
        english = Map(parent.mark, {})
    if english is not None and not isinstance(english, Map):
        merge.say(english.mark, "wrong-type", tr("« {path} » attend un groupe de clés", path=path))
        english = Map(english.mark, {})
    if shape.holds == "model":
        return _model(merge, node, shape.model, english, path) if isinstance(node, Map) else node
    named_parts: dict[str, Node] = {}
    if isinstance(node, Map) and shape.holds == "model-map":
        named_parts = node.entries
    elif isinstance(node, Seq) and shape.holds == "models":
        named_parts = {f"{_name(item) or ''}#{i}": item for i, item in enumerate(node.items)}
    else:
        return node
    merged: dict[str, Node] = {}
    names: list[str] = []
    for key, part in named_parts.items():
        name = key if shape.holds == "model-map" else key.rpartition("#")[0]
        if not isinstance(part, Map):
            merged[key] = part
            continue
        names.append(name)
        own = english.get(name) if english is not None else None
        if english is not None and not isinstance(own, Map):
            own = Map(own.mark if own else english.mark, {})
        merged[key] = _model(
            merge, part, shape.model, own if isinstance(own, Map) else None, f"{path}.{name}"
        )
    for key in english.entries if english is not None else ():
        if key not in names:
            merge.say(
                english.key_mark(key) if english else node.mark,
                "translation-extra",
                tr("« {key} » n’a pas de texte français à traduire", key=key),
                expected=named(names),
                hint=nearest(key, names),
            )
    if isinstance(node, Map):
        return Map(node.mark, merged, node.keys, node.weight)
    return Seq(node.mark, tuple(merged.values()), node.weight)


def _name(node: Node) -> str | None:
    """What names a part of a list in the files of other languages."""
    if isinstance(node, Map):
        for key in NAMED_BY:
            value = node.get(key)
            if isinstance(value, Scalar):
                return value.text
    return None
