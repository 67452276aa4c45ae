"""The words on screen: French in the code, other languages in gettext catalogues.

The French text is the message id, so French needs no catalogue. Each module that speaks owns one
`locale/<language>/<module>.po`; they are read as they are, without a compilation step.
"""

import gettext
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib import resources
from typing import Final

LANGUAGES = ("fr", "en")
NNBSP = "\u202f"
NBSP = "\u00a0"

_default = "fr"
_chosen: ContextVar[str | None] = ContextVar("language", default=None)
_packages = ["engine"]


def add_catalogue(package: str) -> None:
    """Read the catalogues of another package too (the front-end's, which the engine does not know)."""
    if package not in _packages:
        _packages.append(package)
        _catalogue.cache_clear()


def use(language: str) -> None:
    """Choose the language of every later `tr` that stands in no `using`; ValueError names those there are."""
    global _default
    _default = _known(language)


@contextmanager
def using(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread alone; ValueError names the languages there are."""
    token = _chosen.set(_known(language))
    try:
        yield
    finally:
        _chosen.reset(token)


def current() -> str:
    """The language in use: "fr" or "en"."""
    return _chosen.get() or _default


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}: expected one of {', '.join(LANGUAGES)}")
    return language


@cache
def _catalogue(wanted: str) -> gettext.NullTranslations:
    """All catalogues of a language as one; French, the language of the code, has none."""
    if wanted == "fr":
        return gettext.NullTranslations()
    import polib  # a tenth of the start-up time, and French never needs it

    whole = polib.POFile()
    for package in _packages:
        folder = resources.files(package) / "locale" / wanted
        if folder.is_dir():
            for file in sorted(folder.iterdir(), key=lambda f: f.name):
                if file.name.endswith(".po"):
                    whole.extend(polib.pofile(file.read_text("utf-8")))
    whole.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return gettext.GNUTranslations(io.BytesIO(whole.to_binary()))


def tr(text: str, /, **values: object) -> str:
    """The text in the language in use, its spaces set as print would, its `{fields}` filled with the values
    as they are; only the quotation marks of a value that is quoted step down a level."""
    return fill(typo(_catalogue(current()).gettext(text)), values)


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """Like `tr`, choosing between two forms by `n`, which fills `{n}`. French counts 0 as singular."""
    if current() == "fr":
        chosen = one if abs(n) < 2 else many
    else:
        chosen = _catalogue(current()).ngettext(one, many, n)
    return fill(typo(chosen), {"n": n, **values})


def counted_as(n: float) -> int:
    """The whole number as which `ntr` counts a number that may have decimals: French says "1,5 point" and
    "2,5 points"; other languages have one form for 1 alone."""
    if current() == "fr":
        return int(abs(n))
    return 1 if n == 1 else 2


def fill(text: str, values: Mapping[str, object]) -> str:
    """The text with its `{fields}`; one that stands inside quotation marks has its own set a level lower, and
    in French the word before a field elides: "d’Inès", "qu’Odette"."""
    if not values:
        return text
    text = elided(text, values)
    quoted = _quoted(text)
    return text.format(
        **{name: _lowered(value) if name in quoted else value for name, value in values.items()}
    )


def elided(text: str, values: Mapping[str, object], language: str | None = None) -> str:
    """A French text whose words before its `{fields}` elide as the values want it: "de {name}" is
    "d’{name}" before Inès. In another language, and where a field has no value, nothing changes."""
    if (language or current()) != "fr":
        return text
    return _SHORT.sub(lambda m: _joined(m[1], str(values[m[2]])) if m[2] in values else m[0], text)


def _joined(word: str, value: str) -> str:
    """A short word and its space, as they stand before a value."""
    return f"{word[:-1]}’" if _VOWEL.match(value) else f"{word} "


_SHORT = re.compile(r"\b([dDlLjJnNsS]e|[lL]a|[qQ]ue|(?:[lL]ors|[pP]uis)que) (?=\{(\w+))")
_VOWEL = re.compile(
    r"(?!onz|oui\b|yaourt)(?:[aeiouàâäéèêëîïôöùûüœæ]|y(?![aeiouéèô])"
    r"|h(?:é(?!ro)|y|abi|ect|ip|onn|ono|ort|ôte|ôpi|omm|isto|uma|eur|ivers?))",
    re.IGNORECASE,
)
"""What a word elides before: vowels, y before a consonant (d’Yves, de Youssef), and the commonest mute h."""

_BEFORE = re.compile(r"[ \u00a0\u202f]*([;!?]|:(?=\s|$))(?=\s|$|[»)\u201d.])")
_OPEN = re.compile(r"«[ \u00a0\u202f]*")
_CLOSE = re.compile(r"[ \u00a0\u202f]*»")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
_UNIT = re.compile(r"(?<=[\d}]) (?=(?:%|€|h\b|min\b))")
_HOUR = re.compile(r"(?<=\d[ \u00a0]h) (?=\d\d\b)")
_DATE = re.compile(
    r"(?:(?<=\d)|(?<=\der)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre)\b)"
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_FIELD = re.compile(r"\{(\w+)")
_LOWER = str.maketrans("“”", "‘’")


@lru_cache(maxsize=1024)
def _quoted(text: str) -> frozenset[str]:
    """The fields that a text quotes."""
    return frozenset(name for part in _QUOTED.findall(text) for name in _FIELD.findall(part))


def _lowered(value: object) -> object:
    """A value as it stands inside quotation marks: « “ ‘ ’ ” » in French, “ ‘ ’ ” in English."""
    if not isinstance(value, str) or ("«" if current() == "fr" else "“") not in value:
        return value
    below = value.translate(_LOWER)
    return _CLOSE.sub("”", _OPEN.sub("“", below)) if current() == "fr" else below


def typo(text: str, language: str | None = None) -> str:
    """Typography of a language, the one in use by default: ’ for apostrophes; in French, narrow no-break
    spaces before ; ! ? and inside « »."""
    return _set(text, language or current())


@lru_cache(maxsize=8192)  # a screen reads the same few hundred texts over and over
def _set(text: str, language_: str) -> str:
    text = text.replace("'", "’")
    if language_ != "fr":
        return text
    text = _BEFORE.sub(lambda m: (NBSP if m[1] == ":" else NNBSP) + m[1], text)
    text = _CLOSE.sub(NNBSP + "»", _OPEN.sub("«" + NNBSP, text))
    return _DATE.sub(NBSP, _HOUR.sub(NBSP, _UNIT.sub(NBSP, _THOUSANDS.sub(NNBSP, text))))


def capital(text: str) -> str:
    """The text with a capital at its start; the rest as it is."""
    return text[:1].upper() + text[1:]


_SMALL: Final = {
    "fr": ("Le ", "La ", "Les ", "L’", "L'", "Ceux ", "Celles ", "Devant ", "Derrière ", "Sous ", "Sur "),
    "en": ("The ", "Those "),
}
"""What opens a title and is small inside a sentence; in English a French article is part of a name."""


def amid(title: str) -> str:
    """A title in the middle of a sentence, its article small: "entre la Butte et …"."""
    return title[:1].lower() + title[1:] if title.startswith(_SMALL.get(current(), ())) else title


def stopped(title: str) -> str:
    """A title as a sentence: with a full stop, unless it ends with a mark of its own ("… at 6 p.m.")."""
    return title if title.endswith((".", "!", "?", "…")) else f"{title}."


def signed(number: float, decimals: int = 0) -> str:
    """A change with its sign, a true minus, and the decimal mark of the language: "+0,3", "−2"."""
    text = f"{abs(number):.{decimals}f}"
    if current() == "fr":
        text = text.replace(".", ",")
    zero = float(text.replace(",", ".")) == 0
    return ("" if zero else "+" if number > 0 else "−") + text


def number(value: float) -> str:
    """A whole number, or one decimal, in the language in use: "7", "3,4", "−0,2"."""
    return signed(value, 0 if value == int(value) else 1).lstrip("+") or "0"
