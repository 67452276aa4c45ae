"""What many games showed, in sums that can be merged in any order and give the same numbers."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.fixed import ONE, Ints
from engine.rules.board import Board
from engine.simulate import playing


@dataclass(frozen=True, eq=False)
class Summary:
    """Sums over `games` games. Shares and means are floats, for people's eyes; what is kept is whole."""

    games: int
    sums: Ints  # [width] see engine.simulate.playing for the columns
    products: Ints  # [n, n] of totals, two and two, in units of 1/256 squared
    endings: Ints  # [E + 1] games by ending; the last counts those without any
    commons: Ints  # [101] games by the common good at the end
    sizes: tuple[int, int, int, int]  # n, M, P, S

    @classmethod
    def of(cls, board: Board, rows: Ints) -> Self:
        """The summary of rows[G, width] that `play_games` left."""
        n, indicators = board.n, int(board.start.shape[0])
        sizes = (n, indicators, int(board.cost.shape[0]), int(board.situation_rows.shape[0]) - 1)
        totals = rows[:, playing.HEAD + indicators : playing.HEAD + indicators + n] >> 8
        endings = rows[:, playing.ENDING]
        last = int(board.success.shape[0])
        return cls(
            games=int(rows.shape[0]),
            sums=rows.sum(axis=0, dtype=np.int64),
            products=totals.T @ totals,
            endings=np.bincount(np.where(endings < 0, last, endings), minlength=last + 1).astype(np.int64),
            commons=np.bincount(rows[:, playing.COMMONS], minlength=101).astype(np.int64),
            sizes=sizes,
        )

    def merge(self, other: "Summary") -> "Summary":
        """Both together; raises ValueError for games on boards of other sizes."""
        if self.sizes != other.sizes:
            raise ValueError("only games on the same board can be counted together")
        return Summary(
            self.games + other.games,
            self.sums + other.sums,
            self.products + other.products,
            self.endings + other.endings,
            self.commons + other.commons,
            self.sizes,
        )

    def equal(self, other: "Summary") -> bool:
        """Whether both counted exactly the same."""
        mine = (self.sums, self.products, self.endings, self.commons)
        theirs = (other.sums, other.products, other.endings, other.commons)
        same = all(np.array_equal(x, y) for x, y in zip(mine, theirs, strict=True))
        return same and (self.games, self.sizes) == (other.games, other.sizes)

    def _part(self, first: int, count: int) -> Ints:
        part: Ints = self.sums[first : first + count]
        return part

    @property
    def success(self) -> float:
        """Share of games whose ending is a success."""
        return int(self.sums[playing.SUCCESS]) / self.games

    @property
    def first_rise(self) -> float:
        """Share of games in which the common good rose in the first round."""
        return int(self.sums[playing.FIRST_ROSE]) / self.games

    @property
    def rises(self) -> float:
        """Share of rounds in which the common good rose."""
        return int(self.sums[playing.ROSE]) / int(self.sums[playing.ROUNDS])

    @property
    def kept(self) -> float:
        """Share of promises kept (0 where none was made)."""
        return int(self.sums[playing.KEPT_ALL]) / max(1, int(self.sums[playing.MADE]))

    @property
    def totals(self) -> NDArray[np.float64]:
        """[n] mean personal gain over a game."""
        n, indicators = self.sizes[:2]
        return self._part(playing.HEAD + indicators, n) / (self.games * ONE)

    @property
    def spread(self) -> NDArray[np.float64]:
        """[n] standard deviation of personal gain."""
        spread: NDArray[np.float64] = np.sqrt(np.maximum(np.diagonal(self._covariance), 0))
        return spread

    @property
    def _covariance(self) -> NDArray[np.float64]:
        mean = self.totals
        found: NDArray[np.float64] = self.products / self.games / 65536 - np.outer(mean, mean)
        return found

    @property
    def correlations(self) -> NDArray[np.float64]:
        """The correlation of the gains of two, of every pair; 0 where one never changes."""
        spread = self.spread
        scale = np.outer(spread, spread)
        found = np.where(scale > 0, self._covariance / np.where(scale > 0, scale, 1), 0)
        pairs: NDArray[np.float64] = found[np.triu_indices(len(spread), 1)]
        return pairs

    def _share(self, part: int, whole: int) -> float:
        return int(self.sums[part]) / max(1, int(self.sums[whole]))

    @property
    def returned(self) -> float:
        """Share of the tokens given that came back."""
        return self._share(playing.BACK, playing.GIVEN)

    @property
    def decided(self) -> float:
        """Share of rounds in which somebody alone decided whether the common good rose."""
        return self._share(playing.DECIDED, playing.ROUNDS)

    @property
    def lifted_by_project(self) -> float:
        """Share of the presuppositions that fell which a project written for it lifted."""
        return self._share(playing.LIFTED_BY, playing.LIFTED)

    @property
    def all_goals(self) -> float:
        """Share of games in which everybody reached their goal."""
        return int(self.sums[playing.ALL_GOALS]) / self.games

    @property
    def goals(self) -> NDArray[np.float64]:
        """[n] share of games in which each reached its goal."""
        n, indicators = self.sizes[:2]
        return self._part(playing.HEAD + indicators + n, n) / self.games

    @property
    def indicators(self) -> NDArray[np.float64]:
        """[M] mean of each indicator at the end."""
        return self._part(playing.HEAD, self.sizes[1]) / self.games

    def _projects(self, which: int) -> Ints:
        n, indicators, projects, _ = self.sizes
        return self._part(playing.HEAD + indicators + 2 * n + which * projects, projects)

    @property
    def open_rounds(self) -> Ints:
        """[P] rounds that each project spent on the table, all games together."""
        return self._projects(0)

    @property
    def head_rounds(self) -> Ints:
        """[P] rounds in which each drew the most tokens of the table."""
        return self._projects(1)

    @property
    def completions(self) -> Ints:
        """[P] times each was completed."""
        return self._projects(2)

    @property
    def situations(self) -> Ints:
        """[S] rounds in which each situation was in play."""
        n, indicators, projects, situations = self.sizes
        return self._part(playing.HEAD + indicators + 2 * n + 3 * projects, situations)

    def funded(self, method: int) -> Ints:
        """[P] games in which the ballots fund each project by a way of counting, a place in COUNTED_BY; [0]
        without a ballot."""
        return self._counted(method)[:-1]

    def served(self, method: int) -> float:
        """Mean of the publics that it serves."""
        return float(self._counted(method)[-1:].sum() / self.games)

    @property
    def counts_apart(self) -> float:
        """Share of games in which ways of counting the same ballots do not all fund the same."""
        return int(self._counted(playing.WAYS)[0]) / self.games

    def _counted(self, method: int) -> Ints:
        n, indicators, projects, situations = self.sizes
        first = playing.HEAD + indicators + 2 * n + 3 * projects + situations + method * (projects + 1)
        return self._part(first, projects + 1)
