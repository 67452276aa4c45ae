"""A ballot: who votes, on what, how it is counted, and what was counted."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.telling.vocabulary import Change


class PublicView(NamedTuple):
    """Who votes beside the table: how many voices, how many at the `first`, how many `more` would still come,
    `fetched` each time somebody goes, which `brings` the common good points; the open `card` of doing so, ""
    for none. `number`: its place, from 1."""

    id: str
    title: str
    number: int
    voices: int
    first: int
    more: int
    fetched: int
    brings: int
    card: str


class OpinionView(NamedTuple):
    """What a public thinks of an idea: a grade, 0 the best, and its word."""

    public: str
    grade: int
    word: str


@dataclass(frozen=True, slots=True)
class IdeaView:
    """What has to be voted of a project: its `price` in thousands, and in words; what publics think; how many
    voices of theirs find it good now (`votes_now`), and whether publics alone would fund it today (`likely`;
    if it is not eligible, as if it were); what it changes once it is funded, whom it brings or costs
    something by name then (who, points, in words). `submitted`: others had submitted it before the start, and
    it comes to no table; its `text` and `pictogram` are those of its card. `worth`: what it would bring the
    one who looks, once it is funded, in a round whose gains count."""

    title: str
    price: int
    price_told: str
    opinions: tuple[OpinionView, ...]
    votes_now: int
    likely: bool
    voted: tuple[Change, ...]
    by_name: tuple[tuple[str, int, str], ...]
    submitted: bool = False
    text: str = ""
    pictogram: str = ""
    worth: float | None = None


class MethodView(NamedTuple):
    """A way of counting: its title, how it counts in a sentence; hands counted for it, whether it is level
    with another, whether it was `adopted`."""

    id: str
    title: str
    told: str
    hands: int
    tied: bool
    adopted: bool


class CountedIdea(NamedTuple):
    """An idea in a count: the votes it had, the voices that gave it each grade, the best first, and the grade
    in the `middle` of them; its `place` among those funded (0: not), what money was `left` then; the publics
    that find it good."""

    id: str
    title: str
    pictogram: str
    price: int
    price_told: str
    votes: int
    grades: tuple[int, ...]
    middle: int
    place: int
    left: int
    publics: tuple[str, ...]

    @property
    def funded(self) -> bool:
        """Whether it is."""
        return self.place > 0


@dataclass(frozen=True, slots=True)
class CountView:
    """A whole count, by one method: the ideas funded in order, then the others by votes; what was spent, the
    publics served, and all that in a line. Of equal shares, how many ideas were paid by `shared` money: the
    next ones had what was left."""

    method: str
    title: str
    ideas: tuple[CountedIdea, ...]
    spent: int
    spent_told: str
    served: tuple[str, ...]
    told: str
    shared: int = 0

    @property
    def funded(self) -> tuple[CountedIdea, ...]:
        """Those that are, in order."""
        return tuple(idea for idea in self.ideas if idea.place)

    def on_what_is_left(self, idea: CountedIdea) -> bool:
        """Whether shares no longer paid it: it was funded by its votes."""
        return self.method == "equal-shares" and idea.place > self.shared


class PaperView(NamedTuple):
    """A character's ballot: the grade of each idea, None where it may not be seen or was never marked."""

    who: str
    voices: int
    marked: bool
    grades: tuple[tuple[str, int], ...] | None


@dataclass(frozen=True, slots=True)
class BallotView:
    """The whole ballot. `method`: how it is counted ("" before that is chosen) and that in a sentence;
    `eligible`: what may be voted on, in the order of the list, with each one's `ideas` view; `count` once
    it is counted, and at the Bilan the `recounts` by the other ways."""

    title: str
    money: int
    money_told: str
    methods: tuple[MethodView, ...]
    method: str
    adopted_told: str
    people: int
    publics: tuple[PublicView, ...]
    voices: int
    eligible: tuple[str, ...]
    ideas: tuple[tuple[str, IdeaView], ...]
    grades: tuple[str, ...]
    papers: tuple[PaperView, ...]
    count: CountView | None = None
    recounts: tuple[CountView, ...] = ()

    @property
    def submitted(self) -> tuple[IdeaView, ...]:
        """The ideas that others had submitted before the start."""
        return tuple(idea for _, idea in self.ideas if idea.submitted)

    def idea(self, id: str) -> IdeaView:
        """An eligible idea; KeyError where it is not one."""
        return dict(self.ideas)[id]

    def public(self, id: str) -> PublicView:
        """A public; KeyError where there is none of that id."""
        return {public.id: public for public in self.publics}[id]
