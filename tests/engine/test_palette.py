"""Every pair of colours that a text is set in can be read, and no meaning is carried by a colour that
another has.
"""

import pytest

from engine.look import palette


@pytest.mark.parametrize(("colours", "least"), [(palette.PAPER, 4.5), (palette.STRONG, 7.0)])
def test_every_text_can_be_read_on_its_ground(colours, least):
    ratios = {
        (text, ground): palette.contrast(palette.rgb(colours[text]), palette.rgb(colours[ground]))
        for text, ground in palette.TEXT_PAIRS
    }
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


def test_high_contrast_has_every_role_of_the_ordinary_palette():
    assert palette.STRONG.keys() == palette.PAPER.keys()


@pytest.mark.parametrize("colours", [palette.PAPER, palette.STRONG])
def test_families_tokens_and_zones_have_their_colours(colours):
    families = [colours[f"family.{family}"] for family in palette.FAMILIES]
    tokens = [colours[f"token.{kind}"] for kind in palette.KINDS]
    assert len(set(families)) == 5
    assert len(set(tokens)) == 3
    assert all(f"zone.{zone}" in colours for zone in palette.ZONES)


def test_tokens_stand_out_from_the_cards_that_they_lie_on():
    for colours, least in ((palette.PAPER, 2.8), (palette.STRONG, 4.5)):
        panel = palette.rgb(colours["panel"])
        assert all(
            palette.contrast(palette.rgb(colours[f"token.{kind}"]), panel) >= least for kind in palette.KINDS
        )


def test_contrast_is_the_ratio_that_wcag_publishes():
    assert palette.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert palette.contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert palette.contrast((9, 99, 9), (9, 99, 9)) == 1.0


def test_mixing_goes_from_one_colour_to_the_other():
    assert palette.mix((0, 0, 0), (200, 100, 50), 0.0) == (0, 0, 0)
    assert palette.mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)
    assert palette.mix((0, 0, 0), (200, 100, 50), 1.0) == (200, 100, 50)


@pytest.mark.parametrize("wrong", ["red", "#12", "123456#", "#GGGGGG"])
def test_a_colour_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match=r"RRGGBB|base 16"):
        palette.rgb(wrong)
