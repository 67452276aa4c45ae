"""What `coop balance` measured last of each folder, kept in the user's cache: lost or damaged, it is as if
nothing had been measured."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any


def last(scenario: str, key: str) -> dict[str, Any]:
    """What was kept of a scenario (a name or folder) under a key; nothing where there is none."""
    kept = _all(scenario).get(key)
    return kept if isinstance(kept, dict) else {}


def keep(scenario: str, key: str, data: dict[str, Any]) -> None:
    """Keep it, in the place of what was; where the disk refuses, nothing is kept."""
    from game.front.settings import write_safely

    with suppress(OSError):
        write_safely(_file(scenario), json.dumps({**_all(scenario), key: data}, ensure_ascii=False))


def _all(scenario: str) -> dict[str, Any]:
    try:
        data = json.loads(_file(scenario).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _file(scenario: str) -> Path:
    from engine.content import library
    from game.front.settings import cache_folder

    folder = library.folder_of(scenario)
    name = str(folder.resolve()) if folder is not None else scenario
    return cache_folder() / "balance" / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.json"
