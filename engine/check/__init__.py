"""Advice on a scenario: everything that reading alone does not see.

`run` is what `coop check` calls. Each rule is a file of its own with a function `look(loaded, scenario)`
that yields diagnostics.
"""

from engine.check.runner import run, stamped, status

__all__ = ["run", "stamped", "status"]
