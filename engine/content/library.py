"""Where content is: shipped scenarios by slug, anyone's by folder."""

from functools import cache
from importlib import resources
from pathlib import Path

from engine.content.model import Term
from engine.content.reader import Glossary, Loaded, load_folder, read_glossary, read_instead, read_terms
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import current, tr


def root() -> Path:
    """The folder that holds `cards/` and `scenarios/`: beside this package, installed or not.

    They hold no Python, so asking for them as packages would find any folder of that name on the path.
    """
    return Path(str(resources.files("engine"))).parent


def slugs() -> tuple[str, ...]:
    """The shipped scenarios, sorted."""
    return tuple(sorted(path.parent.name for path in (root() / "scenarios").glob("*/scenario.yaml")))


def folder_of(target: str) -> Path | None:
    """The folder of a shipped slug, of a folder, or of a scenario.yaml; None when there is none."""
    if target in slugs():
        return root() / "scenarios" / target
    path = Path(target)
    if path.name == "scenario.yaml":
        path = path.parent
    try:
        return path if target and (path / "scenario.yaml").exists() else None
    except (OSError, ValueError):
        return None


def load(target: str | Path) -> Loaded:
    """Read a scenario by slug or folder. Never raises: see `Loaded.diagnostics`."""
    folder = folder_of(str(target))
    if folder is None:
        message = tr("aucun scénario « {target} »", target=target)
        hint = read_instead(Path(target)) or nearest(Path(target).name, slugs())
        expected = tr("un dossier avec scenario.yaml, ou : {slugs}", slugs=named(slugs()))
        return Loaded(None, (Diagnostic("scenario-unknown", message, hint=hint, expected=expected),))
    if folder.parent != root() / "scenarios":
        return load_folder(folder, root() / "cards")
    return _shipped(folder)


_read: dict[tuple[Path, str], tuple[object, Loaded]] = {}
"""Shipped scenarios that were read, in a language, and when what they are made of last changed."""
_KEPT = 8


def _shipped(folder: Path) -> Loaded:
    """A shipped scenario; one that was read already is not read again while nothing of it has changed."""
    asked = (folder, current())
    then, loaded = _read.get(asked, (None, None))
    if loaded is None or then != _changed(loaded.files):
        loaded = load_folder(folder, root() / "cards")
        if len(_read) >= _KEPT:
            _read.clear()
        _read[asked] = (_changed(loaded.files), loaded)
    return loaded


def _changed(files: tuple[Path, ...]) -> object:
    """When these files and the folders around them last changed; like nothing else where one is gone."""
    try:
        return {path: path.stat().st_mtime_ns for file in files for path in (file, *file.parents[:2])}
    except OSError:
        return object()


@cache
def glossary() -> Glossary:
    """The words shared by every scenario."""
    return read_glossary(root() / "cards")


@cache
def terms() -> tuple[tuple[Term, ...], tuple[Diagnostic, ...]]:
    """The terms of the trade shared by every scenario, and what is wrong with their file."""
    return read_terms(root() / "cards")
