"""Page of the Bilan on a square under works: its ground before and after; how long each of the works stood
behind a hoarding, what that cost the room, and what came of it.
"""

from dataclasses import replace

from engine.debrief.types import Bilan
from engine.language import ntr, tr
from engine.view.types import SitesView, View, WorksTold
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Row, Sized, Spacer, centred
from game.pieces.parts import Fullest, Own, paged
from game.pieces.pieces import changes_label
from game.pieces.sites import one_hurt, one_site, plan, standing


def ground(view: View, ui: Ui, data: Bilan) -> Element:
    """The ground before and after, then what works cost and brought."""
    shown = view.sites
    assert shown is not None
    words = tr("Ce que les travaux ont coûté, et ce qu’ils laissent.")
    title = Column([Label(shown.title, "title"), Label(words, "lead", "quiet")], "xs")
    old = tuple(one._replace(state="old", project="", name="", left=0, each=()) for one in shown.grounds)
    before = replace(view, sites=replace(shown, grounds=old))
    plans = Row(
        [
            Grow(_plan(tr("Au début"), before, Spacer())),
            centred(Label("→", "title", "quiet", one_line=True)),
            Grow(_plan(tr("À la fin"), view, standing(shown, "label"))),
        ],
        "m",
        "stretch",
    )
    return Column([title, Grow(plans, 1.25), Grow(_works(ui, shown), 1.0)], "m")


def _plan(when: str, view: View, beside: Element) -> Element:
    head = Sized(Row([Grow(Label(when, "heading")), beside], "s"), h=52.0)
    return Column([head, Grow(Own(plan(view, large=True, height=200.0, over=True)))], "xs")


def _works(ui: Ui, shown: SitesView) -> Element:
    """The works whose hoarding went up, a line each, and what all of them cost."""
    if not shown.told:
        none = Label(tr("Aucune palissade ne s’est dressée."), "lead")
        return Card(Column([none, Grow(Spacer())]), "l", "m")
    rows: list[Element] = [_line(one) for one in shown.told]
    few = Column(rows, "s")
    listed: Element = Fullest([few, paged(ui, "works-told", rows, "s")])
    return Column([Grow(Own(listed, 1.15)), *_in_all(shown)], "s")


def _line(one: WorksTold) -> Element:
    """What was built, for how long behind a hoarding, what that cost, and what came."""
    stood = ntr("{n} tour de palissade", "{n} tours de palissade", one.rounds)
    name = Column(
        [Label(one.title, "name", max_lines=2), Label(f"{one.ground_said} · {stood}", "tiny", "ink")], "none"
    )
    cost: list[Element] = [one_hurt(change, "label") for change in one.cost]
    paid = Flow([one_site(30.0), *(cost or [Label(tr("rien"), "label", one_line=True)])], "s", "none")
    came: Element = changes_label(one.brought)
    sign = "kept"
    if one.left:
        left = ntr(
            "toujours debout, {n} tranche non payée", "toujours debout, {n} tranches non payées", one.left
        )
        came, sign = Label(left, "label", "broken"), "broken"
    arrow = Label("→", "name", "quiet", one_line=True)
    row = Row(
        [Picture(one.pictogram, 44.0, sign), Grow(name, 1.2), Grow(paid, 1.1), arrow, Grow(came, 1.1)], "m"
    )
    return Card(row, "m", "s", border="broken" if one.left else "line", edge=False, fill_child=False)


def _in_all(shown: SitesView) -> list[Element]:
    """What all the hoardings cost in the session, those that several made worse together included."""
    if not shown.cost:
        return []
    words = Label(tr("Toutes les palissades, tous les tours :"), "name", "broken_ink", one_line=True)
    told = Flow([words, *(one_hurt(one, "strong") for one in shown.cost)], "m", "none")
    return [Card(told, "l", "s", "panel", "broken", edge=False)]
