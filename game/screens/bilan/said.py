"""The last page of the Bilan: words noted, who was missing, what each one keeps and promises.

Around one computer those who train write there themselves, and correct or withdraw what they wrote; in a room
the facilitator notes, in the console.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.debrief.types import Bilan, SaidLine
from engine.language import tr, typo
from engine.play.commands import EditNote, Note, WithdrawNote
from engine.view.types import View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do, Draft, Fill, Intent
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Spacer, Tap
from game.pieces.parts import Own, field, looking_back, paged

_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Correcting(Form):
    """The number of the note being corrected, and of the one about to be withdrawn for good; 0: none."""

    note: int = 0
    sure: int = 0


def said(view: View, ui: Ui, data: Bilan) -> Element:
    """Four columns of words; those that are written in have a field at their foot."""
    now = data.said
    writing = view.mode == "training" and view.allows("note") is not None and not looking_back(ui)
    missing = tr("Personne n’a été nommé. Posez la question.")
    words = tr("Relu à voix haute : chacun peut corriger ou retirer ses mots.")
    if writing:
        missing = tr("Qui aurait dû être là, et n’y était pas ?")
        words = tr("Écrivez. Touchez une phrase pour la corriger ou la retirer.")
    columns = (
        (tr("Ce qui s’est dit"), _WORDS, now.words, tr("Aucune parole notée.")),
        (tr("Qui manquait ?"), "missing", now.missing, missing),
        (tr("Ce que j’en retiens"), "takeaway", now.takeaways, _asked(view)),
        (tr("Je m’engage à"), "commitment", now.commitments, tr("Un engagement, daté si possible.")),
    )
    cells: list[Element] = [Grow(_column(ui, *column, writing=writing)) for column in columns]
    return Column(
        [
            Label(tr("Ce qui s’est dit, ce qui reste"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Own(Row(cells, "m", "stretch"), 1.2)),
        ],
        "m",
    )


def _asked(view: View) -> str:
    return tr("En une phrase.") if me(view) is not None else tr("Chacun peut le dire, en une phrase.")


def entry(name: str) -> str:
    """The field of a column."""
    return f"said.{name}.text"


def _until(name: str) -> str:
    """The field of a column in which somebody writes until when."""
    return f"said.{name}.due"


def _fields(name: str) -> tuple[str, ...]:
    return (entry(name), _until(name)) if name == "commitment" else (entry(name),)


def _column(
    ui: Ui, title: str, name: str, found: Sequence[SaidLine], empty: str, writing: bool = False
) -> Element:
    body: Element = Column([Label(empty, "body", "quiet"), Grow(Spacer())], "none")
    if found:
        body = paged(ui, f"said-{name}", [_line(ui, name, line, writing) for line in found])
    rows: list[Element] = [Label(title, "subheading"), Grow(body)]
    editing = next((line for line in found if line.note == ui.form(Correcting).note), None)
    if writing and (name != _WORDS or editing is not None):
        rows += _writing(ui, name, title, editing)
    return Card(Column(rows, "s"), "l", "m")


def _line(ui: Ui, name: str, line: SaidLine, writing: bool) -> Element:
    words: list[Element] = [Label(tr("« {text} »", text=typo(line.text)), "body")]
    beside = [line.speaker] if line.speaker else []
    if line.due:
        beside.append(tr("pour quand : {due}", due=typo(line.due)))
    if beside:
        words.append(Label(" · ".join(beside), "small"))
    shown = Column(words, "none")
    if not writing:
        return shown
    texts = ((entry(name), line.text), (_until(name), line.due))[: len(_fields(name))]
    edit: Intent = Fill(texts, (Correcting(note=line.note),), focus=entry(name))
    return Tap(shown, f"said-{line.note}", edit, tr("Corriger : {text}", text=line.text[:60]), radius=8.0)


def _writing(ui: Ui, name: str, title: str, editing: SaidLine | None) -> list[Element]:
    """The field, and what to do with what is typed there."""
    kept = _kept(ui, name, editing)
    typed = field(ui, entry(name), tr("Écrire ici…"), kept, 2, title)
    word = tr("Corriger") if editing else tr("Garder")
    buttons: list[Element] = [
        Button(
            word, f"{entry(name)}.keep", kept, "chip", enabled=kept is not None,
            reserve=(tr("Corriger"), tr("Garder")),
        )
    ]  # fmt: skip
    if editing is not None:
        buttons += _withdraw(ui, name, editing.note)
    when = [field(ui, one, tr("Pour quand ?"), kept) for one in _fields(name)[1:]]
    return [typed, *when, Flow(buttons, "xs", "xs")]


def _kept(ui: Ui, name: str, editing: SaidLine | None) -> Do | None:
    text, clear = ui.text(entry(name)).strip(), _fields(name)
    if not text:
        return None
    then, due = (Correcting(),), ui.text(_until(name)).strip()[:60]
    if editing is not None:
        edit = EditNote(note=editing.note, text=text, tag=editing.tag, speaker=editing.speaker, due=due)
        return Do(edit, clear, then)
    return Do(Note(text=text, tag=name, due=due), clear, then)


def _withdraw(ui: Ui, name: str, note: int) -> list[Element]:
    """Withdrawing is what nothing takes back: it is asked twice."""
    leave = Fill(tuple((one, "") for one in _fields(name)), (Correcting(),))
    if ui.form(Correcting).sure != note:
        return [
            Button(tr("Retirer"), "said-withdraw", Draft(Correcting(note=note, sure=note)), "chip"),
            Button(tr("Laisser"), "said-leave", leave, "chip"),
        ]
    take = Do(WithdrawNote(note=note), _fields(name), (Correcting(),))
    return [
        Button(tr("Oui, la retirer pour toujours"), "said-withdraw-yes", take, "broken", style="chip"),
        Button(tr("Non"), "said-withdraw-no", Draft(Correcting(note=note)), "chip"),
    ]
