"""The console's controls stay where they are while one works with them: no click lands beside."""

from collections.abc import Iterator

import pytest

from game.front.intents import Start
from game.front.news import Told
from game.kit import Rect
from tests.game.driving import SCENARIO, Driver, beginning, go_to

pytestmark = pytest.mark.usefixtures("home")
LISTED = ("note.", "withdraw.", "posture.", "words-list")
"""Rows of lists that grow at their head, or that say what has been done."""


@pytest.fixture
def driver() -> Iterator[Driver]:
    made = Driver(windows=2, size=(1632, 918))
    made.director.carry(Start(SCENARIO, beginning(tables=("Le quai", "La dalle", "Les tours"))))
    made.stage.turn()
    yield made
    made.close()


def places(driver: Driver) -> dict[str, Rect]:
    controls = driver.stage.scenes["console"].controls()
    return {c.id: c.rect for c in controls if not c.id.startswith(LISTED)}


def moved(before: dict[str, Rect], after: dict[str, Rect]) -> list[str]:
    return [
        f"{id} {[round(n) for n in before[id]]} → {[round(n) for n in rect]}"
        for id, rect in after.items()
        if id in before
        if _apart(before[id][:2], rect[:2])
        or (
            id != "console-next" and _apart(before[id][2:], rect[2:])
        )  # says what comes next in its own words
    ]


def _apart(before: tuple[float, ...], after: tuple[float, ...]) -> bool:
    return any(abs(a - b) > 1.0 for a, b in zip(before, after, strict=True))


def work(driver: Driver, *controls: str) -> None:
    """Click on each, and see after each that nothing else has moved."""
    for control in controls:
        before = places(driver)
        found = next((id for id in before if id.startswith(control)), control)
        driver.click(found, "console")
        assert not (gone := moved(before, places(driver))), f"after {found}: {gone}"


def test_nothing_moves_while_promises_are_made_and_asked(driver: Driver) -> None:
    go_to(driver, "negotiation")
    who = driver.session.game.held
    work(driver, f"promise.who={who[0]}", "promise.project=", "read-card")
    driver.click("close") if "close" in driver.ids() else None
    more = next(
        id for id in driver.ids("console") if id.startswith("promise.tokens") and id.endswith(".more")
    )
    other = next(id for id in driver.ids("console") if id.startswith("promise.if-who=") and id[15:])
    work(driver, more, other, "promise.if-who=", "promise-say", f"promise.who={who[1]}")
    work(driver, "task.promised", "task.ask", "ask.asked=", "ask.project=", "ask.line=why", "ask-say")
    work(driver, "ask.line=give", "ask.give=", "ask.line=asked", "ask.asked=")
    work(driver, "clock-pause", "clock-pause", "bell", "words.tag=idea", "words.tag=question")


def test_nothing_moves_while_hands_are_counted(driver: Driver) -> None:
    go_to(driver, "forecast")
    for table in ("La dalle", ""):
        work(driver, f"count.table={table}")
        more = [id for id in driver.ids("console") if id.startswith("tally.") and id.endswith(".more")]
        work(driver, more[0], more[0], more[1], "count-save")
    go_to(driver, "debate")
    more = [id for id in driver.ids("console") if id.startswith("tally.") and id.endswith(".more")]
    work(driver, "count.table=Les tours", "count.table=", more[0], more[1], "count-save")
    work(driver, "task.statement", "task.verdict")


def counting_by_table(many: int, size: tuple[int, int]) -> Driver:
    """A count open in the console, by tables with names as long as they may be."""
    names = tuple(f"Table {i + 1:2} des habitants du quai de la Rivière"[:40] for i in range(many))
    driver = Driver(windows=2, size=size)
    driver.director.carry(Start(SCENARIO, beginning(tables=names)))
    go_to(driver, "forecast")
    return driver


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_twelve_tables_push_out_neither_counters_nor_words_and_each_is_found_on_a_page(
    size: tuple[int, int],
) -> None:
    five, driver = counting_by_table(5, size), counting_by_table(12, size)
    few, many = places(five), places(driver)
    words = [id for id in few if id.startswith("words.tag")]
    counters = [id for id in few if id.startswith("tally.")]
    assert words
    assert counters
    assert [id for id in words if many[id].h < 0.9 * few[id].h] == []
    assert [id for id in counters if many[id].h < few[id].h - 1.0] == []
    five.close()
    found: list[str] = []
    while True:
        found += [id for id in driver.ids("console") if id.startswith("count.table=")]
        if "count.tables.on" not in driver.ids("console"):
            break
        work(driver, "count.tables.on")
    assert found == ["count.table=", *(f"count.table={name}" for name in driver.session.game.begin.tables)]
    work(driver, found[-1])
    driver.close()


def test_a_latecomer_sits_at_the_table_with_the_fewest_people_or_at_the_one_that_is_chosen(
    driver: Driver,
) -> None:
    def sizes() -> list[int]:
        return [driver.session.game.size_of(table) for table in driver.session.game.begin.tables]

    go_to(driver, "negotiation")
    driver.click("task.people", "console")
    driver.click("people-less", "console")
    assert sizes() == [2, 3, 3]
    driver.click("people-more", "console")
    late = driver.session.game.simulated[0]
    driver.click(f"take.{late}", "console")
    assert sizes() == [3, 3, 3]
    assert driver.session.game.table_of(late) == "Le quai"
    driver.click("people.table=Les tours", "console")
    driver.click("people-more", "console")
    assert sizes() == [3, 3, 4], "nobody else moved"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_preparing_a_session_moves_no_row_when_tables_come_and_go(size: tuple[int, int]) -> None:
    driver = Driver(windows=2, size=size)
    driver.key("a")
    driver.choose(f"scenario-{SCENARIO}")
    rows = ("duration-45", "people-plus", "shown-after", "paper-no", "tables-no", "tables-yes", "begin")
    driver.click("tables-no")
    before = {name: driver.control(name).rect for name in rows}
    driver.click("tables-yes")
    assert {name: driver.control(name).rect for name in rows} == before
    driver.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_notice_moves_nothing_in_the_panel(size: tuple[int, int]) -> None:
    driver = Driver(windows=1, size=size)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    driver.key("f2")
    before = {control.id: control.rect for control in driver.stage.scenes["room"].controls()}
    driver.director.carry(Told("Rien à annuler."))
    driver.stage.turn()
    assert "Rien à annuler" in driver.text()
    assert {control.id: control.rect for control in driver.stage.scenes["room"].controls()} == before
    driver.close()
