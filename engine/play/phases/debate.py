"""The debate: which acts may be talked about, with which debate card; votes around the talk; the map."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

import numpy as np

from engine.content.model import DebateCard
from engine.dice import CARDS, Dice
from engine.fixed import ONE, from_float
from engine.language import tr
from engine.play import concerned, forsworn, outvoted, postponed, reworded
from engine.play.commands import CLAIMS, PickAct, PlacePosture, Sort
from engine.play.events import Event
from engine.play.exercise import exercise
from engine.play.game import Game
from engine.play.hoardings import went_up
from engine.play.legal import Code, Legal
from engine.play.phase import Phase
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import Act, Placing
from engine.rules import state as states
from engine.rules.acts import Act as Deed
from engine.rules.acts import ambiguous
from engine.rules.ballot import is_fetching
from engine.rules.groups import is_helping
from engine.rules.places import is_listening
from engine.rules.postures import accept_posture
from engine.rules.state import BROKEN, FACT_NAMES, GIFT, KEPT, NONE, PART
from engine.rules.values import pledged_any

_WORTH_TALKING: Final = ONE // 4
"""The score from which a word that was kept is worth a debate."""
_OF_WORKS: Final = ("completed", "lapsed")
OF_VOTES: Final = ("funded", "unfunded")
_UNSEEN: Final = {BROKEN: 0, PART: 0, NONE: 1, GIFT: 3}
_RESCUE: Final = 2
"""In what order those who train meet what they did and nobody would tell them: a word not kept, nothing
promised and nothing given, what a project would not have been completed without, another gift."""


def acts(game: Game) -> tuple[Act, ...]:
    """The acts of the round just revealed, each with the card that fits best: first what people in the room
    did, where that is worth a debate, then the most ambiguous; among equals, those whose question the room
    has heard come last."""
    heard = {act.card for act in _debated(game)}
    found: list[tuple[tuple[bool, int, bool], Act]] = []
    deeds = ambiguous(game.board, game.state, game.records[-1], _divided(game))
    broke = {who for who, _, _ in forsworn.forsworn(game)}
    for act in deeds:
        if _of_a_pact(game, act, broke):
            continue
        who = game.names.characters[act.who]
        project = game.names.projects[act.project] if act.project >= 0 else ""
        fitting = _cards(game, _about(game, act), project, act.who)
        id_ = f"{game.playing.number}.{who}.{project}" if project else f"{game.playing.number}.{who}"
        told = Act(id_, who, project, act.fact_name, fitting[0], fitting[1:])
        found.append(((*_rank(game, act), told.card in heard), told))
    in_order = tuple(told for _, told in sorted(found, key=lambda pair: pair[0]))
    return _with_votes(game, _with_strips(game, _with_agenda(game, _with_pacts(game, in_order))))


def _of_a_pact(game: Game, act: Deed, broke: set[str]) -> bool:
    """Whether what somebody did is told with the pact that they did not keep: that they gave nothing, or what
    they gave elsewhere without having promised it, as with a word that was given aloud."""
    if game.names.characters[act.who] not in broke:
        return False
    return act.fact == NONE or (act.fact == GIFT and game.records[-1].met[act.who, act.project] == 0)


def _with_pacts(game: Game, found: tuple[Act, ...]) -> tuple[Act, ...]:
    """These acts, and what was promised in pacts and not given: behind the words given aloud and broken that
    come first of all, for people in the room; those of the simulated behind what people did."""
    told = [
        forsworn.act(game, who, project, _cards(game, about, project, game.names.character(who)))
        for who, project, about in forsworn.forsworn(game)
    ]
    people = len(list(takewhile(lambda act: act.who in game.held, found)))
    return (
        *_behind_the_broken(found[:people], [act for act in told if act.who in game.held]),
        *_behind_the_broken(found[people:], [act for act in told if act.who not in game.held]),
    )


def _behind_the_broken(found: Sequence[Act], more: Sequence[Act]) -> tuple[Act, ...]:
    at = len(list(takewhile(lambda act: act.fact in ("broken", "part"), found)))
    return (*found[:at], *more, *found[at:])


def _with_agenda(game: Game, found: tuple[Act, ...]) -> tuple[Act, ...]:
    """These acts, and what was put off: first, once in a session, where somebody in the room chaired, or, by
    lot, where nobody is in the room and it was given up for that; then behind them."""
    about = {card.id for card in game.scenario.debates if card.about == postponed.FACT}
    if not about or not game.playing.chaired:
        return found
    chaired = game.names.character(game.playing.chaired)
    lapsed = [id_ for id_ in game.playing.put_off if game.records[-1].lapsed[game.names.project(id_)]]
    cards = [
        (id_, tuple(sorted(_cards(game, postponed.FACT, id_, chaired), key=lambda card: card not in about)))
        for id_ in sorted(game.playing.put_off, key=lambda id_: id_ not in lapsed)
    ]
    told = any(act.fact == postponed.FACT for act in _debated(game))
    put_off = postponed.acts(game, cards)
    # Where nobody plays, something is given up for it in nearly every third round: the lot decides.
    order = _order(game)
    drawn = bool(lapsed and not game.held and order[put_off[0].card] < order[found[0].card])
    first = not told and (game.playing.chaired in game.held or drawn)
    return (*put_off, *found) if first else (*found, *put_off)


def _with_strips(game: Game, found: tuple[Act, ...]) -> tuple[Act, ...]:
    """These acts, and what was done with the words of corners: first, once in a session, where people can be
    asked about it; then behind them."""
    about = {card.id for card in game.scenario.debates if card.about == reworded.FACT}
    if not about or not game.scribe:
        return found
    scribe = game.names.character(game.scribe)
    cards = sorted(_cards(game, reworded.FACT, "", scribe), key=lambda id_: id_ not in about)
    strips = reworded.acts(game, tuple(cards))
    told = any(act.fact == reworded.FACT for act in _debated(game))
    first = not told and (not game.alone or game.scribe in game.held)
    return (*strips, *found) if first else (*found, *strips)


def _with_votes(game: Game, found: tuple[Act, ...]) -> tuple[Act, ...]:
    """These acts, and what was given in vain to ideas that are not funded: first, where somebody in the room
    gave it, or nobody is in the room, and a card is about that."""
    told = [
        outvoted.act(game, who, idea, _cards(game, outvoted.FACT, idea, game.names.character(who)))
        for who, idea in outvoted.outvoted(game)
        if any(card.about == outvoted.ABOUT for card in game.scenario.debates)
    ]
    ours = tuple(act for act in told if act.who in game.held or not game.held)
    return (*ours, *found, *(act for act in told if act not in ours))


def _rank(game: Game, act: Deed) -> tuple[bool, int]:
    if not game.alone:
        return not _ours(game, act), 0
    unseen = _RESCUE if _rescued(game, act) else _UNSEEN.get(act.fact, len(_UNSEEN))
    return not _ours(game, act), unseen


def _ours(game: Game, act: Deed) -> bool:
    """Whether somebody in the room did it, and it is worth a debate; other acts are the room's to pick."""
    held = game.names.characters[act.who] in game.held
    worth = act.fact != KEPT or act.score >= _WORTH_TALKING
    return held and (worth or (game.alone and _rescued(game, act)))


def _rescued(game: Game, act: Deed) -> bool:
    """Whether a word kept or a gift completed a project: what came back to others could not have stood in."""
    record = game.records[-1]
    if act.fact not in (KEPT, GIFT) or not record.completed[act.project]:
        return False
    back = record.returned[:, act.project]
    others = back.sum(axis=0) - back[act.who]
    return bool((game.state.given[act.who, act.project] - back[act.who] > others).any())


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
    apart. What was promised in a pact that is open now was no gift."""
    if act.fact == GIFT and pledged_any(game.state, act.who, act.project) > 0:
        return FACT_NAMES[int(game.records[-1].pact_fact[act.who])]
    if act.fact == GIFT and game.records[-1].met[act.who, act.project] < 0:
        return "void-gift"
    return "silent" if act.fact == NONE else act.fact_name


def _cards(game: Game, about: str, project: str, who: int) -> tuple[str, ...]:
    """The cards that may be asked of what somebody did, the most precise first; those that the room has
    debated come last. Among equals their order is drawn for the round, so that no kind of card hides the
    others."""
    debated = {act.card for act in _debated(game)}
    order = _order(game)
    fits = {card.id: _fits(game, card, about, project, who) for card in game.scenario.debates}

    def rank(card: DebateCard) -> tuple[bool, int, int]:
        return (card.id in debated, -fits[card.id], order[card.id])

    fitting = [card for card in game.scenario.debates if fits[card.id] > 0]
    return tuple(card.id for card in sorted(fitting or game.scenario.debates, key=rank))


def _debated(game: Game) -> tuple[Act, ...]:
    """The acts that the room has debated in earlier rounds."""
    return tuple(act for record in game.table.rounds[:-1] for act in record.acts if act.id == record.picked)


def _order(game: Game) -> Mapping[str, int]:
    """A place for each card, drawn by lot."""
    dice = Dice(game.seed, CARDS, len(game.scenario.debates), game.board.rounds)
    words = dice.block(0, game.state.round, game.table.draw).tolist()
    return {card.id: word for card, word in zip(game.scenario.debates, words, strict=False)}


def _fits(game: Game, card: DebateCard, about: str, project: str, who: int) -> int:
    """How precisely a card fits what somebody did and its round: of this project; of this situation, of this
    kind of fact or of what else happened; of anything. 0 where it speaks of something else.

    More steps than these let a few cards hide all others: situations come in every round.
    """
    if card.about not in (about, "any", *_conditions(game, project, who)):
        return 0
    if card.of == "kept-tokens" and not concerned.by_tokens_kept(game, who):
        return 0
    if card.of == "built" and (_is_visit(game, project) or not _is_built(game, project)):
        return 0
    if card.about == "dislodged" and card.project is None:
        return 3
    if card.project is None and card.about in _OF_WORKS and _is_visit(game, project):
        return 0  # nothing was built, nor given up: somebody came and listened, or helped
    if card.about in OF_VOTES:  # of that idea, or of the one that the act gave to
        return 3 if (card.project or project) in _voted(game, card.about == "funded") else 0
    if card.about == "stalled" and card.project is not None:
        return 3 if game.names.project(card.project) in concerned.works(game, who) else 0
    if card.project is not None:
        named = (project, _turned_over(game, project), *_put_out(game, project))
        return 3 if card.project in named else 0
    if card.situation is not None and card.situation != game.playing.situation:
        return 0
    return {"any": 1, reworded.FACT: 3, postponed.FACT: 3}.get(card.about, 2)


def _voted(game: Game, funded: bool) -> tuple[str, ...]:
    """The ideas that the vote just counted funded, or did not."""
    place = game.records[-1].funded
    if not len(place) or not place.any():
        return ()
    return tuple(id_ for id_ in game.playing.catalogue if bool(place[game.names.project(id_)]) == funded)


def _turned_over(game: Game, project: str) -> str:
    """The need that was heard where an act was to go and listen; "" of any other act."""
    if not _is_listening(game, project) or not game.records[-1].completed[game.names.project(project)]:
        return ""
    p = game.names.project(project)
    heard = game.records[-1].heard & (game.board.where == game.board.where[p])
    return game.names.projects[int(heard.argmax())]


def _is_listening(game: Game, project: str) -> bool:
    return project != "" and bool(is_listening(game.board, game.names.project(project)))


def _is_visit(game: Game, project: str) -> bool:
    """Whether an act was to go and listen somewhere, to help, or to fetch a public."""
    p = game.names.project(project) if project else -1
    if p >= 0 and (is_helping(game.board, p) or is_fetching(game.board, p)):
        return True
    return _is_listening(game, project)


def _is_built(game: Game, project: str) -> bool:
    """Whether the project of an act was completed."""
    return project != "" and bool(game.records[-1].completed[game.names.project(project)])


def _put_out(game: Game, project: str) -> tuple[str, ...]:
    """What a project of the act put out of its hours."""
    out = game.records[-1].put_out if project else np.zeros(0)
    gone = np.flatnonzero(out == 1 + game.names.project(project)) if len(out) else ()
    return tuple(game.names.projects[int(p)] for p in gone)


def _conditions(game: Game, project: str, who: int) -> set[str]:
    """What else may be said of the round, of the act's project, or of whoever did it: a debate about two
    people, an hour or works is not asked of somebody who had nothing to do with them."""
    record = game.records[-1]
    true = {"gate-open" if record.rose[0] else "gate-closed", "situation"}
    true |= {"lifted"} if concerned.by_presuppositions(game, who) else set()
    true |= {"dislodged"} if concerned.by_hours(game, who) else set()
    true |= {"stalled"} if concerned.works(game, who) else set()
    true |= {about for about in OF_VOTES if _voted(game, about == "funded")}
    if project:
        p = game.names.project(project)
        true |= {"hoarding"} if went_up(game, p) else set()
        true |= {"completed"} if _is_built(game, project) else set()
        true |= {"lapsed"} if record.lapsed[p] else set()
    return true


# ---- What is asked, step by step --------------------------------------------------------------------------


def _questions(game: Game) -> tuple[str, ...]:
    """The verdict is voted before the talk and after it, the statement answered once; those who train vote
    once, and tell the statement apart from a fact."""
    if game.playing.picked is None:
        return ()
    number = game.playing.number
    first, again, statement = f"verdict:{number}:1", f"verdict:{number}:2", f"statement:{number}"
    asked = {"vote": (first, statement), "talk": (statement,), "revote": (again, statement)}
    return (first,) if game.table.step == "sentence" else asked.get(game.table.step, ())


def _pick(game: Game) -> Legal | Code:
    if game.table.step not in ("vote", "sentence"):
        return "wrong-phase"
    if any(game.table.ballots.get(q) for q in _questions(game)):
        return "already-voted"
    return Legal("pick-act", ids=tuple(act.id for act in game.playing.acts))


def _check_pick(game: Game, legal: Legal, command: PickAct) -> Code | None:
    if command.act not in legal.ids:
        return "unknown-act"
    act = next(act for act in game.playing.acts if act.id == command.act)
    return None if command.card in (None, act.card, *act.others) else "unknown-act"


def _perform_pick(game: Game, command: PickAct) -> Done:
    """The act that is debated; with another of its cards where one is named."""
    acts = tuple(
        _asked_with(act, command.card) if act.id == command.act and command.card else act
        for act in game.playing.acts
    )
    return _picked(in_round(game, acts=acts), command.act), (Event("picked", command.act),)


def _picked(game: Game, id_: str) -> Game:
    """The debate about an act; those who train have it as an exercise."""
    act = next(act for act in game.playing.acts if act.id == id_)
    return in_round(game, picked=id_, exercise=exercise(game, act) if game.alone else None)


def _asked_with(act: Act, card: str) -> Act:
    """An act with another of its cards; the one before goes behind the others."""
    others = tuple(other for other in act.others if other != card)
    return replace(act, card=card, others=others if card == act.card else (*others, act.card))


def _sort(game: Game) -> Legal | Code:
    asked = game.playing.exercise
    if game.table.step != "sentence" or asked is None:
        return "wrong-phase"
    return "already-sorted" if asked.sorted else Legal("sort", ids=CLAIMS)


def _perform_sort(game: Game, command: Sort) -> Done:
    asked = game.playing.exercise
    assert asked is not None  # nobody may sort before
    return in_round(game, exercise=replace(asked, sorted=command.claims)), (Event("sorted"),)


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
    accept_posture(state, i, s, a)
    placings = {**game.playing.placings, command.who: Placing(proposed, (s, a))}
    game = in_round(replace(game, state=state), placings=placings)
    return game, (Event("moved", who=command.who),)


RULES = {
    "sort": Rule(_sort, _perform_sort),
    "pick-act": Rule(_pick, _perform_pick, _check_pick),
    "place-posture": Rule(_posture, _perform_posture, _check_posture, HOLDS),
}


# ---- The phase --------------------------------------------------------------------------------------------


def _steps(game: Game) -> tuple[str, ...]:
    """Those who train have one page: they vote, tell three sentences apart, and write their own."""
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
    commands=frozenset({"vote", "tally", "pick-act", "sort", "place-posture", "pass-to"}),
    steps=_steps,
    enter=lambda game: (_picked(game, game.playing.acts[0].id), ()),
    way_on=_way_on,
    questions=_questions,
)
