"""A square under works on screen: its ground, its hoardings, how far works are, what they cost and bring."""

from dataclasses import replace

import pytest

from engine.view.types import CONSOLE, Audience, View
from game import console
from game.console.promises import Promising, whole_card
from game.front.drafts import Turned, holding
from game.front.intents import Go
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Column, Element, Scene, motions
from game.kit.nodes import OutlineArt, Text, Token
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.panel import TaskTab, step_of
from game.pieces.plan import Lots
from game.pieces.sites import plan
from game.screens.bilan.pages import leaves
from game.screens.round import moments, works
from game.screens.round.choice import placing
from tests.game import keyed, sample_bilan, samples, showing, sites, town
from tests.game.showing import intent
from tests.game.staged import built, by_oneself, lasting

WINDOW: Canvas = canvas((1920, 1080), Theme("room"))


pytestmark = pytest.mark.usefixtures("french")


def negotiation(case: samples.Case = "usual", whole: bool = False) -> View:
    return sites.in_sites(replace(samples.view("negotiation", "", case), answers=()), case, whole=whole)


def reveal(quiet: bool = False) -> View:
    return sites.revealed(built(samples.reveal(), 0 if quiet else 1), quiet=quiet)


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def plain(words: str) -> str:
    return " ".join(words.split())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return plain(showing.said(picture))


def at(steps: int) -> Ui:
    return Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))


def markup(element: Element) -> str:
    picture = WINDOW.compose(element)
    return "".join(node.markup for node in picture.nodes if isinstance(node, OutlineArt))


def colour(role: str) -> str:
    return "#{:02X}{:02X}{:02X}".format(*Theme("room").colour(role))


def kinds(picture: Scene) -> list[str]:
    """Kinds of the tokens drawn, by their state."""
    return [node.state for node in picture.nodes if isinstance(node, Token)]


# ---- The ground ----------------------------------------------------------------------------------------


def drawn(state: str) -> str:
    return markup(Lots((state,), size=60.0))  # type: ignore[arg-type]


def test_only_a_hoarding_has_red_boards_and_only_new_ground_is_ticked() -> None:
    assert colour("broken") in drawn("site")
    assert colour("broken") not in drawn("old") + drawn("new")
    assert colour("kept") in drawn("new")
    assert colour("kept") not in drawn("old") + drawn("site")


def test_what_works_would_take_has_a_golden_rim() -> None:
    mine = markup(Lots(("old", "old"), (True, False)))
    assert mine.count(colour("gold")) == 1
    assert colour("gold") not in markup(Lots(("old", "old"), (False, False)))


def test_parts_that_one_project_took_are_behind_one_hoarding() -> None:
    parted, whole = plan(negotiation()), plan(negotiation(whole=True))
    assert [[patch.state for patch in row] for row in parted.rows] == [["old", "site", "new"]]
    (patch,) = whole.rows[0]
    assert (patch.state, patch.weight) == ("site", 3)


def test_parts_together_are_told_as_a_sentence_with_one_capital() -> None:
    view = negotiation(whole=True)
    assert view.sites is not None
    titles = ("La moitié nord", "Le quai de bus", "Devant l’école")
    grounds = tuple(
        part._replace(title=title) for part, title in zip(view.sites.grounds, titles, strict=False)
    )
    text = said(scene(replace(view, sites=replace(view.sites, grounds=grounds))))
    assert "La moitié nord, le quai de bus et devant l’école" in text


@pytest.mark.parametrize("case", ["usual", "worst", "few"])
def test_in_large_every_part_of_the_ground_is_there_once(case: samples.Case) -> None:
    view = negotiation(case)
    assert view.sites is not None
    rows = plan(view, large=True).rows
    assert sum(patch.weight for row in rows for patch in row) == len(view.sites.grounds)


def test_no_row_parts_what_one_project_took() -> None:
    view = negotiation("worst")
    assert view.sites is not None
    grounds = tuple(
        one._replace(state="site", project="big", left=1) if i in (2, 3) else one
        for i, one in enumerate(view.sites.grounds)
    )
    view = replace(view, sites=replace(view.sites, grounds=grounds))
    (row,) = plan(view, large=True).rows
    assert [patch.weight for patch in row] == [1, 1, 2, 1, 1]


# ---- The negotiation -----------------------------------------------------------------------------------


def test_the_ground_stands_beneath_the_projects_with_what_hoardings_cost() -> None:
    text = said(scene(negotiation()))
    for words in (
        "La moitié nord",
        "La moitié sud",
        "La rampe",
        "2 tranches",
        "1 palissade debout",
        "Ce tour, elle coûte : Bien-être social −3 Droits −2",
        "Chaque palissade en plus de la première : Bien-être social −2",
    ):
        assert words in text


def test_a_hoarding_says_in_the_largest_letters_how_many_phases_are_left() -> None:
    picture = scene(negotiation(), Ui(screen="sites"))
    (digits,) = [node for node in picture.nodes if isinstance(node, Text) and node.text == "2" and node.layer]
    others = [node for node in picture.nodes if isinstance(node, Text) and node.layer and node != digits]
    assert digits.size > max(node.size for node in others)


def test_what_works_would_take_is_seen_on_the_ground_that_is_still_free() -> None:
    view = negotiation()
    begins = view.projects[sites.BEGINS].title
    assert f"La moitié nord {begins} ?" in said(scene(view, Ui(screen="sites"))).replace("- ", "-")
    assert f"{begins} ?" not in said(scene(negotiation(whole=True), Ui(screen="sites")))


def test_a_key_opens_the_ground_large() -> None:
    view = negotiation()
    picture = scene(view)
    assert intent(picture, "sites") == Go("sites")
    assert keyed.does(picture, "s") == Go("sites")
    assert scene(view, Ui(screen="look-back")).control("sites") is None
    text = said(scene(view, Ui(screen="sites")))
    for words in ("La place vue d’en haut", "comme avant", "palissade", "sol neuf", "toutes les tranches"):
        assert words in text


@pytest.mark.parametrize("case", ["worst", "usual", "few"])
@pytest.mark.parametrize("text", [1.0, 1.3])
def test_the_count_of_hoardings_is_read_however_little_room_there_is(case: samples.Case, text: float) -> None:
    view = negotiation(case)
    assert view.sites is not None
    window = canvas((1280, 720), Theme("room", text))
    assert plain(view.sites.standing_said) in said(window.compose(*showing.show(view, Ui())))


def test_a_scenario_without_a_square_shows_none() -> None:
    view = samples.view("negotiation")
    assert scene(view).control("sites") is None
    assert "pas de sol à montrer" in said(scene(view, Ui(screen="sites")))


def test_where_a_town_stands_beneath_the_projects_a_word_opens_the_ground() -> None:
    picture = scene(town.in_town(negotiation()))
    assert intent(picture, "sites") == Go("sites")
    assert "Le sol ?" in said(picture)


def test_forecasts_and_choices_open_the_ground_by_a_word() -> None:
    for kind, step in (("forecast", "ask"), ("choice", "")):
        picture = scene(sites.in_sites(samples.view(kind, step)))  # type: ignore[arg-type]
        assert intent(picture, "sites") == Go("sites"), kind


# ---- Cards ---------------------------------------------------------------------------------------------


def card(which: int) -> str:
    view = negotiation()
    return said(scene(view, Ui(screen="card", argument=view.projects[which].id)))


def test_the_card_of_works_sets_paid_present_and_coming_phases_in_a_row() -> None:
    view = negotiation()
    text = card(sites.STANDS)
    assert "Ce qu’il faut, tranche 2 sur 3" in text
    assert "✓ 1" in text
    window = canvas((1920, 1080), Theme("room"))
    project = view.projects[sites.STANDS]
    states = kinds(window.compose(*showing.show(view, Ui(screen="card", argument=project.id))))
    assert states.count("missing") >= project.works.next[0].means  # type: ignore[union-attr]


def test_the_card_of_works_says_what_each_round_costs_to_whom_and_what_softens_it() -> None:
    text = card(sites.STANDS)
    for words in (
        "Le sol pris : La moitié sud",
        "Palissade debout : encore 2 tranches",
        "À chaque tour : Bien-être social −3 Droits −2",
        "Inès y perd 1",
        "Adouci par « La palissade à fenêtres »",
        "une fois la palissade tombée",
    ):
        assert words in text
    assert "ouvert encore" not in text
    assert "Palissade debout : encore" not in card(sites.BEGINS)
    assert "2 tranches" in card(sites.BEGINS)


def test_what_accompanies_works_says_what_it_softens_and_by_how_much() -> None:
    view = negotiation()
    softened = view.projects[sites.STANDS].title
    text = card(sites.SOFTENS)
    assert f"Adoucit « {plain(softened)} », palissade debout : Bien-être social +1, Droits +1" in text


def test_a_card_whose_hoarding_stands_looks_like_a_site_and_tells_no_last_round() -> None:
    view = negotiation()
    standing = view.projects[sites.STANDS]
    bare = replace(view, sites=None)

    def barriers(seen: View) -> int:
        picture = scene(seen)
        control = picture.control(f"card.{standing.id}")
        assert control is not None
        art = [node for node in picture.nodes if isinstance(node, OutlineArt)]
        return sum(control.rect.contains(*node.rect.centre) and node.rect.w > 300 for node in art)

    assert barriers(view) == 1
    assert barriers(bare) == 0


def test_whoever_reads_a_card_aloud_reads_what_works_do() -> None:
    view = negotiation()
    text = said(WINDOW.compose(whole_card(view, view.projects[sites.STANDS]))).replace("- ", "-")
    assert "Palissade debout : encore 2 tranches · le sol pris : La moitié sud" in text
    assert "À chaque tour, palissade debout : Bien-être social −3, Droits −2" in text
    assert "Inès y perd 1 · Luc y perd 2" in text
    assert "Adoucit" in said(WINDOW.compose(whole_card(view, view.projects[sites.SOFTENS])))


def test_in_the_secret_choice_works_say_which_phase_lacks_what() -> None:
    who = samples.characters()[0].id
    seen = sites.in_sites(samples.view("choice", audience=Audience("holder", who)))
    text = said(WINDOW.compose(placing(seen, Ui(), seen.characters[0], True)))
    assert "tranche 1 sur 2, manque" in text
    assert "tranche 2 sur 3, manque" in text
    assert text.count("la palissade tombée :") == 2


@pytest.mark.parametrize("alone", [False, True])
def test_whoever_writes_a_promise_down_reads_which_phase_it_goes_to(alone: bool) -> None:
    view = sites.in_sites(samples.view("negotiation", audience=CONSOLE))
    form = Promising(who=view.characters[1].id, project=view.projects[sites.STANDS].id)
    ui = Ui(drafts=holding(TaskTab(step_of(view), "promise"), form))
    shown = console.trainee(by_oneself(view), ui) if alone else console.console(view, ui)
    text = said(canvas((1920, 1080), Theme("console")).compose(shown)).replace("- ", "-")
    assert "Tranche 2 sur 3. À chaque tour, palissade debout : Bien-être social −3" in text


# ---- The reveal ----------------------------------------------------------------------------------------


def test_a_hoarding_falls_others_go_up_go_on_or_stall_then_what_they_cost_is_told() -> None:
    view = reveal()
    standing = [moments.standing(view, at(steps)) for steps in range(1, 7)]
    ids = [one.id.rpartition(".")[0] or one.id for one in standing if one]
    assert [one.kind for one in standing if one][:5] == [
        "La palissade tombe",
        "La palissade se dresse",
        "Le chantier avance",
        "Le chantier n’avance pas",
        "Ce que la palissade coûte",
    ]
    assert ids[0] == "complete"
    assert ids[-1] == "gate"
    assert "Fatou : −2 (les travaux) · Marc : −1 (les travaux)" in said(scene(view, at(5)))
    assert "encore 1 tranche" in said(scene(view, at(3)))


@pytest.mark.parametrize("steps", [1, 2])
def test_the_ground_changes_once_it_was_seen_as_it_was(steps: int) -> None:
    view = reveal()
    late = [one for one in motions(scene(view, at(steps - 1)), scene(view, at(steps))) if one.kind == "late"]
    assert late
    assert all(one.progress(0.2) == 0.0 and one.progress(1.0) == 1.0 for one in late)


def test_works_that_only_stall_make_one_moment_before_what_they_cost() -> None:
    view = reveal(quiet=True)
    kinds = [one.id for steps in (1, 2, 3) if (one := moments.standing(view, at(steps)))]
    assert kinds == ["site.stalled", "site.cost", "gate"]


def test_no_moment_of_cost_where_no_hoarding_stands() -> None:
    view = reveal()
    assert view.sites is not None
    calm = replace(view, sites=replace(view.sites, standing=0))
    told = [moments.standing(calm, at(steps)) for steps in range(1, 7)]
    assert "site.cost" not in [one.id for one in told if one]


def test_what_follows_tells_each_of_the_works_and_their_cost() -> None:
    view = reveal()
    assert view.reveal is not None

    def page(level: int) -> str:
        assert view.reveal is not None
        return said(WINDOW.compose(Column(works.told(view, view.reveal, level))))

    assert "la palissade se dresse ; encore 2 tranches." in page(0)
    assert "et la gêne continue" in page(0)
    assert "Fatou : −2 (les travaux)" in page(0)
    assert "se dresse, encore 2" in page(2)
    assert "Fatou" not in page(2)
    assert page(3) == "1 palissade debout"
    assert page(4) == ""


def test_a_great_moment_of_the_last_round_names_works_that_are_not_finished() -> None:
    view = lasting(sites.in_sites(samples.view("situation")))
    assert plain(view.projects[sites.STANDS].title) in said(scene(view))


# ---- The Bilan -----------------------------------------------------------------------------------------


def test_the_bilan_sets_the_ground_before_and_after_with_what_works_cost_and_brought() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    assert "Le sol" not in [leaf.name for leaf in leaves(view, data)]
    there = sites.in_sites(view, over=True)
    names = [leaf.name for leaf in leaves(there, data)]
    page = Ui(bilan=data, drafts=holding(Turned("bilan", names.index("Le sol"))))
    text = said(scene(there, page))
    for words in (
        "Au début",
        "À la fin",
        "2 tours de palissade",
        "toujours debout, 2 tranches non payées",
        "Bien-être social −6 Droits −4",
        "Bien-être social +9",
        "Toutes les palissades, tous les tours : Bien-être social −12 Droits −8",
    ):
        assert words in text


def test_where_nobody_dug_the_bilan_says_so() -> None:
    view, data = sample_bilan.bilan_view("few"), sample_bilan.bilan("few")
    there = sites.in_sites(view, "few", over=True)
    assert there.sites is not None
    there = replace(there, sites=replace(there.sites, told=(), cost=()))
    names = [leaf.name for leaf in leaves(there, data)]
    page = Ui(bilan=data, drafts=holding(Turned("bilan", names.index("Le sol"))))
    assert "Aucune palissade ne s’est dressée." in said(scene(there, page))
