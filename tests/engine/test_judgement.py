"""Which answer a room has chosen, whatever the way of choosing."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from engine.judgement import GRADES, leading, median

GRADED = st.tuples(*[st.integers(0, 6)] * GRADES).filter(any)


@given(GRADED)
def test_the_median_grade_has_half_of_the_room_on_each_side(numbers: tuple[int, ...]) -> None:
    ballots = list(chain.from_iterable([grade] * n for grade, n in enumerate(numbers)))
    assert median(numbers) == ballots[len(ballots) // 2]


@given(GRADED, st.integers(1, 5))
def test_a_better_grade_never_harms_an_answer(numbers: tuple[int, ...], more: int) -> None:
    other = (1, 1, 1, 1, 1)
    better = (numbers[0] + more, *numbers[1:])
    if "it" in leading("majority-judgement", {"it": numbers, "other": other}):
        assert "it" in leading("majority-judgement", {"it": better, "other": other})


def test_majority_judgement_prefers_what_most_find_good_to_what_some_love_and_more_reject() -> None:
    loved = {"loved": (6, 0, 0, 0, 7), "good": (0, 8, 5, 0, 0)}
    assert leading("majority-judgement", loved) == ("good",)
    assert leading("show-of-hands", {key: numbers[:1] for key, numbers in loved.items()}) == ("loved",)


def test_equal_medians_are_told_apart_by_the_ballots_around_them() -> None:
    assert leading("majority-judgement", {"a": (0, 5, 2, 0, 2), "b": (3, 3, 3, 0, 0)}) == ("b",)
    assert leading("majority-judgement", {"a": (1, 2, 1, 0, 0), "b": (1, 2, 1, 0, 0)}) == ("a", "b")


def test_level_answers_are_all_named_and_nobody_leads_where_nobody_voted() -> None:
    assert leading("show-of-hands", {"a": (4,), "b": (4,), "c": (1,)}) == ("a", "b")
    assert leading("approval", {"a": (0,), "b": (0,)}) == ()
