"""What is written on cards can be put into words before anybody plays: for a page, a preview, a report."""

import pytest

from engine.content import library
from engine.content.model import Scenario, Text
from engine.play.commands import Begin
from engine.session.session import Session
from engine.telling import effects, people, place, postures, projects
from engine.telling.reader import Reader
from engine.view import of
from engine.view.people import posture
from engine.view.projects import project as on_the_table
from engine.view.types import CONSOLE
from engine.view.veil import veil
from tests.shipped import shipped

READERS = [Reader("fr"), Reader("fr", easy=True), Reader("en"), Reader("en", easy=True)]


@pytest.fixture(params=READERS, ids=lambda reader: f"{reader.language}{'-easy' * reader.easy}")
def reader(request: pytest.FixtureRequest) -> Reader:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=library.slugs())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return shipped(request.param)


def session(scenario: Scenario) -> Session:
    seats = {member.character: "held" for member in scenario.cast}
    how = Begin(duration="45", mode="facilitated", seats=seats, participants=9)  # type: ignore[arg-type]
    return Session.create(scenario, how, 5)


def test_a_project_says_the_same_before_a_session_as_on_the_table(scenario: Scenario, reader: Reader) -> None:
    with reader.speaking():
        seen = veil(session(scenario).game, CONSOLE, reader)
        for card in scenario.projects:
            words, view = projects.words(scenario, reader, card.id), on_the_table(seen, card.id)
            assert words.title == reader.read(card.title)
            for field in ("title", "short", "text", "pictogram", "cost", "changes", "rung", "rung_means"):
                assert getattr(words, field) == getattr(view, field), (card.id, field)
            assert view.effects[: len(words.effects)] == words.effects
            assert sum(words.cost) == card.cost.total()
            assert {change.indicator: change.by for change in words.changes} == dict(card.changes)


def test_a_character_and_its_sheet_say_the_same_as_in_a_session(scenario: Scenario, reader: Reader) -> None:
    view = of(session(scenario).game, CONSOLE, reader.language, reader.easy)
    with reader.speaking():
        for member in scenario.cast:
            words, sheet = (
                people.character(scenario, reader, member.character),
                people.sheet(scenario, reader, member),
            )
            seen = view.character(member.character)
            assert seen.secret is not None
            assert (words.name, words.role, words.voice, words.family_word) == (
                seen.name,
                seen.role,
                seen.voice,
                seen.family_word,
            )
            assert (sheet.wants, sheet.stakes) == (seen.secret.wants, seen.secret.stakes)
            assert [text for _, _, text in sheet.beliefs] == [belief.text for belief in seen.secret.beliefs]
            assert sum(change.by for change in sheet.stakes) == 10


def test_effects_and_zones_are_told_from_the_content_alone(scenario: Scenario, reader: Reader) -> None:
    game = session(scenario).game
    with reader.speaking():
        for card in scenario.situations:
            told = effects.told(scenario, reader, card.effects)
            assert told == effects.told(game, reader, card.effects)
            assert len(told) == sum(effect.effect != "flag" for effect in card.effects), "flags are no news"
        for row in scenario.map:
            for label in row:
                title, explained = postures.zone(scenario, reader, label)
                assert title != label
                assert explained


def test_a_place_stands_in_sentences_in_its_number() -> None:
    scenario, reader = shipped("au-lendemain-de-la-crue"), Reader()
    for written, heading, number in (("les jardins", "Jardins", 2), ("l’immeuble", "Immeuble", 1)):
        words = place.place(scenario.model_copy(update={"place": Text(fr=written)}), reader)
        assert (words.inside, words.heading, words.n) == (written, heading, number)


def test_who_is_out_leaves_no_word_of_what_is_done_to_them() -> None:
    scenario, reader = shipped("au-lendemain-de-la-crue"), Reader()
    seats = {member.character: "held" for member in scenario.cast}
    alone = next(
        (card, effect.who)
        for card in (*scenario.projects, *scenario.situations)
        for effect in card.effects
        if effect.effect in ("posture", "tokens") and effect.who in seats
    )
    card, who = alone
    how = Begin(duration="45", mode="facilitated", seats=seats | {who: "out"}, participants=9)  # type: ignore[arg-type]
    game = Session.create(scenario, how, 5).game
    name = people.short(scenario, who)
    assert any(name in line for line in effects.told(scenario, reader, card.effects))
    assert not any(name in line for line in effects.told(game, reader, card.effects))


def test_a_posture_is_told_to_a_tenth_in_the_zone_that_it_is_in() -> None:
    scenario = shipped("au-lendemain-de-la-crue")
    game = session(scenario).game
    seen = veil(game, CONSOLE, Reader())
    for tenth in range(10, 41):
        s = round(tenth / 10 * 65536) + 65536 // 40
        view = posture(seen, min(s, 4 * 65536), 65536)
        assert view.label == postures.label(scenario, min(s, 4 * 65536), 65536)
        assert abs(view.synergy - s / 65536) <= 0.1
