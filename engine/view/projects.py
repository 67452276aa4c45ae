"""Projects and promises, as an audience sees them."""

from engine.fixed import to_float
from engine.play.game import Game, count, plus, trio
from engine.play.phases import negotiation
from engine.play.table import PromiseRecord, Trio
from engine.rules.ballot import is_idea
from engine.rules.board import CARTE_BLANCHE
from engine.rules.sites import is_works
from engine.rules.values import commons_points, own_value
from engine.telling import corners as words_of_corners
from engine.telling import devices, places, timetable
from engine.telling import groups as words_of_groups
from engine.telling import projects as words
from engine.telling.helping import groups_of
from engine.telling.listening import place_listened_in
from engine.telling.reader import character_card, project_card
from engine.view import ballot, groups, sites
from engine.view.foresight import foresight
from engine.view.types import Change, Personal, ProjectView, PromiseView, TokenCount
from engine.view.veil import Seen


def project(seen: Seen, id_: str, placed: Trio | None = None, if_kept: bool = False) -> ProjectView:
    """One project; `placed` replaces what lies on it now, where it has left the table; `if_kept`, whether
    words kept would complete it."""
    game, said = seen.game, words.words(seen.game, seen.reader, id_)
    p = game.names.project(id_)
    card = project_card(game, id_)
    place = (card.where or "") if card is not None else ""
    listening = place_listened_in(game.scenario.places, id_) is not None
    out = game.putting_out(id_) if game.deciding else ()
    return ProjectView(
        id=id_,
        title=said.title,
        short=said.short,
        text=said.text,
        pictogram=said.pictogram,
        cost=count(trio(game.state.cost[p])),
        placed=count(trio(game.state.placed[p]) if placed is None else placed),
        promised=count(trio(game.state.said[p])),
        changes=_changes(seen, id_, said.changes),
        rounds_left=min(max(0, game.board.open_rounds - int(game.state.age[p])), _rounds_to_go(game)),
        carte_blanche=id_ == CARTE_BLANCHE,
        effects=(*said.effects, *_lifts(seen, id_)),
        rung=said.rung,
        rung_means=said.rung_means,
        worth=None if listening else _worth(seen, p),
        during=said.during,
        personal=tuple(
            Personal(who, points, said, character_card(game, who).face)
            for who, points, said in devices.personal(game, seen.reader, id_)
        ),
        if_kept=if_kept,
        put_off=game.round is not None and id_ in game.round.put_off,
        refers=_refers(seen, id_),
        place=place,
        where=places.at(game, seen.reader, place),
        listening=listening,
        overheard=_overheard(seen, id_, place, listening),
        heard_by=places.listened(game, seen.reader, id_),
        hours=tuple((hour.split(".")[0], hour.split(".")[1]) for hour in card.occupies) if card else (),
        hours_said=timetable.hours(game, seen.reader, id_),
        dislodges=tuple(words.title(game, seen.reader, other) for other in out),
        dislodges_said=timetable.puts_out(game, seen.reader, id_) if out else "",
        clashes=game.clashes(id_) if game.deciding else (),
        group=words_of_groups.of_project(groups_of(game), id_),
        touches=tuple(groups.touches(seen, id_)),
        changes_said=words_of_groups.changes_said(game, seen.reader, id_) if game.deciding else "",
        works=sites.works(seen, id_, _rounds_to_go(game)),
        softens=sites.softens(seen, id_),
        idea=ballot.of_project(seen, id_),
        fetches=ballot.fetches(id_),
        corners=card.corners if card is not None else (),
        corners_said=words_of_corners.where(game, seen.reader, id_),
    )


def _changes(seen: Seen, id_: str, written: tuple[Change, ...]) -> tuple[Change, ...]:
    """What a project changes; and what it would bring the common good now through groups."""
    game = seen.game
    if game.scenario.groups is None or not game.deciding:
        return written
    gate, points = game.scenario.gate, commons_points(game.board, game.state, game.names.project(id_))
    moved = {change.indicator: change.by for change in written} | {gate: points}
    return words.changes_of(game, seen.reader, moved)


def _overheard(seen: Seen, id_: str, place: str, listening: bool) -> str:
    """What was overheard of a need: of one that lies face down, and of one that was heard."""
    if listening:
        return seen.read(seen.lying[place]) if place in seen.lying else ""
    card = project_card(seen.game, id_)
    return seen.read(card.overheard) if card is not None and card.overheard is not None else ""


def _refers(seen: Seen, id_: str) -> str:
    card = project_card(seen.game, id_)
    return (card.briefing or "") if card is not None else ""


def _worth(seen: Seen, p: int) -> float | None:
    """What a project would bring the holder who looks; of works, once their hoarding falls; of an idea, as it
    becomes eligible: what the vote may bring is told by itself."""
    who = seen.audience.character
    if who is None or who not in seen.secrets:
        return None
    board, state, i = seen.game.board, seen.game.state, seen.game.names.character(who)
    apart = is_works(board, p) or is_idea(board, p)
    whole = int(board.worth[i, p]) if apart else own_value(board, state, i, p)
    return round(to_float(whole), 1)


def _lifts(seen: Seen, project: str) -> tuple[str, ...]:
    """Which presuppositions it lifts, told to who may know of them."""
    card = project_card(seen.game, project)
    pairs = card.lifts if card is not None else ()
    return tuple(words.lift(seen.game, seen.reader, *pair) for pair in pairs if _known(seen, *pair))


def _known(seen: Seen, who: str, about: str) -> bool:
    """Whether the one who looks may know that a character still believes something of another."""
    members = seen.game.names.characters
    if who not in seen.secrets or about not in members:
        return False
    return bool(seen.game.state.believes[seen.game.names.character(who), seen.game.names.character(about)])


def _rounds_to_go(game: Game) -> int:
    """Rounds in which tokens can still be placed, the present one included until its reveal."""
    played = len(game.table.rounds) - game.deciding
    return max(0, game.schedule.rounds - played)


def projects(seen: Seen) -> tuple[ProjectView, ...]:
    """The projects on the table; after the reveal, those of the round, as it left them."""
    game = seen.game
    record = game.round
    if record is None or not game.laid_open:
        ahead = foresight(game)
        built = {id_ for id_ in game.open if ahead is not None and ahead.completed[game.names.project(id_)]}
        return tuple(project(seen, id_, if_kept=id_ in built) for id_ in game.open)
    return tuple(project(seen, id_, left_with(seen, id_)) for id_ in record.open)


def left_with(seen: Seen, id_: str) -> Trio | None:
    """What lay on a project when the last reveal took it off the table; None if it is still there."""
    game, record = seen.game, seen.game.records[-1]
    p = game.names.project(id_)
    if record.completed[p]:
        return trio(game.state.cost[p])
    return trio(record.lost[p]) if record.lapsed[p] else None


def promise(seen: Seen, record: PromiseRecord) -> PromiseView:
    """One promise with its sentence: "aux droits, si Youssef y donne du temps"."""
    return PromiseView(
        record.id,
        record.who,
        record.project,
        TokenCount(*record.tokens),
        words.promise(seen.game, seen.reader, record),
        conditional=record.if_who is not None,
        toward=words.toward(seen.game, seen.reader, record.project),
        on=record.if_who or "",
    )


def promises(seen: Seen) -> tuple[PromiseView, ...]:
    record = seen.game.round
    if record is None or not seen.game.in_round:
        return ()
    return tuple(promise(seen, p) for p in record.promises)


def unheard(seen: Seen) -> tuple[str, ...]:
    """Who lets people speak first, and has not announced yet."""
    return negotiation.unheard(seen.game) if seen.game.deciding else ()


def promised_in_all(seen: Seen, who: str) -> Trio:
    """What a character promised this round, over all projects."""
    record = seen.game.playing
    return plus(*(p.tokens for p in record.promises if p.who == who))
