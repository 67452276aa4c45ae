"""Many games at once: the same rules, the same numbers, in any order."""

import pickle
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine import processes, rules, simulate
from engine.fixed import to_float
from engine.rules import state as states
from engine.rules.board import Board
from engine.rules.state import State
from engine.simulate import batch, cache, playing, worker
from engine.simulate.batch import answer, fresh
from engine.simulate.policies import KEEP, POLICIES, ROOM, decide, negotiate, policy
from engine.simulate.summary import Summary
from engine.simulate.worker import Worker, compiles, fastest, summarise
from tests.engine.speeds import compiled
from tests.engine.synthetic import assert_can_be_placed, ints, synthetic


def plain(board: Board, how: str, games: int, seed: int = 3, first: int = 0) -> Any:
    return answer(fresh(board, policy(board, how), seed, first, games))


def test_game_nought_of_a_batch_is_the_session_of_that_seed() -> None:
    board, seed = synthetic(3), 11
    state, stream = states.initial(board, seed), states.dice(board, seed)
    for round_ in (1, 2, 3):
        chance = stream.block(0, round_)
        rules.begin_round(board, state, chance)
        for who in range(board.n):
            rules.announce(board, state, chance, who)
        rules.reveal(board, state, np.stack([rules.choose(board, state, chance, w) for w in range(board.n)]))
    row = plain(board, "written", 1, seed)[0]
    n, indicators = board.n, 5
    assert row[playing.ENDING] == rules.ending(board, state)
    assert row[playing.COMMONS] == state.ind[board.gate]
    assert row[playing.HEAD : playing.HEAD + indicators].tolist() == state.ind.tolist()
    first = playing.HEAD + indicators
    assert row[first : first + n].tolist() == state.total.tolist()
    assert row[playing.MUTUAL] == rules.mutual_trust(state)


def test_a_range_of_games_is_the_same_wherever_it_begins() -> None:
    board = synthetic(2)
    whole = plain(board, "written", 9)
    assert np.array_equal(whole[4:], plain(board, "written", 5, first=4))


def test_slices_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    board = synthetic(2)
    whole = plain(board, "random", 7)
    monkeypatch.setattr(batch, "SLICE", 3)
    assert np.array_equal(whole, plain(board, "random", 7))


def test_summaries_merge_to_the_summary_of_all() -> None:
    board = synthetic(2)
    rows = plain(board, "written", 8)
    parts = Summary.of(board, rows[:3]).merge(Summary.of(board, rows[3:]))
    assert parts.equal(Summary.of(board, rows))
    assert not parts.equal(Summary.of(board, rows[:7]))
    assert parts.games == 8
    with pytest.raises(ValueError, match="same board"):
        parts.merge(Summary.of(synthetic(2, situation_rows=ints([0])), plain(
            synthetic(2, situation_rows=ints([0])), "written", 1)))  # fmt: skip


def test_a_summary_tells_shares_and_means() -> None:
    board = synthetic(2)
    rows = plain(board, "written", 12)
    summary = Summary.of(board, rows)
    assert summary.success == rows[:, playing.SUCCESS].mean()
    assert summary.first_rise == rows[:, playing.FIRST_ROSE].mean()
    assert summary.rises == rows[:, playing.ROSE].sum() / 24
    assert summary.endings.sum() == summary.commons.sum() == 12
    assert summary.endings[0] == rows[:, playing.SUCCESS].sum()
    first = playing.HEAD + 5
    assert summary.totals[2] == pytest.approx(to_float(rows[:, first + 2].mean()))
    assert summary.spread[2] == pytest.approx(to_float(rows[:, first + 2].std()), abs=0.01)
    assert summary.goals[1] == rows[:, first + 8 + 1].mean()
    assert summary.indicators[4] == rows[:, playing.COMMONS].mean()
    assert summary.open_rounds.sum() == 12 * 2 * 4
    assert summary.situations.sum() == 12 * 2
    assert summary.completions.sum() <= summary.open_rounds.sum()
    assert summary.head_rounds.sum() <= 24
    assert 0 < summary.kept < 1


def one_round(how: Any, seed: int = 5, **fields: object) -> tuple[Board, State, Any]:
    board = synthetic(**fields)
    state, chance = states.initial(board, seed), states.dice(board, seed).block(0, 1)
    rules.begin_round(board, state, chance)
    given = np.zeros_like(state.given)
    policies = policy(board, how) if isinstance(how, str) else how
    negotiate(board, state, chance, policies, given)
    decide(board, state, chance, policies, given)
    return board, state, given


@pytest.mark.parametrize("how", list(POLICIES))
@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_policy_choices_can_be_placed(how: str, seed: int) -> None:
    _, state, given = one_round(how, seed)
    assert_can_be_placed(state, given)


def test_the_loyal_give_what_they_promised_and_the_keepers_nothing() -> None:
    _, state, given = one_round("loyal")
    assert np.array_equal(given, state.promised)
    assert given.sum() > 0
    _, state, given = one_round("keep")
    assert given.sum() == 0
    assert state.promised.sum() > 0


def test_the_room_keeps_its_word_and_completes_what_raises_the_common_good_most() -> None:
    for seed in range(12):
        board, state, given = one_round("room", seed)
        assert np.array_equal(given, state.promised)
        pool = state.tokens.sum(axis=0)
        open_ = [p for p in state.open.tolist() if p >= 0]
        best = 0
        for k in range(1, 5):
            for chosen in map(list, combinations(open_, k)):
                if (state.cost[chosen].sum(axis=0) <= pool).all():
                    best = max(best, int(board.change[chosen, board.gate].sum()))
        record = rules.reveal(board, state, given)
        assert record.ind_built[board.gate] == best
        assert (record.fact[record.fact > 0] == states.KEPT).all()


def test_half_a_room_pools_its_own_tokens_only() -> None:
    how = ints([ROOM] * 4 + [KEEP] * 4)
    _, state, given = one_round(how)
    assert given[4:].sum() == 0
    assert 0 < given[:4].sum() <= state.tokens[:4].sum()


def test_with_a_last_round_to_play_the_room_begins_nothing_it_cannot_finish() -> None:
    board, state, given = one_round("room", rounds=1)
    record = rules.reveal(board, state, given)
    assert state.placed.sum() == 0
    assert record.completed.sum() > 0


def test_the_selfish_put_tokens_where_they_gain_most_or_keep_them() -> None:
    board, state, given = one_round("selfish")
    for who in range(board.n):
        projects = given[who].sum(axis=1).nonzero()[0]
        assert len(projects) <= 1
        for project in projects:
            assert rules.own_value(board, state, who, int(project)) > 0
    nothing = one_round("selfish", stakes=ints(np.zeros((8, 5))))[2]
    assert nothing.sum() == 0
    assert state.round == 1


def test_compiled_and_plain_give_the_same_games() -> None:
    """One rule set, two speeds: every column of every game, for every policy at once."""
    board = synthetic(4)
    how = ints([0, 1, 1, 2, 3, 4, 5, 0])
    request = fresh(board, how, 7, 3, 40)
    assert np.array_equal(answer(request, compiled()), answer(request))


def test_a_frame_is_made_of_whole_numbers_in_one_block() -> None:
    compiled()
    from engine.simulate.frames import FrameType, header, layout

    assert layout(synthetic())[:3] == (("n", 0), ("held", 1), ("stakes", 2))
    frame = FrameType("small", (("n", 0), ("grid", 2), ("line", 1)))
    assert frame.place("line") == (4, 1)
    with pytest.raises(AttributeError):
        frame.place("other")
    with pytest.raises(ValueError, match="int64"):
        header(synthetic()._replace(stakes=np.zeros((8, 5))))


def test_fields_unknown_to_the_compiled_rules_are_refused() -> None:
    play_parallel = compiled()
    request = fresh(synthetic(2)._replace(stakes=ints([0] * 40)), policy(synthetic(2), "keep"), 1, 0, 1)
    with pytest.raises(ValueError, match="compiled for"):
        answer(request, play_parallel)


def test_a_run_reports_its_progress_and_adds_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulate, "FEW", 4)
    board, seen = synthetic(2), []
    summary = simulate.run(board, "written", 10, 3, lambda done, of: seen.append((done, of)), plain=True)
    assert seen == [(4, 10), (8, 10), (10, 10)]
    assert summary.equal(Summary.of(board, plain(board, "written", 10)))
    with pytest.raises(ValueError, match="at least one"):
        simulate.run(board, "written", 0, 3)
    with pytest.raises(KeyError):
        simulate.run(board, "clever", 1, 3)


def test_games_spread_over_an_executor_give_the_same_numbers() -> None:
    board = synthetic(2)
    with ThreadPoolExecutor(2) as executor:
        spread = simulate.spread(executor, board, "keep", 9, 3, size=4)
    assert spread.equal(Summary.of(board, plain(board, "keep", 9)))


class Elsewhere:
    """Machines with nothing in common but what is sent, which answer when asked and not before."""

    def __init__(self) -> None:
        self.waiting = 0

    def submit(self, function: Any, /, *arguments: Any) -> "Elsewhere.Answer":
        self.waiting += 1
        return self.Answer(self, pickle.dumps((function, arguments)))

    class Answer:
        def __init__(self, where: "Elsewhere", sent: bytes) -> None:
            self.where, self.sent = where, sent

        def result(self) -> Any:
            assert self.where.waiting == 3, "everything is given out before the first answer is waited for"
            function, arguments = pickle.loads(self.sent)
            return pickle.loads(pickle.dumps(function(*arguments)))


def test_games_spread_over_machines_elsewhere_give_the_same_numbers() -> None:
    """All that is asked of a Dask client: `submit`, and `result`."""
    board = synthetic(2)
    spread = simulate.spread(Elsewhere(), board, "keep", 9, 3, size=4)
    assert spread.equal(Summary.of(board, plain(board, "keep", 9)))


def test_a_process_of_its_own_gives_the_same_numbers() -> None:
    board = synthetic(2)
    with Worker() as worker:
        far = simulate.run(board, "written", 6, 3, worker=worker)
    assert far.equal(simulate.run(board, "written", 6, 3, plain=True))
    worker.close()


class Compiling(Worker):
    """Ready after it was asked three times; plays by the compiled rules then."""

    def __init__(self, serves: bool = True) -> None:
        super().__init__()
        self.asked, self.played, self.serves = 0, [], serves

    def fast_for(self, _board: Any) -> bool | None:
        self.asked += 1
        self.fast = self.serves if self.asked > 3 else None
        return self.fast

    def summarise(self, request: Any) -> Summary:
        self.played.append((request.first, request.games))
        return Summary.of(request.board, answer(request, compiled()))


def test_plain_games_fill_the_wait_and_the_compiled_ones_go_on_from_there() -> None:
    board, worker = synthetic(2), Compiling()
    grown = list(simulate.growing(board, "written", 100, 3, worker, meanwhile=True))
    assert [part.games for part in grown] == [8, 16, 24, 100]
    assert worker.played == [(24, 76)]
    alone = Summary.of(board, answer(fresh(board, policy(board, "written"), 3, 0, 100), compiled()))
    assert grown[-1].equal(alone)


def test_where_nothing_compiles_plain_games_go_on() -> None:
    board, worker = synthetic(2), Compiling(serves=False)
    *_, last = simulate.growing(board, "written", 50, 3, worker, meanwhile=True)
    assert worker.played == []
    assert last.equal(simulate.run(board, "written", 50, 3, plain=True))


def test_a_process_that_dies_is_found_to_be_of_no_use() -> None:
    board = synthetic(2)
    with Worker() as worker:
        assert worker.fast_for(board) is None
        worker._process.terminate()
        worker._process.join()
        assert worker.fast_for(board) is False
        *_, last = simulate.growing(board, "written", 5, 3, worker, meanwhile=True)
    assert last.equal(simulate.run(board, "written", 5, 3, plain=True))
    assert worker.fast is None


def test_a_process_started_uninterrupted_leaves_ctrl_c_as_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with processes.uninterrupted():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is before


def test_the_worker_serves_until_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.simulate.worker.compiles", lambda board: board.n == synthetic(2).n)
    request = fresh(synthetic(2), policy(synthetic(2), "keep"), 1, 0, 2)

    class Pipe:
        asked, sent = [request, synthetic(2), None], []

        def recv(self) -> Any:
            return self.asked.pop(0)

        def send(self, summary: Summary) -> None:
            self.sent.append(summary)

    from engine.simulate.worker import serve

    serve(Pipe())
    assert Pipe.sent[0].equal(summarise(request, plain=True))
    assert Pipe.sent[1] is True


def test_where_the_process_dies_games_are_played_here() -> None:
    class Dead(Worker):
        def summarise(self, request: Any) -> Summary:
            raise EOFError

    board = synthetic(2)
    with Dead() as dead:
        summary = simulate.run(board, "written", 5, 3, worker=dead)
    assert summary.equal(simulate.run(board, "written", 5, 3, plain=True))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without numba, where nothing was said yet."""
    monkeypatch.setattr(worker, "_told", False)
    monkeypatch.setitem(sys.modules, "numba", None)
    monkeypatch.delitem(sys.modules, "engine.simulate.compiled", raising=False)
    monkeypatch.setattr(cache, "version", _absent)


def _absent(library: str) -> str:
    if library == "numba":
        raise cache.PackageNotFoundError(library)
    return "1"


@pytest.mark.usefixtures("slow")
def test_without_numba_the_plain_rules_serve_and_it_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    board = synthetic(2)
    assert not compiles(board)
    summary = simulate.run(board, "written", 5, 3)
    assert summary.equal(simulate.run(board, "written", 5, 3, plain=True))
    assert [record.getMessage() for record in caplog.records] == [
        "Les simulations sont lentes (numba n’est pas installé)\u202f; leurs nombres sont les mêmes."
    ]
    assert cache.sources()
    assert not cache.is_warm()


def test_where_compiled_rules_fail_at_work_the_plain_ones_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As a numba does whose machinery has changed: it is imported, and fails when it compiles."""
    tried = []

    def fails(*arguments: Any) -> None:
        tried.append(len(arguments))
        raise TypeError("no attribute 'make_array'\nlong story")

    monkeypatch.setattr(worker, "_told", False)
    monkeypatch.setitem(sys.modules, "engine.simulate.compiled", SimpleNamespace(play_parallel=fails))
    board = synthetic(2)
    play = fastest()
    request = fresh(board, policy(board, "written"), 1, 0, 6)
    assert np.array_equal(answer(request, play), answer(request))
    assert np.array_equal(answer(request, play), answer(request))
    assert len(tried) == 1, "what failed once is not tried again"
    assert not compiles(board)
    assert "make_array" in caplog.text
    assert len(caplog.records) == 1


def test_compiled_rules_are_kept_by_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "rules")
    assert not cache.is_warm()
    (tmp_path / "rules" / "deep").mkdir(parents=True)
    (tmp_path / "rules" / "deep" / "play.nbc").touch()
    assert cache.is_warm()
    assert cache.sources() == cache.sources()


def test_the_engine_starts_without_numba() -> None:
    code = "import sys, engine.rules.board, engine.rules, engine.simulate, engine.simulate.futures; " \
           "sys.exit('numba' in sys.modules)"  # fmt: skip
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
