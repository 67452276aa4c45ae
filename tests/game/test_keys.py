"""One table of keys: what the help lists is what the keyboard does, at every moment and in every window."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.content import library
from engine.language import using
from game.front.front import Windows
from game.front.intents import Home
from game.front.keys import meanings
from game.front.keys.__main__ import GUIDES, printed
from game.front.news import Touched
from game.front.pane import Pane, Which
from game.front.state import Settings
from game.kit import Control, Scene
from game.kit.nodes import Text
from game.kit.theme import Theme
from game.paint import canvas
from game.screens.home.accueil import ACROSS
from game.windows import picture
from game.windows.director import Director
from game.windows.keyboard import Keyboard, here
from game.windows.keys import Key
from game.windows.sessions import Live
from tests.game import console_samples
from tests.game.gallery import gallery
from tests.game.keyed import FREE, letters, on
from tests.moments import ALL, LONGEST, Moment, moments

pytestmark = pytest.mark.usefixtures("home")

WINDOW = canvas((1280, 720), Theme("console"))
AFTER_TAB = ("Entrée · actionner", "flèches · ")
"""How the lines begin of keys that do something once Tab has led somewhere."""


class Desk:
    """Windows composed and never opened: keys pressed there do nothing but say what they would."""

    def __init__(self, windows: int) -> None:
        time = itertools.count(1000.0, 10.0)
        self.director = Director(Settings(windows=windows))
        self.director.clock = lambda: next(time)  # type: ignore[method-assign]
        self.director.carry(Home())
        self.said: list[object] = []

    def sees(self, moment: Moment) -> None:
        """The session as it was then, nothing open over it."""
        if self.director.session is None or self.director.session.session is not moment.session:
            self.director.session = Live(moment.session)
        facilitated = moment.session.game.begin.mode == "facilitated"
        windows = Windows(two=facilitated and self.director.ui.settings.windows == 2)
        self.director.front = replace(self.director.front, behind=moment.number, windows=windows)

    def opens(self, pane: Pane, which: Which = "room") -> None:
        """Something open in a window."""
        self.director.front = self.director.front.having(which, pane)

    @property
    def windows(self) -> list[Which]:
        return ["room", "console"] if self.director.front.windows.two else ["room"]

    def scenes(self) -> dict[Which, Scene]:
        return {which: picture.compose(self.director, which, WINDOW) for which in self.windows}

    def pressed(self, scenes: dict[Which, Scene], which: Which) -> set[str]:
        """Every key that asks for something."""
        keyboard, found = Keyboard(self.director, scenes), set()
        asked: list[object] = []
        carry = self.director.carry
        self.director.carry = lambda what, to="room": asked.append(what)  # type: ignore[method-assign]
        try:
            for name in FREE:
                asked.clear()
                keyboard.press(_key(name), which)
                if [what for what in asked if not isinstance(what, Touched)]:
                    found.add(name)
        finally:
            self.director.carry = carry  # type: ignore[method-assign]
        return found

    def helped(self, which: Which) -> list[str]:
        """The keys that F1 writes in a window."""
        before = self.director.front.pane(which)
        self.opens(before.pushed("help"), which)
        shown = picture.compose(self.director, which, WINDOW)
        self.opens(before, which)
        texts = shown.texts()
        lines = (text for text in texts[texts.index("Les touches") :] if " · " in text)
        return [line.split(" · ")[0] for line in lines if not line.startswith(AFTER_TAB)]


def _key(name: str) -> Key:
    *modifiers, last = name.split("+") if len(name) > 1 else [name]
    digit = last if last.isdigit() else ""
    return Key(last, ctrl="ctrl" in modifiers, shift="shift" in modifiers, digit=digit)


NAMES = {
    "Espace": "space", "Page suiv.": "page down", "Page préc.": "page up", "Entrée": "enter",
    "Échap": "escape",
    "Tab": "tab", "Maj+Tab": "shift+tab", "←": "left", "→": "right", "↑": "up", "↓": "down", "−": "-",
    ". (point)": ".",
}  # fmt: skip
"""Keys as the help writes them, and as hands know them."""


def read(written: str) -> set[str]:
    """The keys that a line of the help names."""
    found: set[str] = set()
    for part in written.split(", "):
        run = re.fullmatch(r"(Ctrl\+)?(\d)…(\d)", part)
        if run:
            found |= {f"{(run[1] or '').lower()}{n}" for n in range(int(run[2]), int(run[3]) + 1)}
        else:
            found.add(NAMES.get(part) or part.lower().replace("entrée", "enter"))
    return found


def listed(desk: Desk, which: Which) -> set[str]:
    return {key for written in desk.helped(which) for key in read(written)}


def screens(slug: str, kind: str) -> Iterator[Moment]:
    """The first moment of each screen: the rounds after the first have the same ones."""
    seen = set()
    for moment in moments(slug, kind):
        _, phase, step, passed, decided = moment.place
        if (phase, step, bool(passed), decided) not in seen:
            seen.add((phase, step, bool(passed), decided))
            yield moment


def desks(moment: Moment) -> Iterator[tuple[str, Desk]]:
    """Two windows, one, and one with the panel open."""
    facilitated = moment.session.game.begin.mode == "facilitated"
    for windows in (2, 1) if facilitated else (1,):
        desk = Desk(windows)
        desk.sees(moment)
        yield f"{windows} windows", desk
    if desk.director.sight.passed_to() is None and desk.director.sight.inside() is not None:
        desk.opens(Pane(panel="console"))
        yield "panel open", desk


def led(slug: str, kind: str) -> Iterator[tuple[Moment, str, Desk]]:
    """Each screen at every desk; those of all scenarios but the longest at one, turn by turn."""
    for turn, moment in enumerate(screens(slug, kind)):
        for number, (name, desk) in enumerate(desks(moment)):
            if slug == LONGEST or number == turn % (3 if kind == "facilitated" else 2):
                yield moment, name, desk


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_the_help_lists_every_key_that_does_something_and_no_other(slug: str, kind: str) -> None:
    wrong = []
    for moment, name, desk in led(slug, kind):
        scenes = desk.scenes()
        for which in desk.windows:
            told, pressed = listed(desk, which), desk.pressed(scenes, which)
            if told != pressed:
                wrong.append(f"{moment}, {name}, {which}: told {told - pressed}, not told {pressed - told}")
            wrong += [
                f"{moment}, {name}, {which}: {letter} means {meant}"
                for letter, meant in letters(here(desk.director, which, scenes))
                if len(meant) > 1
            ]
    assert wrong == [], "\n".join(wrong)


def test_no_key_presses_two_things_on_any_screen() -> None:
    for name, compose in gallery("worst").items():
        place = on(compose(canvas((1920, 1080))))
        pressed = {key: press for key, binding, press in meanings(place) if binding.control}
        for key, binding, press in meanings(place):
            other = binding.control and not key[-1].isdigit()
            assert not other or press == pressed[key], (name, key)
        for letter, meant in letters(place):
            assert len(meant) == 1, (name, letter, meant)


def test_the_guides_list_the_keys_of_today() -> None:
    for spoken, guide in GUIDES.items():
        with using(spoken):
            text = guide.read_text("utf-8")
            assert printed(text) == text, "run: python -m game.front.keys"


def test_a_guide_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="keys: room"):
        printed("<!-- keys: everywhere -->\n<!-- /keys -->\n")


def test_the_help_names_the_facilitators_guide() -> None:
    desk = Desk(1)
    desk.opens(Pane().pushed("help"))
    assert "game/README.md" in " ".join(picture.compose(desk.director, "room", WINDOW).texts())


def test_over_another_page_the_help_lists_the_keys_of_that_page() -> None:
    desk = Desk(1)
    desk.opens(Pane(stack=(("setup", "au-lendemain-de-la-crue"),)))
    assert {"+", "−"} <= set(desk.helped("room"))
    assert "A" not in desk.helped("room")
    first = Desk(1).helped("room")
    assert {"A", "E", "C", f"1…{min(len(library.slugs()), ACROSS)}"} <= set(first)


def test_the_help_lists_the_keys_of_an_earlier_screen_that_is_looked_at() -> None:
    moment = moments("le-rez-de-chaussee", "facilitated")[6]
    desk = Desk(1)
    desk.sees(moment)
    desk.opens(Pane(looking=2))
    assert "→" in desk.helped("room")
    assert listed(desk, "room") == desk.pressed(desk.scenes(), "room")


HINTS = {"⏎": "enter", "Ctrl ⏎": "ctrl+enter", "Ctrl Q": "ctrl+q", "→": "right", "←": "left"}
"""Keys as buttons write them beside their words."""


def hints(drawn: Scene, control: Control) -> Iterator[str]:
    """The key that a button writes after its words."""
    for node in drawn.nodes:
        if isinstance(node, Text) and node.layer == control.layer and node.rect.within(control.rect, 1.0):
            said = node.text.replace("\xa0", " ")
            if said.startswith(control.label.replace("\xa0", " ") + " "):
                key = said[len(control.label) + 1 :]
                yield HINTS.get(key, key.lower())


def test_what_a_button_writes_beside_its_words_is_its_key() -> None:
    seen = 0
    for name, compose in gallery("usual").items():
        drawn = compose(canvas((1920, 1080)))
        place = on(drawn)
        pressed: dict[str, set[str]] = {}
        for key, _, press in meanings(place):
            pressed.setdefault(repr(press.intent), set()).add(key)
        for control in drawn.controls():
            for written in hints(drawn, control):
                seen += 1
                assert written in pressed.get(repr(control.intent), ()), (name, control.id, written)
    assert seen > 5


def test_enter_does_what_the_consoles_buttons_write_beside_their_words() -> None:
    seen = set()
    for name, compose in console_samples.gallery("usual").items():
        drawn = compose((1280, 720), Theme("console"))
        panes: dict[Which, Pane] = {"room": Pane(), "console": Pane()}
        place = replace(on(drawn), which="console", two=True, panes=panes, scenes={"console": drawn})
        entered = {repr(press.intent) for key, _, press in meanings(place) if key == "enter"}
        for control in drawn.controls():
            if control.intent is not None and not control.id.startswith(
                "words-"
            ):  # Enter is the field's there
                for written in hints(drawn, control):
                    seen.add(control.id)
                    assert written != "enter" or repr(control.intent) in entered, (name, control.id)
    assert {"ask-say", "take-say", "hear-say", "verify-say", "amend-say"} <= seen
