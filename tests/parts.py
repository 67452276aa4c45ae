"""Every check, one after the other, whatever the others say; then one verdict. Run by `make test`."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTEST = ("-m", "pytest", "-n", "auto", "--dist", "worksteal", "--durations", "15")
"""The slowest tests are named. Each process begins with neighbouring tests, which share what they read and
play, and ends with what is left."""
PARTS = {
    "lint": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "floors": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
    "game": (*PYTEST, "tests/game"),
    "engine": (*PYTEST, "--ignore=tests/game", "--cov", "--cov-branch", "--cov-report=term:skip-covered"),
}
MEANWHILE = ("-m", "tests.engine.speeds")
"""What the last part needs and takes a minute: the compiled rules, which each of its processes would compile
for itself."""


def main() -> int:
    """Run all the parts with this Python; 0 where all passed."""
    failed = []
    ahead = subprocess.Popen(
        [sys.executable, *MEANWHILE], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for name, words in PARTS.items():
        if name == list(PARTS)[-1]:
            ahead.wait()
        print(f"\n— {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run([sys.executable, *words], cwd=ROOT).returncode
        print(f"— {name}: {'failed' if code else 'passed'} in {time.monotonic() - start:.0f} s", flush=True)
        if code:
            failed.append(name)
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    print(f"\nparts: {len(PARTS) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
