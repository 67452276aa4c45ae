"""Works that hurt before they help: each takes some ground, hurts, and can be finished; what softens them
softens something; what speaks of hoardings stands in a scenario that has some."""

from collections.abc import Iterator

from engine import numbers
from engine.check.conditions import at, every_condition
from engine.check.effects import every_effect
from engine.content.model import ProjectCard, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, Mark, named
from engine.effects.site import SiteEffect
from engine.language import tr

WHOLE = True
Path = tuple[str | int, ...]
_ABOUT = ("hoarding", "stalled")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    works = [(i, card) for i, card in enumerate(scenario.projects) if card.works is not None]
    yield from _softening(loaded, scenario)
    yield from _debates(loaded, scenario)
    if not works:
        yield from _nowhere(loaded, scenario)
        return
    if scenario.sites is None:
        yield Diagnostic.at(
            loaded.where_key("projects", works[0][0], "works"),
            "works-nowhere",
            tr("des travaux prennent du sol, et le scénario n’en a pas"),
            expected="sites: …",
            hint=named(card.id for _, card in works),
        )
        return
    for i, card in works:
        yield from _phases(loaded, i, card)
        yield from _harmless(loaded, i, card)
    yield from _too_long(loaded, scenario)
    yield from _idle_ground(loaded, scenario)
    yield from _too_many(loaded, scenario)


def _nowhere(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Ground, effects and conditions where nothing is built in phases."""
    if scenario.sites is not None:
        yield Diagnostic.at(
            loaded.where_key("sites"),
            "sites-idle",
            tr("aucun chantier n’est en tranches : personne ne prend ce sol"),
            expected="works: …",
            severity="advice",
        )
    for path, effect in every_effect(scenario):
        if isinstance(effect, SiteEffect):
            yield _missing(loaded, path)
    for path, condition in every_condition(scenario):
        if condition.hoardings is not None:
            yield _missing(loaded, (*path, "hoardings"))


def _missing(loaded: Loaded, path: Path) -> Diagnostic:
    message = tr("ceci parle de palissades, et aucun chantier n’est en tranches")
    return Diagnostic.at(loaded.where(*path), "works-missing", message, expected="works: …")


def _phases(loaded: Loaded, i: int, card: ProjectCard) -> Iterator[Diagnostic]:
    """A phase that asks for nothing would be paid by nobody; a hoarding would go up by itself."""
    then = card.works.then if card.works is not None else ()
    places: list[Path] = [("cost",), *(("works", "then", j) for j in range(len(then)))]
    for place, cost in zip(places, (card.cost, *then), strict=True):
        if cost.total() == 0:
            yield Diagnostic.at(
                loaded.where("projects", i, *place),
                "phase-free",
                tr("une tranche de « {card} » ne demande rien", card=card.id),
                expected=tr("un jeton au moins"),
            )


def _harmless(loaded: Loaded, i: int, card: ProjectCard) -> Iterator[Diagnostic]:
    if card.works is not None and _spares(card, {}):
        yield Diagnostic.at(
            loaded.where("projects", i, "works", "each"),
            "works-harmless",
            tr("la palissade de « {card} » ne gêne personne", card=card.id),
            expected=tr("une jauge ou une personne en dessous de 0"),
            severity="advice",
        )


def _spares(card: ProjectCard, eased: dict[str, int]) -> bool:
    """Whether a hoarding hurts nothing and nobody, with that added to each gauge."""
    if card.works is None or any(points < 0 for points in card.works.personal.values()):
        return False
    return all(points + eased.get(key, 0) >= 0 for key, points in card.works.each.items())


def _too_long(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Works with more phases than the longest session has rounds; or none that the shortest could finish."""
    rounds = {duration: numbers.ROUNDS[duration] for duration in scenario.durations}
    longest, shortest = max(rounds, key=lambda d: rounds[d]), min(rounds, key=lambda d: rounds[d])
    built = [(i, card) for i, card in enumerate(scenario.projects) if card.works is not None]
    for i, card in built:
        if card.phases > rounds[longest]:
            yield Diagnostic.at(
                loaded.where("projects", i, "works", "then"),
                "works-too-long",
                tr("« {card} » a plus de tranches qu’une séance n’a de tours", card=card.id),
                expected=tr("{n} au plus", n=rounds[longest] - 1),
            )
    fewest = min(card.phases for _, card in built)
    if rounds[shortest] < fewest <= rounds[longest]:
        yield Diagnostic.at(
            loaded.where("projects", built[0][0], "works", "then"),
            "works-too-long",
            tr(
                "à {duration}, il y a {n} tours : aucune palissade n’y tombera jamais",
                duration=shortest,
                n=rounds[shortest],
            ),
            expected=tr("des travaux en {n} tranches", n=rounds[shortest]),
            severity="advice",
        )


def _idle_ground(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    taken = {part for card in scenario.projects if card.works is not None for part in card.works.ground}
    for i, part in enumerate(scenario.sites.grounds if scenario.sites is not None else ()):
        if part.id not in taken:
            yield Diagnostic.at(
                loaded.where("sites", "grounds", i),
                "ground-idle",
                tr("aucun chantier ne prend « {ground} »", ground=part.id),
                expected=f"ground: [{part.id}]",
                severity="advice",
            )


def _too_many(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A condition that asks for more hoardings than can stand at once never holds."""
    most = most_standing(scenario)
    for path, condition in every_condition(scenario):
        if min(at(condition.hoardings, duration, 0) for duration in scenario.durations) > most:
            yield Diagnostic.at(
                loaded.where(*path, "hoardings"),
                "condition-never",
                tr("il n’y a jamais plus de {n} palissades debout à la fois", n=most),
                expected=tr("{n} au plus", n=most),
            )


def most_standing(scenario: Scenario) -> int:
    """How many hoardings can stand at once: works that share no ground, each in a place of the table."""
    best = {frozenset[str](): 0}
    for card in scenario.projects:
        if card.works is not None:
            ground = frozenset(card.works.ground)
            with_it = {taken | ground: n + 1 for taken, n in best.items() if not taken & ground}
            for taken, n in with_it.items():
                best[taken] = max(n, best.get(taken, 0))
    return min(max(best.values()), scenario.parameters.slots)


# ---- What softens them, and debates about them ----------------------------------------------------------


def _softening(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    works = {card.id: card for card in scenario.projects if card.works is not None}
    for i, card in enumerate(scenario.projects):
        if card.softens is None:
            continue
        if card.works is not None:
            yield Diagnostic.at(
                loaded.where_key("projects", i, "softens"),
                "works-soften",
                tr("« {card} » a une palissade : il n’en adoucit pas", card=card.id),
                expected=tr("works ou softens, pas les deux"),
            )
            continue
        if not card.softens.works and not works:
            yield _softens_nothing(loaded.where_key("projects", i, "softens"), card.id, works)
        for j, other in enumerate(card.softens.works):
            if other not in works:
                mark = loaded.where("projects", i, "softens", "works", j)
                yield _softens_nothing(mark, card.id, works)
        whole = [id_ for id_ in card.softens.works or works if id_ in works]
        freed = [id_ for id_ in whole if _spares(works[id_], dict(card.softens.each))]
        freed = [id_ for id_ in freed if not _spares(works[id_], {})]
        if freed:
            yield Diagnostic.at(
                loaded.where("projects", i, "softens", "each"),
                "softens-more",
                tr("« {card} » efface à lui seul toute la gêne de « {works} »", card=card.id, works=freed[0]),
                expected=tr("moins que ce que fait la palissade"),
                severity="advice",
            )


def _softens_nothing(mark: Mark, card: str, works: dict[str, ProjectCard]) -> Diagnostic:
    return Diagnostic.at(
        mark,
        "softens-nothing",
        tr("« {card} » adoucit ce qui n’a pas de palissade", card=card),
        expected=named(works) or "works: …",
    )


def _debates(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A debate about hoardings where there are none, or about a project that has none."""
    works = [card.id for card in scenario.projects if card.works is not None]
    for i, debate in enumerate(scenario.debates):
        if debate.about not in _ABOUT:
            continue
        if not works:
            key, said = "about", tr("aucun chantier n’a de palissade : ce débat ne vient jamais")
        elif debate.project is not None and debate.project not in works:
            key = "project"
            said = tr("« {card} » n’a pas de palissade : ce débat ne vient jamais", card=debate.project)
        else:
            continue
        yield Diagnostic.at(
            loaded.where("debates", i, key), "hoarding-never", said, expected=named(works) or "works: …"
        )
