"""Projects, promises and answers, as an audience sees them."""

from typing import Final

from engine.content.model import ProjectCard
from engine.fixed import to_float
from engine.language import tr, typo
from engine.play.game import Game, count, plus, trio
from engine.play.table import AnswerRecord, PromiseRecord, RoundRecord, Trio
from engine.rules.board import CARTE_BLANCHE
from engine.rules.values import own_value
from engine.view import effects
from engine.view.people import indicator_title, short
from engine.view.types import AnswerView, Change, ProjectView, PromiseView, TokenCount
from engine.view.veil import Seen
from engine.view.wording import kind_word, listed, rung_means, rung_word, tokens

OWN_PICTOGRAM: Final = "idea"
"""The room's own project has no card to name one."""


def _card(seen: Seen, project: str) -> ProjectCard | None:
    return next((card for card in seen.game.scenario.projects if card.id == project), None)


def title(seen: Seen, project: str) -> str:
    """A project's title; the room's own has the name that the room gave it."""
    card = _card(seen, project)
    if card is not None:
        return seen.read(card.title)
    room = seen.game.table.room_project
    return typo(room.name) if room else tr("Carte blanche")


def toward(seen: Seen, project: str) -> str:
    """Where a promise goes: "à la santé"; to the room's own project by the name that the room gave it."""
    card = _card(seen, project)
    if card is not None:
        return seen.read(card.short)
    room = seen.game.table.room_project
    return tr("au chantier « {name} »", name=typo(room.name)) if room else tr("à la carte blanche")


def changes(seen: Seen, project: str) -> tuple[Change, ...]:
    """What a project changes when complete."""
    game = seen.game
    row = game.board.change[game.names.project(project)].tolist()
    return tuple(
        Change(key, indicator_title(seen, key), by)
        for key, by in zip(game.names.indicators, row, strict=True)
        if by
    )


def project(seen: Seen, id_: str, placed: Trio | None = None) -> ProjectView:
    """One project; `placed` replaces what lies on it now, where it has left the table."""
    game, card = seen.game, _card(seen, id_)
    p = game.names.project(id_)
    return ProjectView(
        id=id_,
        title=title(seen, id_),
        short=toward(seen, id_),
        text=seen.read(card.text) if card else tr("Le chantier que la salle a écrit."),
        pictogram=card.pictogram if card else OWN_PICTOGRAM,
        cost=count(trio(game.state.cost[p])),
        placed=count(trio(game.state.placed[p]) if placed is None else placed),
        promised=count(trio(game.state.promised[:, p].sum(axis=0))),
        changes=changes(seen, id_),
        rounds_left=min(max(0, game.board.open_rounds - int(game.state.age[p])), _rounds_to_go(game)),
        raises_commons=int(game.board.change[p, game.board.gate]) > 0,
        carte_blanche=id_ == CARTE_BLANCHE,
        effects=_effects(seen, card) if card else (),
        rung=rung_word(card.rung if card else "initiative"),
        rung_means=rung_means(card.rung if card else "initiative"),
        worth=_worth(seen, p),
    )


def _worth(seen: Seen, p: int) -> float | None:
    """What a project would bring the holder who looks."""
    who = seen.audience.character
    if seen.audience.kind != "holder" or who is None or who not in seen.secrets:
        return None
    return round(to_float(own_value(seen.game.board, seen.game.names.character(who), p)), 1)


def _effects(seen: Seen, card: ProjectCard) -> tuple[str, ...]:
    """What it does besides the gauges. Which presuppositions it lifts is told to who may know of them."""
    lifted = (_lift(seen, *pair) for pair in card.lifts if _known(seen, *pair))
    return (*effects.told(seen, card.effects), *lifted)


def _known(seen: Seen, who: str, about: str) -> bool:
    """Whether the one who looks may know that a character still believes something of another."""
    members = seen.game.names.characters
    if who not in seen.secrets or about not in members:
        return False
    return bool(seen.game.state.believes[seen.game.names.character(who), seen.game.names.character(about)])


def _lift(seen: Seen, who: str, about: str) -> str:
    return tr("un présupposé tombe : {who} sur {other}", who=short(seen, who), other=short(seen, about))


def _rounds_to_go(game: Game) -> int:
    """Rounds in which tokens can still be placed, the present one included until its reveal."""
    played = len(game.table.rounds) - (game.table.phase not in _AFTER)
    return max(0, game.schedule.rounds - played)


_AFTER: Final = ("welcome", "briefing", "reveal", "debate", "break", "bilan")


def projects(seen: Seen) -> tuple[ProjectView, ...]:
    """The projects on the table; after the reveal, those of the round, as it left them."""
    game = seen.game
    record = game.round
    if record is None or game.table.phase not in ("reveal", "debate"):
        return tuple(project(seen, id_) for id_ in game.open)
    return tuple(project(seen, id_, left_with(seen, id_)) for id_ in record.open)


def left_with(seen: Seen, id_: str) -> Trio | None:
    """What lay on a project when the last reveal took it off the table; None if it is still there."""
    game, record = seen.game, seen.game.records[-1]
    p = game.names.project(id_)
    if record.completed[p]:
        return trio(game.state.cost[p])
    return trio(record.lost[p]) if record.lapsed[p] else None


def promise(seen: Seen, record: PromiseRecord) -> PromiseView:
    """One promise with its sentence: "aux droits, si Youssef y donne du temps"."""
    where = sentence = toward(seen, record.project)
    if record.if_who is not None and record.if_kind is not None:
        sentence = tr(
            "{toward}, si {name} y donne {kind}",
            toward=where, name=short(seen, record.if_who), kind=kind_word(record.if_kind),
        )  # fmt: skip
    return PromiseView(
        record.id, record.who, record.project, TokenCount(*record.tokens), sentence,
        conditional=record.if_who is not None, toward=where,
    )  # fmt: skip


def promises(seen: Seen) -> tuple[PromiseView, ...]:
    record = seen.game.round
    if record is None or seen.game.table.phase in ("break", "bilan"):
        return ()
    return tuple(promise(seen, p) for p in record.promises)


def answers(seen: Seen) -> tuple[AnswerView, ...]:
    """Requests to simulated characters and what they said."""
    record = seen.game.round
    if record is None or seen.game.table.phase in ("break", "bilan"):
        return ()
    return tuple(
        AnswerView(a.asker, a.asked, a.project, TokenCount(*a.accepted), _answered(seen, record, a))
        for a in record.answers
    )


def _answered(seen: Seen, record: RoundRecord, a: AnswerRecord) -> str:
    """A request and its answer in a sentence, with the promise it took the place of, or that stands."""
    names = {"asker": short(seen, a.asker), "name": short(seen, a.asked), "toward": toward(seen, a.project)}
    if any(a.accepted):
        some = tokens(a.accepted)
        if a.dropped:
            return tr(
                "{asker} demande à {name} de donner {toward} : oui, {tokens}, "
                "et {name} reprend ce qui était promis {dropped}.",
                **names, tokens=some, dropped=listed([toward(seen, id_) for id_ in a.dropped]),
            )  # fmt: skip
        return tr("{asker} demande à {name} de donner {toward} : oui, {tokens}.", **names, tokens=some)
    theirs = [toward(seen, p.project) for p in record.promises if p.who == a.asked]
    if theirs:
        return tr(
            "{asker} demande à {name} de donner {toward} : non, {name} garde son engagement {theirs}.",
            **names, theirs=listed(theirs),
        )  # fmt: skip
    return tr("{asker} demande à {name} de donner {toward} : non, {name} préfère attendre de voir.", **names)


def promised_in_all(seen: Seen, who: str) -> Trio:
    """What a character promised this round, over all projects."""
    record = seen.game.playing
    return plus(*(p.tokens for p in record.promises if p.who == who))
