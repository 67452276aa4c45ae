"""The computer's clipboard, as plain text; nothing at all where there is none."""

import pygame


def get() -> str:
    """The text that was copied last, here or elsewhere."""
    try:
        return pygame.scrap.get_text()
    except (pygame.error, UnicodeDecodeError):
        return ""


def put(text: str) -> None:
    """Copy a text."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return
