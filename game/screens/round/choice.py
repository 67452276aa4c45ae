"""Choix secrets: who has confirmed, the cover for passing the computer, one holder's private screen."""

from dataclasses import dataclass
from typing import ClassVar

from engine.content.model import KINDS
from engine.language import NBSP, capital, ntr, signed, tr
from engine.play.commands import Confirm, PassTo, Place
from engine.view.types import CharacterView, ChoiceView, ProjectView, TokenCount, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do, Draft, GoOn, Intent
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
    Picture,
    Pill,
    Row,
    Rule,
    Spacer,
    Span,
    Tap,
    Tokens,
    centred,
)
from game.kit.nodes import TokenState
from game.pieces import pacts
from game.pieces.baton import faced
from game.pieces.corners import where_given
from game.pieces.groups import table
from game.pieces.ideas import in_line
from game.pieces.panel import by_console, opened
from game.pieces.parts import (
    Fullest,
    Own,
    actions,
    face,
    header,
    legend_at_first,
    more_time,
    named,
    next_button,
    note,
    number,
    onward,
    page,
    paged,
    promised,
)
from game.pieces.pieces import gate_words, votes_next
from game.pieces.places import away_words, most_here
from game.pieces.publics import Mark, brings
from game.pieces.secrets import secret_card
from game.pieces.town import overheard
from game.pieces.works import each_round_told, lack_word
from game.screens.overlays import card
from game.screens.round import corners, groups, publics, sites, week
from game.screens.round.agenda import postponed

_FEW = 8
_ABREAST = 3
"""Publics that may be fetched side by side on one line."""
_LINES = 5
"""Projects whose lines always have room on one page at the ordinary text size."""


@dataclass(frozen=True, slots=True)
class Unveiled(Form):
    """Who has lifted the cover of the private screen."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class KeepsAll(Form):
    """Who is about to keep every token, until they say that they mean it."""

    who: str = ""
    lasts: ClassVar[bool] = False


def choice(view: View, ui: Ui) -> Element:
    """What the room sees: who has decided, never what."""
    now = view.choice
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(choice_way(view, ui))))
    done, all_ = len(now.confirmed), len(now.confirmed) + len(now.waiting)
    count = (
        ntr("{n} choix confirmé sur {total}", "{n} choix confirmés sur {total}", done, total=all_)
        if all_
        else tr("Tous sont joués par le jeu.")
    )
    title = Label(tr("Chacun décide en secret"), "title")
    head: list[Element] = [
        Row(
            [
                Grow(title),
                *groups.doors(view, ui),
                *corners.doors(view, ui),
                *publics.doors(view, ui),
                Label(count, "heading", "quiet"),
            ],
            "l",
        ),
        Bar(done / all_ if all_ else 1.0, "kept", height=16.0),
    ]
    if me(view) is not None:  # one choice of one is nothing to count
        head = [
            Row(
                [
                    Grow(Label(tr("Tout le monde a décidé"), "title")),
                    *groups.doors(view, ui),
                    *corners.doors(view, ui),
                    *publics.doors(view, ui),
                ],
                "l",
            )
        ]
    columns = 4 if len(view.characters) > 6 else 3
    people = Grid([_person(view, who, now) for who in view.characters], columns, "m", equal=True, fill=True)
    rows: list[Element] = [*head, Grow(Own(people, 1.35)), _how(view, now)]
    ready = not now.waiting
    buttons: list[Element] = [
        *next_button(choice_way(view, ui)),
        *more_time(view),
    ]
    if not ready and view.mode == "facilitated":
        buttons += by_console(
            view, ui, tr("Saisir les choix écrits"), opened(view, "choices"), "place", "confirm"
        )
    return page(header(view, ui), Column(rows, "m"), actions(view, ui, buttons))


def choice_way(view: View, ui: Ui) -> Way | None:
    """The reveal; before it, the computer to the next one who has not decided, where it may be passed."""
    now = view.choice
    if now is None or not now.waiting:
        return onward(view, ui)
    passing = view.allows("pass-to")
    next_one = next((who for who in now.waiting if passing is not None and who in passing.who), None)
    if next_one is None:
        return None
    name = view.character(next_one).short
    label = tr("Passer l’ordinateur à {name}", name=name)
    return Way(label, Do(PassTo(who=next_one)))


def sitting(view: View) -> str | None:
    """Who has the computer."""
    return view.passed_to or (view.choice.passed_to if view.choice is not None else None)


def _person(view: View, who: CharacterView, now: ChoiceView) -> Element:
    state: Element
    if not who.held:
        state = Pill(tr("joué par le jeu"), "quiet")
    elif who.id in now.confirmed:
        state = Pill(tr("✓ a confirmé"), "kept")
    else:
        state = Pill(tr("réfléchit…"), "plain")
    band = f"family.{who.family}"
    if len(view.characters) > _FEW:
        words = Column([Label(who.name, "name"), Label(who.family_word, "tiny"), Row([state], "none")], 4.0)
        card = Card(Row([faced(view, who, 84.0), Grow(words)], "s"), "m", "s", band=band)
    else:
        name = Label(who.name, "name", align="center")
        stack = Column(
            [
                Grow(Spacer()),
                faced(view, who, 120.0),
                name,
                Label(who.family_word, "tiny", align="center"),
                Row([state], "none", justify="center"),
                Grow(Spacer()),
            ],
            "s",
        )
        card = Card(stack, "m", "s", band=band)
    passing = view.allows("pass-to")
    if passing is None or who.id not in passing.who:
        return card
    label = tr("Passer l’ordinateur à {name}", name=who.name)
    return Tap(card, f"pass-{who.id}", Do(PassTo(who=who.id)), label)


def _how(view: View, now: ChoiceView) -> Element:
    gate = gate_words(view)
    if not now.waiting and votes_next(view):
        return note("", tr("Tout le monde a posé ses jetons. Il reste à voter."), gate)
    if not now.waiting and me(view) is not None:
        return note(
            "", tr("Vous avez décidé, et les autres aussi. Plus personne ne peut rien changer."), gate
        )
    if not now.waiting:
        said = tr("Tout le monde a décidé. Plus personne ne peut changer seul l’issue.")
        return _besides(view, note("", said, gate))
    if view.allows("pass-to") is not None:
        words = tr("Choisissez un visage : l’ordinateur passe de main en main, écran couvert.")
        if view.mode == "facilitated":
            words = tr("À l’ordinateur, l’un après l’autre, écran couvert ; ou sur papier.")
    else:
        words = tr("Écrivez vos jetons sur papier, un chantier par ligne ; l’animation les saisira.")
    return _besides(view, note(tr("Posez vos jetons, ou gardez-les"), words, gate))


def _besides(view: View, rule: Element) -> Element:
    """Beside the rule, what the open projects would put out of their hours."""
    told = week.warned(view)
    if not told:
        return rule
    head = Label(tr("Si c’est terminé"), "label", "part")
    warned = Card(Column([head, *told], "none"), "l", "m", "part_soft", None)
    return Row([Grow(rule, 1.2), Grow(warned)], "m", "stretch")


# ---- Passing the computer ------------------------------------------------------------------------------


def cover(view: View, ui: Ui) -> Element:
    """Between two people: nothing secret, and one button for the one who now sits here."""
    who = view.character(sitting(view) or "")
    lines: list[Element] = [
        face(who, 260.0),
        Label(tr("C’est à {name}", name=who.name), "title", align="center"),
        Label(
            tr("Les autres regardent ailleurs. Personne d’autre ne doit voir la suite."),
            "lead",
            align="center",
        ),
        Button(
            tr("Je suis {name}, montrer", name=who.short),
            "unveil",
            Draft(Unveiled(who=who.id)),
            "primary",
            hint="⏎",
        ),
        Button(
            tr("Rendre l’ordinateur"),
            "give-back",
            Do(PassTo(who=None), then=(Unveiled(),)),
        ),
    ]
    card = Card(Column(lines, "l", "center"), "xl", "xl")
    return page(header(view, ui), centred(card, 1100.0))


def nowhere(view: View, ui: Ui) -> None:
    """A secret is shown and confirmed by who sits there, and by no remote control."""


def private(view: View, ui: Ui) -> Element:
    """One holder's own screen: secrets, tokens to place one by one, then confirm."""
    assert view.choice is not None
    who = view.character(view.audience.character or sitting(view) or "")
    buttons = _decide(view, ui, who)
    if me(view) is None:
        back = Do(PassTo(who=None), then=(Unveiled(),))
        buttons.append(Button(tr("Cacher et rendre"), "give-back", back))
    words = Column([secret_card(view, who), Grow(legend_at_first(view, ui, Spacer()))], "m")
    left = Column([named(who, 96.0, "heading"), Grow(Own(words, 1.2))], "m")
    large = 1.4 if len(view.projects) <= _LINES else 1.0
    right = Column([_hand(view, who), Grow(Own(placing(view, ui, who, True), large))], "m")
    body = Row([Grow(Own(left), 1, 480), Grow(Own(right), 1.75, 800)], "xl", "stretch")
    return page(header(view, ui), body, actions(view, ui, buttons, _beside(view, ui, who)))


def _placed(view: View) -> bool:
    """Whether the one who looks has placed a token."""
    return view.choice is not None and any(sum(tokens) for _, tokens in view.choice.mine or ())


def _beside(view: View, ui: Ui, who: CharacterView) -> Element:
    """The question that the buttons answer, or what a token kept brings."""
    if ui.form(KeepsAll).who == who.id and not _placed(view):
        return Label(tr("Garder tous vos jetons, sans rien poser ?"), "strong", align="right")
    kept = number(who.secret.token_kept if who.secret else 0.0)
    words = tr("Chaque jeton gardé vous rapporte {n}, quoi qu’il arrive, et à vous uniquement.", n=kept)
    return Label(words, "small", align="right")


def _decide(view: View, ui: Ui, who: CharacterView) -> list[Element]:
    """Confirming: never by Space, which presses what has the focus, and drives the room as clickers do. A
    choice left untouched is asked about once: keeping everything must be meant. The safe answer stands where
    the question was asked, so that the focus is on it. Who plays alone has nobody to wait for.
    """
    on = GoOn() if me(view) is not None else None
    yes = Do(Confirm(who=who.id), then=(Unveiled(), KeepsAll()), after=on)
    hint = "Ctrl ⏎"
    if _placed(view):
        return [Button(tr("Confirmer mon choix"), "confirm", yes, "primary", hint=hint)]
    if ui.form(KeepsAll).who != who.id:
        return [Button(tr("Ne rien poser…"), "keep-all", Draft(KeepsAll(who=who.id)), hint=hint)]
    no = Draft(KeepsAll())
    return [
        Button(tr("Non, je choisis encore"), "keep-all", no, "primary", hint="⏎"),
        Button(tr("Oui, tout garder"), "confirm", yes, hint=tr("O")),
    ]


def _hand(view: View, who: CharacterView) -> Element:
    assert view.choice is not None
    left = view.choice.left or TokenCount()
    hand: Element = Label(tr("tout est posé"), "body", "quiet")
    if sum(left):
        listed_: tuple[tuple[int, TokenState], ...] = tuple(
            (kind, "given") for kind, n in enumerate(left) for _ in range(n)
        )
        keys = [f"mine.{kind}.{i}" for kind, n in enumerate(left) for i in range(n)]
        hand = Tokens(listed_, 44.0, keys=keys)
    mine = [promise for promise in view.promises if promise.who == who.id]
    rows: list[Element] = [Row([Label(tr("En main"), "heading"), Grow(hand)], "l")]
    for promise in mine:
        tokens = promised(promise.tokens, 30.0)
        words = Label(promise.sentence, "body", "note_ink")
        rows.append(
            Row([Label(tr("Vous avez promis"), "label", "note_ink", one_line=True), tokens, Grow(words)], "s")
        )
    rows += [_sealed(between, terms, "body") for between, terms in pacts.of(view, who.id)]
    return Card(Column(rows, "s"), "l", "m", "note", "note_line")


def _sealed(between: str, terms: str, style: str) -> Element:
    """A pact of who chooses, and what each of the two said in private that they would give."""
    words = Label([Span(f"{between}{NBSP}: ", "note_ink", True), Span(terms, "note_ink")], style)
    return Row([Picture("envelope", 28.0, "part"), Grow(words)], "s")


def placing(view: View, ui: Ui, who: CharacterView, worth: bool = False) -> Element:
    """One line for each open project: what it lacks, what this holder puts there, one token at a time; what
    waits this round is named beneath.

    `worth`: also what completing it would bring them, which is for their eyes only.
    """
    lines, waits = _lines(view, ui, who, worth), postponed(view)
    return Column([Grow(lines), *waits], "s") if waits else lines


def _lines(view: View, ui: Ui, who: CharacterView, worth: bool) -> Element:
    """Where tokens can be put."""
    assert view.choice is not None
    mine = dict(view.choice.mine or ())
    left = view.choice.left or TokenCount()
    used = {kind: sum(mine.get(p.id, TokenCount())[kind] for p in view.projects) for kind in range(3)}
    owned = TokenCount(*(left[kind] + used[kind] for kind in range(3)))
    before = [0, 0, 0]
    rows: list[Element] = []
    short: list[Element] = []
    helping: list[Element] = []
    fetching: list[Element] = []
    for project in view.projects:
        if project.put_off:
            continue
        here = mine.get(project.id, TokenCount())
        names = [f"mine.{k}.{left[k] + before[k] + i}" for k in range(3) for i in range(here[k])]
        before = [b + h for b, h in zip(before, here, strict=True)]
        if project.fetches and view.ballot is not None:
            if any(own and cost for own, cost in zip(owned, project.cost, strict=True)):  # else nothing to do
                fetching.append(_fetch(view, ui, who, project, here, left, names))
            continue
        if project.group and view.groups is not None:
            helping.append(Grow(_help(view, ui, who, project, here, left, owned, names)))
            continue
        rows.append(_project_line(view, ui, who, project, here, left, owned, names, worth))
        short.append(_project_line(view, ui, who, project, here, left, owned, names, worth, short=True))
    spread: list[Element] = []
    for i, row in enumerate(rows):
        spread += [*([Rule()] if i else []), Grow(row)]
    by_page: Element = paged(ui, "placing", rows, "m")
    if fetching:  # always in sight, whatever page is open
        below = Grid(fetching, _ABREAST, "m", "xs")
        few = Column([*spread, Rule(), below], "s")
        fewer = Column([*(Grow(row) for row in short), Rule(), below], "s")
        return Card(Fullest([few, Own(fewer), Column([Grow(by_page), Rule(), below], "s")]), "l", "m")
    if helping:  # whoever may be helped stays in sight, whatever page is open
        few = Column([*spread, Row(helping, "m", "stretch")], "s")
        turned = Column([Grow(by_page), Row(helping, "m", "stretch")], "s")
        return Card(Fullest([Own(few), turned]), "l", "m")
    if len(rows) > _LINES:  # needs that lie face down come besides what is open
        brief = Column([Grow(row) for row in short], "s")
        return Card(Fullest([Own(Column(spread, "s")), Own(brief), by_page]), "l", "m")
    return Card(Fullest([Column(spread, "s"), by_page], when_large=True), "l", "m")


def _help(
    view: View,
    ui: Ui,
    who: CharacterView,
    project: ProjectView,
    here: TokenCount,
    left: TokenCount,
    owned: TokenCount,
    keys: list[str],
) -> Element:
    """A group that may be helped: its table, and the only kind of token that this holder may put there."""
    assert view.groups is not None
    group = view.groups.group(project.group)
    most = most_here(view, who.id, project) or project.cost
    own = group.member == who.id
    kind = 2 if own else 0
    more = (
        here[kind] < most[kind] and left[kind] > 0 and project.placed[kind] + here[kind] < project.cost[kind]
    )
    put: list[Element] = []
    if owned[kind]:
        put.append(_stepper(who, project, kind, here[kind], more))
    if keys:
        put.append(Tokens(tuple((kind, "given") for _ in range(here[kind])), 34.0, keys=keys))
    words = tr("demander de l’aide") if own else tr("aller aider {at}", at=group.at)
    said: Element = Label(capital(words), "label", "part" if own else "ink", max_lines=2)
    about = card.opens(project, ui, Row([table(view, group, 96.0), Grow(said)], "xs"))
    return Column([about, Row(put, "s") if put else Label(tr("rien à y poser"), "tiny")], "xs")


def _fetch(
    view: View,
    ui: Ui,
    who: CharacterView,
    project: ProjectView,
    here: TokenCount,
    left: TokenCount,
    keys: list[str],
) -> Element:
    """A public that may be fetched: its sign and name, and the one time that this holder may put there."""
    assert view.ballot is not None
    public = view.ballot.public(project.fetches)
    kind = next((k for k in range(3) if project.cost[k]), 0)
    more = left[kind] > 0 and project.placed[kind] + here[kind] < project.cost[kind]
    words = Column(
        [Label(public.title, "label", "ink", max_lines=2), Label(brings(view, public, short=True), "tiny")],
        "none",
    )
    about = card.opens(project, ui, Row([Mark(34.0, public.number), Grow(words)], "xs"))
    put: Element = Spacer()
    if here[kind] or left[kind]:
        put = _stepper(who, project, kind, here[kind], more)
    return Row([Grow(about), put], "xs")


def _project_line(
    view: View,
    ui: Ui,
    who: CharacterView,
    project: ProjectView,
    here: TokenCount,
    left: TokenCount,
    owned: TokenCount,
    keys: list[str],
    worth: bool,
    short: bool = False,
) -> Element:
    lacks = [max(c - p, 0) for c, p in zip(project.cost, project.placed, strict=True)]
    most = most_here(view, who.id, project)
    free = [most is None or here[k] < most[k] for k in range(3)]
    kinds = [k for k in range(3) if owned[k]]
    steps: list[Element] = [
        _stepper(who, project, k, here[k], free[k] and left[k] > 0 and here[k] < lacks[k]) for k in kinds
    ]
    mine = Tokens(tuple((k, "given") for k in range(3) for _ in range(here[k])), 34.0, keys=keys)
    lacking = Tokens.filled((0, 0, 0), lacks, 26.0, promised=project.promised)
    lack: Element = Label(tr("plus rien ne manque"), "tiny", "kept")
    if sum(lacks):
        lack = Row([Label(lack_word(project), "tiny", one_line=True), Grow(lacking)], "s")
    said = [Label(project.title, "name", max_lines=2), sites.brings(project), lack]
    said += [*where_given(view.corners, project, "tiny"), *each_round_told(view, project), *in_line(project)]
    if short:
        brought = Flow([sites.brings(project), *_worth(project, worth)], "m", "none")
        mark = lacking if sum(lacks) else lack
        said = [Flow([Label(project.title, "name", max_lines=2), mark], "m", "none"), brought]
    elif project.listening:
        said = overheard(project, lacking if sum(lacks) else lack)
    if most == TokenCount() and project.corners:
        said.append(Label(project.corners_said, "tiny", "part"))
    elif most == TokenCount():
        away = tr("vous n’y êtes pas") if worth else away_words(view, project)
        said.append(Label(away, "tiny", "part"))
    if project.dislodges_said:
        said.append(Label(project.dislodges_said, "tiny", "part"))
    if not short:
        said += _worth(project, worth)
    words = card.opens(project, ui, Column(said, 4.0))
    given_: Element = mine if keys else Label(tr("rien"), "small")
    put: Element = Row(steps, "l") if steps else Spacer()
    return Row([Grow(words, 2, 300), Grow(given_, 1, 90), put], "m")


def _worth(project: ProjectView, told: bool) -> list[Element]:
    """What completing it would bring who looks."""
    if not told or project.worth is None:
        return []
    words = tr("pour vous, s’il se termine : {n}", n=signed(project.worth, 1))
    if project.idea is not None and project.idea.worth is not None:
        words = tr(
            "pour vous, recevable : {n} ; financée : {funded}",
            n=signed(project.worth, 1),
            funded=signed(project.idea.worth, 1),
        )
    return [Label(words, "tiny", "note_ink")]


def _stepper(who: CharacterView, project: ProjectView, kind: int, here: int, more: bool) -> Element:
    base = f"{project.id}.{KINDS[kind]}"
    less: Intent = Do(Place(who=who.id, project=project.id, token=KINDS[kind], by=-1))
    add: Intent = Do(Place(who=who.id, project=project.id, token=KINDS[kind], by=1))
    row: list[Element] = [
        Button("−", f"less.{base}", less, "chip", enabled=here > 0),
        Column(
            [Tokens(((kind, "given"),), 28.0), Label(str(here), "name", align="center")], "none", "center"
        ),
        Button("+", f"more.{base}", add, "chip", enabled=more),
    ]
    return Row(row, "xs")
