"""Votes, and the acts that a room debates, in words."""

from engine.agreement import word as agreement
from engine.language import ntr, tr
from engine.play.game import Game
from engine.play.table import Act, RoundRecord, Trio
from engine.telling.people import name, short
from engine.telling.projects import title, toward
from engine.telling.reader import Reader
from engine.telling.vocabulary import kind_word, listed, tokens


def vote_word(answers: Trio) -> str:
    """What may be said of the counts: agreement, disagreement, or too few to say."""
    if sum(answers) == 0:
        return ""
    return {
        "agree": tr("Accord"),
        "disagree": tr("Accord"),
        "divided": tr("Désaccord, à débattre"),
        "few": tr("Réserve : moins de 5 réponses"),
    }[agreement(*answers)]


def outcome(answers: Trio | None, changed: int | None, exact: bool) -> str:
    """What became of a vote: how many changed their mind (None where that is not known), and where the room
    stands. `answers` is None before they are shown."""
    if answers is None:
        return ""
    parts = [_changed(changed, exact)] if changed is not None else []
    if sum(answers):
        divided = agreement(*answers) == "divided"
        parts.append(tr("La question nous divise.") if divided else f"{vote_word(answers)}.")
    return " ".join(parts)


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
        "promised": tokens(promised),
        "given": tokens(given),
    }
    return _filled(reader.read(card.question), fields), _filled(reader.read(card.statement), fields)


def _both(record: RoundRecord, act: Act) -> tuple[Trio, Trio]:
    promised = next(
        (p.tokens for p in record.promises if (p.who, p.project) == (act.who, act.project)), (0, 0, 0)
    )
    return promised, record.given.get(act.who, {}).get(act.project, (0, 0, 0))


def told(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """What was done, and where tokens promised here went instead: half a fact would be an accusation."""
    said = _sentence(game, reader, record, act)
    others = record.given.get(act.who, {})
    elsewhere = [
        f"{tokens(some)} {toward(game, reader, id_)}"
        for id_, some in others.items()
        if id_ != act.project and any(some)
    ]
    if act.fact not in ("part", "broken") or not elsewhere:
        return said
    return f"{said} " + tr(
        "{name} a donné {elsewhere}.", name=short(game, act.who), elsewhere=listed(elsewhere)
    )


def _sentence(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    promised, given = _both(record, act)
    fields = {
        "name": short(game, act.who),
        "promised": tokens(promised),
        "given": tokens(given),
        "toward": _towards(game, reader, record, act),
    }
    unmet = tr("{name} avait promis {promised} {toward} : la condition n’a pas été remplie.", **fields)
    told = {
        "kept": lambda: tr("{name} avait promis {promised} {toward}, et a tout donné.", **fields),
        "part": lambda: tr("{name} avait promis {promised} {toward}, et a donné {given}.", **fields),
        "broken": lambda: tr("{name} avait promis {promised} {toward}, et rien n’y est venu.", **fields),
        "gift": lambda: tr("{name} a donné {given} {toward} sans l’avoir promis.", **fields),
        "void-gift": lambda: f"{unmet} " + tr("{name} a donné {given} quand même.", **fields),
        "void": lambda: f"{unmet} " + tr("Sans elle, rien n’était dû, et rien n’est venu.", **fields),
        "none": lambda: tr("{name} n’a rien promis et n’a rien donné.", **fields),
    }
    if act.fact == "gift" and any(promised):
        return told["void-gift"]()
    # tokens of another kind than was promised are not nothing
    return told["part" if act.fact == "broken" and any(given) else act.fact]()


def _towards(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """Where an act's tokens were to go, and on what condition: "au jardin si Marc y donnait des moyens"."""
    if not act.project:
        return ""
    where = toward(game, reader, act.project)
    made = next((p for p in record.promises if (p.who, p.project) == (act.who, act.project)), None)
    if made is None or made.if_who is None or made.if_kind is None:
        return where
    return tr(
        "{toward} si {other} y donnait {kind}",
        toward=where, other=short(game, made.if_who), kind=kind_word(made.if_kind),
    )  # fmt: skip


def _filled(text: str, fields: dict[str, str]) -> str:
    """A designer's text with its {name}, {project}, {promised} and {given} filled in; other braces stay."""
    for key, value in fields.items():
        text = text.replace(f"{{{key}}}", value)
    return text
