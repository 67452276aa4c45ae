"""What the shipped scenarios show, over many games: the committed table, and how it is written in the guides.

`python -m tests.balanced [SCENARIO…]` measures it anew (two minutes or more for each) and writes both.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from engine import balance
from engine.content import library

GAMES: Final = 10_000
ROOT: Final = Path(__file__).parents[1] / "scenarios"
TABLE: Final = ROOT / "balance.json"
MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "room": ("une salle qui se parle réussit", "a room that talks succeeds"),
    "half": ("la pire moitié du groupe suffit", "the worst half of the group suffices"),
    "written": ("les personnages tels qu'écrits réussissent", "characters as written succeed"),
    "selfish": ("chacun pour soi réussit", "everyone for themselves succeeds"),
    "lone_breakers": ("manquer seul à sa parole rapporte", "breaking one's word alone pays"),
    "negative_share": ("un chantier coûte à quelqu'un", "a project costs somebody"),
    "gain_correlation": ("les gains de deux vont ensemble", "the gains of two go together"),
    "all_goals_room": (
        "une salle qui se parle, où tous ont leur but", "a room that talks, where all reach theirs",
    ),
    "surplus_share": ("jetons qui reviennent", "tokens that come back"),
    "decisive_share": ("quelqu'un décide seul du tour", "somebody alone decides the round"),
    "lifted_by_own_project": ("présupposé tombé par son chantier", "presupposition lifted by its project"),
    "same_three_debates": ("mêmes débats, même ordre", "same debates, same order"),
}  # fmt: skip
"""What is kept of each duration: its key in the table, and its line in the French and the English guide."""
_GUIDES: Final = (("README.md", "mesure", ","), ("README.en.md", "measure", "."))
_MARKS: Final = re.compile(r"(<!-- balance -->\n).*?(<!-- /balance -->)", re.DOTALL)


def measured(slugs: Sequence[str] = (), games: int = GAMES) -> dict[str, Any]:
    """The table, measured: for each scenario and duration the figures of MEASURES, shares of one. Where some
    are named, what is committed of the others stands."""
    found: dict[str, Any] = {"games": games, "scenarios": committed()["scenarios"] if slugs else {}}
    for slug in slugs or library.slugs():
        scenario = library.load(slug).scenario
        assert scenario is not None
        durations: dict[str, dict[str, float]] = {}
        for row in balance.report(scenario, games):
            if row.key in MEASURES:
                durations.setdefault(row.duration, {})[row.key] = round(float(row.value), 4)
        found["scenarios"][slug] = {"durations": durations}
    return found


def committed() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    return whole


def guide(name: str, table: Mapping[str, Any]) -> str:
    """The text of a guide with the table written between its marks."""
    number, (_, title, point) = [g[0] for g in _GUIDES].index(name), next(g for g in _GUIDES if g[0] == name)
    columns = [(slug, d) for slug, one in table["scenarios"].items() for d in one["durations"]]
    lines = [
        f"| {title} | " + " | ".join(f"{slug}, {duration}" for slug, duration in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for key, said in MEASURES.items():
        figures = [table["scenarios"][slug]["durations"][duration][key] for slug, duration in columns]
        shown = [f"{one:.2f}" if key == "gain_correlation" else f"{100 * one:.1f} %" for one in figures]
        lines.append(f"| {said[number]} | " + " | ".join(one.replace(".", point) for one in shown) + " |")
    text = (ROOT / name).read_text("utf-8")
    return _MARKS.sub(lambda found: found[1] + "\n".join(lines) + "\n" + found[2], text)


def write(table: Mapping[str, Any]) -> None:
    """Write the table and both guides."""
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for name, _, _ in _GUIDES:
        (ROOT / name).write_text(guide(name, table), "utf-8")


if __name__ == "__main__":
    write(measured(sys.argv[1:]))
