"""Somebody is heard: what asking costs, whether a simulated character answers, what the room makes of it."""

from typing import Final

from engine import numbers
from engine.fixed import ONE, clip, mul
from engine.rules.state import State
from engine.rules.values import trust_in
from engine.vocabulary import KINDS

BACKING: Final = KINDS.index("backing")

DODGED: Final = -1
LEVEL: Final = 0
ANSWERED: Final = 1


def pay(state: State, asker: int) -> None:
    """Who asks spends a token of backing: it is neither given nor kept."""
    state.tokens[asker, BACKING] -= 1


def is_frank(state: State, heard: int, asker: int) -> bool:
    """Whether a simulated character answers: to whom it trusts enough, presuppositions counted."""
    return trust_in(state, heard, asker) >= numbers.FRANK


def judge(state: State, heard: int, said: int) -> None:
    """What the room says (DODGED, LEVEL, ANSWERED) moves everybody's trust in who was heard."""
    for who in range(state.s.shape[0]):
        trust = int(state.trust[who, heard])
        if who != heard and said == ANSWERED:
            trust += mul(numbers.ANSWERED_GAIN, ONE - trust)
        elif who != heard and said == DODGED:
            trust -= mul(numbers.DODGED_LOSS, trust)
        state.trust[who, heard] = clip(trust, numbers.LEAST_TRUST, ONE)
