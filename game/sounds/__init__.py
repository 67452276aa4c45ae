"""Sounds made by arithmetic: a soft bell when time is up, a small tick when something is recorded.

They are this project's own and need no file.
"""

import math
from array import array
from functools import cache

RATE = 22_050
"""Samples a second; one channel of 16 bits."""

# (frequency in hertz, loudness, seconds to fall to a third) of each partial
_PARTIALS = {
    "bell": ((523.25, 0.30, 0.75), (1046.5, 0.14, 0.50), (1567.98, 0.06, 0.35), (2793.8, 0.03, 0.18)),
    "tick": ((880.0, 0.05, 0.02), (1320.0, 0.03, 0.015)),
}
_SECONDS = {"bell": 2.4, "tick": 0.08}
_ATTACK = 0.012


@cache
def samples(name: str) -> bytes:
    """The sound of that name as signed 16-bit samples in the machine's byte order; KeyError for no sound."""
    partials = _PARTIALS[name]
    count = int(RATE * _SECONDS[name])
    wave = array("h", bytes(2 * count))
    for i in range(count):
        t = i / RATE
        rise = min(t / _ATTACK, 1.0) if name == "bell" else 1.0
        fade = min((count - i) / (RATE * 0.02), 1.0)
        value = sum(a * math.exp(-t / fall) * math.sin(2 * math.pi * f * t) for f, a, fall in partials)
        wave[i] = int(32767 * max(-1.0, min(1.0, value * rise * fade)))
    return wave.tobytes()
