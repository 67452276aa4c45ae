"""Around the rounds: welcome, briefing page by page, break."""

from dataclasses import dataclass

from engine.language import ntr, tr
from engine.play.commands import OwnPlacing, PassTo
from engine.view.types import CharacterView, View
from game.front.alone import me
from game.front.drafts import Form, Turned
from game.front.foldout import opening
from game.front.intents import Do, Draft, InRoom
from game.front.state import Ui, Way
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grid,
    Grow,
    Keyed,
    Label,
    Landscape,
    Pad,
    Row,
    Sized,
    Spacer,
    Span,
    Stack,
    Tap,
)
from game.pieces.panel import PLACING, WELCOME
from game.pieces.parts import (
    SIDE,
    Own,
    actions,
    apart,
    clock_text,
    face,
    given,
    header,
    legend_explained,
    looking_back,
    next_button,
    onward,
    page,
)
from game.pieces.pieces import quartier
from game.pieces.terms import explained
from game.screens.overlays.sheet import Read, reader, readers, to_read, unread

PAGE = WELCOME
"""The name under which it is kept which page is open: the story, the cast, one's own place."""


@dataclass(frozen=True, slots=True)
class Warned(Form):
    """Whether it was said that somebody has not read their sheet."""

    once: bool = False


def welcome(view: View, ui: Ui) -> Element:
    """Pitch and rules, then the people, then each one's own place between je and nous."""
    at = _welcome_page(view, ui)
    body = (_story, _people, _place)[at](view, ui)
    own = at == _last_welcome_page(view) and to_read(view, ui) is not None
    buttons: list[Element] = [*next_button(welcome_way(view, ui), hint="F3" if own else "")]
    if at:
        buttons.append(Button(tr("← Page d’avant"), "page-back", Draft(Turned(PAGE, at - 1))))
    elif not (apart(view, ui) or looking_back(ui)):
        words = tr("La politique de la ville, pli par pli")
        buttons.append(Button(words, "foldout-begin", InRoom(opening()), "chip", hint="F4"))
    return page(header(view, ui, subtitle=""), body, actions(view, ui, buttons))


def welcome_way(view: View, ui: Ui) -> Way | None:
    """Through the pages, then one's own sheet for who plays alone, then the session."""
    at = _welcome_page(view, ui)
    if at < _last_welcome_page(view):
        labels = (tr("Voir les personnages"), tr("Où vous placez-vous ?"))
        return Way(labels[at], Draft(Turned(PAGE, at + 1)))
    return to_read(view, ui) or _begin(view, ui)


def _begin(view: View, ui: Ui) -> Way | None:
    """The first round; around one computer, said once that some have not read their sheet."""
    waiting = unread(view, ui) if view.mode == "training" and readers(view) and not reader(view) else []
    if not waiting or ui.form(Warned).once:
        return onward(view, ui)
    words = ntr("Continuer : {n} personne n’a pas lu", "Continuer : {n} personnes n’ont pas lu", len(waiting))
    return Way(words, Draft(Warned(once=True)))


def _welcome_page(view: View, ui: Ui) -> int:
    return min(max(ui.page(PAGE), 0), _last_welcome_page(view))


def _last_welcome_page(view: View) -> int:
    """People who train place themselves on no line."""
    return PLACING - 1 if view.mode == "training" else PLACING


def rules(view: View, plain: bool) -> list[str]:
    """The rules in four lines."""
    gate = next((i.title for i in view.indicators if i.gate), "")
    if plain:
        return [
            tr("Chacun a des jetons : du temps, des moyens ou de l’appui."),
            tr("Vous pouvez promettre des jetons à un chantier. Tout le monde l’entend."),
            tr("Ensuite, chacun choisit en secret. On peut ne pas tenir sa promesse."),
            tr("Si « {title} » ne monte pas, personne ne gagne.", title=gate),
        ]
    return [
        tr("Un chantier se fait à plusieurs : personne n’a tous les jetons qu’il faut."),
        tr("On s’engage en public ; on choisit en secret. Rien n’oblige à tenir parole."),
        tr("Vos gains ne comptent que si « {title} » monte aussi pendant le tour.", title=gate),
        tr("Le jeu dit des faits. COOP ou pas COOP, c’est vous qui le direz."),
    ]


def _story(view: View, ui: Ui) -> Element:
    lines: list[Element] = [Label(view.title, "display", max_lines=2), Label(view.pitch, "lead")]
    numbered: list[Element] = [Label(tr("Les règles, en quatre lignes"), "label", "note_ink")]
    for i, rule in enumerate(rules(view, ui.settings.plain), start=1):
        number = Sized(Label(str(i), "subheading", "note_ink", one_line=True), 34.0)
        numbered.append(Row([number, Grow(Label(rule, "body"))], "s", "start"))
    numbered.append(legend_explained(28.0))
    card = Card(Column(numbered, "s"), "l", "m", "note", "note_line")
    left = Column([*lines, Grow(Spacer()), card], "m")
    return Row([Grow(Own(left), 2.3, 900), Grow(Own(quartier(view, ui), 1.5), 1, 440)], "xl", "stretch")


def _people(view: View, ui: Ui) -> Element:
    many = len(view.characters) > 9
    may_read = readers(view) if view.mode == "training" and not reader(view) else ()
    one = me(view) is not None
    cards = [
        _reading(who, _person(who, many, one, ui.form(Read, who.id).done), may_read)
        for who in view.characters
    ]
    grid = Grid(cards, 4 if many else min(4, max(2, len(cards))), "m", equal=True, fill=True)
    title: list[Element] = [Grow(Label(tr("Qui est là ?"), "title"))]
    if may_read:
        title.append(Label(tr("Touchez votre visage pour lire votre fiche."), "small", align="right"))
    return Column([Row(title, "l"), Grow(Own(grid, 1.3))], "m")


def _reading(who: CharacterView, card: Element, may_read: tuple[str, ...]) -> Element:
    """Around one computer, a face held by somebody opens that one's own sheet, under a cover."""
    if who.id not in may_read:
        return card
    label = tr("Passer l’ordinateur à {name} pour lire sa fiche", name=who.name)
    return Tap(card, f"read-{who.id}", Do(PassTo(who=who.id)), label)


def _person(who: CharacterView, many: bool, one: bool, read: bool = False) -> Element:
    words: list[Element] = [Label(who.name, "name"), Label(who.role, "small")]
    words.append(Label(who.family_word, "tiny", "ink"))
    if not many:
        words.append(Label(tr("« {text} »", text=who.voice), "body"))
    held = tr("vous") if one else tr("tenu par quelqu’un")
    who_plays = who.table or (held if who.held else tr("joué par le jeu"))
    if read:
        who_plays = tr("✓ a lu sa fiche")
    tokens = Row([given(who.tokens, 26.0), Grow(Label(who_plays, "tiny", align="right"))], "s")
    words += [Grow(Spacer()), tokens]
    portrait = Column([face(who, 92.0), Grow(Spacer())], "none")
    row = Row([portrait, Grow(Column(words, 6.0))], "m", "stretch")
    return Card(row, "m", "m", band=f"family.{who.family}")


def _place(view: View, ui: Ui) -> Element:
    before, _ = view.own_placing
    return Own(Column([own_place(view, ui, "before", before)], justify="center"), 1.3)


def own_place(view: View, ui: Ui, when: str, counts: tuple[int, ...]) -> Element:
    """Where participants put themselves between je (1) and nous (7): a click or a key adds one."""
    counts = counts if len(counts) == 7 else (0,) * 7
    legal = view.allows("own-placing")
    may = legal is not None and not view.tables and not looking_back(ui)
    steps = [_step(i, counts, when, may) for i in range(7)]
    ends = Row(
        [
            Label(tr("« je » : d’abord ce que je défends"), "strong"),
            Grow(Spacer()),
            Label(tr("« nous » : d’abord ce qui est à tous"), "strong"),
        ],
        "l",
    )
    title = (
        tr("Où vous placez-vous, aujourd’hui ?")
        if when == "before"
        else tr("Et maintenant, où vous placez-vous ?")
    )
    words = tr("Chacun lève le doigt à son chiffre. Personne n’a à se justifier.")
    received = tr("{n} sur {total} personnes placées", n=sum(counts), total=view.participants)
    lines: list[Element] = [
        Label(title, "title"),
        Label(words, "lead", "quiet"),
        Sized(Row([Grow(step) for step in steps], "m", "stretch"), h=330.0),
        ends,
    ]
    return Column([*lines, Label(received, "label")], "l")


def _step(i: int, counts: tuple[int, ...], when: str, may: bool) -> Element:
    number = Label(str(i + 1), "display", align="center")
    people = Label("● " * min(counts[i], 20) if counts[i] else " ", "tiny", "kept", "center")
    inside = Card(
        Column([number, Label(str(counts[i]), "heading", "quiet", "center"), people], "xs"), "m", "m"
    )
    if not may:
        return inside
    more = tuple(n + (k == i) for k, n in enumerate(counts))
    command = OwnPlacing(when="before" if when == "before" else "after", counts=_seven(more))
    return Tap(inside, f"place-{i + 1}", Do(command), tr("Une personne de plus à {n}", n=i + 1))


def _seven(counts: tuple[int, ...]) -> tuple[int, int, int, int, int, int, int]:
    a, b, c, d, e, f, g = counts
    return a, b, c, d, e, f, g


# ---- Briefing and break --------------------------------------------------------------------------------

BRIEFING = "briefing"
"""The name under which it is kept which page of the briefing is open."""


def briefing(view: View, ui: Ui) -> Element:
    """The briefing, one plain page after another."""
    pages, way = view.briefing, briefing_way(view, ui)
    at = _briefing_page(view, ui)
    if not pages:
        return page(header(view, ui, subtitle=""), Spacer(), actions(view, ui, next_button(way)))
    sheet = Card(panel_read(view, at), "xl", "l")
    index = Own(Pad(panel_names(view, at, BRIEFING), "m", "m"), 1.25)
    body = Row([Grow(Own(sheet, 1.3), 2.6, 900), Grow(index, 1, 380)], "l", "stretch")
    buttons: list[Element] = [*next_button(way)]
    if at:
        buttons.append(Button(tr("← Page d’avant"), "page-back", Draft(Turned(BRIEFING, at - 1))))
    return page(header(view, ui, subtitle=""), body, actions(view, ui, buttons))


def panel_read(view: View, at: int) -> Element:
    """One page of the briefing: its number, title, text and source."""
    title, text, _, source = view.briefing[at]
    told = Column([Label(title, "display", max_lines=2), explained(view.terms, text, "lead", "panel")], "l")
    lines: list[Element] = [
        Label(tr("Page {n} sur {total}", n=at + 1, total=len(view.briefing)), "label"),
        Grow(Spacer()),
        Keyed(told, f"briefing.{at}", False, appears="unfold"),
        Grow(Spacer(), 1.6),
    ]
    if source:
        lines.append(Label(source, "small"))
    return Column(lines, "m")


def panel_names(view: View, at: int, leaf: str) -> Element:
    """All pages of the briefing by name; touching one turns to it, under the name `leaf`."""
    names = [_panel_name(i, entry[0], at, leaf) for i, entry in enumerate(view.briefing)]
    return Column([Label(tr("Le dépliant"), "label"), *names], "s")


def briefing_way(view: View, ui: Ui) -> Way | None:
    """One page after another, then the session."""
    at = _briefing_page(view, ui)
    if at < len(view.briefing) - 1:
        return Way(tr("Page suivante"), Draft(Turned(BRIEFING, at + 1)))
    return onward(view, ui)


def _briefing_page(view: View, ui: Ui) -> int:
    return min(max(ui.page(BRIEFING), 0), max(len(view.briefing) - 1, 0))


def _panel_name(i: int, title: str, at: int, leaf: str) -> Element:
    number = f"{i + 1}. "
    if i == at:
        return Label([Span("▶ " + number, "kept", True), Span(title, None, True)], "body")
    name = Label(number + title, "body", "quiet")
    return Tap(name, f"page-{i}", Draft(Turned(leaf, i)), title, role="link", radius=8.0)


def pause(view: View, ui: Ui) -> Element:
    """The break: how long, and where the quartier stands."""
    text, colour = clock_text(view.clock, ui.now)
    lines: list[Element] = [
        Label(tr("Pause"), "poster", align="center"),
        Label(text, "count", colour, "center"),
        Label(tr("Rien ne bouge pendant ce temps. Vos jetons vous attendent."), "lead", "quiet", "center"),
    ]
    faces = Flow([face(who, 96.0) for who in view.characters], "m", "m", "center")
    foot = Column([Grow(Spacer()), actions(view, ui, next_button(onward(view, ui)), on_art=True)], "none")
    sky = Stack([Landscape(view.neighbourhood, 300.0), _padded(foot)])
    top = Grow(_padded(Own(Column([*lines, faces], "l", justify="center"))))
    return Column([header(view, ui, subtitle=""), top, sky], "none")


def _padded(child: Element) -> Element:
    return Pad(child, SIDE, 30.0)
