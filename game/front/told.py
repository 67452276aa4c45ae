"""How far a room has come in what is told it step by step: the rows of a reveal, the great moments.

It is the front-end's and not the session's: going on there changes nothing that anyone decided.
"""

from dataclasses import dataclass

from engine.view.types import View
from game.front.drafts import Drafts, Form


@dataclass(frozen=True, slots=True)
class Revealed(Form):
    """How many rows of the round `about` are open; `asked` whether to open all of them at once was asked;
    `place` whether what became of the place is shown, after all of them.
    """

    rows: int = 0
    asked: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Told(Form):
    """How many `steps` a room has gone through the great moments of `about` (see `moments_of`)."""

    steps: int = 0


def moments_of(view: View) -> str:
    """What the great moments of now are told under: the round and the phase."""
    return f"{view.phase.round}.{view.phase.kind}"


def still(drafts: Drafts, view: View | None) -> Drafts:
    """Without what has not happened any more, once something was undone: it is told anew when it does."""
    if view is None:
        return drafts
    undone: list[Form] = [
        form for form in (*drafts.every(Revealed), *drafts.every(Told)) if not _happened(form.about, view)
    ]
    return drafts.kept(*(type(form)(form.about) for form in undone))


def _happened(about: str, view: View) -> bool:
    number, _, kind = about.partition(".")
    here = view.phase.round
    if int(number) != here:
        return int(number) < here
    if kind == "negotiation":
        return view.carte_blanche_new
    return kind == "situation" or view.reveal is not None
