"""The terms of the trade that every scenario shares, as they were read before: a session comes back without
reading YAML."""

import json
from functools import cache
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from engine.content.model import Term
from engine.places import user_folder

_NAMES = ("terms.yaml", "terms.en.yaml")


@cache
def terms() -> tuple[Term, ...]:
    """The terms, without what is wrong with their file (see `library.terms`)."""
    stamp = _stamp()
    known = _kept(stamp)
    if known is None:
        from engine.content import library

        known = library.terms()[0]
        _keep(stamp, known)
    return known


def _stamp() -> list[list[int]]:
    """Changes whenever a file of terms does."""
    cards = Path(str(resources.files("engine"))).parent / "cards"
    seen = [(cards / name).stat() for name in _NAMES]
    return [[one.st_mtime_ns, one.st_size] for one in seen]


def _kept(stamp: list[list[int]]) -> tuple[Term, ...] | None:
    """What was kept of these very files; None where nothing was, or where it is of no use."""
    try:
        data = json.loads((user_folder("cache") / "terms.json").read_text("utf-8"))
        if data["stamp"] == stamp:
            return tuple(Term.model_validate(one) for one in data["terms"])
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        pass
    return None


def _keep(stamp: list[list[int]], known: tuple[Term, ...]) -> None:
    """Keep them for the next time, as far as the disk allows: half of a file is never left."""
    data = {"stamp": stamp, "terms": [term.model_dump(mode="json", exclude_none=True) for term in known]}
    try:
        file = user_folder("cache") / "terms.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(file.name + ".new")
        beside.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        beside.replace(file)
    except OSError:
        pass
