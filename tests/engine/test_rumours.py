"""The rumour: true or false by the deal, believed or not, checked or not, known in time."""

from typing import Any

import numpy as np
import pytest

from engine import demo
from engine.content.model import Scenario
from engine.play.commands import Advance, Begin, Finish, Tally, Undo, Verify, Vote
from engine.rules import state as states
from engine.rules.board import build
from engine.session.session import Session
from engine.simulate.batch import answer, fresh
from engine.simulate.policies import policy
from engine.transcript.story import lines
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine import biting, small
from tests.engine.driving import Ticker, code, go
from tests.engine.speeds import compiled
from tests.engine.test_view_secrets import text


def held() -> Begin:
    """Ana and Cy, of two families, are held: each has time."""
    return small.begin(seats={"ana": "held", "cy": "held"})


def outcome(says: str, key: str, by: int) -> dict[str, Any]:
    return {"says": says, "effects": ({"effect": "indicator", "indicator": key, "by": by},)}


def scenario(truth: float = 0.5, **fields: Any) -> Scenario:
    """The small scenario that bites: something is said around the visit, which opens the evening."""
    whole = biting.scenario().model_dump(by_alias=True)
    rumour = {
        "says": "WHISPER",
        "truth": truth,
        "check": "time",
        "when_true": outcome("IT-WAS", "health", -7),
        "when_false": outcome("IT-WAS-NOT", "health", 5),
        "believed": outcome("FOR-NOTHING", "work", -4),
        **fields,
    }
    for card in whole["situations"]:
        if card["id"] == "visit":
            card["rumour"] = rumour
    return Scenario.model_validate(whole)


def heard_in(truth: float = 0.5, how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session in which it has just been said."""
    whole = Session.create(scenario(truth, **fields), how or held(), seed, now=Ticker())
    go(whole, "situation")
    whole.do(Advance())
    assert (whole.game.table.phase, whole.game.table.step) == ("situation", "rumour")
    return whole


def next_round(whole: Session) -> Session:
    return go(whole, "situation", rounds=2)


def came_back(whole: Session) -> list[tuple[str, str]]:
    return [(letter.verdict, letter.says) for letter in whole.view(ROOM).letters if letter.says]


def pair(whole: Session) -> tuple[str, str]:
    """Two who may go and check."""
    legal = whole.view(CONSOLE).allows("verify")
    assert legal is not None
    every = [(one, who) for one in legal.who for who in legal.ids]
    return next(both for both in every if "/".join(both) not in legal.barred)


@pytest.mark.parametrize(
    ("truth", "told"), [(1.0, ("C’était vrai", "IT-WAS")), (0.0, ("C’était faux", "IT-WAS-NOT"))]
)
def test_its_truth_comes_with_the_next_round(truth: float, told: tuple[str, str]) -> None:
    whole = next_round(heard_in(truth))
    assert came_back(whole) == [told]


def test_the_deal_decides_as_often_as_is_written() -> None:
    board = build(scenario(0.25), "90")
    true = [int(states.initial(board, seed).truth[0]) for seed in range(400)]
    assert 60 < sum(true) < 140


@pytest.mark.parametrize("truth", [0.0, 1.0])
def test_nobody_is_told_before(truth: float) -> None:
    whole = heard_in(truth)
    whole.do(Tally(question="rumour:1", yes=9, no=1))
    while len(whole.game.table.rounds) == 1:
        for audience in (ROOM, CONSOLE, Audience("holder", "ana")):
            seen = text(whole.view(audience))
            for word in ("IT-WAS", "FOR-NOTHING", "C’était"):
                assert word not in seen, (whole.game.table.phase, audience)
        go_one_on(whole)
    assert not any("C’était" in line.sentence for line in whole.log("fr"))


def go_one_on(whole: Session) -> None:
    """One step on, whatever it takes."""
    before = whole.game.table.number
    for _ in demo.moves(whole, voters=False):
        if whole.game.table.number > before and whole.commands[-1].kind == "advance":
            return


def test_true_and_false_seal_as_many_envelopes() -> None:
    sealed = []
    for truth in (0.0, 1.0):
        whole = heard_in(truth)
        whole.do(Tally(question="rumour:1", yes=9, no=1))
        go(whole, "reveal")
        sealed.append(sum(not letter.says for letter in whole.view(ROOM).letters))
    assert sealed[0] == sealed[1]


@pytest.mark.parametrize(
    ("truth", "yes", "no", "checked", "costs"),
    [(0.0, 9, 1, False, True), (0.0, 1, 9, False, False), (0.0, 4, 4, False, False),
     (1.0, 9, 1, False, False), (0.0, 9, 1, True, False), (0.0, 0, 0, False, False)],
    ids=["believed", "not believed", "level", "true", "checked", "nobody answered"],
)  # fmt: skip
def test_having_believed_a_false_one_costs(
    truth: float, yes: int, no: int, checked: bool, costs: bool
) -> None:
    whole = heard_in(truth)
    if yes + no:
        whole.do(Tally(question="rumour:1", yes=yes, no=no))
    if checked:
        whole.do(Verify(asker=pair(whole)[0], other=pair(whole)[1]))
    next_round(whole)
    assert ("FOR-NOTHING" in [says for _, says in came_back(whole)]) is costs


def test_what_comes_of_it_moves_the_gauges() -> None:
    values = []
    for truth in (0.0, 1.0):
        whole = next_round(heard_in(truth))
        before, after = whole.game.playing.indicators[0], whole.game.state.ind.tolist()
        values.append(
            after[whole.game.names.indicator("health")] - before[whole.game.names.indicator("health")]
        )
    assert values[0] - values[1] == 12


@pytest.mark.parametrize(("truth", "word"), [(1.0, "C’était vrai"), (0.0, "C’était faux")])
def test_two_of_two_families_check_it_and_the_reveal_tells(truth: float, word: str) -> None:
    whole = heard_in(truth)
    asker, other = pair(whole)
    before = {who: whole.game.tokens(who) for who in (asker, other)}
    whole.do(Verify(asker=asker, other=other))
    for who, had in before.items():
        assert whole.game.tokens(who) == (had[0] - 1, had[1], had[2])
    names = whole.game.names
    assert len({int(whole.game.board.family[names.character(who)]) for who in (asker, other)}) == 2
    assert whole.view(ROOM).rumour.verdict == ""  # type: ignore[union-attr]
    go(whole, "choice")
    assert whole.view(ROOM).rumour.verdict == ""  # type: ignore[union-attr]
    go(whole, "reveal")
    assert whole.view(ROOM).rumour.verdict == word  # type: ignore[union-attr]


def test_it_is_checked_once_by_two_who_may() -> None:
    whole = heard_in()
    asker, other = pair(whole)
    assert code(whole, Verify(asker=asker, other=asker)) == "nobody-to-verify"
    assert code(whole, Verify(asker=asker, other="zoe")) == "unknown-character"
    assert code(whole, Verify(asker="di", other="cy")) == "simulated"
    whole.do(Verify(asker=asker, other=other))
    assert code(whole, Verify(asker=asker, other=other)) == "already-verified"
    assert code(heard_in(check=None), Verify(asker=asker, other=other)) == "wrong-phase"
    assert heard_in(check=None).view(ROOM).rumour.price == ""  # type: ignore[union-attr]


def test_it_can_be_gone_back_on() -> None:
    whole = heard_in()
    number, (asker, other) = whole.game.table.number, pair(whole)
    tokens = whole.game.tokens(asker)
    whole.do(Verify(asker=asker, other=other))
    whole.do(Undo(to=number))
    assert whole.game.tokens(asker) == tokens
    assert code(whole, Verify(asker=asker, other=other)) == ""


def test_a_session_taken_up_again_has_the_same_truth(tmp_path: Any) -> None:
    for seed in range(4):
        whole = Session.create(scenario(), held(), seed, tmp_path / f"{seed}.coop", now=Ticker())
        go(whole, "situation")
        whole.do(Advance())
        truth = whole.game.state.truth.tolist()
        whole.close()
        again = Session.open(tmp_path / f"{seed}.coop")
        assert again.game.state.truth.tolist() == truth
        assert again.view(ROOM).rumour.says == "WHISPER"  # type: ignore[union-attr]
        again.close()


def test_who_is_alone_answers_alone() -> None:
    how = Begin.model_validate(
        {"duration": "training", "mode": "training", "seats": {"ana": "held"}, "participants": 1}
    )
    whole = heard_in(0.0, how)
    whole.do(Vote(question="rumour:1", voter=1, answer="yes"))
    next_round(whole)
    assert "FOR-NOTHING" in [says for _, says in came_back(whole)]


def test_an_evening_too_short_for_it_tells_it_at_the_bilan() -> None:
    whole = heard_in(0.0, **{"in": 5})
    whole.do(Finish())
    assert [(one.verdict, one.outcome) for one in whole.view(ROOM).untold] == [("C’était faux", "IT-WAS-NOT")]


def test_a_scenario_without_one_has_no_such_step() -> None:
    whole = Session.create(biting.scenario(), held(), 7, now=Ticker())
    go(whole, "situation")
    assert whole.game.table.step == ""
    assert whole.view(ROOM).rumour is None
    assert build(biting.scenario(), "90").rumours.shape == (0, 2)


def test_simulated_sessions_count_it_and_compiled_ones_as_plain_ones() -> None:
    board = build(scenario(), "90")
    request = fresh(board, policy(board, "written"), 3, 0, 40)
    rows = answer(request)
    assert np.array_equal(answer(request, compiled()), rows)
    never = build(scenario(0.0), "90")
    assert not np.array_equal(answer(fresh(never, policy(never, "written"), 3, 0, 40)), rows)


def test_the_journal_and_the_transcript_tell_it() -> None:
    whole = Session.create(scenario(0.0), held(), 7, now=Ticker())
    go(whole, "situation")
    steps: list[Any] = [(Advance(), whole.view(ROOM))]
    whole.do(Advance())
    asker, other = pair(whole)
    for command in (
        None,
        Tally(question="rumour:1", yes=9, no=1),
        Verify(asker=asker, other=other),
        Advance(),
    ):
        if command is not None:
            whole.do(command)
        steps.append((command or Advance(), whole.view(ROOM)))
    said = [line.sentence for line in whole.log("fr")]
    assert "On dit que… WHISPER" in said
    assert any("vont vérifier" in one for one in said)
    story = "\n".join(lines(steps, "fr"))
    for part in ("On dit que… WHISPER", "vont vérifier", "9 oui, 1 non"):
        assert part in story, part
