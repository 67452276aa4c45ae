"""A request to a simulated character, and its answer in its own voice, by its face."""

from engine.language import tr
from engine.play.commands import Take
from engine.view.types import AnswerView, View
from game.kit import Card, Column, Element, Grow, Label, Row
from game.pieces.parts import face


def answered(view: View, answer: AnswerView) -> Element:
    """What was asked, for what in return and why, then what is answered."""
    return Column([Label(answer.request, "body"), voice(view, answer)], "xs")


def voice(view: View, answer: AnswerView) -> Element:
    """The face of who was asked and what it says: yes or no, and why; or why not, and what would do."""
    parts = (answer.says, answer.reply) if answer.counter else (answer.reply, answer.says)
    said = " ".join(part for part in parts if part)
    colour = "kept" if any(answer.accepted) else "note_ink"
    words = Card(Label(tr("« {text} »", text=said), "strong", colour), "m", "s", "note", "note_line")
    return Row([face(view.character(answer.asked), 52.0), Grow(words)], "s")


def taking(view: View, answer: AnswerView) -> Take | None:
    """What takes what a refusal wants in return; None where it wants nothing, or no longer."""
    legal = view.allows("take")
    if legal is None or f"{answer.asker}/{answer.asked}/{answer.project}" not in legal.ids:
        return None
    return Take(asker=answer.asker, asked=answer.asked, project=answer.project)
