"""Mandates: what somebody was asked not to tell weighs on what they do, and is judged by what came."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from engine import demo
from engine.content.model import Mandate
from engine.fixed import ONE
from engine.rules import state as states
from engine.rules.board import build, names
from engine.rules.choosing import choice_value
from engine.rules.mandates import seeing_value
from engine.rules.opening import begin_round
from engine.rules.promising import announce_value
from engine.rules.revealing import reveal
from engine.rules.values import keeping_value
from engine.session.session import Session
from engine.transcript.revealed import mandates as story_told
from engine.view.types import ROOM
from tests.engine import private
from tests.engine.driving import Ticker
from tests.engine.small import begin

TEXT = {"text": "Ne dites rien."}


class Asked:
    """The small scenario where Cy alone has a mandate; the market and the garden are on the table."""

    def __init__(self, duration: str = "90", **mandate: Any) -> None:
        scenario = private.scenario(mandates={"cy": {**TEXT, **mandate}})
        self.board = build(scenario, duration)  # type: ignore[arg-type]
        self.names = names(scenario)
        self.state = states.initial(self.board, 1)
        self.cy = self.names.character("cy")
        self.market = self.names.project("market")
        self.begin()

    def begin(self) -> None:
        self.dice = states.dice(self.board, 1).block(0, self.state.round + 1)
        begin_round(self.board, self.state, self.dice)
        self.state.open[:] = -1
        self.state.open[0], self.state.open[1] = self.market, self.names.project("garden")
        self.state.age[:] = 0

    def reveal(self, gives: Any = (0, 0, 0), complete: bool = False, last: bool = False) -> Any:
        given = np.zeros_like(self.state.given)
        given[self.cy, self.market] = gives
        if complete:
            self.state.placed[self.market] = self.state.cost[self.market] - given[self.cy, self.market]
        if last:
            self.state.age[self.market] = self.board.open_rounds - 1
        return reveal(self.board, self.state, given)

    @property
    def decided(self) -> int:
        return int(self.state.mandate[self.cy])


def test_nothing_may_be_given_to_a_project() -> None:
    kept = Asked(nothing_to="market", brings=3, costs=2)
    record = kept.reveal()
    assert kept.decided == 0
    assert record.mandate[kept.cy] == 0
    kept.begin()
    before = int(kept.state.total[kept.cy])
    record = kept.reveal(complete=True)
    assert kept.decided == 2
    assert record.mandate[kept.cy] == 3 * ONE
    assert kept.state.total[kept.cy] - before == record.gain[kept.cy] + record.bonus[kept.cy] + 3 * ONE
    broken = Asked(nothing_to="market", brings=3, costs=2)
    record = broken.reveal((1, 0, 0))
    assert broken.decided == -1
    assert record.mandate[broken.cy] == -2 * ONE
    broken.begin()
    assert broken.reveal().mandate[broken.cy] == 0, "it is judged once"


def test_a_project_is_to_be_seen_complete() -> None:
    seen = Asked(completed="market", brings=4)
    assert seen.reveal(complete=True).mandate[seen.cy] == 4 * ONE
    never = Asked("45", completed="market", costs=1)
    never.reveal()
    never.begin()
    assert never.reveal().mandate[never.cy] == -ONE, "the last reveal decides"


def test_a_project_is_to_lapse() -> None:
    lapsed, built = Asked(lapsed="market", brings=2), Asked(lapsed="market", costs=2)
    assert lapsed.reveal(last=True).mandate[lapsed.cy] == 2 * ONE
    assert built.reveal(complete=True).mandate[built.cy] == -2 * ONE


def test_tokens_are_to_be_kept_over_the_rounds() -> None:
    asked = Asked(keep={"90": 4}, brings=3)
    assert asked.reveal((1, 0, 0)).mandate[asked.cy] == 0
    assert asked.state.held_back[asked.cy] == 2
    asked.begin()
    assert asked.reveal().mandate[asked.cy] == 3 * ONE


def test_a_simulated_character_weighs_what_it_was_asked() -> None:
    free = Asked(nothing_to="feast", brings=3, costs=2)

    def worth(asked: Asked) -> tuple[int, int]:
        chosen = choice_value(asked.board, asked.state, asked.cy, asked.market, ONE, ONE)
        return chosen, announce_value(asked.board, asked.state, asked.dice, asked.cy, 0)

    wants, shuns = Asked(completed="market", brings=3), Asked(lapsed="market", brings=3)
    gives_nothing = Asked(nothing_to="market", brings=3, costs=2)
    assert worth(wants)[0] == worth(free)[0] + 3 * ONE
    assert worth(wants)[1] > worth(free)[1]
    assert worth(shuns)[0] == worth(free)[0] - 3 * ONE
    assert worth(shuns)[1] < worth(free)[1]
    assert worth(gives_nothing)[0] == worth(free)[0] - 5 * ONE
    keeps = Asked(keep=3, brings=3)
    assert keeping_value(keeps.board, keeps.state, keeps.cy) == (
        keeping_value(free.board, free.state, free.cy) + 3 * ONE
    )
    wants.reveal(complete=True)
    wants.begin()
    assert seeing_value(wants.board, wants.state, wants.cy, wants.market) == 0, "decided: it weighs no more"


@pytest.mark.parametrize("asks", [{}, {"completed": "market", "keep": 2}])
def test_a_mandate_asks_one_thing(asks: Any) -> None:
    with pytest.raises(ValidationError):
        Mandate.model_validate({**TEXT, **asks})


@pytest.mark.parametrize("kind", ["nothing_to", "completed", "lapsed"])
def test_a_mandate_on_a_project_that_never_came_is_neither_said_to_be_done_nor_read_to_the_room(
    kind: str,
) -> None:
    told = set()
    mandates = {"cy": {**TEXT, kind: "market", "brings": 3}}
    for seed in range(8):
        whole = Session.create(private.scenario(mandates), begin(duration="45"), seed, now=Ticker())
        seen = {id_ for _ in demo.moves(whole) for id_ in whole.game.open}
        one = next(one for one in whole.view(ROOM).mandates if one.who == "cy")
        told.add(one.result)
        assert (one.result == "L’occasion n’est pas venue.") == ("market" not in seen)
        read_aloud = "\n".join(story_told(whole.view(ROOM)))
        assert (TEXT["text"] in read_aloud) == ("market" in seen)
        assert one.title in read_aloud
    assert len(told) > 1
    assert told <= {"L’occasion n’est pas venue.", "Mandat rempli.", "Mandat non rempli."}
