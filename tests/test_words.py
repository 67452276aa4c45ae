"""Every word of the program exists in both languages, and its French is set as print would set it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import language
from engine.language import LANGUAGES, use

ROOT = Path(__file__).parent.parent
FIELDS = re.compile(r"\{(\w*)[^}]*\}")


@pytest.fixture(autouse=True)
def _back_to_french() -> Iterator[None]:
    use("fr")
    yield
    use("fr")


def spoken() -> Iterator[tuple[Path, int, str, str | None]]:
    """Every text of the code: file, line, text, and its plural where it has one."""
    for file in sorted([*ROOT.glob("engine/**/*.py"), *ROOT.glob("game/**/*.py")]):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                wanted = {"tr": 1, "ntr": 2}.get(node.func.id, 0)
                texts = [a.value for a in node.args[:wanted] if isinstance(a, ast.Constant)]
                if wanted and len(texts) == wanted and all(isinstance(t, str) for t in texts):
                    yield file, node.lineno, texts[0], texts[1] if wanted == 2 else None


def catalogue() -> polib.POFile:
    whole = polib.POFile()
    for file in sorted([*ROOT.glob("engine/locale/en/*.po"), *ROOT.glob("game/locale/en/*.po")]):
        whole.extend(polib.pofile(str(file)))
    return whole


ENGLISH = {entry.msgid: entry for entry in catalogue() if not entry.obsolete}


def test_everything_said_in_french_has_its_english() -> None:
    missing = []
    for file, line, one, many in spoken():
        entry = ENGLISH.get(one)
        said = entry and (all(entry.msgstr_plural.values()) if many else entry.msgstr)
        if not said:
            missing.append(f"{file.relative_to(ROOT)}:{line}: {one!r}")
    assert not missing, "no English for:\n" + "\n".join(missing)


def test_a_plural_in_the_code_is_the_plural_of_the_catalogue() -> None:
    plurals = {one: many for _, _, one, many in spoken() if many and one in ENGLISH}
    assert plurals == {one: ENGLISH[one].msgid_plural for one in plurals}


def test_no_english_is_kept_for_words_nobody_says() -> None:
    strings = {
        node.value
        for file in [*ROOT.glob("engine/**/*.py"), *ROOT.glob("game/**/*.py")]
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not [msgid for msgid in ENGLISH if msgid not in strings]


def test_the_same_words_are_never_translated_in_two_ways() -> None:
    said: dict[str, set[str]] = {}
    for entry in catalogue():
        said.setdefault(entry.msgid, set()).add(str(entry.msgstr or entry.msgstr_plural))
    assert not {msgid: ways for msgid, ways in said.items() if len(ways) > 1}


def test_english_fills_the_same_fields_as_french() -> None:
    def fields(*texts: str) -> set[str]:
        return set(FIELDS.findall(" ".join(texts)))

    assert not [
        entry.msgid
        for entry in ENGLISH.values()
        if fields(entry.msgstr, *entry.msgstr_plural.values()) - fields(entry.msgid, entry.msgid_plural)
    ]


def test_a_language_that_does_not_exist_is_refused_with_the_list_of_those_that_do() -> None:
    with pytest.raises(ValueError, match="fr, en"):
        use("tlh")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Qui s'engage ?", "Qui s’engage\u202f?"),
        ("Qui s'engage?", "Qui s’engage\u202f?"),
        ("La règle : parler", "La règle\u00a0: parler"),
        ("« Oui »", "«\u202fOui\u202f»"),
        ("18 h 30", "18\u00a0h\u00a030"),
        ("1 362 quartiers", "1\u202f362 quartiers"),
        ("à 18:00", "à 18:00"),
    ],
)
def test_french_is_set_as_print_sets_it(written: str, printed: str) -> None:
    assert language.typo(written) == printed


@given(st.text())
def test_setting_a_text_twice_changes_nothing_more(text: str) -> None:
    once = language.typo(text)
    assert language.typo(once) == once


def test_what_is_quoted_in_a_quotation_has_the_marks_of_the_level_below() -> None:
    said = language.typo("Je ne peux pas leur dire « bientôt ».")
    assert language.tr("« {text} »", text=said) == "«\u202fJe ne peux pas leur dire “bientôt”.\u202f»"
    thrice = language.tr("« {text} »", text=language.tr("« {text} »", text=said))
    assert thrice == "«\u202f“Je ne peux pas leur dire ‘bientôt’.”\u202f»"
    assert language.tr("{tag} : « {text} »", tag="«\u202fidée\u202f»", text="oui").startswith(
        "«\u202fidée\u202f»"
    )
    language.add_catalogue("game")
    use("en")
    assert language.tr("« {text} »", text="I can’t tell them “soon”.") == "“I can’t tell them ‘soon’.”"


@given(st.text(alphabet="ab'’ !?:;/\\.%€12"), st.sampled_from(LANGUAGES))
def test_what_is_put_into_a_sentence_stays_as_it_was_written(value: str, spoken_in: str) -> None:
    use(spoken_in)
    assert value in language.tr("« {text} »", text=value)
    assert value in language.tr(
        "Le scénario « {name} » a des défauts : « coop check {name} » les dit tous.", name=value
    )


def test_a_number_put_before_its_unit_does_not_part_from_it() -> None:
    assert language.tr("{n} %", n=50) == "50\u00a0%"


def test_english_keeps_its_own_spaces() -> None:
    use("en")
    assert language.typo("Who? Me: yes!") == "Who? Me: yes!"


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    assert language.ntr("{n} an", "{n} ans", 0) == "0 an"
    assert language.ntr("{n} an", "{n} ans", 2) == "2 ans"


@pytest.mark.parametrize(
    ("number", "french", "english"), [(0.34, "+0,3", "+0.3"), (-2.0, "−2,0", "−2.0"), (0.01, "0,0", "0.0")]
)
def test_changes_carry_their_sign_and_the_decimal_mark_of_the_language(
    number: float, french: str, english: str
) -> None:
    assert language.signed(number, 1) == french
    use("en")
    assert language.signed(number, 1) == english
