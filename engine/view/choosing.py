"""The choice of the room, as an audience sees it."""

from engine.play.phases.choose import asking, options
from engine.telling import effects
from engine.telling.vocabulary import grade_words, method_word
from engine.view.types import OptionView, RoomChoice
from engine.view.veil import Seen


def room_choice(seen: Seen) -> RoomChoice | None:
    """What the room may answer, or has answered, to this round's situation; None where nothing was asked."""
    game = seen.game
    if game.round is None or not game.in_round or not options(game):
        return None
    card, made = asking(game), game.playing.choice
    assert card.choose is not None
    favourites = game.playing.favourites.items()
    found = tuple(
        OptionView(
            id=option.id,
            title=seen.read(option.title),
            text=seen.read(option.text) if option.text is not None else "",
            effects=effects.told(game, seen.reader, option.effects),
            counts=tuple(made.counts.get(option.id, ())) if made is not None else (),
            favoured=tuple(who for who, favourite in favourites if favourite == option.id),
            chosen=made is not None and made.option == option.id,
            tied=made is not None and option.id in made.tied,
        )
        for option in card.choose.options
    )
    return RoomChoice(
        question=seen.read(card.choose.question or card.question),
        options=found,
        methods=tuple((method, method_word(method)) for method in card.choose.by),
        method=made.method if made is not None else None,
        said=method_word(made.method) if made is not None else "",
        grades=grade_words(),
    )
