"""A town in samples: three places, needs that lie face down, one that was heard, somebody who walks."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.view.types import (
    HeardNeed,
    Legal,
    NeedView,
    PlaceView,
    ProjectView,
    TokenCount,
    TownView,
    View,
)
from tests.game import samples
from tests.game.samples import t

PLACES = ("les-hauts", "la-gare", "la-plaine")


def _names(worst: bool) -> tuple[tuple[str, str], ...]:
    """(title, where it is in a sentence) of each place."""
    if worst:
        return (
            (
                t("Les Hauts-de-Montrieux", "The Heights of Montrieux"),
                t("aux Hauts-de-Montrieux", "in the Heights of Montrieux"),
            ),
            (
                t("Le quartier de la Gare", "The station neighbourhood"),
                t("dans le quartier de la Gare", "in the station neighbourhood"),
            ),
            (
                t("La Plaine Saint-Christophe", "St Christopher’s Plain"),
                t("à la Plaine Saint-Christophe", "on St Christopher’s Plain"),
            ),
        )
    return (
        (t("Les Hauts", "The Heights"), t("aux Hauts", "in the Heights")),
        (t("La Gare", "The Station"), t("à la Gare", "at the Station")),
        (t("La Plaine", "The Plain"), t("à la Plaine", "on the Plain")),
    )


def _overheard(worst: bool) -> tuple[str, ...]:
    if worst:
        return (
            t(
                "À l’arrêt de bus, on reste debout, même quand on a quatre-vingts ans et deux sacs.",
                "At the bus stop people stand, even at eighty with two bags.",
            ),
            t(
                "Le mercredi, les enfants jouent devant la porte de l’école, et la grille reste fermée.",
                "On Wednesdays children play outside the school, and its gate stays shut.",
            ),
            t(
                "Le samedi, au pied de la tour, quelqu’un a laissé trois cartons de livres sous la pluie.",
                "On Saturdays somebody leaves three boxes of books out in the rain.",
            ),
        )
    return (
        t("À l’arrêt de bus, on reste debout.", "At the bus stop, people stand."),
        t("Le mercredi, la grille de l’école est fermée.", "On Wednesdays the school gate is shut."),
        t("Il y a des livres sous l’escalier.", "There are books under the stairs."),
    )


def in_town(view: View, case: samples.Case = "usual", choosing: bool = False) -> View:
    """The same moment in a town: three open projects and the room's own, one of them a need that was heard; in
    each place something lies face down, and somebody has said that they come. `choosing`: the walker has still to
    say where they go.
    """
    names, heard = _names(case == "worst"), _overheard(case == "worst")
    walker, *others = view.characters
    coming = [(), (others[0].id,), (others[0].id, others[-1].id)]
    ids = [f"listening-{place}" for place in PLACES]
    places = tuple(
        PlaceView(place, *names[i], ids[i], heard[i], coming[i] if case != "few" else ())
        for i, place in enumerate(PLACES)
    )
    town = TownView(places, walker.id, "" if choosing else PLACES[1])
    projects = [_placed(project, i, places, case) for i, project in enumerate(_open(view))]
    projects += [_listening(place) for place in places]
    legal = tuple(entry for entry in view.legal if entry.kind != "walk")
    if choosing:
        legal = (*legal, Legal("walk", ids=PLACES))
    reach = tuple(_reach(view, town, projects))
    legal = tuple(replace(one, reach=reach) if one.kind in ("promise", "place") else one for one in legal)
    return replace(view, town=town, projects=tuple(projects), legal=legal)


def _reach(view: View, town: TownView, projects: Sequence[ProjectView]) -> Iterator[tuple[str, TokenCount]]:
    """What the rules say of who may give how much where."""
    for who in view.characters:
        for project in projects:
            if who.id == town.walker and project.place not in ("", town.at) and town.at:
                yield f"{who.id}/{project.id}", TokenCount()
            elif project.listening:
                yield f"{who.id}/{project.id}", TokenCount(1)


def _open(view: View) -> tuple[ProjectView, ...]:
    """Three projects at most, and one more that is the room's own."""
    own = tuple(project for project in view.projects if project.carte_blanche)
    return (*(project for project in view.projects if not project.carte_blanche), *own)[:3] + own[:1]


def _placed(project: ProjectView, i: int, places: tuple[PlaceView, ...], case: samples.Case) -> ProjectView:
    """The first happens where the walker is not, the second where they are and was heard, others nowhere."""
    if i > 1:
        return project
    names = ("Rosa", "Denis") if case != "worst" else ("Marie-Antoinette", "Jean-Christophe")
    place = places[i]
    return replace(project, place=place.id, where=place.at, heard_by=names if i else ())


def _listening(place: PlaceView) -> ProjectView:
    title = t("Aller écouter {at}", "Go and listen {at}").format(at=place.at)
    return ProjectView(
        id=place.card, title=title, short=t("écouter {at}", "listening {at}").format(at=place.at),
        text="", pictogram="ear", cost=TokenCount(2), placed=TokenCount(),
        promised=TokenCount(len(place.listeners)), changes=(), rounds_left=1, carte_blanche=False, effects=(),
        rung="", rung_means="", place=place.id, where=place.at, listening=True, overheard=place.overheard,
    )  # fmt: skip


def heard(view: View, needs: int, nothing: int = 1, case: samples.Case = "usual") -> View:
    """A reveal in the town that turned over so many needs; at `nothing`, people said that they need none."""
    assert view.reveal is not None
    view = in_town(view, case)
    assert view.town is not None
    told = tuple(_need(view, i, i == nothing) for i in range(needs))
    return replace(view, reveal=replace(view.reveal, heard=told))


def _need(view: View, i: int, nothing: bool) -> HeardNeed:
    assert view.town is not None
    place = view.town.places[i % len(PLACES)]
    one, other = view.characters[1 + i % 2], view.characters[-1]
    names = t("{one} et {other}", "{one} and {other}").format(one=one.short, other=other.short)
    said = t(f"{place.at[:1].upper()}{place.at[1:]}, {names} ont écouté.", f"{names} listened {place.at}.")
    if nothing:
        title = t("On n’a besoin de rien.", "We need nothing.")
        text = t(
            "On voulait seulement que quelqu’un s’arrête, et demande.",
            "We only wanted somebody to stop, and ask.",
        )
        effects = (t("La confiance monte entre ceux qui sont venus", "Trust rises between those who came"),)
        return HeardNeed(
            f"need-{i}",
            title,
            text,
            "coffee",
            place.at,
            (one.id, other.id),
            said,
            True,
            effects,
            place.overheard,
        )
    title = t("Un banc, et un toit sur l’arrêt", "A bench, and a roof over the stop")
    text = t(
        "Deux planches, quatre vis et une autorisation. On attend le 12 assis, et l’on se parle.",
        "Two planks, four screws and a permission. People wait for the 12 sitting, and talk.",
    )
    return HeardNeed(
        f"need-{i}", title, text, "bus", place.at, (one.id, other.id), said, overheard=place.overheard
    )


def quiet(view: View) -> View:
    """The same where nothing lies face down in one of the places, and nobody has promised to come."""
    assert view.town is not None
    first, *others = view.town.places
    places = (
        first._replace(card="", overheard="", listeners=()),
        *(one._replace(listeners=()) for one in others),
    )
    projects = tuple(one for one in view.projects if one.id != first.card)
    return replace(view, town=replace(view.town, places=places), projects=projects)


def three(view: View) -> View:
    """The same without the room's own project: three that are open, and three needs."""
    return replace(view, projects=tuple(one for one in view.projects if not one.carte_blanche))


def six(view: View) -> View:
    """The same with two more needs that were heard."""
    open_ = [one for one in view.projects if not one.listening]
    need = open_[1]
    more = [replace(need, id=f"{need.id}-{i}", refers="") for i in range(6 - len(open_))]
    hidden = (one for one in view.projects if one.listening)
    return replace(view, projects=(*open_, *more, *hidden))


def doubted(view: View, case: samples.Case) -> View:
    """A forecast on somebody who promised to come and listen."""
    view = in_town(view, case)
    assert view.town is not None
    place = view.town.places[2]
    toward = t("à l’écoute {at}", "to listening {at}").format(at=place.at)
    asked = tuple(
        replace(one, promise=replace(one.promise, project=place.card, sentence=toward, tokens=TokenCount(1)))
        for one in view.forecasts[:1]
    )
    return replace(view, forecasts=(*asked, *view.forecasts[1:]))


def over(view: View, case: samples.Case = "usual") -> View:
    """The Bilan of a session in the town: three needs that were heard, and those that nobody heard."""
    view = in_town(view, case)
    assert view.town is not None
    became = (
        ("built", t("terminé au tour 2", "completed in round 2")),
        ("open", t("commencé, et pas terminé", "begun, and not completed")),
        ("nothing", t("rien à construire", "nothing to build")),
    )
    kept = became if case != "few" else ()
    heard = [
        NeedView(need.project, need.title, need.text, need.pictogram, need.at, need.overheard, 1 + i, need.by, need.said, *kept[i])
        for i in range(len(kept))
        for need in [_need(view, i, i == 2)]
    ]  # fmt: skip
    vain = t("Une seule personne est venue écouter : Rosa.", "One person alone came to listen: Rosa.")
    word = t("jamais entendu", "never heard")
    for i in range(1 if case == "usual" else 3):
        need = _need(view, i, False)
        heard.append(NeedView(need.project, need.title, need.text, need.pictogram, need.at, need.overheard, 0, (), vain, "unheard", word))  # fmt: skip
    return replace(view, town=replace(view.town, needs=tuple(heard)))
