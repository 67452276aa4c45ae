"""The week of the rooms: what stands in each of its windows, large or small."""

from collections.abc import Sequence

from engine.language import ntr, tr
from engine.view.types import HourView, ProjectView, TimetableView, View
from game.kit import (
    Column,
    Drawn,
    Element,
    Fit,
    Flow,
    Grow,
    Label,
    Node,
    Picture,
    Rect,
    Row,
    Spacer,
    Stack,
    Struck,
)
from game.kit.nodes import OutlineArt, Path
from game.pieces.baton import Badge
from game.pieces.facade import Facade, Window
from game.pieces.parts import Fullest

_SHOWN = 2
"""Projects that want the same hour of which each is shown; the others are counted."""


def facade(view: View, large: bool = False, height: float = 190.0) -> Element:
    """The front of the building; `large`: with names in its windows."""
    week = view.timetable
    assert week is not None
    return Facade(
        tuple(title for _, title in week.rooms),
        tuple(title for _, title in week.times),
        tuple(_window(view, week, hour, large) for hour in week.hours),
        height,
    )


def contested(week: TimetableView) -> bool:
    """Whether two open projects want the same hour."""
    return any(len(hour.wanted) > 1 for hour in week.hours)


def _window(view: View, week: TimetableView, hour: HourView, large: bool) -> Window:
    wants = [project for project in view.projects if project.id in hour.wanted]
    if hour.kept:
        return Window("kept", _kept(hour, large))
    if hour.project:
        beside = _wanting(view, wants, large) if wants else None
        return Window("lit", _lit(week, hour, large), f"family.{hour.family}", beside, bool(wants))
    if wants:
        return Window("out" if hour.left else "free", _wanting(view, wants, large), wanted=True, bars=False)
    if hour.left:
        return Window("out", _gone(week, hour.left, large), bars=False)
    return Window("free", Spacer(), bars=True)


def _kept(hour: HourView, large: bool) -> Element:
    """Nobody's to take: a moon, and why."""
    if not large:
        return moon(34.0)
    why = [Label(hour.kept, style, "on_night", "center") for style in ("label", "tiny")]
    return Fullest(
        [
            Column([moon(46.0), why[0]], "xs", justify="center"),
            _middle(moon(30.0), why[1]),
            why[1],
            moon(34.0),
        ]
    )


def _middle(*children: Element) -> Element:
    return Column(children, 2.0, justify="center")


def _lit(week: TimetableView, hour: HourView, large: bool) -> Element:
    """Whose hour it is; beneath, who was put out of it."""
    forms: list[Element] = []
    if large:
        struck = [Struck(Label(hour.left, "tiny", "ink", "center"), "broken")] if hour.left else []
        for size, style in ((54.0, "label"), (40.0, "label"), (34.0, "tiny")):
            name = Label(hour.title, style, "ink", "center")
            forms.append(_middle(Picture(hour.pictogram, size), name, *struck))
        forms += [_middle(Label(hour.title, "tiny", "ink", "center"), *struck)]
        forms += [_middle(Picture(hour.pictogram, 34.0), Label(hour.title, "tiny", "ink", "center"))]
        forms += [Label(hour.title, "tiny", "ink", "center")]
    both = [Picture(hour.pictogram, 38.0)]
    if hour.left:
        both.append(struck_picture(_pictogram(week, hour.left), 26.0, "ink", "broken"))
    alone = Picture(hour.pictogram, 40.0)
    return Fullest([*forms, Row([Grow(one) for one in both], "xs"), alone])


def _gone(week: TimetableView, title: str, large: bool) -> Element:
    """Who was put out of an hour that nobody has now."""
    name = Struck(Label(title, "tiny", "night_quiet", "center"), "night_gold")
    sign = struck_picture(_pictogram(week, title), 34.0, "night_quiet", "night_gold")
    return Fullest([_middle(sign, name), name, sign] if large else [sign])


def _pictogram(week: TimetableView, title: str) -> str:
    return next((gone.pictogram for gone in reversed(week.gone) if gone.title == title), "home")


def struck_picture(pictogram: str, size: float, colour: str, stroke: str) -> Element:
    """A pictogram that is crossed out."""

    def draw(fit: Fit, rect: Rect) -> list[Node]:
        side = min(rect.w, rect.h, fit.scaled(size, 24.0))
        (x, y), half = rect.centre, side * 0.56
        ends = (x - half, y + half * 0.8), (x + half, y - half * 0.8)
        spot = Rect(x - half, y - half * 0.8, 2 * half, 1.6 * half)
        return [
            Path(
                rect=spot, points=ends, colour=fit.colour(stroke), width=max(side * 0.1, 3.0), layer=fit.layer
            )
        ]

    return Stack([Picture(pictogram, size, colour), Drawn(draw)])


def _wanting(view: View, wants: Sequence[ProjectView], large: bool) -> Element:
    """The open projects that want an hour; two have to be told apart by whoever may, and which comes first is
    marked."""
    mark = [_decides(view, wants)] if len(wants) > 1 else []
    some, more = wants[:_SHOWN], len(wants) - _SHOWN
    rest: list[Element] = [Label(f"+{more}", "tiny", "night_gold", one_line=True)] if more > 0 else []
    signs: list[Element] = [Picture(one.pictogram, 36.0, "night_gold") for one in some]
    small = [Row([*signs, *mark, *rest], "xs", justify="center"), Row([*signs], 2.0, justify="center")]
    if not large:
        return Fullest(small)
    named = [
        Column(
            [
                *(_named(one, style) for one in some),
                *([Flow([*mark, *rest], "xs", align="center")] if mark else []),
            ],
            2.0,
            justify="center",
        )
        for style in ("label", "tiny")
    ]
    return Fullest([*named, *small])


def _named(project: ProjectView, style: str) -> Element:
    words = Label(project.title, style, "night_gold")
    return Row([Picture(project.pictogram, 32.0, "night_gold"), Grow(words)], "xs")


def _decides(view: View, wants: Sequence[ProjectView]) -> Element:
    """Of two that want the same hour: open, or decided aloud."""
    pictogram = view.baton.pictogram if view.baton is not None else ""
    return Badge(pictogram or "legal", 32.0)


def moon(size: float) -> Element:
    """The sign of what nobody may take."""

    def draw(fit: Fit, rect: Rect) -> list[Node]:
        side = min(rect.w, rect.h, fit.scaled(size, 26.0))
        x, y = rect.centre
        gold = "#{:02X}{:02X}{:02X}".format(*fit.colour("night_gold"))
        way = f'<path d="M15.5 2.6 A10 10 0 1 0 21.6 15.2 A8.4 8.4 0 0 1 15.5 2.6 Z" fill="{gold}"/>'
        spot = Rect(x - side / 2, y - side / 2, side, side)
        return [OutlineArt(rect=spot, markup=way, units=(24.0, 24.0), layer=fit.layer)]

    return Drawn(draw, size, size)
