"""Files that nobody reads: another ending, another folder, a translation of nothing.

A designer who wrote a file believes it is played. Each is told, with the name under which it would be read.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from engine.diagnostics import Diagnostic, Severity, nearest, shown
from engine.language import tr

KINDS = ("characters", "projects", "situations", "debates")
_AT_TOP = ("scenario.yaml", "briefing.yaml")
_IN_CARDS = ("glossary.yaml", "terms.yaml")
_FRENCH = {
    "personnages": "characters", "chantiers": "projects", "projets": "projects", "debats": "debates",
    "débats": "debates", "personnage": "characters", "chantier": "projects", "projet": "projects",
    "débat": "debates", "debat": "debates", "cartes": "cards",
}  # fmt: skip
_LEFT_ALONE = {".md", ".png", ".jpg", ".jpeg", ".svg", ".pdf", ".webp", ".odt", ".docx", ".ods", ".xlsx"}
_CONTENT = re.compile(r"(?P<stem>.+?)(?P<english>\.en)?(?P<ending>\.ya?ml)(?P<more>\.txt)?", re.IGNORECASE)
MOST = 400
"""How many files of a folder are looked at: what holds more is no scenario's folder."""


class Stray(NamedTuple):
    """A file that is not read; `kind` and `stem` say which card it would be under its right name."""

    told: Diagnostic
    path: Path
    kind: str = ""
    stem: str = ""


def strays(folder: Path) -> list[Stray]:
    """Every file of a scenario's folder that is not read, a folder under a wrong name told once."""
    found = [*_misnamed(folder, _AT_TOP), *_wrong_folders(folder, ("cards",), KINDS)]
    return [*found, *card_strays(folder / "cards")]


def card_strays(cards: Path) -> list[Stray]:
    """The same of a folder of cards."""
    found = [*_misnamed(cards, _IN_CARDS), *_wrong_folders(cards, KINDS, ())]
    for kind in KINDS:
        found += _of_kind(cards / kind, kind)
    return found


def read_instead(folder: Path) -> str:
    """What stands in a folder in place of a `scenario.yaml`, as a hint; "" when nothing looks like it."""
    for path in _files(folder):
        if _plain(path.name) == "scenario.yaml":
            return tr("« {file} » est là : renommez-le en scenario.yaml.", file=path.name)
    inside = next((path for path in _folders(folder) if (path / "scenario.yaml").exists()), None)
    if inside is not None:
        return tr("Il y en a un plus bas : {folder}", folder=shown(inside))
    return ""


def _files(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.is_file() and not path.name.endswith("~")]


def _folders(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.is_dir()]


def _listed(folder: Path) -> list[Path]:
    try:
        listed = [path for _, path in zip(range(MOST), folder.iterdir(), strict=False)]
    except OSError:
        return []
    return sorted(path for path in listed if not path.name.startswith("."))


def _plain(name: str) -> str:
    """A file's name as it would be read: small letters, `.yaml`, no `.txt` behind, no number of a copy."""
    name = re.sub(r" ?\(\d+\)| - (copie|copy)| copie| copy", "", name.strip().lower())
    return re.sub(r"\.ya?ml(\.txt)?$", ".yaml", name)


def card_of(name: str) -> str:
    """The card that a file holds, by the name it has or should have."""
    return re.sub(r"(\.en)?\.yaml$", "", _plain(name))


def is_card(name: str) -> bool:
    """Whether a file of a folder of cards is read as one by its name."""
    return _plain(name) == name and name.endswith(".yaml") and "." not in name.removesuffix(".yaml")


def _misnamed(folder: Path, names: tuple[str, ...]) -> Iterator[Stray]:
    """Files right in a folder that look like content and are not what is read there."""
    read = {*names, *(name.replace(".yaml", ".en.yaml") for name in names)}
    files = _files(folder)
    here = {path.name for path in files}
    for path in files:
        plain = _plain(path.name)
        if path.name in read:
            original = path.name.replace(".en.yaml", ".yaml")
            if original not in here and original != "scenario.yaml":
                yield Stray(_orphan(path, original, []), path)
        elif plain in read:
            yield Stray(_ignored(path, tr("Renommez-le en « {name} ».", name=plain)), path)
        elif _CONTENT.fullmatch(path.name):
            wanted = tr("Une carte se met dans cards/, dans le dossier de sa sorte : projects, characters…")
            yield Stray(_ignored(path, nearest(plain, read) or wanted), path, "*", card_of(path.name))


def _wrong_folders(folder: Path, right: tuple[str, ...], elsewhere: tuple[str, ...]) -> Iterator[Stray]:
    """Folders whose name is nearly one of those read, or that stand outside `cards`."""
    for path in _folders(folder):
        meant = _folder_meant(path.name, right) or ("cards/" + path.name if path.name in elsewhere else "")
        if path.name in right or not meant:
            continue
        inside = [file for file in path.rglob("*.y*ml") if _CONTENT.fullmatch(file.name)][:MOST]
        if not inside:
            continue
        told = Diagnostic(
            "file-ignored",
            tr("ce dossier n’est pas lu"),
            shown(path),
            expected=meant,
            hint=tr("Renommez-le, ou déplacez ses fichiers."),
        )
        kind = meant.removeprefix("cards/")
        for file in inside:
            own = kind if kind in KINDS else file.parent.name
            yield Stray(told, file, own, card_of(file.name))


def _folder_meant(name: str, right: tuple[str, ...]) -> str:
    lowered = _FRENCH.get(name.lower(), name.lower())
    for known in right:
        if lowered in (known, known.removesuffix("s")) or _FRENCH.get(lowered.rstrip("s")) == known:
            return known
    return ""


def _of_kind(folder: Path, kind: str) -> Iterator[Stray]:
    """Files of a folder of cards that are no cards, and translations without their French."""
    files = _files(folder)
    originals = {path.name for path in files}
    for path in files:
        found = _CONTENT.fullmatch(path.name)
        plain = _plain(path.name)
        if path.suffix.lower() in _LEFT_ALONE or (
            found and plain == path.name and "." not in card_of(path.name)
        ):
            if plain.endswith(".en.yaml") and plain.replace(".en.yaml", ".yaml") not in originals:
                yield Stray(_orphan(path, plain.replace(".en.yaml", ".yaml"), originals), path)
        elif found and plain != path.name and plain not in originals:
            yield Stray(
                _ignored(path, tr("Renommez-le en « {name} ».", name=plain)), path, kind, card_of(path.name)
            )
        elif found and "." in card_of(path.name):
            yield Stray(_ignored(path, tr("La seule traduction lue est l’anglais : « .en.yaml ».")), path)
        else:
            hint = tr("Une carte est un fichier « .yaml » : renommez celui-ci, ou rangez-le ailleurs.")
            yield Stray(_ignored(path, hint, advice=not found), path)
    for inside in _folders(folder):
        for path in inside.rglob("*.y*ml"):
            hint = tr("Déplacez-le dans cards/{kind}.", kind=kind)
            yield Stray(_ignored(path, hint), path, kind, card_of(path.name))


def _ignored(path: Path, hint: str, advice: bool = False) -> Diagnostic:
    severity: Severity = "advice" if advice else "error"
    return Diagnostic(
        "file-ignored", tr("ce fichier n’est pas lu"), shown(path), hint=hint, severity=severity
    )


def _orphan(path: Path, original: str, names: Collection[str]) -> Diagnostic:
    message = tr("cette traduction n’est pas lue : « {name} » n’est pas à côté", name=original)
    others = [name for name in names if not name.endswith(".en.yaml")]
    return Diagnostic("file-ignored", message, shown(path), hint=nearest(original, others))
