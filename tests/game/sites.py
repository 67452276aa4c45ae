"""A square under works in samples: a part as it was, one behind a hoarding, one that is new; what softens it."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.language import signed
from engine.telling.vocabulary import changes
from engine.view.types import (
    Change,
    FeltView,
    GroundView,
    ProjectView,
    SiteMove,
    SitesView,
    SoftensView,
    TokenCount,
    View,
    WorksTold,
    WorksView,
)
from tests.game import samples
from tests.game.samples import t

BEGINS, STANDS, SOFTENS = 0, 1, 2
"""Which of the projects is works that have not begun, works whose hoarding stands, what softens these."""


def _parts(case: samples.Case) -> tuple[tuple[str, str], ...]:
    """(id, title) of each part of the ground."""
    if case == "worst":
        return (
            ("nord", t("La moitié nord-est", "North-eastern half")),
            ("sud", t("Le quai de la gare", "The station’s quay")),
            ("rampe", t("La rampe du marché", "The market’s ramp")),
            ("parvis", t("Le parvis d’école", "The school’s front")),
            ("mail", t("Le mail des arbres", "The row of limes")),
            ("impasse", t("L’impasse Turgot", "The Turgot dead end")),
        )
    parts = (
        ("nord", t("La moitié nord", "The north half")),
        ("sud", t("La moitié sud", "The south half")),
        ("rampe", t("La rampe", "The ramp")),
    )
    return parts[:2] if case == "few" else parts


def _hurts(view: View, *by: int) -> tuple[Change, ...]:
    """What a round changes: the common good first, then the last of the other gauges."""
    gate = next(gauge for gauge in view.indicators if gauge.gate)
    others = [gauge for gauge in reversed(view.indicators) if not gauge.gate]
    return tuple(Change(one.id, one.title, n) for one, n in zip((gate, *others), by, strict=False))


def _told(several: tuple[Change, ...]) -> str:
    words = changes(several)
    return t("À chaque tour, palissade debout : {w}", "Each round, hoarding up: {w}").format(w=words)


def in_sites(view: View, case: samples.Case = "usual", over: bool = False, whole: bool = False) -> View:
    """The same moment where there is a square. `whole`: one hoarding takes all of it; `over`: nothing is on
    the table any more, and all but one are new."""
    parts, worst = _parts(case), case == "worst"
    big = _hurts(view, -3, -2, -4) if worst else _hurts(view, -3, -2)
    standing = {1: STANDS, 3: BEGINS, 4: SOFTENS} if worst else {} if case == "few" else {1: STANDS}
    if whole:
        standing = dict.fromkeys(range(len(parts)), STANDS)
    new = () if case == "few" or whole else (2,)
    if over:
        standing, new = {1: STANDS} if case != "few" else {}, tuple(i for i in range(len(parts)) if i != 1)
    grounds = tuple(_ground(view, i, part, big, standing, new) for i, part in enumerate(parts))
    up = len(set(standing.values()))
    nuisance = (
        tuple(one.__class__(one.indicator, one.title, one.by * up - 2 * (up - 1)) for one in big)
        if up
        else ()
    )
    sites = SitesView(
        title=t("La place vue d’en haut", "The square from above"),
        grounds=grounds,
        standing=up,
        standing_said=t("{n} palissades debout", "{n} hoardings up").format(n=up)
        if up > 1
        else t("1 palissade debout", "1 hoarding up")
        if up
        else t("Aucune palissade", "No hoarding"),
        together=_hurts(view, -2),
        together_said=t(
            "Chaque palissade en plus de la première : {w}", "Each hoarding beyond the first: {w}"
        ).format(w=f"{_hurts(view, -2)[0].title} −2"),
        nuisance=nuisance,
        nuisance_said=_told(nuisance) if up else "",
    )
    if over:
        told = tuple(_became(view, ground, big, i) for i, ground in enumerate(grounds) if ground.project)
        cost = tuple(one.__class__(one.indicator, one.title, 4 * one.by) for one in big)
        return replace(view, sites=replace(sites, told=told, cost=cost if told else ()))
    projects = tuple(_at_works(view, one, i, parts, big, bool(up)) for i, one in enumerate(view.projects))
    return replace(view, sites=sites, projects=projects)


def _project(view: View, i: int) -> tuple[str, str, str]:
    """(id, title, pictogram) of a project, whether it is on the table or not."""
    if i < len(view.projects):
        one = view.projects[i]
        return one.id, one.title, one.pictogram
    return (
        f"ouvrage-{i}",
        t("La cour des platanes", "The court of plane trees"),
        ("tree", "path", "table")[i % 3],
    )


def _ground(
    view: View,
    i: int,
    part: tuple[str, str],
    big: tuple[Change, ...],
    standing: dict[int, int],
    new: tuple[int, ...],
) -> GroundView:
    id_, title = part
    if i in standing:
        project, name, sign = _project(view, standing[i])
        left = 2 if standing[i] == STANDS else 1
        said = t("{p} : « {n} », encore {l} tranches", "{p}: “{n}”, {l} phases to go").format(
            p=title, n=name, l=left
        )
        return GroundView(id_, title, "site", project, name, sign, left, big, said)
    if i in new:
        name = t("Les bancs sous les tilleuls", "Benches under the limes")
        return GroundView(
            id_,
            title,
            "new",
            f"fini-{i}",
            name,
            "tree",
            0,
            (),
            t("{p} : « {n} », fini", "{p}: “{n}”, finished").format(p=title, n=name),
        )
    return GroundView(id_, title, "old", "", "", "", 0, (), title)


def _became(view: View, ground: GroundView, big: tuple[Change, ...], i: int) -> WorksTold:
    rounds = 1 + i % 2
    cost = tuple(one.__class__(one.indicator, one.title, rounds * one.by) for one in big)
    brought = () if ground.left else _hurts(view, 9, 3, 2)[: 2 + i % 2]
    return WorksTold(
        ground.project, ground.name, ground.pictogram, ground.title, rounds, ground.left, cost, brought, ""
    )


def _at_works(
    view: View,
    project: ProjectView,
    i: int,
    parts: tuple[tuple[str, str], ...],
    big: tuple[Change, ...],
    up: bool,
) -> ProjectView:
    if i == BEGINS:
        works = _works(view, parts[:1], big, phase=0, phases=2, standing=False)
        return replace(project, works=works)
    if i == STANDS and up:
        placed = TokenCount(0, 1, 0)
        works = _works(view, parts[1:2], big, phase=1, phases=3, standing=True)
        return replace(
            project,
            works=works,
            cost=TokenCount(1, 3, 0),
            placed=placed,
            promised=TokenCount(1, 0, 0),
            rounds_left=2,
        )
    if i == SOFTENS:
        each = tuple(Change(one.indicator, one.title, 1) for one in big[:2])
        words = ", ".join(f"{one.title} +{one.by}" for one in each)
        name = view.projects[STANDS].title
        said = t(
            "Adoucit « {n} », palissade debout : {w} à chaque tour.",
            "Softens “{n}”, hoarding up: {w} each round.",
        ).format(n=name, w=words)
        return replace(project, softens=SoftensView((name,), False, each, said))
    return project


def _works(
    view: View,
    parts: tuple[tuple[str, str], ...],
    each: tuple[Change, ...],
    phase: int,
    phases: int,
    standing: bool,
) -> WorksView:
    left = phases - phase
    felt = tuple(
        FeltView(
            who.id,
            by,
            t("{n} y {v} {b}", "{n} {v} {b}").format(
                n=who.short, v=t("perd", "loses") if by < 0 else t("gagne", "gains"), b=abs(by)
            ),
        )
        for who, by in zip(view.characters[2:], (-1, -2, 1), strict=False)
    )
    said = t("{n} tranches", "{n} phases").format(n=phases)
    if standing:
        said = t("Palissade debout : encore {n} tranches", "Hoarding up: {n} phases to go").format(n=left)
    return WorksView(
        phases=phases, phase=phase, standing=standing, left=left, each=each, each_said=_told(each), felt=felt,
        next=(TokenCount(0, 2, 1), TokenCount(1, 1, 0))[: left - 1], ground=tuple(id_ for id_, _ in parts),
        ground_said=", ".join(title for _, title in parts),
        softened=(t("La palissade à fenêtres", "The hoarding with windows"),) if standing else (), said=said,
    )  # fmt: skip


def revealed(view: View, case: samples.Case = "usual", quiet: bool = False) -> View:
    """A reveal at which a hoarding went up, works went on, others stalled, and the first project of the
    outcomes came out from behind its own; `quiet`: they only stalled."""
    assert view.reveal is not None
    view = in_sites(view, case)
    names = [one.project for one in view.reveal.outcomes]
    said = {
        "up": t(
            "« {n} » : la palissade se dresse ; encore {l} tranches.",
            "“{n}”: the hoarding goes up; {l} phases to go.",
        ),
        "on": t("« {n} » avance : encore {l} tranche.", "“{n}” goes on: {l} phase to go."),
        "stalled": t(
            "« {n} » n’avance pas : encore {l} tranches, et la gêne continue.",
            "“{n}” does not go on: {l} phases to go, and the nuisance goes on.",
        ),
        "down": t("« {n} » : la palissade tombe.", "“{n}”: the hoarding falls."),
    }
    kinds = (("stalled", 2),) if quiet else (("down", 0), ("up", 2), ("on", 1), ("stalled", 2))
    moves = tuple(
        SiteMove(one.id, one.title, what, left, said[what].format(n=one.title, l=left))  # type: ignore[arg-type]
        for one, (what, left) in zip(names, kinds, strict=False)
    )
    words = t("{n} : {b} (les travaux)", "{n}: {b} (the works)")
    borne = tuple(
        (who.id, float(by), words.format(n=who.short, b=signed(by)))
        for who, by in zip(view.characters, (-2, -1, 1, -3), strict=False)
    )
    outcomes = tuple(
        replace(
            one,
            project=replace(
                one.project, works=_works(view, _parts(case)[:1], _hurts(view, -3, -2), 2, 2, False)
            ),
        )
        if i == 0 and not quiet
        else one
        for i, one in enumerate(view.reveal.outcomes)
    )
    return replace(view, reveal=replace(view.reveal, sites=moves, borne=borne, outcomes=outcomes))
