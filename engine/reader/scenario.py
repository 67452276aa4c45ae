"""A scenario's folder to a `Scenario`: the file, its cards, its briefing, judged all at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from engine.diagnostics import Diagnostic, Mark, in_order, shown
from engine.model import Frozen, Panel, Scenario, Text
from engine.reader.faults import faults
from engine.reader.nodes import Map, Node, Scalar, Seq, node_at, plain_data
from engine.reader.references import reference_faults
from engine.reader.shapes import keys
from engine.reader.shelf import Shelf, read_file
from engine.reader.slips import unknown_key
from engine.words import tr

_CARD_LISTS = ("projects", "situations", "debates")


class Briefing(Frozen):
    """The sheet that unfolds, in a file beside the scenario."""

    panels: tuple[Panel, ...]


class Label(Frozen):
    """A name on the posture map."""

    title: Text
    explained: Text


class Glossary(Frozen):
    """Words shared by every scenario: the map's grid (rows A1–A4, columns S1–S4) and its labels."""

    map: tuple[tuple[str, str, str, str], ...] = Field(min_length=4, max_length=4)
    labels: Mapping[str, Label]


@dataclass(frozen=True)
class Loaded:
    """What reading gave: the scenario if it can be played, every defect met, every file read.

    `tree` keeps where each value was written: see `where`.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    tree: Node | None = None

    def where(self, *path: str | int) -> Mark:
        """The place of a value by its path in the scenario ("cast", 0, "stakes"), or the nearest above it."""
        return node_at(self.tree, path)[0].mark if self.tree else Mark()

    def where_key(self, *path: str | int) -> Mark:
        """The place of the key that leads to a value."""
        return node_at(self.tree, path)[1] if self.tree else Mark()


def load_folder(folder: Path, shipped: Path) -> Loaded:
    """Read `folder/scenario.yaml`; cards come from `folder/cards`, then from `shipped`."""
    path = folder / "scenario.yaml"
    shelf = Shelf((folder / "cards", shipped))
    shelf.files.append(path)
    node = read_file(path, Scenario, shelf.found)
    if node is None:
        return Loaded(None, in_order(shelf.found), tuple(shelf.files), folder)
    _scenario_keys(node, folder, shelf)
    tree = _whole(node, folder, shelf)
    scenario, found = validate(tree)
    if any(d.code == "card-unknown" for d in shelf.found):
        # A list is not too short because its cards were not found.
        lists = {tree.entries[kind].mark for kind in _CARD_LISTS if kind in tree.entries}
        found = [d for d in found if d.code != "out-of-bounds" or Mark(d.file, d.line, d.column) not in lists]
        scenario = None
    if scenario is not None:
        found = reference_faults(scenario, tree)
    playable = None if found else scenario
    return Loaded(playable, in_order([*shelf.found, *found]), tuple(shelf.files), folder, tree)


def validate(tree: Node) -> tuple[Scenario | None, list[Diagnostic]]:
    """A scenario out of its whole tree, or why not."""
    try:
        return Scenario.model_validate(plain_data(tree), strict=True), []
    except ValidationError as error:
        return None, faults(error, tree, Scenario)


def _scenario_keys(node: Map, folder: Path, shelf: Shelf) -> None:
    """What a scenario's own file may not say."""
    if "characters" in node.entries:
        one = unknown_key(node, "characters", [key for key in keys(Scenario) if key != "characters"])
        shelf.found.append(one)
    stated, name = node.get("id"), folder.resolve().name
    if isinstance(stated, Scalar) and stated.text != name:
        message = tr("l’identifiant n’est pas le nom du dossier")
        shelf.found.append(Diagnostic.at(stated.mark, "id-not-file-name", message, expected=name))


def _whole(node: Map, folder: Path, shelf: Shelf) -> Map:
    """The scenario's tree with its cards, briefing and map in place of their names."""
    parts: dict[str, Node] = {}
    for kind in _CARD_LISTS:
        named = node.get(kind)
        if isinstance(named, Seq):
            cards = (shelf.card(kind, item) for item in named.items)
            parts[kind] = Seq(named.mark, tuple(card for card in cards if card is not None))
    parts["cast"], parts["characters"] = _cast(node.get("cast"), node.mark, shelf)
    if (durations := node.get("durations")) and isinstance(durations, Seq):
        # 45 and 90 are names here, not numbers.
        parts["durations"] = Seq(durations.mark, tuple(_word(item) for item in durations.items))
    if "briefing" not in node.entries and (path := folder / "briefing.yaml").exists():
        shelf.files.append(path)
        briefing = read_file(path, Briefing, shelf.found)
        if briefing and (panels := briefing.get("panels")):
            parts["briefing"] = panels
    if "map" not in node.entries:
        grids = (cards / "glossary.yaml" for cards in shelf.folders)
        if (shared := next((grid for grid in grids if grid.exists()), None)) is not None:
            shelf.files.append(shared)
            glossary = read_file(shared, Glossary, shelf.found)
            if glossary and (grid := glossary.get("map")):
                parts["map"] = grid
    whole = node.replaced(**parts)
    return whole if node.get("cast") else whole.without("cast")


def _word(node: Node) -> Node:
    return Scalar(node.mark, node.text) if isinstance(node, Scalar) else node


def _cast(cast: Node | None, mark: Mark, shelf: Shelf) -> tuple[Node, Map]:
    """The cast, and the cards of its characters with the scenario's overrides in place."""
    characters: dict[str, Node] = {}
    if not isinstance(cast, Seq):
        return cast or Scalar(mark, ""), Map(mark, characters)
    members: list[Node] = []
    for member in cast.items:
        members.append(member)
        reference = member.get("character") if isinstance(member, Map) else None
        card = shelf.card("characters", reference) if reference else None
        if not isinstance(member, Map) or not isinstance(reference, Scalar) or card is None:
            continue
        override = member.get("override")
        if isinstance(override, Map):
            card = _overridden(card, override, shelf)
            members[-1] = member.without("override")
        characters[reference.text] = card
    return Seq(cast.mark, tuple(members)), Map(cast.mark, characters)


def _overridden(card: Map, override: Map, shelf: Shelf) -> Map:
    """A card with the fields of a scenario, one level deep; to write the same again is a mistake."""
    for key, value in override.entries.items():
        mark = override.key_mark(key)
        if key == "id":
            message = tr("l’identifiant d’une carte ne change pas")
            shelf.found.append(Diagnostic.at(mark, "override-id", message))
        elif key in card.entries and _french(card.entries[key]) == _french(value):
            message = tr("« {key} » est déjà ainsi sur la carte", key=key)
            hint = tr("Retirez cette ligne, ou écrivez autre chose.")
            shelf.found.append(Diagnostic.at(mark, "override-same", message, hint=hint))
    new = {key: value for key, value in override.entries.items() if key != "id"}
    return Map(card.mark, {**card.entries, **new}, {**card.keys, **override.keys}, card.weight)


def _french(node: Node) -> Any:
    """A value as it was written in French, whatever other versions it has."""
    return plain_data(node.entries["fr"] if isinstance(node, Map) and "fr" in node.entries else node)


def read_glossary(shipped: Path) -> Glossary:
    """The shipped glossary. ValueError when it is damaged, which its own test holds it from being."""
    found: list[Diagnostic] = []
    tree = read_file(shipped / "glossary.yaml", Glossary, found)
    if tree is None:
        raise ValueError(f"{shown(shipped / 'glossary.yaml')}: {found[0].message}")
    return Glossary.model_validate(plain_data(tree), strict=True)
