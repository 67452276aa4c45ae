"""The journal in words: one sentence for each command, telling nothing that is still secret."""

from collections.abc import Callable
from typing import Any, Final

from engine.language import ntr, signed, tr, using
from engine.play.commands import (
    Ask,
    Begin,
    CarteBlanche,
    Clock,
    Command,
    OwnPlacing,
    PassTo,
    PickAct,
    Promise,
    Select,
    Tally,
    Vote,
    Withdraw,
)
from engine.play.game import Game
from engine.rules.board import CARTE_BLANCHE
from engine.view.console import tag_word
from engine.view.people import short
from engine.view.projects import promise, title, toward
from engine.view.types import CONSOLE
from engine.view.veil import Seen, veil
from engine.view.wording import listed, phase_word, tokens


def sentence(command: Command, before: Game, after: Game, language: str) -> str:
    """What a command did, in a language; `before` and `after` are the games around it."""
    old, new = veil(before, CONSOLE, language, False), veil(after, CONSOLE, language, False)
    return _in(language, lambda: _SENTENCES[command.kind](command, old, new))


def _begin(_command: Begin, _old: Seen, new: Seen) -> str:
    return tr("Début de la séance : {title}", title=new.read(new.game.scenario.title))


def _moved(_command: Any, old: Seen, new: Seen) -> str:
    """Going on: the phase that was reached, and what it turned over."""
    table = new.game.table
    if table.phase == "situation":
        situation = next(s for s in new.game.scenario.situations if s.id == new.game.playing.situation)
        return tr("Situation : {title}", title=new.read(situation.title))
    if table.phase == old.game.table.phase:
        return {
            "shown": tr("Pronostics montrés"),
            "talk": tr("Débat : discussion"),
            "revote": tr("Débat : second vote"),
            "map": tr("Débat : carte des postures"),
        }[table.step]
    if table.outcome is not None and table.outcome.reason == "stopped":
        return tr("Passage direct au bilan")
    return tr("Étape : {phase}", phase=phase_word(table.phase))


def _promise(command: Promise, _old: Seen, new: Seen) -> str:
    made = [p for p in new.game.playing.promises if (p.who, p.project) == (command.who, command.project)]
    view = promise(new, made[0])
    return tr(
        "{name} promet {tokens} {toward}",
        name=short(new, command.who), tokens=tokens(view.tokens), toward=view.sentence,
    )  # fmt: skip


def _withdraw(command: Withdraw, old: Seen, _new: Seen) -> str:
    record = next(p for p in old.game.playing.promises if p.id == command.promise)
    return tr(
        "{name} retire son engagement {toward}",
        name=short(old, record.who),
        toward=toward(old, record.project),
    )


def _ask(command: Ask, _old: Seen, new: Seen) -> str:
    answer = new.game.playing.answers[-1]
    names = {"asker": short(new, command.asker), "asked": short(new, command.asked)}
    where = toward(new, command.project)
    if not any(answer.accepted):
        return tr("{asker} demande à {asked} de contribuer {toward} : non", **names, toward=where)
    said = tr(
        "{asker} demande à {asked} de contribuer {toward} : {tokens}",
        **names, toward=where, tokens=tokens(answer.accepted),
    )  # fmt: skip
    if not answer.dropped:
        return said
    instead = listed([toward(new, id_) for id_ in answer.dropped])
    return f"{said} " + tr("(et reprend ce qui était promis {dropped})", dropped=instead)


def _carte_blanche(_command: CarteBlanche, _old: Seen, new: Seen) -> str:
    return tr("Carte blanche : {name}", name=title(new, CARTE_BLANCHE))


def _select(command: Select, _old: Seen, _new: Seen) -> str:
    return ntr("{n} engagement choisi", "{n} engagements choisis", len(command.promises))


def _question(new: Seen, question: str) -> str:
    """What a question is about."""
    kind, _, rest = question.partition(":")
    if kind == "forecast":
        record = next(p for p in new.game.playing.promises if p.id == rest)
        return tr("Pronostic sur {name}", name=short(new, record.who))
    if kind == "statement":
        return tr("Avis sur la phrase du débat")
    return tr("Premier vote") if rest.endswith(":1") else tr("Second vote")


def _vote(command: Vote | Tally, _old: Seen, new: Seen) -> str:
    n = new.received.get(command.question, 0)
    return ntr(
        "{question} : {n} réponse reçue", "{question} : {n} réponses reçues", n,
        question=_question(new, command.question),
    )  # fmt: skip


def _pass(command: PassTo, _old: Seen, new: Seen) -> str:
    if command.who is None:
        return tr("L’ordinateur revient à l’animation")
    return tr("L’ordinateur passe à {name}", name=short(new, command.who))


def _picked(command: PickAct, _old: Seen, new: Seen) -> str:
    act = next(a for a in new.game.playing.acts if a.id == command.act)
    where = f" ({title(new, act.project)})" if act.project else ""
    return tr("Acte débattu : {name}", name=short(new, act.who)) + where


def _clock(command: Clock, _old: Seen, _new: Seen) -> str:
    if command.action == "add":
        return tr("Minuteur : {by} min", by=signed(command.seconds / 60, 1 if command.seconds % 60 else 0))
    return tr("Minuteur en pause") if command.action == "pause" else tr("Minuteur relancé")


def _own(command: OwnPlacing, _old: Seen, _new: Seen) -> str:
    n = sum(command.counts)
    if command.when == "before":
        return ntr("{n} placement entre je et nous, au début", "{n} placements entre je et nous, au début", n)
    return ntr("{n} placement entre je et nous, à la fin", "{n} placements entre je et nous, à la fin", n)


def _about(text: str) -> Callable[[Any, Seen, Seen], str]:
    """A sentence that only names a character."""
    return lambda command, _old, new: tr(text, name=short(new, command.who))


_SENTENCES: Final[dict[str, Callable[[Any, Seen, Seen], str]]] = {
    "begin": _begin,
    "advance": _moved,
    "finish": _moved,
    "promise": _promise,
    "withdraw": _withdraw,
    "ask": _ask,
    "carte-blanche": _carte_blanche,
    "select": _select,
    "vote": _vote,
    "tally": _vote,
    "show-forecasts": lambda _command, _old, _new: tr("Pronostics montrés"),
    "pass-to": _pass,
    "place": _about("{name} déplace un jeton en secret"),
    "confirm": _about("Choix confirmé : {name}"),
    "keep-word": _about("Choix confirmé : {name}"),
    "reopen": _about("Choix rouvert : {name}"),
    "pick-act": _picked,
    "tick": _about("Observation notée : {name}"),
    "place-posture": _about("Posture placée : {name}"),
    "own-placing": _own,
    "note": lambda command, _old, _new: tr("Noté ({tag})", tag=tag_word(command.tag)),
    "edit-note": lambda _command, _old, _new: tr("Parole corrigée"),
    "withdraw-note": lambda _command, _old, _new: tr("Parole retirée"),
    "clock": _clock,
}


def undone(action: str, target: Game, language: str) -> str:
    """What was gone back to: the action told, or where it cannot be told ("") the phase."""
    return _in(language, lambda: tr("Retour à : {action}", action=action or phase_word(target.table.phase)))


def refused(language: str) -> str:
    """An action of the file that this version refuses: there is nothing to tell of it."""
    return _in(language, lambda: tr("Une action que cette version ne connaît plus"))


def _in(language: str, say: Callable[[], str]) -> str:
    with using(language):
        return say()
