"""Révélation: promised beside given, character by character, as facts; then what it changes."""

from engine.language import tr
from engine.view.types import RevealView, View
from game.front.alone import me
from game.front.intents import Draft
from game.front.state import Ui, Way
from game.front.told import Revealed
from game.kit import Button, Card, Column, Element, Flow, Grow, Keyed, Label, Landscape, Pill, Row, Spacer
from game.pieces.parts import (
    Fullest,
    Own,
    actions,
    apart,
    face,
    header,
    keys_hint,
    looking_back,
    next_button,
    onward,
    page,
)
from game.screens.overlays import why
from game.screens.overlays.sheet import readers
from game.screens.round import moments
from game.screens.round.changes import LEVELS, changes, gate
from game.screens.round.gifts import table
from game.screens.round.rows import open_rows, reveal_all, rows_open


def reveal(view: View, ui: Ui) -> Element:
    """One row for each character, opened one by one; after the great moments, which are shown by themselves,
    what follows, and what became of the place.
    """
    now = view.reveal
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(reveal_way(view, ui))))
    if _place_shown(view, ui):
        return page(header(view, ui), _place(view, now), actions(view, ui, next_button(reveal_way(view, ui))))
    opened, total = rows_open(view, ui), len(now.facts)
    over = opened >= total and not moments.ahead(view, ui)
    right: Element = _waiting(view, now, opened)
    if over:
        right = Fullest([Own(changes(view, now, level), 1.15) for level in range(LEVELS)])
    body = Row(
        [
            Grow(Own(table(view, ui, now, opened, _apart(view, ui)), 1.1), 1.95, 860),
            Grow(right if over else Own(right, 1.15), 1, 480),
        ],
        "l",
        "stretch",
    )
    buttons: list[Element] = [*next_button(reveal_way(view, ui))]
    if opened < total:
        word, everything = reveal_all(view, ui)
        buttons.append(
            Button(
                word,
                "reveal-all",
                everything,
                hint="T",
                reserve=(tr("Tout révéler…"), tr("Oui, tout révéler")),
            )
        )
    return page(header(view, ui), body, actions(view, ui, buttons, _hint(view, ui, opened < total)))


def _hint(view: View, ui: Ui, more: bool) -> Element | None:
    if more and ui.form(Revealed, str(view.phase.round)).asked and not apart(view, ui):
        return keys_hint((tr("Espace"), tr("un par un")), ("T", tr("tout révéler")))
    if _apart(view, ui):
        return Label(tr("Touchez votre visage : votre résultat, pour vous seul."), "small", align="right")
    return None


def _apart(view: View, ui: Ui) -> tuple[str, ...]:
    """Who, of several around one computer, may read by themselves what the round brought: once all have seen
    the whole reveal.
    """
    now = view.reveal
    if now is None or not moments.told(view, ui) or looking_back(ui):
        return ()
    return readers(view) if view.mode == "training" and me(view) is None else ()


def reveal_way(view: View, ui: Ui) -> Way | None:
    """One row after another, the great moments, what follows, the place, then the debate."""
    opened, now = rows_open(view, ui), view.reveal
    if now is not None and opened < len(now.facts):
        return Way(tr("Au suivant"), open_rows(view, opened + 1))
    on = moments.way(view, ui)
    if on is not None:
        return on
    if now is None or view.mode == "demo" or looking_back(ui) or _place_shown(view, ui):
        return onward(view, ui)
    seen = Revealed(str(view.phase.round), opened, place=True)
    return Way(tr("Voir {place}", place=view.place.inside), Draft(seen))


def _place_shown(view: View, ui: Ui) -> bool:
    form = ui.form(Revealed, str(view.phase.round))
    return form.place and not looking_back(ui)


def _place(view: View, now: RevealView) -> Element:
    """The place as the round leaves it, large, what changed marked; above it, its projects and the gate."""
    count = view.ballot.count if view.ballot is not None else None
    ended = [
        Pill(("✓ " if outcome.state == "complete" else "✗ ") + outcome.project.title, tone, "name")
        for state, tone in (("complete", "kept"), ("lapsed", "broken"))
        for outcome in now.outcomes
        if outcome.state == state and not (outcome.project.listening or outcome.project.group)
        if state == "lapsed" or outcome.project.idea is None
    ]
    written = [
        one.project for one in now.outcomes if one.state == "complete" and one.project.idea is not None
    ]
    if count is None:
        ended[:0] = [Pill(tr("{idea} : recevable", idea=one.title), "idea", "name") for one in written]
    else:  # what stands there is what is funded, whenever it was written
        ended[:0] = [Pill("✓ " + one.title, "kept", "name") for one in count.funded]
    told: list[Element] = [Label(view.place.first, "title"), Flow(ended, "s", "s")]
    rose = Keyed(gate(now), "gate", False)
    above = Row([Grow(Own(Column(told, "m")), 1.6, 480), Grow(rose, 1, 480)], "l", "start")
    return Column([above, Grow(Landscape(view.neighbourhood, radius=18.0, telling=True))], "m")


def _waiting(view: View, now: RevealView, opened: int) -> Element:
    """Before the last row is open: what the last one says of itself, and nothing of what follows."""
    total = len(now.facts)
    words = tr("{n} sur {total}", n=opened, total=total)
    lines: list[Element] = [
        Label(tr("Ce qui était promis, ce qui est donné"), "title"),
        Label(tr("On regarde les faits, un par un. Le débat vient après."), "lead", "quiet"),
        Label(words, "number"),
    ]
    last = now.facts[opened - 1] if opened else None
    if last is not None and last.says:
        who = view.character(last.who)
        name = Row([face(who, 96.0), Label(who.short, "subheading")], "m")
        lines.append(Card(Column([name, *why.spoken(last)], "s"), "l", "m"))
    return Column(lines, "l")
