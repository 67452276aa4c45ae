"""Words collected: a field, a tag, who spoke; the list, each of which can be corrected or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.language import ntr, tr, typo
from engine.lazy import Lazy
from engine.play.commands import TAGS, EditNote, Note, WithdrawNote
from engine.view.types import NoteView, View
from game.console.pieces import card
from game.console.timer import hour
from game.front.drafts import Form
from game.front.intents import Do, Draft, Fill, Intent
from game.front.state import Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Row,
    Sized,
    Spacer,
    Span,
    Tap,
)
from game.pieces.panel import WORDS
from game.pieces.parts import choice_chip, field, paged

FIELD = WORDS
SPEAKER = "words.speaker"
DUE = "words.due"
_FIELDS = (FIELD, SPEAKER, DUE)


@dataclass(frozen=True, slots=True)
class Writing(Form):
    """The note being corrected (0: a new one) and its tag; the note somebody asked to withdraw, which is only
    done once they say yes; what was being written when another note was touched.
    """

    note: int = 0
    tag: str = "word"
    sure: int = 0
    first: str = ""


def tag_word(tag: str) -> str:
    """The tag in words."""
    return {
        "word": tr("parole"),
        "idea": tr("idée"),
        "question": tr("question"),
        "disagreement": tr("désaccord"),
        "sentence": tr("phrase"),
        "missing": tr("qui manquait"),
        "takeaway": tr("j'en retiens"),
        "commitment": tr("je m'engage"),
    }[tag]


def words_card(view: View, ui: Ui) -> Card:
    """The words said, the latest first, above the field."""
    notes = view.console.notes if view.console else ()
    count = Label(ntr("{n} parole", "{n} paroles", len(notes)), "small", one_line=True)
    return card(tr("Paroles recueillies"), Grow(_list(notes, ui)), *form(view, ui), right=count)


def _list(notes: Sequence[NoteView], ui: Ui) -> Element:
    if not notes:
        quiet = tr("Notez ici ce qui se dit, mot pour mot. Chacun pourra corriger ou retirer ses paroles.")
        return Column([Label(quiet, "body", "quiet"), Grow(Spacer())])
    unsaved = _unsaved(notes, ui)
    lines: Lazy[Element] = Lazy(len(notes), lambda i: _line(notes[-1 - i], ui, unsaved))
    return paged(ui, "words-list", lines, "xs")


def _unsaved(notes: Sequence[NoteView], ui: Ui) -> str:
    """What is written in the field and noted nowhere; "" where nothing would be lost."""
    text = ui.text(FIELD).strip()
    editing = ui.form(Writing).note
    if not editing:
        return text
    return "" if any(note.id == editing and note.text == text for note in notes) else text


def _line(note: NoteView, ui: Ui, unsaved: str) -> Element:
    spans = [Span(hour(note.at) + " ", "quiet"), Span(tr("« {text} »", text=typo(note.text)))]
    if note.speaker:
        spans.append(Span(" " + note.speaker, "quiet"))
    if note.tag != "word":
        spans.append(Span("  " + note.tag_word, "idea", True))
    if note.due:
        spans.append(Span(" " + typo(note.due), "idea"))
    now = ui.form(Writing)
    edit: Intent = Draft(replace(now, first=unsaved))
    if not unsaved:
        corrected = replace(now, note=note.id, tag=note.tag, sure=0)
        words = (note.text, note.speaker, note.due)
        edit = Fill(tuple(zip(_FIELDS, words, strict=True)), (corrected,), focus=FIELD)
    label = tr("Corriger : {text}", text=note.text[:60])
    return Tap(Label(spans, "small", "ink"), f"note.{note.id}", edit, label, radius=8.0)


def form(view: View, ui: Ui) -> list[Element]:
    """The field, its tag, who spoke, and what to do with it."""
    now = ui.form(Writing)
    editing, tag = now.note, now.tag if now.tag in TAGS else "word"
    submit = _submit(ui, now, tag)
    typed = bool(ui.text(FIELD).strip())
    text = field(ui, FIELD, tr("Écrire ce qui se dit…"), submit if typed else None, 2)
    who: list[Element] = [field(ui, SPEAKER, tr("Qui ? (facultatif)"), submit if typed else None)]
    if tag == "commitment":
        who.append(field(ui, DUE, tr("Pour quand ?"), submit if typed else None))
    word = tr("Corriger") if editing else tr("Noter")
    kept = typed and now.first == ui.text(FIELD).strip()
    both = (tr("Noter"), tr("Corriger"))
    save = Button(word, "words-save", submit, "primary", hint="⏎", enabled=typed, reserve=both)
    buttons: list[Element] = [save]
    if editing:
        buttons += _withdraw(now)
    if editing or kept:
        emptied = Fill(tuple((name, "") for name in _FIELDS), (replace(now, note=0, tag="word", sure=0),))
        buttons.append(Button(tr("Laisser"), "words-leave", emptied, "chip"))
    tags = Flow([_tagged(now, t, tag) for t in TAGS], "xs", "xs")
    warning = (
        [Label(tr("Notez, ou laissez, ce que vous êtes en train d'écrire."), "small", "part")] if kept else []
    )
    return [
        tags,
        *warning,
        text,
        Row([*(Grow(Sized(one, 220.0)) for one in who), Flow(buttons, "s", "xs")], "s"),
    ]


def _tagged(form: Writing, tag: str, now: str) -> Button:
    """A tag, and the field at once: letters typed after it are words, not keys that play the session."""
    chosen = Fill((), (replace(form, tag=tag),), focus=FIELD)
    return choice_chip(tag_word(tag), f"words.tag={tag}", chosen, tag == now)


def _withdraw(now: Writing) -> list[Element]:
    """Withdrawing is the one act that nothing takes back: it is asked twice."""
    if now.sure != now.note:
        return [Button(tr("Retirer cette parole"), "words-withdraw", Draft(replace(now, sure=now.note)))]
    take = Do(WithdrawNote(note=now.note), _FIELDS, (replace(now, note=0, sure=0),))
    return [
        Button(tr("Oui, la retirer pour toujours"), "words-withdraw-yes", take, "broken", style="chip"),
        Button(tr("Non"), "words-withdraw-no", Draft(replace(now, sure=0)), "chip"),
    ]


def _submit(ui: Ui, now: Writing, tag: str) -> Intent | None:
    text, speaker = ui.text(FIELD).strip(), ui.text(SPEAKER).strip()[:60]
    if not text:
        return None
    due = ui.text(DUE).strip()[:60] if tag == "commitment" else ""
    command: EditNote | Note = Note(text=text, tag=tag, speaker=speaker, due=due)
    if now.note:
        command = EditNote(note=now.note, text=text, tag=tag, speaker=speaker, due=due)
    return Do(command, _FIELDS, (replace(now, note=0),), focus=FIELD)
