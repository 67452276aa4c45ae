"""Lines are cut as a French reader expects, and nothing is ever lost."""

import pytest

from engine.language import typo
from game.kit import rag
from game.kit.setting import setting
from game.kit.words import Piece, rich, words_of
from game.paint import canvas

INK = (0, 0, 0)
FONT = "text-400"
METRICS = canvas((1920, 1080)).metrics


def wrapped(pieces, width, size=30.0):
    return [line.runs for line in setting(METRICS, tuple(pieces), size).wrap(width)]


def lines(text, width, size=30.0):
    return ["".join(run.text for run in line) for line in wrapped([Piece(text, FONT, INK)], width, size)]


def width(text, size=30.0):
    return METRICS.width(text, FONT, size)


def test_words_go_to_the_next_line_when_they_no_longer_fit():
    text = "Un engagement est public. Rien n’oblige à le tenir."
    cut = lines(text, 300)
    assert " ".join(cut) == text
    assert len(cut) > 1
    assert all(width(line) <= 300.5 for line in cut)


def test_a_narrow_space_never_ends_a_line():
    quoted = "«\u202fOn ne nous demande jamais rien.\u202f»"
    for room in range(120, 600, 7):
        for line in lines(quoted, room):
            assert not line.startswith(("»", "?"))
            assert not line.endswith("«")


def test_numbers_stay_with_their_unit():
    for room in range(60, 300, 5):
        assert any("18\u00a0h" in line for line in lines("Le square ferme à 18\u00a0h", room))


def test_a_compound_may_break_after_its_hyphen():
    assert lines("rez-de-chaussée", width("chaussée") + 4) == ["rez-de-", "chaussée"]
    for whole in ("arrive-t-il", "Donnez-leur", "rappelez-les-moi", "celui-là"):
        assert lines(f"à qui {whole}", width("à qui ") + width(whole) - 4) == ["à qui", whole]


def test_a_day_stays_with_its_month():
    for said_ in ("du 1er décembre au 30 juin", "le 30 juin"):
        assert " juin" not in typo(said_, "fr")
    assert "1er\u00a0décembre" in typo("du 1er décembre", "fr")
    assert typo("30 juin", "en") == "30 juin"


def test_a_compound_is_not_broken_into_scraps():
    for room in range(140, 400, 6):
        for line in lines("Il doit finir au-dessus de 46, dit-elle, au city-stade", room):
            assert not line.endswith(("au-", "dit-", "city-"))


def settled(text, room, even=False):
    found = rag.lines(setting(METRICS, (Piece(text, FONT, INK),), 30.0), room, even)
    return ["".join(run.text for run in line.runs) for line in found]


def test_no_word_is_left_alone_on_the_last_line():
    text = "La maison de santé a rouvert pour ses locataires et pour leurs voisins"
    room = width("La maison de santé a rouvert pour ses locataires et pour leurs") + 2
    assert lines(text, room)[-1] == "voisins"
    better = settled(text, room)
    assert len(better) == 2
    assert len(better[-1].split()) > 1
    assert " ".join(better) == text


def test_titles_are_set_in_even_lines():
    text = "Permanence d’accès aux droits"
    room = width("Permanence d’accès aux") + 5
    assert lines(text, room) == ["Permanence d’accès aux", "droits"]
    assert settled(text, room, even=True) == ["Permanence", "d’accès aux droits"]


def test_better_lines_are_never_more_lines_and_never_wider():
    text = "Un engagement est public, rien n’oblige à le tenir, et vos gains ne comptent que si tout monte."
    for room in range(150, 1300, 37):
        for even in (False, True):
            better = settled(text, room, even)
            assert len(better) == len(lines(text, room))
            assert all(width(line) <= room + 0.5 for line in better)


def test_a_word_wider_than_its_column_is_hyphenated_and_whole():
    cut = lines("anticonstitutionnellement", 160)
    assert len(cut) > 1
    assert all(line.endswith("-") for line in cut[:-1])
    assert "".join(line.removesuffix("-") for line in cut) == "anticonstitutionnellement"
    assert all(width(line) <= 160.5 for line in cut)


def test_a_syllable_is_preferred_to_any_letter():
    assert lines("communication", 150)[0] in ("com-", "commu-", "communi-", "communica-")


def test_a_number_too_long_for_its_column_gets_no_hyphen():
    cut = lines("12345678901234567890", 120)
    assert "".join(cut) == "12345678901234567890"


def test_paragraphs_are_kept():
    assert lines("un\ndeux\n\ntrois", 500) == ["un", "deux", "", "trois"]


def test_no_text_is_one_empty_line():
    assert lines("", 100) == [""]


def test_a_bold_word_meets_its_comma_without_a_space():
    pieces = [Piece("Fatou", "text-700", INK), Piece(", elle, vient", FONT, INK)]
    (line,) = wrapped(pieces, 1000)
    assert [run.text for run in line] == ["Fatou", ", elle, vient"]
    assert len(words_of(pieces)[0]) == 3


def test_symbols_take_their_room_in_a_line():
    arrow = wrapped([Piece("46 → 44", FONT, INK)], 1000)
    assert "".join(run.text for run in arrow[0]) == "46 → 44"
    assert lines("46 → 44", width("46 ") + 20) == ["46", "→", "44"]


def test_stars_mark_what_is_bold():
    spans = rich("**−14** envers Hugo · **−9** envers Marc", "broken")
    assert [(span.text, span.bold, span.colour) for span in spans] == [
        ("−14", True, "broken"),
        (" envers Hugo · ", None, None),
        ("−9", True, "broken"),
        (" envers Marc", None, None),
    ]


@pytest.mark.parametrize("pixels", [(1280, 720), (1920, 1080), (3840, 2160), (1366, 768)])
def test_type_is_measured_at_the_size_of_the_real_pixels(pixels):
    metrics = canvas(pixels).metrics
    assert metrics.width("Engagements annoncés", FONT, 30.0) == pytest.approx(
        width("Engagements annoncés"), rel=0.03
    )
    assert 0.7 < metrics.ascent(FONT, 30.0) / metrics.height(FONT, 30.0) < 0.9
