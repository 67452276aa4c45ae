"""What a shipped text says is true of the evening in which it is said."""

import re
from typing import Any

import pytest

from engine import rules
from engine.content import library
from engine.rules import state as states
from engine.rules.board import build, names
from engine.rules.clocks import tick
from engine.rules.conditions import holds
from engine.rules.record import blank
from engine.rules.state import KEPT, ROUND
from engine.telling.reader import Reader, character_card
from tests.shipped import shipped

WORKS = (
    "tout-fermer-six-semaines", "la-moitie-nord", "la-moitie-sud",
    "la-rampe-et-le-quai", "le-parvis-de-l-ecole", "les-bacs-enterres",
)  # fmt: skip


class Evening:
    """The state at the end of an evening of this scenario, as one likes it."""

    def __init__(self, slug: str, duration: str = "90") -> None:
        self.scenario = shipped(slug)
        self.board: Any = build(self.scenario, duration)  # type: ignore[arg-type]
        self.names = names(self.scenario)
        self.state: Any = states.initial(self.board, 1)
        self.state.clock[ROUND] = self.board.rounds

    def built(self, *projects: str) -> "Evening":
        for id_ in projects:
            self.state.done[self.names.project(id_)] = 1
        return self

    def moved(self, **by: int) -> "Evening":
        for id_, points in by.items():
            self.state.ind[self.names.indicator(id_)] += points
        return self

    def kept(self) -> "Evening":
        self.state.tally[0, KEPT] = 1
        return self

    def ending(self) -> str:
        return self.names.endings[rules.ending(self.board, self.state)]

    def may_come(self, situation: str) -> bool:
        which = self.names.situation(situation)
        rows = self.board.when_rows
        return holds(self.board, self.state, rows[which], rows[which + 1])

    def ticked(self, clock: str) -> int:
        """Segments of a clock, after a reveal, of one that stood at one."""
        which = self.names.clock(clock)
        self.state.segments[which] = 1
        tick(self.board, self.state, blank(self.board))
        return int(self.state.segments[which])


# ---- Quatre tables --------------------------------------------------------------------------------------


def test_four_sentences_were_not_read_where_one_page_was() -> None:
    for kept in (False, True):
        evening = Evening("quatre-tables").moved(fidelity=20)
        evening.state.sealed[:] = 1
        if kept:
            evening.kept()
        assert evening.ending() == ("quatre-phrases" if kept else "on-sait-qui-l-a-dit")
        assert evening.built("une-seule-page").ending() == "une-page-et-trois-phrases"


def test_no_page_leaves_nor_is_asked_for_once_the_tables_have_made_theirs() -> None:
    assert Evening("quatre-tables").ticked("demande") == 3
    assert Evening("quatre-tables").may_come("une-page-pour-quatre")
    made = Evening("quatre-tables").built("une-seule-page")
    assert made.ticked("demande") == 0
    assert not made.may_come("une-page-pour-quatre")


def test_a_corner_has_a_sentence_of_its_own_for_every_round() -> None:
    scenario = shipped("quatre-tables")
    assert scenario.corners is not None
    for corner in scenario.corners.these:
        assert len(corner.says) == build(scenario, "training").rounds


# ---- Place en chantier ----------------------------------------------------------------------------------


@pytest.mark.parametrize("work", WORKS)
def test_a_square_where_works_were_finished_is_not_the_one_of_before(work: str) -> None:
    trusting = "plan-d-un-seul-cote"  # or else each keeps to their side of the wall
    assert Evening("place-en-chantier").built(trusting).ending() == "le-panneau"
    assert Evening("place-en-chantier").built(trusting, work).ending() == "neuve-et-l-on-fait-le-tour"


def test_the_ground_is_new_on_time_only_where_works_were_finished() -> None:
    empty = Evening("place-en-chantier").moved(progress=20, trade=-20)
    assert empty.ending() != "a-l-heure-et-deserte"
    assert empty.built("la-moitie-sud").ending() == "a-l-heure-et-deserte"


def test_nobody_waits_for_a_terrace_that_stands() -> None:
    assert Evening("place-en-chantier").may_come("reporte-une-seule-fois")
    assert not Evening("place-en-chantier").built("terrasse-des-laureats").may_come("reporte-une-seule-fois")


def test_the_shutter_comes_down_where_a_hoarding_stands_and_trade_is_low() -> None:
    for trade, expected in ((0, 1), (-1, 2)):
        evening = Evening("place-en-chantier").moved(trade=trade)
        evening.state.site[evening.names.project("les-bacs-enterres")] = 1
        assert evening.ticked("tresorerie") == expected


# ---- Le rez-de-chaussée, De quatre à neuf, Jardins ------------------------------------------------------


def test_a_landlord_without_walls_has_none_to_let() -> None:
    assert Evening("le-rez-de-chaussee").moved(budget=-10).ticked("salle-de-sport") == 3
    given = Evening("le-rez-de-chaussee").moved(budget=-10).built("murs-a-l-amicale")
    assert given.ticked("salle-de-sport") == 1


def test_a_good_evening_one_point_short_is_not_one_that_everybody_forgot() -> None:
    slug = "jardins-et-boites-a-livres"
    assert Evening(slug).moved(meeting=9).ending() == "on-se-salue"
    assert Evening(slug).moved(meeting=8).ending() == "on-s-est-croises"
    assert Evening(slug).moved(meeting=3).ending() == "comment-s-appelait-il"


def test_ideas_come_from_residents_only_where_initiative_did_not_fall() -> None:
    for by, expected in ((0, "trois-personnes-savent-ou"), (-1, "on-se-salue")):
        evening = Evening("jardins-et-boites-a-livres").moved(meeting=9, initiative=by).kept()
        assert evening.ending() == expected


def test_there_is_a_photo_of_who_dug_only_where_somebody_did() -> None:
    slug = "jardins-et-boites-a-livres"
    assert not Evening(slug).may_come("photo-du-bulletin")
    assert Evening(slug).built("semaine-verte").may_come("photo-du-bulletin")


# ---- Le budget de tous ----------------------------------------------------------------------------------

IDEAS = ("kiosque-a-musique", "pigeonnier", "parc-a-chiens", "panneaux-d-histoire", "cabine-a-dons")


def voted(*ideas: str) -> Evening:
    """The end of an evening on which these ideas were funded; nothing else changed."""
    evening = Evening("le-budget-de-tous")
    for place, id_ in enumerate(ideas or IDEAS, start=1):
        evening.state.funded[evening.names.project(id_)] = place
    return evening


def test_nobody_votes_before_the_catalogue_is_closed() -> None:
    scenario = shipped("le-budget-de-tous")
    assert scenario.ballot is not None
    told = [public.text for public in scenario.ballot.publics] + [card.text for card in scenario.situations]
    for early in ("ulletin", "Dernier soir du vote", "a slip is", "slips are", "evening of the vote"):
        assert not [text for text in told if early in str(text)]


def test_an_edition_to_which_some_came_says_so_and_one_whose_next_is_written_has_a_date() -> None:
    assert voted().ending() == "quatrieme-et-derniere"
    assert voted().moved(voices=1).ending() == "une-edition-de-plus"
    assert voted().built("budget-d-apres").ending() == "la-date-de-la-prochaine"
    assert voted().moved(voices=30, equity=-9).ending() == "le-bourg-a-gagne"
    assert voted().moved(seriousness=-9).ending() == "bien-vote-pas-fait"
    assert voted(*IDEAS[:4]).ending() == "de-la-place-sur-l-affiche"


def test_two_ideas_for_the_same_lamps_come_while_the_passage_is_dark() -> None:
    assert voted().may_come("deux-fois-la-meme-idee")
    assert not voted().built("eclairer-le-passage").may_come("deux-fois-la-meme-idee")


@pytest.mark.parametrize("situation", ["la-regle-en-une-phrase", "deux-quartiers-suffisent"])
def test_a_rule_that_was_drawn_was_chosen_by_nobody(situation: str) -> None:
    card = next(card for card in shipped("le-budget-de-tous").situations if card.id == situation)
    said = f"{card.because} {card.text} {card.question}"
    assert "chois" not in said
    assert "chose" not in said


def test_a_gauge_is_not_called_as_the_voices_of_publics_are() -> None:
    title = shipped("le-budget-de-tous").indicators["voices"].title
    assert (title.fr, title.en) == ("Porte ouverte", "Open door")


def test_who_keeps_because_the_door_closes_says_nothing_of_who_came() -> None:
    """Publics may grow in a round in which the gauge falls."""
    for place in shipped("le-budget-de-tous").characters.values():
        said = str(place.says.gate)
        assert not any(word in said for word in ("vot", "mêmes", "same", "sans ceux"))


# ---- All of them ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", library.slugs())
def test_an_ending_speaks_of_broken_promises_only_where_it_knows_of_some(slug: str) -> None:
    """One that comes after another that asks for more than kept promises is reached with all of them kept."""
    told = re.compile("promesse.* (pas tenues|perdues|traînent)|pas été tenu|promis n’est pas venu")
    for ending in shipped(slug).endings:
        if ending.id != "renouveau":  # the one before it asks for kept promises, and for nothing else
            for easy in (False, True):
                assert not told.search(Reader("fr", easy).read(ending.text)), ending.id


@pytest.mark.parametrize("slug", library.slugs())
def test_an_ending_does_not_begin_by_its_own_title(slug: str) -> None:
    for ending in shipped(slug).endings:
        for reader in (Reader("fr"), Reader("en")):
            assert not reader.read(ending.text).startswith(reader.read(ending.title)), ending.id


@pytest.mark.parametrize("slug", library.slugs())
def test_nobody_speaks_in_an_act_that_they_may_not_live_to_see(slug: str) -> None:
    """A situation of the last round is not in the voice of somebody who may have left by then."""
    scenario = shipped(slug)
    last = scenario.acts[-1].situations if scenario.acts else ()
    for place in scenario.cast:
        if place.leaves is not None:
            voices = {card.id for card in scenario.situations if card.voice.character == place.character}
            assert not voices & set(last), place.character


@pytest.mark.parametrize("slug", ["au-lendemain-de-la-crue", "jardins-et-boites-a-livres"])
@pytest.mark.parametrize("reason", ["word", "commons"])
def test_the_reasons_most_often_given_do_not_come_round_every_second_time(slug: str, reason: str) -> None:
    for place in shipped(slug).cast:
        says = character_card(shipped(slug), place.character).says
        assert len(getattr(says, reason)) >= 3, place.character


def test_who_nearly_always_gives_for_all_has_four_ways_to_say_it() -> None:
    councils = shipped("de-quatre-a-neuf")
    for who in (
        "chargee-d-accompagnement",
        "conseillere-des-tilleuls",
        "deleguee-du-prefet",
        "conseiller-de-la-halle",
    ):
        says = character_card(councils, who).says
        assert says is not None
        assert len(says.commons) == 4, who


@pytest.mark.parametrize("slug", library.slugs())
def test_an_act_has_a_situation_that_always_may_come_beside_one_that_may_not(slug: str) -> None:
    scenario = shipped(slug)
    cards = {card.id: card for card in scenario.situations}
    for act in scenario.acts:
        assert [id_ for id_ in act.situations if cards[id_].when is None], act.id
