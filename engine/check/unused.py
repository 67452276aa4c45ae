"""Cards that nobody plays: a scenario's own, or shared ones that no shipped scenario lists."""

from collections.abc import Iterator
from pathlib import Path

from engine import library
from engine.diagnostics import Diagnostic, shown
from engine.model import Scenario
from engine.reader import Loaded, listed_cards
from engine.reader.shelf import KINDS, cards_in
from engine.words import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if loaded.folder is None:
        return
    own = loaded.folder / "cards"
    used = listed_cards(loaded.folder)
    shipped = loaded.folder.resolve().parent == (library.root() / "scenarios").resolve()
    for kind in KINDS:
        yield from _unused(own / kind, used[kind])
        if shipped:
            yield from _unused(library.root() / "cards" / kind, _everywhere()[kind])


def _unused(folder: Path, used: set[str]) -> Iterator[Diagnostic]:
    for path in sorted(cards_in(folder)):
        if path.stem not in used:
            yield Diagnostic(
                "card-unused",
                tr("aucun scénario ne se sert de cette carte"),
                shown(path),
                hint=tr("Ajoutez-la à un scénario, ou supprimez le fichier."),
            )


def _everywhere() -> dict[str, set[str]]:
    """Kind -> the card ids that shipped scenarios list."""
    used: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for slug in library.slugs():
        for kind, ids in listed_cards(library.root() / "scenarios" / slug).items():
            used[kind] |= ids
    return used
