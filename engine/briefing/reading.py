"""A briefing's folder to a `Briefing`: `briefing.yaml`, its English beside it, and what the drawings make of
it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.briefing.diagrams import KINDS, flaws
from engine.content.library import root
from engine.content.model import SIDES, Briefing
from engine.content.reader.nodes import Map, node_at
from engine.content.reader.scenario import judge
from engine.content.reader.shelf import Shelf
from engine.diagnostics import Diagnostic, Mark, in_order, named, nearest
from engine.language import ntr, tr

NAME = "briefing"
"""What the shipped one is called wherever a scenario's name may be given."""
IDEA_WORDS = 25
ON_A_SIDE = 8
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True)
class LoadedBriefing:
    """What reading gave: the briefing if it can be shown, every defect met; `rest` is what could be read of
    one with defects. `tree` keeps where each value was written: see `where`."""

    briefing: Briefing | None
    diagnostics: tuple[Diagnostic, ...]
    rest: Briefing | None = None
    tree: Map | None = None

    def where(self, *path: str | int) -> Mark:
        """The place of a value by its path ("panels", 0, "idea"), or the nearest above it."""
        return node_at(self.tree, path)[0].mark if self.tree else Mark()


def folder_of(target: str | Path) -> Path | None:
    """The folder of the shipped briefing ("briefing"), or of anyone's by its folder or its file; None where a
    scenario stands there, or nothing."""
    if str(target) == NAME:
        return root() / NAME
    path = Path(target)
    path = path.parent if path.name == "briefing.yaml" else path
    try:
        alone = (path / "briefing.yaml").exists() and not (path / "scenario.yaml").exists()
    except (OSError, ValueError):
        return None
    return path if alone else None


def load(folder: Path) -> LoadedBriefing:
    """Read a briefing. Never raises for what is written in it: see the diagnostics."""
    shelf = Shelf()
    tree = shelf.read(folder / "briefing.yaml", Briefing)
    if tree is None:
        return LoadedBriefing(None, in_order(shelf.found))
    shelf.say_untranslated(each=True)
    briefing, found = judge(tree, Briefing)
    read = LoadedBriefing(None, (), briefing, tree)
    if briefing is not None:
        found += _faults(read, briefing)
    sound = not any(one.severity == "error" for one in [*shelf.found, *found])
    return LoadedBriefing(briefing if sound else None, in_order([*shelf.found, *found]), briefing, tree)


@cache
def shipped() -> Briefing:
    """The briefing that comes with the game; ValueError when it is damaged, which a test holds it from
    being."""
    loaded = load(root() / NAME)
    if loaded.briefing is None:
        raise ValueError(loaded.diagnostics[0].message)
    return loaded.briefing


def _faults(loaded: LoadedBriefing, briefing: Briefing) -> Iterator[Diagnostic]:
    """What one key alone cannot see: names, sides, ideas too long, data that a kind cannot draw."""
    yield from _names(loaded, briefing)
    for n, panel in enumerate(briefing.panels):
        for register, text in panel.idea:
            words = len(_WORD.findall(text or ""))
            if words > IDEA_WORDS and register in ("fr", "en"):
                message = tr("une idée de {n} mots", n=words)
                expected = tr("{n} mots au plus", n=IDEA_WORDS)
                mark = loaded.where("panels", n, "idea", register)
                yield Diagnostic.at(mark, "too-long", message, expected=expected)
        yield from _drawing(loaded, briefing, n)


def _names(loaded: LoadedBriefing, briefing: Briefing) -> Iterator[Diagnostic]:
    ids = [panel.id for panel in briefing.panels]
    for n, panel in enumerate(briefing.panels):
        if panel.id in ids[:n]:
            message = tr("« {name} » est deux fois dans « {key} »", name=panel.id, key="panels")
            yield Diagnostic.at(loaded.where("panels", n, "id"), "listed-twice", message)
        if n and SIDES.index(panel.side) < SIDES.index(briefing.panels[n - 1].side):
            message = tr("un volet du recto vient après le verso")
            hint = tr("Le dépliant s’ouvre d’abord au recto : mettez ses volets en premier.")
            yield Diagnostic.at(loaded.where("panels", n, "side"), "wrong-value", message, hint=hint)
    for side in SIDES:
        many = len(briefing.on(side))
        if many > ON_A_SIDE:
            message = ntr("{n} volet au {side}", "{n} volets au {side}", many, side=side)
            expected = tr("{n} au plus", n=ON_A_SIDE)
            yield Diagnostic.at(loaded.where("panels"), "out-of-bounds", message, expected=expected)
    for n, name in enumerate(briefing.short):
        if name not in ids:
            message = tr("aucun volet « {name} »", name=name)
            yield Diagnostic.at(
                loaded.where("short", n),
                "name-unknown",
                message,
                expected=named(ids),
                hint=nearest(name, ids),
            )


def _drawing(loaded: LoadedBriefing, briefing: Briefing, n: int) -> Iterator[Diagnostic]:
    diagram = briefing.panels[n].diagram
    if diagram.kind not in KINDS:
        message = tr("« {name} » n’est pas une sorte de dessin", name=diagram.kind)
        yield Diagnostic.at(
            loaded.where("panels", n, "diagram", "kind"),
            "unknown-choice",
            message,
            expected=named(KINDS),
            hint=nearest(diagram.kind, KINDS),
        )
        return
    for flaw in flaws(diagram):
        mark = loaded.where("panels", n, "diagram", "data", *flaw.path)
        yield Diagnostic.at(mark, flaw.code, flaw.message, expected=flaw.expected)
