"""What is asked of any picture: by the tests of all screens, and by those of real sessions."""

from functools import cache

import pygame

from game.kit import Scene
from game.kit.nodes import StampMark, Text
from game.paint.metrics import font, pixel_size

CAPITAL, SIZE = 16, 22
"""At 1920 × 1080, in real pixels: how high a capital is drawn at least, and how large type is set."""
Sizes = dict[tuple[int, str, str], float]


@cache
def capital(name: str, pixels: int) -> int:
    """How high a capital is painted, in real pixels."""
    letter: pygame.Surface = font(name, pixels).render("H", False, (0, 0, 0))
    return pygame.mask.from_surface(letter).get_bounding_rects()[0].height


def small(scene: Scene, pixels: tuple[int, int]) -> list[str]:
    """What is written too small to be read from the back of a room."""
    scale = pixels[1] / scene.size[1]
    found = []
    for node in scene.nodes:
        if not isinstance(node, Text | StampMark) or not node.text.strip():
            continue
        fonts = {run.font for run in node.runs} if isinstance(node, Text) else {node.font}
        high = min(capital(name, pixel_size(node.size, scale)) for name in fonts)
        if node.size < SIZE or high < int(CAPITAL * scale):
            found.append(f"« {node.text} » in {node.size:.1f}, capitals {high} pixels high")
    return found


def sizes(scene: Scene) -> Sizes:
    """The least size of each role of text, and of each line in that role."""
    found: Sizes = {}
    for node in scene.nodes:
        if isinstance(node, Text | StampMark):
            role = node.role if isinstance(node, Text) else "stamp"
            for words in ("", node.text):
                key = (node.layer, role, words)
                found[key] = min(node.size, found.get(key, node.size))
    return found


def shrunk(before: Sizes, after: Sizes) -> list[str]:
    """What is smaller than it was, though people asked for larger text. Type is tightened by steps of a
    twentieth: what larger words push into another step may lose that, and nothing more."""
    return [
        f"{role} « {words} » {before[layer, role, words]:.1f} → {size:.1f}"
        for (layer, role, words), size in after.items()
        if size < 0.95 * before.get((layer, role, words), 0.0)
    ]


def missed(scene: Scene) -> list[str]:
    """Controls that Tab does not come to, once round, and those that do not say what they do."""
    reached: set[str] = set()
    turned = scene.tab()
    while turned.focus and turned.focus not in reached:
        reached.add(turned.focus)
        turned = turned.tab()
    controls = scene.controls()
    astray = reached ^ {c.id for c in controls if not c.unseen}
    return [f"Tab and {name}" for name in sorted(astray)] + [
        f"{c.id} says nothing" for c in controls if not c.label.strip()
    ]
