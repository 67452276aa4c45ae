"""The session file, and the folder where sessions are kept."""

from engine.session.file.folder import Found, folder, fresh, resumables
from engine.session.file.store import FORMAT, Entry, Header, Journal, JournalError

__all__ = [
    "FORMAT", "Entry", "Found", "Header", "Journal", "JournalError", "folder", "fresh", "resumables",
]  # fmt: skip
