"""What is on the table and what is said about it: projects, promises, answers."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.content.model import FaceCard
from engine.play.legal import TokenCount
from engine.telling.vocabulary import Change
from engine.view.types.ballot import IdeaView
from engine.view.types.groups import GroupTouch
from engine.view.types.sites import SoftensView, WorksView


class Personal(NamedTuple):
    """What a project brings or costs somebody alone, in points and in words ("Marc y perd 3")."""

    who: str
    points: int
    words: str
    face: FaceCard


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project. `effects` are in words, without what only some may know; `rung` is what it announces, and
    `rung_means` what that means. `worth` is what completing it would bring the one who looks, in a round
    whose gains count; None but for a holder, and of going to listen. `during` is what each round changes
    while it is begun and not complete; `personal` whom it brings or costs something alone; `if_kept`, whether
    it would be complete if each kept what they promised aloud."""

    id: str
    title: str
    short: str
    text: str
    pictogram: str
    cost: TokenCount
    placed: TokenCount
    promised: TokenCount
    changes: tuple[Change, ...]
    rounds_left: int
    carte_blanche: bool
    effects: tuple[str, ...]
    rung: str
    rung_means: str
    worth: float | None = None
    during: tuple[Change, ...] = ()
    personal: tuple[Personal, ...] = ()
    if_kept: bool = False
    put_off: bool = False
    """Whether whoever chairs has put it off this round."""
    refers: str = ""
    """The panel of the briefing that its card refers to."""
    place: str = ""
    """The place of the town where it happens, by its id, and in words: "aux Hauts"."""
    where: str = ""
    listening: bool = False
    """Whether it is going to listen to a need, of which `overheard` is all that is known."""
    overheard: str = ""
    """What was overheard of a need, face down or heard."""
    heard_by: tuple[str, ...] = ()
    """Who came and listened to it, by the names that they have at the table."""
    hours: tuple[tuple[str, str], ...] = ()
    """The hours that it takes, (room, time), and those in words: "La grande salle : samedi soir"."""
    hours_said: str = ""
    dislodges: tuple[str, ...] = ()
    """The titles of what it would put out of those hours, and that in a sentence; "" for nothing."""
    dislodges_said: str = ""
    clashes: tuple[str, ...] = ()
    """The ids of the other open projects that want one of those hours."""
    group: str = ""
    """The group that it goes to help, by its id, and what it does to groups, as its card says."""
    touches: tuple[GroupTouch, ...] = ()
    changes_said: str = ""
    """Where there are groups, what it changes, what it keeps awake told apart."""
    works: WorksView | None = None
    """Where it is built in phases; and what it softens of such works."""
    softens: SoftensView | None = None
    idea: IdeaView | None = None
    """What has to be voted of it; and the public that it goes to fetch, "" for none."""
    fetches: str = ""
    corners: tuple[str, ...] = ()
    """The corner where it is done, or the two that it joins, by their ids; who may give to it, in words."""
    corners_said: str = ""

    @property
    def bridge(self) -> bool:
        """Whether it joins two corners."""
        return len(self.corners) > 1


@dataclass(frozen=True, slots=True)
class PromiseView:
    """`sentence` is the whole promise in words: "aux droits, si Youssef donne du temps"; `toward` only where
    it goes: "aux droits"; `on` whom its condition awaits something from ("" where it has none).
    """

    id: str
    who: str
    project: str
    tokens: TokenCount
    sentence: str
    conditional: bool
    toward: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A simulated character's answer to a request: what it adds (nothing = no), in a sentence; why, as it
    `says` it, and `decided`, what weighed most.

    The `request` alone, up to its colon, with the `offer` and what was `said` for it ("" for nothing); the
    `reply` at the first person; what is wanted in return as a `counter` ("" for nothing); whether a yes waits
    for the asker."""

    asker: str
    asked: str
    project: str
    accepted: TokenCount
    sentence: str
    says: str = ""
    decided: str = ""
    request: str = ""
    reply: str = ""
    offer: str = ""
    said: str = ""
    counter: str = ""
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class GivenWord:
    """A word given, in the round before, to promise something that serves `to` in this one: whether it is
    `kept` so far (None: nothing would serve), in a sentence."""

    who: str
    to: str
    kept: bool | None
    sentence: str
