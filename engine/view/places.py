"""The town, as an audience sees it."""

from collections.abc import Iterator

from engine.telling import places
from engine.view.types import NeedView, PlaceView, TownView
from engine.view.veil import Seen


def town(seen: Seen) -> TownView | None:
    """The places, what lies there and where who goes from place to place is; None where a scenario has none,
    or the rounds have not begun."""
    game, record = seen.game, seen.game.round
    if not game.scenario.places or record is None:
        return None
    return TownView(
        places=tuple(
            PlaceView(
                place.id,
                seen.read(place.title),
                seen.read(place.at),
                card=place.listening if place.id in seen.lying else "",
                overheard=seen.read(seen.lying[place.id]) if place.id in seen.lying else "",
                listeners=tuple(p.who for p in record.promises if p.project == place.listening),
            )
            for place in game.scenario.places
        ),
        walker=game.walker,
        at=game.at,
        moved=bool(record.walked),
        sentence=places.walked(game, seen.reader) or places.stays(game, seen.reader),
        needs=tuple(_needs(seen)),
    )


def _needs(seen: Seen) -> Iterator[NeedView]:
    """What became of the needs, as far as this audience may know of them."""
    for one in places.needs(seen.game, seen.reader, seen.unheard):
        card = one.card
        yield NeedView(
            one.project,
            seen.read(card.title),
            seen.read(card.text),
            card.pictogram,
            places.at(seen.game, seen.reader, card.where or ""),
            seen.read(card.overheard) if card.overheard is not None else "",
            one.round,
            one.by,
            one.said,
            one.became,
            one.word,
        )
