"""The secret choices."""

from dataclasses import dataclass

from engine.play.legal import TokenCount


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The secret choices: who has confirmed; one holder's own tokens only when this audience may see."""

    confirmed: tuple[str, ...]
    waiting: tuple[str, ...]
    passed_to: str | None
    private_screen: bool
    mine: tuple[tuple[str, TokenCount], ...] | None
    left: TokenCount | None
