"""A session → what its record tells of a ballot: how it is counted, who votes, the catalogue, the counts."""

from collections.abc import Iterator, Mapping

from engine.language import ntr, signed, tr
from engine.play.game import Game
from engine.report import votes as made
from engine.telling import ballot as words
from engine.telling.fetching import publics_of
from engine.telling.people import short
from engine.telling.projects import title
from engine.telling.reader import Reader
from engine.telling.vocabulary import changes, listed
from engine.view.types import BallotView, CountView, View

Seen = Mapping[tuple[int, str], View]
"""What the room saw at the end of phases, by round and phase."""


def told(game: Game, reader: Reader, now: View, seen: Seen, over: bool) -> dict[str, tuple[object, ...]]:
    """The parts of a record that are about a ballot, by name; all empty where nothing is voted. What it
    brought each person is told once the session is over, as secrets are."""
    ballot = now.ballot
    if ballot is None:
        return {}
    return {
        "ballot": tuple(_ways(game, ballot)),
        "voices": tuple(_voices(game, ballot, seen)),
        "catalogue": tuple(_catalogue(game, reader, ballot)),
        "papers": tuple(_papers(game, reader, ballot)),
        "counts": tuple(one for count in _every(ballot) for one in _counted(game, ballot, count)),
        "outcomes": tuple(_outcome(ballot, count) for count in _every(ballot)),
        "brought": tuple(_brought(game)) if over else (),
    }


def _every(ballot: BallotView) -> tuple[CountView, ...]:
    """The count that was held, then the same ballots counted otherwise."""
    return (ballot.count, *ballot.recounts) if ballot.count is not None else ()


def _ways(game: Game, ballot: BallotView) -> Iterator[made.Way]:
    """Each, with its hands: a draw among those level leaves them level."""
    adopted = game.table.adopted
    most = max(way.hands for way in ballot.methods)
    level = [way.id for way in ballot.methods if most and way.hands == most]
    for way in ballot.methods:
        yield made.Way(
            method=way.id,
            title=way.title, hands=way.hands, tied=len(level) > 1 and way.id in level, adopted=way.adopted,
            drawn=way.adopted and adopted is not None and adopted.drawn, said=way.told,
        )  # fmt: skip


def _voices(game: Game, ballot: BallotView, seen: Seen) -> Iterator[made.Voices]:
    """Publics at the start, then as each round left them."""
    before = {public.id: public.first for public in ballot.publics}
    for public in ballot.publics:
        yield made.Voices(round=0, public=public.title, voices=public.first, came=0, by=())
    for (number, phase), view in sorted(seen.items()):
        for public in view.ballot.publics if phase == "reveal" and view.ballot is not None else ():
            yield made.Voices(
                round=number, public=public.title, voices=public.voices,
                came=public.voices - before[public.id], by=tuple(_fetchers(game, public.id, number)),
            )  # fmt: skip
            before[public.id] = public.voices


def _fetchers(game: Game, public: str, number: int) -> Iterator[str]:
    """Who went to fetch a public in a round."""
    written = next(one for one in publics_of(game.scenario) if one.id == public)
    if written.others:
        yield from _gave(game, game.names.project(written.fetching), number)


def _gave(game: Game, p: int, number: int) -> Iterator[str]:
    """Who gave to a project that was completed in a round; nobody where it was not."""
    record = game.records[number - 1]
    if record.completed[p]:
        builders = record.builders[:, p].tolist()
        yield from (short(game, who) for who, n in zip(game.names.characters, builders, strict=True) if n > 0)


def _since(game: Game, p: int) -> int:
    """The round in which a project was completed; 0 for never."""
    return next((n for n, record in enumerate(game.records, 1) if record.completed[p]), 0)


def _catalogue(game: Game, reader: Reader, ballot: BallotView) -> Iterator[made.Eligible]:
    places = {idea.id: idea.place for idea in ballot.count.ideas} if ballot.count is not None else {}
    for id_, idea in ballot.ideas:
        p = game.names.project(id_)
        since = _since(game, p)
        yield made.Eligible(
            title=idea.title, price=idea.price, round=since, submitted=idea.submitted,
            by=tuple(_gave(game, p, since)) if since else (),
            place=places.get(id_, 0), changed=changes(idea.voted),
            named=", ".join(said for _, _, said in idea.by_name),
        )  # fmt: skip


def _papers(game: Game, reader: Reader, ballot: BallotView) -> Iterator[made.Paper]:
    """Each ballot: those of publics, once they are counted, and at the Bilan those of characters; who did not
    vote has none."""
    if ballot.count is None:
        return
    for public in ballot.publics:
        for _, idea in ballot.ideas:
            (said,) = [one for one in idea.opinions if one.public == public.id]
            yield made.Paper(
                whose="public", name=public.title, voices=public.voices, idea=idea.title, grade=said.grade,
                word=said.word,
            )  # fmt: skip
    for paper in ballot.papers:
        for id_, grade in paper.grades or ():
            yield made.Paper(
                whose="person", name=short(game, paper.who), voices=paper.voices,
                idea=title(game, reader, id_), grade=grade, word=ballot.grades[grade],
            )  # fmt: skip


def _counted(game: Game, ballot: BallotView, count: CountView) -> Iterator[made.Counted]:
    for idea in count.ideas:
        yield made.Counted(
            method=count.method,
            used=count is ballot.count, idea=idea.title, price=idea.price, votes=idea.votes,
            grades=idea.grades,
            place=idea.place, left=idea.left,
            publics=tuple(ballot.public(public).title for public in idea.publics),
        )  # fmt: skip


def _outcome(ballot: BallotView, count: CountView) -> made.Outcome:
    return made.Outcome(
        method=count.method,
        title=count.title, used=count is ballot.count, funded=len(count.funded), served=len(count.served),
        publics=len(ballot.publics), spent=count.spent, money=ballot.money, said=count.told,
    )  # fmt: skip


def _brought(game: Game) -> Iterator[made.Brought]:
    for who in game.names.characters:
        points = words.elected(game, who, len(game.records))
        if points:
            yield made.Brought(name=short(game, who), points=points)


# ---- The story ------------------------------------------------------------------------------------------


def adopted(game: Game, now: View) -> Iterator[str]:
    """How the room decided that votes would be counted, with the hands that were."""
    ballot, made_ = now.ballot, game.table.adopted
    if ballot is None or made_ is None or not made_.method:
        return
    hands = [
        tr("{name} : {what}", name=way.title, what=ntr("{n} main", "{n} mains", way.hands))
        for way in ballot.methods
        if made_.counts
    ]
    yield " ".join(
        part for part in (ballot.adopted_told, tr("{what}.", what=listed(hands)) if hands else "") if part
    )


def eligible(game: Game, reader: Reader, number: int) -> Iterator[str]:
    """The ideas that became eligible in a round."""
    for card in game.scenario.projects if game.scenario.ballot is not None else ():
        if card.price is not None and game.records[number - 1].completed[game.names.project(card.id)]:
            yield title(game, reader, card.id)


def story(game: Game, now: View, seen: Seen, number: int) -> Iterator[str]:
    """Who came to vote by a round because somebody went, and, in the last one, what was funded."""
    ballot = now.ballot
    for line in _voices(game, ballot, seen) if ballot is not None else ():
        if line.round == number and line.by:
            names = listed(list(line.by))
            yield tr(
                "{public} : {n} voix, {by}, grâce à {names}.", public=line.public, n=line.voices,
                by=signed(line.came), names=names,
            )  # fmt: skip
    if ballot is not None and ballot.count is not None and number == now.phase.rounds:
        yield tr("{name} : {what}.", name=ballot.count.title, what=ballot.count.told)
        yield from _funded(ballot.count)


def _funded(count: CountView) -> Iterator[str]:
    funded = [tr("« {text} »", text=idea.title) for idea in count.funded]
    others = [tr("« {text} »", text=idea.title) for idea in count.ideas if not idea.funded]
    if funded:
        yield tr("Financé : {names}.", names=listed(funded))
    if others:
        yield tr("Pas financé : {names}.", names=listed(others))


def over(now: View) -> Iterator[str]:
    """What the same ballots would have funded, counted otherwise."""
    for count in now.ballot.recounts if now.ballot is not None else ():
        names = [tr("« {text} »", text=idea.title) for idea in count.funded]
        yield tr("Compté autrement, {method} : {what}.", method=count.title, what=count.told)
        if names:
            yield tr("Serait financé : {names}.", names=listed(names))
