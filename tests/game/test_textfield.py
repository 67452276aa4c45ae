"""A field keeps what is typed: letters, accents, selection, words, undoing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kit import textfield as tf
from game.kit.textfield import TextField


def typed(*texts: str, start: TextField | None = None) -> TextField:
    field = start or TextField()
    for text in texts:
        field = tf.insert(field, text)
    return field


def test_letters_go_in_at_the_caret() -> None:
    field = tf.move_to(typed("maison"), 2)
    assert tf.insert(field, "X").text == "maXison"
    assert tf.insert(field, "X").caret == 3


def test_an_accent_typed_apart_joins_its_letter() -> None:
    assert typed("e", "\u0301").text == "é"
    assert typed("e", "\u0301").caret == 1


def test_a_dead_key_shows_what_is_composed_and_keeps_the_text() -> None:
    field = tf.compose(typed("for"), "^")
    assert (field.text, field.composing) == ("for", "^")
    assert tf.insert(field, "ê").text == "forê"
    assert tf.insert(field, "ê").composing == ""


def test_typing_replaces_what_is_selected() -> None:
    field = tf.select_all(typed("rumeur"))
    assert tf.insert(field, "fait").text == "fait"


def test_shift_and_words_select() -> None:
    field = tf.move(typed("un jardin partagé"), -1, select=True, word=True)
    assert tf.selected(field) == "partagé"
    field = tf.move(field, -1, select=True, word=True)
    assert tf.selected(field) == "jardin partagé"
    assert tf.move(field, -1).caret == 3  # a plain arrow leaves at the nearer end
    assert tf.move(field, 1).caret == len(field.text)


def test_a_double_click_takes_the_word() -> None:
    assert tf.selected(tf.select_word(typed("un jardin partagé"), 5)) == "jardin"
    assert tf.selected(tf.select_word(typed("un jardin partagé"), 3)) == "jardin"


def test_erasing_letters_and_words() -> None:
    field = typed("un jardin partagé")
    assert tf.erase(field).text == "un jardin partag"
    assert tf.erase(field, word=True).text == "un jardin "
    assert tf.erase(tf.move_to(field, 0), back=False).text == "n jardin partagé"
    assert tf.erase(tf.move_to(field, 0), back=False, word=True).text == "jardin partagé"
    assert tf.erase(tf.move_to(field, 0)) == tf.move_to(field, 0)


def test_lines_are_kept_only_where_the_field_has_several() -> None:
    assert tf.insert(TextField(), "a\r\nb\tc", multiline=True).text == "a\nb c"
    assert tf.insert(TextField(), "a\r\nb\tc").text == "a b c"
    field = tf.insert(TextField(), "premier\nsecond", multiline=True)
    assert tf.line_edge(field, end=False).caret == 8
    assert tf.line_edge(tf.move_to(field, 3), end=True).caret == 7


def test_undo_takes_a_word_at_a_time_and_redo_brings_it_back() -> None:
    field = typed(*"le square ferme")
    assert tf.undo(field).text == "le square "
    assert tf.undo(tf.undo(field)).text.rstrip() == "le square"
    everything = field
    while tf.undo(everything) != everything:
        everything = tf.undo(everything)
    assert everything.text == ""
    while tf.redo(everything) != everything:
        everything = tf.redo(everything)
    assert everything.text == "le square ferme"


def test_undo_brings_back_what_a_paste_replaced() -> None:
    field = tf.insert(tf.select_all(typed("une parole")), "collé par erreur")
    assert tf.undo(field).text == "une parole"


def test_emptying_can_be_undone() -> None:
    assert tf.undo(tf.emptied(typed("une parole"))).text == "une parole"


def test_a_new_letter_forgets_what_was_undone() -> None:
    field = tf.insert(tf.undo(typed("un", " ", "deux")), "x")
    assert tf.redo(field) == field


def test_control_characters_never_enter_and_length_is_bounded() -> None:
    assert typed("a\x00b\x1bc").text == "abc"
    assert len(typed("x" * 5000).text) == tf.MOST


_ACTIONS = st.one_of(
    st.text(max_size=5).map(lambda t: lambda f: tf.insert(f, t, multiline=True)),
    st.tuples(st.integers(-9, 9), st.booleans(), st.booleans()).map(lambda a: lambda f: tf.move(f, *a)),
    st.integers(-5, 30).map(lambda i: lambda f: tf.move_to(f, i, select=True)),
    st.tuples(st.booleans(), st.booleans()).map(lambda a: lambda f: tf.erase(f, *a)),
    st.sampled_from([tf.undo, tf.redo, tf.select_all, tf.emptied]),
)


@given(st.lists(_ACTIONS, max_size=25))
def test_whatever_is_done_the_caret_stays_in_the_text(actions: list) -> None:
    field = TextField()
    for action in actions:
        field = action(field)
        assert 0 <= field.caret <= len(field.text)
        assert 0 <= field.anchor <= len(field.text)


@pytest.mark.parametrize("index", range(12))
def test_word_edges_never_pass_each_other(index: int) -> None:
    text = "un  jardin !"
    assert tf.word_start(text, index) <= index <= max(tf.word_end(text, index), index)
