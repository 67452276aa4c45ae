"""Names of the pictograms that cards may use, and their outlines."""

from importlib import resources

NAMES = frozenset(
    [
        "health",
        "economy",
        "knowledge",
        "rights",
        "commons",
        "home",
        "garden",
        "market",
        "school",
        "sport",
        "bus",
        "river",
        "tools",
        "food",
        "meeting",
        "paper",
        "envelope",
        "child",
        "elder",
        "shop",
        "idea",
        "light",
        "money",
        "key",
        "music",
        "bike",
        "tree",
        "phone",
        "pump",
        "kitchen",
        "book",
        "legal",
        "work",
        "wall",
        "water",
        "energy",
        "calendar",
        "hand",
        "path",
        "box",
        "trash",
        "door",
        "laundry",
        "table",
        "coffee",
        "screen",
        "ear",
    ]
)


def svg(name: str, colour: str) -> str:
    """A pictogram as an SVG document in one colour ("#RRGGBB"); FileNotFoundError for an unknown one."""
    drawn = resources.files("engine.look.pictograms").joinpath(f"{name}.svg").read_text("utf-8")
    return drawn.replace("currentColor", colour)
