"""The week of the rooms and what passes from hand to hand, in words."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from engine.content.model import Scenario
from engine.fixed import to_float
from engine.language import ntr, signed, tr
from engine.play.game import Game
from engine.telling.people import named, short
from engine.telling.projects import title
from engine.telling.reader import About, Reader, project_card, scenario_of
from engine.telling.vocabulary import listed

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hour(scenario: Scenario, reader: Reader, id_: str) -> str:
    """An hour by its id: "La grande salle : samedi soir"."""
    return _hours(scenario, reader, (id_,))


def hours(about: About, reader: Reader, project: str) -> str:
    """The hours that a project takes: "La grande salle : matin, soir" ("" for none), room by room."""
    card, scenario = project_card(about, project), scenario_of(about)
    if card is None or not card.occupies or scenario.timetable is None:
        return ""
    return _hours(scenario, reader, card.occupies)


def _hours(scenario: Scenario, reader: Reader, several: Sequence[str]) -> str:
    week, said = scenario.timetable, []
    for room in week.rooms if week is not None else ():
        times = week.times if week is not None else ()
        there = [_inside(reader.read(time.title)) for time in times if f"{room.id}.{time.id}" in several]
        if len(there) == len(times) > 2:
            said.append(tr("{room} : toute la semaine", room=reader.read(room.title)))
        elif there:
            said.append(tr("{room} : {times}", room=reader.read(room.title), times=", ".join(there)))
    return " · ".join(said)


def _inside(time: str) -> str:
    """A time as inside a sentence; English names of days keep their capital."""
    return time if time.startswith(_DAYS) else time[:1].lower() + time[1:]


def puts_out(game: Game, reader: Reader, project: str) -> str:
    """What a project would put out of its hours, in a sentence; "" for nothing."""
    others = [tr("« {title} »", title=title(game, reader, other)) for other in game.putting_out(project)]
    return tr("Prend la place de {others}.", others=listed(others)) if others else ""


class Gone(NamedTuple):
    """A project that was put out of its hours in a `round`, `by` another; `said` in a sentence, `at_once`
    whether it had only just been completed."""

    project: str
    round: int
    by: str
    said: str
    at_once: bool


def gone(game: Game, reader: Reader) -> Iterator[Gone]:
    """What was put out of its hours, in the order in which it was."""
    projects = game.names.projects
    for number, record in enumerate(game.records, 1):
        for p in record.put_out.nonzero()[0].tolist():
            by, at_once = projects[record.put_out[p] - 1], bool(record.completed[p])
            words = {"project": title(game, reader, projects[p]), "other": title(game, reader, by)}
            if at_once:
                said = tr(
                    "« {project} » et « {other} » voulaient la même heure : « {other} » la garde.", **words
                )
            else:
                said = tr("« {other} » prend l’heure de « {project} ».", **words)
            yield Gone(projects[p], number, by, said, at_once)


def in_vain(game: Game, project: str) -> str:
    """What kept the hour of a project that the last reveal completed for nothing; "" of any other."""
    record, p = game.records[-1], game.names.project(project)
    out = int(record.put_out[p]) if len(record.put_out) and record.completed[p] else 0
    return game.names.projects[out - 1] if out else ""


class Stay(NamedTuple):
    """A project that had hours: `since` which round, `until` which (0: it stands), `by` what took them ("");
    `word` what became of it."""

    title: str
    hours: str
    since: int
    until: int
    by: str
    word: str


def stays(game: Game, reader: Reader) -> Iterator[Stay]:
    """What had hours in the week, in the order in which it took them; what was built for nothing too."""
    for number, record in enumerate(game.records, 1):
        for p in record.completed.nonzero()[0].tolist():
            id_ = game.names.projects[p]
            there = hours(game, reader, id_)
            if there:
                until, by = _left(game, p, number)
                other = title(game, reader, by) if by else ""
                yield Stay(title(game, reader, id_), there, number, until, other, _became(until, other))


def _left(game: Game, p: int, since: int) -> tuple[int, str]:
    """The round in which a project left the hours that it took in another, and for which; (0, "")."""
    for number, record in enumerate(game.records[since - 1 :], since):
        if record.put_out[p]:
            return number, game.names.projects[record.put_out[p] - 1]
    return 0, ""


def _became(until: int, by: str) -> str:
    if not until:
        return tr("y est encore")
    return tr("délogé au tour {n} par « {project} »", n=until, project=by)


def has(game: Game, reader: Reader) -> str:
    """Who has what passes from hand to hand, and what they said of it; "" where nothing does."""
    baton = game.scenario.baton
    if baton is None or not game.holder:
        return ""
    the = reader.read(baton.the)
    if game.holder == reader.you:
        said = [tr("Vous avez {the}.", the=the)]
    else:
        said = [tr("{name} a {the}.", name=short(game, game.holder), the=the)]
    return " ".join([*said, *_said_of_it(game, reader, the)])


def _said_of_it(game: Game, reader: Reader, the: str) -> Iterator[str]:
    if game.entrusted == reader.you and reader.you:
        yield tr("Au prochain tour, {the} est à vous.", the=the)
    elif game.entrusted:
        yield tr("Au prochain tour, {the} est à {name}.", the=the, name=short(game, game.entrusted))
    if game.first:
        yield tr("« {project} » passe d’abord.", project=title(game, reader, game.first))


def entrusted(game: Game, reader: Reader) -> str:
    """To whom it was entrusted in the round, in a sentence; "" where it was not."""
    baton, to = game.scenario.baton, game.playing.entrusted
    if baton is None or not to:
        return ""
    who = named(game, reader, to)
    return tr(
        "{name} confie {the} à {other}.",
        name=short(game, _holder_then(game)), the=reader.read(baton.the), other=who,
    )  # fmt: skip


def _holder_then(game: Game) -> str:
    """Who had it while the round's people negotiated."""
    return game.names.characters[game.records[-1].baton[0]] if game.laid_open else game.holder


def preferred(game: Game, reader: Reader) -> str:
    """Which project its holder said comes first in the round, in a sentence; "" for none."""
    first = game.playing.preferred
    if not first:
        return ""
    return tr(
        "{name} : « {project} » passe d’abord.",
        name=short(game, _holder_then(game)), project=title(game, reader, first),
    )  # fmt: skip


def passed(game: Game, reader: Reader, number: int = -1) -> str:
    """Where it went at a reveal (the last one unless a round's index is given), and why."""
    record, baton, names = game.records[number], game.scenario.baton, game.names.characters
    if baton is None or not len(record.baton):
        return ""
    who, to, the = names[record.baton[0]], names[record.baton[1]], reader.read(baton.the)
    played = game.table.rounds[number]
    if played.entrusted:
        return tr(
            "{name} confie {the} à {other}.",
            name=short(game, who), the=the, other=named(game, reader, to),
        )  # fmt: skip
    if who == to:
        if to == reader.you:
            return tr("Vous gardez {the}.", the=the)
        return tr("{name} garde {the}.", name=short(game, to), the=the)
    gave = int(record.builders[record.baton[1]].sum())
    if to == reader.you:
        return ntr(
            "Vous avez {the} : {n} jeton dans ce qui est terminé.",
            "Vous avez {the} : {n} jetons dans ce qui est terminé.",
            gave, the=the,
        )  # fmt: skip
    return ntr(
        "{name} a {the} : {n} jeton dans ce qui est terminé.",
        "{name} a {the} : {n} jetons dans ce qui est terminé.",
        gave, name=short(game, to), the=the,
    )  # fmt: skip


def paid(game: Game, reader: Reader, number: int = -1) -> tuple[tuple[str, float, str], ...]:
    """What having it brought or cost each at a reveal (the last one unless a round's index is given): (who,
    points, in words)."""
    found, record = [], game.records[number]
    had = game.names.characters[record.baton[0]] if len(record.baton) else ""
    for who, points in zip(game.names.characters, record.paid.tolist(), strict=False):
        if points or who == had:  # what it brought and what it cost may come to nothing
            by = round(to_float(points), 1)
            name = tr("Vous") if who == reader.you else short(game, who)
            found.append((who, by, tr("{name} : {by}", name=name, by=signed(by))))
    return tuple(found)
