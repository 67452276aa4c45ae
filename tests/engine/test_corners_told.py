"""What became of strips, told while they are read and once it is over: debates, transcript, record."""

import json

import pytest

from engine import language
from engine.content.model import Condition
from engine.debrief.alternatives import branch
from engine.play.commands import Carry, Finish, Invite, PickAct, Sit, Tally, Write
from engine.play.exercise import exercise as exercise_of
from engine.play.reworded import reworded
from engine.play.table import Act
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.pages import _told
from engine.report.record import without
from engine.report.tables import tables
from engine.session.session import Session
from engine.telling import conditions, exercise
from engine.telling.reader import Reader
from engine.transcript import story
from engine.view import of
from engine.view.types import ROOM
from tests.engine import corner
from tests.engine.driving import go, session
from tests.engine.small import begin

READER = Reader("fr")
BENCH, TIDY = "On veut un banc devant le 14.", "Les habitants veulent un banc."
ALL = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
CARD: dict[str, object] = {
    "id": "words",
    "about": "strip",
    "question": "Changer les mots ?",
    "statement": "C'est juste.",
}


def _cards(*more: dict[str, object]) -> list[dict[str, object]]:
    plain = corner.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    return [*more, *plain]


def read(whole: Session, hill: str = "", dale: str = "", says: str = "yes") -> Session:
    """A round of strips: what the hill wrote is read as `hill` in the dale, what the dale wrote as `dale` on
    the hill (as written where ""); the hill's people all say the same. Then the reveal."""
    go(whole, "strips", "write", whole.game.playing.number + (whole.game.table.phase in ("reveal", "debate")))
    whole.do(Write(corner="hill", text=BENCH))
    go(whole, "strips", "read")
    whole.do(Carry(corner="hill", to="dale", text=hill))
    whole.do(Carry(corner="dale", to="hill", text=dale))
    counts = {"yes": (3, 0, 0), "no": (0, 3, 0), "partly": (0, 0, 3)}[says]
    question = f"fidelity:{whole.game.playing.number}.1"
    whole.do(Tally(question=question, yes=counts[0], no=counts[1], unsure=counts[2]))
    return go(whole, "reveal", "", whole.game.playing.number)


def betrayed() -> Session:
    """The first reveal, at which the hill disowns what was read of it."""
    return read(corner.to("negotiation", debates=_cards(CARD)), hill=TIDY, says="no")


def told(whole: Session, language_: str = "fr") -> str:
    steps = ((c, of(whole.history[n], ROOM, language_)) for n, c in enumerate(whole.commands))
    return " ".join("\n".join(story.lines(steps, language_)).split())


# ---- Debates --------------------------------------------------------------------------------------------


def test_a_strip_that_is_disowned_is_what_the_scribe_did_and_comes_first() -> None:
    whole = go(betrayed(), "debate")
    first = whole.game.playing.acts[0]
    assert (first.who, first.project, first.fact, first.card) == ("bo", "", "strip", "words")
    debate = whole.view(ROOM).debate
    assert debate is not None
    assert debate.picked is not None
    assert " ".join(debate.picked.sentence.split()) == (
        "Bo a lu une bande. La Butte : bande lue au Vallon ; 5 mots ne sont pas comme ils sont écrits. "
        "« Ce n’est pas ce que nous avons dit. »"
    )
    assert debate.picked.question == "Changer les mots\N{NARROW NO-BREAK SPACE}?"


def test_once_a_room_has_debated_a_strip_others_come_behind_other_acts() -> None:
    whole = read(betrayed(), hill=TIDY, says="partly")
    acts = go(whole, "debate", "vote", 2).game.playing.acts
    assert acts[0].fact != "strip"
    assert [act.fact for act in acts].count("strip") == 1
    strip = next(act for act in acts if act.fact == "strip")
    whole.do(PickAct(act=strip.id))
    assert whole.game.playing.picked == strip.id


@pytest.mark.parametrize(
    ("hill", "says", "asked"),
    [
        ("", "yes", False),
        ("", "partly", False),
        ("", "no", True),
        (TIDY, "yes", True),
        (TIDY, "partly", True),
    ],
)
def test_only_words_that_changed_or_are_disowned_are_debated(hill: str, says: str, asked: bool) -> None:
    whole = read(corner.to("negotiation", debates=_cards(CARD)), hill, says=says)
    assert [one.corner for one in reworded(whole.game.playing)] == ["hill"] * asked
    assert ("strip" in [act.fact for act in whole.game.playing.acts]) == asked


def test_without_a_card_about_strips_nobody_debates_one() -> None:
    whole = read(corner.to("negotiation"), TIDY, says="no")
    assert "strip" not in [act.fact for act in whole.game.playing.acts]


def test_a_card_about_strips_fits_no_other_act() -> None:
    whole = betrayed()
    assert all("words" not in (act.card, *act.others) for act in whole.game.playing.acts[1:])


def test_what_was_disowned_comes_before_what_was_only_arranged() -> None:
    whole = read(corner.to("negotiation", debates=_cards(CARD)), TIDY, "Il faut des bus.", "no")
    assert [one.corner for one in reworded(whole.game.playing)] == ["hill", "dale"]


def test_those_who_train_tell_the_words_from_what_one_supposes() -> None:
    whole = betrayed()
    act = whole.game.playing.acts[0]
    asked = exercise_of(whole.game, act)
    assert asked.readings == (), "words are no tokens"
    said = dict(exercise.sentences(whole.game, READER, whole.game.playing, act, asked))
    assert " ".join(said["fact"].split()) == f"La Butte, sur sa bande : « {BENCH} »"
    assert "Bo" in said["presupposition"] or "On dit" in said["presupposition"]
    yours = exercise.sentences(whole.game, Reader("fr", you="bo"), whole.game.playing, act, asked)
    assert dict(yours)["fact"] == said["fact"]


def test_of_a_strip_on_paper_its_corner_is_the_fact() -> None:
    whole = corner.to("negotiation", debates=_cards(CARD))
    go(whole, "strips", "read")
    whole.do(Carry(corner="hill", to="dale", arranged=True))
    go(whole, "reveal")
    act = Act("1.bo.strip.hill", "bo", "", "strip", "words")
    said = exercise._fact(whole.game, READER, whole.game.playing, act)
    assert " ".join(said.split()) == "Cette bande vient d’un autre coin : La Butte."
    (first, *_) = build.record(whole).strips
    assert (first.written, first.read, first.arranged, first.changed) == ("", "", True, 0)


# ---- Conditions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"faithful": {"150": 2}}, "2 bandes reconnues au moins tiennent"),
        ({"faithful": 1}, "1 bande reconnue au moins tient"),
        ({"bridges": 1}, "1 pont au moins est fini"),
        ({"bridges": {"150": 2}}, "2 ponts au moins sont finis"),
    ],
)
def test_conditions_count_strips_and_bridges(asked: dict[str, object], said: str) -> None:
    condition = Condition.model_validate(asked)
    assert conditions.words(corner.scenario(), READER, condition, "150") == said


# ---- The transcript -------------------------------------------------------------------------------------


def test_a_round_opens_with_who_sits_where_and_a_project_says_who_may_give() -> None:
    text = told(corner.to("negotiation"))
    for words in (
        "La Butte : Ana · Le Vallon : Di, avec Cy Aucune bande reconnue",
        "Bien-être social +2 · On n’y donne que si l’on siège à la Butte.",
    ):
        assert words in text, words


def test_strips_are_told_once_as_they_are_written_read_and_recognised() -> None:
    text = told(betrayed())
    for words in (
        f"La Butte, sur sa bande : « {BENCH} »",
        "Le Vallon, sur sa bande : « Le bus passe plein à 7 h 10. »",
        f"La Butte : bande lue au Vallon ; 5 mots ne sont pas comme ils sont écrits. Lu : « {TIDY} »",
        "Le Vallon : bande lue à la Butte, mot pour mot. La Butte : « Ce n’est pas ce que nous avons dit. » "
        "Le Vallon : « C’est ce que nous avons dit. »",
        "Le Vallon : bande reconnue à la Butte · 1 bande reconnue",
        "rien des chantiers, −1 des bandes, −2 d’usure",
    ):
        assert words in text, words
    assert text.count(BENCH) == 1
    assert "rien n’a été lu" not in text
    assert "Pronostics" not in text, "there was no forecast"


def test_invitations_and_seats_are_told_as_they_are_made() -> None:
    whole = corner.to("negotiation", ALL)
    whole.do(Invite(corner="hill", guest="cy"))
    whole.do(Invite(corner="dale", guest="cy"))
    whole.do(Sit(who="cy", corner="dale"))
    whole.do(Invite(corner="dale", guest=None))
    text = told(whole)
    for words in ("La Butte : Ana, avec Cy", "Cy siège au Vallon.", "Le Vallon : Di"):
        assert words in text, words


def test_two_seals_let_a_bridge_come_and_the_end_says_what_stands() -> None:
    whole = read(corner.to("negotiation"))
    text = told(whole)
    assert (
        "La Butte : bande reconnue au Vallon · Le Vallon : bande reconnue à la Butte "
        "· 2 bandes reconnues « Chantier feast » peut venir : entre la Butte et le Vallon, les deux bandes "
        "sont fidèles."
    ) in text
    whole.do(Finish())
    text = told(whole).rpartition("Bilan")[2]
    assert "Les deux tables : 2 bandes reconnues · La Butte : bande reconnue au Vallon" in text
    assert "- « Chantier feast » pouvait venir, et n’est pas venu." in text


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("no", "- « Chantier feast » : il manquait une bande fidèlement lue au Vallon (La Butte)."),
        ("yes", "- « Chantier feast » pouvait venir, et n’est pas venu."),
    ],
)
def test_the_end_says_what_a_bridge_lacked(says: str, said: str) -> None:
    whole = read(corner.to("negotiation"), says=says)
    whole.do(Finish())
    assert said in told(whole)


def test_after_the_last_round_no_bridge_may_come_any_more() -> None:
    whole = corner.to("negotiation", rounds=4)
    assert "peut venir" not in told(read(whole)).rpartition("Révélation")[2]


def test_the_end_says_that_a_bridge_lay_on_the_table_and_not_only_that_it_could_come() -> None:
    whole = go(read(corner.to("negotiation")), "negotiation", rounds=2)
    whole.do(Finish())
    assert "- « Chantier feast » était sur la table, et n’est pas fini." in told(whole)


def test_in_the_last_round_a_bridge_that_found_its_place_taken_is_told_so() -> None:
    whole = corner.to("negotiation", rounds=4)
    whole.game.state.sealed[:] = 1
    (feast,) = whole.view(ROOM).corners.bridges
    assert feast.said.endswith("ne viendra plus\u00a0: il n’y a place que pour un pont.")


def test_words_read_as_they_are_and_found_one_s_own_in_part_are_told_with_the_distrust_that_makes_it() -> (
    None
):
    whole = go(corner.to("negotiation", begin("demo", duration="150")), "strips", "read")
    distrusting = whole.game.names.character("di")
    whole.game.state.trust[distrusting, :] = 0
    go(whole, "choice")
    text = told(whole)
    assert "Le Vallon : « En partie. » On ne fait plus assez confiance à qui lit." in text
    assert "La Butte : « En partie. » On ne fait" not in text


def test_the_end_says_that_a_bridge_whose_second_seal_came_in_the_last_round_came_too_late() -> None:
    whole = read(corner.to("negotiation", rounds=4))
    whole.do(Finish())
    text = told(whole).rpartition("Bilan")[2]
    assert "- « Chantier feast » : les deux bandes ont été fidèles, trop tard pour qu’il vienne." in text
    assert "pouvait venir" not in text


# ---- The record -----------------------------------------------------------------------------------------


def over(whole: Session) -> Session:
    whole.do(Finish())
    return whole


def test_the_record_tells_seats_strips_seals_and_bridges_in_every_format() -> None:
    made = build.record(over(betrayed()))
    assert [(one.corner, one.member, one.guests) for one in made.corners] == [
        ("La Butte", "Ana", ()), ("Le Vallon", "Di", ("Cy",)),
    ]  # fmt: skip
    hill, dale = made.strips
    assert (hill.to, hill.written, hill.read, hill.arranged, hill.changed, hill.verdict) == (
        "Le Vallon", BENCH, TIDY, True, 5, "no",
    )  # fmt: skip
    assert (dale.to, dale.arranged, dale.changed, dale.verdict) == ("La Butte", False, 0, "yes")
    (seal,) = made.seals
    assert (seal.of, seal.at, seal.rounds, seal.stands) == ("Le Vallon", "La Butte", (1,), True)
    (bridge,) = made.bridges
    assert (bridge.one, bridge.other, bridge.state, bridge.built) == ("La Butte", "Le Vallon", "half", 0)
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-strips.csv", ".json"):
        assert "5 mots ne sont pas comme ils sont écrits" in " ".join(files[f"it{end}"].decode().split()), end
    assert json.loads(files["it.json"])["strips"][0]["verdict"] == "no"
    assert {"corners", "strips", "seals", "bridges"} <= {one.id for one in tables(made)}
    left = without(made, frozenset({"corners"}))
    assert (left.corners, left.strips, left.seals, left.bridges) == ((), (), (), ())


def test_a_seal_that_was_undone_says_until_when_it_stood() -> None:
    """The rain undoes what the hill was recognised for."""
    whole = read(corner.to("negotiation"))
    while not any(one.situation == "rain" for one in whole.game.table.rounds[1:]):
        go(whole, "reveal", "", whole.game.playing.number + 1)
    seals = {one.of: one for one in build.record(over(whole)).seals}
    assert seals["La Butte"].rounds == tuple(range(1, len(whole.game.records)))
    assert not seals["La Butte"].stands
    assert seals["Le Vallon"].stands


def test_the_story_counts_strips_and_tells_those_that_changed() -> None:
    lines = [" ".join(line.split()) for line in build.record(over(betrayed())).story]
    assert "Bandes lues : 1 reconnue et 1 désavouée." in lines
    assert (
        "La Butte : bande lue au Vallon ; 5 mots ne sont pas comme ils sont écrits. « Ce n’est pas ce que "
        "nous avons dit. »"
    ) in lines
    assert "Les deux tables : 1 bande reconnue." in lines


def test_its_pages_tell_strips_beside_who_was_there_then_what_stands() -> None:
    strips, stands = _told(build.record(over(betrayed())))["needs"]
    heads = [" ".join(row["head"].split()) for row in strips["rows"]]
    assert heads == ["Tour 1 · La Butte : Ana", "Tour 1 · Le Vallon : Di, avec Cy"]
    assert f"Lu : « {TIDY} »" in " ".join(strips["rows"][0]["overheard"].split())
    assert [" ".join(row["said"].split()) for row in stands["rows"]] == [
        "Depuis le tour 1.",
        "« Chantier feast » : il manquait une bande fidèlement lue au Vallon (La Butte).",
    ]


def test_sessions_side_by_side_count_strips_and_bridges() -> None:
    one, other = build.record(over(betrayed())), build.record(go(session(), "reveal"))
    (table,) = (t for t in compared([("une", one), ("autre", other)]).tables if t.id == "participation")
    rows = {row[0]: row[1:3] for row in table.rows}
    assert rows["Bandes reconnues"] == (1, NOTHING)
    assert rows["Bandes désavouées"] == (1, NOTHING)
    assert rows["Bandes aux mots changés"] == (1, NOTHING)
    assert rows["Bandes qui tiennent à la fin"] == (1, NOTHING)
    assert rows["Ponts finis"] == (0, NOTHING)


def test_a_session_without_corners_tells_nothing_of_them() -> None:
    made = build.record(go(session(), "reveal"))
    assert (made.corners, made.strips, made.seals, made.bridges) == ((), (), (), ())
    assert not {"corners", "strips", "seals", "bridges"} & {one.id for one in tables(made)}


def test_everything_is_said_in_english_too() -> None:
    whole = over(betrayed())
    with language.using("en"):
        made = build.record(whole)
        assert {table.title for table in tables(made)} >= {"Who sits where", "The strips", "The bridges"}
        assert "Strips read: 1 recognised and 1 disowned." in made.story
    assert "“It is not what we said.”" in told(whole, "en")


# ---- Debrief --------------------------------------------------------------------------------------------


def test_what_if_somebody_had_given_gives_nothing_where_they_did_not_sit() -> None:
    whole = go(corner.to("negotiation", ALL), "reveal")
    for who in ("ana", "cy"):
        gave = branch(list(whole.way()), f"give:1:{who}").instead
        i = whole.game.names.character(who)
        for p in gave[i].sum(axis=1).nonzero()[0].tolist():
            assert whole.game.state.reach[i, p] > 0
