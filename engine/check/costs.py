"""What projects ask for: two kinds of token at least, and no more than the table can bring."""

from collections.abc import Iterator

from engine import numbers
from engine.content.model import KINDS, ProjectCard, Scenario, Tokens
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True
Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    rounds = scenario.parameters.open_rounds
    table = [sum(getattr(member.tokens, kind) for member in scenario.cast) for kind in KINDS]
    for i, card in enumerate(scenario.projects):
        cost = [getattr(card.cost, kind) for kind in KINDS]
        if card.asks_nothing and (card.overheard is not None or card.id in scenario.submitted):
            continue
        phases = [cost, *([getattr(one, kind) for kind in KINDS] for one in _later(card))]
        if sum(any(one) for one in zip(*phases, strict=True)) < numbers.KINDS_NEEDED:
            yield Diagnostic.at(
                loaded.where("projects", i, "cost"),
                "one-kind",
                tr("« {card} » se finance avec une seule sorte de jetons", card=card.id),
                expected=tr("deux sortes au moins : personne n’y arrive seul"),
            )
        for place, asked in zip(_places(card), phases, strict=True):
            for kind, wanted, brought in zip(KINDS, asked, table, strict=True):
                if wanted > brought * rounds:
                    mark = loaded.where("projects", i, *place, kind)
                    said = tr(
                        "« {card} » demande plus de « {kind} » que la table n’en a", card=card.id, kind=kind
                    )
                    expected = tr("{n} au plus, en {rounds} tours", n=brought * rounds, rounds=rounds)
                    yield Diagnostic.at(mark, "cost-out-of-reach", said, expected=expected)


def _places(card: ProjectCard) -> list[Path]:
    """Where what each phase asks for is written."""
    return [("cost",), *(("works", "then", j) for j in range(len(_later(card))))]


def _later(card: ProjectCard) -> tuple[Tokens, ...]:
    """What the phases after the first ask for."""
    return card.works.then if card.works is not None else ()
