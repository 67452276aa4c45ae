"""What several verbs take: windows, sizes, seeds, and the verb that does as much in text."""

import argparse
import re
import shlex

from engine.language import tr


def window_options(described: argparse.ArgumentParser) -> None:
    """The options of every verb that opens windows."""
    described.add_argument(
        "--windows", type=int, choices=(1, 2), help=tr("une fenêtre, ou deux avec la console")
    )
    described.add_argument(
        "--size", type=size, metavar=tr("LxH"), help=tr("taille de la fenêtre, comme 1280x720")
    )


def seed(text: str) -> int:
    """A seed from 0 to 2**63 - 1."""
    value = int(text)
    if not 0 <= value < 2**63:
        raise ValueError(text)
    return value


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels, as "1280x720"."""
    match = re.fullmatch(r"(\d{2,5})[x×](\d{2,5})", text.strip().lower())
    if not match:
        raise ValueError(text)
    width, height = int(match[1]), int(match[2])
    if not (320 <= width <= 7680 and 180 <= height <= 4320):
        raise argparse.ArgumentTypeError(tr("de 320x180 à 7680x4320, pas {text}", text=text))
    return width, height


def in_text(scenario: str) -> str:
    """The command that writes a demonstration of a scenario where no window can open."""
    return f"coop demo {shlex.quote(scenario)} --headless"


def speed(text: str) -> float:
    """A positive factor."""
    value = float(text.replace(",", "."))
    if not 0.05 <= value <= 1000:
        raise ValueError(text)
    return value
