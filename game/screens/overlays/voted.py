"""What has to be voted of a project, on its card opened large; and going to fetch a public."""

from engine.language import ntr, tr
from engine.view.types import BallotView, IdeaView, ProjectView, View
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Pad, Picture, Row, Rule, centred
from game.pieces import ideas
from game.pieces.ballots import Tick
from game.pieces.parts import change_label
from game.pieces.publics import Crowd, Mark, brings, come_words, fetchers
from game.pieces.terms import explained


def told(view: View, idea: IdeaView | None) -> list[Element]:
    """Its price, what each public thinks of it, what it does once there is money for it."""
    ballot = view.ballot
    if idea is None or ballot is None:
        return []
    votes = ntr("{n} voix la trouve bonne", "{n} voix la trouvent bonne", idea.votes_now)
    left: list[Element] = [
        Row([ideas.price_tag(idea.price_told, "name"), Grow(Label(votes, "strong"))], "m"),
        _thinking(ballot, idea),
    ]
    if idea.likely:
        left.append(Label(tr("✓ Les publics seuls la financeraient aujourd’hui."), "label", "kept"))
    right: list[Element] = [Label(tr("Une fois financée"), "label")]
    right.append(Flow([change_label(one, "strong") for one in idea.voted], "m", "none"))
    if idea.by_name:
        right.append(Flow(ideas.named(view, idea), "m", "xs"))
    sides = [Grow(Column(left, "s"), 1.5, 560), Grow(Column(right, "s"), 1, 400)]
    return [Rule(), Row(sides, "xl", "start")]


def _thinking(ballot: BallotView, idea: IdeaView) -> Element:
    """What each public thinks of it: the sign of its grade, and the word."""
    cells: list[Element] = []
    for one in idea.opinions:
        public = ballot.public(one.public)
        words = Column([Label(public.title, "small", "ink", max_lines=1), Label(one.word, "tiny")], "none")
        cells.append(Row([Mark(34.0, public.number), Tick(one.grade, True, 36.0), Grow(words)], "xs"))
    return Grid(cells, 3 if len(cells) > 4 else 2, "s", "xs")


def eligible(view: View, id_: str, idea: IdeaView) -> tuple[Element, Element]:
    """An idea of the catalogue, which is on the table no more, or never was."""
    assert view.ballot is not None
    title = explained(view.terms, idea.title, "title", "title", beside=idea.text)
    head = Row([Picture(idea.pictogram, 84.0), Grow(title), ideas.badge(view.ballot, id_, 64.0)], "l")
    there = tr("Déjà au catalogue : d’autres l’ont déposée.") if idea.submitted else tr("Au catalogue")
    words: list[Element] = [explained(view.terms, idea.text, "lead", "card"), Label(there, "strong", "part")]
    return head, Column([*words, *told(view, idea)], "l", justify="between")


def fetching(view: View, project: ProjectView) -> tuple[Element, Element]:
    """Who is fetched, as people; what is to be done; what one time brings."""
    assert view.ballot is not None
    public = view.ballot.public(project.fetches)
    head = Row([Mark(76.0, public.number), Grow(Label(project.title, "title"))], "l")
    crowd = centred(Pad(Crowd(public, 12, 44.0), "l", "m"))
    who = Column([Label(public.title, "heading", align="center"), Grow(crowd)], "s")
    words: list[Element] = [
        explained(view.terms, project.text, "lead", "card"),
        Row([fetchers(view, project, 48.0), Grow(Label(tr("un temps, de qui veut"), "strong"))], "m"),
        Label(tr("Chaque temps : {brings}", brings=brings(view, public)), "strong", "note_ink"),
        Label(come_words(public), "body"),
    ]
    sides = [Grow(Card(who, "l", "m", "sand", edge=False), 1, 520), Grow(Column(words, "l"), 1.4, 700)]
    return head, Row(sides, "xl", "stretch")
