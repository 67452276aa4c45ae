"""What is on the table and what is said about it: projects, promises, answers, forecasts, debate."""

from dataclasses import dataclass

from engine.play.commands import TokenCount
from engine.view.types.people import Change


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project. `effects` are in words, without what only some may know; `rung` is what it announces, and
    `rung_means` what that means. `worth` is what completing it would bring the one who looks, in a round
    whose gains count; None but for a holder."""

    id: str
    title: str
    short: str
    text: str
    pictogram: str
    cost: TokenCount
    placed: TokenCount
    promised: TokenCount
    changes: tuple[Change, ...]
    rounds_left: int
    raises_commons: bool
    carte_blanche: bool
    effects: tuple[str, ...]
    rung: str
    rung_means: str
    worth: float | None = None


@dataclass(frozen=True, slots=True)
class PromiseView:
    """`sentence` is the whole promise in words: "aux droits, si Youssef donne du temps"; `toward` only where
    it goes: "aux droits".
    """

    id: str
    who: str
    project: str
    tokens: TokenCount
    sentence: str
    conditional: bool
    toward: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A simulated character's answer to a request: what it adds (nothing = no), and why in words."""

    asker: str
    asked: str
    project: str
    accepted: TokenCount
    sentence: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers to one question. Before they are shown the room and the console know `received` only.

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


@dataclass(frozen=True, slots=True)
class ForecastView:
    promise: PromiseView
    counts: Counts


@dataclass(frozen=True, slots=True)
class ActView:
    id: str
    who: str
    sentence: str
    question: str
    statement: str


@dataclass(frozen=True, slots=True)
class DebateView:
    """`kept`: around one computer, the sentences written in this debate, on the screen that all see."""

    acts: tuple[ActView, ...]
    picked: ActView | None
    first: Counts | None
    second: Counts | None
    statement: Counts | None
    changed: int | None
    sentence: str
    kept: tuple[str, ...] = ()
