"""What projects ask for: two kinds of token at least, and no more than the table can bring."""

from collections.abc import Iterator

from engine import numbers
from engine.content.model import KINDS, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    rounds = scenario.parameters.open_rounds
    table = [sum(getattr(member.tokens, kind) for member in scenario.cast) for kind in KINDS]
    for i, card in enumerate(scenario.projects):
        cost = [getattr(card.cost, kind) for kind in KINDS]
        if card.overheard is not None and card.asks_nothing:
            continue
        if sum(n > 0 for n in cost) < numbers.KINDS_NEEDED:
            yield Diagnostic.at(
                loaded.where("projects", i, "cost"),
                "one-kind",
                tr("« {card} » se finance avec une seule sorte de jetons", card=card.id),
                expected=tr("deux sortes au moins : personne n’y arrive seul"),
            )
        for kind, wanted, brought in zip(KINDS, cost, table, strict=True):
            if wanted > brought * rounds:
                yield Diagnostic.at(
                    loaded.where("projects", i, "cost", kind),
                    "cost-out-of-reach",
                    tr("« {card} » demande plus de « {kind} » que la table n’en a", card=card.id, kind=kind),
                    expected=tr("{n} au plus, en {rounds} tours", n=brought * rounds, rounds=rounds),
                )
