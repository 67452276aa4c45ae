"""Files and the cards in them: where a card is found, and one file read whole with its English beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from engine.diagnostics import Diagnostic, Mark, named, nearest, shown
from engine.model import CharacterCard, DebateCard, ProjectCard, SituationCard
from engine.reader.decode import read_text
from engine.reader.nodes import Map, Node, Scalar
from engine.reader.parse import parse
from engine.reader.texts import merge_file
from engine.words import tr

KINDS: dict[str, type[BaseModel]] = {
    "characters": CharacterCard,
    "projects": ProjectCard,
    "situations": SituationCard,
    "debates": DebateCard,
}


def read_map(path: Path, found: list[Diagnostic]) -> Map | None:
    """A file's tree, which must be a mapping; None when it cannot be used. Defects go to `found`."""
    text, defects = read_text(path)
    found += defects
    if text is None:
        return None
    node, defects = parse(text, shown(path))
    found += defects
    if isinstance(node, Map):
        return node
    if not defects:
        empty = node is None or (isinstance(node, Scalar) and node.value is None)
        code, message = (
            ("file-empty", tr("ce fichier est vide"))
            if empty
            else ("wrong-type", tr("ce fichier devrait être un groupe de clés"))
        )
        found.append(Diagnostic(code, message, shown(path), 1, 1, expected=tr("des lignes « clé: valeur »")))
    return None


def english_of(path: Path) -> Path:
    """Where the English of a file stands: beside it."""
    return path.with_name(path.stem + ".en.yaml")


def read_file(path: Path, model: type[BaseModel], found: list[Diagnostic]) -> Map | None:
    """A content file with every language of its texts; its own shape is not judged yet."""
    node = read_map(path, found)
    if node is None:
        return None
    english = None
    if english_of(path).exists():
        english = read_map(english_of(path), found)
    else:
        found.append(
            Diagnostic.at(
                Mark(shown(path)),
                "untranslated",
                tr("ce fichier n’a pas de version anglaise"),
                expected=english_of(path).name,
                severity="advice",
            )
        )
    merged, defects = merge_file(node, model, english)
    found += defects
    return merged


@dataclass
class Shelf:
    """The cards that a scenario can draw on: its own first, then those shipped."""

    folders: tuple[Path, ...]
    found: list[Diagnostic] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def ids(self, kind: str) -> list[str]:
        """Every card id of a kind ("characters", "projects", "situations", "debates"), sorted."""
        return sorted({path.stem for folder in self.folders for path in self._cards(folder / kind)})

    def _cards(self, folder: Path) -> Iterator[Path]:
        return (path for path in folder.glob("*.yaml") if not path.name.endswith(".en.yaml"))

    def path(self, kind: str, name: str) -> Path | None:
        candidates = (folder / kind / f"{name}.yaml" for folder in self.folders)
        return next((path for path in candidates if path.is_file()), None)

    def card(self, kind: str, reference: Node) -> Map | None:
        """The card that a node names, or None, with the nearest one there is."""
        if not isinstance(reference, Scalar):
            self.found.append(
                Diagnostic.at(
                    reference.mark,
                    "wrong-type",
                    tr("une carte se désigne par son identifiant"),
                    expected=tr("le nom d’un fichier de cards/{kind}, sans .yaml", kind=kind),
                )
            )
            return None
        name = reference.text
        path = self.path(kind, name) if name == Path(name).name else None
        if path is None:
            ids = self.ids(kind)
            self.found.append(
                Diagnostic.at(
                    reference.mark,
                    "card-unknown",
                    tr("aucune carte « {name} » dans cards/{kind}", name=name, kind=kind),
                    expected=named(ids),
                    hint=nearest(name, ids),
                )
            )
            return None
        return self.open(kind, path)

    def open(self, kind: str, path: Path) -> Map | None:
        """A card's tree; its id must be the name of its file."""
        self.files.append(path)
        card = read_file(path, KINDS[kind], self.found)
        stated = card.get("id") if card else None
        if isinstance(stated, Scalar) and stated.text != path.stem:
            self.found.append(
                Diagnostic.at(
                    stated.mark,
                    "id-not-file-name",
                    tr("l’identifiant n’est pas le nom du fichier"),
                    expected=path.stem,
                )
            )
        return card
