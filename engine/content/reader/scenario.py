"""A scenario's folder to a `Scenario`: the file, its cards, its briefing, judged all at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from engine.content.model import DURATIONS, Frozen, MapLabel, Panel, Scenario
from engine.content.reader.faults import faults
from engine.content.reader.nodes import Map, Node, Scalar, Seq, node_at, plain_data
from engine.content.reader.prune import prune
from engine.content.reader.references import reference_faults
from engine.content.reader.shapes import keys
from engine.content.reader.shelf import Shelf
from engine.content.reader.slips import unknown_key
from engine.diagnostics import Diagnostic, Mark, in_order
from engine.language import tr

_Model = TypeVar("_Model", bound=BaseModel)
_STAND_INS: dict[str, Any] = {
    "id": "stand-in",
    "title": "…",
    "summary": "…",
    "pitch": "…",
    "people": (1, 40),
    "durations": DURATIONS,
    "skills": ("…",),
    "notes": {},
    "map": (("hesitant",) * 4,) * 4,
}
"""What a required key is taken to say while it says nothing valid, so that the rest can be judged."""
_CARD_LISTS = ("projects", "situations", "debates")


class Briefing(Frozen):
    """The sheet that unfolds, in a file beside the scenario."""

    panels: tuple[Panel, ...]


class Glossary(Frozen):
    """Words shared by every scenario: the map's grid (rows A1–A4, columns S1–S4) and its labels."""

    map: Annotated[tuple[tuple[str, str, str, str], ...], Field(min_length=4, max_length=4)]
    labels: Mapping[str, MapLabel]


@dataclass(frozen=True)
class Loaded:
    """What reading gave: the scenario if it can be played, every defect met, every file read.

    `rest` is what is left of the scenario without its faulty parts: enough to give advice on, never to play.
    `tree` keeps where each value of it was written: see `where`.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    tree: Node | None = None
    rest: Scenario | None = None

    def where(self, *path: str | int) -> Mark:
        """The place of a value by its path in the scenario ("cast", 0, "stakes"), or the nearest above it."""
        return node_at(self.tree, path)[0].mark if self.tree else Mark()

    def where_key(self, *path: str | int) -> Mark:
        """The place of the key that leads to a value."""
        return node_at(self.tree, path)[1] if self.tree else Mark()


def load_folder(folder: Path, shipped: Path) -> Loaded:
    """Read `folder/scenario.yaml`; cards come from `folder/cards`, then from `shipped`."""
    shelf = Shelf(folder / "cards", shipped)
    node = shelf.read(folder / "scenario.yaml", Scenario)
    if node is None:
        return Loaded(None, in_order(shelf.found), tuple(shelf.files), folder)
    translated = not shelf.french_only
    _own_keys(node, folder, shelf)
    tree = _whole(node, folder, shelf)
    shelf.say_untranslated(each=translated)
    scenario, found = judge(tree, Scenario)
    gone, whole, rest = shelf.lost, tree, scenario
    if scenario is None:
        gone, rest, tree = _rest(tree, gone)
    if shelf.lost:
        # A list is not too short because its cards were not found.
        lists = {whole.entries[kind].mark for kind in _CARD_LISTS if kind in whole.entries}
        found = [d for d in found if d.code != "out-of-bounds" or Mark(d.file, d.line, d.column) not in lists]
    if rest is not None:
        found += reference_faults(rest, tree, gone)
    sound = scenario is not None and not found and not shelf.lost
    return Loaded(
        scenario if sound else None,
        in_order([*shelf.found, *found]),
        tuple(shelf.files),
        folder,
        tree,
        rest,
    )


def _rest(tree: Map, gone: set[str]) -> tuple[set[str], Scenario | None, Map]:
    """What is left without the faulty parts, where every member has a card: names gone, scenario, tree."""
    stand_ins = {key: _node(value, tree.mark) for key, value in _STAND_INS.items()}
    first = prune(tree, Scenario, stand_ins)
    cast, cards = first.tree.get("cast"), first.tree.get("characters")
    if not isinstance(cast, Seq) or not isinstance(cards, Map):
        return gone | first.gone, None, first.tree
    kept = tuple(
        member
        for member in cast.items
        if isinstance(member, Map) and _text(member, "character") in cards.entries
    )
    lost = {_text(member, "character") for member in cast.items if member not in kept}
    again = prune(first.tree.replaced(cast=Seq(cast.mark, kept)), Scenario, stand_ins)
    return gone | first.gone | again.gone | lost, again.model, again.tree


def _node(value: Any, mark: Mark) -> Node:
    if isinstance(value, tuple):
        return Seq(mark, tuple(_node(item, mark) for item in value))
    if isinstance(value, dict):
        return Map(mark, {})
    return Scalar(mark, str(value), plain=not isinstance(value, str))


def _text(node: Node, key: str) -> str:
    value = node.get(key) if isinstance(node, Map) else None
    return value.text if isinstance(value, Scalar) else ""


def judge(tree: Node, model: type[_Model]) -> tuple[_Model | None, list[Diagnostic]]:
    """A content type out of its tree, or everything that is wrong with it."""
    try:
        return model.model_validate(plain_data(tree), strict=True), []
    except ValidationError as error:
        return None, faults(error, tree, model)


def _own_keys(node: Map, folder: Path, shelf: Shelf) -> None:
    """What a scenario's own file may not say."""
    if "characters" in node.entries:
        names = [key for key in keys(Scenario) if key != "characters"]
        shelf.found.append(unknown_key(node, "characters", names))
    stated, name = node.get("id"), folder.resolve().name
    if isinstance(stated, Scalar) and stated.text != name:
        message = tr("l’identifiant n’est pas le nom du dossier")
        shelf.say(stated.mark, "id-not-file-name", message, name)


def _whole(node: Map, folder: Path, shelf: Shelf) -> Map:
    """The scenario's tree with its cards, briefing and map in place of their names."""
    parts: dict[str, Node] = {}
    for kind in _CARD_LISTS:
        named = node.get(kind)
        if isinstance(named, Seq):
            cards = (shelf.card(kind, item) for item in _once(kind, named.items, shelf))
            parts[kind] = Seq(named.mark, tuple(card for card in cards if card is not None))
    cast, characters = node.get("cast"), Map(node.mark, {})
    if isinstance(cast, Seq):
        parts["cast"], characters = _cast(cast, shelf)
    durations = node.get("durations")
    if isinstance(durations, Seq):
        # 45 and 90 are names here, not numbers.
        parts["durations"] = Seq(durations.mark, tuple(_word(item) for item in durations.items))
    if "briefing" not in node.entries and (folder / "briefing.yaml").exists():
        parts |= _beside(folder / "briefing.yaml", Briefing, shelf, panels="briefing")
    shared = {key: key for key in ("map", "labels") if key not in node.entries}
    glossaries = (cards / "glossary.yaml" for cards in shelf.folders)
    path = next((path for path in glossaries if path.exists()), None)
    if shared and path:
        parts |= _beside(path, Glossary, shelf, **shared)
    return node.replaced(**parts, characters=characters)


def _beside(path: Path, model: type[BaseModel], shelf: Shelf, **taken: str) -> dict[str, Node]:
    """What a file beside the scenario gives it: its key -> the scenario's."""
    node = shelf.read(path, model)
    if node is None:
        return {}
    shelf.found += judge(node, model)[1]
    return {ours: part for theirs, ours in taken.items() if (part := node.get(theirs)) is not None}


def _once(key: str, items: tuple[Node, ...], shelf: Shelf) -> tuple[Node, ...]:
    """A list without the cards that it names twice, which are told."""
    first: dict[str, Node] = {}
    for item in items:
        name = item.text if isinstance(item, Scalar) else _text(item, "character")
        if name and name in first:
            message = tr("« {name} » est deux fois dans « {key} »", name=name, key=key)
            shelf.say(item.mark, "listed-twice", message)
        else:
            first[name or str(len(first))] = item
    return tuple(first.values())


def _word(node: Node) -> Node:
    return Scalar(node.mark, node.text) if isinstance(node, Scalar) else node


def _cast(cast: Seq, shelf: Shelf) -> tuple[Seq, Map]:
    """The cast, and the cards of its characters with the scenario's overrides in place."""
    characters: dict[str, Node] = {}
    members: list[Node] = []
    for member in _once("cast", cast.items, shelf):
        reference = member.get("character") if isinstance(member, Map) else None
        card = shelf.card("characters", reference) if reference else None
        if isinstance(member, Map) and isinstance(reference, Scalar) and card is not None:
            override = member.get("override")
            if isinstance(override, Map):
                card, member = _overridden(card, override, shelf), member.without("override")
            characters[reference.text] = card
        members.append(member)
    return Seq(cast.mark, tuple(members)), Map(cast.mark, characters)


def _overridden(card: Map, override: Map, shelf: Shelf) -> Map:
    """A card with the fields of a scenario, one level deep; to write the same again is a mistake."""
    for key, value in override.entries.items():
        mark = override.key_mark(key)
        if key == "id":
            shelf.say(mark, "override-id", tr("l’identifiant d’une carte ne change pas"))
        elif key in card.entries and _french(card.entries[key]) == _french(value):
            message = tr("« {key} » est déjà ainsi sur la carte", key=key)
            hint = tr("Retirez cette ligne, ou écrivez autre chose.")
            shelf.say(mark, "override-same", message, hint=hint)
    new = {key: value for key, value in override.entries.items() if key != "id"}
    return Map(card.mark, {**card.entries, **new}, {**card.keys, **override.keys}, card.weight)


def _french(node: Node) -> Any:
    """A value as it was written in French, whatever other versions it has."""
    return plain_data(node.entries["fr"] if isinstance(node, Map) and "fr" in node.entries else node)


def read_glossary(shipped: Path) -> Glossary:
    """The shipped glossary; ValueError when it is damaged, which a test holds it from being."""
    shelf = Shelf(shipped)
    tree = shelf.read(shipped / "glossary.yaml", Glossary)
    if tree is None:
        raise ValueError(shelf.found[0].message)
    return Glossary.model_validate(plain_data(tree), strict=True)


def listed_cards(folder: Path) -> dict[str, set[str]]:
    """Kind -> the card ids that a scenario lists, its cards not read; what is damaged lists nothing."""
    node = Shelf().tree(folder / "scenario.yaml")
    cast = node.get("cast") if node else None
    members = cast.items if isinstance(cast, Seq) else ()
    listed = {"characters": {_text(member, "character") for member in members}}
    for kind in _CARD_LISTS:
        items = node.get(kind) if node else None
        listed[kind] = (
            {item.text for item in items.items if isinstance(item, Scalar)}
            if isinstance(items, Seq)
            else set()
        )
    return listed
