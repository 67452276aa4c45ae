"""The console holds its room at every size, in both languages, with twelve people and much half done."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine import words
from engine.view.types import ClockView
from game.console.timer import timer_card
from game.paint import canvas
from game.theme import Theme
from game.ui import Ui
from tests.game.console_samples import gallery, view
from tests.game.samples import Case

ORDINARY, LARGE = Theme("console"), Theme("console", 1.15)
STRONG = Theme("console", 1.3, high_contrast=True)
RUNS: list[tuple[tuple[int, int], str, Case, Theme]] = [
    ((1280, 720), "fr", "worst", ORDINARY),
    ((1920, 1080), "en", "worst", ORDINARY),
    ((3840, 2160), "fr", "worst", ORDINARY),
    ((1280, 1024), "fr", "usual", STRONG),
    ((1280, 720), "en", "usual", LARGE),
    ((1920, 1080), "fr", "few", ORDINARY),
]


@pytest.fixture(autouse=True)
def catalogue() -> Iterator[None]:
    words.add_catalogue("game")
    yield
    words.use("fr")


@pytest.mark.parametrize(
    "run", RUNS, ids=lambda run: f"{run[0][0]}x{run[0][1]}-{run[1]}-{run[2]}-{run[3].text}"
)
def test_nothing_is_cut_or_covered_in_the_console(run: tuple[tuple[int, int], str, Case, Theme]) -> None:
    size, language, case, theme = run
    words.use(language)
    faults = [
        f"{name}: {defect.code}: {defect.message}"
        for name, compose in gallery(case).items()
        for defect in compose(size, theme).check()
    ]
    assert faults == []


def test_no_picture_of_the_console_gives_one_key_two_meanings() -> None:
    for name, compose in gallery("worst").items():
        controls = compose((1920, 1080), ORDINARY).controls()
        keys = [control.shortcut.lower() for control in controls if control.shortcut]
        assert len(keys) == len(set(keys)), (name, sorted(keys))


def test_every_control_of_the_console_does_something() -> None:
    for name, compose in gallery("worst").items():
        for control in compose((1920, 1080), ORDINARY).controls():
            assert control.intent is not None or control.role == "field", (name, control.id)


@pytest.mark.parametrize(
    ("over", "said"),
    [
        (-60, "À l’heure · fin prévue 15:30"),
        (240, "En retard de 4 min · fin prévue 15:30, probable 15:34"),
        (600, "En retard de 10 min · fin prévue 15:30, probable 15:40"),
    ],
)
def test_lateness_grows_while_a_phase_overruns(over: float, said: str) -> None:
    end = datetime.datetime(2026, 5, 4, 15, 30).timestamp()
    ends = end - 1800
    clock = ClockView(ends - 300, ends, None, end - 3600, end, 0.0)
    late = replace(view("negotiation", "", "usual"), clock=clock)
    scene = canvas((1920, 1080), ORDINARY).compose(timer_card(late, Ui(now=ends + over)))
    assert said in " ".join(scene.texts()).replace("\u00a0", " ")
