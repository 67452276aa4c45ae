"""The neighbourhood's drawing: things that were drawn, each where it may stand, and no project forgotten."""

from collections.abc import Iterator, Mapping

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr
from engine.look.things import THINGS, Shows, that_show


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    drawing = scenario.drawing
    parts: tuple[tuple[str, Shows, Mapping[str, str]], ...] = (
        ("gauges", "gauge", drawing.gauges),
        ("projects", "project", drawing.projects),
        ("clocks", "clock", drawing.clocks),
    )
    for key, what, things in parts:
        for id_, thing in things.items():
            yield from _thing(loaded, (key, id_), what, thing)
    yield from _forgotten(loaded, scenario)


def _thing(loaded: Loaded, path: tuple[str, str], what: Shows, thing: str) -> Iterator[Diagnostic]:
    mark, fitting = loaded.where("drawing", *path), that_show(what)
    if thing not in THINGS:
        message = tr("« {name} » n’est pas une chose que l’on sait dessiner", name=thing)
        yield Diagnostic.at(
            mark, "thing-unknown", message, expected=named(fitting), hint=nearest(thing, fitting)
        )
    elif thing not in fitting:
        message = {
            "gauge": tr("« {name} » ne peut pas montrer une jauge", name=thing),
            "project": tr("« {name} » ne peut pas montrer un chantier", name=thing),
            "clock": tr("« {name} » ne peut pas montrer une horloge", name=thing),
        }[what]
        yield Diagnostic.at(mark, "thing-misplaced", message, expected=named(fitting))


def _forgotten(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Projects without a thing, where others have theirs."""
    drawn = scenario.drawing.projects
    left = [card.id for card in scenario.projects if card.id not in drawn and not card.asks_nothing]
    if drawn and left:
        yield Diagnostic.at(
            loaded.where_key("drawing", "projects"),
            "thing-missing",
            tr("ces chantiers n’ont pas de dessin : {names}", names=", ".join(left)),
            severity="advice",
        )
