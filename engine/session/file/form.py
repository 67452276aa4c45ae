"""What a session file is made of: its tables, what its header says, and the chain of its rows."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

FORMAT: Final = 1
APPLICATION: Final = 0x434F4F50  # "COOP"
PAGE: Final = 4096
"""Bytes of a page, as these files are made."""
LARGEST: Final = 1 << 28  # bytes; a session is some hundred kilobytes
END_OF_TIME: Final = 32_503_680_000  # the year 3000, in seconds: some systems tell no later date
_WIDEST: Final = 1 << 26  # bytes of anything unpacked

TABLES: Final[Mapping[str, str]] = {
    "header": "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "command": "CREATE TABLE command (number INTEGER PRIMARY KEY, at REAL NOT NULL, command TEXT NOT NULL, "
    "digest TEXT NOT NULL, hash TEXT NOT NULL)",
    "snapshot": "CREATE TABLE snapshot (number INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    "spare": "CREATE TABLE spare (data BLOB NOT NULL)",
    "last": "CREATE TABLE last (one INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL, "
    "phase TEXT NOT NULL, round INTEGER NOT NULL)",
    "unsent": "CREATE TABLE unsent (one INTEGER PRIMARY KEY, data BLOB NOT NULL)",
}
"""Version 0.1.0 makes the first four, or three: `last` and `unsent` come with the first thing written."""
NEEDED: Final = frozenset(("header", "command", "snapshot"))


class JournalError(Exception):
    """A file that cannot be opened or written; `code` for programs, the sentence for a person.

    Codes: "missing", "exists", "no-home", "unreadable", "not-a-session", "newer", "in-use", "damaged-start",
    "not-saved".
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Header(NamedTuple):
    """What a session was begun with. `content` is the whole scenario as JSON, `created` in seconds.

    `identity` tells one session from every other (32 hexadecimal digits): copies of a file share it, and
    saving elsewhere keeps it. `begin` is the first command's JSON, which nothing replays without. Files of
    version 0.1.0 have neither ("").
    """

    content: str
    seed: int
    engine: str
    created: float
    identity: str = ""
    begin: str = ""


class Entry(NamedTuple):
    """One command as journalled: its JSON, and the digest of the state where a phase began (else "").

    Of one that is lost only the number is true: its `command` is "".
    """

    number: int
    at: float
    command: str
    digest: str
    hash: str


def chain(before: str, number: int, at: float, command: str, digest: str) -> str:
    """The hash of a row, which stands for all rows up to it."""
    row = json.dumps([before, number, at, command, digest], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()


def seal(lines: Mapping[str, str]) -> str:
    """The hash of all that a header says."""
    plain = json.dumps(dict(lines), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def opened(lines: Mapping[str, str]) -> dict[str, str] | None:
    """A header's lines without their seal; None where it does not fit them."""
    rest = dict(lines)
    mark = rest.pop("seal", "")
    return rest if mark == seal(rest) else None


def lines_of(header: Header) -> dict[str, str]:
    """What a header writes, its seal left out."""
    lines = {
        "content": header.content,
        "seed": str(header.seed),
        "engine": header.engine,
        "created": repr(float(header.created)),
        "format": str(FORMAT),
    }
    more = {"identity": header.identity, "begin": header.begin}
    return lines | {key: value for key, value in more.items() if value}


def header_of(lines: Mapping[str, str]) -> Header:
    """The header that those lines write; ValueError or KeyError where they mean nothing."""
    seed, created = int(lines["seed"]), float(lines["created"])
    if not (0 <= seed < 1 << 63 and 0 <= created < END_OF_TIME):
        raise ValueError("no session begins so")
    return Header(
        lines["content"], seed, lines["engine"], created, lines.get("identity", ""), lines.get("begin", "")
    )


def packed(data: Mapping[str, Any], level: int = 1) -> bytes:
    """Plain data as compressed JSON."""
    return zlib.compress(json.dumps(dict(data), ensure_ascii=False, separators=(",", ":")).encode(), level)


def unpacked(data: object) -> dict[str, Any] | None:
    """What `packed` was given; None for anything else, whatever its bytes."""
    if not isinstance(data, bytes):
        return None
    try:
        reader = zlib.decompressobj()
        plain = reader.decompress(data, _WIDEST)
        found = json.loads(plain) if reader.eof else None
    except (zlib.error, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def place(state: Mapping[str, Any]) -> tuple[str, int]:
    """Phase and round of a recorded state; ("", 0) where it says neither."""
    table = state.get("table")
    table = table if isinstance(table, dict) else {}
    phase, rounds = table.get("phase", ""), table.get("rounds", ())
    return (phase if isinstance(phase, str) else "", len(rounds) if isinstance(rounds, list) else 0)
