"""What unites and what divides: every forecast, verdict and statement that the room answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from engine import agreement
from engine.agreement import FEWEST_VOTERS, consensus, word
from engine.debrief import groups
from engine.debrief.types import OpinionGroup, Opinions, StatementLine
from engine.language import tr
from engine.play.commands import Answer
from engine.telling.debates import vote_word

Tally = tuple[int, int, int]
_ANSWERS: tuple[Answer, ...] = ("yes", "no", "unsure")
_NUMBER: Mapping[Answer, float] = {"yes": 1.0, "no": -1.0, "unsure": 0.0}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and its answers: `tables` counted by hand, `voters` answered one by one.

    `first` is the same question's earlier vote where it was voted twice.
    """

    question: str
    kind: Literal["forecast", "verdict", "statement"]
    text: str
    tables: Mapping[str, Tally] = field(default_factory=dict)
    voters: Mapping[int, Answer] = field(default_factory=dict)
    voter_tables: Mapping[int, str] = field(default_factory=dict)
    first: "Asked | None" = None

    def total(self) -> Tally:
        """Yes, no and unsure over the whole room."""
        by_hand = [sum(t[k] for t in self.tables.values()) for k in range(3)]
        given = list(self.voters.values())
        yes, no, unsure = (by_hand[k] + given.count(answer) for k, answer in enumerate(_ANSWERS))
        return yes, no, unsure

    def by_table(self) -> dict[str, Tally]:
        """Yes, no and unsure of each table, "" being people at none."""
        counts = {name: list(tally) for name, tally in self.tables.items()}
        for voter, answer in self.voters.items():
            row = counts.setdefault(self.voter_tables.get(voter, ""), [0, 0, 0])
            row[_ANSWERS.index(answer)] += 1
        return {name: (row[0], row[1], row[2]) for name, row in counts.items()}


def moved(first: Asked, second: Asked) -> int:
    """How many people changed their answer, exactly where each is known and at least otherwise."""
    return agreement.shift(first.total(), second.total(), first.voters, second.voters)[0]


def opinions(asked: Sequence[Asked]) -> Opinions:
    """All questions sorted by what they show, with the groups of opinion when there are honest ones."""
    found = _found(asked)
    members = found if found is not None else _tables(asked)
    lines = [_line(a, members) for a in asked if sum(a.total()) > 0]
    kind: Literal["found", "tables", "none"]
    kind = "found" if found is not None else "tables" if members else "none"
    agreed = [line for line in lines if line.word in ("agree", "disagree")]
    return Opinions(
        unites=tuple(sorted((x for x in agreed if not _foreseen(x)), key=_opinions_first)),
        foresaw=tuple(sorted((x for x in agreed if _foreseen(x)), key=_strength)),
        leans=tuple(
            sorted((x for x in lines if x.word in ("rather", "rather-not", "unsure")), key=_foreseen)
        ),
        divides=tuple(sorted((x for x in lines if x.word == "divided"), key=_closest_opinions_first)),
        few=tuple(sorted((x for x in lines if x.word == "few"), key=_foreseen)),
        groups=tuple(OpinionGroup(name, size) for name, size in _sizes(members).items()),
        groups_are=kind,
    )


@dataclass(frozen=True, slots=True)
class _Members:
    """Groups as voters (found) or as declared tables; only groups of FEWEST_VOTERS or more are in it."""

    voters: Mapping[str, frozenset[int]] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.voters or self.tables)


def _sizes(members: _Members) -> dict[str, int]:
    return {name: len(who) for name, who in members.voters.items()} or dict(members.tables)


def _found(asked: Sequence[Asked]) -> _Members | None:
    """Groups found among single voters, named by number: opinions make them, not who people are."""
    voters = sorted({v for a in asked for v in a.voters})
    matrix = np.full((len(voters), len(asked)), np.nan)
    for column, a in enumerate(asked):
        for row, voter in enumerate(voters):
            if voter in a.voters:
                matrix[row, column] = _NUMBER[a.voters[voter]]
    labels = groups.find(matrix)
    if labels is None:
        return None
    named: dict[str, frozenset[int]] = {}
    for number, label in enumerate(dict.fromkeys(labels.tolist()), 1):
        named[tr("groupe {n}", n=number)] = frozenset(
            v for v, own in zip(voters, labels, strict=True) if own == label
        )
    return _Members(voters=named)


def _tables(asked: Sequence[Asked]) -> _Members:
    """The declared tables as groups, two at least, leaving out any that would be under five people."""
    sizes: dict[str, int] = {}
    for a in asked:
        for name, tally in a.by_table().items():
            if name:
                sizes[name] = max(sizes.get(name, 0), sum(tally))
    large = {name: size for name, size in sizes.items() if size >= FEWEST_VOTERS}
    return _Members(tables=large) if len(large) > 1 else _Members()


def _line(a: Asked, members: _Members) -> StatementLine:
    yes, no, unsure = a.total()
    yes_word, no_word = {
        "forecast": (tr("tiendra"), tr("ne tiendra pas")),
        "verdict": (tr("COOP"), tr("pas COOP")),
    }.get(a.kind, (tr("d’accord"), tr("pas d’accord")))
    shares = _shares(a, members)
    return StatementLine(
        question=a.question,
        kind=a.kind,
        text=a.text,
        yes=yes,
        no=no,
        unsure=unsure,
        yes_word=yes_word,
        no_word=no_word,
        word=word(yes, no, unsure),
        said=vote_word(a.question, (yes, no, unsure)),
        consensus=consensus(shares) if shares else None,
        everywhere=_everywhere(shares),
        moved=moved(a.first, a) if a.first is not None and any(a.first.total()) else None,
    )


def _shares(a: Asked, members: _Members) -> list[tuple[int, int]]:
    """How many of each group answer as the room does, of how many of it who answer; [] without groups."""
    yes, no, _ = a.total()
    side: Answer = "yes" if yes >= no else "no"
    if members.voters:
        answers = [[a.voters[v] for v in who if v in a.voters] for who in members.voters.values()]
        return [(given.count(side), len(given)) for given in answers]
    if members.tables:
        tables = a.by_table()
        tallies = [tables.get(name, (0, 0, 0)) for name in members.tables]
        return [(t[0] if side == "yes" else t[1], sum(t)) for t in tallies]
    return []


def _everywhere(shares: Sequence[tuple[int, int]]) -> bool | None:
    """Whether most of each group that answers is on the room's side; None under two groups of some size."""
    large = [(agree, given) for agree, given in shares if given >= FEWEST_VOTERS]
    return all(2 * agree > given for agree, given in large) if len(large) > 1 else None


def _opinions_first(line: StatementLine) -> tuple[int, float]:
    """What people think before what they judged; then the strongest."""
    return ("statement", "verdict").index(line.kind), _strength(line)


def _foreseen(line: StatementLine) -> bool:
    """What people foresaw comes after what they think or judged."""
    return line.kind == "forecast"


def _closest_opinions_first(line: StatementLine) -> tuple[bool, int]:
    """What people think or judged before what they foresaw; then the most evenly divided."""
    return _foreseen(line), abs(line.yes - line.no)


def _strength(line: StatementLine) -> float:
    """Strongest agreement first: by consensus over groups where there are groups, else by share."""
    if line.consensus is not None:
        return -line.consensus
    given = line.yes + line.no + line.unsure
    return -max(line.yes, line.no) / given
