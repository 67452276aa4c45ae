"""What is wrong with content, said once: where, what, what was expected, and the nearest valid name.

Everything that reads or judges content returns `Diagnostic`s and never stops at the first. A code is stable:
it is documented in `engine/check/README.md`, and `tests/engine/bad_content/<code>/` shows content that
gets it.
"""

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from engine.language import ntr, tr

Severity = Literal["error", "advice"]
Code = Literal[
    "acronym-unexplained", "act-conditional", "agenda-idle", "agenda-phase", "agenda-starves",
    "alias-bomb", "alias-recursive", "alias-unknown", "aloud-sentence", "aloud-sign", "arranged-gate",
    "bad-id", "ballot-missing", "ballot-phase", "baton-missing", "belief-of-oneself", "belief-unanswered",
    "bridge-itself", "card-unknown", "card-unused", "cause-untold", "character-forbidden",
    "character-lookalike", "colon-in-text", "comma-in-text", "commons-projects", "condition-never",
    "corner-bare", "corner-out-of-reach", "corner-tied", "corners-core", "corners-missing",
    "corners-phase", "cost-out-of-reach", "count", "decimal-comma", "dislodged-never", "duplicate-key",
    "duration-missing", "effect-nothing", "ending-unreachable", "face-down", "face-unknown",
    "family-empty", "fetch-never", "fetch-untold", "few-core", "few-ideas", "few-projects", "file-empty",
    "file-ignored", "file-too-large", "file-unreadable", "first-many", "first-waits", "ground-idle",
    "group-idle", "groups-gate", "groups-missing", "groups-start", "hash-in-text", "hearing-never",
    "hearing-silent", "heir-in-cast", "heir-missing", "hoarding-never", "hour-kept", "hours-nowhere",
    "id-not-file-name", "idea-idle", "idea-nobodys", "idea-submitted", "idea-unpriced", "internal",
    "key-not-text", "label-unknown", "letter-undrawn", "lifts-nothing", "list-length", "listed-twice",
    "mandate-idle", "mandate-keep", "merge-key", "missing-key", "name-unknown", "need-nowhere",
    "need-tied", "never-raised", "no-last-ending", "no-open-debate", "no-success", "no-tokens",
    "not-utf8", "notes-missing", "nothing-to-choose", "one-gate", "one-kind", "out-of-bounds",
    "override-id", "override-same", "panel-past", "people-order", "phase-free", "phases-order",
    "pictogram-unknown", "place-article", "place-silent", "placeholder-dropped", "placeholder-empty",
    "placeholder-statement", "placeholder-unknown", "plain-missing", "plain-same", "plain-sentence",
    "plain-words", "price-too-high", "project-never", "public-idle", "put-off-never", "rumour-late",
    "same-look", "same-name", "same-stakes", "scenario-unknown", "seat-twice", "several-documents",
    "shrinks", "sites-idle", "situation-no-act", "softens-more", "softens-nothing", "space-missing",
    "stakes-on-gate", "stakes-sum", "strip-never", "strip-too-long", "tag-forbidden", "term-unused",
    "thing-misplaced", "thing-missing", "thing-unknown", "too-deep", "too-long", "too-rich",
    "translation-extra", "translation-missing", "translation-same", "translation-stale",
    "translation-unstamped", "unknown-choice", "unknown-key", "untranslated", "vote-never",
    "walker-nowhere", "week-idle", "works-harmless", "works-missing", "works-nowhere", "works-soften",
    "works-too-long", "wrong-type", "wrong-value", "yaml-syntax",
]  # fmt: skip
ALIKE, THE_SAME = 0.7, 0.83
"""How much alike two names are for one to be suggested for the other, or taken for a slip of the fingers."""
CLEAN, DEFECTS, CANNOT_RUN = 0, 1, 2


class Mark(NamedTuple):
    """A place in a file; line and column count from 1, 0 when only the file is known."""

    file: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One defect, or one piece of advice (which fails nothing). Texts are in the language in use."""

    code: Code
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    hint: str = ""
    expected: str = ""
    severity: Severity = "error"

    @classmethod
    def at(
        cls,
        mark: Mark,
        code: Code,
        message: str,
        *,
        expected: str = "",
        hint: str = "",
        severity: Severity = "error",
    ) -> "Diagnostic":
        """A diagnostic at a place."""
        return cls(code, message, mark.file, mark.line, mark.column, hint, expected, severity)


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint naming the valid name most like `name`, or "" when none is."""
    near = close(name, names)
    return tr("Vouliez-vous dire « {name} » ?", name=near) if near else ""


def close(name: str, names: Iterable[str], alike: float = ALIKE) -> str:
    """The valid name most like `name`, or "" when none is so much alike (0 to 1)."""
    listed = {one.lower(): one for one in names if one != name}
    near = difflib.get_close_matches(name[:80].lower(), listed, n=1, cutoff=alike)
    return listed[near[0]] if near else ""


def named(names: Iterable[str]) -> str:
    """Valid names as one line."""
    return ", ".join(names)


def shown(path: Path) -> str:
    """A path as people want to read it: relative when it lies under the current folder."""
    try:
        here = Path.cwd()
        return (here / path).relative_to(here).as_posix()
    except (ValueError, OSError):  # it lies elsewhere, or the current folder is gone
        return path.as_posix()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without repeats, by file, line, column, then defects before advice."""
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (d.file, d.line, d.column, d.severity != "error", d.code, d.message),
        )
    )


def exit_code(diagnostics: Iterable[Diagnostic], strict: bool = False) -> int:
    """0 when nothing is wrong (advice aside, unless `strict`), 1 otherwise; 2 is for what could not be looked
    at."""
    codes = {d.code for d in diagnostics if strict or d.severity == "error"}
    if codes & {"scenario-unknown", "internal"}:
        return CANNOT_RUN
    return DEFECTS if codes else CLEAN


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """One block of lines per diagnostic, then a count; ends without a newline."""
    ordered = in_order(diagnostics)
    lines = [line for d in ordered for line in _block(d)]
    errors = sum(d.severity == "error" for d in ordered)
    advice = len(ordered) - errors
    lines.append(
        ntr("{n} défaut", "{n} défauts", errors) + ", " + ntr("{n} conseil", "{n} conseils", advice)
        if ordered
        else tr("Rien à signaler")
    )
    return "\n".join(lines)


def _block(d: Diagnostic) -> list[str]:
    place = ":".join([d.file] + [str(n) for n in (d.line, d.column) if n]) if d.file else "–"
    kind = d.code if d.severity == "error" else f"{d.code} ({tr('conseil')})"
    lines = [f"{place}: {kind}: {d.message}"]
    if d.expected:
        lines.append("    " + tr("Attendu :") + f" {d.expected}")
    if d.hint:
        lines.append("    " + d.hint)
    return lines


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The same as a JSON list of objects whose keys are the fields of `Diagnostic`."""
    return json.dumps([asdict(d) for d in in_order(diagnostics)], ensure_ascii=False, indent=2)
