"""What one audience may see, as frozen data with words already put on: all that a screen ever gets.

Ids are for intents, strings for eyes. A field that this audience may not see is None; it is never present
and hidden by the screen.
"""

from engine.play.commands import Legal, TokenCount
from engine.view.types.happened import (
    NO_TOKENS,
    CommonsView,
    Fact,
    FactView,
    MapView,
    MoveView,
    ProjectOutcome,
    Reason,
    RevealView,
    SituationView,
    ZoneView,
)
from engine.view.types.people import (
    CONSOLE,
    ROOM,
    Audience,
    AudienceKind,
    BeliefView,
    Change,
    CharacterView,
    Expression,
    IndicatorView,
    PostureView,
    RoundGain,
    Secret,
)
from engine.view.types.standing import (
    BriefingPage,
    ChoiceView,
    ClockView,
    ConsoleView,
    EndingView,
    JournalLine,
    NoteView,
    PhaseView,
)
from engine.view.types.talk import (
    ActView,
    AnswerView,
    Counts,
    DebateView,
    ForecastView,
    ProjectView,
    PromiseView,
)
from engine.view.types.whole import View

__all__ = [
    "CONSOLE",
    "NO_TOKENS",
    "ROOM",
    "ActView",
    "AnswerView",
    "Audience",
    "AudienceKind",
    "BeliefView",
    "BriefingPage",
    "Change",
    "CharacterView",
    "ChoiceView",
    "ClockView",
    "CommonsView",
    "ConsoleView",
    "Counts",
    "DebateView",
    "EndingView",
    "Expression",
    "Fact",
    "FactView",
    "ForecastView",
    "IndicatorView",
    "JournalLine",
    "Legal",
    "MapView",
    "MoveView",
    "NoteView",
    "PhaseView",
    "PostureView",
    "ProjectOutcome",
    "ProjectView",
    "PromiseView",
    "Reason",
    "RevealView",
    "RoundGain",
    "Secret",
    "SituationView",
    "TokenCount",
    "View",
    "ZoneView",
]
