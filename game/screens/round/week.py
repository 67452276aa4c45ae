"""The week of the rooms on the screens of a round: who has the key before the door, then the windows; what
would be put out of its hours.
"""

from engine.language import tr
from engine.view.types import BatonView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pill, Row, Sized, Spacer
from game.pieces.baton import faced
from game.pieces.parts import Fullest, Own, face, opening
from game.pieces.week import facade, glance, warnings

SCREEN = "week"
"""The name of the page that shows it large."""
_DOOR = 190.0
"""Logical width of what stands before the door."""
_WARNED = 3
"""Projects that would put something out of its hours of which each is told."""


def strip(view: View, ui: Ui) -> Element:
    """The windows; touched, they are shown large, with names. Where there is no room for them, a line."""
    forms = [
        Row([*_at_the_door(view), Grow(Own(opens(view, ui, facade(view, bare=bare))))], "m", "stretch")
        for bare in (False, True)
    ]
    return Fullest([*forms, opens(view, ui, _line(view))])


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.timetable is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.timetable.title))


def door(view: View, ui: Ui) -> list[Element]:
    """A word that opens the large view, where its windows are not shown."""
    if view.timetable is None:
        return []
    return [opens(view, ui, Pill(tr("La semaine ?"), "plain"))]


def _line(view: View) -> Element:
    """Its name, who has the key, and that all is read in large."""
    assert view.timetable is not None
    row: list[Element] = [Label(view.timetable.title, "name", "on_night", one_line=True)]
    if view.baton is not None:
        holder = view.character(view.baton.holder)
        said = [Label(words, "tiny", "night_quiet") for words in (view.baton.said, holder.short)]
        row += [faced(view, holder, 44.0, ""), Grow(Fullest(said))]
    else:
        row.append(Grow(Spacer()))
    return Card(Row([*row, glance(view), Pill(tr("Voir"), "plain")], "m"), "l", "s", "night", None)


def _at_the_door(view: View) -> list[Element]:
    """Who has the key, and to whom it goes."""
    if view.baton is None:
        return []
    return [Sized(Own(keeper(view, view.baton)), _DOOR)]


def keeper(view: View, baton: BatonView) -> Element:
    """The face of whoever has it, and of who is next; what is said of it, where there is room."""
    holder = view.character(baton.holder)
    forms: list[Element] = []
    first = next((tr("« {project} » passe d’abord.", project=one.title) for one in view.projects
                  if one.id == baton.first), holder.short)  # fmt: skip
    for size, words in (
        (92.0, baton.said),
        (72.0, baton.said),
        (72.0, first),
        (48.0, first),
        (84.0, holder.short),
    ):
        faces: list[Element] = [faced(view, holder, size, "")]
        if baton.entrusted:
            after = face(view.character(baton.entrusted), size * 0.7)
            faces += [Label("→", "heading", "quiet", one_line=True), after]
        row = Row([Grow(Spacer()), *faces, Grow(Spacer())], "xs")
        forms.append(Column([row, Label(words, "tiny", "ink", "center")], "xs", justify="center"))
    return Fullest(forms)


def held(view: View) -> list[Element]:
    """Who has what passes from hand to hand, where there is no week at whose door they stand."""
    if view.baton is None or (view.timetable is not None and view.town is None):
        return []
    row: list[Element] = [faced(view, view.character(view.baton.holder), 52.0, "")]
    if view.baton.entrusted:
        row += [
            Label("→", "heading", "quiet", one_line=True),
            face(view.character(view.baton.entrusted), 44.0),
        ]
    return [Card(Row([*row, Grow(Label(view.baton.said, "small", "ink"))], "s"), "l", "s")]


def warned(view: View) -> list[Element]:
    """What the open projects would put out of their hours, were they complete; nothing where none would."""
    told = warnings(view)
    if not told:
        return []
    more = len(told) - _WARNED
    words = [*told[:_WARNED], *([tr("et {n} de plus", n=more)] if more > 0 else [])]
    return [Label(line, "small", "part") for line in words]
