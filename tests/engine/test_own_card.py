"""Carte blanche: the room's own project, amended once by one other character before it opens, then judged by
simulated characters as any project."""

from itertools import product
from pathlib import Path

from engine import own_project
from engine.content.model import Tokens
from engine.fixed import ONE
from engine.language import typo
from engine.play.commands import (
    Advance,
    Amend,
    Begin,
    CarteBlanche,
    Finish,
    LeaveSeat,
    Undo,
    from_json,
    to_json,
)
from engine.play.game import Game
from engine.play.legal import TokenCount
from engine.rules import board as boards
from engine.rules import promising, values
from engine.rules import state as states
from engine.rules.amending import amendment
from engine.rules.choosing import choose
from engine.rules.opening import open_carte_blanche, put_on_table
from engine.rules.state import State
from engine.session.session import Session
from engine.transcript.story import replay
from engine.view.types import CONSOLE, ROOM, OwnCard
from tests.engine import small
from tests.engine.driving import code, promise, to

COST = Tokens(time=2, means=2)
CHANGES = {"health": 4, "common": 2}


def proposed(how: Begin | None = None, **changes: int) -> Session:
    """A negotiation in which the room's own project has been put forward."""
    whole = to("negotiation", how=how)
    whole.do(CarteBlanche(name="Un banc", cost=COST, changes=changes or CHANGES, waits=True))
    return whole


def training() -> Session:
    return to("negotiation", how=small.begin("training", "training", participants=1))


def shown(whole: Session) -> OwnCard:
    card = whole.view(ROOM).own_card
    assert card is not None
    return card


def points(whole: Session) -> dict[str, int]:
    """What the project raises and lowers, as the room sees it now."""
    return {change.indicator: change.by for change in shown(whole).changes}


# ---- Proposed, amended, opened -------------------------------------------------------------------------


def test_a_card_waits_until_the_room_goes_on_and_then_it_is_a_project_like_any_other() -> None:
    whole = proposed()
    assert "carte-blanche" not in whole.game.open
    assert shown(whole).name == "Un banc"
    assert whole.view(ROOM).phase.next_label == "Ouvrir ce chantier"
    whole.do(Advance())
    assert "carte-blanche" in whole.game.open
    assert whole.view(ROOM).own_card is None
    assert whole.game.table.phase == "negotiation", "there is still all to promise"
    promise(whole, "ana", "carte-blanche", 2, 0, 0)


def test_one_character_moves_two_points_from_one_gauge_to_another_and_the_room_sees_both_versions() -> None:
    whole = proposed()
    whole.do(Amend(who="bo", taken="health", given="work", by=2))
    card = shown(whole)
    assert [(change.indicator, change.by) for change in card.first_changes] == [("health", 4), ("common", 2)]
    assert points(whole) == {"health": 2, "work": 2, "common": 2}
    assert card.by == "bo"
    assert card.amended == typo("Bo amende la carte blanche : Santé\u00a0−2, Travail\u00a0+2.")
    assert card.why == "", "who holds Bo says it"
    whole.do(Advance())
    row = whole.game.board.change[whole.game.board.spare].tolist()
    assert row == [2, 2, 2]


def test_one_token_of_its_cost_may_become_another() -> None:
    whole = proposed()
    whole.do(Amend(who="ana", part="cost", taken="time", given="backing"))
    assert (shown(whole).first_cost, shown(whole).cost) == (TokenCount(2, 2, 0), TokenCount(1, 2, 1))
    assert shown(whole).amended == typo("Ana amende la carte blanche : 1 appui au lieu de 1 temps.")
    whole.do(Advance())
    assert whole.game.lack("carte-blanche") == (1, 2, 1)


def test_who_amended_it_may_leave_their_seat_while_it_waits() -> None:
    whole = proposed()
    whole.do(Amend(who="ana", part="cost", taken="time", given="backing"))
    whole.do(LeaveSeat(who="ana"))
    assert shown(whole).amended == typo("Ana amende la carte blanche : 1 appui au lieu de 1 temps.")
    assert shown(whole).why == "", "the game has moved no token, and says nothing of it"


def test_a_second_amendment_is_refused_and_the_first_stands() -> None:
    whole = proposed()
    whole.do(Amend(who="bo", taken="health", given="work"))
    assert code(whole, Amend(who="ana", taken="work", given="health")) == "amended"
    assert points(whole) == {"health": 3, "work": 1, "common": 2}


def test_an_amendment_never_takes_a_card_out_of_its_bounds() -> None:
    whole = proposed(health=1, common=4)
    legal = next(entry for entry in whole.legal() if entry.kind == "amend")
    assert "changes/health/common/1" not in legal.ids, "the common good has its share already"
    assert "changes/work/health/1" not in legal.ids, "it brings nothing for work"
    assert "changes/common/work/2" in legal.ids
    assert code(whole, Amend(who="bo", taken="health", given="common")) == "carte-blanche-common"


def test_a_card_put_forward_with_the_situation_waits_for_the_negotiation() -> None:
    whole = to("situation")
    whole.do(CarteBlanche(name="Un banc", cost=COST, changes=CHANGES, waits=True))
    assert code(whole, Amend(who="bo", taken="health", given="work")) == "wrong-phase"
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"
    assert "carte-blanche" not in whole.game.open
    whole.do(Amend(who="bo", taken="health", given="work"))
    whole.do(Advance())
    assert "carte-blanche" in whole.game.open


def test_an_amendment_can_be_gone_back_on() -> None:
    whole = proposed()
    before, seen = whole.game.table.number, points(whole)
    whole.do(Amend(who="bo", taken="health", given="work", by=2))
    whole.do(Undo(to=before))
    assert points(whole) == seen
    whole.do(Amend(who="ana", taken="common", given="work"))
    whole.do(Undo(to=before - 1))
    assert whole.view(ROOM).own_card is None
    assert not whole.view(ROOM).carte_blanche_used


def test_a_session_that_ends_while_a_card_waits_never_opens_it() -> None:
    whole = proposed()
    whole.do(Finish())
    assert whole.game.over
    assert "carte-blanche" not in whole.game.open
    assert whole.view(ROOM).own_card is None


def test_a_file_keeps_a_waiting_card_and_an_older_file_opens_its_own_at_once() -> None:
    whole = proposed()
    whole.do(Amend(who="bo", taken="health", given="work", by=2))
    again = whole.game.restored(whole.game.to_data())
    assert again.digest() == whole.game.digest()
    assert again.board.change[again.board.spare].tolist() == [0, 0, 0], "not before it opens"
    old = '{"kind":"carte-blanche","name":"Un banc","cost":{"time":2,"means":2},"changes":{"health":4}}'
    command = from_json(old)
    assert "waits" not in to_json(command)
    older = to("negotiation")
    older.do(command)
    assert "carte-blanche" in older.game.open


def test_the_console_is_told_to_read_it_aloud_and_the_journal_says_who_amended_it() -> None:
    whole = proposed()
    console = whole.view(CONSOLE).console
    assert console is not None
    assert console.say[0].startswith("Lisez la carte blanche à voix haute.")
    whole.do(Amend(who="bo", taken="health", given="work", by=2))
    whole.do(Advance())
    console = whole.view(CONSOLE).console
    assert console is not None
    assert [line.sentence for line in console.journal][-3:] == [
        typo("Carte blanche proposée : Un banc."),
        typo("Bo amende la carte blanche : Santé\u00a0−2, Travail\u00a0+2."),
        typo("Carte blanche : Un banc"),
    ]
    own = next(project for project in whole.view(ROOM).projects if project.carte_blanche)
    assert own.text == "Le chantier que la salle a écrit. Amendé par Bo."


def test_the_story_tells_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "own.coop"
    whole = Session.create(small.scenario(), small.begin(), 7, path=path)
    while whole.game.table.phase != "negotiation":
        whole.do(Advance())
    whole.do(CarteBlanche(name="Un banc", cost=COST, changes=CHANGES, waits=True))
    whole.do(Amend(who="bo", taken="health", given="work", by=2))
    whole.do(Advance())
    whole.close()
    told = list(replay(path))
    at = told.index(typo("Carte blanche proposée : Un banc."))
    assert told[at + 1 : at + 3] == [
        typo("- Un banc (demande 2 temps et 2 moyens) : Santé +4, Bien-être social +2"),
        typo("  Bo amende la carte blanche : Santé\u00a0−2, Travail\u00a0+2."),
    ]
    opened = told.index(typo("Carte blanche : Un banc"))
    assert told[opened + 1].endswith("Santé +2, Travail +2, Bien-être social +2")


# ---- By a simulated character --------------------------------------------------------------------------


def test_alone_whoever_would_gain_most_amends_it_and_says_why() -> None:
    whole = training()
    whole.do(CarteBlanche(name="Un banc", cost=COST, changes={"work": 4, "common": 2}, waits=True))
    card = shown(whole)
    assert card.by == "di", "health weighs 8 of 10 for Di, 5 for Cy"
    assert points(whole) == {"health": 2, "work": 2, "common": 2}
    assert card.why == typo("Je mets 2 points sur Santé : c’est ce qui compte pour moi.")
    assert code(whole, Amend(who="ana", taken="work", given="health")) == "amended-by-the-game"
    whole.do(Advance())
    assert "carte-blanche" in whole.game.open


def test_nobody_amends_what_they_could_not_make_better_for_themselves() -> None:
    whole = training()
    for who in ("cy", "di"):
        whole.game.board.stakes[whole.game.names.character(who)] = [10, 0, 0]
        whole.game.state.s[whole.game.names.character(who)] = ONE
    board = whole.game.board._replace(beta=0)
    cy_and_di = [whole.game.names.character(who) for who in ("cy", "di")]
    assert amendment(board, whole.game.state, (2, 2, 0), (6, 0, 0), cy_and_di) is None
    found = amendment(board, whole.game.state, (2, 2, 0), (3, 3, 0), cy_and_di)
    assert found is not None
    assert found[0] == cy_and_di[0], "of two who gain as much, the first"


def test_the_move_found_is_the_best_of_all_that_may_be_made() -> None:
    whole = training()
    board, state = whole.game.board, whole.game.state
    everybody = range(board.n)
    cost, changes = (2, 2, 0), (1, 3, 2)
    found = amendment(board, state, cost, changes, everybody)
    assert found is not None

    def gain(who: int, move: own_project.Move) -> int:
        after = boards.with_project(board, *own_project.moved(cost, changes, move))
        before = boards.with_project(board, cost, changes)
        return values.cares(after, state, who, board.spare) - values.cares(before, state, who, board.spare)

    every = own_project.moves(cost, changes, int(board.gate), state.tokens.sum(axis=0).tolist())
    assert gain(*found) == max(gain(who, move) for move in every for who in everybody)


# ---- Judged as any project -----------------------------------------------------------------------------


NUMBERS = (
    ((2, 1, 0), (3, -1, 1)),
    ((1, 2, 1), (0, 4, 2)),
    ((2, 0, 2), (2, 2, -3)),
    ((1, 1, 1), (-2, 1, 3)),
)


def _open_there(
    game: Game, project: str, numbers: tuple[tuple[int, ...], tuple[int, ...]]
) -> tuple[boards.Board, State]:
    """A project with these numbers, the scenario's or the room's own, at the place kept for the latter."""
    p, state = game.names.project(project), states.copy(game.state)
    if p == game.board.spare:
        board = boards.with_project(game.board, *numbers)
        open_carte_blanche(board, state)
    else:
        costs, changes = game.board.cost.copy(), game.board.change.copy()
        costs[p], changes[p] = numbers
        board = boards.weighed(game.board._replace(cost=costs, change=changes))
        state.cost[p] = numbers[0]
        put_on_table(state, board.slots, p)
    state.promised[...] = 0
    state.said[...] = 0
    state.cond_who[...] = state.cond_kind[...] = -1
    return board, state


def _judged(game: Game, project: str, numbers: tuple[tuple[int, ...], tuple[int, ...]]) -> list[object]:
    """What everybody says of a project, answers when asked, and gives it in the end."""
    board, state = _open_there(game, project, numbers)
    p, everybody, chance = game.names.project(project), range(board.n), game.opening
    values_ = [values.cares(board, state, who, p) for who in everybody]
    said = [promising.announce(board, state, chance, who) == p for who in everybody]
    promised = state.promised[:, p].tolist()
    conditions = state.cond_who[:, p].tolist()
    answers = [promising.answer(board, state, chance, *pair, p) for pair in ((0, 1), (1, 2), (3, 0))]
    given = [choose(board, state, chance, who)[p].tolist() for who in everybody]
    return [values_, said, promised, conditions, answers, given]


def test_simulated_characters_judge_the_rooms_card_as_any_project_with_the_same_numbers() -> None:
    spoken = given = 0
    for seed, numbers in product(range(12), NUMBERS):
        game = to("negotiation", how=small.begin("demo"), seed=seed).game
        elsewhere = next(id_ for id_ in game.names.projects if id_ not in game.open)
        ours = _judged(game, "carte-blanche", numbers)
        assert ours == _judged(game, elsewhere, numbers)
        spoken += sum(map(int, ours[1]))  # type: ignore[call-overload]
        given += sum(map(sum, ours[5]))  # type: ignore[call-overload]
    assert spoken > 10, "it was wanted now and then"
    assert given > 10, "and given to"
