"""Bytes to text: UTF-8 only, and nothing that a person could not have typed."""

from pathlib import Path

from engine.content.reader.characters import HIDDEN, hidden
from engine.diagnostics import Diagnostic, Mark, shown
from engine.language import tr

SIZE_LIMIT = 1_000_000


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
    """The text of some bytes, without its byte order mark and what nobody sees, or None; what is wrong."""
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
    return _without_hidden(text, file)


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


def _without_hidden(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    """The text without what nobody sees, so that the rest can be judged; told once a line."""
    if not HIDDEN.search(text):
        return text, []
    lines = enumerate(text.split("\n"), 1)
    seen = ((number, HIDDEN.search(line)) for number, line in lines)
    found = [hidden(Mark(file, number, sign.start() + 1), sign[0]) for number, sign in seen if sign]
    return HIDDEN.sub("", text), found
