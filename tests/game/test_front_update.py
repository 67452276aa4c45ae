"""The front-end is a value: the same wish on it gives the same, breaks nothing, loses nothing.

Chance walks further from moments of the longest scenario than from those of the others.
"""

import copy
import importlib
import pkgutil
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

import game.console
import game.screens
from engine.briefing.reading import shipped
from engine.language import use
from engine.play.commands import Advance, Begin, Finish, KeepWord, PassTo, Place, ShowForecasts, Undo
from engine.view.types import Audience, View
from game.front import effects, intents, news, unsent
from game.front.drafts import Counted, Form, Turned
from game.front.front import Front
from game.front.intents import Do, Draft, Drag, Fill, Go
from game.front.making import Account, Kit, Making
from game.front.pages import PAGES
from game.front.pane import Which
from game.front.sight import Around, Sight
from game.front.state import Settings, Stands, Ui
from game.front.update import UPDATES, update
from game.front.updates.telling import Heard
from game.kit.textfield import TextField, insert
from game.screens import SESSION, way_on
from tests.moments import ALL, LONGEST, Moment, moments

NOW = 1_800_000_000.0
KIT, ACCOUNT = Kit("x", "45", 12, ("a",)), Account(Path("x.coop"))
WINDOWS: tuple[Which, ...] = ("room", "console")


@dataclass
class Recorded:
    """A session that was really played, as it stood at one moment; nothing can be done to it."""

    moment: Moment
    damage: str = ""
    path: Path | None = None
    shown: dict[Any, View] = field(default_factory=dict)

    @property
    def mode(self) -> str:
        return self.moment.session.game.begin.mode

    def view(
        self, audience: Audience, lang: str, plain: bool, number: int | None = None, still: bool = True
    ) -> View:
        then = Moment(self.moment.session, number or self.moment.number)
        key = (audience, lang, plain, then.number)
        if key not in self.shown:
            self.shown[key] = then.view(audience, lang, plain)
        return self.shown[key]

    def moments(self) -> tuple[int, ...]:
        return tuple(range(max(self.moment.number - 3, 1), self.moment.number + 1))

    def undoable(self) -> int | None:
        return self.moment.number - 1 or None

    def bilan(self, plain: bool = False) -> None:
        return None


@cache
def forms() -> tuple[type[Form], ...]:
    """Every form that any screen asks to be filled in."""
    for package in (game.console, game.screens):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            importlib.import_module(module.name)

    def under(kind: type[Form]) -> Iterator[type[Form]]:
        for one in kind.__subclasses__():
            yield one
            yield from under(one)

    return tuple(under(Form))


@cache
def wishes() -> Sequence[object]:
    """Something of every kind that may be wanted or may happen."""
    begin = Begin(duration="45", mode="training", participants=1, seats={})
    commands = (Advance(), Finish(), ShowForecasts(), Undo(to=1), KeepWord(who="x"), PassTo(who="x"))
    place = Place(who="x", project="y", token="time", by=1)
    screens = [*SESSION, *PAGES, "nowhere"]
    asked = Do(Advance(), ("words",), (Turned("log", 1),), intents.Back(), "words")
    return (
        *(Do(command) for command in (*commands, place)), asked,
        *(Go(name, "1") for name in screens), intents.Back(), intents.Home(), intents.Panel(),
        *(intents.LookBack(by) for by in (1, -1)), *(intents.Dark(on) for on in (None, True, False)),
        intents.AskUndo(), *(Draft(kind(about)) for kind in forms() for about in ("", "x")),
        Draft(Turned("log", 3)), Draft(Counted("tally.q1.", counts=(1, 2, 0))),
        Fill((("words", "Et si ?"),), (Turned("log", 1),), "words"), intents.Focus("words", True),
        intents.Type("words", insert(TextField(), "12")), intents.GoOn(), intents.InRoom(intents.GoOn()),
        intents.Set("language", "en"), intents.Set("windows", 1), intents.Set("nothing", object()),
        intents.Start("x", begin), intents.Resume(Path("x")), intents.SaveElsewhere(Path("x")),
        intents.Make(KIT), intents.Make(ACCOUNT), intents.ShowFolder(Path("x")),
        intents.WhatIf("x"), intents.Window("room", "move", 1), intents.Quit(),
        *(news.Accepted(one) for one in (asked, Do(Undo(to=1)), Do(place))), news.Refusal("Non."),
        news.Refusal("Plein.", True, (Path("x"),)), news.Followed(Advance()),
        news.Opened("a.coop"), news.Opened("a.coop", "Abîmé.", (("words", "Et"),), (Counted("tick.1.x"),)),
        news.Rewritten(Path("x")), news.Found(()), news.Found((), ()), news.Told("Voilà.", home=True),
        news.Tick(), news.Touched(), news.Touched(False), news.Locked("Elle joue."), news.Locked(""),
        news.Fitted(True), news.Fitted(False), news.ConsoleClosed(),
        news.Displays(("1",), Stands(copied=True)), news.RoomClosed(),
        news.Made(Making(KIT, 1, 3, "…")), news.Made(Making(KIT, said="Non.", failed=True)),
        news.Made(Making(ACCOUNT, 3, 3, "Voilà.", Path("x"))),
        news.Computed(object()), news.Chosen("x", "y"), news.Unrolled(shipped()),
    )  # fmt: skip


def walk(around: Around, seed: int, steps: int) -> Iterator[tuple[Front, object, Which, Around]]:
    """Fronts to which chance comes from a first one, each with what is wanted of it next."""
    chance = random.Random(seed)
    front = Front(Ui(now=NOW), on_disk=Settings())
    for step in range(steps):
        what, which = chance.choice(wishes()), chance.choice(WINDOWS)
        here = replace(around, now=NOW + step * chance.choice((0.1, 5.0)))
        yield front, what, which, here
        front, _ = update(front, what, which, here)


def around(moment: Moment) -> Around:
    return Around(Recorded(moment), NOW, way_on)


@pytest.fixture(autouse=True)
def french() -> None:
    use("fr")


def test_something_of_every_kind_is_wanted_or_happens_here() -> None:
    kinds = {*get_args(intents.Intent), *get_args(news.News)} - {Drag}  # that one says what its points mean
    assert kinds == set(UPDATES)
    assert kinds == {type(what) for what in wishes()}


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_the_same_wish_gives_the_same_and_changes_nothing_else(slug: str, kind: str) -> None:
    for seed, moment in enumerate(moments(slug, kind)):
        for front, what, which, here in walk(around(moment), seed, 30 if slug == LONGEST else 8):
            before = copy.deepcopy(front.ui.drafts), copy.deepcopy(front.ui.fields), hash(front.windows)
            after = update(front, what, which, here)
            assert update(front, what, which, here) == after, what
            assert (front.ui.drafts, front.ui.fields, hash(front.windows)) == before, what
            assert all(isinstance(effect, get_args(effects.Effect)) for effect in after[1]), what
            Sight(after[0], here).ui_for(which)


def half_done(front: Front) -> object:
    """What somebody was about to do; that time made the others announce is nobody's."""
    timed = front.ui.drafts.every(Heard)
    return front.ui.drafts.kept(*(Heard(form.about) for form in timed)), front.ui.fields


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_whatever_is_done_to_windows_leaves_what_is_half_done(slug: str, kind: str) -> None:
    harmless: tuple[Callable[[], object], ...] = (
        intents.Dark, intents.LookBack, intents.Back, lambda: news.Fitted(True), lambda: news.Fitted(False),
        news.ConsoleClosed, news.Tick, lambda: intents.Window("room", "fullscreen"), intents.AskUndo,
        lambda: Go("help"), news.RoomClosed, lambda: news.Displays(("1", "2"), Stands()),
        lambda: intents.Set("text_size", 1.3),
    )  # fmt: skip
    for seed, moment in enumerate(moments(slug, kind)):
        for front, _, which, here in walk(around(moment), seed, 5 if slug == LONGEST else 2):
            for what in harmless:
                after, _ = update(front, what(), which, here)
                assert half_done(after) == half_done(front), what()


def test_what_a_killed_program_kept_is_what_stood_there() -> None:
    moment = moments(*ALL[0])[3]
    for front, _, _, here in walk(around(moment), 5, 400):
        words, counts = unsent.read(unsent.written(front.ui))
        again, _ = update(front, news.Opened("a.coop", "", tuple(words.items()), counts), "room", here)
        typed = {name: one.text for name, one in front.ui.fields.items() if one.text}
        assert {name: one.text for name, one in again.ui.fields.items()} == typed
        kept = {form for form in front.ui.drafts.every(Counted) if form.about.startswith("tally.")}
        assert kept <= set(again.ui.drafts.every(Counted))


def test_a_command_goes_to_the_session_and_comes_back_as_news() -> None:
    moment = moments(*ALL[0])[3]
    front = Front(Ui(now=NOW), on_disk=Settings())
    asked = Do(Advance(), after=intents.Back(), then=(Turned("log", 2),))
    same, given = update(front, asked, "room", around(moment))
    assert (same, given) == (front, (effects.Give(asked, "room"),))
    after, told = update(front, news.Accepted(asked), "room", around(moment))
    assert after.ui.page("log") == 2
    assert effects.Carry(intents.Back(), "room") in told


def test_nothing_is_given_to_a_session_that_plays_itself_or_is_looked_back_at() -> None:
    here = around(moments(*ALL[0])[5])
    front = Front(Ui(now=NOW), on_disk=Settings())
    playing, _ = update(front, news.Locked("Elle se joue seule."), "room", here)
    told, done = update(playing, Do(Advance()), "room", here)
    assert (told.ui.toast, done) == ("Elle se joue seule.", (effects.Hurry(),))
    past, _ = update(front, intents.LookBack(), "room", here)
    told, done = update(past, Do(Advance()), "room", here)
    assert done == ()
    assert told.ui.toast
