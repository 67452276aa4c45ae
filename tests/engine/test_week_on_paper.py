"""The week of the rooms and what passes from hand to hand on paper: a board, slips, a card, how to play."""

from typing import Any

import pytest

from engine import paper
from engine.content.model import Text, Timetable
from engine.telling import timetable
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped

SLUG = "le-rez-de-chaussee"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_board_has_every_room_and_time_and_says_why_an_hour_is_kept(language: str) -> None:
    content = shipped(SLUG)
    asked, written = wanted(content, language=language), content.timetable
    assert written is not None
    text = printed(asked)
    for title in [room.title for room in written.rooms] + [time.title for time in written.times]:
        assert flat(asked.reader.read(title)) in text
    [board] = part(asked, "week")["boards"]
    hours = [why for room in board["rooms"] for why in room["hours"]]
    assert len(hours) == len(written.hours)
    kept = {hour: asked.reader.read(one.why) for one in written.kept for hour in one.hours}
    assert hours == [kept.get(hour, "") for hour in written.hours]


def test_each_hour_that_a_project_takes_has_a_slip() -> None:
    content = shipped(SLUG)
    asked = wanted(content)
    [board] = part(asked, "week")["boards"]
    taken = [(card, hour) for card in content.projects for hour in card.occupies]
    assert [(slip["title"], slip["hour"]) for slip in board["slips"]] == [
        (asked.reader.read(card.title), timetable.hour(content, asked.reader, hour)) for card, hour in taken
    ]
    text = printed(asked)
    assert all(flat(slip["title"] + slip["hour"]) in text for slip in board["slips"])


def test_a_card_says_the_hours_of_its_project_and_shows_them_in_small() -> None:
    content = shipped(SLUG)
    asked, written = wanted(content, "deck"), content.timetable
    assert written is not None
    text = printed(asked)
    kept = {hour for one in written.kept for hour in one.hours}
    for card in (c for c in part(asked, "deck")["cards"] if c["card"] == "project"):
        project = next(p for p in content.projects if p.id == card["id"])
        assert flat(card["hours"]) in text
        assert bool(card["hours"]) == bool(card["week"]) == bool(project.occupies)
        small = dict(zip(written.hours, (cell for row in card["week"] for cell in row), strict=False))
        assert {hour for hour, what in small.items() if what == "taken"} == set(project.occupies)
        assert {hour for hour, what in small.items() if what == "kept"} == (kept if small else set())


def test_a_debate_about_what_was_put_out_says_so() -> None:
    cards = part(wanted(shipped(SLUG), "deck"), "deck")["cards"]
    assert any(card["card"] == "debate" and card["comes"].startswith("Un chantier délogé") for card in cards)


def test_the_guide_and_each_table_have_a_week_and_a_key() -> None:
    asked = wanted(shipped(SLUG), "kit", tables=2)
    assert [board["table"] for board in part(asked, "week")["boards"]] == ["Table 1", "Table 2"]
    assert [line for line in part(asked, "guide")["before"] if "étiquettes" in line or "La clé" in line]
    assert paper.overflowing(asked) == []


@pytest.mark.parametrize(
    ("gone", "said", "unsaid"),
    [
        ((), ("étiquettes", "note +1", "Qui a la clé décide"), ("le plus à gauche sur le plateau",)),
        (("baton",), ("étiquettes", "le plus à gauche sur le plateau"), ("la clé", "note +1")),
        (("timetable",), ("note +1", "peut dire à voix haute à qui la clé va"), ("étiquettes", "délog")),
        (("timetable", "baton"), (), ("étiquettes", "la clé", "délog")),
    ],
)
def test_the_rules_tell_what_there_is(
    gone: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    content = shipped(SLUG).model_copy(update=dict.fromkeys(gone))
    if "timetable" in gone:
        projects = tuple(card.model_copy(update={"occupies": ()}) for card in content.projects)
        content = content.model_copy(update={"projects": projects})
    rules = str(part(wanted(content, "rules"), "rules")).replace("\\xa0", " ").replace("\u00a0", " ")
    assert [words for words in said if words not in rules] == []
    assert [words for words in unsaid if words in rules] == []
    asked = wanted(content)
    assert ("week" in asked.parts) == (len(gone) < 2)
    assert paper.overflowing(asked) == []
    assert len(paper.pictures(asked)) == (1 if len(gone) == 2 else 2 if "timetable" in gone else 3)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize(("rooms", "times"), [(1, 2), (4, 7)])
def test_the_smallest_week_and_the_largest_find_their_place(
    rooms: int, times: int, size: Any, large: bool
) -> None:
    """Names as long as a designer may write; projects of titles as long as those may be."""
    written = {
        "title": "La semaine des salles partagées.",
        "rooms": [{"id": f"r{n}", "title": "La salle intercommu."} for n in range(rooms)],
        "times": [{"id": f"t{n}", "title": "Samedi après-midi."} for n in range(times)],
        "kept": [{"hours": ["r0.t0"], "why": "Les enfants y dorment."}],
    }
    long = Text(fr="L’accompagnement intergénérationnel du soir"[:42])
    content = shipped(SLUG)
    projects = tuple(
        card.model_copy(update={"title": long, "occupies": (f"r{rooms - 1}.t{times - 1}",)})
        for card in content.projects
    )
    week = Timetable.model_validate(written)
    content = content.model_copy(update={"timetable": week, "projects": projects})
    asked = wanted(content, size=size, large=large)
    assert paper.overflowing(asked) == []
    assert len(paper.pictures(asked)) == (4 if large else 3)  # the slips go on over two pages
