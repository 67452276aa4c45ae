"""Works that hurt before they help, told line by line: the ground, what hoardings do, what became of them."""

from collections.abc import Iterator
from functools import reduce

from engine.language import amid, ntr, tr
from engine.telling.vocabulary import changes, tokens
from engine.view.types import GroundView, ProjectView, SitesView, View, WorksView


def standing(view: View) -> Iterator[str]:
    """How the ground stands as a round begins, and what the hoardings do in it if nothing is done."""
    sites = view.sites
    if sites is None:
        return
    yield " · ".join([sites.standing_said, *_taken(sites)])
    if sites.nuisance:
        hurts = tr("Si rien n’avance, ce tour : {what}", what=changes(sites.nuisance))
        yield " · ".join(part for part in (hurts, sites.together_said) if part)


def _taken(sites: SitesView) -> Iterator[str]:
    """The parts of the ground that are no more as they were; those of one project together."""
    told: dict[str, list[GroundView]] = {}
    for part in sites.grounds:
        if part.state != "old":
            told.setdefault(part.project, []).append(part)
    for parts in told.values():
        first, *others = (*(part.title for part in parts[:-1]), parts[-1].said)
        yield ", ".join([first, *(amid(name) for name in others)])


def works(project: ProjectView) -> Iterator[str]:
    """What makes a project a site: how far it is, where, what it does while it lasts, and what comes next."""
    built = project.works
    if built is None:
        return
    yield " · ".join(filter(None, (built.said, built.ground_said)))
    hurts = [changes(built.each), *(one.words for one in built.felt)]
    if any(hurts):
        yield tr("À chaque tour, palissade debout : {what}", what=", ".join(part for part in hurts if part))
    if later := _next(built):
        yield later


def _next(built: WorksView) -> str:
    """What the phases after this one ask for; "" where it is the last."""
    asked = [tokens(cost) for cost in built.next]
    if not asked:
        return ""
    costs = reduce(lambda one, other: tr("{one} ; {other}", one=one, other=other), asked)
    return ntr("Tranche suivante : {costs}", "Tranches suivantes : {costs}", len(asked), costs=costs)


def softens(project: ProjectView) -> str:
    """What it softens; "" of any other."""
    return project.softens.said if project.softens is not None else ""


def moved(view: View) -> Iterator[str]:
    """What the reveal did to works, and what those that stand cost: the gauges, then some by name."""
    now, sites = view.reveal, view.sites
    if now is None or sites is None:
        return
    yield from (move.said for move in now.sites)
    if sites.standing:
        said = sites.standing_said
        if sites.nuisance:
            said = tr("{name} : {what}", name=said, what=changes(sites.nuisance))
        yield " · ".join([said, *(words for _, _, words in now.borne)])


def over(view: View) -> Iterator[str]:
    """What the ground has become."""
    sites = view.sites
    if sites is not None:
        taken = [*_taken(sites)]
        became = " · ".join([*([sites.standing_said] if sites.standing or not taken else []), *taken])
        yield tr("{name} : {what}", name=sites.title, what=became)
