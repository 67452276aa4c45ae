"""Ideas that have to be voted: what they cost, who finds them good, what they do once there is money for
them; and the money itself, as a ruler that blocks fill.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import signed, tr
from engine.telling.ballot import voices
from engine.view.types import BallotView, CountedIdea, IdeaView, ProjectView, View
from game.kit import Card, Element, Fit, Flow, Label, Node, Pill, Rect, Row, Size, Sized, Span
from game.kit.layout import place
from game.kit.nodes import Panel, Path
from game.pieces.parts import card_face, change_label
from game.pieces.publics import marks

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COLOURS = (
    "gift", "family.landlords", "family.associations", "family.shops", "indicator.5", "night", "part",
    "neutral",
)  # fmt: skip
"""Colours of ideas, one after the other in the catalogue; letters tell apart those of the same."""
GOOD = 1
"""The last grade, from the best, at which an idea is found good."""


def place_of(ballot: BallotView, idea: str) -> int:
    """The place of an idea in the catalogue, from 0."""
    return ballot.eligible.index(idea) if idea in ballot.eligible else 0


def letter(ballot: BallotView, idea: str) -> str:
    """The letter that stands for an idea of the catalogue."""
    at = place_of(ballot, idea)
    return LETTERS[at % len(LETTERS)]


def colour(ballot: BallotView, idea: str) -> str:
    """Its colour."""
    return COLOURS[place_of(ballot, idea) % len(COLOURS)]


def badge(ballot: BallotView, idea: str, size: float = 44.0, faint: bool = False) -> Element:
    """Its letter on its colour; `faint` where there is no money for it."""
    ground = "track" if faint else colour(ballot, idea)
    words = Label(letter(ballot, idea), "name", "ink" if faint else "on_colour", "center", one_line=True)
    return Sized(Card(words, 4.0, 2.0, ground, None, edge=False, radius="s", fill_child=False), size)


def price_tag(told: str, style: str = "pill") -> Element:
    """What it costs."""
    return Pill(told, "dark", style)


def approving(idea: IdeaView) -> tuple[str, ...]:
    """The publics that find it good."""
    return tuple(one.public for one in idea.opinions if one.grade <= GOOD)


# ---- On a card ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OnVote:
    """What a project's card tells of a vote: its price and who finds it good, in `full` and in `signs`; what
    it does once it is `funded`, in words and `funded_short`."""

    full: Sequence[Element]
    signs: Sequence[Element]
    funded: Sequence[Element]
    funded_short: Sequence[Element]


def on_vote(view: View, project: ProjectView) -> OnVote | None:
    """None of a project that nobody votes."""
    idea, ballot = project.idea, view.ballot
    if idea is None or ballot is None:
        return None
    for_it = marks(ballot, approving(idea), 26.0)
    votes = Label(voices(idea.votes_now), "label", "ink", one_line=True)
    likely: list[Element] = [_likely()] if idea.likely else []
    price = Label(idea.price_told, "label", "ink", one_line=True)
    signs = [price, for_it, votes]
    loses = [_named(view, *one, short=True) for one in idea.by_name]
    told = [Label(tr("financée :"), "label", one_line=True), *map(change_label, idea.voted), *loses]
    full = [_named(view, *one) for one in idea.by_name]
    lines: list[Element] = [
        Flow(
            _led(tr("une fois financée :"), [change_label(one) for one in idea.voted]),
            "m",
            "none",
        )
    ]
    if full:
        lines.append(Flow(full, "m", 2.0))
    return OnVote(
        [Flow([*signs, *likely], "s", "none")],
        signs,
        lines if idea.voted or full else [],
        told if idea.voted or loses else [],
    )


def _led(words: str, what: Sequence[Element]) -> list[Element]:
    """What words lead to: they never end a line that it does not begin on."""
    lead = Label(words, "label", one_line=True)
    return [Row([lead, what[0]], "s"), *what[1:]] if what else [lead]


def _likely() -> Element:
    """A quiet mark: publics alone would fund it, as things stand."""
    return Label([Span("✓ ", "kept"), Span(tr("passerait sans vous"))], "label", one_line=True)


def _named(view: View, who: str, points: int, words: str, short: bool = False) -> Element:
    """Whom it brings or costs something once it is funded."""
    ink = "broken" if points < 0 else "kept"
    said: Element = Label(signed(points) if short else words, "label", ink, one_line=True)
    one = next((one for one in view.characters if one.id == who), None)
    if one is None:
        return said
    return Row([card_face(one.face, "concerned" if points < 0 else "calm", one.name, 30.0), said], "xs")


def in_line(project: ProjectView) -> list[Element]:
    """What it costs and changes once it is funded, in a small line."""
    idea = project.idea
    if idea is None:
        return []
    told = Label(tr("financée :"), "tiny", one_line=True)
    price = Label(idea.price_told, "tiny", "ink", one_line=True)
    return [Flow([price, told, *(change_label(one, "tiny") for one in idea.voted)], "s", "none")]


def named(view: View, idea: IdeaView) -> list[Element]:
    """All of them, in words."""
    return [_named(view, *one) for one in idea.by_name]


# ---- The ruler ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bit:
    """A block of the ruler: how much money it takes, on which ground; `text` in it, what stands `under` it,
    `new` where another count left it out."""

    amount: int
    colour: str
    text: str
    under: Element | None = None
    key: str = ""
    new: bool = False
    letters: str = "on_colour"


@dataclass(frozen=True)
class Ruler(Element):
    """Money as a length: blocks one after the other from the left, what is left of it, dashed. Where blocks
    take more than there is, a mark says where the money ends. With a `line`, the money left falls above."""

    bits: tuple[Bit, ...]
    money: int
    height: float = 92.0
    style: str = "heading"
    line: float = 0.0
    """Logical height of the line of money above; 0 for none."""
    left: str = ""
    """Words in what is left."""
    least_height: float = 46.0

    _GAP = 4.0

    @property
    def _whole(self) -> int:
        return max(self.money, sum(bit.amount for bit in self.bits), 1)

    def _high(self, fit: Fit) -> float:
        return fit.scaled(self.height, self.least_height)

    def _line(self, fit: Fit) -> float:
        return fit.scaled(self.line, 0.6 * self.line)

    def _under(self, fit: Fit, width: float) -> float:
        unit = width / self._whole
        return max(
            (fit.measure(bit.under, bit.amount * unit - self._GAP).h for bit in self.bits if bit.under),
            default=0.0,
        )

    def measure(self, fit: Fit, width: float) -> Size:
        under = self._under(fit, width)
        gap = fit.gap("xs") if under else 0.0
        return Size(min(width, 300.0), self._line(fit) + self._high(fit) + gap + under)

    def least(self, fit: Fit) -> float:
        return 200.0

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        top, high = rect.y + self._line(fit), self._high(fit)
        track = Rect(rect.x, top, rect.w, high)
        unit, x = rect.w / self._whole, rect.x
        nodes: list[Node] = [*self._free(fit, track, unit)]
        for bit in self.bits:
            wide = bit.amount * unit
            spot = Rect(x + self._GAP / 2, top, max(wide - self._GAP, 2.0), high)
            nodes += self._block(fit, bit, spot)
            if bit.under is not None:
                want = fit.measure(bit.under, spot.w)
                below = Rect(spot.x, top + high + fit.gap("xs"), spot.w, want.h)
                nodes += place(fit, bit.under, below)
            x += wide
        taken = sum(bit.amount for bit in self.bits)
        if self.left and taken < self.money:
            room = Rect(x, top, (self.money - taken) * unit, high)
            words = Label(self.left, "label", "quiet", "center", one_line=True)
            if fit.measure(words, 9999.0).w + 12.0 <= room.w:
                tall = fit.measure(words, room.w).h
                nodes += place(fit.over(fit.colour("panel")), words,
                               Rect(room.x, room.y + (room.h - tall) / 2, room.w, tall))  # fmt: skip
        if self.line:
            nodes += self._falling(fit, rect, unit)
        if self._whole > self.money:
            at = rect.x + self.money * unit
            spot = Rect(at - 2, top - 8, 4, high + 16)
            ends = ((at, spot.y), (at, spot.bottom))
            nodes.append(
                Path(rect=spot, points=ends, colour=fit.colour("broken"), width=5.0, layer=fit.layer)
            )
        return nodes

    def _free(self, fit: Fit, track: Rect, unit: float) -> Sequence[Node]:
        """What no block takes of the money, as an empty ruler: a tick for each tenth."""
        taken = sum(bit.amount for bit in self.bits)
        free, start = (self.money - taken) * unit, track.x + taken * unit
        if free < 6.0:
            return []
        line = fit.colour("field_line")
        spot = Rect(start + self._GAP / 2, track.y, free - self._GAP, track.h)
        nodes: list[Node] = [
            Panel(
                rect=spot, fill=fit.colour("panel"), radius=min(10.0, free / 3), border=line, layer=fit.layer
            )
        ]
        for i in range(1, 10):
            x = track.x + self.money * unit * i / 10
            if x > start + 12:
                high = track.h * (0.3 if i == 5 else 0.18)
                ends = ((x, track.bottom - 3), (x, track.bottom - 3 - high))
                tick = Rect(x - 1, ends[1][1], 2, high)
                nodes.append(Path(rect=tick, points=ends, colour=line, width=2.0, layer=fit.layer))
        return nodes

    def _block(self, fit: Fit, bit: Bit, spot: Rect) -> Sequence[Node]:
        ground = fit.colour(bit.colour)
        art = Panel(
            rect=spot, fill=ground, radius=10.0, border=fit.colour("gold") if bit.new else None,
            border_width=6.0, key=bit.key, appears="fade" if bit.key else "", travels=bool(bit.key),
            layer=fit.layer,
        )  # fmt: skip
        nodes: list[Node] = [art]
        over = fit.over(ground)
        for text in (bit.text, bit.text.partition("\n")[0]):
            first, _, more = text.partition("\n")
            lines = [Label(first, self.style, bit.letters, "center", one_line=True)]
            if more:
                lines.append(Label(more, "label", bit.letters, "center", one_line=True))
            sizes = [over.measure(line, 9999.0) for line in lines]
            high = sum(size.h for size in sizes)
            if max(size.w for size in sizes) > spot.w - 4.0 or (high > spot.h and more):
                continue
            y = spot.y + (spot.h - high) / 2
            for line, size in zip(lines, sizes, strict=True):
                nodes += place(over, line, Rect(spot.x, y, spot.w, size.h))
                y += size.h
            break
        return nodes

    def _falling(self, fit: Fit, rect: Rect, unit: float) -> Sequence[Node]:
        """The money that is left, as a line that falls by a step at each block."""
        room, ink = self._line(fit) - 14.0, fit.colour("kept")
        left, x = self.money, rect.x
        points: list[tuple[float, float]] = []

        def level(amount: int) -> float:
            return rect.y + 8.0 + (room - 8.0) * (1 - amount / max(self.money, 1))

        points.append((x, level(left)))
        for bit in self.bits:
            x += bit.amount * unit
            left -= bit.amount
            points += [(x, points[-1][1]), (x, level(left))]
        points.append((rect.right, level(left)))
        spot = Rect(rect.x, rect.y, rect.w, room + 8.0)
        return [Path(rect=spot, points=tuple(points), colour=ink, width=5.0, layer=fit.layer)]


def asked_of(ballot: BallotView) -> int:
    """What all that is eligible would cost, in thousands."""
    return sum(idea.price for _, idea in ballot.ideas)


def counted_bit(
    ballot: BallotView, one: CountedIdea, price: bool = True, under: Element | None = None, new: bool = False,
    key: str = "",
) -> Bit:  # fmt: skip
    """An idea that is funded, as a block."""
    name = letter(ballot, one.id)
    text = f"{name}\n{one.price_told}" if price else name
    return Bit(one.price, colour(ballot, one.id), text, under, key, new)
