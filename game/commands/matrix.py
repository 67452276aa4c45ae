"""`coop balance --matrix`: how differently every two scenarios play."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.language import tr
from game.commands.progress import Progress

if TYPE_CHECKING:
    from engine.balance import Pair, Profile

GAMES = 2_000
"""Games as written of each scenario."""
_TOLD = 3
"""What sets two apart most, in so many words."""


def run(options: argparse.Namespace, progress: Progress) -> int:
    """Every pair of the shipped scenarios, and of the one named beside them; 1 where two are near."""
    from engine import balance
    from engine.content import library
    from game.windows.catalogue import scenario

    slugs = [*library.slugs()]
    if options.scenario and options.scenario not in slugs:
        slugs.append(options.scenario)
    scenarios = [scenario(slug) for slug in slugs]
    duration = options.duration[0] if options.duration else balance.shared(scenarios)
    profiles = [balance.profile(one, duration, options.games or GAMES, progress.play) for one in scenarios]
    progress.clear()
    found = list(balance.pairs(profiles))
    if options.json:
        data = {
            "duration": duration,
            "scenarios": {one.slug: _as_data(one) for one in profiles},
            "pairs": [{**pair._asdict(), "parts": dict(pair.parts), "near": pair.near} for pair in found],
        }
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print(found)
    return 1 if any(pair.near for pair in found) else 0


def _as_data(one: "Profile") -> dict[str, object]:
    return {"phases": sorted(one.phases), "devices": sorted(one.devices), "measures": dict(one.measures)}


def _print(found: "Sequence[Pair]") -> None:
    from engine.balance.matrix import NEAR, word
    from engine.balance.rows import percent

    for pair in sorted(found, key=lambda one: one.far):
        said = tr("trop proches") if pair.near else tr("se jouent autrement")
        print(f"{percent(pair.far)}  {pair.one} / {pair.other} : {said}")
        parts = sorted(pair.parts.items(), key=lambda one: -one[1])
        told = ", ".join(f"{word(key)} {percent(far)}" for key, far in parts[:_TOLD])
        print("      " + tr("ce qui les sépare le plus : {parts}", parts=told))
        like = ", ".join(f"{word(key)} {percent(far)}" for key, far in parts[-_TOLD:])
        print("      " + tr("ce qu'ils ont en commun : {parts}", parts=like))
    print(
        tr(
            "De 0 % (pareil) à 100 % ; sous {near}, deux scénarios se jouent de la même façon.",
            near=percent(NEAR),
        )
    )
    sys.stdout.flush()
