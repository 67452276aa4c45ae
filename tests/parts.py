"""Every check, one after the other, whatever the others say; then one verdict. Run by `make test`."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTEST = ("-m", "pytest", "-n", "auto")
PARTS = {
    "lint": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "floors": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
    "engine": (*PYTEST, "--ignore=tests/game", "--cov", "--cov-branch", "--cov-report=term:skip-covered"),
    "game": (*PYTEST, "tests/game"),
}


def main() -> int:
    """Run all the parts with this Python; 0 where all passed."""
    failed = []
    for name, words in PARTS.items():
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
