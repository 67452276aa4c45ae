"""Data and a template -> pages. Nothing of the data is ever read as Typst: it comes as JSON."""

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any, Literal


class NoPressError(Exception):
    """Typst, which composes the pages, is not installed."""


def pages(template: str, data: Mapping[str, Any], form: Literal["pdf", "png"] = "pdf") -> list[bytes]:
    """A PDF (tagged, fonts embedded) alone, or a picture of each page; NoPressError without Typst."""
    made: bytes | list[bytes] = _compiler(template, data).compile(format=form, ppi=80.0)
    return [made] if isinstance(made, bytes) else made


def marked(template: str, data: Mapping[str, Any], label: str) -> list[Any]:
    """The values that the template marked with a label, such as what did not fit on its card."""
    found: list[Any] = json.loads(_compiler(template, data).query(f"<{label}>", field="value"))
    return found


def _compiler(template: str, data: Mapping[str, Any]) -> Any:
    try:
        import typst
    except ImportError as missing:
        raise NoPressError from missing
    with (
        resources.as_file(resources.files("engine.paper") / "templates") as folder,
        resources.as_file(resources.files("engine.look.fonts")) as fonts,
    ):
        return typst.Compiler(
            folder / f"{template}.typ",
            root=folder,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
            ),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
