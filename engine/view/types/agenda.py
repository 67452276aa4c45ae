"""An agenda as an audience sees it: who volunteers for the chair, who is in it, what is put off."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaView:
    """`title` is what it is called; a round `treats` so many of the `projects` (ids) that lie on the table,
    and that in words: `told`. `volunteers` stand for the chair (`standing`: in words); `chair` is who was
    drawn, "" before (`drawn`: in words). `put_off`: what waits, in the order in which it was said (`waits`:
    in words); `too_many`: how many have still to be said (`missing`: in words)."""

    title: str
    treats: int
    projects: tuple[str, ...]
    told: str
    volunteers: tuple[str, ...] = ()
    standing: str = ""
    chair: str = ""
    drawn: str = ""
    put_off: tuple[str, ...] = ()
    waits: str = ""
    too_many: int = 0
    missing: str = ""
