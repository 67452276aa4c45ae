"""What may be done now, with its bounds, and every reason for which something is refused.

A program that reads `Legal` is never refused; the sentences for people are in `engine.play.refusals`.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.content.model import Kind, Method


class TokenCount(NamedTuple):
    time: int = 0
    means: int = 0
    backing: int = 0


@dataclass(frozen=True, slots=True)
class Legal:
    """One kind of command that may be given now, with the bounds of its parameters.

    `who`, `projects`, `kinds`, `ids` list what is allowed; empty where the parameter does not exist.
    `limits` says how many tokens each of `who` can still promise or place; `needs` how many each project
    still needs; `holds` what "<who>/<project>" has there already, which a new promise replaces and a placed
    token is added to; `reach` how many of each kind it may have there at most, where that is less than is
    needed; `gives` which kinds each of `ids` has, so that a condition can be met. `tables` may be
    named ("" always may); `sizes` is how many people sit at each, where that can change. `methods` are the
    ways in which a room may choose. `barred` are the combinations of parameters that are not allowed, joined
    by "/": who has asked whom for what, whose own promise a question is about. `least` and `most` bound a
    number (the command to go back to, the promises to select, the participants; 0: nobody has counted them);
    of a request, `most` is how many rounds are still to come. What a request offers stays, with what `holds`
    says, within `needs`.
    """

    kind: str
    who: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    ids: tuple[str, ...] = ()
    limits: tuple[tuple[str, TokenCount], ...] = ()
    gives: tuple[tuple[str, tuple[Kind, ...]], ...] = ()
    least: int = 0
    most: int = 0
    needs: tuple[tuple[str, TokenCount], ...] = ()
    holds: tuple[tuple[str, TokenCount], ...] = ()
    tables: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    barred: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()
    reach: tuple[tuple[str, TokenCount], ...] = ()


Code = Literal[
    "already-begun",
    "wrong-phase",
    "over",
    "read-only",
    "not-saved",
    "unknown-duration",
    "too-few-characters",
    "demo-held",
    "training-held",
    "same-tables",
    "unknown-character",
    "unknown-project",
    "unknown-promise",
    "unknown-indicator",
    "unknown-question",
    "unknown-table",
    "unknown-voter",
    "unknown-act",
    "unknown-note",
    "unknown-command",
    "simulated",
    "not-simulated",
    "asks-itself",
    "already-asked",
    "already-promised",
    "two-offers",
    "no-next-round",
    "nothing-to-take",
    "all-announced",
    "hearing-used",
    "hears-itself",
    "not-heard",
    "no-backing",
    "already-verified",
    "nobody-to-verify",
    "no-tokens",
    "empty-promise",
    "half-condition",
    "own-condition",
    "cannot-give",
    "not-needed",
    "elsewhere",
    "one-each",
    "not-a-place",
    "already-there",
    "walker-promised",
    "walked",
    "nobody-walks",
    "one-each-helps",
    "asked-by-members",
    "not-from-within",
    "no-corners",
    "not-a-corner",
    "not-a-guest",
    "already-invited",
    "guest-promised",
    "invited-once",
    "not-invited",
    "too-many-words",
    "own-corner",
    "no-agenda",
    "nobody-chairs",
    "not-here",
    "agenda-too-long",
    "put-off",
    "no-ballot",
    "not-adopted",
    "not-eligible",
    "no-baton",
    "already-entrusted",
    "has-it-already",
    "no-clash",
    "already-first",
    "not-wanted-twice",
    "pact-alone",
    "pact-sealed",
    "pact-empty",
    "pact-tokens",
    "carte-blanche-used",
    "carte-blanche-kinds",
    "carte-blanche-cost",
    "carte-blanche-nothing",
    "carte-blanche-points",
    "carte-blanche-gauge",
    "carte-blanche-common",
    "no-card-waiting",
    "amended",
    "amended-by-the-game",
    "amend-nothing",
    "twice-the-same",
    "not-chosen",
    "wrong-counts",
    "already-voted",
    "already-sorted",
    "already-shown",
    "nothing-to-show",
    "own-promise",
    "not-your-corner",
    "taken",
    "mirrored",
    "confirmed",
    "not-confirmed",
    "nothing-placed",
    "choices-missing",
    "already-passed",
    "untimed",
    "paused",
    "running",
    "late",
    "not-yours",
]
"""Every reason for which a command is refused; its sentence is in `engine.play.refusals`."""


class Refused(Exception):  # noqa: N818 - the field's word for a move the rules do not allow
    """A command that the rules do not allow now: `code` for programs, the sentence for a person."""

    def __init__(self, code: Code, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
