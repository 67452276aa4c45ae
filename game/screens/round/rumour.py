"""Rumour: what is said around the situation, in grey; does the room believe it?"""

from engine.language import tr
from engine.view.types import RumourView, View
from game.front.alone import me
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Spacer
from game.pieces.asked import ask_here, counted
from game.pieces.panel import by_console, opened
from game.pieces.parts import Own, actions, header, next_button, note, onward, page


def rumour(view: View, ui: Ui) -> Element:
    """What is said, what the room makes of it, what checking takes."""
    now = view.rumour
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    lines: list[Element] = [_said(now), *_checking(now), Grow(Spacer()), *_count(view, now)]
    if me(view) is None:
        lines.append(note(tr("Qui observe"), tr("Écrivez le titre du journal de demain, en une ligne.")))
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Compter les voix"), opened(view, "rumour"), "tally")
    return page(header(view, ui), Own(Column(lines, "m"), 1.3), actions(view, ui, buttons))


def _said(now: RumourView) -> Element:
    """Grey: nobody knows yet whether it is so."""
    words = [Label(tr("ON DIT QUE…"), "display", "quiet"), Label(now.says, "display", "quiet", max_lines=3)]
    return Card(Column([*words], "s"), "xl", "l")


def _checking(now: RumourView) -> list[Element]:
    """Who goes and checks; else what it takes."""
    if now.checking:
        return [Card(Label(now.checking, "lead"), "l", "m", "part_soft")]
    return [Label(now.price, "body", "quiet")] if now.price else []


def _count(view: View, now: RumourView) -> list[Element]:
    """What the room says; around one computer it is said here."""
    question = Label(tr("C’est vrai, ou c’est faux ?"), "title")
    here = ask_here(view, now.counts, "rumour", tr("C’est vrai"), tr("C’est faux"), tr("Je ne sais pas"))
    if here or me(view) is not None:
        return [question, *here]
    return [question, *counted(now.counts, tr("c’est vrai"), tr("c’est faux"))]
