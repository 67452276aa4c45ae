"""Files and the cards in them: where a card is found, and one file read whole with its English beside it."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from engine.content.model import CharacterCard, DebateCard, ProjectCard, SituationCard
from engine.content.reader.decode import read_text
from engine.content.reader.nodes import Map, Node, Scalar
from engine.content.reader.recover import read
from engine.content.reader.texts import merge_file
from engine.diagnostics import Code, Diagnostic, Mark, Severity, named, nearest, shown
from engine.language import tr

KINDS: dict[str, type[BaseModel]] = {
    "characters": CharacterCard,
    "projects": ProjectCard,
    "situations": SituationCard,
    "debates": DebateCard,
}


def english_of(path: Path) -> Path:
    """Where the English of a file stands: beside it."""
    return path.with_name(path.stem + ".en.yaml")


class Shelf:
    """The files that a scenario draws on: its own cards first, then those shipped.

    `found` gathers every defect, `files` every file read; `lost` names what was asked for and could not
    be had, so that what is left is not the whole.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.found: list[Diagnostic] = []
        self.files: list[Path] = []
        self.lost: set[str] = set()
        self.french_only: list[Path] = []
        self._cards: dict[str, dict[str, Path]] = {}

    def read(self, path: Path, model: type[BaseModel]) -> Map | None:
        """A content file with every language of its texts; its shape is not judged yet."""
        node = self.tree(path)
        if node is None:
            self.lost.add(path.stem)
            return None
        english, beside = None, english_of(path)
        if beside.exists():
            english = self.tree(beside)
        else:
            self.french_only.append(path)
        merged, defects = merge_file(node, model, english)
        self.found += defects
        return merged

    def tree(self, path: Path) -> Map | None:
        """One file's tree, which must be a mapping; None when it cannot be used."""
        self.files.append(path)
        text, defects = read_text(path)
        node: Node | None = None
        if text is not None:
            node, more = read(text, shown(path))
            defects = defects + more
        self.found += defects
        if isinstance(node, Map):
            return node
        if not defects:
            empty = node is None or (isinstance(node, Scalar) and node.value is None)
            self.say(
                Mark(shown(path), 1, 1),
                "file-empty" if empty else "wrong-type",
                tr("ce fichier est vide") if empty else tr("ce fichier n’est pas un groupe de clés"),
                expected="id: …",
            )
        return None

    def say_untranslated(self, each: bool) -> None:
        """Tell the files without English: each, or once for a scenario that nobody has begun to translate."""
        for path in self.french_only if each else self.french_only[:1]:
            message = (
                tr("ce fichier n’a pas de version anglaise")
                if each
                else tr("ce scénario n’a pas de version anglaise")
            )
            self.say(Mark(shown(path)), "untranslated", message, english_of(path).name, advice=True)

    def say(
        self, mark: Mark, code: Code, message: str, expected: str = "", hint: str = "", advice: bool = False
    ) -> None:
        severity: Severity = "advice" if advice else "error"
        one = Diagnostic.at(mark, code, message, expected=expected, hint=hint, severity=severity)
        self.found.append(one)

    def cards(self, kind: str) -> dict[str, Path]:
        """Every card of a kind ("characters", "projects", "situations", "debates"): id -> file."""
        if kind not in self._cards:
            found = [path for folder in self.folders[::-1] for path in cards_in(folder / kind)]
            self._cards[kind] = {path.stem: path for path in sorted(found, key=lambda path: path.stem)}
        return self._cards[kind]

    def card(self, kind: str, reference: Node) -> Map | None:
        """The card that a node names, or None, with the nearest one there is."""
        if not isinstance(reference, Scalar):
            message = tr("une carte se désigne par son identifiant")
            expected = tr("le nom d’un fichier de cards/{kind}, sans .yaml", kind=kind)
            self.say(reference.mark, "wrong-type", message, expected)
            self.lost.add("")
            return None
        name = reference.text
        cards = self.cards(kind)
        if name not in cards:
            message = tr("aucune carte « {name} » dans cards/{kind}", name=name, kind=kind)
            self.say(reference.mark, "card-unknown", message, named(cards), nearest(name, cards))
            self.lost.add(name)
            return None
        path = cards[name]
        return self.open(kind, path)

    def open(self, kind: str, path: Path) -> Map | None:
        """A card's tree; its id must be the name of its file."""
        card = self.read(path, KINDS[kind])
        stated = card.get("id") if card else None
        if isinstance(stated, Scalar) and stated.text != path.stem:
            message = tr("l’identifiant n’est pas le nom du fichier")
            self.say(stated.mark, "id-not-file-name", message, path.stem)
        return card


def cards_in(folder: Path) -> Iterator[Path]:
    """The card files of a folder, without those of other languages."""
    return (path for path in folder.glob("*.yaml") if not path.name.endswith(".en.yaml"))
