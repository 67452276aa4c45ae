"""Characters that nobody sees, or that look like another: named, with their number, where they stand.

Some are never of use in content (`hidden`). Others are right in a text and wrong in a key, an id or a number,
where only one spelling is read (`lookalike`, `cleaned`).
"""

import re
import unicodedata

from engine.diagnostics import Diagnostic, Mark
from engine.language import tr

HIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffd\U000e0000-\U000e0fff]"
)
"""Controls, and signs without width or that turn the direction of reading: no text here needs one."""

SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
# Letters of other alphabets that are drawn as Latin ones.
_TWINS = dict(
    zip("аесорхуіјѕԁһӏКМТВНАЕОРСХοανρι", "aecopxyijsdhlKMTBHAEOPCXoavpi", strict=True)
)  # fmt: skip
_SIGNS = {"‘": "'", "’": "'", "ʼ": "'", "‚": ",", ";": ";", "։": ":", "∶": ":", "꞉": ":"}
_ODD = re.compile(f"[{SPACES}{_DASHES}{''.join(_TWINS)}\uff01-\uff5e{''.join(_SIGNS)}]")


def cleaned(text: str) -> str:
    """The same with plain spaces, hyphens and letters in place of those that look like them."""
    return _ODD.sub(lambda found: _plain(found[0]), text).strip()


def _plain(sign: str) -> str:
    if re.match(f"[{SPACES}]", sign):
        return " "
    if re.match(f"[{_DASHES}]", sign):
        return "-"
    return _TWINS.get(sign) or _SIGNS.get(sign) or unicodedata.normalize("NFKC", sign)


def odd(text: str) -> str:
    """The first character that looks like another, or ""."""
    found = _ODD.search(text)
    return found[0] if found else ""


def lookalike(mark: Mark, written: str, meant: str) -> Diagnostic:
    """A key, an id or a number in which a character looks like another; `mark` is where `written` begins."""
    sign = odd(written)
    place = Mark(mark.file, mark.line, mark.column + written.index(sign))
    hint = tr("Effacez-le et retapez-le au clavier.")
    return Diagnostic.at(place, "character-lookalike", _told(sign), expected=meant, hint=hint)


def _told(sign: str) -> str:
    if re.match(f"[{SPACES}]", sign):
        return tr("une espace qui n’est pas une espace ordinaire : {name}", name=called(sign))
    name, plain = called(sign), _plain(sign)
    return tr("« {sign} » ressemble à « {plain} », mais c’est {name}", sign=sign, plain=plain, name=name)


def hidden(mark: Mark, sign: str) -> Diagnostic:
    """A character that has no place anywhere in content."""
    message = tr("un caractère invisible interdit : {name}", name=called(sign))
    return Diagnostic.at(mark, "character-forbidden", message, hint=tr("Effacez-le et retapez le mot."))


def called(sign: str) -> str:
    """The name and number of a character: "espace insécable (U+00A0)"."""
    return f"{_name(sign)} (U+{ord(sign):04X})"


def _name(sign: str) -> str:
    known = {
        "\xa0": tr("espace insécable"),
        "\u202f": tr("espace fine insécable"),
        "\u2009": tr("espace fine"),
        "\u3000": tr("espace large"),
        "\u2212": tr("signe moins des mathématiques"),
        "\u2010": tr("trait d’union typographique"),
        "\u2011": tr("trait d’union insécable"),
        "\u2013": tr("tiret demi-cadratin"),
        "\u2014": tr("tiret cadratin"),
        "\uff1a": tr("deux-points pleine chasse"),
        "\u2019": tr("apostrophe courbe"),
        "\xad": tr("trait d’union conditionnel"),
        "\u200b": tr("espace de largeur nulle"),
        "\u200c": tr("antiliant sans chasse"),
        "\u200d": tr("liant sans chasse"),
        "\u2060": tr("gluon de mots"),
        "\ufeff": tr("marque d’ordre des octets"),
        "\u2028": tr("séparateur de lignes"),
        "\u2029": tr("séparateur de paragraphes"),
    }
    if sign in known:
        return known[sign]
    if sign in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c":
        return tr("marque de sens de lecture")
    if sign in _TWINS:
        alphabet = tr("grecque") if "\u0370" <= sign <= "\u03ff" else tr("cyrillique")
        return tr("une lettre {alphabet}", alphabet=alphabet)
    if unicodedata.category(sign) == "Cc":
        return tr("caractère de commande")
    return tr("le caractère")
