"""The whole Bilan out of a game: every measure, with words put on in the language in use."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from engine.content.model import Condition, Rung
from engine.debrief import journey, participation, record
from engine.debrief.alternatives import alternatives
from engine.debrief.film import film
from engine.debrief.opinions import Asked, opinions
from engine.debrief.types import (
    Bilan,
    DebateLine,
    Gap,
    PactLine,
    ResultLine,
    RungLine,
    RungSeen,
    Said,
    SaidLine,
    SecretLine,
    VoiceLine,
)
from engine.fixed import tenths
from engine.language import current, tr
from engine.play.game import Game
from engine.play.reasons import remembered
from engine.play.table import Ballot, NoteRecord, PromiseRecord, RoundRecord
from engine.rules.state import FACT_NAMES
from engine.telling import conditions, debates, exercise, pacts
from engine.telling.people import character, name, sheet
from engine.telling.projects import promise, title
from engine.telling.reader import Reader
from engine.telling.reasons import decided, said
from engine.telling.vocabulary import fact_word, listed, rung_word, tokens
from engine.view.types import ROOM
from engine.view.veil import veil


def bilan(game: Game, plain: bool = False) -> Bilan:
    """The debrief of a session, running or finished, as the room may see it.

    Shares and counts are described in `engine.debrief.types`; nothing here ranks anyone.
    """
    reader = Reader(current(), plain, game.one)
    veiled = veil(game, ROOM, reader)
    seen = veiled.game
    played = record.rounds(game)
    at_start = record.start(game.board)
    at_end = played[-1].trust if played else at_start
    ids = game.names.characters
    return Bilan(
        title=reader.read(game.scenario.title),
        rounds=len(played),
        participants=game.begin.participants,
        success=_success(game),
        je_nous=journey.je_nous(played, at_start, _own(game, "before"), _own(game, "after")),
        opinions=opinions(_asked(seen, reader)),
        participation=tuple(_rungs(seen, reader, played)),
        words_kept=journey.words_kept(played, ids),
        voices=_voices(game, reader),
        network=journey.network(at_start, at_end, ids),
        results=_results(game),
        gaps=_gaps(game),
        alternatives=alternatives(seen),
        said=_said(game),
        debates=tuple(_debates(seen, reader)),
        secrets=_secrets(game, reader),
        film=film(veiled, played, at_start),
        pacts=tuple(_pacts(seen, reader)),
        aim=_aim(game, reader),
    )


def _pacts(seen: Game, reader: Reader) -> Iterator[PactLine]:
    """The pacts of the rounds that were revealed, round by round."""
    for r, revealed in zip(seen.table.rounds, seen.records, strict=False):
        for pact in r.pacts:
            broken = pacts.broken_by(pact, revealed, seen)
            became = pacts.became(seen, reader, pact, revealed)
            yield PactLine(r.number, pact.who, pact.other, became, broken)


def _success(game: Game) -> bool | None:
    """Whether the ending reached is a success; None where there is none."""
    outcome = game.table.outcome
    return next((e.success for e in game.scenario.endings if outcome and e.id == outcome.ending), None)


def _aim(game: Game, reader: Reader) -> str:
    """What the least demanding success asks, the last one tried; and that no failure tried before it fits."""
    tried = [e for e in game.scenario.endings if e.when is not None]
    succeeds = [n for n, e in enumerate(tried) if e.success]
    if not succeeds:
        return ""
    asked = tried[succeeds[-1]].when
    needs = list(asked.every or (asked,)) if asked is not None else []
    needs += [Condition(none=(e.when,)) for e in tried[: succeeds[-1]] if e.when and not e.success]
    told = [conditions.words(game.scenario, reader, one, game.begin.duration) for one in needs]
    return tr("But commun : {what}.", what=listed(told))


def _voices(game: Game, reader: Reader) -> tuple[VoiceLine, ...]:
    """What each simulated character has to say of the session; nothing of one that did nothing yet."""
    kept = [remembered(game, who) for who in game.simulated]
    return tuple(
        VoiceLine(one.who, said(game, reader, one), decided(game, reader, one)) for one in kept if one
    )


def _own(game: Game, when: str) -> Sequence[int]:
    """Own placings of all tables together, 7 counts, or none where nobody was asked."""
    rows = [p.counts for p in game.table.own_placings if p.when == when]
    return [sum(column) for column in zip(*rows, strict=True)]


def _asked(seen: Game, reader: Reader) -> list[Asked]:
    """Every question answered and shown, in the order of the session."""
    asked = []
    for r in seen.table.rounds:
        asked += [
            _one(seen, f"forecast:{p.id}", _forecast_text(seen, reader, r.number, p)) for p in r.promises
        ]
        act = next((act for act in r.acts if act.id == r.picked), None)
        if act is not None:
            told = debates.told(seen, reader, r, act)
            first = _one(seen, f"verdict:{r.number}:1", told)
            second = _one(seen, f"verdict:{r.number}:2", told, first)
            asked += [second if any(second.total()) else first]
            _, statement = debates.question(seen, reader, r, act)
            asked += [_one(seen, f"statement:{r.number}", statement)]
    return [a for a in asked if any(a.total())]


def _debates(seen: Game, reader: Reader) -> Iterator[DebateLine]:
    """What those who train made of the act debated in each round, where they answered something."""
    for r in seen.table.rounds:
        act = next((act for act in r.acts if act.id == r.picked), None)
        if act is None or r.exercise is None:
            continue
        coop, not_coop, _ = seen.table.ballots.get(f"verdict:{r.number}:1", Ballot()).counts()
        said = exercise.sentences(seen, reader, r, act, r.exercise)
        rows = zip(said, r.exercise.sorted, strict=False)
        told = tuple((text, exercise.claim_word(claim), claim == given) for (claim, text), given in rows)
        if coop or not_coop or told:
            yield DebateLine(r.number, debates.told(seen, reader, r, act), coop, not_coop, told)


def _forecast_text(seen: Game, reader: Reader, number: int, made: PromiseRecord) -> str:
    """What was forecast, and what came of it: "Marc Vasseur donnera 2 moyens au café. TENU"."""
    what = {"tokens": tokens(made.tokens), "toward": promise(seen, reader, made)}
    if made.who == reader.you:
        said = tr("Vous donnerez {tokens} {toward}.", **what)
    else:
        said = tr("{name} donnera {tokens} {toward}.", name=name(seen, made.who), **what)
    if number > len(seen.records):
        return said
    names, fact = seen.names, seen.records[number - 1].fact
    return f"{said} {fact_word(FACT_NAMES[fact[names.character(made.who), names.project(made.project)]])}"


def _one(seen: Game, question: str, text: str, first: Asked | None = None) -> Asked:
    ballot = seen.table.ballots.get(question, Ballot())
    return Asked(
        question,
        "forecast" if question.startswith("f") else "verdict" if question.startswith("v") else "statement",
        text,
        tables={table: (yes, no, unsure) for table, yes, no, unsure in ballot.tallies},
        voters={voter: answer for voter, _, answer in ballot.votes},
        voter_tables={voter: table for voter, table, _ in ballot.votes},
        first=first,
    )


def _rungs(seen: Game, reader: Reader, played: Sequence[record.Played]) -> list[RungLine]:
    """Each round's announced rungs (of what was completed) beside the practised one."""
    lines = []
    for r, round_ in zip(played, seen.table.rounds, strict=False):
        projects = [seen.names.projects[p] for p in r.completed]
        own = any(_rung(seen, project) == "initiative" for project in projects)
        theirs = {who for who in round_.ticks if character(seen, reader, who).family == "inhabitants"}
        share, observers = _ticked(round_, set(round_.ticks))
        residents = _lived(round_, theirs, own)
        others = _lived(round_, set(round_.ticks) - theirs, own)
        lived = residents or others
        lines.append(
            RungLine(
                r.number,
                tuple((title(seen, reader, p), rung_word(_rung(seen, p))) for p in projects),
                lived.rung if lived else None,
                share,
                observers,
                residents,
                others,
            )
        )
    return lines


def _ticked(round_: RoundRecord, followed: Set[str]) -> tuple[participation.Shares | None, int]:
    """What those saw who follow these characters, and how many they are."""
    ticks = [marks for who, marks in round_.ticks.items() if who in followed]
    counted = [round_.observers.get(who, 0) for who in round_.ticks if who in followed]
    return participation.shares(ticks, counted), participation.watching(ticks, counted)


def _lived(round_: RoundRecord, followed: Set[str], initiative: bool) -> RungSeen | None:
    """The rung that these characters lived; None where nobody watched them."""
    share, observers = _ticked(round_, followed)
    return RungSeen(rung_word(participation.practised(share, initiative)), observers) if share else None


def _rung(game: Game, project: str) -> Rung:
    """The rung that a project's card announces; the room's own project is an initiative."""
    return next((p.rung for p in game.scenario.projects if p.id == project), "initiative")


def _results(game: Game) -> tuple[ResultLine, ...]:
    """quartier × moi; goals stay their holders' own until the Bilan."""
    if game.table.phase != "bilan":
        return ()
    lines = []
    for i, who in enumerate(game.names.characters):
        gain, goal = int(game.state.total[i]), int(game.board.goal[i])
        lines.append(ResultLine(who, gain >= goal, tenths(gain, goal), tenths(goal)))
    return tuple(lines)


def _secrets(game: Game, reader: Reader) -> tuple[SecretLine, ...]:
    """What each wanted to save; like the goals, its holder's own until the Bilan."""
    reached = {line.who: line.reached for line in _results(game)}
    members = {member.character: member for member in game.scenario.cast}
    return tuple(
        SecretLine(who, sheet(game, reader, members[who]).wants, reached[who])
        for who in game.names.characters
        if who in reached and who in members and members[who].secret
    )


def _gaps(game: Game) -> tuple[Gap, ...]:
    """Where holders went elsewhere than the model proposed; those who accepted leave none."""
    return tuple(
        Gap(
            r.number,
            who,
            tenths(at.placed[0] - at.proposed[0]),
            tenths(at.placed[1] - at.proposed[1]),
        )
        for r in game.table.rounds
        for who, at in r.placings.items()
        if at.placed != at.proposed
    )


def _said(game: Game) -> Said:
    """Words noted, by what they are for."""
    lines = {
        tags: tuple(_line(note) for note in game.table.notes if note.tag in tags and not note.withdrawn)
        for tags in (_WORDS, ("missing",), ("takeaway",), ("commitment",))
    }
    return Said(lines[_WORDS], lines[("missing",)], lines[("takeaway",)], lines[("commitment",)])


def _line(note: NoteRecord) -> SaidLine:
    words = SaidLine(note.id, note.round, note.text, note.speaker, note.tag, note.at, note.due)
    told = note.followed
    if told is None:
        return words
    return replace(words, became=told.became, happened=told.happened, checked=told.at)


_WORDS = ("word", "idea", "question", "disagreement", "sentence")
