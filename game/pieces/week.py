"""The week of the rooms: what stands in each of its windows, large or small."""

from collections.abc import Sequence
from dataclasses import replace

from engine.language import tr
from engine.view.types import HourView, ProjectView, TimetableView, View
from game.kit import (
    Column,
    Element,
    Grow,
    Label,
    Picture,
    Row,
    Spacer,
    Span,
    Struck,
)
from game.pieces.baton import Badge
from game.pieces.facade import Facade, Glance, Window
from game.pieces.parts import Fullest
from game.pieces.signs import Moon, Squares, StruckPicture

_SHOWN = 2
"""Projects that want the same hour of which each is shown; the others are counted."""


def facade(view: View, large: bool = False, height: float = 190.0, bare: bool = False) -> Element:
    """The front of the building; `large`: with names in its windows; `bare`: the windows alone."""
    week = view.timetable
    assert week is not None
    return Facade(
        tuple(title for _, title in week.rooms),
        tuple(title for _, title in week.times),
        tuple(_window(view, week, hour, large) for hour in week.hours),
        height,
        bare,
    )


def glance(view: View) -> Element:
    """The same in a corner: the windows, without a word."""
    week = view.timetable
    assert week is not None
    return Glance(len(week.times), tuple(_window(view, week, hour, False) for hour in week.hours))


def _window(view: View, week: TimetableView, hour: HourView, large: bool) -> Window:
    wants = [project for project in view.projects if project.id in hour.wanted]
    if hour.kept:
        return Window("kept", _kept(hour, large))
    if hour.project:
        beside = _wanting(view, wants, large) if wants else None
        return Window("lit", _lit(week, hour, large), f"family.{hour.family}", beside, len(wants))
    if wants:
        dark = Window("out" if hour.left else "free", _wanting(view, wants, large), wanted=len(wants))
        return replace(dark, bars=False)
    if hour.left:
        return Window("out", _gone(week, hour.left, large), bars=False)
    return Window("free", Spacer(), bars=True)


def _kept(hour: HourView, large: bool) -> Element:
    """Nobody's to take: a moon, and why."""
    if not large:
        return Moon(34.0)
    why = [Label(hour.kept, style, "on_night", "center") for style in ("label", "tiny")]
    return Fullest(
        [
            Column([Moon(46.0), why[0]], "xs", justify="center"),
            _middle(Moon(30.0), why[1]),
            _middle(why[1]),
            Moon(34.0),
        ]
    )


def _middle(*children: Element) -> Element:
    return Column(children, 2.0, justify="center")


def _lit(week: TimetableView, hour: HourView, large: bool) -> Element:
    """Whose hour it is; beneath, who was put out of it."""
    forms: list[Element] = []
    if large:
        gone = [Struck(Label(hour.left, "tiny", "ink", "center"), "broken")] if hour.left else []
        named = [Label(hour.title, "label", "ink", "center"), _bold(hour.title)]
        signs = [Picture(hour.pictogram, size) for size in (54.0, 40.0, 34.0)]
        forms += [_middle(sign, named[0], *gone) for sign in signs[:2]]
        forms += [_middle(signs[2], named[1], *gone), _middle(named[1], *gone)]
        forms += [_middle(signs[2], named[1]), _middle(named[1])]
    both: list[Element] = [Picture(hour.pictogram, 38.0)]
    if hour.left:
        both.append(struck(_pictogram(week, hour.left), 26.0, "ink", "broken"))
    alone = Picture(hour.pictogram, 40.0)
    return Fullest([*forms, Row([Grow(one) for one in both], "xs"), alone])


def _bold(words: str) -> Label:
    return Label([Span(words, None, True)], "tiny", "ink", "center")


def _gone(week: TimetableView, title: str, large: bool) -> Element:
    """Who was put out of an hour that nobody has now."""
    name = Struck(Label(title, "tiny", "night_quiet", "center"), "night_gold")
    sign = struck(_pictogram(week, title), 34.0, "night_quiet", "night_gold")
    return Fullest([_middle(sign, name), _middle(name), sign] if large else [sign])


def _pictogram(week: TimetableView, title: str) -> str:
    return next((gone.pictogram for gone in reversed(week.gone) if gone.title == title), "home")


def struck(pictogram: str, size: float, colour: str, stroke: str) -> Element:
    """A pictogram that is crossed out."""
    return StruckPicture(Picture(pictogram, size, colour), stroke)


def _wanting(view: View, wants: Sequence[ProjectView], large: bool) -> Element:
    """The open projects that want an hour. Of two, one or the other has it; where it was said which comes
    first, that one is marked and the other fades.
    """
    first = view.baton.first if view.baton is not None else ""
    wants = sorted(wants, key=lambda one: one.id != first)
    some, more = wants[:_SHOWN], len(wants) - _SHOWN
    said = first in [one.id for one in wants] and len(wants) > 1
    inks = ["night_gold", *(["night_quiet" if said else "night_gold"] * (len(some) - 1))]
    signs: list[Element] = [Picture(one.pictogram, 36.0, ink) for one, ink in zip(some, inks, strict=True)]
    between: list[Element] = []
    if len(wants) > 1:
        said_first = Badge(view.baton.pictogram, 32.0) if said and view.baton is not None else None
        between = [said_first or Label(tr("ou"), "label", "night_gold", one_line=True)]
    rest: list[Element] = [Label(f"+{more}", "tiny", "night_gold", one_line=True)] if more > 0 else []
    row = Row([signs[0], *between, *signs[1:], *rest], "xs", justify="center")
    small: list[Element] = [row, Row(signs, 2.0, justify="center"), signs[0]]
    if not large:
        return Fullest(small)
    alone: list[Element] = []
    if len(some) == 1:
        name = Label(some[0].title, "label", "night_gold", "center")
        alone = [_middle(Picture(some[0].pictogram, 46.0, "night_gold"), name)]
    rows = [_names(some, inks, between, rest, style) for style in ("label", "tiny")]
    if said:  # the one that comes first has a name where not both do
        rows.append(_middle(row, Label(some[0].title, "tiny", "night_gold", "center")))
    return Fullest([*alone, *rows, *small])


def _names(
    wants: Sequence[ProjectView], inks: Sequence[str], between: list[Element], rest: list[Element], style: str
) -> Element:
    """Each with its name."""
    rows: list[Element] = []
    for i, (one, ink) in enumerate(zip(wants, inks, strict=True)):
        sign, name = Picture(one.pictogram, 32.0, ink), Grow(Label(one.title, style, ink))
        rows.append(Row([*(between if i else []), sign, name, *(rest if i else [])], "xs"))
    return Column(rows, 2.0, justify="center")


# ---- On the cards of projects --------------------------------------------------------------------------


def squares(week: TimetableView, project: ProjectView, scale: float = 1.0) -> Element:
    """The whole week, tiny: what a project takes is lit, what it takes from another struck too."""
    return Squares(
        tuple(tuple(_whose(week, project, room, time) for time, _ in week.times) for room, _ in week.rooms),
        scale,
    )


def _whose(week: TimetableView, project: ProjectView, room: str, time: str) -> str:
    hour = week.hour(room, time)
    if (room, time) in project.hours:
        return "both" if hour.project else "mine"
    return "taken" if hour.project else "kept" if hour.kept else ""


def put_out(week: TimetableView, project: ProjectView, size: float = 28.0) -> list[Element]:
    """The pictograms of what a project would put out of its hours, crossed out."""
    found = {hour.title: hour.pictogram for hour in week.hours if hour.project}
    return [struck(found.get(title, "home"), size, "part", "part") for title in project.dislodges]


def warnings(view: View) -> list[str]:
    """What each open project would put out of its hours."""
    return [
        f"{one.title}\u00a0: {_lowered(one.dislodges_said)}" for one in view.projects if one.dislodges_said
    ]


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
