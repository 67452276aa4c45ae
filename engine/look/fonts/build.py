"""Makes the fonts of this folder from the npm packages of Fontsource. Run once; the results are committed.

    python engine/look/fonts/build.py FOLDER

FOLDER holds the unpacked packages `@fontsource/bricolage-grotesque` and
`@fontsource/atkinson-hyperlegible-next` (anywhere below it). Needs fonttools, which the game itself does
not. For each weight: the latin and latin-ext subsets become one TTF, U+202F (and its kin) become a thin
space, U+2011 a hyphen; a zero has no stroke; `digits-800` has digits of one width.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

# by name, since neither the game nor its tests have fonttools
Merger: Any = import_module("fontTools.merge").Merger
TTFont: Any = import_module("fontTools.ttLib").TTFont
newTable: Any = import_module("fontTools.ttLib").newTable  # noqa: N816
Program: Any = import_module("fontTools.ttLib.tables.ttProgram").Program
Glyph: Any = import_module("fontTools.ttLib.tables._g_l_y_f").Glyph
GlyphCoordinates: Any = import_module("fontTools.ttLib.tables._g_l_y_f").GlyphCoordinates

HERE = Path(__file__).parent
SOURCES = {
    "head-700": "bricolage-grotesque-{subset}-700-normal.woff",
    "head-800": "bricolage-grotesque-{subset}-800-normal.woff",
    "text-400": "atkinson-hyperlegible-next-{subset}-400-normal.woff",
    "text-700": "atkinson-hyperlegible-next-{subset}-700-normal.woff",
}
THIN = 0.2
"""Width of a narrow no-break space, in ems."""


def find(folder: Path, name: str) -> Path:
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} is nowhere below {folder}")
    return found[0]


def merged(folder: Path, pattern: str) -> Any:
    """Both subsets in one font, without hinting (its programs cannot be merged)."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for subset in ("latin", "latin-ext"):
            font = TTFont(find(folder, pattern.format(subset=subset)))
            for table in ("fpgm", "prep", "cvt ", "gasp", "DSIG", "STAT", "MVAR"):
                if table in font:
                    del font[table]
            for glyph in font["glyf"].glyphs.values():
                glyph.removeHinting()
            font.flavor = None
            path = Path(scratch) / f"{subset}.ttf"
            font.save(path)
            files.append(str(path))
        font = Merger().merge(files)
    font.recalcTimestamp = False  # the same packages give the same bytes
    font["head"].created = font["head"].modified = 3_800_000_000
    return font


def add_spaces(font: Any) -> None:
    """Thin spaces and the no-break hyphen, which the packages lack and French needs."""
    em = font["head"].unitsPerEm
    best = font.getBestCmap()
    codes = {0x202F: round(em * THIN), 0x2009: round(em * THIN), 0x00A0: font["hmtx"][best[0x20]][0]}
    order = list(font.getGlyphOrder())
    for code, width in codes.items():
        name = f"uni{code:04X}"
        if name not in order:
            font["glyf"][name] = Glyph()
            font["hmtx"][name] = (width, 0)
            font.setGlyphOrder([*order, name] if name not in order else order)
            order = font.getGlyphOrder()
        _map(font, code, name)
    if 0x2011 not in best:
        _map(font, 0x2011, best[0x2D])
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def stop_autohinter(font: Any) -> None:
    """A program that does nothing, but is there: FreeType then leaves outlines and advances as they were
    drawn.
    """
    program = Program()
    program.fromAssembly(["PUSHB[ ]", "1", "POP[ ]"] * 4)
    font["prep"] = newTable("prep")
    font["prep"].program = program


def _map(font: Any, code: int, glyph: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = glyph


def tabular(font: Any) -> None:
    """The font's own digits of one width (its feature "tnum") put in the place of the others."""
    best = font.getBestCmap()
    table = font["GSUB"].table
    lookups = [
        i
        for entry in table.FeatureList.FeatureRecord
        if entry.FeatureTag == "tnum"
        for i in entry.Feature.LookupListIndex
    ]
    swaps: dict[str, str] = {}
    for i in lookups:
        for part in table.LookupList.Lookup[i].SubTable:
            swaps |= getattr(part, "ExtSubTable", part).mapping
    for digit in "0123456789":
        _map(font, ord(digit), swaps[best[ord(digit)]])
    if "GPOS" in font:  # pairs such as 1-1 would be drawn together again
        del font["GPOS"]


def plain_zero(font: Any) -> None:
    """A zero without its stroke: beside others, "90 min" must not look like code. The hole in the middle is
    the outline once more, as small as the two halves that the stroke left.
    """
    for name in ("zero", "zero.tf"):
        glyph = font["glyf"][name]
        points, ends, flags = glyph.getCoordinates(font["glyf"])
        if len(ends) < 3:
            continue
        outer = ends[0] + 1
        rim, hole = list(points[:outer]), list(points[outer:])
        (x0, x1), (y0, y1) = ((min(axis), max(axis)) for axis in zip(*rim, strict=True))
        (a0, a1), (b0, b1) = ((min(axis), max(axis)) for axis in zip(*hole, strict=True))
        inner = [
            (round(a0 + (x - x0) * (a1 - a0) / (x1 - x0)), round(b0 + (y - y0) * (b1 - b0) / (y1 - y0)))
            for x, y in reversed(rim)
        ]
        glyph.coordinates = GlyphCoordinates([*rim, *inner])
        glyph.flags = bytearray([*flags[:outer], *reversed(flags[:outer])])
        glyph.endPtsOfContours = [outer - 1, 2 * outer - 1]
        glyph.numberOfContours = 2
        glyph.recalcBounds(font["glyf"])


def rename(font: Any, name: str) -> None:
    """The family as COOP's own build of the font, as the licence asks of a modified one without a reserved
    name.
    """
    for record in font["name"].names:
        if record.nameID in (4, 6):
            record.string = f"{record.toUnicode()} ({name})" if record.nameID == 4 else record.toUnicode()


def main(folder: Path) -> None:
    for name, pattern in SOURCES.items():
        font = merged(folder, pattern)
        add_spaces(font)
        stop_autohinter(font)
        plain_zero(font)
        rename(font, name)
        font.save(HERE / f"{name}.ttf")
        if name == "head-800":
            tabular(font)
            font.save(HERE / "digits-800.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
