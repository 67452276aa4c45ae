"""One target as it was measured, and the words of its figures."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from engine.content.model import Duration
from engine.language import signed, tr


class Row(NamedTuple):
    """One target at one duration: what is asked, what was measured (in words), whether it holds; the figure
    itself where it is one, and whom or what it is about, in words.

    `far` is how far it is from holding, in its own unit (0 or less where it holds), `sure` half of the
    interval that holds the true figure in nineteen cases of twenty (0 where it is no estimate), and `figure`
    what was measured in its fewest words.
    """

    target: str
    duration: Duration
    measured: str
    met: bool
    key: str = ""
    value: float = 0.0
    named: tuple[str, ...] = ()
    far: float = 0.0
    sure: float = 0.0
    figure: str = ""


def row(
    key: str, target: str, value: float, measured: str, far: float, named: Sequence[str] = (),
    sure: float = 0.0, figure: str = "",
) -> Row:  # fmt: skip
    """A row of no duration yet."""
    return Row(
        target, "45", measured, bool(far <= 0), key, float(value), tuple(named), float(far), float(sure),
        figure or measured,
    )  # fmt: skip


def together(off: Iterable[float]) -> float:
    """How far several things are from holding, of which all have to: those that do not, added up."""
    parts = list(off)
    return sum(part for part in parts if part > 0) or max(parts, default=0.0)


def share(
    key: str, target: str, value: float, sure: float, low: float = -inf, high: float = inf,
    named: Sequence[str] = (), after: str = "",
) -> Row:  # fmt: skip
    """A share that has to lie between two bounds; one nearer to a bound than its margin says so."""
    measured = with_margin(value, sure) + after
    near = next((bound for bound in (low, high) if abs(value - bound) < sure), None)
    if near is not None:
        measured = at_the_edge(measured, percent(near))
    return row(key, target, value, measured, max(low - value, value - high), named, sure, percent(value, 1))


def at_the_edge(measured: str, bound: str) -> str:
    """What was measured, so near to a bound that other games might have decided otherwise."""
    return tr("{measured} : au bord de {bound}", measured=measured, bound=bound)


def margin(value: float, games: int) -> float:
    """Half of the interval that holds the true share in nineteen cases of twenty, over so many games."""
    return float(1.96 * (max(value * (1 - value), 0.0) / max(games, 1)) ** 0.5)


def with_margin(value: float, sure: float) -> str:
    """A share and its margin, in points: "69,7 % ± 1,9"."""
    if sure == 0:
        return percent(value, 1)
    return tr("{n} % ± {sure}", n=figure(100 * value, 1), sure=figure(100 * sure, 1))


def percent(value: float, decimals: int = 0) -> str:
    return tr("{n} %", n=figure(100 * value, decimals))


def figure(value: float, decimals: int = 0) -> str:
    """A number with the decimal mark of the language, without a sign where it is above 0."""
    return signed(value, decimals).lstrip("+")


def colon(ids: Sequence[str]) -> str:
    """Names, after what they are the names of."""
    return tr(" : {names}", names=", ".join(ids)) if ids else ""


def span(values: Iterable[float]) -> str:
    """The least and the most of some shares: "16–34 %"."""
    shares = [100 * value for value in values]
    return tr("{least}–{n} %", least=figure(min(shares)), n=figure(max(shares)))
