"""A room in corners, as an audience sees it."""

from collections.abc import Iterator

from engine.content.model import Corner
from engine.play.game import Game
from engine.play.phases.strips import KIND, question
from engine.play.table import StripRecord
from engine.play.votes import questions
from engine.telling import corners as words
from engine.telling.projects import title
from engine.telling.reader import project_card
from engine.view.types import BridgeView, CornersView, CornerView, GuestView, SealView, StripView
from engine.view.veil import Seen
from engine.view.votes import counts


def room(seen: Seen) -> CornersView | None:
    """The corners, who sits where, what was read and what may be built between them; None where the room does
    not sit so."""
    game, written = seen.game, seen.game.scenario.corners
    if written is None or not game.corners:
        return None
    stand = len(list(_stands(game)))
    return CornersView(
        title=seen.read(written.title),
        noun=seen.read(written.noun),
        scribe=game.scribe,
        words=written.strips.words,
        corners=tuple(_corner(seen, corner) for corner in game.corners),
        guests=tuple(
            GuestView(who, game.sits(who), game.inviting(who), words.guest(game, seen.reader, who))
            for who in game.guests
        ),
        bridges=tuple(_bridges(seen)),
        seals=tuple(_seals(seen)),
        faithful=stand,
        faithful_said=words.faithful(stand),
        worth_said=words.worth(game, seen.reader),
        arranged_said=words.arranged(game, seen.reader),
        strips=tuple(
            tuple(strip(seen, one, record.number) for one in record.strips) for record in game.table.rounds
        )
        if game.over
        else (),
    )


def _corner(seen: Seen, corner: Corner) -> CornerView:
    game = seen.game
    k = game.corner(corner.id)
    record = game.round
    invited = int(game.state.asked_by[k])
    own = next((one for one in record.strips if one.corner == corner.id), None) if record else None
    return CornerView(
        id=corner.id,
        title=seen.read(corner.title),
        at=seen.read(corner.at),
        member=corner.member,
        guests=tuple(who for who in game.guests if game.sits(who) == corner.id),
        invited=game.names.characters[invited] if invited >= 0 else "",
        project=_own_project(game, corner.id),
        strip=strip(seen, own, len(game.table.rounds)) if own is not None else None,
        said=words.who_is_there(game, seen.reader, corner),
    )


def _own_project(game: Game, corner: str) -> str:
    for id_ in game.open:
        card = project_card(game, id_)
        if card is not None and card.corners == (corner,):
            return id_
    return ""


def strip(seen: Seen, record: StripRecord, number: int) -> StripView:
    """A strip of the round of that number."""
    game, reader = seen.game, seen.reader
    now = number == len(game.table.rounds)
    asked = question(game, record.corner) if now and game.table.phase == KIND else ""
    open_ = asked in questions(game)
    ballot = game.table.ballots.get(f"fidelity:{number}.{game.corner(record.corner) + 1}")
    yes, no, partly = ballot.counts() if ballot is not None else (0, 0, 0)
    own, aloud = words.written(game, reader, record), words.read_aloud(game, reader, record)
    return StripView(
        corner=record.corner,
        title=words.name(game, reader, record.corner),
        number=game.corner(record.corner) + 1,
        text=own,
        to=record.to,
        to_title=words.name(game, reader, record.to) if record.to else "",
        read=aloud,
        arranged=record.arranged,
        changed=words.changed(own, aloud) if aloud else 0,
        verdict=record.verdict,  # type: ignore[arg-type]
        said=words.said(game, reader, record),
        told=words.told(game, reader, record),
        verdict_said=words.verdict(record.verdict),
        why=words.why_in_part(game, record),
        question=asked if open_ else "",
        counts=(yes, partly, no) if yes + partly + no else None,
        asked=counts(seen, asked) if open_ else None,
    )


def _bridges(seen: Seen) -> Iterator[BridgeView]:
    """Those whose two ends are there, in the order of the scenario."""
    game, there = seen.game, {corner.id for corner in seen.game.corners}
    for card in game.scenario.projects:
        if len(card.corners) < 2 or not there.issuperset(card.corners):
            continue
        one, other = card.corners
        stand = {(of, at): since for of, at, since in _stands(game)}
        said = (one, other) in stand, (other, one) in stand
        late = all(said) and max(stand[one, other], stand[other, one]) >= game.schedule.rounds
        built = bool(game.state.done[game.names.project(card.id)])
        yield BridgeView(
            project=card.id,
            title=title(game, seen.reader, card.id),
            pictogram=card.pictogram,
            one=card.corners[0],
            other=card.corners[1],
            one_said=said[0],
            other_said=said[1],
            state="built" if built else ("none", "half", "open")[sum(said)],
            said=words.bridge(game, seen.reader, card.id, *said, built, late),
        )


def _seals(seen: Seen) -> Iterator[SealView]:
    for of, at, since in _stands(seen.game):
        yield SealView(of, at, since, words.seal(seen.game, seen.reader, of, at))


def _stands(game: Game) -> Iterator[tuple[str, str, int]]:
    """What stands recognised: of which corner, in which other, since which round; what was recognised in this
    round too, before it counts."""
    now = game.round if len(game.records) < len(game.table.rounds) else None  # then the seals say it all
    fresh = {(one.corner, one.to) for one in now.strips if one.verdict == "yes"} if now is not None else set()
    for one in game.corners:
        for other in game.corners:
            since = int(game.state.sealed[game.corner(one.id), game.corner(other.id)])
            if since or (one.id, other.id) in fresh:
                yield one.id, other.id, since or len(game.table.rounds)


def revealed(seen: Seen) -> tuple[StripView, ...]:
    """The strips of the round that was revealed, as they counted."""
    game = seen.game
    return tuple(
        strip(seen, one, len(game.records)) for one in game.table.rounds[len(game.records) - 1].strips
    )
