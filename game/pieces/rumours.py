"""A rumour whose truth has come out."""

from engine.language import tr
from engine.view.types import RumourView
from game.kit import Card, Column, Element, Label


def rumour_told(now: RumourView) -> Element:
    """What was said, whether it was true, and what that means."""
    said = Label(tr("On disait : « {says} »", says=now.says), "small", "quiet")
    return Card(Column([said, Label(now.verdict, "heading"), Label(now.outcome, "body")], "xs"), "l", "m")
