"""A scenario's folder to a `Scenario`: the file, its cards, its briefing, judged all at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from engine.content.model import (
    DURATIONS,
    Briefing,
    CastMember,
    DebateCard,
    Ending,
    Frozen,
    MapLabel,
    Panel,
    ProjectCard,
    Scenario,
    SituationCard,
    Term,
    Terms,
)
from engine.content.reader.faults import faults
from engine.content.reader.nodes import Map, Node, Scalar, Seq, node_at, plain_data
from engine.content.reader.prune import prune
from engine.content.reader.references import reference_faults
from engine.content.reader.shapes import keys
from engine.content.reader.shelf import KINDS, Shelf, cards_in
from engine.content.reader.slips import unknown_key
from engine.content.reader.strays import strays
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
    "indicators": {},
    "characters": {},
    "map": (("hesitant",) * 4,) * 4,
}
"""What a required key is taken to say while it says nothing valid, so that the rest can be judged."""
_CARD_LISTS = ("projects", "situations", "debates")


class _Rest(Scenario):
    """A scenario of any size, for what is left of one: lists may have become short."""

    cast: tuple[CastMember, ...] = ()
    projects: tuple[ProjectCard, ...] = ()
    situations: tuple[SituationCard, ...] = ()
    debates: tuple[DebateCard, ...] = ()
    endings: tuple[Ending, ...] = ()


class Opening(Frozen):
    """What a scenario opens with, panel by panel, in a file beside it."""

    panels: tuple[Panel, ...] = Field(description="Les volets, dans l’ordre où on les déplie.")


class Glossary(Frozen):
    """Words shared by every scenario: the map's grid (rows A1–A4, columns S1–S4) and its labels."""

    map: Annotated[tuple[tuple[str, str, str, str], ...], Field(min_length=4, max_length=4)] = Field(
        description="La carte des postures : 4 lignes de 4 étiquettes."
    )
    labels: Mapping[str, MapLabel] = Field(
        description="Les étiquettes de la carte : title et explained pour chacune."
    )


@dataclass(frozen=True)
class Loaded:
    """What reading gave: the scenario if it can be played, every defect met, every file read.

    `rest` is what is left of the scenario without its faulty parts: enough to give advice on, never to play.
    `whole` is whether every card and character that its lists name is in it.
    `tree` keeps where each value of it was written: see `where`.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    tree: Node | None = None
    rest: Scenario | None = None
    whole: bool = True

    def where(self, *path: str | int) -> Mark:
        """The place of a value by its path in the scenario ("cast", 0, "stakes"), or the nearest above it."""
        return node_at(self.tree, path)[0].mark if self.tree else Mark()

    def where_key(self, *path: str | int) -> Mark:
        """The place of the key that leads to a value."""
        return node_at(self.tree, path)[1] if self.tree else Mark()


def load_folder(folder: Path, shipped: Path) -> Loaded:
    """Read `folder/scenario.yaml`; cards come from `folder/cards`, then from `shipped`."""
    shelf = Shelf(folder / "cards", shipped)
    shelf.astray = strays(folder)
    shelf.found += {stray.told: None for stray in shelf.astray}
    node = shelf.read(folder / "scenario.yaml", Scenario)
    if node is None:
        _others(shelf)
        return Loaded(None, in_order(shelf.found), tuple(shelf.files), folder)
    translated = not shelf.french_only
    _own_keys(node, folder, shelf)
    tree = _whole(node, folder, shelf)
    shelf.say_untranslated(each=translated)
    _others(shelf)
    scenario, found = judge(tree, Scenario)
    gone, rest, whole = shelf.lost, scenario, tree
    if scenario is None:
        gone, rest, tree = _rest(tree, gone)
    if rest is not None:
        found += reference_faults(rest, tree, whole, gone, shelf)
    sound = scenario is not None and not found and not shelf.lost
    return Loaded(
        scenario if sound else None,
        in_order(_causes([*shelf.found, *found], shelf)),
        tuple(shelf.files),
        folder,
        tree,
        rest,
        all(_is_whole(whole.get(kind)) for kind in ("cast", *_CARD_LISTS)),
    )


def _causes(found: list[Diagnostic], shelf: Shelf) -> Iterator[Diagnostic]:
    """Without what only follows: a name misspelt in French is no defect of its translation, which has the
    right one."""
    causes = ("card-unknown", "name-unknown", "unknown-key")
    told = {(one.file, one.line, one.column) for one in found if one.code in causes}
    return (one for one in found if shelf.told_of.get(one) not in told)


def _is_whole(part: Node | None) -> bool:
    return isinstance(part, Seq) and part.whole


def _others(shelf: Shelf) -> None:
    """Judge the scenario's own cards that its lists do not name: a slip in a list hides no slip in a card."""
    for kind, model in KINDS.items():
        for path in cards_in(shelf.folders[0] / kind):
            if path not in shelf.opened:
                lost = set(shelf.lost)
                card = shelf.open(kind, path)
                shelf.lost = lost
                if card is not None:
                    shelf.found += judge(card, model)[1]


def _rest(tree: Map, gone: set[str]) -> tuple[set[str], Scenario | None, Map]:
    """What is left without the faulty parts, where every member has a card: names gone, scenario, tree."""
    stand_ins = {key: _node(value, tree.mark) for key, value in _STAND_INS.items()}
    first = prune(tree, _Rest, stand_ins)
    cast, cards = first.tree.get("cast"), first.tree.get("characters")
    if not isinstance(cast, Seq) or not isinstance(cards, Map):
        return gone | first.gone, first.model, first.tree
    kept = tuple(
        member
        for member in cast.items
        if isinstance(member, Map) and _text(member, "character") in cards.entries
    )
    lost = {_text(member, "character") for member in cast.items if member not in kept}
    again = prune(first.tree.replaced(cast=replace(cast, items=kept)), _Rest, stand_ins)
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
            taken = {item.text for item in named.items if isinstance(item, Scalar)}
            items = _once(kind, named.items, shelf)
            cards = [card for item in items if (card := shelf.card(kind, item, taken)[1]) is not None]
            whole = named.whole and len(cards) == len(named.items)
            parts[kind] = Seq(named.mark, tuple(cards), whole=whole)
    cast, characters = node.get("cast"), Map(node.mark, {})
    if isinstance(cast, Seq):
        parts["cast"], characters = _cast(cast, shelf)
    durations = node.get("durations")
    if isinstance(durations, Seq):
        # 45 and 90 are names here, not numbers.
        parts["durations"] = Seq(durations.mark, tuple(_word(item) for item in durations.items))
    if "briefing" not in node.entries and (folder / "briefing.yaml").exists():
        parts |= _beside(folder / "briefing.yaml", Opening, shelf, panels="briefing")
    if "terms" not in node.entries and (shelf.folders[0] / "terms.yaml").exists():
        parts |= _beside(shelf.folders[0] / "terms.yaml", Terms, shelf, terms="terms")
    shared = {key: key for key in ("map", "labels") if key not in node.entries}
    glossaries = (cards / "glossary.yaml" for cards in shelf.folders)
    path = next((path for path in glossaries if path.exists()), None)
    if shared and path:
        parts |= _beside(path, Glossary, shelf, **shared)
        if "map" in shared and "map" not in parts:
            # What is wrong with the glossary is told there.
            parts["map"] = Scalar(node.mark, "", plain=True, hole=True)
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
    once = _once("cast", cast.items, shelf)
    taken = {_text(member, "character") for member in once}
    for member in once:
        reference = member.get("character") if isinstance(member, Map) else None
        name, card = shelf.card("characters", reference, taken) if reference else ("", None)
        if isinstance(member, Map) and isinstance(reference, Scalar) and card is not None:
            member = member.replaced(character=Scalar(reference.mark, name))
            override = member.get("override")
            if isinstance(override, Map):
                card, member = _overridden(card, override, shelf), member.without("override")
            characters[name] = card
        heir = member.get("heir") if isinstance(member, Map) else None
        if isinstance(heir, Scalar):
            there, card = shelf.card("characters", heir, taken)
            if card is not None:
                characters[there] = card
        members.append(member)
    whole = cast.whole and len(characters) >= len(cast.items)
    return Seq(cast.mark, tuple(members), whole=whole), Map(cast.mark, characters)


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
    return replace(card, entries={**card.entries, **new}, keys={**card.keys, **override.keys})


def _french(node: Node) -> Any:
    """A value as it was written in French, whatever other versions it has."""
    return plain_data(node.entries["fr"] if isinstance(node, Map) and "fr" in node.entries else node)


def read_file(path: Path) -> Map | None:
    """One content file with the languages of its texts merged; None when it cannot be used."""
    models: dict[str, type[BaseModel]] = {"briefing": Opening, "glossary": Glossary, "terms": Terms}
    if path.stem == "briefing" and not (path.parent / "scenario.yaml").exists():
        models["briefing"] = Briefing
    return Shelf().read(path, KINDS.get(path.parent.name) or models.get(path.stem, Scenario))


def read_glossary(shipped: Path) -> Glossary:
    """The shipped glossary; ValueError when it is damaged, which a test holds it from being."""
    shelf = Shelf(shipped)
    tree = shelf.read(shipped / "glossary.yaml", Glossary)
    if tree is None:
        raise ValueError(shelf.found[0].message)
    return Glossary.model_validate(plain_data(tree), strict=True)


def read_terms(shipped: Path) -> tuple[tuple[Term, ...], tuple[Diagnostic, ...]]:
    """The shipped terms, and all that is wrong with them; none of them where something is."""
    shelf = Shelf(shipped)
    tree = shelf.read(shipped / "terms.yaml", Terms)
    read, found = judge(tree, Terms) if tree is not None else (None, [])
    return read.terms if read is not None else (), in_order([*shelf.found, *found])


def listed_cards(folder: Path) -> dict[str, set[str]]:
    """Kind -> the names that a scenario lists, its cards not read; what is damaged lists nothing."""
    node = Shelf().tree(folder / "scenario.yaml")
    cast = node.get("cast") if node else None
    members = cast.items if isinstance(cast, Seq) else ()
    gauges = node.get("indicators") if node else None
    listed = {
        "characters": {_text(member, key) for member in members for key in ("character", "heir")},
        "indicators": set(gauges.entries) if isinstance(gauges, Map) else set(),
    }
    for kind in _CARD_LISTS:
        items = node.get(kind) if node else None
        listed[kind] = (
            {item.text for item in items.items if isinstance(item, Scalar)}
            if isinstance(items, Seq)
            else set()
        )
    return listed
