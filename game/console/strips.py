"""Strips: writing down what each corner says, where it is read and how, and whether it is what was said.

All is done with one press where nothing has to be typed: the corner that reads it, then its answer.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.language import ntr, tr
from engine.play.commands import Answer, Carry, Tally, Vote, Write
from engine.view.types import CornersView, CornerView, StripView, View
from game.console.counts import Counting, counting
from game.console.pieces import labelled, picked
from game.front.drafts import Counted, Form
from game.front.intents import Do, Draft, Fill, Focus, Intent
from game.front.phases import Tab
from game.front.state import Ui
from game.front.strips import as_read, read_in, same, words_in, written_in
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Sized, Spacer, Tap
from game.pieces.parts import Own, choice_chip, field, paged

Way = Literal["word", "typed", "untyped"]
"""How a strip is read: word for word, with other words that are typed, or with others that nobody types."""
_SIGNS: Final = 400
"""Signs that a strip may have, whatever its words."""
_SAID, _FOOT = 86.0, 62.0
"""Logical height of the words that are read, however many they are, and of what is beneath the answers."""


@dataclass(frozen=True, slots=True)
class Writing(Form):
    """Whose strip is being written in the round `about`."""

    corner: str = ""


@dataclass(frozen=True, slots=True)
class Carrying(Form):
    """Which strip is open in the round `about`, and how it is about to be read."""

    corner: str = ""
    way: Way = "word"


def tabs(view: View) -> list[Tab]:
    """What a step of the strips asks for."""
    if view.corners is None or view.phase.kind != "strips":
        return []
    if view.phase.step == "write":
        return [("write", tr("Écrire"), write)]
    if view.phase.step == "sealed":
        return [("sealed", tr("Ce qui a été dit"), told)]
    found: list[Tab] = [("carry", tr("Lire"), carry)]
    if any(_answers(view, corner) for corner in _corners(view)):
        found.append(("fidelity", tr("Compter"), count))
    return found


def _corners(view: View) -> tuple[CornerView, ...]:
    assert view.corners is not None
    return view.corners.corners


def _strip(corner: CornerView) -> StripView:
    """Its strip of this round; while strips are written and read, each has one."""
    assert corner.strip is not None
    return corner.strip


def _round(view: View) -> str:
    return str(view.phase.round)


# ---- Written --------------------------------------------------------------------------------------------


def write(view: View, ui: Ui) -> Element:
    """The strip of one corner after the other, and what all of them have written."""
    assert view.corners is not None
    legal = view.allows("write")
    rows: list[Element] = []
    if legal is not None:
        now = ui.form(Writing, _round(view))
        corner = picked(now.corner, [*_unwritten(view), *legal.ids])
        mine = [one for one in _corners(view) if one.id in legal.ids]
        if len(mine) > 1:
            chips = [_turn(view, ui, one, corner) for one in mine]
            rows.append(labelled(tr("Qui écrit"), Flow(chips, "xs", "xs")))
        rows += _form(view, ui, view.corners, next(one for one in mine if one.id == corner))
    lines = [_line(view, ui, one) for one in _corners(view) if _strip(one).text]
    return Column([*rows, Grow(paged(ui, "strips", lines, "xs") if lines else Spacer())], "s")


def _unwritten(view: View) -> list[str]:
    """The corners that people hold and of which nothing is written yet."""
    legal = view.allows("write")
    ids = legal.ids if legal is not None else ()
    return [corner.id for corner in _corners(view) if corner.id in ids and not _strip(corner).text]


def _turn(view: View, ui: Ui, corner: CornerView, present: str) -> Button:
    """Opens a corner's strip, the focus in its field; ticked once it is written."""
    name = written_in(view, corner.id)
    opened = Fill((), (Writing(_round(view), corner.id),), focus=name)
    if ui.text(name).strip() and not same(ui.text(name), _strip(corner).text):
        sign = "…"
    else:
        sign = "✓" if _strip(corner).text else ""
    return _marked(corner.title, sign, f"write={corner.id}", opened, corner.id == present)


def _form(view: View, ui: Ui, room: CornersView, corner: CornerView) -> list[Element]:
    """The field of a corner's strip, how many words are left, and what keeps it."""
    name, strip = written_in(view, corner.id), _strip(corner)
    typed = ui.text(name).strip()
    left = room.words - words_in(typed)
    rest = [one for one in _unwritten(view) if one != corner.id]
    then = Writing(_round(view), rest[0] if rest else corner.id)
    following = written_in(view, rest[0]) if rest else "write-say"
    new = bool(typed) and not same(typed, strip.text)
    kept: Intent | None = None
    if new and len(typed) <= _SIGNS:
        kept = Do(Write(corner=corner.id, text=typed), (name,), (then,), focus=following)
    asked = tr(
        "{corner} : {n} mots au plus. Rien, si la bande est sur papier.", corner=corner.title, n=room.words
    )
    if strip.text:
        asked = tr("{corner} a écrit. Écrivez ici pour changer.", corner=corner.title)
    save = Button(
        tr("Écrire la bande"), "write-say", kept if left >= 0 else None, "primary", "⏎",
        enabled=kept is not None and left >= 0,
    )  # fmt: skip
    buttons: list[Element] = [save]
    if strip.text:
        taken = Do(Write(corner=corner.id, text=""), (name,))
        buttons.append(Button(tr("Effacer"), "write-nothing", taken, "chip"))
    entry = field(ui, name, asked, kept, 4, label=tr("Ce que dit {corner}", corner=corner.title))
    return [entry, Row([*buttons, Grow(_left(left, len(typed)))], "s")]


def _left(words: int, signs: int) -> Label:
    """How many words there is still room for, or how many are too many."""
    if words < 0:
        said = ntr("{n} mot de trop : rien n’est perdu.", "{n} mots de trop : rien n’est perdu.", -words)
        return Label(said, "strong", "broken", "right")
    if signs > _SIGNS:
        return Label(tr("C’est trop long : il faut ôter des mots."), "strong", "broken", "right")
    return Label(ntr("encore {n} mot", "encore {n} mots", words), "small", "ink", "right")


def _line(view: View, ui: Ui, corner: CornerView) -> Element:
    """What a corner wrote; pressed, it comes back to its field, unless something else stands there."""
    strip, name = _strip(corner), written_in(view, corner.id)
    words = Label(tr("{corner} : « {text} »", corner=corner.title, text=strip.text), "small", "ink")
    legal = view.allows("write")
    if legal is None or corner.id not in legal.ids:
        return words
    back = ((name, strip.text),) if not ui.text(name).strip() else ()
    opened = Fill(back, (Writing(_round(view), corner.id),), focus=name)
    return Tap(words, f"rewrite.{corner.id}", opened, tr("Corriger : {text}", text=corner.title), radius=8.0)


# ---- Read -----------------------------------------------------------------------------------------------


def carry(view: View, ui: Ui) -> Element:
    """One strip after the other: its words, where it is read and how, and what its corner says of it."""
    corners = _corners(view)
    now = ui.form(Carrying, _round(view))
    corner = next(one for one in corners if one.id == _open(view, now))
    strip = _strip(corner)
    chips = [_strip_chip(view, one, corner.id) for one in corners]
    rows: list[Element] = [Flow(chips, "xs", "xs")]
    foot: Element = Label(_one_voice(view, corner), "tiny")
    if view.allows("carry") and _way(view, now, corner) == "typed":
        words, foot = _typed(view, ui, now, corner)
        rows.append(Sized(words, h=_SAID))
    else:
        rows.append(_words(strip))
    if view.allows("carry"):
        rows += [_where(view, ui, now, corner), _how(view, ui, now, corner)]
    else:
        rows.append(Label(strip.said, "body", "ink"))
    return Column([*rows, _answer(view, ui, corner), Sized(foot, h=_FOOT), Grow(Spacer())], "s")


def _open(view: View, now: Carrying) -> str:
    """The strip that is open: the one chosen, else the first that waits for something."""
    ids = [corner.id for corner in _corners(view)]
    return picked(now.corner, [*_waiting(view), *ids])


def _waiting(view: View) -> list[str]:
    """The corners whose strip is still to be read, or whose answer is still to be told."""
    return [corner.id for corner in _corners(view) if not _done(view, _strip(corner))]


def _done(view: View, strip: StripView) -> bool:
    if not strip.to:
        return view.allows("carry") is None
    return not strip.question or _has_answered(strip)


def _has_answered(strip: StripView) -> bool:
    """Whether its corner was counted; what it answered may be for nobody to see yet."""
    return strip.counts is not None or (strip.asked is not None and bool(strip.asked.received))


def _next(view: View, corner: CornerView) -> Carrying:
    """The strip that comes once this one is seen to."""
    rest = [one for one in _waiting(view) if one != corner.id]
    return Carrying(_round(view), rest[0] if rest else corner.id)


def _strip_chip(view: View, corner: CornerView, present: str) -> Button:
    """A strip: → once it is read, ✓ once its corner has answered."""
    strip = _strip(corner)
    sign = ("✓" if _done(view, strip) else "→") if strip.to else ""
    opened = Draft(Carrying(_round(view), corner.id))
    return _marked(corner.title, sign, f"strip={corner.id}", opened, corner.id == present)


def _marked(title: str, sign: str, id: str, intent: Intent, chosen: bool) -> Button:
    """One of several strips, with the sign of how far it is: as wide whatever that is."""
    said = [f"{mark} {title}".strip() for mark in ("", "…", "→", "✓")]
    kind: Literal["chosen", "chip"] = "chosen" if chosen else "chip"
    return Button(f"{sign} {title}".strip(), id, intent, kind, reserve=said)


def _words(strip: StripView) -> Element:
    """What is to be read, as high whatever its length."""
    written = tr("« {text} »", text=strip.text) if strip.text else tr("La bande est sur papier, ou blanche.")
    return Sized(Own(Label(written, "body", "ink" if strip.text else "quiet")), h=_SAID)


def _where(view: View, ui: Ui, now: Carrying, corner: CornerView) -> Element:
    """A button for each other corner: it is read there, in the way that is chosen."""
    legal, strip = view.allows("carry"), _strip(corner)
    assert legal is not None
    barred = {one.partition("/")[2] for one in legal.barred if one.partition("/")[0] == corner.id}
    chips: list[Element] = []
    for i, other in enumerate(one for one in _corners(view) if one.id in legal.ids):
        here = other.id in barred
        there = other.id == strip.to
        pressed: Intent | None = None if here else _read(view, ui, now, corner, other.id)
        if there:  # it stands; read anew, its corner would have to answer again
            pressed = Draft(replace(now, about=_round(view), corner=corner.id))
        chips.append(choice_chip(other.at, f"carry-to-{i + 1}", pressed, there, enabled=pressed is not None))
    return labelled(tr("Où la lire"), Flow(chips, "xs", "xs"))


def _read(
    view: View, ui: Ui, now: Carrying, corner: CornerView, to: str, way: Way | None = None
) -> Do | None:
    """What reads a corner's strip in another, in the way that is chosen; None where too many words are typed.
    Once it is read it stays open for the answer of its corner, if that is asked."""
    way, strip = way or _way(view, now, corner), _strip(corner)
    then = replace(now, about=_round(view), corner=corner.id, way=way)
    if not _answers(view, corner):
        then = _next(view, corner)
    if way != "typed":
        return Do(Carry(corner=corner.id, to=to, arranged=way == "untyped"), then=(then,))
    name = read_in(view, corner.id)
    typed = ui.text(name).strip()
    if not typed or len(typed) > _SIGNS or words_in(typed) > _most(view):
        return None
    if same(typed, strip.text):
        return Do(Carry(corner=corner.id, to=to), then=(replace(then, way="word"),), focus="carry-say")
    return Do(Carry(corner=corner.id, to=to, text=typed), then=(then,), focus="carry-say")


def _answers(view: View, corner: CornerView) -> bool:
    """Whether somebody in the room says whether that is what a corner said."""
    return view.character(corner.member).held


def _most(view: View) -> int:
    assert view.corners is not None
    return view.corners.words


def _way(view: View, now: Carrying, corner: CornerView) -> Way:
    """How a strip is about to be read: as was chosen for it, else as it has been."""
    if now.corner == corner.id and now.way != "word":
        return now.way
    strip = _strip(corner)
    if not (strip.to and strip.arranged):
        return "word"
    return "untyped" if same(strip.read, strip.text) else "typed"


def _how(view: View, ui: Ui, now: Carrying, corner: CornerView) -> Element:
    """Word for word, or with other words, typed or not."""
    way = _way(view, now, corner)
    words = {
        "word": tr("mot pour mot"),
        "typed": tr("d’autres mots"),
        "untyped": tr("d’autres mots, non saisis"),
    }
    chips: list[Element] = [
        choice_chip(word, f"carry-how={key}", _turned(view, ui, now, corner, key), key == way)
        for key, word in words.items()
    ]
    return labelled(tr("Comment"), Flow(chips, "xs", "xs"))


def _turned(view: View, ui: Ui, now: Carrying, corner: CornerView, way: str) -> Intent:
    """Another way to read it: at once where it is known which corner reads it; typed, in a field that begins
    with the words as they stand."""
    strip = _strip(corner)
    chosen: Way = "typed" if way == "typed" else "untyped" if way == "untyped" else "word"
    form = Carrying(_round(view), corner.id, chosen)
    if chosen == "typed":
        name = read_in(view, corner.id)
        begun = () if ui.text(name).strip() else ((name, as_read(strip)),)
        return Fill(begun, (form,), focus=name)
    if strip.to:
        return _read(view, ui, form, corner, strip.to, chosen) or Draft(form)
    return Draft(form)


def _typed(view: View, ui: Ui, now: Carrying, corner: CornerView) -> tuple[Element, Element]:
    """The words as they are read aloud, in the place of those that were written, and what keeps them. Enter
    does it for the corner where they are read, or leads to one."""
    name, strip = read_in(view, corner.id), _strip(corner)
    typed = ui.text(name).strip()
    others = [i for i, one in enumerate(_corners(view), 1) if one.id != corner.id]
    read = _read(view, ui, now, corner, strip.to) if strip.to else None
    new = not same(typed, strip.read) if strip.to else bool(typed)
    kept: Intent | None = (read if new else None) if strip.to else Focus(f"carry-to-{others[0]}")
    entry = field(ui, name, tr("Les mots tels qu’ils sont lus"), kept, 2)
    save = Button(
        tr("Garder ces mots"), "carry-say", read if new else None, "primary", "⏎",
        enabled=new and read is not None,
    )  # fmt: skip
    return entry, Row([save, Grow(_left(_most(view) - words_in(typed), len(typed)))], "s")


# ---- Recognised, in part, or not ------------------------------------------------------------------------


def _answer(view: View, ui: Ui, corner: CornerView) -> Element:
    """What a corner says of its strip, with one voice, at once; or that the game answers for it."""
    strip = _strip(corner)
    if not _answers(view, corner):
        who = view.character(corner.member).short
        return Label(tr("{name} répond à l’étape suivante.", name=who), "small")
    chips: list[Element] = [
        choice_chip(
            word,
            f"fidelity-{i}",
            _says(view, corner, answer),
            answer == _answered(view, ui, strip),
            enabled=bool(strip.question),
        )
        for i, (answer, word) in enumerate(_answer_words(), 1)
    ]
    asked = Label(tr("« C’est ce que nous avons dit » ?"), "small", "ink")
    return Row([asked, Grow(Flow(chips, "xs", "xs"))], "s")


def _one_voice(view: View, corner: CornerView) -> str:
    """That a press says it for all of a corner, where there may be several."""
    if view.mode == "training" or not _answers(view, corner):
        return ""
    return tr("D’une seule voix. Sinon, comptez les mains : onglet « Compter ».")


def _answer_words() -> tuple[tuple[Answer, str], ...]:
    return (("yes", tr("oui")), ("unsure", tr("en partie")), ("no", tr("non")))


def _answered(view: View, ui: Ui, strip: StripView) -> Answer | None:
    """What was counted, as it will count: in part where neither has more than the rest. Where the room sees
    this window, what was told of it here."""
    if strip.counts is not None:
        yes, partly, no = strip.counts
    else:
        told = ui.form(Counted, f"tally.{strip.question}.{_table(view, strip.question)}").saved
        if told is None or not _has_answered(strip):
            return None
        yes, no, partly = told
    if yes > no + partly:
        return "yes"
    return "no" if no > yes + partly else "unsure"


def _says(view: View, corner: CornerView, answer: Answer) -> Do | None:
    """Everybody in a corner says the same; then comes the next strip. Around one computer it is a vote."""
    strip = _strip(corner)
    if not strip.question or strip.asked is None:
        return None
    then = _next(view, corner)
    if view.mode == "training":
        holders = [who.id for who in view.characters if who.held]
        voter = holders.index(corner.member) + 1
        return Do(Vote(question=strip.question, voter=voter, answer=answer), then=(then,))
    people = max(strip.asked.expected - strip.asked.excess, 1)
    yes, no, partly = (people if answer == one else 0 for one in ("yes", "no", "unsure"))
    table = _table(view, strip.question)
    counted = Counted(f"tally.{strip.question}.{table}", (yes, no, partly), (yes, no, partly))
    tally = Tally(question=strip.question, table=table, yes=yes, no=no, unsure=partly)
    return Do(tally, then=(then, counted))


def _table(view: View, question: str) -> str:
    """The table that a question is for; "" where there are none."""
    legal = view.allows("tally")
    if legal is None:
        return ""
    return next((table for table in legal.tables if f"{question}/{table}" not in legal.barred), "")


def _asked(view: View) -> list[StripView]:
    """The strips whose corner is asked now."""
    return [_strip(corner) for corner in _corners(view) if corner.strip is not None and corner.strip.question]


def count(view: View, ui: Ui) -> Element:
    """The hands of one corner after the other."""
    asked = _asked(view) if view.allows("tally") else []
    if not asked:
        return Label(tr("Il faut d’abord lire une bande."), "body")
    now = ui.form(Counting)
    open_ = [strip.question for strip in asked if not _has_answered(strip)]
    question = picked(now.question, [*open_, *(strip.question for strip in asked)])
    strip = next(one for one in asked if one.question == question)
    assert strip.asked is not None
    chips = [
        _marked(
            one.title,
            "✓" if _has_answered(one) else "",
            f"count={one.question}",
            Draft(replace(now, question=one.question)),
            one is strip,
        )
        for one in asked
    ]
    words = (("✓ " + tr("oui"), "kept"), ("✗ " + tr("non"), "broken"), ("? " + tr("en partie"), "part"))
    rest = [one for one in open_ if one != question]
    hands = counting(view, ui, strip.asked, words, rest[0] if rest else "", only=_table(view, question))
    said = Sized(Own(Label(strip.said, "body")), h=_SAID)
    return Column([Flow(chips, "xs", "xs"), said, *hands], "s")


# ---- Told -----------------------------------------------------------------------------------------------


def told(view: View, ui: Ui) -> Element:
    """What each corner says of its strip, and what comes now."""
    lines: list[Element] = [Label(_strip(corner).said, "body", "ink") for corner in _corners(view)]
    ahead = tr("Rien à saisir : laissez lire, puis continuez. Ce sera compté à la révélation.")
    return Column([Label(ahead, "small"), Grow(paged(ui, "sealed", lines, "xs"))], "s")
