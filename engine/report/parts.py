"""What can be chosen of a record: its formats and its parts, by name; a command line asks for these alone."""

from typing import Final

FORMATS: Final = ("pdf", "html", "md", "xlsx", "csv", "json")
COMPARED: Final = ("xlsx", "pdf")
"""The formats of sessions side by side."""
PARTS: Final = (
    "story", "gauges", "rounds", "needs", "week", "groups", "sites", "corners", "agenda", "ballot",
    "promises", "pacts", "placings", "opinions", "participation", "people", "maps", "what_if", "missing",
    "words", "takeaways", "commitments", "followups", "names",
)  # fmt: skip
"""What can be left out; "names": the words stay, and nobody signs them."""
