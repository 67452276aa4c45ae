"""The place that a scenario names, in what people read: at the welcome and at the Bilan."""

from dataclasses import replace

import pytest

from engine.content import library
from engine.content.model import Scenario, Text
from engine.debrief.build import bilan
from engine.language import using
from engine.session.session import Session
from engine.telling.place import place
from engine.telling.reader import Reader
from engine.view import of
from engine.view.types import ROOM, View
from game.front.state import Ui
from tests.game.leafing import leaves
from tests.game.showing import said, scene
from tests.playthroughs import script

pytestmark = pytest.mark.usefixtures("french")


def story(fr: str | None, en: str | None = None, plain: str | None = None) -> Scenario:
    """A shipped scenario whose own texts name no neighbourhood, its place called so; its pitch does, for the
    law calls it one: the summary is read in its place."""
    scenario = library.load("le-rez-de-chaussee").scenario
    assert scenario is not None
    written = None if fr is None else Text(fr=fr, en=en, plain=plain)
    return scenario.model_copy(update={"place": written, "pitch": scenario.summary})


@pytest.fixture(scope="module")
def evening() -> Session:
    session = script.facilitated(story(None))
    script.play(session)
    return session


def everything(session: Session, scenario: Scenario, spoken: str) -> str:
    """All that the room reads at the welcome and, however it ends, at the Bilan."""
    pages = []
    with using(spoken):
        start = script.facilitated(scenario).game
        pages += [said(scene(of(start, ROOM, spoken), ui)) for ui in leaves(of(start, ROOM, spoken), Ui())]
        game = replace(session.game, scenario=scenario)
        end: View = of(game, ROOM, spoken)
        for success in (True, False, None):
            measures = replace(bilan(session.game, False), success=success)
            pages += [said(scene(end, ui)) for ui in leaves(end, Ui(bilan=measures))]
    return " ".join(pages)


NAMED = (
    ("l'île", "the island",
     ("L’île et moi", "Île × moi", "encore joué pour l’île"),
     ("The island and me", "Island × me", "settled yet for the island")),
    ("le village", "the village",
     ("Le village et moi", "Village × moi"), ("The village and me",)),
    ("les jardins", "the gardens",
     ("Les jardins et moi", "Jardins × moi"),
     ("The gardens and me", "settled yet for the gardens")),
    ("Les Lilas", "Les Lilas", ("Les Lilas et moi", "Lilas × moi"), ("Les Lilas and me",)),
)  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "french", "english"), NAMED, ids=[fr for fr, *_ in NAMED])
def test_welcome_and_bilan_speak_of_the_place_that_the_scenario_names(
    evening: Session, fr: str, en: str, french: tuple[str, ...], english: tuple[str, ...]
) -> None:
    scenario = story(fr, en)
    for spoken, words, no in (("fr", french, "quartier"), ("en", english, "neighbourhood")):
        read = everything(evening, scenario, spoken)
        assert [word for word in words if word not in read] == []
        assert no not in read.lower()


def test_a_scenario_that_names_no_place_is_about_a_neighbourhood(evening: Session) -> None:
    assert "Le quartier et moi" in everything(evening, story(None), "fr")
    assert "The neighbourhood and me" in everything(evening, story(None), "en")


def test_a_place_has_easy_words_and_falls_back_on_the_french() -> None:
    scenario = story("la copropriété", plain="l'immeuble")
    assert place(scenario, Reader("fr")).inside == "la copropriété"
    assert place(scenario, Reader("fr", easy=True)).heading == "Immeuble"
    assert place(scenario, Reader("en")).first == "La copropriété"
