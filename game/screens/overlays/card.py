"""A project's card, opened large: what is to be done, what it takes, what it changes, what it announces."""

from engine.language import capital, ntr, signed, tr
from engine.telling.vocabulary import listed
from engine.view.types import ProjectView, TokenCount, View
from game.front.foldout import opening as unfolded
from game.front.intents import Go, InRoom
from game.front.state import Ui
from game.kit import (
    Button,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Pad,
    Picture,
    Row,
    Rule,
    Spacer,
    Span,
    Tap,
    centred,
)
from game.pieces.corners import where_given
from game.pieces.groups import unsaid
from game.pieces.over import close, sheet, spread
from game.pieces.parts import given, missing, opening, promised
from game.pieces.pieces import changes_label, lacking, personal, rounds_left
from game.pieces.places import away_words, heard_by, price
from game.pieces.terms import explained
from game.pieces.town import ear, night, places_for
from game.pieces.week import squares
from game.screens.overlays import touched as groups
from game.screens.overlays import voted
from game.screens.overlays.worked import asked, once, steps, worked

SCREEN = "card"
"""The screen's name; its argument is the project's id."""


def opens(project: ProjectView, ui: Ui, child: Element) -> Element:
    """A project that opens as a card when it is touched."""
    label = tr("Lire la carte « {title} »", title=project.title)
    return opening(ui, child, control(project), open_card(project), label)


def opens_idea(id_: str, title: str, child: Element) -> Element:
    """An idea of the catalogue, whose card opens when it is touched, wherever it stands."""
    return Tap(child, f"{SCREEN}.{id_}", Go(SCREEN, id_), tr("Lire la carte « {title} »", title=title))


def control(project: ProjectView) -> str:
    """The id of what opens a project's card."""
    return f"{SCREEN}.{project.id}"


def open_card(project: ProjectView) -> Go:
    """What opens it, wherever one is."""
    return Go(SCREEN, project.id)


def card(view: View | None, ui: Ui) -> Element:
    """The whole card, and the way to the others."""
    projects = view.projects if view is not None else ()
    shown = next((project for project in projects if project.id == ui.argument), None)
    there = dict(view.ballot.ideas) if view is not None and view.ballot is not None else {}
    if view is not None and shown is None and ui.argument in there:
        return spread(*voted.eligible(view, ui.argument, there[ui.argument]), [close()])
    if view is None or shown is None:
        return sheet(tr("Cette carte n’est plus sur la table."), Spacer(), [close()])
    others = [
        Button(project.title, control(project), open_card(project), "chip")
        for project in projects
        if project.id != shown.id
    ]
    if shown.listening:
        return spread(*_face_down(view, shown), [close(), Grow(Flow(others, "s", "s", "end"))])
    if shown.fetches and view.ballot is not None:
        return spread(*voted.fetching(view, shown), [close(), Grow(Flow(others, "s", "s", "end"))])
    if shown.group and view.groups is not None:
        return spread(*groups.helping(view, shown), [close(), Grow(Flow(others, "s", "s", "end"))])
    title = explained(view.terms, shown.title, "title", "title", beside=shown.text)
    head = Row([Picture(shown.pictogram, 84.0), Grow(title)], "l")
    facts = Row([Grow(_needs(shown), 1, 440), Grow(_brings(shown), 1, 440)], "xl", "start")
    body = Column(
        [
            *_heard(shown),
            explained(view.terms, shown.text, "lead", "card"),
            Rule(),
            facts,
            *_hours(view, shown),
            *groups.touched(view, shown),
            *worked(view, shown),
            *_cornered(view, shown),
            *voted.told(view, shown.idea),
            Rule(),
            _announces(view, shown),
        ],
        "m",
        justify="between",
    )
    buttons = [close()]
    if shown.refers:
        words = tr("La politique de la ville, pli par pli")
        buttons.append(Button(words, "foldout", InRoom(unfolded(shown.refers)), hint="F4"))
    return spread(head, body, [*buttons, Grow(Flow(others, "s", "s", "end"))])


def _face_down(view: View, project: ProjectView) -> tuple[Element, Element]:
    """A need that nobody has heard yet: where it lies, what was overheard, what it takes to turn it over."""
    place = view.town.place(project.place) if view.town is not None else None
    listeners = place.listeners if place is not None else ()
    head = Label(tr("Face cachée, {at}", at=project.where), "title")
    words = Label(tr("« {text} »", text=project.overheard), "title", "on_night", "center")
    said = Column([ear(96.0), words], "m")
    come = Row(
        [places_for(view, project, listeners, 52.0), Grow(Label(price(view, listeners), "strong"))], "m"
    )
    rule = tr(
        "Si deux personnes de deux familles y donnent un temps ce tour, la carte se retourne à la révélation."
    )
    lost = tr("Un temps donné sans que l’autre vienne est dépensé.")
    told: list[Element] = [Grow(night(Pad(centred(said), "l", "m"))), come, Label(rule, "body")]
    return head, Column([*told, Label(lost, "small"), *_away(view, project)], "m")


def _heard(project: ProjectView) -> list[Element]:
    """What had been overheard of a need, and who came to listen."""
    if not project.heard_by:
        return []
    said = [Span(tr("« {text} »", text=project.overheard) + " ", "ink")] if project.overheard else []
    words = Label([*said, Span(heard_by(project), "gift", True)], "body")
    return [Row([Picture("ear", 44.0, "gift"), Grow(words)], "s")]


def _away(view: View, project: ProjectView) -> list[Element]:
    words = away_words(view, project)
    return [Label(words, "strong", "part")] if words else []


def _needs(project: ProjectView) -> Element:
    """What has been given, what is promised, what nobody has promised yet, kind by kind."""
    lines: list[Element] = [Label(asked(project), "label"), *steps(project)]
    lines.append(Label(_cost(project.cost), "strong"))
    lack = lacking(project, promised=True)
    for words, shown in (
        (tr("donné"), given(project.placed, 30.0) if sum(project.placed) else None),
        (tr("promis"), promised(project.promised, 30.0) if sum(project.promised) else None),
        (tr("personne n’a promis"), missing(lack, 30.0) if sum(lack) else None),
    ):
        if shown is not None:
            lines.append(Row([Label(words, "label", one_line=True), Grow(shown)], "s"))
    return Column(lines, "s")


def _cost(cost: TokenCount) -> str:
    words = (
        ntr("{n} temps", "{n} temps", cost.time),
        ntr("{n} moyen", "{n} moyens", cost.means),
        ntr("{n} appui", "{n} appuis", cost.backing),
    )
    return " · ".join(word for word, n in zip(words, cost, strict=True) if n)


def _brings(project: ProjectView) -> Element:
    """What it changes once it is complete, and who gains or loses by it alone."""
    lines: list[Element] = [Label(once(project), "label")]
    if project.changes:
        lines.append(changes_label(project.changes, "strong"))
    lines += personal(project)
    lines += [Label(effect, "body") for effect in unsaid(project)]
    if project.worth:
        worth = tr("Pour vous : {n}, si les gains comptent", n=signed(project.worth, 1))
        lines.append(Label(worth, "body", "note_ink"))
    if project.idea is not None and project.idea.worth:
        worth = tr("Pour vous, une fois financée : {n}", n=signed(project.idea.worth, 1))
        lines.append(Label(worth, "body", "note_ink"))
    return Column(lines, "s")


def _hours(view: View, project: ProjectView) -> list[Element]:
    """The hours that it takes, what it would put out of them, and who else wants one of them."""
    if view.timetable is None or not project.hours:
        return []
    hours = [Span(tr("Ses heures") + "\u00a0: "), Span(project.hours_said, None, True)]
    said: list[Element] = [Label(hours, "body")]
    if project.dislodges_said:
        said.append(Label(project.dislodges_said, "strong", "part"))
    others = [tr("« {title} »", title=one.title) for one in view.projects if one.id in project.clashes]
    if others:
        said.append(Label(tr("Veut la même heure que {others}.", others=listed(others)), "body"))
    return [Rule(), Row([squares(view.timetable, project, 2.2), Grow(Column(said, "none"))], "l")]


def _cornered(view: View, project: ProjectView) -> list[Element]:
    """Where one sits who gives to it."""
    told = where_given(view.corners, project, "strong")
    return [Rule(), Row([*told, Grow(Label(project.corners_said, "body"))], "l")] if told else []


def _announces(view: View, project: ProjectView) -> Element:
    """The place that it gives to residents, where it happens, and how long it stays on the table."""
    rung = [
        Span(tr("Participation annoncée : {rung}", rung=project.rung), None, True),
        Span(f" · {project.rung_means}"),
    ]
    works = project.works
    last = project.rounds_left <= 1 or (works is not None and works.too_late)
    left: Element = Label(rounds_left(project), "strong", "part" if last else "quiet", one_line=True)
    if works is not None and works.standing and not works.too_late:  # it never lapses
        left = Spacer()
    where = [Label(capital(project.where), "strong", one_line=True)] if project.where else []
    return Row([Grow(Label(rung, "body")), *where, *_away(view, project), left], "l")
