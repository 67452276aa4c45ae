"""Which session is shown: begun, taken up again, saved elsewhere, left; and what the first screens list."""

from collections.abc import Mapping
from dataclasses import replace

from engine.language import tr
from game.front.drafts import Drafts, holding
from game.front.effects import Compute, Create, Find, Fit, LetGo, Open, Rewrite
from game.front.front import Front, Windows
from game.front.intents import Home, Resume, SaveElsewhere, Start, WhatIf
from game.front.news import Chosen, Computed, Found, Opened, Rewritten
from game.front.pane import Pane, Which
from game.front.sight import Around, Sight
from game.front.unsent import written
from game.front.updates.step import Step, Update, still
from game.kit import textfield
from game.kit.textfield import TextField


def start(front: Front, intent: Start, which: Which, around: Around) -> Step:
    """A new session, in a file of its own."""
    seed = intent.seed if intent.seed is not None else front.seed
    target = front.also[1] if intent.scenario == front.also[0] else intent.scenario
    return front, (Create(target, intent.begin, seed),)


def resume(front: Front, intent: Resume, which: Which, around: Around) -> Step:
    """A session from its file."""
    return front, (Open(intent.path),)


def opened(front: Front, news: Opened, which: Which, around: Around) -> Step:
    """Show this session from now on; words that were being typed in it come back."""
    fields = {name: textfield.insert(TextField(), text, True) for name, text in news.words}
    ui = replace(
        front.ui, fields=fields, drafts=holding(*news.counts), what_if=None, toast="", file=news.file,
        damage=news.damage, now=around.now, taken_up=around.now,
    )  # fmt: skip
    windows = Windows(room=Pane(panel=""), two=front.windows.two)
    front = replace(front, ui=ui, windows=windows)
    sight = Sight(front, around)
    front = replace(front, place=sight.place())
    if news.damage:
        front = replace(front, ui=replace(front.ui, elsewhere=news.places))
        front = front.having(sight.leading(), Pane().pushed("problem", news.damage))
    return front, (Fit(fresh=True),)


def home(front: Front, intent: Home, which: Which, around: Around) -> Step:
    """Leave the session where it stands, for the first screen."""
    kept = written(front.ui)
    ui = replace(
        front.ui, file="", taken_up=0.0, damage="", fields={}, drafts=Drafts(), what_if=None, toast=""
    )
    front = replace(front, ui=ui, windows=Windows(two=front.windows.two), place=(), locked="")
    return front, (LetGo(kept), Find("accueil"), Fit(fresh=True))


def save_elsewhere(front: Front, intent: SaveElsewhere, which: Which, around: Around) -> Step:
    """The session in a new file from now on."""
    return front, (Rewrite(intent.path),) if around.session is not None else ()


def rewritten(front: Front, news: Rewritten, which: Which, around: Around) -> Step:
    """It is in another file, and can be played on."""
    ui = replace(front.ui, file=str(news.path), damage="", saved=True, elsewhere=())
    front = replace(front, ui=ui, windows=front.windows.home())
    words = tr("La séance continue dans {file}. Refaites le dernier geste.", file=news.path)
    return still(front.told(words, around.now))


def found(front: Front, news: Found, which: Which, around: Around) -> Step:
    """What the first screens list."""
    resumable = front.ui.resumable if news.resumable is None else news.resumable
    return still(replace(front, ui=replace(front.ui, scenarios=news.scenarios, resumable=resumable)))


def chosen(front: Front, news: Chosen, which: Which, around: Around) -> Step:
    """One more scenario, which the command line named."""
    return replace(front, also=(news.slug, news.folder)), (Find(""),)


def what_if(front: Front, intent: WhatIf, which: Which, around: Around) -> Step:
    """Continuations with one choice changed."""
    return front, (Compute(intent.alternative),) if around.session is not None else ()


def computed(front: Front, news: Computed, which: Which, around: Around) -> Step:
    """How far they have come."""
    return still(replace(front, ui=replace(front.ui, what_if=news.result)))


UPDATES: Mapping[type, Update] = {
    Start: start,
    Resume: resume,
    Opened: opened,
    Home: home,
    SaveElsewhere: save_elsewhere,
    Rewritten: rewritten,
    Found: found,
    Chosen: chosen,
    WhatIf: what_if,
    Computed: computed,
}
