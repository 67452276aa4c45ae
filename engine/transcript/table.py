"""The table in words: what lies on it as people begin to talk, and what they promise and take back."""

from collections.abc import Container, Iterator

from engine.language import tr
from engine.telling.vocabulary import changes, tokens
from engine.transcript import ballot, corners, groups, sites
from engine.transcript.revealed import quoted
from engine.view.types import ForecastView, OwnCard, ProjectView, View


def negotiation(view: View) -> Iterator[str]:
    """What lies on the table as people begin to talk, and what has been said."""
    if view.town and view.town.sentence:
        yield view.town.sentence
    if view.baton is not None:
        yield view.baton.said
    yield from groups.standing(view)
    yield from sites.standing(view)
    yield from corners.standing(view)
    yield from ballot.standing(view)
    yield from (_project(view, project) for project in view.projects)
    yield from promises(view)
    yield from (f"  {word.sentence}" for word in view.given_words)
    yield from (f"  {pact.between}." for pact in view.pacts)
    yield from own_card(view)


def _project(view: View, project: ProjectView) -> str:
    there = tr(", a déjà {tokens}", tokens=tokens(project.placed)) if any(project.placed) else ""
    if there and all(has >= asked for has, asked in zip(project.placed, project.cost, strict=True)):
        there = tr(", rien ne manque")
    there += tr(", reporté") if project.put_off else ""
    touched = (touch.said for touch in project.touches)
    during = tr("pendant les travaux : {what}", what=changes(project.during)) if project.during else ""
    moved = project.changes_said or changes(project.changes)
    parts = [moved, during, *touched, *(one.words for one in project.personal)]
    if project.hours_said:
        parts += [project.hours_said, project.dislodges_said]
    if project.listening:
        parts = [quoted(project.overheard)]
    parts += [*sites.works(project), sites.softens(project), project.corners_said]
    parts += [*ballot.priced(project), ballot.fetches(view, project)]
    needs = project.cost
    if project.group:  # its backing only asks for it
        parts, needs = [moved, groups.helps(view, project)], needs._replace(backing=0)
    what = " · ".join(part for part in parts if part)
    return _written(project.title, tr("demande {tokens}", tokens=tokens(needs)) + there, what)


def _written(title: str, needs: str, what: str) -> str:
    return "- " + tr("{project} ({needs}) : {what}", project=title, needs=needs, what=what)


def own_card(view: View) -> Iterator[str]:
    """The room's own project while it waits: as it was proposed, and who amended it."""
    card = view.own_card
    if card is not None:
        yield tr("Carte blanche proposée : {name}.", name=card.name)
        needs = tr("demande {tokens}", tokens=tokens(card.first_cost))
        yield _written(card.name, needs, changes(card.first_changes))
        yield from amended(card)


def amended(card: OwnCard) -> Iterator[str]:
    if card.amended:
        yield f"  {card.amended} {quoted(card.why)}" if card.why else f"  {card.amended}"


def own_open(view: View) -> Iterator[str]:
    """The room's own project, as it opens."""
    for project in view.projects:
        if project.carte_blanche:
            yield tr("Carte blanche : {name}", name=project.title)
            yield _project(view, project)


def promises(view: View, before: View | None = None, those: Container[str] | None = None) -> Iterator[str]:
    """The promises that were not there `before`, each told once; of `those` characters alone where named."""
    known = {promise.id for promise in before.promises} if before else set()
    for promise in view.promises:
        if promise.id in known or (those is not None and promise.who not in those):
            continue
        name = view.character(promise.who).short
        said = {"tokens": tokens(promise.tokens), "toward": promise.sentence}
        yield "  " + (
            tr("Vous promettez {tokens} {toward}", **said)
            if name == tr("Vous")  # as a person alone is called
            else tr("{name} promet {tokens} {toward}", name=name, **said)
        )


def withdrawn(view: View, before: View) -> Iterator[str]:
    """The promises taken back; one that another to the same project replaces is none."""
    standing = {(promise.who, promise.project) for promise in view.promises}
    for promise in before.promises:
        if (promise.who, promise.project) not in standing:
            said = {"tokens": tokens(promise.tokens), "toward": promise.sentence}
            name = view.character(promise.who).short
            yield "  " + (
                tr("Vous retirez votre promesse : {tokens} {toward}", **said)
                if name == tr("Vous")
                else tr("{name} retire sa promesse : {tokens} {toward}", name=name, **said)
            )


def promise_line(view: View, forecast: ForecastView) -> str:
    promise = forecast.promise
    return tr(
        "{name} : {tokens} {toward}",
        name=view.character(promise.who).short,
        tokens=tokens(promise.tokens),
        toward=promise.sentence,
    )
