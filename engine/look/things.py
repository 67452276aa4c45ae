"""What a neighbourhood's drawing is composed of: the things that a scenario may name, and how large each is.

Lengths are units of the drawing: a house of two storeys is some 150 of them high.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Row = Literal["house", "room", "yard", "along", "water"]
"""Where things stand: the street behind, rooms on the ground floor before it, the ground in front; along the
whole foreground; in the water."""
Shows = Literal["gauge", "project", "clock"]
Setting = Literal["street", "river", "residence"]
Standing = Literal["absent", "under_way", "standing", "lapsed"]


class Thing(NamedTuple):
    """A thing of the vocabulary: its row, its size, what it may show, and what designers are told of it."""

    row: Row
    w: int
    h: int
    shows: tuple[Shows, ...]
    said: str


_BOTH: Final[tuple[Shows, ...]] = ("gauge", "project")
_PROJECT: Final[tuple[Shows, ...]] = ("project",)
_GAUGE: Final[tuple[Shows, ...]] = ("gauge",)

THINGS: Mapping[str, Thing] = MappingProxyType({
    "homes": Thing("house", 150, 206, _BOTH, "un immeuble, ses fenêtres"),
    "clinic": Thing("house", 172, 150, _BOTH, "une maison de santé, sa croix"),
    "school": Thing("house", 196, 158, _BOTH, "une école, son horloge"),
    "library": Thing("house", 164, 150, _BOTH, "une médiathèque, ses livres"),
    "hall": Thing("house", 176, 178, _BOTH, "une maison commune, son perron et son drapeau"),
    "workshop": Thing("house", 184, 140, _BOTH, "un atelier, son toit en dents de scie"),
    "shops": Thing("house", 190, 132, _BOTH, "des boutiques, leurs stores"),
    "shop": Thing("room", 132, 104, _PROJECT, "une vitrine"),
    "cafe": Thing("room", 150, 104, _PROJECT, "un café, sa terrasse"),
    "kitchen": Thing("room", 140, 104, _PROJECT, "une cuisine, une marmite qui fume"),
    "laundry": Thing("room", 140, 104, _PROJECT, "une laverie, ses machines"),
    "study": Thing("room", 132, 104, _PROJECT, "une salle calme, des livres et une lampe"),
    "counter": Thing("room", 132, 104, _PROJECT, "un guichet, quelqu’un qui reçoit"),
    "club": Thing("room", 140, 104, _PROJECT, "un local, de la musique"),
    "door": Thing("room", 116, 104, _PROJECT, "une entrée, sa porte ouverte"),
    "garden": Thing("yard", 168, 84, _PROJECT, "un jardin, ses carrés et sa cabane"),
    "market": Thing("yard", 176, 88, _PROJECT, "un marché, ses étals"),
    "pitch": Thing("yard", 170, 104, _PROJECT, "un terrain de sport, ses projecteurs"),
    "bikes": Thing("yard", 140, 62, _PROJECT, "des vélos"),
    "bus": Thing("yard", 162, 78, _PROJECT, "une navette, son arrêt"),
    "table": Thing("yard", 168, 66, _PROJECT, "une grande table, des gens autour"),
    "playground": Thing("yard", 148, 86, _PROJECT, "des jeux d’enfants"),
    "board": Thing("yard", 96, 78, _PROJECT, "un panneau d’affichage"),
    "pump": Thing("yard", 130, 62, _PROJECT, "une pompe, son tuyau"),
    "memorial": Thing("yard", 84, 92, _PROJECT, "un repère de mémoire"),
    "shelter": Thing("yard", 146, 82, _PROJECT, "un abri, son banc"),
    "shed": Thing("yard", 112, 84, _PROJECT, "une remise, ses outils"),
    "tree": Thing("yard", 124, 118, _PROJECT, "un grand arbre"),
    "kiosk": Thing("yard", 128, 112, _PROJECT, "un kiosque, des fanions"),
    "billboard": Thing("yard", 132, 116, ("clock",), "une affiche, collée bande après bande"),
    "people": Thing("along", 0, 56, _GAUGE, "des gens, de plus en plus"),
    "trees": Thing("along", 0, 104, _GAUGE, "des arbres, de plus en plus verts"),
    "lamps": Thing("along", 0, 108, _GAUGE, "des lampes, de plus en plus allumées"),
    "dyke": Thing("water", 0, 44, _PROJECT, "une digue, sa promenade"),
    "river": Thing("water", 0, 60, ("clock",), "la rivière, qui monte"),
})  # fmt: skip
"""Name -> thing. One that is 0 wide takes the whole width."""

SETTINGS: Mapping[Setting, str] = MappingProxyType(
    {"street": "une rue", "river": "une rue au bord de l’eau", "residence": "un immeuble et sa cour"}
)
LEVELS: Final = 4
"""The highest level of a thing: how much of it is built, lit, or there."""


class Shown(NamedTuple):
    """A thing as it stands. `id` says what it shows ("project.jardin-partage"), `kind` is its name above,
    `level` (0 to 4) how much of it there is; `fresh` says that the last reveal changed it."""

    id: str
    kind: str
    state: Standing
    level: int
    fresh: bool = False


class Neighbourhood(NamedTuple):
    """A drawing as data: always of the same things in the same order; `light` (0 to 4) is how lively
    the whole is."""

    setting: Setting
    things: tuple[Shown, ...] = ()
    light: int = 1


PLAIN: Final = Neighbourhood("street")
"""A street, and nothing in it."""


def that_show(what: Shows) -> tuple[str, ...]:
    """The things that may show a gauge, a project or a clock."""
    return tuple(name for name, thing in THINGS.items() if what in thing.shows)
