"""What is to be drawn, as data: a screen says what stands where, the painter draws it, a test can check it.

**Units.** Everything is in logical pixels on a canvas of at least 1920 × 1080, whatever the window: a
window that is not 16:9 gets a canvas that is longer on one side. Write screens for 1920 × 1080 and let
boxes share what is more.

**A screen** is a function from a view to an element, composed on a canvas:

    >>> from game.kit import Button, Card, Column, Face, Grow, Label, Pad, Row, Spacer, Span, Stamp, Tokens
    >>> def compose(canvas, title):
    ...     head = Row([Label(title, "heading"), Grow(Spacer()), Pill("Négociation", "dark")])
    ...     card = Card(
    ...         Column([
    ...             Label("Rouvrir la maison de santé", "heading"),
    ...             Tokens.filled(given=(0, 2, 0), cost=(0, 5, 1), key="project.sante"),
    ...             Label([Span("Santé +8", bold=True), Span(" · "), Span("Bien-être +2")], "small"),
    ...         ], "s")
    ...     )
    ...     who = Row([
    ...         Grow(Column([Label("Fatou Diarra", "name"), Label("Conseil citoyen", "small")], "none")),
    ...         Stamp("TENU", "kept"),
    ...     ])
    ...     go = Button("Clore la négociation", "next", ("advance",), "primary")
    ...     cards = Row([Grow(card, 2), Grow(Card(who))], align="stretch")
    ...     body = Column([head, cards, Grow(Spacer()), Row([go])])
    ...     return canvas.compose(Pad(body, 56, 32))

In a test, or to look at it:

    >>> from game.paint import canvas
    >>> scene = compose(canvas((1280, 720)), "Tour 2 sur 3")
    >>> scene.check()
    []
    >>> scene.texts()[:2]
    ('Tour 2 sur 3', 'Négociation')
    >>> scene.control("next").intent
    ('advance',)

**Elements.** Boxes: `Column`, `Row` (children take their natural size; `Grow(child, weight)` shares the rest;
`Sized(child, w, h)` fixes a size), `Flow` (goes on to the next line), `Grid`, `Stack` (one above the
other), `Card`, `Pad`, `Spacer`, `Rule`, `Pages` (a long list). Words: `Label`, `Struck`, `Pill`, `Stamp`. The
game: `Tokens`, `Face`, `Bar`, `StackedBar`/`Part`, `Picture`, `Landscape`, `OneThing`, `Preview`,
`Chart`/`Dot`. To act: `Button`, `Field`, `Tap(any element)`. Anything else:
`Drawn(lambda fit, rect: [nodes...])`, with `Label(...).place(fit, rect)` for words inside it. An overlay
(help, settings, a question): `canvas.compose(screen, overlay)`; what is below is veiled and out of reach;
centre it with `centred(Card(...), width)`.

**Styles** are names of `game.kit.theme`: poster display title heading subheading lead body strong name small
label tiny pill button chip stamp timer number count field. The same names are smaller in the console
(`Theme(window="console")`).
**Colours** are roles of `engine.look.palette`: ink quiet kept part broken gift note_ink on_night night_gold,
family.inhabitants, token.time, zone.passive, indicator.0 ... A Card's `fill` is a role too (panel, night,
note, kept).
**Gaps** are none xs s m l xl, or a number. Texts come from `engine.language.tr`, never from f-strings.

**Room.** A text is never cut. A box that has less room than it wants sets all inside it in smaller type and
tighter gaps, down to the window's floor (22 logical pixels in the room, 16 in the console); if even that is
too much, `scene.overflow` says so and tests fail: show fewer things, or `Pages`. Give a Row's long texts a
`Grow`.

Larger text (the setting) is never set smaller than at the size before: a screen shows less at once, by
`Fullest`, `Barer` or `Pages` (game.kit.fitting). Words that come and go stand in a `Steady`, and a
button says in `reserve` what else it may say: nothing moves under the hand.

**Control.** Every control needs an id that is stable from one scene to the next (the focus stays on it) and
an `intent`, opaque to us, that comes back when it is activated. `scene.tab()` moves the focus in reading
order.

**Movement.** A node whose `key` was in the scene before and whose rectangle changed travels (Tokens and
Face take `key`; wrap anything else in `Keyed(child, key, appears="unfold")`). Nothing else is needed:
compose the new scene.
"""

from game.kit.bars import Bar, Dial, Part, StackedBar
from game.kit.boxes import Column, Flow, Grow, Row, centred
from game.kit.chart import Chart, Dot
from game.kit.frames import Card, Keyed, Pad, Rule, Sized, Spacer, Stack
from game.kit.geometry import Rect, logical_size, scale_of
from game.kit.grids import Grid, Pages
from game.kit.inputs import Button, Field, Tap, Unseen
from game.kit.labels import Label, Pill, Stamp, Struck
from game.kit.landscape import Landscape, OneThing
from game.kit.layout import Canvas, Element, Fit, Size, place
from game.kit.links import Link
from game.kit.motion import Motion, motions
from game.kit.nodes import Control, FieldControl, Node
from game.kit.scene import Defect, Scene
from game.kit.things import Drawn, Face, Picture, Preview, Tokens
from game.kit.words import Metrics, Span, rich

__all__ = [
    "Bar",
    "Button",
    "Canvas",
    "Card",
    "Chart",
    "Column",
    "Control",
    "Defect",
    "Dial",
    "Dot",
    "Drawn",
    "Element",
    "Face",
    "Field",
    "FieldControl",
    "Fit",
    "Flow",
    "Grid",
    "Grow",
    "Keyed",
    "Label",
    "Landscape",
    "Link",
    "Metrics",
    "Motion",
    "Node",
    "OneThing",
    "Pad",
    "Pages",
    "Part",
    "Picture",
    "Pill",
    "Preview",
    "Rect",
    "Row",
    "Rule",
    "Scene",
    "Size",
    "Sized",
    "Spacer",
    "Span",
    "Stack",
    "StackedBar",
    "Stamp",
    "Struck",
    "Tap",
    "Tokens",
    "Unseen",
    "centred",
    "logical_size",
    "motions",
    "place",
    "rich",
    "scale_of",
]
