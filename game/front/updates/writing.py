"""What is half done: words typed in fields, forms half filled in."""

from collections.abc import Mapping
from dataclasses import replace

from game.front.front import Front
from game.front.intents import Draft, Fill, Type
from game.front.pane import Which
from game.front.sight import Around
from game.front.updates.step import Step, Update, still
from game.kit import textfield
from game.kit.textfield import TextField


def draft(front: Front, intent: Draft, which: Which, around: Around) -> Step:
    """A form as it stands now."""
    return still(front.keeping(intent.form))


def fill(front: Front, intent: Fill, which: Which, around: Around) -> Step:
    """Texts in fields, forms, and the focus, at once."""
    fields = dict(front.ui.fields)
    for name, text in intent.fields:
        emptied = textfield.emptied(fields.get(name, TextField()))
        fields[name] = textfield.insert(emptied, text, multiline=True)
    front = replace(front, ui=replace(front.ui, fields=fields)).keeping(*intent.forms)
    return still(front.focused(which, intent.focus) if intent.focus else front)


def typed(front: Front, intent: Type, which: Which, around: Around) -> Step:
    """What is being typed in a field."""
    fields = {**front.ui.fields, intent.name: intent.field}
    return still(replace(front, ui=replace(front.ui, fields=fields)))


UPDATES: Mapping[type, Update] = {Draft: draft, Fill: fill, Type: typed}
