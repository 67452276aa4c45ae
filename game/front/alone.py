"""Who trains alone: the whole room is one person, who has nobody to hide from."""

from engine.view.types import CharacterView, View


def me(view: View) -> CharacterView | None:
    """The character of who trains alone, and has nobody to hide from; None in company, and where several
    characters are held: each of these is chosen for under a cover, and then hidden.
    """
    held = [who for who in view.characters if who.held]
    one = view.mode == "training" and view.participants <= 1 and len(held) == 1
    return held[0] if one else None


def undecided(view: View) -> bool:
    """Whether who trains alone has a choice to make now."""
    who = me(view)
    return who is not None and view.choice is not None and who.id in view.choice.waiting
