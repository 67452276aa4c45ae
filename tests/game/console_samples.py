"""The console to look at, in the moments of tests/game/samples.py: as it was, or with much to read."""

from collections.abc import Callable
from dataclasses import replace

from engine.briefing.reading import shipped
from engine.content.model import PhaseKind
from engine.play.commands import TAGS
from engine.view.types import (
    CONSOLE,
    Audience,
    ConsoleView,
    Counts,
    Legal,
    NoteView,
    TokenCount,
    View,
)
from game import console
from game.console import ballots as ballots_console
from game.console import words as words_card
from game.console.asking import Asking
from game.console.guide import Guide, Secrets
from game.console.promises import Promising
from game.console.seen import Projector
from game.console.strips import Carrying
from game.console.task import Finishing
from game.front import foldout
from game.front.drafts import Counted, Form, Turned, holding
from game.front.state import Settings, Shown, Stands, Ui
from game.front.unsent import marked_as
from game.kit import Canvas, Element, Scene, Spacer
from game.kit.textfield import TextField
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.marking import Sure
from game.pieces.panel import PanelTab, TaskTab, step_of
from game.screens.bilan.promised import Unsaying
from game.windows.picture import BESIDE, beside
from tests.game import ballots, chairs, corners, groups, sample_bilan, samples, town, week
from tests.game.samples import Case, t

Compose = Callable[[tuple[int, int], Theme], Scene]


def view(phase: PhaseKind, step: str, case: Case) -> View:
    """What the console sees in a phase; at worst, all may do everything, and much was written down."""
    if phase == "debate" and step == "map":
        seen = samples.posture_map(case, audience=CONSOLE)
    elif phase == "debate":
        seen = samples.debate(step, case, counted=False, audience=CONSOLE)
    elif step == "own-card":
        seen = samples.proposed(samples.view(phase, "", case, CONSOLE))
    elif step == "town":
        seen = town.in_town(samples.view(phase, "", case, CONSOLE), case, choosing=True)
    elif step == "rumour":
        seen = samples.whispered(samples.view(phase, "", case, CONSOLE))
    else:
        seen = samples.view(phase, step, case, CONSOLE)
    if step == "ask":  # nobody has answered yet: what is asked may still be chosen
        asked = tuple(replace(entry, counts=replace(entry.counts, received=0)) for entry in seen.forecasts)
        choosing = Legal("select", ids=tuple(promise.id for promise in seen.promises), most=3)
        seen = replace(seen, forecasts=asked, legal=(*seen.legal, choosing))
    if phase == "negotiation":
        seen = _may_hear(seen)
    assert seen.console is not None
    if case == "few":
        return replace(seen, console=_cut(seen.console))
    if case == "worst":
        legal = tuple(_open(entry, seen) for entry in seen.legal)
        return replace(seen, legal=legal, console=_written(seen.console, seen))
    return seen


def _may_hear(view: View) -> View:
    """Whoever has a token of backing may ask to hear anybody, with a long question proposed."""
    people = tuple(who.id for who in view.characters)
    question = t(
        "Qui a décidé que le local resterait fermé, et depuis quand le saviez-vous, vous, ici ?",
        "Who decided that the room would stay shut, and since when have you known, you here?",
    )
    barred = tuple(f"{who}/{who}" for who in people)
    others = tuple(entry for entry in view.legal if entry.kind != "hear")
    legal = (*others, Legal("hear", people, ids=people, barred=barred))
    return replace(view, legal=legal, may_hear=tuple((who, question) for who in people))


def _cut(seen: ConsoleView) -> ConsoleView:
    """One of each."""
    return replace(
        seen, do=seen.do[:1], hidden=seen.hidden[:1], notes=seen.notes[:1], journal=seen.journal[:1]
    )


def _written(seen: ConsoleView, view: View) -> ConsoleView:
    """Long words to say, forty of those collected, forty lines of the journal."""
    say = t("Pourquoi quelqu'un de raisonnable penserait-il le contraire de ce que vous venez de dire ?",
            "Why would somebody reasonable think the opposite of what you have just said?")  # fmt: skip
    hidden = max(seen.hidden, key=len, default=say)
    notes = tuple(
        NoteView(i + 1, say, TAGS[i % 8], t("désaccord", "disagreement"), "Marie-Antoinette", 2,
                 t("Débat", "Debate"), samples.NOW)
        for i in range(40)
    )  # fmt: skip
    longest = max(seen.journal[-40:], key=lambda line: len(line.sentence))
    journal = tuple(replace(longest, number=i + 1, undone=i % 5 == 4) for i in range(40))
    doubtful = tuple(promise.id for promise in view.promises)
    ticks = tuple((who.id, (1, 2, 3, 4)) for who in view.characters)
    return replace(
        seen, say=(say,) * 4, do=(say,) * 4, hidden=(hidden,) * 40, notes=notes, journal=journal,
        doubtful=doubtful, ticks=ticks,
    )  # fmt: skip


def _open(entry: Legal, view: View) -> Legal:
    """The same command, open to all, with all that it may be about."""
    everybody = tuple(who.id for who in view.characters)
    if entry.who:
        entry = replace(entry, who=everybody)
    if entry.kind == "promise":
        limits = tuple((who, TokenCount(4, 4, 4)) for who in everybody)
        entry = replace(entry, ids=everybody, limits=limits, gives=(), needs=(), holds=())
    if entry.kind == "pact":
        entry = replace(entry, ids=everybody, limits=tuple((who, TokenCount(4, 4, 4)) for who in everybody))
    if entry.kind in ("ask", "hear", "verify"):
        entry = replace(entry, ids=everybody, barred=())
    if entry.tables:
        sizes = (4,) * len(view.tables) if entry.sizes else ()
        entry = replace(entry, tables=view.tables, sizes=sizes)
    if entry.projects:
        entry = replace(entry, projects=tuple(project.id for project in view.projects))
    if entry.kind == "withdraw":
        entry = replace(entry, ids=tuple(promise.id for promise in view.promises))
    return entry


PHASES: tuple[tuple[PhaseKind, str, tuple[str, ...]], ...] = (
    ("welcome", "", ("placing",)),
    ("situation", "", ("",)),
    ("situation", "rumour", ("rumour", "verify")),
    ("negotiation", "", ("promise", "ask", "pact", "hear", "promised")),
    ("negotiation", "own-card", ("amend",)),
    ("negotiation", "town", ("walk", "promise")),
    ("hearing", "asked", ("heard",)),
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
    for tab in ("promise", "ask", "pact", "journal"):
        train = replace(seen, mode="training", participants=1)
        state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(seen), tab)))
        made[f"trainee-{tab}"] = _panel(train, state)
    walks = replace(view("negotiation", "town", case), mode="training", participants=1)
    state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(walks), "walk")))
    made["trainee-townwalk"] = _panel(walks, state)
    made |= _asking(case, plain)
    made |= _promised(case, plain)
    made |= _in_week(case, plain)
    made |= _in_groups(case, plain)
    made |= _in_corners(case, plain)
    made |= _with_ballots(case, plain)
    made |= _with_agenda(case, plain)
    state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(seen), "people")))
    made["people"] = _whole(console.console(seen, state))
    made["panel-people"] = _panel(seen, state)
    first = replace(seen, phase=replace(seen.phase, round=1))
    state = replace(ui(plain), drafts=ui(plain).drafts.kept(TaskTab(step_of(first), "promise")))
    made["first-promise"] = _whole(console.console(first, state))
    made["panel-first-promise"] = _panel(first, state)
    made["trainee-first"] = _panel(replace(first, mode="training", participants=1), state)
    early = replace(seen, legal=(*seen.legal, Legal("announce")), unheard=("c3", "c4"))
    early = replace(early, promises=early.promises[:2])
    made["room-first"] = _whole(console.console(early, replace(state, drafts=holding(Finishing(asked=True)))))
    made["panel-room-first"] = _panel(early, replace(state, drafts=holding(Finishing(asked=True))))
    sheet = shipped()
    at = foldout.begun(sheet, foldout.Reading(), "long", samples.NOW - 300)
    most = max(sheet.panels, key=lambda panel: len(panel.say.fr)) if case == "worst" else sheet.panels[0]
    read = replace(ui(plain), briefing=sheet, room=Shown(reading=(foldout.SCREEN, "")))
    unfolded = foldout.arrived(sheet, at, most.id)
    made["foldout"] = _whole(console.console(seen, replace(read, drafts=holding(unfolded))))
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


def _asking(case: Case, plain: bool) -> dict[str, Compose]:
    """Each line of a request, and an answer that wants something, in the console and beside the picture."""
    made: dict[str, Compose] = {}
    seen = samples.bargained(view("negotiation", "", case))
    project = max(seen.projects, key=lambda one: len(one.short)).id
    for line in ("asked", "project", "give", "why", "answer"):
        form = Asking(give=project, tokens=(1, 1, 0), why="serves-all", open=line)
        state = ui(plain)
        state = replace(state, drafts=state.drafts.kept(TaskTab(step_of(seen), "ask"), form))
        made[f"ask-{line}"] = _whole(console.console(seen, state))
        off = replace(state, drafts=state.drafts.kept(Projector(off=True)))
        made[f"panel-ask-{line}"] = _panel(seen, off)
        made[f"trainee-ask-{line}"] = _panel(replace(seen, mode="training", participants=1), state)
    return made


def _promised(case: Case, plain: bool) -> dict[str, Compose]:
    """What became of a promise: told, and about to be taken back."""
    data = sample_bilan.with_promises(sample_bilan.bilan(case), case)
    seen = view("bilan", "", case)
    seen = replace(seen, legal=(*seen.legal, Legal("follow-up", ids=("301",))))
    here = replace(ui(plain), bilan=data, taken_up=samples.NOW)
    last = min(2, len(data.said.commitments) - 1)
    made: dict[str, Compose] = {}
    for name, sure in (("promised", 0), ("promised-unsaying", 301 + last)):
        state = replace(here, drafts=holding(Turned("promised", last), Unsaying(sure=sure)))
        made[name] = _whole(console.console(seen, state))
        made[f"panel-{name}"] = _panel(seen, state)
    return made


def _in_week(case: Case, plain: bool) -> dict[str, Compose]:
    """Whoever has the key says what they may of it: nothing said yet, and all said."""
    seen, tab = view("negotiation", "", case), ui(plain)
    tab = replace(tab, drafts=tab.drafts.kept(TaskTab(step_of(seen), "baton"), Projector(off=True)))
    said, free = week.in_week(seen, case, said=True), week.in_week(seen, case)
    return {
        "week-said": _whole(console.console(said, tab)),
        "panel-week": _panel(free, tab),
        "trainee-week": _panel(replace(free, mode="training", participants=1), tab),
    }


def _in_groups(case: Case, plain: bool) -> dict[str, Compose]:
    """A member asks for help, somebody else goes, an ordinary promise is made where groups may be helped."""
    seen = groups.in_groups(view("negotiation", "", case), case)
    own, other = (who.id for who in seen.characters[:2])

    def state(tab: str, form: Form) -> Ui:
        drafts = ui(plain).drafts.kept(TaskTab(step_of(seen), tab), Projector(off=True), form)
        return replace(ui(plain), drafts=drafts)

    ask = state("promise", Promising(who=own, project="helping-groupe-1", tokens=(0, 0, 1)))
    come = state("promise", Promising(who=other, project="helping-groupe-1", tokens=(1, 0, 0)))
    some = state("promise", Promising(who=other, project=seen.projects[0].id))
    return {
        "groups-ask": _whole(console.console(seen, ask)),
        "groups-come": _whole(console.console(seen, come)),
        "groups-promise": _whole(console.console(seen, some)),
        "panel-groups": _panel(seen, come),
        "trainee-groups": _panel(replace(seen, mode="training", participants=1), ask),
        "groups-request": _whole(console.console(seen, state("ask", Asking(open="project")))),
    }


def _strips(step: str, case: Case) -> View:
    """A step of the strips, everybody held: all may be written, carried, and answered by one table."""
    seen = corners.in_corners(view("forecast", "ask", case), case, step)
    room = seen.corners
    assert room is not None
    ids = tuple(corner.id for corner in room.corners)
    questions = tuple(f"fidelity:2.{i}" for i in range(1, len(ids) + 1)) if step == "read" else ()
    told = []
    for i, corner in enumerate(room.corners):
        assert corner.strip is not None
        question = questions[i] if questions and corner.strip.to else ""
        asked = Counts(question, 0, 4) if question else None
        strip = replace(corner.strip, question=question, asked=asked, counts=(4, 0, 0) if i == 1 else None)
        told.append(replace(corner, strip=strip))
    held = tuple(replace(who, held=True) for who in seen.characters)
    legal: tuple[Legal, ...] = (Legal("write", ids=ids, most=25),) if step == "write" else ()
    if step == "read":
        carried = Legal(
            "carry", (room.scribe,), ids=ids, most=25, barred=tuple(f"{one}/{one}" for one in ids)
        )
        legal = (carried, Legal("vote", ids=questions), Legal("tally", ids=questions, tables=seen.tables))
    return replace(
        seen,
        phase=corners.phase(step, case).phase,
        corners=replace(room, corners=tuple(told)),
        characters=held,
        forecasts=(),
        legal=legal,
    )


def _in_corners(case: Case, plain: bool) -> dict[str, Compose]:
    """Who sits where; strips written, too long too, read word for word or not, answered, told."""
    free = ui(plain)
    seats = corners.in_corners(view("negotiation", "", case), case)
    room = seats.corners
    assert room is not None
    first = room.corners[0]
    guests = tuple(guest.who for guest in room.guests)
    ids = tuple(corner.id for corner in room.corners)
    several = tuple(guest._replace(asked_by=ids[:2], at=ids[0]) for guest in room.guests)
    sits = tuple(f"{guest}/{one}" for guest in guests for one in ids[:2])
    legal = (*seats.legal, Legal("invite", guests, ids=ids), Legal("sit", guests, ids=sits))
    seats = replace(
        seats,
        legal=legal,
        corners=replace(room, guests=several),
        characters=tuple(replace(who, held=True) for who in seats.characters),
    )
    write, read, sealed = (_strips(step, case) for step in ("write", "read", "sealed"))
    long = 3 * t("Une parole très longue que tous ont entendue. ", "Very long words that everybody heard. ")
    name, other = f"strip.2.{first.id}", f"strip.2.{first.id}.read"
    words = {name: TextField(long, 12), other: TextField(long, 12)}
    typed = replace(free, fields={**free.fields, **words}, toast="")

    def state(base: Ui, seen: View, tab: str, *forms: Form) -> Ui:
        return replace(base, drafts=base.drafts.kept(TaskTab(step_of(seen), tab), *forms))

    changed = state(typed, read, "carry", Carrying("2", first.id, "typed"))
    made = {
        "corners-seats": (seats, state(free, seats, "corners")),
        "corners-write": (write, state(free, write, "write")),
        "corners-written": (write, state(typed, write, "write")),
        "corners-read": (read, state(free, read, "carry")),
        "corners-changed": (read, changed),
        "corners-count": (read, state(free, read, "fidelity")),
        "corners-sealed": (sealed, state(free, sealed, "sealed")),
    }
    shown: dict[str, Compose] = {}
    for one, (seen, now) in made.items():
        shown[one] = _whole(console.console(seen, now))
        shown[f"panel-{one}"] = _panel(seen, now)
        alone = replace(seen, mode="training", participants=1)
        shown[f"trainee-{one}"] = _panel(alone, now)
    return shown


def _with_agenda(case: Case, plain: bool) -> dict[str, Compose]:
    """Who volunteers, and what is put off."""
    free, made = ui(plain), {}
    for name, seen in (
        ("agenda", chairs.chairing("chair", case)),
        ("agenda-nobody", chairs.chairing("chair", case, 0)),
        ("agenda-list", chairs.chairing("list", case, off=1)),
        ("agenda-list-done", chairs.chairing("list", case, off=2)),
    ):
        like = replace(view("negotiation", "", case), projects=seen.projects, phase=seen.phase)
        like = replace(like, agenda=seen.agenda, legal=seen.legal, promises=())
        made[name] = _whole(console.console(like, free))
        made[f"panel-{name}"] = _panel(like, free)
        made[f"trainee-{name}"] = _panel(replace(like, mode="training", participants=1), free)
    return made


def _with_ballots(case: Case, plain: bool) -> dict[str, Compose]:
    """Ways of counting, level and adopted; who has voted; a ballot being typed in, ideas left without a
    grade; a public to be fetched, an idea promised to and read aloud."""
    free = ui(plain)
    made: dict[str, Compose] = {}

    def add(name: str, seen: View, tab: str, *forms: Form, read: str = "") -> None:
        room = Shown(reading=("card", read)) if read else free.room
        state = replace(free, room=room, drafts=free.drafts.kept(TaskTab(step_of(seen), tab), *forms))
        made[name] = _whole(console.console(seen, state))
        made[f"panel-{name}"] = _panel(seen, state)
        made[f"trainee-{name}"] = _panel(replace(seen, mode="training", participants=1), state)

    for step in ("tied", "adopted"):
        like = ballots.method(step, case)
        assert like.ballot is not None
        adopt = Legal("adopt", ids=tuple(way.id for way in like.ballot.methods))
        before = view("welcome", "", case)
        add(
            f"method-{step}",
            replace(before, ballot=like.ballot, phase=like.phase, legal=(*before.legal, adopt)),
            "method",
        )
    voting = _voting(case)
    assert voting.ballot is not None
    who, idea = voting.characters[-1], voting.ballot.eligible[0]
    begun = Counted(marked_as(who.id, idea), (4,))
    add("ballots", voting, "ballots", begun)
    fetched = ballots.voted(view("negotiation", "", case), case)
    legal = tuple(_open(one, fetched) if case == "worst" else one for one in fetched.legal)
    reach = tuple(project.id for project in fetched.projects)
    legal = tuple(replace(one, projects=reach) if one.kind == "promise" else one for one in legal)
    fetched = replace(fetched, legal=legal)
    first = fetched.projects[0]
    add("ballot-fetch", fetched, "promise", Promising(project=fetched.projects[-1].id, tokens=(1, 0, 0)))
    add("ballot-idea", fetched, "promise", Promising(project=first.id))
    add("ballot-read", fetched, "promise", read=first.id)
    held = replace(voting, audience=Audience("holder", who.id))
    left = Sure(who.id, voting.ballot.eligible[1:])
    for name, forms in (("", ()), ("-begun", (begun,)), ("-left", (begun, left))):
        state = replace(free, toast="", drafts=free.drafts.kept(*forms))
        paper = replace(state, screen=ballots_console.PAGE, argument=who.id)
        made[f"ballot-paper{name}"] = _over(
            console.console(voting, state), ballots_console.sheet(held, paper)
        )
    return made


def _voting(case: Case) -> View:
    """Everybody held, some of whom have voted."""
    like = ballots.ballot(case, marked=1)
    seen = replace(view("choice", "", case), ballot=like.ballot, phase=like.phase, choice=None, projects=())
    assert like.ballot is not None
    people = tuple(who.id for who in seen.characters)
    legal = (Legal("advance"), Legal("mark", who=people, projects=like.ballot.eligible, most=4))
    return replace(
        seen,
        characters=tuple(replace(who, held=True) for who in seen.characters),
        promises=(),
        legal=(*legal, Legal("pass-to", who=people)),
    )


def _over(below: Element, above: Element) -> Compose:
    return lambda size, theme: _canvas(size, theme).compose(below, above)


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
