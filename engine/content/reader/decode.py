"""Bytes to text: UTF-8 only, and nothing that a person could not have typed."""

import re
from pathlib import Path

from engine.diagnostics import Diagnostic, Mark, shown
from engine.language import tr

SIZE_LIMIT = 1_000_000
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


def read_text(path: Path) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file, or None and why it cannot be read."""
    file = shown(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return None, [
            Diagnostic(
                "file-unreadable", tr("ce fichier ne peut pas être lu ({why})", why=str(error.strerror)), file
            )
        ]
    return decode(raw, file)


def decode(raw: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of some bytes, without its byte order mark, or None and why not."""
    if len(raw) > SIZE_LIMIT:
        return None, [
            Diagnostic(
                "file-too-large",
                tr("ce fichier est trop gros"),
                file,
                expected=tr("un million d’octets au plus"),
            )
        ]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:64]:
        return None, [_not_utf8(Mark(file, 1, 1), "UTF-16")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return None, [_not_utf8(Mark(file, before.count(b"\n") + 1, column), "Windows-1252")]
    return _only_printable(text, file)


def _not_utf8(mark: Mark, guess: str) -> Diagnostic:
    return Diagnostic.at(
        mark,
        "not-utf8",
        tr("ce fichier n’est pas en UTF-8"),
        expected="UTF-8",
        hint=tr(
            "Il semble être en {guess} : dans l’éditeur, « Enregistrer sous », encodage UTF-8.", guess=guess
        ),
    )


def _only_printable(text: str, file: str) -> tuple[str | None, list[Diagnostic]]:
    found = _UNPRINTABLE.search(text)
    if not found:
        return text, []
    before = text[: found.start()]
    mark = Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = tr("un caractère invisible interdit ({code})", code=f"U+{ord(found[0]):04X}")
    return None, [
        Diagnostic.at(mark, "character-forbidden", message, hint=tr("Effacez-le et retapez le mot."))
    ]
