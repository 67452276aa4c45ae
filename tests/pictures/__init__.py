"""A few screens as pictures, to be compared: what no check of a layout can see.

`make pictures` takes them anew, after a change of looks that is meant; the difference then shows in review.
They are real moments of the recorded sessions, small, in both languages, easy text and high contrast among
them. Letters and curves are not drawn alike on every machine, so a few points may differ.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from engine import language
from engine.language import using
from game import console
from game.front.drafts import holding
from game.front.state import Settings, Ui
from game.front.told import Told, moments_of
from game.kit import Scene
from game.kit.theme import Theme
from game.paint import Painter, canvas
from game.screens import show, way_on
from tests.moments import Moment, moments

FOLDER = Path(__file__).parent
SIZE = (1280, 720)
KEPT = (640, 360)
"""Half the size is enough to see what moved, and takes little room."""
ALIKE = 24
"""How far one colour of a point may be from the other's, of 255."""
ALL = 99
"""More steps than great moments ever come together."""
DIFFERENT = 0.01
"""The share of points that may differ more."""


@dataclass(frozen=True)
class Shot:
    """One picture: a moment of a recorded session, for the room or the console."""

    name: str
    slug: str
    kind: str
    phase: str
    step: str = ""
    window: str = "room"
    language: str = "fr"
    plain: bool = False
    strong: bool = False
    text: float = 1.0
    round: int = 2
    moment_told: bool = True
    """Past the great moment that stands before a screen; else that moment."""

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.png"

    def moment(self) -> Moment:
        """The last moment of that phase and step; in the last round of a session where it has fewer."""
        found = [
            moment
            for moment in moments(self.slug, self.kind)
            if moment.game.table.phase == self.phase
            and (not self.step or moment.game.table.step == self.step)
        ]
        there = [moment for moment in found if len(moment.game.table.rounds) <= self.round]
        return there[-1]


CRUE, REZ = "au-lendemain-de-la-crue", "le-rez-de-chaussee"
SHOTS = (
    Shot("welcome", REZ, "facilitated", "welcome", language="en"),
    Shot("situation", CRUE, "facilitated", "situation"),
    Shot("negotiation", CRUE, "facilitated", "negotiation"),
    Shot("moment", CRUE, "facilitated", "negotiation", moment_told=False),
    Shot("negotiation-easy-large", REZ, "facilitated", "negotiation", plain=True, text=1.3),
    Shot("forecast", CRUE, "facilitated", "forecast", "ask", language="en"),
    Shot("reveal", CRUE, "facilitated", "reveal"),
    Shot("reveal-strong", REZ, "demo", "reveal", strong=True, language="en"),
    Shot("debate", CRUE, "facilitated", "debate", "vote"),
    Shot("map", CRUE, "facilitated", "debate", "map"),
    Shot("console-negotiation", CRUE, "facilitated", "negotiation", window="console"),
    Shot(
        "console-debate", REZ, "facilitated", "debate", "vote", window="console", language="en", strong=True
    ),
)


def composed(shot: Shot) -> Scene:
    """The screen of a shot, as data. Its words are in the language that is in use."""
    moment = shot.moment()
    settings = Settings(
        language=shot.language, plain=shot.plain, text_size=shot.text, high_contrast=shot.strong
    )  # type: ignore[arg-type]
    ui = replace(Ui(settings=settings), now=moment.game.table.at)
    if shot.moment_told and shot.phase != "reveal":
        ui = replace(ui, drafts=holding(Told(moments_of(moment.room(shot.language)), ALL)))
    window = canvas(SIZE, Theme(shot.window, shot.text, shot.strong))  # type: ignore[arg-type]
    if shot.window == "console":
        ui = replace(ui, way=way_on(moment.room(shot.language, shot.plain), ui))
        return window.compose(console.console(moment.console(shot.language, shot.plain), ui))
    return window.compose(*show(moment.room(shot.language, shot.plain), ui))


def taken(shot: Shot) -> pygame.Surface:
    """The picture of a shot, faces included, at the size that is kept."""
    language.add_catalogue("game")
    with using(shot.language):
        scene = composed(shot)
        painter = Painter(SIZE, Theme(shot.window, shot.text, shot.strong))  # type: ignore[arg-type]
        surface = pygame.Surface(SIZE)
        painter.paint(surface, scene)
        painter.faces.finish()
        painter.paint(surface, scene)
    return pygame.transform.smoothscale(surface, KEPT)


def difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of points where a colour is further from the other's than ALIKE, 0 to 1."""
    far = pygame.transform.threshold(
        dest_surface=None, surface=one, search_color=None, threshold=(ALIKE, ALIKE, ALIKE, 0),
        set_behavior=0, search_surf=other,
    )  # fmt: skip
    width, height = one.get_size()
    return 1 - far / (width * height)


def renew() -> Iterator[str]:
    """Take every picture anew; the names of those that changed."""
    for shot in SHOTS:
        now = taken(shot)
        if not shot.path.exists() or difference(now, pygame.image.load(shot.path)) > 0:
            pygame.image.save(now, str(shot.path))
            yield shot.name
