"""What a few screens look like, compared with pictures that somebody has looked at."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tests import pictures
from tests.pictures import DIFFERENT, SHOTS, Shot, difference, taken


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_screen_looks_as_it_was_last_seen(shot: Shot, home: Path) -> None:
    """To accept a change that is meant: `make pictures`, and look at what changed."""
    now = taken(shot)
    apart = difference(now, pygame.image.load(shot.path))
    if apart > DIFFERENT:
        pygame.image.save(now, str(home / f"{shot.name}.png"))
    assert apart <= DIFFERENT, f"{apart:.1%} of {shot.path.name} differs: see {home / shot.name}.png"


def test_another_picture_would_be_noticed(home: Path) -> None:
    """Another round, language or contrast: each is more than what two machines draw differently."""
    shot = next(shot for shot in SHOTS if shot.name == "negotiation")
    seen = pygame.image.load(shot.path)
    for other in (replace(shot, round=1), replace(shot, language="en"), replace(shot, strong=True)):
        assert difference(taken(other), seen) > DIFFERENT


def test_no_picture_is_left_that_nobody_takes() -> None:
    assert {path.stem for path in pictures.FOLDER.glob("*.png")} == {shot.name for shot in SHOTS}
