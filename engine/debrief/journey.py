"""From je to nous: three measures side by side, turning points, and who kept whose word."""

from collections.abc import Sequence

from engine.agreement import polarisation
from engine.debrief.record import Played, Trust, mutual
from engine.debrief.types import JeNous, Placing, TrustNetwork, TurningPoint, WordLine
from engine.language import ntr, tr

TURN = 3
"""Points of mutual trust (of 100) from which a round is a turning point worth naming."""


def je_nous(rounds: Sequence[Played], start: Trust, before: Sequence[int], after: Sequence[int]) -> JeNous:
    """The three measures; `start` is the trust [n, n] before the first round, `before` and `after` the
    participants' own placings (7 counts each, empty when not asked)."""
    trust = (mutual(start), *(mutual(r.trust) for r in rounds))
    return JeNous(
        commons_share=tuple(round(100 * r.to_commons / r.in_hand) if r.in_hand else None for r in rounds),
        promises_kept=tuple(_kept(r) for r in rounds),
        trust=trust,
        turning_points=_turns(rounds, trust),
        before=placing(before),
        after=placing(after),
    )


def placing(counts: Sequence[int]) -> Placing:
    """Own placings with their mean (1 to 7) and their polarisation."""
    total = sum(counts)
    mean = sum(step * n for step, n in enumerate(counts, 1)) / total if total else None
    return Placing(tuple(counts), mean, polarisation(counts) if total else None)


def _kept(r: Played) -> tuple[int, int]:
    """Promises kept, of those that held (a condition that was not met frees the promise)."""
    binding = [p for p in r.promises if p.fact != "void"]
    return sum(p.fact == "kept" for p in binding), len(binding)


def _turns(rounds: Sequence[Played], trust: Sequence[int]) -> tuple[TurningPoint, ...]:
    """The rounds where trust moved by TURN points or more, at most the largest rise and the largest fall."""
    moves = [(now - then, r) for r, then, now in zip(rounds, trust, trust[1:], strict=False)]
    picked = []
    for pick in (max, min):
        if moves:
            by, r = pick(moves, key=lambda move: move[0])
            if abs(by) >= TURN and (by > 0) == (pick is max):
                picked.append(TurningPoint(r.number, by, _why(r, by)))
    return tuple(sorted(picked, key=lambda point: point.round))


def _why(r: Played, by: int) -> str:
    """What happened in that round that can have moved trust, the plainest first."""
    broken = sum(p.fact in ("broken", "part") for p in r.promises)
    kept = sum(p.fact == "kept" for p in r.promises)
    if by < 0:
        return ntr("{n} promesse non tenue", "{n} promesses non tenues", broken)
    if r.lifted:
        return ntr("{n} présupposé levé", "{n} présupposés levés", r.lifted)
    if kept:
        return ntr("{n} promesse tenue", "{n} promesses tenues", kept)
    return tr("des dons que personne n’attendait")


def words_kept(rounds: Sequence[Played], ids: Sequence[str]) -> tuple[WordLine, ...]:
    """Promises of each character over the session, by what became of them; `ids` in the board's order."""
    lines = []
    for i, who in enumerate(ids):
        facts = [p.fact for r in rounds for p in r.promises if p.who == i]
        lines.append(
            WordLine(
                who,
                facts.count("kept"),
                facts.count("part"),
                facts.count("broken"),
                facts.count("void"),
                sum(r.gifts[i] for r in rounds),
            )
        )
    return tuple(lines)


def network(start: Trust, end: Trust, ids: Sequence[str]) -> TrustNetwork:
    """Trust of each pair (mean of the two ways) at the start and at the end."""
    pairs = []
    for i in range(len(ids)):
        for j in range(i + 1, len(ids)):
            then, now = (start[i, j] + start[j, i]) / 2, (end[i, j] + end[j, i]) / 2
            pairs.append((ids[i], ids[j], round(float(then)), round(float(now))))
    return TrustNetwork(tuple(pairs))
