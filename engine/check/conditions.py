"""What the condition of an ending can be true of: values between bounds, for one duration.

A condition is worked out into boxes: each holds when every value in it lies between its bounds. No box: it is
never true. A box inside one box of an earlier ending: that ending takes it.
"""

from collections.abc import Mapping

from engine.content.model import Condition, Duration, Scenario

Box = Mapping[str, tuple[int, int]]
"""Name of a gauge, "mutual_trust" or "promises_kept" -> the least and the most it may be, both included."""
_WHOLE = (0, 100)
_BOXES = 64


def boxes(condition: Condition | None, scenario: Scenario, duration: Duration) -> list[Box]:
    """The boxes of a condition; one without bounds where there is none; [] when it is never true."""
    if condition is None:
        return [{}]
    if condition.any is not None:
        return [box for part in condition.any for box in boxes(part, scenario, duration)][:_BOXES]
    if condition.every is not None:
        whole: list[Box] = [{}]
        for part in condition.every:
            parts = boxes(part, scenario, duration)
            whole = [both for one in whole for other in parts if (both := _both(one, other)) is not None]
        return whole[:_BOXES]
    name, least, most = _bounds(condition, scenario, duration)
    least, most = max(least, 0), min(most, 100)
    if least > most:
        return []
    return [{name: (least, most)} if (least, most) != _WHOLE else {}]


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
    if condition.indicator is None:
        if condition.mutual_trust is not None:
            return "mutual_trust", condition.mutual_trust, 100
        return "promises_kept", condition.promises_kept or 0, 100
    gauge = scenario.indicators.get(condition.indicator)
    if condition.rose_by is not None:
        return condition.indicator, (gauge.start if gauge else 0) + at(condition.rose_by, duration, 0), 100
    if condition.at_least is not None:
        return condition.indicator, at(condition.at_least, duration, 0), 100
    return condition.indicator, 0, at(condition.below, duration, 101) - 1


def at(number: int | Mapping[Duration, int] | None, duration: Duration, otherwise: int) -> int:
    """A number for a duration; `otherwise` where it has none, which another rule tells."""
    if isinstance(number, Mapping):
        return number.get(duration, otherwise)
    return otherwise if number is None else number
