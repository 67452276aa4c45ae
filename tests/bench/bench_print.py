"""`coop print`, from command to file, in a new process, beside the five seconds that a kit may take."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engine.content import library

ROOT = Path(__file__).parents[2]
RUNS, BEARABLE = 3, 5.0
PRINT = "import sys; from game.cli import main; sys.exit(main(sys.argv[1:]))"


def measure() -> list[tuple[str, str, str, float]]:
    """A kit, and all there is, of each shipped scenario, for 24 people."""
    rows = []
    for slug in library.slugs():
        for kind in ("kit", "all"):
            took = statistics.median(_seconds(slug, kind) for _ in range(RUNS))
            what = f"coop print {slug} --kind {kind}"
            rows.append((what, f"{took:.1f} s", f"{BEARABLE:.0f} s", took / BEARABLE))
    return rows


def _seconds(slug: str, kind: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "kit.pdf")
        asked = [sys.executable, "-c", PRINT, "print", slug, "--kind", kind, "--people", "24", "--out", out]
        began = time.perf_counter()
        subprocess.run(
            asked, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": folder}
        )
        return time.perf_counter() - began
