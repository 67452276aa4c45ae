"""Words of the trade inside the texts that are read: underlined, and what each means when it is touched."""

from collections.abc import Iterator, Sequence
from typing import Literal

from engine.language import tr
from engine.telling.terms import TermWords, uses
from engine.view.types import View
from game.front.intents import Go
from game.kit import Label, Link, Span

SCREEN = "term"
"""The name of the sheet that says what a term means; its argument is the term's id."""


def explained(
    terms: Sequence[TermWords],
    text: str | Sequence[Span],
    style: str,
    at: str,
    colour: str | None = None,
    align: Literal["left", "center", "right"] = "left",
    max_lines: int = 0,
    beside: str = "",
) -> Label:
    """A text to read, its terms of the trade underlined. `at` names the text on its screen. A title leaves
    the words that the text `beside` it has, where they are underlined."""
    names = {term.id: term.term for term in terms}
    words = text if isinstance(text, str) else "".join(span.text for span in text)
    there = {use.id for use in uses(beside, terms)}
    links = tuple(
        Link(
            use.start,
            use.end,
            f"{SCREEN}.{at}.{use.id}",
            Go(SCREEN, use.id),
            tr("Ce que veut dire « {term} »", term=names[use.id]),
        )
        for use in uses(words, terms)
        if use.id not in there
    )
    return Label(text, style, colour, align, max_lines=max_lines, links=links)


def around(view: View) -> Iterator[str]:
    """The ids of the terms in what is read now, in the order of the evening."""
    for text in _read(view):
        yield from (use.id for use in uses(text, view.terms))


def _read(view: View) -> Iterator[str]:
    if view.phase.kind == "briefing":
        yield from (page.text for page in view.briefing)
    if view.situation is not None:
        yield from (view.situation.title, view.situation.text, view.situation.question)
    yield from (letter.says for letter in view.letters)
    if view.room_choice is not None:
        yield from (option.text for option in view.room_choice.options)
    if view.hearing is not None:
        yield view.hearing.answer
    if view.debate is not None and view.debate.picked is not None:
        yield from (view.debate.picked.question, view.debate.picked.statement)
    for project in view.projects:
        yield from (project.title, project.text)
    yield from (mandate.text for mandate in view.mandates)
    if view.ending is not None:
        yield from (view.ending.title, view.ending.text)
