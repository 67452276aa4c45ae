"""What is half done, in the shape in which a session's file keeps it: words typed, hands counted, and how far
a room has come in what it is told.

Versions 0.1.0 and 0.2.0 kept counts under names ("tally.q1.", "tally.q1..saved"): so are they kept still.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from engine.view.types import View
from game.front.drafts import Counted, Drafts, Form
from game.front.state import Ui
from game.front.told import Revealed, Told

ADOPTED: Final = "adopt.hands"
"""The name under which hands are counted for each way of counting votes."""
_MARKS: Final = "mark."
"""How the names begin under which a grade of somebody's ballot stands, until that is handed in."""
_COUNTED = ("tally.", "placing.", "tick.", "choose.", ADOPTED, _MARKS)
"""How the names begin under which hands are counted, three, seven or five numbers, or one grade is marked."""
_SAVED, _SURE = ".saved", ".sure"
_ROWS, _STEPS = re.compile(r"rows\.(\d+)"), re.compile(r"told\.(\d+\.\w+)")
"""The names under which stand the rows that a reveal opened, and the steps of great moments."""


def written(ui: Ui) -> dict[str, Any]:
    """What the file keeps; nothing where nothing is half done."""
    words = {name: field.text for name, field in ui.fields.items() if field.text}
    counts: dict[str, tuple[int, ...]] = {}
    for form in ui.drafts.every(Counted):
        named = {"": form.counts, _SAVED: form.saved, _SURE: form.sure}
        counts |= {form.about + end: n for end, n in named.items() if n is not None}
    for rows in ui.drafts.every(Revealed):
        counts[f"rows.{rows.about}"] = (rows.rows, int(rows.place))
    for told in ui.drafts.every(Told):
        counts[f"told.{told.about}"] = (told.steps,)
    return {"words": words, "counts": counts} if words or counts else {}


def read(data: Mapping[str, Any]) -> tuple[dict[str, str], tuple[Form, ...]]:
    """Words by the field they stood in, and the forms; an entry that makes no sense is left out."""
    words, counts = data.get("words"), data.get("counts")
    typed = {name: text for name, text in _entries(words) if isinstance(text, str)}
    forms = Drafts()
    for name, n in _entries(counts):
        numbers = _numbers(n)
        if numbers is not None:
            forms = _read(forms, name, numbers)
    return typed, tuple(forms.touched.values())


def _read(forms: Drafts, name: str, numbers: tuple[int, ...]) -> Drafts:
    """With what stands under a name."""
    rows, steps = _ROWS.fullmatch(name), _STEPS.fullmatch(name)
    if rows and len(numbers) == 2:
        return forms.kept(Revealed(rows[1], numbers[0], place=bool(numbers[1])))
    if steps and len(numbers) == 1:
        return forms.kept(Told(steps[1], numbers[0]))
    if name.startswith(_COUNTED):
        if name.endswith(_SAVED):
            form = replace(forms.of(Counted, name.removesuffix(_SAVED)), saved=numbers)
        elif name.endswith(_SURE):
            form = replace(forms.of(Counted, name.removesuffix(_SURE)), sure=numbers)
        else:
            form = replace(forms.of(Counted, name), counts=numbers)
        return forms.kept(form)
    return forms


def _entries(data: object) -> Iterator[tuple[str, object]]:
    if isinstance(data, Mapping):
        yield from ((str(name), value) for name, value in data.items())


def _numbers(value: object) -> tuple[int, ...] | None:
    if not isinstance(value, list | tuple) or not all(isinstance(n, int) for n in value):
        return None
    return tuple(value)


def uncounted(view: View | None, ui: Ui) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What has been counted for the questions that are open and is not recorded as it stands."""
    if view is None:
        return ()
    tally, placing, adopt = view.allows("tally"), view.allows("own-placing"), view.allows("adopt")
    open_ = [f"tally.{question}." for question in (tally.ids if tally else ())]
    open_ += [f"placing.{when}." for when in (placing.ids if placing else ())]
    open_ += [ADOPTED] if adopt else []
    counted = [form for form in ui.drafts.every(Counted) if form.about.startswith(tuple(open_))]
    typed = [
        (name, (int(field.text),))
        for name, field in ui.fields.items()
        if name.startswith(tuple(open_)) and field.text.isdecimal()
    ]
    left = [
        (form.about, form.counts)
        for form in counted
        if form.counts is not None and any(form.counts) and form.counts != form.saved
    ]
    return (*left, *typed)


def marked_as(who: str, idea: str) -> str:
    """The name under which the grade of an idea on somebody's ballot is kept until that is handed in."""
    return f"{_MARKS}{who}.{idea}"


def unvoted(view: View | None, ui: Ui) -> tuple[tuple[str, str], ...]:
    """What going on now would leave aside: (who, "mark") where a ballot is begun or put right and not handed
    in, (who, "ballot") where there is none."""
    marking = view.allows("mark") if view is not None else None
    if view is None or view.ballot is None or marking is None or not marking.projects:
        return ()
    begun = {form.about for form in ui.drafts.every(Counted) if form.about.startswith(_MARKS)}
    names = {who: {marked_as(who, idea) for idea in view.ballot.eligible} for who in marking.who}
    there = {paper.who for paper in view.ballot.papers if paper.marked}
    found = [(who, "mark") for who in marking.who if names[who] & begun]
    return (*found, *((who, "ballot") for who in marking.who if who not in there))
