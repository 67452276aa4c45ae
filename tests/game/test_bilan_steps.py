"""The pages of the Bilan that are told step by step: the secrets face by face, the film of the maps."""

from dataclasses import replace

import pytest

from engine.view.types import View
from game.front.drafts import Turned, holding
from game.front.intents import Draft
from game.front.settings import Settings
from game.front.state import Ui
from game.screens.bilan.pages import bilan_way, leaves, page_before
from tests.game import sample_bilan
from tests.game.showing import said, scene

pytestmark = pytest.mark.usefixtures("french")
DATA = sample_bilan.bilan("usual")


def view() -> View:
    return sample_bilan.bilan_view("usual")


def at(name: str, **steps: int) -> Ui:
    """The Bilan open at the page of that name."""
    page = next(i for i, leaf in enumerate(leaves(view(), DATA)) if leaf.name == name)
    forms = [Turned("bilan", page), *(Turned(about, step) for about, step in steps.items())]
    return Ui(Settings(), bilan=DATA, drafts=holding(*forms))


def test_each_secret_waits_for_its_turn_and_the_next_page_for_the_last_of_them() -> None:
    people = [line.who for line in DATA.secrets]
    for i, who in enumerate(people):
        ui = at("Secrets", secrets=i)
        assert view().character(who).name in said(scene(view(), ui))
        way = bilan_way(view(), ui)
        assert way is not None
        wanted = Turned("secrets", i + 1) if i + 1 < len(people) else Turned("bilan", 2)
        assert way.intent == Draft(wanted)


def test_one_secret_is_read_at_a_time() -> None:
    told = [replace(line, text=f"Fiche {i}.") for i, line in enumerate(DATA.secrets)]
    ui = replace(at("Secrets", secrets=1), bilan=replace(DATA, secrets=tuple(told)))
    shown = said(scene(view(), ui))
    assert "Fiche 1." in shown
    assert "Fiche 0." not in shown
    assert "Fiche 2." not in shown


def test_the_film_begins_where_all_stood_and_goes_on_round_by_round() -> None:
    first, last = at("Film"), at("Film", film=len(DATA.film) - 1)
    assert "Qui a fait le plus long chemin" in said(scene(view(), first))
    way = bilan_way(view(), first)
    assert way is not None
    assert (way.label, way.intent) == ("Tour 1", Draft(Turned("film", 1)))
    beyond = bilan_way(view(), last)
    assert beyond is not None
    assert beyond.intent == Draft(Turned("bilan", last.page("bilan") + 1))


def test_back_goes_through_the_steps_too() -> None:
    assert page_before(view(), at("Film", film=2)) == Draft(Turned("film", 1))
    film = at("Film")
    assert page_before(view(), film) == Draft(Turned("bilan", film.page("bilan") - 1))


def test_a_session_without_a_round_has_neither() -> None:
    names = [leaf.name for leaf in leaves(view(), replace(DATA, secrets=(), film=()))]
    assert "Secrets" not in names
    assert "Film" not in names
