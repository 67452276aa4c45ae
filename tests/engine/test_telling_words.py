"""What the program says of votes, counts and acts, word for word: what a facilitator reads out."""

import re

import pytest

from engine.content import library
from engine.language import using
from engine.telling import debates, gauges, vocabulary

SIDES = {
    "forecast:p1": (
        "Accord : tiendra", "Plutôt « tiendra », sans accord", "Plutôt « ne tiendra pas », sans accord",
        "Accord : ne tiendra pas",
    ),
    "verdict:1:1": (
        "Accord : COOP", "Plutôt COOP, sans accord", "Plutôt pas COOP, sans accord", "Accord : pas COOP",
    ),
    "statement:1": (
        "Accord avec la phrase", "Plutôt avec la phrase, sans accord", "Plutôt contre la phrase, sans accord",
        "Accord contre la phrase",
    ),
    "of-a-phase-of-ones-own:1": (
        "Accord : oui", "Plutôt oui, sans accord", "Plutôt non, sans accord", "Accord : non",
    ),
}  # fmt: skip
COUNTS = ((10, 0, 0), (5, 2, 3), (2, 5, 3), (0, 10, 0))
"""Of ten answers: all for, half of them for, half of them against, all against."""


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("question", SIDES)
def test_a_room_reads_on_which_side_it_stands_and_whether_it_agrees(question: str) -> None:
    with using("fr"):
        said = [plain(debates.vote_word(question, counts)) for counts in COUNTS]
    assert tuple(said) == SIDES[question]


def test_a_room_reads_why_it_stands_on_no_side() -> None:
    with using("fr"):
        assert debates.vote_word("statement:1", (0, 0, 0)) == ""
        assert plain(debates.vote_word("statement:1", (2, 1, 1))) == "Réserve : moins de 5 réponses"
        assert debates.vote_word("statement:1", (1, 0, 0), alone=True) == ""
        assert debates.vote_word("statement:1", (5, 5, 0)) == "La question nous divise"
        assert debates.vote_word("statement:1", (1, 1, 8)) == "La plupart ne savent pas"


@pytest.mark.parametrize(
    ("changed", "exact", "said"),
    [
        (0, True, "Personne n’a changé d’avis."),
        (0, False, "Les deux votes donnent le même compte."),
        (1, True, "1 personne a changé d’avis."),
        (3, True, "3 personnes ont changé d’avis."),
        (1, False, "1 personne au moins a changé d’avis."),
        (3, False, "3 personnes au moins ont changé d’avis."),
        (None, True, ""),
    ],
)
def test_a_second_vote_says_how_many_changed_their_mind_as_far_as_it_is_known(
    changed: int | None, exact: bool, said: str
) -> None:
    with using("fr"):
        told = plain(debates.outcome("statement:1", (5, 5, 0), changed, exact, alone=False))
    assert told == f"{said} La question nous divise.".strip()
    assert debates.outcome("statement:1", None, changed, exact, alone=False) == ""


def test_tokens_and_lists_are_said_as_one_says_them() -> None:
    with using("fr"):
        assert vocabulary.tokens((0, 0, 0)) == "rien"
        assert plain(vocabulary.tokens((1, 1, 1))) == "1 temps, 1 moyen et 1 appui"
        assert plain(vocabulary.tokens((2, 0, 2))) == "2 temps et 2 appuis"
        assert vocabulary.listed([]) == ""
        assert [vocabulary.kind_word(kind) for kind in ("time", "means", "backing")] == [
            "du temps", "des moyens", "de l’appui",
        ]  # fmt: skip
        assert [plain(vocabulary.kind_means(kind)) for kind in range(3)] == [
            "des heures de présence et de travail", "de l’argent, du matériel, un local",
            "un accord, une signature, un mot à qui décide",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([((0, 0, 0), "au café")], ""),
        ([((1, 1, 0), "au café")], "1 temps et 1 moyen au café"),
        ([((1, 0, 0), "au café"), ((0, 0, 2), "aux droits")], "1 temps au café et 2 appuis aux droits"),
        (
            [((0, 0, 2), "à la table"), ((0, 1, 1), "au café")],
            "2 appuis à la table, et 1 moyen et 1 appui au café",
        ),
    ],
)
def test_a_list_of_gifts_can_be_read_aloud(rows: list[tuple[tuple[int, int, int], str]], said: str) -> None:
    with using("fr"):
        assert plain(vocabulary.places(rows)) == said


def test_what_somebody_did_is_a_sentence_where_it_was_nothing_too() -> None:
    with using("fr"):
        assert (
            plain(vocabulary.promised_and_given("2 temps au café", ""))
            == "promis 2 temps au café ; rien donné"
        )
        assert (
            plain(vocabulary.promised_and_given("", "1 moyen au café"))
            == "rien promis ; donné 1 moyen au café"
        )


def test_the_stamp_says_a_fact_and_the_note_its_tag() -> None:
    with using("fr"):
        facts = [vocabulary.fact_word(fact) for fact in ("kept", "part", "broken", "gift", "void", "none")]
        tags = ("word", "idea", "question", "disagreement", "sentence", "missing", "takeaway", "commitment")
        said = [vocabulary.tag_word(tag) for tag in tags]
    assert facts == ["TENU", "EN PARTIE", "NON TENU", "DON", "SANS OBJET", "TOUT GARDÉ"]
    assert said == [
        "parole", "idée", "question", "désaccord", "phrase du débat", "qui manquait", "ce que j’en retiens",
        "je m’engage à",
    ]  # fmt: skip


def test_the_rungs_of_taking_part_are_in_the_trades_order_and_explained() -> None:
    rungs = ("decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative")
    with using("fr"):
        assert [plain(f"{vocabulary.rung_word(rung)} : {vocabulary.rung_means(rung)}") for rung in rungs] == [
            "décidé d’avance : tout est décidé avant",
            "informer : on dit aux habitants ce qui se fait",
            "consulter : on demande leur avis aux habitants, puis on décide",
            "concerter : on discute avec les habitants avant de décider",
            "co-construire : on décide et on fait avec les habitants",
            "déléguer : ce sont des habitants qui décident",
            "initiative des habitants : des habitants proposent, décident et font",
        ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (40, 41, "En hausse : les gains personnels de ce tour comptent."),
        (40, 40, "Pas de hausse : ce tour, aucun gain personnel ne compte."),
        (40, 39, "En baisse : ce tour, aucun gain personnel ne compte."),
    ],
)
def test_gains_count_only_where_the_common_good_rose(before: int, after: int, said: str) -> None:
    with using("fr"):
        assert plain(gauges.gate_sentence(before, after)) == said


def test_a_move_of_the_common_good_is_told_by_what_made_it() -> None:
    with using("fr"):
        assert plain(gauges.why_moved(4, -3)) == "+4 des chantiers, −3 d’usure"
        assert plain(gauges.why_moved(0, -3)) == "rien des chantiers, −3 d’usure"
        assert plain(gauges.why_moved(4, 0)) == "+4 des chantiers"


@pytest.mark.parametrize("slug", library.slugs())
def test_a_question_of_debate_is_one_that_who_plays_alone_can_be_asked(slug: str) -> None:
    several = re.compile(r"\bvous (?:\w+ )?(?:aur|av|êt|ét|ser)\w* \w+(?:és|ées|us|ues|is|ises)\b")
    scenario = library.load(slug).scenario
    assert scenario is not None
    for card in scenario.debates:
        for text in (card.question, card.statement):
            for easy in (False, True):
                assert not several.search(plain(text.read("fr", easy))), card.id
