"""How screens use the room they have: larger type where there is some to spare, pages where there is not."""

from dataclasses import replace

import pytest

from game.front.drafts import Turned, holding
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Chart, Column, Dot, Element, Grow, Label, Pages, Rect, Scene, Sized, Spacer
from game.kit.nodes import Text
from game.paint import canvas
from game.pieces.parts import Own
from game.screens import show
from tests.game.gallery import sample_ui

WINDOW = canvas((1920, 1080))


pytestmark = pytest.mark.usefixtures("french")


def first_screen(ui: Ui) -> Scene:
    return WINDOW.compose(*show(None, ui))


def in_box(child: Element, height: float) -> list[Text]:
    picture = WINDOW.compose(Column([Sized(child, h=height), Grow(Spacer())]))
    return [node for node in picture.nodes if isinstance(node, Text)]


def test_type_grows_into_spare_room_up_to_its_most_and_not_where_there_is_none() -> None:
    garden = Label("Le jardin", "body")
    sizes = [
        in_box(Own(garden, most), height)[0].size
        for most, height in ((1.0, 40.0), (1.0, 400.0), (1.5, 40.0), (1.5, 400.0))
    ]
    assert sizes == [30.0, 30.0, 30.0, 45.0]


def test_larger_type_never_turns_more_pages() -> None:
    lines = [Label(f"ligne {i}", "body") for i in range(9)]
    pages = Pages(lines, 0, "list", lambda at: Draft(Turned("list", at)), gap="none")
    shown = in_box(Own(pages, 2.0), 9 * 40.0)
    assert [text.text for text in shown] == [f"ligne {i}" for i in range(9)]


def test_a_scenario_alone_tells_its_whole_pitch() -> None:
    ui = sample_ui("few")
    assert ui.scenarios[0].pitch.split(".")[0] in " ".join(first_screen(ui).texts())


def test_more_than_four_scenarios_are_turned_page_by_page() -> None:
    ui = sample_ui("worst")
    first = first_screen(ui)
    turn = first.control("shelf-on")
    assert turn is not None
    assert turn.intent == Draft(Turned("scenarios", 1))
    second = first_screen(replace(ui, drafts=holding(Turned("scenarios", 1))))
    shown, others = (
        {control.id for control in picture.controls() if control.id.startswith("scenario-")}
        for picture in (first, second)
    )
    assert len(shown) == len(others) == 4
    assert not shown & others


def test_what_happened_at_points_of_a_chart_is_said_clear_of_the_line_and_of_itself() -> None:
    says = "une parole tenue que personne n'attendait plus"
    dots = [Dot(40, "départ"), Dot(42, "tour 1", says), Dot(44, "tour 2", says), Dot(41, "tour 3", says)]
    picture = WINDOW.compose(Column([Sized(Chart(dots, height=500.0), h=500.0), Grow(Spacer())]))
    assert picture.check() == []
    texts = [node for node in picture.nodes if isinstance(node, Text)]
    said = [node.rect for node in texts if node.text in " ".join([says] * 3) and len(node.text) > 9]
    assert len(said) >= 3
    for i, one in enumerate(said):
        for other in said[i + 1 :]:
            assert not overlapping(one, other)


def overlapping(one: Rect, other: Rect) -> bool:
    return min(one.overlap(other)) > 1.0
