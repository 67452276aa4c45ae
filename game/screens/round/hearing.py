"""Audition: somebody stands; one question, sixty seconds; then the room says whether it was an answer."""

from engine.language import tr
from engine.play.commands import Answer, Vote
from engine.view.types import CharacterView, HearingView, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Grow, Label, Row, Spacer
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, Own, actions, face, header, next_button, note, onward, page
from game.pieces.pieces import received, verdict_bar, verdict_legend, word_pill


def hearing(view: View, ui: Ui) -> Element:
    """Who stands and what is asked; what is said, or may be; the count."""
    now = view.hearing
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    left = Fullest([_standing(view, now, size) for size in (300.0, 220.0, 150.0)], when_large=True)
    right = Column(
        [Label(_title(view, now), "title", max_lines=3), Grow(Own(_words(view, ui, now), 1.3))], "m"
    )
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


def _words(view: View, ui: Ui, now: HearingView) -> Element:
    who = view.character(now.heard)
    lines: list[Element] = [*_answer(who, now), Grow(Spacer())]
    if now.said:
        said = Column([Label(now.said, "heading"), *([Label(now.why, "lead")] if now.why else [])], "s")
        lines.append(Card(said, "l", "m", "note", "note_line"))
    lines += _count(view, ui, now)
    return Column(lines, "m")


def _answer(who: CharacterView, now: HearingView) -> list[Element]:
    """What the program says, in this person's words; else what whoever holds it may say."""
    if now.answer:
        return [Card(Label(tr("« {text} »", text=now.answer), "lead"), "l", "l")]
    told = tr("{name} est debout : soixante secondes", name=who.short)
    return [note(told, now.guideline, style="lead")]


def _count(view: View, ui: Ui, now: HearingView) -> list[Element]:
    """What the room says; around one computer it is said here."""
    counts = now.counts
    if view.phase.step == "asked":
        asking = _ask_here(view, now)
        if asking:
            return asking
    if me(view) is not None:
        return []
    if counts.yes is None or counts.no is None or counts.unsure is None:
        title = Label(tr("A-t-on répondu à la question ?"), "label")
        return [title, received(counts)] if view.phase.step == "asked" else []
    bar = verdict_bar(counts.yes, counts.no, counts.unsure)
    legend = verdict_legend(tr("a répondu"), tr("n’a pas répondu"))
    return [bar, Row([Grow(legend), word_pill(counts)], "m")]


def _ask_here(view: View, now: HearingView) -> list[Element]:
    """People answer one after the other; who is alone may think again."""
    legal = view.allows("vote")
    voter = 1 if me(view) is not None else now.counts.next_voter
    if view.mode != "training" or legal is None or voter is None:
        return []
    answers: tuple[tuple[Answer, str, int | None], ...] = (
        ("yes", tr("A répondu"), now.counts.yes),
        ("no", tr("N’a pas répondu"), now.counts.no),
        ("unsure", tr("Je ne sais pas"), now.counts.unsure),
    )
    alone = me(view) is not None
    buttons: list[Element] = [
        Button(
            word,
            f"hearing.{answer}",
            Do(Vote(question=now.counts.question, voter=voter, answer=answer)),
            "chosen" if alone and n else "chip",
            style="button",
        )
        for answer, word, n in answers
    ]
    return [Label(tr("A-t-on répondu à la question ?"), "label"), Row(buttons, "s")]
