"""The exercise that a debate is to those who train: a fact, a judgement and a presupposition to tell apart,
and two opposite readings of the act by others at the table. Nobody is said to be right."""

from itertools import permutations
from typing import Final

from engine.content.model import Text
from engine.dice import CARDS, Dice
from engine.play import forsworn, outvoted, postponed
from engine.play.commands import CLAIMS, Claim
from engine.play.game import Game
from engine.play.reworded import FACT
from engine.play.table import Act, Exercise, Reading, RoundRecord
from engine.rules.values import own_value

_ORDERS: Final = tuple(permutations(CLAIMS))
_Found = tuple[int, str, str, bool]
"""What an act is worth to somebody, who, through which project, and whether tokens came to it."""


def exercise(game: Game, act: Act) -> Exercise:
    """What is asked of an act of the round just revealed."""
    return Exercise(_order(game), _presupposed(game, act), _readings(game, act))


def _order(game: Game) -> tuple[Claim, ...]:
    """In which order the sentences stand, drawn for the round."""
    words = Dice(game.seed, CARDS, 1, game.board.rounds).block(0, game.state.round, game.table.draw)
    return _ORDERS[int(words[-1]) % len(_ORDERS)]


def _presupposed(game: Game, act: Act) -> Text | None:
    """What somebody still believes of who acted, and no earlier debate has quoted. It is quoted without its
    author: what others at the computer hold stays on their sheets."""
    quoted = [r.exercise.presupposed for r in game.table.rounds[:-1] if r.exercise is not None]
    names = game.names
    for member in game.scenario.cast:
        if member.character not in (*game.simulated, game.one):
            continue
        for belief in member.believes:
            if belief.about == act.who and belief.that not in quoted:
                pair = names.character(member.character), names.character(act.who)
                if game.state.believes[pair]:
                    return belief.that
    return None


# ---- Two readings -----------------------------------------------------------------------------------------


def _readings(game: Game, act: Act) -> tuple[Reading, ...]:
    """The one whom the act serves most, and the one whom it costs most; where it does nothing of the kind to
    anybody, whoever it leaves coldest. Only simulated characters: people speak for themselves. Who has said
    as much in an earlier debate leaves the word to another, if there is one: an act that comes back would be
    read in the same words each round."""
    heard = {
        (one.who, one.project, one.gave)
        for record in game.table.rounds[:-1]
        if record.exercise is not None
        for one in record.exercise.readings
    }
    found = sorted(
        (_worth(game, who, project, tokens), who, project, tokens > 0)
        for project, tokens in _moved(game, act)
        for who in game.simulated
        if who != act.who and tokens
    )
    served = _first([one for one in reversed(found) if one[0] > 0], heard)
    harmed = _first([one for one in found if one[0] < 0 and not (served and one[1] == served[1])], heard)
    told = [one for one in (served, harmed) if one is not None]
    cold = [
        (0, *one[1:])
        for one in sorted(found, key=lambda one: abs(one[0]))
        if [one[1]] != [w for _, w, *_ in told]
    ]
    return tuple(_reading(game, *one) for one in (*told, *cold[: 1 if len(told) == 1 else 0]))


def _first(found: list[_Found], heard: set[tuple[str, str, bool]]) -> _Found | None:
    """The first that nobody has heard yet; where all have been heard, the first."""
    return next((one for one in found if one[1:] not in heard), found[0] if found else None)


def _moved(game: Game, act: Act) -> list[tuple[str, int]]:
    """Tokens that came to a project by an act, or, below 0, did not."""
    record = game.playing
    if act.fact in (FACT, outvoted.FACT):
        return []  # words, no tokens
    if act.fact == postponed.FACT:
        return [(act.project, -sum(game.lack(act.project)))]  # nobody may give any
    given = {id_: sum(some) for id_, some in record.given.get(act.who, {}).items()}
    if not act.project:
        held = sum(game.tokens(act.who))
        there = [id_ for id_ in game.open if id_ not in record.put_off]  # to the others nobody could give
        return [(id_, -min(held, sum(game.lack(id_)))) for id_ in there]
    apart = act.fact == forsworn.FACT
    promised = sum(forsworn.pledged(record, act.who)[2]) if apart else _aloud(record, act)
    if act.fact in ("kept", "gift"):
        return [(act.project, given.get(act.project, 0))]
    missing = promised - min(promised, given.get(act.project, 0))
    return [(act.project, -missing), *((id_, n) for id_, n in given.items() if id_ != act.project)]


def _aloud(record: RoundRecord, act: Act) -> int:
    """Tokens promised aloud to what an act is about."""
    return next((sum(p.tokens) for p in record.promises if (p.who, p.project) == (act.who, act.project)), 0)


def _worth(game: Game, who: str, project: str, tokens: int) -> int:
    """What tokens that came, or did not, are worth to somebody: their share of the whole project (fixed)."""
    p = game.names.project(project)
    return (
        int(own_value(game.board, game.state, game.names.character(who), p))
        * tokens
        // int(game.board.cost[p].sum())
    )


def _reading(game: Game, worth: int, who: str, project: str, gave: bool) -> Reading:
    serves = (worth > 0) - (worth < 0)
    return Reading(who, project, gave, serves, _through(game, who, project, serves if gave else -serves))


def _through(game: Game, who: str, project: str, sign: int) -> str:
    """The indicator through which a project serves (1) or costs (-1) somebody most; "" where it is the
    project itself. With 0, the one that they hold dearest."""
    board, i, p = game.board, game.names.character(who), game.names.project(project)
    stakes = board.stakes[i].tolist()
    points = (
        stakes if sign == 0 else [sign * a * b for a, b in zip(stakes, board.change[p].tolist(), strict=True)]
    )
    most = max(range(len(points)), key=points.__getitem__)
    alone = sign * int(board.personal[i, p]) * sum(stakes)
    return "" if alone > points[most] else game.names.indicators[most]
