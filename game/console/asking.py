"""Negotiation: asking a simulated character, line by line: whom, for what, what in return, and why; then its
answer, and what it wants instead, to be taken or left.

The lines stay where they are, and what sends them: beneath stands what may be said in the one that is open,
or the answer.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.content.model import Tokens
from engine.language import tr
from engine.play.commands import BECAUSE, Ask, Offer
from engine.telling.vocabulary import because_word, tokens
from engine.view.types import AnswerView, Legal, TokenCount, View
from game.console.pieces import (
    chips,
    labelled,
    limits_of,
    name_of,
    people,
    picked,
    projects,
    seats,
    token_steppers,
)
from game.front.alone import next_to_speak
from game.front.drafts import Form
from game.front.intents import Do, Draft
from game.front.state import Ui
from game.kit import Button, Column, Element, Grid, Grow, Row, Sized, Spacer
from game.pieces.answered import taking, voice
from game.pieces.parts import Own

Line = Literal["asker", "asked", "project", "give", "why", "answer"]
_NEXT: Final[dict[Line, Line]] = {
    "asker": "asked", "asked": "project", "project": "give", "give": "why", "why": "why", "answer": "asked",
}  # fmt: skip
NEXT_ROUND: Final = "@next"
"""What is offered instead of a project, of which none has this id: one's word for the next round."""


_BENEATH: Final = 120.0
"""Logical height of what stands beneath the lines, whatever it is: nothing moves under the hand."""


@dataclass(frozen=True, slots=True)
class Asking(Form):
    """A request half made, the `open` line of it; `give` is a project, `NEXT_ROUND`, or "" for nothing."""

    asker: str = ""
    asked: str = ""
    project: str = ""
    give: str = ""
    tokens: tuple[int, int, int] = (0, 0, 0)
    why: str = ""
    open: Line = "asked"


@dataclass(frozen=True, slots=True)
class _Request:
    """What the form says, as far as it may be said now, and how much of each kind could be offered."""

    form: Asking
    legal: Legal
    most: TokenCount

    @property
    def ready(self) -> bool:
        form = self.form
        return bool(form.asked and form.project) and _may(self.legal, form.asker, form.asked, form.project)


def _may(legal: Legal, asker: str, asked: str, project: str) -> bool:
    """Whether this one may be asked for that, as far as both are chosen."""
    if project:
        return asker != asked and f"{asker}/{asked}/{project}" not in legal.barred
    return any(_may(legal, asker, asked, one) for one in legal.projects)


def _request(view: View, ui: Ui, legal: Legal) -> _Request:
    form = ui.form(Asking)
    if form.open == "answer" and view.answers:  # as it was asked: what may be asked next is another matter
        return _Request(form, legal, _most(legal, form.asker, form.give))
    asker = picked(form.asker or next_to_speak(view, ui), legal.who)
    asked = picked(form.asked, [who for who in legal.ids if _may(legal, asker, who, "")])
    open_ = [project for project in legal.projects if _may(legal, asker, asked, project)]
    project = picked(form.project, open_ or legal.projects)
    form = replace(form, asker=asker, asked=asked, project=project)
    if form.give not in _givable(legal, form.asker):
        form = replace(form, give="")
    most = _most(legal, form.asker, form.give)
    time, means, backing = (min(value, limit) for value, limit in zip(form.tokens, most, strict=True))
    return _Request(replace(form, tokens=(time, means, backing)), legal, most)


def _most(legal: Legal, asker: str, project: str) -> TokenCount:
    """Of each kind, what the asker could promise to a project besides what it has promised there."""
    free, needs = limits_of(legal.limits).get(asker, TokenCount()), limits_of(legal.needs)
    there = limits_of(legal.holds).get(f"{asker}/{project}", TokenCount())
    if project not in legal.projects:
        return TokenCount()
    need = needs.get(project, TokenCount(9, 9, 9))
    return TokenCount(*(max(0, min(f, n - t)) for f, n, t in zip(free, need, there, strict=True)))


def _givable(legal: Legal, asker: str) -> tuple[str, ...]:
    """What the asker may offer: nothing, tokens to a project, its word for the next round."""
    able = tuple(project for project in legal.projects if any(_most(legal, asker, project)))
    return ("", *able, *([NEXT_ROUND] if legal.most else []))


def ask_form(view: View, ui: Ui) -> Element:
    """The lines of the request; what may be said in the open one, or the answer; and what sends it."""
    legal = view.allows("ask")
    assert legal is not None
    made = _request(view, ui, legal)
    answer = view.answers[-1] if view.answers and made.form.open == "answer" else None
    said = Column([voice(view, answer), Grow(Spacer())]) if answer is not None else _options(view, made)
    beneath = Sized(Own(said, 1.3), h=_BENEATH)
    lines = Grid(_lines(view, made), 1 if view.mode == "training" else 2, "m", "xs")
    return Column([lines, beneath, _sends(view, made, answer), Grow(Spacer())], "s")


# ---- What is said -----------------------------------------------------------------------------------------


def _lines(view: View, made: _Request) -> list[Element]:
    form = made.form
    lines: list[tuple[Line, str, str]] = []
    if len(seats(view, held=True)) > 1:
        lines.append(("asker", tr("Qui demande"), name_of(view, form.asker)))
    lines += [
        ("asked", tr("À qui"), name_of(view, form.asked)),
        ("project", tr("Pour"), dict(projects(view)).get(form.project, "")),
        ("give", tr("En échange"), _given(view, form)),
        (
            "why",
            tr("Parce que"),
            next((because_word(w) for w in BECAUSE if w == form.why), tr("sans le dire")),
        ),
    ]
    return [labelled(word, _line(form, line, said)) for line, word, said in lines]


def _line(form: Asking, line: Line, said: str) -> Element:
    """One line, as wide as its place whatever it says."""
    kept = Draft(replace(form, open=line))
    return Grow(
        Button(said, f"ask.line={line}", kept, "chosen" if form.open == line else "chip", style="chip")
    )


def _given(view: View, form: Asking) -> str:
    if form.give == NEXT_ROUND:
        return tr("ma parole au tour prochain")
    if not form.give or not any(form.tokens):
        return tr("rien")
    where = next(project.short for project in view.projects if project.id == form.give)
    return f"{tokens(form.tokens)} {where}"


def _options(view: View, made: _Request) -> Element:
    """What may be said in the open line."""
    form, legal = made.form, made.legal
    match form.open:
        case "asker":
            rows = [_chips(form, "asker", seats(view, held=True), form.asker, legal.who)]
        case "project":
            free = tuple(p for p in legal.projects if _may(legal, form.asker, form.asked, p))
            rows = [_chips(form, "project", projects(view), form.project, free)]
        case "give":
            rows = _gifts(view, made)
        case "why":
            said = [("", tr("sans le dire")), *((why, because_word(why)) for why in BECAUSE)]
            rows = [_chips(form, "why", said, form.why)]
        case _:
            able = tuple(who for who in legal.ids if _may(legal, form.asker, who, ""))
            rows = [_chips(form, "asked", people(view, legal.ids), form.asked, able)]
    return Column([*rows, Grow(Spacer())], "s")


def _chips(
    form: Asking, line: Line, options: list[tuple[str, str]], chosen: str, free: tuple[str, ...] | None = None
) -> Element:
    """One of several; what is chosen opens the next line."""

    def kept(value: str) -> Form:
        return replace(form, **{line: value}, open=_NEXT[line])  # type: ignore[arg-type]

    return chips(f"ask.{line}", options, chosen, kept, free)


def _gifts(view: View, made: _Request) -> list[Element]:
    """Nothing, tokens to a project, or one's word; of tokens how many."""
    form, legal = made.form, made.legal
    able = _givable(legal, form.asker)
    options = [("", tr("rien")), *projects(view)]
    if NEXT_ROUND in able:
        options.append((NEXT_ROUND, tr("ma parole au tour prochain")))

    def kept(value: str) -> Form:
        most = _most(legal, form.asker, value)
        first = next((kind for kind in range(3) if most[kind]), -1)
        one = tuple(int(kind == first) for kind in range(3))
        stays: Line = "give" if value in legal.projects else "why"
        return replace(form, give=value, tokens=(one[0], one[1], one[2]), open=stays)

    rows = [chips("ask.give", options, form.give, kept, able)]
    if form.give in legal.projects:

        def counted(now: tuple[int, ...]) -> Form:
            return replace(form, tokens=(now[0], now[1], now[2]))

        rows.append(token_steppers("ask.tokens", form.tokens, made.most, counted))
    return rows


# ---- Sent, and answered -----------------------------------------------------------------------------------


def _sends(view: View, made: _Request, answer: AnswerView | None) -> Element:
    """What sends the request; beneath an answer, what takes what it wants, or goes on."""
    again = Draft(Asking(asker=made.form.asker))
    if answer is not None and (take := taking(view, answer)) is not None:
        done = Do(take, then=(replace(made.form, open="answer"),))
        return Row(
            [
                Button(tr("J’accepte"), "take-say", done, "primary", "⏎"),
                Button(tr("Non merci"), "take-no", again, "quiet"),
                Grow(Spacer()),
            ],
            "s",
        )
    if answer is not None:
        return Row([Button(tr("Autre demande"), "ask-again", again, "quiet"), Grow(Spacer())])
    word = tr("Demander à {name}", name=name_of(view, made.form.asked)) if made.form.asked else tr("Demander")
    command = _command(made) if made.ready else None
    sent = Do(command, then=(replace(made.form, open="answer"),)) if command else None
    return Row([Button(word, "ask-say", sent, "primary", "⏎", enabled=made.ready), Grow(Spacer())])


def _command(made: _Request) -> Ask:
    form, offer = made.form, None
    if form.give in made.legal.projects and any(form.tokens):
        time, means, backing = form.tokens
        offer = Offer(project=form.give, tokens=Tokens(time=time, means=means, backing=backing))
    return Ask(
        asker=form.asker, asked=form.asked, project=form.project, offer=offer,
        next_round=form.give == NEXT_ROUND, why=next((why for why in BECAUSE if why == form.why), None),
    )  # fmt: skip
