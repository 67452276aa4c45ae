"""Rooms on the ground floor, each a lit front with its sign."""

from collections.abc import Callable

from engine.look.neighbourhood.pen import Pen


def _front(pen: Pen, w: float, wall: str, sign: str, inside: str, door_left: bool = False) -> str:
    """A front `w` wide and 104 high: a sign board with a drawing, glass with what is inside, a door."""
    at = 10.0 if door_left else w - 38.0
    glass = 42.0 if door_left else 10.0
    wide = w - 56.0
    out = pen.rect(3, 14, w - 6, 88, wall, 2) + pen.rect(glass, 42, wide, 50, "lit", 1)
    out += inside + pen.rect(glass, 42, wide, 50, "", 1)
    out += pen.rect(at, 42, 28, 60, "slate", 1) + pen.rect(at + 5, 48, 18, 34, "lit", 1, pen.width * 0.7)
    out += pen.circle(at + 23, 88, 1.6, "white", 0)
    board = pen.rect(0 + 2, 6, w - 4, 28, "white", 4)
    return out + board + sign


def shop(pen: Pen) -> str:
    """A window with a dressmaker's figure; scissors on the sign."""
    sign = pen.circle(54, 25, 4.5, "", pen.width * 0.9) + pen.circle(66, 25, 4.5, "", pen.width * 0.9)
    sign += pen.lines([(57, 21), (68, 11)], [(63, 21), (52, 11)])
    figure = "M30 52 Q36 56 42 52 L46 62 Q42 68 44 76 H28 Q30 68 26 62 Z"
    inside = pen.path(figure, "plum") + pen.lines([(36, 76), (36, 90)], [(28, 91), (44, 91)])
    inside += pen.path("M56 50 H74 L78 60 L71 63 V84 H59 V63 L52 60 Z", "red")
    return _front(pen, 132, "plum", sign, inside)


def cafe(pen: Pen) -> str:
    """A café: a cup on the sign, a table and its parasol outside."""
    sign = pen.path("M64 13 H82 V20 Q82 29 73 29 Q64 29 64 20 Z", "red") + pen.path("M82 15 Q89 16 82 23", "")
    inside = pen.person(62, 96, 1, 42) + pen.rect(44, 74, 88 - 30, 18, "wood", 0)
    inside += pen.lines([(84, 44), (84, 54)]) + pen.poly([(77, 62), (91, 62), (86, 54), (82, 54)], "red")
    out = _front(pen, 150, "clay", sign, inside, door_left=True)
    return out + pen.awning(38, 34, 106, 16, "red", 9)


def kitchen(pen: Pen) -> str:
    """A kitchen: a pot that steams on the sign, people at table inside."""
    sign = pen.path("M58 18 H84 V26 Q84 31 79 31 H63 Q58 31 58 26 Z", "slate", pen.width * 0.9)
    sign += pen.path("M64 15 Q61 11 65 9 M71 15 Q68 11 72 8 M78 15 Q75 11 79 9", "", pen.width * 0.8)
    inside = pen.person(26, 96, 0, 40) + pen.person(48, 96, 2, 40) + pen.person(72, 96, 4, 40)
    inside += pen.rect(12, 74, 80, 5, "white", 1)
    inside += "".join(pen.circle(x, 72, 3, "gold", pen.width * 0.6) for x in (36, 60, 84))
    return _front(pen, 140, "ochre", sign, inside)


def laundry(pen: Pen) -> str:
    """A laundry: round machines, linen on the sign."""
    sign = pen.lines([(44, 13), (96, 13)]) + pen.path(
        "M52 13 H64 L67 19 L62 20 V30 H54 V20 L49 19 Z", "tarp", 1.6
    )
    sign += pen.rect(74, 13, 14, 15, "gold", 0, 1.6)
    inside = ""
    for i in range(3):
        x = 12 + i * 28
        inside += pen.rect(x, 56, 25, 35, "white", 2) + pen.circle(x + 12.5, 76, 8.5, "glass")
        inside += pen.path(f"M{x + 5} 77 Q{x + 9} 73 {x + 12.5} 77 T{x + 20} 77", "tarp", pen.width * 0.7)
        inside += pen.circle(x + 6, 61, 1.6, "red", 0)
    return _front(pen, 140, "blue", sign, inside)


def study(pen: Pen) -> str:
    """A quiet room: a book on the sign, a lamp and a reader inside."""
    sign = pen.path("M66 13 Q58 9 50 12 V28 Q58 25 66 29 Q74 25 82 28 V12 Q74 9 66 13 V29", "cream")
    inside = pen.rect(56, 46, 28, 44, "wood", 0)
    for y in (60, 74):
        inside += pen.lines([(56, y), (84, y)], width=pen.width * 0.8)
    for i, book in enumerate(("red", "tarp", "green", "gold", "plum", "white")):
        inside += pen.rect(58 + i * 4.2, 49 + i % 3, 3.6, 11 - i % 3, book, 0, 0.9)
        inside += pen.rect(58 + i * 4.2, 63 + (i + 1) % 3, 3.6, 11 - (i + 1) % 3, book, 0, 0.9)
    inside += pen.person(26, 100, 3, 44) + pen.rect(13, 78, 36, 4, "wood", 0)
    inside += pen.lines([(46, 78), (46, 64), (39, 60)]) + pen.poly([(34, 63), (42, 57), (44, 65)], "green")
    return _front(pen, 132, "green", sign, inside)


def counter(pen: Pen) -> str:
    """A desk where somebody is received; a sheet on the sign."""
    sign = pen.path("M58 10 H70 L76 16 V31 H58 Z", "white") + pen.lines(
        [(62, 18), (70, 18)], [(62, 22), (72, 22)], [(62, 26), (72, 26)], width=pen.width * 0.7
    )
    inside = pen.person(26, 98, 5, 44) + pen.person(68, 98, 1, 44) + pen.rect(34, 72, 24, 20, "wood", 0)
    inside += pen.rect(41, 67, 10, 5, "white", 0, pen.width * 0.7)
    return _front(pen, 132, "sage", sign, inside)


def club(pen: Pen) -> str:
    """A place of one's own: music on the sign, people dancing."""
    sign = pen.lines([(64, 26), (64, 12), (80, 10), (80, 24)], width=pen.width * 1.3)
    sign += pen.circle(60.5, 26, 4.2, "ink", 0) + pen.circle(76.5, 24, 4.2, "ink", 0)
    inside = pen.person(28, 98, 2, 44, "up") + pen.person(54, 98, 0, 42) + pen.person(76, 98, 4, 44, "up")
    inside += pen.lines([(10, 46), (30, 52), (50, 47), (72, 52), (94, 46)], width=pen.width * 0.6)
    for i, x in enumerate((20, 40, 62, 82)):
        inside += pen.poly(
            [(x - 4, 49), (x + 4, 49), (x, 57)], ("red", "tarp", "green", "gold")[i], pen.width * 0.6
        )
    return _front(pen, 140, "rose", sign, inside)


def door(pen: Pen) -> str:
    """An entrance: the door open on a lit hall and its stairs, a key on the sign."""
    out = pen.rect(6, 14, 104, 88, "cream", 2) + pen.rect(26, 40, 64, 62, "lit", 1)
    for i in range(4):
        out += pen.rect(54 + i * 9, 93 - i * 9, 36 - i * 9, 9, "stone", 0, pen.width * 0.7)
    out += pen.rect(26, 40, 64, 62, "", 1) + pen.poly([(26, 40), (26, 102), (12, 106 - 4), (12, 48)], "green")
    out += pen.circle(16, 76, 1.8, "gold", 0) + pen.person(43, 102, 3, 44, "up")
    out += pen.rect(24, 4, 68, 26, "white", 4) + pen.circle(46, 17, 6, "", pen.width * 1.2)
    return out + pen.lines([(52, 17), (74, 17), (74, 23)], [(67, 17), (67, 22)], width=pen.width * 1.2)


ROOMS: dict[str, Callable[[Pen], str]] = {
    "shop": shop, "cafe": cafe, "kitchen": kitchen, "laundry": laundry, "study": study, "counter": counter,
    "club": club, "door": door,
}  # fmt: skip
