"""Files and the cards in them: where a card is found, and one file read whole with its English beside it."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from engine.content.model import CharacterCard, DebateCard, ProjectCard, SituationCard
from engine.content.reader.characters import cleaned, lookalike, odd
from engine.content.reader.decode import read_text
from engine.content.reader.nodes import Map, Node, Scalar
from engine.content.reader.recover import read
from engine.content.reader.strays import Stray, card_of, is_card
from engine.content.reader.texts import merge_file
from engine.diagnostics import THE_SAME, Code, Diagnostic, Mark, Severity, close, shown
from engine.language import current, tr

KINDS: dict[str, type[BaseModel]] = {
    "characters": CharacterCard,
    "projects": ProjectCard,
    "situations": SituationCard,
    "debates": DebateCard,
}


def english_of(path: Path) -> Path:
    """Where the English of a file stands: beside it."""
    return path.with_name(path.stem + ".en.yaml")


def french_of(path: Path) -> Path:
    """The file that a translation translates."""
    return path.with_name(path.name.replace(".en.yaml", ".yaml"))


@lru_cache(maxsize=512)
def _read(text: str, file: str, _language: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """`read`, remembered: scenarios share their cards, and who writes one changes a file at a time. Defects
    are told in the language in use."""
    node, found = read(text, file)
    return node, tuple(found)


class Shelf:
    """The files that a scenario draws on: its own cards first, then those shipped.

    `found` gathers every defect, `files` every file read; `lost` names what was asked for and could not
    be had, so that what is left is not the whole.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.found: list[Diagnostic] = []
        self.told_of: dict[Diagnostic, Mark] = {}
        self.files: list[Path] = []
        self.lost: set[str] = set()
        self.french_only: list[Path] = []
        self.astray: list[Stray] = []
        self.opened: set[Path] = set()
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
        merged = merge_file(node, model, english)
        self.found += merged.found
        self.told_of |= merged.told_of
        return merged.tree

    def tree(self, path: Path) -> Map | None:
        """One file's tree, which must be a mapping; None when it cannot be used."""
        self.files.append(path)
        text, defects = read_text(path)
        node: Node | None = None
        if text is not None:
            node, more = _read(text, shown(path), current())
            defects = [*defects, *more]
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

    def card(self, kind: str, reference: Node, taken: Collection[str] = ()) -> tuple[str, Map | None]:
        """The card that a node names, and its id; where there is none, the one that a slip made this of.

        `taken` are the ids that the same list names besides.
        """
        if not isinstance(reference, Scalar):
            message = tr("une carte se désigne par son identifiant")
            expected = tr("le nom d’un fichier de cards/{kind}, sans .yaml", kind=kind)
            self.say(reference.mark, "wrong-type", message, expected)
            self.lost.add("")
            return "", None
        name = reference.text
        path = self.cards(kind).get(name) or self.strays(kind).get(name)
        if path is not None:
            return name, self.open(kind, path)
        meant = self._meant(kind, reference, taken)
        self.lost.add(name)
        return (meant, self.open(kind, self.cards(kind)[meant])) if meant else (name, None)

    def _meant(self, kind: str, reference: Scalar, taken: Collection[str]) -> str:
        """Tell that there is no such card; the id that a slip of the fingers was meant to be, or ""."""
        name = reference.text
        free = [card for card in self.cards(kind) if card not in taken]
        if odd(name) and cleaned(name) in self.cards(kind):
            self.found.append(lookalike(reference.mark, name, cleaned(name)))
            return cleaned(name)
        near = close(name, free)
        message = tr("aucune carte « {name} » dans cards/{kind}", name=name, kind=kind)
        create = tr("Créez le fichier cards/{kind}/{name}.yaml.", kind=kind, name=name)
        other = next((k for k in KINDS if k != kind and name in self.cards(k)), "")
        if other:
            create = tr("Elle est dans cards/{kind}.", kind=other)
        hint = tr("Vouliez-vous dire « {name} » ?", name=near) if near else create
        self.say(reference.mark, "card-unknown", message, hint=hint)
        return close(name, free, THE_SAME)

    def strays(self, kind: str) -> dict[str, Path]:
        """Cards of a kind that stand under a wrong name, which is told: id -> file."""
        return {stray.stem: stray.path for stray in self.astray if stray.kind in (kind, "*")}

    def open(self, kind: str, path: Path) -> Map | None:
        """A card's tree; its id must be the name of its file."""
        card = self.read(path, KINDS[kind])
        self.opened.add(path)
        stated, stem = card.get("id") if card else None, card_of(path.name)
        if card is None or not isinstance(stated, Scalar) or stated.text == stem:
            return card
        if stated.hole:
            pass
        elif odd(stated.text) and cleaned(stated.text) == stem:
            self.found.append(lookalike(stated.mark, stated.text, stem))
        else:
            message = tr("l’identifiant n’est pas le nom du fichier")
            self.say(stated.mark, "id-not-file-name", message, stem)
        return card.replaced(id=Scalar(stated.mark, stem))


def cards_in(folder: Path) -> Iterator[Path]:
    """The card files of a folder, without those of other languages."""
    return (path for path in folder.glob("*.yaml") if is_card(path.name) and path.is_file())
