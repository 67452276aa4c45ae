"""What screens do: which one is shown, what their controls ask for, what they keep to themselves."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine import words
from engine.commands import (
    Advance,
    CarteBlanche,
    Confirm,
    Note,
    PassTo,
    PickAct,
    Place,
    PlacePosture,
    Undo,
    Vote,
)
from engine.debrief.types import WhatIfResult
from engine.view.types import Audience, Legal, View
from game.intents import Back, Do, Draft, Drag, Go, Resume, Set, Start, WhatIf
from game.paint import canvas
from game.scene import Scene, motions
from game.scene.nodes import FaceDisc, Token
from game.screens import carte_blanche, for_view, reveal, setup, show
from game.screens.bilan_words import of_a_hundred
from game.ui import Settings, TextField, Ui
from tests.game import samples, samples_late
from tests.game.gallery import journal_view, sample_ui

WINDOW = canvas((1920, 1080))


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    words.add_catalogue("game")
    yield
    words.use("fr")


def scene(view: View | None, ui: Ui) -> Scene:
    return WINDOW.compose(*show(view, ui))


def intent(picture: Scene, control: str) -> object:
    found = picture.control(control)
    assert found is not None, [c.id for c in picture.controls()]
    return found.intent


def said(picture: Scene) -> str:
    return " ".join(picture.texts())


# ---- Which screen --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["welcome", "briefing", "situation", "negotiation", "forecast", "choice", "reveal"]
)
def test_the_room_shows_the_phase_the_session_is_in(kind: str) -> None:
    assert for_view(samples.view(kind), Ui()) == kind  # type: ignore[arg-type]


def test_the_map_is_the_last_step_of_the_debate() -> None:
    assert for_view(samples_late.posture_map(), Ui()) == "map"
    assert for_view(samples_late.debate("talk"), Ui()) == "debate"


def test_without_a_session_the_first_screen_is_shown() -> None:
    picture = scene(None, sample_ui("usual"))
    assert "Scénarios" in picture.texts()
    assert isinstance(intent(picture, "resume"), Resume)
    assert intent(picture, "plain") == Set("plain", True)


def test_an_overlay_keeps_what_is_below_out_of_reach() -> None:
    picture = scene(samples.view("negotiation"), Ui(screen="help"))
    assert [c.id for c in picture.controls()] == ["close"]


def test_space_goes_on_everywhere_in_a_round() -> None:
    for kind in ("situation", "negotiation", "forecast"):
        picture = scene(samples.view(kind), Ui())  # type: ignore[arg-type]
        keyed = {c.shortcut: c.intent for c in picture.controls()}
        assert keyed["space"] == Do(Advance())


def test_looking_back_shows_a_past_moment_and_lets_nothing_be_done() -> None:
    picture = scene(samples.view("negotiation"), Ui(screen="look-back"))
    assert [c.intent for c in picture.controls()] == [Back(), Go("look-back", "earlier")]


# ---- Secrets -------------------------------------------------------------------------------------------


def passed(case: samples.Case = "usual") -> tuple[View, str]:
    holder = samples.characters(case)[0].id
    view = samples.view("choice", "", case, Audience("holder", holder))
    assert view.choice is not None
    return replace(view, choice=replace(view.choice, passed_to=holder)), holder


def test_the_cover_says_whose_turn_it_is_and_nothing_else() -> None:
    view, holder = passed()
    picture = scene(view, Ui())
    who = view.character(holder)
    assert who.secret is not None
    assert who.secret.wants[:20] not in said(picture)
    assert not [node for node in picture.nodes if isinstance(node, Token)]
    assert intent(picture, "unveil") == Draft("unveiled", holder)
    assert intent(picture, "give-back") == Do(PassTo(who=None), ("unveiled",))


def test_the_private_screen_belongs_to_the_holder_who_lifted_the_cover() -> None:
    view, holder = passed()
    assert for_view(view, Ui(drafts={"unveiled": holder})) == "private"
    assert for_view(view, Ui(drafts={"unveiled": "services-techniques"})) == "cover"
    room = replace(view, audience=samples.ROOM)
    assert for_view(room, Ui(drafts={"unveiled": holder})) == "cover"


def test_tokens_are_placed_one_by_one_then_confirmed() -> None:
    view, holder = passed()
    picture = scene(view, Ui(drafts={"unveiled": holder}))
    asked = intent(picture, "more.jardin-partage.time")
    assert asked == Do(Place(who=holder, project="jardin-partage", token="time", by=1))
    back = intent(picture, "less.maison-de-sante.time")
    assert back == Do(Place(who=holder, project="maison-de-sante", token="time", by=-1))
    assert intent(picture, "confirm") == Do(Confirm(who=holder), ("unveiled", "keeps-all"))


def test_keeping_every_token_is_asked_about_and_no_key_pressed_again_and_again_answers() -> None:
    view, holder = passed()
    assert view.choice is not None
    view = replace(view, choice=replace(view.choice, mine=()))
    picture = scene(view, Ui(drafts={"unveiled": holder}))
    assert picture.control("confirm") is None
    assert intent(picture, "keep-all") == Draft("keeps-all", holder)
    asked = scene(view, Ui(drafts={"unveiled": holder, "keeps-all": holder}))
    assert intent(asked, "confirm") == Do(Confirm(who=holder), ("unveiled", "keeps-all"))
    confirm = asked.control("confirm")
    assert confirm is not None
    assert confirm.shortcut != "space"
    assert intent(asked, "choose-on") == Draft("keeps-all", None)


def test_a_token_that_a_project_does_not_need_cannot_be_placed_there() -> None:
    view, holder = passed()
    picture = scene(view, Ui(drafts={"unveiled": holder}))
    assert picture.control("more.maison-de-sante.time") is None


def test_a_token_put_down_keeps_its_key_so_that_it_travels() -> None:
    view, holder = passed()
    assert view.choice is not None
    before = scene(view, Ui(drafts={"unveiled": holder}))
    mine = tuple((p, t._replace(time=t.time + (p == "jardin-partage"))) for p, t in view.choice.mine or ())
    after_view = replace(view, choice=replace(view.choice, mine=mine, left=samples.TokenCount()))
    after = scene(after_view, Ui(drafts={"unveiled": holder}))

    def keys(picture: Scene) -> set[str]:
        return {node.key for node in picture.nodes if isinstance(node, Token) and node.key}

    assert keys(before) == keys(after) != set()


def test_the_room_never_reads_what_a_character_wants() -> None:
    view, _ = passed()
    wants = view.characters[0].secret
    assert wants is not None
    for kind in ("welcome", "negotiation", "choice"):
        assert wants.wants[:20] not in said(scene(samples.view(kind), Ui()))  # type: ignore[arg-type]


# ---- Round ---------------------------------------------------------------------------------------------


def test_a_reveal_opens_row_by_row_and_says_what_follows_only_at_the_end() -> None:
    view = samples_late.reveal()
    picture = scene(view, Ui(drafts={"reveal.2": 1}))
    assert intent(picture, "next") == Draft("reveal.2", 2)
    assert "NON TENU" not in picture.texts()
    assert "Confiance" not in picture.texts()
    whole = scene(view, Ui(drafts={"reveal.2": 8}))
    assert intent(whole, "next") == Do(Advance())
    assert {"TENU", "EN PARTIE", "NON TENU", "DON", "Confiance"} <= set(whole.texts())


def test_a_demonstration_opens_all_rows_at_once() -> None:
    view = replace(samples_late.reveal(), mode="demo")
    assert reveal.rows_open(view, Ui()) == len(view.characters)


def test_given_tokens_travel_from_where_they_were_promised() -> None:
    closed = scene(samples_late.reveal(), Ui())
    opened = scene(samples_late.reveal(), Ui(drafts={"reveal.2": 1}))
    key = "r.habitante-conseil-citoyen.0.0"
    before = next(node for node in closed.nodes if node.key == key)
    after = next(node for node in opened.nodes if node.key == key)
    assert isinstance(before, Token)
    assert isinstance(after, Token)
    assert (before.state, after.state) == ("promised", "given")
    assert after.rect.x > before.rect.x


def test_forecasts_are_counted_but_not_shown_before_their_time() -> None:
    asked = said(scene(samples.view("forecast", "ask"), Ui()))
    assert "17 sur 17 réponses" in asked
    assert "✓" not in asked.replace("✓ Situation", "").replace("✓ Négociation", "")
    assert "✓ 16" in said(scene(samples.view("forecast", "shown", shown=True), Ui()))


def test_around_one_computer_the_next_person_answers_the_forecast_on_the_screen() -> None:
    view = samples.view("forecast", "ask", "few")
    question = view.forecasts[0].counts.question
    view = replace(view, mode="training", legal=(*view.legal[:4], Legal("vote", ids=(question,))))
    wanted = Do(Vote(question=question, voter=4, answer="no"))
    assert intent(scene(view, Ui()), f"{question}.no") == wanted


def test_an_act_is_chosen_by_its_number() -> None:
    view = samples_late.debate("vote")
    picture = scene(view, Ui(drafts={"debate.choosing": True}))
    second = next(c for c in picture.controls() if c.shortcut == "2")
    assert view.debate is not None
    assert second.intent == Do(PickAct(act=view.debate.acts[1].id), ("debate.choosing",))


def test_nobody_is_named_among_those_who_changed_their_minds() -> None:
    texts = said(scene(samples_late.debate("revote"), Ui()))
    assert "5 personnes au moins ont changé d’avis." in texts
    assert "Table" not in texts


def test_one_who_trains_alone_writes_one_sentence() -> None:
    view = replace(samples_late.debate("sentence"), mode="training")
    empty = scene(view, Ui())
    assert empty.control("sentence") is not None
    assert empty.control("keep") is None
    typed = scene(view, Ui(fields={"sentence": TextField("Il fallait le dire.", 3, 3)}))
    assert intent(typed, "keep") == Do(Note(text="Il fallait le dire.", tag="sentence"), ("sentence",))


# ---- The map -------------------------------------------------------------------------------------------


MOVED = Ui(drafts={"map.moved.2": True})


def test_faces_stand_where_they_were_until_the_room_has_guessed_then_travel() -> None:
    view = samples_late.posture_map()
    before, after = scene(view, Ui()), scene(view, MOVED)
    assert intent(before, "next") == Draft("map.moved.2", True)
    assert intent(after, "next") == Do(Advance())
    assert "la maison de santé" not in said(before)
    assert "la maison de santé" in said(after)
    travelling = {motion.node.key for motion in motions(before, after) if motion.kind == "travel"}
    assert {f"map.{who.id}" for who in view.characters} <= travelling


def test_faces_on_the_map_never_hide_one_another() -> None:
    for crowded in (False, True):
        picture = scene(samples_late.posture_map("worst", crowded), MOVED)
        discs = [n.rect for n in picture.nodes if isinstance(n, FaceDisc) and n.key.startswith("map.")]
        assert len(discs) == 12
        for i, one in enumerate(discs):
            assert not [o for o in discs[i + 1 :] if min(one.overlap(o)) > 0]


def test_a_held_face_goes_elsewhere_by_mouse_or_by_arrow_keys_and_then_is_placed() -> None:
    who = samples.CAST[0][0]
    view = samples_late.posture_map()
    drag = intent(scene(view, MOVED), f"face.{who}")
    assert isinstance(drag, Drag)
    moved = drag.nudge(1, -1)
    dropped = drag.to(-500.0, -500.0)
    assert isinstance(moved, Draft)
    assert isinstance(dropped, Draft)
    assert dropped.value == (1.0, 4.0)
    assert isinstance(moved.value, tuple)
    there = Ui(drafts={**MOVED.drafts, f"map.{who}": moved.value, "map.dragged": who})
    s, a = moved.value
    placed = PlacePosture(who=who, synergy=round(s, 2), antagonism=round(a, 2))
    assert intent(scene(view, there), "place") == Do(placed, (f"map.{who}", "map.dragged"))


def test_a_proposal_is_accepted_with_one_control() -> None:
    who = samples.CAST[0][0]
    picture = scene(samples_late.posture_map(), MOVED)
    assert intent(picture, f"accept-{who}") == Do(PlacePosture(who=who), (f"map.{who}",))


def test_labels_name_situations_and_the_screen_says_so() -> None:
    assert "Une étiquette dit une situation, jamais une personne." in said(
        scene(samples_late.posture_map(), Ui())
    )


# ---- Carte blanche, setup, bilan, sheets ---------------------------------------------------------------


def written(cost: tuple[int, int, int], **changes: int) -> Ui:
    field = TextField("Une halle", 9, 9)
    return Ui(
        screen="carte-blanche",
        fields={"carte.name": field},
        drafts={"carte.cost": cost, "carte.changes": changes},
    )


def test_the_rooms_own_project_is_bound_to_one_and_a_half_times_its_cost() -> None:
    view = samples.view("negotiation")
    assert carte_blanche.problem(view, written((2, 2, 0), health=6, rights=-4)) == ""
    assert "une fois et demie" in carte_blanche.problem(view, written((2, 2, 0), health=7))
    assert "deux sortes" in carte_blanche.problem(view, written((4, 0, 0), health=2))
    assert "améliorer" in carte_blanche.problem(view, written((2, 2, 0), health=-2))
    picture = scene(view, written((2, 2, 0), health=6))
    asked = intent(picture, "open")
    assert isinstance(asked, Do)
    assert isinstance(asked.command, CarteBlanche)
    assert asked.command.changes == {"health": 6}
    assert scene(view, written((2, 2, 0), health=7)).control("open") is None


def prepared(people: int | None = None, training: bool = False, **drafts: object) -> Ui:
    ui = sample_ui("usual")
    slug = ui.scenarios[0].slug + (":training" if training else "")
    found = {f"setup.{name}": value for name, value in drafts.items()}
    if people is not None:
        found["setup.people"] = people
    return replace(ui, screen="setup", argument=slug, drafts=found)


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
    assert isinstance(asked.value, dict)
    assert asked.value[who] == "simulated"
    assert setup.seats_of(prepared(8).scenarios[0], prepared(8, seats={who: "out"}), False)[who] == "out"


def test_training_is_one_person_without_a_timer() -> None:
    begin = begun(prepared(training=True)).begin
    assert (begin.mode, begin.duration, begin.participants, begin.tables) == ("training", "training", 1, ())


def test_the_bilan_asks_for_continuations_and_shows_how_far_they_are() -> None:
    view, data = samples_late.bilan_view(), samples_late.bilan()
    page = Ui(bilan=data, drafts={"bilan.page": 2})
    assert intent(scene(view, page), "what-if-0") == WhatIf("0")
    halfway = said(scene(view, replace(page, what_if=samples_late.what_if(40))))
    assert "On joue les suites\u00a0: 40" in halfway
    assert "Sur 100 suites possibles" in said(scene(view, replace(page, what_if=samples_late.what_if())))


def test_results_are_four_cases_and_no_ranking() -> None:
    view, data = samples_late.bilan_view(), samples_late.bilan()
    page = next(
        i
        for i in range(9)
        if "Le quartier et moi" in said(scene(view, Ui(bilan=data, drafts={"bilan.page": i})))
    )
    texts = said(scene(view, Ui(bilan=data, drafts={"bilan.page": page})))
    assert "Ni le quartier, ni ce que je voulais" in texts
    assert "aucun classement" in texts


def test_a_session_cut_short_says_nobody_lost_the_quartier() -> None:
    view, data = samples_late.bilan_view(), replace(samples_late.bilan(), success=None)
    pages = [said(scene(view, Ui(bilan=data, drafts={"bilan.page": i}))) for i in range(9)]
    texts = next(page for page in pages if "Le quartier et moi" in page)
    assert "La séance s’est arrêtée avant la fin" in texts
    assert "le quartier non" not in texts
    assert "se relève" not in texts


def test_undoing_asks_first_and_escape_changes_nothing() -> None:
    picture = scene(journal_view("usual"), Ui(screen="undo", argument="2"))
    assert intent(picture, "undo") == Do(Undo(to=2))
    keyed = {c.shortcut: c.intent for c in picture.controls()}
    assert keyed["escape"] == Back()


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
    assert intent(scene(view, Ui(Settings(windows=1))), "console") == Go("console")


def test_thousands_of_continuations_are_told_out_of_a_hundred() -> None:
    result = WhatIfResult("0", 2000, 2000, 371, 1270, 359)
    page = Ui(bilan=samples_late.bilan(), drafts={"bilan.page": 2}, what_if=result)
    told = said(scene(samples_late.bilan_view(), page))
    assert "19 mieux" in told
    assert "63 pareil" in told
    assert "18 moins bien" in told
    assert "2\u202f000 suites jouées" in told
    assert of_a_hundred((667, 667, 666)) == (34, 33, 33)
    assert of_a_hundred((0, 0, 0)) == (0, 0, 0)
