"""Golden playthroughs: sessions of every shipped scenario as text, played again and compared.

`python -m tests.playthroughs.golden [SCENARIO...]` writes them anew, and what some of them show people
(see showing.py and tests/game/composed.py), after a change of rules, content or words that is meant; the
difference then shows in review what the change did.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from engine import demo, language
from engine.content import library
from engine.content.model import Scenario
from engine.session.session import Session
from tests.counting import reading
from tests.playthroughs import script
from tests.playthroughs.telling import Telling
from tests.shipped import shipped

FOLDER = Path(__file__).parent


def _demo(scenario: Scenario) -> Session:
    return demo.session(scenario, script.SEED, scenario.durations[0])


def _watch(session: Session) -> None:
    for _ in demo.moves(session):
        pass


KINDS: dict[str, tuple[Callable[[Scenario], Session], Callable[[Session], None]]] = {
    "demo": (_demo, _watch),
    "facilitated": (script.facilitated, script.play),
    "training": (script.training, script.play),
}
"""How each kind of playthrough begins, and how it is played."""


def played(scenario: Scenario, kind: str) -> Telling:
    """One playthrough, told to its end."""
    begin, play = KINDS[kind]
    telling = Telling(begin(scenario))
    play(telling.session)
    return telling


@cache
@reading
def told(slug: str, kind: str) -> Telling:
    """The playthrough of a shipped scenario, for all that only look at it. Which of them comes first and has
    it played depends on chance: nothing of it is counted."""
    return played(shipped(slug), kind)


def path(slug: str, kind: str) -> Path:
    return FOLDER / f"{slug}.{kind}.txt"


def main(slugs: list[str]) -> None:
    language.use("fr")
    for slug in slugs or library.slugs():
        scenario = library.load(slug).scenario
        if scenario is None:
            raise SystemExit(f"{slug} has defects: coop check {slug}")
        for kind in KINDS:
            path(slug, kind).write_text("\n".join(played(scenario, kind).lines) + "\n", "utf-8")
    from tests.game import composed  # these look at the sessions played here
    from tests.playthroughs import showing

    showing.write()
    composed.write()


if __name__ == "__main__":
    main(sys.argv[1:])
