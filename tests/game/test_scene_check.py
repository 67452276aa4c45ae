"""A scene knows what is wrong with it, and in which order its controls are reached."""

from dataclasses import replace

import pytest

from game.kit import Button, Card, Column, Grid, Grow, Label, Rect, Row, Scene, Spacer, Tap
from game.kit import nodes as n
from game.kit.theme import Theme
from game.paint import canvas

ROOM = canvas((1920, 1080))
INK, WHITE, PALE = (29, 36, 51), (255, 255, 255), (200, 200, 200)


def text(words, x=100.0, y=100.0, w=200.0, h=40.0, size=30.0, colour=INK, on=WHITE, **more):
    runs = (n.Run(words, "text-400", colour),)
    return n.Text(rect=Rect(x, y, w, h), runs=runs, size=size, baseline=28.0, on=on, **more)


def control(name, x, y, w=100.0, h=50.0, **more):
    return n.Control(rect=Rect(x, y, w, h), id=name, **more)


def scene(*nodes, **more):
    return Scene(nodes=nodes, size=(1920.0, 1080.0), background=WHITE, **more)


def codes(checked):
    return sorted(defect.code for defect in checked.check())


def test_a_sound_scene_has_no_defects():
    assert scene(text("mot"), text("autre", y=200), control("a", 10, 500)).check() == []


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        ((text("dehors", x=1800),), "cut"),
        ((text("un"), text("deux", x=250)), "overlap"),
        ((text("petit", size=21.0),), "small"),
        ((text("pâle", colour=PALE),), "contrast"),
        ((control("a", 1900, 10),), "outside"),
        ((control("a", 10, 10), control("a", 300, 10)), "duplicate"),
        ((text("un", key="k"), text("deux", y=300, key="k")), "duplicate"),
        ((control("a", 10, 10), control("b", 60, 10)), "overlap"),
        ((control("a", 150, 90), text("à cheval")), "overlap"),
    ],
)
def test_each_defect_is_named(nodes, code):
    assert codes(scene(*nodes)) == [code]


def test_all_defects_are_told_at_once():
    wrong = scene(text("x", size=12.0, colour=PALE), control("a", -50, 10), overflow=("Card",))
    assert codes(wrong) == ["contrast", "outside", "overflow", "small"]


def test_stamps_are_read_too():
    mark = n.StampMark(
        rect=Rect(10, 10, 100, 40), text="TENU", font="text-700", size=18.0, colour=PALE, tilt=3.0, on=WHITE
    )
    assert codes(scene(mark)) == ["contrast", "small"]


def test_high_contrast_asks_for_more():
    quiet = text("discret", colour=(89, 98, 115))
    assert codes(scene(quiet)) == []
    assert codes(scene(quiet, least_contrast=7.0)) == ["contrast"]


def test_words_inside_their_control_and_texts_on_other_layers_do_not_overlap():
    assert scene(control("a", 90, 90, 300, 60), text("dedans")).check() == []
    assert scene(text("dessous"), text("dessus", layer=1)).check() == []


def test_a_smaller_control_may_lie_in_a_card():
    assert scene(control("card", 0, 0, 500, 300), control("inner", 50, 50)).check() == []


def test_tab_goes_as_one_reads_and_round():
    grid = Grid([Tap(Card(Label(f"{i}")), f"card{i}", i, f"{i}") for i in range(4)], 2)
    foot = Row(
        [
            Button("Continuer", "go"),
            Grow(Spacer()),
            Button("Passer", "skip", enabled=False),
            Button("+1", "more"),
        ]
    )
    whole = ROOM.compose(Column([grid, Grow(Spacer()), foot]))
    order = ["card0", "card1", "card2", "card3", "go", "more"]
    assert [c.id for c in whole.controls()] == order
    walked, at = [], whole
    for _ in range(7):
        at = at.tab()
        walked.append(at.focus)
    assert walked == [*order, "card0"]
    assert at.tab(backwards=True).focus == "more"
    assert whole.tab(backwards=True).focus == "more"


def test_tab_reads_the_rows_beside_something_tall_one_after_another():
    """Names that wrap, beside a card as tall as both their lines."""
    tall = control("card", 0, 0, 100, 200)
    rows = [
        control(f"{line}{row}", x, y)
        for row, y in enumerate((10, 110))
        for line, x in (("a", 300), ("b", 500))
    ]
    whole = scene(tall, *reversed(rows))
    assert [c.id for c in whole.controls()] == ["card", "a0", "b0", "a1", "b1"]


def test_tab_stays_in_what_lies_over_the_rest():
    below, over = control("below", 0, 0), replace(control("over", 300, 300), layer=1)
    assert scene(below, over).tab().focus == "over"
    assert scene(below, over).tab().tab().focus == "over"
    assert scene(below, over).control("below") is not None, "a hand still reaches it"


def test_there_may_be_nothing_to_reach():
    assert scene(text("seul")).tab().focus == ""


def test_the_pointer_finds_the_smallest_control_under_it():
    whole = scene(control("card", 0, 0, 500, 300), control("inner", 50, 50))
    assert whole.control_at(60, 60).id == "inner"
    assert whole.control_at(400, 200).id == "card"
    assert whole.control_at(900, 900) is None


def test_a_disabled_control_is_shown_but_not_reached():
    whole = scene(control("a", 0, 0, enabled=False))
    assert whole.controls() == ()
    assert whole.control("a") is None


def test_focus_and_hover_leave_the_rest_as_it_is():
    whole = scene(control("a", 0, 0))
    assert whole.focused("a").focus == "a"
    assert whole.hovered("a").hover == "a"
    assert replace(whole.focused("a"), focus="") == whole


@pytest.mark.parametrize("theme", [Theme(), Theme(high_contrast=True), Theme("console"), Theme(text=1.3)])
@pytest.mark.parametrize("kind", ["primary", "quiet", "chip", "resume", "kept", "broken", "link"])
def test_every_kind_of_button_can_be_read_in_every_theme(theme, kind):
    buttons = [
        Button("Continuer", "a", kind=kind, hint="⏎"),
        Button("Plus tard", "b", kind=kind, enabled=False),
    ]
    assert canvas((1280, 720), theme).compose(Row([*buttons, Grow(Spacer())])).check() == []
