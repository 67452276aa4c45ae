"""What one audience may see, as frozen data with words already put on: all that a screen ever gets.

Ids are for intents, strings for eyes. A field that this audience may not see is None; it is never present
and hidden by the screen.
"""

from engine.look.expressions import Expression
from engine.play.legal import Legal, TokenCount
from engine.telling.place import PlaceWords
from engine.telling.vocabulary import Change, Fact, Reason
from engine.view.types.agenda import AgendaView
from engine.view.types.audience import CONSOLE, ROOM, Audience
from engine.view.types.ballot import (
    BallotView,
    CountedIdea,
    CountView,
    IdeaView,
    MethodView,
    OpinionView,
    PaperView,
    PublicView,
)
from engine.view.types.choices import ChoiceView
from engine.view.types.choosing import OptionView, RoomChoice
from engine.view.types.console import ConsoleView, JournalLine, NoteView
from engine.view.types.corners import BridgeView, CornersView, CornerView, GuestView, SealView, StripView
from engine.view.types.groups import GroupMove, GroupsView, GroupTouch, GroupView
from engine.view.types.hearing import HearingView
from engine.view.types.map import MapView, MoveView, ZoneView
from engine.view.types.own_card import OwnCard
from engine.view.types.people import BeliefView, CharacterView, IndicatorView, PostureView, RoundGain, Secret
from engine.view.types.places import HeardNeed, NeedView, PlaceView, TownView
from engine.view.types.projects import AnswerView, GivenWord, Personal, ProjectView, PromiseView
from engine.view.types.reveal import NO_TOKENS, CommonsView, FactView, Fallen, ProjectOutcome, RevealView
from engine.view.types.rumours import RumourView
from engine.view.types.secrets import MandateView, PactView
from engine.view.types.sites import (
    FeltView,
    GroundView,
    SiteMove,
    SitesView,
    SoftensView,
    WorksTold,
    WorksView,
)
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
from engine.view.types.timetable import BatonPass, BatonView, GoneView, HourView, TimetableView
from engine.view.types.votes import ActView, Counts, DebateView, ExerciseView, ForecastView, SentenceView
from engine.view.types.whole import View

__all__ = [
    "CONSOLE",
    "NO_TOKENS",
    "ROOM",
    "ActView",
    "AgendaView",
    "AnswerView",
    "Audience",
    "BallotView",
    "BatonPass",
    "BatonView",
    "BeliefView",
    "BridgeView",
    "BriefingPage",
    "Change",
    "CharacterView",
    "ChoiceView",
    "ClockView",
    "CommonsView",
    "ConsoleView",
    "CornerView",
    "CornersView",
    "CountView",
    "Countdown",
    "CountedIdea",
    "Counts",
    "DebateView",
    "EndingView",
    "ExerciseView",
    "Expression",
    "Fact",
    "FactView",
    "Fallen",
    "FeltView",
    "ForecastView",
    "GivenWord",
    "GoneView",
    "GroundView",
    "GroupMove",
    "GroupTouch",
    "GroupView",
    "GroupsView",
    "GuestView",
    "Handover",
    "HeardNeed",
    "HearingView",
    "HourView",
    "IdeaView",
    "IndicatorView",
    "JournalLine",
    "Legal",
    "LetterView",
    "MandateView",
    "MapView",
    "MethodView",
    "MoveView",
    "NeedView",
    "NoteView",
    "OpinionView",
    "OptionView",
    "OwnCard",
    "PactView",
    "PaperView",
    "Personal",
    "PhaseView",
    "PlaceView",
    "PlaceWords",
    "PostureView",
    "ProjectOutcome",
    "ProjectView",
    "PromiseView",
    "PublicView",
    "Reason",
    "RevealView",
    "RoomChoice",
    "RoundGain",
    "RumourView",
    "SealView",
    "Secret",
    "SentenceView",
    "SiteMove",
    "SitesView",
    "SituationView",
    "SoftensView",
    "StripView",
    "TimetableView",
    "TokenCount",
    "TownView",
    "View",
    "WorksTold",
    "WorksView",
    "ZoneView",
]
