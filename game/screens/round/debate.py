"""Débat: COOP ou pas COOP? One act, a vote, talk, a second vote. Who moved is never shown."""

from dataclasses import dataclass

from engine.language import ntr, tr, typo
from engine.play.commands import PickAct
from engine.view.types import ActView, Counts, DebateView, View
from game.front.drafts import Form
from game.front.intents import Do, Draft
from game.front.state import Ui, Way
from game.kit import (
    Bar,
    Button,
    Card,
    Column,
    Element,
    Grid,
    Grow,
    Label,
    Pill,
    Row,
    Sized,
    Spacer,
    Span,
    Tap,
)
from game.pieces.panel import WORDS, by_console, opened
from game.pieces.parts import (
    Own,
    actions,
    face,
    header,
    looking_back,
    more_time,
    next_button,
    onward,
    page,
)
from game.pieces.pieces import verdict_bar, verdict_legend, word_pill
from game.pieces.terms import explained
from game.screens.round import exercise

_ACTS = 6
"""How many acts a room chooses among."""


@dataclass(frozen=True, slots=True)
class Choosing(Form):
    """Whether another act is being chosen."""

    now: bool = False


def debate(view: View, ui: Ui) -> Element:
    """The step of the debate, without the map (see posture_map)."""
    now = view.debate
    if now is None or (now.picked is None and not now.acts):
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(debate_way(view, ui))))
    if now.picked is None or (ui.form(Choosing).now and not looking_back(ui)):
        return _choosing(view, ui, now)
    rows: list[Element] = [_act(view, ui, now.picked)]
    if view.phase.step == "sentence":
        rows.append(exercise.body(view, ui, now.picked, now))
    elif view.phase.step == "talk":
        rows.append(Grow(Own(_talk(view, now), 1.35)))
    else:
        rows += [Grow(Own(_panels(view, now), 1.45)), _result(view, now)]
    hint = exercise.hint(view, ui) if view.phase.step == "sentence" else None
    return page(header(view, ui), Column(rows, "l"), actions(view, ui, _buttons(view, ui, now), hint))


def debate_way(view: View, ui: Ui) -> Way | None:
    """From choosing an act back to it; those who train have pages of their own; then the next step."""
    now = view.debate
    if now is not None and now.picked is not None and ui.form(Choosing).now:
        return Way(tr("← Retour"), Draft(Choosing()))
    trains = view.phase.step == "sentence" and now is not None and now.picked is not None
    return exercise.way(view, ui) if trains else onward(view, ui)


def coop_title(style: str = "display") -> Label:
    """COOP ou pas COOP ? in the two verdicts' colours."""
    spans = [
        Span("COOP", "kept"),
        Span(" " + tr("ou") + " "),
        Span(tr("pas COOP"), "broken"),
        Span(typo("?")),
    ]
    return Label(spans, style)


def _act(view: View, ui: Ui, act: ActView) -> Element:
    if view.phase.step == "sentence" and exercise.at(view, ui) != exercise.VOTE:
        return Row([face(view.character(act.who), 96.0), Grow(Label(act.sentence, "strong", "quiet"))], "l")
    title: Element = coop_title()
    if view.phase.step == "revote":
        title = Row([Grow(title), Pill(tr("Second vote"), "dark")], "l")
    words = Column([Label(act.sentence, "strong", "quiet"), title], "s")
    return Row([face(view.character(act.who), 190.0), Grow(words)], "l")


def _buttons(view: View, ui: Ui, now: DebateView) -> list[Element]:
    if view.phase.step == "sentence":
        return exercise.buttons(view, ui)
    buttons: list[Element] = [*next_button(debate_way(view, ui))]
    pick = view.allows("pick-act")
    if pick is not None and len(now.acts) > 1:
        buttons.append(Button(tr("Un autre acte"), "other-act", Draft(Choosing(now=True))))
    if view.phase.step in ("vote", "revote"):
        again = view.phase.step == "revote"
        word = tr("Saisir le second vote") if again else tr("Saisir le vote")
        buttons += by_console(view, ui, word, opened(view, "verdict"), "tally")
    if view.phase.step == "talk":
        buttons += more_time(view)
        writing = opened(view, card=WORDS, focus=WORDS)
        buttons += by_console(view, ui, tr("Noter ce qui s’est dit"), writing, "note")
    return buttons


def _choosing(view: View, ui: Ui, now: DebateView) -> Element:
    acts = now.acts[:_ACTS]
    first = [act.question for act in acts]
    shared = len(acts) > 1 and len(set(first)) == 1
    cards = [
        _pick(view, act, i, "" if shared else _question(act, i, first.index(act.question)))
        for i, act in enumerate(acts)
    ]
    columns = 2 if len(cards) > 3 else 1
    rows: list[Element] = [
        coop_title("title"),
        Label(tr("De quel acte de ce tour voulez-vous débattre ?"), "lead"),
        *([Label(tr("La question, pour chacun : {question}", question=first[0]), "body")] if shared else []),
        Grow(Own(Grid(cards, columns, "m", equal=columns > 1), 1.3)),
    ]
    buttons: list[Element] = [*next_button(debate_way(view, ui), "act-back" if now.picked else "next")]
    return page(header(view, ui), Column(rows, "l"), actions(view, ui, buttons))


def _question(act: ActView, i: int, said: int) -> str:
    """What would be asked of an act; where it stands already under one before, which one."""
    return act.question if said == i else tr("La même question qu’au numéro {n}.", n=said + 1)


def _pick(view: View, act: ActView, i: int, question: str) -> Element:
    asked = [Label(question, "small")] if question else []
    words = Column([Label(act.sentence, "strong"), *asked], "xs")
    number = Sized(Label(str(i + 1), "number", "quiet", one_line=True), 48.0)
    card = Card(Row([number, face(view.character(act.who), 92.0), Grow(words)], "m"), "l", "s")
    chosen = Do(PickAct(act=act.id), then=(Choosing(),))
    return Tap(card, f"act-{i}", chosen, act.sentence)


# ---- The two votes -------------------------------------------------------------------------------------


def _shown(counts: Counts | None) -> tuple[int, int, int] | None:
    if counts is None or counts.yes is None or counts.no is None:
        return None
    return counts.yes, counts.no, counts.unsure or 0


def _panels(view: View, now: DebateView) -> Element:
    present = now.second if view.phase.step == "revote" else now.first
    seen, first = _shown(present), _shown(now.first) if view.phase.step == "revote" else None
    coop = _panel(
        "COOP", "kept", seen[0] if seen else None, first[0] if first else None, tr("carte verte levée")
    )
    no = _panel(
        tr("pas COOP"),
        "broken",
        seen[1] if seen else None,
        first[1] if first else None,
        tr("carte rouge levée"),
    )
    return Row([Grow(coop), Grow(no)], "xl", "stretch")


def _panel(word: str, colour: str, count: int | None, first: int | None, how: str) -> Element:
    lines: list[Element] = [Label(word, "title", "on_colour")]
    if count is None:
        sign = Label("✓" if colour == "kept" else "✗", "count", "on_colour", one_line=True)
        lines += [Grow(Spacer()), Row([sign, Grow(Label(how, "lead", "on_colour"))], "l"), Grow(Spacer())]
    else:
        numbers: list[Element] = [Label(str(count), "count", "on_colour", one_line=True)]
        if first is not None:
            numbers.append(Label(tr("d’abord {n}", n=first), "subheading", "on_colour"))
        lines += [Grow(Spacer()), Row(numbers, "l", "end"), Grow(Spacer())]
    return Card(Column(lines, "s"), "xl", "l", colour, None, edge=False)


def _result(view: View, now: DebateView) -> Element:
    present = now.second if view.phase.step == "revote" else now.first
    if present is None:
        return Spacer()
    if _shown(present) is None:
        words = tr("{n} sur {total} réponses", n=present.received, total=present.expected)
        share = present.received / present.expected if present.expected else 0.0
        row = Row([Label(words, "heading"), Grow(Bar(share, "neutral", height=22.0))], "l")
        return Card(row, "l", "m")
    head = now.sentence or present.word
    cells: list[Element] = [Grow(Label(head, "heading"), 2, 300)] if head else []
    if present.unsure:
        words = ntr("{n} ne sait pas", "{n} ne savent pas", present.unsure)
        cells.append(Label(words, "body", "quiet", one_line=True))
    return Card(Row(cells, "l"), "l", "m") if cells else Spacer()


# ---- Talk, and one person alone ------------------------------------------------------------------------


def _talk(view: View, now: DebateView) -> Element:
    assert now.picked is not None
    question = explained(view.terms, now.picked.question, "title", "question")
    left = Card(
        Column([Label(tr("Pour discuter"), "label", "note_ink"), question], "xs"),
        "l",
        "m",
        "note",
        "note_line",
    )
    lines: list[Element] = [left, _statement(view, now)]
    seen = _shown(now.first)
    if seen is None:
        return Column(lines, "l")
    side = Column(
        [
            Label(tr("Premier vote"), "label"),
            verdict_bar(*seen, height=60.0),
            verdict_legend("COOP", tr("pas COOP")),
            Row([word_pill(now.first)]),
        ],
        "m",
    )
    return Row([Grow(Column(lines, "l"), 1.8), Grow(Card(side, "l"), 1)], "xl", "start")


def _statement(view: View, now: DebateView) -> Element:
    assert now.picked is not None
    if not now.picked.statement:
        return Spacer()
    lines: list[Element] = [
        Label(tr("D’accord, ou pas d’accord ?"), "label"),
        explained(view.terms, tr("« {text} »", text=now.picked.statement), "heading", "statement"),
    ]
    seen = _shown(now.statement)
    if seen is not None:
        lines.append(verdict_bar(*seen))
    return Card(Column(lines, "s"), "l", "m")
