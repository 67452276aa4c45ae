"""The screens say, offer and place what was written down: of recorded sessions, and with sample data."""

import pytest

from tests.game import composed, placed
from tests.playthroughs import showing


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("slug", "kind"), showing.TOLD)
def test_screens_say_and_offer_what_was_written_down(slug: str, kind: str) -> None:
    """To accept a change that is meant: `python -m tests.playthroughs.golden`, and read the difference."""
    path = composed.path(slug, kind)
    written = path.read_text("utf-8").splitlines()
    lines = composed.composed(slug, kind)
    for number, (now, then) in enumerate(zip(lines, written, strict=False), 1):
        assert now == then, f"{path.name}, line {number}"
    assert len(lines) == len(written)


def test_every_screen_has_what_was_written_down_where_it_was() -> None:
    """To accept a change that is meant: `python -m tests.game.placed`, and read the difference."""
    written = placed.SCREENS.read_text("utf-8").splitlines()
    lines = placed.written()
    screen = ""
    for now, then in zip(lines, written, strict=False):
        screen = now if now.startswith("#") else screen
        assert placed.alike(now, then), f"{screen}:\n{now}\n{then}"
    assert len(lines) == len(written)


def test_a_place_is_compared_as_near_and_a_word_as_it_is() -> None:
    line = "96 56 546 128 | Text runs=#0b6e5b “tour 2” size=128"
    assert placed.alike(line, line.replace("546", "548"))
    assert not placed.alike(line, line.replace("546", "556"))
    assert not placed.alike(line, line.replace("tour 2", "tour 3"))
    assert not placed.alike(line, line.replace("96 ", "96 96 ", 1))
