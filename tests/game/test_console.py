"""The console holds its room at every size, in both languages, with twelve people and much half done.

At the smaller window every screen of it is also composed as usual at every text size: test_text_sizes.
"""

import datetime
from dataclasses import replace

import pytest

from engine.language import capital, use
from engine.view.types import CONSOLE, ClockView, Legal
from game import console
from game.console import asking, hearing
from game.console.counts import forecasts
from game.console.guide import notes
from game.console.postures import postures
from game.console.task import task_card
from game.console.timer import timer_card
from game.front.drafts import holding
from game.front.state import Ui
from game.kit import Column
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.panel import TaskTab, step_of
from tests.game import samples
from tests.game.console_samples import gallery, view
from tests.game.samples import Case

ORDINARY, LARGE = Theme("console"), Theme("console", 1.15)
STRONG = Theme("console", 1.3, high_contrast=True)
Run = tuple[tuple[int, int], str, Case, Theme]
EVERY: list[Run] = [((1280, 720), "fr", "worst", ORDINARY), ((1920, 1080), "en", "worst", ORDINARY)]
"""How every screen is composed."""
TURNS: list[Run] = [
    ((1280, 1024), "fr", "usual", STRONG),
    ((3840, 2160), "fr", "worst", ORDINARY),
    ((1280, 720), "en", "usual", LARGE),
    ((1920, 1080), "fr", "few", ORDINARY),
]
"""How screens take turns, neighbours in different ways."""


pytestmark = pytest.mark.usefixtures("french")


def faults(run: Run, turn: int = 0, turns: int = 1) -> list[str]:
    """What is wrong with every screen in a way, or with those whose turn it is."""
    size, language, case, theme = run
    use(language)
    return [
        f"{run[:3]}, {name}: {defect.code}: {defect.message}"
        for name, compose in list(gallery(case).items())[turn::turns]
        for defect in compose(size, theme).check()
    ]


@pytest.mark.no_cover  # the same lines at every size
@pytest.mark.parametrize("run", EVERY, ids=lambda run: f"{run[0][0]}x{run[0][1]}-{run[1]}-{run[2]}")
def test_nothing_is_cut_or_covered_in_the_console(run: Run) -> None:
    assert faults(run) == []


@pytest.mark.no_cover  # the same lines at every size
def test_nothing_is_cut_or_covered_in_the_console_in_other_ways_by_turns() -> None:
    assert [fault for turn, run in enumerate(TURNS) for fault in faults(run, turn, len(TURNS))] == []


def test_a_tab_left_open_does_not_hide_the_first_one_of_the_next_phase() -> None:
    before, now = view("welcome", "", "usual"), view("negotiation", "", "usual")
    state = Ui(drafts=holding(TaskTab(step_of(before), "sheets")))
    assert "Qui" in canvas((1920, 1080), ORDINARY).compose(task_card(now, state)).texts()
    state = Ui(drafts=holding(TaskTab(step_of(now), "promised")))
    assert "Retirer" in canvas((1920, 1080), ORDINARY).compose(task_card(now, state)).texts()


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("fr", "Une condition se dit. «\u202fSi tu viens, je viens.\u202f»",
         "«\u202fUne condition se dit. “Si tu viens, je viens.”\u202f»"),
        ("fr", "«\u202fOn y va\u202f!\u202f»", "«\u202fOn y va\u202f!\u202f»"),
        ("en", "Say a condition. “If you come, I come.”", "“Say a condition. ‘If you come, I come.’”"),
    ],
)  # fmt: skip
def test_quotes_in_what_is_to_be_said_step_down_a_level(language: str, line: str, said: str) -> None:
    use(language)
    now = view("negotiation", "", "usual")
    assert now.console is not None
    now = replace(now, console=replace(now.console, say=(line,), do=()))
    shown = canvas((1920, 1080), ORDINARY).compose(Column(notes(now, Ui()))).texts()
    assert said in " ".join(shown)


def test_once_forecasts_are_shown_the_console_does_not_say_that_nobody_sees_them() -> None:
    hidden = view("forecast", "ask", "usual")
    counted = tuple(replace(e, counts=replace(e.counts, yes=3, no=2, unsure=1)) for e in hidden.forecasts)
    shown = replace(hidden, forecasts=counted)
    first, second = (
        " ".join(canvas((1920, 1080), ORDINARY).compose(forecasts(seen, Ui())).texts())
        for seen in (hidden, shown)
    )
    assert "Personne ne voit les réponses" in first
    assert "Personne ne voit" not in second
    assert "La salle voit les réponses." in second


def test_accepting_a_posture_moves_no_other_line() -> None:
    proposed = view("debate", "map", "usual")
    assert proposed.map is not None
    first, *others = proposed.map.moves
    placed = replace(proposed, map=replace(proposed.map, moves=(replace(first, proposed=False), *others)))
    before, after = (
        {c.id: c.rect for c in canvas((1920, 1080), ORDINARY).compose(postures(seen, Ui())).controls()}
        for seen in (proposed, placed)
    )
    last = [who.id for who in proposed.characters if who.held][-1]
    last = f"posture.{last}.save"
    assert before[last] == after[last]


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


@pytest.mark.parametrize(("phase", "step"), [("negotiation", ""), ("choice", ""), ("debate", "vote")])
def test_several_of_the_words_collected_are_read_at_once(phase: str, step: str) -> None:
    seen = view(phase, step, "usual")
    assert seen.console is not None
    said = tuple(
        replace(seen.console.notes[0], id=id, text="On a ramassé trois sacs devant la poste.")
        for id in range(1, 5)
    )
    seen = replace(seen, console=replace(seen.console, notes=said))
    shown = canvas((1280, 720), ORDINARY).compose(console.console(seen, Ui())).controls()
    assert sum(control.id.startswith("note.") for control in shown) >= 3


def test_a_hearing_says_whose_token_pays_for_it_even_where_only_one_may_ask() -> None:
    seen = samples.view("negotiation", "", "usual", CONSOLE)
    one, other = seen.characters[0].id, seen.characters[1].id
    asking_ = replace(seen, legal=(Legal("hear", (one,), ids=(other,)),), may_hear=())
    told = canvas((1920, 1080), ORDINARY).compose(hearing.ask(asking_, Ui())).texts()
    assert "Qui demande" in " ".join(told)


def test_beside_its_answer_a_request_stays_as_it_was_asked() -> None:
    seen = samples.view("negotiation", "", "usual", CONSOLE)
    legal = seen.allows("ask")
    assert legal is not None
    assert seen.answers
    asked, project = seen.answers[-1].asked, legal.projects[-1]
    barred = (*legal.barred, *(f"{one}/{asked}/{project}" for one in legal.who))
    once = replace(seen, legal=(replace(legal, barred=barred),))
    form = asking.Asking(asker=legal.who[0], asked=asked, project=project, open="answer")
    told = canvas((1920, 1080), ORDINARY).compose(asking.ask_form(once, Ui(drafts=holding(form)))).texts()
    short = next(one.short for one in seen.projects if one.id == project)
    assert capital(short) in told
