"""What became of the hours of a week and of the key, told once it is over: transcript, record, sheets."""

import json
from typing import Any

import pytest

from engine.play.commands import Confirm, Finish, Place, Prefer
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.record import without
from engine.report.tables import tables
from engine.session.session import Session
from engine.transcript import story
from engine.view import of
from engine.view.types import ROOM
from tests.engine import week
from tests.engine.driving import go, session
from tests.engine.small import begin

ALL_HELD = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
KINDS = ("time", "means", "backing")


def over(*projects: str, **fields: Any) -> Session:
    """A session whose first round builds these projects, of which the first comes first; then its end."""
    for seed in range(80):
        whole = week.to("negotiation", ALL_HELD, seed, **fields)
        if set(projects) <= set(whole.game.open):
            break
    else:
        raise AssertionError("they never came together")
    if whole.game.clashes(projects[0]):
        whole.do(Prefer(project=projects[0]))
    go(whole, "choice")
    for project in projects:
        for kind, lack in zip(KINDS, whole.game.lack(project), strict=True):
            for _ in range(lack):
                who = next(w for w in whole.game.held if whole.game.left(w)[KINDS.index(kind)])
                whole.do(Place(who=who, project=project, token=kind, by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    go(whole, "reveal")
    whole.do(Finish())
    return whole


def test_the_record_tells_who_had_the_rooms_and_the_key_in_every_format() -> None:
    made = build.record(over("garden", "market"))
    by_title = {one.title: one for one in made.week}
    garden, market = by_title["Chantier garden"], by_title["Chantier market"]
    assert (garden.since, garden.until, garden.by, garden.word) == (1, 0, "", "y est encore")
    assert (market.since, market.until, market.by) == (1, 1, "Chantier garden")
    assert market.word == "délogé au tour 1 par «\u202fChantier garden\u202f»"
    assert [(hand.round, hand.what, hand.who) for hand in made.hands] == [(1, "La clé", "Ana")]
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-week.csv", ".json"):
        assert "délogé au tour 1 par" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["hands"][0]["who"] == "Ana"
    assert {"week", "hands"} <= {one.id for one in tables(made)}
    left = without(made, frozenset({"week"}))
    assert (left.week, left.hands) == ((), ())


def test_its_pages_tell_them_too() -> None:
    from engine.report.pages import _told

    parts = _told(build.record(over("garden", "market")))["needs"]
    assert [part["title"] for part in parts] == ["Qui a eu les salles", "La clé"]
    assert {row["said"] for row in parts[0]["rows"]} == {
        "Y est encore", "Délogé au tour 1 par «\u202fChantier garden\u202f»",
    }  # fmt: skip


def test_sessions_side_by_side_count_what_was_put_out() -> None:
    one, other = build.record(over("garden", "market")), build.record(go(session(), "reveal"))
    (table,) = (t for t in compared([("une", one), ("autre", other)]).tables if t.id == "participation")
    assert {row[0]: row[1:3] for row in table.rows}["Chantiers délogés"] == (1, NOTHING)


def test_what_is_built_for_nothing_brings_nobody_anything() -> None:
    gains = tuple({**one, "for": {"ana": 2}} for one in week.scenario().model_dump(by_alias=True)["projects"])
    whole = over("garden", "market", projects=gains)
    before = next(game for game in reversed(whole.history) if game.table.phase == "reveal")
    done = {o.project.id: o for o in of(before, ROOM, "fr").reveal.outcomes if o.state == "complete"}
    garden, market = done["garden"], done["market"]
    assert (garden.benefits != (), garden.in_vain) == (True, False)
    assert (market.benefits, market.in_vain) == ((), True)
    assert market.built.endswith("Mais pour rien\u00a0: «\u202fChantier garden\u202f» garde l’heure.")
    steps = ((c, of(whole.history[n], ROOM, "fr")) for n, c in enumerate(whole.commands))
    assert any("Chantier market\u00a0: fait pour rien." in line for line in story.lines(steps, "fr"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_transcript_tells_each_step_of_it(language: str) -> None:
    whole = over("garden", "market")
    steps = ((c, of(whole.history[n], ROOM, language)) for n, c in enumerate(whole.commands))
    text = " ".join("\n".join(story.lines(steps, language)).split())
    said = {
        "fr": ("Ana a la clé. « Chantier garden » passe d’abord.", "voulaient la même heure", "Tour 1 : "),
        "en": ("Ana has la clé. “Chantier garden” comes first.", "wanted the same hour", "Round 1: "),
    }
    for words in said[language]:
        assert " ".join(words.split()) in text
