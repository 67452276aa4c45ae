"""Typing in a field, as pure functions: a field and what was done give the field that follows.

Indices count characters, from 0 to the length of the text. Nothing here knows of a keyboard, a
clipboard or a window.
"""

import unicodedata
from dataclasses import dataclass, replace

MOST = 2000
"""Characters that a field holds, as many as a note of the session."""
_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class TextField:
    """A field being typed in: `caret` and `anchor` are indices in `text`; they differ when some is selected.

    `past` and `future` hold (text, caret) for undoing and doing again.
    """

    text: str = ""
    caret: int = 0
    anchor: int = 0
    composing: str = ""
    past: tuple[tuple[str, int], ...] = ()
    future: tuple[tuple[str, int], ...] = ()


def selection(field: TextField) -> tuple[int, int]:
    """First and last index of what is selected; equal when nothing is."""
    return min(field.caret, field.anchor), max(field.caret, field.anchor)


def selected(field: TextField) -> str:
    """What is selected, as text."""
    first, last = selection(field)
    return field.text[first:last]


def clean(text: str, multiline: bool = False) -> str:
    """Typed or pasted text as a field keeps it: accents composed, no control characters, lines joined or
    kept.
    """
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    return text if multiline else " ".join(text.split("\n"))


def insert(field: TextField, text: str, multiline: bool = False) -> TextField:
    """Put text at the caret, in place of what is selected; what goes past `MOST` characters is left out."""
    first, last = selection(field)
    room = MOST - (len(field.text) - (last - first))
    text = clean(text, multiline)[: max(room, 0)]
    if not text:
        return replace(field, composing="")
    whole = unicodedata.normalize("NFC", field.text[:first] + text)
    caret = len(whole)
    return _changed(field, whole + field.text[last:], caret, joins=len(text) == 1 and not text.isspace())


def compose(field: TextField, text: str) -> TextField:
    """Letters still being composed (a dead key, an input method): shown at the caret, not yet in the text."""
    return replace(field, composing=text)


def erase(field: TextField, back: bool = True, word: bool = False) -> TextField:
    """Delete what is selected, else the letter or the word before (or after) the caret."""
    first, last = selection(field)
    if first == last:
        if back:
            first = word_start(field.text, first) if word else max(first - 1, 0)
        else:
            last = word_end(field.text, last) if word else min(last + 1, len(field.text))
    if first == last:
        return field
    return _changed(field, field.text[:first] + field.text[last:], first)


def move(field: TextField, by: int, select: bool = False, word: bool = False) -> TextField:
    """Move the caret by one letter or word; without `select`, a selection is left at its nearer end."""
    first, last = selection(field)
    if first != last and not select and not word:
        return move_to(field, first if by < 0 else last)
    if word:
        jump = word_start if by < 0 else word_end
        return move_to(field, jump(field.text, field.caret), select)
    return move_to(field, field.caret + by, select)


def move_to(field: TextField, index: int, select: bool = False) -> TextField:
    """Put the caret at an index (brought back inside the text)."""
    caret = min(max(index, 0), len(field.text))
    return replace(field, caret=caret, anchor=field.anchor if select else caret)


def line_edge(field: TextField, end: bool, select: bool = False) -> TextField:
    """Home and End: the edge of the written line (between line breaks)."""
    if end:
        stop = field.text.find("\n", field.caret)
        return move_to(field, len(field.text) if stop < 0 else stop, select)
    return move_to(field, field.text.rfind("\n", 0, field.caret) + 1, select)


def select_all(field: TextField) -> TextField:
    return replace(field, anchor=0, caret=len(field.text))


def select_word(field: TextField, index: int) -> TextField:
    """A double click: the word around an index."""
    first = word_start(field.text, min(index + 1, len(field.text)))
    last = first
    while last < len(field.text) and not field.text[last].isspace():
        last += 1
    return replace(field, anchor=first, caret=max(last, first))


def undo(field: TextField) -> TextField:
    """The text before the last change; the same field when there is none."""
    if not field.past:
        return field
    text, caret = field.past[-1]
    future = (*field.future, (field.text, field.caret))
    return TextField(text, caret, caret, "", field.past[:-1], future)


def redo(field: TextField) -> TextField:
    """What `undo` took away."""
    if not field.future:
        return field
    text, caret = field.future[-1]
    past = (*field.past, (field.text, field.caret))
    return TextField(text, caret, caret, "", past, field.future[:-1])


def emptied(field: TextField) -> TextField:
    """Nothing written; `undo` still brings the words back."""
    return _changed(field, "", 0) if field.text else replace(field, composing="")


def word_start(text: str, index: int) -> int:
    """Where the word before an index begins."""
    while index > 0 and text[index - 1].isspace():
        index -= 1
    while index > 0 and not text[index - 1].isspace():
        index -= 1
    return index


def word_end(text: str, index: int) -> int:
    """Where the word after an index begins, its spaces passed."""
    while index < len(text) and not text[index].isspace():
        index += 1
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _changed(field: TextField, text: str, caret: int, joins: bool = False) -> TextField:
    """The field with new text. Letters typed one after another inside a word are undone together."""
    past = field.past
    same_run = joins and past and not field.future and field.anchor == field.caret and _typing(field)
    if not same_run:
        past = (*past, (field.text, field.caret))[-_REMEMBERED:]
    return TextField(text, caret, caret, "", past, ())


def _typing(field: TextField) -> bool:
    """Whether the last remembered change is the word now being typed, without a space since."""
    before, at = field.past[-1]
    added = len(field.text) - len(before)
    if added <= 0 or field.caret != at + added or field.text[:at] != before[:at]:
        return False
    return not any(c.isspace() for c in field.text[at : field.caret])
