"""Pages of the Bilan about what the room said: opinions, participation, et si…, words noted."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.agreement import FEWEST_VOTERS
from engine.debrief.types import Alternative, Bilan, RungLine, StatementLine, WhatIfResult
from engine.language import current, ntr, tr
from engine.view.types import CharacterView, View
from game.front.drafts import Form
from game.front.intents import Draft, WhatIf
from game.front.state import Ui
from game.kit import (
    Bar,
    Button,
    Card,
    Column,
    Element,
    Grow,
    Label,
    Part,
    Pill,
    Row,
    Spacer,
    StackedBar,
    Tap,
)
from game.pieces.parts import Own, face, paged
from game.pieces.pieces import listed, verdict_bar, verdict_legend


@dataclass(frozen=True, slots=True)
class Changing(Form):
    """The choice that is asked about, "what if": its id; "" the first."""

    alternative: str = ""


"""The draft that holds which choice would be changed."""
_CHOICES = 8
_FEW = 3
"""Statements that one panel holds without pages."""


def undivided(view: View) -> str:
    """What is said where no question divided those who are there; a few around one computer are no room."""
    return tr("Rien ne vous a divisés.") if view.mode == "training" else tr("Rien n’a divisé la salle.")


def lines(statements: Sequence[StatementLine], empty: str) -> Card:
    """Statements with the room's answers, or a sentence when there is none."""
    rows: list[Element] = [_statement(line) for line in statements]
    if not rows:
        return Card(Label(empty, "body", "quiet"), "l", "m")
    return Card(listed(rows, "s"), "l", "m")


def _statement(line: StatementLine) -> Element:
    # only a sentence that somebody could say is quoted: the others are facts
    text = tr("« {text} »", text=line.text) if line.kind == "statement" else line.text
    words: list[Element] = [Grow(Label(text, "body"))]
    if line.moved:
        words.append(Pill(ntr("au moins {n} a bougé", "au moins {n} ont bougé", line.moved), "idea"))
    said = Label(_side(line), "label", "ink")
    return Column([Row(words, "s"), said, verdict_bar(line.yes, line.no, line.unsure, 36.0)], "xs")


def _side(line: StatementLine) -> str:
    """Where the room stands, in words: what most answer where that is an agreement, else both sides, and the
    one it leans to."""
    answers = ((line.yes_word, line.yes), (line.no_word, line.no))
    if line.word not in ("agree", "disagree"):
        both = [tr("{answer} : {n}", answer=answer, n=n) for answer, n in answers]
        return " · ".join([*([line.said] if line.word in ("rather", "rather-not", "unsure") else []), *both])
    answer, n = answers[line.word == "disagree"]
    total = line.yes + line.no + line.unsure
    said = tr("{answer} : {n} sur {total}", answer=answer, n=n, total=total)
    if line.everywhere is None:
        return said
    return " · ".join(
        [said, tr("dans chaque groupe") if line.everywhere else tr("pas dans tous les groupes")]
    )


def opinions(view: View, ui: Ui, data: Bilan) -> Element:
    """What unites beside what divides; what too few answered, and what most foresaw alike."""
    now = data.opinions
    left: list[Element] = [
        Label(tr("Ce qui nous rassemble"), "title"),
        Grow(_paged(ui, "unites", now.unites, tr("Aucun accord pour l’instant."))),
    ]
    if now.leans:
        left.append(Label(tr("Plutôt d’un côté, sans accord"), "heading"))
        left.append(Grow(_paged(ui, "leans", now.leans, "")))
    right: list[Element] = [Label(tr("Ce qui nous divise"), "title")]
    right.append(Grow(_paged(ui, "divides", now.divides, undivided(view))))
    if now.few:
        few = (
            tr("Les autres réponses") if view.mode == "training" else tr("Avec réserve : moins de 5 réponses")
        )
        right.append(Label(few, "heading"))
        right.append(Grow(_paged(ui, "few", now.few, "")))
    if now.foresaw:  # under whichever has more room
        under = left if now.few and not now.leans else right
        under.append(Label(tr("Nous l’avions cru ensemble"), "heading"))
        under.append(Grow(_paged(ui, "foresaw", now.foresaw, "")))
    legend: list[Element] = [
        Grow(verdict_legend(tr("oui, tiendra, COOP"), tr("non, ne tiendra pas, pas COOP")))
    ]
    if now.groups:
        legend.append(Label(_groups(data), "small", align="right"))
    body = Row([Grow(Column(left, "m")), Grow(Column(right, "m"))], "xl", "stretch")
    return Column([Grow(body), Row(legend, "m")], "m")


def _paged(ui: Ui, name: str, statements: Sequence[StatementLine], empty: str) -> Element:
    if not statements:
        return Own(lines((), empty), 1.2)
    rows = [_statement(line) for line in statements]
    if len(rows) <= _FEW:
        return Own(lines(statements, empty), 1.25)
    return Own(Card(paged(ui, name, rows, "m"), "l", "m"))


def _groups(data: Bilan) -> str:
    now = data.opinions
    names = " · ".join(f"{group.name} ({group.size})" for group in now.groups)
    if now.groups_are == "tables":
        return tr("groupes : les tables, indicatif · {names}", names=names)
    return tr("groupes d’avis trouvés · {names}", names=names)


# ---- Participation -------------------------------------------------------------------------------------


def participation(view: View, ui: Ui, data: Bilan) -> Element:
    """The rung announced beside the rung practised, round by round. Described, not scored."""
    cards: list[Element] = [Grow(_rung(line)) for line in data.participation[:6]]
    words = tr("Ce que les chantiers annonçaient, ce que les observateurs ont vu. Décrit, pas noté.")
    body = Row(cards, "m", "stretch") if len(cards) <= 4 else Column(_in_rows(cards), "m")
    return Column(
        [
            Label(tr("La participation, annoncée et pratiquée"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Own(body, 1.45)),
        ],
        "m",
    )


def _in_rows(cards: list[Element]) -> list[Element]:
    return [Grow(Row(cards[:3], "m", "stretch")), Grow(Row(cards[3:], "m", "stretch"))]


def _rung(line: RungLine) -> Element:
    rows: list[Element] = [Label(tr("Tour {n}", n=line.round), "heading"), Label(tr("annoncé"), "label")]
    for project, rung in line.announced[:4]:
        rows.append(Label(tr("« {project} », {rung}", project=project, rung=rung), "small", "ink"))
    if not line.announced:
        rows.append(Label(tr("aucun chantier achevé"), "small"))
    rows.append(Label(tr("pratiqué"), "label"))
    rows += [*_practised(line), Grow(Spacer())]
    return Card(Column(rows, "xs"), "l", "m")


def _by_whom(line: RungLine) -> list[Element]:
    """The rung that residents lived apart from what all the others did, where both were watched."""
    if line.residents is None or line.others is None:
        return [Label(line.practised or "", "subheading")]
    return [
        Label(tr("les habitants : {rung}", rung=line.residents.rung), "subheading"),
        Label(tr("les autres : {rung}", rung=line.others.rung), "small", "ink"),
    ]


def _practised(line: RungLine) -> list[Element]:
    """What the observers saw: a rung and shares, or plain numbers where they are too few to conclude from."""
    if line.shares is None:
        return [Label(tr("personne n’a coché"), "small")]
    names = (tr("informé"), tr("consulté"), tr("écouté"), tr("décidé"))
    if line.observers < FEWEST_VOTERS:
        few = ntr(
            "{n} observation : trop peu pour conclure",
            "{n} observations : trop peu pour conclure",
            line.observers,
        )
        seen = [
            (name, round(share * line.observers / 100))
            for name, share in zip(names, line.shares, strict=True)
        ]
        return [
            Label(few, "small"),
            Label(" · ".join(f"{name}\u00a0{n}" for name, n in seen), "small", "ink"),
        ]
    rows: list[Element] = _by_whom(line)
    for name, share in zip(names, line.shares, strict=True):
        cells = [
            Grow(Label(name, "tiny"), 1, 90),
            Grow(Bar(share / 100, "neutral", height=14.0), 1, 60),
            Label(tr("{n} %", n=share), "tiny", "ink"),
        ]
        rows.append(Row(cells, "s"))
    return rows


# ---- Et si… --------------------------------------------------------------------------------------------


def _result(ui: Ui, id: str) -> WhatIfResult | None:
    result = ui.what_if if isinstance(ui.what_if, WhatIfResult) else None
    return result if result is not None and result.alternative == id else None


def best_alternative(ui: Ui, data: Bilan) -> Element:
    """The alternative computed last, else the first one proposed."""
    last = ui.what_if.alternative if isinstance(ui.what_if, WhatIfResult) else ""
    chosen = next((a for a in data.alternatives if a.id == last), data.alternatives[0])
    rows = [Label(chosen.text, "label"), *_futures(ui, chosen, 64.0)]
    return Card(Column(rows, "s"), "l", "m")


def _futures(ui: Ui, alternative: Alternative, high: float) -> list[Element]:
    """What became of the paired continuations: to be computed, being computed, or told as one bar."""
    result = _result(ui, alternative.id)
    if result is None:
        intent = WhatIf(alternative.id)
        go = Button(tr("Calculer les suites"), f"what-if-{alternative.id}", intent)
        return [Row([go])]
    if result.done < result.total:
        share = result.done / max(result.total, 1)
        words = tr("On joue les suites : {n} %", n=int(100 * share))
        return [Label(words, "heading"), Bar(share, "gold", height=26.0)]
    better, same, worse = result.of_a_hundred()
    parts = (
        Part(better, "kept", tr("{n} mieux", n=better)),
        Part(same, "neutral", tr("{n} pareil", n=same)),
        Part(worse, "broken", tr("{n} moins bien", n=worse)),
    )
    played = tr("{n} suites jouées, mêmes dés, un seul choix changé.", n=_grouped(result.total))
    return [
        Label(tr("Sur 100 suites possibles"), "heading"),
        StackedBar(parts, high, "name"),
        Label(played, "small"),
    ]


def _grouped(number: int) -> str:
    """2 000 with a thin space, or 2,000."""
    return f"{number:,}".replace(",", "\u202f" if current() == "fr" else ",")


def what_if(view: View, ui: Ui, data: Bilan) -> Element:
    """One choice changed, paired continuations on the same dice."""
    chosen_id = ui.form(Changing).alternative
    chosen = next((a for a in data.alternatives if a.id == chosen_id), data.alternatives[0])
    known = {who.id: who for who in view.characters}
    rows: list[Element] = [
        _choosable(i, alternative, known.get(alternative.who), alternative == chosen)
        for i, alternative in enumerate(data.alternatives[:_CHOICES])
    ]
    left = Column([Label(tr("Un choix à changer"), "label"), Grow(Own(Column(rows, "s"), 1.25))], "s")
    who = known.get(chosen.who)
    head: list[Element] = [face(who, 130.0)] if who else []
    head.append(Grow(Label(chosen.text, "heading")))
    lines: list[Element] = [Row(head, "l"), *_futures(ui, chosen, 110.0)]
    gate = next((gauge.title for gauge in view.indicators if gauge.gate), "")
    better = tr("Mieux : cette fois, le but commun est atteint, ou « {title} » finit plus haut.", title=gate)
    lines.append(Label(better, "small"))
    if _result(ui, chosen.id) is None:
        words = tr("Et vous, que pariez-vous ? Dites-le avant de calculer.")
        lines.insert(1, Label(words, "lead", "quiet"))
    right = Card(Column(lines, "l", justify="center"), "xl", "l")
    body = Row([Grow(left, 1, 480), Grow(Own(right, 1.35), 1.25, 560)], "xl", "stretch")
    words = tr("On revient à ce moment, on change ce choix, et on laisse la suite se jouer.")
    return Column([Label(tr("Et si… ?"), "title"), Label(words, "lead", "quiet"), Grow(body)], "m")


def _choosable(i: int, alternative: Alternative, who: CharacterView | None, chosen: bool) -> Element:
    """One choice that may be changed: whose, and the question; the chosen one is dark."""
    colour = "on_night" if chosen else "ink"
    words = Label(alternative.text, "label", colour)
    row = Row([face(who, 48.0), Grow(words)], "m") if who else words
    card = Card(row, "s", 6.0, "night" if chosen else "panel", None if chosen else "line", edge=False)
    return Tap(card, f"alternative-{i}", Draft(Changing(alternative=alternative.id)), alternative.text)
