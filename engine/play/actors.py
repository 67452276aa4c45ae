"""Who gives a command. Whoever leads may give any of them; the others, what is theirs."""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["facilitator", "holder", "voter"]


@dataclass(frozen=True, slots=True)
class Actor:
    """`who` is the character that a holder holds; `voter` the number of a participant who answers."""

    role: Role = "facilitator"
    who: str = ""
    voter: int = 0

    def __str__(self) -> str:
        """As the session's file writes it: "", "holder:fatou", "voter:12"."""
        return {"facilitator": "", "holder": f"holder:{self.who}", "voter": f"voter:{self.voter}"}[self.role]

    @classmethod
    def read(cls, text: str) -> "Actor":
        """The actor of a file; ValueError where there is no such one."""
        role, _, rest = text.partition(":")
        if not text:
            return FACILITATOR
        if role == "holder" and rest:
            return cls("holder", who=rest)
        if role == "voter":
            return cls("voter", voter=int(rest))
        raise ValueError(f"no such author: {text}")


FACILITATOR: Final = Actor()
"""Who leads: the console, or whoever trains alone."""
