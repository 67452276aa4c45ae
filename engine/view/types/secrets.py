"""Pacts and mandates, as far as an audience may know of them."""

from dataclasses import dataclass

from engine.play.legal import TokenCount


@dataclass(frozen=True, slots=True)
class PactView:
    """A private promise between two. Until the reveal, those who may not know what is in it get no tokens, no
    projects (`toward`) and no `terms` (what each gives, in one line). `kept` is None before the reveal; from
    then on `result` says by whom it was broken, and `became` in short what each owed and whether they gave
    it, in the order of `terms`."""

    who: str
    other: str
    between: str
    gives: TokenCount
    toward: str
    other_gives: TokenCount
    other_toward: str
    terms: str
    kept: bool | None
    word: str
    broken_by: tuple[str, ...]
    result: str = ""
    became: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MandateView:
    """What somebody was asked not to tell: `title` says who had it, `done` whether it was done (None: nothing
    decided it), `points` what that brought or cost, of what it `brings` or `costs`; the project that it was
    about never `came` to the table: a room that never heard of it is not read what was asked."""

    who: str
    title: str
    text: str
    done: bool | None
    result: str
    points: float
    brings: int
    costs: int
    came: bool = True
