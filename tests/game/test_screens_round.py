"""What the screens of a round do: reveal, forecast, debate, and the map."""

import re
from dataclasses import replace

import pytest

from engine import language
from engine.play.commands import (
    Advance,
    Note,
    PickAct,
    PlacePosture,
    Vote,
)
from engine.telling.vocabulary import kind_means
from engine.view.types import Audience, Legal, Personal, RoundGain
from game.front.drafts import holding
from game.front.intents import Do, Draft, Drag, Go
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import motions
from game.kit import nodes as n
from game.kit.nodes import FaceDisc, Text, Token
from game.kit.textfield import TextField
from game.kit.theme import TEXT_SIZES, Theme
from game.paint import canvas
from game.pieces.secrets import secret_card
from game.screens.map.drawing import Dragged, LetGo, Shown
from game.screens.map.posture_map import ranked
from game.screens.overlays.sheet import own_sheet
from game.screens.round import reveal
from game.screens.round.choice import Unveiled
from game.screens.round.debate import Choosing
from tests.game import samples
from tests.game.console_samples import gallery as console_gallery
from tests.game.gallery import gallery
from tests.game.keyed import does
from tests.game.showing import WINDOW, intent, said, scene
from tests.game.staged import by_oneself

pytestmark = pytest.mark.usefixtures("french")


def test_english_asks_without_the_space_of_french() -> None:
    language.use("en")
    try:
        assert "COOP or not COOP?" in said(scene(samples.debate("vote"), Ui()))
    finally:
        language.use("fr")


def test_one_alone_who_would_take_an_answer_is_in_the_singular() -> None:
    view = samples.view("choose", "vote")
    assert view.room_choice is not None
    options = [replace(one, favoured=(view.characters[0].id,)) for one in view.room_choice.options]
    view = replace(view, room_choice=replace(view.room_choice, options=tuple(options)))
    told = _even(said(scene(view, Ui())))
    assert "le prendrait :" in told
    assert "le prendraient :" not in told


def test_the_room_sees_where_the_gauges_would_go_if_all_kept_their_word() -> None:
    view = samples.view("negotiation")
    told = said(scene(view, Ui()))
    assert "Si chacun tient parole" in told
    for gauge in view.indicators:
        moves = gauge.gate or gauge.if_kept != gauge.value
        words = f"{gauge.title} {gauge.value} → {gauge.if_kept}"
        assert (words in _even(told)) == moves, gauge
    assert "Tant que personne ne promet" in said(scene(replace(view, promises=()), Ui()))


def _even(words: str) -> str:
    """Words one space apart, whichever space it is."""
    return " ".join(words.split())


def test_all_promised_is_not_complete_where_a_condition_is_not_met() -> None:
    view = replace(samples.view("negotiation"), answers=())
    whole = replace(view.projects[0], promised=view.projects[0].cost)
    for kept, words in (
        (True, "complet si chacun tient parole"),
        (False, "promis, mais une condition manque"),
    ):
        assert words in said(scene(replace(view, projects=(replace(whole, if_kept=kept),)), Ui()))


def test_a_card_opened_large_says_whom_it_costs_something() -> None:
    view = samples.view("negotiation")
    who = view.characters[0]
    costs = Personal(who.id, -2, f"{who.short} y perd 2", who.face)
    view = replace(view, projects=(replace(view.projects[0], personal=(costs,)), *view.projects[1:]))
    assert costs.words in said(scene(view, Ui(screen="card", argument=view.projects[0].id)))


def test_where_there_is_no_room_for_a_condition_it_still_names_whom_it_depends_on() -> None:
    view = replace(samples.view("negotiation"), answers=())
    one, on = view.promises[0], view.characters[1]
    long = f"{one.toward}, si {on.short} y donne " + "du temps et des moyens, et encore du temps, " * 6
    tied = replace(one, sentence=long, conditional=True, on=on.id)
    told = _even(said(scene(replace(view, promises=(tied,) * 4), Ui())))
    assert f"{one.toward}, si {on.short}…" in told


@pytest.mark.parametrize(("goal", "words"), [(1.0, "1 point"), (1.5, "1,5 point"), (2.5, "2,5 points")])
def test_a_goal_of_less_than_two_points_is_one_point(goal: float, words: str) -> None:
    view = samples.view("choice", "", audience=Audience("holder", samples.characters()[0].id))
    who = next(one for one in view.characters if one.secret is not None)
    assert who.secret is not None
    told = WINDOW.compose(secret_card(view, replace(who, secret=replace(who.secret, goal=goal)))).texts()
    assert any(_even(text).startswith(f"Votre but : {words} ·") for text in told), told


def test_a_project_that_lacks_something_says_whose_word_was_not_kept() -> None:
    view = samples.view("reveal")
    everything = Ui(drafts=holding(Revealed(str(view.phase.round), 12), TOLD))
    lacking = [outcome for outcome in view.reveal.outcomes if outcome.state == "lacking"]
    assert any(outcome.unkept for outcome in lacking)
    told = _even(said(scene(view, everything)))
    assert all(_even(outcome.unkept) in told for outcome in lacking)


def test_after_the_last_round_what_lacks_something_is_told_as_lost() -> None:
    view = samples.view("reveal")
    everything = Ui(drafts=holding(Revealed(str(view.phase.round), 12), TOLD))
    assert "Il manque encore" in said(scene(view, everything))
    last = replace(view, phase=replace(view.phase, rounds=view.phase.round))
    told = said(scene(last, everything))
    assert "Il manque encore" not in told
    assert re.search("Ne se fer(a|ont) plus", told)


def test_with_a_project_more_the_rule_still_has_a_door() -> None:
    view = samples.view("negotiation")
    four = (view.projects * 4)[:4]
    five = (*four, replace(four[0], id="ours", title="Le nôtre"))
    assert "Rien n’oblige à le tenir" in said(scene(replace(view, projects=four), Ui()))
    crowded = scene(replace(view, projects=five), Ui())
    assert "La règle" in said(crowded)
    assert intent(crowded, "gauges") == Go("gauges")
    assert {f"card.{project.id}" for project in five} <= {control.id for control in crowded.controls()}


TOLD = Told("2.reveal", 99)
"""The great moments of the reveal looked at are over."""

FIRST_MET = ("sheet-first", "negotiation-first", "choice-first", "own-sheet")
FIRST_MET_CONSOLE = ("first-promise", "panel-first-promise", "trainee-first")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("lang", "case", "size"),
    [
        ("fr", "usual", (1280, 720)),
        ("fr", "worst", (1920, 1080)),
        ("en", "usual", (1920, 1080)),
        ("en", "worst", (1280, 720)),
    ],
)
def test_wherever_tokens_are_first_met_something_says_or_opens_what_they_stand_for(
    lang: str, case: samples.Case, size: tuple[int, int]
) -> None:
    """At every text size; the two windows, in which the same room is laid out, take turns."""
    language.use(lang)
    holder = samples.characters(case)[0].id
    own = samples.view("negotiation", "", case, Audience("holder", holder), round=1)
    room = gallery(case) | {"own-sheet": lambda canvas: canvas.compose(own_sheet(own, Ui(screen="sheet")))}
    consoles = console_gallery(case)
    for text in TEXT_SIZES:
        shown = {name: room[name](canvas(size, Theme("room", text))) for name in FIRST_MET}
        shown |= {name: consoles[name](size, Theme("console", text)) for name in FIRST_MET_CONSOLE}
        for name, picture in shown.items():
            told = said(picture).replace("\u00a0", " ")
            opens = [control for control in picture.controls() if control.intent == Go("tokens")]
            means = all(kind_means(kind).replace("\u00a0", " ") in told for kind in range(3))
            assert opens or means, (name, text)
    language.use("fr")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", TEXT_SIZES)
def test_no_name_however_long_touches_the_tokens_after_it(text: float, size: tuple[int, int]) -> None:
    rooms, consoles = gallery("worst"), console_gallery("worst")
    pictures = [rooms["negotiation"](canvas(size, Theme("room", text)))]
    pictures += [
        consoles[name](size, Theme("console", text)) for name in ("trainee-promise", "negotiation-promised")
    ]
    names = {who.short for who in samples.characters("worst")}
    gaps: list[float] = []
    for picture in pictures:
        heads = [node.rect for node in picture.nodes if isinstance(node, Text) and node.text in names]
        tokens = [node.rect for node in picture.nodes if isinstance(node, Token)]
        gaps += [
            token.x - head.right
            for head in heads
            for token in tokens
            if token.x > head.x and head.y < token.centre[1] < head.bottom
        ]
    assert gaps
    assert min(gaps) >= 7.9


def test_a_row_that_opens_recalls_what_the_room_had_forecast_of_it() -> None:
    view = samples.reveal()
    first = view.forecasts[0].counts
    guess = f"pronostic\u00a0:\u00a0✓\u00a0{first.yes}\u00a0✗\u00a0{first.no}"
    assert guess not in scene(view, Ui()).texts()
    assert guess in scene(view, Ui(drafts=holding(Revealed("2", len(view.characters)), TOLD))).texts()
    uncounted = replace(view, forecasts=samples.view("forecast", "ask").forecasts)
    assert "pronostic\u00a0" not in said(scene(uncounted, Ui(drafts=holding(Revealed("2", 8), TOLD))))


def test_of_two_promises_of_one_author_each_forecast_says_of_what_it_was() -> None:
    view = samples.reveal()
    first, second = (replace(entry, promise=replace(entry.promise, who=view.characters[0].id))
                     for entry in view.forecasts[:2])  # fmt: skip
    told = said(scene(replace(view, forecasts=(first, second)), Ui(drafts=holding(Revealed("2", 8), TOLD))))
    told = told.replace("\u00a0", " ")
    for entry in (first, second):
        assert entry.promise.toward
        assert f"{entry.promise.toward} ✓ {entry.counts.yes} ✗ {entry.counts.no}" in told


def test_a_reveal_opens_row_by_row_and_says_what_follows_only_at_the_end() -> None:
    view = samples.reveal()
    picture = scene(view, Ui(drafts=holding(Revealed("2", 1))))
    assert intent(picture, "next") == Draft(Revealed("2", 2))
    assert "NON TENU" not in picture.texts()
    assert "La confiance des autres, sur 100" not in picture.texts()
    whole = scene(view, Ui(drafts=holding(Revealed("2", 8), TOLD)))
    assert intent(whole, "next") == Draft(Revealed("2", 8, place=True))
    assert view.reveal is not None
    words = {fact.word for fact in view.reveal.facts} - {""}
    assert {"TENU", "NON TENU"} <= words
    assert {*words, "La confiance des autres, sur 100"} <= set(whole.texts())


def test_a_reveal_ends_on_the_place_as_the_round_leaves_it() -> None:
    view = samples.reveal()
    picture = scene(view, Ui(drafts=holding(Revealed("2", 8, place=True), TOLD)))
    assert intent(picture, "next") == Do(Advance())
    drawn = [node for node in picture.nodes if isinstance(node, n.ThingArt)]
    assert len(drawn) == sum(one.state != "absent" for one in view.neighbourhood.things)
    assert any(node.appears for node in drawn)
    ground = next(node.rect for node in picture.nodes if isinstance(node, n.SceneryArt))
    assert ground.w * ground.h > 1920 * 1080 / 2
    assert view.reveal is not None
    said_above = picture.texts()
    ended = [one.project.title for one in view.reveal.outcomes if one.state in ("complete", "lapsed")]
    assert all(any(title in words for words in said_above) for title in ended)


@pytest.mark.parametrize(("gained", "told"), [(-0.4, "−0,4"), (0.0, "0,0"), (2.4, "+2,4")])
def test_a_round_that_cost_who_trains_alone_is_told_with_its_own_sign(gained: float, told: str) -> None:
    view = by_oneself(samples.reveal())
    mine = view.characters[0]
    assert mine.secret is not None
    secret = replace(mine.secret, round=RoundGain(gained, gained, (), True))
    view = replace(view, characters=(replace(mine, secret=secret), *view.characters[1:]))
    words = said(scene(view, Ui(drafts=holding(Revealed("2", 8), TOLD)))).replace("\u00a0", " ")
    assert f"Vous : {told} ce tour" in words


def test_a_demonstration_opens_all_rows_at_once() -> None:
    view = replace(samples.reveal(), mode="demo")
    assert reveal.rows_open(view, Ui()) == len(view.characters)


def test_given_tokens_travel_from_where_they_were_promised() -> None:
    closed = scene(samples.reveal(), Ui())
    opened = scene(samples.reveal(), Ui(drafts=holding(Revealed("2", 4))))
    key = "r.association-sportive.0.0"
    before = next(node for node in closed.nodes if node.key == key)
    after = next(node for node in opened.nodes if node.key == key)
    assert isinstance(before, Token)
    assert isinstance(after, Token)
    assert (before.state, after.state) == ("promised", "given")
    assert after.rect.x > before.rect.x


def test_forecasts_are_counted_but_not_shown_before_their_time() -> None:
    asked = said(scene(samples.view("forecast", "ask"), Ui()))
    assert "12 sur 13 réponses" in asked
    assert "✓" not in asked.replace("✓ Situation", "").replace("✓ Négociation", "")
    assert "✓ 6" in said(scene(samples.view("forecast", "shown"), Ui()))


def test_around_one_computer_the_next_person_answers_the_forecast_on_the_screen() -> None:
    view = samples.view("forecast", "ask", "few")
    question = view.forecasts[0].counts.question
    view = replace(view, mode="training", legal=(*view.legal[:4], Legal("vote", ids=(question,))))
    wanted = Do(Vote(question=question, voter=4, answer="no"))
    assert intent(scene(view, Ui()), f"{question}.no") == wanted


def test_a_question_that_stands_under_several_acts_is_said_once() -> None:
    view = samples.debate("vote", "usual")
    assert view.debate is not None
    choosing = Ui(drafts=holding(Choosing(now=True)))
    acts = tuple(replace(act, question="Faut-il finir ?") for act in view.debate.acts[:3])
    alike = said(scene(replace(view, debate=replace(view.debate, acts=acts)), choosing))
    assert alike.count("Faut-il finir") == 1
    assert "même question" not in alike
    acts = (replace(acts[0], question="Et cela ?"), *acts[1:])
    told = said(scene(replace(view, debate=replace(view.debate, acts=acts)), choosing))
    assert told.count("Faut-il finir") == 1
    assert "La même question qu’au numéro 2." in told


def test_an_act_is_chosen_by_its_number() -> None:
    view = samples.debate("vote")
    picture = scene(view, Ui(drafts=holding(Choosing(now=True))))
    assert view.debate is not None
    assert does(picture, "2", view) == Do(PickAct(act=view.debate.acts[1].id), then=(Choosing(),))


def test_nobody_is_named_among_those_who_changed_their_minds() -> None:
    texts = said(scene(samples.debate("revote"), Ui()))
    assert "4 personnes au moins ont changé d’avis." in texts
    assert "Table" not in texts


def test_one_who_trains_alone_writes_one_sentence() -> None:
    view = samples.debate("sentence")
    empty = scene(view, Ui())
    assert empty.control("sentence") is not None
    assert empty.control("keep") is None
    typed = scene(view, Ui(fields={"sentence": TextField("Il fallait le dire.", 3, 3)}))
    assert intent(typed, "keep") == Do(Note(text="Il fallait le dire.", tag="sentence"), ("sentence",))


MOVED = Ui(drafts=holding(Shown("2", True)))


def test_faces_stand_where_they_were_until_the_room_has_guessed_then_travel() -> None:
    view = samples.posture_map()
    before, after = scene(view, Ui()), scene(view, MOVED)
    assert intent(before, "next") == Draft(Shown("2", True))
    assert intent(after, "next") == Do(Advance())
    assert view.map is not None
    first = ranked(view.map)[0].headline
    assert first not in said(before)
    assert first in said(after)
    travelling = {motion.node.key for motion in motions(before, after) if motion.kind == "travel"}
    assert {f"map.{who.id}" for who in view.characters} <= travelling


def test_a_reason_against_a_move_says_so_on_the_map() -> None:
    view = samples.posture_map()
    first = next(move for move in ranked(view.map) if move.toward and move.reasons)
    alone = replace(first, toward=(), despite=first.toward[:1])
    moves = tuple(alone if move is first else move for move in view.map.moves)
    told = said(scene(replace(view, map=replace(view.map, moves=moves)), MOVED))
    assert f"malgré ceci\u00a0: {first.toward[0].text}" in told
    assert "malgré ceci" not in said(scene(view, MOVED))


def test_reasons_on_the_map_are_words_and_their_figures_one_key_away() -> None:
    view = samples.posture_map()
    words = scene(view, MOVED)
    assert not re.search(r"\d,\d", said(words)), "nobody reads tenths from the back of the room"
    assert re.search(r"(plus|moins) (pour|contre)", said(words).replace("\u00a0", " "))
    asked = does(words, "p", view)
    assert isinstance(asked, Draft)
    figures = scene(view, replace(MOVED, drafts=MOVED.drafts.kept(asked.form)))
    assert re.search(r"[+−]\d,\d", said(figures))
    again = does(figures, "p", view)
    assert isinstance(again, Draft)
    assert said(scene(view, replace(MOVED, drafts=MOVED.drafts.kept(asked.form, again.form)))) == said(words)


def test_faces_on_the_map_never_hide_one_another() -> None:
    for crowded in (False, True):
        picture = scene(samples.posture_map("worst", crowded), MOVED)
        discs = [n.rect for n in picture.nodes if isinstance(n, FaceDisc) and n.key.startswith("map.")]
        assert len(discs) == 12
        for i, one in enumerate(discs):
            assert not [o for o in discs[i + 1 :] if min(one.overlap(o)) > 0]


def test_a_held_face_goes_elsewhere_by_mouse_or_by_arrow_keys_and_then_is_placed() -> None:
    who = samples.characters()[0].id
    view = samples.posture_map()
    drag = intent(scene(view, MOVED), f"face.{who}")
    assert isinstance(drag, Drag)
    moved = drag.nudge(1, -1)
    dropped = drag.to(-500.0, -500.0)
    assert isinstance(moved, Draft)
    assert isinstance(dropped, Draft)
    assert dropped.form == Dragged(who, (1.0, 4.0))
    assert isinstance(moved.form, Dragged)
    assert moved.form.at is not None
    there = Ui(drafts=MOVED.drafts.kept(moved.form, LetGo(who=who)))
    s, a = moved.form.at
    placed = PlacePosture(who=who, synergy=round(s, 2), antagonism=round(a, 2))
    assert intent(scene(view, there), "place") == Do(placed, then=(Dragged(who), LetGo()))


def test_a_proposal_is_accepted_with_one_control() -> None:
    who = samples.characters()[0].id
    picture = scene(samples.posture_map(), MOVED)
    assert intent(picture, f"accept-{who}") == Do(PlacePosture(who=who), then=(Dragged(who),))


@pytest.mark.parametrize("case", ["usual", "worst"])
def test_each_situation_names_what_comes_nearer(case: samples.Case) -> None:
    view = samples.view("situation", "", case)
    assert view.countdowns
    text = said(scene(view, Ui()))
    assert "Ce qui approche" in text
    for one in view.countdowns:
        assert one.title in text
        assert f"{one.filled} sur {one.size}" in text
    assert "Ce qui approche" not in said(scene(replace(view, countdowns=()), Ui()))


def test_labels_name_situations_and_the_screen_says_so() -> None:
    assert "Une étiquette dit une situation, jamais une personne." in said(scene(samples.posture_map(), Ui()))


def test_the_map_tells_why_everybody_moved_page_by_page() -> None:
    view = samples.posture_map()
    assert view.map is not None
    drafts = MOVED.drafts
    told = ""
    for _ in view.map.moves:
        picture = scene(view, Ui(drafts=drafts))
        told += said(picture)
        turn = intent(picture, "other-moves")
        assert isinstance(turn, Draft)
        drafts = drafts.kept(turn.form)
    moved = ranked(view.map)
    assert len(moved) > 2
    assert all(move.headline in told for move in moved)


def test_a_project_that_lacks_nothing_says_so_where_one_chooses() -> None:
    holder = Audience("holder", samples.characters("usual")[0].id)
    view = samples.view("choice", "", "usual", holder)
    full = replace(view.projects[0], placed=view.projects[0].cost)
    view = replace(view, projects=(full, *view.projects[1:]), passed_to=holder.character)
    picture = scene(view, Ui(drafts=holding(Unveiled(who=holder.character or ""))))
    assert said(picture).count("plus rien ne manque") == 1


def test_a_card_opened_large_says_who_gains_and_who_loses_by_it_alone() -> None:
    view = samples.view("negotiation")
    project = next(one for one in view.projects if one.personal)
    told = said(scene(view, Ui(screen="card", argument=project.id)))
    for one in project.personal:
        assert one.words in told
