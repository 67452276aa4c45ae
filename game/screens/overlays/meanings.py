"""What the words of the game's pictures mean: the quartier's gauges, the zones of the map."""

from engine.language import tr
from engine.view.types import IndicatorView, View, ZoneView
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Picture, Row, Spacer
from game.pieces.over import close, sheet, spread
from game.pieces.parts import face, legend_explained
from game.pieces.pieces import gate_words


def gauges(view: View | None, ui: Ui) -> Element:
    """Every gauge in a sentence, and what the common good needs."""
    indicators = view.indicators if view is not None else ()
    rows: list[Element] = [_gauge(indicator) for indicator in indicators]
    rule = gate_words(view) if view is not None else ""
    if rule:
        rows.append(Card(Label(rule, "body", "part"), "l", "s", "part_soft", None, edge=False, radius="m"))
    title = Label(tr("Que disent les jauges ?"), "title")
    return spread(title, Column(rows, "m", justify="between"), [close(), Grow(Spacer())])


def tokens(view: View | None, ui: Ui) -> Element:
    """What each kind of token stands for."""
    return sheet(tr("Que sont les jetons ?"), legend_explained(44.0, "lead"), [close()], 1200.0)


def steps_of_participation() -> tuple[tuple[str, str], ...]:
    """How far somebody was taken along in a round, each step with what it means; the last is the highest."""
    return (
        (tr("rien"), tr("Les autres ont décidé. Il l’a appris après, ou pas du tout.")),
        (tr("informé"), tr("On lui a dit ce qui allait se faire.")),
        (tr("consulté"), tr("On lui a demandé ce qu’il en pensait.")),
        (tr("écouté"), tr("Ce qu’il a dit a changé quelque chose.")),
        (tr("décidé"), tr("Il a décidé avec les autres.")),
    )


def ladder(view: View | None, ui: Ui) -> Element:
    """What those who follow a character without holding it are asked: one hand each, at one step."""
    ask = tr(
        "Vous suivez un personnage sans le tenir ? Une main, une fois : la dernière marche qu’il a vécue."
    )
    rows: list[Element] = [Label(ask, "lead", "quiet")]
    for i, (word, meaning) in enumerate(steps_of_participation()):
        told = Column([Label(word, "subheading"), Label(meaning, "body")], "none")
        rows.append(Row([Label(str(i), "number"), Grow(told)], "l"))
    held = [who for who in view.characters if who.held] if view is not None else []
    faces = Flow([face(who, 64.0) for who in held], "s", "s")
    title = Label(tr("Ce tour, jusqu’où est-on allé avec lui ?"), "title")
    return spread(title, Column([*rows, faces], "m", justify="between"), [close(), Grow(Spacer())])


def _gauge(indicator: IndicatorView) -> Element:
    words = Column([Label(indicator.title, "subheading"), Label(indicator.explained, "body")], "none")
    return Row([Picture(indicator.pictogram, 52.0), Grow(words), Label(str(indicator.value), "number")], "l")


def zones(view: View | None, ui: Ui) -> Element:
    """Every name of the map in a sentence. It names a situation, never a person."""
    found = view.map.zones if view is not None and view.map is not None else ()
    grid = Grid([_zone(zone) for zone in found], 2, "xl", "m", fill=True)
    warning = Label(tr("Une étiquette dit une situation, jamais une personne."), "strong", align="right")
    title = Label(tr("Que veulent dire ces noms ?"), "title")
    return spread(title, grid, [close(), Grow(warning)])


def _zone(zone: ZoneView) -> Element:
    return Column([Label(zone.title, "subheading"), Label(zone.explained, "body"), Spacer()], "none")
