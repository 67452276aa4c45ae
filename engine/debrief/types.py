"""What the Bilan shows, as frozen data with words already put on. Percentages are whole numbers 0–100."""

from dataclasses import dataclass
from typing import Literal

from engine.agreement import Word
from engine.play.commands import Became, Tag
from engine.view.types import MapView


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A round where mutual trust moved most, and what happened in it."""

    round: int
    by: int
    text: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Participants' own placing from je (1) to nous (7). `polarisation` is 0 (together) to 100 (split)."""

    counts: tuple[int, ...]
    mean: float | None
    polarisation: int | None


@dataclass(frozen=True, slots=True)
class JeNous:
    """Three measures side by side. One entry per round played; `commons_share` has None where nobody had a
    token in hand, `promises_kept` counts those kept and those that held.

    `trust` has one entry more: the start of the session, then the end of each round.
    """

    commons_share: tuple[int | None, ...]
    promises_kept: tuple[tuple[int, int], ...]
    trust: tuple[int, ...]
    turning_points: tuple[TurningPoint, ...]
    before: Placing
    after: Placing


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One thing the room answered. `moved`: how many, at least, changed sides from a vote to its repeat;
    `said`: where the room stands; `everywhere`: whether each group answers as the whole room does (None
    without groups to compare)."""

    question: str
    kind: Literal["forecast", "verdict", "statement"]
    text: str
    yes: int
    no: int
    unsure: int
    yes_word: str
    no_word: str
    word: Word
    consensus: float | None
    everywhere: bool | None
    moved: int | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class DebateLine:
    """One debate of those who train: the act, how many said COOP and how many did not, the three sentences
    (text, what it is in words, whether it was told apart), () where they were not sorted."""

    round: int
    act: str
    coop: int
    not_coop: int
    sentences: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Opinions:
    """What unites, what divides, what too few answered, what leans to a side without agreement (or where
    most do not know), and what most `foresaw` alike: whatever came of it, that is no thought they share.
    `groups_are` says where the groups come from."""

    unites: tuple[StatementLine, ...]
    divides: tuple[StatementLine, ...]
    few: tuple[StatementLine, ...]
    groups: tuple[OpinionGroup, ...]
    groups_are: Literal["found", "tables", "none"]
    leans: tuple[StatementLine, ...] = ()
    foresaw: tuple[StatementLine, ...] = ()


@dataclass(frozen=True, slots=True)
class RungSeen:
    """The rung that some characters lived in a round, as `observers` of them saw it."""

    rung: str
    observers: int


@dataclass(frozen=True, slots=True)
class RungLine:
    """One round: the rungs announced by the projects completed, and the one practised (None: no ticks).

    The four shares (told, asked, heard, decided) are percentages of the observers, who are so many. Where the
    residents were watched, `practised` is what they lived: the ladder is about those who do not have power.
    `others` is what all the rest lived.
    """

    round: int
    announced: tuple[tuple[str, str], ...]
    practised: str | None
    shares: tuple[int, int, int, int] | None
    observers: int
    residents: RungSeen | None = None
    others: RungSeen | None = None


@dataclass(frozen=True, slots=True)
class WordLine:
    """One character's promises over the session, in numbers of promises; gifts in tokens."""

    who: str
    kept: int
    part: int
    broken: int
    void: int
    gifts: int


@dataclass(frozen=True, slots=True)
class PactLine:
    """A pact of a round, opened: what each of the two owed and whether they gave it, in words, and who did
    not."""

    round: int
    who: str
    other: str
    became: tuple[str, ...]
    broken_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """What a simulated character remembers, as it `says` it, and what weighed most or happened, as a fact."""

    who: str
    says: str
    decided: str


@dataclass(frozen=True, slots=True)
class TrustNetwork:
    """Mutual trust of each pair, 0 to 100, at the start and at the end: (one, other, start, end)."""

    pairs: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """quartier × moi: whether the neighbourhood recovered and whether this character reached its goal."""

    who: str
    reached: bool
    gain: float
    goal: float


@dataclass(frozen=True, slots=True)
class SecretLine:
    """What one character wanted to save, told to all once the game is over; and whether it did."""

    who: str
    text: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a holder placed their character away from the model's proposal, in points of the map."""

    round: int
    who: str
    synergy: float
    antagonism: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """One choice that could have been different: the id for `futures`, and the question in words."""

    id: str
    round: int
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class WhatIfResult:
    """Paired continuations on the same dice: of `done` (out of `total`) so many better, alike, worse."""

    alternative: str
    total: int
    done: int
    better: int
    same: int
    worse: int

    def of_a_hundred(self) -> tuple[int, ...]:
        """Better, alike and worse out of a hundred, rounded so that they still add up to it (largest
        remainders); zeros where nothing was played."""
        counts = (self.better, self.same, self.worse)
        total = max(sum(counts), 1)
        whole = [100 * n // total for n in counts]
        order = sorted(range(len(counts)), key=lambda i: -(100 * counts[i] % total))
        for i in order[: 100 - sum(whole) if sum(counts) else 0]:
            whole[i] += 1
        return tuple(whole)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One note. `at` is when it was said, `checked` when its author told what became of it (unix time, 0:
    not yet)."""

    note: int
    round: int
    text: str
    speaker: str
    tag: Tag = "word"
    at: float = 0.0
    due: str = ""
    became: Became | None = None
    happened: str = ""
    checked: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """Words noted, by kind, those withdrawn left out."""

    words: tuple[SaidLine, ...]
    missing: tuple[SaidLine, ...]
    takeaways: tuple[SaidLine, ...]
    commitments: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class Bilan:
    """The whole debrief of one session. `film` has the map at the start, then after each round."""

    title: str
    rounds: int
    participants: int
    success: bool | None
    """Whether the ending reached is one of those where the room succeeds; None where there is none."""
    je_nous: JeNous
    opinions: Opinions
    participation: tuple[RungLine, ...]
    words_kept: tuple[WordLine, ...]
    voices: tuple[VoiceLine, ...]
    network: TrustNetwork
    results: tuple[ResultLine, ...]
    gaps: tuple[Gap, ...]
    alternatives: tuple[Alternative, ...]
    said: Said
    debates: tuple[DebateLine, ...] = ()
    secrets: tuple[SecretLine, ...] = ()
    film: tuple[MapView, ...] = ()
    pacts: tuple[PactLine, ...] = ()
    aim: str = ""
    """What the room had to bring about together, in a sentence; "" where the scenario says no such thing."""
