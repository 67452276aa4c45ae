"""A picture composed again is the picture composed for the first time: what is remembered changes nothing."""

from dataclasses import replace
from typing import Any

import pytest

from engine.language import using
from game import console
from game.front.drafts import Turned
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Button, Canvas, Card, Column, Element, Grow, Keyed, Label, Pages, Row, Scene
from game.kit.nodes import Text
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show, way_on
from tests.moments import moments

SLUG = "au-lendemain-de-la-crue"


pytestmark = pytest.mark.usefixtures("french")


def never_seen(made: Canvas) -> Canvas:
    """The same window, of which nothing is remembered: what is remembered belongs to what measures type."""

    class Metrics(type(made.metrics)):  # type: ignore[misc]
        pass

    return replace(made, metrics=Metrics(made.metrics.scale))  # type: ignore[attr-defined]


def shown(scene: Scene) -> tuple[Any, ...]:
    """What can be told of a picture: intents that are functions are made anew each time."""
    return tuple(replace(node, intent=None) if hasattr(node, "intent") else node for node in scene.nodes)


@pytest.mark.parametrize("text", [1.0, 1.3])
def test_every_picture_of_a_session_is_as_if_it_were_the_first(text: float) -> None:
    room, own = (canvas((1280, 1024), Theme(window, text)) for window in ("room", "console"))
    wrong = []
    for spoken in ("fr", "en"):
        with using(spoken):
            for moment in moments(SLUG, "facilitated")[:: 5 if text == 1.0 else 15]:
                view, inside = moment.room(spoken), moment.console(spoken)
                ui = Ui(way=way_on(view, Ui()))
                for made, root in ((room, show(view, Ui())), (own, (console.console(inside, ui),))):
                    again, first = made.compose(*root), never_seen(made).compose(*root)
                    if shown(again) != shown(first) or again.overflow != first.overflow:
                        wrong.append(f"{moment}, {spoken}")
    assert wrong == []


def page(said: str, first: int = 0) -> Element:
    lines = [Keyed(Label(f"{n} {said}" if n == first else f"{n}"), f"line.{n}") for n in range(60)]
    button = Button("Vers", "on", Draft(Turned("to", first)))
    return Column([Grow(Pages(lines, first, "list", lambda at: Draft(Turned("at", at)))), Row([button])])


def test_what_is_said_and_done_now_is_shown_and_done_now() -> None:
    made = canvas((1280, 720), Theme())
    for said, first in (("un", 0), ("deux", 0), ("deux", 7), ("un", 0)):
        scene = made.compose(page(said, first))
        assert f"{first} {said}" in scene.texts()
        on, turned = scene.control("on"), scene.control("list.on")
        assert on is not None
        assert on.intent == Draft(Turned("to", first))
        assert turned is not None
        assert turned.intent.form.page > first  # type: ignore[attr-defined]


def test_how_small_words_may_be_is_told_by_this_picture_alone() -> None:
    """A card stands alone, then a list leaves it little room, then more; each time as if it was the first."""
    made = canvas((1280, 720), Theme("room", 1.3))
    card = Card(
        Column([Label(f"Une phrase assez longue, la numéro {n}, pour être lue.", "lead") for n in range(6)])
    )
    sizes = set()
    for lines in (0, 16, 8, 16, 0, 4):
        rows = [card, *(Label(f"Ligne {n}", "title") for n in range(lines))]
        again, first = made.compose(Column(rows)), never_seen(made).compose(Column(rows))
        assert shown(again) == shown(first)
        assert again.overflow == first.overflow
        sizes.add(min(node.size for node in again.nodes if isinstance(node, Text) and node.role == "lead"))
    assert len(sizes) > 2


def test_a_long_evening_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.kit import layout

    monkeypatch.setattr(layout, "_REMEMBERED", 500)
    made = canvas((1280, 720), Theme("room", 1.0, True))
    for n in range(60):
        assert f"0 mot {n}" in made.compose(page(f"mot {n}")).texts()
    look = list(layout._look(made.theme, made.metrics, made.scale, "fr"))
    assert len(layout._said.kept) < 1_000
    assert len(look) < 1_000
    assert sum(len(known.wanted) for known in look) < 20_000
