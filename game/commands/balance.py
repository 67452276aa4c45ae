"""`coop balance`: what thousands of simulated games say of a scenario."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.language import current, tr
from game.commands import matrix
from game.commands.progress import Line, Progress, SlowError
from game.front.problem import Problem

if TYPE_CHECKING:
    from engine.balance import Lever, Row, Since, Votes
    from engine.content.model import Duration, Scenario

_PATIENCE = 60.0
"""Seconds spent on what would bring missed targets nearer, all durations together."""
MANY, FEW = 10_000, 100
"""Games for each measure by compiled rules, and by plain ones, hundreds of times slower."""


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "balance",
        help=tr("mesurer l'équilibre d'un scénario"),
        description=tr(
            "Joue des milliers de parties simulées et compare leurs chiffres à ce qu'on attend d'un scénario."
        ),
    )
    described.add_argument(
        "scenario", metavar="SCENARIO", nargs="?", help=tr("nom court du scénario, ou son dossier")
    )
    described.add_argument(
        "--matrix",
        action="store_true",
        help=tr("tous les scénarios, deux à deux : combien ils se jouent autrement"),
    )
    described.add_argument(
        "--games",
        type=games,
        metavar="N",
        help=tr(
            "parties simulées par mesure (10 000 ; 100 où les simulations sont lentes ; 200 avec --alone)"
        ),
    )
    described.add_argument(
        "--duration",
        action="append",
        choices=("45", "90", "150", "training"),
        metavar="D",
        help=tr("une durée seulement : 45, 90, 150 ou training ; peut être répété"),
    )
    described.add_argument(
        "--alone",
        action="store_true",
        help=tr("une personne seule parmi les autres : ce que change sa façon de jouer"),
    )
    described.add_argument("--seed", type=int, metavar="N", help=tr("d'autres parties, d'une autre graine"))
    described.add_argument("--json", action="store_true", help=tr("les chiffres pour un programme"))
    return described


def games(text: str) -> int:
    """How many games: one at least."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def run(options: argparse.Namespace) -> int:
    from engine import balance
    from engine.simulate import Worker
    from game.windows.catalogue import scenario

    if options.scenario is None and not options.matrix:
        raise Problem(tr("Il manque le nom du scénario."))
    asked = scenario(options.scenario) if options.scenario else None
    if options.alone and asked is not None:
        return _alone(asked, options)
    waits = tr(
        "Les règles se compilent, une demi-minute la première fois ; des parties se jouent déjà, une à une."
    )
    print(waits, file=sys.stderr, flush=True)
    with Worker() as worker:
        progress = Progress(sys.stderr, worker)
        progress.seed = balance.SEED if options.seed is None else options.seed
        try:
            if options.matrix or asked is None:
                return matrix.run(options, progress)
            missed = _measure(asked, options, progress)
        except (KeyboardInterrupt, balance.StoppedError):
            progress.stopped = True
        progress.clear()
        if progress.stopped:
            print(tr("Arrêté."), progress.text(), file=sys.stderr)
            return 130
    return 1 if missed else 0


def _measure(asked: "Scenario", options: argparse.Namespace, progress: Progress) -> int:
    """How many targets are missed; fewer games are played where they are slow and nobody said how many."""
    progress.patient = options.games is not None
    try:
        return _told(asked, options, options.games or MANY, progress)
    except SlowError:
        progress.clear()
    print(
        tr(
            "Les simulations sont lentes ici : {few} parties par mesure au lieu de {many}, "
            "à prendre comme une indication. --games N en joue davantage.",
            few=FEW, many=MANY,
        ),
        file=sys.stderr if options.json else sys.stdout,
        flush=True,
    )  # fmt: skip
    progress.patient, progress.games = True, 0
    return _told(asked, options, FEW, progress)


def _told(asked: "Scenario", options: argparse.Namespace, games: int, progress: Progress) -> int:
    """Each target as it is measured, with whom or what it is about where it is missed, and what would bring
    it nearer; or all as JSON."""
    from engine import balance

    rows, levers, changed, voted = [], {}, {}, {}
    durations: Sequence[Duration] = options.duration or asked.durations
    for duration in durations:
        here = []
        for row in balance.report(asked, games, progress.play, (duration,)):
            here.append(row)
            progress.clear()
            if not options.json:
                _print(row, tr("(sur {n} parties)", n=progress.last) if progress.stopped else "")
        rows += here
        counted = None if progress.stopped else balance.votes(asked, duration, games, progress.play)
        progress.clear()
        if counted is not None:
            voted[duration] = counted
            if not options.json:
                _print_votes(counted)
        moved = (
            None if progress.stopped else _since(options.scenario, asked, f"rooms/{duration}", here, games)
        )
        if moved is not None:
            changed[duration] = moved
        if moved is not None and not options.json:
            _print_since(moved)
        missed = [row for row in here if not row.met]
        levers[duration], numbers = _levers(asked, missed, games, progress, _PATIENCE / len(durations))
        if not options.json:
            _print_levers(missed, levers[duration], games, numbers if not progress.stopped else None)
        if progress.stopped:
            break
    missing = [] if all(row.met for row in rows) else list(balance.lacks(asked))
    if options.json:
        data = balance.as_data(rows, levers, changed, voted) | {"lacks": missing}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    elif missing:
        print("  " + tr("Ce qui manque à ce scénario, et qu'aucun nombre ne remplace :"))
        print(*(f"  {'':>8}  · {line}" for line in missing), sep="\n")
    return sum(not row.met for row in rows)


def _print_votes(counted: "Votes") -> None:
    """How often each idea is funded, by which way of counting."""
    from engine import balance

    print("  " + tr("Ce que le vote finance, les mêmes bulletins comptés de chaque façon :"))
    print(*(f"  {'':>8}  {line}" for line in balance.votes_told(counted)), sep="\n", flush=True)


def _since(target: str, asked: "Scenario", way: str, rows: Sequence["Row"], games: int) -> "Since | None":
    """What moved since the last time, in this language; this time is kept in its place."""
    from engine import balance
    from game.commands import remembered

    key = f"{way}/{current()}"
    before, now = remembered.last(target, key), balance.remembered(asked, rows, games, time.time())
    remembered.keep(target, key, now)
    return balance.since(before, now, rows)


def _print_since(moved: "Since") -> None:
    first, *told = moved.lines()
    print(f"  {first}", *(f"  {'':>8}  · {line}" for line in told), sep="\n", flush=True)


def _levers(
    asked: "Scenario", missed: Sequence["Row"], games: int, progress: Progress, patience: float
) -> tuple[list["Lever"], int]:
    """What would bring missed targets nearer, and how many numbers were tried; what was found before
    Ctrl-C."""
    from engine import balance
    from engine.rules.board import build

    numbers = 0

    def tried(done: int, every: int) -> None:
        nonlocal numbers
        numbers = done + 1
        progress.tell(lambda: tr("Nombres essayés : {done} sur {all}.", done=done, all=every))

    found: list[Lever] = []
    try:
        if missed:
            progress.wait(build(asked, missed[0].duration))
        found.extend(balance.levers(asked, missed, games, progress.quietly, tried, patience))
    except KeyboardInterrupt:
        progress.stopped = True
    progress.clear()
    return found, numbers


def _print_levers(
    missed: Sequence["Row"], levers: Sequence["Lever"], games: int, numbers: int | None
) -> None:
    """For each missed target, the numbers that would bring it nearer, and where they are written; `numbers`
    were tried, None where not all were to be."""
    if numbers is None:
        missed = [row for row in missed if any(lever.key == row.key for lever in levers)]
    if missed:
        print("  " + tr("Ce qui rapprocherait des cibles, en changeant un nombre ou deux :"))
    for row in missed:
        print(f"  {'':>8}  {row.target}")
        found = [lever for lever in levers if lever.key == row.key]
        for lever in found:
            few = " " + tr("(sur {n} parties)", n=lever.games) if lever.games != games else ""
            print(f"  {'':>8}  → {lever.words()}{few} [{' ; '.join(lever.places())}]")
        if not found:
            print(f"  {'':>8}  → {_no_lever(row.key, numbers or 0)}")
    sys.stdout.flush()


def _no_lever(key: str, numbers: int) -> str:
    return {
        "same_three_debates": tr(
            "aucun nombre n'en décide : écrivez d'autres débats, liés à un chantier ou à une situation."
        ),
        "unseen_debates": tr(
            "aucun nombre n'en décide : regardez ce que chaque carte attend (about, project, situation)."
        ),
    }.get(key, tr("aucun des nombres essayés ({n}) ne le change assez.", n=numbers))


def _alone(asked: "Scenario", options: argparse.Namespace) -> int:
    """A person alone, in a training or the durations asked for; 1 where a target is missed."""
    from engine import alone, balance
    from engine.rules.board import build

    line, data, missed = Line(sys.stderr), {}, False
    games = options.games or alone.GAMES
    seed = balance.SEED if options.seed is None else options.seed

    def played(done: int, every: int) -> None:
        line.tell(lambda: tr("Parties jouées : {done} sur {all}.", done=done, all=every))

    durations: Sequence[Duration] = options.duration or ("training",)
    for duration in durations:
        try:
            measured = alone.try_ways(build(asked, duration), games, seed, played)
        except KeyboardInterrupt:
            line.clear()
            print(tr("Arrêté."), file=sys.stderr)
            return 130
        line.clear()
        rows = list(alone.report(asked, duration, measured))
        missed = missed or not all(row.met for row in rows)
        moved = _since(options.scenario, asked, f"alone/{duration}", rows, games)
        data[duration] = alone.as_data(rows, measured, games)
        if moved is not None:
            data[duration]["since"] = moved.as_data()
        if not options.json:
            _print_ways(alone.table(measured))
            for row in rows:
                _print(row, "")
            if moved is not None:
                _print_since(moved)
    if options.json:
        print(json.dumps({"alone": data}, ensure_ascii=False, indent=1))
    return 1 if missed else 0


def _print_ways(table: Sequence[tuple[str, float, float, float]]) -> None:
    """A line for each way of playing, under the names of its figures."""
    from engine.alone import said
    from engine.balance.rows import figure, percent

    heads = (tr("gain pour soi"), tr("but atteint"), tr("la partie finit bien"))
    print(f"  {'':<28}" + "".join(f"{head:>24}" for head in heads))
    for way, gain, goals, success in table:
        shares = "".join(f"{percent(share):>24}" for share in (goals, success))
        print(f"  {said(way):<28}{figure(gain, 1):>24}{shares}")


def _print(row: "Row", few: str) -> None:
    mark = "✓" if row.met else "✗"
    print(f"{mark} {row.duration:>8}  {row.target:<72}  {row.measured} {few}".rstrip())
    told = row.key in ("goals", "best_served") or not row.met
    if told and any(name not in row.measured for name in row.named):
        print(f"  {'':>8}  → {', '.join(row.named)}")
    sys.stdout.flush()
