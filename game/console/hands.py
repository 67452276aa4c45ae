"""Hands that somebody counts: a number for each answer, typed, or one more, one less, none."""

from collections.abc import Sequence
from dataclasses import replace

from engine.language import tr
from game.console.pieces import Kept, stepped
from game.front.drafts import Counted
from game.front.intents import Draft, Fill
from game.front.state import Ui
from game.kit import Button, Column, Element, Field, Grow, Label, Row, Sized
from game.pieces.parts import field

SAVE = "count-save"
_MOST = 200
_WIDE, _HIGH = 78.0, 58.0
"""Logical size of what adds and takes away: pressed in a hurry, thirty times a minute."""


def counts_of(ui: Ui, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers counted under a name, as many as the default, which they are before anybody counts."""
    found = ui.form(Counted, name).counts
    return found if found is not None and len(found) == len(default) else default


def in_counts(ui: Ui, name: str) -> Kept:
    """Keeps numbers counted under a name."""
    form = ui.form(Counted, name)
    return lambda values: replace(form, counts=values)


def counted(ui: Ui, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers counted under a name, but for those that are being typed."""
    drafted = counts_of(ui, name, default)
    typed = (ui.text(entry(name, i)).strip() for i in range(len(drafted)))
    return tuple(
        min(int(text), _MOST) if text.isdecimal() else n for text, n in zip(typed, drafted, strict=True)
    )


def entry(name: str, index: int) -> str:
    """The field in which one of the numbers counted is typed."""
    return f"{name}.{index}"


def entries(name: str, many: int) -> tuple[str, ...]:
    """All the fields in which those of a name are typed."""
    return tuple(entry(name, i) for i in range(many))


def _set(ui: Ui, name: str, values: tuple[int, ...], index: int, to: int, focus: str = "") -> Draft | Fill:
    """One number replaced; what was typed in the fields becomes the form's."""
    form = in_counts(ui, name)(stepped(values, index, to - values[index]))
    fields = entries(name, len(values))
    if not focus and not any(ui.text(field) for field in fields):
        return Draft(form)
    return Fill(tuple((field, "") for field in fields), (form,), focus)


def number_field(ui: Ui, name: str, values: tuple[int, ...], index: int, style: str, label: str) -> Field:
    """The number itself: typed over, kept by Enter, which goes on to the next one, then to the button."""
    following = entry(name, index + 1) if index + 1 < len(values) else SAVE
    kept = _set(ui, name, values, index, values[index], following)
    made = field(ui, entry(name, index), str(values[index]), kept, label=label, style=style, letters=2)
    if made.value:
        return replace(made, over=True)
    shown = str(values[index])
    return Field(
        made.id, shown, len(shown), None, "", 1, kept, label, style, letters=2, over=True
    )  # as ink, not as a placeholder: it is the count


def covered(
    ui: Ui, name: str, values: tuple[int, ...], words: Sequence[tuple[str, str]], known: bool
) -> Element:
    """The same before a room that must not read them: a dot for each number that is `known` or typed, the
    same for all, and nothing to press that would tell the answer.
    """
    made: list[Element] = []
    for i, (word, colour) in enumerate(words):
        label = tr("{answer} : combien ?", answer=word)
        number = number_field(ui, name, values, i, "number", label)
        dot = "•" if known or ui.text(entry(name, i)).strip().isdecimal() else ""
        on = Fill(focus=entry(name, i + 1) if i + 1 < len(values) else SAVE)
        hidden = replace(number, value=dot, caret=len(dot), selection=None, placeholder="", intent=on)
        middle = Row([hidden], "xs", justify="center")
        made.append(Grow(Column([Label(word, "label", colour, "center"), middle], "xs")))
    return Row(made, "s", "start")


def counters(
    ui: Ui, name: str, values: tuple[int, ...], words: Sequence[tuple[str, str]], most: int = _MOST
) -> Element:
    """Counters side by side: (word, colour role) each; of three at most, keys 1 2 3 add, 4 5 6 take away."""
    made: list[Element] = []
    for i, (word, colour) in enumerate(words):
        more, less, n = str(i + 1), str(i + 4), values[i]
        plus = Button(
            "+1", f"{name}.{i}.more", _set(ui, name, values, i, n + 1), "quiet", enabled=n < most,
            style="button",
        )  # fmt: skip
        minus = Button(
            "−1", f"{name}.{i}.less", _set(ui, name, values, i, n - 1), "quiet", enabled=n > 0,
            style="button",
        )  # fmt: skip
        none = Button("0", f"{name}.{i}.none", _set(ui, name, values, i, 0), "chip", enabled=n > 0)
        number = number_field(ui, name, values, i, "number", tr("{answer} : combien ?", answer=word))
        large = Row([Sized(minus, _WIDE, _HIGH), number, Sized(plus, _WIDE, _HIGH)], "xs", justify="center")
        keys = (
            [Label(tr("touches {less} et {more}", less=less, more=more), "tiny")] if len(words) <= 3 else []
        )
        foot = Row([none, *keys], "s", justify="center")
        made.append(Grow(Column([Label(word, "label", colour, "center"), large, foot], "xs")))
    return Row(made, "s", "start")
