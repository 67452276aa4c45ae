"""One set of rules, two ways to play them: a session that plays itself is game 0 of a batch of that seed."""

from collections import Counter

import numpy as np
import pytest

from engine.content import library
from engine.play.commands import Advance, Begin, Choose
from engine.play.phases.choose import options
from engine.play.procedure import Game
from engine.rules import record
from engine.rules.board import build
from engine.rules.state import dice, flat, over, undealt
from engine.session.session import Session
from engine.simulate.playing import play_games, width
from engine.simulate.policies import policy

pytestmark = pytest.mark.no_cover  # lines that other tests walk

SCENARIO = library.load("au-lendemain-de-la-crue").scenario


DECIDED_LAST = ("mandate", "held_back", "total")
"""What the last reveal still decides: a batch of fewer rounds decides it sooner than a whole session."""


def _rounds(duration: str, seed: int) -> list[Game]:
    """The games right after each reveal of a session in which everybody is simulated."""
    whole = Session.create(SCENARIO, Begin(duration=duration, mode="demo", seats={}, participants=0), seed)
    found = []
    while whole.game.table.phase != "bilan":
        if whole.game.table.step == "vote" and whole.game.table.phase == "choose":
            whole.do(_as_all_would(whole.game))
        whole.do(Advance())
        if whole.game.table.phase == "reveal":
            found.append(whole.game)
    return found


def _as_all_would(game: Game) -> Choose:
    """Everybody votes for what serves them; among equals the answer written first."""
    votes = Counter(game.playing.favourites.values())
    first = max((option.id for option in options(game)), key=lambda id_: votes[id_])
    return Choose(method="show-of-hands", counts={first: (votes[first],)})


def _batch(duration: str, seed: int, rounds: int):
    """The state in which game 0 of a batch is after so many rounds."""
    board = build(SCENARIO, duration, {})
    chance = dice(board, seed).games(0, 1).astype(np.int64)
    start = undealt(board)
    words, record_words = np.zeros_like(flat(start)), np.zeros(record.size(board), dtype=np.int64)
    state, how = over(board, words), policy(board, "written")
    out = np.zeros((1, width(board)), dtype=np.int64)
    play_games(
        board._replace(rounds=rounds), flat(start), chance, how, how, start.given, state,
        record.over(board, record_words), words, record_words, np.zeros_like(start.given), 0, out,
    )  # fmt: skip
    return state


@pytest.mark.parametrize("duration", SCENARIO.durations)
def test_a_session_that_plays_itself_is_game_nought_of_a_batch(duration):
    """Who promised what, on which condition, and all that came of it, in every round."""
    conditions = 0
    for seed in range(30):
        played = _rounds(duration, seed)
        last = len(played)
        for number in (last,) if seed else (1, last):
            mine, theirs = played[number - 1].state, _batch(duration, seed, number)
            conditions += int((mine.cond_who >= 0).sum())
            for name, values in mine._asdict().items():
                if number < last and name in DECIDED_LAST:
                    continue
                assert np.array_equal(values, getattr(theirs, name)), (seed, number, name)
    assert conditions, "promises under a condition are among them"
