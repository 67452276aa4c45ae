"""The rules of the game and all that runs without a screen."""

__version__ = "0.2.0"
