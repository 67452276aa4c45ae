"""What a ballot comes to in many games: how often each idea is eligible, and by which count it is funded."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from engine.balance.games import Play, play_here
from engine.balance.rows import figure, percent
from engine.content.model import COUNTED_BY, Duration, Scenario
from engine.language import tr
from engine.rules.board import build, names
from engine.simulate.policies import policy
from engine.telling.ballot import method_title


class IdeaCounted(NamedTuple):
    """An idea: in what share of the games it was eligible, and funded by each way of counting."""

    id: str
    price: int
    eligible: float
    funded: Mapping[str, float]


class Votes(NamedTuple):
    """The ideas, and for each way of counting how many were funded, how many publics they served, and what
    they cost, on average. The same ballots are counted in every way; in a share of the games that is `apart`,
    the ways do not all fund the same."""

    ideas: tuple[IdeaCounted, ...]
    several: Mapping[str, float]
    served: Mapping[str, float]
    spent: Mapping[str, float]
    apart: float

    def as_data(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "ideas": {
                idea.id: {"price": idea.price, "eligible": idea.eligible, **idea.funded}
                for idea in self.ideas
            },
            "funded": dict(self.several),
            "served": dict(self.served),
            "spent": dict(self.spent),
            "apart": self.apart,
        }


def votes(scenario: Scenario, duration: Duration, count: int, play: Play = play_here) -> Votes | None:
    """What characters as written come to vote in `count` games; None where nothing is voted."""
    if scenario.ballot is None:
        return None
    board, index = build(scenario, duration), names(scenario)
    summary = play(board, policy(board, "written"), count)
    ways = {way: summary.funded(COUNTED_BY.index(way)) / summary.games for way in scenario.ballot.methods}
    ideas = [card for card in scenario.projects if card.price is not None]
    return Votes(
        ideas=tuple(
            IdeaCounted(
                card.id, card.price or 0, 1.0 if card.id in scenario.submitted
                else float(summary.completions[index.project(card.id)] / summary.games),
                {way: float(shares[index.project(card.id)]) for way, shares in ways.items()},
            )
            for card in ideas
        ),
        several={way: float(shares.sum()) for way, shares in ways.items()},
        served={way: summary.served(COUNTED_BY.index(way)) for way in ways},
        spent={way: float((shares * board.price).sum()) for way, shares in ways.items()},
        apart=summary.counts_apart,
    )  # fmt: skip


def lines(counted: Votes) -> Sequence[str]:
    """A line for each idea under the names of its figures, then what each way of counting comes to."""
    ways = list(counted.several)
    heads = [tr("milliers d'euros"), tr("recevable"), *map(method_title, ways)]
    means = {
        tr("idées financées"): counted.several,
        tr("publics servis"): counted.served,
        tr("dépensé"): counted.spent,
    }
    wide = max(map(len, [*(idea.id for idea in counted.ideas), *means])) + 2

    def line(name: str, cells: Sequence[str]) -> str:
        padded = (f"{cell:>{len(head) + 2}}" for cell, head in zip(cells, heads, strict=True))
        return f"{name:<{wide}}{''.join(padded)}"

    ideas = sorted(counted.ideas, key=lambda one: -sum(one.funded.values()))
    return [
        line("", heads),
        *(
            line(idea.id, [str(idea.price), percent(idea.eligible), *map(percent, idea.funded.values())])
            for idea in ideas
        ),
        *(line(name, ["", "", *(figure(mean[way], 1) for way in ways)]) for name, mean in means.items()),
        tr(
            "Les façons de compter ne financent pas toutes la même chose : {n} des parties.",
            n=percent(counted.apart),
        ),
    ]
