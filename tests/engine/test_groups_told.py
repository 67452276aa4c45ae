"""What became of councils, told while they are played and once it is over: transcript, record, reasons."""

import json

import pytest

from engine import language
from engine.content.model import Condition, Tokens
from engine.debrief import record as measures
from engine.play.commands import Confirm, Finish, Place, Promise
from engine.play.table import Act, AnswerRecord, Reason
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.record import without
from engine.report.tables import tables
from engine.rules import state as states
from engine.rules.groups import build_groups
from engine.rules.record import blank
from engine.session.session import Session
from engine.telling import conditions, exercise, groups, reasons, requests
from engine.telling.reader import Reader
from engine.transcript import story, table
from engine.view import of
from engine.view.types import CONSOLE, ROOM
from tests.engine import councils
from tests.engine.driving import code, go, promise, session
from tests.engine.small import begin

READER = Reader("fr")
ALL_HELD = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
HALL, QUAY, LOCK = "helping-hall", "helping-quay", "helping-lock"
"""Those that may be helped at first: Di belongs to the Hall, and the Lock's sleeps."""


def played(*given: tuple[str, str, str], promised: tuple[tuple[str, str, str], ...] = ()) -> Session:
    """A session whose first round brings these tokens, each from somebody to a project, and no others; it has
    come to its reveal."""
    whole = councils.to("negotiation", ALL_HELD)
    for who, project, kind in promised:
        promise(whole, who, project, *(int(kind == one) for one in ("time", "means", "backing")))
    go(whole, "choice")
    for who, project, kind in given:
        whole.do(Place(who=who, project=project, token=kind, by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    return go(whole, "reveal")


ASKED = ("di", HALL, "backing"), ("ana", HALL, "time")
UNASKED = (("ana", HALL, "time"),)


def told(whole: Session, language_: str = "fr") -> str:
    steps = ((c, of(whole.history[n], ROOM, language_)) for n, c in enumerate(whole.commands))
    return " ".join("\n".join(story.lines(steps, language_)).split())


def test_a_round_opens_with_how_they_stand_and_what_help_does() -> None:
    text = told(councils.to("negotiation", ALL_HELD))
    for words in (
        "3 ateliers sur 5 · Bien-être social : 6 × 3 = 18",
        "La Halle : vie 1, autonomie 2 · Le Quai : vie 3, autonomie 1 · Le Moulin : vie 2, autonomie 3 · "
        "en sommeil : L’Écluse et Le Pré",
        "Tous les ateliers : autonomie +1",
        "en sommeil : L’Écluse et Le Pré Sans aide, ce tour : −6 · s’endort : La Halle",
        "Aller aider à la Halle (demande 1 temps) : Bien-être social −3, et 6 de sauvés du sommeil · "
        "vie +2, autonomie −1 (gardée si Di le demande : 1 appui)",
        "Aller aider à l’Écluse (demande 1 temps) : vie +2, autonomie −1",
    ):
        assert words in text, words


def test_a_group_that_has_nothing_to_unlearn_is_not_told_to_unlearn_it() -> None:
    whole = councils.to("negotiation", ALL_HELD)
    whole.game.state.autonomy[:] = 0
    (line,) = (line for line in table.negotiation(whole.view(ROOM)) if "à la Halle" in line)
    assert line.endswith(("· vie +2", "\u00a0: vie +2")), line


def _has(seed: int, project: str) -> bool:
    return project in councils.to("negotiation", ALL_HELD, seed).game.open


@pytest.mark.parametrize("project", ["garden", "clinic", "desk", "bikes", "feast"])
def test_a_card_promises_the_common_good_what_the_reveal_says_that_it_brought(project: str) -> None:
    """What it keeps from falling asleep is told apart: the reveal counts that by losing less."""
    whole = councils.to("negotiation", ALL_HELD, next(s for s in range(30) if _has(s, project)))
    board, state = whole.game.board, whole.game.state
    said = groups.changes_said(whole.game, READER, project)
    record, after = blank(board), states.copy(state)
    build_groups(board, after, record, whole.game.names.project(project))
    added = int(record.ind_built[board.gate])
    assert (f"Bien-être social +{added}" in said) == bool(added), said


def test_what_falls_asleep_all_the_same_is_told_with_what_it_learnt() -> None:
    whole = councils.to("negotiation", ALL_HELD, next(s for s in range(30) if _has(s, "garden")))
    whole.game.state.life[1], whole.game.state.autonomy[1] = 1, 0
    said = groups.changes_said(whole.game, READER, "garden")
    assert said == "Santé +2, Bien-être social +6, dont 6 aussitôt en sommeil"


def test_help_is_told_by_the_group_and_is_no_work_that_is_done() -> None:
    text = told(played(*ASKED))
    assert "La Halle : aide demandée, et venue d’Ana ; vie 1 → 2." in text
    assert "Aller aider à la Halle : terminé" not in text
    assert "Aller aider à la Halle. " not in text
    assert "Le Quai : vie 3 → 2." in text


def test_what_was_promised_and_not_given_is_told_all_the_same() -> None:
    whole = played(promised=(("cy", QUAY, "time"), ("di", HALL, "backing")))
    text = told(whole)
    assert "Aller aider au Quai. Promis, mais pas donné : par Cy." in text
    assert "Aller aider à la Halle. Promis, mais pas donné : par Di." in text
    assert "La Halle : en sommeil ; vie 1 → 0." in text
    assert "Il manque 1 temps" not in text.split("Révélation")[1].split("Chantier")[0]


def test_whose_time_came_back_did_not_come() -> None:
    """Two went to help the same; the time of one was not needed."""
    whole = played(("ana", LOCK, "time"), ("cy", LOCK, "time"))
    (lock,) = (move for move in groups.moves(whole.game, READER, 1) if move.group.id == "lock")
    (came,) = lock.came
    name = {"ana": "d’Ana", "cy": "de Cy"}[came]
    words = f"L’Écluse : aide non demandée, {name} ; réveil ; vie 0 → 1, autonomie 1 → 0."
    assert " ".join(lock.said.split()) == words


def test_who_asked_and_saw_nobody_come_is_told() -> None:
    assert "La Halle : aide demandée, et personne n’est venu ; en sommeil ; vie 1 → 0." in told(
        played(("di", HALL, "backing"))
    )


def test_who_counts_them_is_told() -> None:
    text = told(played())
    assert "2 ateliers sur 5 · Bien-être social : 4 × 3 = 12 · Bo : −2 (le nombre)" in text


@pytest.mark.parametrize(("n", "words"), [(0, "Ateliers : 0 sur 5"), (1, "Ateliers : 1 sur 5")])
def test_one_or_none_of_them_is_no_plural(n: int, words: str) -> None:
    said = groups.count(councils.to("negotiation", ALL_HELD).game, READER, n)
    assert " ".join(said.split()) == words


@pytest.mark.parametrize("language_", ["fr", "en"])
def test_the_end_tells_them_in_both_languages(language_: str) -> None:
    whole = played(*ASKED, ("cy", LOCK, "time"))
    whole.do(Finish())
    said = {
        "fr": ("Les cinq ateliers : 3 en éveil au début, 4 à la fin.", "réveil ; vie 0 → 1"),
        "en": ("Les cinq ateliers: 3 awake at the start, 4 at the end.", "awake; life 0 → 1"),
    }[language_]
    text = told(whole, language_)
    for words in said:
        assert " ".join(words.split()) in text


# ---- The record ----------------------------------------------------------------------------------------


def over(*given: tuple[str, str, str]) -> Session:
    whole = played(*given)
    whole.do(Finish())
    return whole


def test_the_record_tells_every_group_after_every_round_in_every_format() -> None:
    made = build.record(over(*ASKED, ("cy", LOCK, "time")))
    assert [(one.round, one.awake, one.all, one.autonomy) for one in made.awake] == [
        (0, 3, 5, 6),
        (1, 4, 5, 6),
    ]
    hall = [one for one in made.groups if one.title == "La Halle"]
    assert [(one.round, one.life, one.autonomy, one.help, one.by) for one in hall] == [
        (0, 1, 2, "", ()), (1, 2, 2, "asked", ("Ana",)),
    ]  # fmt: skip
    (lock,) = (one for one in made.groups if (one.title, one.round) == ("L’Écluse", 1))
    assert (lock.life, lock.help, lock.by) == (1, "helped", ("Cy",))
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-groups.csv", ".json"):
        assert "aide demandée, et venue d’Ana" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["awake"][1]["awake"] == 4
    assert {"groups", "awake"} <= {one.id for one in tables(made)}
    left = without(made, frozenset({"groups"}))
    assert (left.groups, left.awake) == ((), ())


def test_help_is_no_project_of_the_record() -> None:
    made = build.record(over(*ASKED))
    assert made.rounds[0].completed == ()
    assert not any("Aller aider" in line for line in made.story)


def test_its_pages_tell_what_befell_them_and_how_they_stand() -> None:
    from engine.report.pages import _told

    (part,) = _told(build.record(over(*ASKED, ("cy", LOCK, "time"))))["needs"]
    start, first, now = part["rows"]
    assert (start["head"], start["said"]) == ("Début", "")
    assert "venue d’Ana" in first["said"]
    assert "Le Quai" not in first["said"], "it only lost some life"
    assert "L’Écluse : vie 1, autonomie 0" in " ".join(now["overheard"].split())


def test_sessions_side_by_side_count_them() -> None:
    one, other = build.record(over(*ASKED)), build.record(go(session(), "reveal"))
    (table,) = (t for t in compared([("une", one), ("autre", other)]).tables if t.id == "participation")
    rows = {row[0]: row[1:3] for row in table.rows}
    assert rows["Groupes en éveil, au début"] == ("3 sur 5", NOTHING)
    assert rows["Groupes en éveil, à la fin"] == ("3 sur 5", NOTHING)
    assert rows["Aides demandées, et venues"] == (1, NOTHING)
    assert rows["Aides non demandées"] == (0, NOTHING)


def test_help_that_was_asked_for_is_given_to_the_commons() -> None:
    """Help that nobody asked for is not: it takes some autonomy away."""
    asked, unasked = (measures.rounds(played(*given).game)[0] for given in (ASKED, UNASKED))
    assert (asked.to_commons, unasked.to_commons) == (2, 0)
    assert asked.completed == ()


# ---- What is said of it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "reason", "words"),
    [
        ("ana", "full", "Quelqu’un a déjà promis d’y aller."),
        ("ana", "unfit", "Je n’ai pas de temps pour y aller."),
        ("di", "unfit", "Je n’ai pas d’appui pour le demander."),
        ("di", "full", "Nous avons déjà demandé."),
        ("ana", "dearer", "Je donne d’abord pour l’aide à la Halle."),
    ],
)
def test_a_reason_fits_going_to_help_or_asking_for_it(who: str, reason: str, words: str) -> None:
    game = councils.to("negotiation", ALL_HELD).game
    assert reasons.said(game, READER, Reason(who, reason, HALL, HALL)) == words


def test_what_weighed_is_no_work_either() -> None:
    game = councils.to("negotiation", ALL_HELD).game
    said = [reasons.decided(game, READER, Reason(who, "loss", HALL, HALL)) for who in ("di", "ana")]
    assert "demander de l’aide" in said[0]
    assert "y aller" in said[1]
    assert "cette aide" in reasons.decided(game, READER, Reason("ana", "interest", HALL, HALL))


def test_one_asks_a_member_to_ask_and_anybody_else_to_go() -> None:
    game = councils.to("negotiation", ALL_HELD).game
    said = [
        requests.request(game, READER, AnswerRecord("bo", asked, HALL, (0, 0, 0))) for asked in ("di", "ana")
    ]
    assert " ".join(said[0].split()) == "Bo invite Di à demander de l’aide à la Halle :"
    assert " ".join(said[1].split()) == "Bo demande à Ana d’aller aider à la Halle :"


def test_a_condition_counts_them() -> None:
    scenario = councils.scenario()
    for key, words in (
        ("awake", "2 groupes au moins sont éveillés"),
        ("autonomous", "2 groupes éveillés au moins ont 3 d’autonomie ou plus"),
    ):
        said = conditions.words(scenario, READER, Condition.model_validate({key: {"150": 2}}), "150")
        assert said == words


def test_those_who_train_are_told_that_somebody_went_not_that_a_work_is_done() -> None:
    whole = go(played(*ASKED), "debate")
    act = Act("1.ana", "ana", HALL, "gift", "any")
    said = exercise._fact(whole.game, READER, whole.game.playing, act)
    assert said == "À la fin du tour, quelqu’un est allé aider à la Halle."


def test_a_debate_about_what_was_built_is_not_held_about_help() -> None:
    plain = councils.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    built = {"id": "built", "about": "completed", "question": "{project} ?", "statement": "C'est fait."}
    whole = councils.session(ALL_HELD, debates=[built, *plain])
    go(whole, "choice")
    for who, project, kind in ASKED:
        whole.do(Place(who=who, project=project, token=kind, by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    go(whole, "debate")
    about_help = [act for act in whole.game.playing.acts if act.project == HALL]
    assert about_help
    assert all("built" not in (act.card, *act.others) for act in about_help)


@pytest.mark.parametrize(
    ("who", "tokens", "why"),
    [
        ("ana", (0, 0, 1), "asked-by-members"),
        ("di", (1, 0, 0), "not-from-within"),
    ],
)
def test_why_tokens_are_not_promised_there_is_told(who: str, tokens: tuple[int, ...], why: str) -> None:
    time, means, backing = tokens
    made = Promise(who=who, project=HALL, tokens=Tokens(time=time, means=means, backing=backing))
    assert code(councils.to("negotiation", ALL_HELD), made) == why


def test_everything_is_said_in_english_too() -> None:
    whole = over(*ASKED, ("cy", LOCK, "time"))
    with language.using("en"):
        made = build.record(whole)
        assert {table.title for table in tables(made)} >= {
            "How many groups are awake", "The groups, round by round",
        }  # fmt: skip


def test_whoever_looks_to_the_number_reads_so_on_their_own_sheet_and_in_what_a_round_brought() -> None:
    whole = played()  # nobody helps: the Hall falls asleep
    sheets = {who.id: who.secret for who in whole.view(CONSOLE).characters}
    bo, ana = sheets["bo"], sheets["ana"]
    assert bo is not None
    assert ana is not None
    assert ana.interest == ""
    assert (
        bo.interest.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
        == "Ateliers éveillés : +2 pour chacun de plus, −2 pour chacun de moins"
    )
    assert bo.round is not None
    assert ("Ateliers éveillés", -2.0) in bo.round.projects
