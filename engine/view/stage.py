"""Where the session stands: phase, clock, situation, ending."""

from engine.content.model import FaceCard, Voice
from engine.fixed import tenths
from engine.play.phases import PHASES
from engine.play.phases.situation import leavers
from engine.telling import devices, effects
from engine.telling.phases import next_label, phase_word
from engine.telling.reader import character_card, member_of
from engine.view.people import standing
from engine.view.types import (
    ClockView,
    Countdown,
    EndingView,
    Expression,
    Handover,
    LetterView,
    PhaseView,
    SituationView,
)
from engine.view.veil import Seen


def phase(seen: Seen) -> PhaseView:
    """The phase, its place in the round, and what going on would do."""
    table, schedule = seen.game.table, seen.game.schedule
    return PhaseView(
        kind=table.phase,
        step=table.step,
        round=len(table.rounds),
        rounds=schedule.rounds,
        title=phase_word(table.phase),
        minutes=schedule.of(table.phase),
        steps=tuple(
            (kind, phase_word(kind))
            for kind in schedule.of_round(seen.game.in_last_round)
            if _comes(seen, kind)
        ),
        next_label=next_label(seen.game),
        act=devices.act(seen.game, seen.reader) if seen.game.in_round else "",
    )


def _comes(seen: Seen, kind: str) -> bool:
    """Whether a phase of the rounds has anything to do in this one."""
    return not seen.game.in_round or not PHASES[kind].skips(seen.game)


def clock(seen: Seen) -> ClockView:
    """The timer, and the session's pace: `late` is how much later than planned this phase will end."""
    game, now = seen.game, seen.game.table.clock
    schedule = game.schedule
    if not schedule.total:
        return ClockView(now.started, None, None, now.session_started, None, 0.0)
    due = now.session_started + 60.0 * schedule.until(game.table.phase, len(game.table.rounds))
    ends = now.started + 60.0 * schedule.of(game.table.phase)
    if now.after is not None:
        ends = now.after
    elif now.ends is not None:
        ends = now.ends
    elif now.left is not None:
        ends = game.table.at + now.left
    planned_end = now.session_started + 60.0 * schedule.total
    return ClockView(now.started, now.ends, now.left, now.session_started, planned_end, ends - due)


def situation(seen: Seen) -> SituationView | None:
    """The round's event, with its voice; None before the first round and after the last. Nothing has been
    played before the first: whatever comes then has no cause in what was done, or not done.
    """
    game, record = seen.game, seen.game.round
    if record is None or not game.in_round:
        return None
    card = next(c for c in game.scenario.situations if c.id == record.situation)
    face, expression, name = _voice(seen, card.voice)
    because = card.because if len(game.table.rounds) > 1 else None
    return SituationView(
        id=card.id,
        title=seen.read(card.title),
        text=seen.read(card.text),
        pictogram=card.pictogram,
        voice_face=face,
        voice_expression=expression,
        voice_name=name,
        voice_says=seen.read(card.voice.says),
        question=seen.read(card.question),
        effects=effects.told(game, seen.reader, card.effects),
        because=seen.read(because) if because is not None else "",
    )


def letters(seen: Seen) -> tuple[LetterView, ...]:
    """What comes back with this round, and how much waits for the next ones."""
    if not seen.game.in_round:
        return ()
    return tuple(LetterView(*letter) for letter in devices.letters(seen.game, seen.reader))


def handed_over(seen: Seen) -> tuple[Handover, ...]:
    """Who left their seat as this round began, and who took it."""
    return tuple(_handover(seen, who) for who in leavers(seen.game)) if seen.game.in_round else ()


def _handover(seen: Seen, who: str) -> Handover:
    member, cards = member_of(seen.game, who), seen.game.scenario.characters
    before, after = cards[who], character_card(seen.game, who)
    return Handover(
        who=who,
        before=before.name,
        before_role=seen.read(before.role),
        before_face=before.face,
        after=after.name,
        after_role=seen.read(after.role),
        after_face=after.face,
        why=seen.read(member.leaves.says) if member.leaves else "",
        said=devices.handed_over(seen.game, seen.reader, who),
    )


def countdowns(seen: Seen) -> tuple[Countdown, ...]:
    """The scenario's clocks, as they stand."""
    game = seen.game
    moves = game.records[-1].ticked.tolist() if game.laid_open else [0] * len(game.scenario.clocks)
    return tuple(
        Countdown(clock.id, seen.read(clock.title), clock.size, filled, by)
        for clock, filled, by in zip(game.scenario.clocks, game.state.segments.tolist(), moves, strict=True)
    )


def _voice(seen: Seen, voice: Voice) -> tuple[FaceCard | None, Expression, str]:
    """Who speaks: of a seat that changed hands, whoever sits there now."""
    game = seen.game
    if voice.character is None:
        return voice.face, "calm", voice.name or ""
    card = character_card(game, voice.character)
    expression: Expression = "concerned"
    if voice.character in game.names.characters:
        expression = standing(seen, game.names.character(voice.character)).expression
    return card.face, expression, card.name


def ending(seen: Seen) -> EndingView | None:
    """The ending reached, at the Bilan; None where there was none (`View.outcome` says why)."""
    outcome = seen.game.table.outcome
    for card in seen.game.scenario.endings:
        if outcome is not None and card.id == outcome.ending:
            return EndingView(card.id, seen.read(card.title), seen.read(card.text), card.success)
    return None


def results(seen: Seen) -> tuple[tuple[str, bool, float, float], ...] | None:
    """At the Bilan, in the order of the cast: (character, reached its goal, gain, goal). Never a ranking."""
    game = seen.game
    if game.table.phase != "bilan":
        return None
    rows = zip(game.names.characters, game.state.total.tolist(), game.board.goal.tolist(), strict=True)
    return tuple((w, gain >= goal, tenths(gain, goal), tenths(goal)) for w, gain, goal in rows)
