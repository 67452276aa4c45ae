"""Who votes, opened large: every public as people, what it thinks of what is eligible, how to fetch more."""

from engine.language import ntr, tr
from engine.view.types import BallotView, IdeaView, PublicView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Pill, Row, Spacer
from game.pieces import ideas
from game.pieces.over import close, sheet, spread
from game.pieces.parts import Fullest, Own
from game.pieces.publics import Crowd, Mark, brings, come_words, fetchers, fetching, legend, whole
from game.screens.overlays import card
from game.screens.round.publics import may_vote, purse


def publics(view: View | None, ui: Ui) -> Element:
    """The publics under the money."""
    if view is None or view.ballot is None:
        return sheet(tr("Il n’y a pas de vote à montrer."), Spacer(), [close()])
    shown = view.ballot
    weighs = ntr("un bulletin pèse {n} voix", "un bulletin pèse {n} voix", shown.people)
    all_ = may_vote(shown)
    title = Grow(Label(shown.title, "title", max_lines=1))
    head = Row([title, Label(weighs, "small", one_line=True), Pill(all_, "dark", "name")], "m")
    columns = 3 if len(shown.publics) > 4 else 2
    cells = Grid([_cell(view, shown, one) for one in shown.publics], columns, "m", "m", equal=True, fill=True)
    named = _catalogue(shown)
    forms = [Own(Column([purse(shown, 46.0, full=False), Grow(cells), *more], "s")) for more in ([named], [])]
    body = Fullest(forms if shown.ideas else forms[1:])
    return spread(head, body, [close(), Grow(_legend())], 1.0)


_ACROSS = 20
"""People side by side."""


def _lines(ballot: BallotView) -> int:
    """Lines of people that the largest public takes."""
    return -(-whole(ballot) // _ACROSS)


def _cell(view: View, ballot: BallotView, one: PublicView) -> Element:
    """A public as people; who is fetched how, and which ideas it finds good."""
    project = fetching(view, one)
    name = Column([Label(one.title, "subheading"), Label(come_words(one), "label", "ink")], "none")
    head: list[Element] = [Mark(46.0, one.number), Grow(name)]
    if project is not None:
        head.append(fetchers(view, project, 36.0))
    rows: list[Element] = [Row(head, "s"), Grow(Crowd(one, _ACROSS, rows=_lines(ballot)))]
    if project is not None:
        said = Label(tr("aller les chercher : {brings}", brings=brings(view, one)), "label", "note_ink")
        rows.append(Fullest([said, Label(brings(view, one), "label", "note_ink")]))
    found = [id_ for id_, idea in ballot.ideas if one.id in ideas.approving(idea)]
    forms: list[Element] = [Column(rows, "s")]
    if found:
        badges = Flow([ideas.badge(ballot, id_, 36.0) for id_ in found], 6.0, 4.0)
        good = Row([Label(tr("trouve bonnes"), "tiny", "ink", one_line=True), Grow(badges)], "s")
        forms.insert(0, Column([*rows, good], "s"))
    rim, wide = ("gold", 4.0) if project is not None else ("line", 2.0)
    return Card(Fullest(forms), "m", "s", "panel", rim, wide, edge=False)


def _catalogue(ballot: BallotView) -> Element:
    """Which idea a letter stands for: those that others had submitted, then those of the table. Each opens
    its card."""
    rows: list[Element] = []
    for words, theirs in ((tr("Déjà au catalogue, déposées par d’autres :"), True), ("", False)):
        found = [_named(ballot, id_, idea) for id_, idea in ballot.ideas if idea.submitted is theirs]
        lead = [Label(words, "tiny", "part", one_line=True)] if words else []
        if found:
            rows.append(Flow([*lead, *found], "m", "xs"))
    return Column(rows, "xs")


def _named(ballot: BallotView, id_: str, idea: IdeaView) -> Element:
    """Which idea a letter stands for."""
    words = Label(idea.title, "tiny", "ink", one_line=True)
    return card.opens_idea(id_, idea.title, Row([ideas.badge(ballot, id_, 30.0), words], "xs"))


def _legend() -> Element:
    """How to read the people."""
    rows = [Row([sign, Label(words, "tiny", "ink", one_line=True)], "xs") for sign, words in legend()]
    return Flow(rows, "m", "none", "end")
