"""The briefing on paper: a sheet to fold in eight, its two sides in register, or its halves on A4 to join.

Turned over as a page of a calendar is, from below to above, each panel of the recto has behind it, upright,
the panel of the verso of the same number."""

from datetime import date
from typing import Any, Final, Literal

from engine.briefing import diagrams
from engine.content.model import SIDES, Briefing, BriefingPanel, Side
from engine.language import tr
from engine.look.palette import PAPER
from engine.look.shapes import svg
from engine.paper import press
from engine.telling.reader import Reader

Sheet = Literal["A2", "A3", "A4"]
SHEETS: Final[dict[Sheet, tuple[int, int, float, float]]] = {
    "A2": (4, 2, 594.0, 420.0), "A3": (4, 2, 420.0, 297.0), "A4": (2, 2, 210.0, 297.0),
}  # fmt: skip
"""Panels across and down a page, and its size in millimetres."""
COLUMNS: Final = 4


def pdf(briefing: Briefing, reader: Reader, sheet: Sheet) -> tuple[bytes, int]:
    """The pages as one PDF, and how many; NoPressError where Typst is not installed."""
    told = data(briefing, reader, sheet)
    return b"".join(press.pages("foldout", told)), len(told["pages"])


def pictures(briefing: Briefing, reader: Reader, sheet: Sheet) -> list[bytes]:
    """Each page as a PNG."""
    return press.pages("foldout", data(briefing, reader, sheet), "png")


def overflowing(briefing: Briefing, reader: Reader, sheet: Sheet) -> list[str]:
    """The names of the panels that are too long for their place, even in the smallest type."""
    return [str(name) for name in press.marked("foldout", data(briefing, reader, sheet), "overflow")]


def data(briefing: Briefing, reader: Reader, sheet: Sheet, today: date | None = None) -> dict[str, Any]:
    """All that the template reads: for each page, its panels row by row, None where a side has fewer; a
    panel that is past, on a day (today, if none is given), says so."""
    across, down, width, height = SHEETS[sheet]
    with reader.speaking():
        sides = {side: _placed(briefing, reader, side, today or date.today()) for side in SIDES}
        return {
            "title": reader.read(briefing.title),
            "game": tr("COOP ou pas COOP"),
            "lang": reader.language,
            "large": False,
            "colours": {name: PAPER[name] for name in PAPER if not name.startswith("zone")},
            "across": across,
            "down": down,
            "width": width,
            "height": height,
            "pages": [
                [panel for row in sides[side] for panel in row[first : first + across]]
                for first in range(0, COLUMNS, across)
                for side in SIDES
            ],
        }


def _placed(briefing: Briefing, reader: Reader, side: Side, today: date) -> list[list[dict[str, Any] | None]]:
    """The rows of a side; those of the verso lie behind the same panels of the recto."""
    panels = [_panel(panel, reader, today) for panel in briefing.on(side)]
    cells = [*panels, *[None] * (2 * COLUMNS - len(panels))]
    rows = [cells[:COLUMNS], cells[COLUMNS:]]
    return rows if side == "recto" else rows[::-1]


def _panel(panel: BriefingPanel, reader: Reader, today: date) -> dict[str, Any]:
    shapes = diagrams.drawn(panel.diagram, diagrams.steps(panel.diagram), reader.read)
    w, h = diagrams.WIDTH, diagrams.HEIGHT
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
    past = tr("Ce volet disait vrai jusqu’en {year} : à vérifier.", year=panel.valid_until)
    return {
        "id": panel.id,
        "title": reader.read(panel.title),
        "idea": reader.read(panel.idea),
        "ask": reader.read(panel.ask),
        "source": ", ".join(reader.read(text) for text in (panel.source, panel.dated) if text),
        "past": past if panel.is_past(today) else "",
        "drawing": f"{head}{svg(shapes, PAPER)}</svg>",
    }
