"""Everything that one audience may see at one moment."""

from dataclasses import dataclass
from typing import Any, Literal

from engine.content.model import Duration, EndReason
from engine.look.things import PLAIN, Neighbourhood
from engine.play.legal import Legal
from engine.telling.place import PlaceWords
from engine.telling.terms import TermWords
from engine.view.types.agenda import AgendaView
from engine.view.types.audience import Audience
from engine.view.types.ballot import BallotView
from engine.view.types.choices import ChoiceView
from engine.view.types.choosing import RoomChoice
from engine.view.types.console import ConsoleView
from engine.view.types.corners import CornersView
from engine.view.types.groups import GroupsView
from engine.view.types.hearing import HearingView
from engine.view.types.map import MapView
from engine.view.types.own_card import OwnCard
from engine.view.types.people import CharacterView, IndicatorView
from engine.view.types.places import TownView
from engine.view.types.projects import AnswerView, GivenWord, ProjectView, PromiseView
from engine.view.types.reveal import RevealView
from engine.view.types.rumours import RumourView
from engine.view.types.secrets import MandateView, PactView
from engine.view.types.sites import SitesView
from engine.view.types.stage import (
    BriefingPage,
    ClockView,
    Countdown,
    EndingView,
    Handover,
    LetterView,
    PhaseView,
    SituationView,
)
from engine.view.types.timetable import BatonView, TimetableView
from engine.view.types.votes import DebateView, ForecastView


@dataclass(frozen=True, slots=True)
class View:
    """Everything that one audience may see at one moment."""

    audience: Audience
    scenario_id: str
    title: str
    pitch: str
    place: PlaceWords
    mode: Literal["facilitated", "training", "demo"]
    duration: Duration
    participants: int
    tables: tuple[str, ...]
    phase: PhaseView
    clock: ClockView
    indicators: tuple[IndicatorView, ...]
    characters: tuple[CharacterView, ...]
    projects: tuple[ProjectView, ...]
    promises: tuple[PromiseView, ...]
    answers: tuple[AnswerView, ...]
    situation: SituationView | None
    forecasts: tuple[ForecastView, ...]
    forecasts_shown: bool
    choice: ChoiceView | None
    reveal: RevealView | None
    debate: DebateView | None
    map: MapView | None
    briefing: tuple[BriefingPage, ...]
    carte_blanche_used: bool
    carte_blanche_new: bool
    """Whether the room's own project came to the table in this round."""
    own_placing: tuple[tuple[int, ...], tuple[int, ...]]
    outcome: EndReason | None
    ending: EndingView | None
    results: tuple[tuple[str, bool, float, float], ...] | None
    """At the Bilan: (character, reached its goal, gain, goal) for every character."""
    legal: tuple[Legal, ...]
    console: ConsoleView | None
    passed_to: str | None = None
    """Who has the computer: to read their sheet before or while people negotiate, or to choose."""
    letters: tuple[LetterView, ...] = ()
    countdowns: tuple[Countdown, ...] = ()
    handed_over: tuple[Handover, ...] = ()
    """Who left their seat to an heir as this round began."""
    room_choice: RoomChoice | None = None
    pacts: tuple[PactView, ...] = ()
    pacts_refused: tuple[str, ...] = ()
    """Why pacts were refused, in words, to those who may know of it."""
    mandates: tuple[MandateView, ...] = ()
    """Those that this reveal decided; at the Bilan all of them."""
    neighbourhood: Neighbourhood = PLAIN
    agenda: AgendaView | None = None
    """How much of what lies on the table a round has time for; None where there is no agenda."""
    town: TownView | None = None
    """The places of a town too large to be everywhere; None where a scenario has none."""
    timetable: TimetableView | None = None
    """The week of the rooms that are shared, and what passes from hand to hand; None without."""
    baton: BatonView | None = None
    groups: GroupsView | None = None
    """Groups that live, sleep, and learn to do without help; None without."""
    sites: SitesView | None = None
    """The ground that works take; None without."""
    corners: CornersView | None = None
    """The corners in which the room sits; None without."""
    ballot: BallotView | None = None
    """What is voted, by whom, and what came of it; None without."""
    hearing: HearingView | None = None
    own_card: OwnCard | None = None
    """The room's own project, while it waits to be opened."""
    may_hear: tuple[tuple[str, str], ...] = ()
    """Whom one may ask to hear now, and the question proposed ("" for none)."""
    unheard: tuple[str, ...] = ()
    """Who lets people speak first, and has not announced yet."""
    given_words: tuple[GivenWord, ...] = ()
    """Words given in the round before for this one."""
    rumour: RumourView | None = None
    """What is said around this round's situation."""
    untold: tuple[RumourView, ...] = ()
    """At the Bilan: the rumours whose truth had not come back."""
    terms: tuple[TermWords, ...] = ()
    """What words of the trade mean, wherever a text uses them."""
    refers: str = ""
    """The panel of the briefing that the act debated refers to, or else the situation."""
    own: Any = None
    """What the phase alone shows (`Phase.shows`); None where it shows nothing that the others do not."""

    def character(self, id: str) -> CharacterView:
        """The character with this id; KeyError if it is not in play."""
        for character in self.characters:
            if character.id == id:
                return character
        raise KeyError(id)

    def allows(self, kind: str) -> Legal | None:
        """The legal entry of that kind of command, or None when it is not allowed now."""
        return next((legal for legal in self.legal if legal.kind == kind), None)
