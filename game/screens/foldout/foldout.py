"""The briefing on screen: the sheet on its table, a line that says where one is, what may be done."""

from dataclasses import replace

from engine.briefing.diagrams import trays
from engine.content.model import Briefing, BriefingPanel
from engine.language import tr
from engine.play.commands import Clock
from engine.view.types import View
from game.front.foldout import (
    MINUTES,
    Reading,
    arrived,
    backward,
    begun,
    following,
    forward,
    overview,
    panel_of,
    place_of,
    rest,
    tipped,
    turned,
    way_of,
)
from game.front.intents import Back, Do, Draft
from game.front.state import Ui, Way
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Pad,
    Pill,
    Row,
    Sized,
    Spacer,
    Span,
    Unseen,
)
from game.pieces.parts import SIDE, Own, apart, clock_text, top
from game.screens.foldout.panel import say, written
from game.screens.foldout.stage import Stage

_FOOT = 96.0
"""Logical height of the row of buttons."""


def foldout(view: View | None, ui: Ui) -> Element:
    """The whole page."""
    briefing, reading = ui.briefing, ui.form(Reading)
    if briefing is None:
        return Spacer()
    if view is not None and apart(view, ui):
        buttons = [button for button in controls(ui, briefing, reading) if isinstance(button, Button)]
        head = _head(ui, briefing, reading, None, timed=False)
        return Column([head, Grow(_stage(ui, briefing, reading)), Unseen(buttons)], "none")
    may = Flow([*controls(ui, briefing, reading), *_clock(view)], "s", "xs")
    foot = Sized(Own(Pad(may, SIDE, 14.0)), h=_FOOT)
    return Column([_head(ui, briefing, reading, view), Grow(_stage(ui, briefing, reading)), foot], "none")


def foldout_way(view: View | None, ui: Ui) -> Way | None:
    """The next step of a drawing, the next panel, the sheet folded again, and back to where one was."""
    briefing, reading = ui.briefing, ui.form(Reading)
    if briefing is None:
        return Way(tr("Fermer la page"), Back())
    if not reading.path:
        return Way(tr("Déplier"), Draft(begun(briefing, reading, "long", ui.now)))
    after = forward(briefing, reading)
    if after is None:
        return Way(tr("Fermer le dépliant"), Back())
    return Way(_named(briefing, reading, after), Draft(after))


def _named(briefing: Briefing, reading: Reading, after: Reading) -> str:
    """What the way on is called."""
    if after.over:
        return tr("Replier")
    if after.at == reading.at:
        return tr("Revenir au volet") if reading.seen == "whole" else tr("La suite du dessin")
    other = panel_of(briefing, after).side != panel_of(briefing, reading).side
    return tr("Retourner la feuille") if other else tr("Volet suivant")


# ---- What may be done ----------------------------------------------------------------------------------


def controls(ui: Ui, briefing: Briefing, reading: Reading) -> list[Element]:
    """Buttons for all that may be done with the sheet; from the console too they act on the room's."""
    way = foldout_way(None, ui)
    assert way is not None
    before = backward(briefing, reading) or reading  # at the very first there is nothing to look back at
    found: list[Element] = [Button(way.label, "unfold", way.intent, "primary", hint="→")]
    found.append(Button(tr("Précédent"), "page-back", Draft(before), "chip", hint="←"))
    over, whole = turned(briefing, reading), overview(reading)
    if over is not None:
        found.append(Button(tr("Retourner"), "turn-over", Draft(over), "chip", hint="R"))
    if whole is not None:
        word = tr("Un volet") if reading.seen == "whole" else tr("Toute la feuille")
        found.append(Button(word, "overview", Draft(whole), "chip", hint="V"))
    if reading.seen == "panel":
        note = tr("Cacher la note") if reading.note else tr("Note")
        found.append(Button(note, "note", Draft(replace(reading, note=not reading.note)), "chip", hint="N"))
    if reading.path:
        found.append(_other_path(ui, briefing, reading))
    found.append(Button(tr("Fermer"), "close", Back(), "chip"))
    return found


def tipping(ui: Ui, briefing: Briefing, reading: Reading) -> list[Button]:
    """For the console: what the hands say of a drawing that the room tips."""
    here = panel_of(briefing, reading)
    found = trays(here.diagram, reading.step) if reading.seen == "panel" else ()
    does = _hands(briefing, reading, here)
    return [
        Button(
            say(here.diagram.data[tray.part].label, ui.settings),
            f"tray-{n}",
            does[tray.step],
            "chosen" if tray.step == reading.step else "chip",
            hint="KL"[n - 1],
        )
        for n, tray in enumerate(found, 1)
    ]


def _hands(briefing: Briefing, reading: Reading, panel: BriefingPanel) -> dict[int, Draft]:
    """What tipping a drawing to a step does."""
    return {tray.step: Draft(tipped(briefing, reading, tray.step)) for tray in trays(panel.diagram, 1)}


def _clock(view: View | None) -> list[Button]:
    """In one window, what stops the phase's time while the sheet lies over it, and starts it again: with two,
    the console has its timer beside. Nothing stops by itself: a pause is written in the session's journal."""
    legal = view.allows("clock") if view is not None else None
    if legal is None:
        return []
    paused = "resume" in legal.ids
    word = tr("Reprendre le temps") if paused else tr("Mettre le temps en pause")
    does = Do(Clock(action="resume" if paused else "pause"))
    return [Button(word, "clock-pause", does, "chosen" if paused else "chip", hint="P")]


def _other_path(ui: Ui, briefing: Briefing, reading: Reading) -> Button:
    """The path that is not the one that one is on."""
    if reading.path == "short":
        words = tr("Tous les volets : {n} min", n=MINUTES["long"])
        return Button(words, "path-long", Draft(begun(briefing, reading, "long", ui.now)), "chip", hint="E")
    words = tr("Parcours court : {n} min", n=MINUTES["short"])
    return Button(words, "path-short", Draft(begun(briefing, reading, "short", ui.now)), "chip", hint="C")


# ---- The picture ---------------------------------------------------------------------------------------


def _head(ui: Ui, briefing: Briefing, reading: Reading, view: View | None, timed: bool = True) -> Element:
    """What it is, which panel of which side; how long it has taken, and what is left of the phase that it
    was opened in, for who leads."""
    words: list[Element] = [Label(say(briefing.title, ui.settings), "subheading", max_lines=2)]
    where = where_words(briefing, reading)
    if where:
        words.append(Label(where, "small", one_line=True))
    spent = [Pill(minutes_words(ui, reading), "plain")] if reading.path and timed else []
    if view is not None and _clock(view):
        left = clock_text(view.clock, ui.now)[0]
        spent.append(Pill(tr("Phase : {left}", left=left), "plain"))
    return top(Row([*words, Grow(Spacer()), *spent], "m"))


def where_words(briefing: Briefing, reading: Reading) -> str:
    """ "Recto · volet 3 sur 8", or nothing while it is folded."""
    if reading.seen == "folded":
        return ""
    here = panel_of(briefing, reading)
    side = tr("Recto") if here.side == "recto" else tr("Verso")
    n, total = place_of(briefing, here) + 1, len(briefing.on(here.side))
    return tr("{side} · volet {n} sur {total}", side=side, n=n, total=total)


def minutes_words(ui: Ui, reading: Reading) -> str:
    """ "4 min sur 25" """
    spent = max(int((ui.now - reading.began) / 60), 0)
    return tr("{spent} min sur {planned}", spent=spent, planned=MINUTES[reading.path])


def _stage(ui: Ui, briefing: Briefing, reading: Reading) -> Element:
    here = panel_of(briefing, reading)
    there = briefing.on(here.side)
    open_ = max(min(reading.open_on(here.side), len(there)), 1)
    return Stage(
        side=int(here.side == "verso"),
        open=open_,
        at=place_of(briefing, here),
        seen=reading.seen,
        read=tuple(i for i, panel in enumerate(there) if panel.id in reading.read),
        named=tuple(say(panel.title, ui.settings) for panel in there),
        jumps=tuple(Draft(arrived(briefing, reading, panel.id)) for panel in there),
        written=tuple((i, _leaf(ui, briefing, reading, panel)) for i, panel in enumerate(there[:open_])),
        front=_cover(ui, briefing, reading),
        onward=_onward(ui),
        aside=note_card(ui, here) if reading.note and reading.seen == "panel" else None,
    )


def _onward(ui: Ui) -> tuple[str, object]:
    """What touching the paper does: the way on."""
    way = foldout_way(None, ui)
    assert way is not None
    return way.label, way.intent


def _leaf(ui: Ui, briefing: Briefing, reading: Reading, panel: BriefingPanel) -> Element:
    """What stands on a panel: its drawing as far as it has come, whole where one has been, or goes past."""
    if panel.id != reading.at:
        return written(panel, rest(reading, panel), ui)
    return written(panel, reading.step, ui, _hands(briefing, reading, panel))


def _cover(ui: Ui, briefing: Briefing, reading: Reading) -> Element:
    """On the folded sheet: its title and the two paths; at the end the one question that is left."""
    title = say(briefing.title, ui.settings)
    if reading.over:
        last = way_of(briefing, reading)[-1]
        question = Label(say(last.ask, ui.settings), "display", "note_ink", "center")
        asked = Own(Column([question], justify="center"), 1.7)
        return Column([Label(title, "label", align="center"), Grow(asked)], "m")
    sides = tr("Un recto, un verso : chaque volet tient en une idée, un dessin, une question.")
    rows: list[Element] = [
        Label(title, "poster", align="center"),
        Label(sides, "lead", "quiet", "center"),
    ]
    if not reading.path:
        rows.append(Flow(_paths(ui, briefing, reading), "m", "s", "center"))
    return Own(Column(rows, "l", justify="center"), 1.2)


def _paths(ui: Ui, briefing: Briefing, reading: Reading) -> list[Element]:
    many, few = len(briefing.panels), len(briefing.way(short=True))
    long_ = tr("Les {n} volets : {minutes} min", n=many, minutes=MINUTES["long"])
    short = tr("Parcours court, {n} volets : {minutes} min", n=few, minutes=MINUTES["short"])
    return [
        Button(long_, "path-long", Draft(begun(briefing, reading, "long", ui.now)), "primary", hint="E"),
        Button(short, "path-short", Draft(begun(briefing, reading, "short", ui.now)), hint="C"),
    ]


def note_card(ui: Ui, panel: BriefingPanel) -> Element:
    """What the speaker says, asked for in one window; how the room tips the drawing, where it does."""
    lines = [Label(tr("À dire"), "label", "note_ink"), Label(say(panel.say, ui.settings), "body")]
    if trays(panel.diagram, 1):
        lines.append(Label(tr("Touchez un plateau (K ou L) : la balance suit les mains levées."), "small"))
    told = Own(Column(lines, "s"), 1.3)
    return Card(told, "m", "m", "note", "note_line")


def next_words(ui: Ui, briefing: Briefing, reading: Reading) -> list[Span]:
    """What comes next on the path."""
    after = following(briefing, reading)
    if not reading.path:
        after = way_of(briefing, reading)[0]
    if after is None:
        return [Span(tr("Dernier volet : ensuite, on replie."))]
    return [Span(tr("Ensuite : "), None, True), Span(say(after.title, ui.settings))]
