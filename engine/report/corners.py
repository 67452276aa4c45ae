"""A session → what its record tells of a room in corners: seats, strips, seals and bridges."""

from collections.abc import Iterator, Mapping

from engine.language import ntr, tr, typo
from engine.play.game import Game
from engine.play.table import RoundRecord
from engine.report import strips as made
from engine.telling import corners as words
from engine.telling.people import short
from engine.telling.reader import Reader
from engine.telling.vocabulary import listed
from engine.view.types import View

Seen = Mapping[tuple[int, str], View]
"""What the room saw at the end of phases, by round and phase."""


def told(game: Game, reader: Reader, now: View, seen: Seen) -> dict[str, tuple[object, ...]]:
    """The parts of a record that are about corners, by name; all empty where a room does not sit so."""
    if now.corners is None:
        return {}
    rounds = game.table.rounds[: len(game.records)]
    return {
        "corners": tuple(one for record in rounds for one in _seated(game, reader, record)),
        "strips": tuple(one for record in rounds for one in _strips(game, reader, record)),
        "seals": tuple(_seals(now, seen)),
        "bridges": tuple(_bridges(game, now)),
    }


def _seated(game: Game, reader: Reader, record: RoundRecord) -> Iterator[made.Seated]:
    for corner in game.corners:
        guests = [short(game, who) for who, at in record.seated.items() if at == corner.id]
        title, member = reader.read(corner.title), short(game, corner.member)
        yield made.Seated(
            round=record.number, corner=title, member=member, guests=tuple(guests),
            said=words.seated(title, member, guests),
        )  # fmt: skip


def _strips(game: Game, reader: Reader, record: RoundRecord) -> Iterator[made.Strip]:
    for strip in record.strips:
        own, aloud = words.written(game, reader, strip), words.read_aloud(game, reader, strip)
        yield made.Strip(
            round=record.number,
            corner=words.name(game, reader, strip.corner),
            to=words.name(game, reader, strip.to) if strip.to else "",
            written=typo(own),
            read="" if strip.arranged and aloud == own else typo(aloud),
            arranged=strip.arranged,
            changed=words.changed(own, aloud) if aloud else 0,
            verdict=strip.verdict,
            said=words.said(game, reader, strip),
        )


def _seals(now: View, seen: Seen) -> Iterator[made.Seal]:
    """Each that ever stood at the end of a round, in the order in which they came."""
    corners = now.corners
    assert corners is not None
    stood: dict[tuple[str, str], list[int]] = {}
    said: dict[tuple[str, str], str] = {}
    for (number, phase), view in sorted(seen.items()):
        for seal in view.corners.seals if phase == "reveal" and view.corners is not None else ():
            stood.setdefault((seal.of, seal.at), []).append(number)
            said[seal.of, seal.at] = seal.said
    title = {corner.id: corner.title for corner in corners.corners}
    stands = {(seal.of, seal.at) for seal in corners.seals}
    for pair, rounds in stood.items():
        yield made.Seal(
            of=title[pair[0]], at=title[pair[1]], rounds=tuple(rounds), stands=pair in stands, said=said[pair]
        )


def _bridges(game: Game, now: View) -> Iterator[made.Bridge]:
    corners = now.corners
    assert corners is not None
    title = {corner.id: corner.title for corner in corners.corners}
    for bridge in corners.bridges:
        p = game.names.project(bridge.project)
        built = next((n for n, record in enumerate(game.records, 1) if record.completed[p]), 0)
        gave = game.records[built - 1].builders[:, p].tolist() if built else []
        yield made.Bridge(
            title=bridge.title, one=title[bridge.one], other=title[bridge.other], state=bridge.state,
            built=built, said=bridge.said,
            by=tuple(short(game, who) for who, n in zip(game.names.characters, gave, strict=False) if n > 0),
        )  # fmt: skip


# ---- The story ------------------------------------------------------------------------------------------


def story(game: Game, reader: Reader, number: int) -> Iterator[str]:
    """How many strips of a round were recognised, in one sentence, then each that was not, or not with the
    words that were written."""
    strips = game.table.rounds[number - 1].strips if game.corners else ()
    counted = [sum(one.verdict == verdict for one in strips) for verdict in ("yes", "partly", "no")]
    parts = [
        ntr("{n} reconnue", "{n} reconnues", counted[0]) if counted[0] else "",
        tr("{n} en partie", n=counted[1]) if counted[1] else "",
        ntr("{n} désavouée", "{n} désavouées", counted[2]) if counted[2] else "",
    ]
    if any(parts):
        yield tr("Bandes lues : {what}.", what=listed([part for part in parts if part]))
    yield from (words.said(game, reader, one) for one in strips if one.arranged or one.verdict == "no")


def over(now: View) -> Iterator[str]:
    """How many seals stand in the end, and what joins two corners."""
    if now.corners is None:
        return
    yield tr("{name} : {what}.", name=now.corners.title, what=now.corners.faithful_said)
    yield from (bridge.said for bridge in now.corners.bridges if bridge.state == "built")
