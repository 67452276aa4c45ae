"""How far the briefing's sheet is unfolded, and what is looked at: a form of the front-end's, none of the
session's business.

All functions are pure: a `Reading` and the `Briefing` in, another `Reading` out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from engine.briefing.diagrams import steps
from engine.content.model import Briefing, BriefingPanel
from engine.view.types import View
from game.front.drafts import Form
from game.front.intents import Go
from game.kit.folding import Seen

SCREEN = "foldout"
"""The name of the page; its argument is the panel that it was opened for, "" for none."""
Path = Literal["", "long", "short"]
MINUTES: Final[Mapping[Path, int]] = MappingProxyType({"long": 25, "short": 6})
"""How long each path is made to last."""


@dataclass(frozen=True, slots=True)
class Reading(Form):
    """Where one is on the sheet. `path` "": not begun; `at` a panel's id, its drawing at `step`; so many
    panels of each side are open; those of `read` have been looked at. `over`: folded again at the end.
    `note`: what to say is shown, in one window. `began`: when, in seconds. `hands`: at which step a show of
    hands has put a drawing that the room tips, by its panel.
    """

    path: Path = ""
    at: str = ""
    step: int = 1
    recto: int = 0
    verso: int = 0
    read: tuple[str, ...] = ()
    seen: Seen = "folded"
    over: bool = False
    note: bool = False
    began: float = 0.0
    hands: tuple[tuple[str, int], ...] = ()

    def open_on(self, side: str) -> int:
        """How many panels of a side are unfolded."""
        return self.recto if side == "recto" else self.verso

    def by_hand(self, panel: str) -> int:
        """The step at which hands have put a panel's drawing; 0 where none have."""
        return dict(self.hands).get(panel, 0)


def panel_of(briefing: Briefing, reading: Reading) -> BriefingPanel:
    """The panel that one is at; the first before anything is open, and where there is no such panel."""
    return next((panel for panel in briefing.panels if panel.id == reading.at), briefing.panels[0])


def place_of(briefing: Briefing, panel: BriefingPanel) -> int:
    """Where a panel stands on its side, from 0."""
    return briefing.on(panel.side).index(panel)


def way_of(briefing: Briefing, reading: Reading) -> tuple[BriefingPanel, ...]:
    """The panels of the chosen path."""
    return briefing.way(reading.path == "short")


def begun(briefing: Briefing, reading: Reading, path: Path, now: float) -> Reading:
    """On the first panel of a path; or, where one is on the way already, on that path from here on."""
    chosen = replace(reading, path=path, note=False)
    if reading.read and not reading.over:
        return chosen
    return arrived(briefing, replace(Reading(path=path), began=now), way_of(briefing, chosen)[0].id)


def opened(briefing: Briefing, reading: Reading, panel: str, now: float) -> Reading:
    """On the panel that something refers to."""
    chosen = reading if reading.path else replace(reading, path="long", began=now)
    return arrived(briefing, chosen, panel)


def arrived(briefing: Briefing, reading: Reading, panel: str) -> Reading:
    """At a panel: all before it on its side lie open too. One read before shows its whole drawing."""
    there = replace(reading, at=panel, seen="panel", over=False, note=False)
    found = panel_of(briefing, there)
    known = found.id in reading.read
    read = reading.read if known else (*reading.read, found.id)
    there = replace(there, at=found.id, read=read, step=rest(there, found) if known else 1)
    wide = max(there.open_on(found.side), place_of(briefing, found) + 1)
    return replace(there, recto=wide) if found.side == "recto" else replace(there, verso=wide)


def rest(reading: Reading, panel: BriefingPanel) -> int:
    """The step of a drawing that has been gone through: its last one, or where hands have put it."""
    return reading.by_hand(panel.id) or steps(panel.diagram)


def tipped(briefing: Briefing, reading: Reading, step: int) -> Reading:
    """The drawing put where the hands say; level again, where it already was there."""
    here = panel_of(briefing, reading)
    there = 1 if reading.step == step else step
    others = tuple(one for one in reading.hands if one[0] != here.id)
    return replace(reading, step=there, hands=(*others, (here.id, there)))


def following(briefing: Briefing, reading: Reading) -> BriefingPanel | None:
    """The next panel of the path; from one that is not on it, the next that comes later on the sheet."""
    way, here = way_of(briefing, reading), panel_of(briefing, reading)
    if here in way:
        return next(iter(way[way.index(here) + 1 :]), None)
    at = briefing.panels.index(here)
    return next((panel for panel in way if briefing.panels.index(panel) > at), None)


def forward(briefing: Briefing, reading: Reading) -> Reading | None:
    """The next step of the drawing, unless hands have put it where it is, then the next panel, then folded
    back to the last question; None when that has been."""
    if reading.over or not reading.path:
        return None
    here = panel_of(briefing, reading)
    if reading.seen == "whole":
        return replace(reading, seen="panel")
    if reading.step < steps(here.diagram) and not reading.by_hand(here.id):
        return replace(reading, step=reading.step + 1)
    after = following(briefing, reading)
    if after is not None:
        return arrived(briefing, reading, after.id)
    return replace(reading, seen="folded", over=True, note=False)


def backward(briefing: Briefing, reading: Reading) -> Reading | None:
    """What was before; None at the very first."""
    if reading.over or reading.seen == "whole":
        return replace(reading, seen="panel", over=False)
    if reading.step > 1 and reading.path:
        if reading.by_hand(reading.at):
            return tipped(briefing, reading, reading.step)
        return replace(reading, step=reading.step - 1)
    way, here = way_of(briefing, reading), panel_of(briefing, reading)
    at = briefing.panels.index(here)
    before = [panel for panel in way if briefing.panels.index(panel) < at]
    return arrived(briefing, reading, before[-1].id) if before and reading.path else None


def turned(briefing: Briefing, reading: Reading) -> Reading | None:
    """On the other side, at the last panel unfolded there; None where there is none, or nothing is open."""
    side = "verso" if panel_of(briefing, reading).side == "recto" else "recto"
    there = [panel for panel in briefing.panels if panel.side == side]
    if not there or reading.seen == "folded":
        return None
    last = max(min(reading.open_on(side), len(there)) - 1, 0)
    return replace(arrived(briefing, reading, there[last].id), seen=reading.seen)


def overview(reading: Reading) -> Reading | None:
    """The whole side, or back to one panel; None where nothing is open."""
    if reading.seen == "folded":
        return None
    return replace(reading, seen="panel" if reading.seen == "whole" else "whole", note=False)


def refers(view: View | None, card: str = "") -> str:
    """The panel that what is shown refers to, or the project whose `card` is open; "" where nothing does."""
    if view is None:
        return ""
    open_ = next((project for project in view.projects if project.id == card), None)
    return (open_.refers if open_ is not None else "") or view.refers


def opening(panel: str = "") -> Go:
    """What opens the sheet, wherever one is: on a panel, or where one left it."""
    return Go(SCREEN, panel)
