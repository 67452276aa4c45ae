"""What moved since the same scenario was measured last: targets beyond their margin, cards, the program."""

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from engine import __version__
from engine.balance.rows import Row
from engine.content.model import Scenario
from engine.language import ntr, tr
from engine.simulate.cache import sources

FORMAT = 1


class Moved(NamedTuple):
    """A target that moved, and its figures in words."""

    key: str
    target: str
    before: str
    after: str


class Since(NamedTuple):
    """`then` and `now` are seconds since 1970; the versions are the same where the program is, `rules` says
    whether the rules are; `cards` names those that changed, came or went."""

    then: float
    now: float
    games: int
    versions: tuple[str, str]
    rules: bool
    cards: tuple[str, ...]
    moved: tuple[Moved, ...]

    def lines(self) -> list[str]:
        """In a few lines: between which runs, then each thing that changed."""
        then, now = _date(self.then), _date(self.now)
        told = list(self._told())
        if not told:
            return [tr("Rien n'a bougé depuis le {before} ({n} parties).", before=then, n=self.games)]
        return [tr("Du {before} ({n} parties) au {after} :", before=then, n=self.games, after=now), *told]

    def _told(self) -> Iterator[str]:
        before, after = self.versions
        if before != after:
            yield tr("le programme a changé : {before} → {after}", before=before, after=after)
        elif not self.rules:
            yield tr("les règles du programme ont changé")
        if self.cards:
            yield ntr("{n} carte changée", "{n} cartes changées", len(self.cards))
        for one in self.moved:
            yield tr(
                "« {target} » : {before} → {after}", target=one.target, before=one.before, after=one.after
            )
        if not self.moved and (before != after or not self.rules or self.cards):
            yield tr("aucun chiffre n'a bougé au-delà de sa marge")

    def as_data(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "then": _iso(self.then), "now": _iso(self.now), "games": self.games,
            "versions": list(self.versions), "same_rules": self.rules, "cards": list(self.cards),
            "moved": {one.key: [one.before, one.after] for one in self.moved},
        }  # fmt: skip


def _date(seconds: float) -> str:
    when = time.localtime(seconds)
    return tr("{day}, {hour}", day=time.strftime("%d/%m/%Y", when), hour=time.strftime("%H:%M", when))


def _iso(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(seconds))


def measured(scenario: Scenario, rows: Sequence[Row], games: int, now: float) -> dict[str, Any]:
    """What is to be remembered of a run over one duration, as plain data."""
    return {
        "format": FORMAT, "when": now, "games": games, "version": __version__, "rules": sources(),
        "cards": _cards(scenario),
        "rows": {row.key: [row.value, row.sure, row.figure] for row in rows},
    }  # fmt: skip


def _cards(scenario: Scenario) -> dict[str, str]:
    """A fingerprint of each card, and of the scenario without them."""
    data = scenario.model_dump(mode="json", by_alias=True)
    found: dict[str, str] = {}
    for kind in ("projects", "situations", "debates"):
        found |= {f"{kind}/{card['id']}": _print(card) for card in data.pop(kind)}
    found |= {f"characters/{id_}": _print(card) for id_, card in data.pop("characters").items()}
    return {**found, "scenario": _print(data)}


def _print(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def since(before: Mapping[str, Any], after: Mapping[str, Any], rows: Sequence[Row]) -> Since | None:
    """What moved between two runs, each as `measured` gives it; None where the first is none, or damaged."""
    try:
        if before["format"] != FORMAT:
            return None
        old, new = dict(before["cards"]), after["cards"]
        moved = [
            Moved(row.key, row.target, str(figure), row.figure)
            for row in rows
            if row.key in before["rows"]
            for value, sure, figure in [before["rows"][row.key]]
            if abs(row.value - value) > (row.sure**2 + sure**2) ** 0.5 and figure != row.figure
        ]
        return Since(
            float(before["when"]), float(after["when"]), int(before["games"]),
            (str(before["version"]), str(after["version"])), before["rules"] == after["rules"],
            tuple(sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))),
            tuple(moved),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
