"""What helps the facilitator: what to say, what to do, and what the room must not know yet."""

from dataclasses import dataclass

from engine.language import signed, tr
from engine.view.types import CharacterView, View
from game.console.pieces import by_id, chips, people
from game.console.seen import guard, seen
from game.front.drafts import Form
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Row, Spacer, Span
from game.pieces.parts import Own, choice_chip, paged
from game.screens.round import moments


@dataclass(frozen=True, slots=True)
class Guide(Form):
    """Whether the card shows what is hidden from the room, rather than what to say."""

    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Secrets(Form):
    """Whose whole sheet is open ("" nobody's)."""

    who: str = ""


def guide_card(view: View, ui: Ui) -> Card:
    """Notes of the phase, or what is hidden from the room: two tabs."""
    hidden = ui.form(Guide).hidden
    tabs = Row(
        [
            choice_chip(tr("À dire, à faire"), "guide-notes", Draft(Guide()), not hidden),
            choice_chip(tr("Caché à la salle"), "guide-hidden", Draft(Guide(hidden=True)), hidden),
        ],
        "xs",
    )
    content = veiled(view, ui) if hidden else Column(notes(view, ui), "s")
    return Card(Column([tabs, Grow(Own(content, 1.2))], "s"), "m", "m")


def notes(view: View, ui: Ui) -> list[Element]:
    """Numbered lines: first what to say, then what to do. While a great moment stands, its own."""
    console = view.console
    say, do = (console.say, console.do) if console is not None else ((), ())
    shown = moments.standing(view, ui)
    if shown is not None:
        say, do = moments.notes(shown)
    if not (say or do):
        return [Label(tr("Rien de particulier."), "body", "quiet")]
    said = [
        Row(
            [
                Label(f"{i}.", "body", "quiet", one_line=True),
                Grow(Label(tr("« {text} »", text=_bare(line)), "body")),
            ],
            "s",
            "start",
        )
        for i, line in enumerate(say, start=1)
    ]
    done = [
        Row([Label("→", "body", "quiet", one_line=True), Grow(Label(line, "body"))], "s", "start")
        for line in do
    ]
    return [*said, *done]


def _bare(line: str) -> str:
    """A line to say without quotation marks of its own around the whole."""
    text = line.strip()
    for first, last in ("«»", "“”"):
        if text.startswith(first) and text.endswith(last) and text.count(first) == 1:
            return text[1:-1].strip(" \u202f\u00a0")
    return text


def secrets(view: View, ui: Ui) -> Element:
    """Presuppositions and stakes: a line each, or one character's whole sheet."""
    console = view.console
    who = ui.form(Secrets).who
    may = people(view, [c.id for c in view.characters if c.secret])
    choice = chips("secrets.who", may, who, lambda one: Secrets(who=one), again="")
    chosen = by_id(view.characters, who)
    if chosen is not None and chosen.secret is not None:
        return Column([choice, Grow(Own(sheet(chosen)))], "s")
    lines: list[Element] = [Label(text, "body") for text in (console.hidden if console else ())]
    if not lines:
        return Column(
            [choice, Label(tr("Rien de caché en ce moment."), "body", "quiet"), Grow(Spacer())], "s"
        )
    return Column([choice, Grow(paged(ui, "secrets", lines))], "s")


def sheet(who: CharacterView) -> Element:
    """What one character wants, counts and believes."""
    secret = who.secret
    assert secret is not None
    stakes = " · ".join(f"{stake.title} {stake.by}" for stake in secret.stakes if stake.by)
    goal = tr("But : {goal}, jusqu'ici {gain}", goal=_number(secret.goal), gain=_number(secret.gain))
    lines: list[Element] = [
        Label([Span(who.name, bold=True), Span(" · " + goal)], "body"),
        Label(secret.wants, "body"),
        Label(stakes, "small"),
    ]
    if secret.mandate is not None:
        asked = tr("Mandat : « {text} » {result}", text=secret.mandate.text, result=secret.mandate.result)
        lines.append(Label(asked, "small", "ink"))
    for belief in secret.beliefs:
        state = tr(" (levé)") if belief.lifted else ""
        said = tr("De {name} : « {text} »", name=belief.about_name, text=belief.text)
        lines.append(Label(said + state, "small", "quiet" if belief.lifted else "ink"))
    return Column(lines, "xs")


def _number(value: float) -> str:
    return signed(value, 1).lstrip("+") if value != int(value) else str(int(value))


def veiled(view: View, ui: Ui) -> Element:
    """Secrets; in a pane that the room sees, only once somebody says that its picture is off."""
    why = tr("Ce que la salle ne doit pas voir encore. Coupez d’abord l’image sur le projecteur lui-même.")
    told: Element = Spacer() if seen(view, ui) else Own(secrets(view, ui))
    return Column([*guard(view, ui, why), Grow(told)], "m")
