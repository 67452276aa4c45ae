"""Print the numbers of the model into engine/README.md, between its marks."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from engine import numbers

README = Path(__file__).parent.parent / "README.md"
MARKS = "<!-- numbers -->\n", "<!-- /numbers -->\n"


def rows() -> Iterator[tuple[str, str, str]]:
    """(name, value as it is written, what it is) of every number, in the order of the file."""
    body = ast.parse(Path(numbers.__file__).read_text("utf-8")).body
    for line, after in pairwise(body):
        match line, after:
            case ast.AnnAssign(ast.Name(name), value=value), ast.Expr(ast.Constant(str(says))) if value:
                value = value.args[0] if isinstance(value, ast.Call) else value
                yield name, ast.unparse(value).strip("{}").replace("'", ""), says


def table() -> str:
    """The numbers as a table of Markdown."""
    lines = [f"| `{name}` | {value.replace('-', '−')} | {says} |" for name, value, says in rows()]
    return "\n".join(["| number | value | what it is |", "|---|---|---|", *lines]) + "\n"


def printed(text: str) -> str:
    """The README's text with the table of today. Raises ValueError where a mark is missing."""
    before, _, rest = text.partition(MARKS[0])
    _, found, after = rest.partition(MARKS[1])
    if not found:
        raise ValueError(f"no {MARKS[0].strip()} … {MARKS[1].strip()} in {README.name}")
    return before + MARKS[0] + table() + MARKS[1] + after


if __name__ == "__main__":
    README.write_text(printed(README.read_text("utf-8")), "utf-8")
