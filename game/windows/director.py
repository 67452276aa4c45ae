"""Who carries out what a person wants: holds the session, the settings and what each window shows.

Knows no window and no drawing library; what only windows can do is left in `requests` for the loop.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from engine import language
from engine.language import tr
from engine.play.commands import Advance, Command, Finish, PassTo, Place, Refused, ShowForecasts, Undo
from engine.play.refusals import refuse
from engine.view.types import CONSOLE, ROOM, Audience, View
from game.front.drafts import Drafts, Form
from game.front.intents import Go, Intent, Window
from game.front.pane import READ, Pane, Which
from game.front.problem import Problem
from game.front.state import SENTENCE, Settings, Shown, Ui, Way
from game.kit import textfield
from game.kit.textfield import TextField
from game.pieces.mine import me
from game.screens import way_on
from game.windows import sessions

TOAST_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class Left(Form):
    """The counts that somebody was told are not recorded."""

    counts: tuple[tuple[str, tuple[int, ...]], ...] = ()
    lasts: ClassVar[bool] = False


class Director:
    """The front-end's state and its one door to the session. `version` grows whenever something changed.

    `on_disk` are the settings kept between sessions, which the command line does not change. `also` is a
    scenario (its id, its folder) to be listed and started too. While a demonstration plays, `locked` says so
    and `hurry` makes it go on; `touched`: a hand has been laid on keys or mouse. `behind` shows the session
    as it was right after that command, for pictures of a step at its end. `carried` says who carries out each
    kind of intent (see carrying.conducted).
    """

    def __init__(
        self, settings: Settings, carried: Mapping[type, Callable[..., None]], clock: Callable[[], float]
    ) -> None:
        self._carried = carried
        self.clock = self._own_clock = clock
        self.ui = Ui(settings=settings, now=clock())
        self.panes: dict[Which, Pane] = {"room": Pane(), "console": Pane()}
        self.session: sessions.Live | None = None
        self.two = False
        self.seed: int | None = None
        self.also = ("", "")
        self.on_disk = settings
        self.requests: list[Intent] = []
        self.sounds: list[str] = []
        self.version = 0
        self.locked = ""
        self.hurry: Callable[[], None] = lambda: None
        self.behind: int | None = None
        self.touched = False
        self.dark = False
        self._toast_until = 0.0
        self._shown_place: tuple[object, ...] = ()
        self._views: dict[tuple[object, ...], View] = {}
        language.use(settings.language)

    # ---- What windows show ----------------------------------------------------------------------------

    def private_pane(self) -> Which:
        """The window on the computer itself, where someone may look without the room seeing."""
        return "console" if self.two else "room"

    def passed_to(self) -> str | None:
        """Who the computer is passed to now."""
        view = self.look(ROOM)
        return view.passed_to if view else None

    def audience(self, which: Which) -> Audience:
        """For whom a window is drawn now."""
        passed = self.passed_to()
        if passed and which == self.private_pane():
            return Audience("holder", passed)
        if which == "console":
            return CONSOLE
        return self._nobody_else() or ROOM

    def _nobody_else(self) -> Audience | None:
        """Who trains alone is the whole room: they may see all along what is theirs."""
        view = self.look(ROOM)
        who = me(view) if view is not None else None
        return Audience("holder", who.id) if who is not None else None

    def view(self, which: Which) -> View | None:
        """What a window's audience may see: of the present, or of the moment looked back at."""
        back = self.panes[which].looking
        if back and self.session:
            moments = self.session.moments()
            if back < len(moments):
                return self.look(ROOM, moments[-1 - back])
        audience = self.audience(which)
        elsewhere = which == "room" and self.two
        return self.look(replace(audience, mirrored=self._mirrored(), elsewhere=elsewhere))

    def inside(self) -> View | None:
        """What the facilitator may see and do, in whichever window."""
        return self.look(replace(CONSOLE, mirrored=self._mirrored()))

    def holder(self, who: str) -> View | None:
        """What a holder may see and do, for whoever types it in, in whichever window."""
        return self.look(Audience("holder", who, mirrored=self._mirrored()))

    def look(self, audience: Audience, number: int | None = None) -> View | None:
        """The session as an audience may see it, now or right after command `number`; None without one."""
        if self.session is None:
            return None
        settings = self.ui.settings
        key = (audience, number, self.behind, settings.language, settings.plain)
        if key not in self._views:
            past = number if number is not None else self.behind
            self._views[key] = self.session.view(
                audience, settings.language, settings.plain, past, still=number is not None
            )
        return self._views[key]

    def ui_for(self, which: Which) -> Ui:
        """The local state as one window sees it."""
        return replace(self._local(which), way=self.way("room"))

    def way(self, which: Which) -> Way | None:
        """The way on from what a window shows."""
        return way_on(self.view(which), self._local(which))

    def leads(self, which: Which) -> Which:
        """The window whose way on is meant by a key in this one: its own where a page is open over it or a
        private screen is in it, else the room's.
        """
        private = self.passed_to() is not None and which == self.private_pane()
        return which if self.panes[which].stack or private else "room"

    def _local(self, which: Which) -> Ui:
        pane = self.panes[which]
        screen = pane.screen or ("look-back" if pane.looking else "")
        return replace(
            self.ui, screen=screen, argument=pane.argument, focus=pane.focus, panel=pane.panel,
            beneath=pane.stack[-2] if len(pane.stack) > 1 else ("", ""),
            room=Shown(self.panes["room"].looking, self.dark, self._read_in_the_room()),
            bilan=self.session.bilan(self.ui.settings.plain) if self.session else None,
        )  # fmt: skip

    def _read_in_the_room(self) -> tuple[str, str]:
        """The page to be read that is open over the room's screen, and what it is about."""
        pane = self.panes["room"]
        return (pane.screen, pane.argument) if pane.screen in READ and not pane.looking else ("", "")

    def prepare(self, screen: str) -> None:
        """Bring up to date what a screen about to be shown lists."""
        self.ui = sessions.listed(self.ui, self.also, screen)

    def changed(self) -> None:
        """Something that is drawn has changed."""
        self.version += 1

    # ---- Time -----------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Time goes by: the clock shown, and a message that has been read."""
        now = self.clock()
        if self.ui.toast and now > self._toast_until:
            self.ui = replace(self.ui, toast="")
            self.version += 1
        if int(now) != int(self.ui.now):
            self._bell(self.ui.now, now)
            self.ui = replace(self.ui, now=now)

    def _bell(self, before: float, now: float) -> None:
        view = self.look(ROOM)
        ends = view.clock.ends if view else None
        if ends is not None and before < ends <= now:
            self.sounds.append("bell")

    def running(self) -> bool:
        """Whether a timer is going, so that pictures change every second."""
        view = self.look(ROOM)
        return bool(view and view.clock.ends is not None)

    def toast(self, sentence: str, error: bool = False) -> None:
        """Tell people something for a few seconds."""
        self.ui = replace(self.ui, toast=sentence, toast_is_error=error)
        self._toast_until = self.clock() + TOAST_SECONDS + len(sentence) / 25
        self.version += 1

    # ---- What people want -----------------------------------------------------------------------------

    def carry(self, intent: object, which: Which = "room") -> None:
        """Carry out an intent of a window; whatever cannot be done is said in a sentence."""
        carried = self._carried.get(type(intent))
        if carried is None:
            return
        try:
            carried(self, intent, which)
        except Problem as problem:
            self.toast(problem.sentence, error=True)
        self.changed()

    def do(self, command: Command, clear: tuple[str, ...] = (), which: Which = "room") -> bool:
        """Give the session a command; False (and a sentence on screen) when it is refused."""
        if self.session is None:
            return False
        if self.panes[which].looking:
            self.toast(tr("Vous regardez un moment passé : revenez au présent pour agir."), error=True)
            return False
        if self.locked:
            self.hurry()
            self.toast(self.locked)
            return False
        if isinstance(command, PassTo) and command.who and self._mirrored():
            self.toast(refuse("mirrored").sentence, error=True)
            return False
        if isinstance(command, Advance | ShowForecasts | Finish) and self._leaves_a_count():
            return False
        try:
            self.session.do(command)
        except Refused as refused:
            self.ui = replace(self.ui, saved=refused.code != "not-saved")
            if self.ui.saved:
                self.toast(refused.sentence, error=True)
            else:
                self._not_saved(self.session, refused.sentence)
            return False
        self._clear(clear)
        self.ui = replace(self.ui, toast="", saved=True)
        if not self.followed(command) and not isinstance(command, Place):
            self.sounds.append("tick")
        return True

    def _not_saved(self, session: sessions.Live, why: str) -> None:
        """The file cannot be written: say why, and offer other places to whoever leads."""
        self.ui = replace(self.ui, elsewhere=sessions.places(session), toast="")
        leading = self._leading()
        self.panes[leading] = self.panes[leading].pushed("elsewhere", why)
        self.version += 1

    def saved_elsewhere(self, path: Path) -> None:
        """The session is in another file now, and can be played on."""
        self.ui = replace(self.ui, file=str(path), damage="", saved=True, elsewhere=())
        self.panes = {name: pane.home() for name, pane in self.panes.items()}
        self._views.clear()
        self.toast(tr("La séance continue dans {file}. Refaites le dernier geste.", file=path))

    def _leaves_a_count(self) -> bool:
        """Whether going on would leave a count that nobody recorded: said once, then it is meant."""
        left = sessions.uncounted(self.look(CONSOLE), self.ui)
        if not left or self.ui.form(Left).counts == left:
            return False
        self.ui = replace(self.ui, drafts=self.ui.drafts.kept(Left(counts=left)))
        self.toast(
            tr("Un compte n'est pas enregistré : Entrée l'enregistre, continuer le laisse."), error=True
        )
        return True

    def followed(self, command: Command) -> bool:
        """A command has just been carried out: show what is new. Whether another screen came of it."""
        before = self._shown_place
        self._views.clear()
        self.changed()
        self._shown_place = self._place()
        elsewhere = self._shown_place != before or isinstance(command, Undo)
        if elsewhere:
            self.panes = {name: pane.home() for name, pane in self.panes.items()}
            if self.session is not None and self.session.session.game.begin.mode == "training":
                self.panes["room"] = replace(self.panes["room"], panel="")  # it covers what comes next
            self.forget_what_was_asked()
            if "sentence" in self._shown_place:
                self.focus("room", SENTENCE, keyed=True)
        return elsewhere

    def forget_what_was_asked(self) -> None:
        """What somebody was asked is no longer there to be answered."""
        self.ui = replace(self.ui, drafts=self.ui.drafts.lasting())

    def _place(self) -> tuple[object, ...]:
        view = self.look(ROOM)
        if view is None:
            return ()
        return (view.phase.round, view.phase.kind, view.phase.step, view.passed_to)

    def _mirrored(self) -> bool:
        """Whether the room may see every window: the only one, or both on a display that it sees."""
        return (not self.two or self.ui.stands.seen) and self.leads_a_room()

    def _clear(self, names: tuple[str, ...]) -> None:
        if not names:
            return
        fields = {
            name: textfield.emptied(field) if name in names else field
            for name, field in self.ui.fields.items()
        }
        self.ui = replace(self.ui, fields=fields)

    def focus(self, which: Which, control: str, keyed: bool = False) -> None:
        """Bring the focus to a control of a window ("": to none)."""
        pane = self.panes[which].focused(control, keyed)
        if pane != self.panes[which]:
            self.panes[which] = pane
            self.version += 1

    def darken(self, dark: bool) -> None:
        """The room's window black, as presenters do, or lit again."""
        self.dark = dark
        self.version += 1

    def ask_undo(self, which: Which) -> None:
        """Ask before taking back the last command."""
        last = self.session.undoable() if self.session else None
        if last is None:
            self.toast(tr("Rien à annuler."))
        else:
            self.panes[which] = self.panes[which].pushed("undo", str(last))
            self.version += 1

    def ask_leaving(self) -> bool:
        """Ask whoever leads before the game ends; False where it may end at once: no session is open, or the
        question stands already.
        """
        where = self._leading()
        if self.session is None or self.panes[where].screen == "closing":
            return False
        if where == "console":
            self.requests.append(Window("console", "raise"))
        else:
            self.dark = False
        self.panes[where] = replace(self.panes[where], looking=0).pushed("closing")
        self.changed()
        return True

    def look_back(self, which: Which, by: int) -> None:
        """One screen earlier (1) or later (-1) than what is looked at; nothing is undone."""
        if self.session is None:
            return
        pane = self.panes["room"]
        most = len(self.session.moments()) - 1
        looking = min(max(pane.looking + by, 0), most)
        if looking == pane.looking and by > 0:
            self.toast(tr("Rien avant cet écran."))
        self.panes["room"] = replace(pane, looking=looking, stack=(), focus="")
        self.changed()

    def open(self, session: "sessions.Live") -> None:
        """Show this session from now on; words that were being typed in it come back."""
        self.close()
        self.session, self.dark = session, False
        self._views.clear()
        self.panes = {"room": Pane(panel=""), "console": Pane()}
        words_, counts = session.unsent()
        fields = {name: textfield.insert(TextField(), text, True) for name, text in words_.items()}
        self.ui = replace(self.ui, fields=fields, drafts=Drafts().kept(*counts), what_if=None, toast="")
        self.clock = session.clock
        self.ui = replace(self.ui, file=str(session.path or ""), damage=session.damage, now=self.clock())
        self.requests.append(Go("opened"))
        self.changed()
        self._shown_place = self._place()
        if session.damage:
            self.ui = replace(self.ui, elsewhere=sessions.places(session))
            self.panes[self._leading()] = Pane().pushed("problem", session.damage)
            self.version += 1

    def _leading(self) -> Which:
        """The window of the facilitator, as the windows are about to be."""
        return "console" if self.wants_two() else "room"

    def leads_a_room(self) -> bool:
        """Whether the session is one that somebody leads for a room."""
        view = self.look(ROOM)
        return view is not None and view.mode == "facilitated"

    def wants_two(self) -> bool:
        """Whether there should be two windows: for a session led for a room, where they can be had."""
        return self.ui.two_windows and self.leads_a_room()

    def first_screen(self) -> None:
        """Leave the session where it stands, on disk, and show the first screen."""
        sessions.keep_unsent(self.session, self.ui)
        self.close()
        self.dark, self.locked = False, ""
        self.panes = {"room": Pane(), "console": Pane()}
        self.ui = replace(self.ui, file="", damage="", fields={}, drafts=Drafts(), what_if=None, toast="")
        self.prepare("accueil")
        self.requests.append(Go("opened"))

    def close(self) -> None:
        """Let go of the session; it is on disk already."""
        self.clock = self._own_clock
        if self.session is not None:
            self.session.close()
        self.session = None
        self._views.clear()

    def type(self, name: str, field: TextField) -> None:
        """Keep what is being typed in a field."""
        self.ui = replace(self.ui, fields={**self.ui.fields, name: field})
        self.version += 1
