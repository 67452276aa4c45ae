"""What a record tells of a ballot: how votes are counted, who voted, on what, and what each count came to."""

from typing import Annotated, Literal

from pydantic import Field

from engine.report.cleaned import Frozen, Words

CountedBy = Literal["approval", "majority-judgement", "equal-shares"]


class Way(Frozen):
    """A way of counting that the room could adopt before it knew what would be voted on."""

    method: CountedBy
    title: Words
    hands: int
    """Hands counted for it."""
    tied: bool
    """Whether it was level with another."""
    adopted: bool
    drawn: bool
    """Whether it was adopted by lot."""
    said: Words
    """How it counts, in words."""


class Voices(Frozen):
    """How many of a public would vote after a round."""

    round: int
    """0: the start."""
    public: Words
    voices: int
    came: int
    """How many more than before, fetched or not; below 0: fewer."""
    by: tuple[Words, ...]
    """Who went to fetch them."""


class Eligible(Frozen):
    """An idea that could be voted on, and what the vote made of it."""

    title: Words
    price: int
    """In thousands of euros."""
    round: int
    """In which round it became eligible; 0: not in one."""
    submitted: bool
    """Whether others had submitted it before the start."""
    by: tuple[Words, ...]
    """Who gave to it."""
    place: int
    """In which order it was funded; 0: not."""
    changed: Words
    """What it changed once funded, or would have."""
    named: Words
    """Whom it brought or cost something by name then, or would have."""


class Paper(Frozen):
    """What one ballot says of an idea."""

    whose: Literal["public", "person"]
    name: Words
    """"" where people are left out."""
    voices: int
    """How many it weighs."""
    idea: Words
    grade: Annotated[int, Field(ge=0, le=4)]
    """0 very good, 4 to reject."""
    word: Words
    """The same in words."""


class Counted(Frozen):
    """An idea in a count of all ballots: those funded first, in their order, then the others by votes."""

    method: CountedBy
    used: bool
    """Whether the room had adopted it; if not, it counts the same ballots again."""
    idea: Words
    price: int
    votes: int
    """Voices that find it good or very good."""
    grades: tuple[int, int, int, int, int]
    """Voices for each grade, very good first."""
    place: int
    """In which order it is funded; 0: not."""
    left: int
    """Thousands of euros left then; of those not funded, in the end."""
    publics: tuple[Words, ...]
    """The publics that find it good."""


class Outcome(Frozen):
    """What a count of all ballots came to."""

    method: CountedBy
    title: Words
    used: bool
    funded: int
    served: int
    """Publics that find good an idea that is funded."""
    publics: int
    """How many publics there are."""
    spent: int
    """Thousands of euros, of the `money` that there was."""
    money: int
    said: Words
    """The same in words."""


class Brought(Frozen):
    """What all ideas funded brought somebody, or cost, as it counted."""

    name: Words
    points: float
