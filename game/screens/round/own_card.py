"""Carte blanche, put forward: the project as the room wrote it, and what one character changed in it."""

from engine.language import signed, tr
from engine.view.types import OwnCard, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Row, Spacer, Struck
from game.kit import Tokens as TokenRow
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, Own, actions, face, header, next_button, note, onward, page

_TOKEN, _SMALLER, _FEW = 46.0, 0.7, 9
"""How large a token is, how much smaller what it was before, and where there are more than a few."""


def own_card(view: View, ui: Ui) -> Element:
    """Both versions in one card, like a text that is amended; beside it who did, and why."""
    card = view.own_card
    if card is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(onward(view, ui))))
    title = Column(
        [Label(tr("Carte blanche"), "label"), Label(card.name, "title", max_lines=2)],
        "xs",
    )
    beside = Fullest([_beside(view, card, size) for size in (220.0, 150.0, 96.0)], when_large=True)
    body = Row(
        [Grow(Own(_written(view, card), 1.3), 1.5, 600), Grow(Own(beside, 1.3), 1.0, 480)], "xl", "stretch"
    )
    buttons: list[Element] = [*next_button(onward(view, ui))]
    buttons += by_console(view, ui, tr("Amender"), opened(view, "amend"), "amend")
    return page(header(view, ui), Column([title, Grow(body)], "l"), actions(view, ui, buttons))


def _written(view: View, card: OwnCard) -> Element:
    """What it takes and what it changes; what was amended stands crossed out beside what took its place."""
    rows: list[Element] = [Label(tr("Ce qu’il faut"), "label"), _cost(card)]
    rows += [Label(tr("Ce qu’il change"), "label"), *_changes(view, card)]
    return Card(Column([*rows, Grow(Spacer())], "m"), "xl", "l")


def _cost(card: OwnCard) -> Element:
    size = _TOKEN if sum(card.cost) <= _FEW else _TOKEN * _SMALLER
    now = TokenRow.of(card.cost, "missing", size)
    if card.cost == card.first_cost:
        return now
    return Flow([TokenRow.of(card.first_cost, "missing", size * _SMALLER), Row([_becomes(), now], "m")], "m")


def _becomes() -> Label:
    return Label("→", "heading", "quiet", one_line=True)


def _changes(view: View, card: OwnCard) -> list[Element]:
    first = {change.indicator: change.by for change in card.first_changes}
    now = {change.indicator: change.by for change in card.changes}
    rows: list[Element] = []
    for gauge in view.indicators:
        before, after = first.get(gauge.id, 0), now.get(gauge.id, 0)
        if before or after:
            moved: list[Element] = [_was(before)] if before != after else []
            by = Label(signed(after) or "0", "title", "kept" if after > 0 else "broken", one_line=True)
            name = Grow(Label(gauge.title, "heading"))
            rows.append(Row([Picture(gauge.pictogram, 46.0), name, *moved, by], "m"))
    return rows


def _was(by: int) -> Element:
    return Struck(Label(signed(by) or "0", "heading", "quiet", one_line=True), "broken")


def _beside(view: View, card: OwnCard, size: float) -> Element:
    """Who amended it, and what they say; or who may."""
    if not card.by:
        return Column([*_may_amend(view), Grow(Spacer())], "m")
    who = view.character(card.by)
    lines: list[Element] = [
        Column([face(who, size)], "none", "center"),
        Label(card.amended, "lead", align="center"),
    ]
    if card.why:
        lines.append(Label(tr("« {text} »", text=card.why), "strong", "note_ink", "center"))
    return Card(Column([*lines, Grow(Spacer())], "m"), "xl", "l", band=f"family.{who.family}")


def _may_amend(view: View) -> list[Element]:
    """What may be changed, and by whom; where the game was to, and has nobody who would, that nothing is."""
    if view.mode == "training" and view.allows("amend") is None:
        return [note("", tr("Personne n’y change rien."), style="lead")]
    return [
        note(
            tr("Qui l’amende ?"),
            tr("Une seule personne, une seule fois, avant l’ouverture."),
            tr("Un ou deux points d’une jauge à une autre, ou un jeton à la place d’un autre."),
            style="lead",
        )
    ]
