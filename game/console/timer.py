"""Time: the phase's, with pause and more or less of it; the bell; the session's pace."""

import datetime

from engine.language import ntr, tr
from engine.play.commands import Clock
from engine.view.types import View
from game.console.pieces import card
from game.front.intents import Do, Set
from game.front.state import Ui
from game.kit import Bar, Button, Card, Element, Flow, Grow, Label, Row, Sized, Spacer
from game.pieces.parts import Own, clock_text

_TIME = 112.0


def timer_card(view: View, ui: Ui) -> Card:
    """The phase's time left, large; then how the session keeps to its plan."""
    time = Sized(Own(_time(view, ui)), h=_TIME)  # paused, it is longer: it tightens alone
    return card(tr("Minuteur"), time, _buttons(view, ui), Grow(Spacer()), *pace(view, ui))


def _time(view: View, ui: Ui) -> Element:
    if ui.damage:
        return Label(tr("Arrêté : cette séance se relit, elle ne se joue plus."), "body", "quiet")
    text, colour = clock_text(view.clock, ui.now)
    if text == "—":
        return Label(tr("Cette étape n'est pas minutée."), "body", "quiet")
    return Label(text, "timer", colour, one_line=True)


def _buttons(view: View, ui: Ui) -> Element:
    return Flow([*clock_buttons(view), _bell(ui)], "xs", "xs")


def clock_buttons(view: View) -> list[Element]:
    """−1 min, +1 min, Pause: those that the phase allows."""
    legal = view.allows("clock")
    if legal is None:
        return []
    paused = "resume" in legal.ids
    word, action = (tr("Reprendre"), "resume") if paused else (tr("Suspendre"), "pause")
    return [
        Button(tr("−1 min"), "clock-less", Do(Clock(action="add", seconds=-60)), "chip"),
        Button(tr("+1 min"), "clock-more", Do(Clock(action="add", seconds=60)), "chip"),
        Button(
            word, "clock-pause", Do(Clock(action=action)), "chip", hint="P",
            reserve=(tr("Reprendre"), tr("Suspendre")),
        ),
    ]  # fmt: skip


def _bell(ui: Ui) -> Element:
    on = ui.settings.sound
    yes, no = tr("Cloche : oui"), tr("Cloche : non")
    return Button(yes if on else no, "bell", Set("sound", not on), "chip", reserve=(yes, no))


def pace(view: View, ui: Ui) -> list[Element]:
    """How far the session is, and whether it keeps to its plan."""
    clock = view.clock
    if clock.session_started is None or clock.planned_end is None:
        return []
    whole = max(clock.planned_end - clock.session_started, 1.0)
    share = (ui.now - clock.session_started) / whole
    over = max(0.0, ui.now - clock.ends) if clock.ends is not None else 0.0
    late = round((clock.late + over) / 60)
    word, colour = tr("À l'heure"), "kept"
    if late >= 2:
        word, colour = ntr("En retard de {n} min", "En retard de {n} min", late), "part"
    elif late <= -2:
        word, colour = ntr("En avance de {n} min", "En avance de {n} min", -late), "kept"
    end = tr("fin prévue {time}", time=hour(clock.planned_end))
    if abs(late) >= 2:
        likely = hour(clock.planned_end + 60 * late)
        end = tr("fin prévue {time}, probable {likely}", time=hour(clock.planned_end), likely=likely)
    return [
        Label(tr("Rythme de la séance"), "label"),
        Bar(min(max(share, 0.0), 1.0), colour, height=14.0),
        Row([Grow(Label(f"{word} · {end}", "body"))], "none"),
    ]


def hour(at: float) -> str:
    """A time of day: "14:05" """
    return f"{datetime.datetime.fromtimestamp(at):%H:%M}"


def minutes_left(view: View, ui: Ui) -> str:
    """ "reste 52 min", or nothing where nothing is planned."""
    if view.clock.planned_end is None:
        return ""
    left = int((view.clock.planned_end - ui.now) / 60)
    if left < 0:
        return ntr("dépassé de {n} min", "dépassé de {n} min", -left)
    return ntr("reste {n} min", "reste {n} min", left)
