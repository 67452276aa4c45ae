"""Pacts and mandates in words: what only some may know, and what a reveal makes of it."""

from collections.abc import Sequence

from engine.language import tr
from engine.play.game import Game
from engine.play.table import PactRecord, PactRefusal, Trio
from engine.rules.record import Record
from engine.rules.state import FACT_NAMES, KEPT
from engine.telling.people import named, short
from engine.telling.projects import toward
from engine.telling.reader import Reader
from engine.telling.vocabulary import fact_word, listed, tokens


def between(game: Game, reader: Reader, pact: PactRecord) -> str:
    """That two have a pact, and nothing of what is in it."""
    if reader.you in (pact.who, pact.other):
        other = pact.other if pact.who == reader.you else pact.who
        return tr("Un pacte entre vous et {other}", other=short(game, other))
    return tr("Un pacte entre {who} et {other}", who=short(game, pact.who), other=short(game, pact.other))


def terms(game: Game, reader: Reader, pact: PactRecord) -> str:
    """What each of the two gives: "Marc donne 2 moyens à la table ; Inès donne 1 voix au jardin"."""
    return tr(
        "{one} ; {other}",
        one=_gives(game, reader, pact.who, pact.tokens, pact.project),
        other=_gives(game, reader, pact.other, pact.other_tokens, pact.other_project),
    )


def _gives(game: Game, reader: Reader, who: str, some: Trio, project: str) -> str:
    what = {"tokens": tokens(some), "toward": toward(game, reader, project)}
    if who == reader.you:
        return tr("vous donnez {tokens} {toward}", **what)
    return tr("{name} donne {tokens} {toward}", name=short(game, who), **what)


def became(game: Game, reader: Reader, pact: PactRecord, record: Record) -> tuple[str, str]:
    """What each of the two owed, in short, and whether they gave it: "Marc : 2 moyens à la table, tenu"."""
    return (
        _owed(game, reader, record, pact.who, pact.tokens, pact.project),
        _owed(game, reader, record, pact.other, pact.other_tokens, pact.other_project),
    )


def _owed(game: Game, reader: Reader, record: Record, who: str, some: Trio, project: str) -> str:
    gave = fact_word(FACT_NAMES[record.pact_fact[game.names.character(who)]])
    return tr(
        "{name} : {tokens} {toward}, {word}",
        name=tr("vous") if who == reader.you else short(game, who), tokens=tokens(some),
        toward=toward(game, reader, project), word=gave.lower(),
    )  # fmt: skip


def broken_by(pact: PactRecord, record: Record, game: Game) -> tuple[str, ...]:
    """Who of the two did not keep it, or not all of it."""
    facts = record.pact_fact
    return tuple(who for who in (pact.who, pact.other) if facts[game.names.character(who)] != KEPT)


def refused(game: Game, reader: Reader, refusal: PactRefusal) -> str:
    """Why a simulated character does not seal a pact."""
    name = short(game, refusal.other)
    if refusal.why == "tokens":
        return tr("{name} refuse : ses jetons sont déjà promis ailleurs.", name=name)
    if refusal.why == "use":
        return tr("{name} refuse : ce pacte ne lui apporte pas assez.", name=name)
    if refusal.who == reader.you:
        return tr("{name} refuse : il faudrait d’abord vous faire plus confiance.", name=name)
    return tr(
        "{name} refuse : il faudrait d’abord faire plus confiance à {who}.",
        name=name,
        who=short(game, refusal.who),
    )


def kept_word(kept: bool) -> str:
    """What is stamped on a pact that was opened."""
    return fact_word("kept").lower() if kept else tr("rompu")


def result(game: Game, reader: Reader, broken: Sequence[str]) -> str:
    """What became of a pact, and by whom it was broken: "rompu par Marc"."""
    if not broken:
        return kept_word(True)
    names = listed([tr("vous") if who == reader.you else short(game, who) for who in broken])
    return tr("rompu par {names}", names=names)


def mandate(game: Game, reader: Reader, who: str, what: str) -> str:
    """A mandate that nothing has decided yet, for whoever leads, or for who holds it alone."""
    if who == reader.you:
        return tr("On vous a demandé de ne pas dire : « {what} »", what=what)
    return tr("On a demandé à {name} de ne pas dire : « {what} »", name=short(game, who), what=what)


def had_mandate(game: Game, reader: Reader, who: str) -> str:
    """That somebody had a mandate."""
    if who == reader.you:
        return tr("Vous aviez un mandat")
    return tr("{name} avait un mandat", name=named(game, reader, who))


def mandate_result(done: bool | None, came: bool = True) -> str:
    """What became of a mandate: nothing decided it yet where it is None; nor really did anything where the
    project that it was about never `came`."""
    if done is None:
        return tr("Rien ne l’a tranché.")
    if not came:
        return tr("L’occasion n’est pas venue.")
    return tr("Mandat rempli.") if done else tr("Mandat non rempli.")
