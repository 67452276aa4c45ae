"""La carte: who is where now, the way each came, who trusts whom, and why. A label names a situation."""

from dataclasses import dataclass

from engine.language import ntr, signed, tr
from engine.play.commands import PlacePosture
from engine.view.types import MapView, MoveView, Reason, View
from game.front.alone import me
from game.front.drafts import Form, Turned
from game.front.intents import Do, Draft, Go
from game.front.state import Ui, Way
from game.kit import (
    Bar,
    Button,
    Card,
    Column,
    Drawn,
    Element,
    Fit,
    Grow,
    Keyed,
    Label,
    Node,
    Rect,
    Row,
    Spacer,
    Span,
    Unseen,
)
from game.kit.nodes import Path
from game.pieces.families import families
from game.pieces.parts import Barer, Own, actions, apart, face, header, next_button, onward, page
from game.screens.map.drawing import Dragged, LetGo, Shown, draw_map, has_moved

_SHOWN = 2
_REASONS = 3
_LITTLE, _MUCH = 0.15, 0.45
"""Points below which a reason moved somebody a little, and from which on a lot."""
_LEAST = 0.05
"""Points: less is not shown, since places on the map are told to a tenth."""


@dataclass(frozen=True, slots=True)
class Figures(Form):
    """Whether the moves of the round `about` are told in points too; in words alone at first."""

    shown: bool = False


def _in_points(view: View, ui: Ui) -> bool:
    return ui.form(Figures, str(view.phase.round)).shown


def posture_map(view: View, ui: Ui) -> Element:
    """The map, and the words for the greatest moves."""
    now = view.map
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(map_way(view, ui))))
    right = _after(view, ui, now) if has_moved(view, ui) else _before(view)
    drawn = Drawn(lambda fit, rect: draw_map(fit, rect, view, ui))
    body = Row([Grow(drawn, 2.35, 900), Grow(Own(Column(right, "m")), 1, 480)], "l", "stretch")
    words = Label(tr("Une étiquette dit une situation, jamais une personne."), "small", align="right")
    signs = families(view, *_lines(view, ui))
    buttons: list[Element] = [*_buttons(view, ui), *_meanings(ui), *_figures(view, ui)]
    beside = page(header(view, ui), body, actions(view, ui, buttons, Column([words, signs], 2.0)))
    above = Column([Grow(body), signs], "s")  # the page on the zones says the rest
    return Barer(beside, page(header(view, ui), above, actions(view, ui, buttons, Spacer())))


def _lines(view: View, ui: Ui) -> list[Element]:
    """What the lines between faces mean, where there are any."""
    now, told = view.map, []
    if now is not None and now.links:
        told.append(_line("trust", False, tr("se font confiance")))
    if has_moved(view, ui):
        told.append(_line("quiet", True, tr("d’où l’on vient")))
    return told


def _line(colour: str, dotted: bool, words: str) -> Element:
    def draw(fit: Fit, rect: Rect) -> list[Node]:
        y = rect.y + rect.h / 2
        points = ((rect.x, y), (rect.right, y))
        ink = fit.colour(colour)
        return [Path(rect=rect, points=points, colour=ink, width=5.0, dotted=dotted, layer=fit.layer)]

    return Row([Drawn(draw, 40.0, 12.0), Label(words, "tiny", "ink", one_line=True)], "xs")


def _meanings(ui: Ui) -> list[Element]:
    """What the names of the zones mean, for who asks."""
    if ui.screen:
        return []
    return [Button(tr("Que veulent dire ces noms ?"), "zones", Go("zones"))]


def _figures(view: View, ui: Ui) -> list[Element]:
    """The points behind the words, for who asks; and the words again."""
    if ui.screen or not has_moved(view, ui):
        return []
    shown = _in_points(view, ui)
    turn = Draft(Figures(str(view.phase.round), not shown))
    forms = (tr("Les chiffres"), tr("Sans chiffres"))
    return [Button(forms[shown], "figures", turn, reserve=forms)]


def _before(view: View) -> list[Element]:
    """Before anybody moves: what the room thinks comes first."""
    words = tr("Voici où chacun se tenait au début du tour. Dites vers où, et pourquoi.")
    if me(view) is not None:
        words = tr("Voici où chacun se tenait au début du tour. Pensez-y avant de regarder.")
    return [Label(tr("Qui va bouger, à votre avis ?"), "title"), Label(words, "lead", "quiet")]


def _after(view: View, ui: Ui, now: MapView) -> list[Element]:
    right: list[Element] = [Label(tr("Qui est où, maintenant ?"), "title")]
    page = told(now, _page(view, ui))
    right += [Keyed(_move(view, ui, m), f"move.{m.who}", False, appears="unfold") for m in page]
    unit = Label(tr("En points d’énergie pour ou contre le changement, de 1 à 4."), "small")
    if _in_points(view, ui):
        right.append(unit)
    return [*right, *_others(view, ui, now), Grow(Spacer()), trusted(now)]


def _others(view: View, ui: Ui, now: MapView) -> list[Element]:
    """How many more moved, and the way to why; how many of them wait for their holder's word."""
    every, page = ranked(now), told(now, _page(view, ui))
    if len(every) <= _SHOWN:
        return []
    waiting = sum(move.proposed for move in every) - sum(move.proposed for move in page)
    words = ntr("{n} autre place est proposée", "{n} autres places sont proposées", waiting)
    last = (_page(view, ui) + 1) * _SHOWN >= len(every)
    turn = Draft(Turned(_page_name(view), 0 if last else _page(view, ui) + 1))
    label = tr("Revoir les premiers") if last else tr("Pourquoi les autres ?")
    more = Button(label, "other-moves", turn, "chip")
    said: Element = Label(words, "small", align="right") if waiting > 0 else Spacer()
    return [Row([more, Grow(said)], "s")]


def _page_name(view: View) -> str:
    return f"map.{view.phase.round}"


def _page(view: View, ui: Ui) -> int:
    return ui.page(_page_name(view))


def told(now: MapView, page: int = 0) -> list[MoveView]:
    """The moves put in words on one page."""
    every = ranked(now)
    return every[page * _SHOWN : (page + 1) * _SHOWN] or every[:_SHOWN]


def ranked(now: MapView) -> list[MoveView]:
    """All who moved: those waiting for their holder's word, then the greatest moves."""

    def size(move: MoveView) -> float:
        return abs(move.after.synergy - move.before.synergy) + abs(
            move.after.antagonism - move.before.antagonism
        )

    found = sorted(now.moves, key=lambda move: (not move.proposed, -size(move)))
    return [move for move in found if move.proposed or (move.reasons and size(move) >= _LEAST)]


def _buttons(view: View, ui: Ui) -> list[Element]:
    """Going on; or, once a face was let go elsewhere, placing it there or taking it back."""
    way, who = map_way(view, ui), _dragged(view, ui)
    if not who or not has_moved(view, ui):
        return [*next_button(way)]
    put_back = Button(tr("Remettre"), "put-back", Draft(Dragged(who)))
    return [*next_button(way, "place"), put_back]


def map_way(view: View, ui: Ui) -> Way | None:
    """Who moves, then the place of a face that was let go, then the next step."""
    if view.map is None:
        return onward(view, ui)
    if not has_moved(view, ui):
        return Way(tr("Voir qui bouge"), Draft(Shown(str(view.phase.round), True)))
    who = _dragged(view, ui)
    if not who:
        return onward(view, ui)
    synergy, antagonism = ui.form(Dragged, who).at or (0.0, 0.0)
    command = PlacePosture(who=who, synergy=round(synergy, 2), antagonism=round(antagonism, 2))
    return Way(
        tr("Placer {name} ici", name=view.character(who).short), Do(command, then=(Dragged(who), LetGo()))
    )


def _dragged(view: View, ui: Ui) -> str:
    """Whose face was let go elsewhere and waits for its holder's word; "" for none."""
    who = ui.form(LetGo).who
    return who if who and ui.form(Dragged, who).at and view.allows("place-posture") is not None else ""


def _move(view: View, ui: Ui, move: MoveView) -> Element:
    who = view.character(move.who)
    way = (
        f"{move.before.word} → {move.after.word}"
        if move.before.label != move.after.label
        else move.after.word
    )
    points = _in_points(view, ui)
    if points:
        way = " · ".join(part for part in (way, _net(move)) if part)
    head = Row(
        [face(who, 76.0), Grow(Column([Label(move.headline, "subheading"), Label(way, "small")], "none"))],
        "m",
    )
    lines: list[Element] = [head]
    if move.reasons:
        lines.append(Column([Label(words, "body") for words in _reasons(move, points)], 4.0))
    legal = view.allows("place-posture")
    if move.proposed and legal is not None and move.who in legal.who:
        accept = Do(PlacePosture(who=move.who), then=(Dragged(move.who),))
        yes = Button(tr("Accepter"), f"accept-{move.who}", accept, "chip")
        ask = Label(tr("ou déplacez son visage"), "tiny")
        lines.append(Unseen([yes]) if apart(view, ui) else Row([yes, Grow(ask)], "s"))
    return Card(Column(lines, "s"), "l", "s")


def _net(move: MoveView) -> str:
    """By how much somebody moved in all, whatever the reasons add up to one by one."""
    moved = (
        (move.after.synergy - move.before.synergy, tr("pour")),
        (move.after.antagonism - move.before.antagonism, tr("contre")),
    )
    told = [f"{signed(by, 1)}\u00a0{kind}" for by, kind in moved if abs(by) >= _LEAST]
    return tr("en tout {moves}", moves=", ".join(told)) if told else ""


def _reasons(move: MoveView, points: bool) -> list[list[Span]]:
    """What happened, then what it moved: "la maison de santé a rouvert : plus pour, un peu moins contre"; in
    `points`, "+0,3 pour, −0,1 contre".

    Green when it brings nearer, red when it takes away; one line for each thing that happened: first those
    that explain the move.
    """
    told: dict[str, list[Reason]] = {}
    for reason in (*move.toward, *move.despite):
        told.setdefault(reason.text, []).append(reason)
    link = " " if points else tr(" : ")
    small = [] if move.toward else [[Span(tr("de petites choses s’ajoutent"))]]
    against = set(told) - {reason.text for reason in move.toward}
    said = {text: tr("malgré ceci : {reason}", reason=text) if text in against else text for text in told}
    lines = [[Span(said[text] + link), *_moves(told[text], points)] for text in told]
    return [*small, *lines][:_REASONS]


def _moves(reasons: list[Reason], points: bool) -> list[Span]:
    spans: list[Span] = []
    for reason in reasons:
        good = reason.by > 0 if reason.of == "synergy" else reason.by < 0
        kind = tr("pour") if reason.of == "synergy" else tr("contre")
        if spans:
            spans.append(Span(", "))
        words = f"{signed(reason.by, 1)}\u00a0{kind}" if points else _how_far(reason.by, kind)
        spans.append(Span(words, "kept" if good else "broken", True))
    return spans


def _how_far(by: float, kind: str) -> str:
    """A move in words: nobody reads tenths of a point from the back of a room."""
    size = abs(by)
    if size < _LITTLE:
        return tr("un peu plus {kind}", kind=kind) if by > 0 else tr("un peu moins {kind}", kind=kind)
    if size < _MUCH:
        return tr("plus {kind}", kind=kind) if by > 0 else tr("moins {kind}", kind=kind)
    return tr("bien plus {kind}", kind=kind) if by > 0 else tr("bien moins {kind}", kind=kind)


def trusted(now: MapView) -> Element:
    """How far all trust each other, as a bar."""
    bar = Row(
        [
            Grow(Bar(now.mutual_trust / 100, "gold", height=20.0, track="night_track")),
            Label(str(now.mutual_trust), "number", "on_night", one_line=True),
        ],
        "m",
    )
    lines: list[Element] = [Label(tr("Confiance mutuelle"), "label", "night_quiet"), bar]
    return Card(Column(lines, "xs"), "l", "m", "night", None, edge=False)
