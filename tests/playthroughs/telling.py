"""A session as lines to compare: ids and numbers only, so that rewording a card changes nothing here.

The state is told as named lines; after each command only those that changed are written, so that a
difference shows what a change of the rules did, at the step where it did it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

import numpy as np

from engine import numbers
from engine.fixed import ONE
from engine.play.commands import Command, to_json
from engine.play.legal import Legal
from engine.play.procedure import Event, Game
from engine.play.table import RoundRecord
from engine.rules import state as states
from engine.session.session import Session
from engine.telling.fetching import publics_of
from engine.telling.helping import groups_of

Lines = dict[str, str]
Names = tuple[str, ...]
TOLD_BY_NAME = {"s", "a", "tokens", "total", "tally", "ind", "done", "age", "cost", "placed", "given"}
"""Fields of the rules' state that stand in a line of a character, a project, the round or the place."""
AXES: Mapping[str, tuple[str, ...]] = {
    "clock": ("clock",),
    **dict.fromkeys(("s_anchor", "a_anchor", "s_cards", "a_cards", "gain", "bonus"), ("who",)),
    **dict.fromkeys(("ind_before", "ind_ref"), ("indicator",)),
    **dict.fromkeys(("open", "deck", "situations"), ("place",)),
    **dict.fromkeys(("waiting", "segments", "flags", "truth"), ("place",)),
    **dict.fromkeys(("played", "due"), ("situation",)),
    **dict.fromkeys(("opened", "lapsed"), ("project",)),
    **dict.fromkeys(("heir", "mandate", "held_back", "pact_with", "pact_project"), ("who",)),
    "pact": ("who", "kind"),
    **dict.fromkeys(("at", "under"), ("place",)),
    "heard": ("project",),
    **dict.fromkeys(("put_out", "takes_commons"), ("project",)),
    "takes": ("who", "project"),
    "baton": ("baton",),
    "paid": ("who",),
    **dict.fromkeys(("life", "autonomy"), ("group",)),
    "allowed": ("who", "project"),
    "wear": ("commons",),
    **dict.fromkeys(("phase", "site", "ahead"), ("project",)),
    **dict.fromkeys(("laid", "ahead_each"), ("who", "project")),
    "sits": ("who",),
    "asked_by": ("corner",),
    "strip": ("corner", "strip"),
    "sealed": ("corner", "corner"),
    "method": ("method",),
    **dict.fromkeys(("voices", "still"), ("public",)),
    "paper": ("who", "project"),
    **dict.fromkeys(("funded", "put_off"), ("project",)),
    **dict.fromkeys(("ears", "reach"), ("who", "project")),
    **dict.fromkeys(("trust", "believes"), ("who", "who")),
    **dict.fromkeys(("share", "promised", "cond_who", "cond_kind"), ("who", "project")),
}
"""What the sides of all other fields stand for; a third side holds the three kinds of token."""
FIXED = {
    "s_anchor", "a_anchor", "s_cards", "a_cards", "gain", "bonus", "trust", "takes", "paid", "ahead",
    "ahead_each",
}  # fmt: skip
UNSET = {"cond_who", "cond_kind", "pact_with", "pact_project", "under", "baton", "sits", "asked_by"}
"""Fields where -1 says that there is nothing."""
SPARSE = {"mandate", "held_back", "pact_with", "pact_project", "phase", "site", "ahead", "funded", "put_off"}
"""Fields of a device: only those whom or what it touches are named."""
WHERE_USED = {
    "at", "under", "heard", "ears", "reach", "put_out", "takes", "takes_commons", "baton", "paid", "life",
    "autonomy", "allowed", "wear", "phase", "site", "laid", "ahead", "ahead_each",
    "sits", "asked_by", "strip", "sealed", "method", "voices", "still", "paper", "funded",
    "put_off",
}  # fmt: skip
"""Fields that are empty, and not told, where a scenario has no places, no week, no baton, no groups, no
works, no corners, no ballot, no agenda."""
ANYTHING = [numbers.MOST_TOKENS] * 3
"""What everybody may put on works, which is not told: only what they may on going to help."""
TOLD_APART = {"at", "number", "since", "clock", "rounds", "ballots", "notes", "placing"}
"""Fields of the table that have lines of their own, or say only how many commands there were."""


class Telling:
    """A session that writes down every command given to it, what came of it, and what may follow."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lines = [f"begin {to_json(session.commands[0])} seed {session.game.seed}"]
        self._state: Lines = {}
        self._legal: Lines = {}
        self._tell()
        self._do = session.do
        session.do = self.do  # type: ignore[method-assign]

    def do(self, command: Command) -> tuple[Event, ...]:
        events = self._do(command)
        self.lines += ["", f"> {to_json(command)}", *(f"  {event_line(event)}" for event in events)]
        self._tell()
        return events

    def _tell(self) -> None:
        state = state_lines(self.session.game)
        number = self.session.game.table.number
        legal = {entry.kind: legal_line(entry, number) for entry in self.session.legal()}
        self.lines += [*_changes("=", self._state, state), *_changes("?", self._legal, legal)]
        self._state, self._legal = state, legal


def _changes(sign: str, before: Lines, after: Lines) -> Iterator[str]:
    for key in before:
        if key not in after:
            yield f"{sign} {key}: no more"
    for key, value in after.items():
        if before.get(key) != value:
            yield f"{sign} {key}: {value}".rstrip(": ")


def event_line(event: Event) -> str:
    parts = (
        event.kind,
        event.id,
        event.who,
        event.project,
        tokens(event.tokens) if any(event.tokens) else "",
    )
    return " ".join([part for part in parts if part] + ([str(event.number)] if event.number else []))


def legal_line(entry: Legal, number: int) -> str:
    """Every bound of a kind of command; `number` is the last one's, from which going back is counted."""
    if entry.kind == "undo":
        return f"from {entry.least} to {number - entry.most} before the last"
    lists = {"who": entry.who, "projects": entry.projects, "kinds": entry.kinds, "ids": entry.ids}
    told = [f"{name} {','.join(value)}" for name, value in lists.items() if value]
    told += [f"up to {who} {tokens(most)}" for who, most in entry.limits]
    told += [f"gives {who} {','.join(kinds)}" for who, kinds in entry.gives if kinds]
    if entry.most:
        told.append(f"from {entry.least} to {entry.most}")
    return "; ".join(told)


def state_lines(game: Game) -> Lines:
    """Everything that changes in play: the rules' numbers by name, then the table."""
    lines = {**_numbers(game), **_arrays(game), **_table(game)}
    if game.round:
        lines |= _round(game.round)
    return lines


def _numbers(game: Game) -> Lines:
    state, names = game.state, game.names
    lines = {
        "indicators": _pairs(zip(names.indicators, state.ind.tolist(), strict=True)),
        "common good must exceed": str(state.ind_ref[game.board.gate]),
        "done": _pairs((p, n) for p, n in zip(names.projects, state.done.tolist(), strict=True) if n),
    }
    for project in game.open:
        p = names.project(project)
        placed, cost, age = state.placed[p].tolist(), state.cost[p].tolist(), int(state.age[p])
        lines[f"project {project}"] = f"{tokens(placed)} of {tokens(cost)}, {age} reveals"
    for i, who in enumerate(names.characters):
        facts = zip(states.FACT_NAMES, state.tally[i].tolist(), strict=True)
        lines[f"who {who}"] = (
            f"S {_fixed(state.s[i])} A {_fixed(state.a[i])} tokens {tokens(state.tokens[i].tolist())} "
            f"total {_fixed(state.total[i])} {_pairs((fact, n) for fact, n in facts if n)}"
        ).rstrip()
    return lines


def _arrays(game: Game) -> Lines:
    """The fields of the state that have no line of their own, each under its name: one line for each row that
    is not empty, its columns named by what they stand for."""
    lines: Lines = {}
    names = _names(game)
    for field, axes in AXES.items():
        array = getattr(game.state, field)
        if field == "reach" and not (len(game.board.listening) or len(game.board.seat)):
            continue  # what is put off says it
        if array.size or field not in WHERE_USED:
            named = tuple(
                names.get(axis) or tuple(map(str, range(size)))
                for axis, size in zip(axes, array.shape, strict=False)
            )
            lines |= _array(field, named, array.tobytes(), array.shape)
    return lines


@lru_cache(4096)
def _array(field: str, names: tuple[Names, ...], data: bytes, shape: tuple[int, ...]) -> Lines:
    """The lines of one field. Most stay as they were from one command to the next, and are told once."""
    array = np.frombuffer(data, np.int64).reshape(shape)
    shown = _fixed if field in FIXED else str
    empty = -1 if field in UNSET else 0
    if len(names) == 1:
        named = zip(names[0], array.tolist(), strict=bool(len(array)))
        return {field: _pairs((name, shown(n)) for name, n in named if field not in SPARSE or n != empty)}
    lines = {}
    for name, row in zip(names[0], array.tolist(), strict=bool(len(array))):
        filled = [
            (other, tokens(n) if isinstance(n, list) else shown(n))
            for other, n in zip(names[1], row, strict=True)
            if (n not in (ANYTHING, [0, 0, 0]) if isinstance(n, list) else n != empty)
        ]
        if filled:
            lines[f"{field} {name}"] = _pairs(filled)
    return lines


def _names(game: Game) -> Mapping[str, Names]:
    """The names along each axis of an array; an axis that is not here has numbers."""
    return {
        "who": tuple(game.names.characters),
        "project": tuple(game.names.projects),
        "indicator": tuple(game.names.indicators),
        "clock": ("round", "stage", "deck", "situation"),
        "baton": ("holder", "entrusted", "first"),
        "group": tuple(group.id for group in groups_of(game)),
        "commons": ("points",),
        "corner": tuple(corner.id for corner in game.corners),
        "strip": ("to", "way", "verdict"),
        "method": ("counted by",),
        "public": tuple(public.id for public in publics_of(game.scenario)),
    }


def _table(game: Game) -> Lines:
    table = game.table
    apart = TOLD_APART if game.scenario.ballot is not None else TOLD_APART | {"adopted"}
    lines = {f.name: _plain(getattr(table, f.name)) for f in fields(table) if f.name not in apart}
    ends = table.clock.ends
    lines["clock ends"] = "" if ends is None else f"{ends - table.clock.session_started:g} s"
    lines |= {f"placing {who}": _plain(placing) for who, placing in table.placing.items()}
    for question, ballot in table.ballots.items():
        lines[f"ballot {question}"] = " ".join(
            [f"{table or 'room'} {tokens(counts)}" for table, counts in ballot.by_table().items()]
        )
    for note in table.notes:
        where = f"round {note.round} {note.phase}{' withdrawn' if note.withdrawn else ''}"
        lines[f"note {note.id}"] = f"{note.tag} {note.speaker} {where}: {note.text}"
    return lines


def _round(record: RoundRecord) -> Lines:
    """The round on the table; those before it no longer change."""
    lines = {
        "situation": record.situation,
        "selected": " ".join(record.selected),
        "picked": record.picked or "",
    }
    for promise in record.promises:
        condition = f" if {promise.if_who} gives {promise.if_kind}" if promise.if_who else ""
        lines[f"promise {promise.id}"] = (
            f"{promise.who} {promise.project} {tokens(promise.tokens)}{condition}"
        )
    for n, answer in enumerate(record.answers, 1):
        asked = f"{answer.asker} asked {answer.asked} {answer.project}"
        lines[f"answer {record.number}.{n}"] = f"{asked}: {tokens(answer.accepted)}"
    lines |= {f"given {who}": _plain(given) for who, given in record.given.items()}
    lines |= {f"act {act.id}": act.fact for act in record.acts}
    lines |= {f"ticked {who}": tokens(ticks) for who, ticks in record.ticks.items()}
    for who, placing in record.placings.items():
        model, own = (" ".join(map(_fixed, place)) for place in (placing.proposed, placing.placed))
        lines[f"moved {who}"] = f"proposed {model} placed {own}"
    return lines


def _plain(value: Any) -> str:
    """A small value on one line."""
    if value in ((), {}, None, ""):
        return ""
    if isinstance(value, Mapping):
        return _pairs((key, tokens(v) if isinstance(v, tuple) else v) for key, v in value.items())
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return " ".join(value)
    if hasattr(value, "__dataclass_fields__"):
        return _pairs((f.name, _plain(getattr(value, f.name))) for f in fields(value))
    if isinstance(value, tuple):
        return "; ".join(_plain(item) for item in value)
    return value if isinstance(value, str) else json.dumps(value)


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    return ", ".join(f"{key} {value}" for key, value in pairs)


def tokens(three: Iterable[int]) -> str:
    return "/".join(str(n) for n in three)


def _fixed(number: Any) -> str:
    return f"{int(number) / ONE:.3f}"
