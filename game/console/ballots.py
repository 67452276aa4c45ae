"""A ballot from the console: how votes will be counted; who has voted; a ballot of paper typed in."""

from engine.language import ntr, tr
from engine.play.commands import Adopt, PassTo
from engine.view.types import BallotView, CharacterView, MethodView, View
from game.console import hands
from game.console.hands import SAVE, counted, entries
from game.console.paper import guarded
from game.console.seen import seen
from game.front.drafts import Counted
from game.front.intents import Back, Do, Go
from game.front.phases import Tab
from game.front.state import Ui
from game.front.unsent import ADOPTED
from game.kit import Button, Card, Column, Element, Grow, Label, Row, Sized, Spacer, Span, centred
from game.pieces.marking import drafted, grid, hand_in, handed_in, nothing
from game.pieces.parts import Own, before, face, looking_back, named, paged

PAGE = "ballot-paper"
"""The page over the console in which a ballot of paper is typed in."""


# ---- How votes will be counted -----------------------------------------------------------------------------


def method_tabs(view: View) -> list[Tab]:
    """Count the hands for each way of counting, as long as that may be done."""
    return [("method", view.phase.title, method)] if view.allows("adopt") else []


def method(view: View, ui: Ui) -> Element:
    """What each way is, in the words to say; a number of hands for each, or the draw."""
    ballot, legal = view.ballot, view.allows("adopt")
    assert ballot is not None
    assert legal is not None
    ways = [way for way in ballot.methods if way.id in legal.ids]
    before = tuple(way.hands for way in ways)
    values = counted(ui, ADOPTED, before)
    counts = {way.id: n for way, n in zip(ways, values, strict=True)}
    save = Do(Adopt(counts=counts), entries(ADOPTED, len(values)), (Counted(ADOPTED, values, values),))
    lot = Do(Adopt(draw=True), entries(ADOPTED, len(values)), (Counted(ADOPTED),))
    new = any(values) and values != before
    ready = Button(tr("Enregistrer le compte"), SAVE, save, "primary", "⏎", enabled=new)
    draw = Button(
        _lot(ways), "method-draw", lot, "chip", reserve=(tr("Départager au sort"), tr("Tirer au sort"))
    )
    words = [(way.title, "kept" if way.adopted else "ink") for way in ways]
    return Column(
        [
            Sized(Own(Column([_told(way) for way in ways], "xs")), h=_TOLD),
            hands.counters(ui, ADOPTED, values, words),
            Grow(Spacer()),
            Row([ready, draw, Grow(_state(ballot, ways))], "s"),
        ],
        "s",
    )


_TOLD = 190.0
"""Logical height of what is said of all ways, however long that is."""


def _told(way: MethodView) -> Element:
    return Label([Span(tr("{title} :", title=way.title) + " ", "ink", True), Span(way.told, "ink")], "small")


def _lot(ways: list[MethodView]) -> str:
    return tr("Départager au sort") if any(way.tied for way in ways) else tr("Tirer au sort")


def _state(ballot: BallotView, ways: list[MethodView]) -> Element:
    """What stands: what was chosen, that some are level, or nothing yet."""
    level = [way.title for way in ways if way.tied]
    if ballot.method:
        return Label(f"✓ {ballot.adopted_told}", "strong", "kept", "right")
    if level:
        return Label(tr("Égalité : {titles}.", titles=" · ".join(level)), "strong", "part", "right")
    return Label(tr("Une main par personne. Les idées viennent après."), "small", align="right")


# ---- Who has voted -----------------------------------------------------------------------------------------


def tabs(view: View) -> list[Tab]:
    """Who has voted, and each one's ballot."""
    return [("ballots", tr("Bulletins"), ballots)] if view.ballot is not None else []


def ballots(view: View, ui: Ui) -> Element:
    """One line for each holder: voted or not, and how to. Never what was voted."""
    ballot = view.ballot
    assert ballot is not None
    held = [who for who in view.characters if who.held]
    if not held or not ballot.eligible:
        words = (
            nothing()
            if held
            else tr("Tous les personnages sont joués par le jeu : ils votent à la révélation.")
        )
        return Column([Label(words, "body"), Grow(Spacer())])
    waiting = [who for who in held if not handed_in(view, who.id)]
    lines: list[Element] = [_line(view, ui, who) for who in held]
    said = ntr(
        "{n} bulletin sur {total}", "{n} bulletins sur {total}", len(held) - len(waiting), total=len(held)
    )
    each = ntr("{n} voix chacun", "{n} voix chacun", ballot.people)
    count = Column([Label(said, "strong", "ink"), Label(each, "tiny")], "none")
    head = Row([Grow(count), *_first(view, waiting)], "s")
    return Column([Sized(head, h=_HEAD), Grow(paged(ui, "ballots", lines, "xs"))], "xs")


_HEAD = 54.0
"""Logical height of what stands above the names, whatever it says."""


def _first(view: View, waiting: list[CharacterView]) -> list[Element]:
    """The first ballot that is awaited, by one key."""
    marking = view.allows("mark")
    if not waiting or marking is None:
        return []
    word = tr("Saisir : {name}", name=waiting[0].short)
    others = tuple(tr("Saisir : {name}", name=who.short) for who in view.characters if who.held)
    return [
        Button(word, "ballot-first", Go(PAGE, waiting[0].id), "primary", "⏎", style="chip", reserve=others)
    ]


def _line(view: View, ui: Ui, who: CharacterView) -> Element:
    """One line, voted or not: no button comes under a hand that was about to press another."""
    words, colour = who.table or who.role, "quiet"
    if drafted(view, ui, who.id):
        words, colour = tr("… commencé, pas remis"), "part"
    elif handed_in(view, who.id):
        words, colour = tr("✓ a voté"), "kept"
    name = before(Label(who.short, "name", max_lines=1), 120.0)
    state = Label(words, "tiny", colour, max_lines=1)
    return Row([face(who, 36.0), name, Grow(state), *_voting(view, who)], "s")


def _voting(view: View, who: CharacterView) -> list[Element]:
    """The ways to vote; once somebody has, their sheet is there to be put right."""
    made: list[Element] = []
    passing, marking = view.allows("pass-to"), view.allows("mark")
    done = handed_in(view, who.id)
    if passing is not None and who.id in passing.who:
        made.append(Button(tr("L'ordinateur"), f"pass.{who.id}", Do(PassTo(who=who.id)), "chip"))
    if marking is not None and who.id in marking.who:
        word, other = tr("Son bulletin"), tr("Corriger")
        said, reserve = (other, word) if done else (word, other)
        made.append(Button(said, f"ballot.{who.id}", Go(PAGE, who.id), "chip", reserve=(reserve,)))
    return made


# ---- A ballot of paper -------------------------------------------------------------------------------------


def sheet(view: View, ui: Ui) -> Element:
    """`view` is that of whose ballot it is; where the room sees it, nothing before the picture is off."""
    if seen(view, ui):
        return guarded(tr("La salle verrait ce bulletin"))
    who = view.character(view.audience.character or "")
    marking = view.allows("mark")
    close = Button(tr("Fermer"), "back", Back())
    title = Label(tr("Saisir le bulletin de {name}", name=who.name), "title")
    if marking is None or who.id not in marking.who or looking_back(ui):
        rows: list[Element] = [title, Grow(Label(tr("Rien à saisir maintenant."), "body")), Row([close])]
    else:
        onward = _waiting(view, who.id)
        after = Go(PAGE, onward) if onward else Back()
        button, said = hand_in(view, ui, who.id, "⏎", after=after)
        keys = Label(tr("1 à 5 : la mention, et la ligne suivante. ↑ ↓ : une autre ligne."), "small")
        head = Row([named(who), Grow(keys)], "m")
        rows = [
            title,
            head,
            Grow(Own(grid(view, ui, who.id))),
            Row([button, close, Grow(said), *_next(view, onward)], "m"),
        ]
    return centred(Sized(Card(Column(rows, "s"), "xl", "l"), h=_HIGH), 1400.0)


_HIGH = 840.0


def _waiting(view: View, who: str) -> str:
    """Whose ballot is awaited after this one: round the room from here; "" for nobody."""
    held = [one.id for one in view.characters if one.held]
    place = held.index(who) if who in held else 0
    order = (*held[place + 1 :], *held[:place])
    return next((one for one in order if not handed_in(view, one)), "")


def _next(view: View, onward: str) -> list[Element]:
    """The ballot after this one, without handing this one in."""
    if not onward:
        return []
    word = tr("Suivant : {name}", name=view.character(onward).short)
    return [Button(word, "ballot-next", Go(PAGE, onward))]
