"""The journal in words: one sentence for each command.

The sentences read only what was said or shown to all: names, titles, promises, how many answers came in.
"""

from collections.abc import Callable
from typing import Any, Final

from engine.language import ntr, signed, tr
from engine.play.commands import (
    Adopt,
    Announce,
    Ask,
    Begin,
    CarteBlanche,
    Choose,
    Clock,
    Command,
    Hear,
    Invite,
    OwnPlacing,
    Pact,
    PassTo,
    People,
    PickAct,
    Promise,
    Select,
    Take,
    Tally,
    Verify,
    Vote,
    Withdraw,
    Write,
)
from engine.play.game import Game
from engine.play.own_card import waiting
from engine.play.phases import PHASES
from engine.play.phases.agenda import CHAIR, LIST
from engine.play.phases.choose import options
from engine.play.phases.situation import HANDOVER, leavers
from engine.play.phases.strips import strip_of
from engine.play.rumours import RUMOUR, of_round
from engine.play.table import AnswerRecord, PromiseRecord
from engine.rules.board import CARTE_BLANCHE
from engine.telling import (
    agenda,
    ballot,
    corners,
    devices,
    hearing,
    own_card,
    pacts,
    places,
    requests,
    rumours,
    timetable,
)
from engine.telling.helping import group_helped
from engine.telling.listening import place_listened_in
from engine.telling.people import named, short
from engine.telling.phases import phase_word
from engine.telling.projects import promise, title, toward
from engine.telling.reader import Reader
from engine.telling.vocabulary import became_word, listed, method_word, tag_word, tokens


def sentence(command: Command, before: Game, after: Game, reader: Reader) -> str:
    """What a command did; `before` and `after` are the games around it."""
    with reader.speaking():
        return _SENTENCES[command.kind](command, before, after, reader)


def _begin(_command: Begin, _old: Game, new: Game, reader: Reader) -> str:
    return tr("Début de la séance : {title}", title=reader.read(new.scenario.title))


def _moved(_command: Any, old: Game, new: Game, reader: Reader) -> str:
    """Going on: the phase that was reached, and what it turned over."""
    table = new.table
    if table.phase == "situation" and table.step == HANDOVER:
        return " ".join(devices.handed_over(new, reader, who) for who in leavers(new))
    if table.phase == "situation" and table.step == RUMOUR:
        rumour = of_round(new, new.playing)
        return f"{tr('On dit que…')} {reader.read(rumour.says)}" if rumour else ""
    if table.phase == "situation":
        situation = next(s for s in new.scenario.situations if s.id == new.playing.situation)
        return tr("Situation : {title}", title=reader.read(situation.title))
    if table.phase == "hearing" and new.playing.hearing is not None:
        return hearing.said(new, reader, new.playing.hearing)
    if waiting(old) and not waiting(new):
        return tr("Carte blanche : {name}", name=title(new, reader, CARTE_BLANCHE))
    if table.step == LIST and old.table.step == CHAIR:
        return agenda.told(new, reader, new.playing)
    if table.phase == old.table.phase:
        return PHASES[table.phase].title(table.step)
    if table.outcome is not None and table.outcome.reason == "stopped":
        return tr("Passage direct au bilan")
    return tr("Étape : {phase}", phase=phase_word(table.phase))


def _choose(command: Choose, _old: Game, new: Game, reader: Reader) -> str:
    """How the room chose, and what, or that it is level."""
    made, how = new.playing.choice, method_word(command.method)
    if made is None or not made.option:
        return tr("Choix {how} : égalité", how=how)
    chosen = next(option for option in options(new) if option.id == made.option)
    return tr("Choix {how} : « {title} »", how=how, title=reader.read(chosen.title))


def _adopted(_command: Adopt, _old: Game, new: Game, _reader: Reader) -> str:
    """How the room decided that votes will be counted, or that it is level."""
    made = new.table.adopted
    if made is None or not made.method:
        return tr("Choix de la façon de compter : égalité")
    return ballot.adopted(made.method, made.drawn)


def _promise(command: Promise, _old: Game, new: Game, reader: Reader) -> str:
    made = [p for p in new.playing.promises if (p.who, p.project) == (command.who, command.project)]
    said = {"tokens": tokens(made[0].tokens), "toward": promise(new, reader, made[0])}
    if command.who == reader.you:
        return tr("Vous promettez {tokens} {toward}", **said)
    return tr("{name} promet {tokens} {toward}", name=short(new, command.who), **said)


def _withdraw(command: Withdraw, old: Game, new: Game, reader: Reader) -> str:
    record = next(p for p in old.playing.promises if p.id == command.promise)
    where = toward(old, reader, record.project)
    if record.who == reader.you:
        said = tr("Vous retirez votre engagement {toward}", toward=where)
    else:
        said = tr("{name} retire son engagement {toward}", name=short(old, record.who), toward=where)
    return f"{said}{_with_it(record, old, new)}"


def _with_it(record: PromiseRecord, old: Game, new: Game) -> str:
    """Who takes back what they gave in return for a promise taken back."""
    left = {(p.who, p.project) for p in new.playing.promises} | {(record.who, record.project)}
    gone = dict.fromkeys(p.who for p in old.playing.promises if (p.who, p.project) not in left)
    return tr(" ; {names} aussi", names=listed([short(old, who) for who in gone])) if gone else ""


def _ask(command: Ask, _old: Game, new: Game, reader: Reader) -> str:
    answer = new.playing.answers[-1]
    names = {"asked": short(new, command.asked), "toward": toward(new, reader, command.project)}
    names["more"] = requests.behind(new, reader, answer)
    listening = place_listened_in(new.scenario.places, command.project) is not None
    if listening or group_helped(new.scenario, command.project) is not None:
        return f"{requests.request(new, reader, answer)} {_granted(answer, new, reader)}"
    if command.asker == reader.you:
        said = tr("Vous demandez à {asked} de contribuer {toward}{more} :", **names)
    else:
        asker = short(new, command.asker)
        said = tr("{asker} demande à {asked} de contribuer {toward}{more} :", asker=asker, **names)
    return f"{said} {_granted(answer, new, reader)}"


def _granted(answer: AnswerRecord, new: Game, reader: Reader) -> str:
    said = tokens(answer.accepted) if any(answer.accepted) else tr("non")
    if answer.counter is not None:
        return tr("{said}, mais ce serait oui {terms}", said=said, terms=requests.terms(new, reader, answer))
    if not answer.dropped:
        return said
    instead = listed([toward(new, reader, id_) for id_ in answer.dropped])
    return f"{said} " + tr(
        "(et {asked} reprend ce qui était promis {dropped})", asked=short(new, answer.asked), dropped=instead
    )


def _take(command: Take, _old: Game, new: Game, reader: Reader) -> str:
    """What both now give."""
    answer = new.playing.answers[-1]
    assert answer.bid is not None  # it was taken
    fields = {
        "asked": short(new, command.asked),
        "mine": requests.wanted(new, reader, answer.bid),
        "theirs": f"{tokens(answer.accepted)} {toward(new, reader, command.project)}",
    }
    if command.asker == reader.you:
        return tr("Marché conclu : vous, {mine} ; {asked}, {theirs}", **fields)
    return tr(
        "Marché conclu : {asker}, {mine} ; {asked}, {theirs}", asker=short(new, command.asker), **fields
    )


def _the_others(_command: Announce, old: Game, new: Game, reader: Reader) -> str:
    """Who announces, once people have spoken."""
    before = {record.id for record in old.playing.promises}
    who = dict.fromkeys(record.who for record in new.playing.promises if record.id not in before)
    if not who:
        return tr("Les autres n’annoncent rien")
    return tr("Les autres annoncent : {names}", names=listed([short(new, one) for one in who]))


def _pact(command: Pact, _old: Game, new: Game, reader: Reader) -> str:
    """That two sealed a pact, never what is in it."""
    mine = [p for p in new.playing.pacts if {p.who, p.other} == {command.who, command.other}]
    if mine:
        return pacts.between(new, reader, mine[0])
    return tr("{name} refuse un pacte", name=short(new, command.other))


def _hear(_command: Hear, _old: Game, new: Game, reader: Reader) -> str:
    record = new.playing.hearing
    return hearing.asked(new, reader, record) if record is not None else ""


def _verify(_command: Verify, _old: Game, new: Game, reader: Reader) -> str:
    return rumours.verified(new, reader, new.playing)


def _carte_blanche(_command: CarteBlanche, _old: Game, new: Game, reader: Reader) -> str:
    named = title(new, reader, CARTE_BLANCHE)
    if not waiting(new):
        return tr("Carte blanche : {name}", name=named)
    proposed = tr("Carte blanche proposée : {name}.", name=named)
    amended = _amended(_command, _old, new, reader)
    return f"{proposed} {amended}" if amended else proposed


def _amended(_command: Any, _old: Game, new: Game, reader: Reader) -> str:
    """Who amended the room's own project, and how."""
    said = new.table.room_project.amended if new.table.room_project else None
    return own_card.amended(new, reader, said) if said else ""


def _select(command: Select, _old: Game, _new: Game, reader: Reader) -> str:
    return ntr("{n} engagement choisi", "{n} engagements choisis", len(command.promises))


def _question(new: Game, reader: Reader, question: str) -> str:
    """What a question is about."""
    kind, _, rest = question.partition(":")
    if kind == "forecast":
        record = next(p for p in new.playing.promises if p.id == rest)
        return tr("Pronostic sur {name}", name=named(new, reader, record.who))
    if kind == "statement":
        return tr("Avis sur la phrase du débat")
    if kind == "verdict":
        return tr("Premier vote") if rest.endswith(":1") else tr("Second vote")
    return phase_word(new.table.phase)


def _vote(command: Vote | Tally, _old: Game, new: Game, reader: Reader) -> str:
    n = new.table.ballots[command.question].received()
    return ntr(
        "{question} : {n} réponse reçue", "{question} : {n} réponses reçues", n,
        question=_question(new, reader, command.question),
    )  # fmt: skip


def _pass(command: PassTo, _old: Game, new: Game, reader: Reader) -> str:
    if command.who is None:
        return tr("L’ordinateur est rendu")
    if command.who == reader.you:
        return tr("L’ordinateur est à vous")
    return tr("L’ordinateur passe à {name}", name=short(new, command.who))


def _picked(command: PickAct, _old: Game, new: Game, reader: Reader) -> str:
    act = next(a for a in new.playing.acts if a.id == command.act)
    where = f" ({title(new, reader, act.project)})" if act.project else ""
    if act.who == reader.you:
        return tr("Acte débattu : le vôtre") + where
    return tr("Acte débattu : {name}", name=short(new, act.who)) + where


def _clock(command: Clock, _old: Game, _new: Game, reader: Reader) -> str:
    if command.action == "add":
        return tr("Minuteur : {by} min", by=signed(command.seconds / 60, 1 if command.seconds % 60 else 0))
    return tr("Minuteur en pause") if command.action == "pause" else tr("Minuteur relancé")


def _people(command: People, _old: Game, new: Game, reader: Reader) -> str:
    all_ = command.participants
    if not command.table:
        return ntr("{n} personne dans la salle", "{n} personnes dans la salle", all_)
    return ntr(
        "{table} : {n} personne, sur {all} dans la salle",
        "{table} : {n} personnes, sur {all} dans la salle",
        new.size_of(command.table),
        table=command.table,
        all=all_,
    )


def _own(command: OwnPlacing, _old: Game, _new: Game, reader: Reader) -> str:
    n = sum(command.counts)
    if command.when == "before":
        return ntr("{n} placement entre je et nous, au début", "{n} placements entre je et nous, au début", n)
    return ntr("{n} placement entre je et nous, à la fin", "{n} placements entre je et nous, à la fin", n)


def _invite(command: Invite, _old: Game, new: Game, reader: Reader) -> str:
    """Whom a corner invites, or that it invites nobody any more."""
    corner = corners.name(new, reader, command.corner)
    if command.guest is None:
        return tr("{corner} n’invite plus personne", corner=corner)
    return tr("{corner} invite {name}", corner=corner, name=short(new, command.guest))


def _written(command: Write, _old: Game, new: Game, reader: Reader) -> str:
    return tr("Bande écrite : {corner}", corner=corners.name(new, reader, command.corner))


def _about(text: str, yours: str = "") -> Callable[[Any, Game, Game, Reader], str]:
    """A sentence that only names a character, and how it is told to who plays it alone."""

    def told(command: Any, _old: Game, new: Game, reader: Reader) -> str:
        if yours and command.who == reader.you:
            return tr(yours)
        return tr(text, name=short(new, command.who))

    return told


_SENTENCES: Final[dict[str, Callable[[Any, Game, Game, Reader], str]]] = {
    "begin": _begin,
    "adopt": _adopted,
    "mark": _about("Bulletin glissé dans l’urne : {name}", "Vous glissez votre bulletin dans l’urne"),
    "advance": _moved,
    "finish": _moved,
    "choose": _choose,
    "volunteer": lambda command, _old, new, reader: agenda.volunteered(new, reader, command),
    "put-off": lambda command, _old, new, reader: agenda.put_off(new, reader, command),
    "promise": _promise,
    "withdraw": _withdraw,
    "ask": _ask,
    "take": _take,
    "announce": _the_others,
    "walk": lambda _command, _old, new, reader: places.walked(new, reader),
    "invite": _invite,
    "sit": lambda command, _old, new, reader: corners.guest(new, reader, command.who),
    "write": _written,
    "carry": lambda command, _old, new, reader: corners.how_read(new, reader, strip_of(new, command.corner)),
    "entrust": lambda _command, _old, new, reader: timetable.entrusted(new, reader),
    "prefer": lambda _command, _old, new, reader: timetable.preferred(new, reader),
    "pact": _pact,
    "hear": _hear,
    "verify": _verify,
    "carte-blanche": _carte_blanche,
    "amend": _amended,
    "select": _select,
    "vote": _vote,
    "tally": _vote,
    "show-forecasts": lambda *_: tr("Pronostics montrés"),
    "pass-to": _pass,
    "place": _about("{name} déplace un jeton en secret", "Vous déplacez un jeton en secret"),
    "confirm": _about("Choix confirmé : {name}", "Vous confirmez votre choix"),
    "keep-word": _about("Choix confirmé : {name}", "Vous confirmez votre choix"),
    "reopen": _about("Choix rouvert : {name}", "Vous rouvrez votre choix"),
    "pick-act": _picked,
    "sort": lambda *_: tr("Trois phrases triées"),
    "tick": _about("Observation notée : {name}"),
    "place-posture": _about("Posture placée : {name}", "Vous vous placez sur la carte"),
    "own-placing": _own,
    "note": lambda command, *_: tr("Noté ({tag})", tag=tag_word(command.tag)),
    "edit-note": lambda *_: tr("Parole corrigée"),
    "withdraw-note": lambda *_: tr("Parole retirée"),
    "follow-up": lambda command, *_: tr("Promis, tenu ? {word}", word=became_word(command.became)),
    "clock": _clock,
    "people": _people,
    "take-seat": _about("Quelqu’un tient {name}, à présent"),
    "leave-seat": _about("Le jeu reprend {name}"),
}


def undone(action: str, target: Game, reader: Reader) -> str:
    """What was gone back to: the action told, or where it cannot be told ("") the phase."""
    with reader.speaking():
        return tr("Retour à : {action}", action=action or phase_word(target.table.phase))


def refused(reader: Reader) -> str:
    """An action of the file that this version refuses: there is nothing to tell of it."""
    with reader.speaking():
        return tr("Une action que cette version ne connaît plus")


def lost(reader: Reader) -> str:
    """An action that a damaged file has no more."""
    with reader.speaking():
        return tr("Une action perdue : le fichier est abîmé")
