"""Print the table of keys into game/README.md and game/README.en.md, between their marks."""

from pathlib import Path

from engine import language
from engine.language import tr, using
from game.front.keys import written
from game.front.keys.binding import Binding
from game.front.keys.program import FOCUSED, LED, PROGRAM
from game.front.keys.table import TABLE

GUIDES = {
    "fr": Path(__file__).parents[2] / "README.md",
    "en": Path(__file__).parents[2] / "README.en.md",
}
"""The facilitators' guides, by language."""
TABLES = ("everywhere", "room", "console")


def rows(table: str) -> list[tuple[str, str, str]]:
    """(keys, where, what they do) of one of the guide's tables, in the language of now."""
    found: list[Binding] = [binding for binding in (*TABLE, *PROGRAM) if binding.table == table]
    told = [(written(one.keys), one.place() if one.place is not None else "", one.does()) for one in found]
    if table == "everywhere":
        told += [(name(), "", one.does()) for one, name in zip(FOCUSED, LED, strict=True)]
    return told


def markdown(table: str) -> str:
    """One of them as a table of Markdown."""
    head = (tr("touche"), tr("où"), tr("effet"))
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * 3, *rows(table))]
    return "\n".join(lines) + "\n"


def printed(text: str) -> str:
    """The guide's text with the keys of today. Raises ValueError where a mark is missing."""
    for table in TABLES:
        first, last = f"<!-- keys: {table} -->\n", "<!-- /keys -->\n"
        before, found, rest = text.partition(first)
        _, closed, after = rest.partition(last)
        if not found or not closed:
            raise ValueError(f"no {first.strip()} … {last.strip()} in the guide")
        text = before + first + markdown(table) + last + after
    return text


if __name__ == "__main__":
    language.add_catalogue("game")
    for spoken, guide in GUIDES.items():
        with using(spoken):
            guide.write_text(printed(guide.read_text("utf-8")), "utf-8")
