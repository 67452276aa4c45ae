"""What a room is asked and says: counted on its screen, or answered there around one computer."""

from engine.play.commands import Answer, Vote
from engine.view.types import Counts, View
from game.front.alone import me
from game.front.intents import Do
from game.kit import Button, Element, Grow, Row
from game.pieces.pieces import received, verdict_bar, verdict_legend, word_pill


def ask_here(view: View, counts: Counts, name: str, yes: str, no: str, unsure: str) -> list[Element]:
    """A button for each answer, where people train: one answers after the other, who is alone may think
    again. `name` begins the controls' ids. Nothing elsewhere, nor once all have answered."""
    alone = me(view) is not None
    voter = 1 if alone else counts.next_voter
    if view.mode != "training" or view.allows("vote") is None or voter is None:
        return []
    answers: tuple[tuple[Answer, str, int | None], ...] = (
        ("yes", yes, counts.yes),
        ("no", no, counts.no),
        ("unsure", unsure, counts.unsure),
    )
    return [
        Row(
            [
                Button(
                    word,
                    f"{name}.{answer}",
                    Do(Vote(question=counts.question, voter=voter, answer=answer)),
                    "chosen" if alone and n else "chip",
                    style="button",
                )
                for answer, word, n in answers
            ],
            "s",
        )
    ]


def counted(counts: Counts, yes: str, no: str) -> list[Element]:
    """The answers as a bar with its words; how many came in, while they are hidden."""
    if counts.yes is None or counts.no is None or counts.unsure is None:
        return [received(counts)]
    bar = verdict_bar(counts.yes, counts.no, counts.unsure)
    return [bar, Row([Grow(verdict_legend(yes, no)), word_pill(counts)], "m")]
