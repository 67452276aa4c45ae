"""Negotiation: writing down who promises what, and taking it back; its tabs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.content.model import Tokens
from engine.language import amid, capital, tr
from engine.play.commands import Promise, Withdraw
from engine.telling.ballot import voices
from engine.telling.vocabulary import listed
from engine.view.types import Legal, ProjectView, PromiseView, TokenCount, View
from game.console import baton, corners, own_card, walking
from game.console.asking import ask_form
from game.console.hearing import asking_tabs
from game.console.pacts import pact_form
from game.console.pieces import (
    by_id,
    chips,
    labelled,
    limits_of,
    name_of,
    picked,
    projects,
    seats,
    token_steppers,
)
from game.front.alone import me, next_to_speak
from game.front.drafts import Form
from game.front.intents import Do, InRoom, Intent
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer
from game.pieces.parts import before, kind_name, legend_at_first, paged, promised
from game.pieces.pieces import changes_label, personal
from game.pieces.places import away_words, most_here
from game.screens.overlays import card

_KINDS = ("time", "means", "backing")


@dataclass(frozen=True, slots=True)
class Promising(Form):
    """A promise half made: who, on which project, which tokens, on condition that who else gives what."""

    who: str = ""
    project: str = ""
    tokens: tuple[int, int, int] = (0, 0, 0)
    if_who: str = ""
    if_kind: str = ""


def tabs(view: View) -> list[Tab]:
    """Where the walker goes; amend a carte blanche that waits; who sits where; promise, ask, speak of what
    passes on, ask to hear somebody, those announced.
    """
    found: list[Tab] = [*walking.tabs(view), *own_card.tabs(view), *corners.tabs(view)]
    if view.allows("promise"):
        found.append(("promise", tr("Engagement"), promise_form))
    if view.allows("ask"):
        found.append(("ask", tr("Demande"), ask_form))
    if view.allows("pact"):
        found.append(("pact", tr("Pacte"), pact_form))
    found += baton.tabs(view)
    found += asking_tabs(view)
    if view.promises:
        found.append(("promised", tr("Annoncés"), announced))
    return found


def promise_form(view: View, ui: Ui) -> Element:
    """Who, on what, how much, on what condition."""
    read = _read_in_the_room(view, ui)
    if read is not None:
        return whole_card(view, read)
    legal = view.allows("promise")
    assert legal is not None
    form = ui.form(Promising)
    who, project = (
        picked(form.who or next_to_speak(view, ui), legal.who),
        picked(form.project, legal.projects),
    )
    if not legal.projects:
        return Label(tr("Aucun chantier ouvert ne manque de jetons."), "body")
    most = _most(view, legal, who, project)
    tokens = tuple(min(value, limit) for value, limit in zip(form.tokens, most, strict=True))

    def given(now: tuple[int, ...]) -> Form:
        return replace(form, tokens=(now[0], now[1], now[2]))

    rows: list[Element] = []
    if len(seats(view, held=True)) > 1:
        say = chips("promise.who", seats(view, held=True), who, lambda one: replace(form, who=one), legal.who)
        rows.append(labelled(tr("Qui"), say))
    rows += _which(view, ui, legal, project)
    asked: Element = token_steppers("promise.tokens", tokens, most, given)
    found: ProjectView | None = by_id(view.projects, project)
    if found is not None and most_here(view, who, found) == TokenCount():
        asked = Label(away_words(view, found) or found.corners_said, "body", "part")
    rows.append(labelled(tr("Jetons"), asked))
    rows += [*_helping(view, who, found), *_fetching(view, found), *_phase(found), *_idea(found)]
    rows.append(labelled(tr("À condition"), _condition(view, ui, legal, who)))
    rows += [
        Grow(legend_at_first(view, ui, Spacer(), id="promise.legend")),
        _announce(view, ui, who, project, tokens),
    ]
    return Column(rows, "s")


def _which(view: View, ui: Ui, legal: Legal, project: str) -> list[Element]:
    """On what: a project; or, in a row of their own, a group that may be helped, a public to be fetched."""
    form, groups, ballot = ui.form(Promising), view.groups, view.ballot

    def kept(one: str) -> Form:
        return replace(form, project=one)

    apart = {one.id for one in view.projects if (one.group and groups) or (one.fetches and ballot)}
    known = [one for one in projects(view) if one[0] not in apart]
    which = chips("promise.project", known, project, kept, legal.projects)
    rows = [labelled(tr("Chantier"), Row([Grow(which), *_open(view, ui, project)], "s", "start"))]
    if groups is not None:
        named = [(group.card, group.title) for group in groups.groups if group.card in apart]
        if named:
            rows.append(
                labelled(tr("Ou aider"), chips("promise.project", named, project, kept, legal.projects))
            )
    if ballot is not None:
        come = [(one.card, f"{one.title} · {one.voices}") for one in ballot.publics if one.card in apart]
        if come:
            rows.append(
                labelled(tr("Ou chercher"), chips("promise.project", come, project, kept, legal.projects))
            )
    return rows


def _fetching(view: View, project: ProjectView | None) -> list[Element]:
    """Of a public that somebody goes to fetch: how many more would come, how many there are."""
    if project is None or not project.fetches or view.ballot is None:
        return []
    public = view.ballot.public(project.fetches)
    words = tr(
        "Un temps : {more} de plus. {now} aujourd’hui ; {left} au plus viendraient encore.",
        more=voices(min(public.fetched, public.more)),
        now=capital(voices(public.voices)),
        left=public.more,
    )
    return [Label(words, "small", "note_ink")]


def _idea(project: ProjectView | None) -> list[Element]:
    """Of an idea, what it costs, and how many find it good now."""
    idea = project.idea if project is not None else None
    if idea is None:
        return []
    words = tr("Idée à voter : {price}. Bonne pour {votes} aujourd’hui.", price=idea.price_told,
               votes=voices(idea.votes_now))  # fmt: skip
    return [Label(words, "small", "note_ink")]


def _helping(view: View, who: str, project: ProjectView | None) -> list[Element]:
    """What may be promised to a group: a token of time by anybody, and by its own member what asks for it."""
    if project is None or not project.group or view.groups is None:
        return []
    group = view.groups.group(project.group)
    names: Mapping[str, str] = {"name": name_of(view, group.member), "at": group.at}
    if group.member == who:
        words = tr("{name} est de ce groupe : un appui demande de l’aide, et l’autonomie reste.", **names)
    elif group.member:
        words = tr("Un temps pour aller {at}. {name} peut demander cette aide, d’un appui.", **names)
    else:
        words = tr("Un temps pour aller {at}. Personne ici ne peut demander cette aide.", **names)
    return [Label(words, "small", "note_ink")]


def _phase(project: ProjectView | None) -> list[Element]:
    """Of works, that the tokens go to one phase, and what each round does until the last is paid."""
    works = project.works if project is not None else None
    if works is None:
        return []
    words = tr("Tranche {n} sur {total}.", n=works.phase + 1, total=works.phases)
    return [Label(" ".join(filter(None, (words, works.each_said))), "small", "note_ink")]


def _read_in_the_room(view: View, ui: Ui) -> ProjectView | None:
    """The project whose card the room has open."""
    screen, about = ui.room.reading
    found: ProjectView | None = by_id(view.projects, about) if screen == card.SCREEN else None
    return found


def _open(view: View, ui: Ui, project: str) -> list[Element]:
    """What opens the chosen project's card in the room; in one window, over the panel too."""
    found: ProjectView | None = by_id(view.projects, project)
    opened: Intent | None = None
    if found is not None:
        opened = card.open_card(found) if ui.panel else InRoom(card.open_card(found))
    return [Button(tr("Lire la carte"), "read-card", opened, "chip", enabled=found is not None)]


def whole_card(view: View, project: ProjectView) -> Element:
    """What the room is reading, for who reads it aloud."""
    if project.listening:
        return Column([*_face_down(project), Grow(Spacer())], "s")
    rung = tr("Participation annoncée : {rung}", rung=project.rung)
    lines: list[Element] = [
        Label(project.title, "heading"),
        Label(project.text, "body"),
        changes_label(project.changes, "strong"),
        *personal(project),
        *[Label(effect, "body", "quiet") for effect in project.effects],
        *_worked(project),
        *_voted(view, project),
        Label(f"{rung} · {project.rung_means}", "body"),
    ]
    return Column([*lines, Grow(Spacer())], "s")


def _worked(project: ProjectView) -> list[Element]:
    """What works take and do while their hoarding stands, or what softens them, for who reads it aloud."""
    works = project.works
    if works is None:
        return [Label(project.softens.said, "body", "part")] if project.softens is not None else []
    said = works.said
    if works.ground_said:
        said = tr("{which} · le sol pris : {ground}", which=said, ground=works.ground_said)
    felt = " · ".join(one.words for one in works.felt)
    told = [Label(words, "body", "broken") for words in (works.each_said, felt) if words]
    return [Label(said, "body", "ink"), *told]


def _voted(view: View, project: ProjectView) -> list[Element]:
    """Of an idea, its price, what it changes once it is funded, and what each public thinks of it."""
    idea, ballot = project.idea, view.ballot
    if idea is None or ballot is None:
        return []
    moved = Row([Label(tr("Financée ({price}) :", price=idea.price_told), "strong"),
                 Grow(changes_label(idea.voted, "strong"))], "s")  # fmt: skip
    named = [Label(words, "body", "broken" if points < 0 else "kept") for _, points, words in idea.by_name]
    thought: list[str] = []
    for place, grade in enumerate(ballot.grades):
        who = [amid(ballot.public(one.public).title) for one in idea.opinions if one.grade == place]
        thought += [tr("{grade} : {who}", grade=capital(grade), who=listed(who))] if who else []
    return [moved, *named, Label(" · ".join(thought), "body", "quiet")]


def _face_down(project: ProjectView) -> list[Element]:
    """A need that nobody has heard yet, for who reads it aloud."""
    return [
        Label(capital(project.where), "heading"),
        Label(tr("« {text} »", text=project.overheard), "body"),
        Label(tr("2 personnes, 2 familles : un temps chacune"), "body"),
    ]


def _most(view: View, legal: Legal, who: str, project: str) -> TokenCount:
    """Of each kind, what the character can still promise and the project still needs."""
    free = limits_of(legal.limits).get(who, TokenCount())
    already = next((p.tokens for p in view.promises if p.who == who and p.project == project), TokenCount())
    found: ProjectView | None = by_id(view.projects, project)
    if found is None:
        return TokenCount(*(f + a for f, a in zip(free, already, strict=True)))
    rule = most_here(view, who, found)
    lack = (max(c - p, 0) for c, p in zip(found.cost, found.placed, strict=True))
    needs = map(min, lack, rule) if rule is not None else lack
    return TokenCount(*(min(f + a, need) for f, a, need in zip(free, already, needs, strict=True)))


def _condition(view: View, ui: Ui, legal: Legal, who: str) -> Element:
    own = me(view)  # where several promise, the list stays where it was for each of them
    others = [(c.id, c.short) for c in view.characters if c.id in (*legal.ids, who) and c != own]
    form = ui.form(Promising)
    on = form.if_who
    may = possible(legal, on) if on and on != who else ()
    free = ["", *(id for id in legal.ids if id != who)]
    kinds = [(kind, tr("donne : {kind}", kind=kind_name(i))) for i, kind in enumerate(_KINDS)]
    rows = [
        chips(
            "promise.if-who", [("", tr("aucune")), *others], on, lambda one: replace(form, if_who=one), free
        ),
        chips(
            "promise.if-kind", kinds, picked(form.if_kind, may), lambda one: replace(form, if_kind=one), may
        ),
    ]
    return Column(rows, "xs")


def possible(legal: Legal, who: str) -> tuple[str, ...]:
    """The kinds of token that somebody can give, so that a condition can be met."""
    return dict(legal.gives).get(who, _KINDS)


def _announce(view: View, ui: Ui, who: str, project: str, tokens: tuple[int, ...]) -> Element:
    form = ui.form(Promising)
    on = form.if_who
    ready = bool(who and project and sum(tokens))
    intent = None
    legal = view.allows("promise")
    may = possible(legal, on) if legal is not None and on else ()
    ready = ready and bool(may or not on)
    if ready:
        condition = {"if_who": on, "if_kind": picked(form.if_kind, may)} if on and on != who else {}
        given = Tokens(time=tokens[0], means=tokens[1], backing=tokens[2])
        command = Promise(who=who, project=project, tokens=given, **condition)
        intent = Do(command, then=(Promising(who="" if view.mode == "training" else form.who),))
    own = me(view)
    somebody = who and (own is None or who != own.id)
    word = tr("Annoncer pour {name}", name=name_of(view, who)) if somebody else tr("Annoncer")
    return Row([Button(word, "promise-say", intent, "primary", "⏎", enabled=ready), Grow(Spacer())])


def announced(view: View, ui: Ui) -> Element:
    """What has been promised; a holder's promise can be taken back while the negotiation lasts."""
    lines: list[Element] = [promise_line(view, promise) for promise in view.promises]
    return paged(ui, "promised", lines, "xs")


def promise_line(view: View, promise: PromiseView, named: bool = True) -> Element:
    """One promise; a button takes back what may be."""
    row: list[Element] = [before(Label(name_of(view, promise.who), "name"), 110.0)] if named else []
    row += [promised(promise.tokens, 24.0), Grow(Label(promise.sentence, "small", "ink"))]
    legal = view.allows("withdraw")
    if legal is not None and promise.id in legal.ids:
        intent = Do(Withdraw(promise=promise.id))
        row.append(Button(tr("Retirer"), f"withdraw.{promise.id}", intent, "chip"))
    return Row(row, "s")
