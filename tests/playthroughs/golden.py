"""Golden playthroughs: a demonstration of every shipped scenario as text, replayed and compared.

`python -m tests.playthroughs.golden` writes them anew, after a change of rules or content that is meant;
the difference then shows in review what the change did.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from engine import demo, library, words
from engine.commands import Legal, to_json
from engine.model import Scenario
from engine.phases import Event

FOLDER = Path(__file__).parent
SEED = 2014


def lines(scenario: Scenario) -> Iterator[str]:
    """Every command with what was legal before it, what happened, and the digest of the state after it."""
    session = demo.session(scenario, SEED, scenario.durations[0])
    yield f"scenario {scenario.id} seed {SEED} duration {scenario.durations[0]}"
    yield f"digest {session.game.digest()[:16]}"
    legal = session.legal()
    state = session.game
    seen: list[tuple[Event, ...]] = []
    session.do = _listening(session.do, seen)  # type: ignore[method-assign]
    for command in demo.moves(session):
        if legal:
            yield ""
            yield f"legal {' '.join(_bounds(entry) for entry in legal)}"
        yield f"command {to_json(command)}"
        for event in seen.pop():
            yield f"  {_event(event)}"
        yield f"digest {session.game.digest()[:16]}"
        moved = (state.table.phase, state.table.step) != (session.game.table.phase, session.game.table.step)
        legal = session.legal() if moved else ()
        state = session.game


def _listening(do, seen):  # type: ignore[no-untyped-def]
    def listening(command):  # type: ignore[no-untyped-def]
        events = do(command)
        seen.append(events)
        return events

    return listening


def _bounds(entry: Legal) -> str:
    counted = [f"{name}={len(value)}" for name, value in
               (("who", entry.who), ("projects", entry.projects), ("ids", entry.ids)) if value]  # fmt: skip
    if entry.most:
        counted.append(f"{entry.least}-{entry.most}")
    return f"{entry.kind}({', '.join(counted)})" if counted else entry.kind


def _event(event: Event) -> str:
    tokens = "/".join(str(n) for n in event.tokens) if any(event.tokens) else ""
    parts = (
        event.kind,
        event.id,
        event.who,
        event.project,
        tokens,
        str(event.number) if event.number else "",
    )
    return " ".join(part for part in parts if part)


def path(slug: str) -> Path:
    return FOLDER / f"{slug}.txt"


def main(slugs: list[str]) -> None:
    words.use("fr")
    for slug in slugs or library.slugs():
        scenario = library.load(slug).scenario
        if scenario is None:
            raise SystemExit(f"{slug} has defects: coop check {slug}")
        path(slug).write_text("\n".join(lines(scenario)) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
