"""Scenarios as the first screens list them, remembered on disk so that the first screen comes at once."""

import contextlib
import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import __version__
from engine.content.model import FaceCard, Scenario
from engine.language import tr
from engine.look.things import Neighbourhood, Shown
from game.front import settings
from game.front.problem import Problem
from game.front.state import ScenarioCard

if TYPE_CHECKING:
    from engine.content.reader.scenario import Loaded


def scenario(target: str) -> Scenario:
    """The scenario of a name or folder; a Problem says what to do when there is none, or a faulty one."""
    from engine.content import library

    found = library.load(target)
    if found.scenario is not None:
        return found.scenario
    if library.folder_of(target) is None:
        names = ", ".join(library.slugs())
        raise Problem(
            tr("Aucun scénario ne s'appelle « {name} ». Il y a : {names}.", name=target, names=names)
        )
    raise Problem(
        tr("Le scénario « {name} » a des défauts : « coop check {name} » les dit tous.", name=target), code=1
    )


@cache
def cards(language: str, plain: bool) -> tuple[ScenarioCard, ...]:
    """Every shipped scenario in few words; one with defects says the first of them."""
    stamp = _stamp()
    key = f"{language}-{plain}"
    known = _remembered(stamp)
    if key in known:
        try:
            made = [_from_data(data) for data in known[key]]
        except (KeyError, TypeError, ValueError):
            made = []
        # A defect is looked for anew: a program that has changed may read what it could not.
        if made and not any(card.defect for card in made):
            return tuple(made)
    from engine.content import library

    made = []
    for slug in library.slugs():
        loaded = library.load(slug)
        found = loaded.scenario
        made.append(_defective(slug, loaded) if found is None else _card(found, language, plain))
    known[key] = [_to_data(card) for card in made]
    with contextlib.suppress(OSError):
        settings.write_safely(_file(), json.dumps({"stamp": stamp, **known}, ensure_ascii=False))
    return tuple(made)


def _defective(slug: str, loaded: "Loaded") -> ScenarioCard:
    """A scenario that cannot be read: its name, and the first thing to mend."""
    first = next((one for one in loaded.diagnostics if one.severity == "error"), loaded.diagnostics[0])
    said = first.message
    if first.file:
        file = Path(first.file).name
        said = tr("{file}, ligne {n} : {what}", file=file, n=first.line, what=first.message)
    return ScenarioCard(slug, slug, "", "", "discovery", (0, 0), (), (), (), (), said)


def card(target: str, language: str, plain: bool) -> ScenarioCard:
    """The scenario of a name or folder in few words; a Problem where it has defects."""
    return _card(scenario(target), language, plain)


def _file() -> Path:
    return settings.cache_folder() / "scenarios.json"


def _remembered(stamp: str) -> dict[str, Any]:
    try:
        data = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict) or data.pop("stamp", "") != stamp:
        return {}
    return data


def _stamp() -> str:
    """Changes whenever a file of the content does."""
    root = Path(str(resources.files("engine"))).parent
    seen = hashlib.sha256(__version__.encode())
    for folder in (root / "cards", root / "scenarios"):
        for path in sorted(folder.rglob("*.yaml")):
            about = path.stat()
            seen.update(f"{path}:{about.st_mtime_ns}:{about.st_size}\n".encode())
    return seen.hexdigest()


def _card(one: Scenario, language: str, plain: bool) -> ScenarioCard:
    from engine.fixed import from_float
    from engine.look.expressions import of_zone
    from engine.outline import schedule
    from engine.telling.postures import label
    from engine.view.neighbourhood import at_first

    def read(text: Any) -> str:
        words: str = text.read(language, plain)
        return words

    cast = []
    for member in one.cast:
        card = one.card(member)
        at = from_float(member.posture.synergy), from_float(member.posture.antagonism)
        expression = of_zone(label(one, *at))
        cast.append((card.id, card.name, read(card.role), member.core, card.face, expression, card.family))
    return ScenarioCard(
        one.id, read(one.title), read(one.summary), read(one.pitch), one.level, one.people, one.durations,
        tuple(schedule(d, one.phases).total for d in one.durations),
        tuple(read(skill) for skill in one.skills), tuple(cast), place=at_first(one),
        forecasts="forecast" in schedule(one.durations[0], one.phases).phases,
    )  # fmt: skip


def _to_data(card: ScenarioCard) -> dict[str, Any]:
    data = asdict(card)
    data["cast"] = [[*row[:4], row[4].model_dump(), *row[5:]] for row in card.cast]
    return data


def _from_data(data: dict[str, Any]) -> ScenarioCard:
    rows = [(*row[:4], FaceCard(**row[4]), *row[5:]) for row in data["cast"]]
    setting, things, light = data["place"]
    return ScenarioCard(
        data["slug"], data["title"], data["summary"], data["pitch"], data["level"], tuple(data["people"]),
        tuple(data["durations"]), tuple(data["minutes"]), tuple(data["skills"]), tuple(rows), data["defect"],
        Neighbourhood(setting, tuple(Shown(*one) for one in things), light), data["forecasts"],
    )  # fmt: skip
