"""Groups on screen: who sits at a table, what it stands on, who goes and helps, which sleep and wake."""

from dataclasses import replace

import pytest

from engine.play.commands import Promise
from engine.view.types import CONSOLE, Audience, View
from game import console
from game.console.promises import Promising
from game.front.drafts import Turned, holding
from game.front.intents import Do, Go
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Column, Element, Scene, motions
from game.kit.nodes import FaceDisc, OutlineArt, Text, Token
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.groups import unsaid
from game.pieces.panel import TaskTab, step_of
from game.pieces.pieces import gate_words
from game.pieces.tables import UNITS, Table
from game.screens.bilan.pages import leaves
from game.screens.round import helped, moments
from game.screens.round.choice import placing
from tests.game import groups, keyed, sample_bilan, samples, showing, town
from tests.game.showing import intent
from tests.game.staged import built, by_oneself, lasting

WINDOW: Canvas = canvas((1920, 1080), Theme("console"))
HELPED = "helping-groupe-1"


pytestmark = pytest.mark.usefixtures("french")


def negotiation(asked: bool = False, audience: Audience | None = None) -> View:
    seen = samples.view("negotiation", audience=audience) if audience else samples.view("negotiation")
    return groups.in_groups(replace(seen, answers=()), asked=asked)


def reveal(quiet: bool = False) -> View:
    return groups.revealed(built(samples.reveal(), 0), quiet=quiet)


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


# ---- The tables ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", range(1, 5))
def test_as_many_people_sit_at_a_table_as_it_has_life(level: int) -> None:
    drawn = markup(Table(level, 0))
    assert drawn.count(f'r="10" fill="{colour("gift")}"') == level


@pytest.mark.parametrize("level", range(5))
def test_a_table_stands_on_as_many_legs_as_it_has_autonomy(level: int) -> None:
    drawn = markup(Table(2, level))
    assert drawn.count(f'fill="{colour("ink")}"') == level


def test_who_sits_there_changes_no_leg_and_legs_change_nobody() -> None:
    assert markup(Table(1, 2)).count(colour("ink")) == markup(Table(4, 2)).count(colour("ink"))
    assert markup(Table(2, 1)).count(colour("gift")) == markup(Table(2, 4)).count(colour("gift"))


def test_one_that_sleeps_is_grey_under_a_moon() -> None:
    asleep, awake = markup(Table(0, 3, True)), markup(Table(1, 3, True))
    assert colour("night_gold") in asleep
    assert colour("night_gold") not in awake
    assert colour("gift") not in asleep
    assert colour("neutral") in asleep


def test_one_that_holds_by_itself_stands_on_firm_ground() -> None:
    assert colour("kept") in markup(Table(2, 3, holds=True))
    assert colour("kept") not in markup(Table(2, 2))
    assert colour("kept") not in markup(Table(0, 3, holds=True))


def test_one_that_falls_asleep_next_shows_the_moon_that_comes() -> None:
    assert colour("night_gold") in markup(Table(1, 2, fading=True))


# ---- The negotiation -----------------------------------------------------------------------------------


def test_the_tables_stand_beneath_the_projects_under_both_counts() -> None:
    view = negotiation()
    text = said(scene(view))
    assert view.groups is not None
    assert all(group.title in text for group in view.groups.groups)
    assert "5 conseils sur 9" in text
    assert "Autonomie : 12 × 3 = 36" in text
    assert "Sans aide, ce tour : −6 · s’endort : La Halle" in text


def test_a_key_opens_them_large_with_their_numbers() -> None:
    view = negotiation(asked=True)
    picture = scene(view)
    assert intent(picture, "groups") == Go("groups")
    assert keyed.does(picture, "s") == Go("groups")
    assert scene(view, Ui(screen="look-back")).control("groups") is None
    text = said(scene(view, Ui(screen="groups")))
    assert "vie 3 · autonomie 1" in text
    assert "Fatou en est" in text
    assert "s’endort ce tour, sans aide" in text
    assert "3 pieds ou plus : tient sans aide" in text


def test_what_goes_and_helps_is_no_card_among_the_projects_but_on_its_table() -> None:
    picture = scene(negotiation())
    assert "Aller aider" not in said(picture)
    assert intent(picture, f"card.{HELPED}") == Go("card", HELPED)
    assert [control.id for control in picture.controls() if control.id.startswith("card.helping")] == [
        f"card.helping-groupe-{i}" for i in (1, 3, 4)
    ]


def test_who_promises_to_come_and_who_asks_are_seen_on_the_table() -> None:
    def here(view: View) -> tuple[list[tuple[int, str]], int]:
        picture = scene(view)
        card = picture.control(f"card.{HELPED}")
        assert card is not None
        inside = [node for node in picture.nodes if card.rect.contains(*node.rect.centre)]
        tokens = [(node.kind, node.state) for node in inside if isinstance(node, Token)]
        return tokens, sum(isinstance(node, FaceDisc) for node in inside)

    assert here(negotiation()) == ([(0, "missing"), (2, "missing")], 1)
    assert here(negotiation(asked=True)) == ([(0, "promised"), (2, "promised")], 3)


@pytest.mark.parametrize("case", ["worst", "usual", "few"])
@pytest.mark.parametrize("text", [1.0, 1.3])
def test_groups_of_any_number_are_reached_whole_in_large(case: samples.Case, text: float) -> None:
    view = groups.in_groups(replace(samples.view("negotiation", "", case), answers=()), case)
    assert view.groups is not None
    window = canvas((1280, 720), Theme("room", text))
    words = said(window.compose(*showing.show(view, Ui(screen="groups")))).replace("- ", "-")
    assert all(group.title in words for group in view.groups.groups)
    assert plain(view.groups.count_said) in said(window.compose(*showing.show(view, Ui())))


def test_what_is_lost_is_said_of_this_round_which_help_may_change() -> None:
    view = negotiation()
    gate = replace(next(one for one in view.indicators if one.gate), wear=6, needed=7)
    words = gate_words(replace(view, indicators=(gate,)))
    assert "perd 6 ce tour, sans aide." in words
    assert "à chaque tour" not in words
    assert "chantiers et aide doivent lui apporter 7 ou plus" in words


def test_a_scenario_without_groups_shows_none() -> None:
    view = samples.view("negotiation")
    assert scene(view).control("groups") is None
    assert "pas de groupe" in said(scene(view, Ui(screen="groups")))


def test_where_a_town_stands_beneath_the_projects_a_word_opens_the_groups() -> None:
    picture = scene(town.in_town(negotiation()))
    assert intent(picture, "groups") == Go("groups")
    assert "Les neuf conseils ?" in said(picture)


# ---- What projects do to them --------------------------------------------------------------------------


def test_a_card_draws_what_it_does_to_groups_and_says_it_once() -> None:
    view = negotiation()
    assert "La Halle, Le Haut-Pré +2 −1" in said(scene(view))
    assert "5 conseils +2 −1" in said(scene(view))
    project = view.projects[0]
    picture = scene(view, Ui(screen="card", argument=project.id))
    text = plain(" ".join(node.text for node in picture.nodes if isinstance(node, Text) and node.layer))
    assert text.count("Le Haut-Pré") == 1
    assert "vie +2" not in text
    assert len(unsaid(project)) == len(project.effects) - 2


def test_the_card_of_going_to_help_shows_what_becomes_of_the_table() -> None:
    text = said(scene(negotiation(), Ui(screen="card", argument=HELPED)))
    for words in (
        "Maintenant",
        "Si personne ne vient",
        "Si quelqu’un vient, et que Fatou l’a demandé",
        "À chaque révélation, qui a moins de 3 pieds perd 1 de vie.",
    ):
        assert words in text
    nobody = said(scene(negotiation(), Ui(screen="card", argument="helping-groupe-3")))
    assert "l’a demandé" not in nobody.split("Maintenant")[1]


def test_forecasts_and_choices_open_the_groups_by_a_word() -> None:
    for kind, step in (("forecast", "ask"), ("choice", "")):
        picture = scene(groups.in_groups(samples.view(kind, step)))  # type: ignore[arg-type]
        assert intent(picture, "groups") == Go("groups"), kind


def test_what_is_still_to_be_finished_names_no_help() -> None:
    view = lasting(groups.in_groups(samples.view("situation")))
    text = said(scene(view))
    assert "Encore à finir" in text
    assert "Aller aider" not in text


# ---- Who goes, who asks --------------------------------------------------------------------------------


def form(who: str, project: str, tokens: tuple[int, int, int], alone: bool = False) -> Scene:
    view = negotiation(audience=CONSOLE)
    legal = tuple(
        replace(one, limits=tuple((id_, type(left)(2, 2, 2)) for id_, left in one.limits))
        if one.kind == "promise"
        else one
        for one in view.legal
    )
    view = replace(view, legal=legal)
    ui = Ui(
        drafts=holding(TaskTab(step_of(view), "promise"), Promising(who=who, project=project, tokens=tokens))
    )
    if alone:
        view = by_oneself(view)
        return WINDOW.compose(console.trainee(view, ui))
    return WINDOW.compose(console.console(view, ui))


def test_the_form_has_groups_in_a_row_of_their_own() -> None:
    own = negotiation(audience=CONSOLE).characters[1].id
    picture = form(own, HELPED, (1, 0, 0))
    text = said(picture)
    assert "Ou aider" in text
    assert "La Halle" in text
    assert "Un temps pour aller à la Halle. Fatou peut demander cette aide, d’un appui." in text


@pytest.mark.parametrize("alone", [False, True])
def test_a_member_asks_with_one_backing_and_no_more(alone: bool) -> None:
    who = negotiation(audience=CONSOLE).characters[0].id
    picture = form(who, HELPED, (1, 1, 1), alone)
    assert "Fatou est de ce groupe : un appui demande de l’aide" in said(picture)
    asked = intent(picture, "promise-say")
    assert isinstance(asked, Do)
    assert isinstance(asked.command, Promise)
    given = asked.command.tokens
    assert (given.time, given.means, given.backing) == (0, 0, 1)


def test_anybody_else_goes_with_one_token_of_time() -> None:
    who = negotiation(audience=CONSOLE).characters[1].id
    asked = intent(form(who, HELPED, (2, 1, 1)), "promise-say")
    assert isinstance(asked, Do)
    assert isinstance(asked.command, Promise)
    given = asked.command.tokens
    assert (given.time, given.means, given.backing) == (1, 0, 0)


def test_in_the_secret_choice_help_stays_in_sight_with_what_one_may_put() -> None:
    who = samples.characters()[0].id
    seen = groups.in_groups(samples.view("choice", audience=Audience("holder", who)))
    picture = WINDOW.compose(placing(seen, Ui(), seen.characters[0], True))
    text = said(picture)
    assert "Demander de l’aide" in text
    assert "Aller aider aux Quatre-Vents" in text
    ids = {node.id for node in picture.nodes if getattr(node, "id", "").startswith("more.helping")}
    assert ids == {f"more.{HELPED}.backing", "more.helping-groupe-3.time", "more.helping-groupe-4.time"}


# ---- The reveal ----------------------------------------------------------------------------------------


def test_waking_helping_and_falling_asleep_are_one_moment_each() -> None:
    view = reveal()
    standing = [moments.standing(view, at(steps)) for steps in (1, 2, 3, 4)]
    assert [one.id for one in standing if one] == ["groups.woke", "groups.helped", "groups.slept", "gate"]
    assert "Se réveille Les Quatre- Vents" in said(scene(view, at(1)))
    helped = said(scene(view, at(2)))
    assert "La Halle : aide de Marc, qu’il avait demandée." in helped
    assert "Les Corderies : aide de Marc, sans l’avoir demandée." in helped
    slept = said(scene(view, at(3)))
    assert "S’endorment Le Vieux-Bassin et Le Clos-Marin" in slept
    assert "aide demandée, et personne n’est venu" in slept


def test_a_table_becomes_another_once_it_was_seen() -> None:
    view = reveal()
    late = [one for one in motions(scene(view, at(2)), scene(view, at(3))) if one.kind == "late"]
    assert len(late) == 2
    assert late[0].progress(0.2) == 0.0
    assert late[0].progress(1.0) == 1.0


def test_groups_that_only_wear_out_make_no_moment() -> None:
    standing = moments.standing(reveal(quiet=True), at(1))
    assert standing is not None
    assert standing.id == "gate"


def test_the_common_good_is_told_beside_the_count_and_whom_it_matters_to() -> None:
    view = reveal()
    text = said(scene(view, at(4)))
    assert "4 → 5 conseils sur 9" in text
    assert "Hugo : −1 (le nombre)" in text


def test_what_follows_shows_each_table_before_and_after() -> None:
    view = reveal()
    assert view.reveal is not None
    picture = scene(view, at(99))
    drawn = [node for node in picture.nodes if isinstance(node, OutlineArt) and node.units == UNITS]
    assert len(drawn) == 2 * 5
    assert "4 → 5 conseils sur 9" in said(picture)

    def page(level: int) -> str:
        assert view.reveal is not None
        return said(WINDOW.compose(Column(helped.told(view, view.reveal, level))))

    for words in (
        "La Halle aidé, avait demandé",
        "Les Corderies aidé sans demander",
        "Les Quatre-Vents se réveille",
        "Le Clos-Marin s’endort",
        "Moins de monde : Les Tilleuls",
    ):
        assert words not in page(3)
    assert "La Halle aidé, avait demandé" in page(0)
    assert "Le Clos-Marin s’endort" in page(0)
    assert "Se réveille : Les Quatre-Vents" in page(3)


# ---- The Bilan -----------------------------------------------------------------------------------------


def test_the_bilan_sets_both_counts_side_by_side_round_by_round() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    assert "Conseils" not in [leaf.name for leaf in leaves(view, data)]
    there = groups.in_groups(view, over=True)
    names = [leaf.name for leaf in leaves(there, data)]
    assert "Conseils" in names
    page = Ui(bilan=data, drafts=holding(Turned("bilan", names.index("Conseils"))))
    text = said(scene(there, page))
    assert there.groups is not None
    assert "Ce que l’on a compté" in text
    assert "Ce que personne n’a demandé" in text
    assert f"T{len(there.groups.history) - 1}" in text
    assert all(group.title in text for group in there.groups.groups)
