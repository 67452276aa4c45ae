"""The hearing: once a session, somebody stands and answers one question for sixty seconds; the room says
whether it did.

It is opened from the negotiation, where people know what they want to hear before they promise, and goes back
there. Its sixty seconds are taken from the negotiation's time, so that an evening lasts as long with one.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from engine import numbers
from engine.agreement import word
from engine.language import tr
from engine.play.commands import Hear
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.legal import Code, Legal
from engine.play.phase import Phase, to_step
from engine.play.phases.negotiation import free
from engine.play.rule import HOLDS, Done, Rule, changed, in_round
from engine.play.table import Ballot, Clock, HearingRecord, Said
from engine.rules import hearing as rules
from engine.rules import state as states

KIND = "hearing"


def question(game: Game) -> str:
    """What the room is asked of whom it has heard this round."""
    return f"{KIND}:{game.playing.number}"


def taken(game: Game) -> HearingRecord | None:
    """The hearing of this session; None before there was one."""
    return next((record.hearing for record in game.table.rounds if record.hearing is not None), None)


def _hear(game: Game) -> Legal | Code:
    hearing = game.scenario.hearing
    if hearing is None or KIND not in game.schedule.phases:
        return "wrong-phase"
    if taken(game) is not None:
        return "hearing-used"
    askers = tuple(who for who in game.held or game.simulated if free(game, who)[rules.BACKING] > 0)
    heard = tuple(who for who in game.names.characters if who in game.held or who in hearing.heard)
    pairs = [(asker, who) for asker in askers for who in heard]
    if all(asker == who for asker, who in pairs):
        return "no-backing"
    return Legal("hear", askers, ids=heard, barred=tuple(f"{one}/{who}" for one, who in pairs if one == who))


def _check(game: Game, legal: Legal, command: Hear) -> Code | None:
    if not {command.asker, command.heard} <= set(game.names.characters):
        return "unknown-character"
    if command.asker == command.heard:
        return "hears-itself"
    if command.heard not in legal.ids:
        return "not-heard"
    if command.asker in legal.who:
        return None
    return "no-backing" if command.asker in (game.held or game.simulated) else "simulated"


def _perform(game: Game, command: Hear) -> Done:
    state = states.copy(game.state)
    asker, heard = map(game.names.character, (command.asker, command.heard))
    frank = None if command.heard in game.held else rules.is_frank(state, heard, asker)
    rules.pay(state, asker)
    record = HearingRecord(command.asker, command.heard, frank, back=game.table.step)
    game = replace(game, state=state)
    game = in_round(game, hearing=record, tokens=tuple(trio(row) for row in state.tokens))
    clock = _for_a_minute(game.table.clock, game.table.at)
    game = changed(game, phase=KIND, step="asked", since=game.table.number, clock=clock, passed_to=None)
    return game, (Event("phase", KIND, number=len(game.table.rounds)),)


def _for_a_minute(clock: Clock, now: float) -> Clock:
    """The timer of who speaks, in the time of the negotiation; nothing where that is untimed."""
    after = clock.ends if clock.left is None else now + clock.left
    if after is None:
        return clock
    return replace(clock, ends=now + numbers.HEARING, left=None, after=after)


def _turn(game: Game, step: str) -> Done:
    return to_step(_judged(game), step) if step == "judged" else _back(game)


def _judged(game: Game) -> Game:
    """The room has said whether it was an answer: trust moves."""
    record = game.playing.hearing
    assert record is not None  # nobody comes here before
    said = _said(*game.table.ballots.get(question(game), Ballot()).counts())
    state = states.copy(game.state)
    heard = game.names.character(record.heard)
    rules.judge(state, heard, said)
    moved = tuple((state.trust[:, heard] - game.state.trust[:, heard]).tolist())
    words: dict[int, Said] = {rules.ANSWERED: "answered", rules.DODGED: "dodged", rules.LEVEL: "level"}
    return in_round(replace(game, state=state), hearing=replace(record, said=words[said], trust=moved))


def _said(yes: int, no: int, unsure: int) -> int:
    """What the room says, by the word that stands beside its vote; of a few voices, twice as many decide."""
    found = word(yes, no, unsure)
    if found in ("agree", "rather") or (found == "few" and yes > unsure and yes >= 2 * no):
        return rules.ANSWERED
    if found in ("disagree", "rather-not") or (found == "few" and no > unsure and no >= 2 * yes):
        return rules.DODGED
    return rules.LEVEL


def _back(game: Game) -> Done:
    """To the negotiation, as it was left, in the time that it still has."""
    record, clock = game.playing.hearing, game.table.clock
    assert record is not None
    if clock.after is not None:
        clock = replace(clock, ends=clock.after, left=None, after=None)
    game = changed(game, phase="negotiation", clock=clock, since=game.table.number)
    return to_step(game, record.back)


# ---- Shown and told ---------------------------------------------------------------------------------------


def _title(step: str) -> str:
    return tr("Audition : ce que dit la salle") if step == "judged" else tr("Audition")


def _way_on(game: Game) -> str:
    return tr("Clore l’audition") if game.table.step == "asked" else tr("Revenir à la négociation")


def _told(view: Any) -> Iterator[str]:
    """Who asked whom what, and what was answered where the program answers."""
    hearing = view.hearing
    yield hearing.asked
    if hearing.question:
        yield tr("« {text} »", text=hearing.question)
    if hearing.answer:
        yield tr("{name} : « {says} »", name=view.character(hearing.heard).short, says=hearing.answer)


RULES = {"hear": Rule(_hear, _perform, _check, HOLDS)}

PHASE = Phase(
    KIND,
    title=_title,
    opens=lambda _game: tr("Ouvrir l’audition"),
    commands=frozenset({"vote", "tally"}),
    steps=lambda _game: ("asked", "judged", "back"),
    skips=lambda game: game.table.phase != KIND,  # it is opened from the negotiation, where somebody asks
    turn=_turn,
    way_on=_way_on,
    questions=lambda game: (question(game),) if game.table.step == "asked" else (),
    told=_told,
)
