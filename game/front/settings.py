"""Settings kept between sessions, and the folders that the front-end writes in.

A settings file that cannot be read is as good as none: the defaults are used, and nothing stops.
"""

import ctypes
import json
import locale
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Literal

from engine.places import user_folder
from game.front.state import Settings
from game.kit.theme import TEXT_SIZES

_ALLOWED: dict[str, tuple[object, ...]] = {
    "language": ("fr", "en"),
    "text_size": TEXT_SIZES,
    "windows": (1, 2),
}


def cache_folder() -> Path:
    """Where what can be made again is kept; OSError where there is no such folder."""
    return user_folder("cache")


def log_folder() -> Path:
    """Where errors are told in full; OSError where there is no such folder."""
    return user_folder("log")


def path() -> Path:
    """The file of the settings; OSError where it cannot have a place."""
    return user_folder("config") / "settings.json"


def load(file: Path | None = None) -> Settings:
    """The settings on disk; each value that is missing or makes no sense is the default one."""
    try:
        data = json.loads((file or path()).read_text("utf-8"))
    except (OSError, ValueError):
        return first_settings()
    return merged(first_settings(), data if isinstance(data, dict) else {})


def merged(settings: Settings, data: dict[str, object]) -> Settings:
    """The settings with those values of `data` that a setting may take."""
    for entry in fields(Settings):
        if entry.name in data:
            settings = changed(settings, entry.name, data[entry.name])
    return settings


def changed(settings: Settings, name: str, value: object) -> Settings:
    """One setting replaced; an unknown name or a value it may not take changes nothing."""
    present = getattr(settings, name, None)
    if present is None:
        return settings
    if isinstance(present, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not type(present) or value not in _ALLOWED.get(name, (value,)):
        return settings
    if isinstance(value, int) and value < 0:
        return settings
    return replace(settings, **{name: value})  # type: ignore[arg-type]


def save(settings: Settings, file: Path | None = None) -> bool:
    """Write the settings; False where the disk refuses, which is no reason to stop."""
    try:
        return write_safely(file or path(), json.dumps(asdict(settings), ensure_ascii=False, indent=1))
    except OSError:
        return False


def write_safely(file: Path, text: str) -> bool:
    """Replace a file at once, never leaving half of one; False where the disk refuses."""
    beside = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        beside.replace(file)
    except OSError:
        return False
    return True


def first_settings() -> Settings:
    """Defaults in the language of the computer."""
    return Settings(language=computer_language())


def computer_language(
    environment: Mapping[str, str] = os.environ, system: Callable[[], str] | None = None
) -> Literal["fr", "en"]:
    """English where the environment or else the system speaks it, else French, the language of the game.

    `system` gives a language as "en_GB", or "" where it says nothing.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = environment.get(name, "")
        if value:
            break
    else:
        value = (system or system_language)()
    return "en" if value.lower().startswith("en") else "fr"


def system_language() -> str:
    """The language that Windows speaks to its user, for nothing in the environment says it there."""
    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    if kernel is None:
        return ""
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")
