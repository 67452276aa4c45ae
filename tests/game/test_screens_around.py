"""What the screens around the rounds do: preparing, the room's own project, the Bilan, sheets laid over."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.debrief.types import WhatIfResult
from engine.play.commands import (
    CarteBlanche,
    Seat,
    Undo,
)
from game.front.drafts import Turned, holding
from game.front.intents import Back, Do, Draft, Go, Panel, Start, WhatIf
from game.front.state import ScenarioCard, Settings, Ui
from game.kit.textfield import TextField
from game.pieces.parts import number
from game.screens.bilan import pages
from game.screens.bilan.pages import leaves
from game.screens.home import setup
from game.screens.round import carte_blanche
from tests.game import sample_bilan, samples
from tests.game.gallery import journal_view, sample_ui, scenario_cards
from tests.game.showing import intent, said, scene

pytestmark = pytest.mark.usefixtures("french")


def written(cost: tuple[int, int, int], **changes: int) -> Ui:
    field = TextField("Une halle", 9, 9)
    return Ui(
        screen="carte-blanche",
        fields={"carte.name": field},
        drafts=holding(carte_blanche.OwnProject(cost=cost, changes=changes)),
    )


def test_the_rooms_own_project_is_bound_to_one_and_a_half_times_its_cost() -> None:
    view = samples.view("negotiation", round=1)
    assert carte_blanche.problem(view, written((2, 2, 0), health=6, rights=-4)) == ""
    assert "une seule jauge" in carte_blanche.problem(view, written((2, 2, 0), health=7))
    assert "son coût" in carte_blanche.problem(view, written((2, 2, 0), health=5, rights=4))
    assert "deux sortes" in carte_blanche.problem(view, written((4, 0, 0), health=2))
    assert "améliorer" in carte_blanche.problem(view, written((2, 2, 0), health=-2))
    picture = scene(view, written((2, 2, 0), health=6))
    asked = intent(picture, "open")
    assert isinstance(asked, Do)
    assert isinstance(asked.command, CarteBlanche)
    assert asked.command.changes == {"health": 6}
    assert scene(view, written((2, 2, 0), health=7)).control("open") is None


def prepared(
    people: int | None = None, training: bool = False, seats: Mapping[str, Seat] | None = None
) -> Ui:
    ui = sample_ui("usual")
    slug = ui.scenarios[0].slug + (":training" if training else "")
    form = setup.Prepared(people=people, seats=seats or {})
    return replace(ui, screen="setup", argument=slug, drafts=holding(form))


def begun(ui: Ui) -> Start:
    asked = intent(scene(None, ui), "begin")
    assert isinstance(asked, Start)
    return asked


def test_under_eight_people_the_core_characters_are_held_first() -> None:
    seats = begun(prepared(3)).begin.seats
    cast = [c.id for c in samples.characters()]
    assert [seats[id] for id in cast[:4]] == ["held", "held", "held", "simulated"]
    assert set(list(seats.values())[4:]) == {"simulated"}


def test_more_people_than_characters_sit_at_tables() -> None:
    begin = begun(prepared(20)).begin
    assert len(begin.tables) == 8
    assert begun(prepared(8)).begin.tables == ()


def test_a_character_is_held_then_simulated_then_out() -> None:
    who = samples.characters()[0].id
    picture = scene(None, prepared(8))
    asked = intent(picture, f"seat-{who}")
    assert isinstance(asked, Draft)
    assert isinstance(asked.form, setup.Prepared)
    assert asked.form.seats[who] == "simulated"
    assert setup.seats_of(prepared(8).scenarios[0], prepared(8, seats={who: "out"}), False)[who] == "out"


def test_training_is_one_person_without_a_timer() -> None:
    begin = begun(prepared(training=True)).begin
    assert (begin.mode, begin.duration, begin.participants, begin.tables) == ("training", "training", 1, ())


def test_who_trains_alone_touches_a_face_to_play_that_character_instead() -> None:
    first, second = (c.id for c in samples.characters()[:2])
    asked = intent(scene(None, prepared(training=True)), f"seat-{second}")
    assert isinstance(asked, Draft)
    assert isinstance(asked.form, setup.Prepared)
    assert [who for who, seat in asked.form.seats.items() if seat == "held"] == [second]
    assert asked.form.seats[first] == "simulated"
    seats = begun(prepared(training=True, seats=asked.form.seats)).begin.seats
    assert [who for who, seat in seats.items() if seat == "held"] == [second]


def test_a_training_that_nobody_plays_cannot_begin_and_says_why_only_while_it_is_so() -> None:
    nobody = dict.fromkeys((c.id for c in samples.characters()), "simulated")
    picture = scene(None, prepared(2, training=True, seats=nobody))
    assert picture.control("begin") is None
    assert "il faut tenir au moins un personnage" in said(picture)
    held = {**nobody, samples.characters()[1].id: "held"}
    picture = scene(None, prepared(2, training=True, seats=held))
    assert picture.control("begin") is not None
    assert "il faut tenir au moins un personnage" not in said(picture)


def at(drawn: str) -> Turned:
    """The page of the Bilan that is drawn by that function."""
    found = pages.leaves(sample_bilan.bilan_view(), sample_bilan.bilan())
    return Turned("bilan", next(i for i, leaf in enumerate(found) if leaf.draw.__name__ == drawn))


def test_the_bilan_asks_for_continuations_and_shows_how_far_they_are() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    page = Ui(bilan=data, drafts=holding(at("overview")))
    assert intent(scene(view, page), "what-if-0") == WhatIf("0")
    halfway = said(scene(view, replace(page, what_if=sample_bilan.what_if(40))))
    assert "On joue les suites\u00a0: 40" in halfway
    assert "Sur 100 suites possibles" in said(scene(view, replace(page, what_if=sample_bilan.what_if())))


def test_what_unites_says_on_which_answer_and_whether_every_group_shares_it() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    page = [leaf.name for leaf in pages.leaves(view, data)].index("Avis")
    texts = said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page)))))
    assert "d’accord\u00a0: 15 sur 17 · dans chaque groupe" in texts
    assert "pas COOP\u00a0: 11 sur 13 · pas dans tous les groupes" in texts
    assert "d’accord\u00a0: 12 · pas d’accord\u00a0: 5" in texts
    assert "non,\u00a0ne\u00a0tiendra\u00a0pas,\u00a0pas\u00a0COOP" in texts.replace(" ", "\u00a0")


def test_a_forecast_on_which_the_room_agreed_is_no_thought_that_unites_it() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    page = [leaf.name for leaf in pages.leaves(view, data)].index("Avis")
    texts = said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page)))))
    assert "tiendra\u00a0: 8 sur 9" in texts.partition("Nous l’avions cru ensemble")[2]
    whole = said(scene(view, Ui(bilan=data, drafts=holding(at("overview")))))
    assert "NON TENU" not in whole.partition("Ce qui nous rassemble")[2]


def test_who_trained_alone_reads_no_page_of_what_a_room_was_asked() -> None:
    view = replace(sample_bilan.bilan_view(), mode="training")
    data = replace(sample_bilan.bilan(), participants=1)
    assert {leaf.name for leaf in pages.leaves(view, data)}.isdisjoint({"Se placer", "Avis", "Participation"})
    for name, missing in (("Ensemble", "Ce qui nous rassemble"), ("Je → nous", "Où chacun se place")):
        page = [leaf.name for leaf in pages.leaves(view, data)].index(name)
        assert missing not in said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page)))))


def test_under_five_observers_no_percentage_is_drawn() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    page = [leaf.name for leaf in pages.leaves(view, data)].index("Participation")
    for observers, expected in ((4, False), (5, True)):
        rungs = tuple(replace(line, observers=observers) for line in data.participation)
        texts = said(
            scene(view, Ui(bilan=replace(data, participation=rungs), drafts=holding(Turned("bilan", page))))
        )
        assert ("90\u00a0%" in texts) is expected
        assert ("4 observations\u00a0: trop peu pour conclure" in texts) is not expected


def test_measures_leave_no_round_out() -> None:
    view, data = sample_bilan.bilan_view("worst"), sample_bilan.bilan("worst")
    texts = said(scene(view, Ui(bilan=data, drafts=holding(at("je_nous")))))
    assert all(f"tour {n}" in texts for n in range(1, 7))


def test_results_are_four_cases_and_no_ranking() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    page = next(
        i
        for i in range(12)
        if "Le quartier et moi" in said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", i)))))
    )
    texts = said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page)))))
    assert "Ni le but commun, ni ce que je voulais" in texts
    assert "aucun classement" in texts


def test_results_say_what_was_to_be_reached_and_no_mark_out_of_anything() -> None:
    view = sample_bilan.bilan_view()
    data = replace(
        sample_bilan.bilan(), success=True, aim="But commun : « Bien-être social » vaut 43 ou plus."
    )
    page = [leaf.name for leaf in leaves(view, data)].index("Quartier × moi")
    texts = " ".join(said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page))))).split())
    assert "But commun atteint, et moi j’y ai laissé quelque chose" in texts
    assert "« Bien-être social » vaut 43 ou plus" in texts
    assert "se relève" not in texts, "three gauges of five may have fallen"
    line = data.results[0]
    assert f"{number(line.gain)} · but : {number(line.goal)}" in texts


def test_what_a_project_announced_has_one_colon_at_most() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    first = replace(data.participation[0], announced=(("Tout fermer : six semaines", "décidé d’avance"),))
    data = replace(data, participation=(first, *data.participation[1:]))
    page = [leaf.name for leaf in leaves(view, data)].index("Participation")
    texts = " ".join(said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", page))))).split())
    assert "« Tout fermer : six semaines », décidé d’avance" in texts


def test_a_session_cut_short_says_nobody_lost_the_place() -> None:
    view, data = sample_bilan.bilan_view(), replace(sample_bilan.bilan(), success=None)
    pages = [said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", i))))) for i in range(12)]
    texts = next(page for page in pages if "Le quartier et moi" in page)
    assert "La séance s’est arrêtée avant la fin" in texts
    assert "but commun" not in texts.lower()


def test_a_session_that_fits_no_ending_is_not_said_to_have_been_stopped() -> None:
    view = replace(sample_bilan.bilan_view(), outcome="open", ending=None)
    data = replace(sample_bilan.bilan(), success=None)
    pages = [said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", i))))) for i in range(12)]
    assert any("Une fin à trouver" in page for page in pages)
    assert any("Aucune des fins prévues ne convient" in page for page in pages)
    assert not any("arrêtée avant la fin" in page or "s’arrête ici" in page for page in pages)


def test_undoing_asks_first_and_escape_changes_nothing() -> None:
    picture = scene(journal_view("usual"), Ui(screen="undo", argument="2"))
    assert intent(picture, "undo") == Do(Undo(to=2))
    assert intent(picture, "keep") == Back()


def test_the_journal_takes_back_to_any_command_but_those_undone() -> None:
    picture = scene(journal_view("usual"), Ui(screen="journal"))
    assert intent(picture, "back-to-3") == Go("undo", "3")
    assert picture.control("back-to-4") is None


def test_an_easy_to_read_session_has_easy_rules() -> None:
    view = samples.view("welcome")
    easy = said(scene(view, Ui(Settings(plain=True))))
    assert "Ensuite, chacun choisit en secret." in easy
    assert "Ensuite, chacun choisit en secret." not in said(scene(view, Ui()))


def test_one_window_offers_the_console_where_it_is_needed() -> None:
    view = samples.view("negotiation")
    assert scene(view, Ui(Settings(windows=2))).control("console") is None
    assert isinstance(intent(scene(view, Ui(Settings(windows=1))), "console"), Panel)


def test_thousands_of_continuations_are_told_out_of_a_hundred() -> None:
    result = WhatIfResult("0", 2000, 2000, 371, 1270, 359)
    page = Ui(bilan=sample_bilan.bilan(), drafts=holding(at("overview")), what_if=result)
    told = said(scene(sample_bilan.bilan_view(), page))
    assert "19 mieux" in told
    assert "63 pareil" in told
    assert "18 moins bien" in told
    assert "2\u202f000 suites jouées" in told
    assert WhatIfResult("a", 2000, 2000, 667, 667, 666).of_a_hundred() == (34, 33, 33)
    assert WhatIfResult("a", 0, 0, 0, 0, 0).of_a_hundred() == (0, 0, 0)


def test_a_scenario_with_a_defect_is_shown_with_it_and_cannot_be_played() -> None:
    defect = "scenario.yaml, ligne 3"
    broken = ScenarioCard("mien", "mien", "", "", "discovery", (0, 0), (), (), (), (), defect)
    picture = scene(None, Ui(scenarios=(broken,)))
    assert defect in said(picture)
    assert picture.control("scenario-mien") is None


def test_help_opened_while_a_session_is_prepared_lies_over_that_screen() -> None:
    card = scenario_cards("usual")[0]
    ui = Ui(scenarios=(card,), screen="help", beneath=("setup", card.slug))
    picture = scene(None, ui)
    assert "Commencer la séance" in said(picture)
    assert "animer, s’entraîner, concevoir" not in said(picture)


def test_tables_bear_the_names_they_are_given() -> None:
    card = scenario_cards("usual")[0]
    named = {"setup.table.0": TextField("Le quai", 7), "setup.table.2": TextField("Le quai", 7)}
    ui = Ui(
        scenarios=(card,), screen="setup", argument=card.slug, drafts=holding(setup.Prepared(tables=True))
    )
    ui = replace(ui, fields=named)
    begin = setup.begin_of(card, ui, training=False)
    assert begin.tables[:3] == ("Le quai", "Table 2", "Le quai (3)")
