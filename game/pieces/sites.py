"""A square under works: what stands on each part of its ground, and what works do, on cards."""

from collections.abc import Sequence
from typing import Literal

from engine.language import amid, ntr, signed, tr
from engine.telling.vocabulary import listed
from engine.view.types import Change, GroundView, ProjectView, SitesView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Row, Span
from game.pieces.ground import State
from game.pieces.plan import Lots, Patch, Plan

_IN_A_ROW, _LARGE_ROW = 6, 3
"""Parts of the ground that stand in one row: beneath a table, and in large."""
_LONG = 22
"""Letters beyond which a gauge's title may go on to the next line."""


def plan(view: View, large: bool = False, height: float = 230.0, over: bool = False) -> Plan:
    """The square from above; `over`: nothing more is wanted of it."""
    assert view.sites is not None
    rows = _rows(view.sites, _LARGE_ROW if large else _IN_A_ROW)
    seeds = {ground.id: i for i, ground in enumerate(view.sites.grounds)}
    patches = tuple(tuple(patch(view, run, seeds[run[0].id], large, over) for run in row) for row in rows)
    return Plan(patches, height)


Run = tuple[GroundView, ...]
"""Parts side by side that one project has taken."""


def _rows(sites: SitesView, most: int) -> list[list[Run]]:
    """The parts row by row, those that one project took together; all of them, where it took them all."""
    grounds = sites.grounds
    if len({ground.project for ground in grounds}) == 1 and grounds[0].project:
        return [[grounds]]
    down = -(-len(grounds) // most)
    across = -(-len(grounds) // down)
    rows = [_runs(grounds[i : i + across]) for i in range(0, len(grounds), across)]
    whole = _runs(grounds)
    return rows if sum(map(len, rows)) == len(whole) else [whole]  # no row parts what is one


def _runs(grounds: Sequence[GroundView]) -> list[Run]:
    runs: list[Run] = []
    for ground in grounds:
        if runs and ground.project and runs[-1][0].project == ground.project:
            runs[-1] = (*runs[-1], ground)
        else:
            runs.append((ground,))
    return runs


def patch(view: View, run: Run, seed: int, large: bool = False, over: bool = False) -> Patch:
    """Parts of the ground that are one: what they have become, or what is wanted of them."""
    ground = run[0]
    names = listed([ground.title, *(amid(one.title) for one in run[1:])])
    tall: list[Element] = []
    if ground.state == "site":
        forms, tall = _board(view, ground, names), _upright(ground, names)
    elif ground.state == "new":
        forms, tall = _finished(ground, names), _finished_upright(ground, names)
    else:
        wants = [] if over else [one for one in view.projects if wanted_by(one, ground.id)]
        forms = _as_it_was(names, wants, large)
    return Patch(ground.state, forms, seed, len(run), most=1.15 if ground.state == "old" else 1.4, tall=tall)


def wanted_by(project: ProjectView, ground: str) -> bool:
    """Whether an open project would take a part of the ground."""
    works = project.works
    return works is not None and not works.standing and ground in works.ground


def _plate(child: Element, border: str | None, width: float = 3.0, pad: str | float = "s") -> Card:
    return Card(child, pad, 6.0, "panel", border, width, edge=False, radius="s", fill_child=False)


# ---- What stands on it ----------------------------------------------------------------------------------


def digits(left: int, style: str, words: int = 1) -> Element:
    """How many phases are left, in large digits; with `words`: of what, and that it is still to come."""
    number = Label(str(left), style, "ink", "center", one_line=True)
    before = Label(tr("encore"), "tiny", "ink", "center", one_line=True)
    after = Label(ntr("tranche", "tranches", left), "tiny", "ink", "center", one_line=True)
    told = [number, *([after] if words else [])]
    return Column([before, *told] if words > 1 else told, "none", "center")


def _board(view: View, ground: GroundView, names: str) -> list[Element]:
    """The board before a hoarding: what is built, how many phases are left, what each round costs."""
    name = Row([Picture(ground.pictogram, 44.0), Grow(Label(ground.name, "subheading", max_lines=3))], "s")
    small = Row([Picture(ground.pictogram, 34.0), Grow(Label(ground.name, "name", max_lines=2))], "xs")
    where = Label(names, "tiny", "ink")
    each = Label(tr("à chaque tour :"), "tiny", "ink", one_line=True)
    left, strong, label = ground.left, hurts(ground.each, "strong"), hurts(ground.each)
    signs = signed_hurts(view, ground.each)
    forms: list[Element] = [
        Row([digits(left, "count", 2), Grow(Column([name, where, each, *strong], 4.0))], "m"),
        Row([digits(left, "count"), Grow(Column([small, where, *strong], 2.0))], "m"),
        Row([digits(left, "display"), Grow(Column([small, *strong], 2.0))], "m"),
        Row([digits(left, "display"), Grow(Column([small, *label], "none"))], "s"),
        Row([digits(left, "display", 0), Grow(Column([where, *label], "none"))], "s"),
        Row([digits(left, "title", 0), Grow(Column([where, *label], "none"))], "s"),
        Row([digits(left, "title", 0), Picture(ground.pictogram, 34.0), Grow(Column(signs, "none"))], "s"),
        Column(
            [Row([digits(left, "title", 0), Picture(ground.pictogram, 40.0)], "s"), *signs], "none", "center"
        ),
        Row([digits(left, "title", 0), Column(signs, "none")], "s"),
        Row([digits(left, "title", 0), Picture(ground.pictogram, 34.0)], "xs"),
        Row([digits(left, "heading", 0), Picture(ground.pictogram, 34.0)], "xs"),
    ]
    return [_plate(form, "ink") for form in forms]


def _upright(ground: GroundView, names: str) -> list[Element]:
    """The same where there is more height than width."""
    name = Label(ground.name, "name", "ink", "center", max_lines=4)
    where = Label(names, "tiny", "ink", "center")
    each = Label(tr("à chaque tour :"), "tiny", "ink", "center", one_line=True)
    cost: list[Element] = [one_hurt(one, "label", "center") for one in ground.each]
    head = [Picture(ground.pictogram, 44.0), name]
    whole = Column([digits(ground.left, "count", 2), *head, where, each, *cost], 3.0, "center")
    short = Column([digits(ground.left, "count"), name, *cost], 2.0, "center")
    return [_plate(whole, "ink"), _plate(short, "ink")]


def _finished(ground: GroundView, names: str) -> list[Element]:
    """What has come there."""
    where = Label(names, "tiny", "ink")
    done = Label([Span(tr("✓ fini"), "kept", True)], "label", one_line=True)
    forms = [
        Row(
            [
                Picture(ground.pictogram, 76.0, "kept"),
                Grow(Column([Label(ground.name, "subheading", max_lines=3), where, done], 2.0)),
            ],
            "m",
        ),
        Row(
            [
                Picture(ground.pictogram, 48.0, "kept"),
                Grow(Column([Label(ground.name, "name", max_lines=2), done], "none")),
            ],
            "s",
        ),
        Row([Picture(ground.pictogram, 34.0, "kept"), Grow(where)], "xs"),
        Picture(ground.pictogram, 34.0, "kept"),
    ]
    return [_plate(form, "kept") for form in forms]


def _finished_upright(ground: GroundView, names: str) -> list[Element]:
    sign, where = Picture(ground.pictogram, 60.0, "kept"), Label(names, "tiny", "ink", "center")
    name = Label(ground.name, "name", "ink", "center", max_lines=4)
    done = Label([Span(tr("✓ fini"), "kept", True)], "label", align="center", one_line=True)
    forms = [[sign, name, where, done], [sign, where, done], [sign, where]]
    return [_plate(Column(form, 3.0, "center"), "kept") for form in forms]


def _as_it_was(names: str, wants: Sequence[ProjectView], large: bool) -> list[Element]:
    """Its name, and the pictograms of what would take it."""
    name = Label(names, "name", "ink", "center")
    forms: list[Element] = []
    if wants and large:
        told = [
            Row(
                [
                    Picture(one.pictogram, 34.0, "part"),
                    Grow(Label(tr("{title} ?", title=one.title), "label", "part")),
                ],
                "xs",
            )
            for one in wants
        ]
        forms.append(Column([name, *told], 4.0))
    if wants:
        signs: list[Element] = [Picture(one.pictogram, 34.0, "part") for one in wants]
        mark = Label("?", "name", "part", one_line=True)
        forms.append(Column([name, Row([*signs, mark], "xs", justify="center")], 2.0))
    forms += [name, Label(names, "tiny", "ink", "center")]
    return [_plate(form, None) for form in forms]


# ---- What they do ---------------------------------------------------------------------------------------


def hurts(each: Sequence[Change], style: str = "label") -> list[Element]:
    """What each round does, side by side: what is lost in the colour of a loss."""
    return [Flow([one_hurt(one, style) for one in each], "m", "none")] if each else []


def one_hurt(one: Change, style: str = "label", align: Literal["left", "center"] = "left") -> Label:
    """One gauge's move, in the colour of a loss or of a gain."""
    ink = "broken" if one.by < 0 else "kept"
    title = one.title.replace(" ", "\u00a0") if len(one.title) <= _LONG else one.title
    return Label([Span(title + "\u00a0", ink), Span(signed(one.by), ink, True)], style, align=align)


def signed_hurts(view: View, each: Sequence[Change]) -> list[Element]:
    """The same by the gauges' pictograms."""
    signs = {gauge.id: gauge.pictogram for gauge in view.indicators}
    rows: list[Element] = []
    for one in each:
        ink = "broken" if one.by < 0 else "kept"
        number = Label(signed(one.by), "label", ink, one_line=True)
        rows.append(Row([Picture(signs.get(one.indicator, "commons"), 28.0, ink), number], 3.0))
    return [Flow(rows, "s", "none")] if rows else []


def standing(sites: SitesView, style: str = "subheading") -> Card:
    """How many hoardings stand."""
    some = sites.standing > 0
    fill, ink = ("broken", "on_colour") if some else ("chip", "ink")
    words = Label(sites.standing_said, style, ink, "center")
    return Card(words, "m", "s", fill, None, edge=False, radius="s", fill_child=False)


def nuisance(sites: SitesView, style: str = "name") -> list[Element]:
    """What all hoardings take this round, if nothing is done."""
    if not sites.nuisance:
        return []
    words = ntr("Ce tour, elle coûte :", "Ce tour, elles coûtent :", sites.standing)
    return [Label(words, "label", "ink"), *hurts(sites.nuisance, style)]


def lots(view: View, project: ProjectView | None = None, size: float = 30.0, across: int = 6) -> Lots:
    """The ground in a few squares; what a project takes of it has a golden rim."""
    assert view.sites is not None
    states: tuple[State, ...] = tuple(ground.state for ground in view.sites.grounds)
    taken = project.works.ground if project is not None and project.works is not None else ()
    return Lots(states, tuple(ground.id in taken for ground in view.sites.grounds), size, across)


def one_site(size: float = 26.0) -> Lots:
    """The sign of a hoarding."""
    return Lots(("site",), size=size)
