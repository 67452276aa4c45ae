"""What a condition can be true of: values between bounds, for one duration.

A condition is worked out into boxes: each holds when every value in it lies between its bounds. No box: it is
never true. A box inside one box of an earlier ending: that ending takes it.
"""

from collections.abc import Iterator, Mapping

from engine.content.model import SEVERAL, SHARES, Condition, Duration, Scenario

Path = tuple[str | int, ...]
Box = Mapping[str, tuple[int, int]]
"""Name of a gauge, of a measure or of something that happens -> the least and the most it may be, both
included; what happens is 1 or more, what does not is 0."""
_EVENTS = ("completed", "lapsed", "lifted", "goal", "flag", "clock", "elected", "counted_by")
COUNTED = (
    "goals", "heard", "awake", "autonomous", "hoardings", "faithful", "bridges", "funded", "served",
)  # fmt: skip
"""What a condition counts, one by one, at least so many."""
_WHOLE = (0, 100)
_BOXES = 64


def every_condition(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a scenario, and of those that it is made of, and where it is written."""
    for i, ending in enumerate(scenario.endings):
        yield from _within(("endings", i, "when"), ending.when)
    for i, situation in enumerate(scenario.situations):
        yield from _within(("situations", i, "when"), situation.when)
    for i, clock in enumerate(scenario.clocks):
        for j, tick in enumerate(clock.ticks):
            yield from _within(("clocks", i, "ticks", j, "when"), tick.when)
    for i, member in enumerate(scenario.cast):
        if member.leaves is not None:
            yield from _within(("cast", i, "leaves", "unless"), member.leaves.unless)


def _within(path: Path, condition: Condition | None) -> Iterator[tuple[Path, Condition]]:
    if condition is not None:
        yield path, condition
        for key, i, part in condition.parts:
            yield from _within((*path, key, i), part)


def boxes(condition: Condition | None, scenario: Scenario, duration: Duration) -> list[Box]:
    """The boxes of a condition; one without bounds where there is none; [] when it is never true."""
    return [{}] if condition is None else _boxes(condition, scenario, duration, true=True)


def _boxes(condition: Condition, scenario: Scenario, duration: Duration, true: bool) -> list[Box]:
    """The boxes in which a condition is true, or false."""
    key = next((key for key in SEVERAL if getattr(condition, key) is not None), None)
    if key is None:
        return _simple(condition, scenario, duration, true)
    holds = true != (key == "none")  # what its parts have to be
    parts = [_boxes(part, scenario, duration, holds) for _, _, part in condition.parts]
    together = true == (key != "any")  # all of them, or one
    if not together:
        return [box for part in parts for box in part][:_BOXES]
    whole: list[Box] = [{}]
    for part in parts:
        whole = [both for one in whole for other in part if (both := _both(one, other)) is not None]
    return whole[:_BOXES]


def _simple(condition: Condition, scenario: Scenario, duration: Duration, true: bool) -> list[Box]:
    name, least, most = _bounds(condition, scenario, duration)
    least, most = max(least, 0), min(most, 100)
    ranges = [(least, most)] if true else [(0, least - 1), (most + 1, 100)]
    return [{name: pair} if pair != _WHOLE else {} for pair in ranges if pair[0] <= pair[1]]


def inside(box: Box, wider: Box) -> bool:
    """Whether whatever lies in a box lies in the other too."""
    return all(
        low <= box.get(name, _WHOLE)[0] and box.get(name, _WHOLE)[1] <= high
        for name, (low, high) in wider.items()
    )


def _both(one: Box, other: Box) -> Box | None:
    met = dict(one)
    for name, (low, high) in other.items():
        least, most = met.get(name, _WHOLE)
        met[name] = (max(low, least), min(high, most))
        if met[name][0] > met[name][1]:
            return None
    return met


def _bounds(condition: Condition, scenario: Scenario, duration: Duration) -> tuple[str, int, int]:
    """What a condition looks at, and between what it has to be; of what happens or not, 1 or more."""
    if condition.indicator is not None:
        return _gauge_bounds(condition, condition.indicator, scenario, duration)
    for name in (*SHARES, *COUNTED):
        least = getattr(condition, name)
        if least is not None:
            return name, at(least, duration, 0), 100
    key = next(key for key in _EVENTS if getattr(condition, key) is not None)
    return f"{key} {getattr(condition, key)}", 1, 100


def _gauge_bounds(
    condition: Condition, gauge: str, scenario: Scenario, duration: Duration
) -> tuple[str, int, int]:
    if condition.rose_by is not None:
        start = scenario.indicators[gauge].start if gauge in scenario.indicators else 0
        return gauge, start + at(condition.rose_by, duration, 0), 100
    if condition.at_least is not None:
        return gauge, at(condition.at_least, duration, 0), 100
    return gauge, 0, at(condition.below, duration, 101) - 1


def at(number: int | Mapping[Duration, int] | None, duration: Duration, otherwise: int) -> int:
    """A number for a duration; `otherwise` where it has none, which another rule tells."""
    if isinstance(number, Mapping):
        return number.get(duration, otherwise)
    return otherwise if number is None else number
