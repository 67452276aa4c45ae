"""What pydantic refuses, said in words at the place where it was written."""

from typing import Any

from pydantic import BaseModel, ValidationError

from engine.diagnostics import Diagnostic, named, nearest
from engine.reader.nodes import Map, Node, Scalar, Seq, node_at
from engine.reader.shapes import keys, model_at
from engine.words import tr

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
    "model_attributes_type": "un groupe de clés",
}
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
_SCALARS = ("string_type", "int_type", "int_from_float", "float_type", "bool_type", "literal_error")


def faults(error: ValidationError, tree: Node, model: type[BaseModel]) -> list[Diagnostic]:
    """One diagnostic per place for all that is refused, whichever branch of a union refused it."""
    found: dict[tuple[Any, ...], Diagnostic] = {}
    for line in error.errors(include_url=False, include_input=False):
        node, key_mark = node_at(tree, line["loc"])
        # A union refuses by each of its branches: a group of keys was not meant as a number.
        if isinstance(node, Map) and line["type"] in _SCALARS and _elsewhere(error, line["loc"]):
            continue
        one = _fault(line, node, model)
        if line["type"] == "extra_forbidden":
            one = Diagnostic.at(key_mark, one.code, one.message, expected=one.expected, hint=one.hint)
        place = (one.file, one.line, one.column, line["loc"][-1] if one.code == "missing-key" else one.code)
        if place in found and one.expected not in found[place].expected.split(tr(" ou ")):
            one = Diagnostic.at(
                node.mark,
                one.code,
                found[place].message,
                hint=found[place].hint,
                expected=found[place].expected + tr(" ou ") + one.expected,
            )
        found[place] = one
    return list(found.values())


def _elsewhere(error: ValidationError, place: tuple[int | str, ...]) -> bool:
    return any(
        other["loc"] != place and other["loc"][: len(place) - 1] == place[:-1]
        for other in error.errors(include_url=False, include_input=False)
    )


def _fault(line: Any, node: Node, model: type[BaseModel]) -> Diagnostic:
    kind, context, path = line["type"], line.get("ctx", {}), line["loc"]
    if kind == "missing":
        return Diagnostic.at(node.mark, "missing-key", tr("il manque la clé « {key} »", key=path[-1]))
    if kind == "extra_forbidden":
        owner = model_at(model, path[:-1])
        names = [*keys(owner)] if owner else []
        return Diagnostic.at(
            node.mark,
            "unknown-key",
            tr("la clé « {key} » n’existe pas ici", key=path[-1]),
            expected=named(names),
            hint=nearest(str(path[-1]), names),
        )
    if kind in ("literal_error", "union_tag_invalid"):
        return _choice(str(context.get("expected") or context.get("expected_tags", "")), node)
    if kind == "union_tag_not_found":
        return Diagnostic.at(node.mark, "missing-key", tr("il manque la clé « {key} »", key="effect"))
    if kind in _TYPES:
        return _type(kind, node)
    if kind in _LIMITS:
        key, words = _LIMITS[kind]
        message = tr("« {value} » est hors des limites", value=_shown(node))
        if kind in ("too_short", "too_long"):
            message = tr("il n’y a pas le bon nombre d’éléments")
        return Diagnostic.at(
            node.mark, "out-of-bounds", message, expected=tr(words, limit=_number(context[key]))
        )
    if kind == "string_pattern_mismatch":
        return Diagnostic.at(
            node.mark,
            "bad-id",
            tr("« {value} » n’est pas un identifiant", value=_shown(node)),
            expected=tr("des minuscules sans accent, des chiffres et des tirets : « jardin-partage »"),
        )
    if kind == "value_error":
        return Diagnostic.at(
            node.mark, "wrong-value", tr("ces clés ne vont pas ensemble"), expected=_reason(context)
        )
    return Diagnostic.at(node.mark, "wrong-value", str(line["msg"]))


def _reason(context: dict[str, Any]) -> str:
    reason = str(context.get("error", ""))
    return reason.removeprefix("expected ")


def _choice(expected: str, node: Node) -> Diagnostic:
    names = [part for part in expected.replace("'", " ").replace(",", " ").split() if part != "or"]
    return Diagnostic.at(
        node.mark,
        "unknown-choice",
        tr("« {value} » n’est pas un choix possible", value=_shown(node)),
        expected=named(names, 20),
        hint=nearest(_shown(node), names),
    )


def _type(kind: str, node: Node) -> Diagnostic:
    hint = ""
    if kind == "string_type" and isinstance(node, Scalar):
        hint = tr('Mettez-le entre guillemets : "{value}".', value=node.text)
    elif isinstance(node, Scalar) and not node.plain and kind in ("int_type", "float_type", "bool_type"):
        hint = tr("Sans guillemets, ce serait un nombre.")
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
    if node.value is None:
        return tr("rien")
    return f"« {_shown(node)} »"


def _shown(node: Node) -> str:
    text = node.text if isinstance(node, Scalar) else ""
    return text if len(text) <= 60 else text[:59] + "…"


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
