"""What a reveal laid open, in facts: promised beside given, projects, trust, the gate."""

from collections.abc import Mapping

from engine.fixed import to_float
from engine.phases.game import count, minus, plus, trio
from engine.phases.table import NOTHING, Trio
from engine.state import FACT_NAMES
from engine.view.people import indicator_title, short
from engine.view.projects import changes, left_with, project, promised_in_all, title, toward
from engine.view.types import Fact, FactView, Outcome, RevealView, TokenCount
from engine.view.veil import Seen
from engine.view.wording import changes as change_words
from engine.view.wording import listed, tokens
from engine.words import tr


def reveal(seen: Seen) -> RevealView | None:
    """The round's reveal, from its phase to the end of the debate."""
    game = seen.game
    if not game.records or game.table.phase not in ("reveal", "debate"):
        return None
    record = game.records[-1]
    gate = game.board.gate
    before, after = int(record.ind_ref[gate]), int(record.ind_after[gate])
    rose = bool(record.rose[0])
    return RevealView(
        facts=tuple(_fact(seen, who) for who in game.names.characters),
        outcomes=tuple(_outcome(seen, id_) for id_ in game.playing.open),
        trust=_trust(seen),
        lifted=_lifted(seen),
        commons_title=indicator_title(seen, game.names.indicators[gate]),
        commons_before=before,
        commons_after=after,
        commons_rose=rose,
        gate_sentence=_gate_sentence(before, after),
    )


def _gate_sentence(before: int, after: int) -> str:
    if after > before:
        return tr("En hausse : les gains personnels de ce tour comptent.")
    if after == before:
        return tr("Il n’a pas monté : ce tour, aucun gain personnel ne compte.")
    return tr("En baisse : ce tour, aucun gain personnel ne compte.")


def fact_word(fact: Fact) -> str:
    """The word on the stamp; a fact, never a verdict."""
    return {
        "kept": tr("TENU"),
        "part": tr("EN PARTIE"),
        "broken": tr("NON TENU"),
        "gift": tr("DON"),
        "void": tr("SANS OBJET"),
        "none": "",
    }[fact]


def fact_of(seen: Seen, who: str) -> Fact:
    """One fact for all that a character promised and gave this round."""
    record = seen.game.records[-1]
    i = seen.game.names.character(who)
    facts = {FACT_NAMES[f] for f in record.fact[i].tolist()}
    bound = facts & {"kept", "part", "broken"}
    if bound == {"kept"}:
        return "kept"
    if bound:
        return "broken" if bound == {"broken"} else "part"
    if "gift" in facts:
        return "gift"
    return "void" if "void" in facts else "none"


def _fact(seen: Seen, who: str) -> FactView:
    record = seen.game.playing
    given = record.given.get(who, {})
    promised = {p.project: p.tokens for p in record.promises if p.who == who}
    fact = fact_of(seen, who)
    rows = tuple(
        (toward(seen, id_), TokenCount(*promised.get(id_, NOTHING)), TokenCount(*given.get(id_, NOTHING)))
        for id_ in record.open
        if id_ in promised or id_ in given
    )
    there = _as_said(given, promised, fact)
    elsewhere = minus(plus(*given.values()), there)
    return FactView(
        who=who,
        promised=count(promised_in_all(seen, who)),
        given=count(there),
        fact=fact,
        word=fact_word(fact),
        sentence=_fact_sentence(seen, who, fact, given, promised),
        projects=rows,
        elsewhere=count(elsewhere),
    )


def _as_said(given: Mapping[str, Trio], promised: Mapping[str, Trio], fact: Fact) -> Trio:
    """Of what was given, the part that answers a promise; all of it where none was made, and whatever came on
    top of a promise that was kept."""
    if not promised:
        return plus(*given.values())
    if fact not in ("part", "broken"):
        return plus(*(some for id_, some in given.items() if id_ in promised))
    answered = []
    for id_, (time, means, backing) in promised.items():
        came = given.get(id_, NOTHING)
        answered.append((min(time, came[0]), min(means, came[1]), min(backing, came[2])))
    return plus(*answered)


def _fact_sentence(
    seen: Seen, who: str, fact: Fact, given: Mapping[str, Trio], promised: Mapping[str, Trio]
) -> str:
    """What a character did, in a few words: facts, and where its tokens went if not where it had said."""
    name = short(seen, who)
    elsewhere = [toward(seen, id_) for id_, tokens_ in given.items() if any(tokens_) and id_ not in promised]
    if fact == "none":
        return tr("{name} n’avait rien promis et garde tout.", name=name)
    if fact == "gift":
        return tr("{name} donne sans avoir promis.", name=name)
    if fact == "void":
        return tr("La condition de {name} n’a pas été remplie.", name=name)
    if fact == "kept":
        return tr("{name} donne ce qui était promis.", name=name)
    if elsewhere:
        return tr("{name} donne ailleurs : {towards}.", name=name, towards=listed(elsewhere))
    whole = plus(*given.values())
    if not any(whole):
        return tr("{name} garde tout.", name=name)
    kept_back = minus(trio(seen.game.state.tokens[seen.game.names.character(who)]), whole)
    return tr("{name} garde {tokens}.", name=name, tokens=tokens(kept_back))


def _outcome(seen: Seen, id_: str) -> Outcome:
    game, record = seen.game, seen.game.records[-1]
    p = game.names.project(id_)
    view = project(seen, id_, left_with(seen, id_))
    lack = minus(view.cost, view.placed)
    if record.completed[p]:
        return Outcome(view, "complete", TokenCount(), change_words(changes(seen, id_)))
    missing = count((max(0, lack[0]), max(0, lack[1]), max(0, lack[2])))
    if record.lapsed[p]:
        said = tr("Le délai est passé. Perdu : {tokens}.", tokens=tokens(trio(record.lost[p])))
        if not any(record.lost[p]):
            said = tr("Le délai est passé.")
        return Outcome(view, "lapsed", missing, said)
    return Outcome(view, "lacking", missing, _why_lacking(seen, id_, missing))


def _why_lacking(seen: Seen, id_: str, missing: TokenCount) -> str:
    """What is missing, and who had promised it: facts, without comment."""
    record = seen.game.playing
    unkept = seen.game.records[-1].unkept[:, seen.game.names.project(id_)].tolist()
    short_of = [
        short(seen, p.who)
        for p in record.promises
        if p.project == id_ and unkept[seen.game.names.character(p.who)]
    ]
    said = tr("Il manque {tokens}.", tokens=tokens(missing))
    if not short_of:
        return said
    return f"{said} " + tr("Promis en plus : par {names}.", names=listed(short_of))


def _trust(seen: Seen) -> tuple[tuple[str, int], ...]:
    """For each character, how much the others' trust in it moved on average, in hundredths; largest first."""
    record, names = seen.game.records[-1], seen.game.names.characters
    moves = (record.trust_acts + record.trust_cards).sum(axis=0)
    rows = [(who, round(100 * to_float(int(moves[j])) / (len(names) - 1))) for j, who in enumerate(names)]
    return tuple(sorted((row for row in rows if row[1]), key=lambda row: -abs(row[1])))


def _lifted(seen: Seen) -> tuple[str, ...]:
    """Presuppositions that fell, and how, without telling what they were; a pair that built is told once."""
    record, names = seen.game.records[-1], seen.game.names.characters
    told: dict[tuple[int, ...], str] = {}
    for i, j in zip(*record.lifted.nonzero(), strict=True):
        together = bool(((record.builders[i] > 0) & (record.builders[j] > 0)).any())
        both = together and bool(record.lifted[j, i])
        key = (min(i, j), max(i, j)) if both else (i, j, -1)
        told.setdefault(key, _fallen(seen, names[i], names[j], (i, j), (together, both)))
    return tuple(told.values())


def _fallen(seen: Seen, who: str, other: str, pair: tuple[int, int], how: tuple[bool, bool]) -> str:
    """Whether two people built together (and both thought something of the other), or a project did it."""
    record, game = seen.game.records[-1], seen.game
    i, j = pair
    together, both = how
    if both:
        return tr(
            "{who} et {other} ont construit ensemble : deux présupposés tombent.",
            who=short(seen, who), other=short(seen, other),
        )  # fmt: skip
    if together:
        return tr(
            "{who} et {other} ont construit ensemble : un présupposé tombe.",
            who=short(seen, who), other=short(seen, other),
        )  # fmt: skip
    by = next(p for p, a, b in game.board.lifts.tolist() if record.completed[p] and (a, b) == (i, j))
    return tr(
        "« {project} » fait tomber un présupposé de {who} sur {other}.",
        project=title(seen, game.names.projects[by]), who=short(seen, who), other=short(seen, other),
    )  # fmt: skip
