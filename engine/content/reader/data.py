"""A scenario to and from plain data, for a session's file: it keeps the content it was played with."""

from typing import Any

from engine.content.model import Scenario


def to_data(scenario: Scenario) -> dict[str, Any]:
    """The whole scenario as JSON-ready values, keys as designers write them."""
    return scenario.model_dump(mode="json", by_alias=True, exclude_none=True)


def from_data(data: Any) -> Scenario:
    """The scenario back. pydantic.ValidationError when the data is not one."""
    return Scenario.model_validate(data)
