"""The slips that everybody makes in YAML, each with its own words."""

import re
from collections.abc import Iterable

from engine.content.reader.characters import called
from engine.content.reader.nodes import Map, Node, Scalar
from engine.diagnostics import Diagnostic, Mark, named, nearest
from engine.language import tr

GLUED = re.compile(r"(?P<key>[A-Za-z_][\w-]*) ?(?P<sign>[:\uff1a])(?P<value>\S.*)")
"""A key that lacks the space behind its colon."""


def colon_slip(mark: Mark) -> Diagnostic:
    """The commonest: a colon inside a text without quotes."""
    return Diagnostic.at(
        mark,
        "colon-in-text",
        tr("un deux-points au milieu d’un texte sans guillemets"),
        hint=tr("Mettez le texte entre guillemets, ou écrivez « >- » et le texte à la ligne, en retrait."),
    )


def decimal_slip(mark: Mark, meant: str) -> Diagnostic:
    """A number with a comma, between braces: what follows the comma would be a key."""
    return Diagnostic.at(
        mark,
        "decimal-comma",
        tr("une virgule dans un nombre"),
        expected=meant,
        hint=tr("Un nombre s’écrit avec un point, pas une virgule."),
    )


def space_slip(mark: Mark, key: str, sign: str) -> Diagnostic:
    """A key and its value in one word: the space that parts them is missing, or the colon is another sign."""
    message = tr("il manque une espace après le deux-points de « {key} »", key=key)
    if sign != ":":
        message = tr("« {sign} » n’est pas le deux-points d’une clé : {name}", sign=sign, name=called(sign))
    return Diagnostic.at(mark, "space-missing", message, expected=f"{key}: …")


def dash_slip(mark: Mark) -> Diagnostic:
    """An item of a list whose dash touches it."""
    message = tr("il manque une espace après le tiret d’un élément de liste")
    return Diagnostic.at(mark, "space-missing", message, expected="- …")


def hash_slip(mark: Mark) -> Diagnostic:
    """What stands behind a # is a comment, and is lost."""
    return Diagnostic.at(
        mark,
        "hash-in-text",
        tr("un # commence un commentaire : la suite de la ligne n’est pas lue"),
        hint=tr("Mettez la valeur entre guillemets, # compris ; pour un commentaire, une espace après #."),
    )


def unknown_key(parent: Node, key: str, names: Iterable[str]) -> Diagnostic:
    """A key that means nothing there; between { } it may be the end of a text that had a comma."""
    names = list(names)
    mark = parent.key_mark(key) if isinstance(parent, Map) else parent.mark
    value = parent.get(key) if isinstance(parent, Map) else None
    if " " in key and isinstance(value, Scalar) and value.value is None:
        return Diagnostic.at(
            mark,
            "comma-in-text",
            tr("une virgule au milieu d’un texte sans guillemets, entre accolades"),
            hint=tr("Mettez le texte entre guillemets : « {key} » en est la suite.", key=shortened(key)),
        )
    return Diagnostic.at(
        mark,
        "unknown-key",
        tr("la clé « {key} » n’existe pas ici", key=shortened(key)),
        expected=named(names),
        hint=nearest(key, names),
    )


def shortened(text: str, most: int = 60) -> str:
    """A text short enough for one line of a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
