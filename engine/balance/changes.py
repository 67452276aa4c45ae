"""The numbers that a designer may write otherwise: where each stands, and what it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from engine import numbers
from engine.balance.rows import figure
from engine.content.model import KINDS, Condition, Duration, Scenario, Text, Tokens
from engine.language import current, tr
from engine.telling.ballot import money
from engine.telling.vocabulary import tokens

Path = tuple[str | int, ...]
_MOST_COST: Final = 10
"""Tokens that a project may ask for."""
_PARAMETERS: Final = {
    "commons_weight": (0.1, 0.0, 3.0), "trust_within": (0.05, 0.05, 1.0), "trust_across": (0.05, 0.05, 1.0),
    "satisfaction": (0.1, 0.0, 1.0), "slots": (1, 2, 6), "open_rounds": (1, 1, 6),
}  # fmt: skip
"""Of the model's numbers, those that balance hangs on: a small change of each, and its bounds."""
_COUNTED: Final = (
    "goals", "awake", "autonomous", "hoardings", "faithful", "bridges", "funded", "served",
)  # fmt: skip
"""What a condition counts, one by one."""


class Change(NamedTuple):
    """One number of a scenario, and what it may become.

    `path` leads to it in the scenario, `file` and `field` to the place where it is written; `words(value)`
    says it. `about` names the projects, characters and endings that it is of. It never changes sign.
    """

    path: Path
    file: str
    field: str
    now: float
    step: float
    low: float
    high: float
    words: Callable[[float], str]
    about: frozenset[str] = frozenset()

    def by(self, steps: int) -> float | None:
        """Its value so many steps further; None out of bounds, or across 0."""
        value = round(self.now + steps * self.step, 4)
        crosses = self.now != 0 and value * self.now <= 0 and self.low < 0
        return None if crosses or not self.low <= value <= self.high else value

    def to(self, scenario: Scenario, value: float) -> Scenario:
        """The scenario with that value written; it is not validated."""
        whole = isinstance(self.now, int) and isinstance(self.step, int)
        made: Scenario = _written(scenario, self.path, int(value) if whole else value)
        return made


def _written(whole: Any, path: Sequence[str | int], value: float) -> Any:
    """A copy of what is frozen, with one value in it replaced."""
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(whole, BaseModel):
        return whole.model_copy(update={str(head): _written(getattr(whole, str(head)), rest, value)})
    if isinstance(whole, Mapping):
        return {**whole, head: _written(whole[head], rest, value)}
    place = int(head)
    return (*whole[:place], _written(whole[place], rest, value), *whole[place + 1 :])


def every(scenario: Scenario, duration: Duration) -> Iterator[Change]:
    """What may be tried: what weighs on the whole game first, then cards."""
    for among in (
        _endings, _decay, _members, _parameters, _gauges, _groups, _together, _strips, _agenda, _ballot,
        _clocks, _projects, _works, _ideas, _situations,
    ):  # fmt: skip
        yield from among(scenario, duration)


def _said(text: Text) -> str:
    return text.read(current())


def _endings(scenario: Scenario, duration: Duration) -> Iterator[Change]:
    for i, ending in enumerate(scenario.endings):
        if ending.when is not None:
            yield from _bounds(
                scenario, duration, ending.when, ("endings", i, "when"), f"endings.{ending.id}.when",
                _said(ending.title), ending.id,
            )  # fmt: skip


def _bounds(
    scenario: Scenario, duration: Duration, when: Condition, path: Path, field: str, title: str, id_: str
) -> Iterator[Change]:
    """The numbers of a condition, and of those that it is made of."""
    for key in ("rose_by", "at_least", "below", "mutual_trust", "promises_kept", *_COUNTED):
        value = getattr(when, key)
        if value is None:
            continue
        place, shown = (*path, key), f"{field}.{key}"
        if isinstance(value, Mapping):
            if duration not in value:
                continue
            place, shown, value = (*place, duration), f"{shown}.{duration}", value[duration]
        gauge = _said(scenario.indicators[when.indicator].title) if when.indicator is not None else ""
        top = _most(scenario).get(key, 100)

        def words(n: float, key: str = key, gauge: str = gauge) -> str:
            return _bound_words(key, title, gauge, figure(n))

        least = 0 if key not in _COUNTED else 1
        step = 1 if key in ("rose_by", *_COUNTED) else 2
        yield Change(place, "scenario.yaml", shown, value, step, least, top, words, frozenset({id_}))
    for key, i, part in when.parts:
        yield from _bounds(scenario, duration, part, (*path, key, i), f"{field}.{key}[{i}]", title, id_)


def _most(scenario: Scenario) -> Mapping[str, int]:
    """How many there are of what a condition counts."""
    groups = len(scenario.groups.these) if scenario.groups is not None else 0
    works = sum(card.works is not None for card in scenario.projects)
    corners = len(scenario.corners.these) if scenario.corners is not None else 0
    return {
        "goals": len(scenario.cast),
        "awake": groups,
        "autonomous": groups,
        "hoardings": works,
        "faithful": corners * (corners - 1),
        "bridges": sum(len(card.corners) > 1 for card in scenario.projects),
        "funded": sum(card.price is not None for card in scenario.projects),
        "served": len(scenario.ballot.publics) if scenario.ballot is not None else 0,
    }


def _bound_words(key: str, ending: str, gauge: str, n: str) -> str:
    rose = tr("La fin « {ending} » demande que {gauge} ait monté de {n}", ending=ending, gauge=gauge, n=n)
    known = {
        "rose_by": rose,
        "at_least": tr("La fin « {ending} » demande {n} à {gauge}", ending=ending, gauge=gauge, n=n),
        "below": tr("La fin « {ending} » demande moins de {n} à {gauge}", ending=ending, gauge=gauge, n=n),
        "mutual_trust": tr("La fin « {ending} » demande {n} % de confiance", ending=ending, n=n),
        "promises_kept": tr("La fin « {ending} » demande {n} % de promesses tenues", ending=ending, n=n),
        "goals": tr(
            "La fin « {ending} » demande un nombre de buts atteints de {n}", ending=ending, n=n
        ),
        "awake": tr("La fin « {ending} » demande {n} groupes en éveil", ending=ending, n=n),
        "hoardings": tr("La fin « {ending} » demande {n} palissades debout", ending=ending, n=n),
        "faithful": tr("La fin « {ending} » demande {n} bandes reconnues", ending=ending, n=n),
        "bridges": tr("La fin « {ending} » demande {n} ponts finis", ending=ending, n=n),
        "funded": tr("La fin « {ending} » demande {n} idées financées", ending=ending, n=n),
        "served": tr("La fin « {ending} » demande {n} publics servis", ending=ending, n=n),
        "autonomous": tr("La fin « {ending} » demande {n} groupes qui se passent d'aide", ending=ending, n=n),
    }  # fmt: skip
    return known[key]


def _decay(scenario: Scenario, _: Duration) -> Iterator[Change]:
    gate = _said(scenario.indicators[scenario.gate].title)

    def commons(n: float) -> str:
        return tr("Chaque tour retire {n} à {gauge}", n=figure(-n), gauge=gate)

    def each(n: float) -> str:
        return tr("Chaque tour retire {n} à chaque autre jauge", n=figure(-n))

    for key, words in (("commons", commons), ("each", each)):
        if key == "commons" and scenario.groups is not None:  # groups alone move it
            continue
        now = getattr(scenario.decay, key)
        yield Change(("decay", key), "scenario.yaml", f"decay.{key}", now, 1, -10, 0, words)


def _members(scenario: Scenario, duration: Duration) -> Iterator[Change]:
    for i, member in enumerate(scenario.cast):
        id_, who = member.character, scenario.card(member).short
        at, goal = f"cast.{id_}", member.goal
        path: Path = ("cast", i, "goal")
        field: str = f"{at}.goal"
        if isinstance(goal, Mapping):
            path, field, goal = (*path, duration), f"{field}.{duration}", goal[duration]

        def aim(n: float, who: str = who) -> str:
            return tr("Le but de {who} est {n}", who=who, n=figure(n, 0 if n == int(n) else 1))

        step = max(0.5, round(goal / 5) / 2)  # about a tenth
        yield Change(path, "scenario.yaml", field, float(goal), step, 0.5, 60, aim, frozenset({id_}))
        total = member.tokens.total()
        for place, kind in enumerate(KINDS):
            now = getattr(member.tokens, kind)
            if now == 0:
                continue

            def hand(n: float, who: str = who, place: int = place) -> str:
                return tr("{who} a {tokens} par tour", who=who, tokens=_tokens(place, n))

            low, high = max(1, now - (total - 2)), min(3, now + (3 - total))
            yield Change(
                ("cast", i, "tokens", kind), "scenario.yaml", f"{at}.tokens.{kind}", now, 1, low, high, hand,
                frozenset({id_}),
            )  # fmt: skip


def _tokens(place: int, n: float) -> str:
    trio = [0, 0, 0]
    trio[place] = int(n)
    return tokens((trio[0], trio[1], trio[2]))


def _parameters(scenario: Scenario, _: Duration) -> Iterator[Change]:
    for key, (step, low, high) in _PARAMETERS.items():

        def words(n: float, key: str = key) -> str:
            return tr("Le paramètre {key} vaut {n}", key=key, n=figure(n, 0 if n == int(n) else 2))

        now = getattr(scenario.parameters, key)
        yield Change(("parameters", key), "scenario.yaml", f"parameters.{key}", now, step, low, high, words)


def _gauges(scenario: Scenario, _: Duration) -> Iterator[Change]:
    for key, gauge in scenario.indicators.items():
        if gauge.gate and scenario.groups is not None:  # it starts at what they do
            continue

        def words(n: float, title: str = _said(gauge.title)) -> str:
            return tr("La jauge « {gauge} » commence à {n}", gauge=title, n=figure(n))

        yield Change(
            ("indicators", key, "start"), "scenario.yaml", f"indicators.{key}.start", gauge.start, 2,
            0, 100, words, frozenset({key}),
        )  # fmt: skip


def _groups(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What autonomy counts, and how each group begins."""
    if scenario.groups is None:
        return
    gate = _said(scenario.indicators[scenario.gate].title)

    def counts(n: float) -> str:
        return tr("Chaque degré d'autonomie compte {n} pour {gauge}", n=figure(n), gauge=gate)

    yield Change(
        ("groups", "points"), "scenario.yaml", "groups.points", scenario.groups.points, 1, 1, 6, counts
    )
    for i, group in enumerate(scenario.groups.these):

        def lives(n: float, title: str = _said(group.title)) -> str:
            return tr("« {group} » commence avec {n} de vie", group=title, n=figure(n))

        def does(n: float, title: str = _said(group.title)) -> str:
            return tr("« {group} » commence avec {n} d'autonomie", group=title, n=figure(n))

        for key, words in (("life", lives), ("autonomy", does)):
            now, field = getattr(group, key), f"groups.these.{group.id}.{key}"
            at, about = ("groups", "these", i, key), frozenset({group.id})
            yield Change(at, "scenario.yaml", field, now, 1, 0, numbers.MOST_LEVEL, words, about)


def _together(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What each hoarding beyond the first does besides."""
    for key, now in scenario.sites.together.items() if scenario.sites is not None else ():
        if now:
            words = _hurts(tr("Chaque palissade en plus"), _said(scenario.indicators[key].title))
            yield _points(
                ("sites", "together", key), "scenario.yaml", f"sites.together.{key}", now, words, frozenset()
            )


def _strips(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What strips are worth: recognised, disowned, arranged."""
    if scenario.corners is None:
        return
    strips, at = scenario.corners.strips, ("corners", "strips")
    gate = _said(scenario.indicators[scenario.gate].title)
    for key, what, least, most in (
        ("faithful", tr("Une bande reconnue"), 1, 6),
        ("disowned", tr("Une bande désavouée"), -6, 0),
    ):
        now, words = getattr(strips, key), _gives(what, gate)
        yield Change((*at, key), "scenario.yaml", f"corners.strips.{key}", now, 1, least, most, words)
    for key, now in strips.arranged.items():
        if now:
            words = _gives(tr("Une bande aux mots changés"), _said(scenario.indicators[key].title))
            field = f"corners.strips.arranged.{key}"
            yield _points((*at, "arranged", key), "scenario.yaml", field, now, words, frozenset())


def _agenda(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """How many projects a round treats, of those that lie on the table."""
    if scenario.agenda is None:
        return

    def words(n: float) -> str:
        return tr("Un tour traite {n} chantiers de la table", n=figure(n))

    now, most = scenario.agenda.treats, max(1, scenario.parameters.slots - 1)
    yield Change(("agenda", "treats"), "scenario.yaml", "agenda.treats", now, 1, 1, most, words)


def _ballot(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What there is to share out, and how many voices publics and ballots have."""
    ballot = scenario.ballot
    if ballot is None:
        return
    gate = _said(scenario.indicators[scenario.gate].title)

    def shares(n: float) -> str:
        return tr("Il y a {money} à répartir", money=money(int(n)))

    def weighs(n: float) -> str:
        return tr("Un bulletin pèse {n} voix", n=figure(n))

    yield Change(("ballot", "money"), "scenario.yaml", "ballot.money", ballot.money, 5, 20, 500, shares)
    yield Change(("ballot", "people"), "scenario.yaml", "ballot.people", ballot.people, 1, 1, 20, weighs)
    for i, public in enumerate(ballot.publics):
        title, at, about = _said(public.title), f"ballot.publics.{public.id}", frozenset({public.id})

        def votes(n: float, title: str = title) -> str:
            return tr("{public} : {n} voix au début", public=title, n=figure(n))

        def comes(n: float, title: str = title) -> str:
            return tr("{public} : {n} voix viennent à chaque fois", public=title, n=figure(n))

        for key, said, step, most in (("voices", votes, 2, 60), ("fetched", comes, 1, 20)):
            now, path = getattr(public, key), ("ballot", "publics", i, key)
            if key == "voices" or public.others:
                yield Change(path, "scenario.yaml", f"{at}.{key}", now, step, step, most, said, about)
        if public.brings:
            words = _gives(tr("Aller chercher : {who}", who=title), gate)
            path = ("ballot", "publics", i, "brings")
            yield Change(path, "scenario.yaml", f"{at}.brings", public.brings, 1, 1, 6, words, about)


def _ideas(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What ideas cost, and what they do once they are funded."""
    for i, card in enumerate(scenario.projects):
        if scenario.ballot is None or card.price is None:
            continue
        file, title, about = f"cards/projects/{card.id}.yaml", _said(card.title), frozenset({card.id})
        what = tr("« {project} », une fois financé", project=title)

        def asks(n: float, title: str = title) -> str:
            return tr("« {project} » coûte {money}", project=title, money=money(int(n)))

        most = scenario.ballot.money
        yield Change(("projects", i, "price"), file, "price", card.price, 2, 2, most, asks, about)
        for key, now in card.voted.changes.items() if card.voted is not None else ():
            if now:
                words = _gives(what, _said(scenario.indicators[key].title))
                path: Path = ("projects", i, "voted", "changes", key)
                yield _points(path, file, f"voted.changes.{key}", now, words, about)
        for who, now in card.voted.personal.items() if card.voted is not None else ():
            if now:
                words = _gives(what, scenario.characters[who].short)
                path = ("projects", i, "voted", "personal", who)
                yield _points(path, file, f"voted.for.{who}", now, words, about | {who})


def _clocks(scenario: Scenario, _: Duration) -> Iterator[Change]:
    for i, clock in enumerate(scenario.clocks):

        def words(n: float, title: str = _said(clock.title)) -> str:
            return tr("L'horloge « {clock} » a {n} parts", clock=title, n=figure(n))

        field = f"clocks.{clock.id}.size"
        yield Change(("clocks", i, "size"), "scenario.yaml", field, clock.size, 1, 2, 8, words)


def _projects(scenario: Scenario, _: Duration) -> Iterator[Change]:
    for i, card in enumerate(scenario.projects):
        file, title, about = f"cards/projects/{card.id}.yaml", _said(card.title), frozenset({card.id})
        what = tr("Le chantier « {project} »", project=title)
        for key, now in card.changes.items():
            if now:
                words = _gives(what, _said(scenario.indicators[key].title))
                yield _points(("projects", i, "changes", key), file, f"changes.{key}", now, words, about)
        for place, kind in enumerate(KINDS):
            now = getattr(card.cost, kind)
            if now:

                def asks(n: float, title: str = title, place: int = place) -> str:
                    return tr(
                        "Le chantier « {project} » coûte {tokens}", project=title, tokens=_tokens(place, n)
                    )

                most = max(now, now + _MOST_COST - card.cost.total())
                yield Change(
                    ("projects", i, "cost", kind), file, f"cost.{kind}", now, 1, 1, most, asks, about
                )
        for who, now in card.personal.items():
            if now:
                words = _gives(what, scenario.characters[who].short)
                yield _points(("projects", i, "personal", who), file, f"for.{who}", now, words, about | {who})
        for key, now in card.during.items():
            if now:
                words = _gives_each_round(what, _said(scenario.indicators[key].title))
                yield _points(("projects", i, "during", key), file, f"during.{key}", now, words, about)


def _works(scenario: Scenario, _: Duration) -> Iterator[Change]:
    """What each phase asks for, what hoardings hurt, and what softens them."""
    for i, card in enumerate(scenario.projects):
        file, title, about = f"cards/projects/{card.id}.yaml", _said(card.title), frozenset({card.id})
        for key, several in (("works", card.works), ("softens", card.softens)):
            for gauge, now in several.each.items() if several is not None else ():
                if now:
                    words = _hurts(_hoarding(title, key), _said(scenario.indicators[gauge].title))
                    path: Path = ("projects", i, key, "each", gauge)
                    yield _points(path, file, f"{key}.each.{gauge}", now, words, about)
        for who, now in card.works.personal.items() if card.works is not None else ():
            if now:
                words = _hurts(_hoarding(title, "works"), scenario.characters[who].short)
                yield _points(
                    ("projects", i, "works", "personal", who),
                    file,
                    f"works.for.{who}",
                    now,
                    words,
                    about | {who},
                )
        for j, cost in enumerate(card.works.then if card.works is not None else ()):
            yield from _of_phase(cost, ("projects", i, "works", "then", j), file, title, about)


def _hoarding(title: str, key: str) -> str:
    if key == "softens":
        return tr("« {project} », par palissade", project=title)
    return tr("La palissade de « {project} »", project=title)


def _of_phase(cost: Tokens, path: Path, file: str, title: str, about: frozenset[str]) -> Iterator[Change]:
    """What a phase after the first asks for."""
    number = int(path[-1]) + 2
    for place, kind in enumerate(KINDS):
        now = getattr(cost, kind)
        if now:

            def asks(n: float, place: int = place) -> str:
                return tr(
                    "La tranche {number} de « {project} » coûte {tokens}", project=title, number=number,
                    tokens=_tokens(place, n),
                )  # fmt: skip

            most = max(now, now + _MOST_COST - cost.total())
            field = f"works.then[{path[-1]}].{kind}"
            yield Change((*path, kind), file, field, now, 1, 1, most, asks, about)


def _situations(scenario: Scenario, _: Duration) -> Iterator[Change]:
    for i, card in enumerate(scenario.situations):
        for j, effect in enumerate(card.effects):
            key, now = getattr(effect, "indicator", None), getattr(effect, "by", 0)
            if key is not None and now:
                what = tr("La situation « {title} »", title=_said(card.title))
                words = _gives(what, _said(scenario.indicators[key].title))
                yield _points(
                    ("situations", i, "effects", j, "by"), f"cards/situations/{card.id}.yaml",
                    f"effects[{j}].by", now, words, frozenset({card.id}),
                )  # fmt: skip


def _points(
    path: Path, file: str, field: str, now: int, words: Callable[[float], str], about: frozenset[str]
) -> Change:
    most = numbers.MOST_POINTS
    return Change(path, file, field, now, 1, -most, most, words, about)


def _gives(card: str, gauge: str) -> Callable[[float], str]:
    def words(n: float) -> str:
        if n < 0:
            return tr("{card} retire {n} à {gauge}", card=card, n=figure(-n), gauge=gauge)
        return tr("{card} donne {n} à {gauge}", card=card, n=figure(n), gauge=gauge)

    return words


def _gives_each_round(card: str, gauge: str) -> Callable[[float], str]:
    def words(n: float) -> str:
        if n < 0:
            return tr(
                "{card}, en cours, retire {n} à {gauge} à chaque tour", card=card, n=figure(-n),
                gauge=gauge,
            )  # fmt: skip
        return tr("{card}, en cours, donne {n} à {gauge} à chaque tour", card=card, n=figure(n), gauge=gauge)

    return words


def _hurts(what: str, whom: str) -> Callable[[float], str]:
    def words(n: float) -> str:
        if n < 0:
            return tr("{card} retire {n} à {gauge} à chaque tour", card=what, n=figure(-n), gauge=whom)
        return tr("{card} donne {n} à {gauge} à chaque tour", card=what, n=figure(n), gauge=whom)

    return words
