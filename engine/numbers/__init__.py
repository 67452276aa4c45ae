"""Every number of the model that is not data, once."""

from typing import Final

from engine.fixed import from_float

LEAST_TRUST: Final = from_float(0.05)
"""Nobody is trusted less."""
LOWEST_INDICATOR: Final = 0
"""An indicator never goes below."""
HIGHEST_INDICATOR: Final = 100
"""An indicator never goes above."""
