"""Makes `wide-400.ttf` and `wide-700.ttf`, for the letters that the other fonts lack. Run once; kept.

    python engine/look/fonts/wide.py FOLDER

FOLDER holds the unpacked packages `@fontsource/noto-sans` and `@fontsource/noto-sans-math`. Needs fonttools.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

Merger: Any = import_module("fontTools.merge").Merger
TTFont: Any = import_module("fontTools.ttLib").TTFont
subset: Any = import_module("fontTools.subset")

HERE = Path(__file__).parent
SUBSETS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
LETTERS = [
    *range(0x20, 0x250), *range(0x2B0, 0x400), *range(0x400, 0x530), *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070), *range(0x2070, 0x20C0),
]  # fmt: skip
SIGNS = [
    *range(0x2070, 0x20A0),
    *range(0x2100, 0x2150),
    *range(0x2190, 0x2200),
    *range(0x2200, 0x2300),
    *range(0x25A0, 0x2600),
]


def part(path: Path, codes: list[int], to: Path) -> str:
    """A font file with only some characters, and nothing but outlines."""
    options = subset.Options()
    options.layout_features, options.hinting = [], False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH", "STAT", "MVAR", "gasp", "DSIG"]
    font = TTFont(path)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=codes)
    cut.subset(font)
    font.flavor = None
    font.save(to)
    return str(to)


def add_small_digits(font: Any) -> None:
    """Digits above and below the line (CO₂), which the packages lack: its own, smaller."""
    parts = import_module("fontTools.ttLib.tables._g_l_y_f")
    best, em = font.getBestCmap(), font["head"].unitsPerEm
    for digit in range(10):
        for base, rise in ((0x2080, -0.13), (0x2070, 0.34)):
            code, origin = base + digit, best[ord("0") + digit]
            if code in best or code in (0x2071, 0x2072, 0x2073):
                continue
            piece = parts.GlyphComponent()
            piece.glyphName, piece.x, piece.y, piece.flags = origin, 0, round(rise * em), 0x204
            piece.transform = [[0.6, 0], [0, 0.6]]
            glyph = parts.Glyph()
            glyph.numberOfContours, glyph.components = -1, [piece]
            name = f"uni{code:04X}"
            font.setGlyphOrder([*font.getGlyphOrder(), name])
            font["glyf"][name] = glyph
            font["hmtx"][name] = (round(0.6 * font["hmtx"][origin][0]), 0)
            glyph.recalcBounds(font["glyf"])
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def main(folder: Path) -> None:
    for weight in (400, 700):
        with tempfile.TemporaryDirectory() as scratch:
            files, seen = [], set[int]()
            sources = [(f"noto-sans-{name}-{weight}-normal.woff", LETTERS) for name in SUBSETS]
            for name, codes in [*sources, ("noto-sans-math-latin-400-normal.woff", SIGNS)]:
                path = next(folder.rglob(name))
                fresh = [code for code in codes if code in TTFont(path).getBestCmap() and code not in seen]
                seen |= set(fresh)
                files.append(part(path, fresh, Path(scratch) / f"{name}.ttf"))
            font = Merger().merge(files)
            add_small_digits(font)
            font.recalcTimestamp = False
            font["head"].created = font["head"].modified = 3_800_000_000
            font.save(HERE / f"wide-{weight}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
