"""Works on their card opened large: their phases, the ground that they take, what each round does; or what
softens them.
"""

from engine.language import tr
from engine.telling.vocabulary import listed
from engine.view.types import ProjectView, View
from game.kit import Column, Element, Flow, Grow, Label, Row, Rule, Span
from game.pieces.sites import lots
from game.pieces.works import each_round, phases, softening


def steps(project: ProjectView) -> list[Element]:
    """Every phase with what it costs."""
    return [phases(project, 36.0)] if project.works is not None else []


def asked(project: ProjectView) -> str:
    """Of what its tokens are what it takes."""
    works = project.works
    if works is None:
        return tr("Ce qu’il faut")
    return tr("Ce qu’il faut, tranche {n} sur {total}", n=works.phase + 1, total=works.phases)


def once(project: ProjectView) -> str:
    """When what it changes comes."""
    if project.works is None:
        return tr("Ce que ça change, une fois terminé")
    return tr("Ce que ça change, une fois la palissade tombée")


def worked(view: View, project: ProjectView) -> list[Element]:
    """What works do until then, and where; or what accompanies works does."""
    works = project.works
    if view.sites is None:
        return []
    if works is None:
        told = softening(view, project, style="strong")
        return [Rule(), *told] if told else []
    where = [Span(tr("Le sol pris") + "\u00a0: "), Span(works.ground_said, None, True)]
    how = Label(works.said, "strong", "broken" if works.standing else "ink", one_line=True)
    lines: list[Element] = [Flow([Label(where, "body"), how], "l", "none")]
    lines += each_round(view, project, style="strong")
    if works.softened:
        lines.append(Label(tr("Adouci par {names}", names=_names(works.softened)), "body", "kept"))
    return [Rule(), Row([lots(view, project, 64.0), Grow(Column(lines, "xs"))], "l")]


def _names(titles: tuple[str, ...]) -> str:
    return listed([tr("« {title} »", title=title) for title in titles])
