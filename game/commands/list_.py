"""`coop list`: the scenarios that can be played."""

import argparse
from typing import Any

from engine.language import current, ntr, tr


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "list", help=tr("lister les scénarios"), description=tr("Liste les scénarios livrés avec le jeu.")
    )
    return described


def run(options: argparse.Namespace) -> int:
    from engine.content import library

    slugs = library.slugs()
    wide = max((len(slug) for slug in slugs), default=0)
    for slug in slugs:
        print(f"{slug:<{wide}}  {_line(slug)}")
    return 0


def _line(slug: str) -> str:
    from engine.content import library

    scenario = library.load(slug).scenario
    if scenario is None:
        return tr("ne peut pas être lu : « coop check {slug} » dit pourquoi", slug=slug)
    minutes = ", ".join(d for d in scenario.durations if d != "training")
    people = tr("{least} à {most} personnes", least=scenario.people[0], most=scenario.people[1])
    rest = ntr("{n} personnage", "{n} personnages", len(scenario.cast))
    return f"{scenario.title.read(current())} · {minutes} min · {people} · {rest}"
