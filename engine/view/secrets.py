"""Pacts and mandates, as far as an audience may know of them."""

from collections.abc import Iterator

from engine.fixed import to_float
from engine.play.game import Game
from engine.play.table import PactRecord
from engine.telling import pacts as words
from engine.telling.projects import toward
from engine.view.types import MandateView, PactView, TokenCount
from engine.view.veil import Seen


def pacts(seen: Seen) -> tuple[PactView, ...]:
    """This round's pacts; what is in them to those who know it."""
    if seen.game.round is None or not seen.game.in_round:
        return ()
    return tuple(_pact(seen, pact) for pact in seen.game.playing.pacts)


def _pact(seen: Seen, pact: PactRecord) -> PactView:
    game, known = seen.game, bool(pact.project)
    broken: tuple[str, ...] = ()
    if game.laid_open:
        broken = words.broken_by(pact, game.records[-1], game)
    return PactView(
        who=pact.who,
        other=pact.other,
        between=words.between(game, seen.reader, pact),
        gives=TokenCount(*pact.tokens),
        toward=toward(game, seen.reader, pact.project) if known else "",
        other_gives=TokenCount(*pact.other_tokens),
        other_toward=toward(game, seen.reader, pact.other_project) if known else "",
        terms=words.terms(game, seen.reader, pact) if known else "",
        kept=not broken if game.laid_open else None,
        word=words.kept_word(not broken) if game.laid_open else "",
        broken_by=broken,
        result=words.result(game, seen.reader, broken) if game.laid_open else "",
        became=words.became(game, seen.reader, pact, game.records[-1]) if game.laid_open else (),
    )


def refusals(seen: Seen) -> tuple[str, ...]:
    """Why simulated characters refused the pacts offered to them, to those who may know of it."""
    if seen.game.round is None or not seen.game.in_round:
        return ()
    return tuple(words.refused(seen.game, seen.reader, r) for r in seen.game.playing.pacts_refused)


def mandates(seen: Seen) -> tuple[MandateView, ...]:
    """The mandates that all may know of now: decided by the reveal that is on the screen, or, at the Bilan,
    all of them."""
    game = seen.game
    if game.over:
        return tuple(_told(seen, set(range(game.board.n))))
    if not game.laid_open:
        return ()
    now = game.playing.number
    return tuple(_told(seen, {i for i, by in enumerate(game.state.mandate.tolist()) if abs(by) == now}))


def mandate(seen: Seen, who: str) -> MandateView | None:
    """A character's own mandate, for its sheet."""
    return next(_told(seen, {seen.game.names.character(who)}), None)


def _came(game: Game, project: str) -> bool:
    """Whether a project came to the table."""
    p, state = game.names.project(project), game.state
    gone = len(state.put_out) and state.put_out[p]
    return project in game.open or bool(state.done[p] or state.lapsed[p] or gone)


def _told(seen: Seen, which: set[int]) -> Iterator[MandateView]:
    game = seen.game
    for i, who in enumerate(game.names.characters):
        card = game.scenario.mandates.get(who)
        if card is None or i not in which:
            continue
        decided = int(game.state.mandate[i])
        came = not decided or card.project is None or _came(game, card.project)
        done = decided > 0 if decided else None
        points = round(to_float(int(game.records[abs(decided) - 1].mandate[i])), 1) if decided else 0.0
        yield MandateView(
            who=who,
            title=words.had_mandate(game, seen.reader, who),
            text=seen.read(card.text),
            done=done,
            result=words.mandate_result(done, came),
            points=points,
            brings=card.brings,
            costs=card.costs,
            came=came,
        )
