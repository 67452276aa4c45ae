"""Words of the town: where a project happens, who heard a need, whether the walker is there, who comes to
listen.
"""

from collections.abc import Sequence

from engine.language import capital, ntr, tr
from engine.play.legal import TokenCount
from engine.telling.vocabulary import listed
from engine.view.types import CharacterView, PlaceView, ProjectView, View


def walker(view: View) -> CharacterView | None:
    """Who is in one place of the town a round, if somebody is."""
    if view.town is None:
        return None
    return next((who for who in view.characters if who.id == view.town.walker), None)


def walker_away(view: View, project: ProjectView) -> CharacterView | None:
    """The walker, where they have gone elsewhere than to this project's place: their tokens do not count."""
    town = view.town
    if town is None or not project.place or not town.at or town.at == project.place:
        return None
    return walker(view)


def away_words(view: View, project: ProjectView) -> str:
    """ "Noé n’y est pas", or nothing."""
    who = walker_away(view, project)
    return tr("{name} n’y est pas", name=who.short) if who is not None else ""


def most_here(view: View, who: str, project: ProjectView | None) -> TokenCount | None:
    """How many tokens of each kind somebody may give to a project, wherever both are; None: as many as it
    needs."""
    legal = view.allows("place") or view.allows("promise")
    if project is None or legal is None:
        return None
    return dict(legal.reach).get(f"{who}/{project.id}")


def where_asked(who: CharacterView) -> str:
    """Where the walker goes: asked once a round."""
    return tr("Où va {name} ?", name=who.short)


def heard_by(project: ProjectView) -> str:
    """ "Entendu par Rosa et Denis", or nothing."""
    return tr("Entendu par {names}", names=listed(project.heard_by)) if project.heard_by else ""


def at(project: ProjectView, place: PlaceView | None = None) -> str:
    """Where a card lies, as it stands at its head: "Aux Hauts"."""
    return capital(place.at if place is not None else project.where)


def price(view: View, listeners: Sequence[str]) -> str:
    """What it takes to hear a need; of those who said that they come, who, and what is still wanted."""
    people = [who for who in view.characters if who.id in listeners]
    if not people:
        return tr("2 personnes, 2 familles : un temps chacune")
    names = listed([who.short for who in people])
    come = ntr("{names} vient", "{names} viennent", len(people), names=names)
    if len({who.family for who in people}) > 1:
        return come
    return tr("{come} ; il manque une autre famille", come=come)
