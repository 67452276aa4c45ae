"""Session: the one mutable object, and the front-end's only door to the engine.

    >>> from engine.content import library
    >>> from engine.play.commands import Advance
    >>> from engine.view.types import ROOM
    >>> scenario = library.load("le-rez-de-chaussee").scenario
    >>> begin = Begin(duration="45", mode="demo", seats={}, participants=0)
    >>> session = Session.create(scenario, begin, seed=7)  # path=... keeps it in a file
    >>> events = session.do(Advance())  # or Refused, and nothing has changed
    >>> session.view(ROOM, "fr").phase.kind
    'situation'

A command is checked, worked out on a copy, written to the file and synced, and only then is it true.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine import __version__
from engine.content.model import Scenario
from engine.language import current, tr
from engine.play import procedure
from engine.play.actors import FACILITATOR, Actor
from engine.play.commands import Begin, Command, Undo, author_in, from_json, to_json
from engine.play.legal import Legal, Refused
from engine.play.procedure import Event, Game
from engine.play.rule import changed
from engine.session.clock import STEADY, Now, not_before
from engine.session.file import Entry, Header, Journal, JournalError, Row
from engine.session.log import Log
from engine.session.way import Tree, Way
from engine.view import of
from engine.view.types import Audience, JournalLine, View


class Session:
    """One session: its games after each command, and the file that keeps them.

    `history[n]` is the game after command number n + 1, `authors[n]` who gave it. `damage` is "" or the
    sentence why the session can only be looked at. `changed_rules` is true where this version of the engine
    would have decided otherwise somewhere: from there on, the recorded states are shown. `refused` has the
    indices in `history` of the commands of the file that it would not take: they did nothing; `lost` those of
    commands that a damaged file has no more (in `commands` each is an Undo that goes back nowhere);
    `revealed` those of choices that came to their reveal. `clock` tells the time, in seconds.
    """

    def __init__(self, game: Game, command: Begin, journal: Journal | None, now: Now) -> None:
        self.history: list[Game] = [game]
        self.commands: list[Command] = [command]
        self.authors: list[Actor] = [FACILITATOR]
        self.damage = ""
        self.changed_rules = False
        self._journal = journal
        self.clock = now
        self.revealed: frozenset[int] = frozenset()
        self.refused: set[int] = set()
        self.lost: set[int] = set()
        self._tree = Tree()
        self._log = Log()

    # ---- Beginning and taking up again ----------------------------------------------------------------

    @classmethod
    def create(
        cls, scenario: Scenario, begin: Begin, seed: int, path: Path | None = None, now: Now = STEADY
    ) -> "Session":
        """A new session, kept in a new file where a path is given.

        Raises Refused where it cannot begin so, JournalError where the file cannot be made.
        """
        at = now()
        if scenario.pacts:
            begin = begin.model_copy(update={"pacts_debated": True})
        game = procedure.begin(scenario, begin, seed, at)
        session = cls(game, begin, None, now)
        if path is not None:
            content = scenario.model_dump_json(by_alias=True, exclude_none=True)
            header = Header(content, seed, __version__, at)
            session._journal = Journal.create(path, header, session._row(begin, game, at))
        return session

    @classmethod
    def open(cls, path: Path, now: Now = STEADY) -> "Session":
        """The session of a file, exactly where it stopped.

        A damaged file, or one that cannot be written, opens read-only (`damage` says why). Raises
        JournalError where nothing of it can be played.
        """
        return cls._of(Journal.open(path), now)

    @classmethod
    def read(cls, path: Path, now: Now = STEADY, image: bytes | None = None) -> "Session":
        """The same, only to be looked at: the file is not touched, nor even read where there is an `image` of
        it. JournalError as for `open`.
        """
        return cls._of(Journal.read(path, image), now)

    @classmethod
    def _of(cls, journal: Journal, now: Now) -> "Session":
        try:
            scenario = Scenario.model_validate_json(journal.header.content)
            begin = from_json(journal.entries[0].command) if journal.entries else None
            if not isinstance(begin, Begin):
                raise ValueError("a session starts with Begin")
            game = procedure.begin(scenario, begin, journal.header.seed, journal.entries[0].at)
        except Exception as error:  # whatever a content that answers for itself and means nothing leads to
            journal.close()
            said = tr("Le début du fichier {name} ne peut pas être rejoué.", name=journal.path.name)
            raise JournalError("damaged-start", said) from error
        session = cls(game, begin, journal, now)
        session.damage = journal.damage
        session.clock = not_before(now, journal.entries[-1].at)
        for entry in journal.entries[1:]:
            try:
                session._again(entry)
            except Exception:  # nor does a file play what this version does not know
                journal.close()
                session.damage = tr(
                    "L’action {n} du fichier {name} n’est pas connue de cette version. La séance s’ouvre en "
                    "lecture seule, jusque-là.",
                    n=entry.number,
                    name=journal.path.name,
                )
                break
        return session

    def _again(self, entry: Entry) -> None:
        """Play a journalled command; where the recorded state is another, the recorded one counts.

        One that is lost did nothing that is known. What follows is played on what is left, and is right again
        from the next state recorded.
        """
        assert self._journal is not None
        before, damaged = self.game, bool(self._journal.lost)
        command: Command = Undo(to=entry.number - 1)
        by = FACILITATOR
        game = changed(before, number=entry.number, at=max(entry.at, before.table.at))
        try:
            if entry.command or not damaged:
                command, by = from_json(entry.command), author_in(entry.command)
                game, _ = self._next(command, entry.at, by)
            else:
                self.lost.add(entry.number - 1)
        except Refused:
            self.refused.add(entry.number - 1)
            self.changed_rules |= not damaged
        except Exception:  # on a state in which something is missing, anything may be impossible
            if not damaged:
                raise
            self.lost.add(entry.number - 1)
        if entry.digest and game.digest() != entry.digest:
            self.changed_rules |= not damaged
            recorded = self._journal.snapshot(entry.number)
            if recorded is not None:
                game = game.restored(recorded)
        self._publish(command, game, by)

    # ---- Playing --------------------------------------------------------------------------------------

    @property
    def game(self) -> Game:
        """The session as it is now."""
        return self.history[-1]

    @property
    def path(self) -> Path | None:
        return self._journal.path if self._journal else None

    def legal(self, by: Actor = FACILITATOR) -> tuple[Legal, ...]:
        """Every kind of command that an author may give now."""
        return () if self.damage else procedure.legal(self.game, by)

    def do(self, command: Command, by: Actor = FACILITATOR, on: int | None = None) -> tuple[Event, ...]:
        """Carry a command out; returns once it is on the disk.

        `by` is who gives it. `on` is the number of the command after which its author saw what they answer to
        (`game.table.number` then): what is over meanwhile is refused as late. Raises Refused (also with the
        code "not-saved" where the file could not be written): nothing changed.
        """
        if self.damage:
            raise procedure.refuse("read-only")
        if on is not None and not 0 < on <= len(self.history):
            raise procedure.refuse("late")
        if on is not None and procedure.late(self.history[on - 1], self.game, command):
            raise procedure.refuse("late")
        at = max(self.clock(), self.game.table.at)
        game, events = self._next(command, at, by)
        self._write(command, game, at, by)
        self._publish(command, game, by)
        return events

    def _next(self, command: Command, at: float, by: Actor) -> tuple[Game, tuple[Event, ...]]:
        if isinstance(command, Undo):
            procedure.check(self.game, command, by)
            target = self.history[command.to - 1]
            return procedure.rewind(self.game, target, at, self._between(command.to - 1))
        return procedure.apply(self.game, command, at, by)

    def _write(self, command: Command, game: Game, at: float, by: Actor) -> None:
        if self._journal is None:
            return
        try:
            self._journal.append(*self._row(command, game, at, by))
        except JournalError as error:
            raise Refused("not-saved", error.sentence) from error

    def _row(self, command: Command, game: Game, at: float, by: Actor = FACILITATOR) -> Row:
        """What the file keeps of a command: the whole state too where it leads to another phase."""
        old, new = self.game.table, game.table
        moved = game is self.game or (old.phase, len(old.rounds)) != (new.phase, len(new.rounds))
        snapshot = game.to_data() if moved else None
        return Row(at, to_json(command, by), procedure.digest(snapshot) if snapshot else "", snapshot)

    def save_elsewhere(self, path: Path) -> None:
        """Write the whole session to a new file and go on in it; the file before is left as it is.

        A way on where that file cannot be written any more, or only be read. Raises JournalError where the
        new one cannot be made, or where commands are missing: nothing has changed then.
        """
        if self._journal is None:
            raise JournalError("not-saved", tr("Cette séance n’est pas enregistrée."))
        if not self.whole:
            raise JournalError("not-saved", self.damage)
        self._journal = self._journal.elsewhere(path)
        self.damage = ""

    def image(self) -> bytes | None:
        """What another process needs to `read` this session while it is open here; None where the file itself
        can be read. JournalError where it cannot be had.
        """
        return self._journal.image() if self._journal else None

    @property
    def whole(self) -> bool:
        """Whether every command is there, so that the session can be saved elsewhere and played on."""
        return self._journal is not None and not self.lost and len(self.history) == len(self._journal.entries)

    @property
    def identity(self) -> str:
        """What tells this session from every other; "" for one in memory."""
        return self._journal.identity if self._journal else ""

    def unsent(self) -> Mapping[str, Any]:
        """What stood in fields, unrecorded, when `keep_unsent` was last called: plain JSON data."""
        return self._journal.unsent() if self._journal else {}

    def keep_unsent(self, data: Mapping[str, Any]) -> bool:
        """Keep in the session's file what is half done. False where that could not be written now."""
        if self._journal is not None and not self.damage:
            try:
                self._journal.keep_unsent(data)
            except JournalError:
                return False
        return True

    def _publish(self, command: Command, game: Game, by: Actor) -> None:
        self._tree.add(command.to - 1 if isinstance(command, Undo) else len(self.history) - 1)
        before = self.game
        self.history.append(game)
        self.commands.append(command)
        self.authors.append(by)
        if before.in_secret and game.table.phase == "reveal":
            self.revealed |= frozenset(self._choice_before(len(self.history) - 2))
        self._log.follow(self)

    def _choice_before(self, number: int) -> Iterator[int]:
        """The commands of a choice up to this one, the last first."""
        while self.history[number].in_secret:
            yield number
            number = self._tree.before(number)

    def close(self) -> None:
        """Give the file back; what was done is already on the disk."""
        if self._journal is not None:
            self._journal.close()

    # ---- Looking --------------------------------------------------------------------------------------

    def view(
        self, audience: Audience, language: str | None = None, plain: bool = False, like: View | None = None
    ) -> View:
        """What an audience may see now, in a language (the one in use by default), easy to read or not; see
        `engine.view.of` for `like`."""
        wanted = language or current()
        log = self.log(wanted) if audience.backstage else ()
        return of(self.game, audience, wanted, plain, log, bool(self.damage), like)

    def log(self, language: str) -> Sequence[JournalLine]:
        """Every command in words, the first first; those gone back on are marked. What is done while choices
        are being made is told after their reveal, and never where they came to none. A line is made when it
        is read."""
        return self._log.lines(self, language)

    def way(self) -> list[Game]:
        """The games on the way to the present, in order: those gone back on are left out."""
        return [self.history[index] for index in self.standing()]

    def standing(self) -> Way:
        """Indices in `history` of the commands that still count: those on the way to the present."""
        return self._tree.to(len(self.history) - 1)

    def _between(self, to: int) -> list[Command]:
        """The commands that set the present and another game apart, going back itself left out."""
        apart = sorted(self.standing() ^ self._tree.to(to))
        return [self.commands[n] for n in apart if not isinstance(self.commands[n], Undo)]


def replayed(scenario: Scenario, seed: int, commands: Sequence[Command], times: Iterable[float]) -> Session:
    """A session in memory out of its commands, the first of which is Begin; Refused where one is illegal."""
    clock = iter(times)
    begin = commands[0]
    if not isinstance(begin, Begin):
        raise procedure.refuse("wrong-phase")
    session = Session.create(scenario, begin, seed, now=lambda: next(clock, 0.0))
    for command in commands[1:]:
        session.do(command)
    return session
