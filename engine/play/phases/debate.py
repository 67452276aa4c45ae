"""The debate: which acts may be talked about, with which debate card; votes around the talk; the map."""

from dataclasses import replace

from engine.content.model import DebateCard
from engine.fixed import ONE, from_float
from engine.language import tr
from engine.play.commands import Code, Legal, PickAct, PlacePosture
from engine.play.events import Event
from engine.play.game import Game
from engine.play.phase import Phase
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import Act, Placing
from engine.rules import state as states
from engine.rules.acts import Act as Deed
from engine.rules.acts import ambiguous
from engine.rules.postures import accept_posture
from engine.rules.state import GIFT, NONE


def acts(game: Game) -> tuple[Act, ...]:
    """The acts of the round just revealed, the most ambiguous first, each with the card that fits best."""
    found = []
    for act in ambiguous(game.board, game.state, game.records[-1], _divided(game)):
        who = game.names.characters[act.who]
        project = game.names.projects[act.project] if act.project >= 0 else ""
        card = _card(game, _about(game, act), project)
        id_ = f"{game.playing.number}.{who}.{project}" if project else f"{game.playing.number}.{who}"
        found.append(Act(id_, who, project, act.fact_name, card.id))
    return tuple(found)


def _divided(game: Game) -> dict[tuple[int, int], int]:
    """How evenly the room's forecasts of each promise split (fixed): ONE where as many said yes as no."""
    split = {}
    for promise in game.playing.promises:
        ballot = game.table.ballots.get(f"forecast:{promise.id}")
        if ballot is not None and ballot.received():
            yes, no, _ = ballot.counts()
            place = game.names.character(promise.who), game.names.project(promise.project)
            split[place] = 2 * min(yes, no) * ONE // ballot.received()
    return split


def _about(game: Game, act: Deed) -> str:
    """What a card has to be about to fit: an act's fact, the gift of somebody whom nothing bound any more
    apart."""
    if act.fact == GIFT and game.records[-1].met[act.who, act.project] < 0:
        return "void-gift"
    return "silent" if act.fact == NONE else act.fact_name


def _card(game: Game, about: str, project: str) -> DebateCard:
    """The card that speaks most precisely of an act: of this project, of this kind of fact, of what the round
    was like; among equals one that the room has not debated, then the first written."""
    debated = {
        act.card for record in game.table.rounds[:-1] for act in record.acts if act.id == record.picked
    }

    def rank(card: DebateCard) -> tuple[int, bool]:
        return (-_fits(game, card, about, project), card.id in debated)

    return min(game.scenario.debates, key=rank)


def _fits(game: Game, card: DebateCard, about: str, project: str) -> int:
    """How precisely a card fits an act; negative where it speaks of something else."""
    if card.project is not None and card.project != project:
        return -10
    if card.situation is not None and card.situation != game.playing.situation:
        return -10
    precision = 4 * (card.project is not None) + 2 * (card.situation is not None)
    if card.about == about:
        return 8 + precision
    if card.about in _conditions(game, project):
        return 4 + precision
    return 1 + precision if card.about == "any" else -5


def _conditions(game: Game, project: str) -> set[str]:
    """What else may be said of the round, or of the act's project."""
    record = game.records[-1]
    true = {"gate-open" if record.rose[0] else "gate-closed", "situation"}
    if record.lifted.any():
        true.add("lifted")
    if project:
        p = game.names.project(project)
        true |= {"completed"} if record.completed[p] else set()
        true |= {"lapsed"} if record.lapsed[p] else set()
    return true


# ---- What is asked, step by step --------------------------------------------------------------------------


def _questions(game: Game) -> tuple[str, ...]:
    """The verdict is voted before the talk and after it, the statement answered once."""
    step, number = game.table.step, game.playing.number
    if game.playing.picked is None or step not in ("vote", "talk", "revote"):
        return ()
    verdict = {"vote": (f"verdict:{number}:1",), "revote": (f"verdict:{number}:2",)}.get(step, ())
    return (*verdict, f"statement:{number}")


def _pick(game: Game) -> Legal | Code:
    if game.table.step not in ("vote", "sentence"):
        return "wrong-phase"
    if any(game.table.ballots.get(q) for q in _questions(game)):
        return "already-voted"
    return Legal("pick-act", ids=tuple(act.id for act in game.playing.acts))


def _check_pick(_game: Game, legal: Legal, command: PickAct) -> Code | None:
    return None if command.act in legal.ids else "unknown-act"


def _perform_pick(game: Game, command: PickAct) -> Done:
    return in_round(game, picked=command.act), (Event("picked", command.act),)


# ---- The map ----------------------------------------------------------------------------------------------


def _posture(game: Game) -> Legal | Code:
    if game.table.step != "map":
        return "wrong-phase"
    return Legal("place-posture", game.held) if game.held else "simulated"


def _check_posture(game: Game, legal: Legal, command: PlacePosture) -> Code | None:
    if command.who in legal.who:
        return None
    return "simulated" if command.who in game.names.characters else "unknown-character"


def _perform_posture(game: Game, command: PlacePosture) -> Done:
    i = game.names.character(command.who)
    earlier = game.playing.placings.get(command.who)
    here = (int(game.state.s[i]), int(game.state.a[i]))
    proposed = earlier.proposed if earlier else here
    s = proposed[0] if command.synergy is None else from_float(command.synergy)
    a = proposed[1] if command.antagonism is None else from_float(command.antagonism)
    state = states.copy(game.state)
    accept_posture(game.board, state, i, s, a)
    placings = {**game.playing.placings, command.who: Placing(proposed, (s, a))}
    game = in_round(replace(game, state=state), placings=placings)
    return game, (Event("moved", who=command.who),)


RULES = {
    "pick-act": Rule(_pick, _perform_pick, _check_pick),
    "place-posture": Rule(_posture, _perform_posture, _check_posture, HOLDS),
}


# ---- The phase --------------------------------------------------------------------------------------------


def _steps(game: Game) -> tuple[str, ...]:
    """Who is alone writes one sentence instead of voting."""
    return ("sentence", "map") if game.alone else ("vote", "talk", "revote", "map")


def _title(step: str) -> str:
    return {
        "talk": tr("Débat : discussion"),
        "revote": tr("Débat : second vote"),
        "map": tr("Débat : carte des postures"),
    }.get(step, tr("Débat"))


def _way_on(game: Game) -> str:
    return {
        "vote": tr("Ouvrir la discussion"),
        "talk": tr("Revoter"),
        "revote": tr("Qui est où, maintenant ?"),
        "sentence": tr("Qui est où, maintenant ?"),
    }.get(game.table.step, "")


PHASE = Phase(
    "debate",
    title=_title,
    opens=lambda _game: tr("Ouvrir le débat"),
    commands=frozenset({"vote", "tally", "pick-act", "place-posture", "pass-to"}),
    steps=_steps,
    enter=lambda game: (in_round(game, picked=game.playing.acts[0].id), ()),
    way_on=_way_on,
    questions=_questions,
)
