"""Page of the Bilan: what each one wanted to save, one face at a time."""

from collections.abc import Sequence

from engine.debrief.types import Bilan, SecretLine
from engine.language import tr
from engine.view.types import CharacterView, View
from game.front.drafts import Turned
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Pill, Row, Spacer, Tap
from game.pieces.pacts import mandates_told
from game.pieces.parts import Own, face

PAGE = "secrets"
"""The name under which it is kept whose secret is told."""


def secrets(view: View, ui: Ui, data: Bilan) -> Element:
    """One face large with what it wanted to save; below, who was told already and who still waits."""
    told = min(max(ui.page(PAGE), 0), len(data.secrets) - 1)
    known = {who.id: who for who in view.characters}
    now = data.secrets[told]
    words = tr("Lisez-le à voix haute, ou en silence : qu’est-ce que cela change ?")
    return Column(
        [
            Label(tr("Ce que chacun voulait sauver"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Own(_told(view, known[now.who], now), 1.4)),
            Own(_row(known, data.secrets, told)),
        ],
        "m",
    )


def _told(view: View, who: CharacterView, line: SecretLine) -> Element:
    kept = (
        Pill(tr("son but : atteint"), "kept") if line.reached else Pill(tr("son but : pas atteint"), "plain")
    )
    said = Column(
        [
            Label(who.name, "heading"),
            Label(who.role, "small"),
            Label(tr("Sa fiche disait :"), "label"),
            Label(line.text, "lead", "ink"),
            Row([kept, Grow(Spacer())], "s"),
            *mandates_told(view, [asked for asked in view.mandates if asked.who == who.id]),
        ],
        "s",
        justify="center",
    )
    return Card(Row([face(who, 300.0), Grow(said)], "xl"), "xl", "l", band=f"family.{who.family}")


def _row(known: dict[str, CharacterView], lines: Sequence[SecretLine], told: int) -> Element:
    """A small face each: those told, the one being told, a question mark for those to come."""
    return Flow([_small(known[line.who], i, told) for i, line in enumerate(lines)], "m", "s")


def _small(who: CharacterView, at: int, told: int) -> Element:
    said = (
        f"{who.short} …" if at == told else f"{who.short} ✓" if at < told else tr("{name} ?", name=who.short)
    )
    name = Label(said, "name", "ink" if at <= told else "quiet", one_line=True)
    shown = Row([face(who, 72.0 if at == told else 56.0), name], "xs")
    return Tap(shown, f"secret-{at}", Draft(Turned(PAGE, at)), tr("Le secret de {name}", name=who.short))
