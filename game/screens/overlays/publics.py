"""Who votes, opened large: every public as people, what it thinks of what is eligible, how to fetch more."""

from engine.language import ntr, tr
from engine.view.types import BallotView, PublicView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Pill, Row, Sized, Spacer
from game.pieces import ideas
from game.pieces.over import close, sheet, spread
from game.pieces.parts import Fullest
from game.pieces.publics import Crowd, Mark, brings, come_words, fetchers, fetching, legend
from game.screens.round.publics import purse


def publics(view: View | None, ui: Ui) -> Element:
    """The publics under the money."""
    if view is None or view.ballot is None:
        return sheet(tr("Il n’y a pas de vote à montrer."), Spacer(), [close()])
    shown = view.ballot
    all_ = ntr("{n} voix peut voter", "{n} voix peuvent voter", shown.voices)
    head = Row([Grow(Label(shown.title, "title", max_lines=1)), Pill(all_, "dark", "name")], "m")
    columns = 3 if len(shown.publics) > 4 else 2
    cells = Grid([_cell(view, shown, one) for one in shown.publics], columns, "m", "m", equal=True, fill=True)
    weighs = tr("Chaque personnage vote aussi : {n} voix par bulletin.", n=shown.people)
    body = Column([purse(shown, 52.0), Grow(cells), Label(weighs, "small")], "m")
    return spread(head, body, [close(), Grow(_legend())], 1.0)


def _cell(view: View, ballot: BallotView, one: PublicView) -> Element:
    """A public as people; who is fetched how, and which ideas it finds good."""
    project = fetching(view, one)
    name = Column([Label(one.title, "subheading"), Label(come_words(one), "label", "ink")], "none")
    head: list[Element] = [Mark(46.0, one.number), Grow(name)]
    if project is not None:
        head.append(fetchers(view, project, 36.0))
    rows: list[Element] = [Row(head, "s"), Grow(Crowd(one, 16))]
    if project is not None:
        said = tr("{title} : {brings}", title=project.title, brings=brings(view, one))
        rows.append(Label(said, "label", "note_ink"))
    found = [id_ for id_, idea in ballot.ideas if one.id in ideas.approving(idea)]
    forms: list[Element] = [Column(rows, "s")]
    if found:
        badges = Flow([ideas.badge(ballot, id_, 36.0) for id_ in found], 6.0, 4.0)
        good = Row([Sized(Label(tr("trouve bonnes"), "tiny", "ink"), 120.0), Grow(badges)], "s")
        forms.insert(0, Column([*rows, good], "s"))
    rim, wide = ("gold", 4.0) if project is not None else ("line", 2.0)
    return Card(Fullest(forms), "m", "s", "panel", rim, wide, edge=False)


def _legend() -> Element:
    """How to read the people."""
    rows = [
        Row([Sized(sign, 70.0), Label(words, "tiny", "ink", one_line=True)], "xs") for sign, words in legend()
    ]
    return Flow(rows, "m", "none", "end")
