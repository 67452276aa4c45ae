"""The ballot: the catalogue of ideas, and who has handed a ballot in, never what is in it."""

from engine.content.model import FAIR
from engine.language import ntr, tr
from engine.play.commands import PassTo
from engine.telling.ballot import money
from engine.view.types import BallotView, IdeaView, PaperView, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui, Way
from game.kit import (
    Bar,
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Label,
    Pill,
    Row,
    Spacer,
    Tap,
)
from game.pieces import ideas
from game.pieces.panel import by_console, opened
from game.pieces.parts import (
    Fullest,
    Own,
    actions,
    change_label,
    face,
    header,
    more_time,
    next_button,
    note,
    onward,
    page,
)
from game.pieces.publics import marks, titled
from game.screens.overlays import card
from game.screens.round.publics import counted_by

_TWO_COLUMNS = 6
"""Ideas beyond which the catalogue has two columns."""


# ---- What the room sees ---------------------------------------------------------------------------------


def ballot(view: View, ui: Ui) -> Element:
    """The catalogue, and who has voted."""
    shown = view.ballot
    buttons: list[Element] = [*next_button(ballot_way(view, ui)), *more_time(view)]
    if shown is None:
        return page(header(view, ui), Spacer(), actions(view, ui, buttons))
    if _waiting(view, shown) and view.mode == "facilitated":
        buttons += by_console(view, ui, tr("Saisir les bulletins"), opened(view, "ballots"), "mark")
    if _waiting(view, shown) and view.allows("advance") is not None and not _leads_on(view, ui):
        buttons.append(Button(view.phase.next_label, "count-anyway", _advance(view)))
    title = Label(tr("À vous de voter"), "title", max_lines=1)
    asked = tr("{asked} demandés pour {money}", asked=money(ideas.asked_of(shown)),
               money=shown.money_told)  # fmt: skip
    head = Row([title, Grow(Label(asked, "heading", "quiet", max_lines=1)), *counted_by(shown)], "l")
    left = Column([Grow(_catalogue(view, ui, shown)), _legend(shown)], "s")
    body = Row([Grow(left, 2.3, 900), Grow(Own(_voters(view, shown), 1.2), 1.0, 420)], "xl", "stretch")
    return page(header(view, ui), Column([head, Grow(body)], "m"), actions(view, ui, buttons))


def ballot_way(view: View, ui: Ui) -> Way | None:
    """The count; before it, the computer to the next one who has not voted, where it may be passed."""
    shown = view.ballot
    passing = view.allows("pass-to")
    if shown is None or passing is None:
        return onward(view, ui)
    next_one = next((who for who in _waiting(view, shown) if who in passing.who), None)
    if next_one is None:
        return onward(view, ui)
    label = tr("Passer l’ordinateur à {name}", name=view.character(next_one).short)
    return Way(label, Do(PassTo(who=next_one)))


def _leads_on(view: View, ui: Ui) -> bool:
    way, on = ballot_way(view, ui), onward(view, ui)
    return way is not None and on is not None and way.intent == on.intent


def _advance(view: View) -> object:
    on = onward(view, Ui())
    return on.intent if on is not None else None


def _waiting(view: View, shown: BallotView) -> list[str]:
    """Who is held and has not voted."""
    marked = {paper.who for paper in shown.papers if paper.marked}
    return [who.id for who in view.characters if who.held and who.id not in marked]


def _catalogue(view: View, ui: Ui, shown: BallotView) -> Element:
    """Every eligible idea: its letter, its title, who finds it good, its price."""
    if not shown.ideas:
        return Card(Label(tr("Aucune idée n’est recevable : il n’y a rien à voter."), "lead"), "l", "l")
    columns = 2 if len(shown.ideas) > _TWO_COLUMNS else 1
    grids = [
        Grid(
            [_entry(view, ui, shown, *one, level) for one in shown.ideas],
            columns,
            "m",
            "s",
            equal=True,
            fill=True,
        )
        for level in range(3)
    ]
    forms = [Own(grid, 1.35) for grid in grids]
    return Fullest(forms)


def _entry(view: View, ui: Ui, shown: BallotView, id_: str, idea: IdeaView, level: int) -> Element:
    title = Label(idea.title, "name", "ink", max_lines=3 if level < 2 else 2)
    good: list[Element] = [marks(shown, ideas.approving(idea), 26.0, True)]
    if level < 1:
        changes = [change_label(one, "small") for one in idea.voted]
        good.append(Flow([*changes, *ideas.named(view, idea)], "m", "none"))
    price = ideas.price_tag(idea.price_told)
    words = Column([title, *good], 4.0) if level < 2 else title
    row = Row([ideas.badge(shown, id_), Grow(words), price], "s")
    entry = Card(row, "m", 8.0, "panel", edge=False, fill_child=False)
    return entry if ui.screen else card.opens_idea(id_, idea.title, entry)


def _legend(shown: BallotView) -> Element:
    """Whose sign is whose."""
    words = Label(tr("la trouvent bonne :"), "tiny", "ink", one_line=True)
    return Flow([words, *(titled(one, "tiny", 24.0) for one in shown.publics)], "m", "none")


def _voters(view: View, shown: BallotView) -> Element:
    """Who has handed a ballot in."""
    done = sum(paper.marked for paper in shown.papers)
    total = sum(view.character(paper.who).held for paper in shown.papers if _known(view, paper))
    rows: list[Element] = []
    if total and me(view) is None:
        count = ntr("{n} bulletin dans l’urne", "{n} bulletins dans l’urne", done)
        rows += [Label(count, "heading"), Bar(done / total, "kept", height=16.0)]
    people = [_voter(view, paper) for paper in shown.papers if _known(view, paper)]
    columns = 2 if len(people) > 5 else 1
    rows.append(Grow(Grid(people, columns, "s", "s", fill=True)))
    rows.append(note("", *_how(view, shown)))
    return Column(rows, "m")


def _known(view: View, paper: PaperView) -> bool:
    return any(who.id == paper.who for who in view.characters)


def _voter(view: View, paper: PaperView) -> Element:
    who = view.character(paper.who)
    state: Element = Pill(tr("pas encore"), "plain")
    if not who.held:
        state = Label(tr("joué par le jeu"), "tiny")
    elif paper.marked:
        state = Pill(tr("✓ a voté"), "kept")
    words = Column([Label(who.short, "name", max_lines=1), Row([state], "none")], 2.0)
    cell = Row([face(who, 64.0), Grow(words)], "s")
    passing = view.allows("pass-to")
    if passing is None or who.id not in passing.who:
        return cell
    label = tr("Passer l’ordinateur à {name}", name=who.name)
    return Tap(cell, f"pass-{who.id}", Do(PassTo(who=who.id)), label)


def _how(view: View, shown: BallotView) -> tuple[str, str]:
    weighs = ntr(
        "Chaque bulletin pèse {n} voix ; les publics votent de leur côté.",
        "Chaque bulletin pèse {n} voix ; les publics votent de leur côté.",
        shown.people,
    )
    said = tr("Une mention par idée ; sans mention, « {fair} ».", fair=shown.grades[FAIR])
    if me(view) is not None and not _waiting(view, shown):
        said = tr("Votre bulletin est dans l’urne.")
    elif view.mode == "facilitated" and view.allows("pass-to") is None:
        said = tr("Votez sur papier : une mention par idée.")
    return said, weighs
