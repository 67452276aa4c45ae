"""The hearing, as an audience sees it."""

from dataclasses import dataclass

from engine.view.types.votes import Counts


@dataclass(frozen=True, slots=True)
class HearingView:
    """`question` is the one that the scenario proposes, `answer` what a simulated character says ("" where
    people speak: then `guideline` is what they may say). `said` is what the room made of it and `why` what
    the character went by, "" before."""

    asker: str
    heard: str
    asked: str
    question: str
    answer: str
    guideline: str
    counts: Counts
    said: str
    why: str
