"""The notes of whoever unfolds the sheet, on A4: for each panel what to say, what to ask, where the fact is
from, in letters that are read standing."""

from datetime import date
from typing import Any

from engine.content.model import SIDES, Briefing, BriefingPanel
from engine.language import ntr, tr
from engine.look.palette import PAPER
from engine.paper import press
from engine.telling.reader import Reader


def pdf(briefing: Briefing, reader: Reader, large: bool = False) -> tuple[bytes, int]:
    """The pages as one PDF, and how many; NoPressError where Typst is not installed."""
    told = data(briefing, reader, large)
    return b"".join(press.pages("notes", told)), press.marked("notes", told, "pages")[0]


def pictures(briefing: Briefing, reader: Reader, large: bool = False) -> list[bytes]:
    """Each page as a PNG."""
    return press.pages("notes", data(briefing, reader, large), "png")


def overflowing(briefing: Briefing, reader: Reader, large: bool = False) -> list[str]:
    """The sides that have a page too long for its paper, even in the smallest type."""
    return [str(name) for name in press.marked("notes", data(briefing, reader, large), "overflow")]


def data(
    briefing: Briefing, reader: Reader, large: bool = False, today: date | None = None
) -> dict[str, Any]:
    """All that the template reads; a panel that is past, on a day (today, if none is given), says so."""
    short = [panel.id for panel in briefing.way(short=True)] if briefing.short else []
    with reader.speaking():
        return {
            "title": reader.read(briefing.title),
            "game": tr("COOP ou pas COOP"),
            "subject": tr("À dire, volet par volet"),
            "short": ntr(
                "Le trait à gauche : {n} volet du parcours court.",
                "Les traits à gauche : les {n} volets du parcours court.",
                len(short),
            )
            if short
            else "",
            "lang": reader.language,
            "large": large,
            "colours": {name: PAPER[name] for name in PAPER if not name.startswith("zone")},
            "sides": [
                {
                    "title": tr("Recto") if side == "recto" else tr("Verso"),
                    "panels": [
                        _panel(panel, reader, n, panel.id in short, today or date.today())
                        for n, panel in enumerate(briefing.on(side), 1)
                    ],
                }
                for side in SIDES
                if briefing.on(side)
            ],
        }


def _panel(panel: BriefingPanel, reader: Reader, n: int, short: bool, today: date) -> dict[str, Any]:
    source = " · ".join(reader.read(text) for text in (panel.source, panel.dated) if text)
    past = tr("Ce volet disait vrai jusqu’en {year} : à vérifier.", year=panel.valid_until)
    return {
        "n": n,
        "short": short,
        "title": reader.read(panel.title),
        "say": reader.read(panel.say),
        "ask": tr("Demander : {question}", question=reader.read(panel.ask)),
        "source": tr("Source : {source}", source=source) if source else "",
        "past": past if panel.is_past(today) else "",
    }
