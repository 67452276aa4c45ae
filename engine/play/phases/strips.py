"""Strips: each corner writes a few words, the scribe reads them in another corner, and the corner that wrote
them says whether that is what it said.

The program never says whether words were betrayed: it tells how many are not as they were written.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from engine.content.model import Strips
from engine.language import tr
from engine.play.actors import Actor
from engine.play.commands import Carry, Write
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phase import Phase, to_step
from engine.play.rule import HOLDS, Done, Rule, changed, in_round
from engine.play.table import Ballot, StripRecord
from engine.rules import state as states
from engine.rules.corners import (
    ARRANGED,
    DISOWNED,
    IN_PART,
    RECOGNISED,
    TO,
    UNREAD,
    VERDICT,
    WAY,
    WORD_FOR_WORD,
    read_by_itself,
    verdict_of,
    way_of,
)
from engine.rules.state import State
from engine.rules.takings import set_takes

KIND: Final = "strips"
_VERDICTS: Final = {RECOGNISED: "yes", IN_PART: "partly", DISOWNED: "no"}
_SAID: Final = {word: verdict for verdict, word in _VERDICTS.items()}


def limits(game: Game) -> Strips:
    """How many words, and what they are worth."""
    assert game.scenario.corners is not None  # nobody asks elsewhere
    return game.scenario.corners.strips


def strip_of(game: Game, corner: str) -> StripRecord:
    """A corner's strip this round."""
    return next((one for one in game.playing.strips if one.corner == corner), StripRecord(corner))


def question(game: Game, corner: str) -> str:
    """What a corner is asked of its strip as it was read."""
    return f"fidelity:{game.playing.number}.{game.corner(corner) + 1}"


def words_in(text: str) -> int:
    """How many words a text has."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def _with(game: Game, *strips: StripRecord) -> Game:
    """The round with other strips, in the order of the corners."""
    new = {one.corner: one for one in (*game.playing.strips, *strips)}
    return in_round(game, strips=tuple(new[c.id] for c in game.corners if c.id in new))


# ---- Written --------------------------------------------------------------------------------------------


def _enter(game: Game) -> Done:
    """Simulated members write what their card has for this round."""
    written = (
        StripRecord(corner.id, line=(game.playing.number - 1) % len(corner.says))
        if corner.member in game.simulated
        else StripRecord(corner.id)
        for corner in game.corners
    )
    return _with(game, *written), ()


def _write(game: Game) -> Legal | Code:
    if game.table.step != "write":
        return "wrong-phase"
    mine = tuple(corner.id for corner in game.corners if corner.member in game.held)
    return Legal("write", ids=mine, most=limits(game).words) if mine else "simulated"


def _check_write(game: Game, legal: Legal, command: Write) -> Code | None:
    if command.corner not in legal.ids:
        return "simulated" if command.corner in [c.id for c in game.corners] else "not-a-corner"
    return "too-many-words" if words_in(command.text) > legal.most else None


def _perform_write(game: Game, command: Write) -> Done:
    text = " ".join(command.text.split())  # instead of its card's line too, where somebody has just sat down
    strip = replace(strip_of(game, command.corner), line=-1, text=text)
    return _with(game, strip), (Event("written", command.corner),)


# ---- Read -----------------------------------------------------------------------------------------------


def _carry(game: Game) -> Legal | Code:
    if game.table.step != "read":
        return "wrong-phase"
    if game.scribe in game.simulated:
        return "simulated"
    ids = tuple(corner.id for corner in game.corners)
    barred = tuple(f"{one}/{one}" for one in ids)
    return Legal(
        "carry", who=(game.scribe,) if game.scribe else (), ids=ids, most=limits(game).words, barred=barred
    )


def _check_carry(_game: Game, legal: Legal, command: Carry) -> Code | None:
    if not {command.corner, command.to} <= set(legal.ids):
        return "not-a-corner"
    if command.corner == command.to:
        return "own-corner"
    return "too-many-words" if words_in(command.text) > legal.most else None


def _perform_carry(game: Game, command: Carry) -> Done:
    strip = strip_of(game, command.corner)
    read = " ".join(command.text.split())
    same = not read or any(plain(read) == plain(text) for text in _as_written(game, strip))
    strip = replace(
        strip,
        to=command.to,
        read="" if same else read,
        arranged=command.arranged or not same,
        by_card=False,
    )
    said_before = {
        key: one for key, one in game.table.ballots.items() if key != question(game, command.corner)
    }
    game = changed(_with(game, strip), ballots=said_before)
    state = states.copy(game.state)
    _write_down(game, state, strip)
    return replace(game, state=state), (Event("carried", command.corner),)


def _as_written(game: Game, strip: StripRecord) -> tuple[str, ...]:
    """What a corner wrote: of its card, in every language and register, for whoever reads may read any."""
    if strip.line < 0:
        return (strip.text,)
    says = game.corners[game.corner(strip.corner)].says[strip.line].text
    return tuple(words for _, words in says if words)


def plain(text: str) -> list[str]:
    """The words of a text, whatever stands around them and however they begin."""
    letters = ("".join(sign for sign in word if sign.isalnum()).casefold() for word in text.split())
    return [word for word in letters if word]


def _write_down(game: Game, state: State, strip: StripRecord) -> None:
    row = state.strip[game.corner(strip.corner)]
    row[TO] = game.corner(strip.to) if strip.to else -1
    row[WAY] = (ARRANGED if strip.arranged else WORD_FOR_WORD) if strip.to else UNREAD


def _read(game: Game) -> Game:
    """A simulated scribe reads every strip; the same as `simulate.policies.be_heard`."""
    if game.scribe in game.held:
        return game
    state = states.copy(game.state)
    for k, corner in enumerate(game.corners):
        way = way_of(game.board, state, game.opening, k)
        read_by_itself(game.board, state, k, way)
        to = game.corners[int(state.strip[k, TO])].id
        game = _with(game, _by_card(strip_of(game, corner.id), to, way == ARRANGED))
    return replace(game, state=state)


def _by_card(strip: StripRecord, to: str, arranged: bool) -> StripRecord:
    return replace(strip, to=to, arranged=arranged, by_card=arranged)


# ---- Recognised or not ----------------------------------------------------------------------------------


def _questions(game: Game) -> tuple[str, ...]:
    """Those whose corner is held, and whose words were read."""
    if game.table.step != "read":
        return ()
    asked = (c for c in game.corners if c.member in game.held and strip_of(game, c.id).to)
    return tuple(question(game, corner.id) for corner in asked)


def _judge(game: Game) -> Game:
    """What each corner says: simulated, as the rules have it; held, as was counted, in part where nobody was
    counted, or nobody agrees."""
    state = states.copy(game.state)
    for k, corner in enumerate(game.corners):
        strip = strip_of(game, corner.id)
        verdict = IN_PART
        if strip.to:
            verdict = (
                verdict_of(game.board, state, k)
                if corner.member in game.simulated
                else _counted(game, corner.id)
            )
            strip = replace(strip, verdict=_VERDICTS[verdict])
        state.strip[k, VERDICT] = verdict
        game = _with(game, strip)
    set_takes(game.board, state)
    return replace(game, state=state)


def _counted(game: Game, corner: str) -> int:
    yes, no, partly = game.table.ballots.get(question(game, corner), Ballot()).counts()
    if yes > no + partly:
        return RECOGNISED
    return DISOWNED if no > yes + partly else IN_PART


def verdict_code(word: str) -> int:
    """The rules' number for a verdict."""
    return _SAID[word]


def _turn(game: Game, step: str) -> Done:
    return to_step(_judge(game) if step == "sealed" else _read(game), step)


# ---- Shown and told ---------------------------------------------------------------------------------------


def _title(step: str) -> str:
    if step == "sealed":
        return tr("Bandes : ce qui a été dit")
    return tr("Bandes")


def _way_on(game: Game) -> str:
    return {
        "write": tr("Porter les bandes"),
        "read": tr("Voir ce qui est reconnu"),
    }.get(game.table.step, "")


def _told(view: Any) -> Iterator[str]:
    """What each corner wrote, where it was read, and what it says of it once it has."""
    for corner in view.corners.corners:
        if corner.strip is not None:
            yield corner.strip.told


def _own(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    mine = tuple(c.id for c in game.corners if c.member == actor.who and c.id in legal.ids)
    return replace(legal, ids=mine) if mine else None


def _theirs(game: Game, command: Write, actor: Actor) -> bool:
    return any(c.id == command.corner and c.member == actor.who for c in game.corners)


def _scribes(game: Game, _command: Carry, actor: Actor) -> bool:
    return actor.who == game.scribe


RULES: Final = {
    "write": Rule(_write, _perform_write, _check_write, HOLDS, _own, _theirs),
    "carry": Rule(_carry, _perform_carry, _check_carry, HOLDS, theirs=_scribes),
}

PHASE = Phase(
    KIND,
    title=_title,
    opens=lambda _game: tr("Écrire les bandes"),
    commands=frozenset({"write", "carry", "vote", "tally", "pass-to"}),
    steps=lambda _game: ("write", "read", "sealed"),
    skips=lambda game: not game.corners,
    enter=_enter,
    turn=_turn,
    way_on=_way_on,
    questions=_questions,
    told=_told,
)
