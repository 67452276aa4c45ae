"""What pydantic refuses, said in words at the place where it was written."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from engine.content.reader.nodes import Map, Node, Scalar, Seq, node_at
from engine.content.reader.shapes import Located, keys, locate
from engine.content.reader.slips import decimal_slip, shortened, unknown_key
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr

_TYPES = {
    "string_type": "un texte",
    "int_type": "un nombre entier",
    "int_from_float": "un nombre entier",
    "float_type": "un nombre",
    "bool_type": "true ou false",
    "tuple_type": "une liste",
    "model_type": "un groupe de clés",
    "mapping_type": "un groupe de clés",
    "dict_type": "un groupe de clés",
}
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_SCALARS = ("string_type", "int_type", "int_from_float", "float_type", "bool_type", "literal_error")
_LIMITS = {
    "greater_than_equal": ("ge", "{limit} au moins"),
    "greater_than": ("gt", "plus de {limit}"),
    "less_than_equal": ("le", "{limit} au plus"),
    "less_than": ("lt", "moins de {limit}"),
    "too_short": ("min_length", "{limit} au moins"),
    "too_long": ("max_length", "{limit} au plus"),
    "string_too_short": ("min_length", "{limit} caractère au moins"),
    "string_too_long": ("max_length", "{limit} caractères au plus"),
}


def faults(error: ValidationError, tree: Node, model: type[BaseModel]) -> list[Diagnostic]:
    """One diagnostic per place for all that is refused, whichever branch of a union refused it."""
    lines = [(line, locate(model, line["loc"])) for line in error.errors(include_url=False)]
    deep = {where.path[:-1] for line, where in lines}
    found: dict[tuple[Any, ...], Diagnostic] = {}
    for line, where in lines:
        node, _ = node_at(tree, where.path)
        # A union refuses by each of its branches: a group of keys was not meant as a number, nor a word
        # as a group.
        if isinstance(node, Map) and line["type"] in _SCALARS and where.path in deep:
            continue
        if _untold(node, line["type"]):
            continue
        # pydantic counts what is left of a list whose parts it refused: it is long enough.
        if line["type"] == "too_short" and _as_many(node, line.get("ctx", {})):
            continue
        one = _fault(dict(line), node, where, tree)
        place = (one.file, one.line, one.column, where.path if one.code == "missing-key" else one.code)
        if place in found and one.expected != found[place].expected:
            one = _both(found[place], one)
        found[place] = one
    return list(found.values())


def _untold(node: Node, kind: str) -> bool:
    """Whether something there could not be read, which is told already."""
    if isinstance(node, Scalar):
        return node.hole
    return not node.whole and kind in ("missing", "too_short")


def _as_many(node: Node, context: Mapping[str, Any]) -> bool:
    """Whether a list holds as many parts as it must, refused ones too."""
    return isinstance(node, Seq) and len(node.items) >= context["min_length"]


def _both(first: Diagnostic, second: Diagnostic) -> Diagnostic:
    """Two refusals of one value by two branches: either was possible."""
    expected = tr("{one} ou {other}", one=first.expected, other=second.expected)
    return Diagnostic(
        first.code, first.message, first.file, first.line, first.column, first.hint, expected, first.severity
    )


def _fault(line: dict[str, Any], node: Node, where: Located, tree: Node) -> Diagnostic:
    kind, context = line["type"], line.get("ctx", {})
    last = str(where.path[-1]) if where.path else ""
    if kind == "missing":
        return _missing(node, last)
    if kind == "extra_forbidden":
        parent, _ = node_at(tree, where.path[:-1])
        return unknown_key(parent, last, keys(where.owner) if where.owner else [])
    if kind == "union_tag_not_found":
        return _missing(node, "effect")
    if kind == "union_tag_invalid":
        tag = node.get("effect") if isinstance(node, Map) else None
        return _choice(context["expected_tags"], tag or node)
    if kind == "literal_error":
        if where.on_key:
            return unknown_key(node_at(tree, where.path[:-1])[0], last, _names(context["expected"]))
        return _choice(context["expected"], node)
    if kind in _TYPES:
        return _type(kind, node)
    if kind in _LIMITS:
        return _limit(kind, context, node)
    if kind == "string_pattern_mismatch":
        return Diagnostic.at(
            node_at(tree, where.path)[1] if where.on_key else node.mark,
            "bad-id",
            tr("« {value} » n’est pas un identifiant", value=last if where.on_key else _shown(node)),
            expected=tr("des minuscules sans accent, des chiffres et des tirets (jardin-partage)"),
        )
    if "keys" in context:
        expected = tr("une seule clé parmi :") + f" {context['keys']}"
        return Diagnostic.at(node.mark, "wrong-value", tr("ces clés ne vont pas ensemble"), expected=expected)
    # A refusal that this program does not know: its English words are nobody's to read.
    return Diagnostic.at(node.mark, "wrong-value", tr("cette valeur ne convient pas ici"))


def _missing(node: Node, key: str) -> Diagnostic:
    return Diagnostic.at(node.mark, "missing-key", tr("il manque la clé « {key} »", key=key))


def _names(expected: str) -> list[str]:
    """The names in pydantic's "'a', 'b' or 'c'"."""
    return expected.split("'")[1::2]


def _choice(expected: str, node: Node) -> Diagnostic:
    names = _names(expected)
    return Diagnostic.at(
        node.mark,
        "unknown-choice",
        tr("« {value} » n’est pas un choix possible", value=_shown(node)),
        expected=named(names, 20),
        hint=nearest(_shown(node), names),
    )


def _limit(kind: str, context: dict[str, Any], node: Node) -> Diagnostic:
    key, words = _LIMITS[kind]
    limit = context[key]
    message = (
        tr("cette liste n’a pas la bonne longueur")
        if kind in ("too_short", "too_long")
        else tr("« {value} » est hors des limites", value=_shown(node))
    )
    expected = tr(words, limit=f"{limit:g}" if isinstance(limit, float) else limit)
    return Diagnostic.at(node.mark, "out-of-bounds", message, expected=expected)


def _type(kind: str, node: Node) -> Diagnostic:
    hint = ""
    if isinstance(node, Scalar) and node.value is not None:
        if kind == "string_type":
            hint = tr("Mettez-le entre guillemets.")
        elif kind in ("int_type", "float_type") and _COMMA.fullmatch(node.text):
            return decimal_slip(node.mark, node.text.replace(",", "."))
        elif not node.plain and kind in ("int_type", "float_type", "bool_type"):
            hint = tr("Essayez sans guillemets.")
    return Diagnostic.at(
        node.mark,
        "wrong-type",
        tr("{value} n’est pas ce qui est attendu", value=_kind(node)),
        expected=tr(_TYPES[kind]),
        hint=hint,
    )


def _kind(node: Node) -> str:
    if isinstance(node, Map):
        return tr("un groupe de clés")
    if isinstance(node, Seq):
        return tr("une liste")
    return tr("rien") if node.value is None else f"« {_shown(node)} »"


def _shown(node: Node) -> str:
    return shortened(node.text) if isinstance(node, Scalar) else _kind(node)
