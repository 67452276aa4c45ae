"""The street behind: houses that light up with what they show."""

from engine.look.neighbourhood.pen import Pen, Point


def _grid(x: float, y: float, columns: int, rows: int, step: Point) -> list[Point]:
    return [(x + c * step[0], y + r * step[1]) for r in range(rows) for c in range(columns)]


def homes(pen: Pen, level: int) -> str:
    """A block of flats with balconies."""
    out = pen.lines([(34, 34), (34, 8)], [(26, 14), (42, 14)], [(28, 20), (40, 20)], width=pen.width * 0.8)
    out += pen.rect(98, 14, 20, 22, "roof")
    out += pen.rect(12, 36, 126, 168, "rose") + pen.rect(7, 28, 136, 11, "slate", 2)
    out += pen.windows(_grid(24, 50, 4, 4, (27.5, 34)), (18, 22), level)
    for x, y in ((24, 50), (79, 84), (51.5, 118), (106.5, 118), (24, 152)):
        if y < 140:
            out += pen.rect(x - 4, y + 17, 26, 10, "cream", 1)
            out += pen.lines(*([(x + i, y + 18), (x + i, y + 26)] for i in (2, 9, 16)), width=pen.width * 0.5)
            if level > 1:
                out += pen.bush(x + 4, y + 18, 5, "deep") + pen.bush(x + 15, y + 18, 4, "leaf")
    return out + pen.rect(60, 176, 32, 5, "slate", 1) + pen.door(64, 180, 24, 24, "green", level > 0)


def clinic(pen: Pen, level: int) -> str:
    """A health centre: its cross is lit with the first light."""
    out = pen.glow(86, 26, 26, "cross", "lit", 0.25 * level) if level else ""
    out += pen.lines([(86, 46), (86, 60)], width=pen.width * 1.6)
    out += pen.rect(10, 58, 152, 90, "cream") + pen.rect(4, 50, 164, 11, "green", 2)
    sign = "green" if level else "steel"
    cross = "M79 6 H93 V19 H106 V33 H93 V46 H79 V33 H66 V19 H79 Z"
    out += pen.path(cross, sign) + pen.path(
        "M86 13 V39 M73 26 H99", "", pen.width * 1.3, "white" if level else "dark"
    )
    out += pen.windows(_grid(20, 70, 2, 2, (24, 36)), (16, 24), level)
    out += pen.windows(_grid(112, 70, 2, 2, (24, 36)), (16, 24), level)
    out += pen.rect(70, 92, 32, 56, "slate", 2)
    glass = "lit" if level > 1 else "dark"
    out += pen.rect(74, 97, 11, 51, glass, 0, pen.width * 0.7) + pen.rect(
        87, 97, 11, 51, glass, 0, pen.width * 0.7
    )
    out += pen.poly([(62, 92), (66, 80), (106, 80), (110, 92)], "green")
    return out + pen.bush(16, 148, 10, "deep") + pen.bush(154, 148, 11)


def school(pen: Pen, level: int) -> str:
    """A school: its clock in the gable, tall windows, its bell."""
    out = pen.lines([(98, 22), (98, 10)]) + pen.circle(98, 9, 5, "gold")
    out += pen.rect(8, 84, 180, 72, "ochre") + pen.poly([(2, 86), (16, 66), (180, 66), (194, 86)], "roof")
    out += pen.rect(66, 62, 64, 94, "cream") + pen.poly([(58, 64), (98, 22), (138, 64)], "roof")
    out += pen.circle(98, 52, 11, "white") + pen.lines([(98, 45), (98, 52), (103, 55)], width=pen.width * 0.8)
    out += pen.windows([(18, 98), (42, 98), (136, 98), (160, 98)], (18, 34), level)
    out += pen.windows([(72, 76), (108, 76)], (16, 24), max(level - 1, 0), 3)
    way = "M84 156 V126 Q84 112 98 112 Q112 112 112 126 V156 Z"
    out += pen.path(way, "lit" if level > 1 else "slate") + pen.lines(
        [(98, 113), (98, 156)], width=pen.width * 0.8
    )
    return out + pen.rect(78, 152, 40, 5, "stone", 1)


def library(pen: Pen, level: int) -> str:
    """A library behind glass: shelves of books, more of them in the light."""
    out = pen.rect(14, 34, 136, 114, "blue") + pen.poly([(4, 36), (14, 20), (158, 20), (158, 36)], "slate")
    shades = ("red", "gold", "green", "white", "plum", "clay", "tarp")
    for row in range(3):
        for column in range(3):
            x, y = 22 + column * 42, 44 + row * 34
            if row == 2 and column == 1:
                continue
            on = (row * 3 + column * 2) % 8 < level * 2
            out += pen.rect(x, y, 36, 28, "lit" if on else "dark", 1)
            for i in range(7):
                high = 12 + (i * 5 + row * 3 + column) % 8
                book = shades[(i + row + column) % 7] if on else "slate"
                out += pen.rect(x + 3 + i * 4.4, y + 27 - high, 3.8, high, book, 0, pen.width * 0.35)
    out += pen.rect(66, 108, 32, 40, "lit" if level > 1 else "slate") + pen.lines([(82, 109), (82, 148)])
    return out + pen.rect(58, 144, 48, 5, "stone", 1) + pen.bush(154, 148, 8, "deep")


def hall(pen: Pen, level: int) -> str:
    """A town hall: columns and steps, a flag that flies once it is lively."""
    out = pen.lines([(88, 52), (88, 6)])
    if level > 1:
        out += pen.path("M89 8 Q100 3 110 9 Q116 12 124 9 V26 Q114 30 106 25 Q98 21 89 26 Z", "tarp")
        out += pen.path("M100.5 6.2 V22.8 M112.5 10 V28", "", pen.width * 0.6, "white")
    else:
        out += pen.path("M89 8 Q94 16 92 28 Q90 34 91 38 L88 38 Z", "steel")
    out += pen.poly([(14, 88), (88, 48), (162, 88)], "cream") + pen.rect(16, 86, 144, 84, "cream")
    out += pen.circle(88, 74, 8, "lit" if level > 2 else "slate") + pen.rect(12, 86, 152, 9, "stone", 1)
    for x in (22, 52, 106, 136):
        out += pen.rect(x + 2, 95, 12, 66, "white", 1) + pen.rect(x, 95, 16, 5, "stone", 1)
    out += pen.windows([(39, 104), (122, 104), (39, 134), (122, 134)], (11, 22), level)
    glass = "lit" if level else "slate"
    out += pen.path("M72 161 V122 Q72 106 88 106 Q104 106 104 122 V161 Z", glass)
    out += pen.lines([(88, 107), (88, 161)], width=pen.width * 0.7)
    return out + pen.rect(12, 160, 152, 9, "stone", 1) + pen.rect(4, 168, 168, 9, "stone", 1)


def workshop(pen: Pen, level: int) -> str:
    """A workshop under a saw-tooth roof; its chimney smokes when there is work."""
    out = ""
    if level > 2:
        out += pen.path("M164 22 Q156 12 166 8 Q160 0 172 4", "", pen.width, "steel")
    out += pen.rect(154, 24, 16, 50, "roof") + pen.rect(8, 70, 168, 68, "clay")
    for i in range(3):
        x = 8 + i * 50
        out += pen.poly([(x, 72), (x, 40), (x + 50, 72)], "slate")
        on = level > i
        pane = [(x + 4, 68), (x + 4, 50), (x + 20, 60), (x + 20, 68)]
        out += pen.poly(pane, "lit" if on else "dark", pen.width * 0.8)
    out += pen.rect(62, 84, 60, 54, "lit" if level else "slate", 1)
    rows = [84 + 8 * i for i in range(1, 3 if level else 7)]
    out += pen.rect(62, 84, 60, 20 if level else 54, "steel", 1)
    out += pen.lines(*([(62, y), (122, y)] for y in rows), width=pen.width * 0.6)
    if level:
        out += pen.rect(74, 122, 36, 4, "wood", 1) + pen.lines(
            [(78, 126), (78, 137)], [(106, 126), (106, 137)]
        )
        out += pen.path("M84 122 L90 112 H98 L101 122 Z", "red", pen.width * 0.7)
    return out + pen.windows([(22, 90), (38, 90), (130, 90), (148, 90)], (12, 20), level)


def shops(pen: Pen, level: int) -> str:
    """Three shops in a row: as many are open as there is life for, the others have their shutter down."""
    out = pen.rect(6, 38, 178, 92, "sage") + pen.poly([(2, 40), (12, 22), (178, 22), (188, 40)], "roof")
    out += pen.windows([(22 + i * 33, 46) for i in range(5)], (14, 17), max(level - 2, 0), 2)
    colours = ("red", "tarp", "gold")
    for i in range(3):
        x = 13 + i * 57
        open_ = level > i
        out += pen.rect(x, 84, 50, 46, "lit" if open_ else "steel", 1)
        if open_:
            out += pen.rect(x + 34, 92, 14, 38, "white", 1) + pen.lines([(x + 2, 118), (x + 33, 118)])
            out += "".join(
                pen.circle(x + 8 + 8 * j, 113, 4, ("red", "deep", "gold")[(i + j) % 3], pen.width * 0.6)
                for j in range(3)
            )
            out += pen.awning(x - 2, 74, 54, 18, colours[i], 6)
        else:
            out += pen.lines(*([(x, y), (x + 50, y)] for y in range(92, 130, 8)), width=pen.width * 0.6)
            out += pen.rect(x - 1, 76, 52, 9, "slate", 1)
    return out
