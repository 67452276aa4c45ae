"""Those who train around one computer; and who trains alone, and has nobody to hide from."""

from dataclasses import dataclass

from engine.view.types import CharacterView, View
from game.front.drafts import Form
from game.front.state import Ui


@dataclass(frozen=True, slots=True)
class Passed(Form):
    """Whether those who train have said that they have no more to say in the round `about`."""

    said: bool = False


def me(view: View) -> CharacterView | None:
    """The character of who trains alone, and has nobody to hide from; None in company, and where several
    characters are held: each of these is chosen for under a cover, and then hidden.
    """
    held = [who for who in view.characters if who.held]
    one = view.mode == "training" and view.participants <= 1 and len(held) == 1
    return held[0] if one else None


def undecided(view: View) -> bool:
    """Whether who trains alone has a choice to make now, or a ballot to mark."""
    who = me(view)
    if who is None:
        return False
    return _awaited(view, who.id) or (view.choice is not None and who.id in view.choice.waiting)


def _awaited(view: View, who: str) -> bool:
    """Whether somebody may mark a ballot on which there is something, and has not."""
    ballot, legal = view.ballot, view.allows("mark")
    if ballot is None or legal is None or not ballot.eligible or who not in legal.who:
        return False
    return not any(paper.who == who and paper.marked for paper in ballot.papers)


def silent(view: View, ui: Ui) -> tuple[str, ...]:
    """Who of those that train has neither promised, nor asked, nor sealed a pact, and could: to close a
    negotiation comes after that, or after they said that they pass.
    """
    if view.mode != "training" or ui.form(Passed, str(view.phase.round)).said:
        return ()
    may = {who for name in ("promise", "ask") if (legal := view.allows(name)) for who in legal.who}
    spoken = {promise.who for promise in view.promises} | {answer.asker for answer in view.answers}
    spoken |= {who for pact in view.pacts for who in (pact.who, pact.other)}
    return tuple(who.id for who in view.characters if who.held and who.id in may - spoken)


def next_to_speak(view: View, ui: Ui) -> str:
    """Of several who train, whose word is awaited next; "" for nobody."""
    return next(iter(silent(view, ui)), "")
