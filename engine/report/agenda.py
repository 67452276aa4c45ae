"""A session → what its record tells of an agenda: who chaired, and what was put off."""

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.language import ntr, tr
from engine.play.game import Game
from engine.play.table import RoundRecord
from engine.report import chairs as made
from engine.telling import agenda as words
from engine.telling.people import short
from engine.telling.projects import title
from engine.telling.reader import Reader
from engine.telling.vocabulary import listed


def told(game: Game, reader: Reader) -> Iterator[made.Chaired]:
    """Every round revealed in which something had to wait."""
    for record in game.table.rounds[: len(game.records)]:
        if record.chaired:
            yield _round(game, reader, record)


def _round(game: Game, reader: Reader, record: RoundRecord) -> made.Chaired:
    there = record.open[: int(game.board.treats) + len(record.put_off)]

    def titles(several: Sequence[str]) -> tuple[str, ...]:
        return tuple(title(game, reader, id_) for id_ in several)

    return made.Chaired(
        round=record.number,
        volunteers=tuple(short(game, who) for who in record.volunteers),
        chair=short(game, record.chaired),
        played_by="game" if record.chaired in game.simulated else "people",
        treated=titles([id_ for id_ in there if id_ not in record.put_off]),
        put_off=titles(record.put_off),
        given_up=tuple(given_up(game, reader, record.number)),
        said=words.told(game, reader, record),
    )


# ---- The story ------------------------------------------------------------------------------------------


def story(game: Game, reader: Reader, number: int) -> Iterator[str]:
    """Who chaired a round, and what they put off."""
    told = words.told(game, reader, game.table.rounds[number - 1])
    if told:
        yield told


def given_up(game: Game, reader: Reader, number: int) -> Iterator[str]:
    """The projects whose time ran out in a round in which they waited: nobody could give to them."""
    for id_ in game.table.rounds[number - 1].put_off:
        if game.records[number - 1].lapsed[game.names.project(id_)]:
            yield title(game, reader, id_)


def over(game: Game, reader: Reader) -> Iterator[str]:
    """What was put off more than once; nothing where nothing was."""
    counts = Counter(id_ for record in game.table.rounds for id_ in record.put_off)
    several = [tr("« {title} »", title=title(game, reader, id_)) for id_, n in counts.items() if n > 1]
    if several:
        yield ntr(
            "Reporté plus d’une fois : {names}.",
            "Reportés plus d’une fois : {names}.",
            len(several),
            names=listed(several),
        )
