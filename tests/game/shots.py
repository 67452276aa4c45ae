"""Pictures of every screen with the sample views, to look at them: python -m tests.game.shots DIR [NAME...].

Options: --size WxH, --lang fr|en, --text 1.15, --contrast, --plain, --case usual|worst|few.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")


def main(arguments: Sequence[str] | None = None) -> None:
    """Render the samples whose name begins with one of the names given (all of them otherwise)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--case", default="usual")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args(arguments)
    import pygame

    from engine import language
    from game.kit.theme import Theme
    from game.paint import Painter, canvas
    from tests.game.gallery import gallery

    language.add_catalogue("game")
    language.use(options.lang)
    width, height = (int(part) for part in options.size.split("x"))
    theme = Theme("room", options.text, options.contrast)
    painter = Painter((width, height), theme)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, compose in gallery(options.case, options.plain).items():
        if options.names and not any(name.startswith(wanted) for wanted in options.names):
            continue
        scene = compose(canvas((width, height), theme))
        for defect in scene.check():
            print(f"{name}: {defect.code}: {defect.message}")
        surface = pygame.Surface((width, height))
        painter.paint(surface, scene)
        painter.faces.finish()
        painter.paint(surface, scene)
        pygame.image.save(surface, str(options.folder / f"{name}.png"))


if __name__ == "__main__":
    main()
