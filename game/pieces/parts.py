"""What screens are built of: page, header with phases and timer, rows of buttons, faces, lists of tokens.

The console uses these too; sizes follow the theme of the window.
"""

from collections.abc import Sequence
from typing import Literal

from engine.content.model import FaceCard, PhaseKind
from engine.language import number as number
from engine.language import signed, tr
from engine.play.commands import Advance, Clock
from engine.telling.vocabulary import kind_means
from engine.view.types import Change, CharacterView, ClockView, Countdown, Expression, TokenCount, View
from game.front.drafts import Turned
from game.front.intents import Back, Do, Draft, Go, LookBack
from game.front.state import Ui, Way
from game.kit import (
    Button,
    Card,
    Column,
    Dial,
    Element,
    Face,
    Field,
    Flow,
    Grow,
    Label,
    Pad,
    Pages,
    Pill,
    Row,
    Rule,
    Sized,
    Spacer,
    Span,
    Tap,
    Tokens,
    Unseen,
)
from game.kit.fitting import Barer as Barer  # everybody's building blocks: imported from here
from game.kit.fitting import Fullest as Fullest
from game.kit.fitting import Own as Own
from game.kit.fitting import Rather as Rather
from game.kit.fitting import Steady as Steady
from game.kit.textfield import TextField
from game.pieces import mine

SIDE = 56.0
"""Empty room at both sides of a page, in logical pixels."""


_LEADING = frozenset(
    {
        "next",
        "count-anyway",
        "more-time",
        "reveal-all",
        "other-act",
        "carte-blanche",
        "show-forecasts",
        "page-back",
    }
)
"""Buttons of who leads."""
_CLEAR = 8.0
"""Logical pixels between a name and the tokens after it."""
_LONG_TITLE = 34
"""Letters beyond which the round is written under the title."""


_SHORT = 22
"""Letters up to which a gauge's title stays on one line."""

STAMPS = {
    "kept": "kept", "part": "part", "broken": "broken", "gift": "gift", "void": "quiet", "none": "quiet",
}  # fmt: skip
"""Fact -> colour of its stamp; whoever had nothing in hand gets none."""


def spec(card: FaceCard) -> dict[str, str]:
    """A face as the scene wants it: only what is set."""
    return {key: str(value) for key, value in card.model_dump().items() if value}


def initials(name: str) -> str:
    """Two letters that stand for a face until it is drawn: "FD"."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    return "".join(word[0] for word in (words[0], words[-1]))[:2].upper() if words else "?"


def face(who: CharacterView, size: float = 72.0, key: str = "") -> Face:
    """A character's portrait; its expression follows its posture."""
    return Face(spec(who.face), who.posture.expression, initials(who.name), size, key=key)


def card_face(
    card: FaceCard,
    expression: Expression,
    name: str,
    size: float = 72.0,
    bust: bool = False,
    grey: bool = False,
) -> Face:
    """A portrait of someone who may not be in play; `grey` where they have left."""
    return Face(spec(card), expression, initials(name), size, bust=bust, grey=grey)


def together(words: str) -> str:
    """Words that no line parts."""
    return words.replace(" ", "\u00a0")


def change_label(change: Change, style: str = "label") -> Label:
    """ "Santé +8", on one line if it can be."""
    title = together(change.title) if len(change.title) <= _SHORT else change.title
    by = Span(signed(change.by), "kept" if change.by > 0 else "broken", True)
    return Label([Span(title + "\u00a0"), by], style)


def kind_name(kind: int) -> str:
    """temps, moyens, appui."""
    return (tr("temps"), tr("moyens"), tr("appui"))[kind]


def legend(size: float = 30.0) -> Element:
    """The three kinds of token with their names."""
    pairs = [
        Row([Tokens(((k, "given"),), size), Label(kind_name(k), "label", "ink", one_line=True)], "s")
        for k in range(3)
    ]
    return Flow(pairs, "l", "xs", "end")


def legend_explained(size: float = 30.0, style: str = "body") -> Element:
    """The three kinds of token, and what each stands for."""
    return Column([Row([sign, Grow(words)], "s") for sign, words in _kinds_told(size, style)], "xs")


def _kinds_told(size: float, style: str) -> list[tuple[Element, Element]]:
    """Each kind's sign, and its name with what it stands for."""
    return [
        (
            Tokens(((k, "given"),), size),
            Label([Span(kind_name(k), None, True), Span(" · " + kind_means(k))], style),
        )
        for k in range(3)
    ]


def tokens_asked(ui: Ui, child: Element, id: str = "tokens") -> Element:
    """Something that says what the tokens stand for when touched."""
    return opening(ui, child, id, Go("tokens"), tr("Que sont les jetons ?"))


def legend_at_first(
    view: View, ui: Ui, otherwise: Element, in_line: bool = False, id: str = "tokens"
) -> Element:
    """What the kinds of token stand for until the first round is over, on a few lines or `in_line`. Larger
    text shows their names alone where there is no room, then a word, and either says it when touched: a
    token is never met without. Put it in a Grow."""
    if view.phase.round > 1:
        return otherwise
    told: Element = legend_explained(24.0, "small")
    if in_line:
        told = Flow([Row([*pair], "s") for pair in _kinds_told(24.0, "small")], "l", "none", "end")
    names = Row([Grow(legend(24.0)), Pill("?", "plain")], "s")
    word = Flow([Pill(tr("Les jetons ?"), "plain")], "s", "xs", "end")
    shorter = [tokens_asked(ui, child, id) for child in (names, word)]
    return Fullest([told, *shorter], when_large=True)


def promised(tokens: TokenCount, size: float = 30.0, key: str = "") -> Tokens:
    """Tokens announced and not yet given: dashed."""
    return Tokens.of(tokens, "promised", size, key)


def missing(tokens: TokenCount, size: float = 30.0) -> Tokens:
    """Tokens that nobody gave: an empty outline."""
    return Tokens.of(tokens, "missing", size)


def given(tokens: TokenCount, size: float = 30.0, key: str = "") -> Tokens:
    """Tokens given: full."""
    return Tokens.of(tokens, "given", size, key)


def note(title: str, text: str, more: str = "", style: str = "body") -> Card:
    """A pale card for a rule or a question to the room."""
    lines: list[Element] = [Label(title, "label", "note_ink")] if title else []
    lines.append(Label(text, style))
    if more:
        lines.append(Label(more, "small"))
    return Card(Column(lines, "xs"), "l", "m", "note", "note_line")


def named(
    who: CharacterView,
    size: float = 64.0,
    name: str = "name",
    role: bool = True,
    portrait: Element | None = None,
) -> Element:
    """Face (or the `portrait` that stands for it), name and role on one line; give it a Grow."""
    words: list[Element] = [Label(who.name, name)]
    if role:
        words.append(Label(who.role, "small"))
    return Row([portrait or face(who, size), Grow(Column(words, "none"))], "s")


def before(name: Element, width: float) -> Element:
    """A name at the head of a row, in a column of steady width; the longest too keep clear of what follows,
    however tightly things are set."""
    return Sized(Row([Grow(name), Sized(Spacer(), _CLEAR)], "none"), width)


# ---- The page ------------------------------------------------------------------------------------------


def clock_text(clock: ClockView, now: float) -> tuple[str, str]:
    """What the timer says and its colour: "05:36"; "—" untimed; past its end, "+00:42"."""
    left = (
        clock.paused_left
        if clock.paused_left is not None
        else None
        if clock.ends is None
        else clock.ends - now
    )
    if left is None:
        return "—", "ink"
    whole = int(left + 0.999) if left > 0 else int(-left)
    text = f"{whole // 60:02d}:{whole % 60:02d}"
    if left < 0 and whole:
        return "+" + text, "broken"
    return ("⏸ " + text if clock.paused_left is not None else text), "ink"


def timer(view: View, ui: Ui) -> Element:
    """The phase's time left, in a box of steady width; or that this session can only be read. Who trains
    alone, without a timer, finds their own tokens and gain there.
    """
    if ui.damage:
        return Pill(tr("lecture seule"), "part")
    text, colour = clock_text(view.clock, ui.now)
    if view.mode != "facilitated" and text == "—":
        return mine.strip(view, ui) or Spacer()
    label = Label(text, "timer", colour, "center", one_line=True)
    return Card(Sized(label, 112.0 if text != "—" else 36.0), 22.0, 10.0, edge=False, radius="m")


def _pill(kind: PhaseKind, title: str, current: PhaseKind, order: list[PhaseKind]) -> Element:
    if kind == current:
        return Pill(title, "dark", "pill")
    done = current in order and order.index(kind) < order.index(current)
    spans = [Span("✓ ", "kept"), Span(title, "kept")] if done else [Span(title)]
    return Label(spans, "pill", "quiet", one_line=True)


def phase_pills(view: View) -> Element:
    """The phases of a round, those gone by ticked, the present one dark."""
    steps = view.phase.steps
    order = [kind for kind, _ in steps]
    if view.phase.kind not in order:
        return Pill(view.phase.title, "dark")
    return Row([_pill(kind, title, view.phase.kind, order) for kind, title in steps], 28.0)


def round_words(view: View) -> str:
    """ "Tour 2 sur 3 · L’hiver approche", or nothing outside the rounds."""
    if not view.phase.round:
        return ""
    words = tr("Tour {n} sur {total}", n=view.phase.round, total=view.phase.rounds)
    words = "\u00a0".join(words.rsplit(" ", 1))  # no line begins with a number
    return f"{words}\u00a0· {view.phase.act}" if view.phase.act else words


def countdowns(view: View) -> list[Element]:
    """What comes nearer: a ring of segments each, with its name where there is room."""
    return [_countdown(one) for one in view.countdowns]


def dial(one: Countdown) -> Dial:
    """How near it is."""
    return Dial(one.filled, one.size, "broken" if one.filled >= one.size - 1 else "part")


def _countdown(one: Countdown) -> Element:
    name = Sized(Label(one.title, "tiny", "ink", max_lines=2), 170.0)
    return Fullest([Row([dial(one), name], "s"), dial(one)])


def header(view: View, ui: Ui, right: Element | None = None, subtitle: str | None = None) -> Element:
    """Title of the scenario, round, phases, timer; a rule below. `right` replaces the timer."""
    words: list[Element] = [Label(view.title, "subheading", max_lines=2)]
    subtitle = round_words(view) if subtitle is None else subtitle
    if subtitle:
        words.append(Label(subtitle, "small", max_lines=2))
    if len(view.title) > _LONG_TITLE:
        words = [Sized(Column(words, "none"), 480.0)]
    ahead = countdowns(view)
    return top(
        Row([*words, Grow(Spacer(), 1, 12.0), *ahead, phase_pills(view), right or timer(view, ui)], "l")
    )


def top(row: Element) -> Element:
    """The band at the head of a page, with the rule beneath it."""
    return Column([Sized(Own(Pad(row, SIDE, 8.0)), h=94.0), Rule()], "none")


def opening(ui: Ui, child: Element, id: str, page: Go, label: str) -> Element:
    """Something that opens a page over the screen when touched; not in the past, nor beneath another page."""
    return child if ui.screen else Tap(child, id, page, label)


def looking_back(ui: Ui) -> bool:
    """Whether the picture shows an earlier moment, to be read and not touched."""
    return ui.screen == "look-back"


def onward(view: View, ui: Ui) -> Way | None:
    """The way on to the next step of the session, if it may go on."""
    return Way(view.phase.next_label, Do(Advance())) if view.allows("advance") else None


def next_button(way: Way | None, id: str = "next", hint: str = "") -> list[Button]:
    """The primary button of a screen: its way on."""
    if way is None:
        return []
    return [Button(way.label, id, way.intent, "primary", hint=hint, enabled=way.enabled)]


def more_time(view: View) -> list[Button]:
    """One more minute, where there is a timer."""
    if view.phase.minutes == 0 or view.allows("clock") is None:
        return []
    return [Button(tr("+1 min"), "more-time", Do(Clock(action="add", seconds=60)))]


def keys_hint(*pairs: tuple[str, str]) -> Label:
    """Keys and what they do: **Espace** continuer  ← revenir."""
    spans: list[Span] = []
    for key, does in pairs:
        gap = "\u00a0\u00a0 " if spans else ""
        spans += [Span(gap + key, "ink", True), Span("\u00a0" + does.replace(" ", "\u00a0"))]
    return Label(spans, "small", align="right")


def actions(
    view: View, ui: Ui, buttons: Sequence[Element], right: Element | None = None, on_art: bool = False
) -> Element:
    """The last row of a page: what may be done, then keys or something else. Read only when looking back.

    `on_art`: a picture lies beneath, so that the words get a ground of their own.
    """
    if looking_back(ui):
        buttons = [
            Button(tr("Revenir au présent"), "present", Back(), "primary"),
            Button(tr("← Encore avant"), "earlier", LookBack()),
        ]
        right = Label(tr("Vous regardez un moment passé. Rien n’est défait."), "small", align="right")
    elif ui.damage and view.phase.kind != "bilan":
        buttons = [Button(tr("← Revoir"), "earlier", LookBack(), "primary")]
        right = Label(
            tr("Cette séance se relit, avec ← et → ; elle ne se joue plus."), "small", align="right"
        )
    elif ui.toast and not ui.panel:  # the panel says it itself, and lies over this
        colour = "broken" if ui.toast_is_error else "kept"
        right = Label(ui.toast, "strong", colour, "right")
    elif apart(view, ui):  # whoever leads has all of these in the console, and the room has no use for them
        leading = [b for b in buttons if isinstance(b, Button) and b.id in _LEADING]
        seen = [button for button in buttons if button not in leading]
        return Row([Unseen(leading), *seen, Grow(right or Spacer())], "m")
    hint = right or keys_hint((tr("Espace"), tr("continuer")), ("←", tr("revoir")), ("F1", tr("aide")))
    menu = menu_door(view, ui)
    if on_art:
        words = Card(hint, "m", 10.0, "paper", None, edge=False, radius="m")
        return Row([*buttons, Grow(Spacer()), words, *menu], "m")
    return Row([*buttons, Grow(hint), *menu], "m")


def menu_door(view: View, ui: Ui) -> list[Element]:
    """What opens the menu, where the room's window is also that of who leads; not beneath another page or
    the panel, which has it too, nor over what somebody reads in private.
    """
    if ui.screen or ui.panel or view.passed_to or apart(view, ui):
        return []
    return [Button(tr("Menu"), "menu", Go("menu"), "chip")]


def apart(view: View, ui: Ui) -> bool:
    """Whether the room has a window to itself: what only serves who leads is left out of it."""
    return ui.two_windows and view.mode == "facilitated"


def page(head: Element, body: Element, foot: Element | None = None) -> Element:
    """A whole screen: header, body that takes the room, row of actions."""
    rows: list[Element] = [Grow(body)]
    if foot is not None:
        rows.append(foot)
    return Column([head, Grow(Pad(Column(rows, "l"), SIDE, 30.0))], "none")


def chip_row(buttons: Sequence[Element]) -> Element:
    """Small choices side by side, going on to the next line."""
    return Flow(list(buttons), "s", "s")


def paged(ui: Ui, name: str, rows: Sequence[Element], gap: str = "s") -> Pages:
    """A long list by pages; `name` is that of its two controls and of the page that is open."""
    return Pages(rows, ui.page(name), name, lambda at: Draft(Turned(name, at)), gap=gap)


def choice_chip(text: str, id: str, intent: object, chosen: bool, enabled: bool = True) -> Button:
    """One of several choices; the chosen one is dark and ticked, as wide as before."""
    said, other = ("✓ " + text, text) if chosen else (text, "✓ " + text)
    kind: Literal["chosen", "chip"] = "chosen" if chosen else "chip"
    return Button(said, id, intent, kind, enabled=enabled, reserve=(other,))


def field(
    ui: Ui,
    id: str,
    placeholder: str,
    intent: object | None = None,
    lines: int = 1,
    label: str = "",
    style: str = "field",
    letters: int = 12,
) -> Field:
    """A text field with what has been typed so far, letters being composed included."""
    typed = ui.fields.get(id, TextField())
    start, end = sorted((typed.caret, typed.anchor))
    text = typed.text[: typed.caret] + typed.composing + typed.text[typed.caret :]
    return Field(
        id,
        text,
        typed.caret + len(typed.composing),
        (start, end) if end > start else None,
        placeholder,
        lines,
        intent,
        label or placeholder,
        style,
        letters=letters,
    )
