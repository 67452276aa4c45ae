"""The fonts, and which characters each can draw. See README.md."""

import struct
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

FACES = ("head-700", "head-800", "digits-800", "text-400", "text-700")
"""The faces that screens ask for; each falls back on a wide one of its weight."""

SHAPES = "→←↑↓✓✗▲▼↻↶↷●■◆⏎▶⏸"
"""Signs that are drawn as shapes, whatever the fonts have."""


@cache
def content(name: str) -> bytes:
    """The bytes of a font of this folder."""
    return resources.files("engine.look.fonts").joinpath(f"{name}.ttf").read_bytes()


def wide(face: str) -> str:
    """The font that draws what a face lacks."""
    return "wide-400" if face.endswith("400") else "wide-700"


@cache
def drawn(name: str) -> frozenset[int]:
    """The code points that a font has a glyph for."""
    return frozenset(_glyphs(name))


def wide_of(text: str, face: str) -> float:
    """How wide a line of words is, in sizes of its letters; pairs are not drawn closer."""
    return sum(_advance(ord(sign), name) for part, name in spans(text, face) for sign in part)


@lru_cache(maxsize=4096)
def _advance(sign: int, name: str) -> float:
    """How far one character leads on in a font, 0 for one that it lacks."""
    font = content(name)
    glyph = _glyphs(name).get(sign)
    if glyph is None:
        return 0.0
    many = struct.unpack_from(">H", font, _table(font, b"hhea") + 34)[0]
    [advance] = struct.unpack_from(">H", font, _table(font, b"hmtx") + 4 * min(glyph, many - 1))
    [em] = struct.unpack_from(">H", font, _table(font, b"head") + 18)
    return float(advance / em)


def _table(font: bytes, name: bytes) -> int:
    """Where a table of a font begins."""
    tables = range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)
    return int(next(struct.unpack_from(">I", font, at + 8)[0] for at in tables if font[at : at + 4] == name))


@cache
def _glyphs(name: str) -> dict[int, int]:
    """Code point -> glyph of a font, as its table "cmap" has it."""
    return dict(_mapped(content(name)))


def _mapped(font: bytes) -> Iterator[tuple[int, int]]:
    """(code point, glyph) of the table "cmap", in the formats that fonts are built with here (4 and 12)."""
    cmap = _table(font, b"cmap")
    for i in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * i + 4)[0]
        form = struct.unpack_from(">H", font, at)[0]
        if form == 4:
            yield from _by_segments(font, at)
        elif form == 12:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
                yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _by_segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """A table of format 4: runs of code points, each moved by its own step, or looked up behind the table."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    steps = struct.unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets = struct.unpack_from(f">{count}H", font, at + 16 + 6 * count)
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[n]:
                there = at + 16 + 6 * count + 2 * n + offsets[n] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, there)[0]
            yield code, (glyph + steps[n]) & 0xFFFF


@lru_cache(maxsize=16384)
def spans(text: str, face: str) -> tuple[tuple[str, str], ...]:
    """A text cut into (letters, font): the face's own, or the wide font's where only that has them."""
    own = drawn(face)
    if all(ord(sign) in own for sign in text):
        return ((text, face),)
    more, cut = drawn(wide(face)), list[tuple[str, str]]()
    for sign in text:
        name = wide(face) if ord(sign) not in own and ord(sign) in more else face
        if cut and cut[-1][1] == name:
            cut[-1] = (cut[-1][0] + sign, name)
        else:
            cut.append((sign, name))
    return tuple(cut)


def undrawn(text: str, face: str) -> str:
    """The characters of a text that neither a face nor its wide font can draw."""
    lacking = (sign for sign in text if ord(sign) not in drawn(face) and ord(sign) not in drawn(wide(face)))
    return "".join(dict.fromkeys(lacking))
