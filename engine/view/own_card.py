"""The room's own project while it waits to be opened."""

from engine.language import typo
from engine.play.game import count
from engine.play.own_card import as_proposed, waiting
from engine.telling import own_card as words
from engine.telling.projects import changes_of
from engine.view.types import OwnCard
from engine.view.veil import Seen


def own_card(seen: Seen) -> OwnCard | None:
    """The project that waits, as it was proposed and as it stands; None where none does."""
    game, reader, card = seen.game, seen.reader, waiting(seen.game)
    if card is None or not game.in_round:
        return None
    cost, changes = as_proposed(game, card)
    said = card.amended
    return OwnCard(
        name=typo(card.name),
        cost=count(card.cost),
        changes=changes_of(game, reader, card.changes),
        first_cost=count(cost),
        first_changes=changes_of(game, reader, changes),
        by=said.who if said else "",
        amended=words.amended(game, reader, said) if said else "",
        why=words.why(game, reader, said) if said else "",
    )
