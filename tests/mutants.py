"""Small faults made one by one in what people read and rely on: which of them does no test notice?

    python -m tests.mutants engine/telling game/screens --share 0.1 --seed 3

Run by `make mutants` (PART=engine/telling for one part, SHARE=0.1 for a tenth of its faults, drawn by SEED).
Long, so it is no part of `make test`. Each part has a folder of its own in .mutants/, made anew; `mutmut show
NAME` shows a fault there. Needs mutmut, and a system that can fork: not Windows.
Each fault is tried in a process in which no test has run yet: tests keep whole sessions to compare.
"""

import argparse
import contextlib
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHOWN = "playthroughs/test_golden.py::test_people_are_shown_what_was_written_down"
PARTS = {
    "engine/view": ("engine/test_view_*.py", "engine/test_audiences.py", SHOWN),
    "engine/telling": (
        "engine/test_telling*.py", "engine/test_view_[dwz]*.py", "engine/test_view_reveal.py", SHOWN,
    ),
    "engine/play": ("engine/test_phases*.py", "engine/test_play_*.py", "playthroughs/test_golden.py"),
    "engine/rules": (
        "engine/test_rules_*.py", "engine/test_board.py", "engine/test_state.py", "engine/test_effects.py",
        "playthroughs/test_golden.py",
    ),
    "game/screens": (
        "game/test_screens_*.py", "game/test_training*.py", "game/test_sheets.py", "game/test_map_places.py",
        "game/test_reading.py", "game/test_composed.py",
    ),
}  # fmt: skip
"""The parts, and the quick tests that hold each; a folder of a part can be tried alone."""
OF_THE_TEXT = ("engine/test_view_words.py::test_every_sentence_of_the_session_has_its_english",)
"""Tests that read the code itself, which is no code to read where faults are made."""
COPIED = (
    "engine",
    "game",
    "tests",
    "cards",
    "scenarios",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "install.py",
)
QUIETLY = ("-p", "no:xdist", "-p", "no:cacheprovider", "-W", "default")
SETTINGS = """
[tool.mutmut]
source_paths = ["{top}"]
only_mutate = ["{part}/*"]
also_copy = {copied}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = {options}
use_git_change_detection = false
process_isolation = "forkserver"
"""


def prepared(part: str) -> Path:
    """The folder where a part's faults are made and tried, as the project is now."""
    place = ROOT / ".mutants" / part.replace("/", "-")
    shutil.rmtree(place, ignore_errors=True)  # mutmut would go by the tests of its last run
    place.mkdir(parents=True)
    for name in COPIED:
        (place / name).symlink_to(ROOT / name)
    holding = next(held for whole, held in PARTS.items() if f"{part}/".startswith(f"{whole}/"))
    tests = [f"tests/{found}" for named in holding for found in _found(named)]
    options = [*QUIETLY, *(word for test in OF_THE_TEXT for word in ("--deselect", f"tests/{test}"))]
    settings = SETTINGS.format(
        top=part.split("/")[0],
        part=part,
        copied=json.dumps(COPIED),
        tests=json.dumps(tests),
        options=json.dumps(options),
    )
    (place / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8") + settings, "utf-8")
    return place


def _found(named: str) -> list[str]:
    """Test files by a pattern; one test by its name."""
    if "::" in named:
        return [named]
    return sorted(str(file.relative_to(ROOT / "tests")) for file in (ROOT / "tests").glob(named))


def drawn(part: str, share: float, seed: int) -> list[str]:
    """A share of a part's faults by name, drawn by lot; the same for the same seed."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    names = []
    for file in sorted((ROOT / part).rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        made = mutate_file_contents(str(file), file.read_text("utf-8"))
        names += [f"{module}.{name}" for name in made.mutant_names]
    return sorted(random.Random(seed).sample(names, round(len(names) * share)))


def main() -> int:
    """Try the faults of each part asked for, and tell those that no test noticed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", default=list(PARTS))
    asked.add_argument("--share", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--children", type=int, default=2, help="how many are tried at a time")
    options = asked.parse_args()
    for part in options.parts:
        place = prepared(part)
        with contextlib.chdir(place):  # where mutmut looks for its settings
            names = drawn(part, options.share, options.seed) if options.share < 1 else []
        mutmut = [sys.executable, "-m", "mutmut"]
        subprocess.run(
            [*mutmut, "run", "--max-children", str(options.children), *names], cwd=place, check=True
        )
        subprocess.run([*mutmut, "results"], cwd=place, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
