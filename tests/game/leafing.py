"""A screen's pages one after another, as its own way on turns them."""

from collections.abc import Iterator
from dataclasses import replace

from engine.view.types import View
from game.front.intents import Draft
from game.front.state import Ui
from game.screens import way_on


def leaves(view: View, ui: Ui) -> Iterator[Ui]:
    """The local state at each page, the first as it is given; a reveal opens row by row."""
    while True:
        yield ui
        way = way_on(view, ui)
        if way is None or not way.enabled or not isinstance(way.intent, Draft):
            return
        ui = replace(ui, drafts=ui.drafts.kept(way.intent.form))
