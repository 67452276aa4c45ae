"""What stands on the ground in front."""

from collections.abc import Callable

from engine.look.neighbourhood.pen import Pen


def garden(pen: Pen) -> str:
    """Beds in rows, a shed, somebody who waters."""
    out = pen.rect(118, 34, 42, 46, "wood") + pen.poly([(112, 36), (139, 16), (166, 36)], "green")
    out += pen.rect(130, 52, 16, 28, "brown")
    for i, x in enumerate((6, 44, 82)):
        out += pen.poly([(x, 82), (x + 4, 66), (x + 32, 66), (x + 36, 82)], "soil")
        for j in range(3):
            at = x + 9 + j * 9
            if i == 0:
                out += pen.bush(at, 68, 5.5, "deep")
            elif i == 1:
                out += pen.lines([(at, 68), (at, 52)], width=pen.width * 0.8)
                out += pen.circle(at, 50, 4.4, ("red", "gold", "plum")[j], pen.width * 0.7)
            else:
                out += pen.path(
                    f"M{at} 68 Q{at - 8} 58 {at} 46 Q{at + 8} 58 {at} 68 Z", "leaf", pen.width * 0.8
                )
    out += pen.person(76, 80, 3, 46) + pen.path("M86 58 h9 v10 h-9 Z M95 60 l6 -4", "tarp", pen.width * 0.8)
    return out


def market(pen: Pen) -> str:
    """Two stalls under striped awnings, and who buys there."""
    out = pen.person(88, 84, 1, 46)
    for x, colour in ((8, "red"), (104, "green")):
        out += pen.lines([(x + 4, 30), (x + 4, 86)], [(x + 60, 30), (x + 60, 86)], width=pen.width * 1.1)
        out += pen.rect(x + 2, 58, 60, 26, "wood", 1) + pen.lines([(x + 2, 70), (x + 62, 70)])
        for i in range(6):
            fill = (("red", "gold", "deep"), ("gold", "clay", "plum"))[x > 50][i % 3]
            out += pen.circle(x + 8 + i * 9.6, 55, 5, fill, pen.width * 0.7)
        out += pen.awning(x, 14, 64, 22, colour, 6)
    return out + pen.rect(78, 74, 12, 10, "wood", 1)


def pitch(pen: Pen) -> str:
    """A fenced pitch under its floodlights, somebody shooting."""
    out = pen.glow(20, 14, 24, "left") + pen.glow(150, 14, 24, "right")
    for x in (20, 150):
        out += pen.lines([(x, 100), (x, 16)], width=pen.width * 1.3) + pen.rect(x - 12, 6, 24, 12, "lit", 2)
    out += pen.rect(30, 54, 110, 46, "", 0)
    mesh = [[(30 + i * 11, 54), (30 + i * 11, 100)] for i in range(1, 10)]
    out += pen.lines(*mesh, *([(30, y), (140, y)] for y in (65, 77)), width=pen.width * 0.4, ink="steel")
    out += pen.rect(92, 66, 40, 34, "white") + pen.lines(
        *([(92 + i * 8, 66), (92 + i * 8, 100)] for i in range(1, 5)),
        *([(92, y), (132, y)] for y in (77, 88)),
        width=pen.width * 0.35,
    )
    out += pen.rect(92, 66, 40, 34, "", 0, pen.width * 1.3)
    return (
        out
        + pen.person(56, 101, 2, 44, "up")
        + pen.circle(78, 94, 6, "white")
        + pen.circle(78, 94, 2, "ink", 0)
    )


def _bike(pen: Pen, x: float, y: float, colour: str) -> str:
    out = pen.circle(x, y, 12, "") + pen.circle(x + 34, y, 12, "")
    frame = [(x, y), (x + 12, y - 17), (x + 28, y - 17), (x + 17, y), (x, y)]
    out += pen.lines(
        frame, [(x + 17, y), (x + 11, y - 22)], [(x + 34, y), (x + 27, y - 24), (x + 34, y - 26)], width=5
    )
    out += pen.lines(frame, [(x + 34, y), (x + 27, y - 24)], width=2.6, ink=colour)
    return out + pen.lines([(x + 6, y - 23), (x + 16, y - 23)], width=4)


def bikes(pen: Pen) -> str:
    """Two bicycles and somebody who mends one."""
    out = (
        pen.rect(114, 22, 20, 38, "red", 2)
        + pen.circle(124, 32, 5, "white")
        + pen.lines([(124, 46), (124, 54)])
    )
    return out + _bike(pen, 16, 46, "tarp") + pen.person(98, 60, 0, 46) + _bike(pen, 58, 46, "gold")


def bus(pen: Pen) -> str:
    """A shuttle at its stop, lit inside."""
    out = (
        pen.lines([(150, 76), (150, 22)])
        + pen.circle(150, 16, 9, "gold")
        + pen.rect(145, 12.5, 10, 6, "ink", 1, 0)
    )
    out += pen.path("M8 66 V24 Q8 14 18 14 H112 Q126 14 130 30 L136 48 V66 Z", "tarp")
    for i in range(3):
        out += pen.rect(16 + i * 25, 22, 20, 20, "lit", 2)
    out += pen.path("M94 22 H112 Q119 22 122 32 L126 43 H94 Z", "lit") + pen.rect(
        8, 50, 128, 5, "white", 0, 0
    )
    out += pen.circle(27, 35, 4, "ink", 0) + pen.path("M21 42 Q27 34 33 42 Z", "ink", 0)
    out += pen.circle(104, 35, 4, "ink", 0) + pen.path("M98 42 Q104 34 110 42 Z", "ink", 0)
    for x in (34, 108):
        out += pen.circle(x, 66, 10, "slate") + pen.circle(x, 66, 3.6, "white", 0)
    return out + pen.circle(133, 56, 3, "lit", pen.width * 0.6)


def table(pen: Pen) -> str:
    """A long table outside, laid, and everybody round it."""
    out = ""
    for i, x in enumerate((30, 54, 84, 112, 138)):
        out += pen.person(x, 62, i, 46)
    out += pen.lines([(24, 48), (20, 64)], [(144, 48), (148, 64)], width=pen.width * 1.4)
    out += pen.path(
        "M10 40 H158 L154 54 Q150 50 146 54 Q142 50 138 54 H30 Q26 50 22 54 Q18 50 14 54 Z", "white"
    )
    for x, fill in ((40, "red"), (68, "gold"), (98, "deep"), (126, "tarp")):
        out += pen.rect(x - 6, 36, 12, 4, fill, 2, pen.width * 0.6)
    return out + pen.path("M82 40 V31 Q84 26 86 31 V40 Z", "green", pen.width * 0.7)


def playground(pen: Pen) -> str:
    """A slide, a swing, and children on them."""
    out = pen.lines([(14, 84), (26, 26)], [(38, 84), (26, 26)], width=pen.width * 1.4)
    out += pen.lines(*([(17 + i, 70 - i * 4.4), (35 - i, 70 - i * 4.4)] for i in (0, 4, 8)))
    out += pen.path("M26 26 H40 Q48 48 74 76 L66 82 Q40 58 32 34 Z", "red") + pen.person(54, 66, 2, 30, "up")
    out += pen.lines([(88, 84), (96, 20), (138, 20), (146, 84)], width=pen.width * 1.4)
    out += pen.lines([(108, 20), (102, 60)], [(122, 20), (116, 60)], width=pen.width * 0.7) + pen.rect(
        99, 59, 20, 4, "wood", 1
    )
    return out + pen.person(109, 66, 4, 34)


def board(pen: Pen) -> str:
    """A board with sheets pinned on it, under its little roof."""
    out = pen.lines([(20, 76), (20, 16)], [(76, 76), (76, 16)], width=pen.width * 1.8)
    out += pen.rect(10, 18, 76, 40, "wood", 2) + pen.poly([(4, 20), (12, 6), (84, 6), (92, 20)], "roof")
    sheets = ((17, 25, "white"), (34, 28, "lit"), (51, 24, "white"), (67, 29, "glass"))
    for x, y, fill in sheets:
        out += pen.rect(x, y, 13, 22, fill, 1, pen.width * 0.8) + pen.circle(x + 6.5, y + 2.5, 1.6, "red", 0)
        out += pen.lines([(x + 3, y + 8), (x + 10, y + 8)], [(x + 3, y + 13), (x + 9, y + 13)], width=1.2)
    return out


def pump(pen: Pen) -> str:
    """A pump at work: its hose pours the water away."""
    out = pen.path("M58 44 Q80 20 96 34 Q106 42 106 54", "", 9) + pen.path(
        "M58 44 Q80 20 96 34 Q106 42 106 54", "", 5, "gold"
    )
    out += pen.path("M102 54 Q98 60 100 61 M107 54 Q108 60 112 61", "", pen.width * 1.3, "water")
    out += pen.path("M88 61 Q106 55 126 61 Z", "water") + pen.rect(16, 24, 46, 26, "red", 4)
    out += (
        pen.circle(38, 37, 9, "white")
        + pen.lines([(38, 37), (43, 32)])
        + pen.rect(24, 14, 16, 10, "slate", 2)
    )
    out += pen.lines([(16, 34), (6, 22)], width=pen.width * 1.4)
    return out + pen.circle(26, 54, 7, "slate") + pen.circle(52, 54, 7, "slate")


def memorial(pen: Pen) -> str:
    """A post with the height of the water on it, and flowers at its foot."""
    out = pen.path("M30 90 V20 Q30 8 42 8 Q54 8 54 20 V90 Z", "stone")
    out += pen.path("M30 44 Q36 40 42 44 T54 44", "", pen.width * 1.5, "tarp")
    out += pen.lines(*([(30, y), (37, y)] for y in (28, 36, 54, 64, 74)), width=pen.width * 0.8)
    out += pen.poly([(60, 44), (72, 38), (72, 50)], "tarp") + pen.rect(22, 84, 40, 7, "stone", 2)
    for x, fill in ((16, "red"), (24, "gold"), (62, "plum"), (70, "red")):
        out += pen.lines([(x, 90), (x, 80)], ink="deep") + pen.circle(x, 78, 4, fill, pen.width * 0.7)
    return out


def shelter(pen: Pen) -> str:
    """A roof, a bench under it, people who wait or talk."""
    out = pen.lines([(20, 80), (20, 26)], [(126, 80), (126, 26)], width=pen.width * 1.8)
    out += pen.rect(26, 34, 94, 36, "glass", 1) + pen.person(52, 78, 5, 44) + pen.person(96, 78, 1, 44)
    out += pen.rect(34, 62, 78, 5, "wood", 1) + pen.lines([(40, 67), (40, 80)], [(106, 67), (106, 80)])
    out += pen.path("M6 28 Q73 4 140 28 L138 34 Q73 12 8 34 Z", "green")
    return out + pen.circle(73, 30, 5, "lit")


def shed(pen: Pen) -> str:
    """A shed, its door open on hanging tools."""
    out = pen.rect(10, 34, 92, 48, "wood") + pen.poly([(4, 36), (18, 12), (94, 12), (108, 36)], "roof")
    out += pen.lines(*([(x, 37), (x, 81)] for x in (20, 92)), width=pen.width * 0.6) + pen.rect(
        30, 44, 52, 38, "lit"
    )
    out += pen.lines([(40, 48), (40, 66)], [(56, 48), (56, 70)], [(72, 48), (72, 62)], width=pen.width * 1.2)
    out += pen.poly([(36, 64), (44, 64), (43, 76), (40, 79), (37, 76)], "steel", pen.width * 0.8)
    out += pen.lines(*([(50 + i * 4, 70), (50 + i * 4, 77)] for i in range(4)), [(50, 70), (62, 70)])
    return out + pen.poly([(65, 60), (79, 60), (79, 67), (65, 67)], "slate", pen.width * 0.8)


def tree(pen: Pen) -> str:
    """A great tree, a bench round it."""
    out = pen.path("M55 116 Q60 92 57 72 L48 56 L53 54 L60 64 L67 48 L72 51 L66 72 Q64 94 70 116 Z", "brown")
    out += pen.crown(62, 44, 40, "leaf")
    for x, y in ((40, 34), (78, 30), (58, 54), (86, 52)):
        out += pen.path(f"M{x - 5} {y} q5 -5 10 0", "", pen.width * 0.7)
    out += pen.rect(32, 98, 60, 5, "wood", 1) + pen.lines([(38, 103), (38, 116)], [(86, 103), (86, 116)])
    return out


def kiosk(pen: Pen) -> str:
    """A bandstand with bunting: what the room thought of by itself."""
    out = pen.lines([(64, 22), (64, 6)]) + pen.path("M65 7 L84 12 L65 18 Z", "red")
    out += pen.rect(20, 50, 88, 42, "", 0, 0)
    out += pen.lines(*([(x, 46), (x, 96)] for x in (22, 50, 78, 106)), width=pen.width * 1.6)
    out += pen.person(64, 96, 2, 44, "up") + pen.poly([(8, 48), (64, 20), (120, 48)], "plum")
    out += pen.path("M8 48 Q22 58 36 48 Q50 58 64 48 Q78 58 92 48 Q106 58 120 48", "white")
    out += pen.lines(
        *([(x, 80), (x, 96)] for x in range(28, 52, 6)), *([(x, 80), (x, 96)] for x in range(82, 106, 6))
    )
    out += pen.lines([(22, 80), (50, 80)], [(78, 80), (106, 80)]) + pen.rect(12, 95, 104, 7, "stone", 1)
    return out + pen.rect(6, 102, 116, 8, "stone", 1)


def billboard(pen: Pen, level: int) -> str:
    """A bill pasted strip by strip: the key of a place to let."""
    out = pen.lines([(30, 114), (30, 70)], [(102, 114), (102, 70)], width=pen.width * 2)
    out += pen.rect(6, 8, 120, 66, "steel", 2)
    for i in range(level):
        out += pen.rect(10 + i * 28, 12, 28, 58, ("gold", "ochre")[i % 2], 0, pen.width * 0.5)
    key = [(34, 41), (60, 41), (82, 41), (104, 41)][:level]
    if level:
        out += pen.circle(34, 41, 12, "white") + pen.circle(34, 41, 4.5, "ink", 0)
        out += pen.lines([(46, 41), (max(key[-1][0], 50), 41)], width=pen.width * 2.6)
    if level > 2:
        out += pen.lines([(80, 41), (80, 52)], width=pen.width * 2.6)
    if level > 3:
        out += pen.lines([(96, 41), (96, 55)], width=pen.width * 2.6)
        out += pen.glow(20, 8, 12, "spot1") + pen.glow(112, 8, 12, "spot2")
    return out + pen.rect(6, 8, 120, 66, "", 2)


YARD: dict[str, Callable[[Pen], str]] = {
    "garden": garden, "market": market, "pitch": pitch, "bikes": bikes, "bus": bus, "table": table,
    "playground": playground, "board": board, "pump": pump, "memorial": memorial, "shelter": shelter,
    "shed": shed, "tree": tree, "kiosk": kiosk,
}  # fmt: skip
