"""A ballot, as an audience sees it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cmp_to_key

import numpy as np

from engine.content.model import COUNTED_BY, FETCHING, CountedBy, ProjectCard
from engine.fixed import Ints, to_float
from engine.play.game import Game
from engine.play.phases.method import methods
from engine.rules.ballot import count_ballot, eligible_prices, is_eligible, weigh_ballots
from engine.rules.counting import APPROVED, GRADES, JUDGEMENT, SHARES, better, count, median, share_out
from engine.rules.state import State
from engine.telling import ballot as words
from engine.telling.devices import pays
from engine.telling.fetching import publics_of
from engine.telling.projects import title
from engine.telling.reader import in_play, project_card
from engine.telling.vocabulary import grade_words
from engine.view.types import (
    BallotView,
    CountedIdea,
    CountView,
    IdeaView,
    MethodView,
    OpinionView,
    PaperView,
    PublicView,
)
from engine.view.veil import Seen


def ballot(seen: Seen) -> BallotView | None:
    """The ballot of a scenario that has one."""
    game, written = seen.game, seen.game.scenario.ballot
    if written is None:
        return None
    there = _eligible(game)
    adopted = game.table.adopted
    method = adopted.method if adopted is not None else ""
    counted = _is_counted(game)
    return BallotView(
        title=seen.read(written.title),
        money=written.money,
        money_told=words.money(written.money),
        methods=tuple(_method(seen, method) for method in methods(game)),
        method=method,
        adopted_told=words.adopted(method, adopted.drawn) if adopted is not None and method else "",
        people=written.people,
        publics=tuple(_publics(seen)),
        voices=_voices(game),
        eligible=there,
        ideas=tuple((id_, idea(seen, id_, card)) for id_, card in _cards(game, there).items()),
        grades=grade_words(),
        papers=tuple(_papers(seen, there)),
        count=_count(seen, int(game.state.method[0])) if counted else None,
        recounts=tuple(_count(seen, COUNTED_BY.index(other)) for other in methods(game) if other != method)
        if counted and game.over
        else (),
    )


def idea(seen: Seen, id_: str, card: ProjectCard) -> IdeaView:
    """What has to be voted of a project."""
    game = seen.game
    p = game.names.project(id_)
    grades, voted = grade_words(), card.voted.personal if card.voted is not None else {}
    return IdeaView(
        title=title(game, seen.reader, id_),
        price=card.price or 0,
        price_told=words.money(card.price or 0),
        opinions=tuple(
            OpinionView(public.id, int(game.board.opinion[k, p]), grades[int(game.board.opinion[k, p])])
            for k, public in enumerate(publics_of(game.scenario))
        ),
        votes_now=int(_voices_of(game)[game.board.opinion[:, p] <= APPROVED].sum()),
        likely=bool(_today(game, p)[p]),
        voted=words.voted_changes(game, seen.reader, card),
        by_name=tuple(
            (who, voted[who], pays(game, seen.reader, who, voted[who]))
            for who in in_play(game)
            if voted.get(who)
        ),
        submitted=id_ in game.scenario.submitted,
        text=seen.read(card.text),
        pictogram=card.pictogram,
        worth=_worth(seen, p),
    )


def _worth(seen: Seen, p: int) -> float | None:
    """What an idea would bring the holder who looks, once it is funded."""
    who = seen.audience.character
    if who is None or who not in seen.secrets:
        return None
    return round(to_float(int(seen.game.board.felt_voted[seen.game.names.character(who), p])), 1)


def _eligible(game: Game) -> tuple[str, ...]:
    """What may be voted on; once the catalogue is closed, what it holds. What others have submitted comes
    first: its letters stay the same as others join it."""
    record = game.round
    there: Sequence[str] = record.catalogue if record is not None else ()
    there = there or [
        card.id
        for card in game.scenario.projects
        if is_eligible(game.board, game.state, game.names.project(card.id))
    ]
    return tuple(sorted(there, key=lambda id_: id_ not in game.scenario.submitted))


def _cards(game: Game, ids: Sequence[str]) -> Mapping[str, ProjectCard]:
    cards = {card.id: card for card in game.scenario.projects}
    return {id_: cards[id_] for id_ in ids}


def _method(seen: Seen, method: CountedBy) -> MethodView:
    made = seen.game.table.adopted
    return MethodView(
        id=method,
        title=words.method_title(method),
        told=words.method_told(method, seen.reader.easy),
        hands=made.counts.get(method, 0) if made is not None else 0,
        tied=made is not None and method in made.tied,
        adopted=made is not None and made.method == method,
    )


def _publics(seen: Seen) -> Iterator[PublicView]:
    game, voices = seen.game, _voices_of(seen.game)
    for k, public in enumerate(publics_of(game.scenario)):
        yield PublicView(
            id=public.id,
            title=seen.read(public.title),
            number=k + 1,
            voices=int(voices[k]),
            first=public.voices,
            more=int(game.state.still[k]),
            fetched=public.fetched,
            brings=public.brings,
            card=public.fetching if public.fetching in game.open else "",
        )


def _voices(game: Game) -> int:
    """All voices that may vote: those of publics, and one ballot for each character in play."""
    return int(_voices_of(game).sum()) + game.board.n * int(game.board.ballot_people)


def _voices_of(game: Game) -> Ints:
    """How many of each public vote, or voted: what the last cards change comes after the count."""
    return game.records[-1].voices if _is_counted(game) else game.state.voices


def _as_voted(game: Game) -> State:
    """The state, with those who voted once they have."""
    return game.state._replace(voices=_voices_of(game))


def _papers(seen: Seen, there: Sequence[str]) -> Iterator[PaperView]:
    """Each one's ballot, as far as it may be seen: what the veil left of it and, once it is counted, its
    holder's alone until the Bilan."""
    game, counted = seen.game, _is_counted(seen.game)
    record = game.round
    handed_in = record.papers if record is not None else {}
    open_ = game.over or not counted
    for who in game.names.characters:
        grades: Mapping[str, int] = dict(handed_in.get(who, {}))
        if counted:
            row = game.records[-1].paper[game.names.character(who)]
            grades = {id_: int(row[p]) - 1 for id_ in there if row[p := game.names.project(id_)]}
        yield PaperView(
            who,
            int(game.board.ballot_people),
            bool(grades) if counted else who in handed_in,
            (tuple(grades.items()) or None) if open_ or who == seen.audience.character else None,
        )


def _is_counted(game: Game) -> bool:
    """Whether the vote was held."""
    return bool(game.records) and len(game.records) == game.board.rounds and bool(len(game.board.methods))


def _today(game: Game, project: int) -> Ints:
    """In which order ideas would be funded if publics alone voted today, with `project` among them."""
    board, state = game.board, game.state
    weights = np.zeros(len(board.publics) + board.n, dtype=np.int64)
    grades = np.zeros((len(weights), len(board.price)), dtype=np.int64)
    weigh_ballots(board, state, False, weights, grades)
    prices = eligible_prices(board, state)
    prices[project] = board.price[project]
    place = np.zeros(len(prices), dtype=np.int64)
    count(int(state.method[0]), int(board.money), weights, grades, prices, place)
    return place


def _count(seen: Seen, method: int) -> CountView:
    """The ballots of the last round, counted in one way."""
    game, board, state = seen.game, seen.game.board, _as_voted(seen.game)
    place = np.zeros(len(board.price), dtype=np.int64)
    left = count_ballot(board, state, method, place)
    there = [(id_, game.names.project(id_)) for id_ in _eligible(game)]
    votes, tallies = _tallies(game)
    order = sorted(there, key=lambda one: -int(votes[one[1]]))
    if method == JUDGEMENT:
        ranks = _ranks(tallies)
        order.sort(key=lambda one: ranks[one[1]])
    order.sort(key=lambda one: (not place[one[1]], int(place[one[1]])))
    money, ideas = int(board.money), []
    for id_, p in order:
        money -= int(board.price[p]) if place[p] else 0
        ideas.append(_counted(seen, id_, p, int(votes[p]), tallies[p], int(place[p]), money))
    served = tuple(
        public.id
        for k, public in enumerate(publics_of(game.scenario))
        if any(place[p] and board.opinion[k, p] <= APPROVED for _, p in there)
    )
    spent = int(board.money) - left
    return CountView(
        method=COUNTED_BY[method],
        title=words.method_title(COUNTED_BY[method]),
        ideas=tuple(ideas),
        spent=spent,
        spent_told=words.money(spent),
        served=served,
        told=words.counted(spent, int((place > 0).sum()), len(served), len(board.publics)),
        shared=_shared(game) if method == SHARES else 0,
    )


def _shared(game: Game) -> int:
    """How many ideas equal shares pay, before what is left goes by votes."""
    board, state = game.board, _as_voted(game)
    weights, grades = _papers_of(game)
    votes, place = _tallies(game)[0], np.zeros(len(board.price), dtype=np.int64)
    share_out(int(board.money), weights, grades, eligible_prices(board, state), votes, place)
    return int(place.max())


def _ranks(tallies: Ints) -> dict[int, int]:
    """The place of each idea by majority judgement, the best first."""

    def against(one: int, other: int) -> int:
        return int(better(tallies[other], tallies[one]))

    return {p: i for i, p in enumerate(sorted(range(len(tallies)), key=cmp_to_key(against)))}


def _tallies(game: Game) -> tuple[Ints, Ints]:
    """The votes of each idea [P], and its voices by grade [P, GRADES]."""
    weights, grades = _papers_of(game)
    by_grade = [((grades == grade) * weights[:, None]).sum(axis=0) for grade in range(GRADES)]
    tallies = np.stack(by_grade, axis=1)
    return tallies[:, : APPROVED + 1].sum(axis=1), tallies


def _papers_of(game: Game) -> tuple[Ints, Ints]:
    """How many voices each ballot weighs, and its grades."""
    board = game.board
    weights = np.zeros(len(board.publics) + board.n, dtype=np.int64)
    grades = np.zeros((len(weights), len(board.price)), dtype=np.int64)
    weigh_ballots(board, _as_voted(game), True, weights, grades)
    return weights, grades


def _counted(seen: Seen, id_: str, p: int, votes: int, tally: Ints, place: int, left: int) -> CountedIdea:
    game = seen.game
    card = project_card(game, id_)
    assert card is not None  # the room's own has no price
    return CountedIdea(
        id=id_,
        title=title(game, seen.reader, id_),
        pictogram=card.pictogram,
        price=int(game.board.price[p]),
        price_told=words.money(int(game.board.price[p])),
        votes=votes,
        grades=tuple(tally.tolist()),
        middle=int(median(tally)),
        place=place,
        left=left,
        publics=tuple(
            public.id
            for k, public in enumerate(publics_of(game.scenario))
            if game.board.opinion[k, p] <= APPROVED
        ),
    )


def of_project(seen: Seen, id_: str) -> IdeaView | None:
    """What has to be voted of a project; None where nothing has."""
    card = project_card(seen.game, id_)
    priced = card is not None and card.price is not None and seen.game.scenario.ballot is not None
    return idea(seen, id_, card) if priced and card is not None else None


def fetches(id_: str) -> str:
    """The public that a project goes to fetch; "" for none."""
    return id_.removeprefix(FETCHING) if id_.startswith(FETCHING) else ""
