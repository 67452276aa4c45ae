"""What the front-end has for each phase of the evening: its screen, its way on, its console tabs, its pace.

Screens and tabs stand on floors above this one and are named as "module:function", read when they are first
shown: the first picture comes sooner without the others. `register` takes the functions themselves.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from engine.language import tr
from engine.view.types import View
from game.front.state import Ui, Way
from game.kit import Element

Screen = Callable[[View, Ui], Element]
WayOn = Callable[[View, Ui], Way | None]
Tab = tuple[str, str, Screen]
"""A tab of the console: its name, its title, what it shows."""
Tabs = Callable[[View], Sequence[Tab]]


def _go_on() -> str:
    return tr("Continuez quand la salle est prête.")


@dataclass(frozen=True, eq=False)
class PhaseFront:
    """One phase on screen."""

    kind: str
    screen: Screen | str
    """What the room's window shows, of each step that has no screen in `steps`."""
    way: WayOn | str = ""
    """The way on from there; "" where it is only the next step."""
    tabs: Tabs | str = ""
    """What the facilitator does in it, the most pressing first; "" for nothing."""
    waiting: Callable[[], str] = _go_on
    """What the console says where there is nothing to do."""
    reading: float = 6.0
    """Seconds that a session which plays itself leaves to read it."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Steps with a screen of their own -> its name among `game.screens.SESSION`."""


def named(what: Any) -> Any:
    """A function of the game given as "module:function"; anything else, "" too, as it is."""
    if not isinstance(what, str) or not what:
        return what
    module, _, name = what.partition(":")
    return getattr(import_module(f"game.{module}"), name)


_fronts: dict[str, PhaseFront] = {}
FRONTS: Final[Mapping[str, PhaseFront]] = MappingProxyType(_fronts)
"""Kind -> front, those registered from elsewhere included."""


def register(front: PhaseFront) -> None:
    """Show a phase; ValueError where one of that kind is shown already."""
    if front.kind in _fronts:
        raise ValueError(f"there is a screen for the phase {front.kind!r} already")
    _fronts[front.kind] = front


def forget(kind: str) -> None:
    """Take a registered phase out again; KeyError where there is none of that kind."""
    del _fronts[kind]


for _front in (
    PhaseFront("welcome", "screens.home.welcome:welcome", "screens.home.welcome:welcome_way"),
    PhaseFront(
        "briefing",
        "screens.home.welcome:briefing",
        "screens.home.welcome:briefing_way",
        waiting=lambda: tr("Dépliez un panneau à la fois : Espace déplie, ← revient."),
        reading=4.0,
    ),
    PhaseFront(
        "method",
        "screens.round.method:method",
        tabs="console.ballots:method_tabs",
        waiting=lambda: tr("Lisez comment on comptera, puis continuez."),
        reading=7.0,
    ),
    PhaseFront(
        "situation",
        "screens.round.situation:situation",
        waiting=lambda: tr("Lisez la situation à voix haute, laissez la question agir, puis continuez."),
        tabs="console.rumours:tabs",
        reading=8.0,
        steps={"handover": "handover", "rumour": "rumour"},
    ),
    PhaseFront(
        "choose",
        "screens.round.choose:choose",
        tabs="console.choosing:tabs",
        waiting=lambda: tr("Lisez ce qui est décidé, puis continuez."),
        reading=6.0,
    ),
    PhaseFront(
        "agenda",
        "screens.round.agenda:agenda",
        tabs="console.agenda:tabs",
        waiting=lambda: tr("Lisez qui préside et ce qui attend, puis continuez."),
        reading=6.0,
    ),
    PhaseFront(
        "negotiation",
        "screens.round.negotiation:negotiation",
        "screens.round.negotiation:negotiation_way",
        "console.promises:tabs",
        waiting=lambda: tr("Tout est joué par le jeu : laissez lire les engagements."),
        steps={"own-card": "own-card"},
    ),
    PhaseFront(
        "hearing",
        "screens.round.hearing:hearing",
        tabs="console.hearing:tabs",
        waiting=lambda: tr("Lisez ce que dit la salle, puis revenez à la négociation."),
        reading=7.0,
    ),
    PhaseFront(
        "strips",
        "screens.round.strips:strips",
        tabs="console.strips:tabs",
        waiting=lambda: tr("Tout est joué par le jeu : laissez lire les bandes, à voix haute."),
        reading=9.0,
    ),
    PhaseFront(
        "forecast",
        "screens.round.forecast:forecast",
        tabs="console.counts:forecast_tabs",
        reading=5.0,
    ),
    PhaseFront(
        "choice",
        "screens.round.choice:choice",
        "screens.round.choice:choice_way",
        "console.choices:tabs",
        reading=3.0,
    ),
    PhaseFront(
        "ballot",
        "screens.round.ballot:ballot",
        "screens.round.ballot:ballot_way",
        tabs="console.ballots:tabs",
        waiting=lambda: tr("Tout est joué par le jeu : laissez lire le catalogue."),
        reading=7.0,
    ),
    PhaseFront(
        "reveal",
        "screens.round.reveal:reveal",
        "screens.round.reveal:reveal_way",
        "console.reveal:tabs",
        reading=9.0,
    ),
    PhaseFront(
        "debate",
        "screens.round.debate:debate",
        "screens.round.debate:debate_way",
        "console.acts:tabs",
        steps={"map": "map"},
    ),
    PhaseFront(
        "break",
        "screens.home.welcome:pause",
        waiting=lambda: tr("La séance reprendra au tour suivant."),
        reading=3.0,
    ),
    PhaseFront(
        "bilan",
        "screens.bilan.pages:bilan",
        "screens.bilan.pages:bilan_way",
        waiting=lambda: tr("Une page à la fois. Les paroles se relisent avant l'export."),
        reading=9.0,
    ),
):
    register(_front)
