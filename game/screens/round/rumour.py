"""Rumour: what is said around the situation, in grey; does the room believe it?"""

from engine.language import tr
from engine.play.commands import Answer, Vote
from engine.view.types import RumourView, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Grow, Label, Row, Spacer
from game.pieces.panel import by_console, opened
from game.pieces.parts import Own, actions, header, next_button, note, onward, page
from game.pieces.pieces import received, verdict_bar, verdict_legend, word_pill


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
    counts, asked = now.counts, Label(tr("C’est vrai, ou c’est faux ?"), "title")
    here = _ask_here(view, now)
    if here or me(view) is not None:
        return [asked, *here]
    if counts.yes is None or counts.no is None or counts.unsure is None:
        return [asked, received(counts)]
    legend = verdict_legend(tr("c’est vrai"), tr("c’est faux"))
    bar = verdict_bar(counts.yes, counts.no, counts.unsure)
    return [asked, bar, Row([Grow(legend), word_pill(counts)], "m")]


def _ask_here(view: View, now: RumourView) -> list[Element]:
    """People answer one after the other; who is alone may think again."""
    legal, alone = view.allows("vote"), me(view) is not None
    voter = 1 if alone else now.counts.next_voter
    if view.mode != "training" or legal is None or voter is None:
        return []
    answers: tuple[tuple[Answer, str, int | None], ...] = (
        ("yes", tr("C’est vrai"), now.counts.yes),
        ("no", tr("C’est faux"), now.counts.no),
        ("unsure", tr("Je ne sais pas"), now.counts.unsure),
    )
    buttons: list[Element] = [
        Button(
            word,
            f"rumour.{answer}",
            Do(Vote(question=now.counts.question, voter=voter, answer=answer)),
            "chosen" if alone and n else "chip",
            style="button",
        )
        for answer, word, n in answers
    ]
    return [Row(buttons, "s")]
