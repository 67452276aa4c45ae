"""Portraits: a character's looks and an expression -> a PNG, kept on disk.

Style "Open Peeps" by Pablo Stanley (CC0), drawn by DiceBear and resvg. Both are imported only when a
portrait has to be made, which takes most of a second the first time: ask from another thread or process, or
use `cached`.

A face is a mapping with `head`, `skin` and `clothing`, and if wanted `hair`, `glasses` and `beard`; its
colours are "#RRGGBB". The expression follows the character's posture, never the card.
"""

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from engine.places import user_folder


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADS = _names(
    """afro bangs bangs2 bantuKnots bear bun bun2 buns cornrows cornrows2 dreads1 dreads2 flatTop flatTopLong
    grayBun grayMedium grayShort hatBeanie hatHip hijab long longAfro longBangs longCurly medium1 medium2
    medium3 mediumBangs mediumBangs2 mediumBangs3 mediumStraight mohawk mohawk2 noHair1 noHair2 noHair3 pomp
    shaved1 shaved2 shaved3 short1 short2 short3 short4 short5 turban twists twists2"""
)
GLASSES = _names("glasses glasses2 glasses3 glasses4 glasses5 sunglasses sunglasses2 eyepatch")
BEARDS = _names(
    """chin full full2 full3 full4 goatee1 goatee2 moustache1 moustache2 moustache3 moustache4 moustache5
    moustache6 moustache7 moustache8 moustache9"""
)
EXPRESSIONS = _names(
    """awe blank calm cheeky concerned concernedFear cute driven eatingHappy explaining eyesClosed fear hectic
    lovingGrin1 lovingGrin2 old serious smile smileBig smileLOL smileTeethGap solemn suspicious tired"""
)
"""Without the style's caricatures (angryWithFang, contempt, cyclops, monster, rage, veryAngry)."""

SIZE = 512
"""Pixels of a portrait's side, unless asked otherwise."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_VARIANTS = MappingProxyType({"head": HEADS, "glasses": GLASSES, "beard": BEARDS, "expression": EXPRESSIONS})
_COLOURS = ("skin", "clothing", "hair")


def variants() -> Mapping[str, tuple[str, ...]]:
    """The names that `head`, `glasses`, `beard` and an expression may have. Reads nothing."""
    return _VARIANTS


def unknown(face: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """(key, value) of each part of a face that the style does not know: it would draw something else in
    silence.
    """
    found = []
    for key, value in face.items():
        if value is None:
            continue
        known = _COLOUR.fullmatch(value) if key in _COLOURS else value in _VARIANTS.get(key, ())
        if not known:
            found.append((key, value))
    return found


def folder() -> Path:
    """Where portraits are kept: COOP_CACHE if set, else the user's cache folder; NoHomeError without one."""
    chosen = os.environ.get("COOP_CACHE")
    if chosen:
        return Path(chosen) / "faces"
    return user_folder("cache") / "faces"


def cached(face: Mapping[str, str | None], expression: str, size: int = SIZE) -> bytes | None:
    """The portrait's PNG if it was made before, otherwise None. Takes well under a millisecond."""
    try:
        return _path(face, expression, size).read_bytes()
    except OSError:
        return None


def png(face: Mapping[str, str | None], expression: str, size: int = SIZE) -> bytes:
    """The portrait's PNG, `size` pixels square, on a transparent ground; made and kept if it is new.

    ValueError names the parts that the style does not have. A folder that cannot be written is no error.
    """
    wrong = unknown({**face, "expression": expression})
    if wrong:
        raise ValueError("face: unknown " + ", ".join(f"{key} {value!r}" for key, value in wrong))
    known = cached(face, expression, size)
    if known is not None:
        return known
    made = _draw(face, expression, size)
    with contextlib.suppress(OSError):
        _keep(_path(face, expression, size), made)
    return made


def _path(face: Mapping[str, str | None], expression: str, size: int) -> Path:
    looks = {key: value for key, value in face.items() if value is not None}
    asked = json.dumps([sorted(looks.items()), expression, size, _versions()])
    return folder() / (hashlib.sha256(asked.encode()).hexdigest()[:32] + ".png")


@cache
def _versions() -> tuple[str, ...]:
    """A portrait made by other versions is made again."""
    from importlib import metadata

    return tuple(metadata.version(name) for name in ("dicebear-core", "dicebear-styles", "resvg-py"))


def _keep(path: Path, content: bytes) -> None:
    """Written beside and moved, so that nobody ever reads half a portrait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


@cache
def _style() -> Any:
    from dicebear import Style

    return Style(json.loads(files("dicebear_styles").joinpath("open-peeps.json").read_text("utf-8")))


def _options(face: Mapping[str, str | None], expression: str) -> dict[str, object]:
    """The style's options for a face: every part is chosen, so nothing is left to its seed."""
    options: dict[str, object] = {
        "seed": "coop",
        "headVariant": face["head"],
        "expressionVariant": expression,
        "skinColor": face["skin"],
        "clothingColor": face["clothing"],
        "headContrastColor": face.get("hair") or "#2c1b18",
        "maskProbability": 0,
        "accessoriesProbability": 0,
        "facialHairProbability": 0,
    }
    if face.get("glasses"):
        options |= {"accessoriesVariant": face["glasses"], "accessoriesProbability": 100}
    if face.get("beard"):
        options |= {"facialHairVariant": face["beard"], "facialHairProbability": 100}
    return options


def svg(face: Mapping[str, str | None], expression: str) -> str:
    """The portrait as an SVG document, for paper; the parts are not checked as `png` checks them."""
    from dicebear import Avatar

    markup: str = Avatar(_style(), _options(face, expression)).to_string()
    return markup


def _draw(face: Mapping[str, str | None], expression: str, size: int) -> bytes:
    import resvg_py

    markup = svg(face, expression)
    return bytes(resvg_py.svg_to_bytes(svg_string=markup, width=size, height=size, skip_system_fonts=True))
