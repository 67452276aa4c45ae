"""Cards that nobody plays: a scenario's own, or shared ones that no shipped scenario lists."""

from collections.abc import Iterator
from pathlib import Path

from engine.content import library
from engine.content.model import Scenario
from engine.content.reader import Loaded, listed_cards
from engine.content.reader.shelf import KINDS, cards_in
from engine.content.reader.strays import card_strays
from engine.diagnostics import Diagnostic, shown
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if loaded.folder is None:
        return
    own = loaded.folder / "cards"
    used = listed_cards(loaded.folder)
    shipped = loaded.folder.resolve().parent == (library.root() / "scenarios").resolve()
    everywhere = _everywhere() if shipped else None
    for kind in KINDS:
        yield from _unused(own / kind, used[kind])
        if everywhere is not None:
            yield from _unused(library.root() / "cards" / kind, everywhere[kind])
    if shipped:
        yield from dict.fromkeys(stray.told for stray in card_strays(library.root() / "cards"))


def _unused(folder: Path, used: set[str]) -> Iterator[Diagnostic]:
    for path in sorted(cards_in(folder)):
        if path.stem not in used:
            yield Diagnostic(
                "card-unused",
                tr("aucun scénario ne se sert de cette carte"),
                shown(path),
                hint=tr("Ajoutez-la à un scénario, ou supprimez le fichier."),
            )


def _everywhere() -> dict[str, set[str]] | None:
    """Kind -> the card ids that shipped scenarios list; None while one of them cannot be read, for its cards
    would all seem unused."""
    used: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for slug in library.slugs():
        listed = listed_cards(library.root() / "scenarios" / slug)
        if not any(listed.values()):
            return None
        for kind in KINDS:
            used[kind] |= listed[kind]
    return used
