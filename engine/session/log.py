"""The journal of a session in words: which commands may be told of, each a sentence when it is read."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.lazy import Lazy
from engine.play import procedure
from engine.play.commands import Undo
from engine.play.game import Game
from engine.telling import journal
from engine.telling.reader import Reader
from engine.view.types import JournalLine
from engine.view.veil import may_tell

if TYPE_CHECKING:
    from engine.session.session import Session


class Log:
    """What may be told of a session's commands, kept up as they come, so that a view of ten thousand costs
    what a view of ten does.
    """

    def __init__(self) -> None:
        self._round = 0
        self._revealed: frozenset[int] = frozenset()
        self._choices: dict[int, int] = {}
        self._seen = 0
        self._numbers: list[int] = []
        self._said: dict[tuple[str, int], str] = {}

    def lines(self, session: "Session", language: str) -> Sequence[JournalLine]:
        """Every command that may be told of now, the first first; those gone back on are marked."""
        numbers, way, revealed = self.follow(session), session.standing(), session.revealed

        def line(i: int) -> JournalLine:
            number = numbers[i]
            game = session.history[number]
            said = self._sentence(session, number, revealed, language)
            return JournalLine(
                number + 1, game.table.at, len(game.table.rounds), said, number not in way,
                session.commands[number].kind,
            )  # fmt: skip

        return Lazy(len(numbers), line)

    def follow(self, session: "Session") -> list[int]:
        """Indices of the commands that may be told of; a list that was given grows only at its end."""
        now, revealed = session.game, session.revealed
        back = self._doubtful(now, revealed)
        if back < self._seen:
            self._numbers, self._seen = self._numbers[: bisect_left(self._numbers, back)], back
        for number in range(self._seen, len(session.history)):
            then = session.history[number]
            if then.in_secret:
                self._choices.setdefault(len(then.table.rounds), number)
            if may_tell(now, then, session.commands[number].kind, number in revealed):
                self._numbers.append(number)
        self._seen, self._revealed = len(session.history), revealed
        return self._numbers

    def _doubtful(self, now: Game, revealed: frozenset[int]) -> int:
        """From which index on `may_tell` may say now what it did not say before: from the choices that begin
        or end, or were revealed."""
        before, self._round = self._round, len(now.table.rounds) if now.in_secret else 0
        found = [] if self._round == before else [self._choices.get(n) for n in (before, self._round)]
        if revealed is not self._revealed:
            found.append(min(revealed - self._revealed, default=None))
        return min((index for index in found if index is not None), default=self._seen)

    def _sentence(self, session: "Session", number: int, revealed: frozenset[int], language: str) -> str:
        """One command in words."""
        command = session.commands[number]
        if isinstance(command, Undo) and number not in session.refused | session.lost:
            return self._gone_back(session, command, revealed, language)
        if (language, number) not in self._said:
            self._said[language, number] = _said(session, number, _reader(session, language))
        return self._said[language, number]

    def _gone_back(self, session: "Session", undo: Undo, revealed: frozenset[int], language: str) -> str:
        to = undo.to - 1
        while isinstance(after := session.commands[to], Undo):
            to = after.to - 1
        secret = procedure.RULES[after.kind].secret and to not in revealed
        said = "" if secret else self._sentence(session, to, revealed, language)
        return journal.undone(said, session.history[to], _reader(session, language))


def _said(session: "Session", number: int, reader: Reader) -> str:
    if number in session.lost:
        return journal.lost(reader)
    if number in session.refused:
        return journal.refused(reader)
    before = session.history[max(0, number - 1)]
    return journal.sentence(session.commands[number], before, session.history[number], reader)


def _reader(session: "Session", language: str) -> Reader:
    """Who reads the journal: whoever leads, or who plays alone."""
    return Reader(language, you=session.game.one)
