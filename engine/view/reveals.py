"""What a reveal laid open, in facts: promised beside given, projects, trust, the gate."""

from collections.abc import Mapping, Sequence

from engine.fixed import to_float
from engine.language import signed, tr
from engine.play.game import count, minus, plus, trio
from engine.play.table import NOTHING, Trio
from engine.rules.state import FACT_NAMES
from engine.view.people import indicator_title, short
from engine.view.projects import changes, left_with, project, promised_in_all, title, toward
from engine.view.types import Change, CommonsView, Fact, FactView, ProjectOutcome, RevealView, TokenCount
from engine.view.veil import Seen
from engine.view.wording import changes as change_words
from engine.view.wording import listed, tokens


def reveal(seen: Seen) -> RevealView | None:
    """The round's reveal, from its phase to the end of the debate."""
    game = seen.game
    if not game.records or game.table.phase not in ("reveal", "debate"):
        return None
    return RevealView(
        facts=tuple(_fact(seen, who) for who in game.names.characters),
        outcomes=tuple(_outcome(seen, id_) for id_ in game.playing.open),
        trust=_trust(seen),
        lifted=_lifted(seen),
        commons=_commons(seen),
        others=_others(seen),
    )


def _commons(seen: Seen) -> CommonsView:
    game, record = seen.game, seen.game.records[-1]
    gate = game.board.gate
    before, after = int(record.ind_ref[gate]), int(record.ind_after[gate])
    return CommonsView(
        title=indicator_title(seen, game.names.indicators[gate]),
        before=before,
        after=after,
        rose=bool(record.rose[0]),
        why=_why_moved(int(record.ind_built[gate]), int(game.board.decay[gate])),
        sentence=_gate_sentence(before, after),
    )


def _why_moved(built: int, wear: int) -> str:
    """What projects brought and what wear took: it is their sum that counts."""
    parts = [
        tr("{by} des chantiers", by=signed(built)) if built else tr("rien des chantiers"),
        tr("{by} d’usure", by=signed(wear)) if wear else "",
    ]
    return ", ".join(part for part in parts if part)


def _others(seen: Seen) -> tuple[Change, ...]:
    """By how much the other indicators moved."""
    game, record = seen.game, seen.game.records[-1]
    moves = (record.ind_after - record.ind_ref).tolist()
    return tuple(
        Change(key, indicator_title(seen, key), by)
        for m, (key, by) in enumerate(zip(game.names.indicators, moves, strict=True))
        if by and m != game.board.gate
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
        projects=rows,
        elsewhere=count(elsewhere),
        returned=count(trio(seen.game.records[-1].returned[seen.game.names.character(who)].sum(axis=0))),
        unmet=count(_unmet(seen, who)),
    )


def _as_said(given: Mapping[str, Trio], promised: Mapping[str, Trio], fact: Fact) -> Trio:
    """What came to projects that something was promised to, of whatever kind; all of it where nothing was.
    Tokens promised to one of them and put on another stand apart: that word was not kept."""
    there = plus(*(some for id_, some in given.items() if id_ in promised or not promised))
    if fact not in ("part", "broken"):
        return there
    over = [minus(given.get(id_, NOTHING), said) for id_, said in promised.items()]
    time, means, backing = (_moved_over([row[kind] for row in over]) for kind in range(3))
    return minus(there, (time, means, backing))


def _moved_over(over: Sequence[int]) -> int:
    """Of one kind, what came to some projects above the promise while it was missing from others."""
    return min(sum(n for n in over if n > 0), -sum(n for n in over if n < 0))


def _unmet(seen: Seen, who: str) -> Trio:
    """What a character had promised under conditions that were not met."""
    game, met = seen.game, seen.game.records[-1].met[seen.game.names.character(who)]
    return plus(*(
        p.tokens for p in game.playing.promises if p.who == who and met[game.names.project(p.project)] < 0
    ))  # fmt: skip


def _outcome(seen: Seen, id_: str) -> ProjectOutcome:
    game, record = seen.game, seen.game.records[-1]
    p = game.names.project(id_)
    view = project(seen, id_, left_with(seen, id_))
    lack = minus(view.cost, view.placed)
    if record.completed[p]:
        return ProjectOutcome(view, "complete", TokenCount(), change_words(changes(seen, id_)))
    missing = count((max(0, lack[0]), max(0, lack[1]), max(0, lack[2])))
    if record.lapsed[p]:
        said = tr("Le délai est passé. Perdu : {tokens}.", tokens=tokens(trio(record.lost[p])))
        if not any(record.lost[p]):
            said = tr("Le délai est passé.")
        return ProjectOutcome(view, "lapsed", missing, said)
    return ProjectOutcome(view, "lacking", missing, _why_lacking(seen, id_, missing))


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
    return f"{said} " + tr("Promis, mais pas donné : par {names}.", names=listed(short_of))


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
