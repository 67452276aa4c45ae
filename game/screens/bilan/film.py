"""Page of the Bilan: the maps one after the other, as a film that the room moves on."""

from dataclasses import replace

from engine.debrief.types import Bilan
from engine.language import tr
from engine.view.types import MapView, MoveView, View
from game.front.drafts import Turned
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Column, Drawn, Element, Flow, Grow, Label, Row, Spacer, Span
from game.pieces.parts import Own, choice_chip, face
from game.screens.map.drawing import Shown, draw_map
from game.screens.map.posture_map import trusted

PAGE = "film"
"""The name under which it is kept which map is shown."""
_MOST = 4


def film(view: View, ui: Ui, data: Bilan) -> Element:
    """One map; the next comes with every face going its way."""
    at = min(max(ui.page(PAGE), 0), len(data.film) - 1)
    now = data.film[at]
    shown = replace(ui, drafts=ui.drafts.kept(Shown(str(view.phase.round), True)))
    there = replace(view, map=now)
    drawn = Drawn(lambda fit, rect: draw_map(fit, rect, there, shown))
    return Row([Grow(drawn, 2.35, 900), Grow(Own(_beside(view, data, at), 1.1), 1, 420)], "l", "stretch")


def named(at: int) -> str:
    """What a map of the film is called."""
    return tr("Au départ") if at == 0 else tr("Tour {n}", n=at)


def _beside(view: View, data: Bilan, at: int) -> Element:
    """Which map it is, what was built in that round, who went to another zone, how far they trust."""
    chips: list[Element] = [
        choice_chip(named(i), f"film-{i}", Draft(Turned(PAGE, i)), i == at) for i in range(len(data.film))
    ]
    now = data.film[at]
    lines: list[Element] = [Label(tr("Le chemin de chacun"), "title"), Flow(chips, "xs", "xs")]
    if at == 0:
        lines.append(Label(tr("Voici d’où l’on partait. Qui a fait le plus long chemin ?"), "lead", "quiet"))
    else:
        lines += [*_built(view, data, at), *_pacts(data, at), *_crossed(view, now)]
    return Column([*lines, Grow(Spacer()), trusted(now)], "m")


def _built(view: View, data: Bilan, at: int) -> list[Element]:
    """What was completed in a round; of ideas, what became eligible, and in the last one what is funded."""
    built = next((line.announced for line in data.participation if line.round == at), ())
    voted = [idea.title for _, idea in view.ballot.ideas] if view.ballot is not None else []
    done = [title for title, _ in built if title not in voted]
    eligible = [title for title, _ in built if title in voted]
    told = [tr("Achevé : {list}.", list=", ".join(done))] if done else []
    told += [tr("Recevable : {list}.", list=", ".join(eligible))] if eligible else []
    if view.ballot is not None and view.ballot.count is not None and at == len(data.film) - 1:
        funded = [one.title for one in view.ballot.count.funded]
        told += [tr("Financé : {list}.", list=", ".join(funded))] if funded else []
    return [Label(one, "body") for one in told]


def _pacts(data: Bilan, at: int) -> list[Element]:
    """The pacts of a round, and whether each of the two kept theirs."""
    told: list[Element] = []
    for pact in data.pacts:
        if pact.round == at:
            word = tr("Pacte rompu") if pact.broken_by else tr("Pacte tenu")
            first = Span(word + "\u00a0· ", "broken" if pact.broken_by else "kept", True)
            told.append(Label([first, Span("\u00a0· ".join(pact.became))], "small", "ink"))
    return told


def _crossed(view: View, now: MapView) -> list[Element]:
    """Who is in another zone than before: "hésitant → engagé"."""
    crossed = [move for move in now.moves if move.before.label != move.after.label]
    if not crossed:
        return [Label(tr("Personne n’a changé de zone."), "body", "quiet")]
    return [_way(view, move) for move in crossed[:_MOST]]


def _way(view: View, move: MoveView) -> Element:
    who = view.character(move.who)
    way = f"{move.before.word} → {move.after.word}"
    words = Column([Label(who.short, "name", one_line=True), Label(way, "small", "ink")], "none")
    return Row([face(who, 52.0), Grow(words)], "s")
