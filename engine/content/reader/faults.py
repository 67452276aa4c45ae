"""What pydantic refuses, said in words at the place where it was written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from engine import outline
from engine.content.reader.characters import cleaned, lookalike, odd
from engine.content.reader.nodes import Map, Node, Scalar, Seq, node_at
from engine.content.reader.shapes import Located, fields, is_model, keys, locate, members, text_keys
from engine.content.reader.slips import (
    GLUED,
    dash_slip,
    decimal_slip,
    shortened,
    space_slip,
    unknown_key,
)
from engine.diagnostics import Diagnostic, Mark, named, nearest
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
_GROUPS = ("tuple_type", "model_type", "mapping_type", "dict_type")
_NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DASH = re.compile(r"-[^\s\-0-9]")
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
        # A pair of three, or of one, is told once, whichever place pydantic names.
        if line["type"] == "missing" and isinstance(node, Seq):
            line["type"], line["ctx"] = "too_short", {"min_length": len(node.items) + 1}
            where = where._replace(path=where.path[:-1], inside=where.inside[:-1])
        one = _fault(dict(line), node, where, tree)
        place = (one.file, one.line, one.column, where.path if one.code == "missing-key" else one.code)
        if place in found and one.expected != found[place].expected:
            one = _both(found[place], one)
        found[place] = one
    return _one_each(_of_whole_lists(list(found.values()), lines, tree), tree)


def _of_whole_lists(found: list[Diagnostic], lines: Sequence[Any], tree: Node) -> list[Diagnostic]:
    """A list whose every item is of a wrong shape, told once: it is the list that was meant otherwise."""
    parents = {where.path[:-1]: where for _, where in lines if where.path and where.inside}
    for path, where in parents.items():
        node = node_at(tree, path)[0]
        if not isinstance(node, Seq) or len(node.items) < 2:
            continue
        marks = {(item.mark.file, item.mark.line, item.mark.column) for item in node.items}
        wrong = [d for d in found if d.code == "wrong-type" and (d.file, d.line, d.column) in marks]
        if len(wrong) == len(node.items):
            shape = _shape(where._replace(inside=where.inside[:-1]))
            at = wrong[0]
            whole = replace(at, line=node.mark.line, column=node.mark.column, expected=shape or at.expected)
            found = [*(d for d in found if d not in wrong), replace(whole, message=_wrong(node))]
    return found


def _wrong(node: Node) -> str:
    return tr("{value} n’est pas ce qui est attendu", value=_kind(node))


def _one_each(found: list[Diagnostic], tree: Node) -> list[Diagnostic]:
    """Without what only follows from another: a key misspelt is not missing too."""
    places = {(d.file, d.line, d.column) for d in found if d.code != "wrong-type"}
    found = [d for d in found if d.code != "wrong-type" or (d.file, d.line, d.column) not in places]
    told: list[Diagnostic] = []
    lacking = {(d.file, d.line, d.column, d.expected): d for d in found if d.code == "missing-key"}
    unknown = [d for d in found if d.code == "unknown-key"]
    for one in unknown:
        group = _group_of(one, tree)
        lacks = {key: d for key, d in lacking.items() if group is not None and Mark(*key[:3]) == group.mark}
        here = [other for other in unknown if _group_of(other, tree) is group]
        meant = next((key for key in lacks if f"« {key[3]} »" in _flat(one.hint)), None)
        if meant is None and len(lacks) == len(here) == 1:
            meant = next(iter(lacks))
            one = replace(one, hint=tr("Vouliez-vous dire « {name} » ?", name=meant[3]))
        if meant is not None:
            del lacking[meant]
        told.append(one)
    rest = [d for d in found if d.code not in ("missing-key", "unknown-key")]
    return [*rest, *told, *(replace(d, expected=f"{d.expected}: …") for d in lacking.values())]


def _flat(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ").replace("“", "« ").replace("”", " »")


def _group_of(one: Diagnostic, tree: Node) -> Map | None:
    """The group of keys in which a key is told."""
    if isinstance(tree, Map) and Mark(one.file, one.line, one.column) in tree.keys.values():
        return tree
    parts = tree.entries.values() if isinstance(tree, Map) else tree.items if isinstance(tree, Seq) else ()
    return next((group for part in parts if (group := _group_of(one, part)) is not None), None)


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
    return replace(first, expected=expected)


def _fault(line: dict[str, Any], node: Node, where: Located, tree: Node) -> Diagnostic:
    kind, context = line["type"], line.get("ctx", {})
    last = str(where.path[-1]) if where.path else ""
    if kind == "missing":
        return _missing(node, last)
    if kind == "extra_forbidden":
        parent, _ = node_at(tree, where.path[:-1])
        owner = where.owner
        return unknown_key(
            parent, last, [*keys(owner), *(["plain"] if text_keys(owner) else [])] if owner else []
        )
    if kind == "union_tag_not_found":
        return _missing(node, "effect")
    if kind == "union_tag_invalid":
        tag = node.get("effect") if isinstance(node, Map) else None
        return _choice(context["expected_tags"], tag or node)
    if kind == "literal_error":
        if where.on_key:
            return unknown_key(node_at(tree, where.path[:-1])[0], last, _names(context["expected"]))
        return _choice(context["expected"], node)
    if kind == "round":
        return _no_round(context, node)
    if kind in _TYPES:
        return _type(kind, node, where)
    if kind in _LIMITS:
        return _limit(kind, context, node, where)
    if kind == "string_pattern_mismatch":
        mark = node_at(tree, where.path)[1] if where.on_key else node.mark
        meant = cleaned(node.text) if isinstance(node, Scalar) and odd(node.text) else ""
        if _ID.fullmatch(meant):
            return lookalike(mark, _shown(node), meant)
        return Diagnostic.at(
            mark,
            "bad-id",
            tr("« {value} » n’est pas un identifiant", value=last if where.on_key else _shown(node)),
            expected=tr("des minuscules sans accent, des chiffres et des tirets (jardin-partage)"),
        )
    if "keys" in context:
        several = "every" in context["keys"] or "rose_by" in context["keys"]
        return Diagnostic.at(
            node.mark,
            "wrong-value",
            tr("ces clés ne vont pas ensemble"),
            expected=tr("une seule clé parmi :") + f" {context['keys']}",
            hint=tr("Pour plusieurs conditions : {every}", every="every: [{…}, {…}]") if several else "",
        )
    # A refusal that this program does not know: its English words are nobody's to read.
    return Diagnostic.at(node.mark, "wrong-value", tr("cette valeur ne convient pas ici"))


def _no_round(flaw: Mapping[str, str], node: Node) -> Diagnostic:
    """Phases that are no round, at the phase that is too much or too early."""
    mark = node.mark
    if isinstance(node, Seq):
        named_so = [item for item in node.items if isinstance(item, Scalar) and item.text == flaw["kind"]]
        mark = named_so[-1].mark if named_so else mark
    message = {
        "twice": tr("l’étape « {kind} » est écrite deux fois dans le tour", **flaw),
        "missing": tr("il manque au tour l’étape « {kind} »", **flaw),
        "before": tr("l’étape « {kind} » vient trop tôt", **flaw),
    }[flaw["why"]]
    early = flaw["why"] == "before"
    expected = tr("après « {other} »", **flaw) if early else named([*outline.usual()])
    return Diagnostic.at(mark, "phases-order", message, expected=expected)


def _missing(node: Node, key: str) -> Diagnostic:
    return Diagnostic.at(node.mark, "missing-key", tr("il manque la clé « {key} »", key=key), expected=key)


def _names(expected: str) -> list[str]:
    """The names in pydantic's "'a', 'b' or 'c'"."""
    return expected.split("'")[1::2]


def _choice(expected: str, node: Node) -> Diagnostic:
    names = _names(expected)
    if isinstance(node, Scalar) and cleaned(node.text) in names:
        return lookalike(node.mark, node.text, cleaned(node.text))
    return Diagnostic.at(
        node.mark,
        "unknown-choice",
        tr("« {value} » n’est pas un choix possible", value=_shown(node)),
        expected=named(names),
        hint=nearest(_shown(node), names),
    )


def _limit(kind: str, context: dict[str, Any], node: Node, where: Located) -> Diagnostic:
    key, words = _LIMITS[kind]
    limit = context[key]
    message = (
        tr("cette liste n’a pas la bonne longueur")
        if kind in ("too_short", "too_long")
        else tr("« {value} » est hors des limites", value=_shown(node))
    )
    expected = tr(words, limit=f"{limit:g}" if isinstance(limit, float) else limit)
    shape = _shape(where) if isinstance(node, Seq) else ""
    return Diagnostic.at(
        node.mark, "out-of-bounds", message, expected=" : ".join(s for s in (expected, shape) if s)
    )


def _type(kind: str, node: Node, where: Located) -> Diagnostic:
    hint = ""
    number = kind in ("int_type", "float_type", "int_from_float")
    if isinstance(node, Scalar) and node.value is not None:
        slip = _slip(kind, node, number)
        if slip is not None:
            return slip
        if kind == "string_type":
            hint = tr("Mettez-le entre guillemets.")
        elif not node.plain and (number or kind == "bool_type"):
            hint = tr("Essayez sans guillemets.")
    elif isinstance(node, Map) and kind == "tuple_type" and next(iter(node.entries), "").startswith("-"):
        return dash_slip(node.mark)
    shape = _shape(where) if kind in _GROUPS else ""
    return Diagnostic.at(
        node.mark,
        "wrong-type",
        _wrong(node),
        expected=" : ".join(part for part in (tr(_TYPES[kind]), shape) if part),
        hint=hint,
    )


def _slip(kind: str, node: Scalar, number: bool) -> Diagnostic | None:
    """A value of the wrong type for want of a sign: a point, a minus, a space."""
    if number and _COMMA.fullmatch(node.text):
        return decimal_slip(node.mark, node.text.replace(",", "."))
    if number and odd(node.text) and _NUMBER.fullmatch(cleaned(node.text)):
        return lookalike(node.mark, node.text, cleaned(node.text))
    if kind == "tuple_type" and node.plain and _DASH.match(node.text):
        return dash_slip(node.mark)
    glued = GLUED.fullmatch(node.text) if node.plain and kind in _GROUPS else None
    return space_slip(node.mark, glued["key"], glued["sign"]) if glued else None


def _shape(where: Located) -> str:
    """What a value looks like, as an example in one line; "" when the field has none."""
    if where.field is None:
        return ""
    example = next(iter(where.field.examples or ()), None)
    for _ in where.inside:
        if isinstance(example, list | tuple):
            example = example[0]
        elif isinstance(example, dict):
            example = next(iter(example.values()))
    if isinstance(example, dict | list):
        return written(example)
    model = next((part for part in members(where.field.annotation) if is_model(part)), None)
    if model is None or where.inside:
        return ""
    required = [key for key, field in fields(model).items() if field.is_required()]
    return written(dict.fromkeys(required, "…"))


def written(value: Any) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(part) for part in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) and value.startswith("#") else str(value)


def _kind(node: Node) -> str:
    if isinstance(node, Map):
        return tr("un groupe de clés")
    if isinstance(node, Seq):
        return tr("une liste")
    return tr("rien") if node.value is None else f"« {_shown(node)} »"


def _shown(node: Node) -> str:
    return shortened(node.text) if isinstance(node, Scalar) else _kind(node)
