"""Forecasts and the debate, as an audience sees them."""

from engine.agreement import shift
from engine.agreement import word as agreement
from engine.language import typo
from engine.play.commands import CLAIMS
from engine.play.table import Act, RoundRecord
from engine.play.votes import expected
from engine.telling import debates, exercise
from engine.view.projects import promise
from engine.view.types import ActView, Counts, DebateView, ExerciseView, ForecastView, SentenceView
from engine.view.veil import Seen


def counts(seen: Seen, question: str) -> Counts:
    """Answers to one question: how many came in, and, where they may be seen, what they are."""
    received = seen.received.get(question, 0)
    awaited = expected(seen.game, question) if seen.game.begin.participants else received
    people, excess = max(received, awaited), max(0, received - awaited)
    ballot = seen.game.table.ballots.get(question)
    voter = seen.voters.get(question)
    if ballot is None:
        return Counts(question, received, people, next_voter=voter, excess=excess)
    yes, no, unsure = ballot.counts()
    by_table = tuple((table, *row) for table, row in ballot.by_table().items() if table)
    word = debates.vote_word(question, (yes, no, unsure), seen.game.alone)
    found = agreement(yes, no, unsure) if yes + no + unsure else None
    return Counts(question, received, people, yes, no, unsure, word, by_table, voter, excess, found)


def forecasts(seen: Seen) -> tuple[ForecastView, ...]:
    """The promises put to the forecast this round."""
    record = seen.game.round
    if record is None or not seen.game.in_round:
        return ()
    by_id = {p.id: p for p in record.promises}
    return tuple(
        ForecastView(promise(seen, by_id[id_]), counts(seen, f"forecast:{id_}")) for id_ in record.selected
    )


def debate(seen: Seen) -> DebateView | None:
    """The acts that may be debated, the one that is, and what the room says of it."""
    record = seen.game.round
    if record is None or seen.game.table.phase != "debate":
        return None
    acts = tuple(act_view(seen, record, act) for act in record.acts)
    picked = next((act for act in acts if act.id == record.picked), None)
    first, second, statement = (
        counts(seen, question)
        for question in (
            f"verdict:{record.number}:1",
            f"verdict:{record.number}:2",
            f"statement:{record.number}",
        )
    )
    changed, exact = moved(seen, first, second)
    return DebateView(
        acts=acts,
        picked=picked,
        first=first,
        second=second if seen.game.table.step in ("revote", "map") else None,
        statement=statement,
        changed=changed,
        sentence=_outcome(seen, first, second, changed, exact),
        kept=_kept(seen),
        exercise=_exercise(seen, record),
    )


def _exercise(seen: Seen, record: RoundRecord) -> ExerciseView | None:
    """What those who train are asked of the act debated, and once they have answered what it is."""
    game, asked = seen.game, record.exercise
    act = next((act for act in record.acts if act.id == record.picked), None)
    if asked is None or act is None:
        return None
    said = exercise.sentences(game, seen.reader, record, act, asked)
    return ExerciseView(
        sentences=tuple(
            SentenceView(text, claim, given, exercise.claim_word(claim), exercise.why(claim))
            for (claim, text), given in zip(said, asked.sorted, strict=True)
        )
        if asked.sorted
        else tuple(SentenceView(text) for _, text in said),
        words=tuple((claim, exercise.claim_word(claim)) for claim in CLAIMS),
        journal=exercise.journal(game, seen.reader, act.who),
        readings=tuple((one.who, exercise.reading(game, seen.reader, one)) for one in asked.readings)
        if asked.sorted
        else (),
    )


def _kept(seen: Seen) -> tuple[str, ...]:
    """The sentences of this debate, where it is written rather than held aloud."""
    game = seen.game
    here = (note for note in game.table.notes if note.round == len(game.table.rounds) and not note.withdrawn)
    return tuple(typo(note.text) for note in here if note.tag == "sentence") if game.alone else ()


def moved(seen: Seen, first: Counts, second: Counts) -> tuple[int | None, bool]:
    """How many people changed their mind between a vote and its repeat, and whether that is exact; None
    before both are seen. Never who."""
    if first.yes is None or second.yes is None or not first.received or not second.received:
        return None, False
    ballots = seen.game.table.ballots
    was, now = ballots[first.question], ballots[second.question]
    return shift(was.counts(), now.counts(), was.by_voter(), now.by_voter())


def _outcome(seen: Seen, first: Counts, second: Counts, changed: int | None, exact: bool) -> str:
    last = second if second.yes is not None and second.received else first
    answers = (last.yes, last.no or 0, last.unsure or 0) if last.yes is not None else None
    return debates.outcome(last.question, answers, changed, exact, seen.game.alone)


def act_view(seen: Seen, record: RoundRecord, act: Act) -> ActView:
    """An act in words: what was promised, what was given, and the question that a debate card asks of it."""
    question, statement = debates.question(seen.game, seen.reader, record, act)
    another = act.others[0] if act.others else ""
    said = debates.told(seen.game, seen.reader, record, act)
    about = next(card.about for card in seen.game.scenario.debates if card.id == act.card)
    return ActView(act.id, act.who, said, question, statement, another, about == "situation")
