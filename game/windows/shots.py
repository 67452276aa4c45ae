"""Pictures of every screen that a demonstration passes, in order, without a window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame

from engine import demo
from engine.content.model import Duration, Scenario
from engine.language import tr
from engine.session.file import JournalError
from engine.view.types import ROOM
from game.front import settings as kept
from game.front.drafts import Turned
from game.front.intents import Draft, Go, GoOn, Home
from game.front.news import Fitted, Followed, Found
from game.front.pane import Which
from game.front.problem import Problem
from game.kit import Scene
from game.kit.theme import Theme
from game.paint import FaceStore, Painter, canvas
from game.screens.round import moments
from game.windows import picture as pictures
from game.windows.director import Director
from game.windows.sessions import Live

SIZE = (1920, 1080)


class Camera:
    """Takes pictures of a director's windows into a folder, numbered in order."""

    def __init__(self, director: Director, folder: Path, size: tuple[int, int] = SIZE) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem(tr("Impossible d'écrire dans {folder}.", folder=folder)) from error
        self.director = director
        self.folder = folder
        self.size = size
        self.count = 0
        self._faces = FaceStore()
        self._room: pygame.Surface | None = None

    def take(self, name: str, which: Which = "room") -> Path:
        """One picture of a window as it stands now; the file's path."""
        theme = pictures.theme_of(self.director, which)
        scene = pictures.compose(self.director, which, canvas(self.size, theme))
        made = self._painted(scene, theme, which)
        self.count += 1
        path = self.folder / f"{self.count:02d}-{name}.png"
        try:
            pygame.image.save(made, path)
        except (pygame.error, OSError) as error:
            raise Problem(tr("Impossible d'écrire {file}.", file=path)) from error
        return path

    def _painted(self, scene: Scene, theme: Theme, which: Which) -> pygame.Surface:
        made = pygame.Surface(self.size)
        painter = Painter(self.size, theme, self._faces)
        if which == "room":
            self._room = made
        elif self._room is not None:
            painter.show("room", self._room)
        painter.paint(made, scene)
        self._faces.finish()
        if painter.stale():
            painter.paint(made, scene)
        return made

    def close(self) -> None:
        self._faces.close()


def shoot(
    scenario: Scenario, seed: int, duration: Duration, folder: Path, save: Path | None, language: str
) -> None:
    """Play a whole demonstration and take every screen of it; a Problem says what could not be written."""
    settings = kept.changed(kept.load(), "language", language)
    director = Director(replace(settings, windows=2))
    camera = Camera(director, folder)
    try:
        _first_screens(director, camera, scenario)
        for name, which in _session(director, scenario, seed, duration, save):
            camera.take(name, which)
    finally:
        camera.close()
        director.close()


def _first_screens(director: Director, camera: Camera, scenario: Scenario) -> None:
    director.carry(Home())
    director.carry(Found(director.ui.scenarios, ()))
    camera.take("accueil")
    for name, argument in (("scenarios", "facilitated"), ("setup", scenario.id)):
        director.carry(Go(name, argument))
        camera.take(name)


def _session(
    director: Director, scenario: Scenario, seed: int, duration: Duration, save: Path | None
) -> Iterator[tuple[str, Which]]:
    """Names of the pictures to take, each when the director stands where it should."""
    try:
        session = demo.session(scenario, seed, duration, save)
    except JournalError as error:
        raise Problem(error.sentence) from error
    director.open(Live(session))
    seen: set[str] = set()
    for command in demo.moves(session):
        if command.kind == "advance":
            director.front = replace(director.front, behind=len(session.history) - 1)
            yield from _stage(director, seen)
            director.front = replace(director.front, behind=None)
        director.carry(Followed(command))
    director.tick()
    yield from _bilan(director)


def _stage(director: Director, seen: set[str]) -> Iterator[tuple[str, Which]]:
    """The room at the end of a step, and once for each kind of step the console."""
    view = director.view("room")
    if view is None:
        return
    _midway(director)
    kind, step = view.phase.kind, view.phase.step
    step_name = f"{kind}-{step}" if step else kind
    rounds = f"tour{view.phase.round}-" if view.phase.round and kind not in ("welcome", "briefing") else ""
    yield from _moments(director, rounds)
    pages = {"welcome": 3, "briefing": len(view.briefing)}.get(kind, 1)
    for page in range(pages):
        if kind in ("welcome", "briefing"):
            director.carry(Draft(Turned(kind, page)))
        yield f"{rounds}{step_name}" + (f"-{page + 1}" if pages > 1 else ""), "room"
    if step_name not in seen:
        seen.add(step_name)
        director.carry(Fitted(True))
        yield f"{rounds}{step_name}-console", "console"
        director.carry(Fitted(False))


def _moments(director: Director, rounds: str) -> Iterator[tuple[str, Which]]:
    """The great moments of a step; after them its screen is as it ends."""
    count = 0
    while (view := director.view("room")) and moments.ahead(view, ui := director.sight.ui_for("room")):
        if moments.standing(view, ui) is not None:
            count += 1
            yield f"{rounds}moment-{count}", "room"
        director.carry(GoOn())


def _midway(director: Director) -> None:
    """A timer as a room would see it in the middle of a step."""
    view = director.look(ROOM)
    if view is not None and view.clock.started is not None and view.clock.ends is not None:
        now = view.clock.started + 0.4 * (view.clock.ends - view.clock.started)
        director.front = replace(director.front, ui=replace(director.ui, now=now))


def _bilan(director: Director) -> Iterator[tuple[str, Which]]:
    from engine.debrief.types import Bilan
    from game.screens.bilan.pages import PAGE, leaves

    view, data = director.view("room"), director.sight.ui_for("room").bilan
    up = director.front.ui.taken_up
    count = len(leaves(view, data, up)) if view is not None and isinstance(data, Bilan) else 1
    for page in range(count):
        director.carry(Draft(Turned(PAGE, page)))
        yield f"bilan-{page + 1}", "room"
    director.carry(Fitted(True))
    yield "bilan-console", "console"
    for name in ("journal", "settings", "windows", "help"):
        director.carry(Go(name), "console")
        yield name, "console"
