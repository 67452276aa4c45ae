"""Carte blanche: the room writes a project of its own, its bound shown as it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine import numbers, own_project
from engine.content.model import KINDS, Tokens
from engine.language import ntr, signed, tr
from engine.play.commands import CarteBlanche
from engine.view.types import Change, TokenCount, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Back, Do, Draft
from game.front.state import Ui, Way
from game.kit import Bar, Button, Card, Column, Element, Grid, Grow, Label, Picture, Row, Sized
from game.kit import Tokens as TokenRow
from game.pieces.parts import Own, actions, field, header, kind_name, number, page
from game.pieces.pieces import changes_label

NAME = "carte.name"


@dataclass(frozen=True, slots=True)
class OwnProject(Form):
    """The room's own project as it is written: what it costs of each token, and what it changes of each
    gauge. None: a little for the common good, to begin with.
    """

    cost: tuple[int, int, int] = (2, 2, 0)
    changes: Mapping[str, int] | None = None


def cost_of(ui: Ui) -> tuple[int, int, int]:
    """The cost being written."""
    return ui.form(OwnProject).cost


def changes_of(view: View, ui: Ui) -> dict[str, int]:
    """The changes being written, zeros left out; to begin with, a little for the common good."""
    changes = ui.form(OwnProject).changes
    if changes is None:
        changes = {gauge.id: 2 for gauge in view.indicators if gauge.gate}
    return {key: by for key, by in changes.items() if by}


def problem(view: View, ui: Ui) -> str:
    """Why it cannot be opened yet, in a sentence; nothing when it can."""
    cost, changes = cost_of(ui), changes_of(view, ui)
    if not ui.text(NAME).strip():
        return tr("Donnez-lui un nom.")
    points = [changes.get(gauge.id, 0) for gauge in view.indicators]
    gate = next(i for i, gauge in enumerate(view.indicators) if gauge.gate)
    refusal = own_project.why_not(cost, points, gate, _purse(view))
    if not refusal:
        return ""
    from engine.play.refusals import refuse  # the rules: the first screen does not wait for them

    return refuse(refusal).sentence


def _purse(view: View) -> TokenCount:
    """What everybody has in hand together."""
    owned = [who.tokens for who in view.characters]
    return TokenCount(*(sum(tokens[k] for tokens in owned) for k in range(3)))


def carte_blanche(view: View, ui: Ui) -> Element:
    """The form."""
    wrong = problem(view, ui)
    opens = None if wrong else _open(view, ui)
    name = field(ui, NAME, tr("Un nom que tout le monde comprend"), opens, label=tr("Nom"))
    title = Column(
        [
            Label(tr("Carte blanche : votre chantier"), "title"),
            Label(
                tr("Les habitants proposent, et pas seulement financent. Une seule fois dans la séance."),
                "body",
                "quiet",
            ),
        ],
        "xs",
    )
    left = Column([_titled(tr("Comment s’appelle-t-il ?"), name), _cost(ui), _preview(view, ui)], "l")
    right = Column([_changes(view, ui), _bound(view, ui)], "l")
    body = Column([title, Grow(Own(Row([Grow(left, 1, 500), Grow(right, 1.25, 600)], "xl", "start")))], "l")
    label = tr("Proposer ce chantier")
    buttons: list[Element] = [
        Button(
            label,
            "open",
            opens,
            "primary",
            enabled=opens is not None and _allowed(view),
        ),
        Button(tr("← Retour"), "back", Back()),
    ]
    ready = tr("Tout est prêt. Quelqu’un d’autre pourra l’amender, une fois, avant l’ouverture.")
    words = Label(wrong or ready, "strong", "part" if wrong else "kept", "right")
    return page(header(view, ui), body, actions(view, ui, buttons, words))


def way(view: View, ui: Ui) -> Way:
    """Back to what is beneath: only its own button opens the project."""
    return Way(tr("Fermer la page"), Back())


def _allowed(view: View) -> bool:
    return view.allows("carte-blanche") is not None


def _open(view: View, ui: Ui) -> Do:
    cost = Tokens(**dict(zip(KINDS, cost_of(ui), strict=True)))
    command = CarteBlanche(
        name=ui.text(NAME).strip()[:60], cost=cost, changes=changes_of(view, ui), waits=True
    )
    return Do(command, (NAME,), (OwnProject(),), after=Back())


def _titled(title: str, child: Element) -> Element:
    return Column([Label(title, "label"), child], "s")


def _stepper(id: str, value: str, less: object, more: object, may: tuple[bool, bool]) -> Element:
    return Row(
        [
            Button("−", f"less.{id}", less, "chip", enabled=may[0]),
            Sized(Label(value, "heading", align="center"), 74.0),
            Button("+", f"more.{id}", more, "chip", enabled=may[1]),
        ],
        "s",
    )


def _with(form: OwnProject, at: int, by: int) -> Draft:
    """One more or less of a token."""
    time, means, backing = (n + (by if i == at else 0) for i, n in enumerate(form.cost))
    return Draft(replace(form, cost=(time, means, backing)))


def _cost(ui: Ui) -> Element:
    form, cost = ui.form(OwnProject), cost_of(ui)
    rows: list[Element] = [Label(tr("Ce qu’il faut : deux sortes de jetons au moins"), "label")]
    for kind in range(3):
        steps = _stepper(
            f"cost.{KINDS[kind]}", str(cost[kind]),
            _with(form, kind, -1), _with(form, kind, 1),
            (cost[kind] > 0, cost[kind] < numbers.MOST_TOKENS),
        )  # fmt: skip
        rows.append(
            Row([TokenRow(((kind, "given"),), 36.0), Grow(Label(kind_name(kind), "strong")), steps], "m")
        )
    return Card(Column(rows, "s"), "l", "m")


def _changes(view: View, ui: Ui) -> Element:
    form, changes = ui.form(OwnProject), changes_of(view, ui)
    cells: list[Element] = []
    for indicator in view.indicators:
        by = changes.get(indicator.id, 0)
        steps = _stepper(
            f"change.{indicator.id}", signed(by) or "0",
            Draft(replace(form, changes={**changes, indicator.id: by - 1})),
            Draft(replace(form, changes={**changes, indicator.id: by + 1})),
            (by > -numbers.MOST_POINTS, by < own_project.most_on(indicator.gate)),
        )  # fmt: skip
        cells.append(
            Row([Picture(indicator.pictogram, 38.0), Grow(Label(indicator.title, "strong")), steps], "s")
        )
    grid = Grid(cells, 1, "s")
    return Card(Column([Label(tr("Ce qu’il change"), "label"), grid], "s"), "l", "m")


def _preview(view: View, ui: Ui) -> Element:
    """The card as the room will see it."""
    changes = changes_of(view, ui)
    listed = [Change(i.id, i.title, changes[i.id]) for i in view.indicators if i.id in changes]
    lines: list[Element] = [
        Label(ui.text(NAME).strip() or tr("Sans nom pour l’instant"), "heading"),
        TokenRow.of(cost_of(ui), "missing", 32.0),
        changes_label(listed),
    ]
    seen = tr("La carte, telle que la salle la verra")
    if me(view) is not None:
        seen = tr("La carte, telle qu’elle sera sur la table")
    return _titled(seen, Card(Column(lines, "s"), "l", "m"))


def _bound(view: View, ui: Ui) -> Element:
    cost = cost_of(ui)
    used, most = own_project.raised(changes_of(view, ui).values()), own_project.most(cost)
    words = ntr(
        "{n} point sur {most}, pour {cost} jetons", "{n} points sur {most}, pour {cost} jetons", used,
        most=number(most), cost=sum(cost),
    )  # fmt: skip
    over = used > most
    bar = Bar(min(used / most, 1.0) if most else 1.0, "broken" if over else "kept", height=22.0)
    return Column([Label(words, "body", "broken" if over else None), bar], "xs")
