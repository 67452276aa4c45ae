"""First page of the Bilan of a session that is taken up again later: « Promis, tenu ? », one commitment at a
time, and what its author says became of it.

It comes once a day has gone by since somebody committed themself: the next morning, when the record is
printed, nobody has had time for anything.
"""

from dataclasses import dataclass

from engine.debrief.types import Bilan, SaidLine
from engine.language import tr, typo
from engine.play.commands import BECAME, Became, FollowUp
from engine.telling.vocabulary import became_word, date
from engine.view.types import View
from game.front.drafts import Form, Turned
from game.front.intents import Do, Draft, Fill
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Pill, Row, Spacer, Span, Tap
from game.pieces.parts import Own, apart, choice_chip, field, looking_back, paged

PAGE = "promised"
"""The name under which it is kept which commitment is read."""
DAY = 86400.0
"""Seconds that pass before anybody is asked."""
_LINE, _SHORT = 300, 60
"""Letters of a line of what happened, at most; of a commitment in the list."""
_COLOURS = {"kept": "kept", "going": "idea"}
"""No red for a no: it is not a verdict."""


@dataclass(frozen=True, slots=True)
class Unsaying(Form):
    """The number of the commitment whose line is about to be taken back for good; 0: none."""

    sure: int = 0


def due(data: Bilan, taken_up: float) -> bool:
    """Whether the session was taken up (a moment of unix time; 0: it never was) late enough to ask."""
    return any(taken_up - line.at >= DAY for line in data.said.commitments)


def promised(view: View, ui: Ui, data: Bilan) -> Element:
    """One commitment large, with what became of it; beside it all of them."""
    found = data.said.commitments
    now = found[_at(ui, data)]
    words = tr("Chacun répond pour soi, ou passe. Un non n’est pas un verdict : il dit ce qui a manqué.")
    answers = may(view, ui) and not apart(view, ui) and not ui.panel
    style = "heading" if answers else "title"
    told: list[Element] = [*_read(now, style), *(_asking(ui, now) if answers else _told(now))]
    lines = paged(ui, "promised-list", [_small(line, i, line is now) for i, line in enumerate(found)])
    body = Row(
        [
            Grow(Own(Card(Column(told, "m", justify="center"), "xl", "l"), 1.3), 1.7, 620),
            Grow(Own(Card(lines, "l", "m")), 1, 380),
        ],
        "xl",
        "stretch",
    )
    return Column([Label(tr("Promis, tenu ?"), "title"), Label(words, "lead", "quiet"), Grow(body)], "m")


def may(view: View, ui: Ui) -> bool:
    """Whether what became of a commitment can be written down."""
    return view.allows("follow-up") is not None and not looking_back(ui)


def steps(data: Bilan) -> tuple[str, ...]:
    """What leads to each commitment."""
    return tuple(tr("La promesse suivante") for _ in data.said.commitments)


def asking(view: View, ui: Ui) -> Element:
    """The same for who leads, beside the room's picture."""
    data = ui.bilan
    assert isinstance(data, Bilan)
    now = data.said.commitments[_at(ui, data)]
    return Column([*_read(now, "body", 3), *_asking(ui, now), Grow(Spacer())], "s")


def _at(ui: Ui, data: Bilan) -> int:
    return min(max(ui.page(PAGE), 0), len(data.said.commitments) - 1)


def _read(line: SaidLine, style: str, most: int = 7) -> list[Element]:
    """Who committed themself to what, when, and until when."""
    when = tr("Promis le {day}", day=date(line.at))
    if line.due:
        when += " · " + tr("pour quand : {due}", due=typo(line.due))
    rows: list[Element] = [
        Label(when, "label", max_lines=2),
        Label(tr("« {text} »", text=typo(line.text)), style, "ink", max_lines=most),
    ]
    return [*rows, Label(typo(line.speaker), "body", max_lines=1)] if line.speaker else rows


def _told(line: SaidLine) -> list[Element]:
    """What became of it, to be read."""
    pill = Pill(became_word(line.became), _COLOURS.get(line.became or "", "plain"))
    return [Row([pill, Grow(Spacer())], "s"), *_happened(line)]


def _happened(line: SaidLine) -> list[Element]:
    text = tr("« {text} »", text=typo(line.happened))
    return [Label(text, "body", "ink")] if line.happened else []


def _asking(ui: Ui, line: SaidLine) -> list[Element]:
    """The three answers, the line of what happened, and what to do with it."""
    id_ = f"followup.{line.note}.text"
    typed = ui.text(id_).strip()[:_LINE]
    chips = [_answer(line, i, became, typed, id_) for i, became in enumerate(BECAME)]
    keep = _kept(line, line.became, typed, id_) if typed and line.became else None
    written = field(ui, id_, tr("Que s’est-il passé ? Une ligne, si vous voulez."), keep)
    buttons: list[Element] = [
        Button(tr("Garder"), "followup-keep", keep, "chip", enabled=keep is not None),
        *(_unsay(ui, line, id_) if line.happened else []),
    ]
    return [Flow(list(chips), "s", "s"), *_happened(line), written, Flow(buttons, "xs", "xs")]


def _answer(line: SaidLine, i: int, became: Became, typed: str, id_: str) -> Button:
    """One of the three answers. The one that stands, chosen again, leaves the question open."""
    chosen = became == line.became
    nothing = chosen and not typed and not line.happened
    command = _kept(line, None if nothing else became, typed, id_)
    return choice_chip(became_word(became), f"followup-{i + 1}", command, chosen)


def _kept(line: SaidLine, became: Became | None, typed: str, id_: str) -> Do:
    happened = typed or line.happened
    return Do(FollowUp(note=line.note, became=became, happened=happened if became else ""), (id_,))


def _unsay(ui: Ui, line: SaidLine, id_: str) -> list[Element]:
    """Correct the line, or take it back: that is what nothing brings back, and is asked twice."""
    if ui.form(Unsaying).sure != line.note:
        return [
            Button(tr("Corriger"), "followup-edit", Fill(((id_, line.happened),), focus=id_), "chip"),
            Button(tr("Retirer"), "followup-unsay", Draft(Unsaying(sure=line.note)), "chip"),
        ]
    take = Do(FollowUp(note=line.note, became=line.became), (id_,), (Unsaying(),))
    return [
        Button(tr("Oui, la retirer pour toujours"), "followup-unsay-yes", take, "broken", style="chip"),
        Button(tr("Non"), "followup-unsay-no", Draft(Unsaying()), "chip"),
    ]


def _small(line: SaidLine, i: int, now: bool) -> Element:
    """One of them in a few words, and how it stands; touching it reads it."""
    said = typo(line.text if len(line.text) <= _SHORT else line.text[:_SHORT].rstrip() + "…")
    text = Label([Span("▶ ", "kept", True), Span(said)] if now else said, "body", "ink" if now else "quiet")
    word = Label(became_word(line.became), "small", _COLOURS.get(line.became or "", "quiet"))
    label = tr("Lire : {text}", text=line.text[:60])
    return Tap(Column([text, word], "none"), f"promised-{i}", Draft(Turned(PAGE, i)), label, radius=8.0)
