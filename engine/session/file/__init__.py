"""The session file, and the folder where sessions are kept."""

from engine.session.file.folder import Found, folder, free, fresh, look, resumables
from engine.session.file.form import FORMAT, Entry, Header, JournalError
from engine.session.file.making import Row, tidy
from engine.session.file.store import Journal

__all__ = [
    "FORMAT", "Entry", "Found", "Header", "Journal", "JournalError", "Row", "folder", "free",
    "fresh", "look",
    "resumables", "tidy",
]  # fmt: skip
