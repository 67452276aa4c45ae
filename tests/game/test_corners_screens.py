"""A room in corners on screen: strips on their way, seals, bridges between corners, who may give where."""

from dataclasses import replace

import pytest

from engine.language import use
from engine.view.types import ROOM, Audience, TokenCount, View
from game.front.drafts import Turned, holding
from game.front.intents import Go
from game.front.phases import FRONTS
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Element, Scene, motions
from game.kit.nodes import FaceDisc, OutlineArt, StampMark, Text
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.bands import Seal, not_the_same, quoted
from game.pieces.corners import decks, flights, plank, where_given
from game.screens.bilan.pages import leaves
from game.screens.round import moments, recognised
from game.screens.round.choice import placing
from tests.engine import corner
from tests.game import corners, sample_bilan, samples, showing
from tests.game.staged import built, by_oneself

WINDOW: Canvas = canvas((1920, 1080), Theme("room"))


pytestmark = pytest.mark.usefixtures("french")


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def plain(words: str) -> str:
    return " ".join(words.split())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return plain(showing.said(picture))


def negotiation(case: samples.Case = "usual") -> View:
    return corners.in_corners(replace(samples.view("negotiation", "", case), answers=()), case)


def reveal() -> View:
    return corners.revealed(built(samples.reveal(), 1))


def markup(element: Element) -> str:
    picture = WINDOW.compose(element)
    return "".join(node.markup for node in picture.nodes if isinstance(node, OutlineArt))


def colour(role: str) -> str:
    return "#{:02X}{:02X}{:02X}".format(*Theme("room").colour(role))


def stamps(picture: Scene) -> list[str]:
    return [node.text for node in picture.nodes if isinstance(node, StampMark)]


def bold(element: Element) -> str:
    """The words set in bold."""
    picture = WINDOW.compose(element)
    runs = (run for node in picture.nodes if isinstance(node, Text) for run in node.runs)
    return plain(" ".join(run.text for run in runs if run.font == "text-700"))


# ---- The phase ------------------------------------------------------------------------------------------


def test_the_phase_has_a_screen_and_a_console() -> None:
    assert FRONTS["strips"].screen == "screens.round.strips:strips"
    assert FRONTS["strips"].tabs == "console.strips:tabs"


@pytest.mark.parametrize("step", ["write", "read", "sealed"])
def test_a_real_session_is_shown_at_each_step(step: str) -> None:
    """With the smallest scenario in corners, whatever nobody has written yet."""
    view = corner.to("strips", step=step).view(ROOM)
    picture = scene(view)
    assert not picture.check()
    assert view.corners is not None
    for one in view.corners.corners:
        assert one.title in said(picture)


def test_written_words_stand_in_their_corner_and_nothing_is_on_its_way_yet() -> None:
    view = corners.phase("write")
    words = said(scene(view))
    assert "Mardi à 21 h, une lampe sur neuf" in words
    assert "La bande s’écrit…" in words  # one corner has not written
    assert "mot pour mot" not in words
    assert view.corners is not None
    assert all(flight.to < 0 for flight in flights(view.corners, False))


def test_everybody_who_sits_in_a_corner_has_a_face_there_and_the_scribe_is_between() -> None:
    view = corners.phase("write")
    assert view.corners is not None
    seated = [id_ for one in view.corners.corners for id_ in (one.member, *one.guests)]
    picture = scene(view)
    shown = [node.spec for node in picture.nodes if isinstance(node, FaceDisc)]
    assert len(shown) == len(seated) + 1
    assert f"{view.character(view.corners.scribe).short} attend" in said(picture)


def test_a_strip_read_word_for_word_is_shown_once() -> None:
    words = said(scene(corners.phase("read")))
    assert words.count("une lampe sur neuf") == 1
    assert "à la Gare : mot pour mot" in words


def test_what_was_read_in_other_words_stands_under_what_was_written() -> None:
    words = said(scene(corners.phase("read")))
    assert "On nous écrit" in words
    assert "Les locataires du Vallon souhaitent" in words
    assert "aux Lavandiers : 22 mots changés" in words


def test_a_strip_that_has_not_left_says_so() -> None:
    assert "pas encore portée" in said(scene(corners.phase("read")))


def test_words_that_are_not_the_same_are_bold_in_both_texts() -> None:
    own, aloud = not_the_same("On veut un banc, avant juin.", "On veut du mobilier avant juin.")
    assert bold(quoted("On veut un banc, avant juin.", "body", own)) == "un banc,"
    assert bold(quoted("On veut du mobilier avant juin.", "body", aloud)) == "du mobilier"


def test_signs_and_capitals_are_not_other_words() -> None:
    own, aloud = not_the_same("Un arrêt, d’accord !", "un arrêt d’accord")
    assert not any((*own, *aloud))


def test_hands_are_told_as_they_are_counted() -> None:
    words = said(scene(corners.phase("read")))
    assert "✓ 6" in words
    assert "≈ 1" in words
    assert "✗ 2" in words


def test_seals_come_last_and_say_what_each_corner_says() -> None:
    assert stamps(scene(corners.phase("read"))) == []
    verdicts = stamps(scene(corners.phase("sealed")))
    assert verdicts.count("C’EST CE QUE NOUS AVONS DIT") == 2
    assert verdicts.count("EN PARTIE") == 1
    assert verdicts.count("PAS CE QUE NOUS AVONS DIT") == 1


def test_each_verdict_has_a_sign_and_a_colour_of_its_own() -> None:
    drawn = {word: markup(Seal(60.0, word)) for word in ("yes", "partly", "no")}  # type: ignore[arg-type]
    assert len(set(drawn.values())) == 3
    assert colour("kept") in drawn["yes"]
    assert colour("part") in drawn["partly"]
    assert colour("broken") in drawn["no"]


def test_a_strip_travels_from_its_corner_to_where_it_is_read() -> None:
    moved = motions(scene(corners.phase("write")), scene(corners.phase("read")))
    assert {motion.node.key for motion in moved if motion.node.key.startswith("band.")} == {
        "band.butte",
        "band.vallon",
        "band.gare",
    }


@pytest.mark.parametrize("case", ["usual", "worst", "few"])
@pytest.mark.parametrize("step", ["write", "read", "sealed"])
def test_every_corner_is_there_once_and_all_fits(case: samples.Case, step: str) -> None:
    view = corners.phase(step, case)
    assert view.corners is not None
    picture = scene(view)
    assert not picture.check()
    heads = [node.text for node in picture.nodes if isinstance(node, Text)]
    for one in view.corners.corners:
        assert one.title in heads


def test_ones_own_corner_has_a_golden_rim() -> None:
    view = by_oneself(corners.phase("write"))
    rings = [node for node in scene(view).nodes if isinstance(node, FaceDisc) and node.ring]
    assert len(rings) == 1


# ---- Bridges --------------------------------------------------------------------------------------------


def test_a_bridge_is_dots_then_half_then_whole_then_firm() -> None:
    none, half, open_, done = (markup(plank(state)) for state in ("none", "half", "open", "built"))  # type: ignore[arg-type]
    assert "1 13" in none
    assert "2.6 11" not in none  # no plank yet
    assert "1 13" in half
    assert "2.6 11" in half
    assert "1 13" not in open_
    assert colour("kept") in done
    assert colour("kept") not in none + half + open_


def test_of_bridges_between_the_same_corners_the_one_that_is_furthest_is_drawn() -> None:
    view = negotiation()
    assert view.corners is not None
    first = view.corners.bridges[0]
    twice = replace(view.corners, bridges=(first, replace(first, state="built"), first))
    assert [line.state for line in decks(twice)] == ["built"]


# ---- Negotiation, cards, choices ------------------------------------------------------------------------


def test_beneath_the_table_one_sees_who_sits_where_and_who_is_invited_elsewhere() -> None:
    view = negotiation()
    words = said(scene(view))
    assert view.corners is not None
    for one in view.corners.corners:
        names = [view.character(id_).short for id_ in (one.member, *one.guests)]
        assert " · ".join(names) in words
    assert "invite Hugo" in words


def test_the_corners_open_large_with_their_bridges_in_words() -> None:
    view = negotiation()
    control = scene(view).control("corners")
    assert control is not None
    assert control.intent == Go("corners")
    words = said(scene(view, Ui(screen="corners")))
    assert "peut venir : La Butte et La Gare" in words
    assert "3 bandes reconnues" in words


def test_a_card_says_where_one_sits_who_gives_to_it() -> None:
    view = negotiation()
    assert view.projects[0].id
    own = said(scene(view, Ui(screen="card", argument=view.projects[0].id)))
    assert "On n’y donne que si l’on siège à la Butte." in own
    joins = said(scene(view, Ui(screen="card", argument=view.projects[3].id)))
    assert "La Butte + La Gare" in joins


def test_a_card_for_everybody_says_nothing_of_corners() -> None:
    view = negotiation()
    assert where_given(view.corners, view.projects[-1]) == []
    assert len(where_given(view.corners, view.projects[0])) == 1


def test_whoever_may_not_give_to_it_is_told_why() -> None:
    holder = samples.characters()[0].id
    choice = samples.view("choice", "", "usual", Audience("holder", holder))
    view = corners.in_corners(choice)
    reach = tuple((f"{holder}/{one.id}", TokenCount()) for one in view.projects[:1])
    legal = tuple(replace(one, reach=reach) if one.kind == "place" else one for one in view.legal)
    view = replace(view, legal=legal)
    picture = WINDOW.compose(placing(view, Ui(), view.character(holder)))
    assert "On n’y donne que si l’on siège à la Butte." in said(picture)


# ---- Reveal and Bilan -----------------------------------------------------------------------------------


def test_strips_have_a_moment_then_each_bridge_that_may_come() -> None:
    view = reveal()
    assert view.reveal is not None
    found = recognised.moments_of(view, view.reveal)
    assert [one.title for one in found] == ["2 bandes reconnues, 1 désavouée", "La page écrite à deux"]
    assert found[0].ground == "kept"
    shown = moments.standing(view, Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", 2))))
    assert shown is not None
    assert shown.id == "strips"


def test_a_bridge_that_could_come_before_has_no_moment() -> None:
    view = reveal()
    assert view.corners is not None
    seals = tuple(seal._replace(round=1) for seal in view.corners.seals)
    assert recognised.newly_open(replace(view, corners=replace(view.corners, seals=seals))) == []


def test_the_reveal_tells_of_strips_as_long_as_there_is_room() -> None:
    view = reveal()
    assert view.reveal is not None
    full, short, none = (recognised.told(view, view.reveal, level) for level in (0, 2, 4))
    assert "à la Gare : mot pour mot" in said(WINDOW.compose(full[0]))
    assert "mot pour mot" not in said(WINDOW.compose(short[0]))
    assert none == []
    assert plain(recognised.beside(view)) == "En tout : 3 bandes reconnues"
    first = replace(view, phase=replace(view.phase, round=1))
    assert recognised.beside(first) == "3 bandes reconnues"


def test_seals_that_earlier_rounds_left_are_counted_as_being_in_all() -> None:
    view = corners.phase("sealed")
    for number, words in ((1, "3 bandes reconnues"), (2, "En tout : 3 bandes reconnues")):
        shown = plain(recognised.standing(replace(view, phase=replace(view.phase, round=number))))
        assert shown == words
        assert words in said(scene(replace(view, phase=replace(view.phase, round=number))))


def test_a_bridge_whose_seals_come_in_the_last_round_is_not_announced_as_coming() -> None:
    view = reveal()
    assert view.reveal is not None
    kinds = {}
    for rounds in (view.phase.round + 1, view.phase.round):
        there = replace(view, phase=replace(view.phase, rounds=rounds))
        kinds[rounds - view.phase.round] = recognised.moments_of(there, view.reveal)[1].kind
    assert kinds == {1: "Un pont peut venir", 0: "Un pont, trop tard"}


def test_the_bilan_has_a_page_of_all_strips_round_by_round() -> None:
    view, data = corners.in_corners(sample_bilan.bilan_view(), over=True), sample_bilan.bilan()
    pages = [leaf.draw.__name__ for leaf in leaves(view, data)]
    words = said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", pages.index("strips"))))))
    assert "tour 1" in words
    assert "tour 2" in words
    assert "3 bandes reconnues" in words
    assert "Tour 1 · écrit par la Butte, lu à la Gare : mot pour mot" in words


def test_nothing_of_corners_is_shown_where_there_are_none() -> None:
    assert "strips" not in [
        leaf.draw.__name__ for leaf in leaves(sample_bilan.bilan_view(), sample_bilan.bilan())
    ]
    assert scene(samples.view("negotiation")).control("corners") is None


def test_english_is_told_in_english() -> None:
    use("en")
    words = said(scene(corners.phase("sealed")))
    assert "What each recognises" in words
    assert "words changed" in words
    assert "in the Dale: word for word" in words


def test_quotes_within_a_strip_are_the_lower_ones_and_its_marked_words_stay_marked() -> None:
    said = quoted("On veut, « Nous », l'école : quand ?", marked=(False, False, False, True, False, True))
    text = "".join(span.text for span in said.text)
    assert text.replace("\u202f", " ").replace("\u00a0", " ") == "« On veut, “Nous”, l’école : quand ? »"
    assert " :" not in text
    assert " ?" not in text
    assert [span.text for span in said.text if span.bold] == ["“Nous”,", "l’école"]
