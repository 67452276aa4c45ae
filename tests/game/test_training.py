"""One person at the computer, who never read a rule: told as "you", with what is theirs in sight."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from engine.content.model import KINDS, Tokens
from engine.language import signed
from engine.play import procedure
from engine.play.commands import Ask, Note, Promise, Undo
from engine.view.types import ROOM, Audience
from game.front.intents import Start
from game.kit.nodes import Text
from tests.game.driving import SCENARIO, Driver, beginning, past_moments
from tests.game.test_stage_session import go_on_until, to_the_words


@pytest.fixture
def driver(home: Path, request: pytest.FixtureRequest) -> Iterator[Driver]:
    made = Driver(windows=1, size=getattr(request, "param", (1280, 720)))
    yield made
    made.close()


def train(driver: Driver, people: int = 1, phase: str = "negotiation") -> str:
    """A training brought to a phase of its first round; who is held first."""
    begin = beginning("training", people)
    begin = begin.model_copy(update={"duration": "training", "participants": people})
    driver.director.carry(Start(SCENARIO, begin))
    driver.stage.turn()
    for _ in range(20):
        if driver.phase == phase:
            break
        driver.stage.turn()
        driver.key("p" if "pass" in driver.ids() else "space")
    assert driver.phase == phase
    return driver.session.game.held[0]


def test_who_trains_alone_sees_what_is_theirs_and_in_company_the_screen_is_the_rooms(driver: Driver) -> None:
    who = train(driver)
    assert driver.director.sight.audience("room") == Audience("holder", who)
    assert "Vous : 0 · but :" in driver.text().replace("\u00a0", " ")
    assert "—" not in driver.text().split()


def test_two_at_one_computer_see_nothing_of_each_other(driver: Driver) -> None:
    train(driver, 2)
    assert driver.director.sight.audience("room") == ROOM
    assert "own-sheet" not in driver.ids()


def test_the_choice_of_who_trains_alone_is_made_at_once_and_hides_from_nobody(driver: Driver) -> None:
    train(driver, phase="choice")
    assert [name for name in driver.ids() if name.startswith("more.")]
    assert "give-back" not in driver.ids()
    assert "pour vous, s’il se termine" in driver.text().replace("\u00a0", " ")


def test_space_presses_what_has_the_focus_and_never_confirms(driver: Driver) -> None:
    train(driver, phase="choice")
    more = next(name for name in driver.ids() if name.startswith("more."))
    driver.reach(more)
    driver.key("space")
    view = driver.director.view("room")
    assert view is not None
    assert view.choice is not None
    assert sum(sum(tokens) for _, tokens in view.choice.mine or ()) == 1
    driver.key("escape")
    driver.key("space")
    assert driver.phase == "choice"
    assert "confirmez votre choix" in driver.text()


def test_a_stepper_that_reached_its_most_keeps_the_focus_and_enter_does_nothing_else(driver: Driver) -> None:
    train(driver, phase="choice")
    more = next(name for name in driver.ids() if name.startswith("more."))
    driver.reach(more)
    for _ in range(12):
        driver.key("enter")
    assert more not in driver.ids()
    assert driver.director.front.pane("room").focus == more
    view = driver.director.view("room")
    assert view is not None
    assert view.choice is not None
    assert not view.choice.confirmed


def test_the_panel_of_a_training_promises_and_says_so_and_is_no_facilitators_console(driver: Driver) -> None:
    who = train(driver)
    driver.key("f2")
    text = driver.text()
    assert "Promettre, demander" in text
    for facilitators in ("Console d’animation", "À dire", "Minuteur", "Caché", "Paroles"):
        assert facilitators not in text
    plus = next(name for name in driver.ids() if name.startswith("promise.tokens") and name.endswith("more"))
    driver.click(plus)
    driver.click("promise-say")
    assert [promise.who for promise in driver.session.game.playing.promises].count(who) == 1
    assert "✓ Vous promettez" in driver.text().replace("\u00a0", " ")


def test_only_what_was_said_is_ticked_as_said_and_not_what_was_taken_back(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    plus = next(name for name in driver.ids() if name.startswith("promise.tokens") and name.endswith("more"))
    driver.click(plus)
    driver.click("promise-say")
    assert driver.do(Note(tag="word", text="Je tiendrai"))
    driver.stage.turn()
    assert "✓ Vous promettez" in driver.text().replace("\u00a0", " ")
    promise = next(n for n, c in enumerate(driver.session.commands, 1) if isinstance(c, Promise))
    assert driver.do(Undo(to=promise - 1))
    driver.stage.turn()
    assert "✓ Vous promettez" not in driver.text().replace("\u00a0", " ")
    assert "✓ Retour" not in driver.text().replace("\u00a0", " ")


@pytest.mark.parametrize("driver", [(1280, 720), (1280, 1024)], indirect=True)
def test_an_answer_is_told_once_in_the_panel(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    driver.click("task.ask")
    for asked in [id for id in driver.ids() if id.startswith("ask.asked=")]:
        driver.click("ask.line=asked")
        driver.click(asked)
        driver.click("ask-say")
        view = driver.director.view("room")
        assert view is not None
        if view.answers:
            break
    panel = max(control.layer for control in driver.stage.scenes["room"].controls())
    scene = driver.stage.scenes["room"]
    told = " ".join(node.text for node in scene.nodes if isinstance(node, Text) and node.layer == panel)
    assert told.count(view.answers[-1].reply.partition(".")[0]) == 1


def _wanting(driver: Driver) -> Ask:
    """A request that would be refused for something in return, in the first round that has one."""
    for _ in range(5):
        if (found := _wanted(driver)) is not None:
            return found
        go_on_until(driver, "reveal")
        go_on_until(driver, "negotiation")
        if "panel-close" not in driver.ids():
            driver.key("f2")
    raise AssertionError("nobody wants anything")


def _wanted(driver: Driver) -> Ask | None:
    game = driver.session.game
    legal = next(option for option in driver.session.legal() if option.kind == "ask")
    for asker, asked, project in product(legal.who, legal.ids, legal.projects):
        if f"{asker}/{asked}/{project}" not in legal.barred:
            request = Ask(asker=asker, asked=asked, project=project)
            if procedure.apply(game, request)[0].playing.answers[-1].counter is not None:
                return request
    return None


def _ask(driver: Driver, request: Ask) -> None:
    """Compose a request line by line, and send it."""
    driver.click("task.ask")
    for line in ("asker", "asked", "project"):
        driver.click(f"ask.line={line}")
        driver.click(f"ask.{line}={getattr(request, line)}")
    driver.click("ask-say")


def test_what_is_wanted_in_return_is_left_or_taken(driver: Driver) -> None:
    train(driver, 3)
    driver.key("f2")
    _ask(driver, _wanting(driver))
    before = driver.session.game.playing.promises
    driver.click("take-no")
    assert "take-say" not in driver.ids()
    assert driver.session.game.playing.promises == before, "nothing was given"
    driver.key("f2")
    driver.click("take-here")
    assert any(driver.session.game.playing.answers[-1].accepted)
    assert "take-here" not in driver.ids()


def test_what_is_wanted_in_return_is_taken_in_the_panel_with_enter(driver: Driver) -> None:
    train(driver, 3)
    driver.key("f2")
    _ask(driver, _wanting(driver))
    driver.key("enter")
    assert any(driver.session.game.playing.answers[-1].accepted)
    assert "take-say" not in driver.ids()


def test_a_request_is_composed_line_by_line_with_what_is_offered_and_why(driver: Driver) -> None:
    train(driver, 3)
    driver.key("f2")
    driver.click("task.ask")
    driver.click("ask.line=give")
    nothing = ("ask.give=", "ask.give=@next")
    gift = next(id for id in driver.ids() if id.startswith("ask.give=") and id not in nothing)
    driver.click(gift)
    driver.click("ask.line=why")
    driver.click("ask.why=serves-all")
    assert all(line in driver.text() for line in ("À qui", "Pour", "En échange", "Parce que"))
    driver.click("ask-say") if not driver.session.game.playing.answers else None
    asked = next(command for command in driver.session.commands if isinstance(command, Ask))
    assert asked.why == "serves-all"
    assert asked.offer is not None
    assert asked.offer.project == gift.partition("=")[2]
    assert asked.offer.tokens.total() == 1


def test_beside_the_panel_projects_stay_in_sight_and_can_be_read(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    cards = [name for name in driver.ids() if name.startswith("card.")]
    assert cards
    driver.click(cards[0])
    assert driver.director.front.pane("room").screen == "card"
    driver.key("escape")
    assert "panel-close" in driver.ids()


def test_enter_on_a_stepper_at_its_most_announces_nothing(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    plus = next(name for name in driver.ids() if name.startswith("promise.tokens") and name.endswith("more"))
    before = len(driver.session.game.playing.promises)
    driver.reach(plus)
    for _ in range(9):
        driver.key("enter")
    assert len(driver.session.game.playing.promises) == before
    assert driver.director.front.pane("room").focus == plus


def test_a_sentence_kept_is_seen_as_kept_and_the_hint_promises_no_space_while_one_writes(
    driver: Driver,
) -> None:
    train(driver)
    to_the_words(driver)
    driver.type("Fallait-il", "room")
    assert "continuer" not in driver.text()
    driver.key("enter")
    assert "Gardé : « Fallait-il »" in driver.text().replace("\u00a0", " ").replace("\u202f", " ")
    assert "continuer" in driver.text()


def test_an_earlier_debate_shows_what_was_kept_and_no_field_to_write_in(driver: Driver) -> None:
    train(driver)
    to_the_words(driver)
    assert "sentence" in driver.ids()
    driver.type("Fallait-il", "room")
    driver.key("enter")
    go_on_until(driver, "situation")
    while "Gardé" not in driver.text():
        driver.key("left")
    assert driver.director.front.pane("room").looking
    assert "sentence" not in driver.ids()
    assert "Une phrase, la vôtre" not in driver.text().replace("\u00a0", " ")


def test_who_plays_alone_is_asked_about_others_alone_and_told_you(driver: Driver) -> None:
    who = train(driver, phase="welcome")
    driver.key("space")
    assert "tenu par quelqu’un" not in driver.text()
    driver.key("space")
    assert "Cacher et rendre" not in driver.text()
    driver.key("space")
    assert not any(game.table.passed_to for game in driver.session.history)
    go_on_until(driver, "negotiation")
    game = driver.session.game
    project = next(id for id in game.open if any(game.lack(id)))
    kind = next(k for k in range(3) if game.lack(project)[k] and game.left(who)[k])
    tokens = Tokens(**{KINDS[kind]: 1})
    assert driver.do(Promise(who=who, project=project, tokens=tokens))
    go_on_until(driver, "forecast")
    assert "sur 1 réponses" not in driver.text()
    view = driver.director.view("room")
    assert view is not None
    mine = [entry.counts.question for entry in view.forecasts if entry.promise.who == who]
    assert not [name for name in driver.ids() if name.rpartition(".")[0] in mine]


def test_the_end_of_a_reveal_tells_who_plays_alone_what_the_round_brought_them(driver: Driver) -> None:
    who = train(driver)
    go_on_until(driver, "reveal")
    assert "ce tour" not in driver.text()
    driver.key("t")
    driver.key("t")
    past_moments(driver)
    game = driver.session.game
    place = game.names.character(who)
    gained = float(game.records[-1].gain[place] + game.records[-1].bonus[place]) / 65536
    told = driver.text().replace("\u00a0", " ")
    assert f"Vous : {signed(gained, 1)} ce tour" in told
    assert "jetons gardés ou revenus" in told


def test_a_request_begins_with_what_may_be_asked(driver: Driver) -> None:
    """Whoever has promised somewhere already is not asked for that: Enter sends what is answered."""
    train(driver)
    driver.key("f2")
    driver.click("task.ask")
    for _ in range(4):
        driver.key("enter")
        driver.stage.turn()
        answers = driver.session.game.playing.answers
        assert not driver.director.ui.toast_is_error
        driver.click("ask-again") if "ask-again" in driver.ids() else driver.click("take-no")
    assert len(answers) == 4


def test_what_the_panel_says_does_not_stand_cut_beneath_it(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    driver.key("space")
    said = driver.director.ui.toast
    scene = driver.stage.scenes["room"]
    assert said
    layers = {node.layer for node in scene.nodes if isinstance(node, Text) and node.text in said}
    assert layers == {max(control.layer for control in scene.controls())}
