"""What a reveal laid open, in facts: promised beside given, projects, trust, the gate."""

from collections.abc import Iterator, Mapping, Sequence

from engine.content.model import Scenario
from engine.fixed import to_float
from engine.play.game import count, minus, plus, trio
from engine.play.table import NOTHING, Trio
from engine.telling import devices, facts, places, reasons
from engine.telling import groups as words_of_groups
from engine.telling import sites as words_of_sites
from engine.telling import timetable as words_of_week
from engine.telling.fetching import public_fetched
from engine.telling.gauges import gate_sentence, indicator_title, why_moved
from engine.telling.helping import group_helped
from engine.telling.listening import place_listened_in
from engine.telling.projects import toward
from engine.telling.vocabulary import changes, fact_word
from engine.view import corners, groups, sites, timetable
from engine.view.projects import left_with, project, promised_in_all
from engine.view.types import (
    Change,
    CommonsView,
    Fact,
    FactView,
    Fallen,
    HeardNeed,
    ProjectOutcome,
    RevealView,
    TokenCount,
)
from engine.view.veil import Seen


def reveal(seen: Seen) -> RevealView | None:
    """The round's reveal, from its phase to the end of the debate."""
    game = seen.game
    if not game.laid_open:
        return None
    return RevealView(
        facts=tuple(_fact(seen, who) for who in game.names.characters),
        outcomes=tuple(_outcome(seen, id_) for id_ in game.playing.open if not _is_silent(seen, id_)),
        heard=tuple(_heard(seen)),
        dislodged=tuple(timetable.gone(seen, len(game.records))),
        baton=timetable.passed(seen),
        groups=tuple(groups.moves(seen)),
        counted=tuple(words_of_groups.counted(game, seen.reader, len(game.records))),
        sites=tuple(sites.moves(seen)),
        borne=tuple(words_of_sites.borne(game, seen.reader)),
        strips=corners.revealed(seen),
        trust=_trust(seen),
        fallen=tuple(Fallen(*one) for one in facts.lifted(game, seen.reader)),
        commons=_commons(seen),
        others=_others(seen),
        wear=game.scenario.decay.each,
        opened=devices.opened(game, seen.reader),
        ticked=devices.ticked(game, seen.reader),
        in_you=tuple(_trust_in(seen, game.one)) if game.one and game.one == seen.reader.you else (),
    )


def _commons(seen: Seen) -> CommonsView:
    game, record = seen.game, seen.game.records[-1]
    gate = game.board.gate
    groups_moved = [int(points) for points in record.ind_groups]
    before, after = int(record.ind_ref[gate]), int(record.ind_after[gate])
    lost = int(record.ind_gone[gate]) if len(record.ind_gone) else 0
    return CommonsView(
        title=indicator_title(game, seen.reader, game.names.indicators[gate]),
        before=before,
        after=after,
        rose=bool(record.rose[0]),
        why=why_moved(
            int(record.ind_built[gate]),
            int(game.board.decay[gate]),
            int(record.ind_during[gate]),
            lost,
            groups_moved,
            int(record.ind_works[gate]) if len(record.ind_works) else 0,
            int(record.ind_strips[gate]) if len(record.ind_strips) else 0,
            int(record.ind_voted[gate]) if len(record.ind_voted) else 0,
        ),
        sentence=gate_sentence(before, after),
    )


def _others(seen: Seen) -> tuple[Change, ...]:
    """By how much the other indicators moved."""
    game, record = seen.game, seen.game.records[-1]
    moves = (record.ind_after - record.ind_ref).tolist()
    return tuple(
        Change(key, indicator_title(game, seen.reader, key), by)
        for m, (key, by) in enumerate(zip(game.names.indicators, moves, strict=True))
        if by and m != game.board.gate
    )


def _fact(seen: Seen, who: str) -> FactView:
    record = seen.game.playing
    given = record.given.get(who, {})
    promised = {p.project: p.tokens for p in record.promises if p.who == who}
    fact = facts.fact_of(seen.game, who)
    why = next((reason for reason in record.reasons if reason.who == who), None)
    rows = tuple(
        (
            toward(seen.game, seen.reader, id_),
            TokenCount(*promised.get(id_, NOTHING)),
            TokenCount(*given.get(id_, NOTHING)),
        )
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
        word=fact_word(fact) if fact != "none" or any(seen.game.tokens(who)) else "",
        projects=rows,
        elsewhere=count(elsewhere),
        returned=count(trio(seen.game.records[-1].returned[seen.game.names.character(who)].sum(axis=0))),
        came_back=tuple(facts.came_back(seen.game, seen.reader, who)),
        unmet=count(_unmet(seen, who)),
        asked_by=facts.asked_by(seen.game, seen.reader, who),
        says=reasons.said(seen.game, seen.reader, why) if why else "",
        decided=reasons.decided(seen.game, seen.reader, why) if why else "",
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
        rose, vain = bool(record.rose[0]), bool(words_of_week.in_vain(game, id_))
        return ProjectOutcome(
            view, "complete", TokenCount(), changes(view.changes),
            built=facts.built(game, seen.reader, id_),
            benefits=() if vain else devices.benefits(game, seen.reader, id_, done=True, rose=rose),
            in_vain=vain,
        )  # fmt: skip
    missing = count((max(0, lack[0]), max(0, lack[1]), max(0, lack[2])))
    if record.lapsed[p]:  # works lapse before their first phase: what they bring was further off
        return ProjectOutcome(
            view, "lapsed", missing, facts.lapsed(game, seen.reader, id_, missing),
            benefits=() if view.works else devices.benefits(game, seen.reader, id_, done=False),
        )  # fmt: skip
    alone = places.unheard(game, seen.reader, id_)
    if alone:
        return ProjectOutcome(view, "lacking", missing, alone)
    unkept = facts.unkept(game, seen.reader, id_, missing)
    if _is_visit(game.scenario, id_):
        return ProjectOutcome(view, "lacking", missing, unkept, unkept)
    return ProjectOutcome(view, "lacking", missing, facts.lacking(game, seen.reader, id_, missing), unkept)


def _is_visit(scenario: Scenario, id_: str) -> bool:
    """Whether it is going to help a group or to fetch a public."""
    return group_helped(scenario, id_) is not None or public_fetched(scenario, id_) is not None


def _is_silent(seen: Seen, id_: str) -> bool:
    """Whether there is nothing to tell of going to listen somewhere: nobody came, or what was heard tells
    it; nor of going to help: the group tells it, unless somebody had promised to come and did not; nor of a
    public that nobody went to fetch."""
    record = seen.game.records[-1]
    if _is_visit(seen.game.scenario, id_):
        fetched = public_fetched(seen.game.scenario, id_) is not None
        return not _outcome(seen, id_).unkept and not (
            fetched and record.completed[seen.game.names.project(id_)]
        )
    if len(record.paid_phase) and record.paid_phase[seen.game.names.project(id_)]:
        return True  # its works tell it
    listening = place_listened_in(seen.game.scenario.places, id_) is not None
    return listening and not places.unheard(seen.game, seen.reader, id_)


def _heard(seen: Seen) -> Iterator[HeardNeed]:
    for one in places.heard(seen.game, seen.reader):
        card = one.card
        yield HeardNeed(
            one.project,
            seen.read(card.title),
            seen.read(card.text),
            card.pictogram,
            places.at(seen.game, seen.reader, card.where or ""),
            one.by,
            one.said,
            overheard=seen.read(card.overheard) if card.overheard is not None else "",
            nothing=card.asks_nothing,
            effects=one.effects,
        )


def _trust_in(seen: Seen, you: str) -> Iterator[tuple[str, int, int]]:
    """Whose trust in somebody the round moved, from what to what, in hundredths."""
    game, record, j = seen.game, seen.game.records[-1], seen.game.names.character(you)
    for i, who in enumerate(game.names.characters):
        after = int(game.state.trust[i, j])
        before = after - int(record.trust_acts[i, j] + record.trust_cards[i, j])
        pair = round(100 * to_float(before)), round(100 * to_float(after))
        if i != j and pair[0] != pair[1]:
            yield who, *pair


def _trust(seen: Seen) -> tuple[tuple[str, int], ...]:
    """For each character, how much the others' trust in it moved on average, in hundredths; largest first."""
    record, names = seen.game.records[-1], seen.game.names.characters
    moves = (record.trust_acts + record.trust_cards).sum(axis=0)
    rows = [(who, round(100 * to_float(int(moves[j])) / (len(names) - 1))) for j, who in enumerate(names)]
    return tuple(sorted((row for row in rows if row[1]), key=lambda row: -abs(row[1])))
