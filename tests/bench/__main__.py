"""Print every measure: `python -m tests.bench [NAME...]`, where NAME is that of a file without `bench_`."""

import importlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

Row = tuple[str, str, str, float]


def main(names: Sequence[str]) -> None:
    """Run the benches named, or all."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    files = sorted(Path(__file__).parent.glob("bench_*.py"))
    print(f"{'what':<62} {'ours':>18} {'reference':>18} {'ratio':>9}")
    for file in files:
        name = file.stem.removeprefix("bench_")
        if names and name not in names:
            continue
        began = time.perf_counter()
        for what, ours, reference, ratio in importlib.import_module(f"tests.bench.{file.stem}").measure():
            print(f"{what:<62} {_shown(ours):>18} {_shown(reference):>18} {ratio:>9.2f}", flush=True)
        print(f"  ({name}: {time.perf_counter() - began:.0f} s)", flush=True)


def _shown(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main(sys.argv[1:])
