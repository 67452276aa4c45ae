"""The rules, as functions on (board, state, chance): integers in, integers out, no object of the session.

They write in the state they are given: callers pass a copy. `chance` is the block of words of the round,
`state.dice(board, seed).block(game, round, draw)`; block 0 is the deal.
"""

from engine.rules.acts import Act, Doubt, ambiguous, doubtful
from engine.rules.choosing import choose
from engine.rules.endings import ending
from engine.rules.opening import begin_round, open_carte_blanche
from engine.rules.postures import accept_posture, level
from engine.rules.promising import announce, answer, withdraw
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.trusting import mutual_trust
from engine.rules.values import own_value, trust_in

__all__ = [
    "Act", "Doubt", "Record", "accept_posture", "ambiguous", "announce", "answer", "begin_round",
    "choose", "doubtful", "ending", "level", "mutual_trust", "open_carte_blanche",
    "own_value", "reveal", "trust_in", "withdraw",
]  # fmt: skip
