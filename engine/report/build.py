"""A session → its record, in the language in use."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from engine.debrief.build import bilan
from engine.debrief.record import Kept
from engine.debrief.types import Bilan, RungSeen, SaidLine, WhatIfResult
from engine.language import current, ntr, stopped, tr, typo
from engine.look.things import Neighbourhood
from engine.play.game import Game
from engine.play.table import PromiseRecord, RoundRecord
from engine.report import agenda, ballot, corners, sites
from engine.report import record as made
from engine.report.record import Record
from engine.rules.state import BROKEN, GIFT, KEPT, PART, VOID
from engine.session.session import Session
from engine.telling import groups, timetable
from engine.telling.helping import groups_of
from engine.telling.people import character, name, short
from engine.telling.projects import promise, title
from engine.telling.reader import Reader
from engine.telling.vocabulary import became_word, fact_word, listed, tag_word, tokens
from engine.view import of
from engine.view.neighbourhood import neighbourhood
from engine.view.types import ROOM, View


def record(session: Session, easy: bool = False, what_if: WhatIfResult | None = None) -> Record:
    """Everything that a record may tell of a session, running or finished, as the room may see it.

    Words and secrets are only in that of a session which has come to its Bilan, where they are read through
    and each one can correct or withdraw theirs. `easy`: texts easy to read where a card has one.
    `what_if`: a change computed in front of the room, which no session keeps.
    """
    game, now = session.game, session.view(ROOM, current(), easy)
    reader = Reader(current(), easy, game.one)
    measured, seen = bilan(game, easy), _views(session, easy)
    over = game.table.phase == "bilan"
    voted = ballot.told(game, reader, now, seen, over)
    return Record(
        language="en" if current() == "en" else "fr",
        title=now.title,
        date=_day(session.history[0].table.at),
        duration=now.duration,
        participants=now.participants,
        over=over,
        story=tuple(_story(now, game, reader, measured, seen)),
        ending=now.ending.title if now.ending else "",
        gauges=tuple(
            made.Gauge(title=g.title, start=g.start, end=g.value, common_good=g.gate) for g in now.indicators
        ),
        drawings=(
            _drawing("start", neighbourhood(next(iter(session.way())))),
            _drawing("end", now.neighbourhood),
        ),
        rounds=tuple(_rounds(game, reader, measured, seen)),
        needs=tuple(_needs(now)),
        week=tuple(_week(game, reader)),
        hands=tuple(_hands(game, reader)),
        groups=tuple(_groups(game, reader)),
        awake=tuple(_awake(now, game, reader)),
        **sites.told(game, reader, now, seen, over),
        **corners.told(game, reader, now, seen),
        agenda=tuple(agenda.told(game, reader)),
        **voted,
        promises=tuple(_promises(game, reader)),
        pacts=tuple(_pacts(seen)),
        trust_at_start=measured.je_nous.trust[0],
        placings=tuple(_placings(measured)),
        opinions=tuple(_opinions(measured)),
        participation=tuple(_participation(measured)),
        people=tuple(_people(game, reader, measured)),
        maps=tuple(_maps(game, measured)),
        what_if=tuple(_what_if(measured, what_if)),
        **(_said(measured) if over else {}),
        followups=tuple(_followups(measured)) if over else (),
    )


def _day(at: float) -> str:
    """A moment's day where the session is told, as 2026-05-12."""
    return f"{datetime.datetime.fromtimestamp(at):%Y-%m-%d}"


def _views(session: Session, easy: bool) -> dict[tuple[int, str], View]:
    """What the room saw at the end of each phase of a round that a record draws from."""
    last: dict[tuple[int, str], Game] = {}
    for game in session.way():
        last[len(game.table.rounds), game.table.phase] = game
    return {
        at: of(game, ROOM, current(), easy)
        for at, game in last.items()
        if at[1] in ("situation", "choose", "reveal")
    }


def _drawing(when: Literal["start", "end"], seen: Neighbourhood) -> made.Drawing:
    things = (
        made.DrawnThing(shows=one.id, kind=one.kind, state=one.state, level=one.level) for one in seen.things
    )
    return made.Drawing(when=when, setting=seen.setting, light=seen.light, things=tuple(things))


def _story(
    now: View, game: Game, reader: Reader, measured: Bilan, seen: dict[tuple[int, str], View]
) -> Iterator[str]:
    """The session in sentences, out of what happened."""
    if now.participants:
        yield ntr("Une personne a joué « {title} ».", "{n} personnes ont joué « {title} ».", now.participants,
                  title=now.title)  # fmt: skip
    else:
        yield tr("« {title} » a été joué par le jeu seul.", title=now.title)
    yield from ballot.adopted(game, now)
    for line in _rounds(game, reader, measured, seen):
        yield from _completed(line, list(ballot.eligible(game, reader, line.round)))
        yield from agenda.story(game, reader, line.round)
        yield from ballot.story(game, now, seen, line.round)
        yield from sites.story(seen, line.round)
        yield from corners.story(game, reader, line.round)
        crowded = list(sites.crowded_out(game, reader, line.round))
        waited = list(agenda.given_up(game, reader, line.round))
        given_up = [name for name in line.given_up if name not in (*crowded, *waited)]
        if given_up:
            yield tr("Abandonné, faute de jetons : {names}.", names=listed(given_up))
        if crowded:
            yield tr("Abandonné, faute de sol : {names}.", names=listed(crowded))
        if waited:
            yield tr("Abandonné, parce que reporté : {names}.", names=listed(waited))
        if line.decided:
            yield stopped(line.decided)
        if line.held:
            yield tr("Promesses tenues : {kept} sur {held}.", kept=line.kept, held=line.held)
    stand = [p for p in now.projects if p.works is not None and p.works.standing]
    begun = [p.title for p in now.projects if (any(p.placed) and not p.group) or p in stand]
    if begun and now.phase.kind == "bilan":
        yield tr("Commencé, et pas fini : {names}.", names=listed(begun))
    if stand and now.phase.kind == "bilan":
        yield ntr("{n} palissade est encore debout.", "{n} palissades sont encore debout.", len(stand))
    if now.phase.kind == "bilan":
        yield from corners.over(now)
        yield from agenda.over(game, reader)
        yield from ballot.over(now)
    if now.ending:
        yield f"{stopped(now.ending.title)} {now.ending.text}"
    elif now.outcome == "stopped":
        yield tr("La séance s’est arrêtée avant le dernier tour.")
    elif now.phase.kind != "bilan":
        yield tr("La séance n’est pas finie.")


def _completed(line: made.Round, ideas: list[str]) -> Iterator[str]:
    """What was completed in a round; ideas that have to be voted are eligible by that."""
    built = [tr("« {text} »", text=text) for text in line.completed if text not in ideas]
    words = {"round": line.round, "situation": line.situation}
    if ideas:
        names = listed([tr("« {text} »", text=text) for text in ideas])
        yield ntr(
            "Tour {round}, « {situation} » : une idée est recevable, {names}.",
            "Tour {round}, « {situation} » : {n} idées sont recevables, {names}.",
            len(ideas), names=names, **words,
        )  # fmt: skip
    if built:
        yield ntr(
            "Tour {round}, « {situation} » : un chantier est terminé, {done}.",
            "Tour {round}, « {situation} » : {n} chantiers sont terminés, {done}.",
            len(built), done=listed(built), **words,
        )  # fmt: skip
    if not ideas and not built:
        yield tr(
            "Tour {n}, « {situation} » : aucun chantier n’est terminé.",
            n=line.round,
            situation=line.situation,
        )


def _rounds(
    game: Game, reader: Reader, measured: Bilan, seen: dict[tuple[int, str], View]
) -> Iterator[made.Round]:
    """What each round that was revealed came to."""
    journey, lines = measured.je_nous, {line.round: line for line in measured.participation}
    for n in range(1, measured.rounds + 1):
        views = [view for (round_, _), view in seen.items() if round_ == n]
        situation = next((view.situation.title for view in views if view.situation), "")
        kept, held = journey.promises_kept[n - 1]
        yield made.Round(
            round=n,
            situation=situation,
            decided=next((said for view in views for said in _decided(view)), ""),
            completed=tuple(project for project, _ in lines[n].announced) if n in lines else (),
            given_up=tuple(
                title(game, reader, game.names.projects[p])
                for p in game.records[n - 1].lapsed.nonzero()[0].tolist()
            ),
            trust=journey.trust[n],
            commons_share=journey.commons_share[n - 1],
            kept=kept,
            held=held,
        )


def _decided(view: View) -> Iterator[str]:
    """What the room chose, and how."""
    choice = view.room_choice
    for option in choice.options if choice else ():
        if choice and option.chosen:
            yield tr("La salle choisit, {how} : « {title} »", how=choice.said, title=option.title)


def _needs(now: View) -> Iterator[made.Need]:
    """What was heard in the town, and what was not."""
    for one in now.town.needs if now.town else ():
        yield made.Need(
            round=one.round,
            at=one.at,
            overheard=one.overheard,
            title=one.title,
            by=tuple(now.character(who).short for who in one.by),
            said=one.said,
            became=one.became,
            word=one.word,
        )


def _week(game: Game, reader: Reader) -> Iterator[made.Occupied]:
    """What had hours in the week of the rooms."""
    for one in timetable.stays(game, reader):
        yield made.Occupied(
            title=one.title, hours=one.hours, since=one.since, until=one.until, by=one.by, word=one.word
        )


def _hands(game: Game, reader: Reader) -> Iterator[made.Hand]:
    """Through whose hands the baton passed."""
    baton = game.scenario.baton
    for number, told in enumerate(game.records, 1):
        if baton is not None and len(told.baton):
            who, to = (short(game, game.names.characters[k]) for k in told.baton.tolist())
            points = (words for _, _, words in timetable.paid(game, reader, number - 1))
            said = " · ".join([timetable.passed(game, reader, number - 1), *points])
            yield made.Hand(round=number, what=reader.read(baton.title), who=who, to=to, said=said)


def _groups(game: Game, reader: Reader) -> Iterator[made.Group]:
    """How each group stood at the start and after each round, with who came to help it."""
    several = groups_of(game)
    for k, group in enumerate(several):
        at = int(game.board.life[k]), int(game.board.autonomy[k])
        yield _group(0, reader.read(group.title), at, None, ())
    for number, told in enumerate(game.records, 1):
        moved = {move.group.id: move for move in groups.moves(game, reader, number)}
        for k, group in enumerate(several):
            at, move = (int(told.life_moved[k, 1]), int(told.autonomy_moved[k, 1])), moved.get(group.id)
            by = tuple(short(game, who) for who in move.came) if move is not None else ()
            yield _group(number, reader.read(group.title), at, move, by)


def _group(
    number: int, title_: str, at: tuple[int, int], move: groups.Move | None, by: tuple[str, ...]
) -> made.Group:
    return made.Group(
        round=number, title=title_, life=at[0], autonomy=at[1], by=by,
        help=move.help if move is not None else "", said=move.said if move is not None else "",
    )  # fmt: skip


def _awake(now: View, game: Game, reader: Reader) -> Iterator[made.Awake]:
    """How many groups were awake at the start and after each round."""
    for number, (awake, autonomy) in enumerate(now.groups.history if now.groups is not None else ()):
        said = [groups.count(game, reader, awake), groups.worth(game, reader, autonomy)]
        yield made.Awake(
            round=number, awake=awake, all=len(groups_of(game)), autonomy=autonomy, said=" · ".join(said)
        )


def _promises(game: Game, reader: Reader) -> Iterator[made.Promise]:
    """Every promise of the rounds revealed."""
    for round_, told in zip(game.table.rounds, game.records, strict=False):
        for one in round_.promises:
            at = game.names.character(one.who), game.names.project(one.project)
            fact = _FACTS.get(int(told.fact[at]), "void")
            yield made.Promise(
                round=round_.number,
                who=short(game, one.who),
                tokens=tokens(one.tokens),
                toward=promise(game, reader, one),
                to=tuple(dict.fromkeys(short(game, who) for who in _to(round_, one))),
                fact=fact,
                word=fact_word(fact),
            )


_FACTS: Final[Mapping[int, Kept | Literal["gift"]]] = {
    KEPT: "kept", PART: "part", BROKEN: "broken", VOID: "void", GIFT: "gift",
}  # fmt: skip


def _to(round_: RoundRecord, one: PromiseRecord) -> Iterator[str]:
    """To whom something was promised, beside the room: who had asked for it, who gives something for it."""
    for answer in round_.answers:
        if any(answer.accepted) and (answer.asked, answer.project) == (one.who, one.project):
            yield answer.asker
    if one.if_who is not None:
        yield one.if_who


def _pacts(seen: dict[tuple[int, str], View]) -> Iterator[made.Pact]:
    """The pacts, opened."""
    for (n, phase), view in sorted(seen.items()):
        for pact in view.pacts if phase == "reveal" else ():
            yield made.Pact(round=n, between=pact.between, terms=pact.terms, word=pact.result)


def _placings(measured: Bilan) -> Iterator[made.Placing]:
    before, after = measured.je_nous.before.counts, measured.je_nous.after.counts
    if before or after:
        for k in range(7):
            yield made.Placing(step=k + 1, before=before[k] if before else 0, after=after[k] if after else 0)


def _opinions(measured: Bilan) -> Iterator[made.Opinion]:
    found = measured.opinions
    for stands, lines in (
        ("unites", found.unites), ("divides", found.divides), ("leans", found.leans), ("few", found.few),
        ("foresaw", found.foresaw),
    ):  # fmt: skip
        for line in lines:
            yield made.Opinion(
                stands=stands, kind=line.kind, text=line.text, yes=line.yes, no=line.no, unsure=line.unsure,
                said=line.said,
            )  # fmt: skip


def _participation(measured: Bilan) -> Iterator[made.Participation]:
    for line in measured.participation:
        announced = (tr("{name} : {what}", name=project, what=rung) for project, rung in line.announced)
        yield made.Participation(
            round=line.round,
            announced=" · ".join(announced),
            **_lived("residents", line.residents),
            **_lived("others", line.others),
        )


def _lived(whose: str, seen: RungSeen | None) -> dict[str, object]:
    return {whose: seen.rung if seen else "", f"{whose}_observers": seen.observers if seen else 0}


def _people(game: Game, reader: Reader, measured: Bilan) -> Iterator[made.Person]:
    secrets = {line.who: line for line in measured.secrets}
    results = {line.who: line.reached for line in measured.results}
    voices = {line.who: line.says for line in measured.voices}
    for line in measured.words_kept:
        who = line.who
        yield made.Person(
            name=name(game, who),
            role=character(game, reader, who).role,
            played_by="game" if who in game.simulated else "people",
            kept=line.kept, part=line.part, broken=line.broken, void=line.void, gifts=line.gifts,
            wanted=secrets[who].text if who in secrets else "",
            reached=results.get(who),
            remembers=voices.get(who, ""),
        )  # fmt: skip


def _maps(game: Game, measured: Bilan) -> Iterator[made.Place]:
    for n, drawn in enumerate(measured.film):
        for move in drawn.moves:
            at = move.after
            yield made.Place(
                round=n,
                who=short(game, move.who),
                synergy=round(at.synergy, 2),
                antagonism=round(at.antagonism, 2),
                word=at.word,
            )


def _what_if(measured: Bilan, result: WhatIfResult | None) -> Iterator[made.WhatIf]:
    """One that was played to its end, of those that this session offers."""
    if result is not None and result.done >= result.total > 0:
        better, same, worse = result.of_a_hundred()
        for one in measured.alternatives:
            if one.id == result.alternative:
                yield made.WhatIf(text=one.text, better=better, same=same, worse=worse, played=result.total)


def _said(measured: Bilan) -> dict[str, tuple[made.Said, ...]]:
    """What was noted, by the record's parts."""
    now = measured.said

    def lines(several: tuple[SaidLine, ...]) -> tuple[made.Said, ...]:
        return tuple(
            made.Said(
                text=typo(one.text),
                speaker=typo(one.speaker),
                tag=tag_word(one.tag),
                round=one.round,
                date=_day(one.at),
                due=typo(one.due),
            )
            for one in several
        )

    return {
        "missing": lines(now.missing),
        "words": lines(now.words),
        "takeaways": lines(now.takeaways),
        "commitments": lines(now.commitments),
    }


def _followups(measured: Bilan) -> Iterator[made.FollowUp]:
    """What became of every commitment, once somebody said so of one."""
    asked = measured.said.commitments
    for one in asked if any(line.became for line in asked) else ():
        yield made.FollowUp(
            text=typo(one.text),
            speaker=typo(one.speaker),
            date=_day(one.at),
            due=typo(one.due),
            became=one.became,
            word=became_word(one.became),
            happened=typo(one.happened),
            checked=_day(one.checked) if one.checked else "",
        )
