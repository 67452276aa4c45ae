"""Keys, letters and the mouse: the field first, then the focused control, then the screen."""

from collections.abc import Iterator

import pygame
import pytest

from engine.play.commands import Begin
from game.console.promises import Promising
from game.front.intents import Back, Draft, Drag, Focus, LookBack, Start
from game.kit import Control, Rect, Scene, textfield
from game.pieces.parts import clock_text
from game.screens.map.drawing import Dragged, LetGo
from game.windows import clipboard, keys, picture
from tests.game.driving import Driver

SCENARIO = "au-lendemain-de-la-crue"


@pytest.fixture
def driver(home: object) -> Iterator[Driver]:
    """Two windows, a session in its negotiation."""
    made = Driver(windows=2)
    seats = {"habitante-conseil-citoyen": "held", "elue-aux-quartiers": "held"}
    begin = Begin(duration="45", mode="facilitated", seats=seats, participants=9)  # type: ignore[arg-type]
    made.director.carry(Start(SCENARIO, begin))
    made.stage.turn()
    for _ in range(20):
        if made.phase == "negotiation":
            break
        made.key("space")
    yield made
    made.close()


def field(driver: Driver) -> str:
    return driver.director.ui.text("words")


# ---- Fields --------------------------------------------------------------------------------------------


def test_a_word_is_typed_with_accents_and_noted(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("Ça ne mène à rien, dit-on près de l'évêché.")
    assert field(driver) == "Ça ne mène à rien, dit-on près de l'évêché."
    driver.key("enter", "console")
    assert field(driver) == ""
    assert driver.session.game.table.notes[-1].text == "Ça ne mène à rien, dit-on près de l'évêché."
    assert driver.session.game.table.notes[-1].phase == "negotiation"


def test_what_is_composed_shows_and_is_not_yet_typed(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("for")
    driver._event(pygame.TEXTEDITING, "console", text="^", start=0, length=1)
    assert field(driver) == "for"
    assert "for^" in driver.text("console")
    driver.type("ê")
    assert field(driver) == "forê"


def test_in_a_field_letters_are_letters_and_space_goes_nowhere(driver: Driver) -> None:
    driver.click("words", "console")
    driver.key("p", "console")
    driver.key("space", "console")
    driver.key("m", "console")
    assert field(driver) == "p m"
    assert driver.phase == "negotiation"
    assert driver.session.game.table.clock.left is None  # P did not pause


def test_a_shortcut_that_opens_a_field_is_not_typed_in_it(driver: Driver) -> None:
    assert driver.key("p", "console") is None
    assert driver.session.game.table.clock.left is not None
    driver.click("words", "console")
    assert field(driver) == ""


def test_selecting_cutting_pasting_and_undoing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(clipboard, "put", kept.append)
    monkeypatch.setattr(clipboard, "get", lambda: kept[-1])
    driver.click("words", "console")
    driver.type("un jardin partagé")
    driver.key("ctrl+shift+left", "console")
    driver.key("ctrl+x", "console")
    assert (field(driver), kept) == ("un jardin ", ["partagé"])
    driver.key("home", "console")
    driver.key("ctrl+v", "console")
    assert field(driver) == "partagéun jardin "
    driver.key("ctrl+z", "console")
    assert field(driver) == "un jardin "
    driver.key("ctrl+y", "console")
    assert field(driver) == "partagéun jardin "
    assert driver.phase == "negotiation"
    driver.key("ctrl+a", "console")
    driver.key("delete", "console")
    assert field(driver) == ""


def test_the_mouse_puts_the_caret_and_selects(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("un jardin partagé")
    control = driver.control("words", "console")
    line = control.lines[0]  # type: ignore[attr-defined]
    y = line.y + line.height / 2
    driver.drag((line.stops[3], y), (line.stops[9], y), "console")
    assert textfield.selected(driver.director.ui.fields["words"]) == "jardin"
    driver.type("square")
    assert field(driver) == "un square partagé"


def test_lines_of_a_long_field_are_walked_with_the_arrows(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("mot " * 45)
    last = driver.director.ui.fields["words"].caret
    driver.key("up", "console")
    assert driver.director.ui.fields["words"].caret < last
    driver.key("down", "console")
    driver.key("down", "console")
    assert driver.director.ui.fields["words"].caret == last


def test_shift_enter_begins_a_line_and_enter_notes(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("un")
    driver.key("shift+enter", "console")
    driver.type("deux")
    assert field(driver) == "un\ndeux"


def test_words_already_noted_can_be_corrected_and_taken_back(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("On verra.")
    driver.key("enter", "console")
    driver.click("note.1", "console")
    assert field(driver) == "On verra."
    driver.type(" Ou pas.")
    driver.key("enter", "console")
    assert driver.session.game.table.notes[0].text == "On verra. Ou pas."
    driver.click("note.1", "console")
    driver.click("words-withdraw", "console")
    assert not driver.session.game.table.notes[0].withdrawn, "nothing brings them back: it is asked twice"
    driver.click("words-withdraw-yes", "console")
    assert driver.session.game.table.notes[0].withdrawn
    assert "On verra" not in driver.text("console")


def test_touching_words_already_noted_does_not_lose_those_being_written(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("On verra.")
    driver.key("enter", "console")
    driver.type("Une moitié de phr")
    driver.click("note.1", "console")
    assert field(driver) == "Une moitié de phr"
    assert "ce que vous êtes en train d’écrire" in driver.text("console")
    driver.click("words-leave", "console")
    assert field(driver) == ""
    driver.click("note.1", "console")
    assert field(driver) == "On verra."


# ---- Keys ----------------------------------------------------------------------------------------------


def test_keys_are_named_by_what_they_type() -> None:
    pygame.display.init()

    def key(**fields: object) -> str:
        return keys.from_event(pygame.event.Event(pygame.KEYDOWN, **{"mod": 0, "unicode": "", **fields})).full

    assert key(key=pygame.K_a, unicode="A", mod=pygame.KMOD_LSHIFT) == "a"
    assert key(key=pygame.K_COMMA, unicode="?", mod=pygame.KMOD_LSHIFT) == "?"
    assert key(key=pygame.K_z, mod=pygame.KMOD_LCTRL, unicode="\x1a") == "ctrl+z"
    assert key(key=pygame.K_TAB, mod=pygame.KMOD_LSHIFT, unicode="\t") == "shift+tab"
    assert key(key=pygame.K_KP_PLUS, unicode="+") == "+"
    assert key(key=pygame.K_0, unicode="@", mod=pygame.KMOD_RALT | pygame.KMOD_RCTRL) == "@"  # AltGr


def test_digits_count_on_any_keyboard() -> None:
    azerty = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_AMPERSAND, mod=0, unicode="&", scancode=pygame.KSCAN_1
    )
    assert keys.from_event(azerty).names == ("1", "&")
    azerty = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_AMPERSAND, mod=pygame.KMOD_LCTRL, unicode="", scancode=pygame.KSCAN_1
    )
    assert keys.from_event(azerty).names[0] == "ctrl+1", "the pages of the Bilan, on a French keyboard too"


def test_enter_notes_the_last_letter_too_however_fast_it_comes(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type_fast("salut toi", pygame.K_RETURN)
    assert [note.text for note in driver.session.game.table.notes] == ["salut toi"]
    assert field(driver) == ""


def test_the_six_of_a_french_keyboard_counts_although_it_types_a_minus(driver: Driver) -> None:
    driver.key("space")
    assert driver.phase == "forecast"
    assert "clock-less" in driver.ids("console")
    before = driver.session.game.table.clock
    driver.key("3", "console")
    counted = driver.text("console")
    six = {"key": pygame.K_MINUS, "mod": 0, "unicode": "-", "scancode": pygame.KSCAN_6}
    driver._event(pygame.KEYDOWN, "console", **six)
    driver.release("-", "console")
    assert driver.session.game.table.clock == before, "no minute was taken away"
    assert driver.text("console") != counted, "one does not know fewer"


def test_text_is_listened_to_everywhere_so_that_shifted_keys_say_what_they_type(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the drawing library gives ";" for the "." of a French keyboard."""
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: pytest.fail("no key says what it types"))
    driver.key("tab", "console")
    driver.key("escape", "console")
    driver.key(".")
    assert driver.director.front.windows.dark


def test_tab_moves_the_focus_and_no_picture_is_composed_anew(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, compose = [], picture.compose
    monkeypatch.setattr(picture, "compose", lambda *asked: made.append(asked[1]) or compose(*asked))
    met = set()
    for _ in range(3):
        driver.key("tab", "console")
        met.add(driver.stage.scenes["console"].focus)
    assert len(met) == 3
    assert made == []
    driver.click("words", "console")
    driver.type("o")
    assert "console" in made


def test_the_timer_goes_on_after_the_focus_has_moved(driver: Driver) -> None:
    for moment in (3, 3, 61, 2):
        driver.key("tab", "room")
        driver.wait(moment)
        view = driver.director.view("room")
        assert view is not None
        assert clock_text(view.clock, driver.director.ui.now)[0] in driver.stage.scenes["room"].texts()


def test_tab_goes_round_and_shift_tab_back(driver: Driver) -> None:
    driver.key("tab", "console")
    first = driver.director.front.pane("console").focus
    driver.key("tab", "console")
    driver.key("shift+tab", "console")
    assert driver.director.front.pane("console").focus == first
    for _ in driver.ids("console"):
        driver.key("tab", "console")
    assert driver.director.front.pane("console").focus == first


def test_arrows_go_to_the_nearest_control_that_way() -> None:
    def control(name: str, x: float, y: float) -> Control:
        return Control(rect=Rect(x, y, 10, 10), id=name)

    here = control("here", 100, 100)
    scene = Scene((here, control("right", 150, 104), control("far", 300, 100), control("below", 96, 160)),
                  (400, 400), (0, 0, 0))  # fmt: skip
    assert scene.towards(here, (1, 0)) == "right"
    assert scene.towards(here, (0, 1)) == "below"
    assert scene.towards(here, (-1, 0)) == "here"


def test_escape_leaves_the_focus_then_what_is_open(driver: Driver) -> None:
    driver.key("f1", "console")
    assert driver.director.front.pane("console").screen == "help"
    driver.key("escape", "console")
    assert driver.director.front.pane("console").screen == ""
    driver.key("tab", "console")
    driver.key("escape", "console")
    assert driver.director.front.pane("console").focus == ""


def test_a_counter_is_counted_by_keys_and_recorded(driver: Driver) -> None:
    driver.key("space")
    if driver.phase != "forecast":
        pytest.fail("nobody promised")
    for name in ("1", "1", "2", "4"):
        driver.key(name, "console")
    driver.key("enter", "console")
    ballot = next(iter(driver.session.game.table.ballots.values()))
    assert ballot.tallies == (("", 1, 1, 0),)
    assert driver.phase == "forecast"


def test_a_promise_is_written_down_by_the_mouse(driver: Driver) -> None:
    before = len(driver.session.game.playing.promises)
    more = [name for name in driver.ids("console") if name.startswith("promise.tokens") and "more" in name]
    driver.click(more[0], "console")
    driver.click("promise-say", "console")
    assert len(driver.session.game.playing.promises) == before + 1
    assert driver.director.ui.form(Promising).tokens == (0, 0, 0)


def test_what_is_refused_is_said_in_a_sentence(driver: Driver) -> None:
    from engine.play.commands import Withdraw

    assert not driver.do(Withdraw(promise="9.9"))
    assert driver.director.ui.toast_is_error
    assert driver.director.ui.toast.endswith(".")


# ---- The mouse -----------------------------------------------------------------------------------------


def test_a_press_let_go_elsewhere_does_nothing(driver: Driver) -> None:
    start = driver.control("next").rect.centre
    driver.drag(start, (start[0], start[1] - 500))
    assert driver.phase == "negotiation"


def test_the_wheel_turns_the_pages_under_it(driver: Driver) -> None:
    driver.click("guide-hidden", "console")
    on = driver.control("secrets.on", "console")
    x, y = driver._pixels((on.rect.x, on.rect.y - 100), "console")
    driver._event(pygame.MOUSEMOTION, "console", pos=(x, y), rel=(0, 0), buttons=(0, 0, 0))
    driver._event(pygame.MOUSEWHEEL, "console", x=0, y=-1, flipped=False)
    assert driver.director.ui.page("secrets") > 0


def test_a_dragged_control_follows_and_arrows_nudge_it(driver: Driver) -> None:
    drag = Drag(
        to=lambda x, y: Draft(Dragged("at", (round(x), round(y)))),
        nudge=lambda dx, dy: Draft(Dragged("by", (dx, dy))),
        drop=Draft(LetGo(who="dropped")),
    )
    control = Control(rect=Rect(100, 100, 60, 60), id="face", intent=drag)
    scene = Scene((control,), (1920.0, 1080.0), (0, 0, 0))
    driver.stage.scenes["room"] = scene
    pointer = driver.stage.pointer
    pointer.press("room", 130, 130, 0.0)
    pointer.move("room", 400, 300)
    assert driver.director.ui.form(Dragged, "at").at == (400, 300)
    pointer.release("room", 400, 300)
    assert driver.director.ui.form(LetGo).who
    driver.stage.scenes["room"] = scene
    driver.director.carry(Focus("face", keyed=True))
    driver.stage.keyboard.press(keys.Key("left"), "room")
    assert driver.director.ui.form(Dragged, "by").at == (-1, 0)


def test_the_screen_of_another_moment_refuses_to_act(driver: Driver) -> None:
    driver.director.carry(LookBack())
    assert not driver.do(driver.session.commands[-1])
    assert "moment passé" in driver.director.ui.toast
    driver.director.carry(Back())
    assert not driver.director.ui.toast, "one is back in the present"


def test_a_key_held_down_goes_one_step_only_but_erases_on(driver: Driver) -> None:
    view = driver.director.view("room")
    assert view is not None
    before = len(driver.session.history)
    driver.hold("space", 6)
    assert len(driver.session.history) == before + 1
    driver.click("words", "console")
    driver.type("abcdef")
    driver.hold("backspace", 4, "console")
    assert field(driver) == "ab"


def test_what_was_pressed_while_a_session_opened_is_dropped(driver: Driver) -> None:
    loaded = Begin(duration="45", mode="facilitated", participants=9, seats={"elue-aux-quartiers": "held"})
    driver.director.carry(Start(SCENARIO, loaded))
    window = driver.stage.frames["room"].window
    pygame.event.post(
        pygame.event.Event(pygame.KEYDOWN, window=window, key=pygame.K_SPACE, mod=0, unicode=" ")
    )
    driver.stage._effects()
    driver.stage.turn()
    assert driver.phase == "welcome"
    assert len(driver.session.history) == 1


def test_more_answers_than_people_are_doubted_once(driver: Driver) -> None:
    driver.key("space")
    assert driver.phase == "forecast"
    for _ in range(10):
        driver.key("1", "console")
    assert "recomptez" in driver.text("console")
    driver.key("enter", "console")
    assert not any(ballot.tallies for ballot in driver.session.game.table.ballots.values())
    assert "Enregistrer quand même" in driver.text("console")
    driver.key("enter", "console")
    assert any(ballot.tallies == (("", 10, 0, 0),) for ballot in driver.session.game.table.ballots.values())


def test_once_noted_with_who_said_it_the_next_word_is_typed_in_its_place(driver: Driver) -> None:
    driver.click("words", "console")
    driver.type("On attend.")
    driver.key("tab", "console")
    driver.type("Odette")
    driver.key("enter", "console")
    driver.type("Encore")
    assert field(driver) == "Encore"
    assert driver.session.game.table.notes[-1].speaker == "Odette"
