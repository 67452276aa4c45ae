"""Going to listen is no works: what is said of it, and asked about it, fits."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from engine.content.model import Says, Text
from engine.play.commands import Confirm, Place
from engine.play.game import Game
from engine.play.phases import debate
from engine.play.table import Act, AnswerRecord, PromiseRecord, Reason
from engine.telling import debates, places, reasons, requests
from engine.telling.reader import Reader
from engine.view.types import ROOM
from tests.engine import town
from tests.engine.driving import go
from tests.engine.test_places_told import ALL_HELD, played

DEBATES = Path(__file__).parents[2] / "cards/debates"


def _said(game: Game, reader: Reader, why: Reason) -> str:
    with reader.speaking():
        return reasons.said(game, reader, why)


@pytest.mark.parametrize("reason", ["full", "unfit", "loss", "dearer", "commons", "interest"])
def test_what_is_said_of_works_is_not_said_of_going_to_listen(reason: str) -> None:
    """« Vous êtes déjà servis » answers who builds; nobody is served by two who come and listen."""
    voice = Says.model_validate({reason: ("Vous êtes déjà servis.",)})
    cards = {id_: card.model_copy(update={"says": voice}) for id_, card in town.scenario().characters.items()}
    game = replace(town.to("negotiation").game, scenario=town.scenario(characters=cards))
    for project in game.names.projects:
        why = Reason("cy", reason, where=project)
        words = {_said(game, Reader(language), why) for language in ("fr", "en")}
        assert (words == {"Vous êtes déjà servis."}) is (not project.startswith("listening-")), project
        assert len(words) == 1 + project.startswith("listening-"), "in either language"
    listens = Reason("cy", reason, where="listening-dock")
    assert "chantier" not in reasons.decided(game, Reader("fr"), listens)


def test_who_refuses_in_order_to_listen_keeps_to_going_there() -> None:
    """« Cy garde son engagement au jardin et d’aller écouter au dock »: nobody listens at the garden."""
    whole = town.to("negotiation", ALL_HELD)
    garden = next(project for project in whole.game.needing if not project.startswith("listening-"))
    there = [("listening-dock", (1, 0, 0)), (garden, (0, 1, 0))]
    promises = (PromiseRecord(f"1.{n}", "cy", project, some) for n, (project, some) in enumerate(there, 1))
    record = replace(whole.game.playing, promises=tuple(promises))
    refused = AnswerRecord("ana", "cy", "desk", (0, 0, 0))
    told = requests.answered(whole.game, Reader(), record, refused)
    assert told.endswith("et d’aller écouter au dock.")
    assert "pour aller écouter" not in told


def test_where_who_goes_about_works_is_said_of_this_round() -> None:
    game = town.to("negotiation", ALL_HELD).game
    with Reader().speaking():
        assert places.stays(game, Reader()).startswith("Ce tour-ci, Ana travaille ")
    with Reader("en").speaking():
        assert places.stays(game, Reader("en")).startswith("This round Ana works ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_debate_says_where_a_promise_to_listen_goes(language: str) -> None:
    asked = Text(fr="Et ce qui était promis {where} ?", en="And what was promised {where}?")
    small = town.scenario()
    cards = [card.model_copy(update={"question": asked}) for card in small.debates]
    game = played({"dock": ("cy",)}).game
    game = replace(game, scenario=small.model_copy(update={"debates": tuple(cards)}))
    act = Act("1.cy", "cy", "listening-dock", "gift", cards[0].id)
    words, _ = debates.question(game, Reader(language), game.playing, act)
    expected = {"fr": "pour aller écouter au dock", "en": "to go and listen au dock"}
    assert expected[language] in words


def test_who_came_alone_in_the_last_round_is_told_that_it_took_two() -> None:
    whole = town.to("negotiation", ALL_HELD)
    rounds = whole.view(ROOM).phase.rounds
    for last in (False, True):
        go(whole, "choice", rounds=rounds if last else 1)
        whole.do(Place(who="cy", project="listening-dock", token="time", by=1))
        for who in whole.game.held:
            whole.do(Confirm(who=who))
        go(whole, "reveal")
        now = whole.view(ROOM).reveal
        assert now is not None
        (alone,) = (one.sentence for one in now.outcomes if one.project.id == "listening-dock")
        assert alone.endswith("Il en fallait deux." if last else "Il en faut deux.")


def test_no_shipped_debate_sets_a_title_after_to() -> None:
    """« À » and a title read badly, and of going to listen cannot be read: {where} says it."""
    after_to = re.compile(r"\b(?:à|to)\s*[«“]\s*\{project\}", re.IGNORECASE)
    found = {file.name: file.read_text("utf-8") for file in DEBATES.glob("*.yaml")}
    assert found
    assert [name for name, text in found.items() if after_to.search(text)] == []


def test_who_listened_finished_nothing_that_a_debate_could_ask_about() -> None:
    small = town.scenario()
    general = small.debates[0].model_copy(update={"id": "after", "about": "completed", "project": None})
    whole = played({"dock": ("cy", "di")})
    game = replace(whole.game, scenario=small.model_copy(update={"debates": (*small.debates, general)}))
    found = [act for act in debate.acts(game) if act.project == "listening-dock"]
    assert found
    assert all("after" not in (act.card, *act.others) for act in found)
