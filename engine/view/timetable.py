"""The week of the rooms and what passes from hand to hand, as an audience sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.content.model import Timetable
from engine.play.game import Game
from engine.telling import projects, timetable
from engine.telling.reader import character_card
from engine.view.types import BatonPass, BatonView, GoneView, HourView, TimetableView
from engine.view.veil import Seen


def week(seen: Seen) -> TimetableView | None:
    """The hours of the rooms and what has them; None where a scenario has none, or before the rounds."""
    written = seen.game.scenario.timetable
    if written is None or seen.game.round is None:
        return None
    return TimetableView(
        title=seen.read(written.title),
        rooms=tuple((room.id, seen.read(room.title)) for room in written.rooms),
        times=tuple((time.id, seen.read(time.title)) for time in written.times),
        hours=tuple(_hours(seen, written)),
        gone=tuple(gone(seen)),
    )


def _hours(seen: Seen, week: Timetable) -> Iterator[HourView]:
    game = seen.game
    has, left = _who_has(game), _who_left(game)
    kept = {hour: seen.read(one.why) for one in week.kept for hour in one.hours}
    wanted = game.open if game.deciding else ()
    for hour in week.hours:
        room, time = hour.split(".")
        project = has.get(hour, "")
        card = projects.words(game, seen.reader, project) if project else None
        yield HourView(
            room,
            time,
            timetable.hour(game.scenario, seen.reader, hour),
            kept=kept.get(hour, ""),
            project=project,
            title=card.title if card else "",
            pictogram=card.pictogram if card else "",
            family=_family(game, project) if project else "",
            left=projects.title(game, seen.reader, left[hour]) if left.get(hour, project) != project else "",
            wanted=tuple(id_ for id_ in wanted if hour in _occupies(game, id_)),
        )


def _occupies(game: Game, project: str) -> tuple[str, ...]:
    return next((card.occupies for card in game.scenario.projects if card.id == project), ())


def _who_has(game: Game) -> Mapping[str, str]:
    """The project that has each hour."""
    done = [id_ for id_, round_ in zip(game.names.projects, game.state.done.tolist(), strict=True) if round_]
    return {hour: id_ for id_ in done for hour in _occupies(game, id_)}


def _who_left(game: Game) -> Mapping[str, str]:
    """The project that was last put out of each hour."""
    out = [
        (round_, id_) for id_, round_ in zip(game.names.projects, game.state.put_out.tolist(), strict=True)
    ]
    return {hour: id_ for round_, id_ in sorted(out) if round_ for hour in _occupies(game, id_)}


def _family(game: Game, project: str) -> str:
    """The family of who gave most to build a project."""
    p = game.names.project(project)
    record = next(record for record in reversed(game.records) if record.completed[p])
    return character_card(game, game.names.characters[int(record.builders[:, p].argmax())]).family


def gone(seen: Seen, round_: int | None = None) -> Iterator[GoneView]:
    """What was put out of its hours, in one round or in all."""
    for one in timetable.gone(seen.game, seen.reader):
        if round_ in (None, one.round):
            card = projects.words(seen.game, seen.reader, one.project)
            by = projects.title(seen.game, seen.reader, one.by)
            lost = tuple(replace(change, by=-change.by) for change in card.changes)
            yield GoneView(one.project, card.title, card.pictogram, one.round, by, one.said, lost)


def baton(seen: Seen) -> BatonView | None:
    """What passes from hand to hand; None where nothing does, or before the rounds."""
    game, written = seen.game, seen.game.scenario.baton
    if written is None or game.round is None:
        return None
    names = game.names.characters
    then = [names[record.baton[0]] for record in game.records]
    return BatonView(
        title=seen.read(written.title),
        the=seen.read(written.the),
        pictogram=written.pictogram,
        holder=game.holder,
        said=timetable.has(game, seen.reader),
        entrusted=game.entrusted,
        first=game.first,
        worth=written.worth,
        history=(*then, *([] if game.laid_open else [game.holder])),
    )


def passed(seen: Seen) -> BatonPass | None:
    """What became of it at the last reveal."""
    record, names = seen.game.records[-1], seen.game.names.characters
    if not len(record.baton):
        return None
    who, to = names[record.baton[0]], names[record.baton[1]]
    return BatonPass(
        who, to, timetable.passed(seen.game, seen.reader), timetable.paid(seen.game, seen.reader)
    )
