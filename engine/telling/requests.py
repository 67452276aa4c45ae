"""Requests and what stands behind them, answers, and words given for the next round, in words."""

from collections.abc import Callable, Mapping
from typing import Final

from engine.language import tr
from engine.play.commands import Because
from engine.play.game import Game
from engine.play.table import AnswerRecord, Bid, RoundRecord, WordRecord
from engine.telling.helping import group_helped
from engine.telling.listening import place_listened_in
from engine.telling.people import short
from engine.telling.projects import toward
from engine.telling.reader import Reader
from engine.telling.vocabulary import because_word, either, kind_word, listed, tokens


def wanted(game: Game, reader: Reader, bid: Bid) -> str:
    """What is offered, or wanted, in return: "1 temps à la crèche"."""
    if bid.next_round:
        return tr("un engagement au tour prochain")
    return f"{tokens(bid.tokens)} {toward(game, reader, bid.project)}"


def answered(game: Game, reader: Reader, record: RoundRecord, a: AnswerRecord) -> str:
    """A request, what was offered and said for it, and its answer, in a sentence: with the promise it took
    the place of, or that stands, and what is wanted in return."""
    return f"{request(game, reader, a)} {_answer(game, reader, record, a)}"


def request(game: Game, reader: Reader, a: AnswerRecord) -> str:
    """Who asks whom for what, for what in return and why, up to the colon."""
    names = {"name": short(game, a.asked), "toward": toward(game, reader, a.project)}
    names["more"] = behind(game, reader, a)
    place = place_listened_in(game.scenario.places, a.project)
    if place is not None:
        return _to_listen(game, reader, a, {**names, "at": reader.read(place.at)})
    group = group_helped(game.scenario, a.project)
    if group is not None:
        return _to_help(game, reader, a, group.member == a.asked, {**names, "at": reader.read(group.at)})
    if a.asker == reader.you:
        return tr("Vous demandez à {name} de donner {toward}{more} :", **names)
    return tr("{asker} demande à {name} de donner {toward}{more} :", asker=short(game, a.asker), **names)


def _to_listen(game: Game, reader: Reader, a: AnswerRecord, names: Mapping[str, str]) -> str:
    if a.asker == reader.you:
        return tr("Vous demandez à {name} d’aller écouter {at}{more} :", **names)
    return tr("{asker} demande à {name} d’aller écouter {at}{more} :", asker=short(game, a.asker), **names)


def _to_help(game: Game, reader: Reader, a: AnswerRecord, asks: bool, names: Mapping[str, str]) -> str:
    """To go and help a group; or, of whoever belongs to it, to ask for help."""
    if asks and a.asker == reader.you:
        return tr("Vous invitez {name} à demander de l’aide {at}{more} :", **names)
    if asks:
        asker = short(game, a.asker)
        return tr("{asker} invite {name} à demander de l’aide {at}{more} :", asker=asker, **names)
    if a.asker == reader.you:
        return tr("Vous demandez à {name} d’aller aider {at}{more} :", **names)
    return tr("{asker} demande à {name} d’aller aider {at}{more} :", asker=short(game, a.asker), **names)


def behind(game: Game, reader: Reader, a: AnswerRecord) -> str:
    """What stands behind a request: ", contre 1 temps à la crèche (« cela vous sert »)"; "" for nothing."""
    offer = ""
    if a.bid is not None and a.bid.project == a.project:
        offer = tr(", contre {tokens} au même endroit", tokens=tokens(a.bid.tokens))
    elif a.bid is not None:
        offer = tr(", contre {offer}", offer=wanted(game, reader, a.bid))
    why = tr(" (« {why} »)", why=because_word(a.said)) if a.said is not None else ""
    return offer + why


def _answer(game: Game, reader: Reader, record: RoundRecord, a: AnswerRecord) -> str:
    if any(a.accepted):
        return _granted(game, reader, a)
    who = short(game, a.asked)
    places = game.scenario.places
    theirs = [p.project for p in record.promises if p.who == a.asked]
    works = [toward(game, reader, id_) for id_ in theirs if place_listened_in(places, id_) is None]
    heard = [place for id_ in theirs if (place := place_listened_in(places, id_)) is not None]
    theirs = [*works, *(tr("d’aller écouter {at}", at=reader.read(place.at)) for place in heard)]
    if theirs:
        said = tr("non, {name} garde son engagement {theirs}.", name=who, theirs=listed(theirs))
    else:
        said = tr("non, {name} ne promet rien pour l’instant.", name=who)
    if a.counter is None:
        return said
    return f"{said} " + tr("Ce serait oui {terms}.", terms=terms(game, reader, a))


def terms(game: Game, reader: Reader, a: AnswerRecord) -> str:
    """On what terms a refusal would be a yes: "contre 1 temps à la crèche", "si Ana y donne 1 temps"."""
    assert a.counter is not None
    if a.counter.project != a.project:
        return tr("contre {offer}", offer=wanted(game, reader, a.counter))
    some = tokens(a.counter.tokens)
    if a.asker == reader.you:
        return tr("si vous y donnez {tokens}", tokens=some)
    return tr("si {name} y donne {tokens}", name=short(game, a.asker), tokens=some)


def _granted(game: Game, reader: Reader, a: AnswerRecord) -> str:
    who, some = short(game, a.asked), tokens(a.accepted)
    if a.if_kind is not None:
        kind = kind_word(a.if_kind)
        yours = tr(", si vous y donnez {kind}", kind=kind)
        some += (
            yours
            if a.asker == reader.you
            else tr(", si {name} y donne {kind}", name=short(game, a.asker), kind=kind)
        )
    if a.dropped:
        there = listed([toward(game, reader, id_) for id_ in a.dropped])
        return tr(
            "oui, {tokens}, et {name} reprend ce qui était promis {dropped}.",
            tokens=some, name=who, dropped=there,
        )  # fmt: skip
    return tr("oui, {tokens}.", tokens=some)


# ---- In the voice of who is asked -------------------------------------------------------------------------


def reply(game: Game, reader: Reader, a: AnswerRecord) -> str:
    """The answer at the first person: to "vous" where the reader asked, else of the asker by name."""
    if any(a.accepted):
        return _yes(game, reader, a)
    heard = _UNTRUE[a.said](_names(game, reader, a)) if a.said is not None and not a.true else ""
    return f"{heard} {_no(game, reader, a)}".strip()


def _names(game: Game, reader: Reader, a: AnswerRecord) -> dict[str, str]:
    return {"name": tr("vous") if a.asker == reader.you else short(game, a.asker)}


def _yes(game: Game, reader: Reader, a: AnswerRecord) -> str:
    some, where = tokens(a.accepted), toward(game, reader, a.project)
    if a.if_kind is not None:
        kind = kind_word(a.if_kind)
        if a.asker == reader.you:
            said = tr(
                "Oui, si vous y donnez {kind} : je donne {tokens} {toward}.",
                kind=kind,
                tokens=some,
                toward=where,
            )
        else:
            said = tr(
                "Oui, si {name} y donne {kind} : je donne {tokens} {toward}.",
                name=short(game, a.asker), kind=kind, tokens=some, toward=where,
            )  # fmt: skip
    else:
        said = tr("Oui. Je donne {tokens} {toward}.", tokens=some, toward=where)
    if not a.dropped:
        return said
    there = listed([toward(game, reader, id_) for id_ in a.dropped])
    return f"{said} " + tr("Je reprends ce que j’avais promis {dropped}.", dropped=there)


def _no(game: Game, reader: Reader, a: AnswerRecord) -> str:
    if a.counter is None:
        return tr("Non.")
    said = terms(game, reader, a)
    if a.counter.project == a.project:
        return tr("Pas sans aide. Ce serait oui {terms}.", terms=said)
    return tr("Pas pour rien. Ce serait oui {terms}.", terms=said)


_UNTRUE: Final[dict[Because, Callable[[dict[str, str]], str]]] = {
    "serves-you": lambda _: tr("Cela ne me sert guère."),
    "serves-all": lambda _: tr("Tout le monde n’y gagne pas tant."),
    "helped": lambda f: tr("Au dernier tour, rien ne m’est venu de {name}.", **f),
    "owed": lambda f: tr("Je n’ai manqué à aucune parole envers {name}.", **f),
    "nobody-else": lambda _: tr("D’autres le peuvent aussi."),
}
"""What is answered to a reason that is not so, before the no."""


# ---- Words given for the next round -----------------------------------------------------------------------


def word(game: Game, reader: Reader, given: WordRecord, told: bool) -> str:
    """How a word given for this round stands, and what would keep it; once `told`, at the reveal, what became
    of it."""
    names = {"who": short(game, given.who), "to": short(game, given.to)}
    yours = given.who == reader.you
    if given.kept is None:
        return tr("Parole donnée à {to} : rien ne lui servirait ce tour-ci.", **names)
    if given.kept:
        return (
            tr("Parole tenue envers {to}.", **names)
            if yours
            else tr("{who} tient parole envers {to}.", **names)
        )
    if told and yours:
        return tr("Vous n’avez rien promis pour {to}, malgré votre parole.", **names)
    if told:
        return tr("{who} n’a rien promis pour {to}, malgré sa parole.", **names)
    there = either([toward(game, reader, project) for project in given.where])
    if yours:
        return tr("Votre parole à {to} : promettre {where}, ce tour-ci.", where=there, **names)
    return tr("La parole de {who} à {to} : promettre {where}, ce tour-ci.", where=there, **names)
