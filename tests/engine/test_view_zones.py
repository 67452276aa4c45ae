"""The zones of the posture map: named and explained by the content, told as places and never as people."""

from pathlib import Path

import pytest

from engine.check import status
from engine.content.library import glossary, load
from engine.session.session import Session
from engine.view.types import ROOM, View
from tests.engine import examples
from tests.engine.driving import Ticker, to
from tests.engine.small import begin
from tests.engine.test_reader_content import edit

OWN = """\
map: [[x, x, x, x], [x, x, x, x], [x, x, x, y], [x, x, y, y]]
labels:
  x: {title: Les bras croisés, explained: On attend., plain: {title: On attend, explained: On attend.}}
  y: {title: Deux feux, explained: On tire des deux côtés.}
"""


def flat(text: str) -> str:
    """Without what typesetting does to spaces and apostrophes."""
    return " ".join(text.replace("’", "'").split())


def the_map(language: str = "fr", plain: bool = False) -> View:
    return to("debate", "map").view(ROOM, language, plain)


@pytest.mark.parametrize(("language", "plain"), [("fr", False), ("fr", True), ("en", False), ("en", True)])
def test_the_map_says_what_each_zone_is_called_and_means_as_the_glossary_does(
    language: str, plain: bool
) -> None:
    view = the_map(language, plain)
    assert view.map is not None
    labels = glossary().labels
    assert {zone.label for zone in view.map.zones} == {label for row in view.map.grid for label in row}
    for zone in view.map.zones:
        card = labels[zone.label]
        assert flat(zone.title) == flat(card.title.read(language, plain))
        assert flat(zone.explained) == flat(card.explained.read(language, plain))


def test_under_a_name_stands_a_place_that_fits_every_name() -> None:
    words = {who.posture.word for who in the_map().characters}
    assert words
    assert all(word.startswith("zone «") for word in words)
    assert all(who.posture.word.endswith("zone") for who in the_map("en").characters)


def test_zones_of_a_designers_own_are_on_the_map_and_no_other_is_allowed(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    text = (folder / "scenario.yaml").read_text("utf-8")
    head, _, rest = text.partition("map:\n")
    rest = rest[rest.index("briefing:") :]
    (folder / "scenario.yaml").write_text(head + OWN + rest, "utf-8")
    scenario = load(folder).scenario
    assert scenario is not None, load(folder).diagnostics
    seats = {member.character: "held" for member in scenario.cast}
    how = begin().model_copy(update={"seats": seats, "duration": scenario.durations[0]})
    view = Session.create(scenario, how, 3, now=Ticker()).view(ROOM)
    words = {flat(who.posture.word) for who in view.characters}
    assert words <= {"zone « Les bras croisés »", "zone « Deux feux »"}
    edit(folder, "scenario.yaml", "[x, x, y, y]", "[x, x, y, golden]")
    assert "label-unknown" in {one.code for one in status(folder)}
