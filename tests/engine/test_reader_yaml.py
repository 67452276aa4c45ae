"""YAML as designers write it: the meaning of words, the place of things, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.reader.decode import decode, read_text
from engine.content.reader.nodes import Map, Scalar, Seq, node_at, plain_data
from engine.content.reader.parse import parse


def data(text: str) -> Any:
    node, found = parse(text, "x.yaml")
    assert not found
    assert node is not None
    return plain_data(node)


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.line, d.column) for d in parse(text, "x.yaml")[1]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("18:00", "18:00"),
        ("010", 10),
        ("-7", -7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("2024-02-21", "2024-02-21"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("3.", 3.0),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("9" * 40, "9" * 40),
        ("'12'", "12"),
        ('"true"', "true"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_words_have_the_meaning_of_the_core_schema(written: str, meant: object) -> None:
    value = data(f"a: {written}\n")["a"]
    assert value == meant
    assert type(value) is type(meant)


def test_keys_are_always_text() -> None:
    assert data("{45: 3, true: 1, ~: 2}") == {"45": 3, "true": 1, "~": 2}


def test_every_part_knows_where_it_was_written() -> None:
    node, _ = parse("a:\n  - x\n  - {b: 2}\n", "f.yaml")
    assert isinstance(node, Map)
    part, key = node_at(node, ("a", 1, "b"))
    assert part.mark == ("f.yaml", 3, 9)
    assert key == ("f.yaml", 3, 6)
    assert node_at(node, ("a", 7, "z"))[0] is node.entries["a"]


def test_an_alias_stands_where_it_is_written() -> None:
    node, _ = parse("a: &x bon\nb: *x\nc: &l [1]\nd: *l\n", "f.yaml")
    assert isinstance(node, Map)
    assert node.entries["b"].mark.line == 2
    assert plain_data(node) == {"a": "bon", "b": "bon", "c": (1,), "d": (1,)}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("that: la règle : personne\n", (1, 16)),
        ("a:\n  that: la règle: personne ne\n    bouge\n", (2, 17)),
        ("a: {b: c : d}\n", (1, 10)),
        ("texte: il dit\n  à tous: cela\n", (2, 9)),
    ],
)
def test_a_colon_in_a_text_is_told_at_the_colon(text: str, where: tuple[int, int]) -> None:
    assert codes(text) == [("colon-in-text", *where)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: @x\n", 1),
        ("a:\n\t- b\n", 2),
        ("a: 'x\n", 1),
        ('a: 1\nb: "x\nc: y\nd: z\n', 2),
        ('a: 1\nb: "La place\nc: "On y va"\nd: e\n', 2),
        ('a:\n  - "oui\n  - "non"\n', 2),
        ("a: [1, 2\nb: 3\n", 1),
        ("a: 1\ncost: {means: 2, backing: 2\nlifts: []\n", 2),
        ("a: [1,\n    2] 3\n", 2),
        ("- a\nb: 1\n", 2),
        ("a: b\n  c: d\n", 2),
        ("%YAML 2.0\n---\na: 1\n", 1),
        ("a: *\n", 1),
    ],
)
def test_what_is_not_yaml_is_told_in_words_at_its_line(text: str, line: int) -> None:
    found = parse(text, "x.yaml")[1]
    assert [(d.code, d.line) for d in found] == [("yaml-syntax", line)]


class _OtherWords:
    """A parser that words its complaints otherwise, as another version may."""

    def __init__(self, kind: type[yaml.MarkedYAMLError]) -> None:
        self.kind = kind

    def __call__(self, text: str, **options: Any) -> Any:
        try:
            yield from PARSE(text, **options)
        except yaml.MarkedYAMLError as error:
            kind = type(error) if self.kind is yaml.MarkedYAMLError else self.kind
            raise kind("zork", error.context_mark, "blurp", error.problem_mark) from error


PARSE = yaml.parse
NOT_YAML = [
    "a: @x\n",
    "a:\n\t- b\n",
    "a: 'x\n",
    'a: "x\n---\n',
    "a: [1, 2\nb: 3\n",
    "- a\nb: 1\n",
    "%YAML 2.0\n---\na: 1\n",
    "%FOO\n--- a\n",
    "a: *\n",
    "a: Jeudi : bal\n",
    'a: "C:\\q"\n',
    'a: "Elle dit "oui""\n',
    "a: !x!y z\n",
    "'\n",
    "[" * 30_000,
    "{a: " * 30_000,
    "- " * 30_000,
]


@pytest.mark.parametrize("text", NOT_YAML)
@pytest.mark.parametrize("loader", ["SafeLoader", "CSafeLoader"])
def test_no_word_of_a_parser_reaches_a_designer(
    text: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.content.reader.parse._Loader", getattr(yaml, loader))
    told = parse(text, "x.yaml")[1]
    monkeypatch.setattr(yaml, "parse", _OtherWords(yaml.MarkedYAMLError))
    assert parse(text, "x.yaml")[1] == told, "the same sentence, however the parser words it"
    monkeypatch.setattr(yaml, "parse", _OtherWords(yaml.composer.ComposerError))
    for found in [*told, *parse(text, "x.yaml")[1]]:
        assert found.message.isascii() is False, f"not in French: {found.message}"
        assert not {"zork", "blurp"} & set(found.message.split())


def test_a_complaint_without_a_place_is_told_in_our_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (yaml.YAMLError("blurp"), yaml.MarkedYAMLError("zork", None, "blurp", None)):

        def refuse(_: str, error: Exception = error, **options: Any) -> Any:
            raise error

        monkeypatch.setattr(yaml, "parse", refuse)
        (found,) = parse("a: 1\n", "x.yaml")[1]
        assert (found.code, found.message) == ("yaml-syntax", "ce n’est pas du YAML")


def test_a_quote_that_closes_too_early_is_told_there() -> None:
    (found,) = parse('a: 1\nb: "Elle dit "oui""\n', "x.yaml")[1]
    assert (found.code, found.line, found.column) == ("yaml-syntax", 2, 14)
    assert "referme le texte trop tôt" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "face: {head: x, skin: #edb98a, glasses: y}\nname: X\n",
        "face:\n  skin: #edb98a\n",
        "face: {head: x,\n  skin: #edb98a}\nname: X\n",
        "face: {said: 'l # x', skin: #edb98a}\nname: X\n",
    ],
)
def test_a_colour_taken_for_a_comment_is_told_at_its_sign(text: str) -> None:
    before = text[: text.index("#edb")]
    where = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert codes(text) == [("hash-in-text", *where)]


@pytest.mark.parametrize(
    "text", ["a: # vide\nb: 1\n", "a: {b: 1} # dit\n", "# a\nb: c # d\n", "a: 3 #x\n", "a: x#1\n"]
)
def test_a_comment_is_no_slip(text: str) -> None:
    assert codes(text) == []


def test_a_decimal_comma_is_told_once_for_each_number_and_what_it_should_be() -> None:
    found = parse("posture: {synergy: 2,5, antagonism: -1,5}\n", "x.yaml")[1]
    assert [(d.code, d.column, d.expected) for d in found] == [
        ("decimal-comma", 22, "2.5"),
        ("decimal-comma", 40, "-1.5"),
    ]
    assert codes("{45: 3,90: 4}\n") == [("decimal-comma", 1, 8)], "written so, nobody can tell them apart"
    assert codes("{45: 3, 90: 4}\n") == []


def test_all_duplicates_are_told_and_the_first_is_kept() -> None:
    node, found = parse("a: 1\na: 2\nb: {c: 1, c: [2]}\na: 3\n", "x.yaml")
    assert [(d.code, d.line) for d in found] == [
        ("duplicate-key", 2),
        ("duplicate-key", 3),
        ("duplicate-key", 4),
    ]
    assert node is not None
    assert plain_data(node) == {"a": 1, "b": {"c": 1}}


def test_thirty_thousand_brackets_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in (10, 1_000, 100_000):  # whichever of the two guards is met first
        with monkeypatch.context() as other:
            other.setattr(yaml, "parse", _guarded(limit))
            assert codes("[" * 30_000) == [("too-deep", 1, 65)]


def _guarded(limit: int) -> Any:
    """A parser with a guard of its own against deep texts, which reads ahead before it tells anything."""

    def parse(text: str, **options: Any) -> Any:
        if text.count("[") > limit:
            mark = yaml.Mark("", limit, 0, limit, text, limit)
            raise yaml.scanner.ScannerError("while increasing", mark, "exceeded", mark)
        return PARSE(text, Loader=yaml.SafeLoader)

    return parse


def test_a_bomb_of_aliases_does_no_harm() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert [code for code, *_ in codes("\n".join(lines))] == ["alias-bomb"]


def test_an_empty_text_has_no_root() -> None:
    assert parse("# rien\n", "x.yaml") == (None, [])


@pytest.mark.parametrize("text", ['a: "x" y\n', "? a\n: b\n? [c]\n: d\n", "a: !!int 3\n", "- - - x\n"])
def test_odd_but_legal_shapes_raise_nothing(text: str) -> None:
    parse(text, "x.yaml")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert decode("\ufeffid: été".encode(), "x.yaml") == ("id: été", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_never_taken_in_silence(encoding: str) -> None:
    text, found = decode("id: bal\n".encode(encoding), "x.yaml")
    assert text is None
    assert [(d.code, d.line) for d in found] == [("not-utf8", 1)]


def test_another_encoding_is_told_at_its_first_wrong_letter() -> None:
    text, found = decode("id: x\ntitle: é\n".encode("cp1252"), "x.yaml")
    assert text is None
    assert [(d.code, d.line, d.column) for d in found] == [("not-utf8", 2, 8)]


def test_an_invisible_character_is_told_where_it_hides() -> None:
    text, found = decode("id: x\nti\x08tle: e\nshort: l’\u200bété\n".encode(), "x.yaml")
    assert text == "id: x\ntitle: e\nshort: l’été\n", "the rest can be judged"
    assert [(d.code, d.line, d.column) for d in found] == [
        ("character-forbidden", 2, 3),
        ("character-forbidden", 3, 10),
    ]
    assert "U+0008" in found[0].message
    assert "espace de largeur nulle (U+200B)" in found[1].message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    text, found = read_text(tmp_path / "none.yaml")
    assert text is None
    assert found[0].code == "file-unreadable"


def test_without_the_c_library_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.content.reader.parse._Loader", yaml.SafeLoader)
    assert data("a: [x, 'y', \"z\"]\nb: >-\n  long\n  texte\n") == {"a": ("x", "y", "z"), "b": "long texte"}
    assert codes("a: la règle : personne\n") == [("colon-in-text", 1, 13)]


TEXTS = st.text(alphabet=st.sampled_from(list(":-?[]{},&*!|>'\"%@`# \n\tabé01~<")), max_size=80)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_tree_or_a_reason(text: str) -> None:
    node, found = parse(text, "x.yaml")
    assert node is None or isinstance(node, Map | Seq | Scalar)
    assert all(d.line >= 1 and d.message for d in found)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_reason(raw: bytes) -> None:
    text, found = decode(raw, "x.yaml")
    assert text is not None or found
    if text is not None:
        parse(text, "x.yaml")
