"""What a reveal does to works: a hoarding goes up, works go on or stall, a hoarding falls, and what all
of them cost; each as a great moment, then told with the ground drawn anew.
"""

from collections.abc import Sequence

from engine.language import ntr, tr
from engine.view.types import GroundView, ProjectView, RevealView, SiteMove, View
from game.kit import (
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Keyed,
    Label,
    Picture,
    Row,
    Sized,
    Spacer,
    Stack,
    centred,
)
from game.pieces.moment import Moment, inks, moves
from game.pieces.pieces import changes_label
from game.pieces.plan import Patch
from game.pieces.sites import digits, lots, one_site, standing

MOST_UP = 2
"""Hoardings that go up of which each has a moment; the others are counted."""
_MOST_TOLD = 3
_WIDE, _HIGH = 520.0, 380.0
"""Logical size of the ground in a moment."""


def fell(now: RevealView, project: ProjectView) -> bool:
    """Whether its hoarding fell."""
    return any(move.project == project.id and move.what == "down" for move in now.sites)


# ---- The moments ---------------------------------------------------------------------------------------


def falls(view: View, project: ProjectView) -> Element:
    """Its ground behind the hoarding, then new."""
    return _turns(
        view, project.id, _ground(view, project.id, project.title, project.pictogram),
        _site([Picture(project.pictogram, 110.0)]), _fresh(project),
    )  # fmt: skip


def moments_of(view: View, now: RevealView) -> list[Moment]:
    """Hoardings that went up; works that went on, and those that stalled; what all that stand cost."""
    up = [move for move in now.sites if move.what == "up"]
    more = len(up) - MOST_UP
    found = [_up(view, move, more if i + 1 == MOST_UP else 0) for i, move in enumerate(up[:MOST_UP])]
    on = [move for move in now.sites if move.what == "on"]
    stalled = [move for move in now.sites if move.what == "stalled"]
    if on:
        found.append(_several(view, "on", "gift", on, tr("Qu’est-ce qui reste à payer, et par qui ?")))
    if stalled:
        found.append(
            _several(view, "stalled", "night", stalled, tr("Qu’est-ce qui a manqué à ce chantier ?"))
        )
    return [*found, *_cost(view, now)]


def _up(view: View, move: SiteMove, more: int) -> Moment:
    """The ground as it was, then what it costs from now on."""
    ground = "part"
    loud, _ = inks(ground)
    part = _ground(view, move.project, move.title, "wall")
    lines: list[Element] = []
    if part.each:
        each = Label(tr("À chaque tour, tant qu’elle est debout :"), "lead", loud)
        lines = [each, Card(moves(part.each), "l", "m", edge=False, border=None)]
    if more > 0:
        lines.append(Label(ntr("et {n} autre palissade", "et {n} autres palissades", more), "lead", loud))
    left = digits(move.left, "count", 2)
    return Moment(
        id=f"site.up.{move.project}",
        ground=ground,
        kind=tr("La palissade se dresse"),
        title=move.title,
        read=move.said,
        ask=tr("Qui passait là, et par où passera-t-il ?"),
        picture=_turns(view, move.project, part, [Spacer()], _site([left]), before="old"),
        lines=lines,
        moves=True,
    )


def _several(view: View, id: str, ground: str, several: Sequence[SiteMove], ask: str) -> Moment:
    """Works that went on, or did not."""
    _, said = inks(ground)
    told, more = several[:_MOST_TOLD], len(several) - _MOST_TOLD
    kind = ntr("Le chantier avance", "Les chantiers avancent", len(several))
    if id == "stalled":
        kind = ntr("Le chantier n’avance pas", "Les chantiers n’avancent pas", len(several))
    lines: list[Element] = [Label(move.said, "lead", said) for move in told] if len(told) > 1 else []
    if more > 0:
        lines.append(Label(ntr("et {n} autre chantier", "et {n} autres chantiers", more), "lead", said))
    first = told[0]
    part = _ground(view, first.project, first.title, "wall")
    return Moment(
        id=f"site.{id}",
        ground=ground,
        kind=kind,
        title=" · ".join(move.title for move in told),
        read=first.said if len(several) == 1 else tr("{kind} : {n}.", kind=kind, n=len(several)),
        ask=ask,
        picture=_framed(Patch("site", _site([digits(first.left, "count", 2)]), _seed(view, part))),
        lines=lines,
    )


def _cost(view: View, now: RevealView) -> list[Moment]:
    """What the hoardings that stand took from all, and from each."""
    sites = view.sites
    if sites is None or not sites.standing or not (sites.nuisance or now.borne):
        return []
    _, said = inks("broken")
    lines: list[Element] = []
    if sites.nuisance:
        lines.append(Card(moves(sites.nuisance), "l", "m", edge=False, border=None))
    if sites.standing > 1 and sites.together_said:
        lines.append(Label(sites.together_said, "lead", said))
    if now.borne:
        told = [words.replace(" ", "\u00a0") for _, _, words in now.borne]
        lines.append(Label(" · ".join(told), "lead", said))
    return [
        Moment(
            id="site.cost",
            ground="broken",
            kind=ntr("Ce que la palissade coûte", "Ce que les palissades coûtent", sites.standing),
            title=sites.standing_said,
            read=ntr("Tant qu’elle est debout, la palissade coûte à chaque tour.",
                     "Tant qu’elles sont debout, les palissades coûtent à chaque tour.", sites.standing),
            ask=tr("Qui supporte les travaux, et qui en profitera ?"),
            picture=centred(Card(centred(_small(view)), "l", "l", edge=False, border=None)),
            lines=lines,
        )
    ]  # fmt: skip


def _small(view: View) -> Element:
    """The ground without words, in a row as on the plan."""
    n = len(view.sites.grounds) if view.sites is not None else 1
    return lots(view, size=min(130.0, 400.0 / n), across=n)


def _ground(view: View, project: str, title: str, pictogram: str) -> GroundView:
    """The first part of the ground that a project has."""
    sites = view.sites
    found = (
        next((one for one in sites.grounds if one.project == project), None) if sites is not None else None
    )
    return found or GroundView("", "", "old", project, title, pictogram, 0, (), "")


def _seed(view: View, part: GroundView) -> int:
    ids = [one.id for one in view.sites.grounds] if view.sites is not None else []
    return ids.index(part.id) if part.id in ids else 0


def _site(inside: list[Element]) -> list[Element]:
    return [
        Card(one, "l", "s", "panel", "ink", 4.0, edge=False, radius="s", fill_child=False) for one in inside
    ]


def _fresh(project: ProjectView) -> list[Element]:
    sign = Picture(project.pictogram, 110.0, "kept")
    return [Card(sign, "l", "m", "panel", "kept", 4.0, edge=False, radius="s", fill_child=False)]


def _turns(
    view: View, id: str, part: GroundView, first: list[Element], then: list[Element], before: str = "site"
) -> Element:
    """The ground as it was, over which the other comes once one has seen that."""
    seed = _seed(view, part)
    was = Patch("old" if before == "old" else "site", first, seed)
    now = Patch("site" if before == "old" else "new", then, seed)
    late = Keyed(_sized(now), f"ground.{id}", False, appears="late")
    return centred(Stack([_sized(was), late]))


def _framed(patch: Patch) -> Element:
    return centred(_sized(patch))


def _sized(patch: Patch) -> Element:
    return Sized(patch, _WIDE, _HIGH)


# ---- What is told after the moments --------------------------------------------------------------------


def told(view: View, now: RevealView, level: int) -> list[Element]:
    """The ground in small, what became of each of the works, and what they cost each; on a full page, less of
    it, or nothing."""
    sites = view.sites
    if sites is None or not (now.sites or now.borne) or level > 3:
        return []
    head: Element = Row([lots(view, size=44.0), standing(sites, "label")], "m")
    if level > 2:
        return [Card(head, "l", "s")]
    rows: list[Element] = [head]
    others = [move for move in now.sites if move.what != "down"]
    rows += [_line(move, level < 2) for move in others]
    if sites.nuisance and sites.standing:
        rows.append(Row([one_site(30.0), Grow(changes_label(sites.nuisance))], "s"))
    if now.borne and level < 2:
        words = " · ".join(words.replace(" ", "\u00a0") for _, _, words in now.borne)
        rows.append(Label(words, "small", "note_ink"))
    return [Card(Column(rows, "xs"), "l", "s")]


def beside(view: View) -> str:
    """What a page that has no more room for it says beside the common good: how many hoardings stand."""
    return view.sites.standing_said if view.sites is not None and view.sites.standing else ""


def _line(move: SiteMove, whole: bool) -> Element:
    """In a sentence, or its name and two words."""
    if whole:
        return Label(move.said, "small", "ink")
    return Flow([Label(move.title, "name"), Label(_happened(move), "small")], "s", "none")


def _happened(move: SiteMove) -> str:
    words = {"up": tr("se dresse, encore {n}", n=move.left), "on": tr("avance, encore {n}", n=move.left)}
    return words.get(move.what, tr("n’avance pas, encore {n}", n=move.left))
