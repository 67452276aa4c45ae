"""Situation: the event of the round, told large, with a voice."""

from engine.language import tr
from engine.view.types import Countdown, Handover, SituationView, View
from game.front.state import Ui
from game.kit import (
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Landscape,
    Pad,
    Picture,
    Pill,
    Row,
    Sized,
    Spacer,
    Stack,
)
from game.pieces.parts import (
    SIDE,
    Barer,
    Own,
    actions,
    card_face,
    dial,
    header,
    next_button,
    note,
    onward,
    page,
)
from game.pieces.terms import explained


def situation(view: View, ui: Ui) -> Element:
    """The event, what it moves, the question it asks."""
    event = view.situation
    if event is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    beside = Column([_voice(view, event), *_nearer(view), *_returned(view)], "l")
    # each tightened for itself: what comes nearer makes nobody read the story smaller
    body = Row([Grow(Own(_story(view, event), 1.2), 2.6), Sized(Own(beside, 1.2), 420.0)], "xl", "stretch")
    foot = Column([Grow(Spacer()), actions(view, ui, next_button(onward(view, ui)), on_art=True)], "none")
    story = Grow(Pad(body, 116.0, 40.0))

    def page_over(street: float) -> Element:
        houses = Landscape(view.neighbourhood, street)
        return Column([header(view, ui), story, Stack([houses, Pad(foot, SIDE, 30.0)])], "none")

    return Barer(page_over(330.0), page_over(150.0))


def handover(view: View, ui: Ui) -> Element:
    """Who leaves, grey; who takes the seat; what stays with it, and what begins anew."""
    rows: list[Element] = [
        Label(tr("Une place change de mains"), "display"),
        *(_seat(view, one) for one in view.handed_over),
        note(
            "",
            tr("Le but et les jetons restent à la place. La confiance et les présupposés repartent de zéro."),
            tr("Une minute : dites à qui arrive ce qu’il doit savoir, et ce qui lui a été promis."),
        ),
    ]
    body = Own(Column(rows, "l"), 1.2)
    return page(header(view, ui), body, actions(view, ui, next_button(onward(view, ui))))


def _seat(view: View, one: Handover) -> Element:
    here = view.character(one.who)
    gone = card_face(one.before_face, here.posture.expression, one.before, 220.0, grey=True)
    came = card_face(one.after_face, here.posture.expression, one.after, 220.0)
    people = [
        Grow(_person(gone, one.before, one.before_role, "quiet"), 1, 300),
        Label("→", "display", "quiet", one_line=True),
        Grow(_person(came, one.after, one.after_role, "ink"), 1, 300),
    ]
    return Card(Column([Label(one.why, "lead"), Row([*people], "l")], "m"), "xl", "l")


def _person(portrait: Element, name: str, role: str, colour: str) -> Element:
    words = Column([Label(name, "heading", colour), Label(role, "body", "quiet")], "xs")
    return Row([portrait, Grow(words)], "m")


def _returned(view: View) -> list[Element]:
    """What was done earlier and comes back now."""
    cards: list[Element] = []
    for n, letter in enumerate(view.letters):
        if letter.says:
            words = letter.verdict or letter.clock or tr("Vous vous souvenez ?")
            title = Row([Picture("paper", 36.0, "part"), Grow(Label(words, "name"))], "s")
            does = Flow([Pill(effect) for effect in letter.effects], "s", "xs")
            says = explained(view.terms, letter.says, "body", f"letter.{n}")
            cards.append(Card(Column([title, says, does], "s"), "l", "m", "part_soft"))
    return cards


def _story(view: View, event: SituationView) -> Element:
    pills: list[Element] = [Pill(tr("Situation"), "dark"), *[Pill(effect) for effect in event.effects]]
    if view.phase.round == view.phase.rounds:
        pills.append(Pill(tr("Dernier tour : ce qui n’est pas fini est perdu"), "part"))
    lines: list[Element] = [Flow(pills, "s", "xs")]
    if event.because:
        lines.append(Label(event.because, "lead", "part"))
    lines += [
        explained(view.terms, event.title, "display", "title", max_lines=2, beside=event.text),
        explained(view.terms, event.text, "lead", "text"),
    ]
    return Column([*lines, Spacer(h=6.0), _question(view, event)], "m")


def _voice(view: View, event: SituationView) -> Element:
    lines: list[Element] = []
    if event.voice_face is not None:
        lines.append(card_face(event.voice_face, event.voice_expression, event.voice_name, 172.0))
    else:
        lines.append(Picture(event.pictogram, 120.0, "quiet"))
    lines.append(
        explained(view.terms, tr("« {text} »", text=event.voice_says), "strong", "voice", align="center")
    )
    lines.append(Label(event.voice_name, "small", align="center"))
    return Card(Column(lines, "s"), "l", "l")


def _nearer(view: View) -> list[Element]:
    """What comes nearer, by its name: the ring at the head of every page has room for it on few."""
    rows: list[Element] = [
        Row([dial(one), Grow(Column([Label(one.title, "label", "ink"), _filled(one)], "none"))], "m")
        for one in view.countdowns
    ]
    if not any(letter.says for letter in view.letters):  # what comes back wants the room
        rows.insert(0, Label(tr("Ce qui approche"), "label", "part"))
    return [Card(Column(rows, "s"), "l", "m")] if view.countdowns else []


def _filled(one: Countdown) -> Element:
    return Label(tr("{filled} sur {size}", filled=one.filled, size=one.size), "small")


def _question(view: View, event: SituationView) -> Element:
    row = Row(
        [
            Picture("meeting", 48.0, "note_ink"),
            Grow(explained(view.terms, event.question, "subheading", "question")),
        ],
        "m",
    )
    return Card(row, "l", "m", "note", "note_line")
