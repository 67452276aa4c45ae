"""What became of the needs of a town: told once they were heard; what nobody heard, once it is over."""

import json

import pytest

from engine.debrief.build import bilan
from engine.play.commands import Ask, Confirm, Finish, Place
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.record import without
from engine.report.tables import tables
from engine.session.session import Session
from engine.transcript import revealed, story
from engine.view import of
from engine.view.types import CONSOLE, ROOM, NeedView
from tests.engine import town
from tests.engine.driving import go, session
from tests.engine.small import begin

ALL_HELD = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))


def played(*rounds: dict[str, tuple[str, ...]]) -> Session:
    """Each round says by place who goes there to listen; the reveal of the last one."""
    whole = town.session(ALL_HELD)
    for where in rounds:
        go(whole, "choice", "", whole.view(ROOM).phase.round + 1)
        for place, people in where.items():
            for who in people:
                whole.do(Place(who=who, project=f"listening-{place}", token="time", by=1))
        for who in whole.game.held:
            whole.do(Confirm(who=who))
        go(whole, "reveal")
    return whole


def told(whole: Session) -> dict[str, NeedView]:
    seen = whole.view(ROOM).town
    assert seen is not None
    return {need.project: need for need in seen.needs}


def over(*rounds: dict[str, tuple[str, ...]]) -> Session:
    whole = played(*rounds)
    whole.do(Finish())
    return whole


def test_what_was_heard_is_told_from_then_on_and_what_was_not_only_at_the_bilan() -> None:
    whole = played({"dock": ("cy", "di")})
    assert set(told(whole)) == {"peace"}
    for audience in (ROOM, CONSOLE):
        assert "Besoin lamp" not in repr(whole.view(audience))
    whole.do(Finish())
    assert list(told(whole)) == ["peace", "bench", "lamp"]
    assert told(whole)["peace"][6:] == (
        1,
        ("cy", "di"),
        "Entendu au dock par Cy et Di.",
        "nothing",
        "rien à construire",
    )


def test_who_came_in_vain_to_what_nobody_heard_is_told() -> None:
    whole = over({"hill": ("cy",)}, {"mill": ("cy",)}, {"mill": ("di",)})
    now = told(whole)
    assert {need.became for need in now.values()} == {"unheard"}
    assert now["lamp"].said == "Une seule personne est venue écouter\u00a0: Cy."
    assert now["bench"].said == "Ils sont venus, jamais de deux familles le même tour\u00a0: Cy et Di."
    assert now["peace"].said == "Personne n’est venu écouter."


def test_what_became_of_a_need_that_was_heard() -> None:
    whole = played({"mill": ("cy", "di")})
    assert told(whole)["bench"].word == "entendu, et pas commencé"
    go(whole, "choice", "", 2)
    whole.do(Place(who="cy", project="bench", token="time", by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    go(whole, "reveal")
    assert told(whole)["bench"].word == "commencé, et pas terminé"
    whole = go(whole, "reveal", "", 4)
    assert (told(whole)["bench"].became, told(whole)["bench"].word) == ("lapsed", "abandonné au tour 4")


def test_what_was_heard_in_the_last_round_could_not_begin_any_more() -> None:
    rounds = town.to("negotiation", ALL_HELD).view(ROOM).phase.rounds
    whole = played(*[{} for _ in range(rounds - 1)], {"mill": ("cy", "di")})
    assert told(whole)["bench"].word == "entendu au dernier tour, trop tard pour commencer"


def test_the_story_tells_what_a_need_turned_out_to_be_and_what_came_of_it_at_once() -> None:
    lines = [line.strip() for line in revealed.reveal(played({"dock": ("cy", "di")}).view(ROOM))]
    assert (
        "Entendu au dock par Cy et Di. «\u202fBesoin peace\u202f». Texte de peace "
        "(Habitants → Institutions\u00a0: confiance +10)"
    ) in lines


def test_going_to_listen_is_no_project_that_was_completed() -> None:
    whole = played({"dock": ("cy", "di")})
    assert whole.game.records[-1].completed.any()
    assert not any(line.announced for line in bilan(whole.game).participation)
    assert not build.record(whole).rounds[0].completed


def test_the_record_tells_the_needs_in_every_format() -> None:
    whole = over({"dock": ("cy", "di")})
    made = build.record(whole)
    assert [(one.round, one.by) for one in made.needs] == [(1, ("Cy", "Di")), (0, ()), (0, ())]
    (table,) = (one for one in tables(made) if one.id == "needs")
    assert [row[3] for row in table.rows] == [1, None, None]
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-needs.csv", ".json"):
        assert "On entend peace" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["needs"][0]["became"] == "nothing"
    assert not without(made, frozenset({"needs"})).needs


def test_the_pages_tell_what_was_heard_then_what_was_not() -> None:
    from engine.report.pages import _told

    parts = _told(build.record(over({"dock": ("cy", "di")})))["needs"]
    assert [part["title"] for part in parts] == ["Ce qui a été entendu", "Ce qui n’a pas été entendu"]
    assert [row["head"] for row in parts[1]["rows"]] == ["Au mill", "Au hill"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_transcript_ends_on_them(language: str) -> None:
    whole = over({"dock": ("cy", "di")})
    steps = ((c, of(whole.history[n], ROOM, language)) for n, c in enumerate(whole.commands))
    text = "\n".join(story.lines(steps, language))
    assert ("Jamais entendu au hill" in text) is (language == "fr")
    assert ("Never heard" in text) is (language == "en")


def test_a_request_to_listen_asks_to_go_there() -> None:
    whole = town.to("negotiation")
    whole.do(Ask(asker="bo", asked="cy", project="listening-dock"))
    assert whole.view(ROOM).answers[-1].sentence.startswith("Bo demande à Cy d’aller écouter au dock")
    assert whole.view(ROOM, "en").answers[-1].sentence.startswith("Bo asks Cy to go and listen au dock")


def test_who_is_elsewhere_says_so_when_asked() -> None:
    how = begin(duration="150", seats={"ana": "simulated", "bo": "held", "cy": "held", "di": "held"})
    whole = town.to("negotiation", how)
    game = whole.game
    assert any(promise.who == "ana" for promise in game.playing.promises)
    far = [p for p in game.open if not any(game.reach("ana", p))]
    assert far
    whole.do(Ask(asker="bo", asked="ana", project=far[0]))
    why = whole.game.playing.answers[-1].why
    assert why is not None
    assert (why.reason, why.where) == ("elsewhere", far[0])


def test_sessions_side_by_side_count_the_needs_where_there_are_any() -> None:
    town_, elsewhere = build.record(over({"dock": ("cy", "di")})), build.record(go(session(), "reveal"))
    (table,) = (one for one in compared([("a", town_), ("b", elsewhere)]).tables if one.id == "participation")
    rows = {row[0]: row[1:3] for row in table.rows}
    assert rows["Besoins entendus"] == (1, NOTHING)
    assert rows["Besoins jamais entendus"] == (2, NOTHING)
    alone = compared([("b", elsewhere)])
    assert not any(row[0] == "Besoins entendus" for one in alone.tables for row in one.rows)
