"""Small faults made one by one in what people read and rely on: which of them does no test notice?

    python -m tests.mutants engine/telling game/screens --draw 40 --seed 3

Run by `make mutants` (PART=engine/telling for one part, DRAW=40 for so many of its faults, drawn by SEED).
No part of `make test`. Needs mutmut, which thinks of the faults, and a system that can fork: not Windows.
Each fault is tried in a process in which no test has run yet (tests keep whole sessions to compare), by those
that go through the function it is in, quickest first. No file is written: the function runs other code.
"""

import argparse
import difflib
import functools
import gc
import importlib
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).parent.parent
SHOWN = "playthroughs/test_golden.py"
PARTS = {
    "engine/view": ("engine/test_view_*.py", "engine/test_audiences.py", SHOWN),
    "engine/telling": ("engine/test_telling*.py", "engine/test_view_*.py", SHOWN),
    "engine/play": (
        "engine/test_phases*.py", "engine/test_play_*.py", "engine/test_people.py",
        "engine/test_session_undo.py", SHOWN,
    ),
    "engine/rules": (
        "engine/test_rules_*.py", "engine/test_board.py", "engine/test_state.py", "engine/test_effects.py",
        "engine/test_telling_to_you.py", SHOWN,
    ),
    "game/screens": (
        "game/test_screens_*.py", "game/test_training*.py", "game/test_sheets.py", "game/test_map_places.py",
        "game/test_reading.py", "game/test_composed.py",
    ),
}  # fmt: skip
"""The parts, and the quick tests that hold each; a folder of a part can be tried alone."""
QUIETLY = ("-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider", "-W", "default", "--no-header")
NOTICED, UNSEEN = 1, 7
MEMORY = 6 * 2**30  # bytes: a fault that never ends fills what it is given


@dataclass(frozen=True)
class Fault:
    """One fault: where it is, the code of the function with it, and the lines it changes."""

    file: str
    function: str
    code: types.CodeType
    change: str


@dataclass
class Passed:
    """What tests go through: those of each (file, function), and how long each takes, in seconds."""

    by: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


def drawn(part: str, most: int, seed: int) -> list[Fault]:
    """So many of a part's faults, drawn by lot: the same for the same seed; all of them where `most` is 0."""
    from mutmut.mutation.file_mutation import create_mutations

    thought = []
    for file in sorted((ROOT / part).rglob("*.py")):
        module, mutations, *_ = create_mutations(str(file), file.read_text("utf-8"))
        thought += [(file, module, mutation) for mutation in mutations]
    order = random.Random(seed).sample(thought, len(thought))
    made = (fault for one in order if (fault := _fault(*one)))
    return [fault for fault, _ in zip(made, range(most or len(order)), strict=False)]


def _fault(file: Path, module: Any, mutation: Any) -> Fault | None:
    """A fault that mutmut thought of; None if the function runs as it did (a default is read once)."""
    from mutmut.mutation.file_mutation import deep_replace

    function = mutation.contained_by_top_level_function
    if function is None:
        return None
    changed: Any = deep_replace(module, mutation.original_node, mutation.mutated_node)
    before, after = _functions(module.code, file), _functions(changed.code, file)
    different = [name for name in before if before[name] != after.get(name)]
    if not different:
        return None
    lines = difflib.unified_diff(module.code.splitlines(), changed.code.splitlines(), lineterm="", n=0)
    return Fault(str(file), different[0], after[different[0]], "\n".join(list(lines)[2:]))


def _functions(code: str, file: Path) -> dict[str, types.CodeType]:
    """The functions and methods of a module by their qualified names; those inside a function go with it."""
    found: dict[str, types.CodeType] = {}
    inside: list[types.CodeType] = [compile(code, str(file), "exec")]
    while inside:
        for held in inside.pop().co_consts:
            if isinstance(held, types.CodeType):
                if held.co_flags & 0x01:  # it has its own fast variables: a function, not a class
                    found[held.co_qualname] = held
                else:
                    inside.append(held)
    return found


class Trying:
    """Goes in place of pytest's own loop: the tests are found once, then run in processes of their own."""

    def __init__(self, part: str, faults: list[Fault], children: int) -> None:
        self.part, self.faults, self.children = part, faults, children
        self.unseen: list[Fault] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for file in (ROOT / self.part).rglob("*.py"):
            importlib.import_module(
                ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            )
        passed = self._passed(session.items)
        if passed.failed:
            raise pytest.UsageError(f"fail where there is no fault: {', '.join(passed.failed)}")
        print(f"{len(session.items)} tests, {sum(passed.took.values()):.0f} s", flush=True)
        running: dict[int, Fault] = {}
        for fault in self.faults:
            while len(running) >= self.children:
                self._ended(running)
            at = forked(functools.partial(_try, session.items, fault, passed))
            running[at] = fault
        while running:
            self._ended(running)
        return True

    def _ended(self, running: dict[int, Fault]) -> None:
        at, status = os.wait()
        fault = running.pop(at)
        if os.waitstatus_to_exitcode(status) == UNSEEN:
            self.unseen.append(fault)
            place = Path(fault.file).relative_to(ROOT)
            print(f"\nNo test notices, in {place}, {fault.function}:\n{fault.change}", flush=True)

    def _passed(self, items: list[pytest.Item]) -> Passed:
        with tempfile.NamedTemporaryFile() as told:
            at = forked(functools.partial(_note, items, str(ROOT / self.part), told.name))
            os.waitpid(at, 0)
            passed: Passed = pickle.loads(Path(told.name).read_bytes())
            return passed


def forked(work: Callable[[], int]) -> int:
    """Do work in a process of its own, which says nothing and leaves no file; returns its number."""
    at = os.fork()
    if at:
        return at
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    place = tempfile.mkdtemp()
    os.environ["PYTEST_DEBUG_TEMPROOT"] = place
    ended = NOTICED
    try:
        ended = work()
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os._exit(ended)


def _note(items: list[pytest.Item], part: str, told: str) -> int:
    """Note what each test goes through, and how long it takes."""
    passed = Passed()
    kept = [
        held for held in gc.get_objects()
        if isinstance(held, functools._lru_cache_wrapper) and held.__module__.startswith("tests.")
    ]  # fmt: skip
    for item in items:
        for held in kept:
            held.cache_clear()  # each test goes through all it looks at, as if it were alone
        seen: set[tuple[str, str]] = set()

        def entered(frame: types.FrameType, event: str, _: object, seen: set[tuple[str, str]] = seen) -> None:
            if event == "call" and frame.f_code.co_filename.startswith(part):
                seen.add((frame.f_code.co_filename, frame.f_code.co_qualname))

        began = time.monotonic()
        sys.setprofile(entered)
        if not _holds(item):
            passed.failed.append(item.nodeid)
        sys.setprofile(None)
        passed.took[item.nodeid] = time.monotonic() - began
        for place in seen:
            passed.by.setdefault(place, set()).add(item.nodeid)
    Path(told).write_bytes(pickle.dumps(passed))
    return 0


def _try(items: list[pytest.Item], fault: Fault, passed: Passed) -> int:
    """Run the tests that go through a faulty function until one fails."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for function in _known(fault):
        function.__code__ = fault.code
    touched = passed.by.get((fault.file, fault.function), ())
    for item in sorted(
        (item for item in items if item.nodeid in touched), key=lambda i: passed.took[i.nodeid]
    ):
        signal.alarm(10 + round(5 * passed.took[item.nodeid]))
        if not _holds(item):
            return NOTICED
    return UNSEEN


def _known(fault: Fault) -> Iterator[types.FunctionType]:
    for held in gc.get_objects():
        if isinstance(held, types.FunctionType):
            code = held.__code__
            if (code.co_filename, code.co_qualname) == (fault.file, fault.function):
                yield held


def _holds(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))


def main() -> int:
    """Try the faults of each part asked for, and tell those that no test noticed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", default=list(PARTS))
    asked.add_argument("--draw", type=int, default=0, help="how many faults of each part; all unless told")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--children", type=int, default=2, help="how many are tried at a time")
    options = asked.parse_args()
    for part in options.parts:
        faults = drawn(part, options.draw, options.seed)
        print(f"{part}: {len(faults)} faults", flush=True)
        holding = next(held for whole, held in PARTS.items() if f"{part}/".startswith(f"{whole}/"))
        tests = [str(file) for named in holding for file in sorted((ROOT / "tests").glob(named))]
        trying = Trying(part, faults, options.children)
        pytest.main([*QUIETLY, *tests], plugins=[trying])
        noticed = len(faults) - len(trying.unseen)
        print(f"\n{part}: {noticed} of {len(faults)} faults were noticed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
