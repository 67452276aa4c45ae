"""Who looks, as flags of what it may see and what it may do."""

from dataclasses import dataclass

from engine.play.actors import FACILITATOR, Actor


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks. `kind` is only a name: what follows says what it sees and does.

    `character` is whose sheet and whose own placing it reads. `every_sheet`: all sheets, as far as the mode
    of play allows. `backstage`: what to say and do, presuppositions, words collected, the journal. `acts_as`
    gives the commands that it may give; without one, a character's holder's, or none. `mirrored`: the whole
    room sees the picture, so that sheets and choices go by paper. `elsewhere`: the computer is passed from
    hand to hand on another screen, of which nothing is shown.
    """

    kind: str
    character: str | None = None
    every_sheet: bool = False
    backstage: bool = False
    acts_as: Actor | None = None
    mirrored: bool = False
    elsewhere: bool = False

    @property
    def actor(self) -> Actor | None:
        """Who gives the commands that come from this audience; None where it only looks."""
        if self.acts_as is None and self.character:
            return Actor("holder", who=self.character)
        return self.acts_as


ROOM = Audience("room", acts_as=FACILITATOR)
"""The room's window: led with a remote, like the console."""
CONSOLE = Audience("console", every_sheet=True, backstage=True, acts_as=FACILITATOR)
