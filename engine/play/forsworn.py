"""What was promised in a pact and not given, as acts that a room may talk about."""

from collections.abc import Iterator
from typing import Final

from engine.play.game import Game
from engine.play.table import Act, PactRecord, RoundRecord, Trio
from engine.rules.state import BROKEN, FACT_NAMES, PART

FACT: Final = "pact"
"""What such an act is, beside the facts about promises; its debate cards are those about a broken word."""


def forsworn(game: Game) -> Iterator[tuple[str, str, str]]:
    """Who did not keep a pact of the round just revealed, what they owed something to, and whether they gave
    a "part" of it or it is "broken". Nothing in a session begun before such acts were debated."""
    if not game.begin.pacts_debated:
        return
    facts = game.records[-1].pact_fact
    for pact in game.playing.pacts:
        for who, project in ((pact.who, pact.project), (pact.other, pact.other_project)):
            fact = int(facts[game.names.character(who)])
            if fact in (BROKEN, PART):
                yield who, project, FACT_NAMES[fact]


def act(game: Game, who: str, project: str, cards: tuple[str, ...]) -> Act:
    """What they did, with the debate cards about that, the best first."""
    return Act(f"{game.playing.number}.{who}.{FACT}.{project}", who, project, FACT, cards[0], cards[1:])


def pact_of(record: RoundRecord, who: str) -> PactRecord | None:
    """The pact of somebody in a round."""
    return next((pact for pact in record.pacts if who in (pact.who, pact.other)), None)


def pledged(record: RoundRecord, who: str) -> tuple[str, str, Trio]:
    """To whom somebody promised what in their pact: the other, the project and the tokens."""
    pact = pact_of(record, who)
    assert pact is not None  # such an act is of somebody who had one
    if pact.who == who:
        return pact.other, pact.project, pact.tokens
    return pact.who, pact.other_project, pact.other_tokens
