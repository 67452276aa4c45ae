"""A choice of the room: two or three answers to the situation, large; then the one that was chosen."""

from engine.language import ntr, tr
from engine.play.commands import Choose
from engine.view.types import OptionView, RoomChoice, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Part,
    Pill,
    Row,
    Spacer,
    StackedBar,
)
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, Own, actions, face, header, next_button, onward, page
from game.pieces.terms import explained

BANDS = ("kept", "gift", "neutral", "part", "broken")
"""The colours of the grades of a majority judgement, the best first."""


def choose(view: View, ui: Ui) -> Element:
    """The question, and its answers side by side; once chosen, the others stand back."""
    choice = view.room_choice
    if choice is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    decided = view.phase.step == "chosen"
    title = tr("C’est décidé") if decided else choice.question
    head: list[Element] = [Label(title, "title", max_lines=3)]
    if choice.said:
        head.append(Label(_how(choice), "lead", "quiet"))
    forms = [_side_by_side(view, choice, decided, level) for level in range(_LEVELS)]
    body = Column([*head, Grow(Own(Fullest(forms), 1.3))], "m")
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if not decided and view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Compter les voix"), opened(view, "choose"), "tally")
    return page(header(view, ui), body, actions(view, ui, buttons))


def _how(choice: RoomChoice) -> str:
    tied = [option.title for option in choice.options if option.tied]
    if tied and not any(option.chosen for option in choice.options):
        return tr("Choix {how} : égalité. On recompte, ou l’on tire au sort.", how=choice.said)
    return tr("Choix {how}", how=choice.said)


_LEVELS = 5
"""How much the answers say, from all of it to their titles and their counts: the same for all of them."""


def _side_by_side(view: View, choice: RoomChoice, decided: bool, level: int) -> Element:
    cards = [Grow(_card(view, option, choice, decided, level)) for option in choice.options]
    return Row(cards, "l", "stretch")


def _card(view: View, option: OptionView, choice: RoomChoice, decided: bool, level: int) -> Element:
    """One answer: what it is and does, who would take it, how many hands it had."""
    back = decided and not option.chosen
    lines: list[Element] = [Label(option.title, "heading", "quiet" if back else "ink", max_lines=3)]
    if option.text and level < 2:
        colour = "quiet" if back else "ink"
        lines.append(explained(view.terms, option.text, "body", f"option.{option.id}", colour))
    if option.effects and level < 4:
        lines.append(Flow([Pill(effect) for effect in option.effects], "s", "xs"))
    lines.append(Grow(Spacer()))
    if level < 3:
        lines += _favoured(view, option, 44.0 if level else 64.0)
    lines += [*_counted(option, choice), *_one_of(view, option, decided)]
    fill = "kept_soft" if option.chosen else "note" if option.tied else "panel"
    return Card(Column(lines, "m"), "xl", "l", fill)


def _favoured(view: View, option: OptionView, size: float) -> list[Element]:
    """The simulated characters who would take it."""
    if not option.favoured:
        return []
    people = [view.character(who) for who in option.favoured]
    faces = Flow([face(who, size) for who in people], "s", "xs")
    return [Label(ntr("le prendrait :", "le prendraient :", len(people)), "small"), faces]


def _counted(option: OptionView, choice: RoomChoice) -> list[Element]:
    if not any(option.counts):
        return []
    if len(option.counts) > 1:
        return [judged(option.counts, choice.grades)]
    if choice.method == "approval":
        said = ntr("{n} personne dit oui", "{n} personnes disent oui", option.counts[0])
    else:
        said = ntr("{n} main levée", "{n} mains levées", option.counts[0])
    return [Label(said, "subheading", "kept" if option.chosen else "ink")]


def judged(counts: tuple[int, ...], grades: tuple[str, ...]) -> Element:
    """The grades that an answer was given, as one bar in bands."""
    parts = [
        Part(n, colour, f"{word} {n}") for n, colour, word in zip(counts, BANDS, grades, strict=True) if n
    ]
    return StackedBar(tuple(parts), 46.0)


def _one_of(view: View, option: OptionView, decided: bool) -> list[Element]:
    """Around one computer, the answer is taken here; alone it is one's own."""
    legal = view.allows("choose")
    if view.mode != "training" or legal is None or decided or "show-of-hands" not in legal.methods:
        return []
    label = tr("Je choisis") if me(view) is not None else tr("Nous choisissons")
    taken = Do(Choose(method="show-of-hands", counts={option.id: (1,)}))
    button = Button(
        label, f"choose.{option.id}", taken, "chosen" if option.chosen else "chip", style="button"
    )
    return [Row([button], justify="center")]
