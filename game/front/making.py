"""What is made in the background, to be printed or taken home: what is asked for, and how far it has come."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from engine.content.model import Duration


@dataclass(frozen=True, slots=True)
class Kit:
    """What a session needs on paper. `scenario` is its id, as the first screens list it; `held`: ids of the
    characters that somebody holds; `kind` and `size` as in `engine.paper`; `large`: type of 18 points.
    """

    scenario: str
    duration: Duration
    people: int
    held: tuple[str, ...]
    kind: Literal["kit", "all"] = "kit"
    size: Literal["A4", "A3"] = "A4"
    large: bool = False
    language: str = "fr"
    easy: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """The record of a session's file, without the parts `left_out` (see `engine.report.parts`); `what_if`,
    an `engine.debrief.types.WhatIfResult`, is what was last computed at its Bilan: the file does not keep it.
    """

    file: Path
    left_out: tuple[str, ...] = ()
    language: str = "fr"
    easy: bool = False
    what_if: Any = None


Job = Kit | Account


@dataclass(frozen=True, slots=True)
class Making:
    """How far it has come: `done` steps of `total`, and a sentence. Once it is over, there is a `folder` in
    which it is, or it has `failed` and the sentence says why.
    """

    job: Job
    done: int = 0
    total: int = 1
    said: str = ""
    folder: Path | None = None
    failed: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more is to come."""
        return self.failed or self.folder is not None
