"""Simulated voters, for a demonstration: each follows one character and votes as it would.

Answers are 0 (no), 1 (yes), 2 (does not know). `word` is a 16-bit word from the domain VOTERS, one for
each voter and question.
"""

from typing import Final

from engine import numbers
from engine.fixed import ONE, mul
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, PART, State
from engine.rules.values import commons_value, own_value, pledged_any, sigma, trust_in

NO: Final = 0
YES: Final = 1
UNSURE: Final = 2


def forecast(state: State, follows: int, who: int, word: int) -> int:
    """Will `who` keep its word? As often yes as the character followed trusts it; near that, unsure."""
    trust = ONE if follows == who else trust_in(state, follows, who)
    if word < trust - numbers.HESITATION // 2:
        return YES
    return UNSURE if word < trust + numbers.HESITATION // 2 else NO


def answered(state: State, follows: int, who: int, frank: int, word: int) -> int:
    """Did `who` answer what it was asked? Half by what it said (`frank`: 1 where it answered, 0 where it
    dodged, -1 where nobody knows), half by how far the character followed trusts it."""
    trust = ONE if follows == who else trust_in(state, follows, who)
    odds = trust if frank < 0 else (trust + frank * ONE) // 2
    if word < odds - numbers.HESITATION // 2:
        return YES
    return UNSURE if word < odds + numbers.HESITATION // 2 else NO


def verdict(board: Board, state: State, record: Record, follows: int, act: tuple[int, int], word: int) -> int:
    """COOP (yes) or not, of an act (who, project): did it raise what the character followed holds dear?

    Wherever the tokens went and stayed, they count by what that project is worth to it, per token in hand;
    those promised, aloud or in a pact, and not given count against by what that project was worth, and a word
    not kept costs half a point more. So a promise broken for a good reason divides the room. The word adds a
    little noise, so that a vote and its repeat may differ; of who did nothing (project -1) it alone decides.
    """
    who, project = act
    noise = (word - ONE // 2) * 2
    if project < 0:
        return YES if noise > ONE // 2 else NO if noise < 0 else UNSURE
    feeling = noise
    hand = max(1, int(state.tokens[who].sum()))
    for other in range(board.cost.shape[0]):
        tokens = int((state.given[who, other] - record.returned[who, other]).sum())
        if tokens > 0 and record.lapsed[other] == 0:
            feeling += _dear(board, state, follows, other) * tokens // hand
    if record.fact[who, project] in (PART, BROKEN):
        unkept = int(record.unkept[who, project])
        missing = mul(unkept, int(state.promised[who, project].sum()) * ONE) // hand
        feeling -= mul(_dear(board, state, follows, project), missing) + unkept // numbers.BLAME
    elif forswore(state, record, who, project):
        pledge = pledged_any(state, who, project)
        missing = max(0, pledge - int(state.given[who, project].sum()))
        feeling -= _dear(board, state, follows, project) * missing // hand
        feeling -= missing * ONE // pledge // numbers.BLAME
    if abs(feeling) < numbers.SLIGHT:
        return UNSURE
    return YES if feeling > 0 else NO


def forswore(state: State, record: Record, who: int, project: int) -> bool:
    """Whether somebody owed a project more in a pact than they gave."""
    broke = record.pact_fact.shape[0] > 0 and record.pact_fact[who] in (PART, BROKEN)
    return bool(broke and state.pact_project[who] == project)


def _dear(board: Board, state: State, who: int, project: int) -> int:
    """What completing a project is worth to a character, the common good as much as it cares for it."""
    heart = mul(board.beta, sigma(state, who))
    return int(own_value(board, state, who, project) + mul(heart, commons_value(board, state, project)))


def statement(state: State, follows: int, word: int) -> int:
    """Agreement with a debate's statement: the more synergy, the likelier; the hostile disagree."""
    lean = mul(numbers.AGREEING_MORE, sigma(state, follows)) + numbers.AGREEING_LEAST
    if word < lean - numbers.HESITATION // 2:
        return YES
    return UNSURE if word < lean + numbers.HESITATION // 2 else NO
