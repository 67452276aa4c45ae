"""The great moments of a round, each in its place: the last round as it opens, the room's own project as it
comes; after a reveal's rows the pacts opened, the projects completed and those put out of their hours, the
needs heard, the presuppositions fallen, what passes from hand to hand, and whether the common good rose;
before the needs,
the hoardings that went up and what all of them cost, the groups that woke, were helped, fell asleep, and
what corners recognised of what was read.
"""

from collections.abc import Iterator, Mapping

from engine.language import capital, ntr, tr
from engine.view.types import Fallen, ProjectOutcome, ProjectView, RevealView, View
from game.front.alone import me
from game.front.intents import Draft
from game.front.state import Ui, Way
from game.front.told import Told, moments_of
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Label,
    Pad,
    Picture,
    Row,
    Struck,
    Tokens,
    Unseen,
    centred,
)
from game.pieces.moment import Moment, inks, moves, poster, project_picture
from game.pieces.parts import SIDE, actions, apart, face, keys_hint, looking_back, next_button
from game.pieces.pieces import lacking
from game.screens.round import counted, dislodged, helped, pacts, recognised, works
from game.screens.round.heard import MOST_HEARD, heard
from game.screens.round.rows import all_open

MOST_FALLEN = 2
"""Presuppositions that are told one by one; the others are counted."""
_OWN = "kiosk"


def standing(view: View, ui: Ui) -> Moment | None:
    """The moment that the room's screen shows now; None mostly."""
    at = _at(view, ui)
    return _sequence(view)[at] if at is not None and at >= 0 else None


def ahead(view: View, ui: Ui) -> bool:
    """Whether a moment is shown, or comes next."""
    return _at(view, ui) is not None


def told(view: View, ui: Ui) -> bool:
    """Whether the whole reveal was seen: its rows, and the moments after them."""
    return all_open(view, ui) and not ahead(view, ui)


def _at(view: View, ui: Ui) -> int | None:
    """Which moment is shown; -1 where the facts are, before the first; None where none is left."""
    if looking_back(ui) or ui.damage:
        return None
    sequence = _sequence(view)
    if not sequence or (view.phase.kind == "reveal" and not all_open(view, ui)):
        return None
    at = ui.form(Told, moments_of(view)).steps - _before(view)
    return at if at < len(sequence) else None


def _before(view: View) -> int:
    """Steps before the first moment: at a reveal, all the facts stand there once without what follows."""
    return 1 if view.phase.kind == "reveal" else 0


def way(view: View, ui: Ui) -> Way | None:
    """On to the next moment, or to what is beneath."""
    at = _at(view, ui)
    if at is None:
        return None
    last = at + 1 == len(_sequence(view))
    word = tr("Ce que ça change") if last and view.phase.kind == "reveal" else tr("La suite")
    return Way(word, Draft(Told(moments_of(view), at + 1 + _before(view))))


def moment(view: View, ui: Ui) -> Element:
    """The moment's card over the whole screen. A key goes past all that come together."""
    shown = standing(view, ui)
    assert shown is not None
    past = Unseen([Button(tr("Passer"), "moments-skip", past_all(view))])
    hint = (
        None if apart(view, ui) else keys_hint((tr("Espace"), tr("continuer")), (tr("Échap"), tr("passer")))
    )
    foot = actions(view, ui, [past, *next_button(way(view, ui))], hint)
    return Pad(Column([Grow(poster(shown)), foot], "m"), SIDE, 40.0)


def past_all(view: View) -> Draft:
    """Past all that come together, to what is beneath."""
    return Draft(Told(moments_of(view), len(_sequence(view)) + _before(view)))


def notes(shown: Moment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What whoever leads says and does while a moment stands."""
    return (shown.read,), (tr("Laissez un silence, puis demandez : {question}", question=shown.ask),)


# ---- Which they are ------------------------------------------------------------------------------------


def _sequence(view: View) -> tuple[Moment, ...]:
    kind = view.phase.kind
    if kind == "situation" and view.phase.round == view.phase.rounds > 1:
        return (_last_round(view),)
    if kind == "negotiation" and view.carte_blanche_new:
        return tuple(_own(view, project) for project in view.projects if project.carte_blanche)
    return tuple(_of_reveal(view)) if kind == "reveal" else ()


def _of_reveal(view: View) -> Iterator[Moment]:
    now = view.reveal
    if now is None:
        return
    yield from pacts.moments_of(view)
    done = [one for one in now.outcomes if one.state == "complete" and not _apart(one.project)]
    yield from (_complete(view, now, outcome) for outcome in done)
    yield from works.moments_of(view, now)
    yield from dislodged.moments_of(view, now)
    yield from helped.moments_of(view, now)
    yield from recognised.moments_of(view, now)
    yield from counted.moments_of(view, now)
    others = len(now.heard) - MOST_HEARD
    for i, need in enumerate(now.heard[:MOST_HEARD]):
        yield heard(view, need, others if i + 1 == MOST_HEARD else 0)
    more = len(now.fallen) - MOST_FALLEN
    for i, one in enumerate(now.fallen[:MOST_FALLEN]):
        yield _fell(view, one, more if i + 1 == MOST_FALLEN else 0)
    yield from dislodged.handed(view, now)
    yield _gate(view, now)


def _apart(project: ProjectView) -> bool:
    """Whether it is going to listen, to help or to fetch somebody, which is told by itself."""
    return project.listening or bool(project.group) or bool(project.fetches)


def _last_round(view: View) -> Moment:
    """What is still open stands beside the words: that is what may be lost."""
    ground = "part"
    loud, _ = inks(ground)
    lines: list[Element] = []
    if view.projects:
        known = [_open(project) for project in view.projects if not _apart(project)]
        lines = [Label(tr("Encore à finir :"), "lead", loud), Flow(known, "m", "s")]
        hidden = [_unheard(project) for project in view.projects if project.listening]
        if hidden:
            lines += [Label(tr("Encore à entendre :"), "lead", loud), Flow(hidden, "m", "s")]
    total = view.phase.rounds
    return Moment(
        id="last",
        ground=ground,
        kind=tr("Tour {n} sur {total}", n=total, total=total),
        title=tr("Dernier tour"),
        read=tr("C’est le dernier tour. Ce qui n’est pas fini à la fin est perdu."),
        ask=tr("Que voulez-vous voir fini ce soir ?"),
        picture=centred(Picture("calendar", 380.0, loud)),
        lines=lines,
    )


def _open(project: ProjectView) -> Element:
    words = Row([Picture(project.pictogram, 40.0), Label(project.title, "name")], "s")
    return Card(words, "m", "s", edge=False, border=None, radius="m")


def _unheard(project: ProjectView) -> Element:
    words = Row([Picture("ear", 40.0, "night_gold"), Label(capital(project.where), "name", "on_night")], "s")
    return Card(words, "m", "s", "night", None, edge=False, radius="m")


def _own(view: View, project: ProjectView) -> Moment:
    needs = Row([Tokens.of(lacking(project), "missing", 44.0), Grow(moves(project.changes))], "l")
    read = tr("La salle a écrit son propre chantier : « {name} ».", name=project.title)
    if view.mode == "training":
        read = tr("Votre chantier est sur la table, avec les autres.")
    return Moment(
        id="own",
        ground="gift",
        kind=tr("Carte blanche"),
        title=project.title,
        read=read,
        ask=tr("Qui s’y engage ?"),
        picture=project_picture(view, project, "gift", _OWN),
        lines=[Card(needs, "l", "m", edge=False, border=None)],
    )


def _complete(view: View, now: RevealView, outcome: ProjectOutcome) -> Moment:
    project = outcome.project
    loud, _ = inks("kept")
    falls = works.fell(now, project)
    lines: list[Element] = (
        [Card(moves(project.changes), "l", "m", edge=False, border=None)] if project.changes else []
    )
    lines += counted.eligible_lines(view, project)
    # What nobody gains tells that the common good did not rise: that moment is still to come.
    counts = [words for points, words in outcome.benefits if now.commons.rose or points < 0]
    if counts:
        told = ["\u00a0".join(words.rsplit(" ", 1)) for words in counts]
        lines.append(Label(" · ".join(told), "lead", loud))
    return Moment(
        id=f"complete.{project.id}",
        ground="kept",
        kind=tr("La palissade tombe") if falls else _done(project),
        title=project.title,
        read=outcome.built,
        ask=tr("Qui y gagne, et qui reste de côté ?")
        if project.idea is None
        else tr("Qui la trouvera bonne ?"),
        picture=works.falls(view, project) if falls else project_picture(view, project, "kept"),
        lines=lines,
        moves=falls,
    )


def _done(project: ProjectView) -> str:
    """What a complete project is; of what has to be voted, that it may be."""
    return tr("Chantier terminé") if project.idea is None else tr("Idée recevable")


def _fell(view: View, one: Fallen, more: int) -> Moment:
    """What was believed, crossed out, under the face of who believed it and of whom."""
    lines = [_crossed(view, i, *belief) for i, belief in enumerate(one.believed)]
    loud, _ = inks("idea")
    if more:
        lines.append(Label(more_fallen(more), "lead", loud))
    two = len(one.believed) > 1
    return Moment(
        id=f"fell.{one.who}.{one.other}",
        ground="idea",
        kind=tr("Deux présupposés tombent") if two else tr("Un présupposé tombe"),
        title="",
        read=one.said,
        ask=tr("Qu’est-ce que vous voyez autrement, maintenant ?"),
        picture=centred(
            Row([face(view.character(one.who), 270.0), face(view.character(one.other), 270.0)], "s")
        ),
        instead=Column(lines, "l"),
    )


def _crossed(view: View, i: int, who: str, other: str, what: str) -> Element:
    mine = me(view)
    names: Mapping[str, str] = {"who": view.character(who).short, "other": view.character(other).short}
    said = tr("{who} croyait de {other} :", **names)
    if mine is not None and mine.id == who:
        said = tr("Vous croyiez de {other} :", other=names["other"])
    elif mine is not None and mine.id == other:
        said = tr("{who} croyait de vous :", who=names["who"])
    struck = Label(tr("« {text} »", text=what), "title", "on_colour")
    return Column([Label(said, "lead", "on_colour"), Struck(struck, "gold", f"struck.{i}")], "xs")


def more_fallen(others: int) -> str:
    """How many presuppositions fell besides those that are told."""
    return ntr("et {n} autre présupposé", "et {n} autres présupposés", others)


def _gate(view: View, now: RevealView) -> Moment:
    commons = now.commons
    ground = "kept" if commons.rose else "night"
    loud, said = inks(ground)
    gate = next((gauge.pictogram for gauge in view.indicators if gauge.gate), "commons")
    arrow = "▲" if commons.after > commons.before else "▼" if commons.after < commons.before else "="
    return Moment(
        id="gate",
        ground=ground,
        kind=commons.title,
        title="",
        read=commons.sentence,
        ask=tr("Qu’est-ce qui l’a fait monter ?") if commons.rose else tr("Qu’est-ce qui a manqué ?"),
        picture=centred(Picture(gate, 380.0, loud)),
        lines=[Label(commons.why, "lead", said), *helped.counts(view, now, said)],
        instead=Label(f"{commons.before} → {commons.after} {arrow}", "count", loud, one_line=True),
    )
