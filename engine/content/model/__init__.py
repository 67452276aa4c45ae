"""What designers write, as frozen types.

The reader builds these from YAML and merges the other languages; nothing here reads a file. Checks that
one field can make alone stand here; checks across fields and files are in `engine.check`.
"""

from engine.content.model.agenda import Agenda
from engine.content.model.ballot import (
    COUNTED_BY,
    FAIR,
    FETCHING,
    GRADES,
    Ballot,
    CountedBy,
    Grade,
    Public,
    Voted,
)
from engine.content.model.base import (
    DURATIONS,
    RUNGS,
    Duration,
    EndReason,
    Frozen,
    OnMap,
    PhaseKind,
    Rung,
    Slug,
    Text,
    Tokens,
)
from engine.content.model.briefing import SIDES, Briefing, BriefingPanel, Diagram, DiagramPart, Side
from engine.content.model.cards import (
    Belief,
    CastMember,
    CharacterCard,
    DebateCard,
    FaceCard,
    NoteCard,
    Posture,
    ProjectCard,
    SituationCard,
    Voice,
)
from engine.content.model.conditions import BOUNDS, SEVERAL, SHARES, Condition
from engine.content.model.corners import Corner, Corners, Strip, Strips
from engine.content.model.devices import (
    MANDATES,
    METHODS,
    Act,
    Choose,
    Clock,
    Full,
    Later,
    Leaving,
    Mandate,
    Method,
    Option,
    Tick,
)
from engine.content.model.drawing import Drawing
from engine.content.model.groups import HELPING, Asleep, Group, Groups
from engine.content.model.hearing import Heard, Hearing
from engine.content.model.places import LISTENING, Place
from engine.content.model.rumour import Outcome, Rumour
from engine.content.model.scenario import Decay, Ending, Indicator, MapLabel, Panel, Parameters, Scenario
from engine.content.model.sites import Ground, Sites, Softens, Works
from engine.content.model.terms import Term, Terms
from engine.content.model.timetable import Baton, HalfDay, Kept, Room, Timetable
from engine.content.model.voice import FILLED, REASONS, Says
from engine.effects.reading import Effect
from engine.vocabulary import FAMILIES, KINDS, Family, Kind

__all__ = [
    "BOUNDS", "COUNTED_BY", "DURATIONS", "FAIR", "FAMILIES", "FETCHING", "FILLED", "GRADES", "HELPING",
    "KINDS", "LISTENING", "MANDATES", "METHODS",
    "REASONS", "RUNGS", "SEVERAL", "SHARES", "SIDES", "Act", "Agenda", "Asleep", "Ballot", "Baton", "Belief",
    "Briefing", "BriefingPanel", "CastMember", "CharacterCard", "Choose", "Clock", "Condition", "Corner",
    "Corners", "CountedBy", "DebateCard", "Decay",
    "Diagram", "DiagramPart", "Drawing", "Duration", "Effect", "EndReason", "Ending", "FaceCard", "Family",
    "Frozen", "Full", "Grade", "Ground", "Group", "Groups", "HalfDay", "Heard", "Hearing", "Indicator",
    "Kept", "Kind", "Later", "Leaving", "Mandate", "MapLabel", "Method",
    "NoteCard", "OnMap", "Option", "Outcome", "Panel", "Parameters",
    "PhaseKind", "Place", "Posture", "ProjectCard", "Public", "Room", "Rumour", "Rung", "Says", "Scenario",
    "Side", "Sites", "SituationCard", "Slug", "Softens", "Strip", "Strips", "Term", "Terms", "Text", "Tick",
    "Timetable", "Tokens",
    "Voice", "Voted", "Works",
]  # fmt: skip
