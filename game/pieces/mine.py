"""What is one's own: said to who trains alone wherever they are, since nobody else looks at the screen."""

from engine.language import number, signed, tr
from engine.view.types import CharacterView, Counts, View
from game.front.alone import me
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Element, Label, Row, Sized, Tap, Tokens

_IN_HAND = ("situation", "negotiation", "forecast")
"""Phases in which one thinks of what one has; once it is placed, the screen tells where."""


_TOKEN = 24.0


def total_words(view: View) -> str:
    """ "Vous : 5,2 · but : 9": the gain so far beside the goal; nothing where it may not be read."""
    who = me(view)
    if who is None or who.secret is None:
        return ""
    return tr("Vous : {n} · but : {goal}", n=number(who.secret.gain), goal=number(who.secret.goal))


def round_words(view: View, who: CharacterView | None = None) -> str:
    """ "Vous : +2,4 ce tour, 5,2 en tout · but : 9", once a round is over; of `who`, or of oneself."""
    who = who or me(view)
    if who is None or who.secret is None or who.secret.round is None:
        return ""
    gained, secret = who.secret.round, who.secret
    return tr(
        "Vous : {n} ce tour, {total} en tout · but : {goal}",
        n=signed(gained.total, 1),
        total=number(secret.gain),
        goal=number(secret.goal),
    )


def forecast_words(counts: Counts, answer: str = "", revealed: bool = False) -> str:
    """What who trains alone has forecast: just now (`answer`), or as the session shows it; "" nothing yet.
    Once what was given is `revealed`, not knowing is past.
    """
    known = ((counts.yes, "yes"), (counts.no, "no"), (counts.unsure, "unsure"))
    said = answer or next((name for n, name in known if n), "")
    if said:
        return {
            "yes": tr("Votre pronostic : tiendra."),
            "no": tr("Votre pronostic : ne tiendra pas."),
            "unsure": tr("Votre pronostic : vous ne saviez pas.")
            if revealed
            else tr("Votre pronostic : vous ne savez pas."),
        }[said]
    return tr("✓ répondu") if counts.received else ""


def from_what(view: View, who: CharacterView | None = None) -> str:
    """What the round's gain is made of, in words."""
    who = who or me(view)
    if who is None or who.secret is None or who.secret.round is None:
        return ""
    gained = who.secret.round
    worth = sum(by for _, by in gained.projects)
    kept = tr("jetons gardés ou revenus : {n}", n=number(gained.kept))
    if gained.mandate:
        kept = tr("{kept} ; mandat : {n}", kept=kept, n=signed(gained.mandate))
    if not gained.counted:
        return tr("Chantiers : rien ne compte ce tour ; {kept}.", kept=kept)
    return tr("Chantiers : {n} ; {kept}.", n=number(round(worth, 1)), kept=kept)


def strip(view: View, ui: Ui) -> Element | None:
    """One's tokens and gain at the head of the page, which opens one's sheet; None but for who trains alone.

    A reveal opens row by row: until it has gone by, the total would tell its end.
    """
    who = me(view)
    if who is None or view.phase.kind in ("welcome", "briefing", "bilan"):
        return None
    words = tr("Votre fiche") if view.phase.kind == "reveal" else total_words(view) or tr("Votre fiche")
    row: list[Element] = [Label(words, "label", "ink", one_line=True)]
    if view.phase.kind in _IN_HAND:
        width = sum(who.tokens) * _TOKEN * 1.25  # the strip has one line, whatever else is in the header
        row.insert(0, Sized(Tokens.of(who.tokens, "given", _TOKEN), width))
    card = Card(Row(row, "s"), "m", 10.0, edge=False, radius="m")
    if ui.screen:
        return card
    return Tap(card, "own-sheet", Go("sheet"), tr("Votre fiche"))
