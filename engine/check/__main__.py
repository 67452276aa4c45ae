"""`python -m engine.check SLUG|FOLDER...`: the same as `coop check`.

With `--stamp` first, the `source:` of every stale translation is rewritten: say it once you have read the
translation again.
"""

import sys

from engine.check import run, status
from engine.check.stamp import stamp

if __name__ == "__main__":
    worst = 0
    targets = sys.argv[1:]
    for target in targets:
        if target == "--stamp":
            continue
        if targets[0] == "--stamp":
            print(*stamp(status(target)), sep="\n")
        text, code = run(target)
        print(text)
        worst = max(worst, code)
    sys.exit(worst)
