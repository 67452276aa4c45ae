"""More lies on the table than there is time for: who volunteers for the chair; then what whoever is in it
puts off.
"""

from engine.language import tr
from engine.play.commands import PutOff, Volunteer
from engine.view.types import AgendaView, CharacterView, ProjectView, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Label,
    Picture,
    Pill,
    Row,
    Spacer,
    Stamp,
)
from game.pieces.agenda import Bowl
from game.pieces.ideas import on_vote, price_tag
from game.pieces.parts import (
    Fullest,
    actions,
    apart,
    change_label,
    face,
    header,
    next_button,
    onward,
    opening,
    page,
)
from game.pieces.pieces import in_short, personal, rounds_left
from game.screens.overlays import card

_ABREAST = 5
"""Topics side by side."""
_LEVELS = 3
"""How much is told of each topic, from what it does to its name: the same for all."""


def agenda(view: View, ui: Ui) -> Element:
    """Who would take the chair? Then: what waits?"""
    now = view.agenda
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, buttons))
    if now.chair:
        forms = [_table(view, ui, now, level) for level in range(_LEVELS)]
        body = Column([_chair(view, now), Grow(Fullest(forms))], "m")
    else:
        body = Column(_volunteers(view, ui, now), "m")
    return page(header(view, ui), body, actions(view, ui, buttons))


def postponed(view: View) -> list[Element]:
    """What waits this round, and who says so, in a line."""
    now = view.agenda
    if now is None or not now.put_off:
        return []
    return [Label(now.waits, "small", "part")]


# ---- Who volunteers -------------------------------------------------------------------------------------


def _volunteers(view: View, ui: Ui, now: AgendaView) -> list[Element]:
    question = tr("Voulez-vous présider ?") if me(view) is not None else tr("Qui veut présider ?")
    rule = tr("Le sort désigne parmi qui se propose.")
    head = [Label(question, "title", max_lines=2), Label(f"{now.told} {rule}", "lead", "quiet")]
    forms = [
        Row(
            [Grow(_topics(view, ui, now, brings), 1.0, 380), Grow(_people(view, ui, now, size), 1.7, 600)],
            "xl",
            "stretch",
        )
        for size, brings in ((120.0, True), (96.0, True), (96.0, False), (72.0, False), (56.0, False))
    ]
    return [*head, Grow(Fullest(forms)), Label(now.standing, "body", "ink")]


def _topics(view: View, ui: Ui, now: AgendaView, brings: bool) -> Element:
    """What lies on the table, by name and by what it `brings`, and the bowl that the lot is drawn from."""
    rows: list[Element] = []
    for one in _on_table(view, now):
        words: list[Element] = [Label(one.title, "name", max_lines=2), *_last(one)]
        words += [Flow([change_label(change) for change in one.changes], "m", "none")] if brings else []
        row = Row([Picture(one.pictogram, 38.0), Grow(Column(words, "none"))], "s")
        # An id of its own: digits volunteer here.
        said = tr("Lire la carte « {title} »", title=one.title)
        rows.append(opening(ui, row, f"topic.{one.id}", card.open_card(one), said))
    head = Label(now.title, "label")
    lines = [head, *rows, Grow(Spacer()), Bowl(len(now.volunteers))]
    return Card(Column(lines, "xs" if brings else "m"), "l", "m" if brings else "l")


def _people(view: View, ui: Ui, now: AgendaView, size: float) -> Element:
    """Everybody, with a hand up where they volunteer."""
    cells = [
        _person(view, ui, who, who.id in now.volunteers, i + 1, size) for i, who in enumerate(view.characters)
    ]
    return Grid(cells, 4, "m", "m", equal=True, fill=True)


def _person(view: View, ui: Ui, who: CharacterView, stands: bool, number: int, size: float) -> Element:
    rows: list[Element] = [
        Row([face(who, size)], justify="center"),
        Label(who.short, "name", "ink", "center", max_lines=1),
    ]
    legal = view.allows("volunteer")
    if legal is not None and who.id in legal.who and not apart(view, ui):
        word = tr("Je retire") if stands else tr("Je veux bien")
        press = Do(Volunteer(who=who.id, stands=not stands))
        button = Button(word, f"volunteer-{number}", press, "chosen" if stands else "chip", str(number))
        rows.append(Row([button], justify="center"))
    elif stands:
        rows.append(Row([Pill(tr("se propose"), "kept")], justify="center"))
    fill, rim, wide = ("kept_soft", "kept", 4.0) if stands else ("panel", "line", 2.0)
    return Card(Column([Grow(Spacer()), *rows, Grow(Spacer())], "s"), "s", "m", fill, rim, wide)


# ---- What waits -----------------------------------------------------------------------------------------


def _chair(view: View, now: AgendaView) -> Element:
    """Who is in the chair, and what they have said so far."""
    who = view.character(now.chair)
    said = " ".join(one for one in (now.waits, now.missing) if one) or now.told
    words = [Label(now.drawn, "title", max_lines=2), Label(said, "lead", "part" if now.missing else "quiet")]
    return Row([face(who, 110.0), Grow(Column(words, "xs"))], "l")


def _on_table(view: View, now: AgendaView) -> list[ProjectView]:
    known = {project.id: project for project in view.projects}
    return [known[id_] for id_ in now.projects if id_ in known]


def _table(view: View, ui: Ui, now: AgendaView, level: int) -> Element:
    cells = [_topic(view, ui, now, one, i + 1, level) for i, one in enumerate(_on_table(view, now))]
    columns = min(len(cells), _ABREAST) or 1
    return Grid(cells, columns, "m", "m", equal=True, fill=True)


def _topic(view: View, ui: Ui, now: AgendaView, project: ProjectView, number: int, level: int) -> Element:
    """One thing that lies there: treated, or put off and stamped so."""
    off = project.id in now.put_off
    name = Label(project.title, "subheading", "quiet" if off else "ink", max_lines=3)
    rows: list[Element] = [Row([Picture(project.pictogram, 48.0), Grow(name)], "s")]
    if level < 2:
        rows += _told(view, project, level)
    foot: list[Element] = [Stamp(tr("REPORTÉ"), "part")] if off else []
    legal = view.allows("put-off")
    if legal is not None and project.id in legal.projects and not apart(view, ui):
        word = tr("Remettre") if off else tr("Reporter")
        press = Do(PutOff(project=project.id, off=not off))
        foot = [Button(word, f"put-off-{number}", press, "chosen" if off else "chip", str(number)), *foot]
    shown = card.opens(project, ui, Column([*rows, Grow(_what(project, level))], "s"))
    lines: list[Element] = [Grow(shown), *([Flow(foot, "s", "xs")] if foot else [])]
    return Card(Column(lines, "s"), "l", "m", "paper" if off else "panel", "line", 2.0)


def _told(view: View, project: ProjectView, level: int) -> list[Element]:
    """Whether it can wait, what it does, what it asks for at the vote; with more room, whom it pays or
    costs."""
    vote = on_vote(view, project)
    moves: list[Element] = [change_label(change) for change in project.changes]
    rows: list[Element] = [*_last(project), *([Flow(moves, "m", "none")] if moves else [])]
    rows += personal(project, short=True) if level == 0 else []
    if project.idea is not None and vote is not None:
        rows.append(Flow([price_tag(project.idea.price_told), *vote.signs[1:]], "m", "xs"))
        if level == 0 and vote.funded_short:
            rows.append(Flow(vote.funded_short, "m", "none"))
    return rows


def _what(project: ProjectView, level: int) -> Element:
    """What it is, or the first sentence of that, as far as this card has room."""
    if level or not project.text:
        return Spacer()
    forms = [Label(words, "small", "ink") for words in (project.text, in_short(project.text))]
    return Fullest([*forms, Spacer()])


def _last(project: ProjectView) -> list[Element]:
    """That it leaves the table after this round: put off, it is given up."""
    return [Label(rounds_left(project), "label", "part")] if project.rounds_left <= 1 else []
