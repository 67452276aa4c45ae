"""Votes, and the acts that a room debates, in words."""

import re
from collections.abc import Callable
from typing import Final

from engine.agreement import Word
from engine.agreement import word as agreement
from engine.language import ntr, tr
from engine.play import forsworn, outvoted, postponed
from engine.play.game import Game
from engine.play.reworded import FACT, strip_of_act
from engine.play.table import Act, RoundRecord, Trio
from engine.telling import corners
from engine.telling.people import name, short
from engine.telling.projects import title, toward
from engine.telling.reader import Reader
from engine.telling.vocabulary import kind_word, places, tokens


def vote_word(question: str, answers: Trio, alone: bool = False) -> str:
    """Where a room stands on a question: its side where there is agreement, the side it leans to where one is
    at least twice the other, or that it is divided. Nothing of how few answered to who trains `alone`."""
    if sum(answers) == 0:
        return ""
    found = agreement(*answers)
    if found == "few":
        return "" if alone else tr("Réserve : moins de 5 réponses")
    if found == "divided":
        return tr("La question nous divise")
    if found == "unsure":
        return tr("La plupart ne savent pas")
    return _SIDES.get(question.partition(":")[0], _answer_word)(found)


def _forecast_word(found: Word) -> str:
    return {
        "agree": tr("Accord : tiendra"),
        "disagree": tr("Accord : ne tiendra pas"),
        "rather": tr("Plutôt « tiendra », sans accord"),
        "rather-not": tr("Plutôt « ne tiendra pas », sans accord"),
    }[found]


def _verdict_word(found: Word) -> str:
    return {
        "agree": tr("Accord : COOP"),
        "disagree": tr("Accord : pas COOP"),
        "rather": tr("Plutôt COOP, sans accord"),
        "rather-not": tr("Plutôt pas COOP, sans accord"),
    }[found]


def _statement_word(found: Word) -> str:
    return {
        "agree": tr("Accord avec la phrase"),
        "disagree": tr("Accord contre la phrase"),
        "rather": tr("Plutôt avec la phrase, sans accord"),
        "rather-not": tr("Plutôt contre la phrase, sans accord"),
    }[found]


def _answer_word(found: Word) -> str:
    """Of a question that is none of these."""
    return {
        "agree": tr("Accord : oui"),
        "disagree": tr("Accord : non"),
        "rather": tr("Plutôt oui, sans accord"),
        "rather-not": tr("Plutôt non, sans accord"),
    }[found]


def _hearing_word(found: Word) -> str:
    return {
        "agree": tr("Accord : a répondu"),
        "disagree": tr("Accord : n’a pas répondu"),
        "rather": tr("Plutôt « a répondu », sans accord"),
        "rather-not": tr("Plutôt « n’a pas répondu », sans accord"),
    }[found]


def _rumour_word(found: Word) -> str:
    return {
        "agree": tr("Accord : c’est vrai"),
        "disagree": tr("Accord : c’est faux"),
        "rather": tr("Plutôt « c’est vrai », sans accord"),
        "rather-not": tr("Plutôt « c’est faux », sans accord"),
    }[found]


_SIDES: Final = {
    "forecast": _forecast_word,
    "verdict": _verdict_word,
    "statement": _statement_word,
    "hearing": _hearing_word,
    "rumour": _rumour_word,
}


def outcome(question: str, answers: Trio | None, changed: int | None, exact: bool, alone: bool) -> str:
    """What became of a vote: how many changed their mind (None where that is not known), and where the room
    stands. `answers` is None before they are shown."""
    if answers is None:
        return ""
    parts = [_changed(changed, exact)] if changed is not None else []
    word = vote_word(question, answers, alone)
    return " ".join([*parts, *([f"{word}."] if word else [])])


def _changed(n: int, exact: bool) -> str:
    if n == 0:
        return tr("Personne n’a changé d’avis.") if exact else tr("Les deux votes donnent le même compte.")
    if exact:
        return ntr("{n} personne a changé d’avis.", "{n} personnes ont changé d’avis.", n)
    return ntr("{n} personne au moins a changé d’avis.", "{n} personnes au moins ont changé d’avis.", n)


def question(game: Game, reader: Reader, record: RoundRecord, act: Act) -> tuple[str, str]:
    """What a debate card asks of an act, and the sentence that it puts to the vote."""
    promised, given = _both(record, act)
    card = next(card for card in game.scenario.debates if card.id == act.card)
    fields = {
        "name": name(game, act.who),
        "project": title(game, reader, act.project) if act.project else "",
        "where": toward(game, reader, act.project) if act.project else "",
        "promised": tokens(promised),
        "given": tokens(given),
    }
    asked = reader.read(card.question)
    if act.who == reader.you:
        asked = _without_the_name(asked)
    return reader.filled(asked, fields), reader.filled(reader.read(card.statement), fields)


def _without_the_name(asked: str) -> str:
    """A question without its sentences about {name}, for who did it: the fact stands above, told to them as
    "vous". The whole question where nothing else would stay.
    """
    sentences = re.split(r"(?<=[.?!…])[ \n]+", asked)
    return " ".join(one for one in sentences if "{name}" not in one) or asked


def _both(record: RoundRecord, act: Act) -> tuple[Trio, Trio]:
    """What was promised to the act's project, in a pact where the act is about one, and what was given."""
    given = record.given.get(act.who, {}).get(act.project, (0, 0, 0))
    if act.fact == forsworn.FACT:
        return forsworn.pledged(record, act.who)[2], given
    promised = next(
        (p.tokens for p in record.promises if (p.who, p.project) == (act.who, act.project)), (0, 0, 0)
    )
    return promised, given


def told(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """What was done, and where tokens promised here went instead: half a fact would be an accusation."""
    said = _sentence(game, reader, record, act)
    others = record.given.get(act.who, {})
    there = places((some, toward(game, reader, id_)) for id_, some in others.items() if id_ != act.project)
    if act.fact not in ("part", "broken", "void", forsworn.FACT) or not there:
        return said
    if act.who == reader.you:
        return f"{said} " + tr("Vous avez donné {elsewhere}.", elsewhere=there)
    return f"{said} " + tr("{name} a donné {elsewhere}.", name=short(game, act.who), elsewhere=there)


def _sentence(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    if act.fact == FACT:
        return _read(game, reader, record, act)
    if act.fact == outvoted.FACT:
        return _outvoted(game, reader, act)
    if act.fact == postponed.FACT:
        return _put_off(game, reader, act)
    if act.fact == forsworn.FACT:
        return _forsworn(game, reader, record, act)
    promised, given = _both(record, act)
    fields = {
        "name": short(game, act.who),
        "promised": tokens(promised),
        "given": tokens(given),
        "toward": _towards(game, reader, record, act),
    }
    told = (_yours if act.who == reader.you else _theirs)(fields)
    if act.fact == "gift" and any(promised):
        return told["void-gift"]()
    if act.fact == "gift" and (act.who, act.project) in _pledged(record):
        return told["pledged"]()
    # tokens of another kind than was promised are not nothing
    return told["part" if act.fact == "broken" and any(given) else act.fact]()


def _read(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """Which strip was read where, how many words were changed, and what its corner says of it."""
    said = corners.said(game, reader, strip_of_act(record, act))
    if act.who == reader.you:
        return f"{tr('Vous avez lu une bande.')} {said}"
    return f"{tr('{name} a lu une bande.', name=short(game, act.who))} {said}"


def _outvoted(game: Game, reader: Reader, act: Act) -> str:
    """That somebody had given to an idea which the vote did not fund."""
    idea = title(game, reader, act.project)
    if act.who == reader.you:
        return tr("Vous aviez donné pour « {project} », et le vote ne l’a pas financé.", project=idea)
    return tr(
        "{name} avait donné pour « {project} », et le vote ne l’a pas financé.",
        name=short(game, act.who), project=idea,
    )  # fmt: skip


def _put_off(game: Game, reader: Reader, act: Act) -> str:
    """That whoever chaired put a project off."""
    what = title(game, reader, act.project)
    if act.who == reader.you:
        return tr("Vous présidiez, et vous avez reporté « {project} ».", project=what)
    return tr("{name} présidait, et a reporté « {project} ».", name=short(game, act.who), project=what)


def _forsworn(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """What somebody had promised in a pact, to whom, and what they gave of it."""
    other, _, _ = forsworn.pledged(record, act.who)
    promised, given = _both(record, act)
    fields = {
        "name": short(game, act.who), "other": short(game, other), "promised": tokens(promised),
        "given": tokens(given), "toward": toward(game, reader, act.project),
    }  # fmt: skip
    if act.who == reader.you:
        return tr(
            "Vous aviez promis à {other}, à part, {promised} {toward}, et vous avez donné {given}.", **fields
        ) if any(given) else tr(
            "Vous aviez promis à {other}, à part, {promised} {toward}, et vous n’y avez rien donné.", **fields
        )  # fmt: skip
    if other == reader.you:
        return tr(
            "{name} vous avait promis, à part, {promised} {toward}, et a donné {given}.", **fields
        ) if any(given) else tr(
            "{name} vous avait promis, à part, {promised} {toward}, et n’y a rien donné.", **fields
        )  # fmt: skip
    return tr(
        "{name} avait promis à {other}, à part, {promised} {toward}, et a donné {given}.", **fields
    ) if any(given) else tr(
        "{name} avait promis à {other}, à part, {promised} {toward}, et n’y a rien donné.", **fields
    )  # fmt: skip


def _pledged(record: RoundRecord) -> set[tuple[str, str]]:
    """Who promised something to which project in a pact: not aloud, and promised all the same."""
    given = {(pact.who, pact.project) for pact in record.pacts}
    return given | {(pact.other, pact.other_project) for pact in record.pacts}


def _theirs(fields: dict[str, str]) -> dict[str, Callable[[], str]]:
    """What was done, by fact, of somebody."""
    unmet = tr("{name} avait promis {promised} {toward} : la condition n’a pas été remplie.", **fields)
    return {
        "kept": lambda: tr("{name} avait promis {promised} {toward}, et a tout donné.", **fields),
        "part": lambda: tr("{name} avait promis {promised} {toward}, et a donné {given}.", **fields),
        "broken": lambda: tr("{name} avait promis {promised} {toward}, et n’y a rien donné.", **fields),
        "gift": lambda: tr("{name} a donné {given} {toward} sans l’avoir promis.", **fields),
        "pledged": lambda: tr("{name} a donné {given} {toward} sans l’avoir promis tout haut.", **fields),
        "void-gift": lambda: f"{unmet} " + tr("{name} a donné {given} quand même.", **fields),
        "void": lambda: f"{unmet} " + tr("Sans elle, rien n’était dû, et rien n’est venu.", **fields),
        "none": lambda: tr("{name} n’a rien promis et n’a rien donné.", **fields),
    }


def _yours(fields: dict[str, str]) -> dict[str, Callable[[], str]]:
    """The same to who did it."""
    unmet = tr("Vous aviez promis {promised} {toward} : la condition n’a pas été remplie.", **fields)
    return {
        "kept": lambda: tr("Vous aviez promis {promised} {toward}, et vous avez tout donné.", **fields),
        "part": lambda: tr("Vous aviez promis {promised} {toward}, et vous avez donné {given}.", **fields),
        "broken": lambda: tr("Vous aviez promis {promised} {toward}, et vous n’y avez rien donné.", **fields),
        "gift": lambda: tr("Vous avez donné {given} {toward} sans l’avoir promis.", **fields),
        "pledged": lambda: tr("Vous avez donné {given} {toward} sans l’avoir promis tout haut.", **fields),
        "void-gift": lambda: f"{unmet} " + tr("Vous avez donné {given} quand même.", **fields),
        "void": lambda: f"{unmet} " + tr("Sans elle, rien n’était dû, et rien n’est venu.", **fields),
        "none": lambda: tr("Vous n’avez rien promis et rien donné.", **fields),
    }


def _towards(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """Where an act's tokens were to go, and on what condition: "au jardin si Marc y donnait des moyens"."""
    if not act.project:
        return ""
    where = toward(game, reader, act.project)
    made = next((p for p in record.promises if (p.who, p.project) == (act.who, act.project)), None)
    if made is None or made.if_who is None or made.if_kind is None:
        return where
    kind = kind_word(made.if_kind)
    if made.if_who == reader.you:
        return tr("{toward} si vous y donniez {kind}", toward=where, kind=kind)
    return tr("{toward} si {other} y donnait {kind}", toward=where, other=short(game, made.if_who), kind=kind)
