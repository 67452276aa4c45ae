"""Audition: somebody stands; one question, sixty seconds; then the room says whether it was an answer."""

from engine.language import tr
from engine.view.types import CharacterView, HearingView, View
from game.front.alone import me
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Row, Spacer
from game.pieces.asked import ask_here, counted
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, Own, actions, face, header, next_button, note, onward, page
from game.pieces.terms import explained


def hearing(view: View, ui: Ui) -> Element:
    """Who stands and what is asked; what is said, or may be; the count."""
    now = view.hearing
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    left = Fullest([_standing(view, now, size) for size in (300.0, 220.0, 150.0)], when_large=True)
    right = Column([Label(_title(view, now), "title", max_lines=3), Grow(Own(_words(view, now), 1.3))], "m")
    body = Row([Grow(Own(left), 1.0, 360), Grow(right, 2.4, 700)], "xl", "stretch")
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if view.phase.step == "asked" and view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Compter les voix"), opened(view, "heard"), "tally")
    return page(header(view, ui), body, actions(view, ui, buttons))


def _title(view: View, now: HearingView) -> str:
    """The question, as it is written; else that there is one to ask."""
    if now.question:
        return tr("« {text} »", text=now.question)
    return tr("Une question, une réponse.")


def _standing(view: View, now: HearingView, size: float) -> Element:
    who = view.character(now.heard)
    lines: list[Element] = [
        Column([face(who, size)], "none", "center"),
        Label(who.name, "heading", align="center"),
        Label(who.role, "small", align="center"),
        Label(now.asked, "body", "quiet", align="center"),
    ]
    return Card(Column([*lines, Grow(Spacer())], "s"), "xl", "l", band=f"family.{who.family}")


def _words(view: View, now: HearingView) -> Element:
    who = view.character(now.heard)
    lines: list[Element] = [*_answer(view, who, now), Grow(Spacer())]
    if now.said:
        said = Column([Label(now.said, "heading"), *([Label(now.why, "lead")] if now.why else [])], "s")
        lines.append(Card(said, "l", "m", "note", "note_line"))
    lines += _count(view, now)
    return Column(lines, "m")


def _answer(view: View, who: CharacterView, now: HearingView) -> list[Element]:
    """What the program says, in this person's words; else what whoever holds it may say."""
    if now.answer:
        return [Card(explained(view.terms, tr("« {text} »", text=now.answer), "lead", "answer"), "l", "l")]
    told = tr("{name} est debout : soixante secondes", name=who.short)
    return [note(told, now.guideline, style="lead")]


def _count(view: View, now: HearingView) -> list[Element]:
    """What the room says; around one computer it is said here."""
    counts, asking = now.counts, view.phase.step == "asked"
    question = Label(tr("A-t-on répondu à la question ?"), "label")
    here = ask_here(view, counts, "hearing", tr("A répondu"), tr("N’a pas répondu"), tr("Je ne sais pas"))
    if asking and here:
        return [question, *here]
    if me(view) is not None:
        return []
    told = counted(counts, tr("a répondu"), tr("n’a pas répondu"))
    if counts.yes is None:
        return [question, *told] if asking else []
    return told
