"""Game: one session at one moment. Immutable: `procedure.apply` makes the next one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from pydantic import TypeAdapter

from engine.content.model import KINDS, Corner, Scenario
from engine.fixed import Ints
from engine.outline import OUTLINES, Schedule, schedule
from engine.play.commands import Begin
from engine.play.legal import TokenCount
from engine.play.table import RoundRecord, Seating, Table, Trio
from engine.rules import board as boards
from engine.rules import state as states
from engine.rules.board import Board, Names
from engine.rules.board.codes import INVITED
from engine.rules.record import WHERE_USED, Record, blank
from engine.rules.state import ENTRUSTED, FIRST, HOLDER, State
from engine.rules.timetable import want_same_hour
from engine.rules.values import within as within_reach

_TABLE: Final = TypeAdapter(Table)


@dataclass(frozen=True, eq=False)
class Game:
    """The content, how the session was begun, the rules' numbers, and all else that is on the table.

    Nobody writes in `state`: whoever changes it copies it first.
    """

    scenario: Scenario
    begin: Begin
    seed: int
    board: Board
    names: Names
    state: State
    table: Table
    records: tuple[Record, ...] = ()

    # ---- Who ------------------------------------------------------------------------------------------

    @cached_property
    def held(self) -> tuple[str, ...]:
        """Characters that people hold, in the order of the cast."""
        return tuple(c for c in self.names.characters if self.begin.seats.get(c) == "held")

    @cached_property
    def simulated(self) -> tuple[str, ...]:
        return tuple(c for c in self.names.characters if c not in self.held)

    def table_of(self, who: str) -> str:
        """The table that holds a character; "" where one person does, or nobody."""
        if who not in self.held:
            return ""
        given = self.begin.held_by.get(who)
        if given is not None:
            return given
        place = self.held.index(who)
        return self.begin.tables[place] if place < len(self.begin.tables) else ""

    @cached_property
    def on_their_own(self) -> tuple[str, ...]:
        """Characters that one person holds, in the order of the cast: all of those held where there are no
        tables, and those of people who came after the tables were made up."""
        return tuple(who for who in self.held if not self.table_of(who))

    def size_of(self, table: str) -> int:
        """How many people sit at a table; 0 where there is none of that name."""
        return self.sizes.get(table, 0)

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many people sit at each table: the participants shared out evenly, the first tables fuller;
        then those who came late and joined one, or left it. Who holds a character alone sits at none. All of
        them add up to the participants: whom an empty table cannot lack, the fullest does.
        """
        shares, joined = self._shares, self.joined
        sizes = {table: max(0, share + joined.get(table, 0)) for table, share in shares.items()}
        sitting = max(0, self.begin.participants - len(self.on_their_own))
        for _ in range(sum(sizes.values()) - sitting if sizes else 0):
            sizes[max(reversed(sizes), key=sizes.__getitem__)] -= 1
        return sizes

    @property
    def settled(self) -> Mapping[str, int]:
        """`joined` as the tables stand now: from there, who comes to one or leaves it changes no other."""
        changes = {table: size - self._shares[table] for table, size in self.sizes.items()}
        return {table: by for table, by in changes.items() if by or table in self.joined}

    @property
    def _shares(self) -> Mapping[str, int]:
        """The participants who joined no table, shared out evenly."""
        tables = self.begin.tables
        if not tables:
            return {}
        sharing = self.begin.participants - len(self.on_their_own) - sum(self.joined.values())
        each, more = divmod(max(0, sharing), len(tables))
        return {table: each + (i < more) for i, table in enumerate(tables)}

    @property
    def joined(self) -> Mapping[str, int]:
        """How many people more, or fewer, sit at a table since some came late or left."""
        return self.table.seating.joined if self.table.seating is not None else {}

    def table_of_voter(self, voter: int) -> str:
        """The table where a participant sits, by number: the first ones at the first table; "" where nobody
        has counted, or there are no tables."""
        for table in self.begin.tables:
            size = self.size_of(table)
            if voter <= size:
                return table
            voter -= size
        return ""

    # ---- Where ----------------------------------------------------------------------------------------

    @property
    def schedule(self) -> Schedule:
        return schedule(self.begin.duration, self.scenario.phases)

    @property
    def in_last_round(self) -> bool:
        """Whether the last round has begun: what it does not finish never is."""
        return len(self.table.rounds) >= self.schedule.rounds

    @property
    def in_round(self) -> bool:
        """Whether a round is being played, and not the break, nor what comes before or after the rounds."""
        return OUTLINES[self.table.phase].place == "round"

    @property
    def laid_open(self) -> bool:
        """Whether the choices of the round that is being played have been revealed."""
        return self.in_round and len(self.records) == len(self.table.rounds)

    @property
    def deciding(self) -> bool:
        """Whether what the round brings is still to be decided."""
        return self.in_round and not self.laid_open

    @property
    def in_secret(self) -> bool:
        """Whether choices made in secret, ballots among them, are being made, or wait for their reveal."""
        return self.table.phase in ("choice", "ballot")

    @property
    def moves_shown(self) -> bool:
        """Whether the room has seen whom the last reveal moved where: on the map, a debate's last step."""
        if not self.laid_open or "debate" not in self.schedule.phases:
            return True
        here, debate = map(self.schedule.phases.index, (self.table.phase, "debate"))
        return self.table.step == "map" or here > debate

    @property
    def over(self) -> bool:
        """Whether every round is behind: the session is at its Bilan."""
        return OUTLINES[self.table.phase].place == "after"

    @property
    def alone(self) -> bool:
        """Training: untimed, and the debate is an exercise that ends with one written sentence."""
        return self.begin.mode == "training"

    @property
    def one(self) -> str:
        """The character of who trains with nobody else at the computer; "" in company."""
        single = self.alone and self.begin.participants <= 1 and len(self.held) == 1
        return self.held[0] if single else ""

    @property
    def round(self) -> RoundRecord | None:
        """The round being played or just played; None before the first."""
        return self.table.rounds[-1] if self.table.rounds else None

    @property
    def playing(self) -> RoundRecord:
        """The round, where there is one; LookupError before the first."""
        return self.table.rounds[-1]

    # ---- Tokens and projects --------------------------------------------------------------------------

    @property
    def open(self) -> tuple[str, ...]:
        """Projects on the table, in the order of their places."""
        return tuple(self.names.projects[p] for p in self.state.open.tolist() if p >= 0)

    def tokens(self, who: str) -> Trio:
        """This round's tokens of a character."""
        return trio(self.state.tokens[self.names.character(who)])

    def promised(self, who: str) -> Trio:
        """What a character has promised this round, all projects together."""
        return trio(self.state.promised[self.names.character(who)].sum(axis=0))

    def placed(self, who: str) -> Mapping[str, Trio]:
        """A holder's tokens by project, to those who may look. What was put on a private screen is seen there
        only: a sheet of paper starts empty."""
        hidden = who in self.table.unseen and self.table.passed_to != who
        return {} if hidden else self.table.placing.get(who, {})

    def left(self, who: str) -> Trio:
        """What a holder has not placed yet."""
        return minus(self.tokens(who), plus(*self.placed(who).values()))

    def lack(self, project: str) -> Trio:
        """What a project still needs, by kind."""
        p = self.names.project(project)
        return trio(np.maximum(self.state.cost[p] - self.state.placed[p], 0))

    def reach(self, who: str, project: str) -> Trio:
        """How many tokens of each kind a character may put on a project at most, wherever both are."""
        i, p = self.names.character(who), self.names.project(project)
        time, means, backing = (within_reach(self.state, i, p, kind) for kind in range(3))
        return time, means, backing

    def within_reach(self, who: Sequence[str], projects: Sequence[str]) -> tuple[tuple[str, TokenCount], ...]:
        """That, by "<who>/<project>", where it is less than the project still needs of some kind."""
        return tuple(
            (f"{one}/{project}", count(most))
            for one in who
            for project in projects
            if not within(self.lack(project), most := self.reach(one, project))
        )

    @property
    def walker(self) -> str:
        """Who goes from place to place; "" where nobody in play does."""
        return self.names.characters[self.board.walker] if len(self.state.at) else ""

    @property
    def at(self) -> str:
        """The place where they are."""
        return self.scenario.places[self.state.at[0]].id if len(self.state.at) else ""

    @property
    def holder(self) -> str:
        """Who has what passes from hand to hand; "" where nothing does."""
        return self.names.characters[self.state.baton[HOLDER]] if len(self.state.baton) else ""

    @property
    def entrusted(self) -> str:
        """To whom it is to go at the reveal, said aloud; "" where that is not said."""
        to = int(self.state.baton[ENTRUSTED]) if len(self.state.baton) else -1
        return self.names.characters[to] if to >= 0 else ""

    @property
    def first(self) -> str:
        """The project that its holder says comes first; "" where that is not said."""
        project = int(self.state.baton[FIRST]) if len(self.state.baton) else -1
        return self.names.projects[project] if project >= 0 else ""

    def clashes(self, project: str) -> tuple[str, ...]:
        """The other open projects that want an hour that a project wants."""
        if not len(self.board.hours):
            return ()
        p = self.names.project(project)
        return tuple(o for o in self.open if want_same_hour(self.board, p, self.names.project(o)))

    def putting_out(self, project: str) -> tuple[str, ...]:
        """What stands, and would be put out of its hours were a project complete."""
        if not len(self.board.hours):
            return ()
        p, done = self.names.project(project), np.flatnonzero(self.state.done).tolist()
        return tuple(self.names.projects[o] for o in done if want_same_hour(self.board, p, o))

    @cached_property
    def corners(self) -> tuple[Corner, ...]:
        """The corners that are there, in the order of the board's indices."""
        return boards.corners_there(self.scenario, self.begin.seats)

    def corner(self, id_: str) -> int:
        """The index of a corner; ValueError where it is not there."""
        return [corner.id for corner in self.corners].index(id_)

    @property
    def scribe(self) -> str:
        """Who reads what corners write; "" where nobody in play does."""
        return self.names.characters[self.board.scribe] if self.corners and self.board.scribe >= 0 else ""

    @property
    def guests(self) -> tuple[str, ...]:
        """Those in play who sit only where a corner invites them."""
        seats = self.board.seat.tolist()
        return tuple(who for who, seat in zip(self.names.characters, seats, strict=False) if seat == INVITED)

    def sits(self, who: str) -> str:
        """The corner where somebody sits this round; "" for none."""
        at = int(self.state.sits[self.names.character(who)]) if self.corners else -1
        return self.corners[at].id if at >= 0 else ""

    def inviting(self, guest: str) -> tuple[str, ...]:
        """The corners that invite a guest this round."""
        asked = self.state.asked_by.tolist() if self.corners else []
        g = self.names.character(guest)
        return tuple(c.id for c, who in zip(self.corners, asked, strict=True) if who == g)

    @property
    def needing(self) -> tuple[str, ...]:
        """The open projects that lack something, and are not put off."""
        put_off = self.put_off
        return tuple(p for p in self.open if any(self.lack(p)) and p not in put_off)

    @property
    def on_agenda(self) -> tuple[str, ...]:
        """The open projects of which whoever chairs says whether they are treated, in the order of their
        places; () where there is no agenda."""
        there = self.state.open.tolist()[: self.board.slots] if self.board.treats else ()
        return tuple(self.names.projects[p] for p in there if p >= 0)

    @property
    def put_off(self) -> tuple[str, ...]:
        """Those of them that are put off this round."""
        if not self.board.treats:
            return ()
        return tuple(p for p in self.on_agenda if self.state.put_off[self.names.project(p)])

    @property
    def needs(self) -> tuple[tuple[str, TokenCount], ...]:
        """What each open project lacks."""
        return tuple((project, count(self.lack(project))) for project in self.needing)

    # ---- Chance ---------------------------------------------------------------------------------------

    def chance(self, round_: int) -> Ints:
        """The dice of a round, drawn anew each time a reveal has been undone, but for choices of which a
        catalogue has told what they complete."""
        closed = self.round.closed if self.round is not None else None
        draw = self.table.draw if closed is None else closed
        return states.dice(self.board, self.seed).block(0, round_, draw)

    @property
    def opening(self) -> Ints:
        """The dice that this round was opened with: what people say depends on them, whatever was undone."""
        return states.dice(self.board, self.seed).block(0, self.state.round, self.playing.draw)

    # ---- Plain data -----------------------------------------------------------------------------------

    def to_data(self) -> dict[str, Any]:
        """What changes in play, as plain JSON data."""
        table = _TABLE.dump_python(self.table, mode="json")
        for name in ("seating", "adopted"):
            if table[name] is None:  # as it began: what earlier versions wrote
                del table[name]
        for played in table["rounds"]:
            for name in (
                "walked", "entrusted", "preferred", "strips", "seated", "catalogue", "papers", "closed",
                "volunteers", "chaired", "put_off",
            ):  # fmt: skip
                if played[name] in (None, "", [], {}):  # as earlier versions wrote a round
                    del played[name]
        for note, written in zip(self.table.notes, table["notes"], strict=True):
            for name in ("due", "followed", "unsaid"):
                if not getattr(note, name):  # as earlier versions wrote a note
                    del written[name]
        records = [
            {
                name: field.tolist()
                for name, field in r._asdict().items()
                if field.size or name not in WHERE_USED
            }
            for r in self.records
        ]
        return {"state": states.to_data(self.state), "table": table, "records": records}

    def restored(self, data: Mapping[str, Any]) -> "Game":
        """This session at the moment that `to_data` wrote; ValueError where the data is not of that kind."""
        table = _TABLE.validate_python(_with_outcome(data["table"]))
        board = self.board
        if table.room_project is not None and not table.room_project.waits:
            room = table.room_project
            board = boards.with_project(
                board, room.cost, [room.changes.get(key, 0) for key in self.names.indicators]
            )
        state = states.from_data(board, data["state"])
        records = tuple(_record(board, record) for record in data["records"])
        game = replace(self, board=board, table=table, state=state, records=records)
        return game if table.seating is None else seated(game, table.seating)

    def digest(self) -> str:
        """A fingerprint of everything that changes in play, times of day left out (sha256, hexadecimal)."""
        return digest(self.to_data())


def seated(game: Game, seating: Seating) -> Game:
    """The game with other people in it."""
    begin = game.begin.model_copy(
        update={
            "participants": seating.participants,
            "seats": dict(seating.seats),
            "held_by": dict(seating.held_by),
        }
    )
    return replace(game, begin=begin, table=replace(game.table, seating=seating))


def _with_outcome(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table as it is written now, out of one that told an ending and a flag apart."""
    if "outcome" in table or table["phase"] != "bilan":
        return table
    if table["ending"] is not None:
        return {**table, "outcome": {"reason": "ending", "ending": table["ending"]}}
    return {**table, "outcome": {"reason": "stopped" if table["finished_early"] else "open"}}


def _record(board: Board, data: Mapping[str, Any]) -> Record:
    """A reveal's record from plain data; fields that this version does not know are left out."""
    empty = blank(board)._asdict()
    read = {n: np.array(data.get(n, f.tolist()), dtype=np.int64).reshape(f.shape) for n, f in empty.items()}
    return Record(**read)


def digest(data: Mapping[str, Any]) -> str:
    """The fingerprint of a snapshot: `Game.to_data` without its times."""
    table = {key: value for key, value in data["table"].items() if key not in ("at", "clock")}
    table["notes"] = [_untimed(note) for note in table["notes"]]
    plain = json.dumps({**data, "table": table}, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _untimed(note: Mapping[str, Any]) -> dict[str, Any]:
    """A note without its times."""
    kept = {key: value for key, value in note.items() if key != "at"}
    return {**kept, "followed": _untimed(note["followed"])} if "followed" in note else kept


def trio(row: Ints) -> Trio:
    """Three whole numbers out of an array."""
    time, means, backing = row.tolist()
    return (time, means, backing)


def plus(*several: Trio) -> Trio:
    """The sum, kind by kind."""
    return (sum(t[0] for t in several), sum(t[1] for t in several), sum(t[2] for t in several))


def minus(one: Trio, other: Trio) -> Trio:
    """The difference, kind by kind."""
    return (one[0] - other[0], one[1] - other[1], one[2] - other[2])


def within(one: Trio, limit: Trio) -> bool:
    """Whether there is no more of any kind than the limit."""
    return all(a <= b for a, b in zip(one, limit, strict=True))


def kind_trio(kind: str, number: int = 1) -> Trio:
    """Tokens of one kind."""
    return tuple(number if k == kind else 0 for k in KINDS)  # type: ignore[return-value]


def count(tokens: Trio) -> TokenCount:
    """The same tokens as views and legal commands show them."""
    return TokenCount(*tokens)


def start(scenario: Scenario, begin: Begin, seed: int) -> Game:
    """A session about to welcome people; ValueError for a seed or a cast that cannot be."""
    board = boards.build(scenario, begin.duration, begin.seats)
    names = boards.names(scenario, begin.seats)
    table = Table(ballots={}, placing={}, phase="welcome")
    return Game(scenario, begin, seed, board, names, states.initial(board, seed), table)
