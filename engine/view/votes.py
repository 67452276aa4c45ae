"""Forecasts and the debate, as an audience sees them."""

from engine.agreement import shift
from engine.agreement import word as agreement
from engine.language import ntr, tr, typo
from engine.play.phases.votes import expected
from engine.play.table import Act, RoundRecord, Trio
from engine.view.people import name, short
from engine.view.projects import promise, title, toward
from engine.view.types import ActView, Counts, DebateView, ForecastView
from engine.view.veil import Seen
from engine.view.wording import kind_word, listed, tokens


def counts(seen: Seen, question: str) -> Counts:
    """Answers to one question: how many came in, and, where they may be seen, what they are."""
    received = seen.received.get(question, 0)
    awaited = expected(seen.game, question) if seen.game.begin.participants else received
    people, excess = max(received, awaited), max(0, received - awaited)
    ballot = seen.game.table.ballots.get(question)
    voter = seen.voters.get(question)
    if ballot is None:
        return Counts(question, received, people, next_voter=voter, excess=excess)
    yes, no, unsure = ballot.counts()
    by_table = tuple((table, *row) for table, row in ballot.by_table().items() if table)
    return Counts(
        question, received, people, yes, no, unsure, _word(ballot.counts()), by_table, voter, excess
    )


def _word(answers: Trio) -> str:
    """What may be said of the counts: agreement, disagreement, or too few to say."""
    if sum(answers) == 0:
        return ""
    return {
        "agree": tr("Accord"),
        "disagree": tr("Accord"),
        "divided": tr("Désaccord, à débattre"),
        "few": tr("Réserve : moins de 5 réponses"),
    }[agreement(*answers)]


def forecasts(seen: Seen) -> tuple[ForecastView, ...]:
    """The promises put to the forecast this round."""
    record = seen.game.round
    if record is None or seen.game.table.phase in ("break", "bilan"):
        return ()
    by_id = {p.id: p for p in record.promises}
    return tuple(
        ForecastView(promise(seen, by_id[id_]), counts(seen, f"forecast:{id_}")) for id_ in record.selected
    )


def debate(seen: Seen) -> DebateView | None:
    """The acts that may be debated, the one that is, and what the room says of it."""
    record = seen.game.round
    if record is None or seen.game.table.phase != "debate":
        return None
    acts = tuple(act_view(seen, record, act) for act in record.acts)
    picked = next((act for act in acts if act.id == record.picked), None)
    first, second, statement = (
        counts(seen, question)
        for question in (
            f"verdict:{record.number}:1",
            f"verdict:{record.number}:2",
            f"statement:{record.number}",
        )
    )
    changed, exact = moved(seen, first, second)
    return DebateView(
        acts=acts,
        picked=picked,
        first=first,
        second=second if seen.game.table.step in ("revote", "map") else None,
        statement=statement,
        changed=changed,
        sentence=_outcome(first, second, changed, exact),
        kept=_kept(seen),
    )


def _kept(seen: Seen) -> tuple[str, ...]:
    """The sentences of this debate, where it is written rather than held aloud."""
    game = seen.game
    here = (note for note in game.table.notes if note.round == len(game.table.rounds) and not note.withdrawn)
    return tuple(typo(note.text) for note in here if note.tag == "sentence") if game.alone else ()


def moved(seen: Seen, first: Counts, second: Counts) -> tuple[int | None, bool]:
    """How many people changed their mind between a vote and its repeat, and whether that is exact; None
    before both are seen. Never who."""
    if first.yes is None or second.yes is None or not first.received or not second.received:
        return None, False
    ballots = seen.game.table.ballots
    was, now = ballots[first.question], ballots[second.question]
    return shift(was.counts(), now.counts(), was.by_voter(), now.by_voter())


def _outcome(first: Counts, second: Counts, changed: int | None, exact: bool) -> str:
    last = second if second.yes is not None and second.received else first
    if last.yes is None:
        return ""
    parts = []
    if changed == 0:
        parts.append(
            tr("Personne n’a changé d’avis.") if exact else tr("Les deux votes donnent le même compte.")
        )
    elif changed is not None and exact:
        parts.append(ntr("{n} personne a changé d’avis.", "{n} personnes ont changé d’avis.", changed))
    elif changed is not None:
        parts.append(
            ntr(
                "{n} personne au moins a changé d’avis.", "{n} personnes au moins ont changé d’avis.", changed
            )
        )
    divided = agreement(last.yes, last.no or 0, last.unsure or 0) == "divided"
    if last.received:
        parts.append(tr("La question nous divise.") if divided else last.word and f"{last.word}.")
    return " ".join(part for part in parts if part)


def act_view(seen: Seen, record: RoundRecord, act: Act) -> ActView:
    """An act in words: what was promised, what was given, and the question that a debate card asks of it."""
    promised, given = _both(record, act)
    card = next(card for card in seen.game.scenario.debates if card.id == act.card)
    fields = {
        "name": name(seen, act.who),
        "project": title(seen, act.project) if act.project else "",
        "promised": tokens(promised),
        "given": tokens(given),
    }
    return ActView(
        act.id, act.who, _told(seen, record, act, promised, given), _filled(seen.read(card.question), fields),
        _filled(seen.read(card.statement), fields),
    )  # fmt: skip


def _both(record: RoundRecord, act: Act) -> tuple[Trio, Trio]:
    promised = next(
        (p.tokens for p in record.promises if (p.who, p.project) == (act.who, act.project)), (0, 0, 0)
    )
    return promised, record.given.get(act.who, {}).get(act.project, (0, 0, 0))


def _told(seen: Seen, record: RoundRecord, act: Act, promised: Trio, given: Trio) -> str:
    """What was done, and where tokens promised here went instead: half a fact would be an accusation."""
    said = _sentence(seen, record, act, promised, given)
    others = record.given.get(act.who, {})
    elsewhere = [
        f"{tokens(some)} {toward(seen, id_)}"
        for id_, some in others.items()
        if id_ != act.project and any(some)
    ]
    if act.fact not in ("part", "broken") or not elsewhere:
        return said
    return f"{said} " + tr(
        "{name} a donné {elsewhere}.", name=short(seen, act.who), elsewhere=listed(elsewhere)
    )


def _sentence(seen: Seen, record: RoundRecord, act: Act, promised: Trio, given: Trio) -> str:
    fields = {
        "name": short(seen, act.who),
        "promised": tokens(promised),
        "given": tokens(given),
        "toward": _towards(seen, record, act),
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


def _towards(seen: Seen, record: RoundRecord, act: Act) -> str:
    """Where an act's tokens were to go, and on what condition: "au jardin si Marc y donnait des moyens"."""
    if not act.project:
        return ""
    where = toward(seen, act.project)
    made = next((p for p in record.promises if (p.who, p.project) == (act.who, act.project)), None)
    if made is None or made.if_who is None or made.if_kind is None:
        return where
    return tr(
        "{toward} si {other} y donnait {kind}",
        toward=where, other=short(seen, made.if_who), kind=kind_word(made.if_kind),
    )  # fmt: skip


def _filled(text: str, fields: dict[str, str]) -> str:
    """A designer's text with its {name}, {project}, {promised} and {given} filled in; other braces stay."""
    for key, value in fields.items():
        text = text.replace(f"{{{key}}}", value)
    return text
