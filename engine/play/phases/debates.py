"""Which acts a room may debate, and which debate card goes with each."""

from engine.content.model import DebateCard
from engine.fixed import ONE
from engine.play.game import Game
from engine.play.table import Act
from engine.rules.acts import Act as Done
from engine.rules.acts import ambiguous
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


def _about(game: Game, act: Done) -> str:
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
