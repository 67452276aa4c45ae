"""What a scene is made of: small frozen values with a rectangle, painted in order.

Colours are (r, g, b). A `key` is stable from one scene to the next: what has one can move (see motion).
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.look.things import Setting, Standing
from game.kit.geometry import Rect

Rgb = tuple[int, int, int]
Point = tuple[float, float]
TokenState = Literal["promised", "given", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything painted. `layer` rises with each overlay; `appears` says how a new key comes in: "late" once
    one has seen what it covers. A new key with an `origin` comes from there.
    """

    rect: Rect
    key: str = ""
    layer: int = 0
    travels: bool = False
    trail: bool = False
    appears: Literal["", "fade", "unfold", "late"] = ""
    origin: Rect | None = None


class Run(NamedTuple):
    """Letters of one font and colour on a line. Symbols (→ ✓ ▲...) are in `text` and drawn as shapes."""

    text: str
    font: str
    colour: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Node):
    """One line. `size` in logical pixels; `baseline` from the top of rect; `on` the colour beneath; `halo`
    a rim; `role` the style of the theme.
    """

    runs: tuple[Run, ...]
    size: float
    baseline: float
    on: Rgb
    role: str = ""
    halo: Rgb | None = None
    turned: bool = False  # read from bottom to top: rect is then as high as the line is long

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel(Node):
    """A rounded rectangle; `edge` colours its soft lower rim, `depth` below; `band` its top."""

    fill: Rgb
    radius: float
    border: Rgb | None = None
    border_width: float = 2.0
    edge: Rgb | None = None
    depth: float = 7.0
    band: Rgb | None = None
    band_height: float = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil(Node):
    """Dims all that is below; controls beneath it cannot be reached."""

    colour: Rgb = (29, 36, 51)
    opacity: float = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """A line through `points` (absolute), whole or dotted."""

    points: tuple[Point, ...]
    colour: Rgb
    width: float = 2.0
    dotted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon(Node):
    """A filled shape through `points` (absolute)."""

    points: tuple[Point, ...]
    fill: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(Node):
    """The circle that fills rect."""

    fill: Rgb | None
    border: Rgb | None = None
    border_width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Node):
    """A token: kind 0 time (circle), 1 means (square), 2 backing (triangle); given is full, promised dashed,
    missing an empty outline.
    """

    kind: int
    state: TokenState
    colour: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments(Node):
    """A rounded bar cut into (share of the width, colour) from the left; the rest is the `track`."""

    shares: tuple[tuple[float, Rgb], ...]
    track: Rgb
    radius: float
    mark: float | None = None  # an upright line at this share of the width
    mark_colour: Rgb = (0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceDisc(Node):
    """A portrait in a disc. `spec` is a character's face (sorted pairs); `bust` shows shoulders without a
    disc; `grey` is somebody who has left.
    """

    spec: tuple[tuple[str, str], ...]
    expression: str
    initials: str
    disc: Rgb
    ring: Rgb | None = None
    ring_width: float = 0.0
    bust: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictogram(Node):
    """A picture of game/pictograms in one colour."""

    name: str
    colour: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class StampMark(Node):
    """The tilted frame of a stamp; its word is a Text node of the same tilt, drawn with it."""

    text: str
    font: str
    size: float
    colour: Rgb
    tilt: float
    on: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror(Node):
    """A picture of another window, by its id, kept up to date by the stage."""

    source: str
    radius: float = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneryArt(Node):
    """What a neighbourhood's things stand in: sky, old houses, ground. `units` is its size in the drawing's
    units; `ground` how far above its foot, in those, the street, the yard and the water's edge are;
    `light` (0 to 4) how many windows are lit; `strong` for high contrast.
    """

    setting: Setting
    light: int
    units: tuple[int, int]
    ground: tuple[int, int, int]
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingArt(Node):
    """A thing of a neighbourhood (a name of engine.look.things) in its state and level; `strong` for high
    contrast.
    """

    kind: str
    state: Standing
    level: int
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshArt(Node):
    """What draws the eye to a thing that has just changed: rays round one that is `done`, else a mark."""

    done: bool
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineArt(Node):
    """A drawing that fills rect: pieces of SVG on a canvas of `units`."""

    markup: str
    units: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corners(Node):
    """The four corners of a rectangle in the colour around it, so that a picture beneath looks rounded. With
    a `line`, only the upper ones: it runs along them and down both sides, as round a card.
    """

    colour: Rgb
    radius: float
    line: Rgb | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(Node):
    """Something a person can activate. `intent` is given back as it is; `label` is for the help and for
    tests. One that is `unseen` is reached by its key, or from another window, and not by Tab.
    """

    id: str
    intent: object = None
    label: str = ""
    enabled: bool = True
    role: Literal["button", "card", "field", "token", "link"] = "button"
    radius: float = 18.0
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A visible line of a field: `start` is the index of its first letter; `stops` the x of each caret
    place.
    """

    start: int
    y: float
    height: float
    stops: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldControl(Control):
    """A text field. Its letters are Text nodes; the caret and the selection are drawn from `lines`."""

    over: bool = False
    lines: tuple[FieldLine, ...] = ()
    caret: int = 0
    selection: tuple[int, int] | None = None
    caret_colour: Rgb = (0, 0, 0)
    selection_colour: Rgb = (200, 215, 245)

    def index_at(self, x: float, y: float) -> int:
        """The caret place nearest to a point, in letters from the start of the whole text."""
        if not self.lines:
            return 0
        line = min(self.lines, key=lambda entry: abs(entry.y + entry.height / 2 - y))
        place = min(range(len(line.stops)), key=lambda i: abs(line.stops[i] - x))
        return line.start + place
