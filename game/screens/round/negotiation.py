"""Négociation: open projects and what they lack; promises as they are made; requests and answers."""

from collections.abc import Sequence

from engine.language import tr
from engine.play.commands import Announce
from engine.view.types import AnswerView, ProjectView, View
from game.front.alone import Passed, me, silent
from game.front.intents import Do, Draft, Go
from game.front.state import Ui, Way
from game.kit import Button, Card, Column, Element, Grid, Grow, Label, Pill, Row, Spacer, Span
from game.pieces.answered import answered, taking, voice
from game.pieces.ideas import on_vote
from game.pieces.pacts import sealed
from game.pieces.panel import by_console, opened
from game.pieces.parts import (
    Fullest,
    Own,
    actions,
    apart,
    header,
    legend,
    legend_at_first,
    looking_back,
    more_time,
    next_button,
    onward,
    opening,
    page,
    tokens_asked,
)
from game.pieces.pieces import Condition, foreseen, gate_words, hands_fit, listed, project_card, promise_row
from game.pieces.places import away_words
from game.pieces.works import on_card
from game.screens.overlays import card
from game.screens.round import corners, groups, publics, sites, town, week
from game.screens.round.agenda import postponed

_CROWDED = 9
"""Promises beyond which their list gets more of the width."""
_TABLE, _TABLE_OF_WEEK, _TABLE_OF_GROUPS, _TABLE_OF_SITES, _TABLE_OF_CORNERS = 3.3, 2.75, 2.5, 2.2, 2.4
_TABLE_OF_PUBLICS = 5.0
"""How much higher the table is than the town beneath it, the week, the groups, the ground, the corners, or
who votes."""
_ABREAST, _IN_ROWS = 3, (3, 5, 6)
"""Projects side by side above a town, and how many are set in such rows."""
_FORMS: Sequence[tuple[bool, Condition]] = (
    (True, "whole"),
    (True, "whom"),
    (False, "whole"),
    (False, "whom"),
    (False, "none"),
)
"""What is announced, the fullest form first: whether every gauge is foreseen; what is said of conditions."""
_MANY = 4
"""Projects beyond which they need the room of the rule."""


def negotiation(view: View, ui: Ui) -> Element:
    """Who commits themselves, and to what?"""
    known = [one for one in view.projects if not (one.listening or one.group or one.fetches or one.put_off)]
    few = _has_room(view)
    shown = _table(view, ui, known)
    waits = postponed(view)
    under = [*waits, *sealed(view), *week.held(view), *([_rule(view, ui)] if few else [])]
    left = [
        Column([_title(view, ui), Grow(shown), *answers, *under], "m") for answers in _answers(view, ui, few)
    ]
    if _below(view):
        barest = _answers(view, ui, few)[-1]
        left += [
            Column([_title(view, ui), Grow(cards), *barest, *waits], "m")
            for cards in (shown, _table(view, ui, known, least=True))
        ]
    crowded = len(view.promises) > _CROWDED
    said = [
        Own(Column([Grow(_promises(view, condition)), foreseen(view, every)], "s"), 1.15)
        for every, condition in _FORMS
    ]
    right = Grow(Fullest(said), 1.0, 700 if crowded else 560)
    body: Element = Row([Grow(Fullest(left), 1.35 if crowded else 1.85, 700), right], "xl", "stretch")
    if view.town is not None:
        body = Column([Grow(body, _TABLE), Grow(town.strip(view, ui))], "m")
    elif view.timetable is not None:
        body = Column([Grow(body, _TABLE_OF_WEEK), Grow(week.strip(view, ui))], "m")
    elif view.groups is not None:
        body = Column([Grow(body, _TABLE_OF_GROUPS), Grow(groups.strip(view, ui))], "m")
    elif view.sites is not None:
        body = Column([Grow(body, _TABLE_OF_SITES), Grow(sites.strip(view, ui))], "m")
    elif view.corners is not None and view.corners.corners:
        body = Column([Grow(body, _TABLE_OF_CORNERS), Grow(corners.strip(view, ui))], "m")
    elif view.ballot is not None:
        body = Column([Grow(body, _TABLE_OF_PUBLICS), Grow(publics.strip(view, ui))], "m")
    way = negotiation_way(view, ui)
    buttons: list[Element] = [*next_button(way), *more_time(view), *_form(view, ui)]
    if silent(view, ui):
        buttons = _speaking(view, way)
    hearing = opened(view, "hear")
    buttons += by_console(view, ui, tr("Entendre quelqu’un"), hearing, "hear", id="console.hear")
    if view.allows("carte-blanche") is not None:
        buttons.append(Button(tr("Carte blanche"), "carte-blanche", Go("carte-blanche")))
    return page(
        header(view, ui),
        body,
        actions(view, ui, buttons, legend_at_first(view, ui, tokens_asked(ui, legend()), True)),
    )


def _has_room(view: View) -> bool:
    """Whether there is room for the rule beneath the cards."""
    return sum(not one.put_off for one in view.projects) <= _MANY and not _below(view)


def _below(view: View) -> bool:
    """Whether something stands beneath the table: a town, a week of rooms, groups, a ground, corners, or who
    votes."""
    below = (view.town, view.timetable, view.groups, view.sites, view.corners, view.ballot)
    return any(one is not None for one in below)


def _table(view: View, ui: Ui, known: Sequence[ProjectView], least: bool = False) -> Element:
    """The cards of the projects; above a town, three abreast where they make whole rows."""
    if not known:
        return _none()
    columns = _ABREAST if _below(view) and len(known) in _IN_ROWS else 2
    cards = [
        card.opens(
            project,
            ui,
            project_card(
                project,
                True,
                away=away_words(view, project),
                least=least,
                week=view.timetable,
                groups=view.groups,
                works=on_card(view, project),
                corners=view.corners,
                vote=on_vote(view, project),
            ),
        )
        for project in known
    ]
    return Own(Grid(cards, columns, "l", "m", equal=True, fill=True))


def _title(view: View, ui: Ui) -> Element:
    """The question, and how to read what the cards say; the rule's door, where the rule has no room."""
    row: list[Element] = [Grow(Label(tr("Qui s’engage, et sur quoi ?"), "title"))]
    if not (looking_back(ui) or apart(view, ui) or _below(view)):
        row.append(Label(tr("Touchez une carte pour la lire."), "small", align="right"))
    if not _has_room(view):
        door = Pill(tr("La règle ?"), "plain")
        row.append(opening(ui, door, "gauges", Go("gauges"), tr("Que disent les jauges ?")))
    if view.town is not None:  # which stands where the week would
        row += week.door(view, ui)
    if view.town is not None or view.timetable is not None:  # or the groups
        row += groups.door(view, ui)
    if view.town is not None or view.timetable is not None or view.groups is not None:  # or the ground
        row += sites.door(view, ui)
    if any(one is not None for one in (view.town, view.timetable, view.groups, view.sites)):  # or the corners
        row += corners.doors(view, ui)
    if any(one is not None for one in (view.town, view.timetable, view.groups, view.sites, view.corners)):
        row += publics.doors(view, ui)
    return Row(row, "l")


def negotiation_way(view: View, ui: Ui) -> Way | None:
    """For those who train, to what they have to say; none while they say it, so that only a word of theirs
    closes. Then on.
    """
    if not silent(view, ui):
        return onward(view, ui)
    if ui.panel == "console":
        return None
    return Way(_speak(view, ui), opened(view, "promise"))


def _form(view: View, ui: Ui) -> list[Button]:
    return by_console(view, ui, _speak(view, ui), opened(view, "promise"), "promise", "ask")


def _speak(view: View, ui: Ui) -> str:
    """To speak; of several who train, whose word is awaited next."""
    waiting = silent(view, ui)
    if not waiting or me(view) is not None:
        return tr("S’engager, demander")
    return tr("{name} : s’engager, demander", name=view.character(waiting[0]).short)


def _speaking(view: View, way: Way | None) -> list[Element]:
    """To speak first, and to say nothing beside it; the latter alone where the panel to speak in is open."""
    word = tr("Je passe") if me(view) is not None else tr("Nous passons")
    return [
        *next_button(way, "console"),
        Button(word, "pass", _passing(view)),
    ]


def _passing(view: View) -> Draft | Do:
    """To say nothing; whoever still listens speaks then."""
    passed = Passed(str(view.phase.round), True)
    return Do(Announce(), then=(passed,)) if view.allows("announce") else Draft(passed)


def _none() -> Element:
    return Card(Label(tr("Aucun chantier n’est ouvert ce tour."), "body"), "l")


def _rule(view: View, ui: Ui) -> Element:
    """The rule, quietly, beneath the cards; touched, it explains the gauges."""
    said = [
        Span(tr("Un engagement est public. Rien n’oblige à le tenir."), "ink"),
        Span(" " + gate_words(view)),
    ]
    words = Row([Grow(Label(said, "small")), Pill("?", "plain")], "m")
    return opening(ui, words, "gauges", Go("gauges"), tr("Que disent les jauges ?"))


def _answers(view: View, ui: Ui, roomy: bool) -> list[list[Element]]:
    """The words given for this round, and the last requests with their answers, from the fullest form to the
    barest: two requests and a title, one; in a crowd what is answered alone. Nothing, where there is none."""
    title: list[Element] = [Label(tr("Demandes et réponses"), "label", "note_ink")] if view.answers else []
    given: list[Element] = [
        Label(word.sentence, "body", "kept" if word.kept else "note_ink") for word in view.given_words
    ]
    said = [_answer(view, ui, answer) for answer in view.answers[-2:]]
    last = [_answer(view, ui, answer, alone=True) for answer in view.answers[-1:]]
    forms = [[*given, *title, *said]] if roomy else []
    forms += [[*given, *title, *said[-1:]], [*given, *said[-1:]]]
    if last and len(view.promises) > _CROWDED:
        forms.append(last)
    if not forms[0]:
        return [[]]
    return [[Card(Column(form, "xs"), "l", "m", "note", "note_line")] for form in forms]


def _answer(view: View, ui: Ui, answer: AnswerView, alone: bool = False) -> Element:
    """One of them, or what is answered `alone`; who trains may take there what a refusal wants, unless the
    panel is open to do so."""
    told, take = voice(view, answer) if alone else answered(view, answer), taking(view, answer)
    if take is None or view.mode != "training" or ui.panel == "console":
        return told
    return Row([Grow(told), Button(tr("J’accepte"), "take-here", Do(take), "quiet")], "m")


def _promises(view: View, condition: Condition) -> Element:
    rows = [promise_row(view, who, condition) for who in view.characters]
    head: list[Element] = [Label(tr("Engagements annoncés"), "label")]
    if view.unheard and view.mode == "facilitated":
        head.append(Label(tr("Les autres n’ont pas encore parlé : la salle d’abord."), "small", "note_ink"))
    elif hands_fit(view):
        head.append(Label(tr("pleins : jetons en main · en pointillé : promis"), "tiny"))
    body = Column([Column(head, "none"), Grow(listed(rows))], "s")
    return Card(Column([Grow(body), Spacer()], "none"), "l", "m")
