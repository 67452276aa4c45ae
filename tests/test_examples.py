"""The examples in docstrings run, and say what they say."""

import ast
import doctest
import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from engine import language
from engine.content import library

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

ROOT = Path(__file__).parent.parent
FILES = sorted([*ROOT.glob("engine/**/*.py"), *ROOT.glob("game/**/*.py")])
CODE = re.compile(r"^    \S.*(\w\(.*\)|\w = \S)")


def docstrings(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


WITH_EXAMPLES = [file for file in FILES if any(">>> " in text for text in docstrings(file))]


@pytest.mark.parametrize("file", WITH_EXAMPLES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_examples_of_a_module_say_what_happens(file: Path) -> None:
    parts = file.relative_to(ROOT).with_suffix("").parts
    module = import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    language.use("fr")
    ran = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert ran.attempted
    assert ran.failed == 0


def test_code_in_a_docstring_is_an_example_that_runs() -> None:
    idle = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in FILES
        for text in docstrings(file)
        for line in text.splitlines()
        if CODE.match(line) and not line.strip().startswith((">>> ", "... "))
    ]
    assert idle == []


def test_the_examples_of_the_engines_guide_run_one_after_the_other() -> None:
    """Fork, agent, policy: whoever programs against the engine starts from these lines."""
    guide = (ROOT / "engine" / "README.md").read_text("utf-8")
    blocks = [
        block for block in re.findall(r"```python\n(.*?)```", guide, re.S) if "distributed" not in block
    ]
    assert len(blocks) >= 2
    names: dict[str, object] = {"project": 0}
    for block in blocks:
        for line in block.split("\n"):
            if "rules.reveal(" in line:
                names["given"] = names["state"].given.copy()  # type: ignore[attr-defined]
            if "{" in line and "elue-aux-quartiers" in line:
                names["scenario"] = library.load("au-lendemain-de-la-crue").scenario
            exec(line, names)
    assert names["session"].game.table.number == 2  # type: ignore[attr-defined]
