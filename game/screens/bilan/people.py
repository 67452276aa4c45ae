"""Pages of the Bilan about the place and its people: the ending, who kept their word, quartier × moi."""

import math
from collections.abc import Sequence

from engine.debrief.types import Bilan, PactLine, ResultLine, TrustNetwork, VoiceLine, WordLine
from engine.language import ntr, signed, tr
from engine.view.types import CharacterView, View
from game.front.alone import me
from game.front.state import Ui
from game.kit import (
    Card,
    Column,
    Drawn,
    Element,
    Fit,
    Flow,
    Grow,
    Label,
    Landscape,
    Node,
    Rect,
    Row,
    Spacer,
    Span,
)
from game.kit.nodes import Path
from game.pieces.parts import Own, face, number, paged
from game.pieces.pieces import listed, quartier
from game.pieces.rumours import rumour_told
from game.pieces.terms import explained

_SEEN = 45
"""Mutual trust, of 100, from which a line is drawn."""


def _ended(view: View) -> tuple[str, str]:
    """How it ended, and what there is to say of it."""
    if view.ending is not None:
        return view.ending.title, view.ending.text
    if view.outcome == "open":
        return (
            tr("Une fin à trouver"),
            tr("Tous les tours sont joués, et aucune des fins prévues ne convient : dites la vôtre."),
        )
    return (
        tr("La partie s’arrête ici"),
        tr("Elle n’est pas allée jusqu’au bout : ce qui a été vécu se débat quand même."),
    )


def ending(view: View, ui: Ui, data: Bilan) -> Element:
    """How it ended, told; no score."""
    title, text = _ended(view)
    facts = [view.title, ntr("{n} tour", "{n} tours", data.rounds)]
    if me(view) is None:
        facts.append(ntr("{n} participant", "{n} participants", data.participants))
    lines: list[Element] = [
        Label(" · ".join(facts), "label"),
        explained(view.terms, title, "display", "ending-title", max_lines=2, beside=text),
        explained(view.terms, text, "lead", "ending"),
        *[rumour_told(one) for one in view.untold],
        Flow([face(who, 100.0) for who in view.characters], "s", "s"),
        Grow(Landscape(view.neighbourhood, 200.0, radius=18.0)),
    ]
    gauges = quartier(view, ui, since_start=True)
    return Row(
        [Grow(Own(Column(lines, "m")), 2.1, 800), Grow(Own(gauges, 1.3), 1, 440)],
        "xl",
        "stretch",
    )


def _name(view: View, id: str) -> CharacterView | None:
    return next((who for who in view.characters if who.id == id), None)


# ---- Who kept their word -------------------------------------------------------------------------------


def kept(view: View, ui: Ui, data: Bilan) -> Element:
    """Promises kept and broken, one line each; the trust network at the start and at the end."""
    table = _words_table(view, data.words_kept, data.pacts)
    start = {(a, b): s for a, b, s, _ in data.network.pairs}
    end = {(a, b): e for a, b, _, e in data.network.pairs}
    networks = Column(
        [
            Label(tr("Confiance au début"), "label"),
            Grow(Drawn(lambda fit, rect: network(fit, rect, view, data.network, start), 300.0, 120.0)),
            Label(tr("Confiance à la fin"), "label"),
            Grow(Drawn(lambda fit, rect: network(fit, rect, view, data.network, end), 300.0, 120.0)),
        ],
        "xs",
    )
    body = Row([Grow(Own(table, 1.4), 1.5, 760), Grow(Card(networks, "l", "m"), 1, 480)], "xl", "stretch")
    return Column([Label(tr("Qui a tenu parole ?"), "title"), Grow(body)], "m")


def voices(view: View, ui: Ui, data: Bilan) -> Element:
    """What each simulated character remembers, in its own voice, and the fact behind it."""
    cells = [_voice(who, line) for line in data.voices if (who := _name(view, line.who)) is not None]
    rows: list[Element] = [
        Row([Grow(cell) for cell in cells[i : i + 2]], "l") for i in range(0, len(cells), 2)
    ]
    if len(cells) % 2:
        rows[-1] = Row([Grow(cells[-1]), Grow(Spacer())], "l")
    words = tr("Les personnages simulés disent pourquoi. Leur donneriez-vous raison ?")
    return Column(
        [
            Label(tr("Ce qu’ils ont sur le cœur"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Own(Card(paged(ui, "voices", rows, "m"), "l", "m"), 1.3)),
        ],
        "m",
    )


def _voice(who: CharacterView, line: VoiceLine) -> Element:
    words: list[Element] = [
        Label(who.name, "label"),
        Label(tr("« {text} »", text=line.says), "strong"),
        Label(line.decided, "small"),
    ]
    return Row([face(who, 72.0), Grow(Column(words, "none"))], "m")


_FACTS = ("kept", "part", "broken", "void")
"""Colours of what became of promises, in the order of the columns; the last is quiet."""


def _words_table(view: View, lines: Sequence[WordLine], pacts: Sequence[PactLine]) -> Element:
    """One line for each character: how many of its promises were kept, in part, not kept, void; pacts, where
    any were sealed; and gifts."""
    found = [(who, line) for line in lines if (who := _name(view, line.who)) is not None]
    if not found:
        return Card(Label(tr("Personne n’a rien promis."), "body"), "l")
    void = any(line.void for _, line in found)
    heads = [tr("tenues"), tr("en partie"), tr("non tenues"), *([tr("sans objet")] if void else [])]
    heads += [tr("en pacte")] if pacts else []
    head = _cells([Label(tr("Ses promesses"), "label")], [*heads, tr("jetons donnés en plus")])
    rows = [_word_line(who, line, void, pacts) for who, line in found]
    return Card(listed([head, *rows], 6.0), "l", "m")


def _cells(first: Sequence[Element], texts: Sequence[str | Element]) -> Element:
    cells = [Label(text, "label", align="center") if isinstance(text, str) else text for text in texts]
    return Row([Grow(first[0], 2.2, 230), *[Grow(cell, 1, 100) for cell in cells]], "s")


def _in_pacts(who: CharacterView, pacts: Sequence[PactLine]) -> Element:
    """How many of somebody's pacts they kept, and how many they did not, or not all of."""
    theirs = [who.id not in pact.broken_by for pact in pacts if who.id in (pact.who, pact.other)]
    counts = ((sum(theirs), "✓\u00a0", "kept"), (theirs.count(False), "✗\u00a0", "broken"))
    spans = [Span(f"{sign}{n}", colour) for n, sign, colour in counts if n]
    if not spans:
        return _count(0, "", "quiet")
    return Label([*spans[:1], *(Span(" ") for _ in spans[1:]), *spans[1:]], "subheading", align="center")


def _word_line(who: CharacterView, line: WordLine, void: bool, pacts: Sequence[PactLine] = ()) -> Element:
    counts = [line.kept, line.part, line.broken, *([line.void] if void else [])]
    signs = ("✓ ", "◆ ", "✗ ", "")
    cells: list[Element] = [
        _count(n, sign, "quiet" if colour == "void" else colour)
        for n, sign, colour in zip(counts, signs, _FACTS, strict=False)
    ]
    cells += [_in_pacts(who, pacts)] if pacts else []
    cells.append(_count(line.gifts, "+ ", "gift"))
    return _cells([Row([face(who, 64.0), Grow(Label(who.name, "name"))], "m")], cells)


def _count(n: int, sign: str, colour: str) -> Element:
    """A number with its sign, so that its colour does not say it alone; nothing is a quiet dash."""
    return Label(f"{sign}{n}" if n else "–", "subheading", colour if n else "quiet", "center", one_line=True)


def network(
    fit: Fit, rect: Rect, view: View, data: TrustNetwork, weights: dict[tuple[str, str], int]
) -> list[Node]:
    """Faces in a ring, a line between those who trust each other: the thicker, the more."""
    people = list(view.characters)
    if not people:
        return []
    size = min(72.0, rect.h / 3.2, rect.w / max(len(people) / 2, 1) / 1.2)
    a, b = (rect.w - size) / 2, (rect.h - size) / 2
    x0, y0 = rect.centre
    spots = {}
    for i, who in enumerate(people):
        angle = 2 * math.pi * i / len(people) - math.pi / 2
        spots[who.id] = (x0 + a * math.cos(angle), y0 + b * math.sin(angle))
    nodes: list[Node] = []
    for (one, other), weight in sorted(weights.items(), key=lambda item: item[1]):
        if one in spots and other in spots and weight >= _SEEN:
            points = (spots[one], spots[other])
            area = Rect(
                min(points[0][0], points[1][0]),
                min(points[0][1], points[1][1]),
                abs(points[0][0] - points[1][0]),
                abs(points[0][1] - points[1][1]),
            )
            width = 1.0 + (weight - _SEEN) / (100 - _SEEN) * 9.0
            nodes.append(
                Path(rect=area, points=points, colour=fit.colour("trust"), width=width, layer=fit.layer)
            )
    for who in people:
        x, y = spots[who.id]
        nodes += face(who, size).place(fit, Rect(x - size / 2, y - size / 2, size, size))
    return nodes


# ---- Quartier × moi ------------------------------------------------------------------------------------


def four_cases(view: View, ui: Ui, data: Bilan) -> Element:
    """The common goal is reached or not, and each one's own: four cases, never a ranking."""
    if data.success is None:
        return _undecided(view, data)
    reached = data.success
    rows: list[Element] = []
    for together in (True, False):
        cells: list[Element] = []
        for mine in (True, False):
            people = [line for line in data.results if line.reached is mine] if together is reached else []
            cells.append(Grow(_case(view, together, mine, people, together is reached)))
        rows.append(Grow(Row(cells, "m", "stretch"), 3.0 if together is reached else 1.0))
    words = tr("Quatre issues, aucun classement : lesquelles étaient possibles ensemble ?")
    return Column(
        [
            Label(tr("{place} et moi", place=view.place.first), "title"),
            Label(words, "lead", "quiet"),
            *([Label(data.aim, "strong")] if data.aim else []),
            Grow(Own(Column(rows, "m"), 1.6)),
            *_elsewhere(view, data),
        ],
        "m",
    )


_MOST_GAPS = 3


def _elsewhere(view: View, data: Bilan) -> list[Element]:
    """Where holders saw their character elsewhere than the model did: something to ask them about."""
    told = [
        tr(
            "{name} au tour {n} ({pro} pour, {con} contre)",
            name=who.short, n=gap.round, pro=signed(gap.synergy, 1), con=signed(gap.antagonism, 1),
        )
        for gap in data.gaps
        if (who := _name(view, gap.who)) is not None
    ]  # fmt: skip
    if not told:
        return []
    more = len(told) - _MOST_GAPS
    if more > 0:
        told = [*told[:_MOST_GAPS], ntr("et {n} autre", "et {n} autres", more)]
    return [
        Label(
            tr("Placés ailleurs que ne le proposait le modèle : {list}.", list=tr(" ; ").join(told)), "small"
        )
    ]


def _undecided(view: View, data: Bilan) -> Element:
    """Without an ending a session says nothing of the place; what each had gained stands."""
    faces: list[Element] = [_one(who, line) for line in data.results if (who := _name(view, line.who))]
    why = tr("La séance s’est arrêtée avant la fin")
    if view.outcome == "open":
        why = tr("Aucune des fins prévues ne convient")
    words = tr(
        "Rien n’était encore joué pour {place}. Ce que chacun avait obtenu jusque-là :",
        place=view.place.inside,
    )
    inside: list[Element] = [
        Label(why, "subheading"),
        Label(words, "lead", "quiet"),
        Flow(faces, "l", "s"),
        Grow(Spacer()),
    ]
    card = Card(Column(inside, "m"), "l", "m", edge=True)
    head = Label(tr("{place} et moi", place=view.place.first), "title")
    return Column([head, Grow(Own(card, 1.4))], "m")


def _case(view: View, together: bool, mine: bool, people: list[ResultLine], lived: bool) -> Element:
    head = Label(_case_title(together, mine), "subheading", None if lived else "quiet")
    faces = [_one(who, line) for line in people if (who := _name(view, line.who)) is not None]
    inside: list[Element] = [head]
    if faces:
        inside.append(Flow(faces, "l", "s"))
    elif lived:
        inside.append(Label(tr("personne"), "small"))
    inside.append(Grow(Spacer()))
    return Card(Column(inside, "m"), "l", "m", "panel" if lived else "paper", edge=lived)


def _case_title(together: bool, mine: bool) -> str:
    """One of the four cases, said by who lived it."""
    if not together:
        return (
            tr("J’ai sauvé ce que je voulais, pas le but commun")
            if mine
            else tr("Ni le but commun, ni ce que je voulais")
        )
    if mine:
        return tr("But commun atteint, et j’ai sauvé ce que je voulais")
    return tr("But commun atteint, et moi j’y ai laissé quelque chose")


def _one(who: CharacterView, line: ResultLine) -> Element:
    gain = tr("{gain} · but : {goal}", gain=number(line.gain), goal=number(line.goal))
    return Row(
        [
            face(who, 64.0),
            Column([Label(who.short, "name", one_line=True), Label(gain, "tiny", one_line=True)], "none"),
        ],
        "s",
    )
