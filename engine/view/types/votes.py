"""Forecasts and the debate."""

from dataclasses import dataclass

from engine.agreement import Word
from engine.play.commands import Claim
from engine.view.types.projects import PromiseView


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers to one question. Before they are shown the room and the console know `received` only.

    `agreement` is where the room stands, and `word` says it: both only once counts may be seen.
    `next_voter` is the first participant who may answer and has not; None where there is none. `excess` says
    how many answers there are beyond those that could be: somebody came late, or a count slipped.
    """

    question: str
    received: int
    expected: int
    yes: int | None = None
    no: int | None = None
    unsure: int | None = None
    word: str = ""
    by_table: tuple[tuple[str, int, int, int], ...] = ()
    next_voter: int | None = None
    excess: int = 0
    agreement: Word | None = None


@dataclass(frozen=True, slots=True)
class ForecastView:
    promise: PromiseView
    counts: Counts


@dataclass(frozen=True, slots=True)
class ActView:
    """An act that may be debated, and what is asked of it; `another` is the card of the next question that
    would do, "" where there is none; `of_situation`, whether the question is about the round's situation."""

    id: str
    who: str
    sentence: str
    question: str
    statement: str
    another: str = ""
    of_situation: bool = False


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One of three sentences about an act. What it is, how it was `sorted` and `why` are said once those who
    train have answered: None and "" before."""

    text: str
    claim: Claim | None = None
    sorted: Claim | None = None
    word: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """What those who train tell apart, with what the journal says of who acted; then two readings of the act
    by others, (who, in their words), shown once the sentences are sorted."""

    sentences: tuple[SentenceView, ...]
    words: tuple[tuple[Claim, str], ...]
    journal: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]

    @property
    def sorted(self) -> bool:
        """Whether they have been told apart."""
        return self.sentences[0].claim is not None


@dataclass(frozen=True, slots=True)
class DebateView:
    """`exercise`: what those who train are asked of the act. `kept`: around one computer, the sentences
    written in this debate, on the screen that all see."""

    acts: tuple[ActView, ...]
    picked: ActView | None
    first: Counts | None
    second: Counts | None
    statement: Counts | None
    changed: int | None
    sentence: str
    kept: tuple[str, ...] = ()
    exercise: ExerciseView | None = None
