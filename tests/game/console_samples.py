"""Views of the console to look at: the room's samples with what only the facilitator sees."""

from collections.abc import Callable
from dataclasses import replace

from engine.play.commands import TAGS
from engine.view.types import (
    CONSOLE,
    ConsoleView,
    Counts,
    JournalLine,
    Legal,
    NoteView,
    TokenCount,
    View,
)
from game import console
from game.console import words as words_card
from game.console.guide import Guide, Secrets
from game.console.promises import Promising
from game.console.seen import Projector
from game.console.task import Finishing
from game.front.drafts import holding
from game.front.state import Settings, Shown, Stands, Ui
from game.kit import Canvas, Element, Scene, Spacer
from game.kit.textfield import TextField
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.panel import PanelTab, TaskTab, step_of
from game.windows.picture import BESIDE, beside
from tests.game import samples, samples_late
from tests.game.samples import Case, t

Compose = Callable[[tuple[int, int], Theme], Scene]


def console_view(case: Case) -> ConsoleView:
    """Many notes, long hidden sentences, a long journal."""
    many = {"few": 1, "usual": 4, "worst": 40}[case]
    say = t("Pourquoi quelqu'un de raisonnable penserait-il le contraire de ce que vous venez de dire ?",
            "Why would somebody reasonable think the opposite of what you have just said?")  # fmt: skip
    hidden = t("Marc croit de Fatou : « Les habitants cassent tout. » Cela tombe s’ils construisent.",
               "Marc believes of Fatou: “Residents break everything.” It falls if they build.")  # fmt: skip
    promised = t("Fatou promet 2 temps au jardin partagé de la friche", "Fatou promises 2 time there")
    people = [c.id for c in samples.characters(case)]
    return ConsoleView(
        say=(say,) * (2 if case == "few" else 4),
        do=(say,) * (1 if case == "few" else 4),
        hidden=(hidden,) * many,
        notes=tuple(
            NoteView(i + 1, say, TAGS[i % 8], t("désaccord", "disagreement"), "Marie-Antoinette", 2,
                     t("Débat", "Debate"), samples.NOW)
            for i in range(many)
        ),
        journal=tuple(
            JournalLine(i + 1, samples.NOW - 60 * i, 2, promised, i % 5 == 4)
            for i in range(many)
        ),
        doubtful=tuple(p.id for p in samples.promises(case)),
        ticks=tuple((who, (1, 2, 3, 4)) for who in people),
    )  # fmt: skip


def _legal(view: View) -> tuple[Legal, ...]:
    """Everything that a facilitator may do in the phase, with bounds."""
    everybody = tuple(c.id for c in view.characters)
    open_ = tuple(p.id for p in view.projects)
    limits = tuple((who, TokenCount(4, 4, 4)) for who in everybody)
    kinds = ("time", "means", "backing")
    made = [
        Legal("advance"), Legal("undo", least=1, most=90), Legal("note"), Legal("tick", everybody),
        Legal("clock", ids=("pause", "add")), Legal("finish"),
    ]  # fmt: skip
    phase, step = view.phase.kind, view.phase.step
    if phase == "negotiation":
        made += [
            Legal("promise", everybody, open_, kinds, everybody, limits),
            Legal("withdraw", ids=tuple(p.id for p in view.promises)),
            Legal("ask", everybody, open_, ids=everybody),
            Legal("carte-blanche", kinds=kinds),
        ]
    if phase == "forecast":
        made += [
            Legal("tally", ids=tuple(f.counts.question for f in view.forecasts)),
            Legal("select", ids=tuple(p.id for p in view.promises), most=3),
            Legal("show-forecasts"),
        ]
    if phase == "choice":
        made += [Legal(kind, everybody) for kind in ("pass-to", "place", "keep-word", "confirm", "reopen")]
    if phase == "debate" and step != "map":
        assert view.debate is not None
        acts = tuple(act.id for act in view.debate.acts)
        made += [
            Legal("tally", ids=("verdict:2:1", "verdict:2:2", "statement:2")),
            Legal("pick-act", ids=acts),
        ]
    if phase == "debate" and step == "map":
        made.append(Legal("place-posture", everybody))
    if phase in ("welcome", "bilan"):
        made.append(Legal("own-placing", ids=("before" if phase == "welcome" else "after",)))
    return tuple(made)


def view(phase: str, step: str, case: Case) -> View:
    """What the console sees in a phase."""
    if phase == "debate" and step == "map":
        base = samples_late.posture_map(case)
    elif phase == "debate":
        base = replace(samples_late.debate(step, case), reveal=samples_late.reveal(case).reveal)
    elif phase == "reveal":
        base = samples_late.reveal(case)
    else:
        base = samples.view(phase, step, case)  # type: ignore[arg-type]
    secret = {c.id: c for c in samples.characters(case, "*")}
    cast = tuple(replace(c, held=True, secret=secret[c.id].secret) for c in base.characters)
    base = replace(base, audience=CONSOLE, characters=cast, console=console_view(case))
    if base.debate is not None:
        asked = Counts("verdict:2:1", 12, 40)
        base = replace(
            base,
            debate=replace(base.debate, first=asked, second=None, statement=Counts("statement:2", 0, 40)),
        )
    if base.map is not None:
        moves = tuple(replace(move, proposed=True) for move in base.map.moves)
        base = replace(base, map=replace(base.map, moves=moves))
    return replace(base, legal=_legal(base))


PHASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("welcome", "", ("placing",)),
    ("situation", "", ("",)),
    ("negotiation", "", ("promise", "ask", "promised")),
    ("forecast", "ask", ("forecasts", "select")),
    ("choice", "", ("choices",)),
    ("reveal", "", ("reveal", "ticks")),
    ("debate", "vote", ("verdict", "statement", "acts", "ticks")),
    ("debate", "map", ("postures",)),
    ("break", "", ("",)),
    ("bilan", "", ("placing",)),
)
"""(phase, step, tabs) of every picture of the console."""


def ui(plain: bool = False) -> Ui:
    """A local state in which much is half done."""
    long = 3 * t("Une parole très longue que quelqu'un a dite en se levant, et que tous ont entendue. ",
                 "Very long words that somebody said standing up, and that everybody heard. ")  # fmt: skip
    drafts = holding(
        Promising(if_who="c2", tokens=(1, 2, 0)), words_card.Writing(note=1), Finishing(asked=True)
    )
    return Ui(
        Settings(plain=plain), drafts=drafts, now=samples.NOW, file="a.coop",
        displays=("1 · 1920 × 1080", "2 · 3840 × 2160"), stands=Stands(1, 0),
        fields={words_card.FIELD: TextField(long, 12, 40), words_card.SPEAKER: TextField("Marie-Antoinette")},
        toast=t("Ce personnage n'a plus autant de jetons de ce genre.", "No more tokens of this kind."),
        toast_is_error=True,
    )  # fmt: skip


def gallery(case: Case, plain: bool = False) -> dict[str, Compose]:
    """Every picture of the console and of its panel."""
    made: dict[str, Compose] = {}
    for phase, step, tabs in PHASES:
        for tab in tabs:
            seen = view(phase, step, case)
            state = ui(plain)
            state = replace(state, drafts=state.drafts.kept(TaskTab(step_of(seen), tab)))
            made[f"{phase}{step}-{tab}"] = _whole(console.console(seen, state))
            made[f"panel-{phase}{step}-{tab}"] = _panel(seen, state)
            off = replace(state, drafts=state.drafts.kept(Projector(off=True)))
            made[f"panel-off-{phase}{step}-{tab}"] = _panel(seen, off)
    seen = view("negotiation", "", case)
    for tab in ("words", "notes", "time", "journal", "hidden"):
        state = replace(ui(plain), drafts=holding(PanelTab(name=tab), Secrets(who="c1"), Projector(off=True)))
        made[f"panel-{tab}"] = _panel(seen, state)
    for tab in ("promise", "ask", "journal"):
        train = replace(seen, mode="training", participants=1)
        state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(seen), tab)))
        made[f"trainee-{tab}"] = _panel(train, state)
    first = replace(seen, phase=replace(seen.phase, round=1))
    state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(first), "promise")))
    made["first-promise"] = _whole(console.console(first, state))
    made["panel-first-promise"] = _panel(first, state)
    made["trainee-first"] = _panel(replace(first, mode="training", participants=1), state)
    back = ui(plain)
    back = replace(back, room=Shown(looking=1))
    made["looking-back"] = _whole(console.console(seen, back))
    state = replace(ui(plain), drafts=holding(Guide(hidden=True), Secrets(who=seen.characters[0].id)))
    made["secrets"] = _whole(console.console(seen, state))
    made["windows"] = _whole(console.windows(None, ui(plain)))
    one = replace(ui(plain), displays=("1 · 1920 × 1080",))
    copied, away = Stands(seen=True, copied=True), Stands(seen=True, away=True)
    made["windows-one-display"] = _whole(console.windows(None, replace(one, stands=copied)))
    made["windows-unplugged"] = _whole(console.windows(None, replace(one, stands=away)))
    return made


def _whole(element: Element) -> Compose:
    return lambda size, theme: _canvas(size, theme).compose(element)


def _panel(seen: View, state: Ui) -> Compose:
    def compose(size: tuple[int, int], theme: Theme) -> Scene:
        own = _canvas(size, theme)
        if seen.mode == "training":
            return beside(own.compose(Spacer()), console.trainee(seen, state), own, BESIDE, veiled=False)
        projected = replace(seen, audience=replace(seen.audience, mirrored=True))
        left = console.on_the_left(projected)
        return beside(own.compose(Spacer()), console.panel(projected, state), own, left=left)

    return compose


def _canvas(size: tuple[int, int], theme: Theme) -> Canvas:
    return canvas(size, theme)
