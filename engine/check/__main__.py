"""`python -m engine.check SLUG|FOLDER...`: the same as `coop check`.

With `--stamp` first, the `source:` of every stale translation is rewritten: say it once you have read the
translation again.
"""

import sys
from collections.abc import Sequence

from engine.check import run, status
from engine.check.stamp import stamp


def main(words: Sequence[str]) -> int:
    """Print what there is to say of each target; the worst exit code of all."""
    worst = 0
    for target in [word for word in words if word != "--stamp"]:
        if words[0] == "--stamp":
            print(*stamp(status(target)), sep="\n")
        text, code = run(target)
        print(text)
        worst = max(worst, code)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
