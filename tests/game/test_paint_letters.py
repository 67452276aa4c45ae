"""Letters that a face lacks are drawn by the wide font, and measured as they are drawn."""

import pygame
import pytest

from engine.look import fonts
from game.kit.nodes import Run
from game.kit.words import SYMBOLS
from game.paint import type as typeset
from game.paint.metrics import FontMetrics

NAMES = "Nguyễn CO₂ ≥ Жанна Ελένη ½"


def test_the_signs_drawn_as_shapes_are_those_that_checking_lets_pass() -> None:
    assert set(fonts.SHAPES) == set(SYMBOLS)


@pytest.mark.parametrize("face", fonts.FACES)
def test_names_of_the_quarter_are_drawn_in_every_face(face: str) -> None:
    assert fonts.undrawn(NAMES, face) == ""
    assert fonts.undrawn("🎉", face) == "🎉"
    assert "".join(part for part, _ in fonts.spans(NAMES, face)) == NAMES
    assert fonts.spans("Fatou", face) == (("Fatou", face),)


@pytest.mark.parametrize("face", fonts.FACES)
def test_a_letter_that_a_face_lacks_is_no_box(face: str) -> None:
    colour = (0, 0, 0)
    letter, box = (typeset.line((Run(sign, face, colour),), 60)[0] for sign in ("Ж", "\U00010348"))
    assert pygame.image.tobytes(letter, "RGBA") != pygame.image.tobytes(box, "RGBA")


@pytest.mark.parametrize("text", [NAMES, "Fatou", "ễ"])
def test_a_line_is_as_wide_as_it_was_measured(text: str) -> None:
    picture, _ = typeset.line((Run(text, "text-400", (0, 0, 0)),), 60)
    assert picture.get_width() == pytest.approx(FontMetrics(1.0).width(text, "text-400", 60), abs=1)
