"""Strips that are being written, or read with other words: in which fields, and what is not recorded yet."""

from engine.view.types import StripView, View
from game.front.state import Ui


def written_in(view: View, corner: str) -> str:
    """The field in which a corner's strip of this round is written."""
    return f"strip.{view.phase.round}.{corner}"


def read_in(view: View, corner: str) -> str:
    """The field in which its words are changed as they are read."""
    return f"strip.{view.phase.round}.{corner}.read"


def words_in(text: str) -> int:
    """How many words a text has, counted as the rules count them."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def same(one: str, other: str) -> bool:
    """Whether two texts are the same, whatever space is between their words."""
    return one.split() == other.split()


def unsent(view: View | None, ui: Ui) -> tuple[tuple[str, str], ...]:
    """What stands in the fields of now and is not recorded as it stands: (field, text)."""
    if view is None or view.corners is None:
        return ()
    found: list[tuple[str, str]] = []
    for corner in view.corners.corners:
        if corner.strip is None:
            continue
        fields = {}
        if view.allows("write"):
            fields[written_in(view, corner.id)] = corner.strip.text
        if view.allows("carry"):
            fields[read_in(view, corner.id)] = as_read(corner.strip)
        typed = ((name, ui.text(name), now) for name, now in fields.items())
        found += [(name, text) for name, text, now in typed if text.split() and not same(text, now)]
    return tuple(found)


def unheard(view: View | None) -> tuple[tuple[str, str], ...]:
    """What going on now would leave aside: (corner, "") where its strip is read nowhere yet, or (corner,
    question) where it has not answered whether that is what it said."""
    if view is None or view.corners is None or view.phase.kind != "strips" or view.phase.step != "read":
        return ()
    strips = [corner.strip for corner in view.corners.corners if corner.strip is not None]
    carries = view.allows("carry") is not None
    unread = [(strip.corner, "") for strip in strips if carries and not strip.to]
    silent = [
        (strip.corner, strip.question)
        for strip in strips
        if strip.to and strip.question and strip.asked is not None and not strip.asked.received
    ]
    return (*unread, *silent)


def as_read(strip: StripView) -> str:
    """The words that a strip is read with so far: those written, before it is."""
    return strip.read or strip.text
