"""The room chooses how votes will be counted, before it knows a single idea."""

from engine.language import ntr, tr
from engine.play.commands import Adopt
from engine.view.types import BallotView, MethodView, View
from game.front.alone import me
from game.front.drafts import Counted
from game.front.intents import Do
from game.front.state import Ui
from game.front.unsent import ADOPTED
from game.kit import Button, Card, Column, Element, Grow, Label, Pill, Row, Spacer, centred
from game.pieces.methods import Drawing
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, Own, actions, header, next_button, onward, page

_LEVELS = 3
"""How large the drawings are, the same for all, until there is room for the words."""


def method(view: View, ui: Ui) -> Element:
    """The ways of counting side by side; once one is adopted, the others stand back."""
    ballot = view.ballot
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if ballot is None:
        return page(header(view, ui), Spacer(), actions(view, ui, buttons))
    forms = [_side_by_side(view, ui, ballot, level) for level in range(_LEVELS)]
    body = Column([*_said(view, ballot), Grow(Own(Fullest(forms), 1.3))], "m")
    if view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Compter les mains"), opened(view, "method"), "adopt")
    if view.mode == "training" and view.allows("adopt") and not ballot.method:
        drawn = Do(Adopt(counts={}, draw=True))
        buttons.append(Button(tr("Tirer au sort"), "adopt-draw", drawn))
    return page(header(view, ui), body, actions(view, ui, buttons))


def _said(view: View, ballot: BallotView) -> list[Element]:
    """The question; once it is answered, the answer; and that nobody knows an idea yet."""
    level = [one.title for one in ballot.methods if one.tied]
    question = tr("Comment comptera-t-on les voix ?")
    before = tr("La règle se choisit avant de connaître une seule idée.")
    if ballot.method:
        told: Element = Label(tr("La règle tient jusqu’au vote, quoi que disent les idées."), "lead", "quiet")
        said = ballot.adopted_told
        if me(view) is not None and any(one.hands for one in ballot.methods):
            title = next(one.title for one in ballot.methods if one.adopted)
            said = tr("Vous avez choisi : {method}.", method=title)
        return [Label(said, "title", max_lines=2), told]
    if level:
        words = tr("Égalité : {titles}. On recompte, ou l’on tire au sort.", titles=" · ".join(level))
        return [Label(question, "title", max_lines=2), Label(words, "lead", "part")]
    return [Label(question, "title", max_lines=2), Label(before, "lead", "quiet")]


def _side_by_side(view: View, ui: Ui, ballot: BallotView, level: int) -> Element:
    return Row([Grow(_card(view, ui, ballot, i, level)) for i in range(len(ballot.methods))], "l", "stretch")


def _card(view: View, ui: Ui, ballot: BallotView, i: int, level: int) -> Element:
    """A way of counting: its drawing, its name, how it counts, the hands that it had."""
    one = ballot.methods[i]
    back = bool(ballot.method) and not one.adopted
    ink = "quiet" if back else "ink"
    drawing = Drawing(one.id, (460.0, 340.0, 240.0)[level], back)
    shown = Card(centred(drawing), "s", "m", "paper", None, edge=False)
    lines: list[Element] = [
        shown,
        Label(one.title, "heading", ink, max_lines=2),
        Label(one.told, "body", ink),
        Grow(Spacer()),
        *_hands(one, _raised(ui, ballot, i)),
        *_one_of(view, ballot, i),
    ]
    fill = "kept_soft" if one.adopted else "note" if one.tied else "panel"
    rim, wide = ("kept", 5.0) if one.adopted else ("note_line", 5.0) if one.tied else ("line", 2.0)
    return Card(Column(lines, "m"), "l", "l", fill, rim, wide)


def _raised(ui: Ui, ballot: BallotView, i: int) -> int:
    """The hands for a way of counting: as they are being counted, else as they were recorded."""
    counting = ui.form(Counted, ADOPTED).counts
    if ballot.method or counting is None or len(counting) != len(ballot.methods):
        return ballot.methods[i].hands
    return counting[i]


def _hands(one: MethodView, hands: int) -> list[Element]:
    """How many hands it had, whether it is adopted or level with another."""
    signs: list[Element] = []
    if one.adopted:
        signs = [Pill(tr("✓ adoptée"), "kept", "name")]
    elif one.tied:
        signs = [Pill(tr("à égalité"), "part", "name")]
    if not hands:
        return [Row(signs, "s")] if signs else []
    said = ntr("{n} main levée", "{n} mains levées", hands)
    colour = "kept_ink" if one.adopted else "ink"
    return [Row([Grow(Label(said, "subheading", colour)), *signs], "s")]


def _one_of(view: View, ballot: BallotView, i: int) -> list[Element]:
    """Around one computer, it is chosen here; alone it is one's own choice."""
    one = ballot.methods[i]
    if view.mode != "training" or view.allows("adopt") is None or ballot.method:
        return []
    label = tr("Je choisis") if me(view) is not None else tr("Nous choisissons")
    button = Button(
        label, f"adopt-{i + 1}", Do(Adopt(counts={one.id: 1})), "chip", str(i + 1), style="button"
    )
    return [Row([button], justify="center")]
